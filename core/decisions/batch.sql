-- Many decisions as one.

-- statement: batch_propose
-- params: batch uuid, task_type text, reason text, note text, rule text, region int4
-- columns: batch_id uuid, tasks int4, monthly_fen int8, outcome text, author name, approver name, digest text
select batch_id, tasks, monthly_fen, outcome, author, approver, digest
from batch_propose($1, $2, $3, $4, $5, $6);

-- statement: batch_settle
-- params: batch uuid, digest text, event text, reason text
-- columns: batch_id uuid, tasks int4, monthly_fen int8, outcome text, author name, approver name, digest text
select batch_id, tasks, monthly_fen, outcome, author, approver, digest
from batch_settle($1, $2, $3, $4);

-- statement: batch_list
-- params: batch uuid
-- columns: batch_id uuid, tasks int4, monthly_fen int8, outcome text, author name, approver name, digest text, task_type text, at text
select batch_id, tasks, monthly_fen, outcome, author, approver, digest, task_type,
	to_char(at, 'YYYY-MM-DD HH24:MI')
from decision_batch where $1::uuid is null or batch_id = $1 order by at desc limit 200;

-- statement: batch_rows
-- params: batch uuid
-- columns: name text, region text, monthly_fen int8, say text, person_id int8, rule_id text, cause text
select p.name, coalesce(g.name, r.region_code::text), r.monthly_fen, coalesce(f.say, ''),
	r.person_id, r.rule_id, r.cause
from decision_batch_row r join person p using (person_id)
left join finding f using (person_id, rule_id, cause)
left join region g on g.region_code = r.region_code
where r.batch_id = $1 order by abs(r.monthly_fen) desc, r.person_id, r.rule_id, r.cause;
