-- What staff see of transfers in, and the steps they take.

-- statement: in_apply
-- params: person_id int8, place text, office text, ground text, scheme text, channel text
-- columns: letter text
select relation_apply($1, $2, $3, $4, $5, $6) as letter;

-- The counter's form.
-- statement: in_apply_form
-- params: person_id int8, place text, office text, ground text, scheme text
-- columns: letter text
select relation_apply($1, $2, $3, $4, $5, 'counter') as letter;

-- statement: in_withdraw
-- params: person_id int8, letter text, why text
-- columns: letter text
select relation_withdraw($1, $2, $3) as letter;

-- statement: in_returned
-- params: person_id int8, letter text, why text
-- columns: letter text
select relation_returned($1, $2, $3) as letter;

-- statement: in_counts
-- params: person_id int8, letter text, counts text
-- columns: letter text
select relation_counts($1, $2, $3) as letter;

-- statement: in_tell
-- params: person_id int8, letter text, row int4, rows int4, from date, to date, base int8, account int8, pooled int8
-- columns: letter text
select relation_tell($1, $2, $3, $4, $5, $6, $7, $8, $9) as letter;

-- Transfers of a person, or all that wait, the latest due first.
-- statement: in_list
-- params: person_id int8
-- columns: mark text, applied_on date, name text, letter_no text, place text, office text, stand text, due date, form_fen int8, money_fen int8, counts text, person_id int8
select case when r.stand = 'differs' or coalesce(t.due, r.due) < business_day() and r.stand not in ('taken', 'withdrawn', 'returned', 'refused')
		then '!' else '' end, r.applied_on, p.name, r.letter_no, r.place, r.office, r.stand, coalesce(t.due, r.due), r.form_fen, r.money_fen,
	r.counts, r.person_id
from relation_in_now r join person p using (person_id) left join lateral (select min(x.due) as due from task x join task_state s using (state)
	where x.person_id = r.person_id and split_part(x.cause, ' ', 1) = r.letter_no and s.kind <> 'final'
		and x.rule_id in ('relations.ask', 'relations.take', 'relations.differs')) t on true
where case when $1::bigint is null then r.stand not in ('taken', 'withdrawn', 'returned', 'refused', 'temporary') else r.person_id = $1 end
order by coalesce(t.due, r.due), r.person_id, r.letter_no limit 500;

-- statement: in_rows
-- params: person_id int8, letter text
-- columns: mark text, nth int4, from_period int4, to_period int4, base_fen int8, account_fen int8, pooled_fen int8, file text, line int8
select case when f.nth > n.rows then '-' else '' end, f.nth, f.from_period, f.to_period, f.base_fen, f.account_fen, f.pooled_fen,
	coalesce(b.file_name, ''), f.line
from relation_form f left join batch b using (batch_id)
left join (select person_id, letter_no, rows from relation_form where nth = 1) n using (person_id, letter_no)
where f.person_id = $1 and f.letter_no = $2 order by f.nth limit 999;

-- statement: in_head
-- params: person_id int8, letter text
-- columns: letter_no text, name text, office text, place text, stand text, letter_on date, due date, form_fen int8, money_fen int8, counts text, why text, person_id int8
select r.letter_no, p.name, r.office, r.place, r.stand, r.letter_on, r.due, r.form_fen, r.money_fen, r.counts, r.why, r.person_id
from relation_in_now r join person p using (person_id) where r.person_id = $1 and r.letter_no = $2;

-- statement: in_member
-- params: person_id int8
-- columns: name text, id_no text, status text, account_fen int8, months int4, bar text
select p.name, coalesce((select min(i.id_no) from person_ident i where i.person_id = p.person_id and not i.is_former), ''),
	coalesce(m.status, ''), m.account_fen, coalesce(m.months_before, 0) + (select count(*)::int from contribution c
		where c.person_id = p.person_id and c.scheme = 'employee'), coalesce(relation_in_bar(p.person_id), '')
from person p cross join lateral relation_member(p.person_id) m where p.person_id = $1;

-- Of a person: the membership here, then each transfer.
-- statement: in_of
-- params: person_id int8
-- columns: mark text, day date, what text, letter_no text, office text, stand text, fen int8, person_id int8
select * from (
	select '' as mark, m.valid_from as day, 'insured here' as what, '' as letter_no, '' as office, m.status as stand, m.account_fen, m.person_id
	from relation_member($1) m where m.person_id is not null
	union all
	select case when r.stand = 'differs' then '!' else '' end, r.applied_on, 'transfer in', r.letter_no, r.office, r.stand, r.form_fen, r.person_id
	from relation_in_now r where r.person_id = $1
	union all
	select case when o.back_why is not null then '!' else '' end, o.received_on, 'transfer out', o.letter_no, o.office,
		case o.state when 'asked' then 'to decide' else o.state end, (o.closed ->> 'total_fen')::bigint, o.person_id
	from relation_out o where o.person_id = $1) x order by what <> 'insured here', day desc, letter_no limit 30;

-- statement: in_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select r.person_id, 0::int8 as subject_id, r.cause, r.say, r.due, null::int8 as monthly_fen, '{}'::jsonb as inputs
from relation_in_found($1::date) r {scope} where r.what = '{rule}';

-- The letter's day, then its lines, each a sentence with its values.
-- statement: in_letter
-- params: person_id int8, letter text
-- columns: lines text
select concat_ws(E'\n', r.letter_on, jsonb_build_array('Letter of acceptance for the transfer of an insurance relation'), '',
	jsonb_build_array('To: %s (%s)', r.office, r.place), jsonb_build_array('Number of the letter: %s', r.letter_no),
	jsonb_build_array('Name: %s', p.name), jsonb_build_array('Citizen identity number: %s', (select min(i.id_no) from person_ident i
		where i.person_id = p.person_id and not i.is_former)), '',
	jsonb_build_array(case r.scheme when 'employee' then 'The person is insured here as an employee and asks for the transfer of the pension insurance of employees.'
		else 'The person is insured here as an employee and asks for the transfer of the account of the pension insurance of residents.' end),
	jsonb_build_array('Please send the information form and the money within %s working days, with the number of this letter, by %s.',
		relation_days('transfer')::text, r.due::text)) as lines
from relation_in r join person p using (person_id) where r.person_id = $1 and r.letter_no = $2 and r.letter_on is not null;

-- A form is of who the letter is about, and of a letter that waits for one.
-- statement: in_refuse
-- params: batch_id int8
with bad as (
	delete from stage s using relation_in r where r.letter_no = s.letter_no and (r.person_id <> s.person_id or r.state not in ('letter', 'taken')
		or s.to_month < s.from_month or s.row_no not between 1 and s.row_count or s.row_count > 999)
	returning s.line, r.person_id <> s.person_id as is_other, r.state not in ('letter', 'taken') as is_closed, s.to_month < s.from_month as is_back
)
insert into reject (batch_id, line, column_name, reason, detail)
select $1, line, case when is_other or is_closed then 'letter_no' when is_back then 'to_month' else 'row_no' end, 'contradiction',
	case when is_other then 'the letter is about somebody else' when is_closed then 'no form is awaited for this letter'
		when is_back then 'is before from_month' else 'is not one of the rows' end from bad;

-- Money that came or went concerns who the letter is about.
-- statement: in_money
-- params: batch_id int8
insert into touched (person_id, batch_id, region_code)
select distinct r.person_id, 0::bigint, r.region_code from stage s join (select person_id, letter_no, region_code from relation_in
	union all select person_id, letter_no, region_code from relation_out) r on r.letter_no = s.project
where $1::bigint is not null on conflict do nothing;

-- statement: in_fen
-- params: yuan text
-- columns: fen text
select relation_fen($1)::text as fen;
