-- A file comes in.  Scheduled work fills tables of its session that these functions make and own (so that nothing
-- in them can run as the owner), and calls the next step.

-- A file comes in: its batch, and the empty table its rows are copied to.
create or replace function import_open(p_feed text, p_digest text, p_file text, p_day date, p_force boolean)
returns bigint language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	id bigint := nextval('id_block');
begin
	perform work_lock_take('feed ' || p_feed);
	insert into batch (batch_id, feed, digest, file_name, business_day)
	values (id, p_feed, p_digest, p_file, work_day(p_day, p_force));
	perform stage_make();
	return id;
end $$;

create or replace function stage_make() returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	create temp table stage_in (line bigint, id_no text, name text, birth_date date, text1 text,
		text2 text, text3 text, text4 text, text5 text, day1 date, day2 date, day3 date,
		period1 int, number1 bigint, number2 bigint, number3 bigint, number4 bigint,
		number5 bigint, number6 bigint) on commit drop;
	grant insert on stage_in to steward_batch;
end $$;

-- What the feeds' statements see is the table, or view, stage.  Rows that are kept as they came:
create or replace function import_match_none(p_batch bigint) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform session_table('stage_in');
	create temp table stage on commit drop as
	select s.*, null::bigint as person_id, 0 as region_code from stage_in s;
end $$;

-- New persons: rows with a number that is known already keep that person; new ones get ids from blocks.
create or replace function import_match_new(p_batch bigint) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform session_table('stage_in');
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
	with bad as (
		delete from stage where nth > 1 or region_code is null
		returning line, nth > 1 as repeated, number1
	)
	insert into reject (batch_id, line, column_name, reason, detail)
	select p_batch, line, case when repeated then 'id_no' else 'region_code' end,
		case when repeated then 'duplicate' else 'region' end,
		case when repeated then 'the number stands in this file before'
			else 'area ' || number1 || ' is not known' end
	from bad;
end $$;

-- Persons that are known, by number alone, because what is compared lies beside the number: one statement and one
-- writing, which stays with its key where tables are spread.  A number that is somebody else's, or nobody's
-- while name and birth day are somebody's, is doubt: the finder feed.match makes it a task.
create or replace function import_match_person(p_batch bigint) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform session_table('stage_in');
	create temp table matched on commit drop as
	select s.*, i.person_id, i.region_code,
		i.name <> s.name or i.birth_date <> s.birth_date as differs
	from stage_in s left join person_ident i on i.id_no = s.id_no and i.id_kind = 'cn18';
	-- Without this the planner looks for doubt among rows that all have their person.
	analyze matched (line, person_id);
	create temp view stage as select * from matched where person_id is not null and not differs;
	insert into staged_row (person_id, batch_id, line, region_code, why, body)
	select d.person_id, p_batch, d.line, d.region_code, d.why, jsonb_strip_nulls(to_jsonb(s))
	from (select m.line, m.person_id, m.region_code,
			'the number is this person''s, name or birth day differ' as why
		from matched m where m.differs
		union all
		select n.line, min(p.person_id), min(p.region_code),
			case when count(*) > 1 then count(*) || ' persons have this name and birth day'
				else 'name and birth day are this person''s, the number is not' end
		from matched n join person p on p.name = n.name and p.birth_date = n.birth_date
		where n.person_id is null group by n.line) d
	join stage_in s using (line);
	insert into reject (batch_id, line, column_name, reason, detail)
	select p_batch, m.line, 'id_no', 'person', 'nobody here has this number' from matched m
	where m.person_id is null
		and not exists (select from staged_row r where r.batch_id = p_batch and r.line = m.line);
end $$;

-- The feed's own statements: the body of a function that the modules' tables make.
create or replace function import_apply(p_batch bigint, p_feed text) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform session_table('stage');
	execute format('select %I($1)', 'feed_' || p_feed) using p_batch;
end $$;

-- Whom the file was about.  Beyond a fifth of all persons their facts are made anew as a whole, which costs less
-- than one by one: that is written as one row for nobody in particular.  Small files are not counted.  Of
-- matched persons an estimate will do, and has just been made: either way the same facts come out.
create or replace function import_touch(p_batch bigint, p_read bigint, p_new boolean) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	everyone boolean := false;
begin
	perform session_table('stage');
	if p_read >= 10000 and p_new then
		everyone := (select count(*) from stage) * 5 > (select count(*) from person);
	elsif p_read >= 10000 then
		everyone := coalesce((select case when s.n_distinct < 0 then -s.n_distinct * c.reltuples
				else s.n_distinct end * 5
			from pg_stats s join pg_namespace n on n.nspname = s.schemaname
			join pg_class c on c.relnamespace = n.oid and c.relname = s.tablename
			where n.oid = pg_my_temp_schema() and s.tablename = 'matched'
				and s.attname = 'person_id') > (select count(*) from person), false);
	end if;
	if everyone then
		insert into touched (person_id, batch_id, region_code) values (0, p_batch, 0);
	else
		insert into touched (person_id, batch_id, region_code)
		select distinct on (person_id) person_id, p_batch, region_code from stage order by person_id;
	end if;
end $$;

create or replace function import_close(p_batch bigint, p_read bigint) returns batch
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	b batch;
	n bigint := (select count(*) from reject where batch_id = p_batch);
begin
	update batch set rows_read = p_read, rows_rejected = n, rows_accepted = p_read - n,
		rows_doubtful = (select count(*) from staged_row where batch_id = p_batch)
	where batch_id = p_batch and rows_read = 0 returning * into b;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'import', jsonb_build_object('feed', b.feed, 'file', b.file_name,
		'read', b.rows_read, 'accepted', b.rows_accepted, 'rejected', b.rows_rejected));
	return b;
end $$;

-- Doubtful rows that a clerk has accepted are applied as if they had matched.
create or replace function import_accepted(p_batch bigint, p_feed text) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform work_lock_take('feed ' || p_feed);
	perform stage_make();
	create temp table stage on commit drop as
	select s.*, null::bigint as person_id, 0 as region_code from stage_in s;
	insert into stage
	select (jsonb_populate_record(null::stage, r.body || jsonb_build_object('person_id', r.person_id,
		'region_code', r.region_code))).*
	from staged_row r where r.batch_id = p_batch and r.state = 'accepted';
	perform import_apply(p_batch, p_feed);
	insert into touched (person_id, batch_id, region_code)
	select distinct on (person_id) person_id, p_batch, region_code from stage order by person_id
	on conflict do nothing;
	update staged_row set state = 'applied' where batch_id = p_batch and state = 'accepted';
	drop table stage, stage_in;
end $$;

grant execute on function import_open, import_match_none, import_match_new, import_match_person,
	import_apply, import_touch, import_close, import_accepted to steward_batch;
