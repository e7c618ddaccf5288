-- Files that came in, what became of their rows, and the rows that wait.

-- "!" rows are open.
-- statement: loads_list
-- params: after int8, n int4
-- columns: mark text, load int8, feed text, file text, day date, read int8, accepted int8, corrected int8, doubtful int8, rejected int8, open int8, fresh int8, same int8, contradictory int8
select case when o.n > 0 then '!' else '' end, b.batch_id, b.feed, b.file_name, b.business_day, b.rows_read,
	b.rows_accepted, b.rows_corrected, b.rows_doubtful, b.rows_rejected, o.n, b.rows_new, b.rows_same,
	b.rows_contradictory
from batch b cross join lateral (select count(*) as n from reject r where r.batch_id = b.batch_id
	and r.state = 'open') o
where $1::bigint is null or b.batch_id < $1
order by b.batch_id desc limit coalesce($2::int, 100);

-- statement: loads_one
-- params: load int8
-- columns: load int8, feed text, title text, file text, day date, author name, read int8, fresh int8, same int8, corrected int8, contradictory int8, doubtful int8, rejected int8, columns text
select b.batch_id, b.feed, f.title, b.file_name, b.business_day, b.author, b.rows_read, b.rows_new, b.rows_same,
	b.rows_corrected, b.rows_contradictory, b.rows_doubtful, b.rows_rejected,
	(select string_agg(c.name, ' ' order by c.place) from feed_columns(b.feed) c)
from batch b join feed f using (feed) where b.batch_id = $1 limit 1;

-- statement: loads_reasons
-- params: load int8
-- columns: reason text, column_name text, rows int8, first_line int8, example text, load int8
select reason, column_name, count(*), min(line), mode() within group (order by value), batch_id from reject
where batch_id = $1 and state = 'open' group by batch_id, reason, column_name order by 3 desc, 1, 2 limit 20;

-- statement: loads_rejects
-- params: load int8
-- columns: mark text, line int8, column_name text, value text, detail text, row text
select case when ready then '*' else '' end, line, column_name, value, detail, csv_line(raw)
from reject where batch_id = $1 and state = 'open' order by line limit 200;

-- statement: loads_doubts
-- params: load int8
-- columns: line int8, kind text, state text, why text, person_id int8
select line, kind, state, why, person_id from staged_row where batch_id = $1 order by line limit 200;

-- statement: loads_columns
-- params: load int8
-- columns: code text, label text
select c.name, c.name from batch b cross join feed_columns(b.feed) c where b.batch_id = $1 order by c.place;

-- statement: loads_repair
-- params: load int8, column text, old text, new text
-- columns: rows int8
select reject_repair($1, $2, $3, $4) as rows;

-- statement: loads_retry
-- params: load int8
-- columns: rows int8
select reject_settle($1, false) as rows;

-- statement: loads_drop
-- params: load int8
-- columns: rows int8
select reject_settle($1, true) as rows;

-- Ten rows of a file that waits, drawn by chance, the same whoever asks.
-- statement: loads_sample
-- params: load int8
-- columns: line int8, name text, state text, row text, person_id int8
select r.line, coalesce(p.name, r.body ->> 'name'), r.state, (select string_agg(b.value, ', ' order by c.place)
		from feed_columns(l.feed) c join jsonb_each_text(r.body) b on b.key = c.name and b.value <> ''), r.person_id
from staged_row r join batch l using (batch_id) left join person p using (person_id)
where r.batch_id = $1 and r.kind = 'load' and r.state in ('waiting', 'accepted', 'applied')
order by r.state = 'waiting', md5(r.batch_id || ' ' || r.line) limit (select 10 + count(*) from staged_row x
	where x.batch_id = $1 and x.kind = 'load' and x.state in ('accepted', 'applied'));

-- statement: loads_confirm
-- params: load int8, line int8, how text
-- columns: person_id int8
select load_confirm($1, $2, $3) as person_id;
