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

create or replace function hold_place(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with placed as (
		insert into hold (person_id, hold_id, region_code, rule_id, cause, from_period, state,
			decision_id, proposer)
		select d.person_id, nextval('id_block'), d.region_code, d.rule_id, d.cause,
			next_period(d.business_day), 'provisional', d.decision_id, d.author
		from decision d where d.person_id = p_person and d.decision_id = p_decision
		returning hold_id
	) select count(*) from placed
$$;

create or replace function hold_confirm(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with confirmed as (
		update hold h set state = 'final', approver = d.approver from decision d
		where h.person_id = p_person and d.person_id = p_person and d.decision_id = p_decision
			and h.decision_id = p_decision and h.state = 'provisional'
		returning h.hold_id
	) select count(*) from confirmed
$$;

create or replace function hold_lift(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with lifted as (
		update hold set state = 'lifted'
		where person_id = p_person and decision_id = p_decision and state = 'provisional'
		returning hold_id
	) select count(*) from lifted
$$;
