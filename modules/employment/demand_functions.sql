-- Which work is asked for, by occupation and area: posts and seekers a month, and what the next months may bring
-- (Employment Promotion Law, art. 35 (2): offices publish supply, demand and outlook).  Nothing is stored: a vacancy
-- told anew or corrected is in the next look.

-- The months of each occupation from the first with a post, five years at most, to three past the last whole one; posts
-- and seekers are null in those that are to come.  An area is one with all in it, no area all that the login sees;
-- seekers count where they want to work.  said is what was to be expected when the month before it had ended, and how
-- tells why: the same month of the year before, times how twelve months grew on the twelve before them, by half to
-- twice at most; in the second year without that; before, the mean of up to three months.
create or replace function demand_months(p_region int, p_occupation text default null)
returns table (occupation text, month date, posts bigint, seekers bigint, said bigint, how text)
language sql stable set search_path = steward, pg_temp set datestyle = iso as $$
	with today as (select date_trunc('month', business_day())::date as month),
	area as materialized (select a.code from region_within(p_region) a(code) where p_region is not null
		and (scope_wide() or scope_uncut() or a.code = any (scope_areas()))
		union all select a.code from unnest(scope_areas()) a(code) where p_region is null),
	uncut as materialized (select p_region is null and (scope_wide() or scope_uncut()) as is_all),
	told as materialized (
		select v.occupation, date_trunc('month', v.posted_on)::date as month, v.posts::bigint as posts, 0::bigint as seekers
		from vacancy v where (select is_all from uncut) or v.region_code in (select code from area)
		union all
		select s.occupation, date_trunc('month', s.registered_on)::date, 0, 1
		from job_seeker s where s.state = 'seeking'
			and ((select is_all from uncut) or coalesce(s.place, s.region_code) in (select code from area))),
	counted as (select o.occupation, o.month, sum(o.posts)::bigint as posts, sum(o.seekers)::bigint as seekers
		from told o where p_occupation is null or o.occupation = p_occupation group by o.occupation, o.month),
	span as (select c.occupation, greatest(coalesce(min(c.month) filter (where c.posts > 0), min(c.month)),
			(t.month - interval '5 years')::date) as first, t.month as next
		from counted c cross join today t group by c.occupation, t.month),
	grid as (select s.occupation, m::date as month, case when m < s.next then coalesce(c.posts, 0) end as posts,
			case when m < s.next then coalesce(c.seekers, 0) end as seekers,
			(row_number() over (partition by s.occupation order by m))::int - 1 as nth,
			greatest(months_from(s.next, m::date), 0) as ahead
		from span s cross join lateral generate_series(s.first::timestamp, s.next + interval '2 months', interval '1 month') m
		left join counted c on c.occupation = s.occupation and c.month = m::date),
	known as (select g.*, lag(g.posts, 12) over of_one as same,
			sum(g.posts) over (of_one rows between 12 preceding and 1 preceding) as year,
			sum(g.posts) over (of_one rows between 24 preceding and 13 preceding) as before,
			avg(g.posts) over (of_one rows between 3 preceding and 1 preceding) as mean
		from grid g window of_one as (partition by g.occupation order by g.month)),
	-- A month further ahead is judged by what is known now.
	based as (select k.occupation, k.month, k.posts, k.seekers, k.same, k.nth - k.ahead as months, lag(k.year, k.ahead) over of_one as year,
			lag(k.before, k.ahead) over of_one as before, lag(k.mean, k.ahead) over of_one as mean
		from known k window of_one as (partition by k.occupation order by k.month)),
	grown as (select b.*, least(2, greatest(0.5, b.year / nullif(b.before, 0))) as growth from based b)
	select g.occupation, g.month, g.posts, g.seekers,
		round(case when g.months >= 24 and g.growth is not null then g.same * g.growth when g.months >= 12 then g.same
			else g.mean end)::bigint,
		(case when g.months >= 24 and g.growth is not null then jsonb_build_array(
				'%s posts in %s, times %s: %s in twelve months, %s in the twelve before', g.same,
				to_char(g.month - interval '1 year', 'YYYY-MM'), round(g.growth, 2), g.year, g.before)
			when g.months >= 12 then jsonb_build_array('%s posts in %s', g.same, to_char(g.month - interval '1 year', 'YYYY-MM'))
			when g.months >= 1 then jsonb_build_array('mean of the months before, %s at most', 3) end)::text
	from grown g
$$;

-- One row an occupation: the last twelve whole months, the twelve before, who looks for such work, the next months, and
-- how far from the posts what was said of the last twelve months has been, in hundredths of them.
create or replace function demand_now(p_region int)
returns table (occupation text, year bigint, before bigint, change numeric, seekers bigint, each numeric, next bigint,
	next_three bigint, error numeric)
language sql stable set search_path = steward, pg_temp as $$
	with m as (select d.*, months_from(d.month, date_trunc('month', business_day())::date) as ago from demand_months(p_region) d),
	n as (select m.occupation, coalesce(sum(m.posts) filter (where m.ago between 1 and 12), 0)::bigint as year,
			sum(m.posts) filter (where m.ago between 13 and 24)::bigint as before,
			coalesce(sum(m.seekers) filter (where m.ago between 1 and 12), 0)::bigint as seekers,
			sum(m.said) filter (where m.ago = 0)::bigint as next, sum(m.said) filter (where m.ago <= 0)::bigint as next_three,
			sum(abs(m.said - m.posts)) filter (where m.ago between 1 and 12) as off,
			sum(m.posts) filter (where m.ago between 1 and 12 and m.said is not null) as of_posts
		from m group by m.occupation)
	select n.occupation, n.year, n.before, round(100.0 * (n.year - n.before) / nullif(n.before, 0), 1), n.seekers,
		round(n.year::numeric / nullif(n.seekers, 0), 2), n.next, n.next_three, round(100.0 * n.off / nullif(n.of_posts, 0), 1)
	from n
$$;
grant execute on function demand_months, demand_now to steward_staff, steward_batch;
