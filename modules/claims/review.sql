-- The review desk: claims that wait, a claim's lines with what is said of each, and the steps of a reviewer.

-- statement: review_adjudicate
-- params:
-- columns: taken int8, drawn int8, decided int8, waiting int8
select taken, drawn, decided, waiting from claim_adjudicate();

-- What the audit has said of a claim is one task of it; who could not be audited keeps what was found before.
-- statement: review_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select a.person_id, 0::int8 as subject_id, f[3] as cause, case when count(*) = 1 then min(f[5])
		else jsonb_build_array('%s things are flagged on claim %s, the first: %s', count(*)::text, f[3],
			coalesce((array_agg(r.label order by o.n))[1], (array_agg(f[1] order by o.n))[1]))::text end as say,
	null::date as due, null::int8 as monthly_fen, jsonb_build_object('claim_no', f[3], 'flags',
		jsonb_agg(jsonb_build_array(f[1], f[4], f[5]) order by o.n)) as inputs
from asked a {scope} cross join lateral regexp_split_to_table(a.answer, E'\n') with ordinality o (l, n)
cross join lateral string_to_array(o.l, E'\t') f left join claim_reason r on r.check_name = f[1]
where a.calculation = 'claims.audit' and f[2] <> '0' and $1::date is not null
group by a.person_id, f[3]
union all
select k.person_id, k.subject_id, k.cause, k.say, k.due, k.monthly_fen, k.inputs::jsonb from finding k
where k.rule_id = '{rule}' and k.person_id in (select person_id from asked where calculation = 'claims.audit' and answer is null);

-- statement: review_asked
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select a.person_id, 0::int8 as subject_id, a.cause, a.say, null::date as due, null::int8 as monthly_fen, '{}'::jsonb as inputs
from claim_asked a {scope} where a.rule_id = '{rule}' and $1::date is not null;

-- Claims by how far they are, the oldest first.  What is decided is gone through only by who asks for it.
-- statement: review_list
-- params: stand text, after date, claim_no text, person_id int8, n int4
-- columns: mark text, submitted_on date, name text, provider text, claimed_fen int8, left_fen int8, stand text, claim_no text, person_id int8
select case when x.due < business_day() then '!' else '' end, x.submitted_on, x.name, x.provider, x.claimed_fen, x.left_fen, x.stand,
	x.claim_no, x.person_id
from (
	(select c.submitted_on, c.name, c.provider, c.claimed_fen,
		coalesce(c.approved_fen, c.claimed_fen - c.cut_fen) as left_fen, c.stand, c.claim_no, c.person_id, c.due
	from claim_now c where c.state in ('received', 'review') and coalesce($1::text, 'waits') in ('waits', 'to review', 'proposed',
			'appealed', 'received') and ($1::text is null or c.stand = $1
			or $1 = 'waits' and c.stand in ('to review', 'proposed', 'appealed'))
		and ($2::date is null or (c.submitted_on, c.claim_no, c.person_id) > ($2, $3, $4::int8))
	order by c.submitted_on, c.claim_no, c.person_id limit coalesce($5::int, 100))
	union all
	(select c.submitted_on, c.name, c.provider, c.claimed_fen,
		coalesce(c.approved_fen, c.claimed_fen - c.cut_fen) as left_fen, c.stand, c.claim_no, c.person_id, c.due
	from claim_now c where c.state = 'decided' and (c.is_changed or c.is_flagged or c.appeal <> '' or c.sample <> '') and $1 in ('waits', 'to review', 'proposed', 'appealed')
		and (c.stand = $1 or $1 = 'waits' and c.stand in ('to review', 'proposed', 'appealed'))
		and ($2::date is null or (c.submitted_on, c.claim_no, c.person_id) > ($2, $3, $4::int8))
	order by c.submitted_on, c.claim_no, c.person_id limit coalesce($5::int, 100))
	union all
	(select c.submitted_on, c.name, c.provider, c.claimed_fen,
		coalesce(c.approved_fen, c.claimed_fen - c.cut_fen) as left_fen, c.stand, c.claim_no, c.person_id, c.due
	from claim_now c where c.state not in ('received', 'review') and ($1::text is null or $1 not in ('waits', 'to review', 'proposed', 'appealed') and c.stand = $1)
		and ($2::date is null or (c.submitted_on, c.claim_no, c.person_id) > ($2, $3, $4::int8))
	order by c.submitted_on, c.claim_no, c.person_id limit coalesce($5::int, 100))) x
order by x.submitted_on, x.claim_no, x.person_id limit coalesce($5::int, 100);

-- Lines with a flag that nobody has cut come first: the eye and the keys begin there.
-- statement: review_lines
-- params: person_id int8, claim_no text
-- columns: mark text, nth int8, day date, item text, line_fen int8, cut_fen int8, say text, person_id int8, claim_no text, line_no int4
select case when f.say is not null and u.reason is null then '!' when u.reason is not null then 'h' else '' end, l.nth, l.day, l.item,
	l.line_fen, u.cut_fen, case when u.reason is not null then jsonb_build_array(coalesce(r.label, u.reason))::text else coalesce(f.say, '') end, l.person_id, l.claim_no, l.line_no
from claim_charged l left join claim_cut u using (person_id, claim_no, line_no) left join claim_code r using (reason)
left join lateral (select min(x.say) as say from claim_flags(l.person_id, l.claim_no) x where l.nth::text = any (x.lines)) f on true
where l.person_id = $1 and l.claim_no = claim_named($1, $2)
order by f.say is not null and u.reason is null desc, f.say is not null desc, l.nth limit 200;

-- statement: review_flags
-- params: person_id int8, claim_no text
-- columns: label text, lines text, say text
select coalesce(r.label, f.check_name), array_to_string(f.lines, ' '), f.say from claim_flags($1, claim_named($1, $2)) f
left join claim_reason r using (check_name) order by f.check_name limit 30;

-- statement: review_head
-- params: person_id int8, claim_no text
-- columns: name text, claim_no text, provider text, kind text, insurance text, diagnosis text, care text, claimed_fen int8, cut_fen int8, left_fen int8, stand text, why text, fund_fen int8, own_fen int8, sent_on date, paid_on date, person_id int8
select p.name, x.claim_no, x.provider, x.kind, x.insurance, x.diagnosis, concat_ws(' .. ', x.admitted, x.discharged),
	claim_fen($1, x.claim_no), coalesce(c.cut_fen, 0), case when c.claim_no is null then claim_fen($1, x.claim_no)
		else coalesce(c.approved_fen, claim_left($1, x.claim_no)) end, coalesce(c.stand, 'to review'),
	coalesce((select f.say from finding f where f.person_id = $1 and f.rule_id = c.rule_id and f.cause = c.cause), ''),
	c.fund_fen, c.own_fen, c.sent_on, c.paid_on, $1::int8
from (select l.claim_no, min(l.provider) as provider, min(l.kind) as kind, min(l.insurance) as insurance, min(l.diagnosis) as diagnosis,
		min(l.admitted) as admitted, max(l.discharged) as discharged from claim_charge l where l.person_id = $1 and l.claim_no = claim_named($1, $2)
	group by l.claim_no) x
join person p on p.person_id = $1 left join claim_now c on c.person_id = $1 and c.claim_no = x.claim_no limit 1;

-- statement: review_line
-- params: person_id int8, claim_no text, line_no int4
-- columns: item text, quantity numeric, line_fen int8, cut_fen int8
select l.item, l.quantity, l.line_fen, u.cut_fen from claim_charged l left join claim_cut u using (person_id, claim_no, line_no)
where l.person_id = $1 and l.claim_no = $2 and l.line_no = $3 limit 1;

-- The reason of the line's own flag is the first.
-- statement: review_reasons
-- params: person_id int8, claim_no text, line_no int4
-- columns: code text, label text
select r.reason, r.label from claim_code r left join lateral (select true as is_so from claim_reason k
	join claim_flags($1, $2) f using (check_name) join claim_charged l on l.person_id = $1 and l.claim_no = $2 and l.line_no = $3
	where k.reason = r.reason and (cardinality(f.lines) = 0 or l.nth::text = any (f.lines)) limit 1) x on true
order by x.is_so nulls last, r.place, r.reason limit 40;

-- statement: review_cut
-- params: person_id int8, claim_no text, line_no int4, reason text, amount int8
-- columns: n int8
select claim_cut_line($1, $2, $3, $4, $5) as n;

-- statement: review_uncut
-- params: person_id int8, claim_no text, line_no int4
-- columns: n int8
select claim_uncut_line($1, $2, $3) as n;

-- statement: review_accept
-- params: person_id int8, claim_no text
-- columns: state text
select claim_accept($1, $2) as state;

-- statement: review_appeal
-- params: person_id int8, claim_no text, say text
-- columns: claim_no text
select claim_appeal($1, $2, $3) as claim_no;

-- By his number, or ours.
-- statement: review_person
-- params: person text
-- columns: person_id int8
select person_id from person_ident where id_no = $1 union
select person_id from person where person_id::text = $1 order by 1 limit 1;

-- How often each check was right: of what was decided from a day on.
-- statement: review_precision
-- params: since date
-- columns: check_name text, label text, decided int8, confirmed int8, percent numeric
select a.check_name, coalesce(min(r.label), a.check_name), count(*), count(*) filter (where a.is_confirmed),
	round(100.0 * count(*) filter (where a.is_confirmed) / count(*), 1)
from claim_alert a left join claim_reason r using (check_name)
where a.decided_on >= coalesce($1::date, date_trunc('month', business_day())::date) group by a.check_name order by 3 desc, 1;

-- Claims of a person that are under way, on his page.
-- statement: review_mine
-- params: person_id int8
-- columns: mark text, submitted_on date, claim_no text, provider text, claimed_fen int8, left_fen int8, stand text, person_id int8
select case when c.stand in ('to review', 'appealed') then '!' else '' end, c.submitted_on, c.claim_no, c.provider, c.claimed_fen,
	coalesce(c.approved_fen, c.claimed_fen - c.cut_fen), c.stand, c.person_id
from claim_now c where c.person_id = $1 order by c.submitted_on desc, c.claim_no limit 30;
