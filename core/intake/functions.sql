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
	grant insert on stage_in to steward_batch;
end $$;

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

create or replace function match_rows(p_batch bigint, p_feed text) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	first feed_match;
begin
	perform match_codes(p_batch, p_feed);
	select * into first from feed_match where feed = p_feed order by place limit 1;
	if not found then
		create temp table stage on commit drop as
		select s.*, null::bigint as person_id, 0 as region_code from stage_in s;
	elsif first.is_new then
		perform match_new(p_batch, first);
	else
		perform match_known(p_feed);
		perform match_unsure(p_feed);
		perform match_doubts(p_batch, p_feed);
	end if;
end $$;

-- Codes that are not in the table they are from: one join a column, for the whole file.
create or replace function match_codes(p_batch bigint, p_feed text) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	f feed_field;
begin
	for f in select * from feed_field where feed = p_feed and ref_table is not null order by place loop
		execute format('with bad as (
				delete from stage_in s where s.%1$I is not null
					and not exists (select from %2$I r where r.%3$I::text = s.%1$I)
				returning s.line, s.%1$I as code
			)
			insert into reject (batch_id, line, column_name, reason, detail)
			select $1, line, %1$L, ''unknown code'', format(''unknown code "%%s" (expected one of the '
				'table %%s)'', left(code, 40), %2$L) from bad',
			f.name, f.ref_table, f.ref_column) using p_batch;
	end loop;
end $$;

-- New persons: rows with a number that is known already keep that person; new ones get ids from blocks.
create or replace function match_new(p_batch bigint, m feed_match) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	columns text := (select string_agg(format('f.%I', name), ', ' order by place)
		from feed_field where feed = m.feed and name <> 'region_code');
begin
	execute format('create temp table stage on commit drop as
		with fresh as (
			select s.*, i.person_id as _known, row_number() over (partition by s.%1$I order by s.line)
				as _nth, row_number() over (order by s.line) as _place
			from stage_in s left join person_ident i on i.id_no = s.%1$I and i.id_kind = %2$L
		), blocks as materialized (
			select array_agg(id) as ids from (
				select nextval(''id_block'') as id
				from generate_series(1, (select count(*) / 1000 + 1 from stage_in))) b
		)
		select f.line, %3$s, coalesce(f._known,
				b.ids[(f._place - 1) / 1000 + 1] + (f._place - 1) %% 1000) as person_id,
			f.%4$I::int as region_code, f._nth
		from fresh f cross join blocks b', m.number, m.id_kind, columns, m.region);
	with bad as (delete from stage where _nth > 1 returning line)
	insert into reject (batch_id, line, column_name, reason, detail)
	select p_batch, line, m.number, 'duplicate', 'the number appears earlier in this file' from bad;
end $$;

-- Those that are known, by number alone, because what is compared lies beside the number: one statement and one
-- writing, which stays with its key where tables are spread.  _doubt has two bits a match: 1 when what is compared
-- differs, 2 when the number is nobody's.  What the file leaves empty is not compared, and names nobody.
create or replace function match_known(p_feed text) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	m feed_match;
	ids text := '';
	bits text := '0';
	joins text := '';
begin
	for m in select * from feed_match where feed = p_feed order by place loop
		ids := ids || format(', m%s.%I as %I', m.place, m.id, m.gives)
			|| case when m.gives = 'person_id' then format(', m%s.region_code', m.place) else '' end;
		bits := bits || format(' + (case when m%1$s.%2$I is null then case when s.%3$I is null and %4$L then 0 else 2 end',
				m.place, m.id, m.number, m.gives <> 'person_id')
			|| case when m.name is null then ''
				else format(' when m%s.%I <> s.%I then 1', m.place, m.named, m.name) end
			|| case when m.birth is null then ''
				else format(' when m%s.birth_date <> s.%I then 1', m.place, m.birth) end
			|| format(' else 0 end << %s)', m.place * 2);
		joins := joins || format(' left join %1$I m%2$s on m%2$s.%3$I = s.%4$I', m.from_table, m.place, m.key,
				m.number)
			|| case when m.id_kind is null then '' else format(' and m%s.id_kind = %L', m.place, m.id_kind) end;
	end loop;
	if not exists (select from feed_match where feed = p_feed and gives = 'person_id') then
		ids := ids || ', null::bigint as person_id, 0 as region_code';
	end if;
	execute format('create temp table matched on commit drop as select s.*%s, %s as _doubt from stage_in s%s',
		ids, bits, joins);
	-- Without this the planner looks for doubt among rows that all are sure.
	analyze matched (line, person_id, _doubt);
	create temp view stage as select * from matched where _doubt = 0;
end $$;

-- Why rows are not sure, one row a match.  Who is meant, in all likelihood, has the number under another name, or
-- the name and the birth day under another number; a number of nobody at all leaves nothing to decide.
create or replace function match_unsure(p_feed text) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	m feed_match;
begin
	create temp table unsure on commit drop as select * from matched where _doubt <> 0;
	create temp table doubt (line bigint, place int, id bigint, known jsonb, why text) on commit drop;
	for m in select * from feed_match where feed = p_feed order by place loop
		execute format('insert into doubt select u.line, $1, t.%I, to_jsonb(t), $2
			from unsure u join %I t on t.%I = u.%I and %s where u._doubt >> $1 * 2 & 3 = 1',
			m.id, m.from_table, m.key, m.number,
			case when m.id_kind is null then 'true' else format('t.id_kind = %L', m.id_kind) end)
		using m.place, case when m.id_kind is null then 'the number is known, the name differs'
			else 'the number is this person''s, name or birth day differ' end;
		if m.name is not null and m.birth is not null then
			execute format('insert into doubt
				select u.line, $1, min(p.person_id), (array_agg(to_jsonb(p) order by p.person_id))[1],
					case when count(*) > 1 then count(*) || '' persons have this name and birth day''
						else ''name and birth day are this person''''s, the number is not'' end
				from unsure u join person p on p.name = u.%I and p.birth_date = u.%I
				where u._doubt >> $1 * 2 & 3 = 2 group by u.line', m.name, m.birth) using m.place;
		end if;
		insert into doubt
		select u.line, m.place, null, null, case when m.id_kind is null then 'unknown number'
			else 'nobody here has this number' end
		from unsure u
		where u._doubt >> m.place * 2 & 3 = 2
			and not exists (select from doubt d where d.line = u.line and d.place = m.place);
	end loop;
end $$;

-- What becomes of them: rejects, or rows that wait, with a sentence that says what is in doubt: the finder feed.match
-- makes each a task.
create or replace function match_doubts(p_batch bigint, p_feed text) returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	insert into reject (batch_id, line, column_name, reason, detail)
	select distinct on (d.line) p_batch, d.line, m.number,
		case when m.id_kind is null then 'unknown' else 'person' end, d.why
	from doubt d join feed_match m on m.feed = p_feed and m.place = d.place
	where d.id is null or m.is_reject order by d.line, d.place;
	delete from doubt d using reject r where r.batch_id = p_batch and r.line = d.line;
	insert into staged_row (person_id, batch_id, line, region_code, why, say, about, body)
	select coalesce((a.ids ->> 'person_id')::bigint, u.person_id, 0), p_batch, u.line,
		coalesce(a.region_code, u.region_code, 0), a.why, a.say,
		jsonb_strip_nulls(jsonb_build_object('identity', a.known -> (a.first).named,
			'birth_date', a.known -> 'birth_date', 'name_in_file', to_jsonb(u) -> (a.first).name,
			'number_in_file', to_jsonb(u) -> (a.first).number)),
		jsonb_strip_nulls((to_jsonb(u) - '_doubt') || a.ids)
	from unsure u join (
		select d.line, jsonb_object_agg(m.gives, d.id) as ids, string_agg(d.why, '; ' order by d.place) as why,
			max((d.known ->> 'region_code')::int) filter (where m.gives = 'person_id') as region_code,
			case when count(*) = 1 and min(m.gives) = 'person_id'
				then jsonb_build_array('%s file: %s', p_feed, min(d.why))
				else jsonb_build_array('%s file: ' || string_agg('%s: %s', '; '), p_feed)
					|| ('[' || string_agg(to_jsonb(m.title)::text || ',' || to_jsonb(d.why)::text, ','
						order by d.place) || ']')::jsonb end as say,
			(array_agg(m order by m.place))[1] as first, (array_agg(d.known order by m.place))[1] as known
		from doubt d join feed_match m on m.feed = p_feed and m.place = d.place group by d.line
	) a using (line);
end $$;

-- The feed's own statements, then those that modules add to it: each the body of a function that the modules'
-- tables make, so that none depends on which others there are.
create or replace function import_apply(p_batch bigint, p_feed text) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	step text;
begin
	perform session_table('stage');
	perform batch_is_of(p_batch, p_feed);
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
				and s.attname = 'person_id') > (select count(*) from person), false);
	end if;
	if everyone then
		insert into touched (person_id, batch_id, region_code) values (0, p_batch, 0);
	else
		insert into touched (person_id, batch_id, region_code)
		select distinct on (person_id) person_id, p_batch, region_code from stage order by person_id;
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

-- Doubtful rows that a clerk has accepted are applied as if they had been sure.
create or replace function import_accepted(p_batch bigint, p_feed text) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform work_lock_take('feed ' || p_feed);
	perform stage_make(p_feed);
	perform import_match(p_batch, p_feed);
	perform session_table('matched');
	insert into matched
	select (jsonb_populate_record(null::matched, r.body || jsonb_build_object('person_id',
		nullif(r.person_id, 0), 'region_code', r.region_code, '_doubt', 0))).*
	from staged_row r where r.batch_id = p_batch and r.state = 'accepted';
	perform import_apply(p_batch, p_feed);
	insert into touched (person_id, batch_id, region_code)
	select distinct on (person_id) person_id, p_batch, region_code from stage
	where person_id is not null order by person_id
	on conflict do nothing;
	perform touch_subjects(p_batch);
	update staged_row set state = 'applied' where batch_id = p_batch and state = 'accepted';
	perform stage_drop();
end $$;

create or replace function stage_drop() returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	t record;
begin
	-- The view first.
	for t in select relname, case relkind when 'v' then 'view' else 'table' end as kind from pg_class
			where relnamespace = pg_my_temp_schema() and relkind in ('r', 'v')
				and relname in ('stage', 'matched', 'unsure', 'doubt', 'stage_in')
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

grant execute on function import_open, import_match, import_apply, import_touch, import_close, import_accepted
	to steward_batch;
