-- Who reads the tables of money.

-- statement: payable_totals
-- params: period int4
-- columns: scheme text, kind text, lines int8, amount_fen int8, held int8, held_fen int8
select x.scheme, x.kind, count(*), sum(x.monthly_fen)::int8, count(*) filter (where x.is_held),
	coalesce(sum(x.monthly_fen) filter (where x.is_held), 0)::int8
from (select y.*, coalesce(y.held_from <= p.period, false) as is_held from payable y,
		(select coalesce($1::int, to_char(business_day(), 'YYYYMM')::int) as period) p
	where p.period >= y.from_period and p.period < y.to_period) x
group by x.scheme, x.kind order by x.scheme, x.kind;

-- "h": a hold stops it, in this month or in one to come.
-- statement: person_benefits
-- params: person_id int8
-- columns: mark text, scheme text, kind text, state text, monthly_fen int8, valid_from date, valid_to date, file text, line int8
select case when y.held_from is null then '' else 'h' end, n.scheme, n.kind, n.state, n.monthly_fen, n.valid_from,
	nullif(n.valid_to, 'infinity'), b.file_name, n.line
from benefit n left join payable y on y.person_id = n.person_id and y.scheme = n.scheme and y.kind = n.kind
	and y.valid_from = n.valid_from
left join batch b using (batch_id)
where n.person_id = $1 order by n.valid_from desc, n.scheme, n.kind limit 20;

-- statement: person_lines
-- params: person_id int8
-- columns: mark text, period int4, scheme text, kind text, amount_fen int8, state text, run_id int8
select case when l.state = 'held' then 'h' else '' end, l.period, l.scheme, l.kind, l.amount_fen,
	case when l.state = 'due' and r.state in ('sent', 'closed') then 'sent' else l.state end, l.run_id
from pay_line l join pay_run r using (run_id)
where l.person_id = $1 and r.state <> 'taken_back' order by l.period desc, l.line_id desc limit 12;

-- statement: person_arrears
-- params: person_id int8
-- columns: from_period int4, to_period int4, months int4, amount_fen int8, state text
select from_period, to_period, months, amount_fen, state from arrears
where person_id = $1 order by arrears_id desc limit 10;
