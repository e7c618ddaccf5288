-- The gate of a payment run, its signatures, and its way out.

-- What the gate goes by beside the persons themselves: kinds that hold, limits, channels.
create or replace function pay_gate_rules() returns text
language sql stable set search_path = steward, pg_temp as $$
	select sha256_text(concat_ws(' ', (select string_agg(kind, ' ' order by kind) from pay_gate),
		(select string_agg(name || '=' || value, ' ' order by name) from policy_number
			where name in ('work.large_payment', 'work.account_days')),
		(select string_agg(channel || ':' || takes_test, ' ' order by channel) from pay_channel)))
$$;

-- What stands against the persons of a run, a row a reason: what the world tells of them, and what their lines show.
create or replace function pay_stands(p_run bigint) returns table (person_id bigint, rule_id text, cause text)
language sql stable rows 10000 set search_path = steward, pg_temp as $$
	select s.person_id, s.rule_id, s.cause from (select * from pay_told(p_run) union select * from pay_shown(p_run)) s
$$;

-- Open tasks of the kinds that policy names, stops that wait for a second person, and what is known of the accounts: all
-- that may be another thing tomorrow.  Persons of the first two are few: each looks for a line.
create or replace function pay_told(p_run bigint) returns table (person_id bigint, rule_id text, cause text)
language sql stable rows 10000 set search_path = steward, pg_temp as $$
	with r as (
		select day, period from pay_run where run_id = p_run
	), standing as (
		select t.person_id, t.rule_id, t.cause from task t join task_state s using (state)
		where s.kind <> 'final' and t.rule_id not like 'pay.%' and (t.rule_id in (select kind from pay_gate)
			or t.task_type in (select kind from pay_gate))
		union
		select person_id, rule_id, cause from hold where state = 'provisional' and line_id is null
	), fresh as materialized (
		-- Accounts that came first of all came after none.
		select a.person_id, a.channel, a.number from account a cross join r
		where a.entered_on > r.day - (select value::int from policy_number where name = 'work.account_days')
			and a.entered_on > (select min(entered_on) from account)
			and exists (select from account o where o.person_id = a.person_id and o.entered_on < a.entered_on
				and (o.channel, o.number) <> (a.channel, a.number))
	), strange as (
		select l.person_id, 'pay.account_changed' as rule_id, l.channel, l.number from pay_line l
		where l.run_id = p_run and l.amount_fen > 0 and l.same = 0 and l.channel <> ''
			and l.number_before <> l.channel || ' ' || l.number
		union
		select l.person_id, 'pay.account_changed', l.channel, l.number from pay_line l join fresh using (person_id, channel, number)
		where l.run_id = p_run and l.amount_fen > 0
		union
		select l.person_id, 'pay.account_doubtful', l.channel, l.number from pay_line l
		join (select a.person_id, a.channel, a.number from account a where a.doubt <> '') a using (person_id, channel, number)
		where l.run_id = p_run and l.amount_fen > 0
	), seen as (
		-- An account to which something has gone well is not strange.
		select c.person_id, c.rule_id, c.channel, c.number from strange c
		where not exists (select from pay_line l where l.run_id = p_run and l.person_id = c.person_id and l.amount_fen > 0
				and l.same > 0 and (l.channel, l.number) = (c.channel, c.number))
			and not (c.rule_id = 'pay.account_changed' and exists (select from account_test t where (t.person_id, t.channel, t.number)
				= (c.person_id, c.channel, c.number) and t.state in ('passed', 'accepted')))
		union
		select l.person_id, 'pay.account_test', l.channel, l.number from pay_line l
		join account_untried using (person_id, channel, number) where l.run_id = p_run and l.amount_fen > 0
		union
		select l.person_id, 'pay.account_failed', l.channel, l.number from pay_line l
		where l.run_id = p_run and l.amount_fen > 0 and exists (select from pay_line o where o.person_id = l.person_id
			and o.state = 'returned' and (o.channel, o.number) = (l.channel, l.number) and not exists (select from pay_line n
				where n.person_id = l.person_id and (n.channel, n.number, n.state) = (l.channel, l.number, 'paid')
					and n.line_id > o.line_id))
	)
	select s.person_id, s.rule_id, s.cause from standing s cross join lateral (select from pay_line l
		where l.run_id = p_run and l.person_id = s.person_id and l.amount_fen > 0 limit 1) l
	union all
	select s.person_id, s.rule_id, s.channel || ' ' || s.number from seen s where s.rule_id in (select kind from pay_gate)
$$;

-- What the lines show by themselves: as long as they and the rules of the gate are the same, it is.
create or replace function pay_shown(p_run bigint) returns table (person_id bigint, rule_id text, cause text)
language sql stable rows 10000 set search_path = steward, pg_temp as $$
	with r as (
		select p.period, n.value as large from pay_run p left join policy_number n on n.name = 'work.large_payment'
		where p.run_id = p_run
	), accounts as materialized (
		-- Nobody is paid more than his account; few of them are more than one's, or reach the limit.
		select channel, number, min(person_id) <> max(person_id) as is_shared, sum(amount_fen) as fen from pay_line
		where run_id = p_run and amount_fen > 0 group by channel, number
		having min(person_id) <> max(person_id) or sum(amount_fen) >= (select large from r)
	), lines as materialized (
		select l.person_id, l.channel, l.number, sum(l.amount_fen) as fen, a.is_shared from pay_line l
		join accounts a using (channel, number)
		where l.run_id = p_run and l.amount_fen > 0 group by l.person_id, l.channel, l.number, a.is_shared
	), seen as (
		select l.person_id, 'pay.large' as rule_id, r.period || ' ' || l.fen as cause from lines l join r on l.fen >= r.large
		union all
		select l.person_id, 'pay.account_shared', l.channel || ' ' || l.number from lines l where l.is_shared and l.number <> ''
		union
		select l.person_id, 'pay.no_account', r.period::text from pay_line l, r
		where l.run_id = p_run and l.amount_fen > 0 and not exists (select from pay_channel c where c.channel = l.channel)
	)
	select s.person_id, s.rule_id, s.cause from seen s where s.rule_id in (select kind from pay_gate)
$$;

-- Holds what the signals say, and lets go what nothing stands against any more.  What a person has released stays so.
create or replace function pay_gate_apply(p_run bigint) returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	create temp table pay_now on commit drop as select * from pay_stands(p_run);
	delete from pay_signal s where s.run_id = p_run and s.state <> 'released' and not exists (select from pay_now n
		where (n.person_id, n.rule_id, n.cause) = (s.person_id, s.rule_id, s.cause));
	insert into pay_signal (person_id, run_id, rule_id, cause, region_code)
	select n.person_id, p_run, n.rule_id, n.cause, p.region_code from pay_now n join person p using (person_id)
	on conflict do nothing;
	drop table pay_now;
	perform pay_hold_lines(p_run);
end $$;

create or replace function pay_hold_lines(p_run bigint) returns void
language sql set search_path = steward, pg_temp as $$
	update pay_line l set state = 'held', why = s.why
	from (select person_id, min(rule_id) as why from pay_signal where run_id = p_run and state <> 'released'
		group by person_id) s
	where l.run_id = p_run and l.person_id = s.person_id and l.amount_fen > 0 and l.hold_id is null
		and l.why is distinct from s.why;
	update pay_line l set state = 'due', why = null
	where l.run_id = p_run and l.why is not null and l.hold_id is null and not exists (select from pay_signal s
		where s.run_id = p_run and s.person_id = l.person_id and s.state <> 'released');
	select pay_count(p_run);
$$;

-- Signatures are of a run as it was: whatever changes it takes them away.
create or replace function pay_unsign(p_run bigint) returns void
language sql set search_path = steward, pg_temp as $$
	update pay_run set state = 'gated', signed_by = null, signed_at = null, digest = null, approved_by = null,
		approved_at = null where run_id = p_run
$$;

create or replace function pay_gate_run(p_run bigint) returns bigint
language plpgsql security definer set search_path = steward, pg_temp set work_mem = '128MB' as $$
begin
	perform pay_may('gate', array['clerk', 'batch']);
	perform pay_take(p_run, array['open', 'gated', 'signed', 'approved']);
	if not exists (select from pay_gate) then
		raise exception using errcode = 'ST409', message = 'no text says which tasks hold a payment',
			hint = 'steward judge takes work.gate out of the texts in force.';
	end if;
	perform pay_gate_apply(p_run);
	perform pay_unsign(p_run);
	update pay_run set gated_at = now(), gate_rules = pay_gate_rules() where run_id = p_run;
	perform pay_audit('gate', p_run, (select jsonb_build_object('held', held, 'persons', persons) from pay_run
		where run_id = p_run));
	return (select held from pay_run where run_id = p_run);
end $$;

-- What a group of held lines is called.
create or replace function pay_title(p_rule text) returns text
language sql stable set search_path = steward, pg_temp as $$
	select coalesce(case p_rule when 'pay.large' then 'large payment' when 'pay.no_account' then 'no account'
			when 'pay.account_changed' then 'account changed' when 'pay.account_shared' then 'account of several persons'
			when 'pay.account_doubtful' then 'account number doubtful' when 'pay.account_failed' then 'came back from this account'
			when 'pay.account_test' then 'account not tested yet' end,
		(select f.title from finder f where f.rule_id = p_rule),
		(select t.title from task k join task_type t using (task_type) where k.rule_id = p_rule limit 1), p_rule)
$$;

-- Whose it is to release: the job that policy names for the rule, else for its kind of task.
create or replace function pay_release_by(p_rule text) returns text
language sql stable set search_path = steward, pg_temp as $$
	select coalesce((select g.release_by from pay_gate g where g.kind = p_rule),
		(select g.release_by from task t join pay_gate g on g.kind = t.task_type where t.rule_id = p_rule limit 1),
		'reviewer')
$$;

-- Alike lines together, or one person's: released, or kept back by somebody who has looked.
create or replace function pay_decide(p_run bigint, p_rule text, p_person bigint, p_event text, p_reason text)
returns bigint language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	r pay_run;
	job text := pay_release_by(p_rule);
	becomes text := case p_event when 'keep' then 'kept' else 'released' end;
	n bigint;
begin
	r := pay_take(p_run, array['gated', 'signed']);
	if p_event not in ('release', 'keep') or not exists (select from reason w where w.task_type = 'payment'
			and w.event = p_event and w.code = p_reason) then
		raise exception using errcode = 'ST422', message = format('"%s" is not a reason for "%s"', p_reason, p_event),
			hint = 'Give one of the reason codes of the kind of task "payment".';
	end if;
	if p_event = 'release' and job = 'none' then
		raise exception using errcode = 'ST409', message = 'this cannot be released',
			hint = 'What stands against it has to be mended first.';
	end if;
	perform pay_may(p_event, case p_event when 'release' then array[job] else array['clerk', 'reviewer', 'manager'] end);
	update pay_signal set state = becomes, who = session_user, at = now(),
		reason = p_reason
	where run_id = p_run and rule_id = p_rule and (p_person is null or person_id = p_person)
		and state <> becomes;
	get diagnostics n = row_count;
	if n = 0 then
		raise exception using errcode = 'ST404', message = 'nothing is held for this reason',
			hint = 'Look at the groups again: steward pay show.';
	end if;
	update pay_run set makers = makers || session_user where run_id = p_run and session_user <> all (makers);
	perform pay_hold_lines(p_run);
	perform pay_unsign(p_run);
	perform pay_audit(p_event, p_run, jsonb_build_object('rule', p_rule, 'person', p_person, 'reason', p_reason, 'rows', n));
	return n;
end $$;

-- All lines, and who has decided what about those that are held: what two persons sign.
create or replace function pay_digest(p_run bigint) returns text
language sql stable security definer set search_path = steward, pg_temp as $$
	select sha256_text(concat_ws(E'\n', r.period, r.nth, (select string_agg(x.digest, E'\n' order by x.part) from (
			select l.person_id % 997 as part, sha256_text(string_agg(concat_ws(E'\x1f', l.person_id, l.scheme, l.kind,
				l.period, l.amount_fen, l.offset_fen, l.over_fen, l.decided_fen, l.sent_fen, l.outside_fen, l.state, l.why, l.hold_id,
				l.payee, l.channel, l.number), E'\n' order by l.person_id, l.line_id)) as digest
			from pay_line l where l.run_id = p_run group by 1) x),
		(select string_agg(concat_ws(E'\x1f', x.payment_id, x.deduction_id, x.again, x.amount_fen, x.payee, x.channel, x.number), E'\n'
			order by x.payment_id) from pay_deduction x where x.run_id = p_run), account_test_digest(p_run),
		(select string_agg(concat_ws(E'\x1f', s.person_id, s.rule_id, s.cause, s.state, s.who, s.reason), E'\n'
			order by s.person_id, s.rule_id collate "C", s.cause collate "C") from pay_signal s where s.run_id = p_run)))
	from pay_run r where r.run_id = p_run
$$;

create or replace function pay_sign(p_run bigint) returns text
language plpgsql security definer set search_path = steward, pg_temp set work_mem = '128MB' as $$
declare
	signature text;
begin
	perform pay_may('sign', array['clerk']);
	perform pay_take(p_run, array['gated', 'signed']);
	signature := pay_digest(p_run);
	update pay_run set state = 'signed', signed_by = session_user, signed_at = now(), digest = signature,
		makers = case when session_user = any (makers) then makers else makers || session_user end
	where run_id = p_run;
	perform pay_audit('sign', p_run, jsonb_build_object('digest', signature));
	return signature;
end $$;

-- What differs from what was prepared, counted anew: persons, months and amounts; accounts and names; signals.
create or replace function pay_changed(p_run bigint) returns table (what text, persons bigint, person bigint)
language sql stable set search_path = steward, pg_temp as $$
	with r as (
		select * from pay_run where run_id = p_run
	), lines as materialized (
		select * from pay_line where run_id = p_run
	)
	select 'amounts', count(distinct person_id), min(person_id) from pay_plan((select period from r)) x
	full join lines l using (person_id, scheme, kind, period)
	where (x.decided_fen, x.sent_fen, x.outside_fen) is distinct from (l.decided_fen, l.sent_fen, l.outside_fen)
	having count(*) > 0
	union all
	select 'accounts', count(distinct l.person_id), min(l.person_id) from lines l join person p using (person_id)
	left join account_paid_to(greatest((select day from r), business_day())) a using (person_id)
	where (l.channel, l.number, l.payee) is distinct from (coalesce(a.channel, ''), coalesce(a.number, ''), p.name)
	having count(*) > 0
	union all
	select 'accounts', count(*), min(person_id) from account_test_gone(p_run) having count(*) > 0
	union all
	select 'deductions', count(distinct person_id), min(person_id) from (select * from pay_offset where run_id = p_run) o
	full join pay_offsets(p_run) n using (person_id, line_id, receivable_id) where o.amount_fen is distinct from n.amount_fen
	having count(*) > 0
	union all
	select 'deductions', count(*), min(person_id) from pay_deductions_changed(p_run) having count(*) > 0
	union all
	select 'signals', count(distinct n.person_id), min(n.person_id) from pay_told(p_run) n
	where not exists (select from pay_signal s where s.run_id = p_run
		and (s.person_id, s.rule_id, s.cause) = (n.person_id, n.rule_id, n.cause))
	having count(*) > 0
$$;

create or replace function pay_is_as_prepared(p_run bigint, p_digest text) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	c record;
begin
	if p_digest is distinct from (select digest from pay_run where run_id = p_run) or pay_digest(p_run) <> p_digest then
		raise exception using errcode = 'ST409', message = 'the run is not what was signed',
			hint = 'Look at it again: steward pay show tells its signature.';
	end if;
	if pay_gate_rules() is distinct from (select gate_rules from pay_run where run_id = p_run) then
		raise exception using errcode = 'ST409', message = 'the gate goes by other rules than when it looked at the run',
			hint = 'Run the gate again, then it is signed and approved anew.';
	end if;
	select * into c from pay_changed(p_run) limit 1;
	if found then
		raise exception using errcode = 'ST409', message = format('the run is not what was prepared: %s of %s persons differ, '
			'one of them is %s', c.what, c.persons, c.person),
			hint = case c.what when 'signals' then 'Run the gate again, then it is signed and approved anew.'
				else 'Prepare it again, then it is signed and approved anew.' end;
	end if;
end $$;

-- By a second person, of exactly what he has seen, which is worked out again now.
create or replace function pay_approve(p_run bigint, p_digest text) returns text
language plpgsql security definer set search_path = steward, pg_temp set work_mem = '128MB' as $$
declare
	r pay_run;
begin
	perform pay_may('approve', array['reviewer', 'manager']);
	r := pay_take(p_run, array['signed', 'approved']);
	-- His own approval once more is the one he has given.
	if r.state = 'approved' and r.approved_by = session_user and r.digest = p_digest then
		return p_digest;
	end if;
	perform pay_take(p_run, array['signed']);
	if session_user = any (r.makers) then
		raise exception using errcode = 'ST403', message = 'a run needs a second person',
			hint = 'You have prepared it, signed it or released lines of it; somebody else must look at it.';
	end if;
	perform pay_is_as_prepared(p_run, p_digest);
	update pay_run set state = 'approved', approved_by = session_user, approved_at = now() where run_id = p_run;
	insert into pay_check (run_id) values (p_run);
	perform pay_audit('approve', p_run, jsonb_build_object('digest', p_digest));
	return p_digest;
end $$;

-- Nothing of it has been paid: as if it had not been.
create or replace function pay_take_back(p_run bigint) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform pay_may('take_back', array['clerk', 'reviewer', 'manager']);
	if (pay_take(p_run, array['open', 'gated', 'signed', 'approved', 'exported', 'taken_back'])).state = 'taken_back' then
		return 'taken_back';
	end if;
	update pay_run set state = 'taken_back' where run_id = p_run;
	perform account_test_take_back(p_run);
	perform pay_audit('take_back', p_run, '{}');
	return 'taken_back';
end $$;

-- The working day by which a month is to be paid: the last one up to its payday.
create or replace function pay_due(p_period int) returns date
language sql stable set search_path = steward, pg_temp as $$
	select due_on(to_date(p_period::text, 'YYYYMM')
		+ coalesce((select value::int from policy_number where name = 'work.payday'), 10), 0, -1)
$$;

create or replace function pay_day(p_period int) returns date
language sql stable set search_path = steward, pg_temp as $$
	select greatest(business_day(), pay_due(p_period))
$$;

-- The working day on which the month's run is made: what is decided later goes with a supplement.
create or replace function pay_cutoff(p_period int) returns date
language sql stable set search_path = steward, pg_temp as $$
	select due_on(pay_due(p_period), 0,
		-greatest(coalesce((select value::int from policy_number where name = 'work.cutoff_days'), 5), 1))
$$;

-- The first export of what was approved; again, the same.
create or replace function pay_export(p_run bigint) returns pay_run
language plpgsql security definer set search_path = steward, pg_temp set work_mem = '128MB' as $$
declare
	r pay_run;
begin
	perform pay_may('export', array['clerk', 'reviewer', 'manager']);
	perform restored_refuse();
	perform barrier_may_export(p_run);
	r := pay_take(p_run, array['approved', 'exported', 'sent', 'closed']);
	if r.state = 'approved' then
		perform pay_is_as_prepared(p_run, r.digest);
		update pay_run set state = 'exported', exported_at = date_trunc('second', now()),
			paid_on = pay_day(r.period) where run_id = p_run returning * into r;
		perform pay_audit('export', p_run, jsonb_build_object('digest', r.digest));
	elsif r.state = 'exported' and pay_digest(p_run) <> r.digest then
		raise exception using errcode = 'ST409', message = 'the run is not what was signed',
			hint = 'Take it back: nothing of it has been paid.';
	end if;
	return r;
end $$;

-- What the files of a run have in them, whoever writes them out: a bank is told of everybody who is paid.  Collected
-- once an export; its pages are read from what was collected.
create or replace function pay_file_payees(p_run bigint) returns setof pay_payee
language plpgsql security definer set search_path = steward, pg_temp set work_mem = '128MB' as $$
begin
	perform pay_may('export', array['clerk', 'reviewer', 'manager']);
	perform barrier_may_export(p_run);
	create temp table paid_out on commit drop as
	select row_number() over (order by y.payee_id, y.channel, y.number) as place, y.* from pay_payee y where y.run_id = p_run;
	create unique index on paid_out (place);
	return query select run_id, payee_id, person_id, is_other, region_code, channel, number, payee, fen, is_due from paid_out;
end $$;

-- Those after a place, at most so many.
create or replace function pay_file_page(p_after bigint, p_n int)
returns table (place bigint, payee_id bigint, person_id bigint, is_other boolean, channel text, number text, payee text, fen bigint)
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform pay_may('export', array['clerk', 'reviewer', 'manager']);
	perform session_table('paid_out');
	return query select y.place, y.payee_id, y.person_id, y.is_other, y.channel, y.number, y.payee, y.fen from paid_out y
	where y.place > p_after order by y.place limit p_n;
end $$;
grant execute on function pay_file_payees, pay_file_page to steward_staff;

create or replace function pay_file_put(p_run bigint, p_channel text, p_name text, p_digest text, p_lines bigint, p_fen bigint)
returns void language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	f pay_file;
begin
	perform pay_may('export', array['clerk', 'reviewer', 'manager']);
	perform pay_take(p_run, array['exported', 'sent', 'closed']);
	select * into f from pay_file where run_id = p_run and channel = p_channel;
	if found and (f.name, f.digest, f.lines, f.amount_fen) is distinct from (p_name, p_digest, p_lines, p_fen) then
		raise exception using errcode = 'ST409', message = format('the file of %s is not what was exported before', p_channel),
			hint = 'Nothing was written; use the program and the texts that exported it, or take the run back.';
	end if;
	insert into pay_file (run_id, channel, name, digest, lines, amount_fen)
	values (p_run, p_channel, p_name, p_digest, p_lines, p_fen) on conflict do nothing;
end $$;

-- The payments a run has made, beside those that files tell: a file that tells the same changes nothing.
-- A month's table of payments is new and unknown to the planner: it is never to be gone through once a line.
create or replace function pay_facts(p_run bigint, p_paid_on date) returns void
language plpgsql set search_path = steward, pg_temp set enable_nestloop = off as $$
begin
	insert into payment (person_id, period, kind, seq, region_code, amount_fen, paid_on, batch_id, line)
	select l.person_id, l.period, l.kind, coalesce(y.seq, 0) + row_number() over (partition by l.person_id, l.period, l.kind
		order by l.line_id), l.region_code, l.amount_fen, p_paid_on, 0, 0
	from pay_line l left join (select person_id, period, kind, max(seq) as seq from payment
		where period in (select distinct period from pay_line where run_id = p_run)
		group by person_id, period, kind) y using (person_id, period, kind)
	where l.run_id = p_run and l.state = 'due' and l.amount_fen > 0;
	perform claim_move(o.person_id, o.receivable_id, 'offset', -o.amount_fen, format('run %s line %s', p_run, o.line_id),
		p_paid_on, (select approved_by from pay_run where run_id = p_run))
	from pay_offset o join pay_line l using (person_id, line_id) where o.run_id = p_run and l.state = 'due';
	perform pay_book_keep(null);
	update arrears a set state = 'paid' where a.state = 'due'
		and exists (select from pay_line l where l.run_id = p_run and l.person_id = a.person_id and l.state = 'due')
		and not exists (select from pay_line l where l.run_id = p_run and l.person_id = a.person_id and l.state = 'held');
	insert into touched (person_id, batch_id, region_code) values (0, 0, 0) on conflict do nothing;
end $$;

-- The files are with the banks, to the byte as they were exported: from now on it counts as sent.
create or replace function pay_send(p_run bigint, p_files jsonb, p_paid_on date) returns text
language plpgsql security definer set search_path = steward, pg_temp set work_mem = '128MB' as $$
declare
	r pay_run;
	bad text;
begin
	perform pay_may('confirm', array['clerk', 'reviewer', 'manager']);
	r := pay_take(p_run, array['exported', 'sent', 'closed']);
	select coalesce(f.name, g.name) into bad from (select * from pay_file where run_id = p_run) f
	full join (select key as name, value as digest from jsonb_each_text(p_files)) g using (name)
	where f.digest is distinct from g.digest order by 1 limit 1;
	if found or not exists (select from pay_file where run_id = p_run) then
		raise exception using errcode = 'ST409', message = format('the file "%s" is not what was exported', bad),
			hint = 'Nothing is confirmed; export the run again and hand over those files.';
	end if;
	if r.state <> 'exported' then
		return r.state;
	end if;
	update pay_run set state = 'sent', sent_by = session_user, sent_at = now(), paid_on = coalesce(p_paid_on, paid_on)
	where run_id = p_run returning * into r;
	perform pay_facts(p_run, r.paid_on);
	perform account_test_sent(p_run, r.paid_on);
	perform pay_audit('confirm', p_run, jsonb_build_object('paid_on', r.paid_on));
	return 'sent';
end $$;

grant execute on function pay_gate_run, pay_title, pay_due, pay_cutoff to steward_staff, steward_batch;
grant execute on function pay_decide, pay_sign, pay_approve, pay_take_back, pay_export, pay_file_put, pay_send, pay_changed,
	pay_digest, pay_release_by, pay_title to steward_staff;
