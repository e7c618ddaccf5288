-- A joint case is open while one of its parts is; a part while its office has not answered.

create or replace view joint_now as
select p.person_id, p.case_no, p.partner, p.region_code, c.kind, c.opened_on, p.due, p.sent_on, a.answered_on, coalesce(a.detail, '') as detail,
	coalesce(a.answer, case when c.state = 'withdrawn' then 'withdrawn' else 'open' end) as stand
from joint_part p join joint_case c using (person_id, case_no) left join joint_answer a using (person_id, case_no, partner);
grant select on joint_now to steward_staff, steward_batch;

create or replace function joint_say(p_kind text, p_partner text) returns text
language sql immutable set search_path = steward, pg_temp as $$
	select jsonb_build_array('joint case (%s): the answer of %s is awaited', p_kind, p_partner)::text
$$;

create or replace function joint_may() returns void
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if not pg_has_role(session_user, 'steward_clerk', 'member') then
		raise exception using errcode = 'ST403', message = 'this is reserved for the role clerk';
	end if;
end $$;

-- Of one kind a person has one at a time: opened again it is the same.
create or replace function joint_open(p_person bigint, p_kind text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	no text := (select min(n.case_no) from joint_now n where n.person_id = p_person and n.kind = p_kind and n.stand = 'open');
	region int := (select region_code from person where person_id = p_person);
begin
	perform joint_may();
	if no is not null then
		return no;
	end if;
	if region is null or not exists (select from joint_partner where kind = p_kind) then
		raise exception using errcode = 'ST422', message = 'there is no joint case of this kind',
			hint = 'Kinds and the offices that have a part in them are rows of the parameter work.rows.';
	end if;
	if p_kind = 'death' and not person_is_dead(p_person) then
		raise exception using errcode = 'ST409', message = 'nobody has reported this person dead', hint = 'Note the death first.';
	end if;
	no := 'J' || nextval('id_block');
	insert into joint_case (person_id, case_no, region_code, kind, opened_on) values (p_person, no, region, p_kind, business_day());
	insert into joint_part (person_id, case_no, partner, region_code, due)
	select p_person, no, j.partner, region, due_on(business_day(), 0, j.working_days) from joint_partner j where j.kind = p_kind;
	perform task_raise(p_person, 'service.joint', no || ' ' || p.partner, 'joint', p.due, joint_say(p_kind, p.partner))
	from joint_part p where p.person_id = p_person and p.case_no = no;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (p_person, nextval('id_block'), region, 'service.joint', jsonb_build_object('case', no, 'kind', p_kind));
	return no;
end $$;

create or replace function joint_withdraw(p_person bigint, p_case text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform joint_may();
	update joint_case set state = 'withdrawn' where person_id = p_person and case_no = p_case and state = 'open'
		and exists (select from joint_now n where n.person_id = p_person and n.case_no = p_case and n.stand = 'open');
	if not found then
		raise exception using errcode = 'ST404', message = 'the person has no such case that waits', hint = 'Nothing was stored.';
	end if;
	perform task_drop(p_person, 'service.joint', p_case || ' ' || p.partner) from joint_part p where p.person_id = p_person
		and p.case_no = p_case;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	select p.person_id, nextval('id_block'), p.region_code, 'service.joint_withdraw', jsonb_build_object('case', p_case)
	from person p where p.person_id = p_person;
	return p_case;
end $$;

-- The answer by telephone or letter lies where a file's would.
create or replace function joint_note(p_person bigint, p_cause text, p_answer text) returns bigint
language sql set search_path = steward, pg_temp as $$
	with done as (
		insert into joint_answer (person_id, case_no, partner, region_code, answer, answered_on, batch_id, line)
		select p.person_id, p.case_no, p.partner, p.region_code, p_answer, business_day(), 0, 0 from joint_part p
		where p.person_id = p_person and p.case_no || ' ' || p.partner = p_cause on conflict do nothing
		returning person_id, region_code
	), touch as (
		insert into touched (person_id, batch_id, region_code) select person_id, 0::bigint, region_code from done on conflict do nothing
	) select count(*) from done
$$;

create or replace function joint_forget(p_person bigint, p_cause text) returns bigint
language sql set search_path = steward, pg_temp as $$
	with gone as (
		delete from joint_answer a where a.person_id = p_person and a.case_no || ' ' || a.partner = p_cause and a.batch_id = 0
		returning a.person_id, a.region_code
	), touch as (
		insert into touched (person_id, batch_id, region_code) select person_id, 0::bigint, region_code from gone on conflict do nothing
	) select count(*) from gone
$$;

create or replace function joint_settled(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select joint_note(p_person, p_cause, 'settled') $$;
create or replace function joint_settled_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select joint_forget(p_person, p_cause) $$;
create or replace function joint_nothing(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select joint_note(p_person, p_cause, 'nothing') $$;
create or replace function joint_nothing_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select joint_forget(p_person, p_cause) $$;
create or replace function joint_refused(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select joint_note(p_person, p_cause, 'refused') $$;
create or replace function joint_refused_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select joint_forget(p_person, p_cause) $$;

-- Cases that an office has not been told of, as words; then their file; then that it has gone.  Written again after an
-- interruption it has the same case numbers, by which the office knows them.
create or replace function joint_unsent(p_partner text) returns text
language sql stable set search_path = steward, pg_temp as $$
	select coalesce(string_agg(n.case_no, ' ' order by n.case_no), '') from joint_now n where n.partner = p_partner and n.sent_on is null
		and n.stand = 'open'
$$;

create or replace function service_csv(s text) returns text language sql immutable as
	$$ select '"' || replace(s, '"', '""') || '"' $$;

create or replace function joint_text(p_partner text, p_cases text) returns text
language sql stable set search_path = steward, pg_temp set datestyle = iso as $$
	select 'case_no,id_no,name,kind,opened_on,due' || E'\n' || coalesce(string_agg(concat_ws(',', n.case_no, (select min(i.id_no)
		from person_ident i where i.person_id = n.person_id and not i.is_former), service_csv(p.name), n.kind, n.opened_on,
		n.due) || E'\n', '' order by n.case_no), '')
	from joint_now n join person p using (person_id) where n.partner = p_partner and n.case_no = any (string_to_array(p_cases, ' '))
$$;

-- What another office was told stands on the person's page, with the ground.
create or replace function joint_sent(p_partner text, p_cases text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	perform joint_may();
	with sent as (
		update joint_part p set sent_on = business_day() where p.partner = p_partner and p.sent_on is null
			and p.case_no = any (string_to_array(p_cases, ' ')) returning p.person_id, p.case_no, p.region_code
	)
	insert into service_share (person_id, share_id, region_code, recipient, ground, what, told, told_on)
	select s.person_id, nextval('id_block'), s.region_code, p_partner, j.ground, 'case', jsonb_build_object('case', s.case_no), business_day()
	from sent s join joint_case c using (person_id, case_no) join joint_partner j on j.kind = c.kind and j.partner = p_partner;
	get diagnostics n = row_count;
	return n;
end $$;

revoke execute on function joint_may, joint_open, joint_withdraw, joint_note, joint_forget, joint_settled, joint_settled_undo,
	joint_nothing, joint_nothing_undo, joint_refused, joint_refused_undo, joint_sent from public;
grant execute on function joint_open, joint_withdraw, joint_unsent, joint_text, joint_sent, service_csv to steward_staff;
grant execute on function joint_say to steward_staff, steward_batch;
