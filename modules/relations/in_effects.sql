-- What the steps of a transfer in do, and undo.

create or replace function relation_letter(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	with sent as (
		update relation_in r set state = 'letter', letter_on = business_day(), due = due_on(business_day(), 0, relation_days('transfer'))
		where r.person_id = p_person and r.letter_no = p_cause and r.state = 'asked' and relation_in_bar(p_person) is null
		returning relation_note(p_person, 'letter', jsonb_build_object('letter', r.letter_no))
	) select count(*) from sent
$$;
-- What an answer has come to is not taken back.
create or replace function relation_letter_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	with back as (
		update relation_in r set state = 'asked', letter_on = null, due = null where r.person_id = p_person and r.letter_no = p_cause
			and r.state = 'letter' and (select n.stand = 'awaited' from relation_in_now n where n.person_id = p_person and n.letter_no = p_cause)
		returning relation_note(p_person, 'letter_undo', jsonb_build_object('letter', r.letter_no))
	) select count(*) from back
$$;

create or replace function relation_turn(p_person bigint, p_letter text, p_from text, p_to text) returns bigint
language sql set search_path = steward, pg_temp as $$
	with done as (
		update relation_in r set state = p_to where r.person_id = p_person and r.letter_no = p_letter and r.state = p_from
		returning relation_note(p_person, p_to, jsonb_build_object('letter', r.letter_no))
	) select count(*) from done
$$;
create or replace function relation_deny(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select relation_turn(p_person, p_cause, 'asked', 'refused') $$;
create or replace function relation_deny_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select relation_turn(p_person, p_cause, 'refused', 'asked') $$;

-- The other place was asked once more: its days begin anew.
create or replace function relation_remind(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	with asked as (
		update relation_in r set reminded = r.reminded + 1, due = due_on(business_day(), 0, relation_days('transfer'))
		where r.person_id = p_person and r.letter_no || ' ' || r.reminded = p_cause and r.state = 'letter'
		returning relation_note(p_person, 'remind', jsonb_build_object('letter', r.letter_no))
	) select count(*) from asked
$$;
create or replace function relation_remind_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	with back as (
		update relation_in r set reminded = r.reminded - 1, due = business_day() - 1 where r.person_id = p_person and r.state = 'letter'
			and r.letter_no || ' ' || r.reminded - 1 = p_cause
		returning relation_note(p_person, 'remind_undo', jsonb_build_object('letter', r.letter_no))
	) select count(*) from back
$$;

create or replace function relation_take_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	letter text := split_part(p_cause, ' ', 1);
begin
	perform relation_refused(relation_in_bar(p_person), 'Dismiss it, and let the transfer be withdrawn: its money goes back.');
	update decision d set inputs = d.inputs || jsonb_build_object('effect', relation_plan_in(p_person, letter))
	where d.person_id = p_person and d.decision_id = p_decision and exists (select from relation_in_now n where n.person_id = p_person
		and n.letter_no = letter and n.stand in ('to take in', 'form corrected'));
	return found::int;
end $$;

create or replace function relation_take(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	e jsonb := (select inputs -> 'effect' from decision where person_id = p_person and decision_id = p_decision);
	r relation_in;
begin
	select * into r from relation_in x where x.person_id = p_person and x.letter_no = e ->> 'letter' for update;
	if relation_in_bar(p_person) is not null or relation_plan_in(p_person, r.letter_no) is distinct from e or not exists (select from
			relation_in_now n where n.person_id = p_person and n.letter_no = r.letter_no and n.stand in ('to take in', 'form corrected'))
			or r.taken is not null and not relation_unput_in(p_person, r.taken) then
		return 0;
	end if;
	e := relation_put_in(p_person, e);
	update relation_in x set state = 'taken', taken_on = business_day(), taken = e - 'former' where x.person_id = p_person
		and x.letter_no = r.letter_no;
	perform relation_note(p_person, 'take', jsonb_build_object('letter', r.letter_no, 'months', jsonb_array_length(e -> 'put')));
	return 1;
end $$;

-- As before: not taken in, or as it was taken in before.
create or replace function relation_take_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	e jsonb := (undone_by(p_person, p_decision)).inputs -> 'effect';
	was jsonb := case when e -> 'former' <> 'null' then e -> 'former' end;
	r relation_in;
begin
	select * into r from relation_in x where x.person_id = p_person and x.letter_no = e ->> 'letter' and x.state = 'taken' for update;
	if r.taken - 'enrolled_on' - 'refund_month' is distinct from e - 'former' or not relation_unput_in(p_person, r.taken) then
		return 0;
	end if;
	was := case when was is not null then relation_put_in(p_person, was) end;
	update relation_in x set state = case when was is null then 'letter' else 'taken' end, taken = was,
		taken_on = case when was is not null then x.taken_on end where x.person_id = p_person and x.letter_no = r.letter_no;
	perform relation_note(p_person, 'take_undo', jsonb_build_object('letter', r.letter_no));
	return 1;
end $$;

-- What waits for somebody, of everybody; due null: by the kind's clock.
create or replace function relation_in_found(p_day date) returns table (what text, person_id bigint, cause text, say text, due date)
language sql stable set search_path = steward, pg_temp set datestyle = iso as $$
	select 'relations.ask', r.person_id, r.letter_no, relation_in_say(r), due_on(r.applied_on, 0, relation_days('letter'))
	from relation_in r where r.state = 'asked'
	union all
	select 'relations.late', r.person_id, r.letter_no || ' ' || r.reminded, jsonb_build_array('letter %s to %s (%s): %s, awaited until %s',
		r.letter_no, r.office, r.place, r.stand, r.due)::text, due_on(r.due, 0, 5) from relation_in_now r
	where r.state = 'letter' and r.stand in ('awaited', 'form not whole', 'form alone', 'money alone') and r.due < p_day
	union all
	select 'relations.differs', r.person_id, concat_ws(' ', r.letter_no, r.form_fen, r.money_fen), jsonb_build_array(
		'letter %s: the form says %s, the account %s', r.letter_no, yuan_text(r.form_fen), yuan_text(coalesce(r.money_fen, 0)))::text,
		due_on(greatest(r.told_on, r.money_on), 0, 5)
	from relation_in_now r where r.stand = 'differs' or r.state = 'taken' and r.stand in ('form alone', 'money alone', 'form not whole')
	union all
	select 'relations.take', r.person_id, r.letter_no || case r.stand when 'form corrected' then ' ' || r.digest || ' ' || r.counts else '' end,
		relation_take_say(r.person_id, r.letter_no), due_on(greatest(r.told_on, r.money_on), 0, relation_days('take'))
	from relation_in_now r where r.stand in ('to take in', 'form corrected')
$$;

revoke execute on function relation_apply, relation_withdraw, relation_end, relation_returned, relation_counts, relation_tell,
	relation_put_in, relation_unput_in, relation_letter, relation_letter_undo, relation_turn, relation_deny, relation_deny_undo,
	relation_remind, relation_remind_undo, relation_take_plan, relation_take, relation_take_undo from public;
grant execute on function relation_apply, relation_withdraw, relation_returned, relation_counts, relation_tell to steward_staff;
grant execute on function relation_in_bar, relation_is_temporary, relation_in_say, relation_days, relation_months, relation_plan_in,
	relation_pooled, relation_take_say, relation_in_found to steward_staff, steward_batch;
grant select on relation_form_now, relation_in_now to steward_staff, steward_batch;
