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
