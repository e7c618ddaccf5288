-- What decisions about an award do.

-- The award by the base named in the cause; the pension from next month on; for the months that were paid by the
-- old amount what is missing.
create or replace function award_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp set datestyle = iso as $$
	with plan as (
		select d.decision_id, jsonb_build_object('awarded_from', a.awarded_from,
			'base_before', a.base_fen,
			'base_after', (split_part(d.cause, ' ', 2)::numeric * 100)::bigint,
			'award_before', a.amount_fen, 'award_after', a.amount_fen + d.proposed_fen,
			'scheme', n.scheme, 'valid_from', n.valid_from, 'monthly_before', n.monthly_fen,
			'monthly_after', n.monthly_fen + d.proposed_fen, 'from_period', p, 'months', m.onths,
			'arrears_fen', m.onths * d.proposed_fen) as effect
		from decision d
		join award a on a.person_id = d.person_id
			and extract(year from a.awarded_from)::text = split_part(d.cause, ' ', 1)
		join lateral (select * from benefit x where x.person_id = d.person_id
			and x.scheme = 'employee' and x.kind = 'pension' order by valid_from desc limit 1) n on true
		cross join lateral next_period(d.business_day) p
		cross join lateral (select greatest(0, p / 100 * 12 + p % 100
			- extract(year from n.valid_from)::int * 12
			- extract(month from n.valid_from)::int) as onths) m
		where d.person_id = p_person and d.decision_id = p_decision and d.proposed_fen is not null
	), noted as (
		update decision d set inputs = d.inputs || jsonb_build_object('effect', plan.effect)
		from plan where d.person_id = p_person and d.decision_id = plan.decision_id
		returning d.decision_id
	) select count(*) from noted
$$;

-- An award and its pension become other ones, from what they are noted to be; nothing is done where they are not.
create or replace function award_put(p_person bigint, p_decision bigint, p_effect jsonb)
returns bigint language sql set search_path = steward, pg_temp set datestyle = iso as $$
	with noted as (
		select d.person_id, d.decision_id, d.region_code, d.author, d.approver, x.*
		from decision d, jsonb_to_record(p_effect) as x (awarded_from date, base_before bigint, base_after bigint,
			award_before bigint, award_after bigint, scheme text, valid_from date, monthly_before bigint,
			monthly_after bigint, months int, arrears_fen bigint)
		where d.person_id = p_person and d.decision_id = p_decision
	), awarded as (
		update award a set base_fen = base_after, amount_fen = award_after, batch_id = 0, line = 0 from noted e
		where a.person_id = e.person_id and a.awarded_from = e.awarded_from
			and a.base_fen = base_before and a.amount_fen = award_before
		returning a.person_id
	), paid as (
		update benefit n set monthly_fen = monthly_after, batch_id = 0, line = 0 from noted e join awarded using (person_id)
		where n.person_id = e.person_id and n.scheme = e.scheme and n.kind = 'pension' and n.valid_from = e.valid_from
			and n.monthly_fen = monthly_before
		returning n.person_id
	), touch as (
		insert into touched (person_id, batch_id, region_code)
		select person_id, 0, region_code from noted join paid using (person_id)
		on conflict do nothing
	), kept as (
		insert into correction (person_id, decision_id, region_code, awarded_from, base_before,
			base_after, monthly_before, monthly_after, months, arrears_fen, proposer,
			approver)
		select person_id, decision_id, region_code, awarded_from, base_before, base_after,
			monthly_before, monthly_after, months, arrears_fen, author, approver
		from noted join paid using (person_id)
		returning decision_id
	) select count(*) from kept
$$;

-- Nothing but what was noted: another award, pension or month than then, and nothing is done.
create or replace function award_correct(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	select coalesce((select award_put(p_person, p_decision, d.inputs -> 'effect') from decision d
		where d.person_id = p_person and d.decision_id = p_decision
			and (d.inputs -> 'effect' ->> 'from_period')::int = next_period(business_day())), 0)
$$;

-- The award and the pension as they were; what was paid too much by then, arrears and the months since, stands as
-- arrears below nothing.
create or replace function award_correct_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	select coalesce((select award_put(p_person, p_decision, e || jsonb_build_object(
			'base_before', e -> 'base_after', 'base_after', e -> 'base_before',
			'award_before', e -> 'award_after', 'award_after', e -> 'award_before',
			'monthly_before', e -> 'monthly_after', 'monthly_after', e -> 'monthly_before',
			'months', (e ->> 'months')::int + since, 'arrears_fen', -(e ->> 'arrears_fen')::bigint
				- since * ((e ->> 'monthly_after')::bigint - (e ->> 'monthly_before')::bigint)))
		from (select o.inputs -> 'effect' as e from undone_by(p_person, p_decision) o) x
		cross join lateral (select greatest(0, p / 100 * 12 + p % 100 - f / 100 * 12 - f % 100) as since
			from next_period(business_day()) p, (select (e ->> 'from_period')::int as f) y) z), 0)
$$;
