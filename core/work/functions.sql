-- What staff may do, and nothing else: they own no right to write any table.

create or replace function hold_place(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with placed as (
		insert into hold (person_id, hold_id, region_code, rule_id, cause, from_period, state,
			decision_id, proposer)
		select d.person_id, nextval('id_block'), d.region_code, d.rule_id, d.cause,
			next_period(d.business_day), 'provisional', d.decision_id, d.author
		from decision d where d.person_id = p_person and d.decision_id = p_decision
		returning hold_id
	) select count(*) from placed
$$;

create or replace function hold_confirm(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with confirmed as (
		update hold h set state = 'final', approver = d.approver from decision d
		where h.person_id = p_person and d.person_id = p_person and d.decision_id = p_decision
			and h.decision_id = p_decision and h.state = 'provisional'
		returning h.hold_id
	) select count(*) from confirmed
$$;

create or replace function hold_lift(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with lifted as (
		update hold set state = 'lifted'
		where person_id = p_person and decision_id = p_decision and state = 'provisional'
		returning hold_id
	) select count(*) from lifted
$$;

-- A doubtful row is the person's after all: the next judge applies it.
create or replace function match_accept(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with accepted as (
		update staged_row set state = 'accepted'
		where person_id = p_person and batch_id = split_part(p_cause, ':', 1)::bigint
			and line = split_part(p_cause, ':', 2)::bigint and state = 'doubtful'
		returning line
	) select count(*) from accepted
$$;

create or replace function match_refuse(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with refused as (
		update staged_row set state = 'refused'
		where person_id = p_person and batch_id = split_part(p_cause, ':', 1)::bigint
			and line = split_part(p_cause, ':', 2)::bigint and state = 'doubtful'
		returning line
	) select count(*) from refused
$$;

create or replace function decision_inputs(p_person bigint, p_rule text, p_cause text) returns jsonb
language sql stable set search_path = steward, pg_temp set datestyle = iso as $$
	select jsonb_build_object('say', f.say, 'due', f.due, 'found_on', f.found_on,
		'monthly_fen', f.monthly_fen, 'facts', f.inputs::jsonb,
		'sources', coalesce((select jsonb_agg(jsonb_build_object('fact', s.fact, 'value',
			s.value, 'day', s.day, 'file', b.file_name, 'line', s.line, 'digest', b.digest)
			order by s.fact, s.day, s.line)
		 from fact_source s join batch b using (batch_id)
		 where s.subject = f.subject and s.subject_id = case when f.subject_id = 0
			then f.person_id else f.subject_id end and f.inputs::jsonb ? s.fact), '[]'))
	from finding f where f.person_id = p_person and f.rule_id = p_rule and f.cause = p_cause
$$;

-- Does the finding still say what was proposed?  What has changed since, or ''.
create or replace function decision_changed(d decision) returns text
language plpgsql stable set search_path = steward, pg_temp as $$
declare
	f finding;
begin
	select * into f from finding
	where person_id = d.person_id and rule_id = d.rule_id and cause = d.cause;
	return case when f.person_id is null then 'its reason is gone since it was proposed'
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

create or replace function decide(p_request uuid, p_person bigint, p_rule text, p_cause text, p_ver int,
	p_event text, p_reason text, p_note text)
returns decide_result language plpgsql security definer set search_path = steward, pg_temp
set datestyle = iso as $$
declare
	done request_done;
	t task;
	m task_move;
	d decision;
	result decide_result;
	changed text;
	n bigint;
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
	if not (m.by_author and p_reason = '') and not exists (select from reason r
			where r.task_type = t.task_type and r.event = p_event and r.code = p_reason) then
		raise exception using errcode = 'ST422', message =
			format('"%s" is no reason for "%s"', p_reason, p_event),
			hint = 'Give one of the reason codes shown with the task.';
	end if;
	if m.other_person or m.by_author then
		select * into d from decision
		where person_id = p_person and rule_id = p_rule and cause = p_cause
			and outcome = 'proposed' for update;
		if not found then
			raise exception using errcode = 'ST409',
				message = format('"%s" has no proposal that it could settle', p_event),
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
		if m.to_state = 'done' and changed <> '' then
			raise exception using errcode = 'ST409',
				message = changed,
				hint = 'Refuse it; the clerk sees the case as it is now and proposes again.';
		end if;
		update decision set outcome = case when m.by_author then 'taken_back'
				when m.to_state = 'done' then 'approved' else 'refused' end,
			approver = case when m.other_person then session_user end,
			approved_at = now(), approver_reason = p_reason
		where person_id = p_person and decision_id = d.decision_id;
		-- Back to a clerk only where there is still something to decide.
		if m.to_state = 'open' and changed = 'its reason is gone since it was proposed' then
			m.to_state := 'withdrawn';
		end if;
		result := (d.decision_id, m.to_state, t.ver + 1, false);
	else
		result := (nextval('id_block'), m.to_state, t.ver + 1, false);
		insert into decision (person_id, decision_id, region_code, rule_id, cause, subject,
			subject_id, event, outcome, automatic, reason, note, author, business_day, rule_hash, inputs)
		values (p_person, result.decision_id, t.region_code, p_rule, p_cause, t.subject,
			t.subject_id, p_event, m.to_state, false, p_reason, coalesce(p_note, ''), session_user, business_day(),
			coalesce((select f.rule_hash from finding f where person_id = p_person
				and rule_id = p_rule and cause = p_cause), ''),
			coalesce(decision_inputs(p_person, p_rule, p_cause), '{}'));
	end if;
	update task set state = m.to_state, ver = t.ver + 1,
		closed_on = case when m.to_state in ('done', 'dismissed', 'withdrawn') then business_day() end
	where person_id = p_person and rule_id = p_rule and cause = p_cause;
	if m.effect is not null then
		execute format('select %I($1, $2, $3, $4)', m.effect) into n
		using p_person, p_rule, p_cause, result.decision_id;
		if coalesce(n, 0) = 0 then
			raise exception using errcode = 'ST409',
				message = format('"%s" would change nothing', p_event),
				hint = 'What it is about has changed since; look at the person, then refuse or '
					'dismiss it.';
		end if;
	end if;
	-- Sealed in the transaction that makes it, with what its effect has noted.
	update decision set seal = decision_seal(person_id, rule_id, cause, rule_hash, book_hash,
		judged_on, inputs)
	where person_id = p_person and decision_id = result.decision_id and seal is null;
	insert into audit_log (person_id, audit_id, region_code, op, request_key, body)
	values (p_person, nextval('id_block'), t.region_code, 'task.' || p_event, p_request::text,
		jsonb_build_object('rule', p_rule, 'cause', p_cause, 'decision',
			result.decision_id, 'reason', p_reason, 'state', m.to_state));
	insert into request_done (person_id, request_key, rule_id, cause, event, result)
	values (p_person, p_request, p_rule, p_cause, p_event, to_jsonb(result));
	return result;
end $$;

-- Who, what and how much, as it was proposed: what the second person signs.
create or replace function batch_digest(p_batch uuid) returns text
language sql stable set search_path = steward, pg_temp as $$
	select encode(sha256(convert_to(coalesce(string_agg(concat_ws(E'\x1f', r.person_id, r.rule_id,
		r.cause, r.monthly_fen), E'\n' order by r.person_id,
		r.rule_id collate "C", r.cause collate "C"), ''), 'UTF8')), 'hex')
	from decision_batch_row r where r.batch_id = p_batch
$$;

create or replace function batch_propose(p_batch uuid, p_type text, p_reason text, p_note text)
returns decision_batch language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	b decision_batch;
	t record;
	r decide_result;
begin
	select * into b from decision_batch where batch_id = p_batch;
	if found then
		if (b.author, b.task_type) is distinct from (session_user, p_type) then
			raise exception using errcode = 'ST422',
				message = 'this request key stands for another decision',
				hint = 'Leave --request out and a new key is made.';
		end if;
		return b;
	end if;
	-- Locked first and all at once, so that no finding changes between two rows.
	for t in select k.person_id, k.rule_id, k.cause, k.ver, k.region_code from task k
		where k.state = 'open' and k.task_type = p_type
		order by k.person_id, k.rule_id, k.cause for update loop
		r := decide(gen_random_uuid(), t.person_id, t.rule_id, t.cause, t.ver, 'propose',
			p_reason, p_note);
		insert into decision_batch_row (person_id, batch_id, rule_id, cause, region_code,
			monthly_fen, decision_id)
		select t.person_id, p_batch, t.rule_id, t.cause, t.region_code,
			coalesce(d.proposed_fen, 0), d.decision_id
		from decision d where d.person_id = t.person_id and d.decision_id = r.decision_id;
	end loop;
	insert into decision_batch (batch_id, task_type, reason, tasks, monthly_fen, digest)
	select p_batch, p_type, p_reason, count(*), sum(monthly_fen), batch_digest(p_batch)
	from decision_batch_row where batch_id = p_batch having count(*) > 0
	returning * into b;
	if b.batch_id is null then
		raise exception using errcode = 'ST404', message = format('no task "%s" is open', p_type),
			hint = 'steward tasks --type lists them; what is proposed already waits for its '
				'second person.';
	end if;
	return b;
end $$;

-- The rows of a batch whose proposals still wait.
create or replace function batch_waiting(p_batch uuid) returns table (person_id bigint, rule_id text, cause text, ver int,
	decision_id bigint)
language sql stable set search_path = steward, pg_temp as $$
	select k.person_id, k.rule_id, k.cause, k.ver, d.decision_id
	from decision_batch_row r join task k using (person_id, rule_id, cause)
	join decision d on d.person_id = r.person_id and d.decision_id = r.decision_id
	where r.batch_id = p_batch and d.outcome = 'proposed' and k.state = 'proposed'
$$;

-- Settled are the rows whose proposal still waits; what was settled alone before stays as it was.  Refusing
-- is always possible; approving takes the amounts that were signed or nothing.
create or replace function batch_settle(p_batch uuid, p_digest text, p_event text, p_reason text)
returns decision_batch language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	b decision_batch;
	t record;
	other record;
begin
	select * into b from decision_batch where batch_id = p_batch for update;
	if not found then
		raise exception using errcode = 'ST404', message = 'there is no such batch';
	end if;
	if b.outcome <> 'proposed' then
		return b;
	end if;
	if b.author = session_user then
		raise exception using errcode = 'ST403', message = 'a batch needs a second person',
			hint = 'You proposed it yourself; another reviewer must look at it.';
	end if;
	if p_event not in ('approve', 'refuse') or p_digest is distinct from b.digest
			or batch_digest(p_batch) <> b.digest then
		raise exception using errcode = 'ST409',
			message = 'the batch is not what was proposed',
			hint = 'Look at it again: steward batch show tells its signature.';
	end if;
	perform from decision_batch_row r join task k using (person_id, rule_id, cause)
	where r.batch_id = p_batch order by k.person_id, k.rule_id, k.cause for update of k;
	perform from decision_batch_row r join finding f using (person_id, rule_id, cause)
	where r.batch_id = p_batch for share of f;
	if p_event = 'approve' then
		select count(*) as n, min(d.person_id) as person into other
		from batch_waiting(p_batch) w join decision d using (person_id, decision_id)
		where decision_changed(d) <> '';
		if other.n > 0 then
			raise exception using errcode = 'ST409', message =
				format('%s rows of the batch are not what was proposed', other.n),
				hint = format('Refuse the batch, or settle these rows alone first; one of them is '
					'person %s.', other.person);
		end if;
	end if;
	for t in select w.* from batch_waiting(p_batch) w order by w.person_id, w.rule_id, w.cause loop
		perform decide(gen_random_uuid(), t.person_id, t.rule_id, t.cause, t.ver, p_event,
			p_reason, '');
	end loop;
	update decision_batch set outcome = case p_event when 'approve' then 'approved'
		else 'refused' end, approver = session_user, approved_at = now()
	where batch_id = p_batch returning * into b;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'batch.' || p_event, to_jsonb(b));
	return b;
end $$;

grant execute on function decide, batch_digest, batch_propose, batch_settle to steward_staff;
grant execute on function decision_seal to steward_staff, steward_batch;

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
revoke execute on function draft_keep, draft_mine from public;
grant execute on function draft_keep, draft_mine to steward_staff;
