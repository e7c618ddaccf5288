-- What was paid too much: found, heard, decided by two, and brought back by a ledger that balances.

-- Of one person, a row a month of a benefit: what went out and has not come back, beyond what was due.  Looked at are
-- months that a final hold stops, and months that a run of ours has paid; what other programs paid before is theirs.
create or replace function paid_too_much(p_person bigint)
returns table (kind text, period int, over_fen bigint, rule_id text)
language sql stable rows 12 set search_path = steward, pg_temp as $$
	with gone as (
		select x.kind, x.period, sum(x.fen)::bigint as fen from (
			select y.kind, y.period, y.amount_fen as fen from payment y where y.person_id = p_person
			union all
			select l.kind, l.period, l.offset_fen from pay_line l join pay_run r using (run_id) where l.person_id = p_person
				and l.offset_fen > 0 and l.state <> 'held' and r.state in ('sent', 'closed')
			union all
			select v.kind, m.period, -m.back_fen from receivable_month m join receivable v using (person_id, receivable_id)
			where m.person_id = p_person) x
		group by x.kind, x.period
	), stops as (
		select h.kind, h.from_period, h.rule_id from hold h where h.person_id = p_person and h.state = 'final'
			and h.line_id is null
		union all
		select d.inputs -> 'effect' ->> 'kind', (d.inputs -> 'effect' ->> 'from_period')::int, d.rule_id from decision d
		where d.person_id = p_person and d.rule_id = 'person.two_pensions' and d.outcome = 'approved' and d.undoes is null
	)
	select g.kind, g.period, g.fen - d.fen, coalesce(s.rule_id, '') from gone g
	cross join lateral (select coalesce(sum(b.monthly_fen), 0)::bigint as fen from benefit_due b
		where b.person_id = p_person and b.kind = g.kind and month_no(g.period) >= b.from_no
			and month_no(g.period) < b.to_no) d
	left join lateral (select min(x.rule_id) as rule_id from stops x where coalesce(x.kind, g.kind) = g.kind
		and x.from_period <= g.period) s on true
	where g.fen > d.fen and (s.rule_id is not null or exists (select from pay_line l join pay_run r using (run_id)
		where l.person_id = p_person and l.kind = g.kind and l.period = g.period and r.state in ('sent', 'closed')))
$$;

-- Of that what no claim covers: what was decided about a month, and has not come back, is not asked for twice.
create or replace function overpaid_open(p_person bigint)
returns table (kind text, period int, over_fen bigint, rule_id text)
language sql stable rows 12 set search_path = steward, pg_temp as $$
	select o.kind, o.period, o.over_fen - c.fen, o.rule_id from paid_too_much(p_person) o
	cross join lateral (select coalesce(sum(m.over_fen - m.back_fen), 0)::bigint as fen from receivable_month m
		join receivable v using (person_id, receivable_id) where m.person_id = p_person and m.period = o.period
			and v.kind = o.kind and v.state in ('owed', 'settled', 'waived')) c
	where o.over_fen > c.fen
$$;

create or replace function yuan_text(p_fen bigint) returns text language sql immutable as
	$$ select to_char(p_fen / 100.0, 'FM999999999990.00') $$;

create or replace function period_text(p_period int) returns text language sql immutable as
	$$ select to_char(to_date(p_period::text, 'YYYYMM'), 'YYYY-MM') $$;

create or replace function recover_number(p_name text, p_else numeric) returns numeric
language sql stable set search_path = steward, pg_temp as $$
	select coalesce((select value from policy_number where name = 'work.recovery_' || p_name), p_else)
$$;

-- The matter a decision has opened.
create or replace function claim_of(p_person bigint, p_decision bigint) returns receivable
language sql stable set search_path = steward, pg_temp as $$
	select v.* from receivable v where v.person_id = p_person and v.decision_id = p_decision
$$;

-- Found at once when a decision has made it so; else by the next judge.
create or replace function overpaid_raise(p_person bigint) returns void
language sql set search_path = steward, pg_temp as $$
	insert into finding (person_id, rule_id, cause, subject, subject_id, region_code, task_type, due, say, inputs, rule_hash,
		found_on, monthly_fen)
	select f.person_id, d.rule_id, f.cause, 'person', 0, p.region_code, d.task_type,
		due_on(business_day(), coalesce(c.days, 20), c.working_days), f.say, f.inputs::text, sha256_text(d.body),
		business_day(), f.monthly_fen
	from overpaid_found(p_person) f join person p using (person_id) join finder d on d.rule_id = 'money.overpaid'
	left join work_clock c on c.kind = d.task_type
	on conflict do nothing;
	insert into task (person_id, rule_id, cause, subject, subject_id, region_code, task_type, due, priority, opened_on)
	select f.person_id, f.rule_id, f.cause, 'person', 0, f.region_code, f.task_type, f.due, coalesce(c.priority, 3),
		business_day()
	from finding f left join work_clock c on c.kind = f.task_type
	where f.person_id = p_person and f.rule_id = 'money.overpaid' and f.task_type not in (select task_type from work_off)
	on conflict (person_id, rule_id, cause) do update set state = 'open', ver = task.ver + 1, due = excluded.due,
		opened_on = excluded.opened_on, closed_on = null where task.state = 'withdrawn'
$$;

-- A row a kind of benefit, as a finder gives it.
create or replace function overpaid_found(p_person bigint) returns table (person_id bigint, cause text, say text,
	monthly_fen bigint, inputs jsonb)
language sql stable rows 1 set search_path = steward, pg_temp as $$
	select p_person, o.kind || ' ' || min(o.period), jsonb_build_array('%s yuan were paid too much: %s months, %s to %s',
			yuan_text(sum(o.over_fen)::bigint), count(*)::text, period_text(min(o.period)), period_text(max(o.period)))::text,
		sum(o.over_fen)::bigint, jsonb_build_object('kind', o.kind, 'from_period', min(o.period), 'to_period', max(o.period),
			'months', count(*), 'over_fen', sum(o.over_fen), 'rule', max(o.rule_id))
	from overpaid_open(p_person) o group by o.kind
$$;

-- The matter is put to the person: what is asked for and for which months, and by when he may answer.  What is written
-- off asks for nothing and waits for nobody.
create or replace function claim_hear(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	d decision;
	claim bigint := nextval('id_block');
	years numeric := recover_number('limit_years', 0);
begin
	select * into d from decision where person_id = p_person and decision_id = p_decision;
	insert into receivable (person_id, receivable_id, region_code, decision_id, state, kind, plan, rule_id, agreement,
		hearing_until)
	select p_person, claim, d.region_code, p_decision, 'heard', split_part(p_cause, ' ', 1),
		case d.event when 'write_off' then d.event else d.reason end,
		coalesce(max(o.rule_id), ''), d.note, case when d.event <> 'write_off'
			then due_on(d.business_day, recover_number('hearing_days', 15)::int, null) end
	from overpaid_open(p_person) o where o.kind = split_part(p_cause, ' ', 1) having count(*) > 0;
	if not found then
		return 0;
	end if;
	insert into receivable_month (person_id, receivable_id, period, region_code, over_fen, claim_fen, barred_on)
	select p_person, claim, o.period, d.region_code, o.over_fen, o.over_fen, case when years > 0
		then (to_date(o.period::text, 'YYYYMM') + make_interval(years => years::int))::date end
	from overpaid_open(p_person) o where o.kind = split_part(p_cause, ' ', 1);
	return 1;
end $$;

create or replace function claim_drop(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with claim as (
		select receivable_id from receivable where person_id = p_person and decision_id = p_decision and state = 'heard'
	), months as (
		delete from receivable_month m using claim c where m.person_id = p_person and m.receivable_id = c.receivable_id
	), gone as (
		delete from receivable v using claim c where v.person_id = p_person and v.receivable_id = c.receivable_id
		returning v.receivable_id
	) select count(*) from gone
$$;

-- Has the person answered, or the day passed by which he could?
create or replace function claim_is_heard(v receivable) returns boolean
language sql stable set search_path = steward, pg_temp as $$
	select v.hearing_until is null or v.hearing_until < business_day() or exists (select from message m
		where m.person_id = v.person_id and m.decision_id = v.decision_id and m.replied_on is not null)
$$;

-- The second person: heard first; who has judged one of its months is not a second person; instalments rest on an
-- agreement in writing (Social Insurance Agency Regulations 2023, art. 46).
create or replace function claim_open(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	v receivable := claim_of(p_person, p_decision);
	fen bigint := (select sum(claim_fen) from receivable_month where person_id = p_person and receivable_id = v.receivable_id);
	months int := recover_number('instalments', 12)::int;
begin
	if v.state is distinct from 'heard' then
		return 0;
	elsif not claim_is_heard(v) then
		raise exception using errcode = 'ST409', message = format('the person may answer until %s', v.hearing_until),
			hint = 'Wait for that day, or enter the answer with the message: steward post reply.';
	elsif exists (select from receivable_month m where m.person_id = p_person and m.receivable_id = v.receivable_id
			and m.judged_by = session_user) then
		raise exception using errcode = 'ST403', message = 'a proposal needs a second person',
			hint = 'You have judged months of it yourself; another reviewer must look at it.';
	elsif v.plan = 'instalments' and v.agreement = '' then
		raise exception using errcode = 'ST422', message = 'instalments need an agreement in writing',
			hint = 'Refuse it; the clerk proposes again with the number of the agreement as the note.';
	end if;
	update receivable set opened_on = business_day(), monthly_fen = case when plan = 'instalments' and fen > 0
		then ceil(fen::numeric / months) end where person_id = p_person and receivable_id = v.receivable_id;
	if fen > 0 then
		perform claim_move(p_person, v.receivable_id, 'opened', fen, 'decision ' || p_decision, business_day(), session_user);
	else
		update receivable set state = 'waived', moved_on = business_day() where person_id = p_person
			and receivable_id = v.receivable_id;
	end if;
	if fen > 0 and v.plan = 'write_off' then
		perform claim_move(p_person, v.receivable_id, 'waived', -fen, 'decision ' || p_decision, business_day(), session_user);
	end if;
	return 1;
end $$;

-- The claim was wrong: what is left of it falls.  What has come back meanwhile stays counted in the chain of the
-- benefit, so that the next run pays it again where it was due after all.
create or replace function claim_open_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	v receivable := claim_of(p_person, (undone_by(p_person, p_decision)).decision_id);
begin
	if v.receivable_id is null then
		return 0;
	end if;
	if v.left_fen > 0 then
		perform claim_move(p_person, v.receivable_id, 'corrected', -v.left_fen, 'decision ' || p_decision, business_day(),
			session_user);
	end if;
	update receivable set state = 'void' where person_id = p_person and receivable_id = v.receivable_id;
	insert into touched (person_id, batch_id, region_code) values (p_person, 0, v.region_code) on conflict do nothing;
	return 1;
end $$;
