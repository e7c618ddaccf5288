-- Unemployment benefit: claimed, worked out, awarded by two persons, and ended when work or a pension begins.

-- Months paid that no benefit was awarded for, and months of the last one that were not drawn (Social Insurance Law, art. 46).
create or replace function jobless_months(p_person bigint, out paid int, out carried int)
language sql stable set search_path = steward, pg_temp as $$
	select greatest(0, coalesce(f.months_total, 0) - coalesce(c.months_paid, 0)),
		coalesce(greatest(0, c.months - months_from(c.from_month, c.ended_from)), 0)
	from (select p_person as person_id) p left join person_fact f using (person_id)
	left join lateral (select x.* from jobless_claim x where x.person_id = p_person and x.state = 'awarded'
		order by x.claim_no desc limit 1) c on true
$$;

-- Whole months from one first of a month to another; a benefit that was not ended is drawn to its end.
create or replace function months_from(p_from date, p_to date) returns int
language sql immutable set search_path = steward, pg_temp as $$
	select coalesce((extract(year from p_to) * 12 + extract(month from p_to) - extract(year from p_from) * 12
		- extract(month from p_from))::int, 1200)
$$;

-- When a benefit is in payment: its first month, and the one after its last.
create or replace view jobless_drawn as
select b.person_id, min(b.valid_from) as from_month, max(b.valid_to) as to_month
from benefit b where (b.scheme, b.kind, b.state) = ('unemployment', 'unemployment', 'paid') group by b.person_id
having max(b.valid_to) > business_day();

-- Why a person cannot claim; null: he can.  What he is entitled to is the rule's to say, not this one's.
create or replace function jobless_bar(p_person bigint) returns text
language sql stable set search_path = steward, pg_temp as $$
	select case when not exists (select from person where person_id = p_person) then 'there is no such person'
		when person_is_dead(p_person) then 'the person is reported dead'
		when exists (select from jobless_claim where person_id = p_person and state = 'open')
			then 'the person has claimed already: that claim is not decided yet'
		when exists (select from jobless_drawn where person_id = p_person) then 'the person draws unemployment benefit already' end
$$;

create or replace function jobless_touch(p_person bigint) returns void
language sql set search_path = steward, pg_temp as $$
	insert into touched (person_id, batch_id, region_code) select person_id, 0, region_code from person where person_id = p_person
	on conflict do nothing
$$;

-- The claim is somebody's at once; what it comes to is worked out by the next judge.
create or replace function jobless_raise(p_person bigint, p_claim int) returns void
language sql set search_path = steward, pg_temp set datestyle = iso as $$
	select task_raise(c.person_id, 'employment.benefit', c.claim_no::text, 'jobless',
		due_on(c.applied_on, coalesce(w.days, 10), w.working_days),
		jsonb_build_array('claims unemployment benefit; not worked out yet')::text)
	from jobless_claim c left join work_clock w on w.kind = 'jobless' where c.person_id = p_person and c.claim_no = p_claim;
	select message_due(p_person, 'employment.benefit', p_claim::text, null);
$$;

-- What the register has stands for what is left out.
create or replace function jobless_apply(p_person bigint, p_lost date, p_registered date, p_involuntary boolean, p_seeking boolean,
	p_channel text) returns text
language plpgsql security definer set search_path = steward, pg_temp set datestyle = iso as $$
declare
	p person;
	bar text := jobless_bar(p_person);
	since date := (select f.unemployed_since from person_fact f where f.person_id = p_person);
	m record;
	no int;
begin
	if not pg_has_role(session_user, 'steward_clerk', 'member') then
		raise exception using errcode = 'ST403', message = 'this is reserved for the role clerk';
	end if;
	if bar is not null then
		raise exception using errcode = 'ST409', message = bar, hint = 'Nothing was stored.';
	end if;
	if coalesce(p_lost, since) is null then
		raise exception using errcode = 'ST422', message = 'say when the work ended', hint = 'Nothing was stored.';
	end if;
	if greatest(p_lost, p_registered) > business_day() then
		raise exception using errcode = 'ST422', message = 'that day has not come yet', hint = 'Nothing was stored.';
	end if;
	select * into p from person where person_id = p_person for update;
	select * into m from jobless_months(p_person);
	no := 1 + coalesce((select max(claim_no) from jobless_claim where person_id = p_person), 0);
	insert into jobless_claim (person_id, claim_no, region_code, applied_on, lost_on, registered_on, is_involuntary, is_seeking,
		months_paid, carried_months, channel)
	values (p_person, no, p.region_code, business_day(), coalesce(p_lost, since), coalesce(p_registered, since),
		coalesce(p_involuntary, true), coalesce(p_seeking, true), m.paid, least(m.carried, 24), coalesce(nullif(p_channel, ''), 'counter'));
	perform jobless_raise(p_person, no);
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (p_person, nextval('id_block'), p.region_code, 'employment.claim', jsonb_build_object('claim', no, 'lost', p_lost,
		'involuntary', p_involuntary, 'seeking', p_seeking));
	return no::text;
end $$;

-- What somebody takes back is decided by nobody; a proposal that waits is refused first.
create or replace function jobless_withdraw(p_person bigint) returns text
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	no int;
begin
	if not pg_has_role(session_user, 'steward_clerk', 'member') then
		raise exception using errcode = 'ST403', message = 'this is reserved for the role clerk';
	end if;
	update jobless_claim c set state = 'withdrawn', decided_on = business_day() where c.person_id = p_person and c.state = 'open'
		and exists (select from task t where t.person_id = p_person and t.rule_id = 'employment.benefit'
			and t.cause = c.claim_no::text and t.state = 'open')
	returning c.claim_no into no;
	if no is null then
		raise exception using errcode = 'ST404', message = 'the person has no claim that waits',
			hint = 'A proposal is refused first; what was decided is taken back by an undo of its task.';
	end if;
	perform task_drop(p_person, 'employment.benefit', no::text);
	return no::text;
end $$;

-- The sentence that both persons see, which a decision rests on; without an amount nothing is proposed.
create or replace function jobless_says(p_person bigint, p_decision bigint) returns jsonb
language plpgsql set search_path = steward, pg_temp as $$
declare
	d decision := (select x from decision x where x.person_id = p_person and x.decision_id = p_decision);
begin
	if d.inputs ->> 'monthly_fen' is null then
		raise exception using errcode = 'ST409', message = 'there is no amount to award',
			hint = 'Read why on the task; refuse the claim, or wait for the next judge.';
	end if;
	return (d.inputs ->> 'say')::jsonb;
end $$;

create or replace function jobless_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp set datestyle = iso as $$
	with planned as (
		update decision x set inputs = x.inputs || jsonb_build_object('effect', jsonb_build_object('claim', p_cause::int,
			'from', say ->> 1, 'months', (say ->> 2)::int, 'first_fen', ((say ->> 3)::numeric * 100)::bigint,
			'second_fen', ((say ->> 4)::numeric * 100)::bigint, 'search_fen', ((say ->> 5)::numeric * 100)::bigint,
			'search_months', (say ->> 6)::int))
		from jobless_says(p_person, p_decision) say where x.person_id = p_person and x.decision_id = p_decision
		returning x.decision_id
	) select count(*) from planned
$$;

-- The first twelve months, and the others where they pay otherwise; beside them what the place pays while work is sought.
create or replace function jobless_award(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	e record;
	until date;
begin
	select x.* into e from decision d, jsonb_to_record(d.inputs -> 'effect') x ("from" date, months int, first_fen bigint,
		second_fen bigint, search_fen bigint, search_months int) where d.person_id = p_person and d.decision_id = p_decision;
	if e.months is null or jobless_bar(p_person) is distinct from 'the person has claimed already: that claim is not decided yet' then
		return 0;
	end if;
	until := e."from" + make_interval(months => e.months);
	update jobless_claim c set state = 'awarded', from_month = e."from", months = e.months, decided_on = business_day()
	where c.person_id = p_person and c.claim_no = p_cause::int and c.state = 'open';
	if not found then
		return 0;
	end if;
	insert into benefit (person_id, scheme, kind, valid_from, valid_to, region_code, state, monthly_fen, batch_id, line)
	select p_person, 'unemployment', x.kind, x.f, x.t, p.region_code, 'paid', x.fen, 0, 0
	from person p cross join lateral (
		select 'unemployment' as kind, e."from" as f, case when e.first_fen = e.second_fen then until
			else least(until, (e."from" + interval '12 months')::date) end as t, e.first_fen as fen
		union all select 'unemployment', (e."from" + interval '12 months')::date, until, e.second_fen
		where e.first_fen <> e.second_fen and e.months > 12
		union all select 'job_search', e."from", (e."from" + make_interval(months => e.search_months))::date, e.search_fen
		where e.search_fen > 0 and e.search_months > 0) x
	where p.person_id = p_person;
	perform jobless_touch(p_person);
	return 1;
end $$;

-- The month after the last one of a claim that was awarded.
create or replace function jobless_ends(c jobless_claim) returns date
language sql immutable set search_path = steward, pg_temp as $$
	select greatest((c.from_month + make_interval(months => c.months))::date, c.extended_to)
$$;

-- None was due: what has been paid of it is somebody's to claim back at once.
create or replace function jobless_award_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	c jobless_claim := (select x from jobless_claim x where x.person_id = p_person and x.claim_no = p_cause::int and x.state = 'awarded');
begin
	delete from benefit b where b.person_id = p_person and b.scheme = 'unemployment' and b.kind in ('unemployment', 'job_search')
		and b.batch_id = 0 and b.valid_from >= c.from_month and b.valid_from < jobless_ends(c);
	if not found then
		return 0;
	end if;
	update jobless_claim x set state = 'open', from_month = null, months = null, decided_on = null, ended_from = null, extended_to = null
	where x.person_id = p_person and x.claim_no = c.claim_no;
	perform jobless_touch(p_person);
	perform overpaid_raise(p_person);
	return 1;
end $$;

create or replace function jobless_refuse(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with done as (
		update jobless_claim c set state = 'refused', decided_on = business_day() where c.person_id = p_person
			and c.claim_no = p_cause::int and c.state = 'open' returning c.region_code
	), touch as (
		insert into touched (person_id, batch_id, region_code) select p_person, 0::bigint, region_code from done on conflict do nothing
	) select count(*) from done
$$;

create or replace function jobless_refuse_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp as $$
	with done as (
		update jobless_claim c set state = 'open', decided_on = null where c.person_id = p_person and c.claim_no = p_cause::int
			and c.state = 'refused' and jobless_bar(p_person) is null returning c.region_code
	), touch as (
		insert into touched (person_id, batch_id, region_code) select p_person, 0::bigint, region_code from done on conflict do nothing
	) select count(*) from done
$$;

-- The rows as they stand are noted, so that an undo puts back these and nothing else.  The cause is the first month that is
-- not due any more.
create or replace function jobless_stop_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp set datestyle = iso as $$
	with noted as (
		update decision d set inputs = d.inputs || jsonb_build_object('effect', jsonb_build_object('kind', 'unemployment',
			'from_period', replace(left(p_cause, 7), '-', '')::int, 'rows', r.those))
		from (select jsonb_agg(to_jsonb(b) order by b.valid_from) as those from benefit b where b.person_id = p_person
			and (b.scheme, b.state) = ('unemployment', 'paid') and b.kind in ('unemployment', 'job_search')
			and b.valid_to > to_date(left(p_cause, 7), 'YYYY-MM')) r
		where d.person_id = p_person and d.decision_id = p_decision and r.those is not null
		returning d.decision_id
	) select count(*) from noted
$$;

create or replace function jobless_stop(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	e jsonb := (select inputs -> 'effect' from decision where person_id = p_person and decision_id = p_decision);
	first date := to_date(left(p_cause, 7), 'YYYY-MM');
	n bigint;
begin
	update benefit b set batch_id = 0, line = 0, state = case when b.valid_from < first then b.state else 'ended' end,
		valid_to = case when b.valid_from < first then first else b.valid_to end
	from jsonb_array_elements(e -> 'rows') r where to_jsonb(b) = r and b.person_id = p_person;
	get diagnostics n = row_count;
	update jobless_claim c set ended_from = first where c.person_id = p_person and c.state = 'awarded' and c.from_month <= first
		and first < jobless_ends(c);
	perform jobless_touch(p_person);
	perform overpaid_raise(p_person);
	return n;
end $$;

create or replace function jobless_stop_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp set datestyle = iso as $$
	with was as (
		select x.* from undone_by(p_person, p_decision) o, jsonb_array_elements(o.inputs -> 'effect' -> 'rows') r,
			jsonb_populate_record(null::benefit, r) x
	), put as (
		insert into benefit select * from was on conflict (person_id, scheme, kind, valid_from) do update
		set state = excluded.state, valid_to = excluded.valid_to, batch_id = excluded.batch_id, line = excluded.line
		returning person_id, region_code
	), claim as (
		update jobless_claim c set ended_from = null where c.person_id = p_person and c.state = 'awarded'
			and c.ended_from = to_date(left(p_cause, 7), 'YYYY-MM')
	), touch as (
		insert into touched (person_id, batch_id, region_code) select distinct person_id, 0::bigint, region_code from put
		on conflict do nothing
	) select count(*) from put
$$;

-- From the end of the benefit to the statutory age, at the amount that the sentence of the task says.  The cause is the month
-- after the last one so far.
create or replace function jobless_extend_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp set datestyle = iso as $$
	with planned as (
		update decision x set inputs = x.inputs || jsonb_build_object('effect', jsonb_build_object('from', say ->> 1, 'to', say ->> 2,
			'fen', ((say ->> 3)::numeric * 100)::bigint))
		from jobless_says(p_person, p_decision) say where x.person_id = p_person and x.decision_id = p_decision
		returning x.decision_id
	) select count(*) from planned
$$;

create or replace function jobless_extend(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	e record;
begin
	select x.* into e from decision d, jsonb_to_record(d.inputs -> 'effect') x ("from" date, "to" date, fen bigint)
	where d.person_id = p_person and d.decision_id = p_decision;
	-- The claim whose benefit ends there, and has not been ended before.
	update jobless_claim c set extended_to = e."to" where c.person_id = p_person and c.state = 'awarded'
		and jobless_ends(c) = e."from" and coalesce(c.ended_from, e."from") >= e."from" and c.extended_to is null;
	if not found then
		return 0;
	end if;
	insert into benefit (person_id, scheme, kind, valid_from, valid_to, region_code, state, monthly_fen, batch_id, line)
	select p_person, 'unemployment', 'unemployment', e."from", e."to", p.region_code, 'paid', e.fen, 0, 0
	from person p where p.person_id = p_person;
	perform jobless_touch(p_person);
	return 1;
end $$;

create or replace function jobless_extend_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
begin
	delete from benefit b where b.person_id = p_person and (b.scheme, b.kind) = ('unemployment', 'unemployment') and b.batch_id = 0
		and b.valid_from = p_cause::date;
	if not found then
		return 0;
	end if;
	update jobless_claim c set extended_to = null where c.person_id = p_person and c.state = 'awarded'
		and c.from_month + make_interval(months => c.months) = p_cause::date;
	perform jobless_touch(p_person);
	perform overpaid_raise(p_person);
	return 1;
end $$;

-- Another amount from a month on: the rows from then on as they stand, and what the sentence of the task puts in their place.
create or replace function jobless_amount_plan(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language sql set search_path = steward, pg_temp set datestyle = iso as $$
	with noted as (
		update decision d set inputs = d.inputs || jsonb_build_object('effect', jsonb_build_object('from', s.first, 'rows', r.those,
			'parts', s.parts))
		from (select (say ->> 1)::date as first, (select jsonb_agg(jsonb_build_object('from', split_part(x, ' ', 1) || '-01',
				'fen', (split_part(x, ' ', 2)::numeric * 100)::bigint) order by x)
				from regexp_split_to_table(say ->> 3, ', ') x) as parts from jobless_says(p_person, p_decision) say) s
		cross join lateral (select jsonb_agg(to_jsonb(b) order by b.valid_from) as those from benefit b where b.person_id = p_person
			and (b.scheme, b.kind, b.state) = ('unemployment', 'unemployment', 'paid') and b.valid_to > s.first) r
		where d.person_id = p_person and d.decision_id = p_decision and r.those is not null
		returning d.decision_id
	) select count(*) from noted
$$;

-- Nothing but what was noted: other rows than then, and nothing is done.
create or replace function jobless_amount(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	e jsonb := (select inputs -> 'effect' from decision where person_id = p_person and decision_id = p_decision);
	first date := (e ->> 'from')::date;
	until date := (select max((r ->> 'valid_to')::date) from jsonb_array_elements(e -> 'rows') r);
begin
	if exists (select from jsonb_array_elements(e -> 'rows') r full join (select to_jsonb(b) as r from benefit b
			where b.person_id = p_person and (b.scheme, b.kind, b.state) = ('unemployment', 'unemployment', 'paid')
			and b.valid_to > first) b on b.r = r.value where b.r is null or r.value is null) then
		return 0;
	end if;
	delete from benefit b where b.person_id = p_person and (b.scheme, b.kind, b.state) = ('unemployment', 'unemployment', 'paid')
		and b.valid_from >= first;
	update benefit b set valid_to = first, batch_id = 0, line = 0 where b.person_id = p_person
		and (b.scheme, b.kind, b.state) = ('unemployment', 'unemployment', 'paid') and b.valid_to > first;
	insert into benefit (person_id, scheme, kind, valid_from, valid_to, region_code, state, monthly_fen, batch_id, line)
	select p_person, 'unemployment', 'unemployment', x."from", coalesce(lead(x."from") over (order by x."from"), until), p.region_code,
		'paid', x.fen, 0, 0
	from jsonb_to_recordset(e -> 'parts') x ("from" date, fen bigint) cross join person p where p.person_id = p_person;
	perform jobless_touch(p_person);
	perform overpaid_raise(p_person);
	return 1;
end $$;

create or replace function jobless_amount_undo(p_person bigint, p_rule text, p_cause text, p_decision bigint)
returns bigint language plpgsql set search_path = steward, pg_temp set datestyle = iso as $$
declare
	e jsonb := (select o.inputs -> 'effect' from undone_by(p_person, p_decision) o);
	n bigint;
begin
	delete from benefit b where b.person_id = p_person and (b.scheme, b.kind, b.state) = ('unemployment', 'unemployment', 'paid')
		and b.batch_id = 0 and (b.valid_from, b.monthly_fen) in (select x."from", x.fen
			from jsonb_to_recordset(e -> 'parts') x ("from" date, fen bigint));
	get diagnostics n = row_count;
	if n <> jsonb_array_length(e -> 'parts') then
		raise exception using errcode = 'ST409', message = 'the benefit is not what it was made by this any more',
			hint = 'Take back first what was decided after it.';
	end if;
	insert into benefit select x.* from jsonb_array_elements(e -> 'rows') r, jsonb_populate_record(null::benefit, r) x
	on conflict (person_id, scheme, kind, valid_from) do update set valid_to = excluded.valid_to, monthly_fen = excluded.monthly_fen,
		state = excluded.state, batch_id = excluded.batch_id, line = excluded.line;
	perform jobless_touch(p_person);
	perform overpaid_raise(p_person);
	return n;
end $$;

-- Who is paid unemployment benefit for a month in which an employer paid contributions for him.
create or replace view jobless_overlap as
select l.person_id, l.region_code, l.period, l.amount_fen
from pay_line l join pay_run r using (run_id) where l.kind = 'unemployment' and l.scheme = 'unemployment' and l.amount_fen > 0
	and r.state in ('sent', 'closed') and exists (select from contribution c where c.person_id = l.person_id and c.period = l.period);
grant select on jobless_drawn, jobless_overlap to steward_staff, steward_batch;
revoke execute on function jobless_apply, jobless_withdraw, jobless_says, jobless_raise, jobless_touch, jobless_plan, jobless_award,
	jobless_award_undo, jobless_refuse, jobless_refuse_undo, jobless_extend_plan, jobless_extend, jobless_extend_undo, jobless_stop_plan, jobless_stop, jobless_stop_undo,
	jobless_amount_plan, jobless_amount, jobless_amount_undo from public;
grant execute on function jobless_apply, jobless_withdraw to steward_staff;
grant execute on function jobless_months, jobless_bar, jobless_ends, months_from to steward_staff, steward_batch;
