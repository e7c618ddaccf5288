-- Accounts: what a number must look like, and how staff changes one by two persons.

-- Cash lists have no number; wallets are known by a telephone or an address; all others have 8 to 32 digits.
create or replace function account_shape(p_channel text) returns text language sql immutable as $$
	select case when p_channel = 'cash' then '^$' when p_channel in ('wechat', 'alipay') then '^[A-Za-z0-9@._+-]{3,64}$'
		else '^[0-9]{8,32}$' end
$$;

-- The check digit of a card (ISO/IEC 7812): from the right every second digit doubled, the digits of all added.
create or replace function card_is_good(p_number text) returns boolean language sql immutable as $$
	select sum(case when i % 2 = 1 then d else d * 2 / 10 + d * 2 % 10 end) % 10 = 0
	from (select i, substr(reverse(p_number), i, 1)::int as d from generate_series(1, length(p_number)) i) x
$$;

-- Some cards are said not to follow it: it makes somebody look, and refuses nothing.
create or replace function account_doubt(p_number text) returns text language sql immutable as $$
	select case when p_number ~ '^(62|81)[0-9]{14,17}$' and not card_is_good(p_number) then 'check digit' else '' end
$$;

-- Another account of a person, by one of the staff; it counts when a second one has agreed.
create or replace function account_propose(p_person bigint, p_channel text, p_number text, p_reason text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	p person;
	id bigint := nextval('id_block');
begin
	perform pay_may('account', array['clerk', 'reviewer']);
	select * into p from person where person_id = p_person for update;
	if not found or not exists (select from pay_channel where channel = p_channel)
			or coalesce(p_number, '') !~ account_shape(p_channel) then
		raise exception using errcode = 'ST422', message = format('"%s" is not an account of "%s"', p_number, p_channel),
			hint = 'Cards and accounts have 8 to 32 digits; work.channels names who pays out.';
	end if;
	if coalesce(p_reason, '') = '' then
		raise exception using errcode = 'ST422', message = 'an account is not changed without a reason';
	end if;
	if exists (select from account_change c where c.person_id = p_person and c.state = 'proposed') then
		raise exception using errcode = 'ST409', message = 'another change of account waits for its second person',
			hint = 'Approve or refuse it first: steward account.';
	end if;
	insert into account_change (person_id, change_id, region_code, channel, number, holder, valid_from, number_before, reason)
	values (p_person, id, p.region_code, p_channel, p_number, p.name, business_day(),
		(select a.channel || ' ' || a.number from account_of(business_day()) a where a.person_id = p_person), p_reason);
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (p_person, nextval('id_block'), p.region_code, 'account.propose', jsonb_build_object('change', id));
	return id;
end $$;

create or replace function account_settle(p_change bigint, p_event text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	c account_change;
	becomes text := case p_event when 'approve' then 'approved' when 'refuse' then 'refused' else 'taken_back' end;
begin
	select * into c from account_change where change_id = p_change for update;
	if not found then
		raise exception using errcode = 'ST404', message = 'there is no such change of account',
			hint = 'steward account lists those that wait.';
	end if;
	if c.state = becomes then
		return c.state;
	end if;
	if c.state <> 'proposed' then
		raise exception using errcode = 'ST409', message = 'this change of account was settled before';
	end if;
	perform pay_may(p_event, array['reviewer', 'manager', 'clerk']);
	if (c.author = session_user) <> (becomes = 'taken_back') then
		raise exception using errcode = 'ST403', message = 'an account needs a second person',
			hint = 'Who entered it can take it back; somebody else has to approve or refuse it.';
	end if;
	update account_change set state = becomes, approver = case when becomes <> 'taken_back' then session_user end,
		approved_at = now() where person_id = c.person_id and change_id = c.change_id;
	if becomes = 'approved' then
		insert into account (person_id, channel, number, valid_from, region_code, holder, doubt, batch_id, line, settled_at)
		values (c.person_id, c.channel, c.number, c.valid_from, c.region_code, c.holder, account_doubt(c.number), 0, 0,
			clock_timestamp())
		on conflict (person_id, channel, number, valid_from) do update set valid_to = 'infinity', holder = excluded.holder,
			settled_at = excluded.settled_at;
		perform account_test_open(null, c.person_id);
	end if;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (c.person_id, nextval('id_block'), c.region_code, 'account.' || p_event, jsonb_build_object('change', c.change_id));
	return becomes;
end $$;
grant execute on function account_propose, account_settle to steward_staff;
