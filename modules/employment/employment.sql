-- The screens of the module employment.

-- Who is told about work or missing months, by the clock of the task; "!" past it.
-- statement: employment_notices
-- params:
-- columns: mark text, due date, name text, region text, say text, state text, person_id int8, rule_id text, cause text
select case when t.due < business_day() then '!' else '' end, t.due, p.name,
	coalesce(g.name, t.region_code::text), coalesce(f.say, ''), t.state, t.person_id,
	t.rule_id, t.cause
from (select * from task where state = 'open' and rule_id in ('employment.contributions_short',
		'employment.long_term_unemployed')
	order by due, priority, person_id limit 200) t
join person p using (person_id)
left join finding f on f.person_id = t.person_id and f.rule_id = t.rule_id and f.cause = t.cause
left join region g on g.region_code = t.region_code
order by t.due, t.priority, t.person_id limit 200;

-- statement: employment_person
-- params: person_id int8
-- columns: period int4, scheme text, base_fen int8, amount_fen int8, file text, line int8
select c.period, c.scheme, c.base_fen, c.amount_fen, coalesce(b.file_name, ''), c.line
from contribution c left join batch b using (batch_id)
where c.person_id = $1 order by c.period desc, c.scheme limit 24;

-- statement: employment_schemes
-- params: person_id int8
-- columns: scheme text, category text, status text, valid_from date, valid_to date, months_before int4, account_fen int8, file text, line int8
select e.scheme, e.category, e.status, e.valid_from, nullif(e.valid_to, 'infinity'),
	e.months_before, e.account_fen, b.file_name, e.line
from enrolment e left join batch b using (batch_id)
where e.person_id = $1 order by e.valid_from desc, e.scheme limit 20;
