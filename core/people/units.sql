-- Departments and counters, and who belongs to them.

-- statement: units_list
-- params:
-- columns: unit text, title text, region text, kinds text, members int8, open int8, late int8
select unit, title, region, kinds, members, open, late from unit_rows() order by unit = '', unit limit 1000;

-- statement: unit_one
-- params: unit text
-- columns: unit text, title text, region text, kinds text
select u.unit, u.title, coalesce(g.name, u.region_code::text), array_to_string(u.kinds, ', ')
from unit u left join region g using (region_code) where u.unit = $1 limit 1;

-- statement: unit_names
-- params:
-- columns: code text, label text
select unit as code, title as label from unit order by 1 limit 1000;

-- statement: unit_put
-- params: unit text, title text, kinds text, region_code int4
-- columns: done void
select unit_put($1, $2, $3, $4) as done;

-- statement: unit_end
-- params: unit text
-- columns: done void
select unit_end($1) as done;

-- statement: unit_join
-- params: login text, unit text
-- columns: done void
select staff_unit($1, $2) as done;

-- As the caller sees them, so that the queue behind each has as many; of no unit when it is ''.
-- statement: unit_work
-- params: unit text
-- columns: task_type text, title text, open int8, late int8
select k.task_type, k.title, count(*), count(*) filter (where t.due < business_day())
from task t join task_state s using (state) join task_type k using (task_type)
left join unit u on u.unit = $1
where s.kind <> 'final' and case when u.unit is null then not exists (select from unit o where unit_has(o, t.task_type, t.region_code))
	else unit_has(u, t.task_type, t.region_code) end
group by k.task_type, k.title order by 4 desc, 3 desc, 1 limit 500;

-- statement: unit_members
-- params: unit text
-- columns: login text, display text, job text, in_hand int8
select s.login::text, s.display, s.job, (select count(*) from task_claim c where c.login = s.login and c.until > now())
from staff s where s.active and s.unit is not distinct from nullif($1, '') and s.job <> 'batch' order by s.job, 1 limit 1000;
