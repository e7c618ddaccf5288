-- Transfer out: another place's letter, refused with the reason, or done by two persons: the form is made, the relation ends here.

-- Why a relation does not go; null: it can.
create or replace function relation_out_bar(p_person bigint) returns text
language sql stable set search_path = steward, pg_temp as $$
	select case when not exists (select from person where person_id = p_person) then 'there is no such person'
		when person_is_dead(p_person) then 'the person is reported dead'
		when relation_drawn(p_person) then 'the person draws a pension: nothing is transferred any more'
		when (relation_member(p_person)).person_id is null then 'the person is not insured here as an employee'
		when (relation_member(p_person)).status = 'moved' then 'the relation was transferred to another place'
		when exists (select from receivable v where v.person_id = p_person and v.state in ('heard', 'owed')) then 'the person owes money here'
		when exists (select from relation_in r where r.person_id = p_person and r.state in ('asked', 'letter'))
			then 'a transfer in is under way: it comes first'
		when (relation_member(p_person)).months_before = 0 and not exists (select from contribution c where c.person_id = p_person
			and c.scheme = 'employee') then 'nothing was paid here' end
$$;

-- The rows of the form: the months before the payroll files by the wages that were entered for them, then months in a row of one
-- base; each with its part of the account by its months, exactly, and its pooled money by the law.
create or replace function relation_spans(p_person bigint, p_wages bigint) returns table (nth int, from_no int, to_no int, base_fen bigint,
	account_fen bigint, pooled_fen bigint)
language sql stable set search_path = steward, pg_temp as $$
	with e as (select * from relation_member(p_person)), paid as (
		select month_no(c.period) as no, c.base_fen, month_no(c.period) - row_number() over (partition by c.base_fen order by c.period) as island
		from contribution c where c.person_id = p_person and c.scheme = 'employee'
	), first as (
		select coalesce(min(no), month_no(to_char(business_day(), 'YYYYMM')::int)) as no from paid
	), s as (
		select (first.no - e.months_before)::int as from_no, first.no - 1 as to_no, round(coalesce(p_wages, 0)::numeric / e.months_before)::bigint
			as base_fen, coalesce(p_wages, 0)::numeric as wages from e cross join first where e.months_before > 0
		union all
		select min(p.no), max(p.no), p.base_fen, sum(p.base_fen) filter (where p.no >= month_no(relation_number('pooled_from', 199801)::int))
		from paid p group by p.base_fen, p.island
	), n as (
		select s.*, row_number() over w as nth, sum(s.to_no - s.from_no + 1) over w as upto, sum(s.to_no - s.from_no + 1) over () as months
		from s window w as (order by s.from_no)
	)
	select n.nth::int, n.from_no, n.to_no, n.base_fen, (floor(e.account_fen * n.upto / n.months)
		- floor(e.account_fen * (n.upto - (n.to_no - n.from_no + 1)) / n.months))::bigint,
		round(coalesce(n.wages, 0) * relation_number('pooled_permille', 120) / 1000)::bigint
	from n cross join e
$$;

-- What goes, and what the relation was here before, so that it can be put back.
create or replace function relation_plan_out(p_person bigint, p_letter text) returns jsonb
language sql stable set search_path = steward, pg_temp set datestyle = iso as $$
	select jsonb_build_object('letter', p_letter, 'enrolled_on', e.valid_from, 'status', e.status, 'months_before', e.months_before,
		'account_fen', e.account_fen, 'pooled_fen', s.pooled, 'total_fen', e.account_fen + s.pooled, 'months', s.months, 'spans', s.spans,
		'periods', (select coalesce(jsonb_agg(c.period order by c.period), '[]') from contribution c where c.person_id = p_person
			and c.scheme = 'employee'))
	from relation_out o cross join lateral relation_member(p_person) e cross join lateral (select sum(x.pooled_fen)::bigint as pooled,
		sum(x.to_no - x.from_no + 1)::bigint as months, jsonb_agg(jsonb_build_object('nth', x.nth, 'from', month_of(x.from_no), 'to',
			month_of(x.to_no), 'base_fen', x.base_fen, 'account_fen', x.account_fen, 'pooled_fen', x.pooled_fen) order by x.nth) as spans
		from relation_spans(p_person, o.wages_fen) x) s
	where o.person_id = p_person and o.letter_no = p_letter and e.person_id is not null
$$;

create or replace function relation_wages_lack(o relation_out) returns boolean
language sql stable set search_path = steward, pg_temp as $$
	select o.wages_fen is null and coalesce((relation_member(o.person_id)).months_before, 0) > 0
$$;

create or replace function relation_out_say(o relation_out) returns text
language sql stable set search_path = steward, pg_temp as $$
	select case when bar is not null then jsonb_build_array('letter %s of %s (%s) cannot be carried out: %s', o.letter_no, o.office, o.place, bar)
		when relation_wages_lack(o) then jsonb_build_array(
			'letter %s of %s (%s): the wages of %s months before the payroll files are to be entered first', o.letter_no, o.office, o.place,
			(relation_member(o.person_id)).months_before::text)
		else (select jsonb_build_array('letter %s of %s (%s): %s months go, account %s, pooled %s', o.letter_no, o.office, o.place,
			p ->> 'months', yuan_text((p ->> 'account_fen')::bigint), yuan_text((p ->> 'pooled_fen')::bigint))
			from relation_plan_out(o.person_id, o.letter_no) p) end::text
	from relation_out_bar(o.person_id) bar
$$;

create or replace function relation_out_cause(o relation_out) returns text
language sql immutable set search_path = steward, pg_temp as $$
	select o.letter_no || case when o.reopened > 0 then ' ' || o.reopened + 1 else '' end
$$;

-- A letter that came on paper.  Told again it is the same; the wages of the months before the payroll files may follow.
create or replace function relation_receive(p_person bigint, p_letter text, p_place text, p_office text, p_account text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	o relation_out;
begin
	perform relation_may();
	if coalesce(btrim(p_letter), '') = '' or coalesce(p_place, '') !~ '^[1-9][0-9]{5}$' or coalesce(btrim(p_office), '') = ''
			or coalesce(btrim(p_account), '') = '' then
		raise exception using errcode = 'ST422', message = 'a letter has a number, a place, an agency and an account',
			hint = 'The place is a code of GB/T 2260, as 330100.';
	end if;
	insert into relation_out (person_id, letter_no, region_code, place, office, account_no, batch_id, line)
	select p_person, btrim(p_letter), p.region_code, p_place, btrim(p_office), btrim(p_account), 0, 0 from person p where p.person_id = p_person
	on conflict do nothing returning * into o;
	if found then
		perform task_raise(p_person, 'relations.out', relation_out_cause(o), 'relation_out', due_on(o.received_on, 0, relation_days('transfer')),
			relation_out_say(o));
		perform relation_note(p_person, 'receive', jsonb_build_object('letter', o.letter_no, 'place', p_place));
	end if;
	return btrim(p_letter);
end $$;

create or replace function relation_out_of(p_person bigint, p_letter text, p_states text[]) returns relation_out
language plpgsql set search_path = steward, pg_temp as $$
declare
	o relation_out;
begin
	perform relation_may();
	select * into o from relation_out x where x.person_id = p_person and x.letter_no = p_letter and x.state = any (p_states) for update;
	if not found then
		raise exception using errcode = 'ST404', message = 'the person has no such letter that waits', hint = 'steward relations out PERSON';
	end if;
	return o;
end $$;

create or replace function relation_wages(p_person bigint, p_letter text, p_wages bigint) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform relation_out_of(p_person, p_letter, array['asked']);
	update relation_out o set wages_fen = p_wages where o.person_id = p_person and o.letter_no = p_letter;
	perform relation_note(p_person, 'wages', jsonb_build_object('letter', p_letter, 'fen', p_wages));
	return p_letter;
end $$;

-- The other place takes its letter back before it was carried out.
create or replace function relation_taken_back(p_person bigint, p_letter text, p_why text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	o relation_out := relation_out_of(p_person, p_letter, array['asked']);
begin
	perform relation_refused('a proposal waits for its second person', 'It is refused or taken back first.') from task t
	where t.person_id = p_person and t.rule_id = 'relations.out' and t.cause = relation_out_cause(o) and t.state = 'proposed';
	update relation_out x set state = 'withdrawn', why = coalesce(p_why, ''), decided_on = business_day()
	where x.person_id = p_person and x.letter_no = p_letter;
	perform task_drop(p_person, 'relations.out', relation_out_cause(o));
	perform relation_note(p_person, 'out_withdrawn', jsonb_build_object('letter', p_letter, 'why', p_why));
	return p_letter;
end $$;

-- Form or money came back: two persons decide whether the relation lives here again.
create or replace function relation_sent_back(p_person bigint, p_letter text, p_why text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	o relation_out := relation_out_of(p_person, p_letter, array['done']);
begin
	if coalesce(p_why, '') !~ '[[:alpha:]]' then
		raise exception using errcode = 'ST422', message = 'the reason is missing', hint = 'Nothing was stored.';
	end if;
	update relation_out x set back_why = p_why where x.person_id = p_person and x.letter_no = p_letter;
	perform task_raise(p_person, 'relations.back', relation_out_cause(o), 'relation_back', due_on(business_day(), 0, 5),
		relation_back_say(o, p_why));
	perform relation_note(p_person, 'sent_back', jsonb_build_object('letter', p_letter, 'why', p_why));
	return p_letter;
end $$;

create or replace function relation_back_say(o relation_out, p_why text) returns text
language sql immutable set search_path = steward, pg_temp as $$
	select jsonb_build_array('letter %s: %s (%s) has sent it back: %s', o.letter_no, o.office, o.place, p_why)::text
$$;

create or replace function relation_out_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	o relation_out;
begin
	select * into o from relation_out x where x.person_id = p_person and relation_out_cause(x) = p_cause and x.state = 'asked';
	perform relation_refused(relation_out_bar(p_person), 'Refuse the letter with this reason.');
	perform relation_refused('the wages of the months before the payroll files are missing', 'Enter them: steward relations wages')
	where relation_wages_lack(o);
	update decision d set inputs = d.inputs || jsonb_build_object('effect', relation_plan_out(p_person, o.letter_no))
	where d.person_id = p_person and d.decision_id = p_decision and o.letter_no is not null;
	return found::int;
end $$;

-- Each of the months, from one scheme to the other, or none of them.
create or replace function relation_move_months(p_person bigint, p_periods jsonb, p_from text, p_to text) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	update contribution c set scheme = p_to where c.person_id = p_person and c.scheme = p_from and p_periods @> to_jsonb(c.period)
		and not exists (select from contribution m where m.person_id = p_person and m.scheme = p_to and m.period = c.period);
	get diagnostics n = row_count;
	perform relation_refused('a month has changed since it was proposed', 'Look at it again.') where n <> jsonb_array_length(p_periods);
end $$;

-- Months that the other place counts from now on are kept beside those that count here.
create or replace function relation_put_out(p_person bigint, p jsonb) returns boolean
language plpgsql set search_path = steward, pg_temp as $$
begin
	perform relation_move_months(p_person, p -> 'periods', 'employee', 'moved');
	update enrolment e set status = 'moved', months_before = 0, account_fen = 0, batch_id = 0, line = 0 where e.person_id = p_person
		and e.scheme = 'employee' and e.valid_from = (p ->> 'enrolled_on')::date and (e.status, e.months_before, e.account_fen)
			= (p ->> 'status', (p ->> 'months_before')::int, (p ->> 'account_fen')::bigint);
	return found;
end $$;

create or replace function relation_unput_out(p_person bigint, p jsonb) returns boolean
language plpgsql set search_path = steward, pg_temp as $$
begin
	perform relation_move_months(p_person, p -> 'periods', 'moved', 'employee');
	update enrolment e set status = p ->> 'status', months_before = (p ->> 'months_before')::int, account_fen = (p ->> 'account_fen')::bigint
	where e.person_id = p_person and e.scheme = 'employee' and e.valid_from = (p ->> 'enrolled_on')::date
		and (e.status, e.months_before, e.account_fen) = ('moved', 0, 0);
	return found;
end $$;

create or replace function relation_out_put(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	e jsonb := (select inputs -> 'effect' from decision where person_id = p_person and decision_id = p_decision);
begin
	perform from relation_out x where x.person_id = p_person and x.letter_no = e ->> 'letter' and x.state = 'asked' for update;
	if not found or relation_out_bar(p_person) is not null or relation_plan_out(p_person, e ->> 'letter') is distinct from e
			or not relation_put_out(p_person, e) then
		return 0;
	end if;
	update relation_out x set state = 'done', closed = e, decided_on = business_day(), back_why = null where x.person_id = p_person
		and x.letter_no = e ->> 'letter';
	perform relation_note(p_person, 'out', jsonb_build_object('letter', e ->> 'letter', 'fen', e -> 'total_fen'));
	return 1;
end $$;

-- The relation lives here again, and the letter waits once more; what was sent for it is to come back.
create or replace function relation_revive(p_person bigint, p_letter text, p_more int) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	o relation_out;
begin
	select * into o from relation_out x where x.person_id = p_person and x.letter_no = p_letter and x.state = 'done' for update;
	if not found or not relation_unput_out(p_person, o.closed) then
		return 0;
	end if;
	update relation_out x set state = 'asked', closed = null, decided_on = null, back_why = null, reopened = x.reopened + p_more
	where x.person_id = p_person and x.letter_no = p_letter;
	perform relation_note(p_person, 'revived', jsonb_build_object('letter', p_letter));
	return 1;
end $$;
create or replace function relation_out_put_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	select coalesce((select relation_revive(p_person, o.letter_no, 0) from relation_out o where o.person_id = p_person
		and relation_out_cause(o) = p_cause), 0)
$$;

create or replace function relation_back_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	with noted as (
		update decision d set inputs = d.inputs || jsonb_build_object('effect', o.closed) from relation_out o
		where d.person_id = p_person and d.decision_id = p_decision and o.person_id = p_person and relation_out_cause(o) = p_cause
			and o.state = 'done' and o.back_why is not null returning d.decision_id
	) select count(*) from noted
$$;
create or replace function relation_back(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	select coalesce((select relation_revive(p_person, o.letter_no, 1) from decision d join relation_out o on o.person_id = d.person_id
		and o.letter_no = d.inputs -> 'effect' ->> 'letter' and o.closed = d.inputs -> 'effect' where d.person_id = p_person
		and d.decision_id = p_decision), 0)
$$;
-- It had gone after all.
create or replace function relation_back_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	e jsonb := (undone_by(p_person, p_decision)).inputs -> 'effect';
begin
	if not exists (select from relation_out x where x.person_id = p_person and x.letter_no = e ->> 'letter' and x.state = 'asked'
			and x.reopened > 0) or not relation_put_out(p_person, e) then
		return 0;
	end if;
	update relation_out x set state = 'done', closed = e, decided_on = business_day(), reopened = x.reopened - 1
	where x.person_id = p_person and x.letter_no = e ->> 'letter';
	perform relation_note(p_person, 'back_undo', jsonb_build_object('letter', e ->> 'letter'));
	return 1;
end $$;

-- It stays as it went: what came back goes once more.
create or replace function relation_stays(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	with done as (
		update relation_out o set back_why = null where o.person_id = p_person and relation_out_cause(o) = p_cause and o.state = 'done'
			and o.back_why is not null returning relation_note(p_person, 'stays', jsonb_build_object('letter', o.letter_no))
	) select count(*) from done
$$;
create or replace function relation_stays_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	with done as (
		update relation_out o set back_why = ((undone_by(p_person, p_decision)).inputs ->> 'say')::jsonb ->> 4 from decision d where d.person_id = p_person
			and d.decision_id = p_decision and o.person_id = p_person and relation_out_cause(o) = p_cause and o.state = 'done'
			and o.back_why is null returning relation_note(p_person, 'stays_undo', jsonb_build_object('letter', o.letter_no))
	) select count(*) from done
$$;

-- The other place reads the reason on paper: what stands against it, or what the clerk has found.
create or replace function relation_out_deny(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	with done as (
		update relation_out o set state = 'refused', decided_on = business_day(), why = coalesce(relation_out_bar(p_person),
			(select r.label from decision d join reason r on (r.task_type, r.event, r.code) = ('relation_out', 'reject', d.reason)
				where d.person_id = p_person and d.decision_id = p_decision), '')
		where o.person_id = p_person and relation_out_cause(o) = p_cause and o.state = 'asked'
		returning relation_note(p_person, 'out_refused', jsonb_build_object('letter', o.letter_no))
	) select count(*) from done
$$;
create or replace function relation_out_deny_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	with done as (
		update relation_out o set state = 'asked', decided_on = null, why = '' where o.person_id = p_person
			and relation_out_cause(o) = p_cause and o.state = 'refused'
		returning relation_note(p_person, 'out_undone', jsonb_build_object('letter', o.letter_no))
	) select count(*) from done
$$;

create or replace function relation_out_found() returns table (what text, person_id bigint, cause text, say text, due date)
language sql stable set search_path = steward, pg_temp set datestyle = iso as $$
	select 'relations.out', o.person_id, relation_out_cause(o), relation_out_say(o), due_on(o.received_on, 0, relation_days('transfer'))
	from relation_out o where o.state = 'asked'
	union all
	select 'relations.back', o.person_id, relation_out_cause(o), relation_back_say(o, o.back_why), null::date
	from relation_out o where o.state = 'done' and o.back_why is not null
$$;

revoke execute on function relation_receive, relation_out_of, relation_wages, relation_taken_back, relation_sent_back, relation_out_plan,
	relation_move_months, relation_put_out, relation_unput_out, relation_out_put, relation_out_put_undo, relation_revive, relation_back_plan, relation_back,
	relation_back_undo, relation_out_deny, relation_out_deny_undo, relation_stays,
	relation_stays_undo from public;
grant execute on function relation_receive, relation_wages, relation_taken_back, relation_sent_back to steward_staff;
grant execute on function relation_out_bar, relation_spans, relation_plan_out, relation_wages_lack, relation_out_say, relation_out_cause,
	relation_back_say, relation_out_found to steward_staff, steward_batch;
