-- Outreach: a list by filter, a message to each, nobody twice and nobody who wants none.

create or replace function outreach_days() returns int
language sql stable set search_path = steward, pg_temp as $$
	select coalesce((select value::int from policy_number where name = 'work.outreach_days'), 30)
$$;

-- Who would be written to on a day: alive, within the filter, not asked to be left alone, and not told of the same lately.
create or replace function outreach_whom(o outreach, p_day date) returns table (person_id bigint, region_code int)
language sql stable set search_path = steward, pg_temp as $$
	select f.person_id, f.region_code from person_fact f join person p using (person_id)
	where f.died_on is null and (not o.is_paid or f.pension_status = 'paid')
		and (o.region_code is null or f.region_code in (select * from region_within(o.region_code)))
		and (o.age_from is null or p.birth_date <= p_day - make_interval(years => o.age_from))
		and (o.age_to is null or p.birth_date > p_day - make_interval(years => o.age_to + 1))
		and o.sex in ('', p.sex)
		and not exists (select from contact_wish w where w.person_id = f.person_id and w.channel = 'none')
		and not exists (select from outreach_person x where x.person_id = f.person_id and x.kind = o.kind
			and x.sent_on > p_day - outreach_days())
$$;

create or replace function outreach_may(p_jobs text[]) returns void
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if not exists (select from unnest(p_jobs) j (job) where pg_has_role(session_user, 'steward_' || job, 'member')) then
		raise exception using errcode = 'ST403', message = format('this is reserved for the role %s', p_jobs[1]);
	end if;
end $$;

create or replace function outreach_take(p_name text) returns outreach
language plpgsql set search_path = steward, pg_temp as $$
declare
	o outreach;
begin
	select * into o from outreach where outreach = p_name for update;
	if not found then
		raise exception using errcode = 'ST404', message = 'there is no such outreach', hint = 'steward service outreach list names them.';
	elsif o.state <> 'made' then
		raise exception using errcode = 'ST409', message = format('this outreach is "%s" by now', o.state),
			hint = 'Make another one; who was told lately is left out.';
	end if;
	return o;
end $$;

create or replace function outreach_make(p_name text, p_kind text, p_region int, p_from int, p_to int, p_sex text, p_paid boolean)
returns bigint language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	o outreach;
begin
	perform outreach_may(array['clerk']);
	if exists (select from outreach where outreach = p_name) then
		raise exception using errcode = 'ST409', message = 'there is an outreach of this name';
	end if;
	if p_name !~ '^[a-z0-9][a-z0-9_-]{0,39}$' or coalesce(p_kind, '') not in ('class', 'fraud', 'health')
			or coalesce(p_sex, '') not in ('', 'M', 'F') or p_from > p_to
			or p_region is not null and not exists (select from region where region_code = p_region) then
		raise exception using errcode = 'ST422', message = 'an outreach has a name, a kind and an area that is known',
			hint = 'Kinds: class, fraud, health; names of a-z, 0-9, - and _; --sex M or F.';
	end if;
	insert into outreach (outreach, kind, region_code, age_from, age_to, sex, is_paid)
	values (p_name, 'outreach_' || p_kind, p_region, p_from, p_to, coalesce(p_sex, ''), coalesce(p_paid, false)) returning * into o;
	return (select count(*) from outreach_whom(o, business_day()));
end $$;

create or replace function outreach_say(o outreach) returns text
language sql immutable set search_path = steward, pg_temp as $$
	select jsonb_build_array('written to unasked: %s', o.outreach)::text
$$;

-- By a second person, once: who is in it is fixed now.  A message to each, by whatever reaches him; its receipts are the
-- outbox's.
create or replace function outreach_send(p_name text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp set datestyle = iso as $$
declare
	o outreach;
	r record;
	n bigint := 0;
begin
	perform outreach_may(array['reviewer', 'manager']);
	o := outreach_take(p_name);
	if o.who = session_user then
		raise exception using errcode = 'ST403', message = 'an outreach needs a second person',
			hint = 'You have made it yourself; somebody else sends it.';
	end if;
	for r in select * from outreach_whom(o, business_day()) w order by w.person_id loop
		insert into outreach_person (person_id, outreach, region_code, kind, sent_on)
		values (r.person_id, o.outreach, r.region_code, o.kind, business_day());
		perform task_raise(r.person_id, 'service.' || o.kind, o.outreach, o.kind, business_day(), outreach_say(o));
		update task t set state = 'done', ver = t.ver + 1, closed_on = business_day() where t.person_id = r.person_id
			and t.rule_id = 'service.' || o.kind and t.cause = o.outreach;
		perform message_due(r.person_id, 'service.' || o.kind, o.outreach, null);
		n := n + 1;
	end loop;
	update outreach set state = 'sent', sent_by = session_user, sent_on = business_day() where outreach = o.outreach;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'outreach.send', jsonb_build_object('outreach', o.outreach, 'persons', n));
	return n;
end $$;

create or replace function outreach_drop(p_name text) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	o outreach;
begin
	perform outreach_may(array['clerk', 'reviewer', 'manager']);
	o := outreach_take(p_name);
	update outreach set state = 'dropped' where outreach = o.outreach;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'outreach.drop', jsonb_build_object('outreach', o.outreach));
	return o.outreach;
end $$;

-- What became of each message: the newest of the person's, for one may be tried again.
create or replace view outreach_told as
select x.person_id, x.outreach, x.kind, x.region_code, x.sent_on, coalesce(m.state, '') as state, coalesce(m.channel, '') as channel,
	coalesce(m.why, '') as why, m.delivered_on
from outreach_person x left join lateral (select m.* from message m where m.person_id = x.person_id
	and m.rule_id = 'service.' || x.kind and m.cause = x.outreach order by m.message_id desc limit 1) m on true;
grant select on outreach_told to steward_staff, steward_batch;
revoke execute on function outreach_may, outreach_take, outreach_make, outreach_send, outreach_drop from public;
grant execute on function outreach_make, outreach_send, outreach_drop to steward_staff;
grant execute on function outreach_whom, outreach_days, outreach_say to steward_staff, steward_batch;
