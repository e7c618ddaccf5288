-- Employers: who has insured persons, and whose number of them falls.

-- statement: units_all
-- params: shrinking bool
-- columns: mark text, unit_no text, unit text, newest int4, insured int4, before int4, change numeric, left_fen int8
select case when u.is_shrinking then '!' when not u.is_active then '-' else '' end, u.unit_no, u.unit, u.newest, u.insured, u.before,
	round(100.0 * (u.insured - u.before) / nullif(u.before, 0), 1), u.left_fen
from fund_unit u where $1::boolean is null or u.is_shrinking
order by u.is_shrinking desc, u.insured - u.before, u.unit_no limit 500;
