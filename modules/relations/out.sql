-- What staff see of transfers out and of the money to other places, and the steps they take.

-- statement: out_receive
-- params: person_id int8, letter text, place text, office text, account text
-- columns: letter text
select relation_receive($1, $2, $3, $4, $5) as letter;

-- statement: out_wages
-- params: person_id int8, letter text, wages int8
-- columns: letter text
select relation_wages($1, $2, $3) as letter;

-- statement: out_taken_back
-- params: person_id int8, letter text, why text
-- columns: letter text
select relation_taken_back($1, $2, $3) as letter;

-- statement: out_sent_back
-- params: person_id int8, letter text, why text
-- columns: letter text
select relation_sent_back($1, $2, $3) as letter;

-- Letters of other places about a person, or all that wait or whose money has not gone.
-- statement: out_list
-- params: person_id int8
-- columns: mark text, received_on date, name text, letter_no text, place text, office text, state text, due date, total_fen int8, sent_fen int8, why text, person_id int8
select case when o.state = 'asked' and (relation_out_bar(o.person_id) is not null or d.due < business_day()) then '!' else '' end, o.received_on,
	p.name, o.letter_no, o.place, o.office, case when o.back_why is not null then 'sent back' when o.state = 'asked' then 'to decide' else o.state end,
	case when o.state = 'asked' then d.due end, (o.closed ->> 'total_fen')::bigint, m.sent_fen, coalesce(o.back_why, nullif(o.why, ''), case o.state
		when 'asked' then relation_out_bar(o.person_id) end, ''), o.person_id
from relation_out o join person p using (person_id) join relation_money_now m using (person_id, letter_no)
cross join lateral (select due_on(o.received_on, 0, relation_days('transfer')) as due) d
where case when $1::bigint is null then o.state = 'asked' or o.back_why is not null or m.due_fen <> m.sent_fen - m.back_fen
	else o.person_id = $1 end
order by o.state <> 'asked', d.due, o.person_id, o.letter_no limit 500;

-- statement: out_head
-- params: person_id int8, letter text
-- columns: letter_no text, name text, office text, place text, account_no text, state text, months_before int4, wages_fen int8, account_fen int8, bar text, person_id int8
select o.letter_no, p.name, o.office, o.place, o.account_no, case o.state when 'asked' then 'to decide' else o.state end, m.months_before,
	o.wages_fen, m.account_fen, coalesce(case o.state when 'asked' then relation_out_bar(o.person_id) end, ''), o.person_id
from relation_out o join person p using (person_id) left join lateral relation_member(o.person_id) m on true
where o.person_id = $1 and o.letter_no = $2;

-- The rows of the form: as it was made, or as it would be now.
-- statement: out_rows
-- params: person_id int8, letter text
-- columns: nth int4, from_period int4, to_period int4, base_fen int8, account_fen int8, pooled_fen int8
select s.nth, s."from", s."to", s.base_fen, s.account_fen, s.pooled_fen from relation_out o cross join lateral jsonb_to_recordset(
	coalesce(o.closed, relation_plan_out(o.person_id, o.letter_no)) -> 'spans') s (nth int, "from" int, "to" int, base_fen bigint,
	account_fen bigint, pooled_fen bigint)
where o.person_id = $1 and o.letter_no = $2 order by s.nth limit 999;

-- statement: out_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select r.person_id, 0::int8 as subject_id, r.cause, r.say, coalesce(r.due, due_on($1::date, c.days, c.working_days)) as due,
	null::int8 as monthly_fen, '{}'::jsonb as inputs
from (select * from relation_out_found() union all select * from relation_pay_found($1::date)) r {scope}
left join work_clock c on c.kind = case r.what when 'relations.back' then 'relation_back' else 'relation_money' end
where r.what = '{rule}';

-- statement: out_unknown
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select 0::int8 as person_id, 0::int8 as subject_id, u.letter_no || ' ' || u.fen as cause, jsonb_build_array(
	'the account has %s yuan with the number %s, which no letter has', yuan_text(u.fen), u.letter_no)::text as say,
	due_on($1::date, c.days, c.working_days) as due, null::int8 as monthly_fen, '{}'::jsonb as inputs
from relation_unknown() u left join work_clock c on c.kind = 'relation_money';

-- The form as the file that the other place's system reads.
-- statement: out_file
-- params: person_id int8, letter text
-- columns: lines text
select 'letter_no,id_no,name,row_no,row_count,from_month,to_month,base,account,pooled' || E'\n' || string_agg(concat_ws(',',
	csv_text(o.letter_no), (select min(i.id_no) from person_ident i where i.person_id = p.person_id and not i.is_former),
	csv_text(p.name), s.nth, jsonb_array_length(o.closed -> 'spans'), period_text(s."from"), period_text(s."to"), yuan_text(s.base_fen),
	yuan_text(s.account_fen), yuan_text(s.pooled_fen)) || E'\n', '' order by s.nth) as lines
from relation_out o join person p using (person_id) cross join lateral jsonb_to_recordset(o.closed -> 'spans') s (nth int, "from" int, "to" int,
	base_fen bigint, account_fen bigint, pooled_fen bigint)
where o.person_id = $1 and o.letter_no = $2 and o.state = 'done';

-- The answer as paper: the form, or why there is none.
-- statement: out_paper
-- params: person_id int8, letter text
-- columns: lines text
select concat_ws(E'\n', o.decided_on, jsonb_build_array(case o.state when 'done' then 'Information form of an insurance relation'
		else 'Answer to a letter of acceptance' end), '', jsonb_build_array('To: %s (%s)', o.office, o.place),
	jsonb_build_array('Number of the letter: %s', o.letter_no), jsonb_build_array('Name: %s', p.name),
	jsonb_build_array('Citizen identity number: %s', (select min(i.id_no) from person_ident i where i.person_id = p.person_id
		and not i.is_former)), '', case o.state when 'refused' then jsonb_build_array('The relation is not transferred: %s', o.why)::text
	else (select string_agg(jsonb_build_array('%s to %s: base %s, account %s, pooled %s', period_text(s."from"), period_text(s."to"),
			yuan_text(s.base_fen), yuan_text(s.account_fen), yuan_text(s.pooled_fen))::text, E'\n' order by s.nth)
		from jsonb_to_recordset(o.closed -> 'spans') s (nth int, "from" int, "to" int, base_fen bigint, account_fen bigint, pooled_fen bigint))
	end, case o.state when 'done' then jsonb_build_array('%s months in all; account %s and pooled %s are sent to the account %s.',
		o.closed ->> 'months', yuan_text((o.closed ->> 'account_fen')::bigint), yuan_text((o.closed ->> 'pooled_fen')::bigint), o.account_no)
	end) as lines
from relation_out o join person p using (person_id) where o.person_id = $1 and o.letter_no = $2 and o.state in ('done', 'refused');

-- statement: out_lists
-- columns: list_id int8, state text, rows int8, amount_fen int8, made_by text, approved_by text, approved_on date
select l.list_id, l.state, l.rows, l.amount_fen, l.made_by, l.approved_by, l.approved_on
from remit_shown l where l.kind = 'relation' order by l.list_id desc limit 100;

-- statement: out_list_rows
-- params: list int8
-- columns: name text, letter_no text, kind text, office text, account_no text, amount_fen int8, person_id int8
select p.name, r.ref, 'relation_' || r.what, r.payee, r.account, r.amount_fen, r.person_id from remit_line r join person p using (person_id)
where r.list_id = $1 order by r.ref, r.person_id limit 1000;
