-- Barriers, and who has looked.

-- statement: barrier_put
-- params: person_id int8, kind text, why text, from_day date, to_day date
-- columns: barrier int8
select barrier_put($1, $2, $3, $4, $5) as barrier;

-- statement: barrier_end
-- params: person_id int8, kind text, why text
-- columns: state text
select barrier_end($1, $2, $3) as state;

-- statement: barrier_settle
-- params: person_id int8, kind text, event text
-- columns: state text
select barrier_settle($1, $2, $3) as state;

-- statement: barrier_waive
-- params: number text, why text, until date
-- columns: n int8
select barrier_waive($1, $2, $3) as n;

-- statement: barrier_list
-- params:
-- columns: name text, title text, hard text, state text, from_day date, to_day date, why text, author text, person_id int8
select name, title, case when is_hard then 'hard' else 'soft' end, state, from_day, to_day, why, author::text, person_id
from barrier_rows() order by from_day desc, person_id, kind limit 1000;

-- statement: barrier_night
-- columns: n int8
select barrier_night() as n;

-- statement: barrier_waivers
-- params:
-- columns: login text, waived int8, standing int8, last_at text
select login::text, waived, standing, to_char(office_time(last_at), 'YYYY-MM-DD HH24:MI') from barrier_waivers();

-- statement: kin_put
-- params: login text, person_id int8, relation text
-- columns: n int8
select kin_put($1, $2, $3) as n;

-- statement: kin_end
-- params: login text, person_id int8
-- columns: n int8
select kin_end($1, $2) as n;

-- statement: staff_special
-- params: login text, on bool
-- columns: done void
select staff_special($1, $2) as done;

-- statement: person_looked_at
-- params: person_id int8
-- columns: day date, who text, what text, purpose text, times int4
select day, who, what, purpose, times from person_looked_at($1) order by day desc, what, who limit 1000;
