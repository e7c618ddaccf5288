-- A draft beside the law over several years.  Tables made here belong to the session and go with the transaction;
-- the office's own are only read.

-- statement: outlook_year
create temp table outlook_year (at int primary key, year int not null, day date not null, months int not null)
	on commit drop;

-- Who has to be looked at again.
-- statement: outlook_due
create temp table outlook_due (id bigint primary key) on commit drop;

-- Years from one to another, by number, in which a person is touched alike.
-- statement: outlook_run
create temp table outlook_run (person_id bigint, from_at int, to_at int, monthly_fen bigint, once_fen bigint)
	on commit drop;

-- statement: outlook_add_year
-- params: at int4, year int4, day date, months int4
insert into outlook_year values ($1, $2, $3, $4);

-- Deciles are of everybody in payment of the area on the day of asking; equal pensions are in one decile.
-- statement: outlook_sum
-- params: region int4
create temp table outlook_row on commit drop as
with decile as (select percentile_disc(array[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) within group
		(order by pension_fen) as limits
	from person_fact where pension_status = 'paid' and pension_fen is not null
		and ($1::int is null or region_code::text like $1::text || '%')),
run as (select r.from_at, r.to_at, r.monthly_fen, r.once_fen, p.sex, p.region_code,
		extract(year from age(d.first, p.birth_date))::int as age_first,
		extract(year from age(d.next, p.birth_date))::int as age_next,
		case when f.pension_status = 'paid' and d.limits is not null then
			1 + width_bucket(f.pension_fen - 1, d.limits) end as decile
	from outlook_run r join person p using (person_id) left join person_fact f using (person_id)
	cross join (select limits, (select day from outlook_year where at = 0) as first,
			(select day from outlook_year where at = 1) as next from decile) d),
alike as (select from_at, to_at, sex, age_first, age_next, region_code, decile,
		case when grouping(sex) = 0 then 'sex' when grouping(age_first) = 0 then 'age'
			when grouping(region_code) = 0 then 'area' when grouping(decile) = 0 then 'decile'
			else 'all' end as part,
		count(*) as persons, count(*) filter (where monthly_fen + once_fen > 0) as gains,
		count(*) filter (where monthly_fen + once_fen < 0) as loses, sum(monthly_fen) as monthly_fen,
		sum(once_fen) as once_fen
	from run
	group by from_at, to_at, grouping sets ((), (sex), (age_first, age_next), (region_code), (decile))),
-- Each year day but the first is a first of January, on which everybody is a year older than on the one before.
summed as (select year, part, sex, tens, region_code, decile, sum(persons)::bigint as persons,
		sum(gains)::bigint as gains, sum(loses)::bigint as loses, sum(monthly_fen)::bigint as monthly_fen,
		sum(once_fen)::bigint as once_fen, sum(monthly_fen * months + once_fen)::bigint as year_fen
	from (select a.*, y.year, y.months,
			case when y.at = 0 then a.age_first else a.age_next + y.at - 1 end / 10 as tens
		from alike a join outlook_year y on y.at between a.from_at and a.to_at) x
	group by year, part, sex, tens, region_code, decile)
select y.year, y.day, y.months, coalesce(s.part, 'all') as part,
	array_position(array['all', 'sex', 'age', 'area', 'decile'], coalesce(s.part, 'all')) as part_at,
	case s.part when 'sex' then s.sex when 'age' then s.tens * 10 || '-' || s.tens * 10 + 9
		when 'area' then coalesce(r.name, s.region_code::text)
		when 'decile' then coalesce(s.decile::text, 'no pension') else 'all' end as value,
	coalesce(case s.part when 'age' then s.tens when 'area' then s.region_code when 'decile' then s.decile end, 99)
		as value_at,
	coalesce(s.persons, 0) as persons, coalesce(s.gains, 0) as gains, coalesce(s.loses, 0) as loses,
	coalesce(s.monthly_fen, 0) as monthly_fen, coalesce(s.once_fen, 0) as once_fen,
	coalesce(s.year_fen, 0) as year_fen
from outlook_year y left join summed s using (year) left join region r on r.region_code = s.region_code;

-- statement: outlook_rows
-- params: part text
-- columns: year int4, day date, months int4, part text, value text, persons int8, gains int8, loses int8, monthly_fen int8, once_fen int8, year_fen int8
select year, day, months, part, value, persons, gains, loses, monthly_fen, once_fen, year_fen
from outlook_row where part = coalesce($1, part) order by part_at, value_at, value, year;
