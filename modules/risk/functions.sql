-- A death told at the counter, corrected, annulled.

create or replace function death_may(p_person bigint, p_day date) returns void
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if not pg_has_role(session_user, 'steward_clerk', 'member') then
		raise exception using errcode = 'ST403', message = 'this is reserved for the role clerk';
	end if;
	if not exists (select from person where person_id = p_person) then
		raise exception using errcode = 'ST404', message = 'there is no such person';
	end if;
	if p_day > business_day() or p_day < (select birth_date from person where person_id = p_person) then
		raise exception using errcode = 'ST422', message = 'the day lies between the birth and today', hint = 'Mend the day.';
	end if;
end $$;

create or replace function death_note(p_person bigint, p_change text, p_teller text, p_day date, p_before date,
	p_certificate text, p_why text, p_state text) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	report bigint := nextval('id_block');
begin
	insert into death_report (person_id, report_id, region_code, change, teller, died_on, before_day, certificate, why, state)
	select person_id, report, region_code, p_change, p_teller, p_day, p_before, coalesce(p_certificate, ''),
		coalesce(p_why, ''), p_state from person where person_id = p_person;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	select person_id, nextval('id_block'), region_code, 'death.' || p_change, jsonb_strip_nulls(jsonb_build_object('day', p_day,
		'before', p_before, 'teller', p_teller, 'certificate', p_certificate, 'why', p_why))
	from person where person_id = p_person;
	insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from person
	where person_id = p_person on conflict do nothing;
	return report;
end $$;

-- It lies where a file's rows lie, so that the same task comes of it.  Another day that the same teller tells corrects
-- the former; one that was void is told anew.
create or replace function death_tell(p_person bigint, p_day date, p_certificate text, p_teller text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	before date;
begin
	perform death_may(p_person, p_day);
	if p_teller not in ('family', 'register', 'agency', 'bank') then
		raise exception using errcode = 'ST422', message = 'a death is told by the family, the register, another agency or a bank';
	end if;
	if exists (select from status_event where person_id = p_person and kind = 'death' and source = p_teller
			and from_day = p_day and state = 'valid') then
		raise exception using errcode = 'ST409', message = 'this is known already',
			hint = 'The page of the person has it under evidence.';
	end if;
	update status_event set state = 'replaced' where person_id = p_person and kind = 'death' and source = p_teller
		and state = 'valid' returning from_day into before;
	insert into status_event (person_id, kind, from_day, source, region_code, place, batch_id, line)
	select person_id, 'death', p_day, p_teller, region_code, coalesce(p_certificate, ''), 0, 0 from person
	where person_id = p_person
	on conflict (person_id, kind, from_day, source) do update set state = 'valid', decision_id = null,
		place = excluded.place;
	return death_note(p_person, case when before is null then 'created' else 'corrected' end, p_teller, p_day, before,
		p_certificate, '', 'told');
end $$;

-- That he is alive is asked by one; that all reports are void is said by a second.
create or replace function death_annul(p_person bigint, p_why text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	e status_event;
begin
	perform death_may(p_person, null);
	select * into e from status_event where person_id = p_person and kind = 'death' and state = 'valid'
	order by from_day desc limit 1;
	if not found then
		raise exception using errcode = 'ST404', message = 'no death of this person is reported';
	end if;
	if exists (select from death_report where person_id = p_person and state = 'asked') then
		raise exception using errcode = 'ST409', message = 'this waits for a second person already';
	end if;
	return death_note(p_person, 'annulled', e.source, e.from_day, null, '', p_why, 'asked');
end $$;

create or replace function death_annul_do(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	if exists (select from death_report where person_id = p_person and report_id = p_cause::bigint
			and told_by = session_user) then
		raise exception using errcode = 'ST403', message = 'a second person has to say so',
			hint = 'You asked for it yourself.';
	end if;
	update death_report set state = 'void', decision_id = p_decision where person_id = p_person
		and report_id = p_cause::bigint and state = 'asked';
	if not found then
		return 0;
	end if;
	update status_event set state = 'void', decision_id = p_decision where person_id = p_person and kind = 'death'
		and state = 'valid';
	get diagnostics n = row_count;
	insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from person
	where person_id = p_person on conflict do nothing;
	return n;
end $$;

create or replace function death_annul_do_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	update death_report set state = 'asked', decision_id = null where person_id = p_person and report_id = p_cause::bigint;
	select report_void_undo(p_person, p_rule, p_cause, p_decision)
$$;

create or replace function death_annul_drop(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	with refused as (
		update death_report set state = 'refused', decision_id = p_decision where person_id = p_person
			and report_id = p_cause::bigint and state = 'asked' returning report_id
	) select count(*) from refused
$$;

create or replace function death_annul_drop_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with asked as (
		update death_report set state = 'asked', decision_id = null where person_id = p_person
			and report_id = p_cause::bigint and state = 'refused' returning report_id
	) select count(*) from asked
$$;

-- Who was seen by the office itself: the row lies where a file's would.
create or replace function sign_tell(p_person bigint, p_source text, p_day date, p_place text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform death_may(p_person, p_day);
	if p_source not in ('counter', 'visit', 'face') then
		raise exception using errcode = 'ST422', message = 'the office sees somebody at the counter, at home or by a face service';
	end if;
	insert into evidence (person_id, source, seen_on, region_code, place, batch_id, line)
	select person_id, p_source, p_day, region_code, coalesce(p_place, ''), 0, 0 from person where person_id = p_person
	on conflict do nothing;
	if not found then
		raise exception using errcode = 'ST409', message = 'this is known already';
	end if;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	select person_id, nextval('id_block'), region_code, 'sign.told', jsonb_build_object('source', p_source, 'day', p_day)
	from person where person_id = p_person;
	-- Under a number of its own: the judge that certifies by it touches the person once more, as of batch 0.
	insert into touched (person_id, batch_id, region_code) select person_id, nextval('id_block'), region_code from person
	where person_id = p_person on conflict do nothing;
	return 1;
end $$;

revoke execute on function death_may, death_note, death_tell, death_annul, sign_tell from public;
grant execute on function death_tell, death_annul, sign_tell to steward_staff;
