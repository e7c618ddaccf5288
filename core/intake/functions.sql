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

-- Has another file said otherwise since about a row of this one?  Then the same file says something when it comes again.
create or replace function load_is_replaced(p_batch bigint) returns boolean
language sql stable set search_path = steward, pg_temp as $$
	select exists (select from earlier_row e where e.batch_id = p_batch and e.by_batch > p_batch)
		or exists (select from status_event e join status_event n using (person_id, kind, source)
			where e.batch_id = p_batch and e.state = 'replaced' and n.state = 'valid' and n.batch_id > p_batch)
$$;

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
			insert into reject (batch_id, line, column_name, reason, detail, value)
			select $1, line, %1$L, ''unknown code'', format(''unknown code "%%s" (expected one of the '
				'table %%s)'', left(code, 40), %2$L), left(code, 64) from bad',
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
			f.%4$I::int as region_code, f._nth, f._known is not null as is_known
		from fresh f cross join blocks b', m.number, m.id_kind, columns, m.region);
	execute format('with bad as (
			delete from stage where _nth > 1 returning line, %1$I as number, row_sha(%2$L, to_jsonb(stage)) as sha
		), met as (
			select b.line, b.sha = row_sha(%2$L, to_jsonb(s)) as is_same from bad b join stage s on s.%1$I = b.number
				and s._nth = 1
		), same as (
			insert into told (line, said) select line, ''same'' from met where is_same
		)
		insert into reject (batch_id, line, column_name, reason, detail)
		select $1, line, %1$L, ''duplicate'', ''the number appears earlier in this file'' from met where not is_same',
		m.number, m.feed) using p_batch;
	perform match_namesakes(p_batch, m);
end $$;

-- A new number of somebody whose name, sex and birth day are known: perhaps one person has two.  Only those who
-- were here before the file are asked about.
create or replace function match_namesakes(p_batch bigint, m feed_match) returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	if m.name is null then
		return;
	end if;
	execute format('create temp table alike on commit drop as
		select s.line, array_agg(p.person_id order by p.person_id) as ids
		from stage s join person p on p.name = s.%1$I and p.birth_date = s.%2$I %3$s
		where not s.is_known group by s.line', m.name, m.birth,
		case when exists (select from feed_field where feed = m.feed and name = 'sex') then 'and p.sex = s.sex' end);
	with waits as (
		delete from stage s using alike a where a.line = s.line
		returning s.line, a.ids[1] as person_id, a.ids[2:] as others, to_jsonb(s) as body
	), asked as (
		select w.*, row_sha(m.feed, w.body) as sha, p.region_code, p.name, p.birth_date
		from waits w join person p using (person_id)
	), known as (
		insert into told (line, said) select line, 'same' from asked a
		where exists (select from staged_row r where r.sha = a.sha) returning line
	)
	insert into staged_row (person_id, batch_id, line, region_code, why, say, about, body, sha, others)
	select person_id, p_batch, line, region_code, 'another number of the same name, sex and birth day',
		jsonb_build_array('%s file: %s', m.feed, 'another number of the same name, sex and birth day'),
		jsonb_build_object('identity', name, 'birth_date', birth_date, 'name_in_file', body ->> m.name,
			'number_in_file', body ->> m.number), body - '_nth' - 'is_known', sha, others
	from asked where line not in (select line from known);
	perform match_asked_anew(p_batch, m);
	drop table alike;
end $$;

-- The newer word about a number that is asked about takes the place of the older: one question, about what counts.
create or replace function match_asked_anew(p_batch bigint, m feed_match) returns void
language sql set search_path = steward, pg_temp as $$
	update staged_row o set state = 'replaced'
	from staged_row n, batch b where n.batch_id = p_batch and n.kind = 'match' and n.state = 'doubtful'
		and o.person_id = n.person_id and o.kind = 'match' and o.state = 'doubtful' and o.batch_id < n.batch_id
		and o.body ->> (m).number = n.body ->> (m).number and b.batch_id = o.batch_id and b.feed = (m).feed
$$;

-- Persons have come: rows that wait for a number, because it was nobody's, are those persons'.
create or replace function match_found() returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	m feed_match;
begin
	for m in select * from feed_match where gives = 'person_id' and not is_new and id_kind is not null loop
		execute format('update staged_row r set state = ''accepted'', person_id = i.person_id, region_code = i.region_code
			from batch b, person_ident i where b.batch_id = r.batch_id and b.feed = %L and r.kind = ''match''
				and r.state in (''doubtful'', ''nobody'') and i.id_no = r.body ->> %L and i.id_kind = %L
				and i.person_id <> r.person_id %s %s', m.feed, m.number, m.id_kind,
			case when m.name is not null then format('and i.name = r.body ->> %L', m.name) end,
			case when m.birth is not null then format('and i.birth_date::text = r.body ->> %L', m.birth) end);
	end loop;
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
	create temp table doubt (line bigint, place int, id bigint, known jsonb, why text, others bigint[]) on commit drop;
	for m in select * from feed_match where feed = p_feed order by place loop
		execute format('insert into doubt select u.line, $1, t.%I, to_jsonb(t), $2, null
			from unsure u join %I t on t.%I = u.%I and %s where u._doubt >> $1 * 2 & 3 = 1',
			m.id, m.from_table, m.key, m.number,
			case when m.id_kind is null then 'true' else format('t.id_kind = %L', m.id_kind) end)
		using m.place, case when m.id_kind is null then 'the number is known, the name differs'
			else 'the number is this person''s, name or birth day differ' end;
		-- Of several, whoever lives in a place that the row names comes first.
		if m.name is not null and m.birth is not null then
			execute format('insert into doubt
				select line, $1, ids[1], persons[1], case when array_length(ids, 1) > 1
						then array_length(ids, 1) || '' persons have this name and birth day''
						else ''name and birth day are this person''''s, the number is not'' end, ids[2:]
				from (select u.line, array_agg(p.person_id order by p.is_named desc, p.person_id) as ids,
						array_agg(to_jsonb(p) - ''is_named'' order by p.is_named desc, p.person_id) as persons
					from unsure u cross join lateral (select p.*, coalesce(position(g.name in to_jsonb(u)::text)
								> 0, false) as is_named
							from person p left join region g using (region_code)
							where p.name = u.%I and p.birth_date = u.%I) p
					where u._doubt >> $1 * 2 & 3 = 2 group by u.line) x', m.name, m.birth) using m.place;
		end if;
		insert into doubt
		select u.line, m.place, null, null, case when m.id_kind is null then 'unknown number'
			else 'nobody here has this number' end, null
		from unsure u
		where u._doubt >> m.place * 2 & 3 = 2
			and not exists (select from doubt d where d.line = u.line and d.place = m.place);
	end loop;
end $$;

-- What becomes of them: rejects, or rows that wait, with a sentence that says what is in doubt: the finder feed.match
-- makes each a task.  What was asked before is not asked again, however it was answered.
create or replace function match_doubts(p_batch bigint, p_feed text) returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	insert into reject (batch_id, line, column_name, reason, detail, value)
	select distinct on (d.line) p_batch, d.line, m.number,
		case when m.id_kind is null then 'unknown' else 'person' end, d.why, coalesce(to_jsonb(u) ->> m.number, '')
	from doubt d join feed_match m on m.feed = p_feed and m.place = d.place join unsure u using (line)
	where d.id is null or m.is_reject order by d.line, d.place;
	delete from doubt d using reject r where r.batch_id = p_batch and r.line = d.line;
	create temp table asking on commit drop as
	select u.line, x.sha, row_number() over (partition by x.sha order by u.line) > 1
		or exists (select from staged_row r where r.sha = x.sha) as is_known
	from unsure u cross join lateral (select row_sha(p_feed, to_jsonb(u)) as sha) x
	where u.line in (select line from doubt);
	insert into told (line, said) select line, 'same' from asking where is_known;
	insert into staged_row (person_id, batch_id, line, region_code, why, say, about, body, sha, others)
	select coalesce((a.ids ->> 'person_id')::bigint, u.person_id, 0), p_batch, u.line,
		coalesce(a.region_code, u.region_code, 0), a.why, a.say,
		jsonb_strip_nulls(jsonb_build_object('identity', a.known -> (a.first).named,
			'birth_date', a.known -> 'birth_date', 'name_in_file', to_jsonb(u) -> (a.first).name,
			'number_in_file', to_jsonb(u) -> (a.first).number)),
		jsonb_strip_nulls((to_jsonb(u) - '_doubt') || a.ids), k.sha, a.others
	from unsure u join asking k on k.line = u.line and not k.is_known join (
		select d.line, jsonb_object_agg(m.gives, d.id) as ids, string_agg(d.why, '; ' order by d.place) as why,
			max((d.known ->> 'region_code')::int) filter (where m.gives = 'person_id') as region_code,
			case when count(*) = 1 and min(m.gives) = 'person_id'
				then jsonb_build_array('%s file: %s', p_feed, min(d.why))
				else jsonb_build_array('%s file: ' || string_agg('%s: %s', '; '), p_feed)
					|| ('[' || string_agg(to_jsonb(m.title)::text || ',' || to_jsonb(d.why)::text, ','
						order by d.place) || ']')::jsonb end as say,
			(array_agg(m order by m.place))[1] as first, (array_agg(d.known order by m.place))[1] as known,
			min(d.others) filter (where m.gives = 'person_id') as others
		from doubt d join feed_match m on m.feed = p_feed and m.place = d.place group by d.line
	) a on a.line = u.line;
	drop table asking;
end $$;

-- The feed's own statements, then those that modules add to it: each the body of a function that the modules'
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

-- So many times its usual size that no row may count before a second person has looked at the file.  What is usual
-- is the middle of the twelve loads before; with fewer than three nothing is.
create or replace function load_is_heavy(p_batch bigint, p_feed text) returns boolean
language sql stable set search_path = steward, pg_temp as $$
	select coalesce((select u.n >= 3 and u.usual > 0 and (select count(*) from stage) >= greatest(u.usual * c.times, 20)
		from feed_contract c cross join lateral (select count(*) as n, percentile_disc(0.5)
			within group (order by x.rows_read) as usual from (select b.rows_read from batch b
				where b.feed = p_feed and b.batch_id <> p_batch and b.state = 'taken' and b.rows_read > 0
				order by b.batch_id desc limit 12) x) u
		where c.feed = p_feed and (select rows_read = 0 from batch where batch_id = p_batch)), false)
$$;

create or replace function load_wait(p_batch bigint, p_feed text) returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	insert into staged_row (person_id, batch_id, line, region_code, kind, state, why, say, about, body, sha)
	select coalesce(s.person_id, 0), p_batch, s.line, coalesce(s.region_code, 0), 'load', 'waiting',
		'the file waits for a second person', jsonb_build_array('%s file: %s', p_feed,
		'the file waits for a second person'), '{}', to_jsonb(s) - '_doubt' - '_nth' - 'is_known',
		row_sha(p_feed, to_jsonb(s))
	from stage s;
	delete from stage;
	update batch set state = 'waiting' where batch_id = p_batch;
end $$;

-- A file that could not be taken, in a transaction of its own.
create or replace function import_refused(p_feed text, p_digest text, p_file text, p_day date, p_message text)
returns void language sql security definer set search_path = steward, pg_temp as $$
	insert into refused_file (feed, digest, file_name, business_day, message)
	select p_feed, p_digest, left(p_file, 200), p_day, left(p_message, 500)
	where exists (select from feed where feed = p_feed)
	on conflict (feed, digest) do update set at = now(), message = excluded.message
$$;

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
				and s.attname = 'person_id') > (select count(*) from person), false);
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

-- A number that its own file has twice is refused whenever it is tried, until it was mended.
create or replace function reject_may_try(r reject) returns boolean
language sql stable set search_path = steward, pg_temp as $$
	select r.state = 'open' and r.raw is not null and (r.reason <> 'duplicate' or r.ready)
$$;

-- The rows of a file that were refused are tried again: all of them, or those whose cause has gone.  They are no
-- rejects any more until the import says so once again.
create or replace function import_again(p_batch bigint, p_ready boolean) returns table (line bigint, raw text)
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	its text := (select b.feed from batch b where b.batch_id = p_batch);
begin
	perform work_lock_take('feed ' || its);
	perform stage_drop();
	perform stage_make(its);
	return query
	with tried as (
		delete from reject r where r.batch_id = p_batch and reject_may_try(r)
			and (not p_ready or reject_is_ready(r))
		returning r.line, r.raw
	) select t.line, csv_line(t.raw) from tried t order by t.line;
end $$;

create or replace function csv_line(p_fields text[]) returns text
language sql immutable set search_path = steward, pg_temp as $$
	select string_agg(case when f ~ '[,"]' then '"' || replace(f, '"', '""') || '"' else f end, ',' order by n)
	from unnest(p_fields) with ordinality as x (f, n)
$$;

-- A feed's columns as its files have them, without the birth days that numbers tell.
create or replace function feed_columns(p_feed text) returns table (name text, place bigint)
language sql stable set search_path = steward, pg_temp as $$
	select c.name, row_number() over (order by c.place) from feed_field c
	where c.feed = p_feed and not exists (select from feed_field o where o.feed = c.feed
		and c.name = o.name || '_birth')
$$;

-- Rows that were refused are mended for all alike: where the column has one value it gets another.  They are tried
-- again by the next run.
create or replace function reject_repair(p_batch bigint, p_column text, p_old text, p_new text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	place int := (select c.place from batch b cross join feed_columns(b.feed) c
		where b.batch_id = p_batch and c.name = p_column);
	n bigint;
begin
	perform reject_may();
	if place is null then
		raise exception using errcode = 'ST404', message = format('the load has no column "%s"', p_column),
			hint = 'steward loads LOAD lists its columns.';
	end if;
	update reject set raw[place] = coalesce(p_new, ''), ready = true
	where batch_id = p_batch and state = 'open' and raw[place] = coalesce(p_old, '');
	get diagnostics n = row_count;
	-- Asked again after a lost answer it is done already.
	if n = 0 and not exists (select from reject where batch_id = p_batch and state = 'open' and ready
			and raw[place] = coalesce(p_new, '')) then
		raise exception using errcode = 'ST404', message = format('no open row of the load has "%s" there', p_old),
			hint = 'steward loads LOAD lists its open rows.';
	end if;
	if n > 0 then
		insert into audit_log (person_id, audit_id, region_code, op, body)
		values (0, nextval('id_block'), 0, 'load.repair', jsonb_build_object('load', p_batch, 'column', p_column,
			'old', p_old, 'new', p_new, 'rows', n));
	end if;
	return n;
end $$;

create or replace function reject_may() returns void
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if not pg_has_role(session_user, 'steward_admin', 'member') then
		raise exception using errcode = 'ST403', message = 'files are mended by the administrator',
			hint = 'Someone with the role admin has to do it.';
	end if;
end $$;

-- All open rows of a load are to be tried again, or never more.
create or replace function reject_settle(p_batch bigint, p_drop boolean) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	perform reject_may();
	update reject set ready = not p_drop, state = case when p_drop then 'dropped' else state end
	where batch_id = p_batch and state = 'open';
	get diagnostics n = row_count;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, case when p_drop then 'load.drop' else 'load.retry' end,
		jsonb_build_object('load', p_batch, 'rows', n));
	return n;
end $$;

-- Is what the row named there by now?
create or replace function reject_is_ready(r reject) returns boolean
language plpgsql stable set search_path = steward, pg_temp as $$
declare
	place record;
	is_there boolean := r.ready;
begin
	for place in select m.from_table as tab, m.key as col from batch b join feed_match m using (feed)
			where b.batch_id = r.batch_id and m.number = r.column_name and r.reason in ('person', 'unknown')
		union all select f.ref_table, f.ref_column from batch b join feed_field f using (feed)
			where b.batch_id = r.batch_id and f.name = r.column_name and r.reason = 'unknown code' loop
		execute format('select exists (select from %I where %I::text = $1)', place.tab, place.col)
		into is_there using r.value;
		exit when is_there;
	end loop;
	return is_there or r.ready;
end $$;

create or replace function import_ready() returns table (batch_id bigint, feed text)
language sql stable security definer set search_path = steward, pg_temp as $$
	select distinct b.batch_id, b.feed from reject r join batch b using (batch_id)
	where r.state = 'open' and r.raw is not null
		and (r.ready or r.reason in ('person', 'unknown', 'unknown code')) and reject_is_ready(r) order by 1
$$;

-- Rows that a clerk has accepted are applied as if they had been sure; one of the register that is somebody else's
-- becomes a person of its own.
create or replace function import_accepted(p_batch bigint, p_feed text) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform work_lock_take('feed ' || p_feed);
	perform stage_make(p_feed);
	perform import_match(p_batch, p_feed);
	if to_regclass('pg_temp.matched') is not null then
		perform session_table('matched');
		insert into matched
		select (jsonb_populate_record(null::matched, r.body || jsonb_build_object('person_id',
			nullif(r.person_id, 0), 'region_code', r.region_code, '_doubt', 0))).*
		from staged_row r where r.batch_id = p_batch and r.state = 'accepted';
	else
		insert into stage
		select (jsonb_populate_record(null::stage, r.body || jsonb_build_object('person_id',
			case r.state when 'apart' then nextval('id_block') else nullif(r.person_id, 0) end,
			'region_code', coalesce(r.body -> 'region_code', to_jsonb(r.region_code)), '_nth', 1,
			'is_known', r.state <> 'apart'))).*
		from staged_row r where r.batch_id = p_batch and r.state in ('accepted', 'apart');
	end if;
	-- A clerk has said it: what no file changes silently is changed.
	perform set_config('steward.overrule', 'on', true);
	perform import_apply(p_batch, p_feed);
	perform set_config('steward.overrule', '', true);
	insert into touched (person_id, batch_id, region_code)
	select distinct on (person_id) person_id, p_batch, region_code from stage
	where person_id is not null order by person_id
	on conflict do nothing;
	perform touch_subjects(p_batch);
	update staged_row set state = 'applied' where batch_id = p_batch and state in ('accepted', 'apart');
	if exists (select from feed_match m where m.feed = p_feed and m.is_new) then
		perform match_found();
	end if;
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

grant execute on function load_is_replaced, reject_may_try, import_open, import_match, import_apply, import_touch, import_close, import_again,
	import_ready, import_accepted, import_refused to steward_batch;
grant execute on function reject_repair, reject_settle, feed_columns, csv_line to steward_staff;

-- Doubts of one load that are alike: more than so many are one question.
create or replace function doubts_alike() returns table (batch_id bigint, kind text, why text, n bigint)
language sql stable set search_path = steward, pg_temp as $$
	select r.batch_id, r.kind, r.why, count(*) from staged_row r
	where r.state = 'doubtful' and not r.is_single group by 1, 2, 3 having count(*) > 20
$$;
grant execute on function doubts_alike to steward_batch, steward_staff;
