-- Whom a login sees: the persons of its areas, less those behind a barrier.  One generator writes all row policies
-- and says whose rights each function of staff has; "@whole WHY" as the comment of a function or a table leaves it uncut.

-- Does the login see the whole office?  Its area is the whole, the office's own, or one above; without areas all do.
create or replace function scope_wide() returns boolean
language plpgsql stable security definer parallel safe set search_path = steward, pg_temp as $$
declare
	mine int;
	office int;
begin
	select s.region_code, o.value::int into mine, office from staff s left join setting o on o.name = 'region'
	where s.login = session_user and s.active and s.job <> 'window';
	if mine is null or mine = 0 or mine = office then
		return mine is not null;
	end if;
	return not exists (select from region where region_code not in (0, coalesce(office, 0)))
		or coalesce(office in (select region_within(mine)), false);
end $$;

create or replace function scope_areas() returns int[]
language plpgsql stable security definer parallel safe set search_path = steward, pg_temp as $$
begin
	return array(select region_within(s.region_code) from staff s where s.login = session_user and s.active
		and s.job <> 'window');
end $$;

-- Scheduled work, who looks after the schema, and an auditor are not cut.
create or replace function scope_uncut() returns boolean
language plpgsql stable security definer parallel safe set search_path = steward, pg_temp as $$
begin
	return pg_has_role(session_user, 'steward_auditor', 'member') or pg_has_role(session_user, 'steward_batch', 'member')
		or not (pg_has_role(session_user, 'steward_staff', 'member') or pg_has_role(session_user, 'steward_window', 'member'));
end $$;

-- Nothing to look at, row by row: the whole office, and nobody behind a barrier.
create or replace function scope_open() returns boolean
language plpgsql stable security definer parallel safe set search_path = steward, pg_temp as $$
begin
	if not exists (select from barrier_mask) and scope_wide() then
		return true;
	end if;
	return scope_uncut();
end $$;

-- Ends of the numbers of persons who may be behind a barrier, with others among them that never were: who reads this
-- learns nobody's number.
create or replace function scope_maybe() returns setof bigint
language plpgsql stable security definer parallel safe rows 500 set search_path = steward, pg_temp as $$
begin
	return query select ending from barrier_mask;
end $$;

-- Is the person behind a barrier for this login?  A waiver counts once it is kept: with its transaction nobody takes back
-- that he has looked.
create or replace function scope_barred(p_person bigint) returns boolean
language plpgsql stable parallel safe set search_path = steward, pg_temp as $$
declare
	in_unit boolean := coalesce((select s.special from staff s where s.login = session_user and s.active), false);
begin
	return exists (select from staff_kin k join staff s using (login) where k.person_id = p_person
			and (k.login = session_user or not in_unit and s.active))
		or not in_unit and exists (select from barrier b join barrier_kind k using (kind) where b.person_id = p_person
			and b.state <> 'ended' and business_day() between b.from_day and b.to_day
			and (k.is_hard or not exists (select from barrier_waiver w where w.person_id = p_person
				and w.barrier_id = b.barrier_id and w.login = session_user and business_day() <= w.until
				and w.made_in is distinct from pg_current_xact_id_if_assigned())));
end $$;

-- Is there such a person, for this login?  The same answer for one who is hidden and one who is not there.
create or replace function scope_sees(p_person bigint) returns boolean
language plpgsql stable security definer parallel safe set search_path = steward, pg_temp as $$
declare
	area int := (select p.region_code from person p where p.person_id = p_person);
begin
	if area is null then
		return false;
	end if;
	if (exists (select from barrier b where b.person_id = p_person) or exists (select from staff_kin k where k.person_id = p_person))
			and scope_barred(p_person) and not scope_uncut() then
		return false;
	end if;
	return scope_wide() or area = any (scope_areas()) or p_person in (select scope_window()) or scope_uncut();
end $$;

-- What rules judge that is about one person at most.  The others, a household, name all whom they carry facts of in the
-- view NAME_persons.
create or replace function scope_alone() returns setof text
language plpgsql stable security definer parallel safe rows 10 set search_path = steward, pg_temp as $$
begin
	return query select 'person' union select s.subject from subject s where to_regclass(s.subject || '_persons') is null;
end $$;

-- Is nobody of it behind a barrier for this login?  What is known of it carries what is known of each.
create or replace function scope_sees_all(p_subject text, p_id bigint) returns boolean
language plpgsql stable security definer parallel safe set search_path = steward, pg_temp as $$
declare
	seen boolean;
begin
	if scope_open() or p_subject in (select scope_alone()) then
		return true;
	end if;
	execute format('select not exists (select from %I m where m.%I = $1 and not (m.person_id & 65535 <> all (array(select scope_maybe()))
		or scope_uncut() or not scope_barred(m.person_id)))', p_subject || '_persons', p_subject || '_id') into seen using p_id;
	return seen;
end $$;

-- The first word of a table's or a function's comment that says it is not cut, and why.
create or replace function scope_why(p_comment text) returns text
language sql immutable set search_path = steward, pg_temp as $$
	select substring(p_comment from '@whole (.+)$')
$$;

-- Which tables are cut, and how each leads to a person or an area.  What has a person and an area leads by them; the
-- others stand here, or in the comment of their table.
create or replace function scope_tables() returns table (name text, way text, why text)
language sql stable set search_path = steward, pg_temp as $$
	with said (name, way, why) as (values
		('audit_log', 'person', 'is sealed with the area of its day; person 0 is about nobody'),
		('request_done', 'person', 'has no area'),
		('day_change', 'person', 'has no area'),
		('replay_difference', 'person', 'has no area'),
		('person', 'area', 'is what the others lead to'),
		('person_merge', 'pair', 'is about two'),
		('merge_choice', 'pair', 'is about two'),
		('finding', 'case', 'may be about a second person, who is its cause'),
		('task', 'case', 'may be about a second person, who is its cause'),
		('decision', 'case', 'may be about a second person, who is its cause'),
		('task_claim', 'case', 'may be about a second person, who is its cause'),
		('rehearsal_change', 'case', 'may be about a second person, who is its cause'),
		('decision_batch_row', 'case', 'may be about a second person, who is its cause'),
		('message', 'case', 'may be about a second person, who is its cause'),
		('reject', 'file', 'is a row of a file about whomever'),
		('journal_row', 'file', 'is a line about whomever'),
		('sample_row', 'file', 'is a row of a file about whomever'),
		('staged_row', 'doubt', 'of person 0 it is about whomever'))
	select c.relname::text, case when scope_why(obj_description(c.oid)) is not null then 'whole'
			when p.relname is not null then coalesce(t.way, 'row')
			when t.way is not null then t.way
			when s.subject is not null then 'pack'
			when has.person and has.area then 'row' when has.person then 'unknown' end,
		coalesce(scope_why(obj_description(c.oid)), t.why, case when s.subject is not null then 'is its fact row in one piece' end)
	from pg_class c
	left join pg_inherits i on i.inhrelid = c.oid left join pg_class p on p.oid = i.inhparent and p.relkind = 'p'
	left join said t on t.name = coalesce(p.relname, c.relname)
	left join subject s on s.subject <> 'person' and c.relname = s.subject || '_pack'
	cross join lateral (select bool_or(a.attname = 'person_id') as person, bool_or(a.attname = 'region_code') as area
		from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) has
	where c.relnamespace = 'steward'::regnamespace and c.relkind in ('r', 'p')
		and (has.person or t.way is not null or s.subject is not null)
$$;

-- What a policy says of a table's rows.  Sub-selects are asked once a statement; a distributed server takes none, and
-- gets the plain form.
create or replace function scope_condition(p_table text, p_way text, p_plain boolean) returns text
language plpgsql stable set search_path = steward, pg_temp as $$
declare
	sees text := case when p_plain then '(%s & 65535 <> all (array(select scope_maybe())) or scope_sees(%1$s))'
		else '(%s & 65535 not in (select scope_maybe()) or scope_sees(%1$s))' end;
	areas text := case when p_plain then 'scope_wide() or region_code = any (scope_areas())'
		else '(select scope_wide()) or region_code = any ((select scope_areas())::int[])' end;
	area text := format('(%s)', areas);
	-- What is signalled, proposed and decided about a person is no window's.
	here text := format(case when p_plain then '(%s or person_id = any (array(select scope_window())))'
		else '(%s or person_id in (select scope_window()))' end, areas);
	staff text := case when p_plain then 'not scope_at_window()' else 'not (select scope_at_window())' end;
	begin_ text := case when p_plain then 'scope_open() or ' else '(select scope_open()) or ' end;
	person text := format(sees, 'person_id');
	alone text := case when p_plain then 'subject = any (array(select scope_alone()))' else 'subject in (select scope_alone())' end;
	many text := (select subject from subject where subject || '_fact' = p_table and to_regclass(subject || '_persons') is not null);
	other text := format(sees, case when p_way = 'pair' then 'other_id' else 'cause::bigint' end);
begin
	return begin_ || case p_way
		when 'row' then format('%s and %s', here, person) || case when many is null then ''
			else format(' and scope_sees_all(%L, %I)', many, many || '_id') end
		when 'area' then format('%s and %s', here, person)
		when 'person' then format('person_id = 0 and %s or exists (select from person p where p.person_id = %I.person_id)', staff, p_table)
		when 'pair' then format('%s and %s and %s', area, person, other)
		when 'case' then format('%s and %s and case when rule_id like ''person.same%%'' and cause ~ ''^[0-9]{1,18}$'' then %s else true end',
			area, person, other) || case when exists (select from pg_attribute where attrelid = p_table::regclass and attname = 'subject_id')
			then format(' and (%s or scope_sees_all(subject, subject_id))', alone) else '' end
		when 'doubt' then format('%s and %s and (person_id <> 0 or not scope_line(tableoid, ctid))', area, person)
		when 'file' then format('%s and not scope_line(tableoid, ctid)', case when p_plain then 'scope_wide()'
			else '(select scope_wide())' end)
		when 'pack' then format('exists (select from %I f where f.%2$I = %3$I.%2$I)', replace(p_table, '_pack', '_fact'),
			replace(p_table, '_pack', '_id'), p_table) end;
end $$;

-- Does a line of a file name a number of somebody behind a barrier?  It is asked by its place: of a text that is given
-- the answer would tell of any number whether it is hidden.
create or replace function scope_line(p_table oid, p_row tid) returns boolean
language plpgsql stable security definer parallel safe set search_path = steward, pg_temp as $$
declare
	line text;
begin
	if p_table in ('reject'::regclass, 'journal_row'::regclass, 'sample_row'::regclass, 'staged_row'::regclass) then
		execute format('select to_jsonb(x)::text from %s x where ctid = $1', p_table::regclass) into line using p_row;
	end if;
	return line is null or exists (select from (select person_id from barrier where state <> 'ended'
			union select person_id from staff_kin) b join person_ident i using (person_id)
		where strpos(line, i.id_no) > 0 and scope_barred(b.person_id));
end $$;

-- One policy, made when it is another one than there is: its digest is its comment.
create or replace function scope_policy(p_table text, p_name text, p_rest text) returns boolean
language plpgsql set search_path = steward, pg_temp as $$
declare
	digest text := left(sha256_text(p_rest), 16);
begin
	if (select obj_description(p.oid, 'pg_policy') from pg_policy p where p.polrelid = p_table::regclass
			and p.polname = p_name) = digest then
		return false;
	end if;
	if exists (select from pg_policy p where p.polrelid = p_table::regclass and p.polname = p_name) then
		execute format('drop policy %I on %I', p_name, p_table);
	end if;
	execute format('create policy %I on %I %s', p_name, p_table, p_rest);
	execute format('comment on policy %I on %I is %L', p_name, p_table, digest);
	return true;
end $$;

-- The policies of a table.  What staff writes through functions has to be about somebody the login sees.
create or replace function scope_table(p_table text, p_way text, p_plain boolean) returns boolean
language plpgsql set search_path = steward, pg_temp as $$
declare
	cut text := scope_condition(p_table, p_way, p_plain);
	put text := case when p_way in ('row', 'pair', 'case', 'doubt', 'person') then format('%s or person_id = 0 or exists (select from person p
		where p.person_id = %I.person_id)', case when p_plain then 'scope_open()' else '(select scope_open())' end, p_table) else 'true' end;
	made boolean;
begin
	if not (select relrowsecurity from pg_class where oid = p_table::regclass) then
		execute format('alter table %I enable row level security', p_table);
	end if;
	made := scope_policy(p_table, 'scope_staff', format('for select to steward_staff, steward_window using (%s)', cut));
	made := scope_policy(p_table, 'scope_desk', format('to steward_desk using (%s) with check (%s)', cut, put)) or made;
	made := scope_policy(p_table, 'scope_work', 'to steward_batch using (true)') or made;
	made := scope_policy(p_table, 'scope_auditor', 'for select to steward_auditor using (true)') or made;
	-- A draft of the law is tried over everyone, and by two who find the same.
	if p_table ~ '(_fact|_pack)$' or p_table = 'rehearsal_change' then
		made := scope_policy(p_table, 'scope_policy', 'to steward_policy using (true)') or made;
	end if;
	return made;
end $$;

-- Who the functions of staff work as: a role that owns nothing, so that its rows are cut as the caller's are.
create or replace function scope_desk() returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	if not exists (select from pg_roles where rolname = 'steward_desk') then
		create role steward_desk nologin nocreaterole;
	end if;
	if not exists (select from pg_auth_members m where m.roleid = 'steward_desk'::regrole and m.member = 'steward_owner'::regrole
			and coalesce((to_jsonb(m) ->> 'set_option')::boolean, true)) then
		if current_setting('server_version_num')::int >= 160000 then
			execute 'grant steward_desk to steward_owner with inherit true, set true';
		else
			grant steward_desk to steward_owner;
		end if;
	end if;
	grant usage, create on schema steward to steward_desk;
	grant select, insert, update, delete on all tables in schema steward to steward_desk;
	grant usage, select on all sequences in schema steward to steward_desk;
	grant execute on all functions in schema steward to steward_desk;
end $$;

-- All of it, for the tables, views and functions that there are; how much was made anew.
create or replace function scope_apply(p_plain boolean default false) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	t record;
	n bigint := 0;
begin
	perform scope_desk();
	for t in select * from scope_tables() s where s.way not in ('whole', 'unknown') order by s.name loop
		n := n + scope_table(t.name, t.way, p_plain)::int;
	end loop;
	for t in select c.relname from pg_class c where c.relnamespace = 'steward'::regnamespace and c.relkind = 'v'
			and coalesce(c.reloptions, '{}') @> '{security_invoker=true}' is not true loop
		execute format('alter view %I set (security_invoker = true)', t.relname);
		n := n + 1;
	end loop;
	for t in select p.oid::regprocedure as f, case when w.whole then 'steward_owner' else 'steward_desk' end as owner
			from pg_proc p cross join lateral (select scope_why(obj_description(p.oid, 'pg_proc')) is not null
				or p.proname ~ '^scope_' as whole) w
			where p.pronamespace = 'steward'::regnamespace and p.prosecdef
				and p.proowner <> (case when w.whole then 'steward_owner' else 'steward_desk' end)::regrole
				and (w.whole or exists (select from aclexplode(p.proacl) a where a.grantee not in (p.proowner, 'steward_batch'::regrole,
					'steward_desk'::regrole, 'steward_owner'::regrole))) loop
		execute format('alter function %s owner to %I', t.f, t.owner);
		n := n + 1;
	end loop;
	perform window_rights();
	return n;
end $$;

revoke execute on all functions in schema steward from public;
grant execute on function scope_wide, scope_areas, scope_uncut, scope_open, scope_maybe, scope_sees, scope_sees_all, scope_alone, scope_line
	to steward_staff, steward_batch;

-- Functions of staff that are about everybody, whoever calls them: what they give back names nobody.
comment on function adjust_apply is '@whole a year''s adjustment is everybody''s';
comment on function adjust_approve is '@whole a year''s adjustment is everybody''s';
comment on function adjust_go_on is '@whole a year''s adjustment is everybody''s';
comment on function adjust_keep is '@whole a year''s adjustment is everybody''s';
comment on function adjust_open is '@whole a year''s adjustment is everybody''s';
comment on function adjust_pause is '@whole a year''s adjustment is everybody''s';
comment on function adjust_propose is '@whole a year''s adjustment is everybody''s';
comment on function adjust_undo is '@whole a year''s adjustment is everybody''s';
comment on function audit_seal is '@whole all rows of the audit are sealed';
comment on function backup_made is '@whole is about the office';
comment on function brake_limit is '@whole counts months of everybody''s decisions';
comment on function cases_keep is '@whole worked cases are about nobody who is here';
comment on function day_undo is '@whole a day of the judge is taken back for everybody';
comment on function draft_keep is '@whole one''s own drafts @window';
comment on function draft_mine is '@whole one''s own drafts';
comment on function macro_keep is '@whole one''s own recorded keys';
comment on function macro_drop is '@whole one''s own recorded keys';
comment on function macro_back is '@whole one''s own recorded keys';
comment on function macro_mine is '@whole one''s own recorded keys';
comment on function journal_take is '@whole is about the office';
comment on function office_reconcile is '@whole is about the office';
comment on function pay_approve is '@whole a run pays everybody';
comment on function pay_digest is '@whole a run pays everybody';
comment on function pay_whole is '@whole sums of everybody, who are never few';
comment on function pay_file_payees is '@whole a bank is told of everybody; the special unit writes it out';
comment on function pay_file_page is '@whole what was collected by pay_file_payees';
comment on function pay_close is '@whole a run pays everybody';
comment on function pay_export is '@whole a run pays everybody';
comment on function pay_file_put is '@whole a run pays everybody';
comment on function pay_gate_run is '@whole a run pays everybody';
comment on function pay_prepare is '@whole a run pays everybody';
comment on function pay_reply_take is '@whole a bank answers for everybody';
comment on function pay_sample_draw is '@whole a sample is drawn of everybody';
comment on function pay_send is '@whole a run pays everybody';
comment on function pay_sign is '@whole a run pays everybody';
comment on function pay_take_back is '@whole a run pays everybody';
comment on function reject_repair is '@whole a value is mended in all rows of a file';
comment on function reject_settle is '@whole a file is settled as one';
comment on function rules_adopt is '@whole the law is everybody''s';
comment on function rules_withdraw is '@whole the law is everybody''s';
comment on function staff_disconnect is '@whole is about staff';
comment on function staff_end is '@whole is about staff';
comment on function staff_leave is '@whole is about staff';
comment on function staff_limit is '@whole is about staff';
comment on function staff_move is '@whole is about staff';
comment on function staff_put is '@whole is about staff';
comment on function staff_special is '@whole is about staff';
comment on function barrier_put is '@whole looks itself whether the login sees the person';
comment on function barrier_end is '@whole looks itself whether the login sees the person';
comment on function barrier_settle is '@whole looks itself whether the login sees the person';
comment on function barrier_waive is '@whole looks itself whether there is a soft barrier alone';
comment on function barrier_night is '@whole is about everybody who is hidden';
comment on function barrier_rows is '@whole looks itself whether the login sees the person';
comment on function barrier_waivers is '@whole tells logins, and no persons';
comment on function kin_put is '@whole looks itself whether the login sees the person';
comment on function kin_end is '@whole looks itself whether the login sees the person';
comment on function staff_settle is '@whole is about staff';
