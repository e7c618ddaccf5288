-- Refunds to employers that keep their posts: what staff see, and the steps they take.

-- statement: retention_ask
-- params: unit_no text, year int4, size text, laid_off int4, account text
-- columns: unit text
select retention_ask($1, $2, $3, $4, $5) as unit;

-- statement: retention_withdraw
-- params: unit_no text, year int4
-- columns: unit_no text
select retention_withdraw($1, $2) as unit_no;

-- What waits for the rule of the office's place: place, employer, year, size, yuan paid, months, insured, laid off.
-- statement: retention_unworked
-- columns: lines text
select coalesce(string_agg(concat_ws(E'\t', coalesce('CN-' || (select value from setting where name = 'region'), 'CN'),
	r.unit_no, r.year, r.size, yuan_text(r.paid_fen), r.months, r.insured, r.laid_off), E'\n'
	order by r.unit_no, r.year), '') as lines
from (select * from retention where state = 'open' order by amount_fen nulls first, unit_no limit 1000) r;

-- statement: retention_worked
-- params: answers text
-- columns: rows int8
select retention_worked($1) as rows;

-- statement: retention_list
-- columns: unit_no text, unit text, year int4, state text, paid_fen int8, amount_fen int8, sent_fen int8, why text
select r.unit_no, r.unit, r.year, r.state, r.paid_fen, r.amount_fen, r.sent_fen, r.why from retention r
order by r.state <> 'open', r.applied_on desc, r.unit_no limit 500;

-- statement: retention_file
-- columns: lines text
select retention_file() as lines;

-- statement: retention_sent
-- params: lines text
-- columns: rows int8
select retention_sent($1) as rows;

-- statement: retention_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select 0::int8 as person_id, 0::int8 as subject_id, retention_cause(r) as cause, jsonb_build_array(case r.why
		when 'granted' then '%s asks for %s of the %s yuan that were paid for %s: %s of %s insured were laid off'
		when 'no_rule' then '%s asks for a refund, %s of %s yuan paid for %s (%s of %s laid off): no rule for it is in force here'
		when 'months' then '%s asks for a refund, %s of %s yuan paid for %s (%s of %s laid off): too few months are paid'
		else '%s asks for a refund, %s of %s yuan paid for %s (%s of %s laid off): too many were laid off' end, r.unit, yuan_text(r.amount_fen),
		yuan_text(r.paid_fen), r.year::text, r.laid_off::text, r.insured::text)::text as say,
	due_on(r.applied_on, c.days, c.working_days) as due, r.amount_fen as monthly_fen,
	jsonb_build_object('unit_no', r.unit_no, 'amount_fen', r.amount_fen, 'why', r.why) as inputs
from retention r left join work_clock c on c.kind = 'retention' where r.state = 'open' and r.amount_fen is not null and $1::date is not null;

-- statement: retention_back
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select 0::int8 as person_id, 0::int8 as subject_id, w.cause, w.say, due_on($1::date, c.days, c.working_days) as due,
	null::bigint as monthly_fen, '{}'::jsonb as inputs
from retention_wrong w left join work_clock c on c.kind = 'retention_back';
