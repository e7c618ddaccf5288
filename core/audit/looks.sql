-- Look-ups.  Whoever opens a person's page leaves a trace, whether he wants to or not; what for is known from the work
-- there is for the person, or said by one key.

-- The page drawn anew within a minute is the same look.
create or replace function person_looked(p_person bigint) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	found_purpose text;
begin
	insert into look as l (person_id, day, region_code, purpose)
	select p.person_id, business_day(), p.region_code, case when exists (select from task t join task_state s using (state)
		where t.person_id = p.person_id and s.kind <> 'final') then 'task' else '' end
	from person p where p.person_id = p_person
	on conflict (person_id, day, login) do update set last_at = now(), times = l.times + 1,
		purpose = coalesce(nullif(l.purpose, ''), excluded.purpose)
	where l.last_at < now() - interval '1 minute' or (l.purpose = '' and excluded.purpose <> '')
	returning purpose into found_purpose;
	return found_purpose;
end $$;

-- What for: the person stands at the counter, or telephones.
create or replace function person_at_counter(p_person bigint) returns text
language sql security definer set search_path = steward, pg_temp as $$
	update look set purpose = 'counter' where person_id = p_person and day = business_day() and login = session_user
	returning purpose
$$;

grant execute on function person_looked, person_at_counter to steward_staff;
