-- What staff see of claims for unemployment benefit, and the steps they take.

-- statement: jobless_apply
-- params: person_id int8, lost date, registered date, involuntary bool, seeking bool, channel text
-- columns: claim text
select jobless_apply($1, $2, $3, $4, $5, $6) as claim;

-- The counter's form.
-- statement: jobless_apply_form
-- params: person_id int8, lost date, registered date, involuntary bool, seeking bool
-- columns: claim text
select jobless_apply($1, $2, $3, $4, $5, 'counter') as claim;

-- statement: jobless_withdraw
-- params: person_id int8
-- columns: claim text
select jobless_withdraw($1) as claim;

-- statement: jobless_head
-- params: person_id int8
-- columns: name text, id_no text, status text, months_paid int4, carried_months int4, bar text
select p.name, coalesce((select min(i.id_no) from person_ident i where i.person_id = p.person_id), ''), coalesce(f.status, ''), m.paid,
	m.carried, jobless_bar(p.person_id)
from person p left join person_fact f using (person_id) cross join lateral jobless_months(p.person_id) m where p.person_id = $1 limit 1;

-- Claims of a person, or all that wait.  The first row of a person says since when the register has him out of work.
-- statement: jobless_claims
-- params: person_id int8
-- columns: applied_on date, name text, claim_no int4, state text, lost_on date, from_month date, months int4, monthly_fen int8, due date, say text, person_id int8
select c.applied_on, p.name, c.claim_no, c.state, c.lost_on, c.from_month, c.months, coalesce((select b.monthly_fen from benefit b
		where (b.person_id, b.scheme, b.kind, b.valid_from) = (c.person_id, 'unemployment', 'unemployment', c.from_month)), f.monthly_fen),
	case when c.state = 'open' then t.due end, coalesce(f.say, ''), c.person_id
from jobless_claim c join person p using (person_id)
left join task t on t.person_id = c.person_id and t.rule_id = 'employment.benefit' and t.cause = c.claim_no::text
left join finding f on f.person_id = c.person_id and f.rule_id = 'employment.benefit' and f.cause = c.claim_no::text
where case when $1::bigint is null then c.state = 'open' else c.person_id = $1 end
order by c.applied_on desc, c.person_id, c.claim_no desc limit 200;

-- What the form is opened with, for whom a claim can be.
-- statement: jobless_since
-- params: person_id int8
-- columns: since date, status text, person_id int8
select f.unemployed_since, f.status, f.person_id from person_fact f where f.person_id = $1 and f.died_on is null
	and (f.status in ('unemployed', 'contributing', 'lapsed') or exists (select from jobless_claim c where c.person_id = $1)) limit 1;
