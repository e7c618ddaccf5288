-- A visit that somebody has confirmed counts.  Before the colon of the cause stands which one it is.
create or replace function visit_confirm(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with confirmed as (
		update visit set confirmed = true from task t
		where t.person_id = p_person and t.rule_id = p_rule and t.cause = p_cause
			and visit.person_id = p_person and visit.visit_id = t.subject_id and not confirmed
		returning visit.visit_id
	) select count(*) from confirmed
$$;

create or replace function visit_say(p_visit bigint, p_kind text, p_day date, p_note text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	id bigint := nextval('id_block');
begin
	if not pg_has_role(session_user, 'steward_dispatcher', 'member') then
		raise exception using errcode = 'ST403', message = 'only a dispatcher notes what was said';
	end if;
	insert into visit_note (person_id, note_id, visit_id, region_code, kind, said_on, note)
	select person_id, id, visit_id, region_code, p_kind, p_day, coalesce(p_note, '')
	from visit where visit_id = p_visit;
	if not found then
		raise exception using errcode = 'ST404', message = 'there is no such visit';
	end if;
	return id;
end $$;
grant execute on function visit_say to steward_dispatcher;

-- A yuan a minute for each provider and month, about nobody.
create or replace function visit_due(p_period int) returns setof remit_due
language sql stable set search_path = steward, pg_temp as $$
	select 0::bigint, 0, o.licence, to_char(v.visited_on, 'YYYYMM')::int, 'visits', o.name, o.licence, '',
		sum(extract(epoch from v.to_time - v.from_time) / 60 * 100)::bigint, false
	from visit v join provider o using (provider_id) where to_char(v.visited_on, 'YYYYMM')::int <= p_period group by 3, 4, o.name
$$;
grant execute on function visit_due to steward_staff, steward_batch;
