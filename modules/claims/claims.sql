-- The screens of the module claims.

-- The newest claims; "!" care after the death of the person.
-- statement: claims_newest
-- params:
-- columns: mark text, claim_no text, service_from date, service_to date, name text, amount_fen int8, provider text, person_id int8
select case when c.service_from > f.died_on then '!' else '' end, c.claim_no, c.service_from,
	c.service_to, p.name, c.amount_fen, c.provider, c.person_id
from (select * from claim order by service_from desc, person_id desc limit 200) c
join person p using (person_id)
left join person_fact f using (person_id)
order by c.service_from desc, c.person_id desc, c.claim_no limit 200;

-- statement: claims_person
-- params: person_id int8
-- columns: claim_no text, service_from date, service_to date, amount_fen int8, provider text, file text, line int8
select c.claim_no, c.service_from, c.service_to, c.amount_fen, c.provider,
	coalesce(b.file_name, ''), c.line
from claim c left join batch b using (batch_id)
where c.person_id = $1 order by c.service_from desc, c.claim_no limit 50;
