-- Claims that change their person, and the screens of the module claims.

-- A claim of one person that a file tells of another waits for a clerk, as the whole row it was.
-- statement: claims_elsewhere
-- params: batch_id int8
with said as (
	select line, person_id, claim_no, first_value(person_id) over (partition by claim_no order by line) as whose
	from stage where current_setting('steward.overrule', true) is distinct from 'on'
), bad as (
	select s.line, coalesce(c.person_id, s.whose) as other from said s left join lateral (select k.person_id from claim k
		where k.claim_no = s.claim_no order by k.person_id = s.person_id desc limit 1) c on true
	where coalesce(c.person_id, s.whose) <> s.person_id
), waits as (
	delete from stage x using bad where x.line = bad.line
	returning x.line, x.person_id, x.region_code, x.claim_no, bad.other, to_jsonb(x) as body,
		row_sha('claim', to_jsonb(x)) as sha
), known as (
	insert into told (line, said) select line, 'same' from waits w
	where exists (select from staged_row r where r.sha = w.sha and r.state <> 'applied') returning line
)
insert into staged_row (person_id, batch_id, line, region_code, kind, why, say, about, body, sha)
select w.person_id, $1, w.line, w.region_code, 'contradiction', 'claim_no',
	jsonb_build_array('%s file: %s is %s, the file says %s', 'claim', w.claim_no, o.name, p.name),
	jsonb_build_object('column', 'claim_no', 'known', o.name, 'told', p.name), w.body, w.sha
from waits w join person p on p.person_id = w.person_id left join person o on o.person_id = w.other
where w.line not in (select line from known);

-- A clerk has agreed: the claim is this person's, and no other's.
-- statement: claims_moved
-- params: batch_id int8
with moving as (
	select c.person_id, c.region_code, c.batch_id, c.line, to_jsonb(c) as body, s.line as by_line
	from claim c join stage s on c.claim_no = s.claim_no and c.person_id <> s.person_id
	where current_setting('steward.overrule', true) = 'on'
), kept as (
	insert into earlier_row (person_id, region_code, kept_in, body, batch_id, line, by_batch, by_line)
	select person_id, region_code, 'claim', body, batch_id, line, $1, by_line from moving on conflict do nothing
), touch as (
	insert into touched (person_id, batch_id, region_code)
	select distinct person_id, $1, region_code from moving on conflict do nothing
)
update claim c set person_id = s.person_id, region_code = s.region_code, batch_id = $1, line = s.line
from stage s, moving m where c.claim_no = s.claim_no and c.person_id = m.person_id and m.by_line = s.line;

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
