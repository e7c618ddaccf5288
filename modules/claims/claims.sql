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

-- All of a person's lines as the calculation claims.audit takes them, claim by claim; days count from 2000-01-01.
-- statement: claims_asked
-- params:
-- columns: person_id int8, place text, sex text, birth text, died text, claims text
select c.person_id, '' as place, p.sex, p.birth_date::text as birth, coalesce(d.died_on::text, '') as died,
	json_agg(json_build_array(c.claim_no, c.kind, c.provider, c.tier, c.admitted - date '2000-01-01',
		c.discharged - date '2000-01-01', c.insurance, c.diagnosis, c.lines) order by c.claim_no)::text as claims
from (select person_id, claim_no, min(kind) as kind, min(provider) as provider, min(tier) as tier, min(admitted) as admitted,
		min(discharged) as discharged, min(insurance) as insurance, min(diagnosis) as diagnosis,
		json_agg(json_build_array(day - date '2000-01-01', item, code, quantity, price_fen,
			(extract(epoch from at) / 60)::int) order by line_no) as lines
	from claim_charge {scope} group by person_id, claim_no) c
join person p using (person_id) left join death_told d using (person_id)
group by c.person_id, p.sex, p.birth_date, d.died_on;

-- What the audit has said, check by check; who could not be audited keeps what was found before.
-- statement: claims_flags
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select a.person_id, 0::bigint as subject_id, f[3] as cause, f[5] as say, null::date as due, null::bigint as monthly_fen,
	jsonb_build_object('claim_no', f[3], 'lines', f[4]) as inputs
from asked a {scope} cross join lateral regexp_split_to_table(a.answer, E'\n') l cross join lateral string_to_array(l, E'\t') f
where a.calculation = 'claims.audit' and '{rule}' = 'claims.audit_' || f[1] and $1::date is not null
union all
select k.person_id, k.subject_id, k.cause, k.say, k.due, k.monthly_fen, k.inputs::jsonb from finding k
where k.rule_id = '{rule}' and k.person_id in (select person_id from asked where calculation = 'claims.audit' and answer is null);
