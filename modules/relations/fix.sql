-- What staff see of corrections, double accounts and refunds, and the steps they take.

-- statement: fix_correct
-- params: person_id int8, from date, to date, base int8, document text, account int8
-- columns: fix text
select relation_correct($1, $2, $3, $4, $5, $6) as fix;

-- statement: fix_drop
-- params: person_id int8, why text
-- columns: fix text
select relation_drop($1, $2) as fix;

-- statement: fix_signed
-- params: yuan text
-- columns: fen text
select case when $1 ~ '^-' then -relation_fen(substr($1, 2)) else relation_fen($1) end::text as fen;

-- Corrections of a person, or all that wait.
-- statement: fix_list
-- params: person_id int8
-- columns: told_on date, name text, fix_no int4, state text, document text, months int8, account_fen int8, person_id int8
select f.told_on, p.name, f.fix_no, case f.state when 'open' then 'to decide' else f.state end, f.document,
	(select count(*) from relation_fix_month m where m.person_id = f.person_id and m.fix_no = f.fix_no), f.account_fen, f.person_id
from relation_fix f join person p using (person_id)
where case when $1::bigint is null then f.state = 'open' else f.person_id = $1 end order by f.told_on desc, f.person_id, f.fix_no desc limit 500;

-- statement: fix_rows
-- params: person_id int8, rule_id text, cause text
-- columns: period int4, before_fen int8, base_fen int8
select r.period, r.before_fen, r.base_fen from relation_fix_shown($1, $2, $3) r order by r.period limit 600;

-- statement: fix_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select f.person_id, 0::int8 as subject_id, f.fix_no::text as cause, relation_fix_say(f) as say,
	due_on(f.told_on, coalesce(c.days, 20), c.working_days) as due, null::int8 as monthly_fen, '{}'::jsonb as inputs
from relation_fix f {scope} left join work_clock c on c.kind = 'relation_fix' where f.state = 'open' and $1::date is not null;

-- statement: fix_excess
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select x.person_id, 0::int8 as subject_id, x.cause, x.say, due_on($1::date, c.days, c.working_days) as due, x.fen as monthly_fen,
	'{}'::jsonb as inputs
from relation_excess x {scope} left join work_clock c on c.kind = 'relation_refund' where x.what = '{rule}' and x.fen > 0;

-- Where somebody is insured, too, and what goes back.
-- statement: fix_doubles
-- params: person_id int8
-- columns: name text, office text, from_period int4, to_period int4, state text, fen int8, person_id int8
select p.name, d.office, d.from_period, d.to_period, case when x.fen > 0 then 'to decide' when d.state = 'cleared' then 'cleared'
	when exists (select from contribution c where c.person_id = d.person_id and c.scheme = 'double' and c.period between d.from_period
		and d.to_period) then 'counts there' else 'no month is double' end, x.fen, d.person_id
from relation_double d join person p using (person_id) left join relation_excess x on x.person_id = d.person_id and x.what = 'relations.double'
	and x.cause like d.place || ' ' || d.from_period || ' %'
where $1::bigint is null and x.fen > 0 or d.person_id = $1 order by d.person_id, d.from_period limit 500;
