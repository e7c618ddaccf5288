-- A new account is tried first: the next run sends a line of a fen, or of nothing, and the bank's answer lets the
-- benefit follow.

create or replace function account_test_number(p_name text, p_else numeric) returns numeric
language sql stable set search_path = steward, pg_temp as
	$$ select coalesce((select value from policy_number where name = 'work.account_test_' || p_name), p_else) $$;

-- Accounts to which no benefit may go yet: not tried, no answer, or the bank does not know them.  One whose channel takes
-- no such line any more is looked at like every other that changed.
create or replace view account_untried as
select t.person_id, t.channel, t.number, t.test_id, t.state from account_test t
where t.state in ('sent', 'failed') or t.state = 'waiting' and exists (select from pay_channel c
	where c.channel = t.channel and c.takes_test);
grant select on account_untried to steward_staff, steward_batch;

-- Where a benefit goes on a day: the newest account, or as long as that one is not tried the one before, where policy
-- says so.  Who has no other one is held by the gate.
create or replace function account_paid_to(p_day date) returns table (person_id bigint, channel text, number text)
language sql stable rows 400000 set search_path = steward, pg_temp as $$
	with mode as (
		select account_test_number('pay_old', 0) = 1 as is_old
	), untried as materialized (
		select u.person_id, u.channel, u.number from account_untried u, mode where mode.is_old
	)
	select distinct on (a.person_id) a.person_id, a.channel, a.number from account a
	left join untried u using (person_id, channel, number)
	where a.valid_from <= p_day and p_day < a.valid_to
	order by a.person_id, u.person_id is not null, a.valid_from desc, a.entered_on desc, a.settled_at desc nulls last, a.channel, a.number
$$;

-- Accounts that came to one before them, of a file (batch) or of a person, are to be tried.  The first one of a person, and
-- one that was known before, are not: what is paid there comes back by itself.
create or replace function account_test_open(p_batch bigint, p_person bigint) returns void
language sql security definer set search_path = steward, pg_temp as $$
	insert into account_test (person_id, test_id, region_code, channel, number, holder, fen)
	select distinct on (a.person_id) a.person_id, nextval('id_block'), a.region_code, a.channel, a.number, a.holder,
		account_test_number('fen', 1)::bigint
	from account a join pay_channel c on c.channel = a.channel and c.takes_test
	where (a.batch_id = p_batch or a.person_id = p_person) and a.entered_on = business_day() and a.valid_to > business_day()
		and exists (select from account o where o.person_id = a.person_id and (o.channel, o.number) <> (a.channel, a.number)
			and o.valid_from <= a.valid_from and o.batch_id is distinct from p_batch)
		and not exists (select from account o where o.person_id = a.person_id and (o.valid_from > a.valid_from
			or (o.channel, o.number) = (a.channel, a.number) and o.valid_from <> a.valid_from))
	order by a.person_id, a.valid_from desc, a.entered_on desc, a.settled_at desc nulls last, a.channel, a.number
	on conflict do nothing
$$;
revoke execute on function account_test_open from public;

-- Takes along what is to be tried: accounts that are the newest of who has a benefit in the month.
create or replace function account_test_put(p_run bigint) returns void
language sql set search_path = steward, pg_temp as $$
	update account_test set run_id = null, scheme = null where run_id = p_run and state = 'waiting';
	update account_test t set run_id = p_run, scheme = d.scheme
	from pay_run r, account_of((select day from pay_run where run_id = p_run)) a, pay_channel c,
		(select person_id, from_no, to_no, min(scheme) as scheme from benefit_due group by person_id, from_no, to_no) d
	where r.run_id = p_run and t.state = 'waiting' and t.run_id is null
		and (a.person_id, a.channel, a.number) = (t.person_id, t.channel, t.number)
		and c.channel = t.channel and c.takes_test
		and d.person_id = t.person_id and d.from_no <= month_no(r.period) and month_no(r.period) < d.to_no;
$$;

-- Accounts of a run that are nobody's any more.
create or replace function account_test_gone(p_run bigint) returns table (person_id bigint)
language sql stable set search_path = steward, pg_temp as $$
	select t.person_id from account_test t where t.run_id = p_run and t.state = 'waiting'
		and not exists (select from account_of((select day from pay_run where run_id = p_run)) a
			where (a.person_id, a.channel, a.number) = (t.person_id, t.channel, t.number))
$$;

-- What two persons sign of it; nothing where a run tries no account.
create or replace function account_test_digest(p_run bigint) returns text
language sql stable set search_path = steward, pg_temp as $$
	select string_agg(concat_ws(E'\x1f', t.test_id, t.person_id, t.channel, t.number, t.holder, t.fen, t.scheme), E'\n' order by t.test_id)
	from account_test t where t.run_id = p_run
$$;

-- With the banks: from now on the days for their answer count.  Of whom something else stands against goes with another run.
create or replace function account_test_sent(p_run bigint, p_day date) returns void
language sql set search_path = steward, pg_temp as $$
	update account_test t set state = 'sent', sent_on = p_day,
		due_on = due_on(p_day, 0, account_test_number('days', 3)::int)
	where t.run_id = p_run and t.state = 'waiting' and exists (select from pay_payee y where y.run_id = p_run
		and y.payee_id = t.test_id);
	update account_test t set run_id = null, scheme = null where t.run_id = p_run and t.state = 'waiting';
$$;

create or replace function account_test_take_back(p_run bigint) returns void
language sql set search_path = steward, pg_temp as $$
	update account_test set run_id = null, scheme = null where run_id = p_run and state = 'waiting'
$$;

-- What a bank says of a test.  What was told as good may come back later, and is not good then; what came back stays so,
-- whatever is told after it, until somebody tries it again.
create or replace function account_test_told(p_run bigint, p_test bigint, p_status text, p_reason text) returns void
language sql set search_path = steward, pg_temp as $$
	update account_test t set told_on = business_day(), status = p_status, reason = p_reason,
		state = case when p_status in ('RJCT', 'RTRN') and t.state in ('sent', 'passed', 'accepted') then 'failed'
			when p_status in ('ACSC', 'ACCC') and t.state = 'sent' then 'passed' else t.state end,
		who = case when t.state = 'accepted' and p_status in ('RJCT', 'RTRN') then null else t.who end
	where t.run_id = p_run and t.test_id = p_test and t.state <> 'failed'
$$;

create or replace function account_test_take(p_test bigint) returns account_test
language plpgsql set search_path = steward, pg_temp as $$
declare
	t account_test;
begin
	select * into t from account_test where test_id = p_test for update;
	if not found or t.state = 'repeated' then
		raise exception using errcode = 'ST404', message = 'there is no such test of an account',
			hint = 'steward account tests lists them.';
	end if;
	if t.run_id is not null and t.state = 'waiting' then
		raise exception using errcode = 'ST409', message = 'the test stands in a run that is not with the banks yet',
			hint = 'Confirm the run or take it back first: steward pay show.';
	end if;
	return t;
end $$;

create or replace function account_test_audit(t account_test, p_op text) returns void
language sql set search_path = steward, pg_temp as $$
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (t.person_id, nextval('id_block'), t.region_code, 'account.' || p_op, jsonb_build_object('test', t.test_id))
$$;

-- Somebody has looked in place of the bank: not who entered the account.
create or replace function account_test_accept(p_test bigint, p_why text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	t account_test := account_test_take(p_test);
begin
	perform pay_may('accept', array['reviewer', 'manager']);
	if coalesce(p_why, '') = '' then
		raise exception using errcode = 'ST422', message = 'an account is not changed without a reason';
	end if;
	if exists (select from account_change c where c.person_id = t.person_id and (c.channel, c.number) = (t.channel, t.number)
			and c.author = session_user) then
		raise exception using errcode = 'ST403', message = 'an account needs a second person',
			hint = 'Somebody else has to look at it.';
	end if;
	if t.state not in ('passed', 'accepted') then
		update account_test set state = 'accepted', who = session_user, why = p_why where person_id = t.person_id and test_id = p_test;
		perform account_test_audit(t, 'accept');
	end if;
	return 'accepted';
end $$;

-- Once more, with the next run: also where it was let go in error.
create or replace function account_test_again(p_test bigint, p_why text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	t account_test := account_test_take(p_test);
begin
	perform pay_may('try_again', array['clerk', 'reviewer', 'manager']);
	if t.state = 'waiting' then
		return t.state;
	end if;
	update account_test set state = 'repeated', who = session_user, why = coalesce(p_why, '')
	where person_id = t.person_id and test_id = p_test;
	insert into account_test (person_id, test_id, region_code, channel, number, holder, fen)
	values (t.person_id, nextval('id_block'), t.region_code, t.channel, t.number, t.holder, account_test_number('fen', 1)::bigint);
	perform account_test_audit(t, 'again');
	return 'waiting';
end $$;

grant execute on function account_test_open to steward_batch;
grant execute on function account_of, account_test_number, account_paid_to, account_test_gone, account_test_digest to steward_staff, steward_batch;
grant execute on function account_test_accept, account_test_again to steward_staff;
