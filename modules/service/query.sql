-- Questions to other offices: what the day's work finds, and what screens and verbs show.

-- An answer that nobody has read, or one that does not come.
-- statement: query_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select v.person_id, 0::bigint as subject_id, v.query_no || case when v.answer is null then ' late' else '' end as cause, query_say(v) as say,
	case when v.answer is null then v.due else due_on(v.answered_on, 0, 5) end as due, null::bigint as monthly_fen,
	jsonb_build_object('purpose', v.purpose, 'ground', v.ground) as inputs
from query_now v where v.stand = 'answered' or v.stand = 'open' and v.due < $1::date;

-- statement: query_ask
-- params: person_id int8, source text, what text, purpose text
-- columns: query_no text
select query_ask($1, $2, $3, $4) as query_no;

-- statement: query_withdraw
-- params: person_id int8, query_no text
-- columns: query_no text
select query_withdraw($1, $2) as query_no;

-- statement: query_answer
-- params: person_id int8, query_no text, answer text
-- columns: query_no text
select query_answer($1, $2, $3) as query_no;

-- statement: query_unsent
-- params: source text
-- columns: queries text
select query_unsent($1) as queries;

-- statement: query_text
-- params: source text, queries text
-- columns: body text
select query_text($1, $2) as body;

-- statement: query_sent
-- params: source text, queries text
-- columns: n int8
select query_sent($1, $2) as n;

-- Questions about a person, or all that wait.
-- statement: query_list
-- params: person_id int8
-- columns: mark text, asked_on date, query_no text, name text, source text, what text, purpose text, due date, stand text, sent_on date, answer text, who text, ground text, person_id int8
select case when n.stand = 'open' and n.due < business_day() then '!' else '' end, n.asked_on, n.query_no, p.name, n.source, n.what, n.purpose,
	n.due, n.stand, n.sent_on, coalesce(n.answer, ''), n.who::text, n.ground, n.person_id
from query_now n join person p using (person_id)
where case when $1::bigint is null then n.stand = 'open' else n.person_id = $1 end
order by n.stand <> 'open', n.asked_on desc, n.query_no desc limit 200;
