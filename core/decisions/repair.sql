-- What the night's checks can repair: proposed by one person, done when a second agrees, and undone like any decision.

create or replace function repair_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
begin
	if p_rule not in ('check.hold', 'check.task', 'check.finding') then
		raise exception using errcode = 'ST409', message = 'nothing here repairs this by itself',
			hint = 'Mend what it names, then finish the task.';
	end if;
	return 1;
end $$;

-- The task or finding that a cause names: its rule, a blank, its cause.
create or replace function repair_task(p_cause text, out rule_id text, out cause text)
language sql immutable as $$
	select split_part(p_cause, ' ', 1), substr(p_cause, position(' ' in p_cause) + 1)
$$;

create or replace function repair_do(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	if p_rule = 'check.hold' then
		update hold h set state = 'lifted' from decision d where h.person_id = p_person
			and h.hold_id = p_cause::bigint and h.state = 'provisional' and d.person_id = h.person_id
			and d.decision_id = h.decision_id and d.outcome <> 'proposed';
	elsif p_rule = 'check.task' then
		update task t set state = 'withdrawn', ver = t.ver + 1, closed_on = business_day()
		from repair_task(p_cause) r, task_state s where t.person_id = p_person and t.rule_id = r.rule_id
			and t.cause = r.cause and s.state = t.state and s.kind = 'open' and not exists (select from finding f
				where f.person_id = t.person_id and f.rule_id = t.rule_id and f.cause = t.cause);
	else
		insert into task (person_id, rule_id, cause, subject, subject_id, region_code, task_type, due, priority, opened_on)
		select f.person_id, f.rule_id, f.cause, f.subject, f.subject_id, f.region_code, f.task_type, f.due,
			coalesce((select c.priority from work_clock c where c.kind in (f.rule_id, f.task_type)
				order by c.kind = f.rule_id desc limit 1), 5), business_day()
		from finding f join repair_task(p_cause) r using (rule_id, cause) where f.person_id = p_person
		on conflict do nothing;
	end if;
	get diagnostics n = row_count;
	return n;
end $$;

create or replace function repair_do_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	if p_rule = 'check.hold' then
		update hold h set state = 'provisional' where h.person_id = p_person and h.hold_id = p_cause::bigint
			and h.state = 'lifted';
	else
		update task t set ver = t.ver + 1, state = case p_rule when 'check.task' then 'open' else 'withdrawn' end,
			closed_on = case p_rule when 'check.task' then null else business_day() end
		from repair_task(p_cause) r where t.person_id = p_person and t.rule_id = r.rule_id and t.cause = r.cause
			and t.state = case p_rule when 'check.task' then 'withdrawn' else 'open' end;
	end if;
	get diagnostics n = row_count;
	return n;
end $$;
