-- The yearly adjustment: whom it is for, what becomes of the worker's answers, and the steps of a campaign.

create or replace function adjust_audit(p_op text, p_campaign bigint, p_body jsonb) returns void
language sql set search_path = steward, pg_temp as $$
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'adjust.' || p_op, jsonb_build_object('campaign', p_campaign) || p_body)
$$;

-- A campaign that a step may be taken with, locked until the step is stored.
create or replace function adjust_take(p_campaign bigint, p_states text[]) returns adjust_campaign
language plpgsql set search_path = steward, pg_temp as $$
declare
	c adjust_campaign;
begin
	select * into c from adjust_campaign where campaign_id = p_campaign for update;
	if not found then
		raise exception using errcode = 'ST404', message = 'there is no such adjustment',
			hint = 'steward adjust lists them.';
	end if;
	if c.state <> all (p_states) then
		raise exception using errcode = 'ST409', message = format('the adjustment is "%s" by now', c.state),
			hint = 'Look at it again: steward adjust show.';
	end if;
	return c;
end $$;

-- Facts of a module that may not be loaded, as text: the column, or nothing.
create or replace function adjust_fact(p_column text) returns text
language sql stable set search_path = steward, pg_temp as $$
	select case when exists (select from pg_attribute where attrelid = 'person_fact'::regclass and attname = p_column
		and not attisdropped) then 'f.' || p_column else 'null' end
$$;

-- Whoever has had a benefit of the scheme, with the one in force on the first day, what the calculation asks, and why it
-- need not ask.  Months are those of the award, else those of the register.
create or replace function adjust_people(p_year int, p_scheme text, p_region int) returns table (person_id bigint,
	region_code int, kind text, sex text, birth date, benefit_from date, pension_from date, before_fen bigint, months int,
	custody text, why text)
language plpgsql stable rows 400000 set search_path = steward, pg_temp as $$
declare
	first date := make_date(p_year, 1, 1);
begin
	return query execute format('
	select p.person_id, p.region_code, b.kind, p.sex, p.birth_date, b.valid_from, b.began, b.monthly_fen,
		coalesce(round(%s * 12 / 10000.0)::int, %s),
		case when f.custody_from <= $3 and coalesce(f.custody_to > $3, true) then f.custody_kind end,
		case when b.began >= $1 then ''after_scope''
			when a.person_id is not null then ''adjusted_before''
			when b.state <> ''paid'' or b.valid_to <= $1 then ''not_in_payment''
			when f.died_on < $1 then ''died''
			when h.from_period <= to_char($1, ''YYYYMM'')::int then ''stopped''
			when b.changed > $1 or b.valid_from = $1 then ''changed_since'' end
	from (select distinct on (n.person_id, n.kind) n.*, min(n.valid_from) over w as began, max(n.valid_from) over w as changed
		from benefit n where n.scheme = $2 and n.kind = ''pension''
		window w as (partition by n.person_id, n.scheme, n.kind)
		order by n.person_id, n.kind, n.valid_from <= $1 desc, n.valid_from desc) b
	join person p using (person_id) left join person_fact f using (person_id)
	left join (select h.person_id, min(h.from_period) as from_period from hold h where h.state = ''final''
		and h.line_id is null group by h.person_id) h using (person_id)
	left join adjust_row a on a.person_id = p.person_id and a.year = $4 and a.scheme = $2 and a.kind = b.kind
		and a.state = ''applied''
	where $5 is null or p.region_code in (select region_within($5))',
	adjust_fact('award_years_e4'), adjust_fact('months_total')) using first, p_scheme, business_day(), p_year, p_region;
end $$;

-- A rehearsal begins: whom to ask, in a table of the session, and the empty one that the answers are copied to.
create or replace function adjust_open(p_year int, p_scheme text, p_region int) returns bigint
language plpgsql security definer set search_path = steward, pg_temp set work_mem = '128MB' set datestyle = iso as $$
declare
	id bigint := nextval('id_block');
begin
	perform pay_may('rehearse', array['clerk', 'policy', 'batch']);
	perform work_lock_take('adjust');
	if p_year not between 1978 and extract(year from business_day()) then
		raise exception using errcode = 'ST422', message = 'this year cannot be adjusted now',
			hint = 'Give the year of the business day or one before it.';
	end if;
	-- One that nobody has proposed gives way to the next one of the same persons.
	delete from adjust_row r using adjust_campaign c where r.campaign_id = c.campaign_id and c.state in ('rehearsed', 'dropped')
		and (c.year, c.scheme) = (p_year, p_scheme) and c.region_code is not distinct from p_region;
	update adjust_campaign c set state = 'dropped' where c.state = 'rehearsed' and (c.year, c.scheme) = (p_year, p_scheme)
		and c.region_code is not distinct from p_region;
	insert into adjust_campaign (campaign_id, year, scheme, region_code, from_day, day, law)
	values (id, p_year, p_scheme, p_region, make_date(p_year, 1, 1), business_day(), rules_state(business_day()));
	create temp table adjust_asked on commit drop as
	select row_number() over (order by x.person_id, x.kind) as n, x.person_id, x.region_code, x.kind, x.sex,
		extract(year from age(make_date(p_year, 1, 1) - 1, x.birth))::int as age_then, x.benefit_from, x.before_fen,
		x.why as not_asked, adjust_facts(x.sex, x.birth, x.benefit_from, x.before_fen, x.months, x.custody, x.why) as facts,
		'CN-' || x.region_code as place, p_year::text as ask_year, x.sex as ask_sex, x.birth::text as ask_birth,
		x.months::text as ask_contribution_months, to_char(x.before_fen / 100.0, 'FM9999999990.00') as ask_pension_before,
		x.pension_from::text as ask_pension_from, x.custody as ask_custody,
		p_scheme as ask_scheme
	from adjust_people(p_year, p_scheme, p_region) x;
	create temp table adjust_found (n bigint, fixed numeric, years_part numeric, percent_part numeric, age_part numeric,
		other_part numeric, increase numeric, after numeric, excluded text, missing text, ceiling numeric, error text)
		on commit drop;
	analyze adjust_asked;
	grant select on adjust_asked to steward_staff, steward_batch;
	grant insert on adjust_found to steward_staff, steward_batch;
	return id;
end $$;

create or replace function adjust_facts(p_sex text, p_birth date, p_from date, p_fen bigint, p_months int, p_custody text,
	p_why text) returns text language sql immutable as $$
	select concat_ws(' ', coalesce(p_sex, '-'), p_birth - date '2000-01-01', p_from - date '2000-01-01', p_fen,
		coalesce(p_months::text, '-'), coalesce(p_custody, '-'), p_why)
$$;

-- The answers beside whom they are about, the limits from their own spread, and the sum.
create or replace function adjust_keep(p_campaign bigint) returns void
language plpgsql security definer set search_path = steward, pg_temp set work_mem = '128MB' as $$
declare
	c adjust_campaign;
begin
	perform session_table('adjust_asked');
	perform session_table('adjust_found');
	c := adjust_take(p_campaign, array['rehearsed']);
	if c.digest is not null then
		raise exception using errcode = 'ST409', message = 'this step follows another one',
			hint = 'Rehearse it again: steward adjust rehearse.';
	end if;
	-- Both have as many rows as there are pensions, and are new.
	analyze adjust_found;
	insert into adjust_row (person_id, campaign_id, scheme, kind, region_code, year, sex, age, benefit_from, before_fen,
		fixed_fen, years_fen, percent_fen, age_fen, other_fen, increase_fen, after_fen, why, state, facts)
	select x.person_id, p_campaign, c.scheme, x.kind, x.region_code, c.year, x.sex, x.age_then, x.benefit_from, x.before_fen,
		x.fixed, x.years, x.percent, x.age, x.other, case when x.why is null then x.increase else 0 end,
		x.before_fen + case when x.why is null then x.increase else 0 end, x.why,
		case when x.why is null then 'pending' else 'excluded' end, x.facts
	from (select a.person_id, a.kind, a.region_code, a.sex, a.age_then, a.benefit_from, a.before_fen, a.facts,
			(f.fixed * 100)::bigint as fixed, (f.years_part * 100)::bigint as years, (f.percent_part * 100)::bigint as percent,
			(f.age_part * 100)::bigint as age, (f.other_part * 100)::bigint as other, (f.increase * 100)::bigint as increase,
			coalesce(a.not_asked, nullif(f.excluded, ''), case when f.error <> '' then 'no_rule'
				when f.increase is null then 'not_known' end) as why
		from adjust_asked a left join adjust_found f using (n)) x
	order by x.person_id;
	analyze adjust_row;
	perform adjust_limit(p_campaign);
	update adjust_campaign g set (persons, before_fen, increase_fen, excluded, outliers) = (select
			count(distinct person_id) filter (where why is null), coalesce(sum(before_fen) filter (where why is null), 0),
			coalesce(sum(increase_fen), 0), count(*) filter (where why is not null), count(*) filter (where state = 'outlier')
			from adjust_row where campaign_id = p_campaign),
		ceiling = (select max(ceiling) from adjust_found) where g.campaign_id = p_campaign;
	update adjust_campaign set digest = adjust_digest(p_campaign) where campaign_id = p_campaign;
	perform adjust_audit('rehearse', p_campaign, jsonb_build_object('year', c.year));
end $$;

-- Further from the median than so many times the usual distance: a person looks at it.
create or replace function adjust_limit(p_campaign bigint) returns void
language sql set search_path = steward, pg_temp as $$
	with usual as (
		select percentile_disc(0.5) within group (order by increase_fen) as fen from adjust_row
		where campaign_id = p_campaign and state = 'pending'
	), spread as (
		select u.fen, greatest(coalesce((select value from policy_number where name = 'work.adjust_least_fen'), 1000),
			coalesce((select value from policy_number where name = 'work.adjust_mads'), 5)
			* percentile_disc(0.5) within group (order by abs(r.increase_fen - u.fen)))::bigint as far
		from adjust_row r, usual u where r.campaign_id = p_campaign and r.state = 'pending' group by u.fen
	)
	update adjust_campaign c set median_fen = s.fen, least_fen = s.fen - s.far, most_fen = s.fen + s.far
	from spread s where c.campaign_id = p_campaign;
	update adjust_row r set state = 'outlier' from adjust_campaign c
	where r.campaign_id = p_campaign and c.campaign_id = p_campaign and r.state = 'pending'
		and r.increase_fen not between c.least_fen and c.most_fen;
$$;

-- All rows: what two persons sign.
create or replace function adjust_digest(p_campaign bigint) returns text
language sql stable set search_path = steward, pg_temp as $$
	select sha256_text(concat_ws(E'\n', c.year, c.scheme, c.from_day, c.law, (select string_agg(x.digest, E'\n' order by x.part)
		from (select r.person_id % 997 as part, sha256_text(string_agg(concat_ws(E'\x1f', r.person_id, r.kind, r.before_fen,
			r.after_fen, r.why, r.facts), E'\n' order by r.person_id, r.kind)) as digest
		from adjust_row r where r.campaign_id = p_campaign group by 1) x)))
	from adjust_campaign c where c.campaign_id = p_campaign
$$;

-- Who is not as he was when it was rehearsed, of those to whom nothing has been applied yet.
create or replace function adjust_moved(p_campaign bigint) returns table (persons bigint, person bigint)
language sql stable set search_path = steward, pg_temp as $$
	with c as materialized (
		select * from adjust_campaign where campaign_id = p_campaign
	), now as materialized (
		select x.* from c cross join lateral adjust_people(c.year, c.scheme, c.region_code) x
	), rehearsed as materialized (
		select * from adjust_row where campaign_id = p_campaign
	)
	select count(*), min(person_id) from now n full join rehearsed r using (person_id, kind)
	where r.state is distinct from 'applied' and r.facts is distinct from
		adjust_facts(n.sex, n.birth, n.benefit_from, n.before_fen, n.months, n.custody, n.why)
$$;

create or replace function adjust_is_as_rehearsed(c adjust_campaign, p_digest text) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	m record;
begin
	if c.law <> rules_state(business_day()) then
		raise exception using errcode = 'ST409', message = 'other texts have come into force since this was rehearsed',
			hint = 'Rehearse it again: steward adjust rehearse.';
	end if;
	if p_digest is distinct from c.digest or adjust_digest(c.campaign_id) is distinct from c.digest then
		raise exception using errcode = 'ST409', message = 'the adjustment is not what was rehearsed',
			hint = 'Look at it again: steward adjust show tells its signature.';
	end if;
	select * into m from adjust_moved(c.campaign_id);
	if m.persons > 0 then
		raise exception using errcode = 'ST409', message = format('%s persons are not as they were when this was rehearsed, '
			'one of them is %s', m.persons, m.person), hint = 'Rehearse it again: steward adjust rehearse.';
	end if;
end $$;

-- What nobody has approved yet gives way to it; one that was paused ends with those to whom it was applied.
create or replace function adjust_end(p_year int, p_scheme text) returns void
language sql set search_path = steward, pg_temp as $$
	update adjust_campaign set state = 'dropped' where state = 'proposed';
	update adjust_row r set state = 'left_out' from adjust_campaign c where r.campaign_id = c.campaign_id
		and (c.year, c.scheme, c.state) = (p_year, p_scheme, 'paused') and r.state in ('pending', 'outlier');
	update adjust_campaign c set state = 'applied' where (c.year, c.scheme, c.state) = (p_year, p_scheme, 'paused');
$$;

create or replace function adjust_propose(p_campaign bigint) returns text
language plpgsql security definer set search_path = steward, pg_temp set work_mem = '128MB' as $$
declare
	c adjust_campaign;
begin
	perform pay_may('propose', array['clerk']);
	c := adjust_take(p_campaign, array['rehearsed', 'proposed']);
	if c.state = 'proposed' and c.proposed_by = session_user then
		return c.digest;
	end if;
	perform adjust_take(p_campaign, array['rehearsed']);
	if exists (select from adjust_campaign o where o.state in ('running', 'undoing')
			or o.state = 'paused' and (o.year, o.scheme) <> (c.year, c.scheme)) then
		raise exception using errcode = 'ST409', message = 'another adjustment is not finished',
			hint = 'Go on with it or take it back first: steward adjust.';
	end if;
	perform adjust_is_as_rehearsed(c, c.digest);
	perform adjust_end(c.year, c.scheme);
	update adjust_campaign set state = 'proposed', proposed_by = session_user, proposed_at = now()
	where campaign_id = p_campaign;
	perform adjust_audit('propose', p_campaign, jsonb_build_object('digest', c.digest));
	return c.digest;
end $$;

-- By a second person, of exactly what he has seen; from now on pieces of it can be applied.
create or replace function adjust_approve(p_campaign bigint, p_digest text) returns text
language plpgsql security definer set search_path = steward, pg_temp set work_mem = '128MB' as $$
declare
	c adjust_campaign;
begin
	perform pay_may('approve', array['reviewer', 'manager']);
	c := adjust_take(p_campaign, array['proposed', 'running', 'paused', 'applied']);
	-- His own approval once more is the one he has given.
	if c.state <> 'proposed' and c.approved_by = session_user and c.digest = p_digest then
		return c.state;
	end if;
	perform adjust_take(p_campaign, array['proposed']);
	if c.proposed_by = session_user then
		raise exception using errcode = 'ST403', message = 'an adjustment needs a second person',
			hint = 'You have proposed it; somebody else must look at it.';
	end if;
	perform adjust_is_as_rehearsed(c, p_digest);
	update adjust_campaign set state = 'running', approved_by = session_user, approved_at = now()
	where campaign_id = p_campaign;
	perform adjust_audit('approve', p_campaign, jsonb_build_object('digest', p_digest));
	return 'running';
end $$;

-- Applying goes on after a pause, if those who are left are as they were.
create or replace function adjust_go_on(p_campaign bigint) returns text
language plpgsql security definer set search_path = steward, pg_temp set work_mem = '128MB' as $$
declare
	c adjust_campaign;
begin
	perform pay_may('go_on', array['clerk', 'reviewer', 'manager', 'batch']);
	c := adjust_take(p_campaign, array['running', 'paused', 'applied']);
	if c.state = 'applied' then
		return c.state;
	end if;
	perform adjust_is_as_rehearsed(c, c.digest);
	update adjust_campaign set state = 'running' where campaign_id = p_campaign;
	return 'running';
end $$;

-- New rows of the benefits beside those before, from the first day on.  Each is compared once more as it is written.
create or replace function adjust_put(c adjust_campaign, p_persons bigint[]) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	n bigint;
	wanted bigint := cardinality(p_persons);
begin
	insert into benefit (person_id, scheme, kind, monthly_fen, valid_from, valid_to, state, region_code, batch_id, line)
	select r.person_id, r.scheme, r.kind, r.after_fen, c.from_day, b.valid_to, b.state, b.region_code, 0, 0
	from adjust_row r join benefit b on (b.person_id, b.scheme, b.kind, b.valid_from)
		= (r.person_id, r.scheme, r.kind, r.benefit_from) and b.monthly_fen = r.before_fen and b.state = 'paid'
	where r.campaign_id = c.campaign_id and r.person_id = any (p_persons) and r.state in ('pending', 'outlier')
	order by r.person_id;
	get diagnostics n = row_count;
	if n <> wanted then
		raise exception using errcode = 'ST409', message = format('%s persons are not as they were when this was rehearsed, '
			'one of them is %s', wanted - n, (select min(r.person_id) from adjust_row r where r.campaign_id = c.campaign_id
				and r.person_id = any (p_persons) and r.state in ('pending', 'outlier') and not exists (select from benefit b
				where (b.person_id, b.scheme, b.kind, b.valid_from) = (r.person_id, r.scheme, r.kind, c.from_day)))),
			hint = 'Rehearse it again: steward adjust rehearse.';
	end if;
	update adjust_row set state = 'applied' where campaign_id = c.campaign_id and person_id = any (p_persons)
		and state in ('pending', 'outlier');
	insert into touched (person_id, batch_id, region_code)
	select distinct case when n > 1000 then 0 else p end, 0::bigint, 0 from unnest(p_persons) p on conflict do nothing;
	insert into adjust_check (campaign_id) values (c.campaign_id);
	return n;
end $$;

-- The next piece: so many persons, of an area or of all.  Its end is a good moment to pause; none left, it is applied.
create or replace function adjust_apply(p_campaign bigint, p_most bigint, p_region int) returns table (applied bigint,
	state text)
language plpgsql security definer set search_path = steward, pg_temp set work_mem = '128MB' as $$
declare
	c adjust_campaign;
	piece bigint[];
begin
	perform pay_may('go_on', array['clerk', 'reviewer', 'manager', 'batch']);
	c := adjust_take(p_campaign, array['running', 'paused', 'applied']);
	if c.state <> 'running' then
		return query select 0::bigint, c.state;
		return;
	end if;
	select array_agg(x.person_id) into piece from (select r.person_id from adjust_row r where r.campaign_id = p_campaign
		and r.state = 'pending' and (p_region is null or r.region_code in (select region_within(p_region)))
		order by r.person_id limit p_most) x;
	applied := case when piece is null then 0 else adjust_put(c, piece) end;
	if not exists (select from adjust_row r where r.campaign_id = p_campaign and r.state = 'pending') then
		c.state := 'applied';
		update adjust_campaign g set state = 'applied' where g.campaign_id = p_campaign;
		insert into adjust_check (campaign_id) values (p_campaign);
		perform adjust_audit('apply', p_campaign, jsonb_build_object('persons', c.persons));
	end if;
	return query select applied, c.state;
end $$;

-- Between two pieces; and an undoing that nobody has approved goes back to it.
create or replace function adjust_pause(p_campaign bigint) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
begin
	perform pay_may('pause', array['clerk', 'reviewer', 'manager', 'batch']);
	perform adjust_take(p_campaign, array['running', 'paused', 'undoing']);
	update adjust_campaign set state = 'paused', undo_by = null where campaign_id = p_campaign;
	perform adjust_audit('pause', p_campaign, '{}');
	return 'paused';
end $$;

-- Proposed by one person, done when a second one asks for the same.  The rows that it made go, and those before stand as
-- they were; what was paid by them is told by the next run as too much.
create or replace function adjust_undo(p_campaign bigint, p_why text) returns text
language plpgsql security definer set search_path = steward, pg_temp set work_mem = '128MB' as $$
declare
	c adjust_campaign;
	n bigint;
begin
	perform pay_may('undo', array['clerk', 'reviewer', 'manager']);
	c := adjust_take(p_campaign, array['running', 'paused', 'applied', 'undoing', 'undone']);
	if c.state = 'undone' or c.state = 'undoing' and c.undo_by = session_user then
		return c.state;
	end if;
	if c.state <> 'undoing' then
		if coalesce(p_why, '') = '' then
			raise exception using errcode = 'ST422', message = 'an adjustment is not taken back without a reason';
		end if;
		if exists (select from adjust_campaign where state in ('running', 'paused', 'undoing') and campaign_id <> p_campaign) then
			raise exception using errcode = 'ST409', message = 'another adjustment is not finished',
				hint = 'Go on with it or take it back first: steward adjust.';
		end if;
		-- What was rehearsed on its benefits does not hold any more.
		update adjust_campaign set state = 'dropped' where state = 'proposed';
		update adjust_campaign set state = 'undoing', undo_by = session_user, why = p_why where campaign_id = p_campaign;
		perform adjust_audit('undo_propose', p_campaign, jsonb_build_object('why', p_why));
		return 'undoing';
	end if;
	perform pay_may('undo', array['reviewer', 'manager']);
	if exists (select from adjust_row r join adjust_campaign o using (campaign_id) where r.state = 'applied'
			and o.scheme = c.scheme and r.benefit_from = c.from_day) then
		raise exception using errcode = 'ST409', message = 'a later adjustment stands on this one',
			hint = 'Take that one back first.';
	end if;
	delete from benefit b using adjust_row r where r.campaign_id = p_campaign and r.state = 'applied' and (b.person_id,
		b.scheme, b.kind, b.valid_from, b.monthly_fen) = (r.person_id, r.scheme, r.kind, c.from_day, r.after_fen)
		and b.state = 'paid' and (b.batch_id, b.line) = (0, 0);
	get diagnostics n = row_count;
	if n <> (select count(*) from adjust_row r where r.campaign_id = p_campaign and r.state = 'applied') then
		raise exception using errcode = 'ST409', message = format('benefits of %s persons were changed since they were adjusted, '
			'one of them is %s', (select count(*) from adjust_row r where r.campaign_id = p_campaign and r.state = 'applied') - n,
			(select min(r.person_id) from adjust_row r join benefit b on (b.person_id, b.scheme, b.kind, b.valid_from)
				= (r.person_id, r.scheme, r.kind, c.from_day) where r.campaign_id = p_campaign and r.state = 'applied')),
			hint = 'Take those changes back first.';
	end if;
	update adjust_row set state = 'undone' where campaign_id = p_campaign and state in ('applied', 'pending', 'outlier', 'left_out');
	update adjust_campaign set state = 'undone', undone_by = session_user, undone_at = now() where campaign_id = p_campaign;
	insert into touched (person_id, batch_id, region_code) values (0, 0, 0) on conflict do nothing;
	perform adjust_audit('undo', p_campaign, jsonb_build_object('persons', n));
	return 'undone';
end $$;

-- What was rehearsed is what has been applied and what is left, to the fen; and what was applied is what the benefits say.
create or replace function adjust_differs(p_campaign bigint) returns bigint
language sql stable set search_path = steward, pg_temp as $$
	select abs(c.increase_fen - coalesce(x.all_fen, 0)) + abs(coalesce(x.applied_fen, 0) - coalesce(x.benefit_fen, 0))
		+ coalesce(x.others, 0)
	from adjust_campaign c cross join (
		select sum(r.increase_fen) as all_fen, sum(r.increase_fen) filter (where r.state = 'applied') as applied_fen,
			sum(n.monthly_fen - o.monthly_fen) as benefit_fen,
			count(*) filter (where r.state = 'applied' and n.monthly_fen is distinct from r.after_fen) as others
		from adjust_row r join adjust_campaign c using (campaign_id)
		left join benefit n on r.state = 'applied' and (n.person_id, n.scheme, n.kind, n.valid_from)
			= (r.person_id, r.scheme, r.kind, c.from_day)
		left join benefit o on r.state = 'applied' and (o.person_id, o.scheme, o.kind, o.valid_from)
			= (r.person_id, r.scheme, r.kind, r.benefit_from)
		where r.campaign_id = p_campaign and r.why is null) x
	where c.campaign_id = p_campaign
$$;

create or replace function adjust_check_end() returns trigger
language plpgsql security definer set search_path = steward, pg_temp set work_mem = '128MB' as $$
declare
	fen bigint;
begin
	-- Several steps of one transaction are compared once.
	if exists (select from adjust_check where campaign_id = new.campaign_id and at > new.at) then
		delete from adjust_check where campaign_id = new.campaign_id and at = new.at;
		return null;
	end if;
	fen := adjust_differs(new.campaign_id);
	if fen <> 0 then
		raise exception using errcode = 'ST409', message = format('what was applied is not what was rehearsed: it differs by %s fen', fen),
			hint = 'Nothing was applied; tell the administrator.';
	end if;
	delete from adjust_check where campaign_id = new.campaign_id;
	return null;
end $$;

drop trigger if exists adjust_check_end on adjust_check;
create constraint trigger adjust_check_end after insert on adjust_check deferrable initially deferred
	for each row execute function adjust_check_end();

-- Effects of the tasks about what lies outside the limits: the cause is the campaign.
create or replace function adjust_outlier_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	select count(*) from adjust_row where person_id = p_person and campaign_id = p_cause::bigint and state = 'outlier'
$$;

create or replace function adjust_outlier_apply(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp as $$
declare
	c adjust_campaign := adjust_take(p_cause::bigint, array['running', 'paused', 'applied']);
begin
	return case when adjust_outlier_plan(p_person, p_rule, p_cause, p_decision) = 0 then 0
		else adjust_put(c, array[p_person]) end;
end $$;

create or replace function adjust_outlier_leave(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with left_out as (
		update adjust_row set state = 'left_out' where person_id = p_person and campaign_id = p_cause::bigint
			and state = 'outlier' returning person_id
	) select count(*) from left_out
$$;

grant execute on function adjust_open, adjust_keep, adjust_go_on, adjust_apply, adjust_pause to steward_staff, steward_batch;
grant execute on function adjust_propose, adjust_approve, adjust_undo to steward_staff;
