-- Requests for visits and deliveries: asked by any channel, once a kind and day, each somebody's task until it is planned.

create or replace function home_may() returns void language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if not pg_has_role(session_user, 'steward_clerk', 'member') then
		raise exception using errcode = 'ST403', message = 'this is reserved for the role clerk';
	end if;
end $$;

-- A request that went back to the queue is a task of its own.
create or replace function home_cause(p_request text, p_round int) returns text
language sql immutable set search_path = steward, pg_temp as $$
	select p_request || case when p_round > 0 then '#' || (p_round + 1) else '' end
$$;

-- The visit that a plan became: of its kind, on its day, the nearest to its window; one that was refused is none.  What was learned
-- after it was planned counts, too: nobody is sent to the dead, or to whom a hospital has.
create or replace view home_plan_now as
select p.*, v.visit_no, v.began, case when p.state = 'back' then 'back' when v.began between p.window_from and p.window_to then 'fulfilled'
	when v.visit_no is not null then 'late' when p.state = 'missed' then 'missed'
	when person_is_dead(p.person_id) then 'ended'
	when exists (select from home_stay s where s.person_id = p.person_id and s.from_day < p.day and coalesce(s.to_day, date 'infinity') > p.day)
		then 'in_hospital'
	when p.day + coalesce(home_number('missed_days'), 1)::int <= business_day() then 'missed' else 'planned' end as stand
from home_plan p left join lateral (select x.visit_no, x.began from homevisit x where x.person_id = p.person_id and x.day = p.day
	and x.kind = p.kind and x.began is not null and p.state <> 'back' and not exists (select from task t where t.person_id = x.person_id
		and t.task_type = 'nursing_check' and t.subject_id = x.homevisit_id and t.state = 'done')
	order by x.began not between p.window_from and p.window_to, abs(extract(epoch from x.began - p.from_at)), x.visit_no limit 1) v on true;

-- Of a kind and day a person has one request: what another channel tells of it is the same, asked again.
create or replace view home_request_now as
select r.*, home_cause(r.request_no, r.round) as cause, l.plan_no, l.nurse_id, l.day as plan_day, l.from_at, l.to_at,
	case when r.state = 'withdrawn' then 'withdrawn' when r.outcome <> '' then r.outcome when l.plan_no is not null then l.stand
		when exists (select from home_request o where o.person_id = r.person_id and o.kind = r.kind and o.wanted_day = r.wanted_day
			and o.state = 'asked' and o.outcome = '' and (o.asked_on, o.asked_time, o.request_no) < (r.asked_on, r.asked_time, r.request_no))
		then 'again' when person_is_dead(r.person_id) then 'ended' else 'unplanned' end as stand
from home_request r left join lateral (select x.* from home_plan_now x where x.person_id = r.person_id and x.request_no = r.request_no
	and (x.state = 'planned' or x.state = 'missed' and x.visit_no is not null) order by x.state desc, x.plan_no desc limit 1) l on true;

-- Who has to be seen first: by age, by what was declared, and by the care level that is held.
create or replace function home_first(p_person bigint, p_disabled boolean, p_dementia boolean, out points int, out why text)
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	select (case when x.elderly then home_number('points_elderly') else 0 end + case when x.disabled then home_number('points_disabled') else 0 end
			+ case when x.dementia then home_number('points_dementia') else 0 end)::int,
		coalesce(nullif(concat_ws(', ', case when x.elderly then 'elderly' end, case when x.disabled then 'disabled' end,
			case when x.dementia then 'dementia' end), ''), 'no reason') into points, why
	from (select p.birth_date + make_interval(years => home_number('elderly_years')::int) <= business_day() as elderly,
			p_disabled or coalesce(c.level in ('3', '4', '5'), false) as disabled,
			p_dementia or coalesce(c.dementia = 'yes' or c.level = 'D', false) as dementia
		from person p left join lateral (select k.level, k.dementia from home_care k where k.person_id = p.person_id
			and k.from_day <= business_day() and coalesce(k.to_day, business_day()) >= business_day()
			order by k.from_day desc limit 1) c on true
		where p.person_id = p_person) x;
end $$;

create or replace function home_kind(p_kind text) returns text
language sql immutable set search_path = steward, pg_temp as $$
	select case p_kind when 'care' then 'care at home' when 'nursing' then 'nursing visit' else 'medicine brought home' end
$$;

create or replace function home_request_say(r home_request_now) returns text
language plpgsql stable set search_path = steward, pg_temp set datestyle = iso as $$
begin
	return (select case when r.helper || r.helper_phone <> '' then jsonb_build_array('%s, wanted on %s from %s to %s, asked by %s; to go first: %s (%s points); contact: %s',
			home_kind(r.kind), r.wanted_day, to_char(r.wanted_from, 'HH24:MI'), to_char(r.wanted_to, 'HH24:MI'), r.channel, f.why, f.points::text,
			concat_ws(' ', nullif(r.helper, ''), nullif(r.helper_phone, '')))
		else jsonb_build_array('%s, wanted on %s from %s to %s, asked by %s; to go first: %s (%s points)', home_kind(r.kind), r.wanted_day,
			to_char(r.wanted_from, 'HH24:MI'), to_char(r.wanted_to, 'HH24:MI'), r.channel, f.why, f.points::text) end::text
	from home_first(r.person_id, r.is_disabled, r.has_dementia) f);
end $$;

-- Before the wanted day, and not later than the clock of the task.
create or replace function home_request_due(r home_request_now) returns date
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	return greatest(r.asked_on, least(r.wanted_day, due_on(r.asked_on, coalesce((select c.days from work_clock c where c.kind = 'care_request'), 3),
		(select c.working_days from work_clock c where c.kind = 'care_request'))));
end $$;

-- The tasks of a person's requests as they stand now; what was taken back is planned for nobody any more.
create or replace function home_request_follow(p_person bigint) returns bigint
language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
begin
	-- Asked for another time than was planned: planned anew.
	with other as (
		update home_plan p set state = 'back', back_why = 'changed', back_on = business_day() from home_request_now r
		where p.person_id = p_person and p.state = 'planned' and r.person_id = p_person and r.plan_no = p.plan_no and r.state = 'asked'
			and r.stand in ('planned', 'in_hospital') and (p.kind, p.window_from, p.window_to, p.day)
				is distinct from (r.kind, r.wanted_from, r.wanted_to, greatest(r.wanted_day, p.planned_on))
		returning p.request_no
	) update home_request r set round = r.round + 1 from other o where r.person_id = p_person and r.request_no = o.request_no;
	update home_plan p set state = 'back', back_why = 'withdrawn', back_on = business_day() from home_request r
	where p.person_id = p_person and p.state = 'planned' and p.day >= business_day() and r.person_id = p_person
		and r.request_no = p.request_no and r.state = 'withdrawn';
	perform task_drop(p_person, t.rule_id, t.cause) from task t where t.person_id = p_person and t.rule_id = 'nursing.request'
		and t.state = 'open' and not exists (select from home_request_now r where r.person_id = p_person and r.cause = t.cause
			and r.stand = 'unplanned');
	perform task_raise(p_person, 'nursing.request', r.cause, 'care_request', home_request_due(r), home_request_say(r))
	from home_request_now r where r.person_id = p_person and r.stand = 'unplanned';
	update task t set priority = greatest(1, 4 - f.points / greatest(home_number('points_step')::int, 1))
	from home_request_now r cross join lateral home_first(r.person_id, r.is_disabled, r.has_dementia) f
	where r.person_id = p_person and t.person_id = p_person and t.rule_id = 'nursing.request' and t.cause = r.cause and t.state = 'open';
	return 1;
end $$;

create or replace function home_hour(p_name text) returns time language sql stable set search_path = steward, pg_temp as $$
	select make_time(home_number(p_name)::int, 0, 0)
$$;

create or replace function home_ask(p_person bigint, p_kind text, p_day date, p_from text, p_to text, p_channel text, p_disabled boolean,
	p_dementia boolean, p_helper text, p_phone text) returns text
language plpgsql security definer set search_path = steward, pg_temp set datestyle = iso as $$
declare
	region int;
	no text;
	begins time := case when p_from ~ '^([01]?[0-9]|2[0-3]):[0-5][0-9]$' then p_from::time when coalesce(p_from, '') = '' then home_hour('first_hour') end;
	ends time := case when p_to ~ '^([01]?[0-9]|2[0-3]):[0-5][0-9]$' then p_to::time when coalesce(p_to, '') = '' then home_hour('last_hour') end;
begin
	perform home_may();
	select region_code into region from person where person_id = p_person for update;
	if not found then
		raise exception using errcode = 'ST404', message = 'there is no such person';
	end if;
	if person_is_dead(p_person) then
		raise exception using errcode = 'ST409', message = 'the person is reported dead', hint = 'Nothing was stored.';
	end if;
	if p_kind not in ('care', 'nursing', 'medicine') then
		raise exception using errcode = 'ST422', message = 'a visit is for care, nursing or medicine';
	end if;
	if not exists (select from channel where channel = p_channel) then
		raise exception using errcode = 'ST422', message = 'there is no such channel', hint = 'Channels are rows of the parameter work.rows.';
	end if;
	if p_day < business_day() then
		raise exception using errcode = 'ST422', message = 'that day is over', hint = 'Nothing was stored.';
	end if;
	if begins is null or ends is null or begins >= ends then
		raise exception using errcode = 'ST422', message = 'the window is told as from and to, like 09:00 and 11:30',
			hint = 'Nothing was stored.';
	end if;
	if coalesce(p_phone, '') !~ '^[0-9+ -]{0,20}$' then
		raise exception using errcode = 'ST422', message = 'a telephone has digits, blanks, + and - alone', hint = 'Nothing was stored.';
	end if;
	select r.request_no into no from home_request_now r where r.person_id = p_person and r.kind = p_kind and r.wanted_day = p_day
		and r.stand in ('unplanned', 'planned') order by r.asked_on, r.asked_time, r.request_no limit 1;
	if no is null then
		insert into home_request (person_id, request_no, region_code, channel, kind, asked_on, asked_time, wanted_day, wanted_from, wanted_to,
			is_disabled, has_dementia, helper, helper_phone, batch_id, line)
		values (p_person, 'H' || nextval('id_block'), region, p_channel, p_kind, business_day(), date_trunc('minute', office_time(now()))::time, p_day, begins, ends,
			coalesce(p_disabled, false), coalesce(p_dementia, false), coalesce(p_helper, ''), coalesce(p_phone, ''), 0, 0)
		returning request_no into no;
		perform home_request_follow(p_person);
	end if;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (p_person, nextval('id_block'), region, 'nursing.ask', jsonb_build_object('request', no, 'kind', p_kind, 'day', p_day,
		'channel', p_channel));
	return no;
end $$;

-- Who takes a request back is decided by nobody.
create or replace function home_withdraw(p_person bigint, p_request text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	region int;
begin
	perform home_may();
	update home_request r set state = 'withdrawn' from home_request_now n where r.person_id = p_person and r.request_no = p_request
		and n.person_id = p_person and n.request_no = p_request and n.stand in ('unplanned', 'planned', 'again') returning r.region_code into region;
	if not found then
		raise exception using errcode = 'ST404', message = 'no such request waits', hint = 'Nothing was stored.';
	end if;
	perform home_request_follow(p_person);
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (p_person, nextval('id_block'), region, 'nursing.withdraw', jsonb_build_object('request', p_request));
	return p_request;
end $$;

-- What was told more than once ends once: all of one kind and day.
create or replace function home_request_end(p_person bigint, p_cause text, p_outcome text) returns bigint
language sql set search_path = steward, pg_temp as $$
	with done as (
		update home_request r set outcome = p_outcome, done_on = business_day() from home_request_now o
		where o.person_id = p_person and o.cause = p_cause and o.stand = 'unplanned' and r.person_id = p_person and r.kind = o.kind
			and r.wanted_day = o.wanted_day and r.state = 'asked' and r.outcome = '' returning r.person_id, r.region_code
	), touch as (
		insert into touched (person_id, batch_id, region_code) select distinct person_id, 0::bigint, region_code from done on conflict do nothing
	) select count(*) from done
$$;

create or replace function home_request_again(p_person bigint, p_cause text, p_outcome text) returns bigint
language sql set search_path = steward, pg_temp as $$
	with back as (
		update home_request r set outcome = '', done_on = null from home_request o
		where o.person_id = p_person and home_cause(o.request_no, o.round) = p_cause and o.outcome = p_outcome and r.person_id = p_person
			and r.kind = o.kind and r.wanted_day = o.wanted_day and (r.outcome, r.done_on) = (o.outcome, o.done_on) returning r.person_id, r.region_code
	), touch as (
		insert into touched (person_id, batch_id, region_code) select distinct person_id, 0::bigint, region_code from back on conflict do nothing
	) select count(*) from back
$$;

create or replace function home_request_refuse(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select home_request_end(p_person, p_cause, 'refused') $$;
create or replace function home_request_refuse_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$ select home_request_again(p_person, p_cause, 'refused') $$;

-- Requests and the first visit after each, of those visited this month: how long somebody waited.
create or replace view home_served as
with m as (select x.person_id, x.kind, array_agg(x.day + x.began) as all_at from homevisit x
	where x.day >= date_trunc('month', business_day())::date and x.day <= business_day() and x.began is not null group by x.person_id, x.kind),
k as materialized (select m.*, (select max(x.day + x.began) from homevisit x where x.person_id = m.person_id and x.kind = m.kind
	and x.began is not null and x.day < date_trunc('month', business_day())::date) as last_before from m)
select r.person_id, r.request_no, r.region_code, r.kind, r.channel, r.asked_on, r.asked_on + r.asked_time as asked_at, v.first_at,
	v.first_at::date as day, round((extract(epoch from v.first_at - (r.asked_on + r.asked_time)) / 3600)::numeric, 1) as hours
from k join home_request r on r.person_id = k.person_id and r.kind = k.kind and r.asked_on + r.asked_time > coalesce(k.last_before, '-infinity')
cross join lateral (select min(a) as first_at from unnest(k.all_at) a where a >= r.asked_on + r.asked_time) v
where v.first_at is not null and r.state = 'asked' and not exists (select from home_request o where o.person_id = r.person_id and o.kind = r.kind
	and o.wanted_day = r.wanted_day and o.state = 'asked' and (o.asked_on, o.asked_time, o.request_no) < (r.asked_on, r.asked_time, r.request_no));

-- Requests that wait, the oldest of them marked.  Whatever was planned is left out before anything is looked up.
create or replace view home_waiting as
select r.person_id, r.request_no, r.region_code, r.kind, r.channel, r.asked_on, business_day() - r.asked_on as days,
	row_number() over (order by r.asked_on, r.asked_time, r.person_id, r.request_no) = 1 as is_oldest
from (select q.person_id, q.request_no from home_request q where q.state = 'asked' and q.outcome = '' and not exists (select from home_plan p
		where p.person_id = q.person_id and p.request_no = q.request_no and p.state = 'planned')) k
join home_request_now r using (person_id, request_no) where r.stand = 'unplanned';

grant select on home_plan_now, home_request_now, home_served, home_waiting to steward_staff, steward_batch;
revoke execute on function home_ask, home_withdraw, home_request_follow, home_request_end, home_request_again, home_request_refuse,
	home_request_refuse_undo from public;
grant execute on function home_ask, home_withdraw to steward_staff;
grant execute on function home_cause, home_first, home_kind, home_request_say, home_request_due, home_hour to steward_staff, steward_batch;
