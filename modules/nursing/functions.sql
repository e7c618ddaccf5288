-- Visits with their times in one piece.  A visit ends on its day: one that goes on after midnight is told as two.
create or replace view homevisit_at as
select v.*, v.day + v.began as from_at, v.day + v.ended as to_at, coalesce(v.began < v.ended, false) and v.day is not null as is_timed,
	case when v.nurse_id is null then 'nurse' when v.kind = '' then 'kind' when v.lat is null and v.place = '' then 'place'
		when v.day is null then 'day' when v.began is null or v.ended is null then 'time' end as lacks
from homevisit v;

-- Straight way between two places in km, on a ball of 6371 km.  Without settings of its own, so that it becomes a part of the
-- statement that asks it of each visit.
create or replace function home_km(p_lat double precision, p_lon double precision, q_lat double precision, q_lon double precision)
returns double precision language sql immutable parallel safe as $$
	select case when p_lat + p_lon + q_lat + q_lon is not null then 12742 * asin(sqrt(least(1, power(sind((q_lat - p_lat) / 2), 2)
		+ cosd(p_lat) * cosd(q_lat) * power(sind((q_lon - p_lon) / 2), 2)))) end;
$$;

-- In plpgsql, like what calls it row by row: planned once a session, not once a call.
create or replace function home_number(p_name text) returns numeric language plpgsql stable set search_path = steward, pg_temp as $$
begin return (select value from policy_number where name = 'nursing.' || p_name); end $$;

-- What becomes of a visit when a month is settled: nothing is paid before all checks have seen it, nor while one asks.
create or replace view homevisit_state as
select v.*, p.name, n.name as nurse, (extract(epoch from v.ended - v.began) / 60)::int as minutes, t.why,
	case when t.is_refused then 'refused' when t.is_open then 'held'
		when exists (select from touched x where x.person_id = v.person_id) then 'unchecked' else 'payable' end as state
from homevisit_at v join person p using (person_id) left join home_nurse n using (nurse_id)
left join (select k.subject_id, bool_or(k.state = 'done') as is_refused,
		bool_or(k.state not in ('done', 'dismissed', 'withdrawn')) as is_open,
		string_agg(k.rule_id, ' ' order by k.rule_id) filter (where k.state not in ('dismissed', 'withdrawn')) as why
	from task k where k.task_type = 'nursing_check' group by k.subject_id) t
	on t.subject_id = v.homevisit_id;

-- What a nurse did on a day.
create or replace view home_nurse_day as
select v.nurse_id, v.day, n.name, 0 as region_code, count(*) as visits, extract(epoch from sum(v.ended - v.began)) / 3600 as hours
from homevisit_at v join home_nurse n using (nurse_id) where v.is_timed group by v.nurse_id, v.day, n.name;

-- Of this month's days of nurses, the one that nine tenths do not exceed.
create or replace view home_nurse_load as
select d.*, row_number() over (order by d.visits, d.day, d.nurse_id) = ceil(0.9 * count(*) over ()) as is_ninth_tenth
from home_nurse_day d where d.day >= date_trunc('month', business_day())::date and d.day <= business_day();

-- Why a visit is not planned, as an error; a sentence as home_bar gives it.
create or replace function home_refuse(p_say text) returns void language plpgsql set search_path = steward, pg_temp as $$
declare
	say jsonb := coalesce(p_say::jsonb, '["this nurse cannot go"]');
	puts text[] := array(select x from jsonb_array_elements_text(say) with ordinality e (x, n) where n > 1 order by n);
begin
	raise exception using errcode = 'ST409', message = case when say ->> 0 in ('on %s the person is in hospital, stay %s',
			'a visit of this kind is planned on %s already', 'no care is granted on %s',
			'the hours of care level %s are not worked out yet: judge first', 'the month has %s of %s hours of care left',
			'the week has %s of %s hours of care left') then format(say ->> 0, variadic puts) else say ->> 0 end,
		hint = 'Nobody was planned; the task says why.';
end $$;

-- Numbers of a form's field, blanks or commas between.
create or replace function home_points(p_text text, p_n int) returns int[] language plpgsql immutable set search_path = steward, pg_temp as $$
begin
	if p_text !~ '^ *([0-9]{1,3}[ ,]+)*[0-9]{1,3} *$' or cardinality(regexp_split_to_array(trim(p_text), '[ ,]+')) <> p_n then
		raise exception using errcode = 'ST422', message = format('%s numbers are expected, blanks between', p_n), hint = 'Nothing was stored.';
	end if;
	return regexp_split_to_array(trim(p_text), '[ ,]+')::int[];
end $$;

create or replace function home_points_check(p_points int[]) returns void language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if home_fault(p_points) is not null then
		raise exception using errcode = 'ST422', message = format('"%s" cannot have these points', home_fault(p_points)),
			hint = 'steward nursing items lists what each may have.';
	end if;
end $$;

grant select on homevisit_at, homevisit_state, home_nurse_day, home_nurse_load to steward_staff, steward_batch;
revoke execute on function home_refuse from public;
grant execute on function home_km, home_number, home_points, home_points_check to steward_staff, steward_batch;
