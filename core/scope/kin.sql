-- Who of the insured works here, and whose kin does: told by an administrator, and read from the households.

-- Kin by the household, as it is now: who has left it is kin no more, who has come is.
create or replace function kin_refresh() returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	r record;
	n bigint := 0;
begin
	for r in delete from staff_kin k where k.relation = 'household' and not exists (select from staff_kin o
			join person a on a.person_id = o.person_id join person b on b.household = a.household and b.region_code = a.region_code
			where o.login = k.login and o.relation = 'own' and b.person_id = k.person_id) returning k.person_id loop
		perform barrier_give_back(r.person_id);
		n := n + 1;
	end loop;
	for r in insert into staff_kin (person_id, login, region_code, relation)
			select b.person_id, o.login, b.region_code, 'household' from staff_kin o join person a on a.person_id = o.person_id
			join person b on b.household = a.household and b.region_code = a.region_code and b.person_id <> a.person_id
			where o.relation = 'own' on conflict do nothing returning person_id loop
		perform barrier_mark(r.person_id);
		perform barrier_take(r.person_id);
		n := n + 1;
	end loop;
	return n;
end $$;

-- Whoever has moved is of another area with all that is kept of him, but for the audit, which is sealed as it was.
create or replace function scope_moved(p_persons bigint[]) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	t record;
	-- Facts are of the area that they were made in, until the next judge.
	moved bigint[] := array(select p.person_id from person p join person_fact f using (person_id)
		where p.person_id = any (p_persons) and f.region_code <> p.region_code);
begin
	if coalesce(cardinality(moved), 0) = 0 then
		return 0;
	end if;
	for t in select s.name from scope_tables() s join pg_class c on c.oid = s.name::regclass and not c.relispartition
			where s.way in ('row', 'pair', 'case') and s.name !~ '_(fact|pack)$' order by 1 loop
		execute format('update %I g set region_code = p.region_code from person p where p.person_id = any ($1)
			and g.person_id = p.person_id and g.region_code <> p.region_code', t.name) using moved;
	end loop;
	return cardinality(moved);
end $$;

create or replace function kin_put(p_login text, p_person bigint, p_relation text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform staff_admin();
	if not exists (select from staff where login = p_login and active) then
		raise exception using errcode = 'ST404', message = 'nobody of this office has this login', hint = 'steward staff lists them.';
	end if;
	if not scope_sees(p_person) or p_person = 0 then
		perform barrier_nobody(p_person::text);
	end if;
	insert into staff_kin (person_id, login, region_code, relation)
	select person_id, p_login, region_code, p_relation from person where person_id = p_person
	on conflict (person_id, login) do update set relation = excluded.relation;
	perform barrier_mark(p_person);
	perform barrier_take(p_person);
	perform barrier_note(p_person, 'kin.put', jsonb_build_object('login', p_login, 'relation', p_relation));
	perform kin_refresh();
	return 1;
end $$;

-- Taken back by the special unit, which alone sees it.
create or replace function kin_end(p_login text, p_person bigint) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	if not barrier_special() then
		raise exception using errcode = 'ST403', message = 'a barrier is ended by the special unit';
	end if;
	if not scope_sees(p_person) then
		perform barrier_nobody(p_person::text);
	end if;
	delete from staff_kin where login = p_login and person_id = p_person;
	if not found then
		raise exception using errcode = 'ST404', message = 'no such barrier stands before this person',
			hint = 'steward barrier list has them.';
	end if;
	perform barrier_note(p_person, 'kin.end', jsonb_build_object('login', p_login));
	perform kin_refresh();
	perform barrier_give_back(p_person);
	return 1;
end $$;

-- Who works in the special unit: asked for by one administrator, approved by a second person.
create or replace function staff_special(p_login text, p_on boolean) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform staff_admin();
	if not exists (select from staff where login = p_login and active and login <> session_user
			and job in ('clerk', 'reviewer', 'manager')) then
		raise exception using errcode = 'ST404', message = 'nobody of this office has this login',
			hint = 'steward staff lists them; nobody changes what he may do himself.';
	end if;
	insert into staff_change (login, special) values (p_login, p_on)
	on conflict (login) do update set special = excluded.special, job = null, step_fen = null, day_fen = null,
		author = session_user, at = now();
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'staff.special', jsonb_build_object('login', p_login, 'special', p_on));
end $$;

-- The special unit is never empty while somebody stands behind a barrier.
create or replace function special_stays(p_login text) returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	if exists (select from staff where login = p_login and special and active)
			and not exists (select from staff where login <> p_login and special and active and job in ('clerk', 'manager'))
			and (exists (select from barrier where state <> 'ended') or exists (select from staff_kin)) then
		raise exception using errcode = 'ST409', message = 'nobody would be left in the special unit',
			hint = 'Another one first: steward staff special LOGIN.';
	end if;
end $$;

grant execute on function kin_put, staff_special to steward_admin;
grant execute on function kin_end to steward_staff;
