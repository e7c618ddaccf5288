-- Who works here.

-- statement: people_list
-- params:
-- columns: login name, display text, job text, region text, step_fen int8, day_fen int8, signed_fen int8, seen date, active text, waits text, unit text, sign text
select coalesce(s.login, c.login), s.display, s.job, coalesce(g.name, s.region_code::text), s.step_fen, s.day_fen, d.fen, (select max(n.day) from staff_seen n where n.login = s.login),
	case when s.active then 'yes' else 'no' end,
	case when c.login is not null then concat_ws(' ', staff_sign(c), case when c.special then 'special unit' when not c.special then 'not the special unit'
		when c.job is not null then c.job || coalesce(', ' || r.name, '') else concat_ws(' ', 'limit', c.step_fen, c.day_fen) end,
		'(' || c.author || ')') end,
	case when s.special then 'special unit' else coalesce(u.title, '') end, case when c.login is not null then staff_sign(c) end
from staff s full join staff_change c on c.login = s.login left join region g on g.region_code = s.region_code
left join region r on r.region_code = c.region_code left join unit u on u.unit = s.unit
left join staff_day d on d.login = s.login and d.day = business_day()
order by s.active is not true, s.job, 1 limit 10000;

-- statement: people_in
-- params:
-- columns: done void
select staff_in() as done;

-- Who may come in and has not for a quarter of a year.
-- statement: people_unused
-- params:
-- columns: logins text
select coalesce(string_agg(s.login, ', ' order by s.login), '') as logins from staff s
where s.active and exists (select from staff_seen n where n.day < office_today() - 90)
	and not exists (select from staff_seen n where n.login = s.login and n.day >= office_today() - 90);

-- statement: people_move
-- params: login text, job text, region_code int4
-- columns: done void
select staff_move($1, $2, $3) as done;

-- statement: people_limit
-- params: login text, step_fen int8, day_fen int8
-- columns: done void
select staff_limit($1, $2, $3) as done;

-- statement: people_settle
-- params: login text, event text, sign text
-- columns: done void
select staff_settle($1, $2, $3) as done;

-- statement: people_leave
-- params: login text, colleague text
-- columns: what text, n int8, who text
select what, n, who from staff_leave($1, $2);

-- statement: people_disconnect
-- params: login text
-- columns: n int8
select staff_disconnect($1) as n;

-- What an office still lacks before its first day.
-- statement: people_to_do
-- params:
-- columns: code text
select x.code from (values (1, 'areas', (select count(*) from region) < 3),
	(2, 'clerk', not exists (select from staff where active and job = 'clerk')),
	(3, 'reviewer', not exists (select from staff where active and job in ('reviewer', 'manager'))),
	(4, 'policy', (select count(*) from staff where active and job = 'policy') < 2),
	(5, 'admin', not exists (select from staff where active and job = 'admin')),
	(6, 'auditor', not exists (select from staff where active and job = 'auditor')),
	(7, 'register', not exists (select from person where person_id <> 0)),
	(8, 'judge', judged_day() is null),
	(9, 'backup', not exists (select from audit_log where person_id = 0 and op = 'backup'))) x (nth, code, lacks)
where x.lacks order by x.nth;
