-- The modules' tables of work, as rows that the database checks moves against.

-- statement: schema_feed
-- params: feed text, title text, module text, every_days int4, subject text
insert into feed (feed, title, module, every_days, subject) values ($1, $2, $3, $4, $5)
on conflict (feed) do update set title = excluded.title, module = excluded.module,
	every_days = excluded.every_days, subject = excluded.subject;

-- statement: schema_fields_clear
delete from feed_field;

-- statement: schema_field
-- params: feed text, place int4, name text, type text, ref_table text, ref_column text
insert into feed_field (feed, place, name, type, ref_table, ref_column) values ($1, $2, $3, $4, $5, $6);

-- statement: schema_matches_clear
delete from feed_match;

-- statement: schema_match
-- params: feed text, place int4, gives text, title text, number text, name text, birth text, from_table text, key text, id text, named text, id_kind text, is_reject bool, is_new bool, region text
insert into feed_match (feed, place, gives, title, number, name, birth, from_table, key, id, named, id_kind,
	is_reject, is_new, region)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);

-- Persons keep numbers of a kind whose module is forgotten.
-- statement: schema_ident_kind
-- params: id_kind text, module text, title text
insert into ident_kind (id_kind, module, title) values ($1, $2, $3)
on conflict (id_kind) do update set module = excluded.module, title = excluded.title;

-- A feed's steps on no row at all: what its tables name must be there.
-- statement: schema_feed_try
-- params: feed text
-- columns: done void
select feed_try($1) as done;

-- statement: schema_task_type
-- params: task_type text, module text, title text, owner text
insert into task_type (task_type, module, title, owner) values ($1, $2, $3, $4)
on conflict (task_type) do update set title = excluded.title, module = excluded.module,
	owner = excluded.owner;

-- statement: schema_moves_clear
delete from task_move;

-- statement: schema_move
-- params: task_type text, from_state text, event text, to_state text, job text, does text, effect text, key text, label text, denies text
insert into task_move (task_type, from_state, event, to_state, job, does, effect, key, label, denies)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- What is decided can be taken back, where what it did can be.
-- statement: schema_undo
-- params: propose text, approve text, refuse text, take_back text
-- columns: n int8
select undo_moves($1, $2, $3, $4) as n;

-- statement: schema_keys_wait
-- columns: n int8
select person_keys_wait() as n;

-- statement: schema_scope
-- columns: n int8
select scope_apply() as n;

-- statement: schema_effect
-- params: effect text
-- columns: is_there bool
select to_regprocedure(format('steward.%I(bigint, text, text, bigint)', $1::text)) is not null as is_there;

-- statement: schema_job
-- params: job text, module text, title text
-- columns: done void
select job_make($1, $2, $3) as done;

-- statement: schema_state
-- params: state text, module text, title text, kind text
insert into task_state (state, module, title, kind) values ($1, $2, $3, $4)
on conflict (state) do update set module = excluded.module, title = excluded.title, kind = excluded.kind;

-- But for those that texts have: core/declared.
-- statement: schema_indicators_clear
delete from indicator where module <> 'texts';

-- statement: schema_indicator
-- params: indicator text, module text, title text, meaning text, unit text, owner text, less_is_better bool, sort int4
insert into indicator (indicator, module, title, meaning, unit, owner, less_is_better, sort)
values ($1, $2, $3, $4, $5, $6, $7, $8);

-- statement: schema_staff_put
-- params: login text, display text, job text, region_code int4
-- columns: done void
select staff_put($1, $2, $3, $4) as done;

-- statement: schema_applied
-- params:
-- columns: module text, number int4, checksum text
select module, number, checksum from schema_migration order by module, number;

-- A new office begins today, by the clock of whoever makes it.
-- statement: schema_begin
-- params: day date
update setting set value = $1::date::text
where name = 'business_day' and judged_day() is null and not exists (select from batch);

-- statement: schema_region
-- params: region int4
-- columns: done void
select office_region($1) as done;

-- statement: schema_modules
-- columns: module text
select module from module order by 1;

-- statement: schema_module
-- params: module text
insert into module (module) values ($1) on conflict do nothing;

-- What it brought stays to be read; its tasks can take no step and its figures are counted no more.
-- statement: schema_module_forget
-- params: module text
delete from module where module = any (string_to_array($1, ','));

-- statement: schema_subject
-- params: subject text, module text, title text, base_table text, follows_person bool, screen text, number_column text
insert into subject (subject, module, title, base_table, follows_person, screen, number_column) values ($1, $2, $3, $4, $5, $6, $7)
on conflict (subject) do update set module = excluded.module, title = excluded.title,
	base_table = excluded.base_table, follows_person = excluded.follows_person, screen = excluded.screen,
	number_column = excluded.number_column;

-- statement: schema_finder
-- params: rule_id text, module text, title text, basis text, task_type text, parameters text, body text
insert into finder (rule_id, module, title, basis, task_type, parameters, body) values ($1, $2, $3, $4, $5, $6, $7)
on conflict (rule_id) do update set module = excluded.module, title = excluded.title, basis = excluded.basis,
	task_type = excluded.task_type, parameters = excluded.parameters, body = excluded.body;

-- What modules add to a feed is made anew, so that nothing is left of one that is gone.
-- statement: schema_steps_clear
do $$
declare
	step regprocedure;
begin
	for step in select oid from pg_proc where pronamespace = 'steward'::regnamespace and proname like 'feed\_%$%'
	loop
		execute format('drop function %s', step);
	end loop;
end $$;

-- statement: server_encoding
-- columns: name text
select current_setting('server_encoding') as name;

-- statement: server_version
-- columns: number int4
select current_setting('server_version_num')::int as number;

-- statement: office_roles
-- columns: n int8
select count(*) as n from pg_roles where rolname in ('steward_owner', 'steward_staff', 'steward_batch',
	'steward_clerk', 'steward_reviewer', 'steward_manager', 'steward_policy', 'steward_admin', 'steward_auditor');

-- statement: readings_known
-- params:
-- columns: known bool
select exists (select from han_reading);

-- statement: readings_put
-- params: lines text
-- columns: n int8
select readings_put($1);

-- What is in force because the office adopted it, and not because a program brought it.
-- statement: office_own_texts
-- columns: path text
select v.path from rules_in_force(business_day()) v where exists (select from rule_version w
	where (w.path, w.hash) = (v.path, v.hash) and w.rehearsal_id is not null) order by 1;
