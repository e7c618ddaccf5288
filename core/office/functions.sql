-- The days, settings and locks that everything shares, and who works here.

create or replace function business_day() returns date language plpgsql stable set search_path = steward, pg_temp as $$
begin return (select value::date from setting where name = 'business_day'); end $$;	-- plpgsql: planned once a session, not once a call

-- The time on the office's clock, and its day: Beijing time, by which all of the country lives.  Sessions keep to UTC, so
-- that a digest is the same wherever it is made; and whatever zone a login sets, its day is this one.
create or replace function office_time(p_at timestamptz) returns timestamp language sql immutable parallel safe
	set search_path = steward, pg_temp as $$ select p_at at time zone 'Asia/Shanghai' $$;
create or replace function office_today() returns date language sql stable
	set search_path = steward, pg_temp as $$ select office_time(now())::date $$;

-- What a decision rested on beside its facts: the book and the day it was judged with.
create or replace function judged_day() returns date
language sql stable set search_path = steward, pg_temp as $$ select nullif(value, '')::date from setting where name = 'last_judged' $$;

create or replace function judged_book() returns text
language sql stable set search_path = steward, pg_temp as $$ select coalesce((select value from setting where name = 'book_hash'), '') $$;

create or replace function next_period(day date) returns int language sql immutable as $$ select to_char(day + interval '1 month', 'YYYYMM')::int $$;

-- The last day of a clock that was started on a day, which does not count itself.
create or replace function due_on(start date, days int, working int) returns date
language plpgsql stable set search_path = steward, pg_temp as $$
begin return case when working is null then start + days
		when working = 0 then start
		when working < 0 then (select d::date from generate_series(start + working * 2 - 60, start - 1, interval '1 day') d
			left join calendar_day c on c.day = d::date
			where coalesce(c.is_working, extract(isodow from d) < 6)
			order by d desc offset -working - 1 limit 1)
		else (select d::date from generate_series(start + 1, start + working * 2 + 60, interval '1 day') d
			left join calendar_day c on c.day = d::date
			where coalesce(c.is_working, extract(isodow from d) < 6)
			order by d offset working - 1 limit 1) end;
end $$;

-- The day of a file or a run.  A slip of the year would end certificates and let the living seem dead, so a day
-- more than a week past the last judged one is said twice.
create or replace function work_day(p_day date, p_force boolean) returns date
language plpgsql stable set search_path = steward, pg_temp as $$
declare
	last date := coalesce(judged_day(), greatest(business_day(), office_today()));
begin
	if p_day > last + 7 and not p_force then
		raise exception using errcode = 'ST422', message =
			format('%s is more than a week past the last judged day, %s', p_day, last),
			hint = 'Mend the date; if it is right, say so with --force.';
	end if;
	return coalesce(p_day, business_day());
end $$;

-- An area and all that lie in it.
create or replace function region_within(p_region int) returns setof int
language sql stable set search_path = steward, pg_temp as $$
	with recursive inside as (select p_region as code
		union select r.region_code from region r join inside i on r.parent_code = i.code)
	select code from inside
$$;

create or replace function setting_put(p_name text, p_value text) returns void
language sql set search_path = steward, pg_temp as $$ insert into setting (name, value) values (p_name, coalesce(p_value, ''))
	on conflict (name) do update set value = excluded.value where setting.value <> excluded.value
$$;

create or replace function work_lock_take(p_name text) returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	insert into work_lock values (p_name) on conflict do nothing;
	perform from work_lock where name = p_name for update;
end $$;

-- A table of the session that a step reads was made by a step before it.  One that the login has made itself could
-- be a view, or have a rule or a type of its own, and run as the owner.
create or replace function session_table(p_name text) returns void
language plpgsql set search_path = steward, pg_temp as $$
begin
	if not exists (select from pg_class where relnamespace = pg_my_temp_schema() and relname = p_name
			and relowner = current_user::regrole) then
		raise exception using errcode = 'ST403', message = 'this step follows another one',
			hint = 'Files come in by steward import, verdicts by steward judge.';
	end if;
end $$;

create or replace function sha256_text(s text) returns text language sql immutable as
	$$ select encode(sha256(convert_to(s, 'UTF8')), 'hex') $$;

-- Statistics are made by the owner of a table alone.
create or replace function gather_statistics() returns void
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	t regclass;
begin
	for t in select oid from pg_class where relnamespace = 'steward'::regnamespace
			and relkind in ('r', 'p') and not relispartition loop
		execute format('analyze %s', t);
	end loop;
end $$;

-- A job of a loaded module, with its role; by the owner alone.
create or replace function job_make(p_job text, p_module text, p_title text) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	role text := 'steward_' || p_job;
begin
	if not exists (select from pg_roles where rolname = role) then
		execute format('create role %I nologin nocreaterole', role);
		-- Who is no staff of the office is let in by scope_apply alone.
		if p_job <> 'window' then
			execute format('grant steward_staff to %I', role);
		end if;
	end if;
	insert into job (job, module, title) values (p_job, p_module, p_title)
	on conflict (job) do update set module = excluded.module, title = excluded.title;
end $$;

-- The area an office serves, by its code until a file of areas tells its name; by the owner alone.
create or replace function office_region(p_region int) returns void
language sql set search_path = steward, pg_temp as $$
	insert into region (region_code, name, parent_code)
	select p_region, p_region::text, 0 where p_region is not null on conflict do nothing;
	insert into setting (name, value) select 'region', p_region::text where p_region is not null
	on conflict (name) do update set value = excluded.value;
$$;

grant execute on function business_day, office_time, office_today, region_within, next_period, judged_day, judged_book, due_on, sha256_text
	to steward_staff, steward_batch;
grant execute on function work_day, gather_statistics to steward_batch;

-- What has a number of its own, a household or a claim, by exactly that number, as far as who asks may see it.
create or replace function subject_search(p_number text) returns table (number text, screen text, subject_id bigint,
	person_id bigint, region_code int) language plpgsql stable set search_path = steward, pg_temp as $$
declare
	s subject;
begin
	for s in select * from subject where number_column is not null and to_regclass(base_table) is not null loop
		return query execute format('select b.%1$I::text, coalesce($2, %4$L), case when $2 is null then b.person_id else b.%2$I end,
			b.person_id, b.region_code from %3$I b where b.%1$I = any (array[$1, lower($1)]) order by 3 limit 10',
			s.number_column, s.subject || '_id', s.base_table, 'person') using p_number, s.screen;
	end loop;
end $$;
grant execute on function subject_search to steward_staff, steward_batch;
