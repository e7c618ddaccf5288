-- Whom and what the rows of a file name, and what becomes of those in doubt.

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
			case when m.name is not null then format('and name_alike(i.name, r.body ->> %L)', m.name) end,
			case when m.birth is not null then format('and i.birth_date::text = r.body ->> %L', m.birth) end);
	end loop;
end $$;

-- Names in Latin letters are the same in capitals, and in letters as wide as signs.
create or replace function name_alike(p_one text, p_other text) returns boolean
language sql immutable as $$
	select p_one = p_other or lower(normalize(p_one, nfkc)) = lower(normalize(p_other, nfkc))
$$;

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
				else format(' when not name_alike(m%s.%I, s.%I) then 1', m.place, m.named, m.name) end
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
