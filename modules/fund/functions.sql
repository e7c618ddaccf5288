-- The fund's books as they are now: of what was told several times the newest, and of a batch that was taken back
-- nothing, for its rows are gone.

create or replace view fund_now as
select n.day, n.scheme, n.flow, n.project, n.amount_fen, n.batch_id, n.line, 0 as region_code,
	case when n.flow in ('benefit', 'transfer_out', 'other_out') then 0 when n.flow in ('returned', 'allotted') then 0 else n.amount_fen end
		as income_fen,
	case when n.flow in ('benefit', 'transfer_out', 'other_out') then n.amount_fen when n.flow = 'returned' then -n.amount_fen
		else 0 end as outgo_fen,
	date_trunc('month', n.day) = date_trunc('month', max(n.day) over ()) as in_month,
	date_trunc('year', n.day) = date_trunc('year', max(n.day) over ()) as in_year
from (select distinct on (f.day, f.scheme, f.flow, f.project) f.* from fund_flow f where f.day <= business_day()
	order by f.day, f.scheme, f.flow, f.project, f.batch_id desc) n;

create or replace view fund_balance_now as
select distinct on (b.scheme, b.day) b.scheme, b.day, b.balance_fen, b.batch_id, b.line
from fund_balance b where b.day <= business_day() order by b.scheme, b.day, b.batch_id desc;

create or replace view fund_levy_now as
select distinct on (l.unit_no, l.period, l.scheme) l.unit_no, l.unit, l.period, l.scheme, l.assessed_fen, l.paid_fen,
	greatest(0, l.assessed_fen - l.paid_fen) as left_fen, l.told_on, 0 as region_code,
	month_no(to_char(business_day(), 'YYYYMM')::int) - month_no(l.period) as months, l.insured
from fund_levy l where l.told_on <= business_day() order by l.unit_no, l.period, l.scheme, l.batch_id desc;

-- How long what a scheme has would last, at the outgo of the last twelve whole months; and what this year costs: the
-- months that are over, and the others at that mean.
create or replace function fund_schemes() returns table (region_code int, scheme text, day date, balance_fen bigint,
	reserves_fen bigint, outgo_fen bigint, cost_fen bigint) language sql stable set search_path = steward, pg_temp as $$
	with b as (select distinct on (n.scheme) n.scheme, n.day, n.balance_fen,
			(date_trunc('month', n.day + 1))::date as until from fund_balance_now n order by n.scheme, n.day desc),
	y as (select b.*, o.year_fen, o.gone_fen from b cross join lateral (
		select coalesce(sum(w.outgo_fen) filter (where w.day >= b.until - interval '12 months'), 0) as year_fen,
			coalesce(sum(w.outgo_fen) filter (where w.day >= date_trunc('year', b.until - 1)), 0) as gone_fen
		from fund_now w where w.scheme = b.scheme and w.day < b.until) o)
	select 0, y.scheme, y.day, y.balance_fen, (select r.balance_fen from fund_balance_now r where r.scheme = y.scheme
			and r.day < date_trunc('year', y.until - 1) order by r.day desc limit 1),
		y.year_fen::bigint, (y.gone_fen + y.year_fen / 12 * (12 - extract(month from y.until - 1)))::bigint
	from y;
$$;

-- Flows of the newest day told that are not as they were on the same day of the months before: beyond so many times
-- the usual distance from the middle.  A flow that is always there and is missing is one of them.
create or replace function fund_unusual() returns table (region_code int, scheme text, flow text, day date,
	amount_fen bigint, middle_fen bigint, least_fen bigint, most_fen bigint) language sql stable
	set search_path = steward, pg_temp as $$
	with last as (select max(w.day) as day from fund_now w),
	told as (select w.scheme, w.flow, w.day, sum(w.amount_fen)::bigint as fen from fund_now w cross join last
		where extract(day from w.day) = extract(day from last.day) and w.day > last.day - interval '24 months'
		group by w.scheme, w.flow, w.day),
	middle as (select t.scheme, t.flow, percentile_cont(0.5) within group (order by t.fen) as fen, count(*) as n
		from told t cross join last where t.day < last.day group by t.scheme, t.flow),
	distance as (select m.scheme, m.flow, m.fen, m.n,
			percentile_cont(0.5) within group (order by abs(t.fen - m.fen)) as usual
		from middle m join told t using (scheme, flow) cross join last where t.day < last.day
		group by m.scheme, m.flow, m.fen, m.n),
	band as (select d.*, greatest(d.usual, d.fen * fund_number('least_share')) * fund_number('times') as beyond
		from distance d where d.n >= fund_number('least_months'))
	select 0, b.scheme, b.flow, last.day, coalesce(t.fen, 0)::bigint, b.fen::bigint,
		greatest(0, b.fen - b.beyond)::bigint, (b.fen + b.beyond)::bigint
	from band b cross join last left join told t on (t.scheme, t.flow, t.day) = (b.scheme, b.flow, last.day)
	where abs(coalesce(t.fen, 0) - b.fen) > b.beyond;
$$;

-- A number of the parameter fund.limits, which the program reads as policy_number.
create or replace function fund_number(p_name text) returns numeric language sql stable
	set search_path = steward, pg_temp as $$
	select value from policy_number where name = 'fund.' || p_name;
$$;

-- What a run takes out of the account, scheme by scheme: its lines, what is kept back of them for others, tests of accounts.
-- Before it is sent what would go out by its state of now, afterwards what went.
create or replace function fund_run_sums(p_run bigint) returns table (scheme text, lines bigint, fen bigint)
language sql stable set search_path = steward, pg_temp as $$
	select x.scheme, count(*), sum(x.fen)::bigint from (
		select l.scheme, l.amount_fen as fen from pay_line l where l.run_id = p_run and l.state in ('due', 'paid', 'returned')
		union all
		select l.scheme, d.amount_fen from pay_deduction d left join pay_deduction o
			on o.person_id = d.person_id and o.payment_id = d.again
		join pay_line l on l.person_id = d.person_id and l.line_id = coalesce(d.line_id, o.line_id)
		where d.run_id = p_run and l.state <> 'held'
		union all
		select t.scheme, t.fen from account_test t where t.run_id = p_run and (t.sent_on is not null or exists (select from pay_payee y
			where y.run_id = p_run and y.payee_id = t.test_id and y.person_id = t.person_id))) x
	where x.fen > 0 group by x.scheme
$$;

-- What the runs sent on a day beside what the account says went out for benefits.  A day after the account's newest is
-- not told yet.
create or replace function fund_days(p_from date) returns table (day date, scheme text, sent_fen bigint, told_fen bigint)
	language sql stable set search_path = steward, pg_temp as $$
	select coalesce(s.day, t.day), coalesce(s.scheme, t.scheme), coalesce(s.fen, 0)::bigint, t.fen::bigint
	from (select r.paid_on as day, l.scheme, sum(l.fen) as fen from pay_run r cross join lateral fund_run_sums(r.run_id) l
		where r.state in ('sent', 'closed') and r.paid_on >= p_from group by r.paid_on, l.scheme) s
	full join (select w.day, w.scheme, sum(w.amount_fen) as fen from fund_now w
		where w.flow = 'benefit' and w.day >= p_from
			and w.day >= (select min(r.paid_on) from pay_run r where r.state in ('sent', 'closed'))
		group by w.day, w.scheme) t on (t.day, t.scheme) = (s.day, s.scheme);
$$;

-- A unit as the newest month tells it, beside the third month before.  Active is who was assessed, or had somebody insured,
-- within three months; the share and the persons from which a fall is looked at are parameters.
create or replace view fund_unit as
select u.*, e.region_code, u.before - u.insured >= fund_number('shrink_persons')
	and 100.0 * (u.before - u.insured) >= u.before * fund_number('shrink_percent') as is_shrinking
from (select l.unit_no, (array_agg(l.unit order by l.period desc))[1] as unit, max(l.period) as newest,
		coalesce(bool_or(l.months between 0 and 3 and (l.assessed_fen > 0 or l.insured > 0)), false) as is_active,
		max(l.insured) filter (where l.period = n.period) as insured,
		max(l.insured) filter (where l.period = n.third) as before, sum(l.left_fen) filter (where l.months > 0)::bigint as left_fen
	from fund_levy_now l cross join (select max(period) as period, to_char(to_date(max(period)::text, 'YYYYMM')
		- interval '3 months', 'YYYYMM')::int as third from fund_levy_now) n group by l.unit_no) u
	join employer e on e.unit_no = u.unit_no;

grant select on fund_now, fund_balance_now, fund_levy_now, fund_unit to steward_staff, steward_batch;
grant execute on function fund_schemes, fund_unusual, fund_number, fund_run_sums, fund_days to steward_staff, steward_batch;
