-- What a person can be told: who has looked at the page, and to whom data went.

-- Letters and messages, which a post or a network has carried.
create or replace function message_went(p_person bigint) returns table (day date, whom text, what text, who name)
language sql stable set search_path = steward, pg_temp as $$
	select e.day, m.channel, m.template, e.who from message_event e join message m using (person_id, message_id)
	where e.person_id = p_person and e.what = 'sent'
$$;

-- A module that tells others of persons has a function of this kind, whose name ends so.
create or replace function person_looked_at(p_person bigint)
returns table (day date, who text, what text, purpose text, times int)
language plpgsql stable set search_path = steward, pg_temp as $$
declare
	f name;
begin
	return query select l.day, coalesce(s.display, l.login), 'looked at the page',
		case l.purpose when '' then 'nothing said' else l.purpose end, l.times
	from look l left join staff s on s.login = l.login where l.person_id = p_person;
	for f in select p.proname from pg_proc p where p.pronamespace = 'steward'::regnamespace and p.proname like '%\_went'
			and pg_get_function_identity_arguments(p.oid) = 'p_person bigint' order by 1 loop
		return query execute format('select w.day, coalesce(s.display, w.who::text), ''data went out'', concat_ws('': '', w.whom, w.what), 1
			from %I($1) w left join staff s on s.login = w.who', f) using p_person;
	end loop;
end $$;

grant execute on function message_went, person_looked_at to steward_staff;
