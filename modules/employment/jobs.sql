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

-- Who fits, the best first.
-- statement: jobs_match
-- params: vacancy text, most int4
-- columns: vacancy_no text, nth int8, name text, points numeric, say text, person_id int8
select m.vacancy_no, m.nth, p.name, m.points, m.say, m.person_id from job_matches($1::text, $2::int) m join person p using (person_id)
order by m.vacancy_no, m.nth;

-- The same on the page of a vacancy.
-- statement: jobs_best
-- params: vacancy text
-- columns: nth int8, name text, points numeric, say text, person_id int8, vacancy_no text
select m.nth, p.name, m.points, m.say, m.person_id, m.vacancy_no from job_matches($1::text, 30) m join person p using (person_id)
order by m.nth limit 30;

-- statement: jobs_refer
-- params: vacancy text, persons text
-- columns: referred int8
select job_refer($1, $2) as referred;

-- statement: jobs_outcome
-- params: vacancy text, person text, outcome text, reason text
-- columns: state text
select job_outcome($1, $2, $3, $4) as state;

-- statement: jobs_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select v.person_id, 0::int8 as subject_id, v.vacancy_no as cause, job_referral_say(v.unit, v.occupation, v.referred_on) as say,
	due_on(v.referred_on, c.days, c.working_days) as due, null::bigint as monthly_fen, '{}'::jsonb as inputs
from job_referral_now v {scope} left join work_clock c on c.kind = 'referral'
where v.stand = 'open' and v.referred_on <= $1::date;

-- The newest vacancies, open, filled or expired.
-- statement: jobs_vacancies
-- params: stand text, after date, vacancy_no text, n int4
-- columns: posted_on date, vacancy_no text, unit text, occupation text, open_posts int8, pay_fen int8, expires_on date, stand text
select v.posted_on, v.vacancy_no, v.unit, v.occupation, v.open_posts, v.pay_fen, v.expires_on, v.stand from vacancy_now v
where ($1::text is null or v.stand = $1) and ($2::date is null or (v.posted_on, v.vacancy_no) < ($2, $3))
order by v.posted_on desc, v.vacancy_no desc limit coalesce($4::int, 100);

-- statement: jobs_vacancy
-- params: vacancy text
-- columns: unit text, unit_no text, occupation text, skills text, posts int4, placed int8, pay_fen int8, place text, posted_on date, expires_on date, stand text
select v.unit, v.unit_no, v.occupation, array_to_string(v.skill, ', '), v.posts, v.placed, v.pay_fen,
	coalesce(g.name, v.region_code::text), v.posted_on, v.expires_on, v.stand
from vacancy_now v left join region g using (region_code) where v.vacancy_no = $1 limit 1;

-- Referrals to a vacancy, or all of them, the newest first.
-- statement: jobs_referrals
-- params: vacancy text
-- columns: mark text, referred_on date, vacancy_no text, name text, stand text, done_on date, say text, person_id int8
select case when t.due < business_day() then '!' else '' end, r.referred_on, r.vacancy_no, r.name, r.stand, r.done_on, r.say, r.person_id
from job_referral_now r left join task t on t.person_id = r.person_id and t.rule_id = 'employment.referral'
	and t.cause = r.vacancy_no and t.state = 'open'
where $1::text is null or r.vacancy_no = $1 order by r.referred_on desc, r.vacancy_no, r.points desc, r.person_id limit 200;
