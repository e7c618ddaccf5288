-- One run of the judge: touched persons get new facts, whoever is touched or due is judged, and the answers are
-- compared with what stands.  What is written is written by functions of the schema (functions.sql); the
-- tables taken, checked and found of the session are theirs, todo and who are ours.

-- statement: judge_open
-- params: day date, force bool
-- columns: day text
select judge_open($1, $2)::text as day;

-- statement: judge_setting
-- params: name text
-- columns: value text
select value from setting where name = $1;

-- statement: judge_round
-- columns: done void
select judge_round() as done;

-- Whoever has new facts or a check that is due.
-- statement: judge_who
-- params: day date
create temp table who on commit drop as
select person_id from todo
union select person_id from person_pack where next_check <= $1::date;

-- Whoever has new facts has them in one piece, too.
-- statement: judge_count_who
-- columns: n int8, registered int8
select (select count(*) from who), (select count(*) from who) + (select count(*) from todo t
	where not exists (select from person_pack k where k.person_id = t.person_id));

-- Rows that were there when everyone was judged last do not go: only when there are fewer are persons counted.
-- statement: judge_count_all
-- columns: n int8, registered int8
select k.n, case when k.n < (select value::bigint from setting where name = 'packed')
	then (select count(*) from person) else k.n end
from (select count(*) as n from person_pack) k;

-- statement: judge_apply
-- params: day date, failed text[], automatic text[]
-- columns: done void
select judge_apply($1, $2, $3) as done;

-- statement: judge_settle
-- params: task_type text, day date, book_hash text
-- columns: n int8
select judge_settle($1, $2, $3) as n;

-- statement: judge_untouch
-- columns: done void
select judge_untouch() as done;

-- statement: judge_close
-- params: day date, book_hash text, fact_columns text, next_edge date, packed int8
-- columns: done void
select judge_close($1, $2, $3, $4, $5) as done;

-- statement: judge_counts
-- columns: open_tasks int8
select count(*) as open_tasks from task where state in ('open', 'proposed');

-- statement: judge_count_findings
-- columns: findings int8
select count(*) as findings from finding;
