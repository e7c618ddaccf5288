-- Dispatch: who goes to whom at what time and why, what stands against it, and what becomes of a plan.

create or replace function home_minutes(p_kind text) returns int language sql stable set search_path = steward, pg_temp as $$
	select home_number('minutes_' || p_kind)::int
$$;

-- Where somebody is visited: as the request says, else where the last visit was.
create or replace function home_place(p_person bigint, p_request text, out lat double precision, out lon double precision)
language sql stable set search_path = steward, pg_temp as $$
	select x.lat, x.lon from (
		select 1 as nth, r.lat, r.lon, r.asked_on as day from home_request r where r.person_id = p_person and r.request_no = p_request
		union all select 2, v.lat, v.lon, v.day from homevisit v where v.person_id = p_person) x
	where x.lat is not null and x.lon is not null order by x.nth, x.day desc nulls last limit 1
$$;

-- Why nobody may be planned for a visit, as a sentence; null: somebody may.
create or replace function home_bar(p_person bigint, p_kind text, p_day date, p_minutes int) returns text
language plpgsql stable set search_path = steward, pg_temp set datestyle = iso as $$
declare
	stay text;
	k record;
begin
	if person_is_dead(p_person) then
		return jsonb_build_array('the person is reported dead')::text;
	end if;
	select s.claim_no into stay from home_stay s where s.person_id = p_person and s.from_day < p_day
		and coalesce(s.to_day, date 'infinity') > p_day order by s.claim_no limit 1;
	if stay is not null then
		return jsonb_build_array('on %s the person is in hospital, stay %s', p_day, stay)::text;
	end if;
	if exists (select from home_plan_now p where p.person_id = p_person and p.kind = p_kind and p.day = p_day and p.state = 'planned') then
		return jsonb_build_array('a visit of this kind is planned on %s already', p_day)::text;
	end if;
	if p_kind <> 'care' then
		return null;
	end if;
	select * into k from home_package(p_person, p_day);
	return case when k.level is null then jsonb_build_array('no care is granted on %s', p_day)
		when k.hours is null then jsonb_build_array('the hours of care level %s are not worked out yet: judge first', k.level)
		when p_minutes > k.left_hours * 60 then jsonb_build_array('the month has %s of %s hours of care left', k.left_hours::text, k.month_hours::text)
		when p_minutes > k.week_left * 60 then jsonb_build_array('the week has %s of %s hours of care left', k.week_left::text, k.hours::text)
		end::text;
end $$;

-- Where nurses are on a day: their plans, and visits that were none.
create or replace view home_busy as
select p.nurse_id, p.day, p.day + p.from_at as from_ts, p.day + p.to_at as to_ts, p.lat, p.lon, p.person_id
from home_plan p where p.state = 'planned'
union all
select v.nurse_id, v.day, v.day + v.began, v.day + v.ended, v.lat, v.lon, v.person_id from homevisit v
where v.nurse_id is not null and v.began < v.ended and not exists (select from home_plan p where p.person_id = v.person_id
	and p.nurse_id = v.nurse_id and p.day = v.day and p.state = 'planned');

-- Who could go, the best first, or that nurse alone: qualified, not absent, not beyond the hours of a day, free in the window with the
-- ways before and after; where a place is not known, the time between visits alone.  They are looked at in their order until thirty
-- are found: the times that somebody is not free are put together for those alone.
create or replace function home_candidates(p_person bigint, p_cause text, p_nurse bigint default null)
returns table (nth bigint, nurse_id bigint, licence text, nurse text, day date, from_at time, to_at time, points numeric, say text,
	lat double precision, lon double precision)
language sql stable set search_path = steward, pg_temp set jit = off as $$
	with w as materialized (select home_number('match_before') as before, home_number('match_distance') as distance,
			home_number('match_load') as load, home_number('match_km') as far, make_interval(mins => home_number('slot_minutes')::int) as slot,
			home_number('gap_minutes') as gap, home_number('plan_kmh') as kmh,
			coalesce((select value from policy_number where name = 'work.nursing_day_hours'), 12) as most),
	r as materialized (select q.person_id, q.kind, q.region_code, d.day, d.day + q.wanted_from as opens,
			d.day + q.wanted_to - make_interval(mins => d.minutes) as last, make_interval(mins => d.minutes) as takes, d.minutes, l.lat, l.lon
		from home_request_now q cross join lateral (select greatest(q.wanted_day, business_day()) as day, home_minutes(q.kind) as minutes) d
		cross join lateral home_place(q.person_id, q.request_no) l
		where q.person_id = p_person and q.cause = p_cause and q.stand = 'unplanned' and home_bar(q.person_id, q.kind, d.day, d.minutes) is null),
	worked as materialized (select b.nurse_id, count(*) as visits, sum(extract(epoch from b.to_ts - b.from_ts)) / 3600 as hours
		from r join home_busy b using (day) where p_nurse is null or b.nurse_id = p_nurse group by b.nurse_id),
	n as (select n.nurse_id, n.licence, n.name, n.kinds, home_km(n.lat, n.lon, r.lat, r.lon) as km, coalesce(x.visits, 0) as visits,
			coalesce(x.hours, 0) as hours, exists (select from homevisit v where v.person_id = r.person_id and v.nurse_id = n.nurse_id
				and v.day >= r.day - 365) as before
		from home_nurse n cross join r cross join w left join worked x using (nurse_id)
		where (p_nurse is null or n.nurse_id = p_nurse) and (n.kinds = '{}' or r.kind = any (n.kinds))
			and coalesce(x.hours, 0) + r.minutes / 60.0 <= w.most
			and not exists (select from home_absence a where a.nurse_id = n.nurse_id and a.day = r.day)),
	worth as materialized (select n.*, round((case when n.before then w.before else 0 end
			+ w.distance * (1 - least(coalesce(n.km, w.far / 2)::numeric / w.far, 1)) + w.load * (1 - least(n.hours / w.most, 1)))::numeric, 1) as points
		from n cross join w),
	free as (select k.*, s.begins from (select * from worth order by points desc, hours, nurse_id) k cross join r cross join w
		cross join lateral (select coalesce(range_agg(tsrange(b.from_ts - r.takes - y.way, b.to_ts + y.way, '()')), '{}') as not_in
			from home_busy b cross join lateral (select make_interval(mins => (w.gap
				+ coalesce(ceil(home_km(b.lat, b.lon, r.lat, r.lon) * 60 / w.kmh::float8), 0)::numeric)::int) as way) y
			where b.nurse_id = k.nurse_id and b.day = r.day) o
		cross join lateral (select t.begins from generate_series(r.opens, r.last, w.slot) t (begins) where not t.begins <@ o.not_in
			order by t.begins limit 1) s
		order by k.points desc, k.hours, k.nurse_id limit 30)
	select row_number() over (order by f.points desc, f.hours, f.nurse_id), f.nurse_id, f.licence, f.name, r.day, f.begins::time,
		(f.begins + r.takes)::time, f.points,
		case when f.km is null then jsonb_build_array('%s to %s, %s visits that day, way not known, %s, %s', to_char(f.begins, 'HH24:MI'),
				to_char(f.begins + r.takes, 'HH24:MI'), f.visits::text, b.been, b.may)
			else jsonb_build_array('%s to %s, %s visits that day, %s km, %s, %s', to_char(f.begins, 'HH24:MI'),
				to_char(f.begins + r.takes, 'HH24:MI'), f.visits::text, round(f.km::numeric, 1)::text, b.been, b.may) end::text,
		r.lat, r.lon
	from free f cross join r cross join lateral (select case when f.before then 'was there before' else 'not there before' end as been,
		case when f.kinds = '{}' then 'for every kind of visit' else 'qualified for this kind' end as may) b
	order by 1
$$;

-- Why nobody is offered; null: somebody is, or nothing waits.
create or replace function home_why_not(p_person bigint, p_cause text) returns text
language sql stable set search_path = steward, pg_temp as $$
	select coalesce(home_bar(q.person_id, q.kind, greatest(q.wanted_day, business_day()), home_minutes(q.kind)),
		case when not exists (select from home_candidates(p_person, p_cause)) then jsonb_build_array('no nurse is free in the wanted window')::text end)
	from home_request_now q where q.person_id = p_person and q.cause = p_cause and q.stand = 'unplanned'
$$;

-- The chosen nurse, or the best: the time is looked for again under the nurse's lock, since another may have planned her meanwhile.
create or replace function home_plan_make(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	q home_request_now := (select x from home_request_now x where x.person_id = p_person and x.cause = p_cause and x.stand = 'unplanned');
	c record;
	why text;
begin
	if q.person_id is null then
		return 0;
	end if;
	perform from person where person_id = p_person for update;
	select x.* into c from home_candidates(p_person, p_cause, q.chosen) x order by x.nth limit 1;
	if found then
		perform from home_nurse where nurse_id = c.nurse_id for update;
		select x.* into c from home_candidates(p_person, p_cause, c.nurse_id) x;
	end if;
	if c.nurse_id is null then
		why := home_why_not(p_person, p_cause);
		perform home_refuse(why);
	end if;
	insert into home_plan (person_id, plan_no, region_code, request_no, nurse_id, kind, day, from_at, to_at, window_from, window_to, lat, lon,
		say, planned_on)
	values (p_person, nextval('id_block'), q.region_code, q.request_no, c.nurse_id, q.kind, c.day, c.from_at, c.to_at, q.wanted_from, q.wanted_to,
		c.lat, c.lon, c.say, business_day());
	update home_request r set chosen = null where r.person_id = p_person and r.request_no = q.request_no;
	insert into touched (person_id, batch_id, region_code) values (p_person, 0, q.region_code) on conflict do nothing;
	return 1;
end $$;

create or replace function home_plan_make_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	with back as (
		update home_plan p set state = 'back', back_why = 'undo', back_on = business_day() from home_plan_now n
		where p.person_id = p_person and home_cause(p.request_no, (select r.round from home_request r where r.person_id = p_person
				and r.request_no = p.request_no)) = p_cause and p.state = 'planned' and n.person_id = p.person_id and n.plan_no = p.plan_no
			and n.visit_no is null
		returning p.person_id, p.region_code
	), touch as (
		insert into touched (person_id, batch_id, region_code) select distinct person_id, 0::bigint, region_code from back on conflict do nothing
	) select count(*) from back
$$;

-- From the list of the task: that nurse, by the same decision as the key of the task.
create or replace function home_take(p_person bigint, p_cause text, p_licence text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	v_nurse bigint := (select n.nurse_id from home_nurse n where n.licence = p_licence);
	t task;
begin
	perform home_may();
	select * into t from task k where k.person_id = p_person and k.rule_id = 'nursing.request' and k.cause = p_cause for update;
	if not found then
		raise exception using errcode = 'ST404', message = 'no such request waits', hint = 'Nothing was stored.';
	end if;
	if coalesce(p_licence, '') <> '' and v_nurse is null then
		raise exception using errcode = 'ST404', message = 'there is no such nurse', hint = 'Nothing was stored.';
	end if;
	update home_request r set chosen = v_nurse where r.person_id = p_person and home_cause(r.request_no, r.round) = p_cause;
	return (decide(gen_random_uuid(), t.person_id, t.rule_id, t.cause, t.ver, 'dispatch', case when v_nurse is null or v_nurse
		= (select c.nurse_id from home_candidates(p_person, p_cause) c order by c.nth limit 1) then 'best' else 'chosen' end, '')).state;
end $$;

-- Back to the queue, as a task of its own.
create or replace function home_back(p_person bigint, p_plan bigint, p_why text) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	n home_plan_now := (select x from home_plan_now x where x.person_id = p_person and x.plan_no = p_plan);
begin
	if coalesce(n.stand, '') not in ('planned', 'in_hospital') then
		return 0;
	end if;
	update home_plan p set state = 'back', back_why = p_why, back_on = business_day() where p.person_id = p_person and p.plan_no = p_plan;
	update home_request r set round = r.round + 1 where r.person_id = p_person and r.request_no = n.request_no;
	perform home_request_follow(p_person);
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (p_person, nextval('id_block'), n.region_code, 'nursing.back', jsonb_build_object('plan', p_plan, 'why', p_why));
	return 1;
end $$;

create or replace function home_plan_back(p_person bigint, p_plan bigint) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform home_may();
	perform from person where person_id = p_person for update;
	if home_back(p_person, p_plan, 'clerk') = 0 then
		raise exception using errcode = 'ST404', message = 'no such visit is planned', hint = 'Nothing was stored.';
	end if;
	return 1;
end $$;

create or replace function home_nurse_of(p_licence text) returns bigint
language plpgsql stable set search_path = steward, pg_temp as $$
declare
	v_nurse bigint := (select n.nurse_id from home_nurse n where n.licence = p_licence);
begin
	perform home_may();
	if v_nurse is null then
		raise exception using errcode = 'ST404', message = 'there is no such nurse', hint = 'Nothing was stored.';
	end if;
	return v_nurse;
end $$;

-- A nurse does not come that day: whoever was planned for her waits again.
create or replace function home_absent(p_licence text, p_day date) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	v_nurse bigint := home_nurse_of(p_licence);
	n bigint;
begin
	perform from home_nurse where nurse_id = v_nurse for update;
	insert into home_absence (nurse_id, day, noted_on) values (v_nurse, p_day, business_day()) on conflict do nothing;
	select coalesce(sum(home_back(p.person_id, p.plan_no, 'absence')), 0) into n from home_plan p
	where p.nurse_id = v_nurse and p.day = p_day and p.state = 'planned';
	return n;
end $$;

-- She comes after all: whoever still waits is hers again, at the same time.
create or replace function home_present(p_licence text, p_day date) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	v_nurse bigint := home_nurse_of(p_licence);
	p home_plan;
	n bigint := 0;
begin
	perform from home_nurse where nurse_id = v_nurse for update;
	delete from home_absence where nurse_id = v_nurse and day = p_day;
	if not found then
		raise exception using errcode = 'ST404', message = 'the nurse is not absent on that day', hint = 'Nothing was stored.';
	end if;
	for p in select distinct on (x.person_id, x.request_no) x.* from home_plan x join home_request_now r using (person_id, request_no)
			where x.nurse_id = v_nurse and x.day = p_day and x.state = 'back' and x.back_why = 'absence' and r.stand = 'unplanned'
				and home_bar(x.person_id, x.kind, x.day, home_minutes(x.kind)) is null
				and not exists (select from home_busy b where b.nurse_id = v_nurse and b.day = p_day and b.from_ts < x.day + x.to_at
					and x.day + x.from_at < b.to_ts)
			order by x.person_id, x.request_no, x.plan_no desc loop
		update home_plan x set state = 'planned', back_why = '', back_on = null where x.person_id = p.person_id and x.plan_no = p.plan_no;
		perform home_request_follow(p.person_id);
		n := n + 1;
	end loop;
	return n;
end $$;

-- A visit that was planned and not made: again, or needed no more.
create or replace function home_missed_again(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	n home_plan_now := (select x from home_plan_now x where x.person_id = p_person and x.plan_no::text = p_cause);
begin
	if coalesce(n.stand, '') not in ('missed', 'in_hospital') or n.state <> 'planned' then
		return 0;
	end if;
	update home_plan p set state = 'missed' where p.person_id = p_person and p.plan_no = n.plan_no;
	update home_request r set round = r.round + 1 where r.person_id = p_person and r.request_no = n.request_no;
	return home_request_follow(p_person);
end $$;

create or replace function home_missed_again_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
begin
	update home_plan p set state = 'planned' where p.person_id = p_person and p.plan_no::text = p_cause and p.state = 'missed'
		and not exists (select from home_plan o where o.person_id = p_person and o.request_no = p.request_no and o.state = 'planned');
	return case when found then home_request_follow(p_person) else 0 end;
end $$;

create or replace function home_missed_drop(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	with done as (
		update home_plan p set state = 'missed' from home_plan_now n where p.person_id = p_person and p.plan_no::text = p_cause
			and p.state = 'planned' and n.person_id = p_person and n.plan_no = p.plan_no and n.stand in ('missed', 'in_hospital')
		returning p.person_id, p.region_code, p.request_no
	), ended as (
		update home_request r set outcome = 'needless', done_on = business_day() from done d
		where r.person_id = d.person_id and r.request_no = d.request_no and r.outcome = ''
	), touch as (
		insert into touched (person_id, batch_id, region_code) select person_id, 0::bigint, region_code from done on conflict do nothing
	) select count(*) from done
$$;

create or replace function home_missed_drop_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	with back as (
		update home_plan p set state = 'planned' where p.person_id = p_person and p.plan_no::text = p_cause and p.state = 'missed'
		returning p.person_id, p.region_code, p.request_no
	), open as (
		update home_request r set outcome = '', done_on = null from back b
		where r.person_id = b.person_id and r.request_no = b.request_no and r.outcome = 'needless'
	), touch as (
		insert into touched (person_id, batch_id, region_code) select person_id, 0::bigint, region_code from back on conflict do nothing
	) select count(*) from back
$$;

-- Plans whose day has come, and whether the visit began in the window that was asked for.
create or replace view home_planned as
select p.person_id, p.plan_no, p.region_code, p.day, p.kind, p.stand, p.stand = 'fulfilled' as is_in_window, n.name as nurse
from home_plan_now p join home_nurse n using (nurse_id) where p.stand not in ('back', 'ended', 'in_hospital');

grant select on home_busy, home_planned to steward_staff, steward_batch;
revoke execute on function home_plan_make, home_plan_make_undo, home_take, home_back, home_plan_back, home_absent, home_present,
	home_missed_again, home_missed_again_undo, home_missed_drop, home_missed_drop_undo from public;
grant execute on function home_take, home_plan_back, home_absent, home_present to steward_staff;
grant execute on function home_minutes, home_place, home_bar, home_candidates, home_why_not to steward_staff, steward_batch;

-- Whoever calls them, they are about everybody, and give back numbers of rows alone.
comment on function home_absent is '@whole plans of a nurse go to others, whoever is visited';
comment on function home_present is '@whole a nurse is there again';
