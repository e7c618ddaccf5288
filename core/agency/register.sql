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
