-- Who works here and who is hidden, as the workbench shows them; what is done is done by the same functions of the schema.

-- statement: house_one
-- params: login text
-- columns: login text, display text, job text, region text, step_fen int8, day_fen int8
select s.login::text, s.display, s.job, coalesce(g.name, s.region_code::text), s.step_fen, s.day_fen
from staff s left join region g on g.region_code = s.region_code where s.login = $1::text limit 1;

-- statement: house_jobs
-- params:
-- columns: code text, label text
select j.job as code, j.job as label from job j order by 1 limit 100;

-- statement: house_colleagues
-- params: login text
-- columns: code text, label text
select s.login::text as code, s.display as label from staff s join staff l on l.login = $1::text and l.job = s.job
where s.active and s.login <> $1::text order by 1 limit 1000;

-- statement: house_approve
-- params: login text, sign text
-- columns: done void
select staff_settle($1, 'approve', $2) as done;

-- statement: house_refuse
-- params: login text
-- columns: done void
select staff_settle($1, 'refuse', null) as done;

-- The rows that are told are one line here; sessions end by a key of their own, once this is stored.
-- statement: house_leave
-- params: login text, colleague text
-- columns: n int8
select coalesce(sum(l.n), 0)::bigint as n from staff_leave($1, $2) l;

-- statement: house_barriers
-- params:
-- columns: name text, title text, hard text, state text, from_day date, to_day date, author text, why text, person_id int8, kind text
select b.name, b.title, case when b.is_hard then 'hard' else 'soft' end, b.state, b.from_day, b.to_day, b.author::text, b.why,
	b.person_id, b.kind
from barrier_rows() b order by b.from_day desc, b.person_id, b.kind limit 1000;

-- statement: house_barrier
-- params: person_id int8, kind text
-- columns: name text, title text, state text, from_day date, to_day date, why text
select b.name, b.title, b.state, b.from_day, b.to_day, b.why from barrier_rows() b where b.person_id = $1 and b.kind = $2 limit 1;

-- statement: house_kinds
-- params:
-- columns: code text, label text
select k.kind as code, k.title as label from barrier_kind k order by 1 limit 100;

-- By the number as it is typed, of somebody whom this login sees; nobody else is there.
-- statement: house_hide
-- params: number text, kind text, why text, from_day date, to_day date
-- columns: barrier int8
select barrier_put(coalesce((select i.person_id from person_ident i where i.id_no = $1 order by i.id_kind limit 1), 0),
	$2, $3, $4, $5) as barrier;

-- statement: house_unhide
-- params: person_id int8, kind text
-- columns: state text
select barrier_settle($1, $2, 'approve') as state;

-- statement: house_keep
-- params: person_id int8, kind text
-- columns: state text
select barrier_settle($1, $2, 'refuse') as state;

-- statement: house_kin
-- params: login text, number text, own bool
-- columns: n int8
select kin_put($1, coalesce((select i.person_id from person_ident i where i.id_no = $2 order by i.id_kind limit 1), 0),
	case when $3::boolean then 'own' else 'told' end) as n;

-- statement: house_kin_no_more
-- params: person_id int8, login text
-- columns: n int8
select kin_end($2, $1) as n;
