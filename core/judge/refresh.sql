-- Whose facts are made anew: the session's todo.  What was touched stands in taken (see judge_round).  {s} is the
-- subject's name.

-- Number 0 stands for all of them.
-- statement: refresh_everyone
-- columns: everyone bool
select exists (select from taken where subject_id = 0) as everyone;

-- Written about since, or a window has moved.
-- statement: refresh_todo
-- params: day date
create temp table todo on commit drop as
select subject_id as {s}_id, $1::date as day from taken where subject_id <> 0
union select {s}_id, $1::date from {s}_fact where facts_until <= $1::date;

-- statement: refresh_analyze
analyze todo;

-- When somebody's facts cannot be made: all of todo, kept while it is tried in parts.
-- statement: refresh_whole
create temp table todo_whole on commit drop as select {s}_id as id, day from todo;

-- statement: refresh_whole_all
-- params: day date
create temp table todo_whole on commit drop as select {s}_id as id, $1::date as day from {b};

-- statement: refresh_part
create temp table todo on commit drop as select id as {s}_id, day from todo_whole limit 0;

-- statement: refresh_ends
-- columns: first int8, last int8
select min(id) as first, max(id) as last from todo_whole;

-- statement: refresh_range
-- params: first int8, last int8
insert into todo select * from todo_whole where id between $1 and $2;

-- statement: refresh_halves
-- params: first int8, last int8
-- columns: last int8, next int8
select max(id) filter (where half = 1), min(id) filter (where half = 2)
from (select id, ntile(2) over (order by id) as half from todo_whole where id between $1 and $2) h;

-- statement: refresh_keep_touched
-- params: subject text, id int8
-- columns: done void
select judge_keep_touched($1, $2) as done;

-- statement: refresh_leave_out
-- params: id int8
with k as (delete from taken where subject_id = $1)
delete from todo_whole where id = $1;
