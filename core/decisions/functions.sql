-- What staff may do, and nothing else: they own no right to write any table.

-- Whose reasons count for a step: the rule's own where it has any, else those of its kind of task, else everybody's.
create or replace function reason_kind(p_rule text, p_type text, p_event text) returns text
language sql stable set search_path = steward, pg_temp as $$
	select coalesce((select r.task_type from reason r
		where r.event = p_event and r.task_type in (p_rule, p_type, 'any')
		order by r.task_type = p_rule desc, r.task_type = p_type desc limit 1), p_type)
$$;

-- Which kinds of reports a reason makes void; null: none.
create or replace function reason_voids(p_rule text, p_type text, p_event text, p_reason text) returns text[]
language sql stable set search_path = steward, pg_temp as $$
	select string_to_array(r.voids, ' ') from reason r
	where r.task_type = reason_kind(p_rule, p_type, p_event) and r.event = p_event and r.code = p_reason
$$;

-- Each fact has its own way to its source, so that the plan is long to make: it is kept for the session.
create or replace function decision_inputs(p_person bigint, p_rule text, p_cause text) returns jsonb
language plpgsql stable set search_path = steward, pg_temp set datestyle = iso as $$
begin
	return (select jsonb_build_object('say', f.say, 'due', f.due, 'found_on', f.found_on,
		'monthly_fen', f.monthly_fen, 'facts', f.inputs::jsonb,
		'sources', coalesce((select jsonb_agg(jsonb_build_object('fact', s.fact, 'value',
			s.value, 'day', s.day, 'file', b.file_name, 'line', s.line, 'digest', b.digest)
			order by s.fact, s.day, s.line)
		 from fact_source s join batch b using (batch_id)
		 where s.subject = f.subject and s.subject_id = case when f.subject_id = 0
			then f.person_id else f.subject_id end and f.inputs::jsonb ? s.fact), '[]'))
	from finding f where f.person_id = p_person and f.rule_id = p_rule and f.cause = p_cause);
end $$;

-- Does the finding still say what was proposed?  What has changed since, or ''.
create or replace function decision_changed(d decision) returns text
language plpgsql stable set search_path = steward, pg_temp as $$
declare
	f finding;
begin
	select * into f from finding
	where person_id = d.person_id and rule_id = d.rule_id and cause = d.cause;
	-- To take a decision back needs no reason in the facts.
	return case when d.undoes is not null then ''
		when f.person_id is null then 'its reason is gone since it was proposed'
		-- Proposals of before kept no amount beside the sentence that tells it.
		when d.inputs ? 'monthly_fen' and f.monthly_fen is distinct from d.proposed_fen then 'its amount is another one than was proposed'
		when f.say is distinct from d.inputs ->> 'say' then 'the finding reads otherwise than when it was proposed'
		else '' end;
end $$;

create or replace function decision_seal(p_person bigint, p_rule text, p_cause text, p_rule_hash text,
	p_book text, p_judged date, p_inputs jsonb) returns text language sql immutable as $$
	select encode(sha256(convert_to(concat_ws(E'\x1f', p_person, p_rule, p_cause, p_rule_hash,
		p_book, p_judged - date '2000-01-01', p_inputs::text), 'UTF8')), 'hex')
$$;

create or replace function persons_needed(p_rule text, p_type text, p_fen bigint) returns int
language sql stable set search_path = steward, pg_temp as $$
	select coalesce((select persons from work_persons
		where kind in (p_rule, p_type) and from_fen <= abs(coalesce(p_fen, 0))
		order by kind = p_rule desc, from_fen desc limit 1), 2)
$$;

-- Is this step this person's, now, for this reason?
create or replace function decide_may(t task, m task_move, p_ver int, p_event text, p_reason text) returns void
language plpgsql stable set search_path = steward, pg_temp as $$
declare
	kind text := reason_kind(t.rule_id, t.task_type, p_event);
begin
	if t.ver <> p_ver or m.event is null then
		raise exception using errcode = 'ST409',
			message = format('task is "%s" at version %s by now; "%s" cannot be done',
				t.state, t.ver, p_event),
			hint = 'Reload the task; someone else was faster.';
	end if;
	if not pg_has_role(session_user, 'steward_' || m.job, 'member') then
		raise exception using errcode = 'ST403',
			message = format('"%s" is reserved for the role %s', p_event, m.job),
			hint = format('Someone with the role %s has to do it; the task stays in the queue.', m.job);
	end if;
	-- What decides nothing may go without a reason where none is listed.
	if not exists (select from reason r where r.task_type = kind and r.event = p_event and r.code = p_reason)
			and (p_reason <> '' or m.does not in ('take_back', 'step', 'reopen')
			or (m.does <> 'take_back' and exists (select from reason r
				where r.task_type = kind and r.event = p_event))) then
		raise exception using errcode = 'ST422', message =
			format('"%s" is not a reason for "%s"', p_reason, p_event),
			hint = 'Give one of the reason codes shown with the task.';
	end if;
end $$;

-- A proposal is approved, refused or taken back: by whom it may be, on what it was.  Gives the decision, or null
-- while others still have to agree.
create or replace function decide_settle(t task, m task_move, p_reason text, out d decision, out is_settled boolean,
	out is_gone boolean)
language plpgsql set search_path = steward, pg_temp as $$
declare
	changed text;
begin
	select * into d from decision
	where person_id = t.person_id and rule_id = t.rule_id and cause = t.cause
		and outcome = 'proposed' for update;
	if not found then
		raise exception using errcode = 'ST409',
			message = format('"%s" has no proposal that it could settle', m.event),
			hint = 'The kind of task is not set up right: tell the administrator.';
	end if;
	if (d.author = session_user) <> m.by_author then
		raise exception using errcode = 'ST403',
			message = case when m.by_author then 'only who proposed it takes it back'
				else 'a proposal needs a second person' end,
			hint = case when m.by_author then 'A second person refuses it instead.'
				else 'Another reviewer must look at it; you proposed it yourself.' end;
	end if;
	changed := decision_changed(d);
	is_gone := changed = 'its reason is gone since it was proposed';
	if m.does = 'approve' and changed <> '' then
		raise exception using errcode = 'ST409', message = changed,
			hint = 'Refuse it; the clerk sees the case as it is now and proposes again.';
	end if;
	is_settled := true;
	if m.does = 'approve' then
		insert into decision_approval (person_id, decision_id, region_code, reason)
		values (t.person_id, d.decision_id, t.region_code, p_reason) on conflict do nothing;
		if not found then
			raise exception using errcode = 'ST403', message = 'it needs another person yet',
				hint = 'You have approved it already; somebody else must look at it, too.';
		end if;
		is_settled := 1 + (select count(*) from decision_approval a where a.person_id = t.person_id
			and a.decision_id = d.decision_id) >= persons_needed(t.rule_id, t.task_type, d.proposed_fen);
	end if;
	if is_settled then
		update decision x set outcome = case m.does when 'take_back' then 'taken_back'
				when 'approve' then 'approved' else 'refused' end,
			approver = case when m.other_person then session_user end,
			approved_at = now(), approver_reason = p_reason
		where x.person_id = t.person_id and x.decision_id = d.decision_id;
	end if;
end $$;

-- A proposal that waits on what has gone or changed goes back to its author, its hold is lifted: the case as it is
-- now is decided anew, or not at all.
create or replace function proposals_return(p_day date) returns bigint
language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	d decision;
	t task;
	back text;
	changed text;
	n bigint := 0;
begin
	for d in select * from decision x where x.outcome = 'proposed' order by x.person_id, x.decision_id loop
		changed := decision_changed(d);
		continue when changed = '';
		select * into t from task k
		where k.person_id = d.person_id and k.rule_id = d.rule_id and k.cause = d.cause for update;
		select m.effect into back from task_move m
		where m.task_type = t.task_type and m.from_state = t.state and m.does = 'refuse';
		insert into day_change (run_id, kept_in, person_id, rule_id, cause, before)
		select r.run, x.kept, d.person_id, d.rule_id, d.cause, x.before
		from day_run_now() r (run), (values ('task', to_jsonb(t)), ('decision', jsonb_build_object('decision_id',
			d.decision_id, 'is_held', exists (select from hold h where h.person_id = d.person_id
				and h.decision_id = d.decision_id and h.state = 'provisional')))) x (kept, before)
		where r.run is not null on conflict do nothing;
		if back is not null then
			execute format('select %I($1, $2, $3, $4)', back) using d.person_id, d.rule_id, d.cause, d.decision_id;
		end if;
		update decision x set outcome = 'returned', returned = changed
		where x.person_id = d.person_id and x.decision_id = d.decision_id;
		update task k set ver = k.ver + 1, state = case when s.is_gone then 'withdrawn' else 'open' end,
			closed_on = case when s.is_gone then p_day end
		from (select changed = 'its reason is gone since it was proposed' as is_gone) s
		where k.person_id = d.person_id and k.rule_id = d.rule_id and k.cause = d.cause;
		insert into audit_log (person_id, audit_id, region_code, op, body)
		values (d.person_id, nextval('id_block'), d.region_code, 'task.return', jsonb_build_object('rule', d.rule_id,
			'cause', d.cause, 'decision', d.decision_id, 'why', changed));
		n := n + 1;
	end loop;
	-- A batch of which nothing waits any more is nobody's to settle.
	update decision_batch b set outcome = 'returned' where n > 0 and b.outcome = 'proposed'
		and not exists (select from batch_waiting(b.batch_id));
	return n;
end $$;

-- A decision of one person, or a proposal.
create or replace function decide_record(t task, m task_move, p_reason text, p_note text) returns bigint
language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	id bigint := nextval('id_block');
	o decision;
begin
	if m.does = 'undo' then
		select * into o from decision d where d.person_id = t.person_id and d.rule_id = t.rule_id
			and d.cause = t.cause and d.outcome in ('approved', 'done', 'dismissed') and d.undoes is null;
		if not found or (o.effect is not null and undo_of(o.effect, 'undo') is null) then
			raise exception using errcode = 'ST409', message = 'what was decided cannot be taken back',
				hint = 'Correct the decision by a task of its own.';
		end if;
	end if;
	insert into decision (person_id, decision_id, region_code, rule_id, cause, subject, subject_id, event,
		outcome, automatic, reason, note, author, business_day, rule_hash, inputs, undoes)
	values (t.person_id, id, t.region_code, t.rule_id, t.cause, t.subject, t.subject_id, m.event,
		case when m.does in ('propose', 'undo') then 'proposed' when m.to_state = 'dismissed' then 'dismissed'
			else 'done' end,
		false, p_reason, coalesce(p_note, ''), session_user, business_day(),
		coalesce((select f.rule_hash from finding f where f.person_id = t.person_id
			and f.rule_id = t.rule_id and f.cause = t.cause), ''),
		coalesce(decision_inputs(t.person_id, t.rule_id, t.cause), '{}') || case when m.does = 'undo'
			then jsonb_build_object('say', o.inputs ->> 'say', 'monthly_fen', o.proposed_fen,
				'undo', jsonb_build_object('state', t.state, 'decision', o.decision_id)) else '{}' end,
		o.decision_id);
	return id;
end $$;

create or replace function decide_effect(t task, m task_move, p_decision bigint) returns void
language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	n bigint;
begin
	if m.effect is null then
		return;
	end if;
	-- Adverse is what takes money: it waits before its first effect, where it is more than usual.
	if m.does = 'propose' and brake_holds(t.rule_id, t.task_type, business_day(), 0) then
		update decision set braked = true where person_id = t.person_id and decision_id = p_decision;
		return;
	end if;
	if m.does = 'approve' and exists (select from decision where person_id = t.person_id and decision_id = p_decision
			and braked) then
		raise exception using errcode = 'ST409', message = 'more than usual were proposed: the manager looks at them first',
			hint = 'It waits in the queue of the manager, kind "brake".';
	end if;
	if m.does in ('refuse', 'take_back') and exists (select from decision where person_id = t.person_id
			and decision_id = p_decision and braked) then
		update decision set braked = false where person_id = t.person_id and decision_id = p_decision;
		return;
	end if;
	execute format('select %I($1, $2, $3, $4)', m.effect) into n
	using t.person_id, t.rule_id, t.cause, p_decision;
	if coalesce(n, 0) = 0 then
		raise exception using errcode = 'ST409',
			message = format('"%s" would change nothing', m.event),
			hint = 'What it is about has changed since; look at the person, then refuse or dismiss it.';
	end if;
	-- What would have to be reversed is what was done last.
	update decision set effect = m.effect where person_id = t.person_id and decision_id = p_decision;
end $$;

-- One step: check version, job and person, move, decision, effect, audit, request key.
create or replace function decide(p_request uuid, p_person bigint, p_rule text, p_cause text, p_ver int,
	p_event text, p_reason text, p_note text)
returns decide_result language plpgsql security definer set search_path = steward, pg_temp
set datestyle = iso as $$
declare
	done request_done;
	t task;
	m task_move;
	s record;
	id bigint;
	is_settled boolean := true;
	result decide_result;
begin
	select * into t from task
	where person_id = p_person and rule_id = p_rule and cause = p_cause for update;
	if not found then
		raise exception using errcode = 'ST404', message = 'there is no such task',
			hint = 'Reload the list; the task may have been withdrawn.';
	end if;
	-- Asked under the task's lock: a resend may have waited there for its own first try to commit.
	select * into done from request_done r where person_id = p_person and request_key = p_request;
	if found then
		if (done.rule_id, done.cause, done.event, done.who) is distinct from
				(p_rule, p_cause, p_event, session_user) and done.rule_id is not null then
			raise exception using errcode = 'ST422',
				message = 'this request key stands for another decision',
				hint = 'Leave --request out and a new key is made.';
		end if;
		result := jsonb_populate_record(null::decide_result, done.result);
		result.repeated := true;
		return result;
	end if;
	select * into m from task_move
	where task_type = t.task_type and from_state = t.state and event = p_event;
	perform decide_may(t, m, p_ver, p_event, coalesce(p_reason, ''));
	-- That a report is wrong is proposed, whatever the step is called.
	if m.denies is not null and reason_voids(t.rule_id, t.task_type, p_event, p_reason) is not null then
		m.does := 'propose';
		m.to_state := m.denies;
		m.effect := null;
	end if;
	if m.does in ('approve', 'refuse', 'take_back') then
		s := decide_settle(t, m, p_reason);
		id := (s.d).decision_id;
		is_settled := s.is_settled;
		-- Back to a clerk only where there is still something to decide.
		if m.does <> 'approve' and s.is_gone then
			m.to_state := 'withdrawn';
		elsif (s.d).undoes is not null then
			m.to_state := undo_state(s.d, m.does);
		end if;
	elsif m.does in ('propose', 'close', 'undo') then
		id := decide_record(t, m, p_reason, p_note);
	elsif m.does = 'reopen' and exists (select from decision d where d.person_id = p_person
			and d.rule_id = p_rule and d.cause = p_cause and d.undoes is null
			and d.outcome in ('approved', 'done', 'dismissed')) then
		raise exception using errcode = 'ST409', message = 'what was decided is not opened again',
			hint = 'Correct the decision by a task of its own.';
	end if;
	if m.does in ('propose', 'approve', 'close') then
		perform staff_may_sign((select proposed_fen from decision d where d.person_id = p_person and d.decision_id = id));
	end if;
	result := (id, case when is_settled then m.to_state else t.state end, t.ver + 1, false);
	update task set state = result.state, ver = t.ver + 1, closed_on = (select business_day() from task_state k
		where k.state = result.state and k.kind = 'final')
	where person_id = p_person and rule_id = p_rule and cause = p_cause;
	if is_settled then
		perform decide_effect(t, m, id);
		perform message_due(p_person, p_rule, p_cause, id);
	end if;
	-- Sealed in the transaction that makes it, with what its effect has noted.
	update decision set seal = decision_seal(person_id, rule_id, cause, rule_hash, book_hash,
		judged_on, inputs)
	where person_id = p_person and decision_id = id and seal is null;
	insert into audit_log (person_id, audit_id, region_code, op, request_key, body)
	values (p_person, nextval('id_block'), t.region_code, 'task.' || p_event, p_request::text,
		jsonb_strip_nulls(jsonb_build_object('rule', p_rule, 'cause', p_cause, 'decision', id,
			'reason', p_reason, 'note', case when id is null then p_note end, 'state', result.state)));
	insert into request_done (person_id, request_key, rule_id, cause, event, result)
	values (p_person, p_request, p_rule, p_cause, p_event, to_jsonb(result));
	return result;
end $$;

grant execute on function decide to steward_staff;
grant execute on function decision_seal, reason_kind to steward_staff, steward_batch;

-- Drafts: nobody reads or writes another's.  The newest 200 of a login stay.
create or replace function draft_keep(p_screen text, p_subject text, p_fields text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	if p_fields = '' then
		delete from draft where login = session_user and screen = p_screen and subject = p_subject;
		return 0;
	end if;
	insert into draft (login, screen, subject, fields) values (session_user, p_screen, p_subject, p_fields)
	on conflict (login, screen, subject) do update set fields = excluded.fields, at = now();
	delete from draft d where d.login = session_user and d.at < (select n.at from draft n
		where n.login = session_user order by n.at desc offset 199 limit 1);
	return 1;
end $$;

create or replace function draft_mine(p_screen text, p_subject text)
returns table (fields text, at timestamptz)
language sql stable security definer set search_path = steward, pg_temp as $$
	select d.fields, d.at from draft d
	where d.login = session_user and d.screen = p_screen and d.subject = p_subject
$$;
-- Recorded keys: nobody reads, writes or presses another's.
create or replace function macro_keep(p_name text, p_keys text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	if p_name ~ '[[:space:][:cntrl:].]' or length(p_name) not between 1 and 20 then
		raise exception using errcode = 'ST422',
			message = 'a name of recorded keys has 1 to 20 letters or digits, no blank and no point';
	elsif (select count(*) from macro where login = session_user and name <> p_name and dropped_at is null) >= 100 then
		raise exception using errcode = 'ST422', message = 'a hundred recordings are kept', hint = 'Remove one of them first.';
	end if;
	insert into macro (login, name, keys) values (session_user, p_name, p_keys)
	on conflict (login, name) do update set keys = excluded.keys, at = now(), dropped_at = null;
	return 1;
end $$;

create or replace function macro_drop(p_name text) returns bigint
language sql security definer set search_path = steward, pg_temp as $$
	delete from macro m where m.login = session_user and m.name <> p_name and m.dropped_at is not null;
	with gone as (update macro m set dropped_at = now() where m.login = session_user and m.name = p_name returning 1)
	select count(*) from gone
$$;

create or replace function macro_back() returns bigint
language sql security definer set search_path = steward, pg_temp as $$
	with back as (update macro m set dropped_at = null where m.login = session_user and m.dropped_at is not null returning 1)
	select count(*) from back
$$;

create or replace function macro_mine()
returns table (name text, keys text, at timestamptz)
language sql stable security definer set search_path = steward, pg_temp as $$
	select m.name, m.keys, m.at from macro m where m.login = session_user and m.dropped_at is null
$$;
revoke execute on function draft_keep, draft_mine, macro_keep, macro_drop, macro_back, macro_mine from public;
grant execute on function draft_keep, draft_mine, macro_keep, macro_drop, macro_back, macro_mine to steward_staff;

-- What a step of a person's matter makes somebody's at once, as a finder or the rule will find it again; and what is taken
-- back by whoever asked for it; a proposal that waits falls by itself, its reason is gone.
create or replace function task_raise(p_person bigint, p_rule text, p_cause text, p_kind text, p_due date, p_say text) returns void
language sql set search_path = steward, pg_temp set datestyle = iso as $$
	insert into finding (person_id, rule_id, cause, subject, subject_id, region_code, task_type, due, say, inputs, rule_hash, found_on)
	select person_id, p_rule, p_cause, 'person', 0, region_code, p_kind, p_due, p_say, '{}', '', business_day() from person
	where person_id = p_person on conflict do nothing;
	insert into task (person_id, rule_id, cause, subject, subject_id, region_code, task_type, due, priority, opened_on)
	select p.person_id, p_rule, p_cause, 'person', 0, p.region_code, p_kind, p_due, coalesce(c.priority, 4), business_day()
	from person p left join work_clock c on c.kind = p_kind where p.person_id = p_person
		and p_kind not in (select task_type from work_off) on conflict do nothing;
	insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from person where person_id = p_person
	on conflict do nothing;
$$;

create or replace function task_drop(p_person bigint, p_rule text, p_cause text) returns void
language sql set search_path = steward, pg_temp as $$
	update task set state = 'withdrawn', ver = ver + 1, closed_on = business_day() where person_id = p_person and rule_id = p_rule
		and cause = p_cause and state in (select state from task_state where kind = 'open');
	delete from finding where person_id = p_person and rule_id = p_rule and cause = p_cause;
	insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from person where person_id = p_person
	on conflict do nothing;
$$;
revoke execute on function task_raise, task_drop from public;
