-- The day of a death is another one than a stop and what followed it were decided by: each act that it touches, with its
-- change; agreed to by two as one, and taken back as one.

-- Stops that are decided because of a death, the month they begin with, and the one they should.
create or replace function death_day_stops(p_person bigint) returns table (hold_id bigint, before int, after int)
language sql stable set search_path = steward, pg_temp as $$
	select h.hold_id, h.from_period, next_period(d.died_on) from hold h join death_told d using (person_id)
	where h.person_id = p_person and h.state = 'final' and h.line_id is null
		and h.rule_id in ('risk.paid_after_death', 'risk.death_suspends') and h.from_period <> next_period(d.died_on)
$$;

-- Months that are due no more, or due after all, when the stops of a death move: what went out for them and has not come
-- back, what claims that are decided ask for them, and what the benefit is a month.  A month before the stop was decided,
-- of which no payment is known here, was not kept back by it.
create or replace function death_day_months(p_person bigint, p_from int, p_to int) returns table (kind text, period int,
	gone_fen bigint, claimed_fen bigint, due_fen bigint)
language sql stable set search_path = steward, pg_temp as $$
	with gone as (
		select x.kind, x.period, sum(x.fen)::bigint as fen from (
			select y.kind, y.period, y.amount_fen as fen from payment y where y.person_id = p_person
			union all
			select l.kind, l.period, l.offset_fen from pay_line l join pay_run r using (run_id) where l.person_id = p_person
				and l.offset_fen > 0 and l.state <> 'held' and r.state in ('sent', 'closed')
			union all
			select v.kind, m.period, -m.back_fen from receivable_month m join receivable v using (person_id, receivable_id)
			where m.person_id = p_person) x
		where x.period >= p_from and x.period < p_to group by x.kind, x.period
	), due as (
		select b.kind, month_of(n) as period, sum(b.monthly_fen)::bigint as fen from payable b
		cross join generate_series(month_no(p_from), month_no(p_to) - 1) n
		where b.person_id = p_person and month_of(n) >= b.from_period and month_of(n) < b.to_period group by b.kind, n
	)
	select kind, period, coalesce(g.fen, 0), coalesce(c.fen, 0), coalesce(d.fen, 0) from gone g full join due d using (kind, period)
	cross join (select min(to_char(k.business_day, 'YYYYMM')::int) as since from death_day_stops(p_person) s join hold h
			on h.person_id = p_person and h.hold_id = s.hold_id
		join decision k on k.person_id = p_person and k.decision_id = h.decision_id) kept
	cross join lateral (select sum(m.claim_fen - m.back_fen)::bigint as fen from receivable_month m
		join receivable v using (person_id, receivable_id) where m.person_id = p_person and m.period = coalesce(g.period, d.period)
			and v.kind = coalesce(g.kind, d.kind) and v.state = 'owed') c
	where g.fen is not null or coalesce(g.period, d.period) >= kept.since
$$;

-- From when all of the person's stops together stop him, as they are and as they should be.
create or replace function death_day_span(p_person bigint, out before int, out after int)
language sql stable set search_path = steward, pg_temp as $$
	select min(h.from_period), min(coalesce(s.after, h.from_period)) from hold h left join death_day_stops(p_person) s using (hold_id)
	where h.person_id = p_person and h.state = 'final' and h.line_id is null and h.scheme is null
$$;

-- Each act, what it is now and what it would be.  Money that was claimed and is due after all falls; a claim that is only
-- being heard is put anew, and so is what is owed besides: nothing is asked back of anybody who was not heard.
create or replace function death_day_acts(p_person bigint, p_grants bigint) returns table (nth int, act text, what text,
	before_is text, after_is text, fen bigint)
language sql stable rows 6 set search_path = steward, pg_temp set datestyle = iso as $$
	with span as (select * from death_day_span(p_person)), m as (
		select x.*, s.after < s.before as is_earlier from span s
		cross join lateral death_day_months(p_person, least(s.before, s.after), greatest(s.before, s.after)) x
	)
	select 1, 'stop', h.rule_id, period_text(s.before), period_text(s.after), 0::bigint
	from death_day_stops(p_person) s join hold h on h.person_id = p_person and h.hold_id = s.hold_id
	union all
	select 2, 'owed back', v.kind, yuan_text(v.left_fen), yuan_text(v.left_fen - x.fen), -x.fen from receivable v
	cross join lateral (select least(v.left_fen, sum(greatest(0, least(k.claim_fen - k.back_fen, k.claim_fen - k.back_fen
			- m.gone_fen + m.due_fen))))::bigint as fen from receivable_month k join m on m.period = k.period and m.kind = v.kind
		where k.person_id = p_person and k.receivable_id = v.receivable_id) x
	where v.person_id = p_person and v.state = 'owed' and x.fen > 0 and not (select bool_or(is_earlier) from m)
	union all
	select 3, 'claim being heard', v.kind, yuan_text(sum(k.claim_fen)::bigint), 'heard anew', 0 from receivable v
	join receivable_month k using (person_id, receivable_id)
	where v.person_id = p_person and v.state = 'heard' and exists (select from m where m.kind = v.kind and m.gone_fen > 0)
	group by v.receivable_id, v.kind
	union all
	select 4, 'further claim', m.kind, yuan_text(0), yuan_text(sum(m.gone_fen)::bigint), sum(m.gone_fen)::bigint from m
	where m.is_earlier and m.gone_fen > 0 and not exists (select from receivable v where v.person_id = p_person
		and v.kind = m.kind and v.state = 'heard') group by m.kind
	union all
	select 5, 'arrears', m.kind, yuan_text(0), yuan_text(sum(m.due_fen - m.gone_fen)::bigint), sum(m.due_fen - m.gone_fen)::bigint
	from m where not m.is_earlier and m.due_fen > m.gone_fen group by m.kind
	union all
	select 6, 'grants', 'employee', yuan_text(c.total_fen), yuan_text(p_grants), p_grants - c.total_fen from survivor_claim c
	join death_told d using (person_id) where c.person_id = p_person and c.state = 'paid' and c.died_on <> d.died_on
		and p_grants is distinct from c.total_fen and p_grants is not null
	union all
	select 7, 'letter', x.template, x.state, 'written anew', 0 from (select distinct on (m.template) m.template, m.state from message m
		where m.person_id = p_person and m.rule_id in ('risk.paid_after_death', 'risk.death_suspends')
			and m.state in ('sent', 'delivered') order by m.template, m.message_id desc) x
	where exists (select from death_day_stops(p_person))
$$;

-- Both persons read what comes of it: another sum is another proposal.
create or replace function death_day_say(p_person bigint, p_day date, p_grants bigint) returns text
language sql stable set search_path = steward, pg_temp set datestyle = iso as $$
	select jsonb_build_array('the death was on %s: the stop moves from %s to %s, owed back %s, paid afterwards %s, grants %s', p_day,
		coalesce(period_text(s.before), '-'), coalesce(period_text(s.after), '-'),
		yuan_text(coalesce(sum(a.fen) filter (where a.nth between 2 and 4), 0)::bigint),
		yuan_text(coalesce(sum(a.fen) filter (where a.nth = 5), 0)::bigint),
		yuan_text(coalesce(sum(a.fen) filter (where a.nth = 6), 0)::bigint))::text
	from death_day_span(p_person) s left join death_day_acts(p_person, p_grants) a on true group by s.before, s.after
$$;

-- What stands is noted with the proposal, so that it can be put back as it was.
create or replace function death_day_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language sql set search_path = steward, pg_temp set datestyle = iso as $$
	with noted as (
		update decision d set inputs = d.inputs || jsonb_build_object('effect', jsonb_build_object(
			'acts', (select coalesce(jsonb_agg(to_jsonb(a) order by a.nth, a.what), '[]') from death_day_acts(p_person, g.fen) a),
			'stops', (select coalesce(jsonb_agg(to_jsonb(s) order by s.hold_id), '[]') from death_day_stops(p_person) s),
			'grants', (select jsonb_build_object('claim', c.claim_no, 'before', c.total_fen, 'after', g.fen, 'was_on', c.died_on)
				from survivor_claim c where c.person_id = p_person and c.state = 'paid' and g.fen is not null)))
		from (select (x.inputs -> 'facts' ->> 'grants_fen')::bigint as fen from decision x where x.person_id = p_person
			and x.decision_id = p_decision) g
		where d.person_id = p_person and d.decision_id = p_decision returning d.decision_id
	) select count(*) from noted
$$;

-- Another sum for the same heirs and shares: what is missing is paid by the next run, what is too much is somebody's to
-- claim.  Each heir is written to.
create or replace function survivor_resum(p_person bigint, p_claim int, p_fen bigint, p_day date, p_more text) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	h survivor_heir;
begin
	update survivor_claim c set total_fen = p_fen, died_on = p_day where c.person_id = p_person and c.claim_no = p_claim;
	for h in select x.* from survivor_heir x where x.person_id = p_person and x.claim_no = p_claim and x.state = 'valid'
			and x.paid_month is not null order by x.nth loop
		select s.amount_fen into h.amount_fen from survivor_shares(p_person, p_claim, p_fen) s where s.nth = h.nth;
		update survivor_heir x set amount_fen = h.amount_fen where x.person_id = p_person and x.claim_no = p_claim and x.nth = h.nth;
		update benefit b set monthly_fen = h.amount_fen where b.person_id = h.heir_id and b.scheme = 'employee'
			and b.kind = 'survivor_grants' and b.valid_from = h.paid_month;
		perform survivor_word(h, 'done', p_more);
		perform overpaid_raise(h.heir_id);
		insert into touched (person_id, batch_id, region_code) values (h.heir_id, 0, h.region_code) on conflict do nothing;
	end loop;
end $$;

-- What is asked back beyond what is too much falls; what was found of other months is nobody's any more, and what is too
-- much now is somebody's at once.
create or replace function death_day_settle(p_person bigint, p_decision bigint) returns void
language plpgsql set search_path = steward, pg_temp as $$
declare
	v receivable;
	f record;
begin
	for v in select * from receivable x where x.person_id = p_person and x.state = 'owed' order by x.receivable_id loop
		if claim_excess(v) > 0 then
			perform claim_move(p_person, v.receivable_id, 'corrected', -claim_excess(v), 'decision ' || p_decision, business_day(),
				session_user);
		end if;
	end loop;
	for f in select x.cause, t.state from finding x left join task t using (person_id, rule_id, cause) where x.person_id = p_person
			and x.rule_id = 'money.overpaid' and not exists (select from overpaid_found(p_person) o
				where (o.cause, o.say) = (x.cause, x.say)) loop
		-- A proposal of which this is no reason any more goes back by itself.
		delete from finding x where x.person_id = p_person and x.rule_id = 'money.overpaid' and x.cause = f.cause;
		update task t set state = 'withdrawn', ver = t.ver + 1, closed_on = business_day() where t.person_id = p_person
			and t.rule_id = 'money.overpaid' and t.cause = f.cause and t.state = 'open';
	end loop;
	perform overpaid_raise(p_person);
	insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from person
	where person_id = p_person on conflict do nothing;
end $$;

-- Months that the stop kept back and that were due: the next run pays them, also those before its first one.  A row for
-- months in a row, with the stop that kept them back.
create or replace function death_day_arrears(p_person bigint, p_decision bigint, p_hold bigint, p_months jsonb) returns void
language sql set search_path = steward, pg_temp as $$
	insert into arrears (person_id, arrears_id, region_code, decision_id, hold_id, from_period, to_period, months, amount_fen)
	select p_person, nextval('id_block'), p.region_code, p_decision, p_hold, min(i.period), max(i.period), count(*), sum(i.fen)
	from person p cross join (select m.period, m.fen, month_no(m.period) - row_number() over (order by m.period) as island
		from jsonb_to_recordset(p_months) as m (period int, fen bigint)) i
	where p.person_id = p_person group by p.region_code, i.island
$$;

create or replace function death_day_set(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	e jsonb := (select inputs -> 'effect' from decision where person_id = p_person and decision_id = p_decision);
	g jsonb := e -> 'grants';
	span record;
	kept jsonb;
begin
	-- Nothing but what was proposed: of what has become another thing meanwhile somebody decides anew.
	if e -> 'acts' is distinct from (select coalesce(jsonb_agg(to_jsonb(a) order by a.nth, a.what), '[]')
			from death_day_acts(p_person, (g ->> 'after')::bigint) a) or jsonb_array_length(e -> 'acts') = 0 then
		return 0;
	end if;
	select * into span from death_day_span(p_person);
	select coalesce(jsonb_agg(x), '[]') into kept from (select m.period, sum(m.due_fen - m.gone_fen) as fen
		from death_day_months(p_person, span.before, span.after) m where m.due_fen > m.gone_fen group by m.period) x;
	update hold h set from_period = s.after from jsonb_to_recordset(e -> 'stops') as s (hold_id bigint, after int)
	where h.person_id = p_person and h.hold_id = s.hold_id;
	perform death_day_arrears(p_person, p_decision, (e -> 'stops' -> 0 ->> 'hold_id')::bigint, kept);
	perform death_day_settle(p_person, p_decision);
	if jsonb_typeof(g) = 'object' then
		perform survivor_resum(p_person, (g ->> 'claim')::int, (g ->> 'after')::bigint, split_part(p_cause, ' ', 1)::date,
			'decision ' || p_decision);
	end if;
	return jsonb_array_length(e -> 'acts');
end $$;

-- As one: stops, claims, arrears that nobody has paid, grants.
create or replace function death_day_set_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint) returns bigint
language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	o decision := undone_by(p_person, p_decision);
	e jsonb := o.inputs -> 'effect';
	g jsonb := e -> 'grants';
	m receivable_move;
	n bigint := jsonb_array_length(e -> 'stops');
begin
	if n <> (select count(*) from jsonb_to_recordset(e -> 'stops') as s (hold_id bigint, after int)
			join hold h on h.person_id = p_person and h.hold_id = s.hold_id and h.state = 'final' and h.from_period = s.after)
			or jsonb_typeof(g) = 'object' and not exists (select from survivor_claim c where c.person_id = p_person
				and c.claim_no = (g ->> 'claim')::int and c.state = 'paid' and c.total_fen = (g ->> 'after')::bigint) then
		return 0;
	end if;
	update hold h set from_period = s.before from jsonb_to_recordset(e -> 'stops') as s (hold_id bigint, before int)
	where h.person_id = p_person and h.hold_id = s.hold_id;
	update arrears a set state = 'void' where a.person_id = p_person and a.decision_id = o.decision_id and a.state = 'due';
	for m in select * from receivable_move x where x.person_id = p_person and x.kind = 'corrected'
			and x.ground = 'decision ' || o.decision_id order by x.receivable_id loop
		perform claim_move(p_person, m.receivable_id, 'reversed', -m.amount_fen, 'decision ' || p_decision, business_day(), session_user);
	end loop;
	perform death_day_settle(p_person, p_decision);
	if jsonb_typeof(g) = 'object' then
		perform survivor_resum(p_person, (g ->> 'claim')::int, (g ->> 'before')::bigint, (g ->> 'was_on')::date,
			'decision ' || p_decision);
	end if;
	return greatest(1, n);
end $$;

-- What the task lists: as it would be now, of a decision as it was noted.
create or replace function death_day_shown(p_person bigint, p_rule text, p_cause text) returns table (nth int, act text, what text,
	before_is text, after_is text, fen bigint)
language sql stable set search_path = steward, pg_temp as $$
	select a.* from finding f cross join lateral death_day_acts(p_person, (f.inputs::jsonb ->> 'grants_fen')::bigint) a
	where f.person_id = p_person and f.rule_id = p_rule and f.cause = p_cause and p_rule = 'risk.death_day'
		and not exists (select from decision d where d.person_id = p_person and d.rule_id = p_rule and d.cause = p_cause
			and d.outcome = 'approved' and d.undoes is null)
	union all
	select a.* from (select d.inputs -> 'effect' -> 'acts' as acts from decision d where d.person_id = p_person and d.rule_id = p_rule
			and d.cause = p_cause and p_rule = 'risk.death_day' and d.outcome = 'approved' and d.undoes is null
		order by d.decision_id desc limit 1) x
	cross join lateral jsonb_to_recordset(x.acts) as a (nth int, act text, what text, before_is text, after_is text, fen bigint)
$$;

revoke execute on function survivor_resum, death_day_plan, death_day_settle, death_day_arrears, death_day_set, death_day_set_undo
	from public;
grant execute on function death_day_months, death_day_stops, death_day_span, death_day_acts, death_day_say, death_day_shown
	to steward_staff, steward_batch;
