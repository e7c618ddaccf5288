-- What a benefit pays, what stops it, and what decisions do about that.

-- A benefit as it would be paid: from its first month to the one before the next row of the same benefit begins or it
-- ends; held_from is the first month that a hold stops wholly.  For period P it is due when from_period <= P and
-- P < to_period, and held when held_from <= P.
create or replace view payable as
select b.person_id, b.region_code, b.scheme, b.kind, b.valid_from, b.monthly_fen,
	to_char(b.valid_from, 'YYYYMM')::int as from_period,
	case when b.until = 'infinity' then 999912 else to_char(b.until, 'YYYYMM')::int end as to_period,
	(select min(h.from_period) from hold h where h.person_id = b.person_id and h.state <> 'lifted'
		and h.line_id is null and (h.scheme is null or (h.scheme, h.kind) = (b.scheme, b.kind))) as held_from
from (select n.*, least(n.valid_to, lead(n.valid_from) over (partition by n.person_id, n.scheme, n.kind
		order by n.valid_from)) as until from benefit n) b
where b.state = 'paid';
grant select on payable to steward_staff, steward_batch;

-- The first month that is not due is the one after the day which is the cause, not after the decision: what was paid
-- meanwhile is too much.
create or replace function hold_place(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with placed as (
		insert into hold (person_id, hold_id, region_code, rule_id, cause, from_period, state,
			decision_id, proposer)
		select d.person_id, nextval('id_block'), d.region_code, d.rule_id, d.cause,
			next_period(case when d.cause ~ '^\d{4}-\d{2}-\d{2}$' then d.cause::date else d.business_day end),
			'provisional', d.decision_id, d.author
		from decision d where d.person_id = p_person and d.decision_id = p_decision
		returning hold_id
	) select count(*) from placed
$$;

-- What went out meanwhile is at once somebody's to claim.
create or replace function hold_confirm(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	with confirmed as (
		update hold h set state = 'final', approver = d.approver from decision d
		where h.person_id = p_person and d.person_id = p_person and d.decision_id = p_decision
			and h.decision_id = p_decision and h.state = 'provisional'
		returning h.hold_id, h.region_code
	), touch as (
		insert into touched (person_id, batch_id, region_code)
		select p_person, 0::bigint, region_code from confirmed on conflict do nothing
	) select count(*) into n from confirmed;
	perform overpaid_raise(p_person);
	return n;
end $$;

create or replace function hold_lift(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with lifted as (
		update hold set state = 'lifted'
		where person_id = p_person and decision_id = p_decision and state = 'provisional'
		returning hold_id
	) select count(*) from lifted
$$;

-- What a hold kept back from a month on, noted with the decision that would pay it: the months in which nothing was
-- paid, up to the one of the business day.
create or replace function arrears_note(p_person bigint, p_decision bigint, p_hold bigint, p_first int)
returns bigint language sql set search_path = steward, pg_temp as $$
	with plan as (
		select d.decision_id, jsonb_build_object('hold_id', p_hold, 'from_period', p_first,
			'to_period', c.last, 'months', coalesce(sum(y.months), 0),
			'arrears_fen', coalesce(sum(y.fen), 0)) as effect
		from decision d
		cross join lateral (select to_char(d.business_day, 'YYYYMM')::int as last) c
		left join lateral (select count(distinct m.period) as months, sum(b.monthly_fen) as fen from payable b
			join generate_series(to_date(p_first::text, 'YYYYMM'), d.business_day, interval '1 month') g (day) on true
			cross join lateral (select to_char(g.day, 'YYYYMM')::int as period) m
			where b.person_id = d.person_id and m.period >= b.from_period and m.period < b.to_period
				and not exists (select from payment p where p.person_id = d.person_id
					and p.period = m.period and p.kind = b.kind)) y on true
		where d.person_id = p_person and d.decision_id = p_decision and p_hold is not null
		group by d.decision_id, c.last
	), noted as (
		update decision d set inputs = d.inputs || jsonb_build_object('effect', plan.effect)
		from plan where d.person_id = p_person and d.decision_id = plan.decision_id
		returning d.decision_id
	) select count(*) from noted
$$;

-- The cause names the rule of the hold and the first month that is due again.
create or replace function resume_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	select arrears_note(p_person, p_decision, (select h.hold_id from hold h where h.person_id = p_person
		and h.rule_id = split_part(p_cause, ' ', 1) and h.state = 'final' order by h.hold_id desc limit 1),
		split_part(p_cause, ' ', 2)::int)
$$;

create or replace function resume_pay(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with noted as (
		select d.region_code, x.* from decision d, jsonb_to_record(d.inputs -> 'effect') as x (hold_id bigint,
			from_period int, to_period int, months int, arrears_fen bigint)
		where d.person_id = p_person and d.decision_id = p_decision
	), lifted as (
		update hold h set state = 'lifted' from noted e
		where h.person_id = p_person and h.hold_id = e.hold_id and h.state = 'final'
		returning h.hold_id
	), owed as (
		insert into arrears (person_id, arrears_id, region_code, decision_id, hold_id, from_period, to_period, months,
			amount_fen)
		select p_person, nextval('id_block'), e.region_code, p_decision, e.hold_id, e.from_period, e.to_period,
			e.months, e.arrears_fen
		from noted e join lifted using (hold_id) where e.arrears_fen > 0
	), touch as (
		insert into touched (person_id, batch_id, region_code)
		select p_person, 0::bigint, e.region_code from noted e join lifted using (hold_id) on conflict do nothing
	) select count(*) from lifted
$$;

-- Another first month of a final hold: the cause names its rule and the month.
create or replace function hold_month_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with noted as (
		update decision d set inputs = d.inputs || jsonb_build_object('effect', jsonb_build_object('hold_id', h.hold_id,
			'before', h.from_period, 'after', split_part(d.cause, ' ', 2)::int))
		from hold h where d.person_id = p_person and d.decision_id = p_decision and h.person_id = d.person_id
			and h.rule_id = split_part(d.cause, ' ', 1) and h.state = 'final'
		returning d.decision_id
	) select count(*) from noted
$$;

create or replace function hold_month_put(p_person bigint, p_hold bigint, p_before int, p_after int)
returns bigint language sql set search_path = steward, pg_temp as $$
	with moved as (
		update hold h set from_period = p_after where h.person_id = p_person and h.hold_id = p_hold
			and h.state = 'final' and h.from_period = p_before
		returning h.region_code
	), touch as (
		insert into touched (person_id, batch_id, region_code)
		select p_person, 0::bigint, region_code from moved on conflict do nothing
	) select count(*) from moved
$$;

create or replace function hold_month_set(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	select coalesce((select hold_month_put(p_person, e.hold_id, e.before, e.after) from decision d,
		jsonb_to_record(d.inputs -> 'effect') as e (hold_id bigint, before int, after int)
		where d.person_id = p_person and d.decision_id = p_decision), 0)
$$;

create or replace function hold_month_set_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	select coalesce((select hold_month_put(p_person, e.hold_id, e.after, e.before)
		from undone_by(p_person, p_decision) o, jsonb_to_record(o.inputs -> 'effect') as e (hold_id bigint, before int,
			after int)), 0)
$$;

-- A stop that was decided wrongly: what it kept back is due.
create or replace function hold_confirm_undo_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	select coalesce((select arrears_note(p_person, p_decision, h.hold_id, h.from_period) from hold h
		where h.person_id = p_person and h.state = 'final'
			and h.decision_id = (undone_by(p_person, p_decision)).decision_id), 0)
$$;

create or replace function hold_confirm_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	select resume_pay(p_person, p_rule, p_cause, p_decision)
$$;

-- It stays stopped after all, while nothing of the arrears has been paid.
create or replace function resume_pay_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with o as (select * from undone_by(p_person, p_decision)),
	void as (
		update arrears a set state = 'void' from o
		where a.person_id = p_person and a.decision_id = o.decision_id and a.state = 'due'
	), stopped as (
		update hold h set state = 'final' from o
		where h.person_id = p_person and h.hold_id = (o.inputs -> 'effect' ->> 'hold_id')::bigint and h.state = 'lifted'
			and not exists (select from arrears a where a.person_id = p_person and a.decision_id = o.decision_id
				and a.state = 'paid')
		returning h.region_code
	), touch as (
		insert into touched (person_id, batch_id, region_code)
		select p_person, 0::bigint, region_code from stopped on conflict do nothing
	) select count(*) from stopped
$$;

-- One of two pensions ends with the month in which the other one began beside it; the cause is its scheme and first day.
-- What is noted is the row as it stands, so that nothing else ends.
create or replace function pension_end_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp set datestyle = iso as $$
	with noted as (
		update decision d set inputs = d.inputs || jsonb_build_object('effect', jsonb_build_object('kind', b.kind, 'from',
			d.inputs -> 'facts' -> 'from', 'kept', d.inputs -> 'facts' -> 'kept', 'row', to_jsonb(b), 'from_period',
			to_char((d.inputs -> 'facts' ->> 'from')::date, 'YYYYMM')::int))
		from benefit b
		where d.person_id = p_person and d.decision_id = p_decision and b.person_id = p_person and b.kind = 'pension'
			and b.scheme || ' ' || b.valid_from = p_cause
		returning d.decision_id
	) select count(*) from noted
$$;

-- A row of the same scheme would stand in the way of the one that is kept: it goes, its words stay with the decision.
create or replace function pension_end(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	e jsonb := (select inputs -> 'effect' from decision where person_id = p_person and decision_id = p_decision);
	n bigint;
begin
	if e ->> 'kept' = e -> 'row' ->> 'scheme' then
		delete from benefit b where to_jsonb(b) = e -> 'row' and b.person_id = p_person;
	else
		update benefit b set batch_id = 0, line = 0,
			state = case when b.valid_from < (e ->> 'from')::date then b.state else 'ended' end,
			valid_to = case when b.valid_from < (e ->> 'from')::date then (e ->> 'from')::date else b.valid_to end
		where to_jsonb(b) = e -> 'row' and b.person_id = p_person;
	end if;
	get diagnostics n = row_count;
	insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from person
	where person_id = p_person and n > 0 on conflict do nothing;
	perform overpaid_raise(p_person);
	return n;
end $$;

create or replace function pension_end_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp set datestyle = iso as $$
	with was as (
		select x.* from undone_by(p_person, p_decision) o, jsonb_populate_record(null::benefit, o.inputs -> 'effect' -> 'row') x
	), put as (
		insert into benefit select * from was on conflict (person_id, scheme, kind, valid_from) do update
		set state = excluded.state, valid_to = excluded.valid_to, batch_id = excluded.batch_id, line = excluded.line
		returning person_id, region_code
	), touch as (
		insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from put on conflict do nothing
	) select count(*) from put
$$;

-- Something that is paid once: a benefit of one month, the first from now on in which its kind has none.  Gives that month.
create or replace function benefit_once(p_person bigint, p_scheme text, p_kind text, p_fen bigint) returns date
language sql set search_path = steward, pg_temp as $$
	insert into benefit (person_id, scheme, kind, valid_from, valid_to, region_code, state, monthly_fen, batch_id, line)
	select p.person_id, p_scheme, p_kind, m.first, (m.first + interval '1 month')::date, p.region_code, 'paid', p_fen, 0, 0
	from person p cross join lateral (select min(g)::date as first from generate_series(date_trunc('month', business_day()),
			date_trunc('month', business_day()) + interval '5 years', interval '1 month') g
		where not exists (select from benefit b where (b.person_id, b.scheme, b.kind, b.valid_from)
			= (p_person, p_scheme, p_kind, g::date))) m
	where p.person_id = p_person returning valid_from
$$;

-- As if it had never been due: what was paid of it is somebody's to claim at once.
create or replace function benefit_once_undo(p_person bigint, p_scheme text, p_kind text, p_month date) returns boolean
language plpgsql set search_path = steward, pg_temp as $$
begin
	delete from benefit b where (b.person_id, b.scheme, b.kind, b.valid_from) = (p_person, p_scheme, p_kind, p_month) and b.batch_id = 0;
	if not found then
		return false;
	end if;
	perform overpaid_raise(p_person);
	return true;
end $$;
revoke execute on function benefit_once, benefit_once_undo from public;
