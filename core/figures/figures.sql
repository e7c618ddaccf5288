-- What all figures need beside the passes that are put together from their tables (indicators.c).

-- Areas that had a figure today and have no row behind it any more go back to nothing.
-- statement: figures_clear
-- params: day date
delete from indicator_value where business_day = $1::date;

-- The office as a whole, area 0: the board reads this row instead of one an area.  A median has its own already.
-- statement: figures_total
-- params: day date
insert into indicator_value (region_code, indicator, business_day, counted, of_total)
select 0, indicator, business_day, sum(counted), sum(of_total) from indicator_value v
where business_day = $1::date and not exists (select from indicator_value o where o.indicator = v.indicator
	and o.business_day = v.business_day and o.region_code = 0 and o.is_whole)
group by indicator, business_day
on conflict (region_code, indicator, business_day) do update
set counted = excluded.counted, of_total = excluded.of_total, as_of = now();

-- A share of another figure, area by area.
-- statement: figures_share
-- params: day date, indicator text, share_of text
update indicator_value v set of_total = o.counted from indicator_value o
where v.business_day = $1::date and v.indicator = $2 and o.business_day = v.business_day
	and o.region_code = v.region_code and o.indicator = $3;

-- For the workbenches that show them, when this transaction ends.
-- statement: figures_tell
-- params:
-- columns: told void
select pg_notify('figures', '') as told;

-- statement: figures_listen
-- params:
listen figures;

-- statement: figures_day
-- columns: day text
select business_day()::text as day;
