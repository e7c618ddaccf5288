-- Care levels: assessed, graded by the law's tables, confirmed by two persons; and the hours that one gives in a month.

-- The items of the form in their order, and which points each may have.
create or replace view home_item as
select r.code as item, max(r.value) filter (where r.name = 'place')::int as place, max(r.value) filter (where r.name = 'dimension') as dimension,
	string_to_array(max(r.value) filter (where r.name = 'points'), ' ')::int[] as points
from policy_row r where r.kind = 'care_item' group by r.code;

-- The first item whose points are none that it may have.
create or replace function home_fault(p_points int[]) returns text language sql stable set search_path = steward, pg_temp as $$
	select i.item from home_item i where not coalesce(p_points[i.place] = any (i.points), false) order by i.place limit 1
$$;

create or replace function home_sum(p_points int[], p_dimension text) returns int language sql stable set search_path = steward, pg_temp as $$
	select sum(p_points[i.place])::int from home_item i where i.dimension = p_dimension
$$;

-- An assessment whose points were told otherwise since it was graded is graded anew.
create or replace view home_assessment_now as
select a.*, a.assessed_on || '/' || (a.round + 1) as cause, case when a.graded is not distinct from a.points then a.graded_state else 'open' end as stand
from home_assessment a;

-- The level of a day: what a death ends, and what the newest decision or file says.
create or replace function home_level(p_person bigint, p_day date, out level text, out dementia text, out from_day date, out to_day date)
language sql stable set search_path = steward, pg_temp as $$
	select c.level, c.dementia, c.from_day, least(c.to_day, (select min(d.died_on) from death_told d where d.person_id = p_person
		and person_is_dead(p_person)))
	from home_care c where c.person_id = p_person and c.from_day <= p_day order by c.from_day desc limit 1
$$;

-- Hours of care that a person has in the month of a day: granted, visited, planned and left; the same of its week.
create or replace function home_package(p_person bigint, p_day date, out level text, out hours numeric, out month_hours numeric, out visited numeric,
	out planned numeric, out left_hours numeric, out week_left numeric)
language sql stable set search_path = steward, pg_temp as $$
	with m as (select date_trunc('month', p_day)::date as first, (date_trunc('month', p_day) + interval '1 month')::date as next,
			date_trunc('week', p_day)::date as monday),
	l as (select x.*, g.hours from home_level(p_person, p_day) x left join home_granted g on g.person_id = p_person and g.from_day = x.from_day
		where x.level is not null and coalesce(x.to_day, p_day) >= p_day),
	v as (select x.day, extract(epoch from x.ended - x.began) / 3600 as hours from homevisit x, m where x.person_id = p_person and x.kind = 'care'
		and x.began < x.ended and x.day >= least(m.first, m.monday) and x.day < greatest(m.next, m.monday + 7)
		and not exists (select from task t where t.person_id = p_person and t.task_type = 'nursing_check' and t.subject_id = x.homevisit_id
			and t.state = 'done')),
	p as (select x.day, extract(epoch from x.to_at - x.from_at) / 3600 as hours from home_plan_now x, m where x.person_id = p_person
		and x.kind = 'care' and x.stand = 'planned' and x.day >= least(m.first, m.monday) and x.day < greatest(m.next, m.monday + 7))
	select l.level, l.hours, g.month_hours, d.visited, d.planned, g.month_hours - d.visited - d.planned, l.hours - d.week
	from l cross join m
	cross join lateral (select round(l.hours * greatest(0, least(coalesce(l.to_day + 1, m.next), m.next) - greatest(l.from_day, m.first)) / 7, 1)
		as month_hours) g
	cross join lateral (select
		(select coalesce(round(sum(v.hours)::numeric, 1), 0) from v where v.day >= m.first and v.day < m.next) as visited,
		(select coalesce(round(sum(p.hours)::numeric, 1), 0) from p where p.day >= m.first and p.day < m.next) as planned,
		(select coalesce(round(sum(x.hours)::numeric, 1), 0) from (select v.* from v union all select p.* from p) x
			where x.day >= m.monday and x.day < m.monday + 7) as week) d
$$;

create or replace function home_assess_raise(p_person bigint) returns bigint
language sql set search_path = steward, pg_temp set datestyle = iso as $$
	select task_drop(p_person, t.rule_id, t.cause) from task t where t.person_id = p_person and t.rule_id = 'nursing.assessment' and t.state = 'open'
		and not exists (select from home_assessment_now a where a.person_id = p_person and a.cause = t.cause and a.stand = 'open');
	select task_raise(p_person, 'nursing.assessment', a.cause, 'care_level', due_on(a.assessed_on, coalesce(c.days, 10), c.working_days),
		jsonb_build_array('assessed on %s; not graded yet', a.assessed_on)::text)
	from home_assessment_now a left join work_clock c on c.kind = 'care_level' where a.person_id = p_person and a.stand = 'open'
		and a.assessed_on = (select max(x.assessed_on) from home_assessment x where x.person_id = p_person);
	select 1::bigint;
$$;

-- What the form or a verb tells of an assessment; told again for the same day it replaces what was not decided yet.
create or replace function home_assess(p_person bigint, p_day date, p_daily text, p_mind text, p_senses text, p_impaired date, p_dementia boolean,
	p_to date, p_assessor text) returns text
language plpgsql security definer set search_path = steward, pg_temp set datestyle = iso as $$
declare
	region int;
	all_points int[] := home_points(p_daily, 10) || home_points(p_mind, 4) || home_points(p_senses, 3);
begin
	perform home_may();
	select region_code into region from person where person_id = p_person for update;
	if not found then
		raise exception using errcode = 'ST404', message = 'there is no such person';
	end if;
	if person_is_dead(p_person) then
		raise exception using errcode = 'ST409', message = 'the person is reported dead', hint = 'Nothing was stored.';
	end if;
	perform home_points_check(all_points);
	if p_day > business_day() or p_impaired > p_day or coalesce(p_to <= p_day, false) then
		raise exception using errcode = 'ST422', message = 'the days are impaired, assessed, and valid to, in this order, none assessed in the future',
			hint = 'Nothing was stored.';
	end if;
	insert into home_assessment (person_id, assessed_on, region_code, points, impaired_from, dementia, to_day, assessor, batch_id, line)
	values (p_person, p_day, region, all_points, p_impaired, case when p_dementia then 'yes' else 'no' end, p_to, coalesce(p_assessor, ''), 0, 0)
	on conflict (person_id, assessed_on) do update set points = excluded.points, impaired_from = excluded.impaired_from,
		dementia = excluded.dementia, to_day = excluded.to_day, assessor = excluded.assessor;
	perform home_assess_raise(p_person);
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (p_person, nextval('id_block'), region, 'nursing.assess', jsonb_build_object('day', p_day, 'points', to_jsonb(all_points)));
	return p_day::text;
end $$;

-- What is confirmed stands in the sentence that both persons see: level, from, to, hours; and the level rows that it changes, for an undo.
create or replace function home_level_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	d decision := (select x from decision x where x.person_id = p_person and x.decision_id = p_decision);
	say jsonb := (d.inputs ->> 'say')::jsonb;
begin
	if say ->> 0 not like 'level %' then
		raise exception using errcode = 'ST409', message = 'there is no level to confirm', hint = 'Read why on the task; wait for the next judge, or dismiss it.';
	end if;
	update decision x set inputs = x.inputs || jsonb_build_object('effect', jsonb_build_object('level', say ->> 1, 'from', say ->> 2, 'to', say ->> 3,
		'hours', say ->> 4, 'rows', (select coalesce(jsonb_agg(to_jsonb(c) order by c.from_day), '[]') from home_care c where c.person_id = p_person
			and coalesce(c.to_day, date 'infinity') >= (say ->> 2)::date)))
	where x.person_id = p_person and x.decision_id = p_decision;
	return 1;
end $$;

create or replace function home_level_confirm(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	a home_assessment_now := (select x from home_assessment_now x where x.person_id = p_person and x.cause = p_cause and x.stand = 'open');
	e jsonb := (select inputs -> 'effect' from decision where person_id = p_person and decision_id = p_decision);
	begins date := (e ->> 'from')::date;
begin
	if a.person_id is null or person_is_dead(p_person) or (select coalesce(jsonb_agg(to_jsonb(c) order by c.from_day), '[]') from home_care c
			where c.person_id = p_person and coalesce(c.to_day, date 'infinity') >= begins) <> e -> 'rows' then
		return 0;
	end if;
	delete from home_care c where c.person_id = p_person and c.from_day >= begins;
	update home_care c set to_day = begins - 1 where c.person_id = p_person and coalesce(c.to_day, date 'infinity') >= begins;
	insert into home_care (person_id, from_day, region_code, to_day, level, dementia, impaired_from, batch_id, line)
	values (p_person, begins, a.region_code, (e ->> 'to')::date, e ->> 'level', a.dementia, a.impaired_from, 0, 0);
	insert into home_granted (person_id, from_day, region_code, hours)
	select p_person, begins, a.region_code, (e ->> 'hours')::numeric where e ->> 'hours' ~ '^[0-9.]+$'
	on conflict (person_id, from_day) do update set hours = excluded.hours;
	update home_assessment x set graded = x.points, graded_state = 'confirmed', round = x.round + 1 where x.person_id = p_person and x.assessed_on = a.assessed_on;
	insert into touched (person_id, batch_id, region_code) values (p_person, 0, a.region_code) on conflict do nothing;
	return 1;
end $$;

-- The rows of before come back, as they were noted.
create or replace function home_level_confirm_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	e jsonb := (select o.inputs -> 'effect' from undone_by(p_person, p_decision) o);
begin
	delete from home_care c where c.person_id = p_person and c.from_day = (e ->> 'from')::date and c.batch_id = 0;
	if not found then
		return 0;
	end if;
	insert into home_care select x.* from jsonb_array_elements(e -> 'rows') r, jsonb_populate_record(null::home_care, r) x
	on conflict (person_id, from_day) do update set to_day = excluded.to_day, level = excluded.level, dementia = excluded.dementia,
		impaired_from = excluded.impaired_from, batch_id = excluded.batch_id, line = excluded.line;
	update home_assessment x set graded = null, graded_state = '', round = x.round - 1 where x.person_id = p_person
		and x.assessed_on || '/' || x.round = p_cause;
	insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from person where person_id = p_person on conflict do nothing;
	return 1;
end $$;

create or replace function home_level_reject(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	with done as (
		update home_assessment x set graded = x.points, graded_state = 'rejected', round = x.round + 1 from home_assessment_now a where x.person_id = p_person
			and a.person_id = p_person and a.assessed_on = x.assessed_on and a.cause = p_cause and a.stand = 'open' returning x.region_code
	), touch as (
		insert into touched (person_id, batch_id, region_code) select p_person, 0::bigint, region_code from done on conflict do nothing
	) select count(*) from done
$$;

create or replace function home_level_reject_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	with done as (
		update home_assessment x set graded = null, graded_state = '', round = x.round - 1 where x.person_id = p_person
			and x.graded_state = 'rejected' and x.assessed_on || '/' || x.round = p_cause returning x.region_code
	), touch as (
		insert into touched (person_id, batch_id, region_code) select p_person, 0::bigint, region_code from done on conflict do nothing
	) select count(*) from done
$$;

grant select on home_item, home_assessment_now to steward_staff, steward_batch;
revoke execute on function home_assess, home_assess_raise, home_level_plan, home_level_confirm, home_level_confirm_undo, home_level_reject,
	home_level_reject_undo from public;
grant execute on function home_assess to steward_staff;
grant execute on function home_fault, home_sum, home_level, home_package to steward_staff, steward_batch;
