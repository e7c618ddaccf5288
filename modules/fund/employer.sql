-- Employers as what rules judge: what a file tells of them, and one as a page.

-- The area and the name are those of the newest month told, however late an older one comes.
-- statement: employer_told
-- params: batch_id int8
with n as (select distinct on (unit_no) unit_no, unit, nullif(region::text, '')::int as region_code, period, line from stage
	order by unit_no, period desc, line desc),
known as (update employer e set unit = n.unit, region_code = coalesce(n.region_code, e.region_code), batch_id = $1, line = n.line
	from n where n.unit_no = e.unit_no
		and not exists (select from fund_levy l where l.unit_no = n.unit_no and l.period > n.period))
insert into employer (unit_no, region_code, unit, batch_id, line)
select n.unit_no, coalesce(n.region_code, 0), n.unit, $1, n.line from n
where not exists (select from employer e where e.unit_no = n.unit_no);

-- statement: employer_touch
-- params: batch_id int8
insert into touched (person_id, subject, subject_id, batch_id, region_code)
select distinct 0, 'employer', e.employer_id, $1::bigint, e.region_code from stage s join employer e using (unit_no) on conflict do nothing;

-- statement: employer_head
-- params: employer_id int8
-- columns: unit_no text, unit text, region text, insured int4, before int4, insured_on date, owed_fen int8, owed_from date, told date, file text, line int8
select e.unit_no, e.unit, coalesce(r.name, nullif(e.region_code, 0)::text, ''), f.insured, f.insured_before, f.insured_on, f.owed_fen,
	f.owed_from, b.business_day, coalesce(b.file_name, ''), e.line
from employer e left join employer_fact f using (employer_id) left join region r on r.region_code = e.region_code
left join batch b on b.batch_id = e.batch_id where e.employer_id = $1;

-- statement: employer_months
-- params: employer_id int8
-- columns: mark text, period int4, scheme text, insured int4, assessed_fen int8, paid_fen int8, left_fen int8
select case when l.left_fen > 0 and l.months > 0 then '!' else '' end, l.period, l.scheme, l.insured, l.assessed_fen, l.paid_fen, l.left_fen
from employer e join fund_levy_now l using (unit_no) where e.employer_id = $1 order by l.period desc, l.scheme limit 100;

-- statement: employer_tasks
-- params: employer_id int8
-- columns: mark text, title text, state text, due date, say text, person_id int8, rule_id text, cause text
select case when t.due < business_day() and s.kind <> 'final' then '!' else '' end, coalesce(k.title, t.task_type), t.state, t.due,
	coalesce(f.say, ''), t.person_id, t.rule_id, t.cause
from task t left join task_state s on s.state = t.state left join task_type k on k.task_type = t.task_type
left join finding f on f.person_id = t.person_id and f.rule_id = t.rule_id and f.cause = t.cause
where t.person_id = 0 and t.subject = 'employer' and t.subject_id = $1
order by coalesce(s.kind = 'final', true), t.due, t.rule_id, t.cause limit 100;
