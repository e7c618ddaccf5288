-- Whose facts are made anew: the session's table todo.  What was touched stands in taken (see judge_round).

-- Person 0 stands for everyone.
-- statement: refresh_everyone
-- columns: everyone bool
select exists (select from touched where person_id = 0) as everyone;

-- Persons whose facts are to be made anew: written about since, or a window has moved.
-- statement: refresh_todo
-- params: day date
create temp table todo on commit drop as
select person_id, $1::date as day from taken where person_id <> 0
union select person_id, $1::date from person_fact where facts_until <= $1::date;

-- statement: refresh_todo_all
-- params: day date
create temp table todo on commit drop as select person_id, $1::date as day from person;

-- statement: refresh_analyze
analyze todo;

-- When somebody's facts cannot be made: everyone in todo, kept while it is tried in parts.
-- statement: refresh_whole
create temp table todo_whole on commit drop as select * from todo;

-- statement: refresh_ends
-- columns: first int8, last int8
select min(person_id) as first, max(person_id) as last from todo_whole;

-- statement: refresh_range
-- params: first int8, last int8
insert into todo select * from todo_whole where person_id between $1 and $2;

-- statement: refresh_halves
-- params: first int8, last int8
-- columns: last int8, next int8
select max(person_id) filter (where half = 1), min(person_id) filter (where half = 2)
from (select person_id, ntile(2) over (order by person_id) as half from todo_whole
	where person_id between $1 and $2) h;

-- statement: refresh_keep_touched
-- params: person_id int8
-- columns: done void
select judge_keep_touched($1) as done;

-- statement: refresh_leave_out
-- params: person_id int8
with k as (delete from taken where person_id = $1)
delete from todo_whole where person_id = $1;
