-- Scheduled work writes through functions.  Its login owns no right to change a person, a payment, a task, a
-- decision or the audit; it fills tables of its session that these functions make and own (so that nothing in
-- them can run as the owner), and calls the next step.

-- One process at a time: rows that nobody but these functions can lock.
create table work_lock (name text primary key);
comment on table work_lock is '@ref what only one process may do at a time';
create function work_lock_take(p_name text) returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	insert into work_lock values (p_name) on conflict do nothing;
	perform from work_lock where name = p_name for update;
end $$;

create function setting_put(p_name text, p_value text) returns void
language sql set search_path = steward, pg_temp as $$
	insert into setting (name, value) values (p_name, coalesce(p_value, ''))
	on conflict (name) do update set value = excluded.value where setting.value <> excluded.value
$$;

-- The day of a file or a run.  A slip of the year would end certificates and let the living seem dead, so a day
-- more than a week past the last judged one is said twice.
create function work_day(p_day date, p_force boolean) returns date
language plpgsql stable set search_path = steward, pg_temp as $$
declare
	last date := coalesce(judged_day(), greatest(business_day(), current_date));
begin
	if p_day > last + 7 and not p_force then
		raise exception using errcode = 'ST422', message =
			format('%s is more than a week past the last judged day, %s', p_day, last),
			hint = 'Mend the date; if it is right, say so with --force.';
	end if;
	return coalesce(p_day, business_day());
end $$;

-- A table of the session that a step reads was made by a step before it.  One that the login has made itself could
-- be a view, or have a rule or a type of its own, and run as the owner.
create function session_table(p_name text) returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	if not exists (select from pg_class where relnamespace = pg_my_temp_schema() and relname = p_name
			and relowner = current_user::regrole) then
		raise exception using errcode = 'ST403', message = 'this step follows another one',
			hint = 'Files come in by steward import, verdicts by steward judge.';
	end if;
end $$;

-- A file comes in: its batch, and the empty table its rows are copied to.
create function import_open(p_feed text, p_digest text, p_file text, p_day date, p_force boolean)
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

create function stage_make() returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	create temp table stage_in (line bigint, id_no text, name text, birth_date date, text1 text,
		text2 text, text3 text, text4 text, text5 text, day1 date, day2 date, day3 date,
		period1 int, number1 bigint, number2 bigint, number3 bigint, number4 bigint,
		number5 bigint, number6 bigint) on commit drop;
	grant insert on stage_in to steward_batch;
end $$;

-- What the feeds' statements see is the table, or view, stage.  Rows that are kept as they came:
create function import_match_none(p_batch bigint) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform session_table('stage_in');
	create temp table stage on commit drop as
	select s.*, null::bigint as person_id, 0 as region_code from stage_in s;
end $$;

-- New persons: rows with a number that is known already keep that person; new ones get ids from blocks.
create function import_match_new(p_batch bigint) returns void
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
-- while name and birth day are somebody's, is doubt and becomes a task.
create function import_match_person(p_batch bigint) returns void
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
	insert into finding (person_id, rule_id, cause, region_code, task_type, due, say, inputs,
		rule_hash, found_on)
	select r.person_id, 'feed.match', r.batch_id || ':' || r.line, r.region_code, 'match',
		due_on(b.business_day, coalesce(t.days, 10), t.working_days),
		jsonb_build_array('%s file: %s', b.feed, r.why)::text,
		jsonb_strip_nulls(jsonb_build_object('identity', p.name, 'birth_date', p.birth_date,
			'name_in_file', r.body ->> 'name', 'number_in_file', r.body ->> 'id_no',
			'file', b.file_name, 'line', r.line))::text, '', b.business_day
	from staged_row r join batch b using (batch_id) join person p using (person_id)
	left join task_type t on t.task_type = 'match'
	where r.batch_id = p_batch;
	insert into task (person_id, rule_id, cause, region_code, task_type, due, priority, opened_on)
	select f.person_id, f.rule_id, f.cause, f.region_code, f.task_type, f.due,
		coalesce(t.priority, 5), f.found_on
	from staged_row r join finding f on f.person_id = r.person_id and f.rule_id = 'feed.match'
		and f.cause = r.batch_id || ':' || r.line
	left join task_type t on t.task_type = f.task_type
	where r.batch_id = p_batch;
	insert into reject (batch_id, line, column_name, reason, detail)
	select p_batch, m.line, 'id_no', 'person', 'nobody here has this number' from matched m
	where m.person_id is null
		and not exists (select from staged_row r where r.batch_id = p_batch and r.line = m.line);
end $$;

-- The feed's own statements: the body of a function that the modules' tables make.
create function import_apply(p_batch bigint, p_feed text) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform session_table('stage');
	execute format('select %I($1)', 'feed_' || p_feed) using p_batch;
end $$;

-- Whom the file was about.  Beyond a fifth of all persons their facts are made anew as a whole, which costs less
-- than one by one: that is written as one row for nobody in particular.  Small files are not counted.  Of
-- matched persons an estimate will do, and has just been made: either way the same facts come out.
create function import_touch(p_batch bigint, p_read bigint, p_new boolean) returns void
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

create function import_close(p_batch bigint, p_read bigint) returns batch
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
create function import_accepted(p_batch bigint, p_feed text) returns void
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

-- The judge: its day, the tables of a round, what it found.
create function judge_open(p_day date, p_force boolean) returns date
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	last date;
	day date;
begin
	perform work_lock_take('judge');
	last := judged_day();
	day := work_day(p_day, p_force);
	if day < last then
		raise exception using errcode = 'ST422',
			message = format('%s is before the last judged day, %s', day, last),
			hint = 'A day cannot be judged again as it was; give --date with that day or a later one.';
	end if;
	perform setting_put('business_day', day::text);
	return day;
end $$;

create function judge_round() returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	drop table if exists pg_temp.taken, pg_temp.checked, pg_temp.found;
	create temp table taken on commit drop as select person_id, batch_id from touched;
	create temp table checked (person_id bigint, next_check date, judged bigint) on commit drop;
	create temp table found (person_id bigint, rule_id text, cause text, task_type text, due date,
		say text, monthly_fen bigint, inputs text, rule_hash text) on commit drop;
	grant select, delete on taken to steward_batch;
	grant insert on checked, found to steward_batch;
end $$;

-- A person whose facts could not be made stays touched.
create function judge_keep_touched(p_person bigint) returns void
language sql security definer set search_path = steward, pg_temp as $$
	insert into touched (person_id, batch_id, region_code)
	select person_id, 0, region_code from person where person_id = p_person on conflict do nothing
$$;

-- Findings and tasks after a round.  p_failed: rules whose findings stay as they are; p_automatic: kinds of task
-- that rules settle alone.
create function judge_apply(p_day date, p_failed text[], p_automatic text[]) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform session_table('found');
	perform session_table('checked');
	-- The comparison joins them both ways: without this the planner takes them for tiny.
	analyze checked, found;
	update person_pack k set next_check = c.next_check, judged = c.judged
	from checked c where k.person_id = c.person_id;
	-- Somebody may be looking at a task whose finding has changed: its version tells.
	with news as (
		select n.*, (f.say, f.inputs, f.monthly_fen) is distinct from
			(n.say, n.inputs, n.monthly_fen) as is_other
		from found n join finding f using (person_id, rule_id, cause)
		where (f.say, f.inputs, f.rule_hash, f.due, f.monthly_fen) is distinct from
			(n.say, n.inputs, n.rule_hash, coalesce(n.due, f.due), n.monthly_fen)
	), kept as (
		update finding f set due = coalesce(n.due, f.due), say = n.say, inputs = n.inputs,
			rule_hash = n.rule_hash, monthly_fen = n.monthly_fen
		from news n
		where f.person_id = n.person_id and f.rule_id = n.rule_id and f.cause = n.cause
	)
	update task t set ver = t.ver + 1 from news n
	where n.is_other and t.person_id = n.person_id and t.rule_id = n.rule_id and t.cause = n.cause
		and t.state in ('open', 'proposed');
	-- A cause that has vanished takes its open task with it; what is proposed stays, to be refused or
	-- taken back.
	with gone as (
		delete from finding f using checked c
		where c.person_id = f.person_id and f.rule_id <> 'feed.match'
			and not f.rule_id = any (p_failed)
			and not exists (select from found n where n.person_id = f.person_id
				and n.rule_id = f.rule_id and n.cause = f.cause)
		returning f.person_id, f.rule_id, f.cause
	)
	update task t set state = case t.state when 'open' then 'withdrawn' else t.state end,
		ver = t.ver + 1, closed_on = case t.state when 'open' then p_day end
	from gone g
	where t.person_id = g.person_id and t.rule_id = g.rule_id and t.cause = g.cause
		and t.state in ('open', 'proposed');
	-- Clocks end on a day that is worked out once for each kind of task, not for each row.  What is about
	-- no person belongs to area 0, the whole.
	with clock as materialized (select task_type, priority, due_on(p_day, days, working_days) as due
		from task_type)
	insert into finding (person_id, rule_id, cause, region_code, task_type, due, say, inputs,
		rule_hash, found_on, monthly_fen)
	select n.person_id, n.rule_id, n.cause, coalesce(p.region_code, 0), n.task_type,
		coalesce(n.due, t.due, due_on(p_day, 20, null)), n.say, n.inputs, n.rule_hash, p_day,
		n.monthly_fen
	from found n left join person_fact p using (person_id)
	left join clock t on t.task_type = n.task_type
	where not exists (select from finding f where f.person_id = n.person_id
		and f.rule_id = n.rule_id and f.cause = n.cause)
	on conflict do nothing;
	with clock as materialized (select task_type, priority, due_on(p_day, days, working_days) as due
		from task_type)
	insert into task (person_id, rule_id, cause, region_code, task_type, due, priority, opened_on)
	select n.person_id, n.rule_id, n.cause, coalesce(p.region_code, 0), n.task_type,
		coalesce(n.due, t.due, due_on(p_day, 20, null)), coalesce(t.priority, 5), p_day
	from found n left join person_fact p using (person_id)
	left join clock t on t.task_type = n.task_type
	where not n.task_type = any (p_automatic)
		and not exists (select from task k where k.person_id = n.person_id
			and k.rule_id = n.rule_id and k.cause = n.cause)
	on conflict do nothing;
	-- A cause that is back before anyone decided opens its task again.
	update task t set state = 'open', ver = t.ver + 1, closed_on = null
	from found n
	where t.person_id = n.person_id and t.rule_id = n.rule_id and t.cause = n.cause
		and t.state = 'withdrawn';
end $$;

-- What rules settle alone, of one kind: task, decision, effect; the persons are judged again.  That no human
-- decided is the columns' default.
create function judge_settle(p_type text, p_day date, p_book text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	n bigint;
begin
	perform session_table('found');
	create temp table found_auto on commit drop as
	select n.person_id, n.rule_id, n.cause, p.region_code, n.say, n.inputs, n.rule_hash
	from found n join person_fact p using (person_id)
	where n.task_type = p_type and not exists (select from task k where k.person_id = n.person_id
		and k.rule_id = n.rule_id and k.cause = n.cause);
	get diagnostics n = row_count;
	insert into task (person_id, rule_id, cause, region_code, task_type, state, due, priority,
		opened_on, closed_on)
	select person_id, rule_id, cause, region_code, p_type, 'done', p_day, 9, p_day, p_day
	from found_auto on conflict do nothing;
	insert into decision (person_id, decision_id, region_code, rule_id, cause, event, outcome, reason,
		note, business_day, rule_hash, inputs, book_hash, judged_on, seal)
	select person_id, nextval('id_block'), region_code, rule_id, cause, 'apply', 'done', 'rule', '',
		p_day, rule_hash, i.puts, p_book, p_day,
		decision_seal(person_id, rule_id, cause, rule_hash, p_book, p_day, i.puts)
	from found_auto cross join lateral (select jsonb_build_object('say', say::jsonb, 'facts',
		inputs::jsonb) as puts) i on conflict do nothing;
	execute format('select %I()', 'settle_' || p_type);
	insert into touched (person_id, batch_id, region_code)
	select distinct person_id, 0, region_code from found_auto on conflict do nothing;
	drop table found_auto;
	return n;
end $$;

create function judge_untouch() returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform session_table('taken');
	delete from touched t using pg_temp.taken k
	where t.person_id = k.person_id and t.batch_id = k.batch_id;
end $$;

-- p_packed: of a run over everyone, how many rows there are to judge by.
create function judge_close(p_day date, p_book text, p_columns text, p_edge date, p_packed bigint) returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	if p_day is distinct from business_day() then
		raise exception using errcode = 'ST422', message = 'only the business day can have been judged';
	end if;
	perform setting_put('last_judged', p_day::text), setting_put('book_hash', p_book),
		setting_put('fact_columns', p_columns), setting_put('next_edge', p_edge::text);
	if p_packed is not null then
		perform setting_put('packed', p_packed::text);
	end if;
end $$;

-- Statistics are made by the owner of a table alone.
create function gather_statistics() returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	t regclass;
begin
	for t in select oid from pg_class where relnamespace = 'steward'::regnamespace
			and relkind in ('r', 'p') and not relispartition loop
		execute format('analyze %s', t);
	end loop;
end $$;

-- What is left to the login: reading, what is worked out from the rest and can be made anew, the tables that the
-- policy texts fill, and adding rejects and texts.
revoke insert, update, delete, truncate on all tables in schema steward from steward_batch;
revoke insert (person_id, decision_id, region_code, rule_id, cause, event, outcome, reason, note,
	business_day, rule_hash, inputs, book_hash, judged_on, seal) on decision from steward_batch;
grant insert, update, delete on person_fact to steward_batch;
grant insert (person_id, region_code, body), update (region_code, body), delete on person_pack to steward_batch;
grant insert, update, delete on indicator_value to steward_batch;
grant update (days, priority, working_days) on task_type to steward_batch;
grant insert, update, delete on reason to steward_batch;
grant insert, delete on calendar_day, indicator_limit, policy_number to steward_batch;
grant insert on reject, rule_text, rule_book to steward_batch;
revoke execute on all functions in schema steward from public;
grant execute on function import_open, import_match_none, import_match_new, import_match_person, import_apply, import_touch,
	import_close, import_accepted, judge_open, judge_round, judge_keep_touched, judge_apply, judge_settle,
	judge_untouch, judge_close, work_day, gather_statistics to steward_batch;
