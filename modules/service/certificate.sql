-- Certificates of the counter.

-- statement: service_certify
-- params: person_id int8, kind text
-- columns: paper text
select service_certify($1, $2) as paper;

-- statement: service_has_code
-- params: code text
-- columns: code text
select c.code from service_certificate c where c.code = upper($1) limit 1;

-- statement: service_verify
-- params: code text
-- columns: code text, state text, kind text, name text, issued_on date, was text, now text
select c.code, case when service_stands(c.facts, n.facts) then 'stands' else 'outdated' end, c.kind, c.facts ->> 'name', c.issued_on,
	service_fact_says(c.kind, c.facts), service_fact_says(c.kind, n.facts)
from service_certificate c cross join lateral (select service_facts(c.person_id, c.kind) as facts) n
where c.code = upper($1) limit 1;
