-- Many decisions as one.

-- statement: batch_propose
-- params: batch uuid, task_type text, reason text, note text, rule text, region int4, list text[]
-- columns: batch_id uuid, tasks int4, monthly_fen int8, outcome text, author name, approver name, digest text
select batch_id, tasks, monthly_fen, outcome, author, approver, digest
from batch_propose($1, $2, $3, $4, $5, $6, $7);

-- What a batch would take, before anybody proposes it: how many, for how much, and the extremes.
-- statement: batch_sum
-- params: task_type text, reason text, rule text, region int4, list text[]
-- columns: tasks int8, monthly_fen int8, least_fen int8, most_fen int8, areas int8
select count(*), coalesce(sum(f.monthly_fen), 0)::int8, min(f.monthly_fen), max(f.monthly_fen),
	count(distinct k.region_code)
from batch_tasks($1, $2, $3, $4, $5) k left join finding f using (person_id, rule_id, cause);

-- The ten whose money is the most unlike the others' ("!"), and ten by chance, the same for everybody who looks.
-- statement: batch_sample
-- params: task_type text, reason text, rule text, region int4, list text[]
-- columns: mark text, name text, region text, monthly_fen int8, say text, person_id int8
with taken as (
	select k.person_id, k.region_code, k.rule_id, k.cause, coalesce(f.monthly_fen, 0) as fen, coalesce(f.say, '') as say
	from batch_tasks($1, $2, $3, $4, $5) k left join finding f using (person_id, rule_id, cause)
), ranked as (
	select t.*, row_number() over (order by abs(t.fen - m.id) desc, t.person_id) as unlike,
		row_number() over (order by md5(t.person_id || t.rule_id || t.cause)) as chance
	from taken t cross join (select percentile_cont(0.5) within group (order by fen) as id from taken) m
)
select case when r.unlike <= 10 then '!' else '' end, p.name, coalesce(g.name, r.region_code::text), r.fen, r.say, r.person_id
from ranked r join person p using (person_id) left join region g on g.region_code = r.region_code
where r.unlike <= 10 or r.chance <= 10 order by r.unlike > 10, abs(r.fen) desc, r.person_id limit 20;

-- statement: batch_undo
-- params: batch uuid, undoes uuid, reason text, note text
-- columns: batch_id uuid, tasks int4, monthly_fen int8, outcome text, author name, approver name, digest text
select batch_id, tasks, monthly_fen, outcome, author, approver, digest
from batch_undo($1, $2, $3, $4);

-- statement: batch_settle
-- params: batch uuid, digest text, event text, reason text
-- columns: batch_id uuid, tasks int4, monthly_fen int8, outcome text, author name, approver name, digest text
select batch_id, tasks, monthly_fen, outcome, author, approver, digest
from batch_settle($1, $2, $3, $4);

-- statement: batch_list
-- params: batch uuid
-- columns: batch_id uuid, tasks int4, monthly_fen int8, outcome text, author name, approver name, digest text, task_type text, at text
select batch_id, tasks, monthly_fen, outcome, author, approver, digest, task_type,
	to_char(office_time(at), 'YYYY-MM-DD HH24:MI')
from decision_batch where $1::uuid is null or batch_id = $1 order by at desc limit 200;

-- statement: batch_rows
-- params: batch uuid
-- columns: mark text, name text, region text, monthly_fen int8, say text, person_id int8, rule_id text, cause text, state text, result text
select case when r.result <> '' and d.outcome = 'proposed' then '!' else '' end, p.name, coalesce(g.name, r.region_code::text),
	r.monthly_fen, coalesce(f.say, ''), r.person_id, r.rule_id, r.cause, coalesce(d.outcome, ''),
	case when d.outcome = 'proposed' then r.result else '' end
from decision_batch_row r join person p using (person_id)
left join decision d on d.person_id = r.person_id and d.decision_id = r.decision_id
left join finding f on f.person_id = r.person_id and f.rule_id = r.rule_id and f.cause = r.cause
left join region g on g.region_code = r.region_code
where r.batch_id = $1 order by abs(r.monthly_fen) desc, r.person_id, r.rule_id, r.cause;

-- Proposals beyond the usual number of a month, by rule: one task for the manager.
-- statement: brakes_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select 0::bigint as person_id, 0::bigint as subject_id, d.rule_id || ' ' || d.period as cause,
	jsonb_build_array('%s: %s proposals wait, beyond %s a month', d.rule_id, d.n::text,
		brake_limit(d.rule_id, d.task_type, $1)::text)::text as say, null::date as due, d.fen as monthly_fen,
	jsonb_build_object('rule', d.rule_id, 'waiting', d.n, 'monthly_fen', d.fen) as inputs
from (select d.rule_id, t.task_type, to_char(d.business_day, 'YYYYMM')::int as period, count(*) as n,
		sum(d.proposed_fen)::bigint as fen
	from decision d join task t using (person_id, rule_id, cause)
	where d.braked and d.outcome = 'proposed' group by 1, 2, 3) d
where $1::date is not null;

-- Whom the manager looks at before he lets them through: the ten whose money is the most unlike the others', and ten
-- by chance, which are the same for everybody who looks.
-- statement: task_sample
-- params: person_id int8, rule_id text, cause text
-- columns: mark text, name text, id_no text, say text, monthly_fen int8, person_id int8
select x.mark, p.name, coalesce((select min(i.id_no) from person_ident i where i.person_id = x.person_id), ''),
	coalesce(f.say, ''), x.proposed_fen, x.person_id
from (select *, row_number() over (partition by person_id order by mark desc) as nth from (
	(select '!' as mark, d.* from decision d cross join (select percentile_cont(0.5) within group (order by proposed_fen)
			as mid from decision where braked and outcome = 'proposed' and rule_id = split_part($3, ' ', 1)) m
		where $2 = 'work.brake' and $1::bigint = 0 and d.braked and d.outcome = 'proposed' and d.rule_id = split_part($3, ' ', 1)
		order by abs(d.proposed_fen - m.mid) desc, d.decision_id limit 10)
	union all
	(select '' as mark, d.* from decision d
		where $2 = 'work.brake' and $1::bigint = 0 and d.braked and d.outcome = 'proposed' and d.rule_id = split_part($3, ' ', 1)
		order by md5(d.decision_id::text) limit 10)) z) x
join person p using (person_id)
left join finding f on f.person_id = x.person_id and f.rule_id = x.rule_id and f.cause = x.cause
where x.nth = 1 order by x.mark desc, abs(x.proposed_fen) desc, x.person_id limit 20;

-- What is not one of many, and why: each is decided alone.
-- statement: batch_apart_rows
-- params: task_type text, reason text, rule text, region int4, list text[]
-- columns: mark text, name text, region text, monthly_fen int8, apart text, person_id int8, rule_id text, cause text
select '!', p.name, coalesce(g.name, k.region_code::text), f.monthly_fen, batch_apart(k), k.person_id, k.rule_id, k.cause
from batch_open($1, $2, $3, $4, $5) k join person p using (person_id) left join finding f using (person_id, rule_id, cause)
left join region g on g.region_code = k.region_code
where batch_apart(k) is not null order by batch_apart(k), k.person_id limit 500;

-- Kinds of which several wait that are alike: those that say what alike is.  What only takes away is not a key's.
-- statement: batch_kinds
-- columns: title text, tasks int8, apart int8, monthly_fen int8, task_type text, reason text, rule_id text
select y.title, x.alike, x.apart, x.fen, x.task_type, batch_reason(x.task_type, x.rule_id, x.event), x.rule_id
from (select k.task_type, k.rule_id, min(m.event) as event, count(*) filter (where a.why is null) as alike,
		count(*) filter (where a.why is not null) as apart, coalesce(sum(f.monthly_fen) filter (where a.why is null), 0)::int8 as fen
	from task k join task_move m on m.task_type = k.task_type and m.from_state = k.state and m.does = 'propose'
	left join finding f using (person_id, rule_id, cause) cross join lateral (select batch_apart(k) as why) a
	where to_regprocedure(format('steward.%I(bigint, text, text)', k.task_type || '_apart')) is not null
	group by k.task_type, k.rule_id) x join task_type y using (task_type)
where x.alike > 0 order by x.alike desc, x.rule_id limit 100;

-- statement: batch_alike_sum
-- params: task_type text, reason text, rule text
-- columns: tasks int8, monthly_fen int8, least_fen int8, most_fen int8, areas int8, task_type text, reason text, rule text
select count(*), coalesce(sum(f.monthly_fen), 0)::int8, min(f.monthly_fen), max(f.monthly_fen), count(distinct k.region_code), $1, $2, $3
from batch_tasks($1, $2, $3, null, null) k left join finding f using (person_id, rule_id, cause);

-- statement: batch_alike_apart
-- params: task_type text, reason text, rule text
-- columns: mark text, name text, monthly_fen int8, apart text, person_id int8, rule_id text, cause text
select '!', p.name, f.monthly_fen, batch_apart(k), k.person_id, k.rule_id, k.cause
from batch_open($1, $2, $3, null, null) k join person p using (person_id) left join finding f using (person_id, rule_id, cause)
where batch_apart(k) is not null order by batch_apart(k), k.person_id limit 100;

-- statement: batch_alike_sample
-- params: task_type text, reason text, rule text
-- columns: mark text, name text, monthly_fen int8, say text, person_id int8, rule_id text, cause text
with taken as (
	select k.*, coalesce(f.monthly_fen, 0) as fen, coalesce(f.say, '') as say
	from batch_tasks($1, $2, $3, null, null) k left join finding f using (person_id, rule_id, cause)
), ranked as (
	select t.*, row_number() over (order by abs(t.fen - m.id) desc, t.person_id) as unlike,
		row_number() over (order by md5(t.person_id || t.rule_id || t.cause)) as chance
	from taken t cross join (select percentile_cont(0.5) within group (order by fen) as id from taken) m
)
select case when r.unlike <= 10 then '!' else '' end, p.name, r.fen, r.say, r.person_id, r.rule_id, r.cause
from ranked r join person p using (person_id)
where r.unlike <= 10 or r.chance <= 10 order by r.unlike > 10, abs(r.fen) desc, r.person_id limit 20;

-- statement: batch_alike_propose
-- params: task_type text, reason text, rule text
-- columns: batch text
select batch_id::text from batch_propose(gen_random_uuid(), $1, $2, '', $3, null, null);

-- What waits for a second person, and what was settled last.
-- statement: batch_waits
-- columns: mark text, at text, title text, tasks int4, monthly_fen int8, outcome text, author name, approver name, batch text
select case when b.outcome = 'proposed' then '*' else '' end, to_char(office_time(b.at), 'YYYY-MM-DD HH24:MI'), coalesce(y.title, b.task_type), b.tasks,
	b.monthly_fen, b.outcome, b.author, b.approver, b.batch_id::text
from decision_batch b left join task_type y using (task_type) order by b.outcome = 'proposed' desc, b.at desc limit 50;

-- statement: batch_one
-- params: batch uuid
-- columns: tasks int4, monthly_fen int8, outcome text, author name, approver name, undoes text, batch text, signature text
select b.tasks, b.monthly_fen, b.outcome, b.author, b.approver, coalesce(b.undoes::text, ''), b.batch_id::text, b.digest
from decision_batch b where b.batch_id = $1 limit 1;

-- What could not be done first, then the ten most unlike, then ten by chance.
-- statement: batch_looked
-- params: batch uuid
-- columns: mark text, name text, monthly_fen int8, state text, result text, say text, person_id int8, rule_id text, cause text
with ranked as (
	select r.*, row_number() over (order by abs(r.monthly_fen - m.id) desc, r.person_id) as unlike,
		row_number() over (order by md5(r.person_id || r.rule_id || r.cause)) as chance
	from decision_batch_row r cross join (select percentile_cont(0.5) within group (order by monthly_fen) as id from decision_batch_row
		where batch_id = $1) m where r.batch_id = $1
)
select case when r.result <> '' and d.outcome = 'proposed' then 'h' when r.unlike <= 10 then '!' else '' end, p.name, r.monthly_fen,
	coalesce(d.outcome, ''), case when d.outcome = 'proposed' then r.result else '' end, coalesce(f.say, ''), r.person_id, r.rule_id, r.cause
from ranked r join person p using (person_id) left join decision d on d.person_id = r.person_id and d.decision_id = r.decision_id
left join finding f on f.person_id = r.person_id and f.rule_id = r.rule_id and f.cause = r.cause
where r.unlike <= 10 or r.chance <= 10 or r.result <> ''
order by r.result = '' or d.outcome <> 'proposed', r.unlike > 10, abs(r.monthly_fen) desc, r.person_id limit 100;

-- statement: batch_key_approve
-- params: batch uuid, signature text
-- columns: batch text
select batch_key($1, $2, 'approve')::text as batch;

-- statement: batch_key_refuse
-- params: batch uuid, signature text
-- columns: batch text
select batch_key($1, $2, 'refuse')::text as batch;

-- statement: batch_key_undo
-- params: batch uuid, signature text
-- columns: batch text
select batch_key($1, $2, 'undo')::text as batch;
