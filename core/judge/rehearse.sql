-- A draft beside the book in force: what each would find about everyone, and the difference.  Tables
-- made here belong to the session; what is kept is written last.

-- statement: rehearse_found
create temp table found (subject_id bigint, rule_id text, cause text, task_type text, due date,
	say text, monthly_fen bigint, inputs text, rule_hash text) on commit drop;

-- statement: rehearse_found_draft
create temp table found_draft on commit drop as select * from found;

-- What each book says, of all subjects, with the person whom it concerns.
-- statement: rehearse_said
create temp table said (is_draft boolean, person_id bigint, rule_id text, cause text, subject text,
	subject_id bigint, region_code int, task_type text, due date, say text, monthly_fen bigint)
	on commit drop;

-- statement: rehearse_say
insert into said
select x.is_draft, f.person_id, x.rule_id, case when '{s}' = 'person' then x.cause
		else x.subject_id || ':' || x.cause end, '{s}',
	case when '{s}' = 'person' then 0 else x.subject_id end, f.region_code, x.task_type, x.due, x.say,
	x.monthly_fen
from (select false as is_draft, n.* from found n union all select true, n.* from found_draft n) x
join {s}_fact f on f.{s}_id = x.subject_id;

-- Not judged yet, and who is asked: the answer is as good as the facts are fresh.
-- statement: rehearse_start
-- params: day date, region int4
-- columns: day text, base_hash text, persons int8, registered int8, unjudged int8
select coalesce($1::date, business_day())::text as day,
	rules_base(coalesce($1::date, business_day())) as base_hash,
	(select count(*) from person_pack where $2::int is null
		or region_code::text like $2::text || '%') as persons,
	(select count(*) from person where $2::int is null
		or region_code::text like $2::text || '%') as registered,
	(select count(*) from touched) as unjudged;

-- statement: rehearse_analyze
analyze said;

-- A task that arises, vanishes, or reads otherwise.  Money is what the findings, carried out, would
-- change a month.
-- statement: rehearse_compare
-- params: rehearsal_id int8, day date
create temp table changed on commit drop as
select person_id, $1::bigint as rehearsal_id, rule_id, cause, coalesce(a.subject, b.subject) as subject,
	coalesce(a.subject_id, b.subject_id) as subject_id, p.region_code,
	case when a.rule_id is null then 'arises' when b.rule_id is null then 'vanishes'
		else 'changes' end as change, p.sex,
	extract(year from age($2::date, p.birth_date))::int as age,
	coalesce(b.task_type, a.task_type) as task_type,
	coalesce(b.monthly_fen, 0) - coalesce(a.monthly_fen, 0) as monthly_fen,
	a.say as before, b.say as after
from (select * from said where not is_draft) a
full join (select * from said where is_draft) b using (person_id, rule_id, cause)
join person p using (person_id)
where (a.task_type, a.say, a.due, a.monthly_fen) is distinct from
	(b.task_type, b.say, b.due, b.monthly_fen);

-- statement: rehearse_keep
insert into rehearsal_change (person_id, rehearsal_id, rule_id, cause, subject, subject_id, region_code, change,
	sex, age, task_type, monthly_fen, before, after)
select person_id, rehearsal_id, rule_id, cause, subject, subject_id, region_code, change, sex, age, task_type,
	monthly_fen, before, after from changed order by person_id;

-- statement: rehearse_result
-- columns: result_hash text, totals text, arises int8, vanishes int8, changes int8, persons int8, gains int8, loses int8, monthly_fen int8
select encode(sha256(convert_to(coalesce(string_agg(concat_ws(E'\x1f', person_id, rule_id, cause,
		change, task_type, monthly_fen, before, after), E'\n'
		order by person_id, rule_id collate "C", cause collate "C"), ''), 'UTF8')), 'hex'),
	jsonb_build_object('arises', count(*) filter (where change = 'arises'),
		'vanishes', count(*) filter (where change = 'vanishes'),
		'changes', count(*) filter (where change = 'changes'),
		'persons', count(distinct person_id), 'monthly_fen', coalesce(sum(monthly_fen), 0))::text,
	count(*) filter (where change = 'arises'), count(*) filter (where change = 'vanishes'),
	count(*) filter (where change = 'changes'), count(distinct person_id),
	(select count(*) from (select from changed group by person_id having sum(monthly_fen) > 0) g),
	(select count(*) from (select from changed group by person_id having sum(monthly_fen) < 0) l),
	coalesce(sum(monthly_fen), 0)::bigint
from changed;

-- statement: rehearse_record
-- params: rehearsal_id int8, day date, draft_hash text, base_hash text, draft jsonb, region int4, facts_hash text, result_hash text, totals jsonb, checks int8, more jsonb
insert into rehearsal (rehearsal_id, business_day, draft_hash, base_hash, draft, region_code,
	facts_hash, result_hash, totals, checks)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb || $11::jsonb, $10);

-- statement: rehearse_type
-- params: task_type text
-- columns: n int8
select count(*) as n from task_type where task_type = $1;

-- How many persons belong to a place (CN-3306) or to what lies in it.
-- statement: rehearse_place
-- params: place text
-- columns: n int8
select count(*) as n from person where 'CN-' || region_code like $1 || '%' or $1 = 'CN';

-- statement: rehearse_id
-- columns: id int8
select nextval('id_block') as id;

-- The groups of a rehearsal: by kind of task, by area, by sex, by age in tens.
-- statement: rehearse_groups
-- params: rehearsal_id int8
-- columns: part text, value text, persons int8, arises int8, vanishes int8, changes int8, gains int8, loses int8, monthly_fen int8
select part, value, count(*), sum(arises)::bigint, sum(vanishes)::bigint, sum(changes)::bigint,
	count(*) filter (where fen > 0), count(*) filter (where fen < 0), sum(fen)::bigint
from (select g.sort, g.part, g.value, c.person_id, sum(monthly_fen) as fen,
		count(*) filter (where change = 'arises') as arises,
		count(*) filter (where change = 'vanishes') as vanishes,
		count(*) filter (where change = 'changes') as changes
	from rehearsal_change c join rehearsal h using (rehearsal_id, author) left join region r on
		r.region_code = c.region_code
	cross join lateral (values (1, 'task', c.rule_id || ' (' || c.task_type || ')'),
		(2, 'area', coalesce(r.name, c.region_code::text)), (3, 'sex', c.sex),
		(4, 'age', c.age / 10 * 10 || '-' || c.age / 10 * 10 + 9)) g (sort, part, value)
	where c.rehearsal_id = $1 group by g.sort, g.part, g.value, c.person_id) x
group by sort, part, value order by sort, count(*) desc, value;

-- statement: rehearse_persons
-- params: rehearsal_id int8, most int8
-- columns: change text, name text, region text, monthly_fen int8, before text, after text, person_id int8, rule_id text, cause text, sex text, age int4, say text
select c.change, p.name, coalesce(r.name, c.region_code::text), c.monthly_fen,
	coalesce(c.before, ''), coalesce(c.after, ''), c.person_id, c.rule_id, c.cause, c.sex, c.age,
	coalesce(c.after, c.before, '')
from rehearsal_change c join rehearsal h using (rehearsal_id, author)
join person p using (person_id) left join region r on
	r.region_code = c.region_code
where c.rehearsal_id = $1
order by abs(c.monthly_fen) desc, c.person_id, c.rule_id, c.cause limit coalesce($2::bigint, 500);

-- What the benefits in payment come to in the month of a day, held or not: what a rehearsal's money is measured by.
-- statement: rehearse_budget
-- params: day date
-- columns: fen int8
select coalesce(sum(y.monthly_fen), 0)::bigint as fen
from payable y, (select to_char(coalesce($1::date, business_day()), 'YYYYMM')::int as period) p
where p.period >= y.from_period and p.period < y.to_period;
