-- Statements of the screens and of the commands board, tasks, person and search.
-- A column "mark" is drawn in front of its row: "!" alarm, "*" watch, "h" held.

-- statement: desk_who
-- params:
-- columns: login text, display text, jobs text, business_day date, region text
select session_user::text, coalesce(s.display, session_user::text),
	coalesce((select string_agg(j.job, ' ' order by j.job) from job j where j.job <> 'batch'
		and coalesce(pg_has_role(session_user, to_regrole('steward_' || j.job), 'member'), false)), ''),
	business_day(),
	coalesce((select g.name from region g where g.region_code = s.region_code),
		(select g.name from region g where g.parent_code is null
		 order by g.region_code limit 1), '')
from (select 1) one left join staff s on s.login = session_user limit 1;

-- What else may change while a session is open.
-- statement: desk_day
-- params:
-- columns: business_day date
select business_day() limit 1;

-- statement: home_counts
-- params:
-- columns: mark text, task_type text, title text, owner text, open int8, proposed int8, overdue int8
select case when count(t.due) filter (where t.due < business_day()) > 0 then '!' else '' end,
	k.task_type, k.title, k.owner, count(t.state) filter (where t.state not in
		(select state from task_state where kind = 'proposed')),
	count(t.state) filter (where t.state in
		(select state from task_state where kind = 'proposed')),
	count(t.due) filter (where t.due < business_day())
from task_type k
left join task t on t.task_type = k.task_type and t.state in (select state from task_state where kind <> 'final')
left join work_clock w on w.kind = k.task_type
group by k.task_type, k.title, k.owner, w.priority having count(t.state) > 0
order by k.task_type = any (coalesce((select u.kinds from staff s join unit u using (unit) where s.login = session_user), '{}')) desc,
	coalesce(w.priority, 5), k.task_type limit 40;

-- The next tasks this person may act on and nobody else has in hand: from the first, or after the task that $1 to $6
-- name.
-- statement: task_after
-- params: due date, priority int4, opened_on date, person_id int8, rule_id text, cause text, n int4, task_type text
-- columns: mark text, due date, name text, title text, say text, state text, person_id int8, rule_id text, cause text, task_type text, priority int4, opened_on date, ver int4
select case when t.due < business_day() then '!' else '' end, t.due,
	coalesce(p.name, ''), k.title, coalesce(f.say, ''), t.state, t.person_id, t.rule_id,
	t.cause, t.task_type, t.priority, t.opened_on, t.ver
from tasks_next($1::date, $2::int, $3::date, $4::bigint, $5::text, $6::text, coalesce($7::int, 5), $8::text) t
join task_type k on k.task_type = t.task_type
left join person p on p.person_id = t.person_id
left join finding f on f.person_id = t.person_id and f.rule_id = t.rule_id and f.cause = t.cause
order by t.due, t.priority, t.opened_on, t.person_id, t.rule_id, t.cause
limit coalesce($7::int, 5);

-- statement: task_queue
-- params: task_type text, state text, due date, priority int4, opened_on date, person_id int8, rule_id text, cause text, n int4
-- columns: mark text, due date, name text, title text, say text, state text, assigned text, person_id int8, rule_id text, cause text, task_type text, priority int4, opened_on date, ver int4
select case when t.due < business_day() then '!' else '' end, t.due,
	coalesce(p.name, ''), k.title, coalesce(f.say, d.say, ''), t.state,
	coalesce(t.assigned_to, c.login, '')::text, t.person_id, t.rule_id, t.cause, t.task_type,
	t.priority, t.opened_on, t.ver
from (select distinct from_state as state from task_move
	where from_state = $2 or $2::text is null and does not in ('reopen', 'undo')
	union select $2 where $2 is not null) s
cross join lateral (
	select t.* from task t
	where t.state = s.state and ($1::text is null or t.task_type = $1)
		and ($3::date is null or t.due >= $3) and ($3::date is null or
		(t.due, t.priority, t.opened_on, t.person_id, t.rule_id, t.cause) >
			($3, $4::int, $5::date, $6::bigint, $7::text, $8::text))
	order by t.due, t.priority, t.opened_on, t.person_id, t.rule_id, t.cause
	limit coalesce($9::int, 100)) t
join task_type k on k.task_type = t.task_type
left join person p on p.person_id = t.person_id
left join task_claim c on c.person_id = t.person_id and c.rule_id = t.rule_id and c.cause = t.cause
	and c.until > now()
left join finding f on f.person_id = t.person_id and f.rule_id = t.rule_id and f.cause = t.cause
left join lateral (select d.inputs ->> 'say' as say from decision d where d.person_id = t.person_id
	and d.rule_id = t.rule_id and d.cause = t.cause
	order by d.decided_at desc, d.decision_id desc limit 1) d on true
order by t.due, t.priority, t.opened_on, t.person_id, t.rule_id, t.cause
limit coalesce($9::int, 100);

-- What a queue can be asked for.
-- statement: task_names
-- params:
-- columns: kind text, name text
select kind, name from (
	select 'type' as kind, k.task_type as name from task_type k
	union all
	select 'state', s.state from task_state s) x
order by kind, name limit 200;

-- statement: task_total
-- params: task_type text, state text
-- columns: total int8, overdue int8, title text
select count(*), count(*) filter (where t.due < business_day()), case when $1::text is null
	then 'all kinds' else coalesce((select k.title from task_type k where k.task_type = $1), $1)
	end from task t
where ($1::text is null or t.task_type = $1) and case when $2::text is null
	then t.state in (select state from task_state where kind <> 'final') else t.state = $2 end limit 1;

-- statement: task_head
-- params: person_id int8, rule_id text, cause text
-- columns: name text, id_no text, region text, title text, state text, say text, due date, days_left int4, rule text, cause text, opened_on date, assigned text, person_id int8, ver int4, task_type text, priority int4
select coalesce(p.name, ''), coalesce(i.id_no, ''), coalesce(g.name, t.region_code::text),
	k.title, t.state, coalesce(f.say, d.say, ''), t.due, t.due - business_day(), t.rule_id, t.cause,
	t.opened_on, coalesce(t.assigned_to, c.login, '')::text, t.person_id, t.ver, t.task_type, t.priority
from task t join task_type k on k.task_type = t.task_type
left join person p on p.person_id = t.person_id
left join region g on g.region_code = t.region_code
left join task_claim c on c.person_id = t.person_id and c.rule_id = t.rule_id and c.cause = t.cause
	and c.until > now() and c.login <> session_user
left join finding f on f.person_id = t.person_id and f.rule_id = t.rule_id and f.cause = t.cause
left join lateral (select d.inputs ->> 'say' as say from decision d where d.person_id = t.person_id
	and d.rule_id = t.rule_id and d.cause = t.cause
	order by d.decided_at desc, d.decision_id desc limit 1) d on true
left join lateral (select id_no from person_ident i where i.person_id = t.person_id
	order by is_former, id_kind, id_no limit 1) i on true
where t.person_id = $1 and t.rule_id = $2 and t.cause = $3 limit 1;

-- Two records that may be one person: only where they differ.
-- statement: merge_differs
-- params: person_id int8, rule_id text, cause text
-- columns: mark text, field text, mine text, others text, taken text, other_id int8
select case when d.takes_other then '>' else '' end, d.field, coalesce(d.mine, ''), coalesce(d.others, ''),
	case when d.takes_other then coalesce(d.others, '') else coalesce(d.mine, '') end, o.id
from (select case when $2 in ('person.same', 'person.same_paid') and $3 ~ '^[0-9]{1,18}$' then $3::bigint end as id) o
cross join lateral merge_differences($1, o.id) d limit 10;

-- statement: merge_choose
-- params: person_id int8, other_id int8, field text, takes_other bool
-- columns: n int8
select merge_choose($1, $2, $3::text, $4) as n limit 1;

-- Each fact the finding used, or the decision when there is none any more, with the row it came from: the newest that says the same, or else
-- the newest; where several say so for the same day, at most three of them.  A finding about a row
-- of a file names that row itself, by the facts file and line.
-- The file that a task is about, which Enter opens.
-- statement: task_load
-- params: person_id int8, rule_id text, cause text
-- columns: mark text, load int8, file text, day date, read int8, open int8
select case when o.n > 0 then '!' else '' end, b.batch_id, b.file_name, b.business_day, b.rows_read, o.n
from finding f join batch b on b.batch_id = case when f.inputs::jsonb ->> 'load' ~ '^[0-9]{1,18}$'
	then (f.inputs::jsonb ->> 'load')::bigint end
cross join lateral (select count(*) as n from reject r where r.batch_id = b.batch_id and r.state = 'open') o
where f.person_id = $1 and f.rule_id = $2 and f.cause = $3 limit 1;

-- What speaks against stopping a pension: the person was seen, certified or released after the day that is the cause.
-- statement: task_against
-- params: person_id int8, rule_id text, cause text
-- columns: fact text, day date, file text, line int8
select s.fact, s.value::date, coalesce(b.file_name, ''), s.line
from task t join fact_source s on s.subject = 'person' and s.subject_id = t.person_id
left join batch b on b.batch_id = s.batch_id
where t.person_id = $1 and t.rule_id = $2 and t.cause = $3 and t.task_type = 'suspend'
	and t.cause ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and s.fact in ('last_sign_on', 'certified_on', 'custody_to')
	and s.value > t.cause and s.value <= business_day()::text
order by s.value desc, s.fact, s.line limit 5;

-- statement: task_figures
-- params: person_id int8, rule_id text, cause text
-- columns: fact text, value text, day date, file text, line int8
select x.fact, x.value, s.day, coalesce(b.file_name, f.inputs ->> 'file'),
	coalesce(s.line, case when b.file_name is null and f.inputs ->> 'line' ~ '^[0-9]{1,15}$'
		then (f.inputs ->> 'line')::bigint end)
from (select $1::bigint as person_id, coalesce(f.subject, d.subject) as subject,
		coalesce(f.subject_id, d.subject_id) as subject_id,
		coalesce(f.inputs::jsonb, d.inputs -> 'facts') as inputs
	from (select) one
	left join finding f on f.person_id = $1 and f.rule_id = $2 and f.cause = $3
	left join lateral (select d.subject, d.subject_id, d.inputs from decision d where d.person_id = $1
		and d.rule_id = $2 and d.cause = $3
		order by d.decided_at desc, d.decision_id desc limit 1) d on true) f
cross join lateral jsonb_each_text(f.inputs) x (fact, value)
left join lateral (
	select a.*, rank() over (order by a.same desc, a.day desc nulls last) as rank,
		row_number() over (order by a.same desc, a.day desc nulls last, a.batch_id, a.line)
			as nth
	from (select s.day, s.batch_id, s.line, coalesce(s.value = x.value or s.value =
			case when x.value ~ '^-?[0-9]{1,5}$'
				then (date '2000-01-01' + x.value::int)::text end, false) as same
		from fact_source s where s.subject = f.subject and s.subject_id = case
			when f.subject_id = 0 then f.person_id else f.subject_id end and s.fact = x.fact
			and x.value is not null) a
	) s on s.nth = 1 or (s.same and s.rank = 1 and s.nth <= 3)
left join batch b on b.batch_id = s.batch_id
where x.fact not in ('file', 'line')
order by x.value is null, x.fact, s.nth limit 60;

-- The row of a file that a doubtful match is about, as it came in: what was reported, of which day and place.
-- statement: task_reported
-- params: person_id int8, rule_id text, cause text
-- columns: fact text, value text
select x.key, x.value from staged_row r
join batch b using (batch_id)
cross join lateral jsonb_each_text(r.body) x
join feed_field f on f.feed = b.feed and f.name = x.key
where $2 in ('feed.match', 'feed.contradiction') and r.person_id = $1 and x.value <> ''
	and x.key in (select c.name from feed_columns(b.feed) c)
	and $3 = r.batch_id || ':' || r.line
order by f.place limit 60;

-- Every move of this kind of task; is_now when the task's state has it, why tells what is missing.
-- statement: task_moves
-- params: person_id int8, rule_id text, cause text
-- columns: key text, label text, job text, event text, from_state text, to_state text, is_now bool, why text
select m.key, m.label, m.job, m.event, m.from_state, m.to_state, m.from_state = t.state,
	case when m.from_state <> t.state then 'state'
		when not coalesce(pg_has_role(session_user, to_regrole('steward_' || m.job), 'member'), false)
			then 'job'
		when m.other_person and exists (select from decision d where d.person_id = $1
			and d.rule_id = $2 and d.cause = $3 and d.outcome = 'proposed'
			and d.author = session_user) then 'self'
		when m.by_author and not exists (select from decision d where d.person_id = $1
			and d.rule_id = $2 and d.cause = $3 and d.outcome = 'proposed'
			and d.author = session_user) then 'author'
		else '' end
from task t join task_move m on m.task_type = t.task_type
where t.person_id = $1 and t.rule_id = $2 and t.cause = $3
order by m.from_state <> t.state, m.to_state = 'dismissed', m.event, m.from_state limit 40;

-- What a decision's form is about: the task and the step that is taken.
-- statement: decide_head
-- params: person_id int8, rule_id text, cause text, event text
-- columns: name text, id_no text, title text, label text, due date, priority int4, opened_on date, person_id int8, rule_id text, cause text, ver int4
select coalesce(p.name, ''), coalesce(i.id_no, ''), k.title, coalesce(m.label, $4), t.due,
	t.priority, t.opened_on, t.person_id, t.rule_id, t.cause, t.ver
from task t join task_type k on k.task_type = t.task_type
left join person p on p.person_id = t.person_id
left join lateral (select id_no from person_ident i where i.person_id = t.person_id
	order by is_former, id_kind, id_no limit 1) i on true
left join lateral (select m.label from task_move m where m.task_type = t.task_type
	and m.event = $4 order by m.from_state <> t.state limit 1) m on true
where t.person_id = $1 and t.rule_id = $2 and t.cause = $3 limit 1;

-- statement: decide_reasons
-- params: person_id int8, rule_id text, cause text, event text
-- columns: code text, label text
select r.code, r.label from task t join reason r on r.task_type = reason_kind(t.rule_id, t.task_type, $4)
where t.person_id = $1 and t.rule_id = $2 and t.cause = $3 and r.event = $4
order by r.sort, r.code limit 100;

-- What is often written under such a decision: of its kind, then of any.
-- statement: decide_phrases
-- params: person_id int8, rule_id text, cause text, event text
-- columns: label text
select s.value from policy_row a join policy_row s using (kind, code)
left join task t on t.person_id = $1 and t.rule_id = $2 and t.cause = $3
where a.kind = 'phrase' and a.name = 'about' and s.name = 'say' and a.value in (t.task_type, 'any') and $4::text is not null
order by a.value = 'any', a.code limit 40;

-- What was typed into a form and not sent; empty fields end it.
-- statement: draft_keep
-- params: screen text, subject text, fields text
-- columns: kept int8
select draft_keep($1::text, $2::text, $3::text) limit 1;

-- statement: draft_mine
-- params: screen text, subject text
-- columns: fields text, at timestamptz
select d.fields, d.at from draft_mine($1::text, $2::text) d limit 1;

-- statement: task_decisions
-- params: person_id int8, rule_id text, cause text
-- columns: at text, event text, outcome text, reason text, author text, approver text, approver_reason text, note text
select to_char(office_time(d.decided_at), 'YYYY-MM-DD HH24:MI'), d.event, d.outcome,
	coalesce(r.label, d.reason), d.author::text, coalesce(d.approver::text, ''),
	coalesce(a.label, d.approver_reason, ''), d.note
from decision d
join task t on t.person_id = d.person_id and t.rule_id = d.rule_id and t.cause = d.cause
left join reason r on r.task_type = reason_kind(t.rule_id, t.task_type, d.event)
	and r.event = d.event and r.code = d.reason
left join lateral (select label from reason a where a.task_type in (t.rule_id, t.task_type)
	and a.code = d.approver_reason order by a.event limit 1) a on true
where d.person_id = $1 and d.rule_id = $2 and d.cause = $3
order by d.decided_at desc, d.decision_id limit 20;

-- statement: task_holds
-- params: person_id int8, rule_id text, cause text
-- columns: mark text, from_period int4, state text, proposer text, approver text
select case when h.state = 'lifted' then '' else 'h' end, h.from_period, h.state,
	h.proposer::text, coalesce(h.approver::text, '')
from hold h where h.person_id = $1 and h.rule_id = $2 and h.cause = $3
order by h.at desc, h.hold_id limit 10;

-- statement: person_identity
-- params: person_id int8
-- columns: name text, id_no text, sex text, birth_date date, age int4, region text, household_size int8, person_id int8
select p.name, coalesce(i.id_no, ''), p.sex, p.birth_date,
	extract(year from age(business_day(), p.birth_date))::int,
	coalesce(g.name, p.region_code::text), case when p.household is null then 1 else
	(select count(*) from person h where h.household = p.household
		and h.region_code = p.region_code) end, p.person_id
from person p cross join lateral person_looked(p.person_id) l left join region g on g.region_code = p.region_code
left join lateral (select string_agg(id_no, ' ' order by is_former, id_kind, id_no) as id_no
	from person_ident i where i.person_id = p.person_id) i on true
where p.person_id = $1 limit 1;

-- statement: person_signals
-- params: person_id int8
-- columns: mark text, due date, title text, say text, state text, person_id int8, rule_id text, cause text
select case when t.state in (select state from task_state where kind = 'final') then ''
		when t.due < business_day() then '!' else '*' end, t.due, k.title,
	coalesce(f.say, d.say, ''), t.state, t.person_id, t.rule_id, t.cause
from task t join task_type k on k.task_type = t.task_type
left join finding f on f.person_id = t.person_id and f.rule_id = t.rule_id and f.cause = t.cause
left join lateral (select d.inputs ->> 'say' as say from decision d where d.person_id = t.person_id
	and d.rule_id = t.rule_id and d.cause = t.cause
	order by d.decided_at desc, d.decision_id desc limit 1) d on true
where t.person_id = $1
order by t.state in (select state from task_state where kind = 'final'), t.due, t.rule_id, t.cause limit 20;

-- statement: person_merges
-- params: person_id int8
-- columns: at text, numbers text, moved int8, aside int8, login text, person_id int8, rule_id text, cause text
select to_char(office_time(m.at), 'YYYY-MM-DD HH24:MI'), (select string_agg(r.body ->> 'id_no', ' ' order by r.key) from merge_row r
		where r.person_id = m.person_id and r.merge_id = m.merge_id and r.kept_in = 'person_ident' and r.what = 'before'
			and (r.body ->> 'person_id')::bigint = m.other_id),
	count(*) filter (where w.what = 'moved'),
	count(*) filter (where w.what = 'aside' and w.kept_in !~ '^person$|_fact$|_pack$'), m.login::text, m.person_id,
	d.rule_id, d.cause
from person_merge m left join merge_row w using (person_id, merge_id)
left join decision d on d.person_id = m.person_id and d.decision_id = m.decision_id
where m.person_id = $1 and m.state = 'merged'
group by m.person_id, m.merge_id, d.rule_id, d.cause order by m.at desc, m.merge_id limit 10;

-- statement: person_holds
-- params: person_id int8
-- columns: mark text, from_period int4, kind text, state text, rule_id text, proposer text, approver text
select case when h.state = 'lifted' then '' else 'h' end, h.from_period,
	case when h.line_id is not null then 'one line' else coalesce(h.kind, 'all benefits') end, h.state, h.rule_id,
	h.proposer::text, coalesce(h.approver::text, '')
from hold h where h.person_id = $1 order by h.at desc, h.hold_id limit 20;

-- statement: person_payments
-- params: person_id int8
-- columns: period int4, kind text, amount_fen int8, paid_on date, file text, line int8
select y.period, y.kind, y.amount_fen, y.paid_on, b.file_name, y.line
from payment y left join batch b using (batch_id)
where y.person_id = $1 order by y.period desc, y.kind, y.seq limit 12;

-- statement: person_evidence
-- params: person_id int8
-- columns: day date, kind text, source text, state text, place text, file text, line int8
select x.day, x.kind, x.source, x.state, x.place, b.file_name, x.line
from (select seen_on as day, 'evidence' as kind, source, '' as state, place, batch_id, line
	from evidence where person_id = $1
	union all
	select from_day, kind, source, case when state = 'valid' then '' else state end, place, batch_id, line
	from status_event where person_id = $1) x
left join batch b using (batch_id)
order by x.day desc, x.kind, x.source, x.line limit 30;

-- statement: person_decisions
-- params: person_id int8
-- columns: at text, rule_id text, event text, outcome text, reason text, author text, approver text, note text
select to_char(office_time(d.decided_at), 'YYYY-MM-DD HH24:MI'), d.rule_id, d.event, d.outcome,
	coalesce(r.label, d.reason), d.author::text, coalesce(d.approver::text, ''), d.note
from decision d
left join task t on t.person_id = d.person_id and t.rule_id = d.rule_id and t.cause = d.cause
left join reason r on r.task_type = reason_kind(t.rule_id, t.task_type, d.event)
	and r.event = d.event and r.code = d.reason
where d.person_id = $1 order by d.decided_at desc, d.decision_id limit 20;

-- Whom this login looked at last.
-- statement: search_recent
-- params:
-- columns: mark text, id_no text, name text, sex text, birth_date date, region text, open_tasks int8, person_id int8
select case when t.n > 0 then '*' else '' end, coalesce(i.id_no, ''), p.name, p.sex, p.birth_date,
	coalesce(g.name, p.region_code::text), t.n, p.person_id
from (select l.person_id, max(l.last_at) as at from (select * from look where login = session_user order by last_at desc limit 50) l
	group by l.person_id order by at desc limit 15) l
join person p using (person_id) left join region g on g.region_code = p.region_code
left join lateral (select id_no from person_ident i where i.person_id = p.person_id
	order by is_former, id_kind, id_no limit 1) i on true
cross join lateral (select count(*) as n from task t where t.person_id = p.person_id
	and t.state in (select state from task_state where kind <> 'final')) t
order by l.at desc limit 15;

-- Numbers first, then their persons: person_ident is spread by number, person by person.
-- As it begins; where none does, as it ends (from four digits on), or with one digit wrong or two swapped.  What else
-- has a number of its own comes first, where exactly that was typed; an employer is no person's.
-- statement: search_number
-- params: prefix text, id_no text, person_id int8, n int4
-- columns: mark text, id_no text, name text, sex text, birth_date date, region text, open_tasks int8, person_id int8, screen text, subject_id int8
with begun as materialized (select i.id_no, i.person_id from person_ident i
	where i.id_no collate "C" >= $1 and i.id_no collate "C" < $1 || chr(1114111)
		and ($2::text is null or i.id_no collate "C" >= $2 and
			(i.id_no collate "C", i.person_id) > ($2, $3::bigint))
	order by i.id_no collate "C", i.person_id limit coalesce($4::int, 50)),
misread as materialized (select array_agg(overlay($1 placing d from k for 1)) as those
	from generate_series(1, length($1)) k, unnest(string_to_array('0123456789X', null)) d
	where length($1) between 15 and 18
	union all select array_agg(overlay($1 placing substr($1, k + 1, 1) || substr($1, k, 1) from k for 2))
	from generate_series(1, length($1) - 1) k where length($1) between 15 and 18),
i as (select *, '' as other, 'person' as screen, person_id as subject_id from begun
	union all
	(select i.id_no, i.person_id, '', 'person', i.person_id from person_ident i
	where $2::text is null and length($1) >= 4 and not exists (select from begun)
		and i.id_back collate "C" >= reverse($1) and i.id_back collate "C" < reverse($1) || chr(1114111)
	order by i.id_back collate "C" limit coalesce($4::int, 50))
	union
	select i.id_no, i.person_id, '~', 'person', i.person_id from misread m join person_ident i on i.id_no = any (m.those)
	where $2::text is null and not exists (select from begun)
	union all
	select x.number, x.person_id, '#', x.screen, x.subject_id from subject_search($1) x where $2::text is null)
select case when i.other > '' then i.other when t.n > 0 then '*' else '' end, i.id_no, p.name, p.sex, p.birth_date,
	coalesce(g.name, p.region_code::text), t.n, i.person_id, i.screen, i.subject_id
from i left join person p using (person_id)
left join region g on g.region_code = p.region_code
cross join lateral (select count(*) as n from task t where t.person_id = p.person_id
	and t.state in (select state from task_state where kind <> 'final')) t
where p.person_id is not null or (i.other = '#' and i.person_id = 0)
order by i.other <> '#', i.id_no collate "C", p.person_id limit coalesce($4::int, 50);

-- Who stands at a partner's window, by the whole number; the parameters are those of search_number.
-- statement: search_window
-- params: prefix text, id_no text, person_id int8, n int4
-- columns: mark text, id_no text, name text, sex text, birth_date date, region text, open_tasks int8, person_id int8, screen text, subject_id int8
select case when w.open_tasks > 0 then '*' else '' end, w.id_no, w.name, w.sex, w.birth_date, w.region, w.open_tasks, w.person_id,
	'person', w.person_id
from window_found($1) w where $2::text is null and $3::bigint is null limit coalesce($4::int, 50);

-- Several words at once: a name as it sounds or as it begins, when somebody was born, an area.  Those whose name is
-- typed whole come first.  With a birth date its index finds; without, names are gone through in their order until there
-- are enough (nearly each is somebody's: ten for each row are more than enough), and a loop keeps that order.
-- Where that is nobody: with one letter wrong, missing, too many or two swapped, or written with other characters.
-- statement: search_words
-- params: sound text, stem text, born_from date, born_before date, place text, born_day text, far int4, name text, birth_date date, person_id int8, n int4
-- columns: mark text, id_no text, name text, sex text, birth_date date, region text, open_tasks int8, person_id int8, far int4
with slip as materialized (
	select distinct s from (
		select unnest(array[overlay($1 placing '' from i for 1), overlay($1 placing c from i for 1), overlay($1 placing c from i for 0),
			overlay($1 placing reverse(substr($1, i, 2)) from i for 2)]) as s
		from generate_series(1, length($1)) i, unnest(string_to_array('abcdefghijklmnopqrstuvwxyz', null)) c
		where length($1) >= 5
		union all select string_agg(h.reading, '' order by x.nth)
		from unnest(string_to_array($2, null)) with ordinality x (ch, nth) join han_reading h on h.ch = x.ch and h.rank = 0
		where $1::text is null having count(*) = length($2) and length($2) > 1) v
	where $8::text is null and ($3::date is not null or $1::text is null
		or not exists (select from name_key k where k.key >= $1 and k.key < $1 || chr(1114111)))),
named as materialized (
	(select * from (select k.name, min(least(1, length(k.key) - length($1))) as far from name_key k
		where k.key >= $1 and k.key < $1 || chr(1114111) group by k.name) k
	where $8::text is null or (k.far, k.name) >= ($7::int, $8)
	order by k.far, k.name
	limit case when $3::date is null and $5::text is null and $6::text is null then 10 * coalesce($11::int, 50) end)
	union all select distinct k.name, 2 from slip s join name_key k on k.key = s.s),
found as ((
	select p.*, n.far from named n join person p on p.name collate "C" = n.name
	where $3::date is not null and p.birth_date >= $3::date and p.birth_date < $4::date)
	union all (select p.*, least(1, length(p.name) - length($2)) from person p
	where $3::date is not null and $1::text is null and p.birth_date >= $3::date and p.birth_date < $4::date
		and p.name collate "C" >= $2 and p.name collate "C" < $2 || chr(1114111))
	union all (select p.*, n.far from named n cross join lateral (select p.* from person p join region g using (region_code)
		where p.name collate "C" = n.name and ($5::text is null or g.name like '%' || $5 || '%')
			and ($6::text is null or to_char(p.birth_date, 'MMDD') = $6)
			and ($8::text is null or (n.far, n.name, p.birth_date, p.person_id) > ($7::int, $8, $9::date, $10::bigint))
		order by p.birth_date, p.person_id offset 0) p
	where $3::date is null limit coalesce($11::int, 50))
	union all (select p.*, least(1, length(p.name) - length($2)) from person p join region g using (region_code)
	where $3::date is null and $1::text is null and p.name collate "C" >= $2 and p.name collate "C" < $2 || chr(1114111)
		and ($5::text is null or g.name like '%' || $5 || '%') and ($6::text is null or to_char(p.birth_date, 'MMDD') = $6)
		and ($8::text is null or p.name collate "C" >= $8 and
			(p.name collate "C", p.birth_date, p.person_id) > ($8, $9::date, $10::bigint))
	order by p.name collate "C", p.birth_date, p.person_id limit coalesce($11::int, 50)))
select case when p.far = 2 then '~' when t.n > 0 then '*' else '' end, coalesce(i.id_no, ''), p.name, p.sex, p.birth_date,
	coalesce(p.region, p.region_code::text), t.n, p.person_id, p.far
from (select p.*, g.name as region from found p left join region g on g.region_code = p.region_code
	where ($5::text is null or g.name like '%' || $5 || '%') and (p.far < 2 or not exists (select from found where far < 2))
		and ($8::text is null or (p.far, p.name collate "C", p.birth_date, p.person_id) > ($7::int, $8, $9::date, $10::bigint))
	order by p.far, p.name collate "C", p.birth_date, p.person_id limit coalesce($11::int, 50)) p
left join lateral (select id_no from person_ident i where i.person_id = p.person_id
	order by is_former, id_kind, id_no limit 1) i on true
cross join lateral (select count(*) as n from task t where t.person_id = p.person_id
	and t.state in (select state from task_state where kind <> 'final')) t
order by p.far, p.name collate "C", p.birth_date, p.person_id;

-- Names from $1 on are the index's; of them those that read $2 whatever dots they came with, and those that
-- begin as $3 was typed.  Where that is nobody: who is written with other characters of that sound, or with two swapped.
-- statement: search_name
-- params: stem text, folded text, typed text, name text, birth_date date, person_id int8, n int4
-- columns: mark text, id_no text, name text, sex text, birth_date date, region text, open_tasks int8, person_id int8
with found as materialized ((select * from person p
	where p.name collate "C" >= $1 and p.name collate "C" < $1 || chr(1114111)
		and starts_with(translate(p.name, U&'.\FF0E\FE52\02D9\0387\1427\2022\2024\2027\2219\22C5\25CF\2E31\3002\30FB\FF61\FF65',
			repeat(U&'\00B7', 17)), $2)
		and ($4::text is null or p.name collate "C" >= $4 and
			(p.name collate "C", p.birth_date, p.person_id) > ($4, $5::date, $6::bigint))
	order by p.name collate "C", p.birth_date, p.person_id limit coalesce($7::int, 50))
	union
	(select * from person p
	where $3::text is not null and p.name collate "C" >= $3 and p.name collate "C" < $3 || chr(1114111)
		and ($4::text is null or (p.name collate "C", p.birth_date, p.person_id) > ($4, $5::date, $6::bigint))
	order by p.name collate "C", p.birth_date, p.person_id limit coalesce($7::int, 50))),
alike as (select k.name from name_key k where k.key = (select string_agg(h.reading, '' order by x.nth)
		from unnest(string_to_array($2, null)) with ordinality x (ch, nth) join han_reading h on h.ch = x.ch and h.rank = 0
		having count(*) = length($2) and length($2) > 1)
	union select overlay($2 placing reverse(substr($2, i, 2)) from i for 2) from generate_series(1, length($2) - 1) i)
select case when p.is_alike then '~' when t.n > 0 then '*' else '' end, coalesce(i.id_no, ''), p.name, p.sex, p.birth_date,
	coalesce(g.name, p.region_code::text), t.n, p.person_id
from (select *, false as is_alike from found union all
	(select p.*, true from alike a join person p on p.name collate "C" = a.name
	where $4::text is null and not exists (select from found)
	order by p.name collate "C", p.birth_date, p.person_id limit coalesce($7::int, 50))) p
left join region g on g.region_code = p.region_code
left join lateral (select id_no from person_ident i where i.person_id = p.person_id
	order by is_former, id_kind, id_no limit 1) i on true
cross join lateral (select count(*) as n from task t where t.person_id = p.person_id
	and t.state in (select state from task_state where kind <> 'final')) t
order by p.name collate "C", p.birth_date, p.person_id limit coalesce($7::int, 50);

-- Person 0 has the tasks that are about no person.
-- statement: person_by_number
-- params: number text
-- columns: person_id int8
select x.person_id from (
	select i.person_id, 1 as nth from person_ident i where i.id_no = upper($1)
	union all
	select p.person_id, 2 from person p
	where p.person_id = case when $1 ~ '^[0-9]{1,15}$' then $1::bigint end
	union all
	select 0, 3 where $1 = '0') x
order by x.nth limit 1;

-- The number that was typed at a partner's window; nothing where the login is none.
-- statement: window_asked
-- params: number text
-- columns: done void
select window_ask(upper($1)) as done;

-- Who stands there, once it was asked; nobody where the login is no window's.
-- statement: person_at_window
-- params: number text
-- columns: person_id int8
select person_id from (select window_open(upper($1)) as person_id) x where person_id is not null;

-- The board: the last day with figures and the one before it; area 0 is the whole office.
-- statement: board_figures
-- params: region int4
-- columns: mark text, indicator text, title text, value numeric, trend text, unit text, meaning text, owner text, day date, as_of text, counted numeric, of_total numeric, watch numeric, alarm numeric, less_is_better bool
with day as materialized (select d.last, (select max(v.business_day) from indicator_value v
		where v.business_day < d.last) as before
	from (select max(v.business_day) as last from indicator_value v
		where v.business_day <= (select value::date from setting
			where name = 'business_day')) d),
figure as (select v.indicator, v.business_day, v.as_of, v.counted, v.of_total,
		round(case when v.of_total is null then v.counted
			else case when i.unit = '%' then 100 else 1 end * v.counted /
				nullif(v.of_total, 0) end, 1) as value
	from indicator_value v join indicator i using (indicator)
	where v.business_day in (select last from day union all select before from day)
		and v.region_code = coalesce($1::int, 0))
select case when i.less_is_better and n.value >= w.alarm or
			not i.less_is_better and n.value <= w.alarm then '!'
		when i.less_is_better and n.value >= w.watch or
			not i.less_is_better and n.value <= w.watch then '*'
		else '' end,
	i.indicator, i.title, n.value,
	case when b.value is null or n.value is null then ''
		when n.value > b.value then '+' when n.value < b.value then '-' else '=' end,
	i.unit, i.meaning, i.owner, n.business_day, to_char(office_time(n.as_of), 'YYYY-MM-DD HH24:MI'),
	n.counted, n.of_total, w.watch, w.alarm, i.less_is_better
from indicator i cross join day
left join indicator_limit w on w.indicator = i.indicator
left join figure n on n.indicator = i.indicator and n.business_day = day.last
left join figure b on b.indicator = i.indicator and b.business_day = day.before
left join policy_row o on o.kind = 'board' and o.code = lower(i.indicator) and o.name = 'place'
order by coalesce(o.value::int, 1000 + i.sort), i.indicator limit 300;

-- The figures of a past day as they were stored then, or of the last day; and the values of the days before, to be drawn.
-- statement: board_on
-- params: region int4, day date
-- columns: mark text, indicator text, title text, value numeric, trend text, unit text, meaning text, owner text, day date, as_of text, counted numeric, of_total numeric, watch numeric, alarm numeric, less_is_better bool, history text
with day as materialized (select max(v.business_day) as last from indicator_value v
	where v.business_day <= coalesce($2::date, business_day())),
figure as materialized (select v.indicator, v.business_day, v.as_of, v.counted, v.of_total,
		round(case when v.of_total is null then v.counted
			else case when i.unit = '%' then 100 else 1 end * v.counted / nullif(v.of_total, 0) end, 1) as value
	from indicator_value v join indicator i using (indicator) cross join day
	where v.business_day between day.last - 366 and day.last and v.region_code = coalesce($1::int, 0)),
line as (select f.indicator, string_agg(f.business_day || ' ' || f.value, ';' order by f.business_day) as history,
		(array_agg(f.value order by f.business_day desc))[2] as before
	from figure f where f.value is not null group by f.indicator)
select case when i.less_is_better and n.value >= w.alarm or not i.less_is_better and n.value <= w.alarm then '!'
		when i.less_is_better and n.value >= w.watch or not i.less_is_better and n.value <= w.watch then '*'
		else '' end,
	i.indicator, i.title, n.value,
	case when l.before is null or n.value is null then ''
		when n.value > l.before then '+' when n.value < l.before then '-' else '=' end,
	i.unit, i.meaning, i.owner, n.business_day, to_char(office_time(n.as_of), 'YYYY-MM-DD HH24:MI'),
	n.counted, n.of_total, w.watch, w.alarm, i.less_is_better, l.history
from indicator i cross join day
left join indicator_limit w on w.indicator = i.indicator
left join figure n on n.indicator = i.indicator and n.business_day = day.last
left join line l on l.indicator = i.indicator
left join policy_row o on o.kind = 'board' and o.code = lower(i.indicator) and o.name = 'place'
order by coalesce(o.value::int, 1000 + i.sort), i.indicator limit 300;

-- The last days of each figure, from 0 (the least of them) to 7 (the most), the newest last.
-- statement: board_course
-- params: region int4
-- columns: indicator text, course text
with line as (select i.indicator, x.business_day, x.value, min(x.value) over w as least, max(x.value) over w as most
	from indicator i cross join lateral (select v.business_day, v.counted::numeric / nullif(coalesce(v.of_total, 1), 0) as value
		from indicator_value v where v.region_code = coalesce($1::int, 0) and v.indicator = i.indicator
			and v.business_day <= business_day()
		order by v.business_day desc limit 8) x
	where x.value is not null window w as (partition by i.indicator))
select indicator, string_agg(case when most = least then 0 else round(7 * (value - least) / (most - least)) end::int::text,
	'' order by business_day) as course
from line group by indicator having count(*) > 1 limit 300;

-- Whether the figures are old: the business day is another one, a file came in since, or tasks are not as many as
-- they were.  Asked after the figures, for those do not wait for work on tasks.
-- statement: board_age
-- params: region int4
-- columns: is_old bool, as_of text
with day as materialized (select max(v.business_day) as last from indicator_value v
	where v.business_day <= business_day()),
figure as materialized (select v.* from indicator_value v join day on v.business_day = day.last
	where v.region_code = coalesce($1::int, 0)),
live as materialized (select count(*) as open, count(*) filter (where s.kind = 'proposed') as proposed
	from task t join task_state s using (state)
	where s.kind <> 'final' and ($1::int is null or t.region_code = $1::int))
select day.last <> business_day() or f.as_of < (select max(b.at) from batch b) or exists (
		select from figure o where o.counted is distinct from case o.indicator
			when 'J1' then live.open when 'J9' then live.proposed else o.counted end),
	to_char(office_time(f.as_of), 'YYYY-MM-DD HH24:MI')
from day cross join live cross join (select max(as_of) as as_of from figure) f
where f.as_of is not null limit 1;

-- The area asked for, before others that there are.
-- statement: area_named
-- params: region int4
-- columns: region_code int4, is_it bool
select g.region_code, g.region_code = $1::int from region g where g.region_code <> 0
order by g.region_code is distinct from $1::int, g.region_code limit 40;

-- The figures in alarm, for the first screen.
-- statement: home_alerts
-- params:
-- columns: mark text, indicator text, title text, value numeric, unit text, alarm numeric, owner text, as_of text
select '!', i.indicator, i.title, n.value, i.unit, w.alarm, i.owner, to_char(office_time(n.as_of), 'YYYY-MM-DD HH24:MI')
from indicator i join indicator_limit w using (indicator)
join (select v.indicator, round(case when v.of_total is null then v.counted
			else case when d.unit = '%' then 100 else 1 end * v.counted /
				nullif(v.of_total, 0) end, 1) as value, v.as_of
	from indicator_value v join indicator d using (indicator)
	where v.region_code = 0 and v.business_day = (select max(l.business_day)
		from indicator_value l where l.business_day <= business_day())) n using (indicator)
where case when i.less_is_better then n.value >= w.alarm else n.value <= w.alarm end
order by i.sort, i.indicator limit 5;
