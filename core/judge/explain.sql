-- What an explanation starts from: the task, what was found, what was decided, and where each fact
-- came from.

-- The decision that counts: one that was refused left the task to be decided again.
-- statement: explain_head
-- params: person_id int8, rule_id text, cause text
-- columns: name text, id_no text, region text, task_type text, title text, state text, due date, found bool, decision_id int8, outcome text, reason text, approver_reason text, author text, approver text, automatic bool, decided_on date, judged_on date, book_hash text, sealed bool, last_judged date, last_book text, today date, subject text, subject_id int8, is_known bool
select coalesce(p.name, ''), coalesce(i.id_no, ''), coalesce(g.name, p.region_code::text),
	coalesce(t.task_type, ''), coalesce(k.title, ''), case when d.undoes is not null and d.outcome = 'approved'
		then 'undone' else coalesce(t.state, '') end, t.due,
	f.person_id is not null, d.decision_id, d.outcome, coalesce(r.label, d.reason),
	coalesce((select a.label from reason a where a.task_type in (t.rule_id, t.task_type)
		and a.code = d.approver_reason order by a.event limit 1), d.approver_reason),
	d.author::text, d.approver::text, d.automatic, d.business_day, d.judged_on, d.book_hash,
	d.seal is not distinct from decision_seal(d.person_id, d.rule_id, d.cause, d.rule_hash,
		d.book_hash, d.judged_on, d.inputs),
	judged_day(), judged_book(), business_day(), coalesce(t.subject, f.subject, d.subject, 'person'),
	coalesce(nullif(coalesce(t.subject_id, f.subject_id, d.subject_id), 0), x.person_id),
	x.person_id = 0 or p.person_id is not null
from (select $1::bigint as person_id) x left join person p using (person_id)
left join region g on g.region_code = p.region_code
left join lateral (select id_no from person_ident i where i.person_id = x.person_id
	order by is_former, id_kind, id_no limit 1) i on true
left join task t on t.person_id = x.person_id and t.rule_id = $2 and t.cause = $3
left join task_type k on k.task_type = t.task_type
left join finding f on f.person_id = x.person_id and f.rule_id = $2 and f.cause = $3
left join lateral (select * from decision d where d.person_id = x.person_id and d.rule_id = $2
	and d.cause = $3 and d.outcome not in ('refused', 'undone')
	order by d.decided_at desc, d.decision_id desc limit 1) d on true
left join reason r on r.task_type = reason_kind(t.rule_id, t.task_type, d.event)
	and r.event = d.event and r.code = d.reason
limit 1;

-- What a finder rests on: its statement, the numbers of the law that it reads, and the row it gave.
-- statement: explain_finder
-- params: rule_id text, person_id int8, cause text, decision_id int8
-- columns: kind text, name text, value text, meaning text, basis text
select kind, name, value, meaning, basis from (
	select 1 as place, 0::bigint as nth, 'rule' as kind, rule_id as name, '' as value, title as meaning, basis
	from finder where rule_id = $1
	union all
	select 2, x.nth, 'statement', '', x.line, '', '' from finder f
	cross join lateral regexp_split_to_table(f.body, E'\n') with ordinality x (line, nth)
	where f.rule_id = $1 and x.line <> ''
	union all
	select 3, x.nth, 'parameter', x.name, coalesce(n.value::text, ''), '', '' from finder f
	cross join lateral regexp_split_to_table(f.parameters, ' ') with ordinality x (name, nth)
	left join policy_number n using (name) where f.rule_id = $1 and x.name <> ''
	union all
	select 4, row_number() over (order by y.key), 'fact', y.key, y.value, '', ''
	from (select coalesce((select d.inputs -> 'facts' from decision d where d.person_id = $2
			and d.decision_id = $4), f.inputs::jsonb) as inputs
		from (select) one left join finding f on f.person_id = $2 and f.rule_id = $1
			and f.cause = $3) i
	cross join lateral jsonb_each_text(i.inputs) y
	union all
	select 5, x.nth::bigint, 'found', x.name, x.value, '', ''
	from finding f cross join lateral (values (1, 'cause', f.cause), (2, 'say', f.say),
		(3, 'due', f.due::text), (4, 'monthly', f.monthly_fen::text)) x (nth, name, value)
	where f.person_id = $2 and f.rule_id = $1 and f.cause = $3 and x.value is not null) l
order by place, nth;

-- Newest first.  What a rule settled by itself has its facts stored and no sources: they are looked up,
-- those of the day it was judged on.
-- statement: explain_sources
-- params: person_id int8, decision_id int8, subject text, subject_id int8
-- columns: fact text, value text, day date, file text, line int8
select s.fact, s.value, s.day, b.file_name, s.line
from fact_source s left join batch b using (batch_id)
where s.subject = $3 and s.subject_id = $4 and ($2::bigint is null or exists (select from decision d
	where d.person_id = $1 and d.decision_id = $2 and d.inputs -> 'sources' is null
		and (s.day is null or s.day <= d.judged_on)))
union all
select s.fact, s.value, s.day, s.file, s.line
from decision d cross join lateral jsonb_to_recordset(d.inputs -> 'sources')
	as s (fact text, value text, day date, file text, line bigint)
where d.person_id = $1 and d.decision_id = $2
order by 1, 3 desc nulls last, 5 limit 5000;
