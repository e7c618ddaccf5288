-- Clocks in days or in working days; the days that a public holiday or a make-up Saturday sets apart
-- come from the parameter work.calendar.
alter table task_type add column working_days int;
create table calendar_day (day date primary key, is_working boolean not null);
comment on table calendar_day is '@ref days that are worked, or not, against the rule of Mondays to Fridays';
grant insert, delete on calendar_day to steward_batch;

-- The last day of a clock that was started on a day, which does not count itself.
create function due_on(start date, days int, working int) returns date
language sql stable set search_path = steward, pg_temp as $$
	select case when working is null then start + days
		when working <= 0 then start
		else (select d::date from generate_series(start + 1, start + working * 2 + 60, interval '1 day') d
			left join calendar_day c on c.day = d::date
			where coalesce(c.is_working, extract(isodow from d) < 6)
			order by d offset working - 1 limit 1) end
$$;
