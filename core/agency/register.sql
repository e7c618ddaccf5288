-- What the feeds of the core do with their staged rows.

-- statement: register_person
-- params: batch_id int8
insert into person (person_id, region_code, name, sex, birth_date, household, batch_id, line)
select person_id, region_code, name, sex, birth_date, household, $1, line from stage
order by person_id on conflict do nothing;

-- statement: register_ident
-- params: batch_id int8
insert into person_ident (id_no, id_kind, person_id, name, birth_date, region_code)
select id_no, 'cn18', person_id, name, birth_date, region_code from stage
where $1::bigint is not null on conflict do nothing;

-- statement: register_pension
-- params: batch_id int8
insert into benefit (person_id, scheme, valid_from, region_code, state, monthly_fen, batch_id,
	line)
select person_id, scheme, to_date(first_paid::text, 'YYYYMM'), region_code, pension_status, pension, $1, line
from stage where pension is not null and scheme is not null and pension_status is not null
	and first_paid is not null
order by person_id on conflict do nothing;

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
insert into sample_row (id_no, event_date, line, batch_id, name, birth_date, amount_fen)
select id_no, event_date, line, $1, name, birth_date, amount from stage order by line
on conflict do nothing;

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
insert into region (region_code, name, parent_code)
select distinct on (area) area::int, name, coalesce(parent::int, case when area <> 0 then 0 end) from stage
where $1::bigint is not null order by area, line desc
on conflict (region_code) do update set name = excluded.name, parent_code = excluded.parent_code;

-- statement: contact_refuse
-- params: batch_id int8
with bad as (
	delete from stage s where s.value = '' or s.to_date <= s.from_date returning s.line, s.value
)
insert into reject (batch_id, line, column_name, reason, detail)
select $1, line, case when value = '' then 'value' else 'to_date' end, 'contradiction',
	case when value = '' then 'is empty' else 'is not after from_date' end from bad;

-- Known again it gets the newer end.
-- statement: contact_apply
-- params: batch_id int8
insert into contact (person_id, kind, value, valid_from, valid_to, region_code, batch_id, line)
select distinct on (person_id, kind, value, from_date) person_id, kind, value, from_date,
	coalesce(to_date, 'infinity'), region_code, $1, line from stage
order by person_id, kind, value, from_date, line desc
on conflict (person_id, kind, value, valid_from) do update set valid_to = excluded.valid_to,
	batch_id = excluded.batch_id, line = excluded.line where contact.valid_to <> excluded.valid_to;
