-- One run of the judge: touched persons get new facts, whoever is touched or due is judged, and the
-- answers are compared with what stands.  All tables made here belong to the session.

-- statement: judge_lock
-- columns: locked void
select pg_advisory_xact_lock(5747001);

-- statement: judge_setting
-- params: name text
-- columns: value text
select value from setting where name = $1;

-- statement: judge_set
-- params: name text, value text
insert into setting (name, value) values ($1, $2)
on conflict (name) do update set value = excluded.value where setting.value <> excluded.value;

-- Whoever has new facts or a check that is due.
-- statement: judge_who
-- params: day date
create temp table who on commit drop as
select person_id from todo
union select person_id from person_pack where next_check <= $1::date;

-- The comparison joins them both ways: without this the planner takes them for tiny.
-- statement: judge_analyze_results
analyze checked, found;

-- statement: judge_count_who
-- columns: n int8
select count(*) as n from who;

-- statement: judge_count_all
-- columns: n int8
select count(*) as n from person_pack;

-- statement: judge_results
create temp table checked (person_id bigint, next_check date, judged bigint) on commit drop;

-- statement: judge_results_found
create temp table found (person_id bigint, rule_id text, cause text, task_type text, due date,
	say text, monthly_fen bigint, inputs text, rule_hash text) on commit drop;

-- statement: judge_checked
update person_pack k set next_check = c.next_check, judged = c.judged
from checked c where k.person_id = c.person_id;

-- Somebody may be looking at a task whose finding has changed: its version tells.
-- statement: judge_changed
with news as (
	select n.*, (f.say, f.inputs, f.monthly_fen) is distinct from (n.say, n.inputs, n.monthly_fen)
		as is_other
	from found n join finding f using (person_id, rule_id, cause)
	where (f.say, f.inputs, f.rule_hash, f.due, f.monthly_fen) is distinct from
		(n.say, n.inputs, n.rule_hash, coalesce(n.due, f.due), n.monthly_fen)
), kept as (
	update finding f set due = coalesce(n.due, f.due), say = n.say, inputs = n.inputs,
		rule_hash = n.rule_hash, monthly_fen = n.monthly_fen
	from news n where f.person_id = n.person_id and f.rule_id = n.rule_id and f.cause = n.cause
)
update task t set ver = t.ver + 1 from news n
where n.is_other and t.person_id = n.person_id and t.rule_id = n.rule_id and t.cause = n.cause
	and t.state in ('open', 'proposed');

-- A cause that has vanished takes its open task with it; what is proposed stays, to be refused or taken back.
-- statement: judge_gone
-- params: failed text[], day date
with gone as (
	delete from finding f using checked c
	where c.person_id = f.person_id and f.rule_id <> 'feed.match'
		and not f.rule_id = any ($1::text[])
		and not exists (select from found n where n.person_id = f.person_id
			and n.rule_id = f.rule_id and n.cause = f.cause)
	returning f.person_id, f.rule_id, f.cause
)
update task t set state = case t.state when 'open' then 'withdrawn' else t.state end, ver = t.ver + 1,
	closed_on = case t.state when 'open' then $2::date end
from gone g
where t.person_id = g.person_id and t.rule_id = g.rule_id and t.cause = g.cause
	and t.state in ('open', 'proposed');

-- Clocks end on a day that is worked out once for each kind of task, not for each row.  What is about no
-- person belongs to area 0, the whole.
-- statement: judge_new
-- params: day date
with clock as materialized (select task_type, priority, due_on($1::date, days, working_days) as due
	from task_type)
insert into finding (person_id, rule_id, cause, region_code, task_type, due, say, inputs,
	rule_hash, found_on, monthly_fen)
select n.person_id, n.rule_id, n.cause, coalesce(p.region_code, 0), n.task_type,
	coalesce(n.due, t.due, due_on($1::date, 20, null)), n.say, n.inputs, n.rule_hash, $1::date,
	n.monthly_fen
from found n left join person_fact p using (person_id)
left join clock t on t.task_type = n.task_type
where not exists (select from finding f where f.person_id = n.person_id
	and f.rule_id = n.rule_id and f.cause = n.cause)
on conflict do nothing;

-- statement: judge_tasks
-- params: automatic text[], day date
with clock as materialized (select task_type, priority, due_on($2::date, days, working_days) as due
	from task_type)
insert into task (person_id, rule_id, cause, region_code, task_type, due, priority, opened_on)
select n.person_id, n.rule_id, n.cause, coalesce(p.region_code, 0), n.task_type,
	coalesce(n.due, t.due, due_on($2::date, 20, null)), coalesce(t.priority, 5), $2::date
from found n left join person_fact p using (person_id)
left join clock t on t.task_type = n.task_type
where not n.task_type = any ($1::text[])
	and not exists (select from task k where k.person_id = n.person_id
		and k.rule_id = n.rule_id and k.cause = n.cause)
on conflict do nothing;

-- A cause that is back before anyone decided opens its task again.
-- statement: judge_reopen
update task t set state = 'open', ver = t.ver + 1, closed_on = null
from found n
where t.person_id = n.person_id and t.rule_id = n.rule_id and t.cause = n.cause
	and t.state = 'withdrawn';

-- statement: judge_auto
-- params: task_type text
create temp table found_auto on commit drop as
select n.person_id, n.rule_id, n.cause, p.region_code, n.say, n.inputs, n.rule_hash
from found n join person_fact p using (person_id)
where n.task_type = $1 and not exists (select from task k where k.person_id = n.person_id
	and k.rule_id = n.rule_id and k.cause = n.cause);

-- statement: judge_auto_tasks
-- params: task_type text, day date
insert into task (person_id, rule_id, cause, region_code, task_type, state, due, priority,
	opened_on, closed_on)
select person_id, rule_id, cause, region_code, $1, 'done', $2::date, 9, $2::date, $2::date
from found_auto on conflict do nothing;

-- That no human decided is the columns' default: scheduled work cannot write them.
-- statement: judge_auto_decisions
-- params: day date, book_hash text
insert into decision (person_id, decision_id, region_code, rule_id, cause, event, outcome, reason,
	note, business_day, rule_hash, inputs, book_hash, judged_on, seal)
select person_id, nextval('id_block'), region_code, rule_id, cause, 'apply', 'done', 'rule', '',
	$1::date, rule_hash, i.puts, $2, $1::date,
	decision_seal(person_id, rule_id, cause, rule_hash, $2, $1::date, i.puts)
from found_auto cross join lateral (select jsonb_build_object('say', say::jsonb, 'facts',
	inputs::jsonb) as puts) i on conflict do nothing;

-- statement: judge_auto_touch
insert into touched (person_id, batch_id, region_code)
select distinct person_id, 0, region_code from found_auto on conflict do nothing;

-- statement: judge_untouch
delete from touched t using taken k
where t.person_id = k.person_id and t.batch_id = k.batch_id;

-- statement: judge_counts
-- columns: open_tasks int8
select count(*) as open_tasks from task where state in ('open', 'proposed');

-- statement: judge_count_findings
-- columns: findings int8
select count(*) as findings from finding;
