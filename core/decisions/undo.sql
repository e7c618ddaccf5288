-- A decision is taken back by another one: proposed by one person, approved by a second.  What an effect did is
-- reversed by the function of its name with _undo behind it, and noted before, where there is something to note, by
-- the one with _undo_plan.  A task whose effect has none cannot be undone.

-- The steps that every kind of task gets from this, in each final state whose effects can all be reversed.
create or replace function undo_moves(p_propose text, p_approve text, p_refuse text, p_take_back text) returns bigint
language sql set search_path = steward, pg_temp as $$
	with ended as (
		select m.task_type, m.to_state, min(m.job) filter (where m.does = 'close') as closer,
			(select max(p.job) from task_move p where p.task_type = m.task_type and p.does = 'propose') as proposer,
			(select max(a.job) from task_move a where a.task_type = m.task_type and a.does = 'approve') as approver
		from task_move m where m.does in ('approve', 'close')
		group by m.task_type, m.to_state
		having bool_and(m.effect is null or undo_of(m.effect, 'undo') is not null)
	), put as (
		insert into task_move (task_type, from_state, event, to_state, job, does, effect, key, label)
		select task_type, to_state, 'undo', 'undoing', coalesce(proposer, closer), 'undo', 'decision_undo_plan', 'u',
			p_propose from ended
		union all select distinct e.task_type, 'undoing', x.event, x.to_state, case when x.does = 'take_back'
				then coalesce(e.proposer, e.closer) else coalesce(e.approver, 'manager') end,
			x.does, x.effect, x.key, x.label
		from ended e cross join (values
			('approve', 'withdrawn', 'approve', 'decision_undo', 'a', p_approve),
			('refuse', 'done', 'refuse', null, 'r', p_refuse),
			('take_back', 'done', 'take_back', null, 'u', p_take_back))
			x (event, to_state, does, effect, key, label)
		on conflict do nothing
		returning task_type
	) select count(*) from put
$$;

-- The function that reverses an effect (undo), or notes what reversing it will do (undo_plan); null: there is none.
create or replace function undo_of(p_effect text, p_what text) returns regprocedure
language sql stable set search_path = steward, pg_temp as $$
	select to_regprocedure('steward.' || quote_ident(p_effect || '_' || p_what) || '(bigint, text, text, bigint)')
$$;

-- The decision that one takes back.
create or replace function undone_by(p_person bigint, p_decision bigint) returns decision
language sql stable set search_path = steward, pg_temp as $$
	select o.* from decision d join decision o on o.person_id = d.person_id and o.decision_id = d.undoes
	where d.person_id = p_person and d.decision_id = p_decision
$$;

create or replace function decision_undo_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	o decision := undone_by(p_person, p_decision);
	plan regprocedure := undo_of(o.effect, 'undo_plan');
	n bigint := case when o.decision_id is null then 0 else 1 end;
begin
	if n > 0 and plan is not null then
		execute format('select %s($1, $2, $3, $4)', plan::regproc) into n using p_person, p_rule, p_cause, p_decision;
	end if;
	return n;
end $$;

create or replace function decision_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	o decision := undone_by(p_person, p_decision);
	n bigint := 1;
begin
	if o.effect is not null then
		execute format('select %s($1, $2, $3, $4)', undo_of(o.effect, 'undo')::regproc) into n
		using p_person, p_rule, p_cause, p_decision;
	end if;
	perform undo_finding(o);
	update decision d set outcome = 'undone' where n > 0 and d.person_id = p_person and d.decision_id = o.decision_id
		and d.outcome in ('approved', 'done', 'dismissed');
	return n;
end $$;

-- What was found stands again as it was decided, until the next judge has looked: a matter that was settled is found no
-- more, and in between somebody who may be dead would have neither a hold nor a task.
create or replace function undo_finding(o decision) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	s subject;
begin
	insert into finding (person_id, rule_id, cause, subject, subject_id, region_code, task_type, due, say, inputs, rule_hash,
		found_on, monthly_fen)
	select o.person_id, o.rule_id, o.cause, o.subject, o.subject_id, o.region_code, t.task_type, t.due, o.inputs ->> 'say',
		o.inputs ->> 'facts', o.rule_hash, business_day(), o.proposed_fen
	from task t where t.person_id = o.person_id and t.rule_id = o.rule_id and t.cause = o.cause
		and o.inputs ->> 'say' is not null and o.inputs ->> 'facts' is not null on conflict do nothing;
	-- Compared with what stands, not with what was judged last.
	for s in select * from subject x where x.subject = o.subject loop
		execute format('update %1$I set judged = null where %2$I = $1', s.subject || '_pack', s.subject || '_id')
		using case when o.subject_id = 0 then o.person_id else o.subject_id end;
	end loop;
	insert into touched (person_id, subject, subject_id, batch_id, region_code)
	values (o.person_id, o.subject, o.subject_id, 0, o.region_code) on conflict do nothing;
end $$;

-- Where a task is after its undoing was settled: open again, for the next judge to say, or where it was.
create or replace function undo_state(d decision, p_does text) returns text
language sql stable set search_path = steward, pg_temp as $$
	select case when p_does <> 'approve' then d.inputs -> 'undo' ->> 'state'
		when d.inputs ->> 'say' is not null then 'open' else 'withdrawn' end
$$;

-- The reports that were void count again.
create or replace function report_void_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with valid as (
		update status_event e set state = 'valid', decision_id = null
		where e.person_id = p_person and e.state = 'void'
			and e.decision_id = (undone_by(p_person, p_decision)).decision_id
		returning e.region_code
	), touch as (
		insert into touched (person_id, batch_id, region_code)
		select distinct p_person, 0::bigint, region_code from valid on conflict do nothing
	) select count(*) from valid
$$;
