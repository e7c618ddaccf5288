-- The catalogue of work, as people read it.

-- Every kind of task, and every kind that has rows of its own: a matter at the counter is work with a clock of its own.
-- statement: work_types
-- params: task_type text
-- columns: mark text, task_type text, title text, owner text, days int4, working_days int4, steps int8, reasons int8, letters int8, papers text, open int8, off_since text, why text
select case when w.task_type is not null then 'h' else '' end, y.task_type, y.title, y.owner,
	case when c.working_days is null then coalesce(c.days, 20) end, c.working_days,
	(select count(*) from task_move m where m.task_type = y.task_type),
	(select count(distinct (r.event, r.code)) from task_move m join reason r on r.event = m.event
		and r.task_type = reason_kind('', y.task_type, m.event) where m.task_type = y.task_type),
	(select count(*) from work_message m where m.kind = y.task_type),
	'', (select count(*) from task t where t.task_type = y.task_type and t.closed_on is null), to_char(w.at, 'YYYY-MM-DD'), w.why
from task_type y left join work_clock c on c.kind = y.task_type left join work_off w using (task_type)
where $1::text is null or y.task_type = $1
union all
select '', p.kind || ' ' || p.code, p.code, 'clerk', max(p.value) filter (where p.name = 'days')::int,
	max(p.value) filter (where p.name = 'working_days')::int, (select count(*) from task_move m where m.task_type = 'service'),
	(select count(*) from reason r where r.task_type = 'service'), 0::bigint, coalesce((select string_agg(q.name, ' ' order by q.name)
	from policy_row q where q.kind = 'service_paper' and q.code = p.code), ''), null, null, null
from policy_row p where p.kind = 'service_matter' and $1::text is null group by p.kind, p.code
order by 2;

-- statement: work_type_steps
-- params: task_type text
-- columns: from_state text, event text, to_state text, job text, label text, reasons text, letter text
select m.from_state, m.event, m.to_state, m.job, m.label, coalesce((select string_agg(r.code, ' ' order by r.sort) from reason r
		where r.event = m.event and r.task_type = reason_kind('', m.task_type, m.event)), ''), coalesce((select w.template
		from work_message w where w.kind = m.task_type and w.state = m.to_state limit 1), '')
from task_move m where m.task_type = $1 order by m.from_state <> 'open', m.from_state, m.event;

-- statement: work_switch
-- params: task_type text, is_on bool, why text
-- columns: tasks int8
select work_switch($1, $2, $3) as tasks;
