-- What finders, screens and verbs of the module assistance ask.

-- statement: assistance_checks_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select h.person_id, 0::int8 as subject_id, h.checked_on::text as cause,
	jsonb_build_array('health check of %s at %s for %s: %s', h.checked_on::text, h.hospital, yuan_text(h.amount_fen), h.fault)::text as say,
	due_on($1::date, c.days, c.working_days) as due, null::bigint as monthly_fen, jsonb_build_object('fen', h.amount_fen) as inputs
from health_check_told h {scope}
left join work_clock c on c.kind = 'health_check'
where h.fault is not null and h.checked_on > $1::date - 400;

-- statement: assistance_of
-- params: person_id int8
-- columns: day date, what text, detail text, amount_fen int8
select x.day, x.what, x.detail, x.fen from (
	select from_day as day, kind as what, coalesce(to_day::text, '') as detail, null::bigint as fen from low_income where person_id = $1
	union all select from_day, 'disability', level::text, null from disability where person_id = $1
	union all select granted_on, case when is_declined then 'declined' else 'assistance' end, year::text, amount_fen
		from assistance_grant where person_id = $1
	union all select checked_on, 'health check', hospital, amount_fen from health_check where person_id = $1) x
order by x.day desc, x.what limit 20;

-- Who was granted something in a year, and who is proposed for it or waits.
-- statement: assistance_list
-- params: year int4
-- columns: mark text, day date, name text, region text, amount_fen int8, state text, say text, person_id int8
select '', g.granted_on, p.name, coalesce(r.name, ''), g.amount_fen, case when g.is_declined then 'declined' else 'granted' end, g.why, g.person_id
from assistance_grant g join person p using (person_id) left join region r on r.region_code = g.region_code
where g.year = coalesce($1::int, extract(year from business_day())::int)
union all
select case when t.due < business_day() then '!' else '' end, t.opened_on, p.name, coalesce(r.name, ''), f.monthly_fen, t.state, f.say,
	t.person_id
from task t join finding f using (person_id, rule_id, cause) join person p using (person_id)
left join region r on r.region_code = t.region_code
where t.rule_id = 'assistance.entitled' and t.state in ('open', 'proposed')
	and coalesce($1::int, extract(year from business_day())::int) = extract(year from business_day())::int
order by 6, 2 desc, 3, 8 limit 500;

-- A month of health checks, hospital by hospital.
-- statement: assistance_checks
-- params: month text
-- columns: hospital text, state text, checks int8, amount_fen int8
select h.hospital, h.state, count(*), sum(h.amount_fen)::bigint from health_check_state h
where h.checked_on >= to_date($1, 'YYYY-MM') and h.checked_on < to_date($1, 'YYYY-MM') + interval '1 month'
group by h.hospital, h.state order by h.hospital, h.state;

-- Every household of which a row is told has news, whoever of it the row is about; it is its head's, once one is told:
-- of those who have not left the last to come.
-- statement: assistance_households
-- params: batch_id int8
with head as (select distinct on (m.household_no) m.person_id, m.household_no, m.region_code, m.line from household_member m
	where m.role = 'head' and m.household_no in (select household_no from stage)
	order by m.household_no, coalesce(m.to_day < business_day(), false), m.from_day desc, m.person_id),
known as (update household h set person_id = n.person_id, region_code = n.region_code, batch_id = $1, line = n.line
	from head n where n.household_no = h.household_no returning h.household_no)
insert into household (person_id, household_no, region_code, batch_id, line)
select person_id, household_no, region_code, $1, line from head where household_no not in (select household_no from known);
