-- Joint cases: what the day's work finds, and what screens and verbs show.

-- statement: joint_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select v.person_id, 0::bigint as subject_id, v.case_no || ' ' || v.partner as cause, joint_say(v.kind, v.partner) as say, v.due,
	null::bigint as monthly_fen, '{}'::jsonb as inputs
from joint_now v {scope} where v.stand = 'open' and v.opened_on <= $1::date;

-- statement: joint_open
-- params: person_id int8, kind text
-- columns: case_no text
select joint_open($1, $2) as case_no;

-- From the person's page, by one key.
-- statement: joint_open_death
-- params: person_id int8
-- columns: case_no text
select joint_open($1, 'death') as case_no;

-- statement: joint_withdraw
-- params: person_id int8, case_no text
-- columns: case_no text
select joint_withdraw($1, $2) as case_no;

-- statement: joint_unsent
-- params: partner text
-- columns: cases text
select joint_unsent($1) as cases;

-- statement: joint_text
-- params: partner text, cases text
-- columns: body text
select joint_text($1, $2) as body;

-- statement: joint_sent
-- params: partner text, cases text
-- columns: n int8
select joint_sent($1, $2) as n;

-- Parts of a person's cases, or all that wait.
-- statement: joint_parts
-- params: person_id int8
-- columns: mark text, opened_on date, case_no text, name text, kind text, partner text, due date, stand text, sent_on date, answered_on date, detail text, person_id int8
select case when n.stand = 'open' and n.due < business_day() then '!' else '' end, n.opened_on, n.case_no, p.name, n.kind, n.partner, n.due,
	n.stand, n.sent_on, n.answered_on, n.detail, n.person_id
from joint_now n join person p using (person_id)
where case when $1::bigint is null then n.stand = 'open' else n.person_id = $1 end
order by n.stand <> 'open', n.due, n.case_no, n.partner limit 200;

-- Whose death is known: a case can be opened.
-- statement: joint_can
-- params: person_id int8
-- columns: died_on date, open int8, person_id int8
select f.died_on, (select count(*) from joint_now n where n.person_id = f.person_id and n.stand = 'open'), f.person_id
from person_fact f where f.person_id = $1 and f.died_on is not null limit 1;
