-- What the feeds of the core do with their staged rows.

-- A pension or a membership is told whole, or not at all.
-- statement: register_parts
-- params: batch_id int8
with missing as (
	select line, case when num_nulls(pension, pension_status, first_paid) = 3 then null
			when pension is null then 'pension' when pension_status is null then 'pension_status'
			when first_paid is null then 'first_paid' when scheme is null then 'scheme' end as pension_part,
		case when num_nulls(scheme, start_date) <> 1 then null when scheme is null then 'scheme'
			else 'start_date' end as scheme_part
	from stage
), bad as (
	delete from stage s using missing m where m.line = s.line and coalesce(m.pension_part, m.scheme_part) is not null
	returning s.line, coalesce(m.pension_part, m.scheme_part) as name
)
insert into reject (batch_id, line, column_name, reason, detail)
select $1, line, name, 'contradiction', 'is empty though what belongs to it is told' from bad;

-- Two records were merged here, and the register still tells both: the row of the number that the person goes by counts.
-- statement: register_former
-- params: batch_id int8
with former as (
	delete from stage s using person_ident i where $1::bigint is not null and i.id_no = s.id_no and i.is_former
		and exists (select from person_ident c join stage o on o.id_no = c.id_no where c.person_id = i.person_id
			and not c.is_former)
	returning s.line
)
insert into told (line, said) select line, 'same' from former;

-- A number goes by the name, birth day and area that its person has now.
-- statement: register_ident
-- params: batch_id int8
insert into person_ident (id_no, id_kind, person_id, name, birth_date, region_code)
select id_no, 'cn18', person_id, name, birth_date, region_code from stage
where $1::bigint is not null
on conflict (id_no, id_kind) do update set name = excluded.name, region_code = excluded.region_code
where (person_ident.name, person_ident.region_code) is distinct from (excluded.name, excluded.region_code);

-- Who has moved takes his open work along.
-- statement: register_moved
-- params: batch_id int8
with moved as (
	select p.person_id, p.region_code from stage s join person p using (person_id)
	join told k on k.line = s.line and k.said = 'corrected' where $1::bigint is not null
), found as (
	update finding f set region_code = m.region_code from moved m
	where f.person_id = m.person_id and f.region_code <> m.region_code
)
update task t set region_code = m.region_code from moved m
where t.person_id = m.person_id and t.region_code <> m.region_code and t.closed_on is null;

-- And all that is kept of him; who has joined a household of somebody who works here is kin from now on.
-- statement: register_places
-- params: batch_id int8
-- columns: moved int8, kin int8
select scope_moved(array(select s.person_id from stage s join told k on k.line = s.line and k.said = 'corrected')), kin_refresh()
where $1::bigint is not null;

-- A row that came in an earlier file stands; the same again is no news.  Within a file a repeated
-- row is refused, and everywhere one with other values for the same number and day.
-- statement: sample_repeated
-- params: batch_id int8
with said as (
	select line, id_no, event_date, array[name, birth_date::text, amount::text] as what from stage
), other as (
	select s.line, row_number() over w > 1 as repeated, s.what <> case when k.id_no is null then
			first_value(s.what) over w else array[k.name, k.birth_date::text,
			k.amount_fen::text] end as differs
	from said s left join sample_row k on k.id_no = s.id_no and k.event_date = s.event_date
	window w as (partition by s.id_no, s.event_date order by s.line)
), bad as (
	delete from stage s using other o where o.line = s.line and (o.repeated or o.differs)
	returning s.line, o.differs
)
insert into reject (batch_id, line, column_name, reason, detail)
select $1, line, 'id_no', case when differs then 'contradiction' else 'duplicate' end,
	case when differs then 'the same number and day are known with other values'
		else 'the same row appears earlier in this file' end
from bad;

-- statement: sample_apply
-- params: batch_id int8
with fresh as (
	insert into sample_row (id_no, event_date, line, batch_id, name, birth_date, amount_fen)
	select id_no, event_date, line, $1, name, birth_date, amount from stage order by line
	on conflict do nothing returning line
)
insert into told (line, said) select line, 'same' from stage where line not in (select line from fresh);

-- An area lies in one that is known or stands in the same file, and in none of its own.
-- statement: areas_refuse
-- params: batch_id int8
with bad as (
	delete from stage s where s.parent is not null and (s.parent = s.area
		or not exists (select from region r where r.region_code = s.parent)
		and not exists (select from stage o where o.area = s.parent))
	returning s.line
)
insert into reject (batch_id, line, column_name, reason, detail)
select $1, line, 'parent', 'unknown', 'no area has this code' from bad;

-- The last line about an area counts.
-- statement: areas_apply
-- params: batch_id int8
with said as (
	select distinct on (area) line, area::int, name, coalesce(parent::int, case when area <> 0 then 0 end) as parent
	from stage where $1::bigint is not null order by area, line desc
), met as (
	select s.*, r.region_code is not null as was, (r.name, r.parent_code) is distinct from (s.name, s.parent) as differs
	from said s left join region r on r.region_code = s.area
), put as (
	insert into region (region_code, name, parent_code) select area, name, parent from met where not was or differs
	on conflict (region_code) do update set name = excluded.name, parent_code = excluded.parent_code
)
insert into told (line, said)
select s.line, case when m.line is null or not m.differs then 'same' else 'corrected' end
from stage s left join met m using (line) where m.line is null or m.was;

-- statement: contact_refuse
-- params: batch_id int8
with bad as (
	delete from stage s where s.value = '' or s.to_date <= s.from_date returning s.line, s.value
)
insert into reject (batch_id, line, column_name, reason, detail)
select $1, line, case when value = '' then 'value' else 'to_date' end, 'contradiction',
	case when value = '' then 'is empty' else 'is not after from_date' end from bad;
