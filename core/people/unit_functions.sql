-- Departments and counters.  A unit has kinds of tasks in an area; the next task of who belongs to one is of these, or of
-- a kind that no unit has there.  It is a way to share work out, no right: what a login may see and do is its job's and
-- its area's, and any task can be opened.  Nothing is written into tasks, so that a unit changed or ended changes at once
-- where all of them go, and back.

create or replace function unit_has(u unit, p_type text, p_region int) returns boolean
language sql stable set search_path = steward, pg_temp as $$
	select p_type = any (u.kinds) and (p_region = 0 or p_region in (select region_within(u.region_code)))
$$;

-- Is a task of the kind, in the area, the business of this unit?
create or replace function unit_takes(p_unit text, p_type text, p_region int) returns boolean
language sql stable set search_path = steward, pg_temp as $$
	select coalesce(bool_or(u.unit = p_unit), true) from unit u where unit_has(u, p_type, p_region)
$$;

-- For a whole queue: the kinds that are never this unit's where this login looks, and those that must be asked about row
-- by row.
create or replace function unit_kinds(p_login name) returns table (never text[], unsure text[])
language sql stable set search_path = steward, pg_temp as $$
	select coalesce(array_agg(k.kind) filter (where k.is_never), '{}'), coalesce(array_agg(k.kind) filter (where not k.is_never), '{}')
	from staff s left join lateral (
		select kind, not bool_or(u.unit = s.unit) and bool_or(s.region_code in (select region_within(u.region_code))) as is_never
		from unit u cross join unnest(u.kinds) kind group by kind) k on true
	where s.login = p_login
$$;

create or replace function unit_keeper() returns void
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if not (pg_has_role(session_user, 'steward_admin', 'member') or pg_has_role(session_user, 'steward_manager', 'member')) then
		raise exception using errcode = 'ST403', message = 'units are kept by an administrator or a manager';
	end if;
end $$;

-- A unit as it shall be from now on.  Kinds or area not given are as they were; of a new one none, and the whole office.
create or replace function unit_put(p_unit text, p_title text, p_kinds text, p_region int) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	before unit := (select u from unit u where u.unit = p_unit);
	list text[] := coalesce(array(select distinct btrim(k) from unnest(string_to_array(p_kinds, ',')) k where btrim(k) <> '' and p_kinds is not null
		union select unnest(before.kinds) where p_kinds is null order by 1), '{}');
	area int := coalesce(p_region, before.region_code, (select value::int from setting where name = 'region'), 0);
	unknown text := (select k from unnest(list) k where not exists (select from task_type t where t.task_type = k) limit 1);
begin
	perform unit_keeper();
	if p_unit !~ '^[a-z][a-z0-9_]{0,39}$' or length(btrim(p_title)) not between 1 and 60 then
		raise exception using errcode = 'ST422', message = 'a unit has a short name in small letters, and a title',
			hint = 'For instance: benefits, and what stands at its door.';
	end if;
	if unknown is not null then
		raise exception using errcode = 'ST422', message = format('"%s" is no kind of task', unknown),
			hint = 'steward work types lists them.';
	end if;
	if not exists (select from region where region_code = area) then
		raise exception using errcode = 'ST422', message = format('no area has the code %s', area),
			hint = 'Import the file of areas first, or give another code with --region.';
	end if;
	insert into unit (unit, title, region_code, kinds) values (p_unit, btrim(p_title), area, list)
	on conflict (unit) do update set title = excluded.title, region_code = excluded.region_code, kinds = excluded.kinds;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'unit.put', jsonb_build_object('unit', p_unit, 'title', btrim(p_title), 'region', area, 'kinds', list));
end $$;

create or replace function unit_known(p_unit text) returns void
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if not exists (select from unit where unit = p_unit) then
		raise exception using errcode = 'ST404', message = format('there is no unit "%s"', p_unit), hint = 'steward unit lists them.';
	end if;
end $$;

-- Its people are of no unit then, its work is everybody's.
create or replace function unit_end(p_unit text) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	members bigint;
begin
	perform unit_keeper();
	perform unit_known(p_unit);
	update staff set unit = null where unit = p_unit;
	get diagnostics members = row_count;
	delete from unit where unit = p_unit;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'unit.end', jsonb_build_object('unit', p_unit, 'members', members));
end $$;

-- Where somebody belongs; to no unit when none is given.
create or replace function staff_unit(p_login text, p_unit text) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform unit_keeper();
	if p_unit is not null then
		perform unit_known(p_unit);
	end if;
	update staff set unit = p_unit where login = p_login and active;
	if not found then
		raise exception using errcode = 'ST404', message = 'nobody of this office has this login', hint = 'steward staff lists them.';
	end if;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'staff.unit', jsonb_build_object('login', p_login, 'unit', p_unit));
end $$;

-- What waits at each, and at none: numbers alone, for who keeps the house sees no case.
create or replace function unit_rows() returns table (unit text, title text, region text, kinds text, members bigint, open bigint, late bigint)
language sql stable security definer set search_path = steward, pg_temp as $$
	with work as (
		select t.task_type, t.region_code, count(*) as n, count(*) filter (where t.due < business_day()) as late
		from task t join task_state s using (state) where s.kind <> 'final' group by 1, 2)
	select u.unit, u.title, coalesce(g.name, u.region_code::text), array_to_string(u.kinds, ', '),
		(select count(*) from staff s where s.unit = u.unit and s.active), coalesce(sum(w.n), 0)::bigint, coalesce(sum(w.late), 0)::bigint
	from unit u left join region g using (region_code) left join work w on unit_has(u, w.task_type, w.region_code)
	group by u.unit, g.name
	union all
	select '', '', '', coalesce(string_agg(distinct w.task_type, ', '), ''), (select count(*) from staff s where s.unit is null and s.active
		and s.job <> 'batch'), coalesce(sum(w.n), 0)::bigint, coalesce(sum(w.late), 0)::bigint
	from work w where not exists (select from unit u where unit_has(u, w.task_type, w.region_code))
$$;

revoke execute on function unit_has, unit_takes, unit_kinds, unit_keeper, unit_put, unit_known, unit_end, staff_unit, unit_rows from public;
grant execute on function unit_has, unit_takes, unit_kinds, unit_rows to steward_staff;
grant execute on function unit_put, unit_end, staff_unit to steward_admin, steward_manager;
