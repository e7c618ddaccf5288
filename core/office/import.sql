-- The way of a file into the tables; all of it is one transaction.  stage_in, matched and stage are
-- tables of the session, gone at its end.

-- statement: import_known
-- params: feed text, digest text
-- columns: batch_id int8, file_name text
select batch_id, file_name from batch where feed = $1 and digest = $2;

-- Two imports of one feed wait for each other: each may then look first and write after.
-- statement: import_lock
-- params: feed text
-- columns: locked void
select pg_advisory_xact_lock(5747, hashtext($1));

-- statement: import_batch
-- params: feed text, digest text, file_name text, day date
-- columns: batch_id int8
insert into batch (batch_id, feed, digest, file_name, business_day)
values (nextval('id_block'), $1, $2, $3, $4) returning batch_id;

-- statement: import_stage_in
create temp table stage_in (line bigint, id_no text, name text, birth_date date, text1 text,
	text2 text, text3 text, text4 text, text5 text, day1 date, day2 date, day3 date,
	period1 int, number1 bigint, number2 bigint, number3 bigint, number4 bigint,
	number5 bigint, number6 bigint) on commit drop;

-- statement: import_stage_none
create temp table stage on commit drop as
select s.*, null::bigint as person_id, 0 as region_code from stage_in s;

-- Rows with a number that is known already keep that person; new ones get ids from blocks.
-- statement: import_stage_new
create temp table stage on commit drop as
with fresh as (
	select s.*, i.person_id as known, row_number() over (partition by s.id_no order by s.line)
		as nth, row_number() over (order by s.line) as place
	from stage_in s left join person_ident i on i.id_no = s.id_no and i.id_kind = 'cn18'
), blocks as materialized (
	select array_agg(id) as ids from (
		select nextval('id_block') as id
		from generate_series(1, (select count(*) / 1000 + 1 from stage_in))) b
)
select f.line, f.id_no, f.name, f.birth_date, f.text1, f.text2, f.text3, f.text4, f.text5,
	f.day1, f.day2, f.day3, f.period1, f.number1, f.number2, f.number3, f.number4, f.number5,
	coalesce(f.known, b.ids[(f.place - 1) / 1000 + 1] + (f.place - 1) % 1000) as person_id,
	r.region_code, f.nth
from fresh f cross join blocks b left join region r on r.region_code = f.number1;

-- statement: import_reject_new
-- params: batch_id int8
with bad as (
	delete from stage where nth > 1 or region_code is null
	returning line, nth > 1 as repeated, number1
)
insert into reject (batch_id, line, column_name, reason, detail)
select $1, line, case when repeated then 'id_no' else 'region_code' end,
	case when repeated then 'duplicate' else 'region' end,
	case when repeated then 'the number stands in this file before'
		else 'area ' || number1 || ' is not known' end
from bad;

-- By number alone, because what is compared lies beside the number: one statement and one writing,
-- which stays with its key where tables are spread.
-- statement: import_matched
create temp table matched on commit drop as
select s.*, i.person_id, i.region_code,
	i.name <> s.name or i.birth_date <> s.birth_date as differs
from stage_in s left join person_ident i on i.id_no = s.id_no and i.id_kind = 'cn18';

-- Without this the planner looks for doubt among rows that all have their person.
-- statement: import_analyze
analyze matched (line, person_id);

-- What the feeds' statements see: rows of one person beyond doubt.
-- statement: import_stage_person
create temp view stage as select * from matched where person_id is not null and not differs;

-- A number that is somebody else's, or nobody's while name and birth day are somebody's: doubt.
-- statement: import_doubt
-- params: batch_id int8
with doubt as (
	select m.line, m.person_id, m.region_code,
		'the number is this person''s, name or birth day differ' as why
	from matched m where m.differs
	union all
	select n.line, min(p.person_id), min(p.region_code),
		case when count(*) > 1 then count(*) || ' persons have this name and birth day'
			else 'name and birth day are this person''s, the number is not' end
	from matched n join person p on p.name = n.name and p.birth_date = n.birth_date
	where n.person_id is null group by n.line
)
insert into staged_row (person_id, batch_id, line, region_code, why, body)
select d.person_id, $1, d.line, d.region_code, d.why, jsonb_strip_nulls(to_jsonb(s))
from doubt d join stage_in s using (line);

-- statement: import_doubt_findings
-- params: batch_id int8
insert into finding (person_id, rule_id, cause, region_code, task_type, due, say, inputs,
	rule_hash, found_on)
select r.person_id, 'feed.match', r.batch_id || ':' || r.line, r.region_code, 'match',
	due_on(b.business_day, coalesce(t.days, 10), t.working_days), jsonb_build_array('%s file: %s', b.feed, r.why)::text,
	jsonb_strip_nulls(jsonb_build_object('identity', p.name, 'birth_date', p.birth_date,
		'name_in_file', r.body ->> 'name', 'number_in_file', r.body ->> 'id_no',
		'file', b.file_name, 'line', r.line))::text, '', b.business_day
from staged_row r join batch b using (batch_id) join person p using (person_id)
left join task_type t on t.task_type = 'match'
where r.batch_id = $1;

-- statement: import_doubt_tasks
-- params: batch_id int8
insert into task (person_id, rule_id, cause, region_code, task_type, due, priority, opened_on)
select f.person_id, f.rule_id, f.cause, f.region_code, f.task_type, f.due,
	coalesce(t.priority, 5), f.found_on
from staged_row r join finding f on f.person_id = r.person_id and f.rule_id = 'feed.match'
	and f.cause = r.batch_id || ':' || r.line
left join task_type t on t.task_type = f.task_type
where r.batch_id = $1;

-- statement: import_reject_unknown
-- params: batch_id int8
insert into reject (batch_id, line, column_name, reason, detail)
select $1, m.line, 'id_no', 'person', 'nobody here has this number' from matched m
where m.person_id is null
	and not exists (select from staged_row r where r.batch_id = $1 and r.line = m.line);

-- Whom the file was about.  Beyond a fifth of all persons their facts are made anew as a whole, which
-- costs less than one by one: that is written as one row for nobody in particular.
-- statement: import_touch
-- params: batch_id int8, everyone bool
insert into touched (person_id, batch_id, region_code)
select distinct on (person_id) person_id, $1::bigint, region_code from stage where not $2::bool
union all
select 0, $1::bigint, 0 where $2::bool
order by 1;

-- statement: import_touch_everyone_new
-- columns: everyone bool
select (select count(*) from stage) * 5 > (select count(*) from person) as everyone;

-- An estimate will do, and has just been made: either way the same facts come out.
-- statement: import_touch_everyone
-- columns: everyone bool
select coalesce((select case when s.n_distinct < 0 then -s.n_distinct * c.reltuples
		else s.n_distinct end * 5
	from pg_stats s join pg_namespace n on n.nspname = s.schemaname
	join pg_class c on c.relnamespace = n.oid and c.relname = s.tablename
	where n.oid = pg_my_temp_schema() and s.tablename = 'matched'
		and s.attname = 'person_id') > (select count(*) from person), false) as everyone;

-- statement: import_counts
-- params: batch_id int8, rows_read int8
-- columns: rows_accepted int8, rows_rejected int8, rows_doubtful int8
update batch set rows_read = $2,
	rows_rejected = (select count(*) from reject where batch_id = $1),
	rows_accepted = $2 - (select count(*) from reject where batch_id = $1),
	rows_doubtful = (select count(*) from staged_row where batch_id = $1)
where batch_id = $1 returning rows_accepted, rows_rejected, rows_doubtful;

-- statement: import_audit
-- params: batch_id int8
insert into audit_log (person_id, audit_id, region_code, op, body)
select 0, nextval('id_block'), 0, 'import', jsonb_build_object('feed', feed, 'file', file_name,
	'read', rows_read, 'accepted', rows_accepted, 'rejected', rows_rejected)
from batch where batch_id = $1;

-- statement: import_rejects
-- params: batch_id int8
-- columns: line int8, column_name text, reason text, detail text
select line, column_name, reason, detail from reject where batch_id = $1 order by line;

-- Doubtful rows that a clerk has accepted are applied as if they had matched.
-- statement: import_accepted_batches
-- columns: batch_id int8, feed text
select distinct r.batch_id, b.feed from staged_row r join batch b using (batch_id)
where r.state = 'accepted' order by 1;

-- statement: import_stage_accepted
-- params: batch_id int8
insert into stage
select (jsonb_populate_record(null::stage, r.body || jsonb_build_object('person_id', r.person_id,
	'region_code', r.region_code))).*
from staged_row r where r.batch_id = $1 and r.state = 'accepted';

-- statement: import_accepted_done
-- params: batch_id int8
update staged_row set state = 'applied' where batch_id = $1 and state = 'accepted';

-- statement: import_touch_accepted
-- params: batch_id int8
insert into touched (person_id, batch_id, region_code)
select distinct on (person_id) person_id, $1::bigint, region_code from stage order by person_id
on conflict do nothing;
