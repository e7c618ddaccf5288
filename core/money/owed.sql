-- What is owed back: what the judge finds about it, what screens and files say.

-- Whom a decision has made so is looked at again: no run has told of it yet.
-- statement: overpaid_find
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select f.person_id, 0::bigint as subject_id, f.cause, f.say, null::date as due, f.monthly_fen, f.inputs
from (select h.person_id from hold h {scope} where h.state = 'final' and h.line_id is null
	union select l.person_id from pay_line l {scope} join pay_run r using (run_id)
		where l.over_fen > 0 and r.state in ('sent', 'closed')
	union select d.person_id from decision d {scope} where d.rule_id = 'person.two_pensions' and d.outcome = 'approved'
	union select t.person_id from task t {scope} where t.rule_id = 'money.overpaid' and t.closed_on is null) x
cross join lateral overpaid_found(x.person_id) f
where $1::date is not null;

-- It asks for more than is too much by now: a stop was taken back, a payment came back.
-- statement: claim_wrong_find
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select v.person_id, 0::bigint as subject_id, v.receivable_id || ' ' || v.seq as cause,
	jsonb_build_array('%s yuan are claimed, %s more than was paid too much', yuan_text(v.left_fen), yuan_text(x.fen))::text as say,
	null::date as due, x.fen as monthly_fen, jsonb_build_object('claim', v.receivable_id, 'left_fen', v.left_fen,
		'excess_fen', x.fen) as inputs
from receivable v {scope} cross join lateral claim_excess(v) x (fen)
where v.state = 'owed' and x.fen > 0 and $1::date is not null;

-- statement: claim_estate_find
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select v.person_id, 0::bigint as subject_id, v.receivable_id || ' ' || v.seq || ' ' || v.estate_fen as cause,
	jsonb_build_array('%s yuan are claimed from %s, the estate is worth %s', yuan_text(v.left_fen), v.heir,
		yuan_text(v.estate_fen))::text as say, null::date as due, v.left_fen - v.estate_fen as monthly_fen,
	jsonb_build_object('claim', v.receivable_id, 'left_fen', v.left_fen, 'estate_fen', v.estate_fen, 'heir', v.heir) as inputs
from receivable v {scope} where v.state = 'owed' and v.left_fen > v.estate_fen and $1::date is not null;

-- Nothing has moved; of instalments, less than was agreed.
-- statement: claim_idle_find
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select v.person_id, 0::bigint as subject_id, v.receivable_id || ' ' || v.seq || ' ' || v.plan as cause,
	jsonb_build_array('%s yuan are owed back, nothing has come since %s', yuan_text(v.left_fen), v.moved_on::text)::text as say,
	null::date as due, v.left_fen as monthly_fen, jsonb_build_object('claim', v.receivable_id, 'left_fen', v.left_fen,
		'moved_on', v.moved_on, 'plan', v.plan) as inputs
from receivable v where v.state = 'owed' and v.moved_on + recover_number(case v.plan when 'instalments' then 'missed_days'
	else 'idle_days' end, case v.plan when 'instalments' then 45 else 60 end)::int < $1::date;

-- statement: owed_list
-- params: state text, n int8
-- columns: mark text, receivable_id int8, name text, kind text, plan text, state text, asked_fen int8, left_fen int8, hearing_until date, moved_on date, heir text, person_id int8
select case when v.state = 'heard' then '?' when v.state = 'owed' then '!' else '' end, v.receivable_id, p.name, v.kind, v.plan, v.state,
	m.fen, v.left_fen, v.hearing_until, v.moved_on, v.heir, v.person_id
from receivable v join person p using (person_id)
join lateral (select sum(x.claim_fen)::int8 as fen from receivable_month x where x.person_id = v.person_id
	and x.receivable_id = v.receivable_id) m on true
where case when $1::text is null then v.state in ('heard', 'owed') else v.state = $1 end
order by v.left_fen desc, v.receivable_id limit $2;

-- statement: owed_of
-- params: person_id int8
-- columns: mark text, receivable_id int8, kind text, plan text, state text, asked_fen int8, left_fen int8, monthly_fen int8, hearing_until date, opened_on date, heir text, rule_id text
select case v.state when 'heard' then '?' when 'owed' then '!' else '' end, v.receivable_id, v.kind, v.plan, v.state,
	(select sum(m.claim_fen)::int8 from receivable_month m where m.person_id = v.person_id and m.receivable_id = v.receivable_id),
	v.left_fen, v.monthly_fen, v.hearing_until, v.opened_on, v.heir, v.rule_id
from receivable v where v.person_id = $1 order by v.receivable_id desc limit 20;

-- statement: owed_months
-- params: person_id int8
-- columns: receivable_id int8, period int4, over_fen int8, share int4, claim_fen int8, back_fen int8, fault text, barred_on date, why text, judged_by name
select receivable_id, period, over_fen, share, claim_fen, back_fen, fault, barred_on, why, judged_by
from receivable_month where person_id = $1 order by receivable_id desc, period limit 500;

-- statement: owed_moves
-- params: person_id int8
-- columns: receivable_id int8, seq int4, day date, kind text, amount_fen int8, after_fen int8, ground text, who name, approver name
select receivable_id, seq, day, kind, amount_fen, after_fen, ground, who, approver
from receivable_move where person_id = $1 order by receivable_id desc, seq limit 500;

-- statement: owed_totals
-- columns: plan text, claims int8, opened_fen int8, back_fen int8, waived_fen int8, left_fen int8
select v.plan, count(distinct (v.person_id, v.receivable_id)) as claims,
	coalesce(sum(m.amount_fen) filter (where m.kind in ('opened', 'interest', 'corrected')), 0)::int8,
	-coalesce(sum(m.amount_fen) filter (where m.kind in ('paid', 'offset', 'recalled', 'reversed')), 0)::int8,
	-coalesce(sum(m.amount_fen) filter (where m.kind in ('waived', 'estate')), 0)::int8, coalesce(sum(m.amount_fen), 0)::int8
from receivable v join receivable_move m using (person_id, receivable_id) group by v.plan order by v.plan;

-- statement: owed_judge
-- params: person_id int8, claim int8, period int4, fault text, share int4, why text
-- columns: months int8
select claim_judge($1, $2, $3, $4, $5, $6) as months;

-- statement: owed_received
-- params: person_id int8, claim int8, way text, fen int8, ground text, day date
-- columns: receivable_id int8
select claim_received($1, $2, $3, $4, $5, $6) as receivable_id;

-- statement: owed_reverse
-- params: person_id int8, claim int8, seq int4, why text
-- columns: seq int4
select claim_reverse($1, $2, $3, $4) as seq;

-- statement: owed_estate
-- params: person_id int8, claim int8, heir text, fen int8
-- columns: receivable_id int8
select claim_estate($1, $2, $3, $4) as receivable_id;

-- statement: owed_recall
-- columns: receivable_id int8, person_id int8, name text, channel text, number text, period int4, amount_fen int8, paid_on date, until date
select * from claim_recall();

-- What a file says has come back: of a claim that is named, or of the person's only one.  What fits none, or is more
-- than is left, is refused with the reason; the same receipt changes nothing.
-- statement: repayment_apply
-- params: batch_id int8
with said as (
	select s.line, s.person_id, s.way, s.amount, s.ref, s.day, s.claim, v.receivable_id, v.left_fen,
		sum(s.amount) over (partition by s.person_id, v.receivable_id order by s.line) as sum_fen,
		exists (select from receivable_move m where m.person_id = s.person_id and m.kind = s.way and m.ground = s.ref) as known
	from stage s left join lateral (select r.receivable_id, r.left_fen from receivable r where r.person_id = s.person_id
		and r.state = 'owed' and (s.claim is null or r.receivable_id::text = s.claim) order by r.receivable_id limit 1) v on true
), refused as (
	insert into reject (batch_id, line, column_name, reason, detail)
	select $1, line, case when receivable_id is null then 'id_no' else 'amount' end, 'contradiction',
		case when receivable_id is null then 'nothing is owed back' else 'more than is owed' end
	from said where not known and (receivable_id is null or sum_fen > left_fen) returning line
), same as (
	insert into told (line, said) select line, 'same' from said where known
), gone as (
	delete from stage s using refused r where s.line = r.line
)
insert into told (line, said) select line, case when claim_move(person_id, receivable_id, way, -amount, ref, day, null) > 0
	then 'new' end from said
where not known and receivable_id is not null and sum_fen <= left_fen;
