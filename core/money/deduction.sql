-- Deductions for third parties: what staff asks and enters.

-- statement: deduction_list
-- params: state text
-- columns: mark text, deduction_id int8, name text, kind text, creditor text, ref text, monthly_fen int8, share int4, paid_fen int8, total_fen int8, state text, valid_from date, valid_to date, author name, approver name, person_id int8
select case d.state when 'proposed' then '*' else '' end, d.deduction_id, p.name, d.kind, d.creditor, d.ref, d.monthly_fen, d.share,
	deduct_paid(d.person_id, d.deduction_id, null), d.total_fen, d.state, d.valid_from, nullif(d.valid_to, 'infinity'), d.author,
	d.approver, d.person_id
from deduction d join person p using (person_id)
where case when $1::text is null then d.state in ('proposed', 'valid') else d.state = $1 end
order by d.state = 'valid', d.deduction_id desc limit 200;

-- statement: deduction_of
-- params: person_id int8
-- columns: mark text, deduction_id int8, kind text, creditor text, ref text, channel text, number text, monthly_fen int8, share int4, paid_fen int8, total_fen int8, state text, valid_from date, valid_to date
select case d.state when 'proposed' then '*' else '' end, d.deduction_id, d.kind, d.creditor, d.ref, d.channel, d.number,
	d.monthly_fen, d.share, deduct_paid(d.person_id, d.deduction_id, null), d.total_fen, d.state, d.valid_from,
	nullif(d.valid_to, 'infinity')
from deduction d where d.person_id = $1 order by d.state = 'valid' desc, d.deduction_id desc limit 20;

-- statement: deduction_payments
-- params: person_id int8
-- columns: mark text, period int4, creditor text, amount_fen int8, state text, reason text, channel text, number text, run int8
select case x.state when 'returned' then '!' else '' end, x.period, x.payee, x.amount_fen, x.state,
	case when x.state = 'returned' then pay_reason(x.reason) else '' end, x.channel, x.number, x.run_id
from pay_deduction x join pay_run r using (run_id) left join pay_line l using (person_id, line_id)
where x.person_id = $1 and r.state in ('sent', 'closed') and l.state is distinct from 'held'
order by x.period desc, x.payment_id desc limit 24;

-- statement: deduction_add
-- params: person_id int8, kind text, creditor text, channel text, number text, ref text, fen int8, share int4, total int8, valid_from date, valid_to date
-- columns: deduction_id int8
select deduct_add($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as deduction_id;

-- statement: deduction_settle
-- params: deduction_id int8, event text, why text
-- columns: state text
select deduct_settle($1, $2, $3) as state;
