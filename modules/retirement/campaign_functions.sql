-- Campaigns of certification.  Only the cohort is kept; how far each person is follows from the day, and from what is
-- known of him since, so that nothing has to be set back when a day is taken back.

-- The last day on which a certificate was given that has run out by a day.  Months have ends of their own: of the last of
-- February the days that a year later would be after it are tried, too.
create or replace function certified_too_early(p_day date) returns date
language sql stable set search_path = steward, pg_temp as $$
	select max(d)::date from (select make_interval(months => value::int) as months from policy_number
		where name = 'certification.valid_months') n
	cross join lateral generate_series(p_day - n.months, p_day - n.months + interval '3 days', interval '1 day') d
	where (d + n.months)::date <= p_day
$$;

create or replace function campaign_days(p_notice int) returns int
language sql stable set search_path = steward, pg_temp as $$
	select coalesce((select value::int from policy_number where name = 'certification.notice_days_' || p_notice), 30)
$$;

create or replace function campaign_may(p_what text) returns void
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if not pg_has_role(session_user, 'steward_manager', 'member') then
		raise exception using errcode = 'ST403', message = format('"%s" is reserved for the role %s', p_what, 'manager'),
			hint = 'Someone with the role manager has to do it.';
	end if;
end $$;

-- The day on which a campaign begins next, or has begun last: of a yearly one each year anew.
create or replace function campaign_begins(k certify_campaign, p_day date) returns date
language sql stable set search_path = steward, pg_temp as $$
	select case when k.is_yearly and k.begins_on <= p_day then (k.begins_on
		+ make_interval(years => extract(year from age(p_day, k.begins_on))::int))::date else k.begins_on end
$$;

-- Who draws a pension and would have no good certificate when the last deadline has passed.  A yearly campaign asks of
-- the very old that somebody has seen them: what data certify does not count for it.
create or replace function campaign_whom(k certify_campaign, p_day date)
returns table (person_id bigint, region_code int)
language sql stable set search_path = steward, pg_temp as $$
	select f.person_id, f.region_code from person_fact f
	where f.pension_status = 'paid' and f.held_for is null and f.died_on is null
		and (k.region_code is null or f.region_code in (select * from region_within(k.region_code)))
		and not exists (select from certify_exempt x where x.campaign = k.campaign
			and f.region_code in (select * from region_within(x.region_code)))
		and (k.age_from is null or f.birth_date <= p_day - make_interval(years => k.age_from))
		and (k.age_to is null or f.birth_date > p_day - make_interval(years => k.age_to + 1))
		and (k.digits = '' or exists (select from person_ident i, regexp_split_to_table(k.digits, ' ') d
			where i.person_id = f.person_id and not i.is_former and right(i.id_no, length(d)) = d))
		and case when k.is_yearly then not exists (select from certification c where c.person_id = f.person_id
				and c.channel in ('visit', 'face', 'counter') and c.certified_on > p_day - interval '1 year')
			else coalesce(f.certified_on, f.pension_from) + make_interval(months => (select value::int from policy_number
				where name = 'certification.valid_months')) <= p_day + campaign_days(1) + campaign_days(2) end
		and not exists (select from task t where t.person_id = f.person_id and t.task_type = 'suspend' and t.state = 'proposed')
$$;

-- Campaigns whose day has come take their cohort, once; the facts of its persons tell until when they are asked.
create or replace function campaign_begin(p_day date) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	k certify_campaign;
	begins date;
	n bigint := 0;
begin
	for k in select * from certify_campaign c order by c.campaign for update loop
		begins := campaign_begins(k, p_day);
		continue when begins > p_day or begins is not distinct from k.begun_on;
		update certify_campaign c set begun_on = begins where c.campaign = k.campaign;
		insert into certify_cohort (person_id, campaign, begun_on, region_code)
		select w.person_id, k.campaign, begins, w.region_code from campaign_whom(k, begins) w on conflict do nothing;
		insert into touched (person_id, batch_id, region_code)
		select c.person_id, nextval('id_block'), c.region_code from certify_cohort c
		where c.campaign = k.campaign and c.begun_on = begins on conflict do nothing;
		n := n + 1;
	end loop;
	return n;
end $$;

-- How far each person of a cohort is on a day; of who is out why and since when.
create or replace function campaign_stage(p_day date)
returns table (person_id bigint, campaign text, begun_on date, region_code int, stage text, until date, why text, since date)
language sql stable set search_path = steward, pg_temp as $$
	select c.person_id, c.campaign, c.begun_on, c.region_code, case when o.why is not null then 'out'
			when p_day < c.begun_on + n.first then 'first' when p_day < c.begun_on + n.first + n.second then 'second'
			else 'over' end,
		case when p_day < c.begun_on + n.first then c.begun_on + n.first else c.begun_on + n.first + n.second end,
		o.why, o.since
	from certify_cohort c join certify_campaign k using (campaign)
	cross join (select campaign_days(1) as first, campaign_days(2) as second) n
	left join lateral (select x.why, x.since from (
		select 1 as nth, 'death' as why, d.died_on as since from death_told d where d.person_id = c.person_id
		union all select 2, 'exempt', office_time(e.at)::date from certify_exempt e where e.campaign = c.campaign
			and c.region_code in (select * from region_within(e.region_code))
		union all select 3, case when e.source in ('visit', 'face', 'counter') then e.source else 'sign' end, e.seen_on
			from evidence e where e.person_id = c.person_id and e.seen_on >= c.begun_on and e.seen_on <= p_day
				and (not k.is_yearly or e.source in ('visit', 'face', 'counter'))
		union all select 4, 'certificate', z.certified_on from certification z where z.person_id = c.person_id
			and z.certified_on <= p_day and case when k.is_yearly then z.channel in ('visit', 'face', 'counter')
					and z.certified_on >= c.begun_on
				else z.certified_on + make_interval(months => (select value::int from policy_number
					where name = 'certification.valid_months')) > c.begun_on + n.first + n.second end
		union all select 5, 'not paid', p_day from person_fact f where f.person_id = c.person_id
			and (f.pension_status is distinct from 'paid' or f.held_for is not null)) x
		order by x.nth, x.since limit 1) o on true
	where c.begun_on <= p_day
$$;

-- The day's work: who is to have the first notice, or the second.
create or replace function campaign_found(p_day date, p_stage text)
returns table (person_id bigint, campaign text, begun_on date, until date)
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform campaign_begin(p_day);
	return query select s.person_id, s.campaign, s.begun_on, s.until from campaign_stage(p_day) s where s.stage = p_stage;
end $$;

create or replace function campaign_new(p_campaign text, p_begins date, p_region int, p_age_from int, p_age_to int, p_digits text,
	p_yearly boolean) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform campaign_may('campaign');
	if p_begins < business_day() then
		raise exception using errcode = 'ST422', message = 'a campaign begins today or later';
	end if;
	if p_region is not null and not exists (select from region r where r.region_code = p_region) then
		raise exception using errcode = 'ST404', message = format('there is no area %s', p_region);
	end if;
	insert into certify_campaign (campaign, begins_on, region_code, age_from, age_to, digits, is_yearly)
	values (p_campaign, p_begins, p_region, p_age_from, p_age_to, coalesce(p_digits, ''), coalesce(p_yearly, false))
	on conflict do nothing;
	if not found then
		raise exception using errcode = 'ST409', message = format('there is a campaign %s already', p_campaign);
	end if;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'campaign.new', jsonb_build_object('campaign', p_campaign, 'begins', p_begins));
	return (select count(*) from certify_campaign k, campaign_whom(k, p_begins) where k.campaign = p_campaign);
end $$;

create or replace function campaign_exempt(p_campaign text, p_region int, p_why text) returns bigint
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform campaign_may('campaign');
	if not exists (select from certify_campaign where campaign = p_campaign) or not exists (select from region r
			where r.region_code = p_region) then
		raise exception using errcode = 'ST404', message = 'there is no such campaign or area';
	end if;
	insert into certify_exempt (campaign, region_code, why) values (p_campaign, p_region, p_why)
	on conflict (campaign, region_code) do update set why = excluded.why;
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'campaign.exempt', jsonb_build_object('campaign', p_campaign, 'region', p_region,
		'why', p_why));
	return (select count(*) from certify_cohort c where c.campaign = p_campaign
		and c.region_code in (select * from region_within(p_region)));
end $$;

revoke execute on function campaign_days, campaign_may, campaign_begins, campaign_whom, campaign_begin, campaign_stage,
	campaign_found, campaign_new, campaign_exempt from public;
grant execute on function certified_too_early, campaign_days, campaign_stage to steward_staff, steward_batch;
grant execute on function campaign_new, campaign_exempt to steward_staff;
grant execute on function campaign_found to steward_batch;

-- Whoever calls them, they are about everybody, and give back numbers of rows alone.
comment on function campaign_new is '@whole a campaign asks everybody';
comment on function campaign_exempt is '@whole a campaign asks everybody';
