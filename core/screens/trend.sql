-- One figure through the days it was stored for.

-- The newest first; the bar is its share of the largest of them, so that a fall is seen at a glance.
-- statement: trend_days
-- params: indicator text, region int4, days int4
-- columns: mark text, day date, value numeric, change numeric, unit text, bar text, counted numeric, of_total numeric
with f as (select v.business_day, v.counted, v.of_total, round(case when v.of_total is null then v.counted
			else case when i.unit = '%' then 100 else 1 end * v.counted / nullif(v.of_total, 0) end, 1) as value,
		i.unit, i.less_is_better, w.watch, w.alarm
	from indicator i join indicator_value v using (indicator) left join indicator_limit w using (indicator)
	where i.indicator = $1 and v.region_code = coalesce($2::int, 0) and v.business_day <= business_day()
	order by v.business_day desc limit coalesce($3::int, 366))
select case when f.less_is_better and f.value >= f.alarm or not f.less_is_better and f.value <= f.alarm then '!'
		when f.less_is_better and f.value >= f.watch or not f.less_is_better and f.value <= f.watch then '*' else '' end,
	f.business_day, f.value, f.value - lag(f.value) over (order by f.business_day), f.unit,
	repeat('#', greatest(0, round(30 * f.value / nullif(max(abs(f.value)) over (), 0)))::int), f.counted, f.of_total
from f order by f.business_day desc;

-- statement: trend_of
-- params: indicator text, region int4
-- columns: indicator text, title text, meaning text, unit text, owner text, days int8, least numeric, most numeric, middle numeric
select i.indicator, i.title, i.meaning, i.unit, i.owner, count(v.value), min(v.value), max(v.value),
	round(percentile_cont(0.5) within group (order by v.value)::numeric, 1)
from indicator i left join lateral (select round(case when x.of_total is null then x.counted
			else case when i.unit = '%' then 100 else 1 end * x.counted / nullif(x.of_total, 0) end, 1) as value
		from indicator_value x where x.indicator = i.indicator and x.region_code = coalesce($2::int, 0)
			and x.business_day between business_day() - 366 and business_day()) v on true
where i.indicator = $1 group by i.indicator, i.title, i.meaning, i.unit, i.owner;
