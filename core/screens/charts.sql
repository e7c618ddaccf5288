-- What is seen better than read: ages and sexes, payments by month, how long tasks have waited.  The bars are of one
-- measure a page, the longest fills its column.

-- Of the living, in bands of five years, the oldest first; one area and what lies in it, or all.
-- statement: chart_pyramid
-- params: region int4
-- columns: band text, men_bar text, men int8, women int8, women_bar text
with aged as (select least(extract(year from age(business_day(), p.birth_date))::int / 5, 19) as band, p.sex
	from person p where p.birth_date <= business_day() and ($1::int is null or starts_with(p.region_code::text, $1::text))
		and not exists (select from death_told d where d.person_id = p.person_id)),
counted as (select b.band, count(a.band) filter (where a.sex = 'M') as men, count(a.band) filter (where a.sex = 'F') as women
	from generate_series(0, 19) b(band) left join aged a using (band) group by b.band),
sized as (select c.*, greatest(max(men) over (), max(women) over (), 1) as most from counted c)
select case when band = 19 then '95+' else band * 5 || '-' || band * 5 + 4 end, lpad(repeat('#', (24 * men / most)::int), 24),
	men, women, repeat('#', (24 * women / most)::int)
from sized order by band desc;

-- The last twelve months for which anything was paid.
-- statement: chart_months
-- columns: period text, payments int8, amount_fen int8, change_fen int8, bar text
with m as (select y.period, count(*) as payments, sum(y.amount_fen)::bigint as amount_fen from payment y
	where y.period > (select coalesce(max(period), 0) from payment) - 100 group by y.period order by y.period desc limit 13),
c as (select m.*, m.amount_fen - lag(m.amount_fen) over (order by m.period) as change_fen from m)
select c.period::text, c.payments, c.amount_fen, c.change_fen,
	repeat('#', (25 * greatest(c.amount_fen, 0) / greatest(max(c.amount_fen) over (), 1))::int)
from c order by c.period desc limit 12;

-- Open tasks by the days since they were opened.
-- statement: chart_waiting
-- columns: mark text, days text, tasks int8, overdue int8, bar text
with band(first, last, days) as (values (0, 1, '0-1'), (2, 3, '2-3'), (4, 7, '4-7'), (8, 14, '8-14'), (15, 30, '15-30'),
	(31, 90, '31-90'), (91, 100000, '91+')),
waits as (select business_day() - t.opened_on as days, t.due < business_day() as is_late from task t
	where t.state in (select state from task_state where kind <> 'final')),
counted as (select b.*, count(w.days) as tasks, count(w.days) filter (where w.is_late) as late
	from band b left join waits w on w.days between b.first and b.last group by b.first, b.last, b.days)
select case when late > 0 then '!' else '' end, days, tasks, late,
	repeat('#', (30 * tasks / greatest(max(tasks) over (), 1))::int)
from counted order by first;
