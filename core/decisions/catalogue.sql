-- Kinds of tasks as a catalogue: each with its clock, and switched off and on by the administrator.

-- Off: the judge and the steps of persons make no new ones, they leave out what work_off names; what is open is finished.
-- On again: whatever still stands is somebody's.  What rules settle by themselves, and what is about the office's own work,
-- is not switched.
create or replace function work_switch(p_type text, p_on boolean, p_why text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	n bigint := 0;
begin
	if not pg_has_role(session_user, 'steward_admin', 'member') then
		raise exception using errcode = 'ST403', message = 'this is reserved for the role admin';
	end if;
	if not exists (select from task_type y join task_move m using (task_type) where y.task_type = p_type and y.owner <> 'admin'
			and m.from_state = 'open') or p_type in ('brake', 'match', 'contradiction') then
		raise exception using errcode = 'ST404', message = 'there is no kind of task of this name that can be switched',
			hint = 'steward work types lists them.';
	end if;
	if coalesce(btrim(p_why), '') = '' then
		raise exception using errcode = 'ST422', message = 'a kind of task is not switched without a reason', hint = 'Give --why.';
	end if;
	if p_on then
		delete from work_off where task_type = p_type;
	else
		insert into work_off (task_type, why) values (p_type, left(p_why, 200)) on conflict do nothing;
	end if;
	get diagnostics n = row_count;
	if n = 0 then
		raise exception using errcode = 'ST409', message = 'it is so already', hint = 'steward work types tells since when and why.';
	end if;
	if p_on then
		insert into task (person_id, rule_id, cause, subject, subject_id, region_code, task_type, due, priority, opened_on)
		select f.person_id, f.rule_id, f.cause, f.subject, f.subject_id, f.region_code, f.task_type, f.due, coalesce(c.priority, 5),
			business_day()
		from finding f left join work_clock c on c.kind = f.task_type where f.task_type = p_type
		on conflict (person_id, rule_id, cause) do update set state = 'open', ver = task.ver + 1, closed_on = null
			where task.state = 'withdrawn';
		get diagnostics n = row_count;
	else
		n := 0;
	end if;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, case when p_on then 'work.on' else 'work.off' end, jsonb_build_object('type', p_type, 'why', p_why,
		'tasks', n));
	return n;
end $$;
revoke execute on function work_switch from public;
grant execute on function work_switch to steward_staff;
