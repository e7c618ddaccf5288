-- Statements of the module lines.

-- statement: lines_line
-- params: batch_id int8
insert into claim_line (person_id, claim_no, line_no, region_code, item_code, item, unit, form, department, doctor,
	diagnosis, remark, given_on, quantity, amount_fen, batch_id, line)
select person_id, claim_no, line_no, region_code, item_code, item, unit, form, department, doctor, diagnosis,
	coalesce(remark, ''), given_on, quantity, amount, $1, line
from stage order by person_id on conflict do nothing;

-- The same item for the same person again within a day, in another claim: named once, at the later line.
-- statement: lines_twice
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select l.person_id, l.line_id as subject_id, l.claim_no || '/' || l.line_no as cause,
	jsonb_build_array('%s was given on %s and in claim %s as well', l.item, l.given_on, min(o.claim_no))::text as say,
	null::date as due, null::bigint as monthly_fen,
	jsonb_build_object('item', l.item_code, 'given_on', l.given_on, 'other_claim', min(o.claim_no),
		'claimed', l.amount_fen) as inputs
from claim_line l {scope} join claim_line o on o.person_id = l.person_id and o.item_code = l.item_code
	and o.claim_no <> l.claim_no and o.given_on between l.given_on - 1 and l.given_on
	and (o.given_on, o.line_id) < (l.given_on, l.line_id)
where l.given_on <= $1::date
group by l.person_id, l.line_id, l.claim_no, l.line_no, l.item, l.item_code, l.given_on, l.amount_fen;

-- statement: lines_of_person
-- params: person_id int8
-- columns: claim_no text, item text, given_on date, quantity numeric, amount_fen int8, department text
select claim_no, item, given_on, quantity, amount_fen, department from claim_line
where person_id = $1 order by given_on desc, line_id desc limit 50;
