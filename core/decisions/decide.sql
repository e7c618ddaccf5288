-- statement: decide_send
-- params: request uuid, person_id int8, rule_id text, cause text, ver int4, event text, reason text, note text
-- columns: decision_id int8, state text, ver int4, repeated bool
select d.decision_id, d.state, d.ver, d.repeated
from decide($1::uuid, $2::bigint, $3::text, $4::text, $5::int, $6::text, $7::text, $8::text) d
limit 1;

-- statement: decide_version
-- params: person_id int8, rule_id text, cause text
-- columns: ver int4
select t.ver from task t where t.person_id = $1 and t.rule_id = $2 and t.cause = $3 limit 1;

-- The next task that nobody else has in hand, after the one whose key is given; see claim.sql.
-- statement: task_claim_next
-- params: due date, priority int4, opened_on date, person_id int8, rule_id text, cause text, task_type text
-- columns: person_id int8, rule_id text, cause text
select n.person_id, n.rule_id, n.cause from task_claim_next($1::date, $2::int, $3::date, $4::bigint, $5::text, $6::text,
	$7::text) n limit 1;

-- statement: task_claim_take
-- params: person_id int8, rule_id text, cause text
-- columns: login text, until timestamptz
select c.login::text, c.until from task_claim_take($1::bigint, $2::text, $3::text) c limit 1;

-- statement: task_claim_leave
-- params: person_id int8, rule_id text, cause text
-- columns: n int8
select task_claim_leave($1::bigint, $2::text, $3::text) as n;
