-- Work that is offered and sought: what the feeds take in, and what screens and verbs show.

-- A vacancy told anew is the same one; nobody's row, so it is kept here.
-- statement: jobs_vacancies_take
-- params: batch_id int8
with n as (select distinct on (s.vacancy_no) s.vacancy_no, s.place::int as region_code, s.unit_no, s.unit, s.occupation,
		array(select distinct lower(x) from unnest(s.skill) x order by 1) as skill, s.posts::int as posts, s.pay as pay_fen,
		s.posted_on, s.expires_on, $1::bigint as batch_id, s.line from stage s order by s.vacancy_no, s.line desc),
o as (select n.line, (v.region_code, v.unit_no, v.unit, v.occupation, v.skill, v.posts, v.pay_fen, v.posted_on, v.expires_on)
		= (n.region_code, n.unit_no, n.unit, n.occupation, n.skill, n.posts, n.pay_fen, n.posted_on, n.expires_on) as is_same
	from n join vacancy v using (vacancy_no)),
t as (insert into told (line, said) select line, case when is_same then 'same' else 'corrected' end from o)
insert into vacancy (vacancy_no, region_code, unit_no, unit, occupation, skill, posts, pay_fen, posted_on, expires_on, batch_id, line)
select n.* from n where not exists (select from o where o.line = n.line and o.is_same)
on conflict (vacancy_no) do update set region_code = excluded.region_code, unit_no = excluded.unit_no, unit = excluded.unit,
	occupation = excluded.occupation, skill = excluded.skill, posts = excluded.posts, pay_fen = excluded.pay_fen,
	posted_on = excluded.posted_on, expires_on = excluded.expires_on, batch_id = excluded.batch_id, line = excluded.line;
