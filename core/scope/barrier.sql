-- Barriers: who is hidden from whom, put, ended and waived.  A barrier counts at once; a hard one ends by two persons of
-- the special unit.  Who may not see somebody is told what he is told of a number that nobody has.

create or replace function barrier_nobody(p_number text) returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	raise exception using errcode = 'ST404', message = format('no person has the number "%s"', p_number),
		hint = 'Find the person with "steward search NAME".';
end $$;

-- The person of a number, whoever asks: of one that names somebody, or of the person's own here.
create or replace function barrier_person(p_number text) returns bigint
language sql stable set search_path = steward, pg_temp as $$
	select coalesce((select i.person_id from person_ident i where i.id_no = p_number order by i.id_kind limit 1),
		(select p.person_id from person p where p_number ~ '^[0-9]{1,18}$' and p.person_id = p_number::bigint and p.person_id <> 0))
$$;

create or replace function barrier_special() returns boolean
language sql stable set search_path = steward, pg_temp as $$
	select coalesce((select s.special from staff s where s.login = session_user and s.active), false)
$$;

create or replace function barrier_text(p_why text) returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	if length(coalesce(p_why, '')) not between 10 and 255 then
		raise exception using errcode = 'ST422', message = 'a reason has 10 to 255 characters',
			hint = 'Write why: who looks at it later has nothing else.';
	end if;
end $$;

create or replace function barrier_note(p_person bigint, p_op text, p_body jsonb) returns void
language sql set search_path = steward, pg_temp as $$
	insert into audit_log (person_id, audit_id, region_code, op, body)
	select person_id, nextval('id_block'), region_code, p_op, p_body from person where person_id = p_person
$$;

-- Rows of the person are looked at closer from now on; and those of others, so that the ends tell nobody.
create or replace function barrier_mark(p_person bigint) returns void
language sql set search_path = steward, pg_temp as $$
	insert into barrier_mask select p_person & 65535 on conflict do nothing;
	insert into barrier_mask select floor(random() * 65536)::bigint
	from generate_series(1, case when (select count(*) from barrier_mask) < 64 then 64 else 1 end) on conflict do nothing;
$$;

-- Does anything hide the person from those who are not of the special unit?
create or replace function barrier_stands(p_person bigint) returns boolean
language sql stable set search_path = steward, pg_temp as $$
	select exists (select from barrier where person_id = p_person and state <> 'ended' and business_day() <= to_day)
		or exists (select from staff_kin k join staff s using (login) where k.person_id = p_person and s.active)
$$;

-- All whom something hides.
create or replace function barrier_hidden() returns bigint[]
language sql stable set search_path = steward, pg_temp as $$
	select coalesce(array_agg(person_id), '{}') from (select person_id from barrier where state <> 'ended' and business_day() <= to_day
		union select k.person_id from staff_kin k join staff s using (login) where s.active) b
$$;

-- Tasks that tell of any of them: his own, another's that is about the two, one about a household that he belongs to.
create or replace function barrier_tasks(p_persons bigint[]) returns table (about bigint, person_id bigint, rule_id text, cause text)
language plpgsql stable set search_path = steward, pg_temp as $$
declare
	s text;
begin
	return query select t.person_id, t.person_id, t.rule_id, t.cause from task t where t.person_id = any (p_persons)
		union all select b, t.person_id, t.rule_id, t.cause from task t join unnest(p_persons) b on t.cause = b::text
			where t.rule_id like 'person.same%';
	for s in select subject from subject except select scope_alone() loop
		return query execute format('select own.person_id, t.person_id, t.rule_id, t.cause from %1$I own join %1$I m using (%2$I)
			join task t on t.person_id = m.person_id and t.subject = $1 and t.subject_id = own.%2$I
			where own.person_id = any ($2) and t.person_id <> own.person_id', s || '_persons', s || '_id') using s, p_persons;
	end loop;
end $$;

-- Who of the special unit has least in hand, and may look at the person.
create or replace function barrier_unit(p_person bigint) returns name
language sql stable set search_path = steward, pg_temp as $$
	select s.login from staff s
	where s.special and s.active and s.job in ('clerk', 'manager')
		and not exists (select from staff_kin k where k.person_id = p_person and k.login = s.login)
	order by (select count(*) from task t where t.assigned_to = s.login and t.closed_on is null), s.login limit 1
$$;

-- Open tasks of the person, and those of others that are about the two, go to the unit; nobody keeps one in hand.
create or replace function barrier_take(p_person bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	unit name := barrier_unit(p_person);
	n bigint;
begin
	if unit is null then
		raise exception using errcode = 'ST409', message = 'nobody of the special unit could look after the person',
			hint = 'An administrator says who belongs to it: steward staff special LOGIN.';
	end if;
	delete from task_claim c using barrier_tasks(array[p_person]) a where (c.person_id, c.rule_id, c.cause) = (a.person_id, a.rule_id, a.cause)
		and not exists (select from staff s where s.login = c.login and s.special and s.active);
	with gone as (
		select t.person_id, t.rule_id, t.cause, t.region_code, t.assigned_to from task t join task_state s using (state)
		join barrier_tasks(array[p_person]) a on (t.person_id, t.rule_id, t.cause) = (a.person_id, a.rule_id, a.cause)
		where s.kind <> 'final' and t.assigned_to is not null and not exists (select from staff s where s.login = t.assigned_to and s.special
				and s.active and not exists (select from staff_kin k where k.person_id = p_person and k.login = s.login))
	), noted as (
		insert into barrier_task (person_id, rule_id, cause, region_code, was, became)
		select person_id, rule_id, cause, region_code, assigned_to, unit from gone
		on conflict (person_id, rule_id, cause) do update set became = excluded.became
	)
	update task t set assigned_to = unit from gone g
	where (t.person_id, t.rule_id, t.cause) = (g.person_id, g.rule_id, g.cause);
	get diagnostics n = row_count;
	return n;
end $$;

-- And back, to whom they came from, unless they tell of another one who is hidden; whose login has ended leaves them to
-- everybody.
create or replace function barrier_give_back(p_person bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	if barrier_stands(p_person) then
		return 0;
	end if;
	with gone as (
		delete from barrier_task b using barrier_tasks(array[p_person]) a
		where (b.person_id, b.rule_id, b.cause) = (a.person_id, a.rule_id, a.cause)
			and (b.person_id, b.rule_id, b.cause) not in (select h.person_id, h.rule_id, h.cause from barrier_tasks(barrier_hidden()) h)
		returning b.*
	)
	update task t set assigned_to = (select s.login from staff s where s.login = g.was and s.active) from gone g
	where (t.person_id, t.rule_id, t.cause) = (g.person_id, g.rule_id, g.cause) and t.assigned_to = g.became
		and t.closed_on is null;
	get diagnostics n = row_count;
	return n;
end $$;

-- By whoever works on cases and sees the person.  The same again is the same barrier.
create or replace function barrier_put(p_person bigint, p_kind text, p_why text, p_from date, p_to date) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	id bigint := nextval('id_block');
	first date := coalesce(p_from, business_day());
	last date := coalesce(p_to, 'infinity');
	kinds text := (select string_agg(kind, ', ' order by sort) from barrier_kind);
begin
	if not (pg_has_role(session_user, 'steward_clerk', 'member') or pg_has_role(session_user, 'steward_reviewer', 'member')) then
		raise exception using errcode = 'ST403', message = 'a barrier is put by a clerk or a reviewer';
	end if;
	perform barrier_text(p_why);
	if not exists (select from barrier_kind where kind = p_kind) then
		raise exception using errcode = 'ST422', message = format('there is no barrier "%s"', p_kind),
			hint = format('The barriers there are: %s', kinds);
	end if;
	if first > business_day() or last < business_day() then
		raise exception using errcode = 'ST422', message = 'a barrier begins today at the latest, and does not end in the past';
	end if;
	if not scope_sees(p_person) or p_person = 0 then
		perform barrier_nobody(p_person::text);
	end if;
	perform from person where person_id = p_person for update;
	select barrier_id into id from barrier where person_id = p_person and kind = p_kind and state <> 'ended' and to_day >= first;
	if found then
		return id;
	end if;
	id := nextval('id_block');
	perform barrier_mark(p_person);
	insert into barrier (person_id, barrier_id, region_code, kind, from_day, to_day, why)
	select person_id, id, region_code, p_kind, first, last, p_why from person where person_id = p_person;
	perform barrier_take(p_person);
	perform barrier_note(p_person, 'barrier.put', jsonb_build_object('barrier', id, 'kind', p_kind, 'from', first, 'to', last));
	return id;
end $$;

-- By the special unit, which alone sees it: a soft one ends, a hard one waits for a second person.
create or replace function barrier_end(p_person bigint, p_kind text, p_why text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	b barrier;
	hard boolean;
begin
	if not barrier_special() then
		raise exception using errcode = 'ST403', message = 'a barrier is ended by the special unit';
	end if;
	perform barrier_text(p_why);
	if not scope_sees(p_person) then
		perform barrier_nobody(p_person::text);
	end if;
	select * into b from barrier where person_id = p_person and kind = p_kind and state = 'on' for update;
	if not found then
		raise exception using errcode = 'ST404', message = 'no such barrier stands before this person',
			hint = 'steward barrier list has them.';
	end if;
	select is_hard into hard from barrier_kind where kind = p_kind;
	update barrier set ender = session_user, state = case when hard then 'ending' else 'ended' end,
		ended_at = case when hard then null else now() end where person_id = p_person and barrier_id = b.barrier_id;
	perform barrier_note(p_person, 'barrier.end', jsonb_build_object('barrier', b.barrier_id, 'kind', p_kind, 'why', p_why));
	perform barrier_give_back(p_person);
	return case when hard then 'ending' else 'ended' end;
end $$;

create or replace function barrier_settle(p_person bigint, p_kind text, p_event text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	b barrier;
begin
	if not barrier_special() then
		raise exception using errcode = 'ST403', message = 'a barrier is ended by the special unit';
	end if;
	if not scope_sees(p_person) then
		perform barrier_nobody(p_person::text);
	end if;
	select * into b from barrier where person_id = p_person and kind = p_kind and state = 'ending' for update;
	if not found then
		raise exception using errcode = 'ST404', message = 'nothing waits for a second person here',
			hint = 'steward barrier list has them.';
	end if;
	if p_event = 'approve' and b.ender = session_user then
		raise exception using errcode = 'ST403', message = 'this needs a second person';
	end if;
	update barrier set state = case p_event when 'approve' then 'ended' else 'on' end,
		ender = case p_event when 'approve' then ender end, approver = case p_event when 'approve' then session_user end,
		ended_at = case p_event when 'approve' then now() end where person_id = p_person and barrier_id = b.barrier_id;
	perform barrier_note(p_person, 'barrier.' || p_event, jsonb_build_object('barrier', b.barrier_id, 'kind', p_kind, 'author', b.ender));
	perform barrier_give_back(p_person);
	return case p_event when 'approve' then 'ended' else 'on' end;
end $$;

-- A clerk who has to work on somebody behind a soft barrier, by the number, for a time.  Who is behind a hard one, or in
-- no area of his, is nobody.
create or replace function barrier_waive(p_number text, p_why text, p_until date) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	person bigint;
	n bigint := 0;
begin
	if not (pg_has_role(session_user, 'steward_clerk', 'member') or pg_has_role(session_user, 'steward_reviewer', 'member')) then
		raise exception using errcode = 'ST403', message = 'a barrier is waived by a clerk or a reviewer';
	end if;
	perform barrier_text(p_why);
	if p_until is null or p_until not between business_day() and business_day() + 92 then
		raise exception using errcode = 'ST422', message = 'a waiver ends within three months',
			hint = 'Say until when: --until YYYY-MM-DD.';
	end if;
	person := barrier_person(p_number);
	insert into barrier_waiver (person_id, barrier_id, region_code, until, reason)
	select b.person_id, b.barrier_id, p.region_code, p_until, p_why from barrier b join barrier_kind k using (kind)
	join person p using (person_id)
	where b.person_id = person and b.state <> 'ended' and business_day() between b.from_day and b.to_day and not k.is_hard
		and (scope_wide() or p.region_code = any (scope_areas()))
		and not exists (select from staff_kin s where s.person_id = person)
		and not exists (select from barrier h join barrier_kind y using (kind) where h.person_id = person and y.is_hard
			and h.state <> 'ended' and business_day() between h.from_day and h.to_day);
	get diagnostics n = row_count;
	if n = 0 then
		perform barrier_nobody(p_number);
	end if;
	perform barrier_note(person, 'barrier.waive', jsonb_build_object('until', p_until, 'why', p_why));
	return n;
end $$;

-- Every night: what has ended by its day gives the tasks back; what somebody got in hand since is the unit's; and the
-- ends that are looked at closer are those of all who are hidden.
create or replace function barrier_night() returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	r record;
	n bigint := 0;
begin
	for r in select distinct person_id from (select person_id from barrier where state <> 'ended' and business_day() <= to_day
			union select person_id from staff_kin) b where person_id & 65535 not in (select ending from barrier_mask) loop
		perform barrier_mark(r.person_id);
		n := n + 1;
	end loop;
	n := n + kin_refresh();
	for r in select distinct person_id from barrier where ended_at is null and to_day < business_day() loop
		update barrier set state = 'ended', ended_at = now() where person_id = r.person_id and ended_at is null
			and to_day < business_day();
		perform barrier_note(r.person_id, 'barrier.over', '{}');
		n := n + 1 + barrier_give_back(r.person_id);
	end loop;
	for r in select distinct a.about as person_id from barrier_tasks(barrier_hidden()) a join task t using (person_id, rule_id, cause)
			where t.closed_on is null and t.assigned_to is not null and barrier_unit(a.about) is not null
				and not exists (select from staff s where s.login = t.assigned_to and s.special and s.active) loop
		n := n + barrier_take(r.person_id);
	end loop;
	return n;
end $$;

-- What stands before whom, for who may see them: the special unit, an auditor, and who has waived one.
create or replace function barrier_rows() returns table (person_id bigint, name text, kind text, title text, is_hard boolean, state text,
	from_day date, to_day date, why text, author name, ender name)
language sql stable security definer set search_path = steward, pg_temp as $$
	select b.person_id, p.name, b.kind, k.title, k.is_hard, b.state, b.from_day, nullif(b.to_day, 'infinity'), b.why, b.author, b.ender
	from barrier b join barrier_kind k using (kind) join person p using (person_id)
	where b.state <> 'ended' and scope_sees(b.person_id)
	union all
	select k.person_id, p.name, case k.relation when 'own' then 'staff' else 'kin' end,
		case k.relation when 'own' then 'works here' else 'kin of who works here' end, true, 'on', office_time(k.at)::date, null, k.login::text, k.author, null
	from staff_kin k join person p using (person_id) join staff s on s.login = k.login and s.active where scope_sees(k.person_id)
$$;

-- Sums of a run over everybody, for a login that does not see everybody.
create or replace function pay_whole(p_run bigint) returns table (persons bigint, lines bigint, fen bigint, held bigint, held_fen bigint,
	before bigint, before_fen bigint)
language plpgsql stable security definer set search_path = steward, pg_temp as $$
begin
	if scope_open() then
		return;
	end if;
	return query select count(distinct l.person_id), count(*) filter (where l.amount_fen > 0 and l.state <> 'held'),
		coalesce(sum(l.amount_fen) filter (where l.state <> 'held'), 0)::bigint, count(*) filter (where l.state = 'held'),
		coalesce(sum(l.amount_fen) filter (where l.state = 'held'), 0)::bigint, count(l.before_fen),
		coalesce(sum(l.before_fen), 0)::bigint from pay_line l where l.run_id = p_run;
end $$;

-- A bank's file has everybody who is paid: where somebody hidden is among them, the special unit writes it out.
create or replace function barrier_may_export(p_run bigint) returns void
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if not scope_wide() then
		raise exception using errcode = 'ST403', message = 'the run pays persons of other areas, too',
			hint = 'Somebody who works for the whole office exports it.';
	end if;
	if not barrier_special() and exists (select from pay_line l where l.run_id = p_run and barrier_stands(l.person_id)
			and l.person_id & 65535 in (select ending from barrier_mask)) then
		raise exception using errcode = 'ST403', message = 'the run pays persons whom the special unit looks after',
			hint = 'Somebody of the special unit exports it; it is approved as it stands.';
	end if;
end $$;

-- How often each login has waived, for an auditor and a manager; whom, for who may see them.
create or replace function barrier_waivers() returns table (login name, waived bigint, standing bigint, last_at timestamptz)
language plpgsql stable security definer set search_path = steward, pg_temp as $$
begin
	if not (pg_has_role(session_user, 'steward_auditor', 'member') or pg_has_role(session_user, 'steward_manager', 'member')) then
		raise exception using errcode = 'ST403', message = 'who waives what is shown to an auditor and a manager';
	end if;
	return query select w.login, count(*), count(*) filter (where w.until >= business_day()), max(w.at) from barrier_waiver w
		group by w.login order by 2 desc, 1;
end $$;

grant execute on function barrier_put, barrier_end, barrier_settle, barrier_waive, barrier_rows, barrier_waivers,
	pay_whole to steward_staff;
grant execute on function barrier_night to steward_batch;
