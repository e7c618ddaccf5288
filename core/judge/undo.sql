-- A day that was wrong is taken back: what its runs wrote is as it was before the first of them.  Whoever writes a
-- finding or task for a run notes in the same statement what was there (day_change).

-- The run that this transaction is, or null.
create or replace function day_run_now() returns bigint
language sql stable set search_path = steward, pg_temp as $$
	select r.run_id from (select run_id, xact from day_run order by run_id desc limit 1) r
	where r.xact = pg_current_xact_id_if_assigned()
$$;

-- A run begins.  Of the first one of all nothing is kept: there is no day before it to go back to.
create or replace function day_begin(p_day date) returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	if judged_day() is null then
		return;
	end if;
	delete from day_change c using day_run r where r.run_id = c.run_id and r.business_day < p_day - 14;
	insert into day_run (run_id, business_day, settings)
	select nextval('id_block'), p_day, jsonb_object_agg(name, value) from setting
	where name in ('business_day', 'last_judged', 'book_hash', 'next_edge', 'fact_columns');
end $$;

-- A run ends: whoever works on a task from now on leaves another version of it.
create or replace function day_end() returns void
language sql set search_path = steward, pg_temp as $$
	update day_change c set ver = t.ver from task t
	where c.run_id = day_run_now() and c.kept_in = 'task' and t.person_id = c.person_id and t.rule_id = c.rule_id
		and t.cause = c.cause
$$;

-- Of each row that the day changed: what it was before, and the version that the day left.
create or replace function day_rows(p_day date, p_table text)
returns table (person_id bigint, rule_id text, cause text, before jsonb, ver int)
language sql stable set search_path = steward, pg_temp as $$
	select f.person_id, f.rule_id, f.cause, f.before, l.ver from (
			select distinct on (c.person_id, c.rule_id, c.cause) c.* from day_change c join day_run r using (run_id)
			where r.business_day = p_day and r.undone_at is null and c.kept_in = p_table
			order by c.person_id, c.rule_id, c.cause, c.run_id) f
		join (select distinct on (c.person_id, c.rule_id, c.cause) c.* from day_change c join day_run r using (run_id)
			where r.business_day = p_day and r.undone_at is null and c.kept_in = p_table
			order by c.person_id, c.rule_id, c.cause, c.run_id desc) l using (person_id, rule_id, cause)
$$;

-- Findings are the runs' alone; they are as they were.
create or replace function day_back_findings(p_day date) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	s subject;
	n bigint;
begin
	create temp table day_was on commit drop as select * from day_rows(p_day, 'finding');
	get diagnostics n = row_count;
	-- What was judged of them is forgotten: the next run compares with what stands now.
	for s in select * from subject loop
		execute format('update %1$I k set judged = null from %2$I b where b.%3$I = k.%3$I
			and b.person_id in (select person_id from day_was)', s.subject || '_pack', s.base_table, s.subject || '_id');
	end loop;
	delete from finding f using day_was w
	where f.person_id = w.person_id and f.rule_id = w.rule_id and f.cause = w.cause;
	insert into finding select x.* from day_was w, jsonb_populate_record(null::finding, w.before) x
	where w.before is not null;
	drop table day_was;
	return n;
end $$;

-- What rules settled, of the session's table day_task: the decisions are undone, and what they did with them.
create or replace function day_back_settled(p_day date) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	type_name text;
	n bigint;
	total bigint := 0;
begin
	for type_name in select distinct task_type from day_task where settled loop
		create temp table found_auto on commit drop as select * from day_task where settled and task_type = type_name;
		execute format('select %I()', 'unsettle_' || type_name);
		update decision d set outcome = 'undone' from found_auto f
		where d.person_id = f.person_id and d.rule_id = f.rule_id and d.cause = f.cause and d.automatic
			and d.outcome = 'done';
		get diagnostics n = row_count;
		total := total + n;
		update message m set state = 'dropped', why = 'overtaken' from found_auto f
		where m.person_id = f.person_id and m.rule_id = f.rule_id and m.cause = f.cause and m.once is not null
			and m.state in ('draft', 'due', 'ready') and (m.lease_until is null or m.lease_until < now());
		drop table found_auto;
	end loop;
	return total;
end $$;

-- Tasks that nobody has worked on since are as they were; one that the day opened is withdrawn.  A proposal that the
-- day sent back waits again, with its hold.
create or replace function day_back_tasks(p_day date) returns table (free bigint, stands bigint, settled bigint)
language plpgsql set search_path = steward, pg_temp as $$
begin
	create temp table day_task on commit drop as
	select w.*, k.region_code, k.task_type, w.ver = k.ver as is_free, w.before is null and k.state = 'done'
		and w.ver = k.ver as settled
	from day_rows(p_day, 'task') w join task k using (person_id, rule_id, cause);
	settled := day_back_settled(p_day);
	update decision d set outcome = 'proposed', returned = null
	from day_rows(p_day, 'decision') w join day_task t using (person_id, rule_id, cause)
	where t.is_free and d.person_id = w.person_id and d.decision_id = (w.before ->> 'decision_id')::bigint
		and d.outcome = 'returned';
	update hold h set state = 'provisional' from day_rows(p_day, 'decision') w
	join decision d on d.person_id = w.person_id and d.decision_id = (w.before ->> 'decision_id')::bigint
	where d.outcome = 'proposed' and (w.before ->> 'is_held')::boolean and h.person_id = d.person_id
		and h.decision_id = d.decision_id and h.state = 'lifted';
	update task k set ver = k.ver + 1, state = coalesce(t.before ->> 'state', 'withdrawn'),
		closed_on = case when t.before is null then p_day else (t.before ->> 'closed_on')::date end
	from day_task t where t.is_free and k.person_id = t.person_id and k.rule_id = t.rule_id and k.cause = t.cause;
	get diagnostics free = row_count;
	select count(*) into stands from day_task t where not t.is_free;
	drop table day_task;
	return next;
end $$;

-- One compensating act of one person with a reason: it takes nothing from anybody that the next run does not judge
-- again, and what persons have decided stands.
create or replace function day_undo(p_day date, p_why text)
returns table (day date, findings bigint, tasks bigint, settled bigint, stands bigint)
language plpgsql security definer set search_path = steward, pg_temp set datestyle = iso as $$
declare
	first day_run;
	t record;
begin
	if not pg_has_role(session_user, 'steward_manager', 'member') then
		raise exception using errcode = 'ST403', message = 'only a manager takes a day back';
	end if;
	if coalesce(btrim(p_why), '') = '' then
		raise exception using errcode = 'ST422', message = 'a day is taken back for a reason', hint = 'Give it by --why.';
	end if;
	perform work_lock_take('judge');
	-- Asked again after a lost answer: what became of it.
	if p_day > judged_day() and exists (select from day_run r where r.business_day = p_day
			and r.undone_by = session_user) then
		return query select judged_day(), x.* from audit_log a, jsonb_to_record(a.body) as x (findings bigint,
			tasks bigint, settled bigint, stands bigint)
		where a.person_id = 0 and a.op = 'day.undo' and a.body ->> 'day' = p_day::text order by a.audit_id desc limit 1;
		return;
	end if;
	if p_day is distinct from judged_day() then
		raise exception using errcode = 'ST422', message = format('the last judged day is %s', judged_day()),
			hint = 'Days are taken back one by one, the last one first.';
	end if;
	select * into first from day_run r where r.business_day = p_day and r.undone_at is null order by r.run_id limit 1;
	if first.run_id is null or (first.settings ->> 'last_judged')::date >= p_day then
		raise exception using errcode = 'ST422', message = 'what this day changed is not kept',
			hint = 'Only what was judged since the second day, and in the last two weeks, can be taken back.';
	end if;
	findings := day_back_findings(p_day);
	select * into t from day_back_tasks(p_day);
	delete from indicator_value v where v.business_day = p_day;
	update day_run r set undone_by = session_user, undone_at = now(), why = p_why
	where r.business_day = p_day and r.undone_at is null;
	perform setting_put(s.key, s.value) from jsonb_each_text(first.settings) s;
	day := judged_day();
	perform proposals_return(day);
	-- Facts are of the day that is taken back: the next run makes all of them anew.
	insert into touched (person_id, subject, subject_id, batch_id, region_code)
	select 0, s.subject, 0, 0, 0 from subject s on conflict do nothing;
	tasks := t.free; settled := t.settled; stands := t.stands;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'day.undo', jsonb_build_object('day', p_day, 'why', p_why, 'findings', findings,
		'tasks', tasks, 'settled', settled, 'stands', stands));
	return next;
end $$;
revoke execute on function day_undo from public;
grant execute on function day_undo to steward_staff;
