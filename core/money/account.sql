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

-- statement: account_waiting
-- columns: change_id int8, name text, number_before text, channel text, number text, reason text, author name, person_id int8
select c.change_id, p.name, coalesce(c.number_before, ''), c.channel, c.number, c.reason, c.author, c.person_id
from account_change c join person p using (person_id) where c.state = 'proposed' order by c.change_id limit 200;

-- statement: person_accounts
-- params: person_id int8
-- columns: mark text, channel text, number text, holder text, valid_from date, valid_to date, entered_on date
select case when u.test_id is not null then '!' when a.doubt <> '' then '*' else '' end, a.channel, a.number, a.holder, a.valid_from,
	nullif(a.valid_to, 'infinity'), a.entered_on
from account a left join account_untried u using (person_id, channel, number) where a.person_id = $1 order by a.valid_from desc, a.entered_on desc, a.settled_at desc nulls last limit 12;

-- statement: account_propose
-- params: person_id int8, channel text, number text, reason text
-- columns: change_id int8
select account_propose($1, $2, $3, $4) as change_id;

-- statement: account_settle
-- params: change_id int8, event text
-- columns: state text
select account_settle($1, $2) as state;
