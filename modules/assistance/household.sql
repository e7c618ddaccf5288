-- A household as a page: what is told of it, who belongs to it, the facts that rules read, its tasks and its members'.

-- statement: household_head
-- params: household_id int8
-- columns: household_no text, head text, region text, members int8, income_fen int8, unknown int8, told date, file text, line int8
select h.household_no, coalesce(p.name, ''), coalesce(r.name, h.region_code::text), coalesce(m.n, 0), m.fen, coalesce(m.unknown, 0),
	b.business_day, coalesce(b.file_name, ''), h.line
from household h left join person p using (person_id) left join region r on r.region_code = h.region_code
left join batch b on b.batch_id = h.batch_id
cross join lateral (select count(*) as n, sum(m.income_fen)::bigint as fen, count(*) filter (where m.income_fen is null) as unknown
	from household_member m join person using (person_id) where m.household_no = h.household_no and m.from_day <= business_day()
	and (m.to_day is null or m.to_day >= business_day())) m
where h.household_id = $1;

-- statement: household_members
-- params: household_id int8
-- columns: mark text, role text, name text, birth_date date, income_fen int8, from_day date, to_day date, region text, person_id int8
select case when m.to_day < business_day() or m.from_day > business_day() then '-' when d.person_id is not null then '!' else '' end,
	m.role, p.name, p.birth_date, m.income_fen, m.from_day, m.to_day, coalesce(r.name, p.region_code::text), m.person_id
from household h join household_member m using (household_no) join person p on p.person_id = m.person_id
left join region r on r.region_code = p.region_code
left join (select distinct person_id from death_told) d on d.person_id = m.person_id
where h.household_id = $1
order by coalesce(m.to_day < business_day(), false), m.role <> 'head', p.birth_date, m.person_id limit 100;

-- The facts that a rule reaches by role, as the last judge left them, of whom one may see.
-- statement: household_facts
-- params: household_id int8
-- columns: role text, name text, fact text, value text
select m.role, p.name, x.key, x.value
from household h join household_member m using (household_no) join person p on p.person_id = m.person_id
join person_fact f on f.person_id = m.person_id
cross join lateral jsonb_each_text(jsonb_strip_nulls(jsonb_build_object('birth_date', p.birth_date, 'sex', p.sex, 'income_fen',
	m.income_fen, 'pension_status', f.pension_status, 'pension_fen', f.pension_fen, 'pension_from', f.pension_from, 'died_on',
	f.died_on, 'custody_kind', f.custody_kind, 'income_kind', f.income_kind, 'disability_level', f.disability_level))) x
where h.household_id = $1 and m.from_day <= business_day() and (m.to_day is null or m.to_day >= business_day())
order by m.role <> 'head', p.birth_date, m.person_id, x.key limit 400;

-- What is found about the household itself first, then the work about whoever belongs to it.
-- statement: household_tasks
-- params: household_id int8
-- columns: mark text, name text, title text, state text, due date, say text, monthly_fen int8, person_id int8, rule_id text, cause text
select case when t.due < business_day() and s.kind <> 'final' then '!' else '' end, p.name, coalesce(k.title, t.task_type), t.state,
	t.due, coalesce(f.say, ''), f.monthly_fen, t.person_id, t.rule_id, t.cause
from (select h.household_id, h.person_id from household h where h.household_id = $1
	union select h.household_id, m.person_id from household h join household_member m using (household_no) where h.household_id = $1) w
join task t on t.person_id = w.person_id and (t.subject = 'household' and t.subject_id = w.household_id
	or t.subject <> 'household' and t.state in (select state from task_state where kind <> 'final'))
join person p on p.person_id = t.person_id left join task_state s on s.state = t.state
left join task_type k on k.task_type = t.task_type
left join finding f on f.person_id = t.person_id and f.rule_id = t.rule_id and f.cause = t.cause
order by t.subject <> 'household', coalesce(s.kind = 'final', true), t.due, t.rule_id, t.cause limit 100;

-- The households that a person belongs to, and those that he is asked about.
-- statement: household_of
-- params: person_id int8
-- columns: mark text, household_no text, role text, income_fen int8, from_day date, to_day date, household_id int8
select case when m.to_day < business_day() then '-' else '' end, h.household_no, coalesce(m.role, ''), m.income_fen, m.from_day, m.to_day,
	h.household_id
from (select household_no from household_member where person_id = $1 union select household_no from household where person_id = $1) w
join household h using (household_no) left join household_member m on m.household_no = w.household_no and m.person_id = $1
order by coalesce(m.to_day < business_day(), false), m.from_day desc nulls last, h.household_no limit 20;
