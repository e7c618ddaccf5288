-- Visits at home: what the day's work finds, and what screens and verbs show.

-- statement: visit_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select v.person_id, 0::bigint as subject_id, v.assigned_on::text as cause, certify_visit_say(v.due) as say, v.due, null::bigint as monthly_fen,
	'{}'::jsonb as inputs
from certify_visit_now v {scope} where v.stand = 'open' and v.assigned_on <= $1::date;

-- statement: visit_assign
-- params: persons text
-- columns: assigned int8
select certify_visit_assign($1) as assigned;

-- Who is to be visited, area by area: the list that is taken along.
-- statement: visit_list
-- params: area text
-- columns: mark text, area text, name text, id_no text, address text, due date, stand text, visited_on date, person_id int8
select case when v.stand = 'open' and v.due < business_day() then '!' else '' end, coalesce(g.name, v.region_code::text), p.name,
	coalesce((select min(i.id_no) from person_ident i where i.person_id = v.person_id and not i.is_former), ''),
	coalesce((select c.value from contact c where c.person_id = v.person_id and c.kind = 'address' and c.valid_to > business_day()
		order by c.valid_from desc limit 1), ''), v.due, v.stand, v.visited_on, v.person_id
from certify_visit_now v join person p using (person_id) left join region g on g.region_code = v.region_code
where ($1::text is null or g.name = $1 or v.region_code::text = $1) and (v.stand = 'open' or v.visited_on > business_day() - 30)
order by v.stand <> 'open', v.region_code, p.name collate "C", v.person_id limit 1000;

-- statement: visit_of
-- params: person_id int8
-- columns: assigned_on date, due date, stand text, visited_on date, who text
select v.assigned_on, v.due, n.stand, n.visited_on, v.who::text
from certify_visit v join certify_visit_now n using (person_id, assigned_on) where v.person_id = $1 order by v.assigned_on desc limit 12;
