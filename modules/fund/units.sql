-- Employers: who has insured persons, and whose number of them falls.

-- statement: units_all
-- params: shrinking bool
-- columns: mark text, unit_no text, unit text, newest int4, insured int4, before int4, change numeric, left_fen int8
select case when u.is_shrinking then '!' when not u.is_active then '-' else '' end, u.unit_no, u.unit, u.newest, u.insured, u.before,
	round(100.0 * (u.insured - u.before) / nullif(u.before, 0), 1), u.left_fen
from fund_unit u where $1::boolean is null or u.is_shrinking
order by u.is_shrinking desc, u.insured - u.before, u.unit_no limit 500;

-- statement: units_shrinking
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select 0::int8 as person_id, 0::int8 as subject_id, u.unit_no || ' ' || u.newest as cause,
	jsonb_build_array('%s: %s insured three months ago, %s in %s', u.unit, u.before::text, u.insured::text,
		period_text(u.newest))::text as say,
	due_on($1::date, c.days, c.working_days) as due, null::bigint as monthly_fen,
	jsonb_build_object('unit_no', u.unit_no, 'insured', u.insured, 'before', u.before) as inputs
from fund_unit u left join work_clock c on c.kind = 'unit_check' where u.is_shrinking;
