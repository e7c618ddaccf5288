-- What a certificate by signs of life does, and the screens of the module retirement.

-- statement: retirement_corrections
-- params: person_id int8
-- columns: day date, monthly_before int8, monthly_after int8, months int4, arrears_fen int8, approver name
select office_time(at)::date, monthly_before, monthly_after, months, arrears_fen, approver from correction
where person_id = $1 order by at desc limit 20;

-- The cause is the day up to which signs of life reach: the certificate is of that day.
-- statement: retirement_certify
-- params:
insert into certification (person_id, certified_on, channel, region_code, basis, batch_id, line)
select person_id, cause::date, coalesce((select min(e.source) from evidence e where e.person_id = f.person_id
	and e.seen_on = f.cause::date and e.source in ('counter', 'face', 'visit')), 'data'), region_code, say, 0, 0
from found_auto f
order by person_id on conflict do nothing;

-- statement: retirement_uncertify
-- params:
delete from certification c using found_auto f
where c.person_id = f.person_id and c.certified_on = f.cause::date and c.channel in ('data', 'counter', 'face', 'visit')
	and c.batch_id = 0;

-- Whose certificate has run out, by the clock of the task; "!" past it.
-- statement: retirement_overdue
-- params:
-- columns: mark text, due date, name text, region text, certified_on date, pension_fen int8, state text, person_id int8, rule_id text, cause text
select case when t.due < business_day() then '!' else '' end, t.due, p.name,
	coalesce(g.name, t.region_code::text), f.certified_on, f.pension_fen, t.state,
	t.person_id, t.rule_id, t.cause
from (values ('open'), ('proposed')) s (state)
cross join lateral (select * from task k
	where k.state = s.state and k.rule_id = 'retirement.certification_overdue'
	order by k.due, k.priority, k.person_id limit 200) t
join person p using (person_id)
left join person_fact f using (person_id)
left join region g on g.region_code = t.region_code
order by t.due, t.priority, t.person_id limit 200;

-- statement: retirement_certificates
-- params: person_id int8
-- columns: day date, channel text, basis text, file text, line int8
select c.certified_on, c.channel, c.basis, coalesce(b.file_name, ''), c.line
from certification c left join batch b using (batch_id)
where c.person_id = $1 order by c.certified_on desc, c.channel limit 12;
