-- Which work is asked for: one row an occupation, and the months of one.

-- statement: demand_list
-- params: region text
-- columns: occupation text, year int8, before int8, change numeric, seekers int8, each numeric, next int8, next_three int8, error numeric, region int4
select d.occupation, d.year, d.before, d.change, d.seekers, d.each, d.next, d.next_three, d.error, nullif($1::text, '')::int
from demand_now(nullif($1::text, '')::int) d order by d.year desc, d.seekers desc, d.occupation limit 500;

-- A year of them and what is to come; more when so many are asked for.
-- statement: demand_course
-- params: occupation text, region text, n int4
-- columns: period int4, posts int8, said int8, off int8, seekers int8, how text, about text
select to_char(d.month, 'YYYYMM')::int, d.posts, d.said, d.posts - d.said, d.seekers, d.how,
	concat_ws(', ', d.occupation, (select r.name from region r where r.region_code = nullif($2::text, '')::int))
from demand_months(nullif($2::text, '')::int, $1::text) d order by d.month desc limit coalesce($3::int, 15);

-- The areas below one, or below the whole.
-- statement: demand_areas
-- params: occupation text, region text
-- columns: place text, year int8, before int8, seekers int8, next int8, next_three int8, error numeric, occupation text, region int4
select r.name, d.year, d.before, d.seekers, d.next, d.next_three, d.error, d.occupation, r.region_code
from region r cross join lateral (select * from demand_now(r.region_code) x where x.occupation = $1::text) d
where r.parent_code = coalesce(nullif($2::text, '')::int, (select nullif(s.region_code, 0) from staff s where s.login = session_user),
		(select o.value::int from setting o where o.name = 'region')) and d.year + d.seekers > 0
order by d.year desc, r.region_code limit 100;
