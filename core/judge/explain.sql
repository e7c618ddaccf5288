-- What an explanation starts from: the task, what was found, what was decided, and where each fact
-- came from.

-- The decision that counts: one that was refused left the task to be decided again.
-- statement: explain_head
-- params: person_id int8, rule_id text, cause text
-- columns: name text, id_no text, region text, task_type text, title text, state text, due date, found bool, decision_id int8, outcome text, reason text, approver_reason text, author text, approver text, automatic bool, decided_on date, judged_on date, book_hash text, sealed bool, last_judged date, last_book text, today date
select p.name, coalesce(i.id_no, ''), coalesce(g.name, p.region_code::text),
	coalesce(t.task_type, ''), coalesce(k.title, ''), coalesce(t.state, ''), t.due,
	f.person_id is not null, d.decision_id, d.outcome, coalesce(r.label, d.reason),
	coalesce((select a.label from reason a where a.task_type = t.task_type
		and a.code = d.approver_reason order by a.event limit 1), d.approver_reason),
	d.author::text, d.approver::text, d.automatic, d.business_day, d.judged_on, d.book_hash,
	d.seal is not distinct from decision_seal(d.person_id, d.rule_id, d.cause, d.rule_hash,
		d.book_hash, d.judged_on, d.inputs),
	judged_day(), judged_book(), business_day()
from person p left join region g using (region_code)
left join lateral (select id_no from person_ident i where i.person_id = p.person_id
	order by id_kind, id_no limit 1) i on true
left join task t on t.person_id = p.person_id and t.rule_id = $2 and t.cause = $3
left join task_type k on k.task_type = t.task_type
left join finding f on f.person_id = p.person_id and f.rule_id = $2 and f.cause = $3
left join lateral (select * from decision d where d.person_id = p.person_id and d.rule_id = $2
	and d.cause = $3 and d.outcome <> 'refused'
	order by d.decided_at desc, d.decision_id desc limit 1) d on true
left join reason r on r.task_type = t.task_type and r.event = d.event and r.code = d.reason
where p.person_id = $1 limit 1;

-- Newest first.  What a rule settled by itself has its facts stored and no sources: they are looked up,
-- those of the day it was judged on.
-- statement: explain_sources
-- params: person_id int8, decision_id int8
-- columns: fact text, value text, day date, file text, line int8
select s.fact, s.value, s.day, b.file_name, s.line
from fact_source s left join batch b using (batch_id)
where s.person_id = $1 and ($2::bigint is null or exists (select from decision d
	where d.person_id = $1 and d.decision_id = $2 and d.inputs -> 'sources' is null
		and (s.day is null or s.day <= d.judged_on)))
union all
select s.fact, s.value, s.day, s.file, s.line
from decision d cross join lateral jsonb_to_recordset(d.inputs -> 'sources')
	as s (fact text, value text, day date, file text, line bigint)
where d.person_id = $1 and d.decision_id = $2
order by 1, 3 desc nulls last, 5 limit 5000;
