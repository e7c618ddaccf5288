-- What the night looks for in what is kept: stuck, orphaned, contradictory.  Each is a finder; three of them know a
-- repair (repair.sql), which two persons carry out.

-- A proposal nobody settles.
-- statement: check_stuck
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select d.person_id, 0::bigint as subject_id, d.rule_id || ' ' || d.cause as cause,
	jsonb_build_array('%s: proposed on %s, nobody has settled it', d.rule_id, d.business_day::text)::text as say,
	null::date as due, d.proposed_fen as monthly_fen,
	jsonb_build_object('rule', d.rule_id, 'proposed_on', d.business_day, 'author', d.author) as inputs
from decision d where d.outcome = 'proposed' and d.business_day < $1::date - coalesce((select value::int
	from policy_number where name = 'work.stuck_days'), 14);

-- Rows of a file that were accepted and are not applied.
-- statement: check_rows
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select 0::bigint as person_id, 0::bigint as subject_id, r.batch_id::text as cause,
	jsonb_build_array('%s rows of %s were accepted and are not applied', count(*)::text, b.file_name)::text as say,
	null::date as due, null::bigint as monthly_fen, jsonb_build_object('load', r.batch_id, 'rows', count(*)) as inputs
from staged_row r join batch b using (batch_id) where r.state = 'accepted' and $1::date is not null
group by r.batch_id, b.file_name;

-- Persons whose facts could not be made stay touched.
-- statement: check_facts
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select t.person_id, 0::bigint as subject_id, t.subject || ' ' || t.subject_id as cause,
	jsonb_build_array('facts of this person cannot be made: nothing new is judged')::text as say, null::date as due,
	null::bigint as monthly_fen, jsonb_build_object('subject', t.subject) as inputs
from touched t where t.batch_id = 0 and t.person_id <> 0 and $1::date is not null;

-- A hold of a proposal that no longer waits.
-- statement: check_hold
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select h.person_id, 0::bigint as subject_id, h.hold_id::text as cause,
	jsonb_build_array('a hold of %s is left of a proposal that waits no more: it would be lifted', h.rule_id)::text as say,
	null::date as due, null::bigint as monthly_fen, jsonb_build_object('hold', h.hold_id, 'rule', h.rule_id,
		'from_period', h.from_period) as inputs
from hold h join decision d using (person_id, decision_id)
where h.state = 'provisional' and d.outcome <> 'proposed' and $1::date is not null;

-- Open work for which there is no reason any more, and a reason for which there is no work.
-- statement: check_task
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select t.person_id, 0::bigint as subject_id, t.rule_id || ' ' || t.cause as cause,
	jsonb_build_array('a task of %s is open without a reason: it would be withdrawn', t.rule_id)::text as say,
	null::date as due, null::bigint as monthly_fen, jsonb_build_object('rule', t.rule_id, 'opened_on', t.opened_on) as inputs
from task t join task_state s on s.state = t.state and s.kind = 'open'
where $1::date is not null and t.rule_id not like 'check.%' and not exists (select from finding f
	where f.person_id = t.person_id and f.rule_id = t.rule_id and f.cause = t.cause);

-- statement: check_finding
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select f.person_id, 0::bigint as subject_id, f.rule_id || ' ' || f.cause as cause,
	jsonb_build_array('a finding of %s has no task: it would be opened', f.rule_id)::text as say,
	null::date as due, f.monthly_fen, jsonb_build_object('rule', f.rule_id, 'found_on', f.found_on) as inputs
from finding f where $1::date is not null and f.task_type in (select task_type from task_move)
	and f.task_type not in (select task_type from work_off)
	and not f.rule_id = any ((select rules_held($1))::text[]) and not exists (select from task t
		where t.person_id = f.person_id and t.rule_id = f.rule_id and t.cause = f.cause);

-- Kept back by one hold and due, stopped by another.
-- statement: check_arrears
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select a.person_id, 0::bigint as subject_id, a.arrears_id::text as cause,
	jsonb_build_array('arrears of %s yuan are due, and %s stops the pension from %s',
		to_char(a.amount_fen / 100.0, 'FM999999990.00'), h.rule_id, h.from_period::text)::text as say,
	null::date as due, null::bigint as monthly_fen, jsonb_build_object('arrears_fen', a.amount_fen, 'rule', h.rule_id) as inputs
from arrears a join hold h using (person_id)
where $1::date is not null and a.state = 'due' and h.state = 'final' and h.hold_id <> a.hold_id
	and h.from_period <= a.to_period;

-- A person in an area that nobody knows.
-- statement: check_area
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select p.person_id, 0::bigint as subject_id, p.region_code::text as cause,
	jsonb_build_array('no area has the code %s', p.region_code::text)::text as say, null::date as due,
	null::bigint as monthly_fen, jsonb_build_object('area', p.region_code) as inputs
from person p where $1::date is not null and not exists (select from region g where g.region_code = p.region_code);

-- Decisions of the night's sample that do not come out as they were decided.
-- statement: check_replay
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select r.person_id, 0::bigint as subject_id, r.rule_id || ' ' || r.cause as cause,
	jsonb_build_array('%s does not come out as it was decided: %s', r.rule_id, r.what)::text as say, null::date as due,
	null::bigint as monthly_fen, jsonb_build_object('rule', r.rule_id, 'what', r.what) as inputs
from replay_difference r where $1::date is not null;
