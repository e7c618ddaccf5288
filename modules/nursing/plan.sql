-- Plans of visits: what the task offers, what the day's work finds, and what goes out to nurses.

-- Who could go; Enter on one of them plans her.  Where nobody can, one row says why.
-- statement: plan_offers
-- params: person_id int8, rule_id text, cause text
-- columns: nth int8, nurse text, say text, licence text, person_id int8, cause text
with c as materialized (select x.nth, x.nurse, x.say, x.licence from home_candidates($1::bigint, $3::text) x
	where $2::text = 'nursing.request' order by x.nth limit 9)
select c.nth, c.nurse, c.say, c.licence, $1::bigint, $3::text from c
union all
select null, '', coalesce(home_bar(q.person_id, q.kind, greatest(q.wanted_day, business_day()), home_minutes(q.kind)),
	'["no nurse is free in the wanted window"]'), '', $1::bigint, $3::text
from home_request_now q where $2::text = 'nursing.request' and q.person_id = $1::bigint and q.cause = $3::text and q.stand = 'unplanned'
	and not exists (select from c)
order by 1 limit 9;

-- statement: plan_take
-- params: person_id int8, cause text, licence text
-- columns: state text
select home_take($1, $2, $3) as state;

-- statement: plan_back
-- params: person_id int8, plan int8
-- columns: back int8
select home_plan_back($1, $2) as back;

-- statement: plan_absent
-- params: licence text, day date
-- columns: back int8
select home_absent($1, $2) as back;

-- statement: plan_present
-- params: licence text, day date
-- columns: again int8
select home_present($1, $2) as again;

-- A plan's day is over and no file tells of a visit, or the person is in hospital by then.  Nobody is touched when a day passes, so
-- it looks at the plans of a month and those to come, and at those that are somebody's task already.
-- statement: plan_missed
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select v.person_id, 0::int8 as subject_id, v.plan_no::text as cause, jsonb_build_array(case v.stand when 'missed'
		then '%s, planned for %s on %s at %s, did not take place' else '%s, planned for %s on %s at %s: the person is in hospital by then' end,
		home_kind(v.kind), n.name, v.day, to_char(v.from_at, 'HH24:MI'))::text as say,
	null::date as due, null::bigint as monthly_fen, jsonb_build_object('plan', v.plan_no, 'day', v.day) as inputs
from (select p.person_id, p.plan_no from home_plan p where p.state = 'planned' and p.day > $1::date - 31
	union select t.person_id, t.cause::bigint from task t where t.rule_id = 'nursing.missed' and t.state = 'open') k
join home_plan_now v using (person_id, plan_no) join home_nurse n using (nurse_id)
where v.state = 'planned' and v.stand in ('missed', 'in_hospital') and not person_is_dead(v.person_id);

-- The plan of a day, of all nurses or of one.
-- statement: plan_day
-- params: day date, licence text
-- columns: licence text, nurse text, from_at text, to_at text, name text, kind text, stand text, phone text, area text, plan_no int8, person_id int8
select n.licence, n.name, to_char(p.from_at, 'HH24:MI'), to_char(p.to_at, 'HH24:MI'), s.name, p.kind, p.stand,
	coalesce(nullif(concat_ws(' ', nullif(r.helper, ''), nullif(r.helper_phone, '')), ''), contact_for(p.person_id, 'sms'), ''),
	coalesce(g.name, p.region_code::text), p.plan_no, p.person_id
from home_plan_now p join home_nurse n using (nurse_id) join person s on s.person_id = p.person_id
join home_request r on r.person_id = p.person_id and r.request_no = p.request_no left join region g on g.region_code = p.region_code
where p.day = $1 and p.state = 'planned' and ($2::text is null or n.licence = $2)
order by n.licence, p.from_at, p.plan_no limit 20000;

-- Nurses who have something to do on a day, by their numbers, blanks between.
-- statement: plan_nurses
-- params: day date, licence text
-- columns: nurses text
select coalesce(string_agg(distinct p.nurse_id::text, ' '), '') from home_plan_now p join home_nurse n using (nurse_id)
where p.day = $1 and p.stand in ('planned', 'fulfilled', 'late', 'missed') and p.state = 'planned' and ($2::text is null or n.licence = $2);

-- A nurse's file: who, where, when, for what, whom to ring up.
-- statement: plan_text
-- params: day date, nurse text
-- columns: body text
select E'plan_no,day,from,to,id_no,name,kind,address,contact,telephone\n' || coalesce(string_agg(csv_line(array[p.plan_no::text, p.day::text,
		to_char(p.from_at, 'HH24:MI'), to_char(p.to_at, 'HH24:MI'), coalesce(i.id_no, ''), s.name, p.kind,
		coalesce(nullif(r.place, ''), contact_for(p.person_id, 'letter'), ''), r.helper,
		coalesce(nullif(r.helper_phone, ''), contact_for(p.person_id, 'sms'), '')]), E'\n' order by p.from_at, p.plan_no) || E'\n', '')
from home_plan_now p join person s on s.person_id = p.person_id join home_request r on r.person_id = p.person_id and r.request_no = p.request_no
left join lateral (select min(x.id_no) as id_no from person_ident x where x.person_id = p.person_id and not x.is_former) i on true
where p.day = $1 and p.stand in ('planned', 'fulfilled', 'late', 'missed') and p.state = 'planned' and p.nurse_id::text = $2;

-- statement: plan_licence
-- params: nurse text
-- columns: licence text
select regexp_replace(n.licence, '[^[:alnum:]_-]', '_', 'g') from home_nurse n where n.nurse_id::text = $1 limit 1;

-- statement: plan_candidates
-- params: person_id int8, cause text
-- columns: nth int8, licence text, nurse text, points numeric, say text
select c.nth, c.licence, c.nurse, c.points, c.say from home_candidates($1::bigint, $2::text) c order by c.nth limit 30;

-- statement: plan_reason
-- params: person_id int8, cause text
-- columns: say text
select coalesce(home_why_not($1::bigint, $2::text), '');
