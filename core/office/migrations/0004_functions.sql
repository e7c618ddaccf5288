-- What staff may do, and nothing else: they own no right to write a table, only to call these.
-- session_user is the person who logged in, whoever owns the function.
create function business_day() returns date language sql stable
	set search_path = steward, pg_temp as
	$$ select value::date from setting where name = 'business_day' $$;

create function next_period(day date) returns int language sql immutable as
	$$ select to_char(day + interval '1 month', 'YYYYMM')::int $$;

-- Effects: what a move does beside moving.  All take the same arguments.
create function hold_place(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns void language sql set search_path = steward, pg_temp as $$
	insert into hold (person_id, hold_id, region_code, rule_id, cause, from_period, state,
		decision_id, proposer)
	select d.person_id, nextval('id_block'), d.region_code, d.rule_id, d.cause,
		next_period(d.business_day), 'provisional', d.decision_id, d.author
	from decision d where d.person_id = p_person and d.decision_id = p_decision
$$;
create function hold_confirm(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns void language sql set search_path = steward, pg_temp as $$
	update hold h set state = 'final', approver = d.approver from decision d
	where h.person_id = p_person and d.person_id = p_person and d.decision_id = p_decision
		and h.decision_id = p_decision and h.state = 'provisional'
$$;
create function hold_lift(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns void language sql set search_path = steward, pg_temp as $$
	update hold set state = 'lifted'
	where person_id = p_person and decision_id = p_decision and state = 'provisional'
$$;
-- A doubtful row is the person's after all: the next judge applies it.
create function match_accept(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns void language sql set search_path = steward, pg_temp as $$
	update staged_row set state = 'accepted'
	where person_id = p_person and batch_id = split_part(p_cause, ':', 1)::bigint
		and line = split_part(p_cause, ':', 2)::bigint and state = 'doubtful'
$$;
create function match_refuse(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns void language sql set search_path = steward, pg_temp as $$
	update staged_row set state = 'refused'
	where person_id = p_person and batch_id = split_part(p_cause, ':', 1)::bigint
		and line = split_part(p_cause, ':', 2)::bigint and state = 'doubtful'
$$;

create function decision_inputs(p_person bigint, p_rule text, p_cause text) returns jsonb
language sql stable set search_path = steward, pg_temp as $$
	select jsonb_build_object('say', f.say, 'due', f.due, 'found_on', f.found_on,
		'facts', f.inputs::jsonb,
		'sources', coalesce((select jsonb_agg(jsonb_build_object('fact', s.fact, 'value',
			s.value, 'day', s.day, 'file', b.file_name, 'line', s.line, 'digest', b.digest)
			order by s.fact, s.day, s.line)
		 from fact_source s join batch b using (batch_id)
		 where s.person_id = f.person_id and f.inputs::jsonb ? s.fact), '[]'))
	from finding f where f.person_id = p_person and f.rule_id = p_rule and f.cause = p_cause
$$;

create type decide_result as (decision_id bigint, state text, ver int, repeated boolean);

-- One decision: check version, job and second person, move, decision, effect, audit, request key.
create function decide(p_request uuid, p_person bigint, p_rule text, p_cause text, p_ver int,
	p_event text, p_reason text, p_note text)
returns decide_result language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	done jsonb;
	t task;
	m task_move;
	result decide_result;
	in_force text;
begin
	select * into t from task
	where person_id = p_person and rule_id = p_rule and cause = p_cause for update;
	if not found then
		raise exception using errcode = 'ST404', message = 'there is no such task',
			hint = 'Reload the list; the task may have been withdrawn.';
	end if;
	-- Asked under the task's lock: a resend may have waited there for its own first try to commit.
	select r.result into done from request_done r
	where person_id = p_person and request_key = p_request;
	if found then
		result := jsonb_populate_record(null::decide_result, done);
		result.repeated := true;
		return result;
	end if;
	select * into m from task_move
	where task_type = t.task_type and from_state = t.state and event = p_event;
	if t.ver <> p_ver or m.event is null then
		raise exception using errcode = 'ST409',
			message = format('task is "%s" at version %s by now; "%s" cannot be done',
				t.state, t.ver, p_event),
			hint = 'Reload the task; someone else was faster.';
	end if;
	if not pg_has_role(session_user, 'steward_' || m.job, 'member') then
		raise exception using errcode = 'ST403',
			message = format('"%s" needs a %s', p_event, m.job),
			hint = format('Ask a %s to do it; the task stays in the queue.', m.job);
	end if;
	if p_reason = '' or not exists (select from reason r where r.task_type = t.task_type
			and r.event = p_event and r.code = p_reason) then
		raise exception using errcode = 'ST422', message =
			format('"%s" is no reason for "%s"', p_reason, p_event),
			hint = 'Give one of the reason codes shown with the task.';
	end if;
	result := (nextval('id_block'), m.to_state, t.ver + 1, false);
	if m.other_person then
		select d.decision_id into result.decision_id from decision d
		where person_id = p_person and rule_id = p_rule and cause = p_cause
			and outcome = 'proposed';
		if exists (select from decision d where d.person_id = p_person
				and d.decision_id = result.decision_id and d.author = session_user) then
			raise exception using errcode = 'ST403',
				message = 'a proposal needs a second person',
				hint = 'Another reviewer must look at it; you proposed it yourself.';
		end if;
		update decision set approver = session_user, approved_at = now(),
			approver_reason = p_reason,
			outcome = case m.to_state when 'done' then 'approved' else 'refused' end
		where person_id = p_person and decision_id = result.decision_id;
	else
		select f.rule_hash into in_force from finding f
		where person_id = p_person and rule_id = p_rule and cause = p_cause;
		insert into decision (person_id, decision_id, region_code, rule_id, cause, event,
			outcome, automatic, reason, note, author, business_day, rule_hash, inputs)
		values (p_person, result.decision_id, t.region_code, p_rule, p_cause, p_event,
			m.to_state, false, p_reason, coalesce(p_note, ''), session_user, business_day(),
			coalesce(in_force, ''),
			coalesce(decision_inputs(p_person, p_rule, p_cause), '{}'));
	end if;
	update task set state = m.to_state, ver = t.ver + 1,
		closed_on = case when m.to_state in ('done', 'dismissed') then business_day() end
	where person_id = p_person and rule_id = p_rule and cause = p_cause;
	if m.effect is not null then
		execute format('select %I($1, $2, $3, $4)', m.effect)
		using p_person, p_rule, p_cause, result.decision_id;
	end if;
	insert into audit_log (person_id, audit_id, region_code, op, request_key, body)
	values (p_person, nextval('id_block'), t.region_code, 'task.' || p_event, p_request::text,
		jsonb_build_object('rule', p_rule, 'cause', p_cause, 'decision',
			result.decision_id, 'reason', p_reason, 'state', m.to_state));
	insert into request_done (person_id, request_key, result)
	values (p_person, p_request, to_jsonb(result));
	return result;
end $$;

create function request_result(p_person bigint, p_request uuid) returns jsonb
language sql stable security definer set search_path = steward, pg_temp as
	$$ select result from request_done where person_id = p_person and request_key = p_request $$;
