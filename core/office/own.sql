-- What the program relies on in the schema, as the catalogue has it: functions, constraints, rights, owners,
-- memberships, one row each with a digest of its definition.

-- statement: own_catalogue
-- columns: kind text, name text, digest text
with o as (
	select 'function' as kind, p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as name,
		concat_ws('|', p.prosrc, p.prosecdef, p.proconfig::text, p.provolatile,
			pg_get_function_result(p.oid), l.lanname) as body
	from pg_proc p join pg_language l on l.oid = p.prolang
	where p.pronamespace = 'steward'::regnamespace
	union all
	select 'right', p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
		string_agg(case a.grantee when 0 then 'public' else a.grantee::regrole::text end, ' '
			order by a.grantee::regrole::text)
	from pg_proc p cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
	where p.pronamespace = 'steward'::regnamespace and a.grantee not in (p.proowner, 'steward_owner'::regrole)
		and a.grantee is distinct from to_regrole('steward_desk') group by p.oid, p.proname
	union all
	select 'constraint', c.relname || '.' || k.conname, pg_get_constraintdef(k.oid)
		|| case when k.convalidated then '' else ' not valid' end
	from pg_constraint k join pg_class c on c.oid = k.conrelid
	where c.relnamespace = 'steward'::regnamespace and k.contype <> 'n' and k.conparentid = 0
		and k.coninhcount = 0
	union all
	select 'right', c.relname::text, string_agg(concat_ws(' ', case a.grantee when 0 then 'public'
			else a.grantee::regrole::text end, a.privilege_type, a.is_grantable), ','
			order by a.grantee::regrole::text, a.privilege_type)
	from pg_class c cross join lateral aclexplode(c.relacl) a
	where c.relnamespace = 'steward'::regnamespace and a.grantee <> c.relowner
		and a.grantee is distinct from to_regrole('steward_desk') group by c.oid, c.relname
	union all
	select 'right', c.relname || '.' || t.attname, string_agg(concat_ws(' ', case a.grantee when 0
			then 'public' else a.grantee::regrole::text end, a.privilege_type, a.is_grantable), ','
			order by a.grantee::regrole::text, a.privilege_type)
	from pg_class c join pg_attribute t on t.attrelid = c.oid and t.attnum > 0 and not t.attisdropped
	cross join lateral aclexplode(t.attacl) a
	where c.relnamespace = 'steward'::regnamespace group by c.oid, c.relname, t.attname
	union all
	select 'right', 'schema steward', string_agg(concat_ws(' ', case a.grantee when 0 then 'public'
			else a.grantee::regrole::text end, a.privilege_type), ','
			order by a.grantee::regrole::text, a.privilege_type)
	from pg_namespace n cross join lateral aclexplode(n.nspacl) a
	where n.nspname = 'steward' and a.grantee <> n.nspowner
		and a.grantee is distinct from to_regrole('steward_desk') having count(*) > 0
	union all
	select 'default', c.relname || '.' || t.attname, pg_get_expr(d.adbin, d.adrelid)
	from pg_attrdef d join pg_class c on c.oid = d.adrelid
	join pg_attribute t on t.attrelid = c.oid and t.attnum = d.adnum
	where c.relnamespace = 'steward'::regnamespace and not c.relispartition
	union all
	select 'owner', c.relname::text, c.relowner::regrole::text from pg_class c
	where c.relnamespace = 'steward'::regnamespace and c.relkind in ('r', 'p', 'v', 'S')
		and c.relowner <> 'steward_owner'::regrole
	union all
	select 'owner', p.proname::text, p.proowner::regrole::text from pg_proc p
	where p.pronamespace = 'steward'::regnamespace and p.proowner <> 'steward_owner'::regrole
	union all
	select 'owner', 'schema steward', n.nspowner::regrole::text from pg_namespace n
	where n.nspname = 'steward' and n.nspowner <> 'steward_owner'::regrole
	union all
	select 'trigger', c.relname || '.' || t.tgname, pg_get_triggerdef(t.oid)
	from pg_trigger t join pg_class c on c.oid = t.tgrelid
	where c.relnamespace = 'steward'::regnamespace and not t.tgisinternal
	union all
	select 'rule', r.ev_class::regclass || '.' || r.rulename, r.rulename::text from pg_rewrite r
	join pg_class c on c.oid = r.ev_class
	where c.relnamespace = 'steward'::regnamespace and r.rulename <> '_RETURN'
	union all
	select 'policy', c.relname || '.' || p.polname, concat_ws('|', p.polcmd, p.polpermissive,
		array(select r::regrole from unnest(p.polroles) r)::text, pg_get_expr(p.polqual, p.polrelid),
		pg_get_expr(p.polwithcheck, p.polrelid))
	from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'steward'::regnamespace
	union all
	-- The role that staff's functions work as may do to rows what it likes, as far as they are not cut.
	select 'policy', c.relname::text, concat_ws(' ', c.relrowsecurity, c.relforcerowsecurity, c.reloptions::text) from pg_class c
	where c.relnamespace = 'steward'::regnamespace and (c.relrowsecurity or c.relkind = 'v')
	union all
	select 'role', rolname::text, concat_ws(' ', rolcanlogin, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls)
	from pg_roles where rolname ~ '^steward_'
	union all
	-- From version 16 on a membership may be one to give on alone.
	select 'member', m.member::regrole || ' of ' || m.roleid::regrole, 'is'
	from pg_auth_members m join pg_roles r on r.oid = m.member
	where m.roleid::regrole::text ~ '^steward_' and (r.rolname ~ '^steward_' or m.roleid = 'steward_owner'::regrole)
		and coalesce((to_jsonb(m) ->> 'set_option')::boolean or (to_jsonb(m) ->> 'inherit_option')::boolean,
			true)
	union all
	select 'login', rolname::text, 'may make roles' from pg_roles r
	where rolcanlogin and rolcreaterole and not rolsuper and pg_has_role(oid, 'steward_staff', 'member')
)
select kind, name, left(encode(sha256(convert_to(body, 'UTF8')), 'hex'), 16) as digest from o
order by kind collate "C", name collate "C";
