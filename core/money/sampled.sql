-- What the program asks of the sample.

-- statement: sample_draw
-- params: run int8, most int4
-- columns: drawn int8
select pay_sample_draw($1, $2) as drawn;

-- statement: sample_told
-- params: person_id int8, run int8, kind text, right_fen int8
-- columns: state text
select pay_sample_told($1, $2, $3, $4) as state;

-- statement: sample_list
-- params: run int8
-- columns: mark text, name text, kind text, period int4, amount_fen int8, right_fen int8, wrong_fen int8, done_on date, person_id int8
select case when s.done_on is null then '' when s.right_fen <> s.amount_fen then '!' else '' end, p.name, s.kind, s.period, s.amount_fen,
	case when s.done_on is not null then s.right_fen end,
	case when s.done_on is not null then s.amount_fen - s.right_fen end, s.done_on, s.person_id
from pay_sample s join person p using (person_id) where s.run_id = $1 order by s.done_on nulls first, p.name, s.person_id limit 1000;

-- statement: sample_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select s.person_id, 0::int8 as subject_id, pay_sample_cause(s) as cause, pay_sample_say(s) as say,
	due_on($1::date, c.days, c.working_days) as due, null::bigint as monthly_fen, '{}'::jsonb as inputs
from pay_sample s {scope} left join work_clock c on c.kind = 'pay_sample' where s.done_on is null;
