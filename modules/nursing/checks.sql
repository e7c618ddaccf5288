-- What cannot have been: each finder looks at all visits of a day's nurse, or of a person, at once.  Limits are asked for
-- once, not once a visit.

-- A visit that lacks one of the six data points is not verified; whose it is, its feed asks for.
-- statement: nursing_incomplete
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select v.person_id, v.homevisit_id as subject_id, v.visit_no as cause, jsonb_build_array(case v.lacks when 'nurse' then 'visit %s: nobody knows who came'
		when 'kind' then 'visit %s: nobody knows what was done' when 'place' then 'visit %s: nobody knows where it was'
		when 'day' then 'visit %s: nobody knows on which day' when 'time' then 'visit %s: nobody knows from when to when'
		else 'visit %s does not end after it began' end, v.visit_no)::text as say,
	null::date as due, null::bigint as monthly_fen, jsonb_build_object('visit_no', v.visit_no, 'day', v.day, 'began', v.began, 'ended', v.ended) as inputs
from homevisit_at v {scope} where $1::date is not null and (v.lacks is not null or not v.is_timed);

-- One nurse at two visits at once: both wait, since nobody knows which of them was.
-- statement: nursing_nurse_twice
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
with d as (select distinct x.nurse_id, x.day from homevisit x {scope} where x.nurse_id is not null),
w as (select v.*, max(v.to_at) over (each rows between unbounded preceding and 1 preceding) as before_to,
		lead(v.from_at) over (each) as next_from
	from homevisit_at v join d using (nurse_id, day) where v.is_timed
	window each as (partition by v.nurse_id, v.day order by v.from_at, v.homevisit_id)),
l as materialized (select make_interval(mins => home_number('overlap_minutes')::int) as least)
select v.person_id, v.homevisit_id as subject_id, v.visit_no as cause, jsonb_build_array('the nurse of visit %s was at visit %s from %s to %s', v.visit_no, o.visit_no,
		to_char(o.from_at, 'HH24:MI'), to_char(o.to_at, 'HH24:MI'))::text as say,
	null::date as due, null::bigint as monthly_fen, jsonb_build_object('visit_no', v.visit_no, 'day', v.day, 'began', v.began, 'ended', v.ended, 'other_visit', o.visit_no) as inputs
from w v {scope} cross join l
cross join lateral (select x.visit_no, x.from_at, x.to_at from homevisit_at x where x.nurse_id = v.nurse_id and x.day = v.day and x.is_timed
	and x.homevisit_id <> v.homevisit_id and least(x.to_at, v.to_at) - greatest(x.from_at, v.from_at) >= l.least
	order by x.from_at, x.homevisit_id limit 1) o
where $1::date is not null and (v.before_to - v.from_at >= l.least or v.to_at - v.next_from >= l.least);

-- One person with two visits at once.
-- statement: nursing_person_twice
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
with d as (select distinct x.person_id, x.day from homevisit x {scope} where x.person_id is not null),
w as (select v.*, max(v.to_at) over (each rows between unbounded preceding and 1 preceding) as before_to,
		lead(v.from_at) over (each) as next_from
	from homevisit_at v join d using (person_id, day) where v.is_timed
	window each as (partition by v.person_id, v.day order by v.from_at, v.homevisit_id)),
l as materialized (select make_interval(mins => home_number('overlap_minutes')::int) as least)
select v.person_id, v.homevisit_id as subject_id, v.visit_no as cause, jsonb_build_array('at visit %s the person had visit %s, too, from %s to %s', v.visit_no, o.visit_no,
		to_char(o.from_at, 'HH24:MI'), to_char(o.to_at, 'HH24:MI'))::text as say,
	null::date as due, null::bigint as monthly_fen, jsonb_build_object('visit_no', v.visit_no, 'day', v.day, 'began', v.began, 'ended', v.ended, 'other_visit', o.visit_no) as inputs
from w v {scope} cross join l
cross join lateral (select x.visit_no, x.from_at, x.to_at from homevisit_at x where x.person_id = v.person_id and x.day = v.day and x.is_timed
	and x.homevisit_id <> v.homevisit_id and least(x.to_at, v.to_at) - greatest(x.from_at, v.from_at) >= l.least
	order by x.from_at, x.homevisit_id limit 1) o
where $1::date is not null and (v.before_to - v.from_at >= l.least or v.to_at - v.next_from >= l.least);

-- From one visit to the next in less time than the way takes; both wait.  Visits at once are the others' matter.
-- statement: nursing_travel
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
with d as (select distinct x.nurse_id, x.day from homevisit x {scope} where x.nurse_id is not null),
w as (select v.*, lag(v.homevisit_id) over each as from_id, lag(v.visit_no) over each as from_no, lag(v.person_id) over each as from_person,
		lag(v.region_code) over each as from_region, lag(v.lat) over each as from_lat, lag(v.lon) over each as from_lon,
		lag(v.to_at) over each as left_at
	from homevisit_at v join d using (nurse_id, day) where v.is_timed
	window each as (partition by v.nurse_id, v.day order by v.from_at, v.homevisit_id)),
l as materialized (select home_number('speed_kmh_town') as town, home_number('speed_kmh') as any_way, home_number('skew_minutes') as skew),
far as (select w.*, k.km, extract(epoch from w.from_at - w.left_at) / 60 as gap
	from w cross join l cross join lateral (select home_km(w.from_lat, w.from_lon, w.lat, w.lon) as km) k
	where w.left_at <= w.from_at and k.km * 60 > (extract(epoch from w.from_at - w.left_at) / 60 + l.skew)
		* case when w.region_code = w.from_region then l.town else l.any_way end),
v as (select f.person_id, f.homevisit_id, f.visit_no, f.from_no as other_no, f.day, f.began, f.ended, f.km, f.gap from far f
	union all
	select o.person_id, o.homevisit_id, o.visit_no, f.visit_no, o.day, o.began, o.ended, f.km, f.gap
	from far f join homevisit o on o.person_id = f.from_person and o.visit_no = f.from_no)
select distinct on (v.person_id, v.visit_no) v.person_id, v.homevisit_id as subject_id, v.visit_no as cause,
	jsonb_build_array('between the visits %s and %s lie %s km and %s minutes', v.visit_no, v.other_no,
		round(v.km::numeric, 1)::text, round(v.gap)::int)::text as say, null::date as due, null::bigint as monthly_fen,
	jsonb_build_object('visit_no', v.visit_no, 'day', v.day, 'began', v.began, 'ended', v.ended, 'other_visit', v.other_no,
		'km', round(v.km::numeric, 1)) as inputs
from v {scope} where $1::date is not null order by v.person_id, v.visit_no, v.other_no;

-- On the day of admission and on that of discharge somebody may be at home.
-- statement: nursing_in_hospital
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select v.person_id, v.homevisit_id as subject_id, v.visit_no as cause, jsonb_build_array('visit %s was during the stay %s in hospital', v.visit_no, min(s.claim_no))::text as say,
	null::date as due, null::bigint as monthly_fen, jsonb_build_object('visit_no', v.visit_no, 'day', v.day, 'began', v.began, 'ended', v.ended, 'claim_no', min(s.claim_no)) as inputs
from homevisit_at v {scope} join home_stay s using (person_id)
where $1::date is not null and v.day > s.from_day and v.day < coalesce(s.to_day, date 'infinity')
group by v.person_id, v.homevisit_id, v.visit_no, v.day, v.began, v.ended;

-- statement: nursing_after_death
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select v.person_id, v.homevisit_id as subject_id, v.visit_no as cause, jsonb_build_array('visit %s on %s was after the death on %s', v.visit_no, v.day, d.died_on)::text as say,
	null::date as due, null::bigint as monthly_fen, jsonb_build_object('visit_no', v.visit_no, 'day', v.day, 'began', v.began, 'ended', v.ended, 'died_on', d.died_on) as inputs
from homevisit_at v {scope} join death_told d using (person_id) where $1::date is not null and v.day > d.died_on;

-- Care beyond the hours of its week, or without a care level on its day.  What was done first in a week counts first.
-- statement: nursing_outside_package
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
with w as (select v.*, sum(v.ended - v.began) over (partition by v.person_id, date_trunc('week', v.day) order by v.from_at,
		v.homevisit_id) as done, exists (select from home_care c where c.person_id = v.person_id and c.from_day <= v.day
		and coalesce(c.to_day, v.day) >= v.day) as is_granted
	from homevisit_at v {scope} where v.kind = 'care' and v.is_timed)
select v.person_id, v.homevisit_id as subject_id, v.visit_no as cause, (case when v.is_granted then jsonb_build_array('with visit %s the week has %s minutes of care, %s hours are granted', v.visit_no,
		(extract(epoch from v.done) / 60)::int, coalesce(a.answer, '0'))
		else jsonb_build_array('visit %s: no care is granted on %s', v.visit_no, v.day) end)::text as say,
	null::date as due, null::bigint as monthly_fen, jsonb_build_object('visit_no', v.visit_no, 'day', v.day, 'began', v.began, 'ended', v.ended, 'hours', a.answer) as inputs
from w v left join asked a on a.person_id = v.person_id and a.calculation = 'care.entitlement'
where $1::date is not null and (not v.is_granted or a.person_id is not null
	and extract(epoch from v.done) / 3600 > coalesce(a.answer, '0')::numeric);

-- What the newest care level gives a week.
-- statement: nursing_levels
-- params:
-- columns: person_id int8, place text, level text, dementia text, months_impaired text
select distinct on (person_id) person_id, '' as place, c.level, c.dementia,
	(extract(year from a) * 12 + extract(month from a))::int::text as months_impaired
from home_care c {scope} cross join lateral age(c.from_day, c.impaired_from) a order by person_id, c.from_day desc;
