-- Who works here: made, moved, limited and ended by an administrator, what is sensitive by two persons; nothing a person
-- had in hand is lost.

create or replace function staff_admin() returns void
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if not pg_has_role(session_user, 'steward_admin', 'member') then
		raise exception using errcode = 'ST403', message = 'staff is kept by an administrator';
	end if;
end $$;

create or replace function staff_job(p_job text) returns void
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if not exists (select from job j where j.job = p_job) then
		raise exception using errcode = 'ST422', message = 'there is no such job',
			hint = format('The jobs of this office: %s', (select string_agg(j.job, ', ' order by j.job) from job j));
	end if;
end $$;

create or replace function staff_login(p_login text) returns void
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if p_login !~ '^[a-z][a-z0-9_]{0,39}$' or p_login ~ '^(pg_|steward|postgres)' or p_login = session_user then
		raise exception using errcode = 'ST422', message = 'this login cannot be given out',
			hint = 'Small letters, digits and underscores; nobody changes what he may do himself.';
	end if;
end $$;

-- Who makes law, staff or decisions final, brings files in or sees everybody is made by two, and so is whoever has a job
-- of a module; a clerk and a window are not.  The owner makes the first ones.
create or replace function staff_takes_two(p_job text) returns boolean
language sql stable set search_path = steward, pg_temp as $$
	select p_job not in ('clerk', 'window')
		and exists (select from staff where login = session_user)
$$;

-- Work of one is another's, or everybody's again.  What came of it, row by row.
create or replace function staff_hand_over(p_login text, p_to text) returns table (what text, n bigint, who text)
language plpgsql set search_path = steward, pg_temp as $$
begin
	update task set assigned_to = p_to where assigned_to = p_login;
	get diagnostics n = row_count;
	what := 'tasks';
	who := p_to;
	return next;
	delete from task_claim where login = p_login;
	get diagnostics n = row_count;
	what := 'in_hand';
	who := null;
	return next;
	update draft d set login = p_to where login = p_login and p_to is not null and not exists (select from draft x
		where x.login = p_to and x.screen = d.screen and x.subject = d.subject);
	get diagnostics n = row_count;
	what := 'drafts';
	who := p_to;
	return next;
	-- What stays under the name: drafts nobody has taken, and what waits for a second person, who needs no hand-over.
	select count(*) into n from draft where login = p_login;
	what := 'drafts_kept';
	who := p_login;
	return next;
	select count(*) into n from decision where author = p_login and outcome = 'proposed';
	what := 'proposals';
	who := p_login;
	return next;
	select count(*) into n from decision_batch where author = p_login and outcome = 'proposed';
	what := 'batches';
	who := p_login;
	return next;
	select count(*) into n from pay_run where p_login = any (makers) and state in ('open', 'gated', 'signed', 'approved', 'exported');
	what := 'runs';
	who := p_login;
	return next;
end $$;

-- Staff by functions with a fixed list of jobs: who may use them can make nobody more than that, and is himself
-- nothing else.
create or replace function staff_make(p_login text, p_display text, p_job text, p_region int) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	area int := coalesce(p_region, (select value::int from setting where name = 'region'), 0);
	job text;
	known boolean := exists (select from pg_roles where rolname = p_login);
begin
	perform staff_login(p_login);
	perform staff_job(p_job);
	if not exists (select from region where region_code = area) then
		raise exception using errcode = 'ST422', message = format('no area has the code %s', area),
			hint = 'Import the file of areas first, or give another code with --region.';
	end if;
	-- A role of the server that this office has not made is not taken over.
	if known and not exists (select from staff where login = p_login)
			and not pg_has_role(p_login, 'steward_batch', 'member') then
		raise exception using errcode = 'ST422', message = 'this login belongs to somebody else',
			hint = 'Choose another one; the server knows it already, outside this office.';
	end if;
	if not known then
		execute format('create role %I', p_login);
	end if;
	execute format('alter role %I login connection limit %s', p_login,
		case when p_job = 'batch' then 20 else 8 end);
	execute format('alter role %I set idle_in_transaction_session_timeout = %L', p_login,
		case when p_job = 'batch' then '10min' else '60s' end);
	-- A person's questions are small; a login can raise this for itself, which no server of today forbids.
	execute format('alter role %I set work_mem = %L', p_login,
		case when p_job = 'batch' then '64MB' else '16MB' end);
	for job in select j.job from job j order by 1 loop
		if job = p_job then
			execute format('grant %I to %I', 'steward_' || job, p_login);
		elsif exists (select from pg_auth_members where member = p_login::regrole
				and roleid = ('steward_' || job)::regrole) then
			execute format('revoke %I from %I', 'steward_' || job, p_login);
		end if;
	end loop;
	if exists (select from staff s where s.login = p_login and s.job <> p_job) then
		perform staff_hand_over(p_login, null);
	end if;
	insert into staff (login, display, job, region_code) values (p_login, p_display, p_job, area)
	on conflict (login) do update set display = excluded.display, job = excluded.job,
		region_code = excluded.region_code, active = true
	where (staff.display, staff.job, staff.region_code, staff.active) is distinct from
		(excluded.display, excluded.job, excluded.region_code, true);
	if not found then
		return;
	end if;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'staff.put', jsonb_build_object('login', p_login, 'job', p_job,
		'region', area));
end $$;

-- Would somebody who works here see persons whom he does not see now?
create or replace function staff_sees_more(p_login text, p_region int) returns boolean
language sql stable set search_path = steward, pg_temp as $$
	select exists (select from staff where login = session_user)
		and exists (select from staff s where s.login = p_login and s.active and s.region_code <> 0
		and coalesce(p_region, (select value::int from setting where name = 'region'), 0) not in (select region_within(s.region_code)))
$$;

-- A login with a job; who is to have a sensitive one, or another area than his own and what lies in it, waits for a second
-- person.
create or replace function staff_put(p_login text, p_display text, p_job text, p_region int) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform staff_admin();
	perform staff_login(p_login);
	perform staff_job(p_job);
	if not staff_takes_two(p_job) and not staff_sees_more(p_login, p_region) then
		perform staff_make(p_login, p_display, p_job, p_region);
		return;
	end if;
	if not exists (select from region where region_code = coalesce(p_region, 0)) then
		raise exception using errcode = 'ST422', message = format('no area has the code %s', p_region),
			hint = 'Import the file of areas first, or give another code with --region.';
	end if;
	insert into staff_change (login, display, job, region_code) values (p_login, p_display, p_job, p_region)
	on conflict (login) do update set display = excluded.display, job = excluded.job,
		region_code = excluded.region_code, author = session_user, at = now();
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'staff.propose', jsonb_build_object('login', p_login, 'job', p_job, 'region', p_region));
end $$;

create or replace function staff_move(p_login text, p_job text, p_region int) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	s staff;
begin
	perform staff_admin();
	select * into s from staff where login = p_login and active;
	if not found then
		raise exception using errcode = 'ST404', message = 'nobody of this office has this login',
			hint = 'steward staff lists them.';
	end if;
	perform staff_put(p_login, s.display, p_job, coalesce(p_region, s.region_code));
end $$;

-- Limits of what one login signs, a step and a day.  More than before is the second person's, too.
create or replace function staff_limit(p_login text, p_step bigint, p_day bigint) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	s staff;
begin
	perform staff_admin();
	select * into s from staff where login = p_login and active for update;
	if not found or p_login = session_user then
		raise exception using errcode = 'ST404', message = 'nobody of this office has this login',
			hint = 'steward staff lists them; nobody changes what he may do himself.';
	end if;
	if coalesce(p_step, 9e18) > coalesce(s.step_fen, 9e18) or coalesce(p_day, 9e18) > coalesce(s.day_fen, 9e18) then
		insert into staff_change (login, step_fen, day_fen) values (p_login, p_step, p_day)
		on conflict (login) do update set step_fen = excluded.step_fen, day_fen = excluded.day_fen, job = null,
			author = session_user, at = now();
	else
		update staff set step_fen = p_step, day_fen = p_day where login = p_login;
	end if;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'staff.limit', jsonb_build_object('login', p_login, 'step', p_step, 'day', p_day));
end $$;

-- What is proposed, in six digits: whoever approves gives them back, so that nothing else can be put in its place meanwhile.
create or replace function staff_sign(c staff_change) returns text
language sql stable set search_path = steward, pg_temp as $$
	select left(sha256_text(concat_ws(E'\x1f', c.login, coalesce(c.display, ''), coalesce(c.job, ''), coalesce(c.region_code, 0),
		coalesce(c.step_fen, -1), coalesce(c.day_fen, -1), coalesce(c.special::text, ''), c.author)), 6)
$$;

-- The second person: another administrator, or a manager.
create or replace function staff_settle(p_login text, p_event text, p_sign text) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	c staff_change;
begin
	if not (pg_has_role(session_user, 'steward_admin', 'member') or pg_has_role(session_user, 'steward_manager', 'member')) then
		raise exception using errcode = 'ST403', message = 'a second administrator or a manager does this';
	end if;
	delete from staff_change where login = p_login returning * into c;
	if not found then
		raise exception using errcode = 'ST404', message = 'nothing waits for a second person here',
			hint = 'steward staff lists who waits.';
	end if;
	if p_event = 'approve' and session_user in (c.author, p_login) then
		raise exception using errcode = 'ST403', message = 'this needs a second person';
	end if;
	if p_event = 'approve' and p_sign is distinct from staff_sign(c) then
		raise exception using errcode = 'ST409', message = 'something else waits here than was shown',
			hint = 'Look again: steward staff lists what waits, its sign before it.';
	end if;
	if p_event = 'approve' and c.job is not null then
		perform staff_make(c.login::text, c.display, c.job, c.region_code);
	elsif p_event = 'approve' and c.special is not null then
		if not c.special then
			perform special_stays(c.login::text);
		end if;
		update staff set special = c.special where login = c.login;
	elsif p_event = 'approve' then
		update staff set step_fen = c.step_fen, day_fen = c.day_fen where login = c.login;
	end if;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'staff.' || p_event, jsonb_build_object('login', p_login, 'job', c.job,
		'author', c.author, 'step', c.step_fen, 'day', c.day_fen));
end $$;

-- In the transaction of a step, once its amount is known.
create or replace function staff_may_sign(p_fen bigint) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	s staff;
	total bigint;
begin
	select * into s from staff where login = session_user;
	if s.step_fen is null and s.day_fen is null or coalesce(p_fen, 0) = 0 then
		return;
	end if;
	if abs(p_fen) > s.step_fen then
		raise exception using errcode = 'ST403', message = 'the amount is beyond what this login signs',
			hint = 'Somebody with a higher limit does it; the task stays as it is.';
	end if;
	insert into staff_day as d (login, day, fen) values (session_user, business_day(), abs(p_fen))
	on conflict (login, day) do update set fen = d.fen + excluded.fen returning fen into total;
	if total > s.day_fen then
		raise exception using errcode = 'ST403', message = 'the day''s amount is beyond what this login signs',
			hint = 'Somebody else does it, or it waits until the next business day; the task stays as it is.';
	end if;
end $$;

-- Who leaves keeps nothing but the name under what was done.
create or replace function staff_end(p_login text) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	job text;
begin
	perform staff_admin();
	perform special_stays(p_login);
	update staff set active = false where login = p_login and login <> session_user;
	if not found then
		raise exception using errcode = 'ST404', message = 'nobody of this office has this login',
			hint = 'steward staff lists them; nobody ends his own.';
	end if;
	for job in select j.job from job j order by 1 loop
		if exists (select from pg_auth_members where member = p_login::regrole
				and roleid = ('steward_' || job)::regrole) then
			execute format('revoke %I from %I', 'steward_' || job, p_login);
		end if;
	end loop;
	execute format('alter role %I nologin', p_login);
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'staff.end', jsonb_build_object('login', p_login));
end $$;

-- The same, with all that the person had in hand: a colleague's by name, or everybody's.
create or replace function staff_leave(p_login text, p_to text) returns table (what text, n bigint, who text)
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	if p_to is not null and not exists (select from staff where login = p_to and active and login <> p_login) then
		raise exception using errcode = 'ST404', message = format('"%s" is no colleague', p_to),
			hint = 'steward staff lists them.';
	end if;
	perform staff_end(p_login);
	delete from staff_change where login = p_login;
	return query select * from staff_hand_over(p_login, p_to);
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'staff.hand_over', jsonb_build_object('login', p_login, 'to', p_to));
end $$;

-- Who has ended here is not connected any more.  The owner may do so for a moment.
create or replace function staff_disconnect(p_login text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	perform staff_admin();
	if not exists (select from staff where login = p_login and not active) then
		raise exception using errcode = 'ST409', message = 'this login is at work';
	end if;
	execute format('grant %I to steward_owner', p_login);
	select count(*) filter (where pg_terminate_backend(pid)) into n from pg_stat_activity where usename = p_login;
	execute format('revoke %I from steward_owner', p_login);
	return n;
end $$;

-- Somebody has come: on record once a day and address, so that a login used from elsewhere, or by nobody, is seen.  Who
-- comes past the program is told by the server's own log.
create or replace function staff_in() returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	if pg_is_in_recovery() or not exists (select from staff where login = session_user) then
		return;
	end if;
	insert into staff_seen (login, day, address) values (session_user, office_today(), coalesce(host(inet_client_addr()), 'here'))
	on conflict do nothing;
	if found then
		insert into audit_log (person_id, audit_id, region_code, op, body)
		values (0, nextval('id_block'), 0, 'staff.in', jsonb_build_object('login', session_user,
			'from', coalesce(host(inet_client_addr()), 'here'), 'program', current_setting('application_name')));
	end if;
end $$;

-- For how many seconds whoever works may hold what he has written before scheduled work goes on without him.
create or replace function work_holds() returns int
language sql stable set search_path = steward, pg_temp as $$
	select coalesce((select value::int from setting where name = 'hold_seconds'), 300)
$$;

-- A lock is waited for a part of that, so that one who holds it is looked at more than once.
create or replace function work_patience() returns void
language sql set search_path = steward, pg_temp as $$
	select set_config('lock_timeout', work_holds() / 5 + 1 || 's', true)
$$;

-- The night waits for a decision in progress, and not for one that is never ended: whose transaction has written and is
-- older than that is disconnected.  Whoever that happens to has stored nothing.
create or replace function work_make_way() returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	who name;
	n bigint;
begin
	for who in select distinct a.usename from pg_stat_activity a join staff s on s.login = a.usename
			where a.datname = current_database() and a.usename <> session_user loop
		execute format('grant %I to steward_owner', who);
		select count(*) filter (where pg_terminate_backend(pid)) into n from pg_stat_activity where usename = who
			and datname = current_database() and backend_xid is not null
			and xact_start < clock_timestamp() - make_interval(secs => work_holds());
		execute format('revoke %I from steward_owner', who);
		if n > 0 then
			insert into audit_log (person_id, audit_id, region_code, op, body)
			values (0, nextval('id_block'), 0, 'staff.held', jsonb_build_object('login', who, 'sessions', n));
		end if;
	end loop;
end $$;

revoke execute on function staff_admin, staff_job, staff_login, staff_takes_two, staff_sees_more, staff_hand_over, staff_make, staff_put, staff_move, staff_limit,
	staff_sign, staff_settle, staff_may_sign, staff_end, staff_leave, staff_disconnect, staff_in, work_holds, work_patience, work_make_way from public;
grant execute on function staff_put, staff_move, staff_limit, staff_settle, staff_end, staff_leave, staff_disconnect
	to steward_admin;
grant execute on function staff_settle to steward_manager;
grant execute on function staff_sign to steward_staff;
grant execute on function staff_in to steward_staff, steward_batch;
comment on function staff_in is '@window that somebody has come';
