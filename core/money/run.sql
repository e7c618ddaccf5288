-- A payment run: what it pays is what was decided, less the effect of all that was sent.

-- Months counted from year 0, to reckon with.
create or replace function month_no(p_period int) returns int language sql immutable as
	$$ select p_period / 100 * 12 + p_period % 100 - 1 $$;
create or replace function month_of(p_no int) returns int language sql immutable as
	$$ select p_no / 12 * 100 + p_no % 12 + 1 $$;

create or replace function pay_may(p_what text, p_jobs text[]) returns void
language plpgsql stable set search_path = steward, pg_temp as $$
begin
	if not exists (select from unnest(p_jobs) j (job) where pg_has_role(session_user, 'steward_' || job, 'member')) then
		raise exception using errcode = 'ST403',
			message = format('"%s" is reserved for the role %s', p_what, p_jobs[1]),
			hint = 'Someone with that role has to do it; the run stays as it is.';
	end if;
end $$;

-- A run that a step may be taken with, locked until the step is stored.
create or replace function pay_take(p_run bigint, p_states text[]) returns pay_run
language plpgsql set search_path = steward, pg_temp as $$
declare
	r pay_run;
begin
	select * into r from pay_run where run_id = p_run for update;
	if not found then
		raise exception using errcode = 'ST404', message = 'there is no such run',
			hint = 'steward pay lists them.';
	end if;
	if r.state <> all (p_states) then
		raise exception using errcode = 'ST409', message = format('the run is "%s" by now', r.state),
			hint = 'Look at it again: steward pay show.';
	end if;
	return r;
end $$;

create or replace function pay_audit(p_op text, p_run bigint, p_body jsonb) returns void
language sql set search_path = steward, pg_temp as $$
	insert into audit_log (person_id, audit_id, region_code, op, body)
	values (0, nextval('id_block'), 0, 'pay.' || p_op, jsonb_build_object('run', p_run) || p_body)
$$;

-- The first month this program has paid: what came before is another's, and due again only where a decision says so.
create or replace function pay_first(p_period int) returns int
language sql stable set search_path = steward, pg_temp as $$
	select least(p_period, coalesce(min(period), p_period)) from pay_run where state in ('sent', 'closed')
$$;

-- Benefits as they were decided: until the month from which a final hold stops them.
create or replace view benefit_due as
select b.person_id, b.region_code, b.scheme, b.kind, b.monthly_fen, month_no(b.from_period) as from_no,
	least(month_no(b.to_period), month_no(a.from_period), month_no(o.from_period)) as to_no
from payable b
left join (select person_id, min(from_period) as from_period from hold
	where state = 'final' and line_id is null and scheme is null group by person_id) a using (person_id)
left join (select person_id, scheme, kind, min(from_period) as from_period from hold
	where state = 'final' and line_id is null and scheme is not null group by person_id, scheme, kind) o
	on o.person_id = b.person_id and o.scheme = b.scheme and o.kind = b.kind;

grant select on benefit_due to steward_staff, steward_batch;

-- What a run for this month has to pay, a row a month of a benefit where what was decided differs from what was sent.
-- Of the months before the book has the sum of a benefit; they are looked at one by one where it differs.
create or replace function pay_plan(p_period int) returns table (person_id bigint, scheme text, kind text, period int,
	decided_fen bigint, sent_fen bigint, outside_fen bigint)
language sql stable rows 400000 set search_path = steward, pg_temp as $$
	with span as (
		select month_no(pay_first(p_period)) as first_no, month_no(p_period) as now_no
	), due as materialized (
		select * from benefit_due where from_no < to_no and from_no <= month_no(p_period)
	), sent as materialized (
		select e.person_id, e.scheme, e.kind, e.fen from pay_effect e where e.period = p_period
	), now as (
		select person_id, scheme, kind, d.monthly_fen, s.fen from (select d.* from due d, span
			where span.now_no >= d.from_no and span.now_no < d.to_no) d
		full join sent s using (person_id, scheme, kind)
	), others as (
		select y.person_id, y.kind, sum(y.amount_fen)::bigint as fen from payment y
		where y.period = p_period and not exists (select from sent s where s.person_id = y.person_id and s.kind = y.kind)
		group by y.person_id, y.kind
	), theirs as (
		select o.person_id, o.kind, o.fen, min(n.scheme) as scheme from others o join now n using (person_id, kind)
		group by o.person_id, o.kind, o.fen
	), sums as (
		select person_id, scheme, kind from (
			select d.person_id, d.scheme, d.kind, d.monthly_fen * greatest(0, least(d.to_no, span.now_no)
				- greatest(d.from_no, span.first_no)) as fen from due d, span
			union all
			select b.person_id, b.scheme, b.kind, -b.fen from pay_book b
			union all
			select s.person_id, s.scheme, s.kind, s.fen from sent s) x
		group by person_id, scheme, kind having sum(fen) <> 0
	), owed as (
		select a.person_id, n as no from arrears a cross join span
		cross join generate_series(month_no(a.from_period), least(month_no(a.to_period), span.first_no - 1)) n
		where a.state = 'due'
		group by a.person_id, n
	), earlier as materialized (
		select c.person_id, c.scheme, c.kind, n as no, false as is_before from sums c cross join span
		cross join generate_series(span.first_no, span.now_no - 1) n
		union all
		select distinct o.person_id, d.scheme, d.kind, o.no, true from owed o join due d
			on d.person_id = o.person_id and o.no >= d.from_no and o.no < d.to_no
	), then_sent as (
		select s.* from (select distinct person_id from earlier) e cross join lateral (select m.person_id, m.scheme, m.kind, m.period,
				sum(m.fen)::bigint as fen from pay_moved m where m.person_id = e.person_id and m.period < p_period
			group by m.person_id, m.scheme, m.kind, m.period) s
	)
	select n.person_id, n.scheme, n.kind, p_period, coalesce(n.monthly_fen, 0), coalesce(n.fen, 0), coalesce(t.fen, 0)
	from now n left join theirs t using (person_id, scheme, kind)
	where coalesce(n.monthly_fen, 0) <> coalesce(n.fen, 0) or t.fen > 0
	union all
	select x.person_id, x.scheme, x.kind, month_of(x.no), x.decided, x.sent, x.outside from (
		select e.person_id, e.scheme, e.kind, e.no, coalesce(s.fen, 0) as sent, coalesce(d.monthly_fen, 0) as decided,
			case when e.is_before and s.fen is null then coalesce((select sum(y.amount_fen)::bigint from payment y
				where y.person_id = e.person_id and y.period = month_of(e.no) and y.kind = e.kind), 0)
				- claim_back_of(e.person_id, e.kind, month_of(e.no)) else 0 end as outside
		from earlier e left join then_sent s on s.person_id = e.person_id and s.scheme = e.scheme and s.kind = e.kind
			and s.period = month_of(e.no)
		left join due d on d.person_id = e.person_id and d.scheme = e.scheme and d.kind = e.kind
			and e.no >= d.from_no and e.no < d.to_no) x
	where x.decided <> x.sent + x.outside
$$;

-- Each person's account of a day.
create or replace function account_of(p_day date) returns table (person_id bigint, channel text, number text, holder text,
	entered_on date, doubt text)
language sql stable rows 400000 set search_path = steward, pg_temp as $$
	select distinct on (a.person_id) a.person_id, a.channel, a.number, a.holder, a.entered_on, a.doubt from account a
	where a.valid_from <= p_day and p_day < a.valid_to
	order by a.person_id, a.valid_from desc, a.entered_on desc, a.settled_at desc nulls last, a.channel, a.number
$$;

-- What a benefit was paid in the months before, to be looked at beside: in the month before, and in how many of the
-- last three the same went to the same account under the same name.
create or replace function pay_before(p_period int) returns table (person_id bigint, scheme text, kind text,
	before_fen bigint, number text, fens bigint[], payees text[], numbers text[])
language sql stable rows 400000 set search_path = steward, pg_temp as $$
	select l.person_id, l.scheme, l.kind, max(l.amount_fen) filter (where month_no(l.period) = month_no(p_period) - 1),
		(array_agg(l.channel || ' ' || l.number order by l.period desc))[1],
		array_agg(l.amount_fen), array_agg(l.payee), array_agg(l.channel || ' ' || l.number)
	from pay_line l join pay_run r using (run_id)
	where r.state in ('sent', 'closed') and r.period between month_of(month_no(p_period) - 3) and month_of(month_no(p_period) - 1)
		and l.period = r.period and l.state in ('due', 'paid') and l.amount_fen > 0
	group by l.person_id, l.scheme, l.kind
$$;

-- Who was paid for the month before and is paid nothing now.
create or replace function pay_gone(p_run bigint) returns table (person_id bigint, scheme text, kind text, amount_fen bigint)
language sql stable set search_path = steward, pg_temp as $$
	select l.person_id, l.scheme, l.kind, l.amount_fen from pay_line l join pay_run r using (run_id)
	join pay_run n on n.run_id = p_run
	where r.state in ('sent', 'closed') and r.period = month_of(month_no(n.period) - 1) and l.period = r.period
		and l.state in ('due', 'paid') and l.amount_fen > 0 and not exists (select from pay_line x where x.run_id = p_run
			and (x.person_id, x.scheme, x.kind, x.period) = (l.person_id, l.scheme, l.kind, n.period))
$$;

create or replace function pay_fill(p_run bigint, p_period int, p_day date) returns bigint
language plpgsql set search_path = steward, pg_temp as $$
declare
	n bigint;
	block bigint := nextval('id_block');
begin
	insert into pay_line (person_id, line_id, region_code, run_id, scheme, kind, period, decided_fen, sent_fen, outside_fen,
		amount_fen, over_fen, before_fen, payee, channel, number, number_before, same, state)
	select x.person_id, block + row_number() over (partition by x.person_id order by x.period, x.scheme, x.kind) - 1,
		p.region_code, p_run, x.scheme, x.kind, x.period, x.decided_fen, x.sent_fen, x.outside_fen,
		greatest(x.decided_fen - x.sent_fen - x.outside_fen, 0), greatest(x.sent_fen + x.outside_fen - x.decided_fen, 0),
		case when x.period = p_period then coalesce(b.before_fen, y.fen) end, p.name, coalesce(a.channel, ''),
		coalesce(a.number, ''), b.number, case when x.period = p_period then (select count(*) from unnest(b.fens, b.payees,
			b.numbers) u (fen, payee, number) where u.fen = x.decided_fen - x.sent_fen - x.outside_fen
			and u.payee = p.name and u.number = a.channel || ' ' || a.number) else 0 end, 'due'
	from pay_plan(p_period) x join person p using (person_id)
	left join account_paid_to(p_day) a using (person_id)
	left join pay_before(p_period) b using (person_id, scheme, kind)
	left join (select y.person_id, y.kind, sum(y.amount_fen)::bigint as fen from payment y
		where y.period = month_of(month_no(p_period) - 1) group by y.person_id, y.kind) y using (person_id, kind);
	get diagnostics n = row_count;
	-- What follows reads it at once, as many rows as it now has.
	if n >= 1000 then
		analyze pay_line;
	end if;
	return n;
end $$;

-- What has come back of a month that others had paid.
create or replace function claim_back_of(p_person bigint, p_kind text, p_period int) returns bigint
language sql stable set search_path = steward, pg_temp as $$
	select coalesce(sum(m.back_fen), 0)::bigint from receivable_month m join receivable v using (person_id, receivable_id)
	where m.person_id = p_person and v.kind = p_kind and m.period = p_period
$$;

-- What is kept back of the month's largest line of each person who has agreed to it or is to have it set off: no more
-- than what is still too much, than the share, and than what leaves him enough to live on.  An objection stops it
-- where policy says so.
create or replace function pay_offsets(p_run bigint) returns table (person_id bigint, line_id bigint, receivable_id bigint,
	region_code int, amount_fen bigint)
language sql stable set search_path = steward, pg_temp as $$
	with owed as materialized (
		select v.person_id, v.receivable_id, v.left_fen - claim_excess(v) as fen from receivable v
		where v.state = 'owed' and v.plan = 'offset' and (recover_number('objection_stops', 0) = 0 or not exists (select
			from objection o where o.person_id = v.person_id and o.decision_id = v.decision_id and o.state = 'open'))
			and not exists (select from objection o where o.person_id = v.person_id and o.decision_id = v.decision_id
				and o.state = 'open' and o.stops <> '')
	), line as (
		select distinct on (l.person_id) l.person_id, l.line_id, l.region_code,
			l.decided_fen - l.sent_fen - l.outside_fen - coalesce((select sum(x.amount_fen) from pay_deduction x
				where x.person_id = l.person_id and x.line_id = l.line_id), 0)::bigint as fen
		from owed join pay_line l using (person_id) join pay_run r using (run_id)
		where l.run_id = p_run and l.period = r.period and l.decided_fen > l.sent_fen + l.outside_fen
		order by l.person_id, fen desc, l.line_id
	), room as (
		select *, greatest(0, least(floor(fen * recover_number('offset_share', 20) / 100),
			fen - recover_number('protected_fen', 0)))::bigint as most from line
	), want as (
		select r.person_id, r.line_id, r.region_code, r.most, o.receivable_id, o.fen,
			sum(o.fen) over (partition by o.person_id order by o.receivable_id) - o.fen as before
		from owed o join room r using (person_id)
	)
	select person_id, line_id, receivable_id, region_code, least(fen, most - before)::bigint from want
	where fen > 0 and most > before
$$;

create or replace function pay_keep_back(p_run bigint) returns void
language sql set search_path = steward, pg_temp as $$
	insert into pay_offset (person_id, line_id, receivable_id, region_code, run_id, amount_fen)
	select o.person_id, o.line_id, o.receivable_id, o.region_code, p_run, o.amount_fen from pay_offsets(p_run) o;
	update pay_line l set offset_fen = l.offset_fen + o.fen, amount_fen = l.amount_fen - o.fen, same = 0
	from (select person_id, line_id, sum(amount_fen)::bigint as fen from pay_offset where run_id = p_run
		group by person_id, line_id) o
	where l.person_id = o.person_id and l.line_id = o.line_id
$$;

-- What a run comes to, beside it: a list of runs adds nothing up.
create or replace function pay_count(p_run bigint) returns void
language sql set search_path = steward, pg_temp as $$
	update pay_run r set persons = x.persons, amount_fen = x.fen, held = x.held, held_fen = x.held_fen
	from (select count(distinct person_id) filter (where state <> 'held' and amount_fen > 0) as persons,
			coalesce(sum(amount_fen) filter (where state <> 'held'), 0) as fen,
			count(distinct person_id) filter (where state = 'held') as held,
			coalesce(sum(amount_fen) filter (where state = 'held'), 0) as held_fen
		from pay_line where run_id = p_run) x
	where r.run_id = p_run
$$;

-- Makes the month's run, or makes it anew as long as nobody has approved it.  Nothing is due twice: one run at a time,
-- and what it pays is what is missing.
create or replace function pay_prepare(p_period int) returns bigint
language plpgsql security definer set search_path = steward, pg_temp set work_mem = '128MB' as $$
declare
	r pay_run;
	month int := coalesce(p_period, to_char(business_day(), 'YYYYMM')::int);
begin
	perform pay_may('prepare', array['clerk', 'batch']);
	perform restored_refuse();
	perform work_lock_take('pay');
	if month > next_period(business_day()) or month < (select max(period) from pay_run where state in ('sent', 'closed')) then
		raise exception using errcode = 'ST422', message = 'this month cannot be paid now',
			hint = 'The month of the business day and the one after it can, and none before what was paid last.';
	end if;
	select * into r from pay_run where state in ('open', 'gated', 'signed', 'approved', 'exported');
	if found and (r.period <> month or r.state in ('approved', 'exported')) then
		raise exception using errcode = 'ST409', message = 'another run is not finished',
			hint = 'Confirm it or take it back first: steward pay show.';
	end if;
	if not found then
		insert into pay_run (run_id, period, state, day, nth) values (nextval('id_block'), month, 'open', business_day(),
			1 + (select count(*) from pay_run where period = month and state <> 'taken_back'))
		returning * into r;
	else
		delete from pay_deduction where run_id = r.run_id;
		delete from pay_line where run_id = r.run_id;
		delete from pay_signal where run_id = r.run_id;
		update pay_run set state = 'open', day = business_day(), prepared_by = session_user, prepared_at = now(),
			makers = case when session_user = any (makers) then makers else makers || session_user end,
			gated_at = null, signed_by = null, signed_at = null, digest = null where run_id = r.run_id;
	end if;
	if pay_fill(r.run_id, month, business_day()) = 0 then
		raise exception using errcode = 'ST404', message = 'nothing is to be paid for this month',
			hint = 'All that was decided was sent.';
	end if;
	perform pay_deduct(r.run_id);
	perform pay_keep_back(r.run_id);
	perform account_test_put(r.run_id);
	perform pay_count(r.run_id);
	insert into pay_check (run_id) values (r.run_id);
	perform pay_audit('prepare', r.run_id, jsonb_build_object('period', month));
	return r.run_id;
end $$;

-- Of each benefit: what this run pays and what was sent before is what was decided, up to its month.
create or replace function pay_differs(p_run bigint) returns table (person_id bigint, fen bigint)
language sql stable set search_path = steward, pg_temp as $$
	with r as (
		select r.run_id, r.period, month_no(r.period) as now_no, month_no(pay_first(r.period)) as first_no
		from pay_run r where r.run_id = p_run
	)
	select x.person_id, sum(x.fen)::bigint from (
		select d.person_id, d.scheme, d.kind, d.monthly_fen * greatest(0, least(d.to_no, r.now_no + 1)
			- greatest(d.from_no, r.first_no)) as fen from benefit_due d, r where d.from_no <= r.now_no
		union all
		select b.person_id, b.scheme, b.kind, -b.fen from pay_book b
		union all
		select l.person_id, l.scheme, l.kind, l.over_fen - l.amount_fen - l.offset_fen - l.outside_fen
		from pay_line l join r using (run_id)
		where month_no(l.period) >= r.first_no) x
	group by x.person_id, x.scheme, x.kind having sum(x.fen) <> 0
$$;

create or replace function pay_check_end() returns trigger
language plpgsql security definer set search_path = steward, pg_temp as $$
declare
	d record;
begin
	select count(*) as n, min(person_id) as person into d from pay_differs(new.run_id);
	if d.n > 0 then
		raise exception using errcode = 'ST409',
			message = format('what was sent is not what was decided: %s benefits differ, one of person %s', d.n, d.person),
			hint = 'Prepare the run again; if it stays so, tell the administrator.';
	end if;
	delete from pay_check where run_id = new.run_id;
	return null;
end $$;

drop trigger if exists pay_check_end on pay_check;
create constraint trigger pay_check_end after insert on pay_check deferrable initially deferred
	for each row execute function pay_check_end();

grant execute on function month_no, month_of, claim_back_of to steward_staff, steward_batch;
grant execute on function pay_prepare to steward_staff, steward_batch;
grant execute on function pay_plan, pay_first, pay_differs, pay_gone to steward_staff, steward_batch;
