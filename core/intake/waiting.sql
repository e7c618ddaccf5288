-- Rows and files that wait: for what they name, for somebody who mends them, for a second person.

-- Has another file said otherwise since about a row of this one?  Then the same file says something when it comes again.
create or replace function load_is_replaced(p_batch bigint) returns boolean
language sql stable set search_path = steward, pg_temp as $$
	select exists (select from earlier_row e where e.batch_id = p_batch and e.by_batch > p_batch)
		or exists (select from status_event e join status_event n using (person_id, kind, source)
			where e.batch_id = p_batch and e.state = 'replaced' and n.state = 'valid' and n.batch_id > p_batch)
$$;

-- So many times its usual size that no row may count before a second person has looked at the file.  What is usual
-- is the middle of the twelve loads before; with fewer than three nothing is.
-- Not in plain SQL: a session may look at several files, each in a table of its own, and SQL keeps to the first.
create or replace function load_is_heavy(p_batch bigint, p_feed text) returns boolean
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	return coalesce((select u.n >= 3 and u.usual > 0 and (select count(*) from stage) >= greatest(u.usual * c.times, 20)
		from feed_contract c cross join lateral (select count(*) as n, percentile_disc(0.5)
			within group (order by x.rows_read) as usual from (select b.rows_read from batch b
				where b.feed = p_feed and b.batch_id <> p_batch and b.state = 'taken' and b.rows_read > 0
				order by b.batch_id desc limit 12) x) u
		where c.feed = p_feed and (select rows_read = 0 from batch where batch_id = p_batch)), false);
end $$;

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

-- One row of a file that waits, which somebody has made sure of by other means: it counts, the file goes on waiting.
create or replace function load_confirm(p_batch bigint, p_line bigint, p_how text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	r staged_row;
begin
	if not pg_has_role(session_user, 'steward_clerk', 'member') then
		raise exception using errcode = 'ST403', message = 'this is reserved for the role clerk';
	end if;
	if coalesce(p_how, '') !~ '[[:alpha:]]' then
		raise exception using errcode = 'ST422', message = 'how it was made sure of is missing', hint = 'Nothing was stored.';
	end if;
	select * into r from staged_row where batch_id = p_batch and line = p_line and kind = 'load' for update;
	if not found or r.state not in ('waiting', 'accepted', 'applied') then
		raise exception using errcode = 'ST404', message = 'this row does not wait with its file',
			hint = 'steward loads sample LOAD draws some that do.';
	end if;
	if exists (select from batch where batch_id = p_batch and author = session_user) then
		raise exception using errcode = 'ST403', message = 'who brought a file confirms no row of it',
			hint = 'Somebody else has to make sure.';
	end if;
	if r.state = 'waiting' then
		update staged_row set state = 'accepted', why = left(p_how, 200) where batch_id = p_batch and line = p_line and kind = 'load';
		insert into audit_log (person_id, audit_id, region_code, op, body)
		values (r.person_id, nextval('id_block'), r.region_code, 'load.confirm',
			jsonb_build_object('load', p_batch, 'line', p_line, 'how', p_how));
	end if;
	return r.person_id;
end $$;
revoke execute on function load_confirm from public;
grant execute on function load_confirm to steward_staff;

-- A file that could not be taken, in a transaction of its own.
create or replace function import_refused(p_feed text, p_digest text, p_file text, p_day date, p_message text)
returns void language sql security definer set search_path = steward, pg_temp as $$
	insert into refused_file (feed, digest, file_name, business_day, message)
	select p_feed, p_digest, left(p_file, 200), p_day, left(p_message, 500)
	where exists (select from feed where feed = p_feed)
	on conflict (feed, digest) do update set at = now(), message = excluded.message
$$;

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

-- A number that was nobody's, and by now somebody has the name and the birth day: whoever it is, is asked about.
create or replace function reject_has_namesake(r reject) returns boolean
language sql stable set search_path = steward, pg_temp as $$
	select exists (select from batch b join feed_match m using (feed) join feed_columns(b.feed) n on n.name = m.name
		join feed_columns(b.feed) d on d.name = m.birth
		join person p on p.name collate "C" = r.raw[n.place] and p.birth_date::text = r.raw[d.place]
		where b.batch_id = r.batch_id and m.number = r.column_name and m.gives = 'person_id')
$$;

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
	return is_there or r.ready or r.reason = 'person' and reject_has_namesake(r);
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

-- Doubts of one load that are alike: more than so many are one question.
create or replace function doubts_alike() returns table (batch_id bigint, kind text, why text, n bigint)
language sql stable set search_path = steward, pg_temp as $$
	select r.batch_id, r.kind, r.why, count(*) from staged_row r
	where r.state = 'doubtful' and not r.is_single group by 1, 2, 3 having count(*) > 20
$$;

grant execute on function load_is_replaced, reject_may_try, import_open, import_match, import_apply, import_touch, import_close, import_again,
	import_ready, import_accepted, import_refused to steward_batch;
grant execute on function reject_repair, reject_settle, feed_columns, csv_line to steward_staff;
grant execute on function doubts_alike to steward_batch, steward_staff;
