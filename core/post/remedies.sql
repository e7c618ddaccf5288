-- Contesting a decision.

-- The last day on which it may be done; null while nothing was delivered that says how.
create or replace function remedy_last(p_person bigint, p_decision bigint, p_kind text) returns date
language sql stable set search_path = steward, pg_temp as $$
	select coalesce((select max(o.settled_on) + w.after_days from objection o where o.person_id = p_person
			and o.decision_id = p_decision and o.kind = 'reconsideration' and w.after_days is not null),
		case when w.months is null then m.day + w.days else (m.day + make_interval(months => w.months))::date end)
	from work_remedy w cross join (select min(delivered_on) as day from message
		where person_id = p_person and decision_id = p_decision and adverse and task_state = 'done') m
	where w.kind = p_kind
$$;

create or replace function objection_put(p_person bigint, p_decision bigint, p_kind text, p_day date, p_stops text,
	p_note text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	d decision;
	id bigint := nextval('id_block');
begin
	if not pg_has_role(session_user, 'steward_clerk', 'member') then
		raise exception using errcode = 'ST403', message = 'this is reserved for the role clerk';
	end if;
	select * into d from decision where person_id = p_person and decision_id = p_decision;
	if not found or d.outcome not in ('approved', 'done', 'dismissed') then
		raise exception using errcode = 'ST404', message = 'there is no such decision that could be contested',
			hint = 'steward person tells the decisions.';
	end if;
	if p_day > business_day() or p_day < d.business_day then
		raise exception using errcode = 'ST422', message = 'it is filed between the day of the decision and today',
			hint = 'Mend the day.';
	end if;
	if exists (select from objection where person_id = p_person and decision_id = p_decision and kind = p_kind) then
		raise exception using errcode = 'ST409', message = 'this is filed already';
	end if;
	insert into objection (person_id, objection_id, region_code, decision_id, kind, filed_on, last_day, stops, note)
	values (p_person, id, d.region_code, p_decision, p_kind, p_day, remedy_last(p_person, p_decision, p_kind),
		coalesce(p_stops, ''), coalesce(p_note, ''));
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (p_person, nextval('id_block'), d.region_code, 'objection.' || p_kind, jsonb_build_object('objection', id,
		'decision', p_decision, 'stops', p_stops));
	return id;
end $$;

-- The agency itself is answered by a third person; what a government or a court decides is only entered.
create or replace function objection_settle(p_person bigint, p_cause text, p_state text) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	o objection;
begin
	select * into o from objection where person_id = p_person and objection_id = p_cause::bigint and state = 'open' for update;
	if o.kind = 'internal' and exists (select from decision d left join decision_approval a using (person_id, decision_id)
			where d.person_id = p_person and d.decision_id = o.decision_id
				and session_user in (d.author, d.approver, a.approver)) then
		raise exception using errcode = 'ST403', message = 'an objection is decided by a third person',
			hint = 'You took part in the decision; somebody else must look at it.';
	end if;
	update objection set state = p_state, settled_on = business_day(), settled_by = session_user
	where person_id = p_person and objection_id = o.objection_id;
	return case when found then 1 else 0 end;
end $$;

create or replace function objection_uphold(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select objection_settle(p_person, p_cause, 'upheld') $$;

create or replace function objection_reject(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select objection_settle(p_person, p_cause, 'rejected') $$;

revoke execute on function remedy_last, objection_put, objection_settle, objection_uphold, objection_reject from public;
grant execute on function remedy_last, objection_put to steward_staff;
