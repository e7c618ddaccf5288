-- Roles of an office and the empty schema, each time the same: run by a superuser where nobody else can connect,
-- or by a login that may make roles and owns the database.  Groups by job; a person's login is made a member of
-- one of them.  The owner of the schema is nobody: no login is a member of it, or stays one.
do $$
declare
	job text;
	version int := current_setting('server_version_num')::int;
	other record;
begin
	foreach job in array array['owner', 'staff', 'batch', 'clerk', 'reviewer', 'manager',
			'policy', 'admin', 'auditor'] loop
		if not exists (select from pg_roles where rolname = 'steward_' || job) then
			execute format('create role %I', 'steward_' || job);
		end if;
		execute format('alter role %I nologin %s', 'steward_' || job,
			case when job = 'owner' then 'createrole' else 'nocreaterole' end);
		if job not in ('owner', 'staff', 'batch') then
			execute format('grant steward_staff to %I', 'steward_' || job);
		end if;
		-- From version 16 on a role gives on only what it holds with this option.
		if job <> 'owner' and version >= 160000 then
			execute format('grant %I to steward_owner with admin true, inherit false, set false',
				'steward_' || job);
		end if;
	end loop;
	grant steward_clerk, steward_reviewer to steward_manager;
	for other in select m.member::regrole as name from pg_auth_members m
			where m.roleid = 'steward_owner'::regrole and m.member <> current_user::regrole loop
		execute format('revoke steward_owner from %s', other.name);
	end loop;
	if not (select rolsuper from pg_roles where rolname = current_user) then
		execute format('grant steward_owner to %I', current_user);
		return;
	end if;
	-- A superuser can take away what older versions gave, and what any login of the server has otherwise: locks
	-- that nobody sees, objects that no table counts.
	execute format('alter database %I owner to steward_owner', current_database());
	for other in select oid::regrole as name from pg_roles where rolcanlogin and not rolsuper
			and (rolcreaterole or rolcreatedb) and pg_has_role(oid, 'steward_staff', 'member') loop
		execute format('alter role %s nocreaterole nocreatedb', other.name);
	end loop;
	for other in select p.oid::regprocedure as name from pg_proc p
			where pronamespace = 'pg_catalog'::regnamespace
			and proname ~ '^(lo_|loread$|lowrite$|pg_(try_)?advisory_)'
			and has_function_privilege('public', p.oid, 'execute') loop
		execute format('revoke execute on function %s from public', other.name);
	end loop;
end $$;
create schema if not exists steward authorization steward_owner;
do $$
begin
	-- Tables of the session are for work that needs them; a clerk's does not.
	execute format('revoke temporary on database %I from public', current_database());
	execute format('grant temporary on database %I to steward_owner, steward_batch, steward_policy, steward_auditor',
		current_database());
end $$;
