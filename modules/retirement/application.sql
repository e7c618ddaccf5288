-- What staff see of applications for a pension, and the steps they take.

-- statement: retirement_apply
-- params: person_id int8, from date, channel text, agent text, agent_until date, restriction text, birth text, deemed text, special text
-- columns: application text
select retire_apply($1, $2, $3, $4, $5, $6, $7, $8, $9) as application;

-- The counter's form.
-- statement: retirement_apply_form
-- params: person_id int8, from date, agent text, agent_until date, birth text, deemed text, special text
-- columns: application text
select retire_apply($1, $2, 'counter', $3, $4, 'none', $5, $6, $7) as application;

-- statement: retirement_withdraw
-- params: person_id int8
-- columns: application text
select retire_withdraw($1) as application;

-- statement: retirement_papers_step
-- params: person_id int8, event text
-- columns: state text
select retire_papers($1, $2) as state;

-- statement: retirement_question
-- params: person_id int8, kind text, register text, archive text, register_fen int8, archive_fen int8, place text, author text
-- columns: rows int8
select retire_ask_archive($1, $2, $3, $4, $5, $6, $7, $8) as rows;

-- The person's place, then the inputs of retirement.offer in their order, tabs between; of a value that is not given what the register has.
-- statement: retirement_offer
-- params: person_id int8, from text, birth text, deemed text, special text
-- columns: inputs text
select concat_ws(E'\t', 'CN-' || f.region_code, coalesce(i.category, ''), coalesce(nullif($3, ''), f.birth_date::text),
	left(coalesce($2, ''), 7),
	business_day()::text, coalesce(i.months_total, 0)::text, yuan_text(coalesce(i.account_fen, 0)),
	coalesce(nullif($4, ''), '0'), coalesce(nullif($5, ''), 'no'), 'none', coalesce(yuan_text(retire_base()), ''),
	retire_paid(f.person_id)) as inputs
from person_fact f left join insured($1, null) i using (person_id) where f.person_id = $1;

-- What the register says where the archive says otherwise.
-- statement: retirement_held
-- params: person_id int8, kind text
-- columns: held text
select case $2 when 'birth' then coalesce(a.birth_date, p.birth_date)::text when 'deemed' then coalesce(a.deemed_months, 0)::text
	when 'account' then coalesce(yuan_text((select w.account_fen from award w where w.person_id = p.person_id
		order by w.awarded_from desc limit 1)), '0') else case when a.is_special then 'yes' else 'no' end end as held
from person p left join retire_awarded(p.person_id) a on true where p.person_id = $1;

-- Whether a pension was awarded to the person here, and he asks for no other one.
-- statement: retirement_is_awarded
-- params: person_id int8
-- columns: awarded text
select case when (retire_awarded($1)).person_id is not null and (retire_open($1)).person_id is null then 'y' else 'n' end as awarded;

-- statement: retirement_application
-- params: person_id int8
-- columns: application text, state text, applied_on date, from_month date, channel text, agent text, agent_until date, birth_date date, deemed_months int4, special text, waiting_since date, waiting_until date, due date, say text, monthly_fen int8
select retire_cause(a), a.state, a.applied_on, a.from_month, a.channel, a.agent, a.agent_until, a.birth_date, a.deemed_months,
	case when a.is_special then 'yes' else 'no' end, a.waiting_since, a.waiting_until, t.due, coalesce(f.say, ''), f.monthly_fen
from retire_application a left join task t on t.person_id = a.person_id and t.rule_id = 'retirement.application'
	and t.cause = retire_cause(a)
left join finding f on f.person_id = a.person_id and f.rule_id = t.rule_id and f.cause = t.cause
where a.person_id = $1 order by a.application_no desc limit 20;

-- What the form is filled with, each with the file and line it came from.
-- statement: retirement_fields
-- params: person_id int8
-- columns: fact text, value text, file text, line int8
select distinct on (s.fact) s.fact, s.value, b.file_name, s.line
from fact_source s join batch b using (batch_id)
where s.subject = 'person' and s.subject_id = $1
	and s.fact in ('birth_date', 'sex', 'category', 'scheme', 'months_before', 'account_fen', 'last_contributed')
order by s.fact, s.day desc nulls last, s.batch_id desc, s.line limit 20;

-- statement: retirement_questions
-- params: person_id int8
-- columns: kind text, by_register text, register_fen int8, by_archive text, archive_fen int8, place text, author text, who name, noted_on date
select kind, by_register, register_fen, by_archive, archive_fen, place, author, who, noted_on from retire_question
where person_id = $1 order by kind limit 9;

-- statement: retirement_papers
-- params: person_id int8
-- columns: application int4, paper text, how text, got_on date
select application_no, paper, how, got_on from retire_paper where person_id = $1 order by application_no desc, how, paper limit 40;

-- statement: retirement_head
-- params: person_id int8
-- columns: name text, id_no text, birth_date date, category text, months int4, account_fen int8, source text
select p.name, coalesce((select min(n.id_no) from person_ident n where n.person_id = p.person_id), ''), p.birth_date,
	coalesce(i.category, ''), i.months_total, i.account_fen,
	coalesce((select b.file_name || ':' || p.line from batch b where b.batch_id = p.batch_id), '')
from person p left join insured($1, null) i using (person_id) where p.person_id = $1 limit 1;

-- The archive's value first: of birth days the file's first record counts (1999-8, art. 2 (2)).
-- statement: retirement_births
-- params: person_id int8
-- columns: code text, label text
select code, label from retire_choices($1, 'birth') order by sort;

-- statement: retirement_deemed
-- params: person_id int8
-- columns: code text, label text
select code, label from retire_choices($1, 'deemed') order by sort;

-- statement: retirement_special
-- params: person_id int8
-- columns: code text, label text
select code, label from retire_choices($1, 'special') order by sort;

-- What comes up for a person.  The first row says from when a pension could be asked for.
-- statement: retirement_calendar
-- params: person_id int8
-- columns: day date, what text, detail text, person_id int8, from_month date
select x.day, x.what, x.detail, p.person_id, date_trunc('month', coalesce(w.day, business_day()))::date as from_month
from person p left join person_fact f using (person_id) left join retire_ahead a using (person_id)
cross join lateral (select coalesce(a.retire_on, (select min(t.cause)::date from task t where t.person_id = p.person_id
	and t.rule_id in ('retirement.age_reminder', 'retirement.resident_age_reminder', 'retirement.age_passed')
	and t.cause ~ '^\d{4}-\d\d-\d\d$')) as day) w
cross join lateral (
	select 1 as sort, w.day, 'retirement age' as what, '' as detail where f.pension_status is null and f.died_on is null
	union all select 2, a.earliest, 'first month to choose', '' where a.earliest < a.retire_on
	union all select 3, a.latest, 'last month to choose', '' where a.latest > a.retire_on
	union all select 4, t.due, 'last day to decide', t.cause from task t join task_state s using (state)
		where t.person_id = p.person_id and t.rule_id = 'retirement.application' and s.kind <> 'final'
	union all select 5, o.waiting_until, 'papers awaited until', '' from retire_open(p.person_id) o where o.waiting_until is not null
	union all select 6, o.agent_until, 'agent until', o.agent from retire_open(p.person_id) o where o.agent_until is not null
	union all select 7, (f.certified_on + (select make_interval(months => value::int) from policy_number
		where name = 'certification.valid_months'))::date, 'certificate expires', '' where f.pension_status = 'paid'
		and f.certified_on is not null) x
where p.person_id = $1 order by x.sort limit 12;

-- Rows for the forecast: person, category, birth day, tabs between; the next after a person.
-- statement: retirement_ahead_rows
-- params: after int8
-- columns: rows text
select coalesce(string_agg(concat_ws(E'\t', x.person_id, x.category, x.birth_date), E'\n' order by x.person_id), '') as rows
from (select i.person_id, i.category, p.birth_date from insured(null, $1) i join person p using (person_id)) x;

-- statement: retirement_ahead_keep
-- params: rows text
-- columns: rows int8
select retire_ahead_keep($1) as rows;

-- statement: retirement_ahead_clean
-- columns: rows int8
select retire_ahead_clean() as rows;

-- statement: retirement_forecast
-- params: months int4
-- columns: month text, area text, scheme text, persons int8
select to_char(a.retire_on, 'YYYY-MM') as month, coalesce(g.name, a.region_code::text) as area, a.scheme, count(*) as persons
from retire_ahead a left join region g using (region_code)
where a.retire_on >= date_trunc('month', business_day())
	and a.retire_on < (date_trunc('month', business_day()) + make_interval(months => $1))::date
group by 1, 2, 3 order by 1, 2, 3;
