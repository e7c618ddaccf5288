-- The accounts that banks and the card's office tell.

-- An account is the person's own: a row that names another holder, or a number that can be none, is refused.
-- statement: account_refuse
-- params: batch_id int8
with bad as (
	delete from stage s where s.channel !~ '^[a-z][a-z0-9_]{0,19}$' or s.number !~ account_shape(s.channel)
		or coalesce(s.holder, s.name) <> s.name
	returning s.line, s.channel, s.number, coalesce(s.holder, s.name) <> s.name as is_other
)
insert into reject (batch_id, line, column_name, reason, detail)
select $1, line, case when is_other then 'holder' when channel !~ '^[a-z][a-z0-9_]{0,19}$' then 'channel' else 'number' end,
	'contradiction', case when is_other then 'the account is held under another name' else 'is not an account' end from bad;
