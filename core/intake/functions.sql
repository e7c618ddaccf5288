-- A file comes in.  Scheduled work fills tables of its session that these functions make and own (so that nothing
-- in them can run as the owner), and calls the next step.

-- A file comes in: its batch, and the empty table its rows are copied to.
create or replace function import_open(p_feed text, p_digest text, p_file text, p_day date, p_force boolean)
returns bigint language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	id bigint := nextval('id_block');
begin
	perform work_lock_take('feed ' || p_feed);
	insert into batch (batch_id, feed, digest, file_name, business_day, again)
	values (id, p_feed, p_digest, p_file, work_day(p_day, p_force), coalesce((select b.again + 1 from batch b
		where b.feed = p_feed and b.digest = p_digest and load_is_replaced(b.batch_id)
		order by b.again desc limit 1), 0));
	perform stage_make(p_feed);
	return id;
end $$;

-- What is assembled here comes from feed_field and feed_match, which nobody but the owner writes, when the schema
-- is made, from tables of the modules whose names the loader has checked.
create or replace function stage_make(p_feed text) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	columns text := (select string_agg(format('%I %s', name, type), ', ' order by place)
		from feed_field where feed = p_feed);
begin
	if columns is null then
		raise exception using errcode = 'ST404', message = 'this office has no such feed',
			hint = 'Run steward migrate --as admin after a module has been added.';
	end if;
	execute format('create temp table stage_in (line bigint, %s) on commit drop', columns);
	create temp table told (line bigint, said text) on commit drop;
	create temp table reject_raw (line bigint, raw text[]) on commit drop;
	grant insert on stage_in, reject_raw to steward_batch;
end $$;

-- What a row says, whatever file it came in.
create or replace function row_sha(p_feed text, p_body jsonb) returns text
language sql stable set search_path = steward, pg_temp as $$
	select sha256_text(p_feed || E'\x1e' || string_agg(coalesce(p_body ->> name, ''), E'\x1f' order by place))
	from feed_field where feed = p_feed
$$;

-- The file of this batch, and of no other feed.
create or replace function batch_is_of(p_batch bigint, p_feed text) returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	if not exists (select from batch where batch_id = p_batch and feed = p_feed) then
		raise exception using errcode = 'ST403', message = 'this step follows another one',
			hint = 'Files come in by steward import, verdicts by steward judge.';
	end if;
end $$;

-- Whom or what the rows are about.  What the feed's statements see afterwards is the table, or view, stage.
create or replace function import_match(p_batch bigint, p_feed text) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform session_table('stage_in');
	perform batch_is_of(p_batch, p_feed);
	perform match_rows(p_batch, p_feed);
end $$;

-- The feed's own statements, in two functions, then those that modules add to it: each the body of a function that the modules'
-- tables make, so that none depends on which others there are.
create or replace function import_apply(p_batch bigint, p_feed text) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform session_table('stage');
	perform batch_is_of(p_batch, p_feed);
	if load_is_heavy(p_batch, p_feed) then
		perform load_wait(p_batch, p_feed);
	end if;
	perform feed_apply(p_batch, p_feed);
end $$;

create or replace function feed_apply(p_batch bigint, p_feed text) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	step text;
begin
	execute format('select %I($1)', 'feed_' || p_feed) using p_batch;
	for step in select proname from pg_proc where pronamespace = 'steward'::regnamespace
		and starts_with(proname, 'feed_' || p_feed || '$') order by proname
	loop
		execute format('select %I($1)', step) using p_batch;
	end loop;
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
				and s.attname = 'person_id') > (select coalesce(
				nullif(greatest(c.reltuples::bigint, 0), 0), (select count(*) from person))
			from pg_class c where c.oid = 'person'::regclass), false);
	end if;
	if everyone then
		insert into touched (person_id, batch_id, region_code) values (0, p_batch, 0) on conflict do nothing;
	else
		-- A row that says what is known touches nobody.
		insert into touched (person_id, batch_id, region_code)
		select distinct on (person_id) person_id, p_batch, region_code from stage s
		where not exists (select from told t where t.line = s.line)
			or exists (select from told t where t.line = s.line and t.said <> 'same')
		order by person_id on conflict do nothing;
	end if;
	perform touch_subjects(p_batch);
end $$;

-- The rows of a subject of its own that the file has brought.
create or replace function touch_subjects(p_batch bigint) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	s subject;
begin
	select s2.* into s from batch b join feed f using (feed) join subject s2 on s2.subject = f.subject
	where b.batch_id = p_batch;
	if found then
		execute format('insert into touched (person_id, subject, subject_id, batch_id, region_code)
			select person_id, $1, %I, $2, region_code from %I where batch_id = $2 on conflict do nothing',
			s.subject || '_id', s.base_table) using s.subject, p_batch;
	end if;
end $$;

-- Every row has one end, and the ends add up.  A file that comes again adds what has come of its open rows; p_read
-- is how many rows were looked at.
create or replace function import_close(p_batch bigint, p_read bigint) returns batch
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	b batch;
	before batch;
	same bigint;
	corrected bigint;
begin
	select * into before from batch where batch_id = p_batch;
	perform session_table('told');
	perform session_table('reject_raw');
	select count(*) filter (where rank = 0), count(*) filter (where rank = 2) into same, corrected
	from (select max(case said when 'same' then 0 when 'new' then 1 else 2 end) as rank from told
		where line not in (select r.line from reject r where r.batch_id = p_batch
			union all select r.line from staged_row r where r.batch_id = p_batch) group by line) x;
	update reject r set raw = w.raw from reject_raw w where r.batch_id = p_batch and r.line = w.line and r.raw is null;
	update batch x set rows_read = case when x.rows_read = 0 then p_read else x.rows_read end,
		rows_same = x.rows_same + same, rows_corrected = x.rows_corrected + corrected,
		rows_rejected = (select count(*) from reject where batch_id = p_batch),
		rows_doubtful = (select count(*) from staged_row where batch_id = p_batch and kind <> 'contradiction'),
		rows_contradictory = (select count(*) from staged_row where batch_id = p_batch and kind = 'contradiction')
	where batch_id = p_batch;
	update batch set rows_accepted = rows_read - rows_rejected - rows_doubtful - rows_contradictory,
		rows_new = rows_read - rows_rejected - rows_doubtful - rows_contradictory - rows_same - rows_corrected
	where batch_id = p_batch returning * into b;
	if exists (select from feed_match m where m.feed = b.feed and m.is_new) then
		perform match_found();
	end if;
	if b is distinct from before then
		insert into audit_log (person_id, audit_id, region_code, op, body)
		values (0, nextval('id_block'), 0, 'import', jsonb_build_object('feed', b.feed, 'file', b.file_name,
			'read', b.rows_read, 'accepted', b.rows_accepted, 'rejected', b.rows_rejected));
	end if;
	return b;
end $$;

create or replace function stage_drop() returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	t record;
begin
	-- The view first.
	for t in select relname, case relkind when 'v' then 'view' else 'table' end as kind from pg_class
			where relnamespace = pg_my_temp_schema() and relkind in ('r', 'v')
				and relname in ('stage', 'matched', 'unsure', 'doubt', 'stage_in', 'told', 'reject_raw')
			order by relkind desc loop
		execute format('drop %s pg_temp.%I', t.kind, t.relname);
	end loop;
end $$;

-- A feed's steps on no row at all, when the schema is made: what its tables name must be there, and a key that is
-- not unique would make several rows of one.
create or replace function feed_try(p_feed text) returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	perform stage_make(p_feed);
	perform match_rows(0, p_feed);
	perform feed_apply(0, p_feed);
	perform stage_drop();
	if exists (select from feed_match m where m.feed = p_feed and m.id_kind is null and not exists (
			select from pg_index x join pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[0]
			where x.indrelid = m.from_table::regclass and x.indisunique and x.indnkeyatts = 1
				and x.indpred is null and a.attname = m.key)) then
		raise exception using errcode = 'ST422', message = 'a feed looks for rows by a column that is not unique',
			detail = p_feed, hint = 'Give the table a primary key or a unique constraint on it.';
	end if;
	if exists (select from feed f join subject s using (subject) where f.feed = p_feed and not exists (
			select from pg_index x join pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[0]
			where x.indrelid = s.base_table::regclass and a.attname = 'batch_id')) then
		raise exception using errcode = 'ST422', message = 'rows of a subject cannot be found by their file',
			detail = p_feed, hint = 'Give its table an index on batch_id.';
	end if;
end $$;
