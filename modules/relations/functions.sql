-- What transfers in and out, corrections and refunds have in common.

create or replace function relation_number(p_name text, p_else numeric) returns numeric
language sql stable set search_path = steward, pg_temp as $$
	select coalesce((select value from policy_number where name = 'relations.' || p_name), p_else)
$$;

create or replace function relation_may() returns void
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if not pg_has_role(session_user, 'steward_clerk', 'member') then
		raise exception using errcode = 'ST403', message = 'this is reserved for the role clerk';
	end if;
end $$;

create or replace function relation_refused(p_message text, p_hint text) returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	if p_message is not null then
		raise exception using errcode = 'ST409', message = p_message, hint = coalesce(p_hint, 'Nothing was stored.');
	end if;
end $$;

-- In the audit, and with new facts.
create or replace function relation_note(p_person bigint, p_op text, p_body jsonb) returns void
language sql set search_path = steward, pg_temp as $$
	insert into audit_log (person_id, audit_id, region_code, op, body)
	select person_id, nextval('id_block'), region_code, 'relations.' || p_op, jsonb_strip_nulls(p_body) from person where person_id = p_person;
	insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from person where person_id = p_person
	on conflict do nothing
$$;

-- A word to the person that belongs to no other task: settled as soon as it is raised, its letter goes out.
create or replace function relation_word(p_person bigint, p_cause text, p_state text, p_say text) returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	perform task_raise(p_person, 'relations.word', p_cause, 'relation_word', business_day(), p_say);
	update task t set state = p_state, ver = t.ver + 1, closed_on = business_day() where t.person_id = p_person
		and t.rule_id = 'relations.word' and t.cause = p_cause and t.state = 'open';
	perform message_due(p_person, 'relations.word', p_cause, null);
end $$;

-- Money of the fund's account by what it is for: the letter's number stands in the flow's project.  No row in an office without
-- the module that reads the account.
create or replace function relation_money(p_flow text) returns table (letter_no text, fen bigint, day date)
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if to_regclass('fund_now') is not null then
		return query execute 'select w.project, sum(w.amount_fen)::bigint, max(w.day) from fund_now w where w.flow = $1 and w.project <> ''''
			group by w.project having sum(w.amount_fen) > 0' using p_flow;
	end if;
end $$;

-- The membership that counts months of employees here.
create or replace function relation_member(p_person bigint) returns enrolment
language sql stable set search_path = steward, pg_temp as $$
	select e.* from enrolment e where e.person_id = p_person and e.scheme = 'employee' order by e.valid_from desc limit 1
$$;

create or replace function relation_drawn(p_person bigint) returns boolean
language sql stable set search_path = steward, pg_temp as $$
	select exists (select from benefit b where b.person_id = p_person and b.kind = 'pension' and b.state in ('paid', 'ended'))
$$;

-- Yuan as people type them.
create or replace function relation_fen(p_yuan text) returns bigint
language plpgsql immutable set search_path = steward, pg_temp as $$
begin
	if p_yuan !~ '^[0-9]{1,10}([.][0-9]{1,2})?$' then
		raise exception using errcode = 'ST422', message = 'this is no amount in yuan', hint = 'As 1250000.00: Nothing was stored.';
	end if;
	return (p_yuan::numeric * 100)::bigint;
end $$;

revoke execute on function relation_may, relation_refused, relation_note, relation_word from public;
grant execute on function relation_number, relation_money, relation_member, relation_drawn, relation_fen to steward_staff, steward_batch;
