-- The way of a file into the tables; all of it is one transaction.  What is written is written by functions of the
-- schema (functions.sql), which own the session's tables stage_in, matched and stage.

-- statement: import_known
-- params: feed text, digest text
-- columns: batch_id int8, file_name text, open int8, replaced bool
select batch_id, file_name, (select count(*) from reject r where r.batch_id = b.batch_id and reject_may_try(r)) as open,
	load_is_replaced(b.batch_id) as replaced
from batch b where feed = $1 and digest = $2 order by again desc limit 1;

-- statement: import_open
-- params: feed text, digest text, file_name text, day date, force bool
-- columns: batch_id int8
select import_open($1, $2, $3, $4, $5) as batch_id;

-- statement: import_match
-- params: batch_id int8, feed text
-- columns: done void
select import_match($1, $2) as done;

-- statement: import_apply
-- params: batch_id int8, feed text
-- columns: done void
select import_apply($1, $2) as done;

-- statement: import_touch
-- params: batch_id int8, rows_read int8, is_new bool
-- columns: done void
select import_touch($1, $2, $3) as done;

-- statement: import_close
-- params: batch_id int8, rows_read int8
-- columns: rows_accepted int8, rows_rejected int8, rows_doubtful int8, rows_new int8, rows_same int8, rows_corrected int8, rows_contradictory int8
select rows_accepted, rows_rejected, rows_doubtful, rows_new, rows_same, rows_corrected, rows_contradictory
from import_close($1, $2);

-- statement: import_again
-- params: batch_id int8, ready bool
-- columns: line int8, raw text
select line, raw from import_again($1, $2);

-- statement: import_ready
-- columns: batch_id int8, feed text, today date
select batch_id, feed, business_day() as today from import_ready();

-- Rejects that the tables made: their rows are looked up in the file once more.
-- statement: import_bare
-- params: batch_id int8
-- columns: line int8
select line from reject where batch_id = $1 and raw is null order by line;

-- What is refused comes in by a table of the session: rows that are cut take no COPY.
-- statement: import_rejects_table
create temp table reject_in (batch_id bigint, line bigint, column_name text, reason text, detail text, value text,
	raw text[]) on commit drop;

-- statement: import_rejects_store
insert into reject (batch_id, line, column_name, reason, detail, value, raw)
select batch_id, line, column_name, reason, detail, value, raw from reject_in;

-- statement: import_rejects
-- params: batch_id int8, after_line int8, most int8
-- columns: line int8, column_name text, reason text, detail text
select line, column_name, reason, detail from reject where batch_id = $1 and line > $2 order by line limit $3;

-- statement: import_reasons
-- params: batch_id int8
-- columns: reason text, rows int8, first_line int8
select reason, count(*) as rows, min(line) as first_line from reject where batch_id = $1
group by reason order by 2 desc, 1 limit 20;

-- statement: import_accepted_batches
-- columns: batch_id int8, feed text
select distinct r.batch_id, b.feed from staged_row r join batch b using (batch_id)
where r.state in ('accepted', 'apart') order by 1;

-- statement: import_accepted
-- params: batch_id int8, feed text
-- columns: done void
select import_accepted($1, $2) as done;

-- Rows in doubt, a task of the likely person, or of nobody, for all rows of a load that name one in the same way: what
-- the finder feed.match tells.
-- statement: import_doubts
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select r.person_id, 0::bigint as subject_id, r.batch_id || ':' || r.line as cause, r.say::text,
	due_on(b.business_day, coalesce(t.days, 10), t.working_days) as due, null::bigint as monthly_fen,
	r.about || jsonb_build_object('file', b.file_name, 'line', r.line)
		|| case when r.rows > 1 then jsonb_build_object('rows', r.rows) else '{}' end as inputs
from (select x.*, row_number() over (w order by line) as nth, count(*) over w as rows from staged_row x
	where state = 'doubtful' and kind = 'match' window w as (partition by person_id, batch_id, why, about)) r
join batch b using (batch_id)
left join work_clock t on t.kind = 'match'
left join doubts_alike() a on not r.is_single and (a.batch_id, a.kind, a.why) = (r.batch_id, r.kind, r.why)
where r.nth = 1 and a.n is null and $1::date is not null;

-- What a file says otherwise than the register, where no file may change it: both values, side by side.
-- statement: import_contradictions
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select r.person_id, 0::bigint as subject_id, r.batch_id || ':' || r.line as cause, r.say::text,
	due_on(b.business_day, coalesce(t.days, 10), t.working_days) as due, null::bigint as monthly_fen,
	r.about || jsonb_build_object('file', b.file_name, 'line', r.line) as inputs
from staged_row r join batch b using (batch_id)
left join work_clock t on t.kind = 'contradiction'
left join doubts_alike() a on not r.is_single and (a.batch_id, a.kind, a.why) = (r.batch_id, r.kind, r.why)
where r.state = 'doubtful' and r.kind = 'contradiction' and a.n is null and $1::date is not null;

-- Many that are alike, one question.
-- statement: import_alike
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select 0::bigint as person_id, 0::bigint as subject_id, a.batch_id || ':' || a.kind || ':' || left(md5(a.why), 8) as cause,
	jsonb_build_array('%s: %s rows are in doubt alike: %s', b.file_name, a.n::text, a.why)::text as say,
	due_on(b.business_day, coalesce(t.days, 10), t.working_days) as due, null::bigint as monthly_fen,
	jsonb_build_object('feed', b.feed, 'file', b.file_name, 'load', b.batch_id, 'rows', a.n) as inputs
from doubts_alike() a join batch b using (batch_id) left join work_clock t on t.kind = 'alike'
where $1::date is not null;

-- No file for longer than the contract says, by a tenth more.  Gone when one comes.
-- statement: feeds_late
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select 0::bigint as person_id, 0::bigint as subject_id, f.feed || ' ' || f.last_day as cause,
	jsonb_build_array('%s: nothing since %s, expected every %s days; %s', f.feed, f.last_day::text, f.days::text,
		f.contact)::text as say, null::date as due, null::bigint as monthly_fen,
	jsonb_build_object('feed', f.feed, 'last_file', f.last_day, 'silent_days', f.silent,
		'holds', array_to_string(f.holds, ' ')) as inputs
from feed_state f where f.is_late and $1::date is not null;

-- The newest file of a sender that is thin, full of what is known, or of what is refused.  Gone with the next one.
-- statement: feeds_unusual
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select 0::bigint as person_id, 0::bigint as subject_id, f.feed || ' ' || b.batch_id || ' ' || x.what as cause,
	jsonb_build_array(x.say, b.file_name, x.n::text, x.of::text)::text as say, null::date as due,
	null::bigint as monthly_fen, jsonb_build_object('feed', f.feed, 'file', b.file_name, 'load', b.batch_id) as inputs
from feed_state f join feed_contract c using (feed) join batch b on b.batch_id = f.last_load
cross join lateral (values
	('thin', '%s has %s rows, usually %s', b.rows_read, f.usual, f.usual >= 20 and b.rows_read * f.times < f.usual),
	('doubled', '%s says nothing new in %s of %s rows', b.rows_same, b.rows_read,
		not c.is_whole and b.rows_read >= 20 and b.rows_same * 10 >= b.rows_read * 4),
	('rejects', '%s: %s of %s rows are refused', b.rows_rejected, b.rows_read,
		b.rows_read >= 20 and b.rows_rejected * 100 > b.rows_read * c.rejects))
	x (what, say, n, of, is_so)
where x.is_so and $1::date is not null;

-- A file that could not be taken at all, until one of its sender is.
-- statement: feeds_refused
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select 0::bigint as person_id, 0::bigint as subject_id, r.feed || ' ' || left(r.digest, 12) as cause,
	jsonb_build_array('%s could not be taken: %s', r.file_name, r.message)::text as say, null::date as due,
	null::bigint as monthly_fen, jsonb_build_object('feed', r.feed, 'file', r.file_name) as inputs
from refused_file r where $1::date is not null and not exists (select from batch b where b.feed = r.feed
	and b.at > r.at);

-- statement: feeds_heavy
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select 0::bigint as person_id, 0::bigint as subject_id, b.batch_id::text as cause,
	jsonb_build_array('%s has %s rows, usually %s: none counts before a second person agrees', b.file_name,
		b.rows_read::text, coalesce(f.usual::text, '?'))::text as say, null::date as due, null::bigint as monthly_fen,
	jsonb_build_object('feed', b.feed, 'file', b.file_name, 'load', b.batch_id, 'rows', b.rows_read) as inputs
from batch b left join feed_state f using (feed) where b.state = 'waiting' and $1::date is not null;

-- statement: import_refused
-- params: feed text, digest text, file_name text, day date, message text
-- columns: done void
select import_refused($1, $2, $3, $4, $5) as done;
