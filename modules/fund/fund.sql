-- The fund's books: what their feeds take in, and what is asked of them.

-- statement: fund_flows
-- params: batch_id int8
insert into fund_flow (day, scheme, flow, project, batch_id, line, amount_fen)
select distinct on (day, scheme, flow, coalesce(project, '')) day, scheme, flow, coalesce(project, ''), $1, line, amount
from stage order by day, scheme, flow, coalesce(project, ''), line desc;

-- statement: fund_balances
-- params: batch_id int8
insert into fund_balance (scheme, day, batch_id, line, balance_fen)
select distinct on (scheme, day) scheme, day, $1, line, balance from stage order by scheme, day, line desc;

-- statement: fund_levies
-- params: batch_id int8
insert into fund_levy (unit_no, period, scheme, batch_id, line, unit, assessed_fen, paid_fen, insured, region_code,
	told_on)
select distinct on (unit_no, period, scheme) unit_no, period, scheme, $1, line, unit, assessed, paid, insured::int,
	nullif(region::text, '')::int,
	(select b.business_day from batch b where b.batch_id = $1)
from stage order by unit_no, period, scheme, line desc;

-- statement: fund_list
-- params:
-- columns: scheme text, day date, balance_fen int8, month_fen int8, months numeric, reserves_fen int8, cost_fen int8, ratio numeric
select s.scheme, s.day, s.balance_fen, s.outgo_fen / 12, round(12.0 * s.balance_fen / nullif(s.outgo_fen, 0), 2), s.reserves_fen,
	s.cost_fen, round(100.0 * s.reserves_fen / nullif(s.cost_fen, 0), 1)
from fund_schemes() s order by s.scheme;

-- statement: fund_odd
-- params:
-- columns: mark text, day date, scheme text, flow text, amount_fen int8, middle_fen int8, least_fen int8, most_fen int8
select '!', u.day, u.scheme, u.flow, u.amount_fen, u.middle_fen, u.least_fen, u.most_fen from fund_unusual() u
order by u.scheme, u.flow limit 100;

-- What runs sent beside what the account says, the newest day first.
-- statement: fund_compare
-- params: day date
-- columns: mark text, day date, scheme text, sent_fen int8, told_fen int8, left_fen int8
select case when d.told_fen is distinct from d.sent_fen and d.day <= (select max(w.day) from fund_now w) then '!' else '' end,
	d.day, d.scheme, d.sent_fen, d.told_fen, d.sent_fen - coalesce(d.told_fen, 0)
from fund_days(coalesce($1::date, business_day() - 92)) d where $1::date is null or d.day = $1
order by d.day desc, d.scheme limit 200;

-- What a run needs, scheme by scheme, beside what the scheme has.
-- statement: fund_needed
-- params: period int4
-- columns: mark text, run int8, period int4, scheme text, lines int8, amount_fen int8, balance_fen int8, short_fen int8, day date
select case when n.fen > coalesce(s.balance_fen, 0) then '!' else '' end, r.run_id, r.period, n.scheme, n.lines, n.fen,
	s.balance_fen, greatest(0, n.fen - coalesce(s.balance_fen, 0)), s.day
from (select * from pay_run where ($1::int is null or period = $1) and state <> 'taken_back' order by run_id desc limit 1) r
cross join lateral fund_run_sums(r.run_id) n
left join fund_schemes() s on s.scheme = n.scheme order by n.scheme;

-- Contributions month by month: what had come in by the end of the month, one and three months later, and by now.
-- statement: fund_collected
-- params:
-- columns: period int4, scheme text, units int8, assessed_fen int8, after0 numeric, after1 numeric, after3 numeric, now numeric, left_fen int8
with v as (select l.*, (to_date(l.period::text, 'YYYYMM') + interval '1 month')::date as ends from fund_levy l
	where l.told_on <= business_day()),
x as (select v.period, v.scheme, v.unit_no, (array_agg(v.assessed_fen order by v.batch_id desc))[1] as assessed_fen,
		(array_agg(v.paid_fen order by v.batch_id desc))[1] as paid_fen,
		max(v.paid_fen) filter (where v.told_on < v.ends) as after0,
		max(v.paid_fen) filter (where v.told_on < v.ends + interval '1 month') as after1,
		max(v.paid_fen) filter (where v.told_on < v.ends + interval '3 months') as after3
	from v group by v.period, v.scheme, v.unit_no)
select x.period, x.scheme, count(*), sum(x.assessed_fen)::bigint,
	round(100.0 * sum(x.after0) / nullif(sum(x.assessed_fen), 0), 1),
	round(100.0 * sum(x.after1) / nullif(sum(x.assessed_fen), 0), 1),
	round(100.0 * sum(x.after3) / nullif(sum(x.assessed_fen), 0), 1),
	round(100.0 * sum(x.paid_fen) / nullif(sum(x.assessed_fen), 0), 1),
	sum(greatest(0, x.assessed_fen - x.paid_fen))::bigint
from x group by x.period, x.scheme order by x.period desc, x.scheme limit 100;

-- statement: fund_differs
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select 0::int8 as person_id, 0::int8 as subject_id, d.day::text || ' ' || d.scheme as cause,
	jsonb_build_array('%s, %s: the runs sent %s, the account says %s', d.day::text, d.scheme, yuan_text(d.sent_fen),
		yuan_text(coalesce(d.told_fen, 0)))::text as say, null::date as due, 0::int8 as monthly_fen,
	jsonb_build_object('day', d.day, 'scheme', d.scheme, 'sent', d.sent_fen, 'told', d.told_fen) as inputs
from fund_days($1::date - 92) d
where d.sent_fen is distinct from d.told_fen and d.day <= (select max(w.day) from fund_now w);

-- statement: fund_strays
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select 0::int8 as person_id, 0::int8 as subject_id, u.day::text || ' ' || u.scheme || ' ' || u.flow as cause,
	jsonb_build_array('%s, %s: %s of %s is not between %s and %s', u.day::text, u.scheme, u.flow, yuan_text(u.amount_fen),
		yuan_text(u.least_fen), yuan_text(u.most_fen))::text as say, null::date as due, 0::int8 as monthly_fen,
	jsonb_build_object('amount', u.amount_fen, 'middle', u.middle_fen) as inputs
from fund_unusual() u where u.day > $1::date - 31;
