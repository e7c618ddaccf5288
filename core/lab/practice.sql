-- Who comes to the counter of somebody who practises: persons whose number ends as no other's.
-- statement: practice_persons
-- params:
-- columns: who text, person_id int8
with ends as (select right(id_no, 4) as four, min(person_id) as person_id from person_ident group by 1 having count(*) = 1)
select p.name || ' ' || e.four, p.person_id from ends e join person p using (person_id) join person_fact f using (person_id)
where f.died_on is null order by md5(p.person_id::text || business_day()) limit 20;
