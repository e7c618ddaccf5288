-- Tasks in hand.  A claim keeps nobody from deciding, it keeps the next task of two persons apart.  It is a lease: a
-- session that dies holds nothing for long.

-- The next tasks this person may act on and nobody else has in hand.  For each state a person may move on, the first
-- few by the index (state, due, priority); p_due to p_cause is the task after which to go on, or nulls.  Of all kinds,
-- those of the person's unit and those that no unit has (people/unit_functions.sql); a kind that is asked for is meant.
create or replace function tasks_next(p_due date, p_priority int, p_opened date, p_person bigint, p_rule text,
	p_cause text, p_n int, p_type text) returns setof task
language plpgsql stable set search_path = steward, pg_temp as $$
declare
	mine text := (select s.unit from staff s where s.login = session_user and p_type is null);
	never text[];
	unsure text[];
begin
	if mine is not null then
		select u.never, u.unsure into never, unsure from unit_kinds(session_user) u;
	end if;
	return query select k.* from (select distinct from_state as state from task_move where does not in ('reopen', 'undo')) s
	cross join lateral (
		select t.* from task t
		where t.state = s.state and (t.assigned_to is null or t.assigned_to = session_user)
			and (p_type is null or t.task_type = p_type)
			and (mine is null or t.assigned_to is not null or (t.task_type <> all (never)
				and (t.task_type <> all (unsure) or unit_takes(mine, t.task_type, t.region_code))))
			and (p_due is null or t.due >= p_due) and (p_due is null or
			(t.due, t.priority, t.opened_on, t.person_id, t.rule_id, t.cause) >
				(p_due, p_priority, p_opened, p_person, p_rule, p_cause))
			and (t.task_type, t.state) in (
				select m.task_type, m.from_state from task_move m
				where not m.by_author
					and pg_has_role(session_user, to_regrole('steward_' || m.job), 'member'))
			and not exists (select from decision d where d.person_id = t.person_id
				and d.rule_id = t.rule_id and d.cause = t.cause
				and d.outcome = 'proposed' and (d.author = session_user or exists (
					select from decision_approval a where a.person_id = d.person_id
					and a.decision_id = d.decision_id and a.approver = session_user)))
			and not exists (select from task_claim c where c.person_id = t.person_id
				and c.rule_id = t.rule_id and c.cause = t.cause
				and c.login <> session_user and c.until > now())
		order by t.due, t.priority, t.opened_on, t.person_id, t.rule_id, t.cause
		limit p_n) k
	order by k.due, k.priority, k.opened_on, k.person_id, k.rule_id, k.cause limit p_n;
end $$;

-- Puts a task into this person's hands unless somebody else has it; false then.
create or replace function task_claim_put(t task, p_lease interval) returns boolean
language plpgsql set search_path = steward, pg_temp as $$
begin
	insert into task_claim as c (person_id, rule_id, cause, region_code, login, until)
	values (t.person_id, t.rule_id, t.cause, t.region_code, session_user, clock_timestamp() + p_lease)
	on conflict (person_id, rule_id, cause) do update set login = excluded.login, until = excluded.until
	where c.login = session_user or c.until <= clock_timestamp();
	return found;
end $$;

-- The next task, taken; no row when there is none.  Of those who ask at once each gets another: a row that somebody
-- is just taking is passed by, and one that was taken meanwhile is seen when its claim is put.  The lease is short
-- until the screen of the task has come and asks for its own.
create or replace function task_claim_next(p_due date, p_priority int, p_opened date, p_person bigint, p_rule text,
	p_cause text, p_type text) returns table (person_id bigint, rule_id text, cause text)
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	t task;
	is_more boolean := true;
begin
	while is_more loop
		is_more := false;
		for t in select * from tasks_next(p_due, p_priority, p_opened, p_person, p_rule, p_cause, 20, p_type) loop
			is_more := true;
			p_due := t.due; p_priority := t.priority; p_opened := t.opened_on;
			p_person := t.person_id; p_rule := t.rule_id; p_cause := t.cause;
			perform from task k where k.person_id = t.person_id and k.rule_id = t.rule_id
				and k.cause = t.cause and k.ver = t.ver for update skip locked;
			if found and task_claim_put(t, interval '1 minute') then
				return query select t.person_id, t.rule_id, t.cause;
				return;
			end if;
		end loop;
	end loop;
end $$;

-- A task's screen is open: whoever may act on it has it in hand, first come first served.  Gives who has it; the
-- caller's own claim is the longer for it.
create or replace function task_claim_take(p_person bigint, p_rule text, p_cause text)
returns table (login name, until timestamptz)
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	t task;
begin
	select * into t from task k where k.person_id = p_person and k.rule_id = p_rule and k.cause = p_cause;
	if exists (select from task_move m where m.task_type = t.task_type and m.from_state = t.state
			and m.does not in ('reopen', 'undo') and pg_has_role(session_user, to_regrole('steward_' || m.job), 'member')) then
		perform task_claim_put(t, interval '15 minutes');
	end if;
	return query select c.login, c.until from task_claim c
	where c.person_id = p_person and c.rule_id = p_rule and c.cause = p_cause and c.until > clock_timestamp();
end $$;

-- The screen is left, or it was decided.  What ran out long ago, of whomever, goes with it.
create or replace function task_claim_leave(p_person bigint, p_rule text, p_cause text) returns bigint
language sql security definer set search_path = steward, pg_temp as $$
	with gone as (
		delete from task_claim c using (
			select k.person_id, k.rule_id, k.cause from task_claim k
			where (k.login = session_user and k.person_id = p_person and k.rule_id = p_rule
				and k.cause = p_cause) or k.until < now() - interval '1 hour'
			limit 100 for update skip locked) x
		where c.person_id = x.person_id and c.rule_id = x.rule_id and c.cause = x.cause
		returning c.person_id
	) select count(*) from gone
$$;
revoke execute on function tasks_next, task_claim_put, task_claim_next, task_claim_take, task_claim_leave from public;
grant execute on function tasks_next, task_claim_next, task_claim_take, task_claim_leave to steward_staff;
