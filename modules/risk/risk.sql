-- What the feeds of the module risk do with their staged rows, and its screen.

-- statement: risk_death
-- params: batch_id int8
insert into status_event (person_id, kind, from_day, source, region_code, place, batch_id, line)
select person_id, 'death', died_on, 'death', region_code, coalesce(place, ''), $1, line from stage
order by person_id on conflict do nothing;

-- statement: risk_custody
-- params: batch_id int8
insert into status_event (person_id, kind, from_day, source, region_code, to_day, place, batch_id,
	line)
select person_id, kind, from_date, 'custody', region_code, to_date, '', $1, line from stage
order by person_id on conflict do nothing;

-- Known signs are left out by a look into the key before, which costs half of "on conflict"; two
-- imports of one feed wait for each other.
-- statement: risk_medical
-- params: batch_id int8
insert into evidence (person_id, source, seen_on, region_code, place, batch_id, line)
select s.person_id, 'medical', s.visit_date, s.region_code, coalesce(s.hospital, ''), $1, s.line
from (select distinct on (person_id, visit_date) person_id, visit_date, region_code, hospital, line from stage
	order by person_id, visit_date, line) s
where not exists (select from evidence e where e.person_id = s.person_id
	and e.source = 'medical' and e.seen_on = s.visit_date);

-- statement: risk_transport
-- params: batch_id int8
insert into evidence (person_id, source, seen_on, region_code, place, batch_id, line)
select s.person_id, 'transport', s.travel_date, s.region_code, coalesce(s.route, ''), $1, s.line
from (select distinct on (person_id, travel_date) person_id, travel_date, region_code, route, line from stage
	order by person_id, travel_date, line) s
where not exists (select from evidence e where e.person_id = s.person_id
	and e.source = 'transport' and e.seen_on = s.travel_date);

-- The newest deaths reported, with the row each came from; "!" still in payment.
-- statement: risk_deaths
-- params:
-- columns: mark text, day date, name text, region text, place text, pension_status text, file text, line int8, person_id int8
select case when f.pension_status = 'paid' then '!' else '' end, s.from_day, p.name,
	coalesce(g.name, s.region_code::text), s.place, coalesce(f.pension_status, ''),
	coalesce(b.file_name, ''), s.line, s.person_id
from (select * from status_event where kind = 'death'
	order by from_day desc, person_id limit 200) s
join person p using (person_id)
left join person_fact f using (person_id)
left join region g on g.region_code = s.region_code
left join batch b on b.batch_id = s.batch_id
order by s.from_day desc, s.person_id limit 200;
