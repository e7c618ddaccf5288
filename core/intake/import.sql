-- The way of a file into the tables; all of it is one transaction.  What is written is written by functions of the
-- schema (functions.sql), which own the session's tables stage_in, matched and stage.

-- statement: import_known
-- params: feed text, digest text
-- columns: batch_id int8, file_name text, open int8
select batch_id, file_name, (select count(*) from reject r where r.batch_id = b.batch_id and r.state = 'open'
	and r.raw is not null) as open
from batch b where feed = $1 and digest = $2;

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

-- Rows in doubt, each a task of the likely person, or of nobody: what the finder feed.match tells.
-- statement: import_doubts
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select r.person_id, 0::bigint as subject_id, r.batch_id || ':' || r.line as cause, r.say::text,
	due_on(b.business_day, coalesce(t.days, 10), t.working_days) as due, null::bigint as monthly_fen,
	r.about || jsonb_build_object('file', b.file_name, 'line', r.line) as inputs
from staged_row r join batch b using (batch_id)
left join work_clock t on t.kind = 'match'
where r.state = 'doubtful' and r.kind = 'match' and $1::date is not null;

-- What a file says otherwise than the register, where no file may change it: both values, side by side.
-- statement: import_contradictions
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select r.person_id, 0::bigint as subject_id, r.batch_id || ':' || r.line as cause, r.say::text,
	due_on(b.business_day, coalesce(t.days, 10), t.working_days) as due, null::bigint as monthly_fen,
	r.about || jsonb_build_object('file', b.file_name, 'line', r.line) as inputs
from staged_row r join batch b using (batch_id)
left join work_clock t on t.kind = 'contradiction'
where r.state = 'doubtful' and r.kind = 'contradiction' and $1::date is not null;
