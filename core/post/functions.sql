-- What is written to persons.

-- A letter about a case, as it was written: a draft of whoever wrote it.
create or replace function message_put(p_person bigint, p_rule text, p_cause text, p_template text, p_language text,
	p_body text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	t task;
	id bigint := nextval('id_block');
begin
	if not (pg_has_role(session_user, 'steward_clerk', 'member')
			or pg_has_role(session_user, 'steward_reviewer', 'member')) then
		raise exception using errcode = 'ST403', message = 'only a clerk or a reviewer can keep a letter';
	end if;
	select * into t from task where person_id = p_person and rule_id = p_rule and cause = p_cause;
	if not found then
		raise exception using errcode = 'ST404', message = 'there is no such task',
			hint = 'Reload the list; the task may have been withdrawn.';
	end if;
	insert into message (person_id, message_id, region_code, template, language, rule_id, cause, decision_id, body)
	values (p_person, id, t.region_code, p_template, p_language, p_rule, p_cause, (select d.decision_id
		from decision d where d.person_id = p_person and d.rule_id = p_rule and d.cause = p_cause
			and d.outcome not in ('refused', 'undone') order by d.decided_at desc, d.decision_id desc limit 1), p_body);
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (p_person, nextval('id_block'), t.region_code, 'message.put', jsonb_build_object('message', id,
		'rule', p_rule, 'cause', p_cause, 'language', p_language));
	return id;
end $$;
revoke execute on function message_put from public;
grant execute on function message_put to steward_staff;
