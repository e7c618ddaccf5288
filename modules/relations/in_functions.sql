-- Transfer in: asked for at the counter, a letter to the other place, its form and its money, then taken in by two persons.

-- The form that counts: as many rows as row 1 says.
create or replace view relation_form_now as
select f.person_id, f.letter_no, n.rows, count(*) = n.rows as is_whole, min(f.from_period) as from_period, max(f.to_period) as to_period,
	sum(f.account_fen)::bigint as account_fen, sum(f.pooled_fen)::bigint as pooled_fen, sum(f.account_fen + f.pooled_fen)::bigint as form_fen,
	max(greatest(f.told_on, b.business_day)) as told_on, left(sha256_text(string_agg(concat_ws(' ', f.nth, f.from_period, f.to_period, f.base_fen, f.account_fen,
		f.pooled_fen), E'\n' order by f.nth)), 8) as digest
from relation_form f join (select person_id, letter_no, rows from relation_form where nth = 1) n using (person_id, letter_no)
left join batch b on b.batch_id = f.batch_id where f.nth <= n.rows group by f.person_id, f.letter_no, n.rows;

-- Where each transfer stands: what is stored, and what form and money make of it.
create or replace view relation_in_now as
select r.*, f.is_whole, f.account_fen, f.pooled_fen, f.form_fen, f.told_on, f.digest, m.fen as money_fen, m.day as money_on,
	case when r.state = 'asked' then 'applied for' when r.state not in ('letter', 'taken') then r.state
		when f.letter_no is null and m.fen is null then 'awaited'
		when not coalesce(f.is_whole, false) then case when m.fen is null then 'form not whole' else 'money alone' end
		when m.fen is null then 'form alone' when m.fen <> f.form_fen then 'differs' when r.state = 'letter' then 'to take in'
		when r.taken ->> 'digest' <> f.digest or r.taken ->> 'counts' <> r.counts then 'form corrected' else 'taken' end as stand
from relation_in r left join relation_form_now f using (person_id, letter_no) left join relation_money('transfer_in') m using (letter_no);

create or replace function relation_in_bar(p_person bigint) returns text
language sql stable set search_path = steward, pg_temp as $$
	select case when not exists (select from person where person_id = p_person) then 'there is no such person'
		when person_is_dead(p_person) then 'the person is reported dead'
		when relation_drawn(p_person) then 'the person draws a pension: nothing is transferred any more'
		when (relation_member(p_person)).person_id is null then 'the person is not insured here as an employee'
		when (relation_member(p_person)).status = 'moved' then 'the relation was transferred to another place' end
$$;

-- Past the age a relation does not move to where somebody only works: a temporary account is kept here.
create or replace function relation_is_temporary(p_person bigint, p_ground text, p_scheme text) returns boolean
language sql stable set search_path = steward, pg_temp as $$
	select p_ground = 'work' and p_scheme = 'employee' and business_day() >= (p.birth_date + make_interval(years =>
		case p.sex when 'M' then relation_number('temporary_men', 50) else relation_number('temporary_women', 40) end::int))::date
	from person p where p.person_id = p_person
$$;

create or replace function relation_in_say(r relation_in) returns text
language sql stable set search_path = steward, pg_temp set datestyle = iso as $$
	select jsonb_build_array('transfer in from %s (%s), applied for on %s: letter %s', r.office, r.place, r.applied_on, r.letter_no)::text
$$;

create or replace function relation_days(p_kind text) returns int
language sql stable set search_path = steward, pg_temp as $$ select relation_number(p_kind || '_days', 15)::int $$;

-- From one place a person asks once at a time: asked again it is the same.
create or replace function relation_apply(p_person bigint, p_place text, p_office text, p_ground text, p_scheme text, p_channel text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	r relation_in;
	bar text;
begin
	perform relation_may();
	perform 1 from person where person_id = p_person for update;
	if coalesce(p_place, '') !~ '^[1-9][0-9]{5}$' or btrim(coalesce(p_office, '')) = '' then
		raise exception using errcode = 'ST422', message = 'say the other place and its agency',
			hint = 'The place is a code of GB/T 2260, as 330100.';
	end if;
	select * into r from relation_in x where x.person_id = p_person and x.place = p_place and x.scheme = p_scheme
		and (x.state in ('asked', 'letter') or x.state = 'temporary' and p_ground = 'work');
	if found then
		return r.letter_no;
	end if;
	bar := relation_in_bar(p_person);
	perform relation_refused(bar, 'Nothing was stored.');
	insert into relation_in (person_id, letter_no, region_code, scheme, place, office, ground, applied_on, channel, state)
	select p_person, 'R' || nextval('id_block'), p.region_code, p_scheme, p_place, btrim(p_office), p_ground, business_day(), p_channel,
		case when relation_is_temporary(p_person, p_ground, p_scheme) then 'temporary' else 'asked' end
	from person p where p.person_id = p_person returning * into r;
	if r.state = 'temporary' then
		perform relation_word(p_person, r.letter_no, 'dismissed', jsonb_build_array('the relation stays with %s (%s): a temporary account is kept here',
			r.office, r.place)::text);
	else
		perform task_raise(p_person, 'relations.ask', r.letter_no, 'relation_ask', due_on(r.applied_on, 0, relation_days('letter')),
			relation_in_say(r));
		perform message_due(p_person, 'relations.ask', r.letter_no, null);
	end if;
	perform relation_note(p_person, 'apply', jsonb_build_object('letter', r.letter_no, 'place', p_place, 'state', r.state));
	return r.letter_no;
end $$;

-- By the applicant, until it is taken in.  Money that has come goes back by the next list.
create or replace function relation_withdraw(p_person bigint, p_letter text, p_why text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform relation_may();
	perform relation_refused('a proposal waits for its second person', 'It is refused or taken back first.') from task t
	where t.person_id = p_person and t.rule_id = 'relations.take' and t.cause like p_letter || '%' and t.state = 'proposed';
	perform relation_end(p_person, p_letter, array['asked', 'letter', 'temporary'], 'withdrawn', coalesce(p_why, ''));
	return p_letter;
end $$;

-- What stands no more is nobody's task.
create or replace function relation_end(p_person bigint, p_letter text, p_from text[], p_to text, p_why text) returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	update relation_in r set state = p_to, why = p_why where r.person_id = p_person and r.letter_no = p_letter and r.state = any (p_from);
	if not found then
		raise exception using errcode = 'ST404', message = 'the person has no such transfer that waits', hint = 'steward relations list PERSON';
	end if;
	perform task_drop(p_person, t.rule_id, t.cause) from task t where t.person_id = p_person and split_part(t.cause, ' ', 1) = p_letter
		and t.rule_id in ('relations.ask', 'relations.late', 'relations.differs', 'relations.take') and t.state = 'open';
	perform relation_note(p_person, p_to, jsonb_build_object('letter', p_letter, 'why', nullif(p_why, '')));
end $$;

-- The other place sends the letter back: the person is told, and may apply anew.
create or replace function relation_returned(p_person bigint, p_letter text, p_why text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform relation_may();
	if coalesce(p_why, '') !~ '[[:alpha:]]' then
		raise exception using errcode = 'ST422', message = 'the reason is missing', hint = 'Nothing was stored.';
	end if;
	perform relation_end(p_person, p_letter, array['letter'], 'returned', p_why);
	perform relation_word(p_person, p_letter || ' returned', 'dismissed', jsonb_build_array('%s (%s) does not transfer the relation: %s',
		r.office, r.place, p_why)::text) from relation_in r where r.person_id = p_person and r.letter_no = p_letter;
	return p_letter;
end $$;

-- Which of two that paid for one month counts: what was paid here, or there.  The person says so.
create or replace function relation_counts(p_person bigint, p_letter text, p_counts text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform relation_may();
	update relation_in r set counts = p_counts where r.person_id = p_person and r.letter_no = p_letter and r.state in ('letter', 'taken');
	if not found then
		raise exception using errcode = 'ST404', message = 'the person has no such transfer that waits', hint = 'steward relations list PERSON';
	end if;
	perform relation_note(p_person, 'counts', jsonb_build_object('letter', p_letter, 'counts', p_counts));
	return p_letter;
end $$;

-- A row of a form that came on paper.
create or replace function relation_tell(p_person bigint, p_letter text, p_nth int, p_rows int, p_from date, p_to date, p_base bigint,
	p_account bigint, p_pooled bigint) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	r relation_in;
begin
	perform relation_may();
	select * into r from relation_in x where x.person_id = p_person and x.letter_no = p_letter and x.state in ('letter', 'taken');
	if not found then
		raise exception using errcode = 'ST404', message = 'no letter waits for this form', hint = 'steward relations list PERSON';
	elsif p_from is null or p_to < p_from or p_to > business_day() or coalesce(p_base, 0) <= 0 then
		raise exception using errcode = 'ST422', message = 'a row has months that are over, and a base', hint = 'Nothing was stored.';
	end if;
	insert into relation_form (person_id, letter_no, nth, region_code, rows, from_period, to_period, base_fen, account_fen, pooled_fen,
		batch_id, line)
	values (p_person, p_letter, coalesce(p_nth, 1), r.region_code, coalesce(p_rows, 1), to_char(p_from, 'YYYYMM')::int,
		to_char(p_to, 'YYYYMM')::int, p_base, coalesce(p_account, 0), coalesce(p_pooled, 0), 0, 0)
	on conflict (person_id, letter_no, nth) do update set rows = excluded.rows, from_period = excluded.from_period,
		to_period = excluded.to_period, base_fen = excluded.base_fen, account_fen = excluded.account_fen, pooled_fen = excluded.pooled_fen,
		told_on = excluded.told_on, batch_id = 0, line = 0;
	perform relation_note(p_person, 'form', jsonb_build_object('letter', p_letter, 'row', coalesce(p_nth, 1)));
	return p_letter;
end $$;

-- Each month of the form once, with its share of the account.
create or replace function relation_months(p_person bigint, p_letter text) returns table (period int, base_fen bigint, account_fen numeric)
language sql stable set search_path = steward, pg_temp as $$
	select distinct on (m) month_of(m), f.base_fen, f.account_fen / (month_no(f.to_period) - month_no(f.from_period) + 1.0)
	from relation_form f cross join generate_series(month_no(f.from_period), month_no(f.to_period)) m
	where f.person_id = p_person and f.letter_no = p_letter and f.nth <= (select x.rows from relation_form x
		where x.person_id = p_person and x.letter_no = p_letter and x.nth = 1) order by m, f.nth
$$;

-- What taking it in does, beside what a former taking in of it did: months that are new here, months that are held already, and
-- the account's part of those, which is the person's own.  Months of residents are no months of employees.
create or replace function relation_plan_in(p_person bigint, p_letter text) returns jsonb
language sql stable set search_path = steward, pg_temp as $$
	with r as (select * from relation_in_now x where x.person_id = p_person and x.letter_no = p_letter), own as (
		select c.period, c.base_fen from contribution c cross join r where c.person_id = p_person and (c.scheme = 'employee'
				and not coalesce(r.taken -> 'put', '[]') @> jsonb_build_array(jsonb_build_object('period', c.period))
			or c.scheme = 'double' and coalesce(r.taken -> 'doubled', '[]') @> to_jsonb(c.period))
	), m as (
		select x.*, o.period is not null as is_double, o.base_fen as own_fen from r cross join relation_months(p_person, p_letter) x
		left join own o using (period) where r.scheme = 'employee'
	), back as (
		select coalesce(floor(sum(case r.counts when 'here' then m.account_fen else m.own_fen * relation_number('personal_permille', 80) / 1000
			end) filter (where m.is_double)), 0)::bigint as fen from r left join m on true group by r.counts
	)
	select jsonb_build_object('letter', p_letter, 'digest', r.digest, 'counts', r.counts, 'account_fen', r.account_fen, 'pooled_fen', r.pooled_fen,
		'add_fen', r.account_fen - back.fen, 'refund_fen', back.fen,
		'put', (select coalesce(jsonb_agg(jsonb_build_object('period', m.period, 'base_fen', m.base_fen) order by m.period), '[]') from m
			where not m.is_double or r.counts = 'there'),
		'doubled', (select coalesce(jsonb_agg(m.period order by m.period), '[]') from m where m.is_double and r.counts = 'there'),
		'double', (select count(*) from m where m.is_double), 'former', r.taken) from r cross join back
$$;

-- Pooled money by the law: so many per mille of the wages that were contributed on, from the first month on.
create or replace function relation_pooled(p_person bigint, p_letter text) returns bigint
language sql stable set search_path = steward, pg_temp as $$
	select coalesce(round(sum(m.base_fen) * relation_number('pooled_permille', 120) / 1000), 0)::bigint
	from relation_months(p_person, p_letter) m where m.period >= relation_number('pooled_from', 199801)
$$;

-- Both persons read what comes of it.
create or replace function relation_take_say(p_person bigint, p_letter text) returns text
language sql stable set search_path = steward, pg_temp as $$
	select jsonb_build_array('%s months come in, %s are held here already (what counts: %s); account %s, pooled %s, by the law %s; to the person %s',
		jsonb_array_length(p -> 'put')::text, p ->> 'double', p ->> 'counts', yuan_text((p ->> 'account_fen')::bigint),
		yuan_text((p ->> 'pooled_fen')::bigint), yuan_text(relation_pooled(p_person, p_letter)), yuan_text((p ->> 'refund_fen')::bigint))::text
	from relation_plan_in(p_person, p_letter) p
$$;

create or replace function relation_put_in(p_person bigint, p jsonb) returns jsonb
language plpgsql set search_path = steward, pg_temp as $$
declare
	e enrolment := relation_member(p_person);
	n bigint;
begin
	update contribution c set scheme = 'double' where c.person_id = p_person and c.scheme = 'employee' and p -> 'doubled' @> to_jsonb(c.period);
	get diagnostics n = row_count;
	perform relation_refused('a month has changed since it was proposed', 'Look at it again.') where n <> jsonb_array_length(p -> 'doubled');
	insert into contribution (person_id, period, scheme, region_code, base_fen, amount_fen, batch_id, line)
	select p_person, m.period, 'employee', e.region_code, m.base_fen, 0, 0, 0 from jsonb_to_recordset(p -> 'put') m (period int, base_fen bigint)
	on conflict do nothing;
	get diagnostics n = row_count;
	perform relation_refused('a month has changed since it was proposed', 'Look at it again.') where n <> jsonb_array_length(p -> 'put');
	update enrolment x set account_fen = x.account_fen + (p ->> 'add_fen')::bigint, batch_id = 0, line = 0 where x.person_id = p_person
		and x.scheme = 'employee' and x.valid_from = e.valid_from and x.account_fen + (p ->> 'add_fen')::bigint >= 0;
	perform relation_refused('the account does not hold as much', 'Look at it again.') where not found;
	return p || jsonb_build_object('enrolled_on', e.valid_from, 'refund_month', case when (p ->> 'refund_fen')::bigint > 0
		then benefit_once(p_person, 'employee', 'contribution_refund', (p ->> 'refund_fen')::bigint) end);
end $$;

-- As it was before; what is not as it was left then is somebody's to look at.
create or replace function relation_unput_in(p_person bigint, p jsonb) returns boolean
language plpgsql set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	delete from contribution c using jsonb_to_recordset(p -> 'put') m (period int, base_fen bigint) where c.person_id = p_person
		and c.scheme = 'employee' and (c.period, c.base_fen) = (m.period, m.base_fen) and c.batch_id = 0;
	get diagnostics n = row_count;
	if n <> jsonb_array_length(p -> 'put') then
		return false;
	end if;
	update contribution c set scheme = 'employee' where c.person_id = p_person and c.scheme = 'double' and p -> 'doubled' @> to_jsonb(c.period);
	update enrolment x set account_fen = x.account_fen - (p ->> 'add_fen')::bigint where x.person_id = p_person and x.scheme = 'employee'
		and x.valid_from = (p ->> 'enrolled_on')::date and x.account_fen - (p ->> 'add_fen')::bigint >= 0;
	return found and (p ->> 'refund_month' is null or benefit_once_undo(p_person, 'employee', 'contribution_refund',
		(p ->> 'refund_month')::date));
end $$;
