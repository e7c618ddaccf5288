-- What is paid: worked out, written to a file, told back; and providers beside their like.

-- statement: settle_unworked
-- params: month text, n int8
-- columns: rows text
select claim_unworked(to_date($1, 'YYYY-MM'), $2) as rows;

-- statement: settle_worked
-- params: rows text
-- columns: n int8
select claim_worked($1) as n;

-- statement: settle_again
-- params:
-- columns: n int8
select claim_again() as n;

-- statement: settle_unserious
-- params: n int8
-- columns: rows text
select claim_unserious($1) as rows;

-- statement: settle_serious
-- params: rows text
-- columns: n int8
select claim_serious($1) as n;

-- statement: settle_one
-- params: person_id int8, claim_no text
-- columns: row text
select fields as row from claim_question where person_id = $1 and claim_no = $2 limit 1;

-- statement: settle_sum
-- params: month text
-- columns: provider text, claims int8, claimed_fen int8, approved_fen int8, fund_fen int8, serious_fen int8, due_fen int8, unknown int8
select c.provider, count(*), sum(c.claimed_fen)::int8, sum(c.approved_fen)::int8, coalesce(sum(c.fund_fen), 0)::int8, coalesce(sum(c.serious_fen), 0)::int8,
	coalesce(sum(c.fund_fen + c.serious_fen - c.sent_fen), 0)::int8, count(*) filter (where c.fund_fen is null)
from claim_case c where c.state = 'decided' and c.decided_on < (to_date($1, 'YYYY-MM') + interval '1 month')::date
	and (c.decided_on >= to_date($1, 'YYYY-MM') or c.fund_fen + c.serious_fen is distinct from c.sent_fen or c.sent_month = to_char(to_date($1, 'YYYY-MM'), 'YYYYMM')::int)
group by c.provider order by c.provider;

-- statement: settle_why_not
-- params: month text
-- columns: claim_no text, provider text, approved_fen int8, why text
select c.claim_no, c.provider, c.approved_fen, c.why_not from claim_case c where c.state = 'decided' and c.why_not <> ''
	and c.decided_on < (to_date($1, 'YYYY-MM') + interval '1 month')::date order by c.provider, c.claim_no limit 200;

-- statement: settle_file
-- params: month text, provider text
-- columns: text text
select claim_file(to_date($1, 'YYYY-MM'), $2) as text;

-- statement: settle_sent
-- params: month text, provider text, text text
-- columns: said text
select claim_sent(to_date($1, 'YYYY-MM'), $2, $3) as said;

-- A payment of a claim that nobody knows is kept, to be asked about.
-- statement: settle_unknown
-- params: batch_id int8
insert into claim_case (person_id, claim_no, region_code, provider, kind, tier, insurance, diagnosis, service_on, submitted_on,
	claimed_fen, digest, state)
select s.person_id, s.claim_no, min(s.region_code), '', '', '', '', '', min(s.ordered_on), min(s.ordered_on), 0::bigint, '', 'unknown'
from stage s where not exists (select from claim_case c where c.person_id = s.person_id and c.claim_no = s.claim_no) and $1::int8 is not null
group by s.person_id, s.claim_no on conflict do nothing;

-- What is paid of a claim by all its orders, of each the newest word.
-- statement: settle_paid
-- params: batch_id int8
update claim_case c set paid_fen = x.paid_fen, paid_on = x.paid_on
from (select p.person_id, p.claim_no, least(999999999999, sum(p.paid_fen))::bigint as paid_fen, min(p.ordered_on) as paid_on
	from claim_payment p where (p.person_id, p.claim_no) in (select person_id, claim_no from stage) group by 1, 2) x
where c.person_id = x.person_id and c.claim_no = x.claim_no and $1::int8 is not null;

-- statement: settle_differs
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select d.person_id, 0::int8 as subject_id, d.cause, d.say, null::date as due, null::int8 as monthly_fen, '{}'::jsonb as inputs
from claim_differs d where $1::date is not null;

-- statement: settle_providers
-- params:
-- columns: mark text, provider text, tier text, claims int8, persons int8, ratio numeric, return_percent numeric, visits numeric, beyond int4, claimed_fen int8
select case when v.beyond > 1 then '!' when v.beyond = 1 then '*' else '' end, v.provider, v.tier, v.claims, v.persons, v.ratio,
	v.return_percent, v.visits, v.beyond, v.claimed_fen
from claim_provider v order by v.beyond desc, v.ratio desc, v.provider limit 500;

-- statement: settle_outliers
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select 0::int8 as person_id, 0::int8 as subject_id, left(v.provider, 80) || ' ' || to_char(business_day(), 'YYYY"Q"Q') as cause,
	claim_provider_say(v) as say, null::date as due, null::int8 as monthly_fen, '{}'::jsonb as inputs
from claim_provider v where v.beyond > 1 and $1::date is not null;

-- The evidence pack: every claim of the quarter that costs more than its like, was flagged or comes back, line by line.
-- statement: settle_evidence
-- params: provider text
-- columns: claim_no text, id_no text, name text, admitted date, discharged date, diagnosis text, line_no int4, day date, item text, line_fen int8, cut_fen int8, reason text, claimed_fen int8, like_fen int8, back_on date, flags text, file text, line int8
select c.claim_no, (select min(i.id_no) from person_ident i where i.person_id = c.person_id and not i.is_former), p.name, c.admitted,
	c.discharged, c.diagnosis, l.line_no, l.day, l.item, l.line_fen, u.cut_fen, coalesce(u.reason, ''), c.claimed_fen,
	round(v.like_fen)::int8, s.next_on, coalesce(f.flags, ''), coalesce(b.file_name, ''), l.line
from claim_peer v join claim_case c using (person_id, claim_no) join person p using (person_id) join claim_charged l using (person_id, claim_no)
left join claim_cut u using (person_id, claim_no, line_no) left join batch b on b.batch_id = l.batch_id
left join claim_stay s on s.person_id = c.person_id and s.claim_no = c.claim_no and s.is_back
left join lateral (select string_agg(x.check_name, ' ' order by x.check_name) as flags from claim_flags(c.person_id, c.claim_no) x) f on true
where v.provider = $1 and (c.claimed_fen > v.like_fen or s.next_on is not null or f.flags is not null)
order by c.claim_no, c.person_id, l.line_no;

-- The same as a letter: its numbers as a sentence, then a line a claim, the dearest beside its like first.
-- statement: settle_letter
-- params: provider text
-- columns: text text
select claim_provider_say(v) || E'\n' || sha256_text(concat_ws('|', v.provider, business_day(), v.claims, v.claimed_fen, v.like_fen)) || E'\n'
	|| business_day() || coalesce((select string_agg(E'\n' || concat_ws('  ', c.claim_no, p.name, yuan_text(c.claimed_fen),
		'(' || yuan_text(round(c.like_fen)::int8) || ')'), '' order by c.claimed_fen - c.like_fen desc, c.claim_no)
	from (select * from claim_peer k where k.provider = v.provider and k.claimed_fen > k.like_fen
		order by k.claimed_fen - k.like_fen desc, k.claim_no limit 400) c join person p using (person_id)), '') as text
from claim_provider v where v.provider = $1 limit 1;
