-- A draft beside the law over several years.  Tables made here belong to the session and go with the transaction;
-- the office's own are only read.

-- statement: outlook_year
create temp table outlook_year (year int primary key, day date not null, months int not null) on commit drop;

-- What each book finds, as of the last day that it was looked at.
-- statement: outlook_kept
create temp table outlook_kept (is_draft boolean, subject text, subject_id bigint, rule_id text, cause text,
	task_type text, due date, say text, monthly_fen bigint) on commit drop;

-- The day from which on a book may find something else, for those who have one.
-- statement: outlook_next
create temp table outlook_next (subject text, id bigint, next_check date) on commit drop;

-- statement: outlook_due
create temp table outlook_due (id bigint primary key) on commit drop;

-- statement: outlook_checked
create temp table checked (subject_id bigint, next_check date, judged bigint) on commit drop;

-- What is paid once counts in the first year in which the book finds it.
-- statement: outlook_once
create temp table outlook_once (is_draft boolean, subject text, subject_id bigint, rule_id text, cause text, year int,
	primary key (subject_id, rule_id, cause, subject, is_draft)) on commit drop;

-- statement: outlook_kind
create temp table outlook_kind (name text primary key) on commit drop;

-- statement: outlook_change
create temp table outlook_change (year int, person_id bigint, is_once boolean, fen bigint) on commit drop;

-- statement: outlook_add_year
-- params: year int4, day date, months int4
insert into outlook_year values ($1, $2, $3);

-- A kind of task, or a rule, whose money is paid once.
-- statement: outlook_add_kind
-- params: name text
insert into outlook_kind values ($1) on conflict do nothing;

-- statement: outlook_forget_all
-- columns: n int8
with k as (delete from outlook_kept where subject = '{s}'), x as (delete from outlook_next where subject = '{s}')
select 0::bigint as n;

-- Who may come out otherwise by the day than by the one before.
-- statement: outlook_find_due
-- params: day date
-- columns: n int8
with d as (insert into outlook_due select distinct id from outlook_next where subject = '{s}' and next_check <= $1
	returning id)
select count(*) as n from d;

-- statement: outlook_forget_due
-- columns: n int8
with k as (delete from outlook_kept k using outlook_due d where k.subject = '{s}' and k.subject_id = d.id),
	x as (delete from outlook_next n using outlook_due d where n.subject = '{s}' and n.id = d.id)
select 0::bigint as n;

-- statement: outlook_analyze_found
analyze found, found_draft;

-- What both find alike is no difference, and stays none until somebody of it is looked at again; what is paid once
-- counts in the first year of each.
-- statement: outlook_keep
-- columns: n int8
with k as (insert into outlook_kept
	select x.is_draft, '{s}', subject_id, rule_id, cause, x.task_type, x.due, x.say, x.monthly_fen
	from found a full join found_draft b using (subject_id, rule_id, cause)
	cross join lateral (values (false, a.task_type, a.due, a.say, a.monthly_fen),
		(true, b.task_type, b.due, b.say, b.monthly_fen)) x (is_draft, task_type, due, say, monthly_fen)
	where x.task_type is not null and ((a.task_type, a.say, a.due, a.monthly_fen) is distinct from
			(b.task_type, b.say, b.due, b.monthly_fen)
		or exists (select from outlook_kind o where o.name in (x.task_type, rule_id)))),
o as (insert into outlook_next select '{s}', subject_id, next_check from checked where next_check is not null)
select 0::bigint as n;

-- statement: outlook_analyze
analyze outlook_kept;

-- statement: outlook_keep_once
-- params: year int4
insert into outlook_once select is_draft, subject, subject_id, rule_id, cause, $1::int from outlook_kept k
where subject = '{s}' and exists (select from outlook_kind o where o.name in (k.task_type, k.rule_id))
on conflict do nothing;

-- Who is touched in the year, and by how much a month or once; a task that reads otherwise alone touches as well.
-- statement: outlook_compare
-- params: year int4
insert into outlook_change
select $1::int, f.person_id, exists (select from outlook_kind k where k.name in (coalesce(b.task_type, a.task_type),
		rule_id)), coalesce(b.monthly_fen, 0) - coalesce(a.monthly_fen, 0)
from (select * from outlook_kept k where subject = '{s}' and not is_draft and not exists (select from outlook_once o
		where (o.subject_id, o.rule_id, o.cause, o.subject, o.is_draft) =
			(k.subject_id, k.rule_id, k.cause, k.subject, k.is_draft) and o.year < $1)) a
full join (select * from outlook_kept k where subject = '{s}' and is_draft and not exists (select from outlook_once o
		where (o.subject_id, o.rule_id, o.cause, o.subject, o.is_draft) =
			(k.subject_id, k.rule_id, k.cause, k.subject, k.is_draft) and o.year < $1)) b
	using (subject_id, rule_id, cause)
join {s}_fact f on f.{s}_id = subject_id
where (a.task_type, a.say, a.due, a.monthly_fen) is distinct from (b.task_type, b.say, b.due, b.monthly_fen);

-- Deciles are of everybody in payment of the area on the day of asking; equal pensions are in one decile.
-- statement: outlook_sum
-- params: region int4
create temp table outlook_row on commit drop as
with decile as (select percentile_disc(array[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) within group
		(order by pension_fen) as limits
	from person_fact where pension_status = 'paid' and pension_fen is not null
		and ($1::int is null or region_code::text like $1::text || '%')),
touched as (select year, person_id, coalesce(sum(fen) filter (where not is_once), 0) as monthly_fen,
		coalesce(sum(fen) filter (where is_once), 0) as once_fen
	from outlook_change group by year, person_id),
person_year as (select t.year, t.monthly_fen, t.once_fen, y.months, p.sex, p.region_code,
		(extract(year from age(y.day, p.birth_date))::int / 10) as tens,
		case when f.pension_status = 'paid' and d.limits is not null then
			1 + width_bucket(f.pension_fen - 1, d.limits) end as decile
	from touched t join outlook_year y using (year) join person p using (person_id)
	left join person_fact f using (person_id) cross join decile d),
summed as (select year, sex, tens, region_code, decile, case when grouping(sex) = 0 then 'sex'
			when grouping(tens) = 0 then 'age' when grouping(region_code) = 0 then 'area'
			when grouping(decile) = 0 then 'decile' else 'all' end as part,
		count(*) as persons, count(*) filter (where monthly_fen + once_fen > 0) as gains,
		count(*) filter (where monthly_fen + once_fen < 0) as loses, sum(monthly_fen)::bigint as monthly_fen,
		sum(once_fen)::bigint as once_fen, sum(monthly_fen * months + once_fen)::bigint as year_fen
	from person_year
	group by grouping sets ((year), (year, sex), (year, tens), (year, region_code), (year, decile)))
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
