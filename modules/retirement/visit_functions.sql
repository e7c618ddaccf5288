-- Visits at home: assigned in bulk, a task each until somebody was there, or it is needed no more.

-- Open until it was done: a visit on that day or later, any certificate since, or nobody is paid any more.
create or replace view certify_visit_now as
select v.person_id, v.assigned_on, v.region_code, v.due, d.visited_on, coalesce(d.result, case
		when exists (select from certification c where c.person_id = v.person_id and c.certified_on >= v.assigned_on) then 'certified'
		when person_is_dead(v.person_id) or f.pension_status is distinct from 'paid' then 'not_needed' else 'open' end) as stand
from certify_visit v left join person_fact f using (person_id)
left join lateral (select x.visited_on, x.result from certify_visited x where x.person_id = v.person_id and x.visited_on >= v.assigned_on
	order by x.visited_on limit 1) d on true;
grant select on certify_visit_now to steward_staff, steward_batch;

-- Persons by our number, blanks between.  Whoever is to be visited already, or is not paid, is passed over: how many are new.
create or replace function certify_visit_assign(p_persons text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	if not pg_has_role(session_user, 'steward_clerk', 'member') then
		raise exception using errcode = 'ST403', message = 'this is reserved for the role clerk';
	end if;
	with new as (
		insert into certify_visit (person_id, assigned_on, region_code, due)
		select f.person_id, business_day(), f.region_code, due_on(business_day(), coalesce(c.days, 30), c.working_days)
		from regexp_split_to_table(trim(p_persons), ' +') x join person_fact f on f.person_id::text = x
		left join work_clock c on c.kind = 'certify_visit'
		where f.pension_status = 'paid' and f.died_on is null and not exists (select from certify_visit_now v
			where v.person_id = f.person_id and v.stand = 'open')
		on conflict do nothing
		returning person_id, region_code, assigned_on, due
	), noted as (
		insert into audit_log (person_id, audit_id, region_code, op, body)
		select person_id, nextval('id_block'), region_code, 'retirement.visit', jsonb_build_object('due', due) from new
	) select count(*) into n from (
		select task_raise(person_id, 'retirement.visit', assigned_on::text, 'certify_visit', due, certify_visit_say(due)) from new) x;
	return n;
end $$;

create or replace function certify_visit_say(p_due date) returns text
language sql immutable set search_path = steward, pg_temp set datestyle = iso as $$
	select jsonb_build_array('to be visited at home by %s: no sign of life is known', p_due)::text
$$;

-- The row lies where a file's would; whoever was seen has given a sign of life.
create or replace function certify_visit_note(p_person bigint, p_result text) returns bigint
language sql set search_path = steward, pg_temp as $$
	with done as (
		insert into certify_visited (person_id, visited_on, region_code, result, batch_id, line)
		select person_id, business_day(), region_code, p_result, 0, 0 from person where person_id = p_person
		on conflict do nothing returning person_id, region_code
	), seen as (
		insert into evidence (person_id, source, seen_on, region_code, place, batch_id, line)
		select person_id, 'visit', business_day(), region_code, '', 0, 0 from done where p_result = 'seen' on conflict do nothing
	), touch as (
		insert into touched (person_id, batch_id, region_code) select person_id, nextval('id_block'), region_code from done
		on conflict do nothing
	) select count(*) from done
$$;

-- Of the same day only: what was noted by a decision, and the sign that came with it.
create or replace function certify_visit_forget(p_person bigint, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	with o as (select (undone_by(p_person, p_decision)).business_day as day),
	gone as (
		delete from certify_visited v using o where v.person_id = p_person and v.visited_on = o.day and v.batch_id = 0
		returning v.person_id, v.region_code, v.visited_on
	), unseen as (
		delete from evidence e using gone g where e.person_id = g.person_id and (e.source, e.seen_on, e.batch_id) = ('visit', g.visited_on, 0)
	), touch as (
		insert into touched (person_id, batch_id, region_code) select person_id, nextval('id_block'), region_code from gone
		on conflict do nothing
	) select count(*) from gone
$$;

create or replace function certify_visit_seen(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select certify_visit_note(p_person, 'seen') $$;
create or replace function certify_visit_seen_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select certify_visit_forget(p_person, p_decision) $$;
create or replace function certify_visit_not_found(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select certify_visit_note(p_person, 'not_found') $$;
create or replace function certify_visit_not_found_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select certify_visit_forget(p_person, p_decision) $$;
create or replace function certify_visit_moved(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select certify_visit_note(p_person, 'moved') $$;
create or replace function certify_visit_moved_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select certify_visit_forget(p_person, p_decision) $$;
create or replace function certify_visit_refused(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select certify_visit_note(p_person, 'refused') $$;
create or replace function certify_visit_refused_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select certify_visit_forget(p_person, p_decision) $$;

revoke execute on function certify_visit_assign, certify_visit_note, certify_visit_forget, certify_visit_seen, certify_visit_seen_undo, certify_visit_not_found, certify_visit_not_found_undo,
	certify_visit_moved, certify_visit_moved_undo, certify_visit_refused, certify_visit_refused_undo from public;
grant execute on function certify_visit_assign to steward_staff;
grant execute on function certify_visit_say to steward_staff, steward_batch;
