-- Requests and contacts: what is open, who was served, and what the counter does.

create or replace function service_may(p_person bigint, p_matter text, p_channel text) returns int
language plpgsql stable set search_path = steward, pg_temp as $$
declare
	region int;
begin
	if not (pg_has_role(session_user, 'steward_clerk', 'member') or scope_at_window()) then
		raise exception using errcode = 'ST403', message = 'this is reserved for the role clerk';
	end if;
	select region_code into region from person where person_id = p_person;
	if not found then
		raise exception using errcode = 'ST404', message = 'there is no such person';
	end if;
	if not exists (select from service_matter where matter = p_matter) then
		raise exception using errcode = 'ST422', message = 'there is no such matter',
			hint = 'steward service matters lists them.';
	end if;
	if not exists (select from channel where channel = p_channel) then
		raise exception using errcode = 'ST422', message = 'there is no such channel',
			hint = 'Channels are rows of the parameter work.rows.';
	end if;
	return region;
end $$;

-- Whatever a window of a partner says, it came by the window.
create or replace function service_by(p_channel text) returns text language sql stable set search_path = steward, pg_temp as $$
	select case when scope_at_window() and exists (select from channel where channel = 'window') then 'window' else p_channel end
$$;

-- Of one matter a person has one request at a time: what is asked again by another channel is the same.
create or replace view service_open as
select r.*, m.working_days, m.days, due_on(r.asked_on, m.days, m.working_days) as due
from (select q.*, row_number() over each as nth, count(*) over (partition by q.person_id, q.matter) as again
	from service_request q where q.state = 'asked' and q.done_on is null
	window each as (partition by q.person_id, q.matter order by q.asked_on, q.request_no)) r
left join service_matter m using (matter) where r.nth = 1;

-- Every word there was: a request is one, too.
create or replace view service_said as
select r.person_id, r.region_code, r.asked_on as day, r.channel, r.matter,
	case when r.state = 'withdrawn' then 'withdrawn' when r.outcome <> '' then r.outcome else 'asked' end as result,
	concat_ws(' ', nullif(r.detail, ''), nullif(r.helper, '')) as note, r.who::text as who, r.request_no
from service_request r
union all
select c.person_id, c.region_code, c.day, c.channel, c.matter, c.result, c.note, c.who::text, '' from service_contact c;

-- When somebody was served last, and whether he had to come back on one matter within thirty days.
create or replace view service_served as
select s.person_id, s.region_code, max(s.day) as day, bool_or(s.is_back) as is_back
from (select x.person_id, x.region_code, x.day, x.matter is not null and coalesce(x.day - lag(x.day) over (partition by
		x.person_id, x.matter order by x.day) <= 30 and x.day > business_day() - 30, false) as is_back
	from (select person_id, region_code, day, matter from service_said where result <> 'withdrawn'
		union all select person_id, region_code, business_day, null from decision where not automatic) x
	where x.day <= business_day() and x.person_id <> 0) s
group by s.person_id, s.region_code;

-- Settled requests, and whether somebody had to come for one.
create or replace view service_settled as
select r.person_id, r.request_no, r.region_code, r.channel, r.matter, r.asked_on, r.done_on,
	coalesce(h.is_visit, true) or exists (select from service_contact c join channel k using (channel)
		where c.person_id = r.person_id and c.matter = r.matter and c.day between r.asked_on and r.done_on
		and k.is_visit) as is_visit
from service_request r left join channel h using (channel) where r.outcome = 'done';

-- What a task says: matter, channel, and what was told with it.
create or replace function service_say(o service_open) returns text language sql stable set search_path = steward, pg_temp as $$
	select case when o.again > 1 then jsonb_build_array('%s, by %s, told %s times: %s', o.matter, o.channel, o.again::text, d.etail)
		else jsonb_build_array('%s, by %s: %s', o.matter, o.channel, d.etail) end::text
	from (select coalesce(nullif(concat_ws(' ', nullif(o.detail, ''), nullif(o.helper, '')), ''), '-') as etail) d
$$;

-- The task is there at once, as the finder finds it.
create or replace function service_raise(p_person bigint) returns void
language sql set search_path = steward, pg_temp set datestyle = iso as $$
	select task_raise(o.person_id, 'service.request', o.request_no, 'service', o.due, service_say(o)) from service_open o
	where o.person_id = p_person;
$$;

create or replace function service_ask(p_person bigint, p_matter text, p_channel text, p_detail text, p_helper text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	channel text := service_by(p_channel);
	region int := service_may(p_person, p_matter, channel);
	told text;
begin
	select request_no into told from service_open where person_id = p_person and matter = p_matter;
	if told is not null then
		perform service_note(p_person, p_matter, channel, 'asked_again', p_detail);
		return told;
	end if;
	insert into service_request (person_id, request_no, region_code, channel, matter, asked_on, detail, helper, batch_id, line)
	values (p_person, 'C' || nextval('id_block'), region, channel, p_matter, business_day(), coalesce(p_detail, ''),
		coalesce(p_helper, ''), 0, 0) returning request_no into told;
	perform service_paper_list(p_person, told);
	perform service_raise(p_person);
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (p_person, nextval('id_block'), region, 'service.ask', jsonb_build_object('request', told, 'matter', p_matter,
		'channel', channel));
	return told;
end $$;

create or replace function service_note(p_person bigint, p_matter text, p_channel text, p_result text, p_note text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	channel text := service_by(p_channel);
	region int := service_may(p_person, p_matter, channel);
	contact bigint := nextval('id_block');
begin
	if p_result not in ('answered', 'asked_again', 'passed_on', 'not_reached', 'complained') then
		raise exception using errcode = 'ST422', message = 'a contact ends as answered, asked_again, passed_on, not_reached or complained';
	end if;
	insert into service_contact (person_id, contact_id, region_code, day, channel, matter, result, note)
	values (p_person, contact, region, business_day(), channel, p_matter, p_result, coalesce(p_note, ''));
	return contact;
end $$;

-- Who takes a request back is decided by nobody.
create or replace function service_withdraw(p_person bigint, p_request text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	r service_request;
begin
	select * into r from service_request where person_id = p_person and request_no = p_request and state = 'asked'
		and done_on is null;
	if not found then
		raise exception using errcode = 'ST404', message = 'no such request waits', hint = 'Nothing was stored.';
	end if;
	perform service_may(p_person, r.matter, r.channel);
	update service_request set state = 'withdrawn' where person_id = p_person and request_no = p_request;
	perform task_drop(p_person, 'service.request', p_request);
	perform service_raise(p_person);
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (p_person, nextval('id_block'), r.region_code, 'service.withdraw', jsonb_build_object('request', p_request));
	return p_request;
end $$;

-- What was told more than once is settled once.
create or replace function service_end(p_person bigint, p_request text, p_outcome text) returns bigint
language sql set search_path = steward, pg_temp as $$
	with done as (
		update service_request r set outcome = p_outcome, done_on = business_day() from service_request o
		where o.person_id = p_person and o.request_no = p_request and r.person_id = p_person and r.matter = o.matter
			and r.state = 'asked' and r.done_on is null
		returning r.person_id, r.region_code
	), touch as (
		insert into touched (person_id, batch_id, region_code) select distinct person_id, 0::bigint, region_code from done
		on conflict do nothing
	) select count(*) from done
$$;

create or replace function service_done(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	select service_end(p_person, p_cause, 'done')
$$;

create or replace function service_refuse(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	select service_end(p_person, p_cause, 'refused')
$$;

-- Open again, as it was asked.
create or replace function service_again(p_person bigint, p_cause text) returns bigint
language sql set search_path = steward, pg_temp as $$
	with back as (
		update service_request r set outcome = '', done_on = null from service_request o
		where o.person_id = p_person and o.request_no = p_cause and r.person_id = p_person and r.matter = o.matter
			and r.done_on = o.done_on
		returning r.person_id, r.region_code
	), touch as (
		insert into touched (person_id, batch_id, region_code) select distinct person_id, 0::bigint, region_code from back
		on conflict do nothing
	) select count(*) from back
$$;

create or replace function service_done_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	select service_again(p_person, p_cause)
$$;

create or replace function service_refuse_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp as $$
	select service_again(p_person, p_cause)
$$;

grant select on service_open, service_said, service_served, service_settled to steward_staff, steward_batch;
grant execute on function service_ask, service_note, service_withdraw, service_say to steward_staff;
grant execute on function service_say to steward_batch;
comment on function service_ask is '@window what somebody comes for';
comment on function service_note is '@window that somebody was there';
comment on function service_withdraw is '@window a request that was taken there';
