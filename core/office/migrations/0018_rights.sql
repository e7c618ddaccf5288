-- Staff by functions with a fixed list of jobs: who may use them can make nobody more than that, and is himself
-- nothing else.
create function staff_put(p_login text, p_display text, p_job text, p_region int) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	job text;
	known boolean := exists (select from pg_roles where rolname = p_login);
begin
	if not pg_has_role(session_user, 'steward_admin', 'member') then
		raise exception using errcode = 'ST403', message = 'staff is kept by an administrator';
	end if;
	if p_login !~ '^[a-z][a-z0-9_]{0,39}$' or p_login ~ '^(pg_|steward|postgres)' or p_login = session_user then
		raise exception using errcode = 'ST422', message = 'this login cannot be given out',
			hint = 'Small letters, digits and underscores; nobody changes what he may do himself.';
	end if;
	if p_job not in ('clerk', 'reviewer', 'manager', 'policy', 'admin', 'auditor', 'batch') then
		raise exception using errcode = 'ST422', message = 'there is no such job',
			hint = 'One of clerk, reviewer, manager, policy, admin, auditor, batch.';
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
	foreach job in array array['clerk', 'reviewer', 'manager', 'policy', 'admin', 'auditor', 'batch'] loop
		if job = p_job then
			execute format('grant %I to %I', 'steward_' || job, p_login);
		elsif exists (select from pg_auth_members where member = p_login::regrole
				and roleid = ('steward_' || job)::regrole) then
			execute format('revoke %I from %I', 'steward_' || job, p_login);
		end if;
	end loop;
	insert into staff (login, display, job, region_code) values (p_login, p_display, p_job, p_region)
	on conflict (login) do update set display = excluded.display, job = excluded.job,
		region_code = excluded.region_code, active = true;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'staff.put', jsonb_build_object('login', p_login, 'job', p_job,
		'region', p_region));
end $$;

-- Who leaves keeps nothing but the name under what was done.
create function staff_end(p_login text) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	job text;
begin
	if not pg_has_role(session_user, 'steward_admin', 'member') then
		raise exception using errcode = 'ST403', message = 'staff is kept by an administrator';
	end if;
	update staff set active = false where login = p_login and login <> session_user;
	if not found then
		raise exception using errcode = 'ST404', message = 'nobody of this office has this login',
			hint = 'steward staff lists them; nobody ends his own.';
	end if;
	foreach job in array array['clerk', 'reviewer', 'manager', 'policy', 'admin', 'auditor', 'batch'] loop
		if exists (select from pg_auth_members where member = p_login::regrole
				and roleid = ('steward_' || job)::regrole) then
			execute format('revoke %I from %I', 'steward_' || job, p_login);
		end if;
	end loop;
	execute format('alter role %I nologin', p_login);
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'staff.end', jsonb_build_object('login', p_login));
end $$;

-- Which business areas the schema counts on: without one of them nothing is judged and nothing is changed.
create table module (module text primary key);
comment on table module is '@ref business areas whose tables, tasks and figures are in this office';

-- The same decision is sent again instead of asking what became of it.
drop function request_result;

revoke execute on all functions in schema steward from public;
grant execute on function staff_put, staff_end to steward_admin;
grant select on module, work_lock to steward_staff, steward_batch;
