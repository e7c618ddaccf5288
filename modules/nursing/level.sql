-- Care levels: what feeds take in, what is kept of calculations, and what screens and verbs show.

-- After a file of assessments, in its transaction: a task each, at once.
-- statement: level_follow
-- params: batch_id int8
insert into touched (person_id, batch_id, region_code)
select s.person_id, $1::bigint, s.region_code from (select distinct person_id, region_code from stage) s
where home_assess_raise(s.person_id) > 0 on conflict do nothing;

-- What was calculated stays to be read by screens and by dispatch.
-- statement: level_granted
-- params:
insert into home_granted (person_id, from_day, region_code, hours)
select c.person_id, c.from_day, c.region_code, a.answer::numeric
from (select distinct on (person_id) person_id, k.from_day, k.region_code from home_care k {scope} order by person_id, k.from_day desc) c
join asked a on a.person_id = c.person_id and a.calculation = 'care.entitlement' where a.answer ~ '^[0-9]+([.][0-9]+)?$'
on conflict (person_id, from_day) do update set hours = excluded.hours where home_granted.hours <> excluded.hours;

-- statement: level_assess
-- params: person_id int8, day date, daily text, mind text, senses text, impaired date, dementia bool, to date, assessor text
-- columns: day text
select home_assess($1, $2, $3, $4, $5, $6, $7, $8, $9) as day;

-- The form's: each of its lines has as many numbers as it names items.
-- statement: level_assess_form
-- params: person_id int8, day date, body text, toilet text, moving text, mind text, senses text, impaired date, dementia bool, to date, assessor text
-- columns: day text
select home_assess($1, $2, array_to_string(home_points($3, 3) || home_points($4, 3) || home_points($5, 4), ' '),
	array_to_string(home_points($6, 4), ' '), array_to_string(home_points($7, 3), ' '), $8, $9, $10, $11) as day;

-- The hours of this month: always one row.
-- statement: level_package
-- params: person_id int8
-- columns: level text, from_day date, to_day date, hours numeric, month_hours numeric, visited numeric, planned numeric, left_hours numeric, person_id int8
select coalesce(l.level, ''), l.from_day, l.to_day, k.hours, k.month_hours, k.visited, k.planned, k.left_hours, p.person_id
from person p cross join lateral home_level(p.person_id, business_day()) l cross join lateral (select 1) one
left join lateral home_package(p.person_id, business_day()) k on true where p.person_id = $1 limit 1;

-- statement: level_history
-- params: person_id int8
-- columns: assessed_on date, daily int4, mind int4, senses int4, stand text, level text, from_day date, to_day date, assessor text
select a.assessed_on, home_sum(a.points, 'daily'), home_sum(a.points, 'mind'), home_sum(a.points, 'senses'), a.stand, coalesce(c.level, ''),
	c.from_day, c.to_day, a.assessor
from home_assessment_now a left join home_care c on c.person_id = a.person_id and c.from_day = a.assessed_on
where a.person_id = $1 order by a.assessed_on desc limit 20;

-- statement: level_items
-- params:
-- columns: place int4, item text, dimension text, points text
select i.place, i.item, i.dimension, array_to_string(i.points, ' ') from home_item i order by i.place limit 40;

-- statement: level_head
-- params: person_id int8
-- columns: name text, id_no text, level text
select p.name, coalesce((select min(i.id_no) from person_ident i where i.person_id = p.person_id and not i.is_former), ''),
	coalesce((select l.level || ' ' || l.from_day || coalesce(' - ' || l.to_day, '') from home_level(p.person_id, business_day()) l), '')
from person p where p.person_id = $1 limit 1;
