-- Roles of an office and the empty schema; run by a login that may create roles.  Groups by job; a
-- person's login is made a member of one of them.
do $$
declare
	job text;
begin
	foreach job in array array['owner', 'staff', 'batch', 'clerk', 'reviewer', 'manager',
			'policy', 'admin', 'auditor'] loop
		if not exists (select from pg_roles where rolname = 'steward_' || job) then
			execute format('create role %I nologin', 'steward_' || job);
		end if;
		if job not in ('owner', 'staff', 'batch') then
			execute format('grant steward_staff to %I', 'steward_' || job);
		end if;
	end loop;
end $$;
grant steward_clerk, steward_reviewer to steward_manager;
grant steward_owner, steward_admin to current_user;
create schema if not exists steward authorization steward_owner;
