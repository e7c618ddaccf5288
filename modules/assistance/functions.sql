-- Assistance that nobody asked for: proposed from what is held, granted by two persons, paid once by the next run.

create or replace function assist_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with noted as (
		update decision d set inputs = d.inputs || jsonb_build_object('effect', jsonb_build_object('year', extract(year from d.business_day)::int,
			'amount_fen', (d.inputs ->> 'monthly_fen')::bigint))
		where d.person_id = p_person and d.decision_id = p_decision and (d.inputs ->> 'monthly_fen')::bigint > 0
		returning d.decision_id
	) select count(*) from noted
$$;

create or replace function assist_grant(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	d decision := (select x from decision x where x.person_id = p_person and x.decision_id = p_decision);
	fen bigint := (d.inputs -> 'effect' ->> 'amount_fen')::bigint;
	of_year int := (d.inputs -> 'effect' ->> 'year')::int;
begin
	if fen is null or person_is_dead(p_person) or exists (select from assistance_grant where person_id = p_person
			and year = of_year) then
		return 0;
	end if;
	insert into assistance_grant (person_id, year, region_code, amount_fen, why, from_month, granted_on, decision_id)
	values (p_person, of_year, d.region_code, fen, d.inputs ->> 'say', benefit_once(p_person, 'assistance', 'assistance', fen),
		business_day(), p_decision);
	insert into touched (person_id, batch_id, region_code) values (p_person, 0, d.region_code) on conflict do nothing;
	return 1;
end $$;

create or replace function assist_grant_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	g assistance_grant := (select x from assistance_grant x where x.person_id = p_person
		and x.decision_id = (undone_by(p_person, p_decision)).decision_id);
begin
	if g.person_id is null or not benefit_once_undo(p_person, 'assistance', 'assistance', g.from_month) then
		return 0;
	end if;
	delete from assistance_grant x where x.person_id = p_person and x.year = g.year;
	insert into touched (person_id, batch_id, region_code) values (p_person, 0, g.region_code) on conflict do nothing;
	return 1;
end $$;

-- Who does not want it, or needs it no longer, is not asked again this year.
create or replace function assist_decline(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with declined as (
		insert into assistance_grant (person_id, year, region_code, amount_fen, why, from_month, granted_on, decision_id, is_declined)
		select d.person_id, extract(year from d.business_day)::int, d.region_code, 0, coalesce(d.inputs ->> 'say', ''),
			date_trunc('month', d.business_day)::date, d.business_day, d.decision_id, true
		from decision d where d.person_id = p_person and d.decision_id = p_decision on conflict do nothing returning region_code
	), touch as (
		insert into touched (person_id, batch_id, region_code) select p_person, 0::bigint, region_code from declined on conflict do nothing
	) select count(*) from declined
$$;
create or replace function assist_decline_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with gone as (
		delete from assistance_grant x where x.person_id = p_person and x.is_declined
			and x.decision_id = (undone_by(p_person, p_decision)).decision_id returning region_code
	), touch as (
		insert into touched (person_id, batch_id, region_code) select p_person, 0::bigint, region_code from gone on conflict do nothing
	) select count(*) from gone
$$;

-- A number of the module's parameters.
create or replace function assist_number(p_name text) returns numeric
language sql stable set search_path = steward, pg_temp as $$
	select value from policy_number where name = 'work.check_' || p_name
$$;

-- What is wrong with a health check that a hospital wants paid: not entitled on that day, a second one in the year, dearer
-- than agreed; null: nothing.
create or replace view health_check_told as
select h.*, case when coalesce((select min(e.from_day) from death_told t cross join lateral (select t.died_on as from_day) e
			where t.person_id = h.person_id), 'infinity') <= h.checked_on then 'after the death'
		when not exists (select from benefit b where b.person_id = h.person_id and b.kind = 'pension' and b.valid_from <= h.checked_on
			and (b.valid_to is null or b.valid_to > h.checked_on)) then 'no pension is drawn'
		when (select p.birth_date from person p where p.person_id = h.person_id)
			> (h.checked_on - make_interval(years => assist_number('age')::int))::date then 'too young'
		when exists (select from health_check o where o.person_id = h.person_id and o.checked_on < h.checked_on
			and extract(year from o.checked_on) = extract(year from h.checked_on)) then 'a second one in the year'
		when h.amount_fen > assist_number('fen') then 'dearer than agreed' end as fault
from health_check h;

-- What becomes of a check when a month is settled: nothing in doubt is paid.
create or replace view health_check_state as
select h.person_id, h.checked_on, h.region_code, h.hospital, h.amount_fen, h.batch_id, h.line, p.name, h.fault, case when t.state = 'done' then 'refused' when t.state = 'dismissed' then 'payable'
	when h.fault is not null then 'held' else 'payable' end as state
from health_check_told h join person p using (person_id)
left join task t on t.person_id = h.person_id and t.rule_id = 'assistance.check' and t.cause = h.checked_on::text;
drop function if exists health_check_fault(health_check);
grant select on health_check_told, health_check_state to steward_staff, steward_batch;
revoke execute on function assist_plan, assist_grant, assist_grant_undo, assist_decline, assist_decline_undo from public;
grant execute on function assist_number to steward_staff, steward_batch;

-- Whose facts a household looks at: its head's and those of all who belong to it.
create or replace view household_persons as
select household_id, person_id, region_code from household
union select h.household_id, m.person_id, h.region_code from household_member m join household h using (household_no);
grant select on household_persons to steward_staff, steward_batch;
