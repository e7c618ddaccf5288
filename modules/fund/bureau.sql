-- Requests to the finance bureau: their file of answers, what the night finds, what screens and verbs show and do.

-- statement: fund_answers
-- params: batch_id int8
insert into fund_answer (request_no, scheme, granted_fen, why, answered_on, batch_id, line)
select s.request_no, s.scheme, s.granted, coalesce(s.why, ''), s.answered_on, $1, min(s.line)
from stage s group by s.request_no, s.scheme, s.granted, s.why, s.answered_on order by min(s.line);

-- statement: bureau_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select 0::int8 as person_id, 0::int8 as subject_id, f.cause, f.say::text as say, null::date as due, 0::int8 as monthly_fen,
	'{}'::jsonb as inputs
from fund_request_found($1::date) f where f.what = '{rule}';

-- statement: bureau_make
-- params: period int4
-- columns: request_no text
select fund_request_make($1) as request_no;

-- statement: bureau_approve
-- params: request_no text
-- columns: request_no text
select fund_request_approve($1) as request_no;

-- statement: bureau_withdraw
-- params: request_no text, why text
-- columns: request_no text
select fund_request_withdraw($1, $2) as request_no;

-- statement: bureau_answer
-- params: request_no text, scheme text, yuan text, why text, day date
-- columns: n int8
select fund_answer_note($1, $2, fund_fen($3), $4, $5) as n;

-- statement: bureau_answer_form
-- params: request_no text, scheme text, granted int8, why text, answered_on date
-- columns: n int8
select fund_answer_note($1, $2, $3, $4, $5) as n;

-- statement: bureau_granted
-- params: request_no text
-- columns: n int8
select fund_answer_note($1, null, null, null, null) as n;

-- statement: bureau_list
-- params:
-- columns: mark text, request_no text, period int4, stand text, asked_fen int8, granted_fen int8, received_fen int8, due date, who text, approved_by text
select case when n.stand in ('in part', 'denied') or n.stand = 'unanswered' and n.due < business_day()
		or n.stand <> 'withdrawn' and fund_request_moved(n.request_no) is not null then '!' when n.stand = 'drafted' then '*' else '' end,
	n.request_no, n.period, n.stand, n.asked_fen, n.granted_fen, n.received_fen, n.due, n.who::text, n.approved_by::text
from fund_request_now n order by n.stand not in ('drafted', 'unanswered', 'allowed'), n.at desc, n.request_no desc limit 200;

-- statement: bureau_head
-- params: request_no text
-- columns: request_no text, period int4, stand text, who text, approved_by text, approved_on date, due date, why text, digest text
select n.request_no, n.period, n.stand, n.who::text, n.approved_by::text, n.approved_on, n.due, coalesce(n.why, ''), n.digest
from fund_request_now n where n.request_no = $1;

-- statement: bureau_parts
-- params: request_no text
-- columns: mark text, scheme text, lines int8, asked_fen int8, granted_fen int8, answered_on date, received_fen int8, left_fen int8, why text, request_no text
select case when p.granted_fen <> p.asked_fen or p.received_fen > coalesce(p.granted_fen, 0) then '!' else '' end, p.scheme, p.lines,
	p.asked_fen, p.granted_fen, p.answered_on, p.received_fen, case when p.state = 'withdrawn' then 0 else p.asked_fen - p.received_fen end, p.why, p.request_no
from fund_request_part p where p.request_no = $1 order by p.scheme;

-- statement: bureau_runs
-- params: request_no text
-- columns: mark text, run int8, period int4, nth int4, state text, amount_fen int8, digest text
select case when r.digest is distinct from x.digest or r.state in ('open', 'gated', 'taken_back') then '!' else '' end, x.run_id,
	r.period, r.nth, r.state, r.amount_fen, x.digest
from fund_request_run x join pay_run r using (run_id) where x.request_no = $1 order by x.run_id;

-- Every word of the bureau, the one that counts first.
-- statement: bureau_words
-- params: request_no text
-- columns: scheme text, answered_on date, granted_fen int8, why text, who text, at text
select a.scheme, a.answered_on, a.granted_fen, a.why, case when a.batch_id > 0 then 'file' else a.who::text end,
	to_char(office_time(a.at), 'YYYY-MM-DD HH24:MI')
from fund_answer a where a.request_no = $1 order by a.scheme, a.answered_on desc, a.at desc, a.line desc, a.answer_id desc limit 200;
