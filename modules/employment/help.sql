-- What staff see of difficulty in finding work and of subsidies, and the steps they take.

-- statement: help_apply
-- params: person_id int8, registered date, family text, disability text, hukou text, officer bool, service int4, channel text
-- columns: claim text
select difficulty_apply($1, $2, $3, $4, $5, $6, $7, $8) as claim;

-- The counter's form.
-- statement: help_apply_form
-- params: person_id int8, family text, disability text, officer bool, registered date
-- columns: claim text
select difficulty_apply($1, $5, $2, $3, 'local', $4, null, 'counter') as claim;

-- statement: help_withdraw
-- params: person_id int8
-- columns: claim text
select difficulty_withdraw($1) as claim;

-- statement: help_head
-- params: person_id int8
-- columns: name text, id_no text, since date, bar text
select p.name, coalesce((select min(i.id_no) from person_ident i where i.person_id = p.person_id), ''), f.unemployed_since,
	coalesce(help_bar(p.person_id), '')
from person p left join person_fact f using (person_id) where p.person_id = $1 limit 1;

-- statement: help_families
-- params:
-- columns: code text, label text
select code, label from (values (2, 'zero_employment', 'nobody of the family has work'),
	(3, 'low_income', 'family of low income'), (4, 'zero_employment+low_income', 'both of them'),
	(5, 'land_requisitioned', 'land was requisitioned'), (6, 'released', 'released, or in rehabilitation')) x (sort, code, label)
order by sort;

-- statement: help_disabilities
-- params:
-- columns: code text, label text
select code, label from (values (2, 'mild', 'mild disability'), (3, 'moderate', 'moderate disability'),
	(4, 'severe', 'severe disability')) x (sort, code, label) order by sort;

-- Of a person all there was, else who is counted or asks.
-- statement: help_difficulties
-- params: person_id int8
-- columns: applied_on date, name text, state text, helper text, review_on date, measured_on date, say text, person_id int8
select d.applied_on, p.name, d.state, coalesce(d.helper::text, ''), d.review_on, n.measured_on, coalesce(f.say, ''), d.person_id
from difficulty d join person p using (person_id)
left join difficulty_now n on n.person_id = d.person_id and n.claim_no = d.claim_no
left join finding f on f.person_id = d.person_id and f.rule_id = 'employment.difficulty_claim' and f.cause = d.claim_no::text
where case when $1::bigint is null then d.state in ('open', 'granted') else d.person_id = $1 end
order by d.review_on nulls first, d.applied_on desc, d.person_id limit 500;

-- Looked at anew when its day has come, or when work was paid for.
-- statement: help_reviews
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select d.person_id, 0::int8 as subject_id, d.claim_no || ' ' || x.cause as cause, x.say, due_on(x.day, c.days, c.working_days) as due,
	null::bigint as monthly_fen, '{}'::jsonb as inputs
from difficulty d {scope} left join work_clock c on c.kind = 'difficulty_review'
cross join lateral (
	select d.review_on::text as cause, d.review_on as day,
		jsonb_build_array('difficulty in finding work is to be looked at anew since %s', d.review_on::text)::text as say
	where d.review_on <= $1::date
	union all
	select 'work', $1::date, jsonb_build_array('a month was paid for %s: is it still hard to find work', min(k.period)::text)::text
	from contribution k where k.person_id = d.person_id and k.period > to_char(d.decided_on, 'YYYYMM')::int having count(*) > 0) x
where d.state = 'granted';

-- statement: help_measure
-- params: person_id int8, kind text, note text
-- columns: rows int8
select help_note($1, $2, $3) as rows;

-- statement: help_measure_drop
-- params: person_id int8, kind text
-- columns: rows int8
select help_drop($1, $2) as rows;

-- statement: help_measures
-- params: person_id int8
-- columns: measured_on date, kind text, note text, who text
select measured_on, kind, note, who::text from help_measure where person_id = $1
union all select from_day, 'training', course, outcome from training where person_id = $1
order by measured_on desc, kind limit 20;

-- statement: help_subsidy
-- params: person_id int8, kind text, month date, paid text, occupation text, level int4, issued date, scarce bool, class text, training bool, channel text
-- columns: claim text
select subsidy_apply($1, $2, $3, (case when $4 ~ '^[0-9]{1,9}([.][0-9]{1,2})?$' then $4::numeric * 100 end)::bigint, $5, $6, $7, $8, $9, $10, $11) as claim;

-- statement: help_hire
-- params: person_id int8, month date, paid text, unit_no text, unit text, account text, channel text
-- columns: claim text
select hire_apply($1, $2, (case when $3 ~ '^[0-9]{1,9}([.][0-9]{1,2})?$' then $3::numeric * 100 end)::bigint, $4, $5, $6, $7) as claim;

-- statement: help_staff
-- params: person_id int8, certificate text, occupation text, level int4, issued date, unit_no text, unit text, account text, channel text
-- columns: claim text
select staff_apply($1, $2, $3, $4, $5, $6, $7, $8, $9) as claim;

-- The counter's forms: what a person asks for, and what an employer asks for because of a person.
-- statement: help_subsidy_form
-- params: person_id int8, kind text, month date, paid int8, occupation text, level int4, issued date, scarce bool, class text, training bool
-- columns: claim text
select subsidy_apply($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'counter') as claim;

-- statement: help_employer_form
-- params: person_id int8, kind text, unit_no text, unit text, account text, month date, paid int8, certificate text, occupation text, level int4, issued date
-- columns: claim text
select case $2 when 'hire' then hire_apply($1, date_trunc('month', $6::date)::date, $7, $3, $4, $5, 'counter')
	else staff_apply($1, $8, $9, $10, $11, $3, $4, $5, 'counter') end as claim;

-- statement: help_own_kinds
-- params:
-- columns: code text, label text
select code, label from (values (1, 'flexible', 'contributions of flexible work'), (2, 'skill', 'a certificate of a skill'),
	(3, 'training', 'a course that was attended')) x (sort, code, label) order by sort;

-- statement: help_employer_kinds
-- params:
-- columns: code text, label text
select code, label from (values (1, 'hire', 'a person that it has taken on'), (2, 'staff', 'a person that it has trained')) x (sort, code, label)
order by sort;

-- Subsidies of persons, or of employers, that were not due for their month by what is known now.
-- statement: help_back
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select w.person_id, 0::int8 as subject_id, w.claim_no::text as cause, w.say, due_on($1::date, c.days, c.working_days) as due,
	-w.amount_fen as monthly_fen, '{}'::jsonb as inputs
from subsidy_wrong w {scope} left join work_clock c on c.kind = 'subsidy_back' where w.kind = 'flexible';

-- statement: help_hire_back
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select w.person_id, 0::int8 as subject_id, w.claim_no::text as cause, w.say, due_on($1::date, c.days, c.working_days) as due,
	-w.amount_fen as monthly_fen, '{}'::jsonb as inputs
from subsidy_wrong w {scope} left join work_clock c on c.kind = 'hire_back' where w.kind <> 'flexible';

-- statement: help_subsidy_withdraw
-- params: person_id int8
-- columns: claim text
select subsidy_withdraw($1) as claim;

-- statement: help_subsidies
-- params: person_id int8
-- columns: applied_on date, name text, kind text, state text, amount_fen int8, say text, person_id int8
select s.applied_on, p.name, 'subsidy_' || s.kind, s.state, coalesce(s.amount_fen, f.monthly_fen), coalesce(f.say, ''), s.person_id
from subsidy s join person p using (person_id)
left join finding f on f.person_id = s.person_id and f.rule_id = 'employment.subsidy' and f.cause = s.claim_no::text
where case when $1::bigint is null then s.state = 'open' else s.person_id = $1 end
order by s.applied_on desc, s.person_id, s.claim_no desc limit 500;
