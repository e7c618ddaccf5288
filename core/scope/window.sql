-- Windows of partners, in towns, banks and post offices: who works at one sees whom he has before him, by the whole
-- number and for the day, takes his requests, and decides nothing.

-- Is the login a window's?
create or replace function scope_at_window() returns boolean
language plpgsql stable security definer parallel safe set search_path = steward, pg_temp as $$
begin
	return exists (select from staff where login = session_user and active and job = 'window');
end $$;

-- Whom it has before it: told in an earlier transaction, so that who takes the telling back has seen nobody.
create or replace function scope_window() returns setof bigint
language plpgsql stable security definer parallel safe rows 50 set search_path = steward, pg_temp as $$
begin
	return query select person_id from window_visit where login = session_user and day = business_day()
		and made_in is distinct from pg_current_xact_id_if_assigned();
end $$;

-- That somebody stands there with this number.  It says nothing of whether there is such a person; a later transaction
-- does, and what was asked is kept whatever becomes of that one.  Numbers that nobody had, a day, are limited by the texts.
create or replace function window_ask(p_number text) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	wrong int := coalesce((select value::int from policy_number where name = 'work.window_misses'), 10);
	asked text := sha256_text(p_number);
begin
	if not scope_at_window() or exists (select from window_ask where login = session_user and day = business_day() and digest = asked) then
		return;
	end if;
	if (select count(*) from window_ask where login = session_user and day = business_day())
			- (select count(*) from window_visit where login = session_user and day = business_day()) >= wrong then
		raise exception using errcode = 'ST403', message = 'too many numbers of today were nobody''s at this window',
			hint = 'Tomorrow it is open again; an office finds persons by their name.';
	end if;
	insert into window_ask (day, digest) values (business_day(), asked) on conflict do nothing;
end $$;

-- Who stands there, by the whole number that was asked for: of the window's areas and behind no barrier, or nobody.  Null
-- where the login is no window's.  How many persons a day has is limited by the texts.
create or replace function window_open(p_number text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	most int := coalesce((select value::int from policy_number where name = 'work.window_persons'), 60);
	area int := (select region_code from staff where login = session_user and active and job = 'window');
	found bigint;
begin
	if area is null or not exists (select from window_ask where login = session_user and day = business_day()
			and digest = sha256_text(p_number) and made_in is distinct from pg_current_xact_id_if_assigned()) then
		return null;
	end if;
	select p.person_id into found from person_ident i join person p using (person_id)
	where i.id_no = p_number and length(p_number) >= 15 and p.person_id <> 0 and not scope_barred(p.person_id)
		and (area = 0 or p.region_code in (select region_within(area)));
	if found is null then
		return null;
	end if;
	if not exists (select from window_visit where login = session_user and day = business_day() and person_id = found)
			and (select count(*) from window_visit where login = session_user and day = business_day()) >= most then
		raise exception using errcode = 'ST403', message = 'this window has served as many persons as it may a day',
			hint = 'An office serves the others; work.window_persons says how many.';
	end if;
	insert into window_visit (person_id, day, region_code) select found, business_day(), region_code from person where person_id = found
	on conflict do nothing;
	insert into look as l (person_id, day, region_code, purpose)
	select found, business_day(), region_code, 'counter' from person where person_id = found
	on conflict (person_id, day, login) do update set last_at = now(), times = l.times + 1, purpose = 'counter';
	return found;
end $$;

-- The person who stands there, as a search shows him.
create or replace function window_found(p_number text) returns table (id_no text, name text, sex text, birth_date date, region text,
	open_tasks bigint, person_id bigint)
language plpgsql stable security definer set search_path = steward, pg_temp as $$
begin
	return query select p_number, p.name, p.sex::text, p.birth_date, coalesce(g.name, p.region_code::text),
		(select count(*) from task t join task_state s using (state) where t.person_id = p.person_id and s.kind <> 'final'), p.person_id
	from person_ident i join person p using (person_id) left join region g on g.region_code = p.region_code
	where i.id_no = p_number and p.person_id in (select scope_window()) and not scope_barred(p.person_id);
end $$;

-- A window reads what staff reads, as far as it is cut, and calls what says "@window" where it writes.  The rest it has no
-- right to: what is new is not a window's until somebody says so.
create or replace function window_rights() returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	r record;
begin
	if not exists (select from pg_roles where rolname = 'steward_window') then
		return;
	end if;
	grant usage on schema steward to steward_window;
	for r in with c as (select c.oid::regclass::text as name, has_table_privilege('steward_staff', c.oid, 'select') as staff,
				has_table_privilege('steward_window', c.oid, 'select') as mine from pg_class c
			where c.relnamespace = 'steward'::regnamespace and c.relkind in ('r', 'p', 'v')),
		f as (select p.oid::regprocedure::text as name, exists (select from aclexplode(p.proacl) a
					where a.grantee = 'steward_staff'::regrole) and (p.provolatile <> 'v'
					or coalesce(obj_description(p.oid, 'pg_proc') ~ '@window', false)) as staff,
				has_function_privilege('steward_window', p.oid, 'execute') as mine from pg_proc p
			where p.pronamespace = 'steward'::regnamespace)
		select 'grant select on ' || string_agg(name, ', ') || ' to steward_window' as said from c where staff and not mine
		union all select 'revoke select on ' || string_agg(name, ', ') || ' from steward_window' from c where mine and not staff
		union all select 'grant execute on function ' || string_agg(name, ', ') || ' to steward_window' from f where staff and not mine
		union all select 'revoke execute on function ' || string_agg(name, ', ') || ' from steward_window' from f where mine and not staff
	loop
		if r.said is not null then
			execute r.said;
		end if;
	end loop;
end $$;

comment on function window_ask is '@whole writes down what a window asks, and tells nothing @window';
comment on function window_open is '@whole finds by the whole number what the window is told of from then on @window';
comment on function window_found is '@whole shows whom window_open lets be seen';
comment on function person_looked is '@window whom he has before him';
comment on function person_at_counter is '@window whom he has before him';
grant execute on function scope_at_window, scope_window to steward_staff, steward_batch;
grant execute on function window_ask, window_open, window_found to steward_staff;
revoke execute on function window_rights from public;
