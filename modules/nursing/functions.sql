-- Visits with their times in one piece.  A visit ends on its day: one that goes on after midnight is told as two.
create or replace view homevisit_at as
select v.*, v.day + v.began as from_at, v.day + v.ended as to_at, coalesce(v.began < v.ended, false) and v.day is not null as is_timed,
	case when v.nurse_id is null then 'nurse' when v.kind = '' then 'kind' when v.lat is null and v.place = '' then 'place'
		when v.day is null then 'day' when v.began is null or v.ended is null then 'time' end as lacks
from homevisit v;

-- Straight way between two places in km, on a ball of 6371 km.
create or replace function home_km(p_lat double precision, p_lon double precision, q_lat double precision, q_lon double precision)
returns double precision language sql immutable strict parallel safe set search_path = steward, pg_temp as $$
	select 12742 * asin(sqrt(least(1, power(sind((q_lat - p_lat) / 2), 2)
		+ cosd(p_lat) * cosd(q_lat) * power(sind((q_lon - p_lon) / 2), 2))));
$$;

create or replace function home_number(p_name text) returns numeric language sql stable set search_path = steward, pg_temp as $$
	select value from policy_number where name = 'nursing.' || p_name;
$$;

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

grant select on homevisit_at, homevisit_state, home_nurse_day to steward_staff, steward_batch;
grant execute on function home_km, home_number to steward_staff, steward_batch;
