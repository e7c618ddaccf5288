-- One run of the judge: touched persons get new facts, whoever is touched or due is judged, and the answers are
-- compared with what stands.  What is written is written by functions of the schema (functions.sql); the tables
-- taken, packing, checked, found and scope of the session are theirs, todo and who are ours.  {s} is the subject's
-- name.

-- statement: judge_open
-- params: day date, force bool
-- columns: day text
select judge_open($1, $2)::text as day;

-- statement: judge_day
-- params: day date, force bool
-- columns: day text
select judge_day($1, $2)::text as day;

-- statement: judge_setting
-- params: name text
-- columns: value text
select value from setting where name = $1;

-- Whether anything of a subject waits: touched, due, or with a window that has moved.
-- statement: judge_waits
-- params: day date, subject text
-- columns: waits bool
select exists (select from touched where subject = $2)
	or exists (select from {s}_pack where next_check <= $1::date)
	or exists (select from {s}_fact where facts_until <= $1::date) as waits;

-- statement: judge_round
-- params: subject text
-- columns: done void
select judge_round($1) as done;

-- Whoever has new facts or a check that is due.
-- statement: judge_who
-- params: day date
create temp table who on commit drop as
select {s}_id as id from todo
union select {s}_id from {s}_pack where next_check <= $1::date;

-- Whoever has new facts has them in one piece, too.
-- statement: judge_count_who
-- columns: n int8, registered int8, news int8
select (select count(*) from who), (select count(*) from who) + (select count(*) from todo t
	where not exists (select from {s}_pack k where k.{s}_id = t.{s}_id)
		and not exists (select from packing p where p.subject_id = t.{s}_id)),
	(select count(*) from packing);

-- Rows that were there when everyone was judged last do not go: only when there are fewer are they counted.  Materialized:
-- otherwise a million rows are counted wherever n stands.
-- statement: judge_count_all
-- params: setting text
-- columns: n int8, registered int8, news int8
with k as materialized (select (select count(*) from {s}_pack) + (select count(*) from packing p where not exists (select from {s}_pack k
		where k.{s}_id = p.subject_id)) as n, (select count(*) from packing) as news)
select k.n, case when k.n < coalesce((select value::bigint from setting where name = $1), 0)
	then (select count(*) from {b}) else k.n end, k.news from k;

-- statement: judge_apply
-- params: subject text, day date, failed text[], automatic text[]
-- columns: done void
select judge_apply($1, $2, $3, $4) as done;

-- statement: judge_settle
-- params: task_type text, day date, book_hash text
-- columns: n int8
select judge_settle($1, $2, $3) as n;

-- statement: judge_untouch
-- params: subject text
-- columns: done void
select judge_untouch($1) as done;

-- statement: judge_packed
-- params: subject text, packed int8
-- columns: done void
select judge_packed($1, $2) as done;

-- statement: judge_found
-- params: whole text[], scoped text[], day date
-- columns: n int8
select judge_found($1, $2, $3) as n;

-- Has a calculation said anything of anybody, or does anything stand of the finders that look at it?
-- statement: judge_asked
-- params: rules text[]
-- columns: matters bool
select exists (select from asked) or exists (select from finding where rule_id = any($1::text[])) as matters;

-- statement: judge_close
-- params: day date, book_hash text, fact_columns text, next_edge date
-- columns: done void
select judge_close($1, $2, $3, $4) as done;

-- statement: judge_counts
-- columns: open_tasks int8
select count(*) as open_tasks from task where state in (select state from task_state where kind <> 'final');

-- statement: judge_count_findings
-- columns: findings int8
select count(*) as findings from finding;

-- statement: day_undo
-- params: day date, why text
-- columns: day text, findings int8, tasks int8, settled int8, stands int8
select u.day::text, u.findings, u.tasks, u.settled, u.stands from day_undo($1, $2) u limit 1;
