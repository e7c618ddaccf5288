-- statement: truth_table
create temp table truth (kind text, expects text, id_no text, name text, cause text, detail text);

-- Planted causes against the tasks that arose, rule by rule.  A task of a rule that no planted cause
-- explains counts against precision.
-- statement: truth_rules
-- columns: rule_id text, planted int8, found int8, tasks int8, recall text, precision text
with planted as (
	select t.expects as rule_id, i.person_id, t.cause from truth t
	join person_ident i on i.id_no = t.id_no and i.id_kind = 'cn18'
	where t.expects like '%.%'
	union
	select 'risk.paid_after_death', i.person_id, t.cause from truth t
	join person_ident i on i.id_no = t.id_no and i.id_kind = 'cn18'
	where t.kind = 'sign_after_death'
), counts as (
	select p.rule_id, count(*) as planted, count(k.person_id) as found from planted p
	left join task k on k.person_id = p.person_id and k.rule_id = p.rule_id
		and k.state <> 'withdrawn' and p.cause = case when k.subject_id = 0 then k.cause
			else substr(k.cause, position(':' in k.cause) + 1) end
	group by p.rule_id
), tasks as (
	select rule_id, count(*) as tasks from task where state <> 'withdrawn' group by rule_id
)
select c.rule_id, c.planted, c.found, coalesce(t.tasks, 0) as tasks,
	round(c.found::numeric / nullif(c.planted, 0), 4)::text as recall,
	round(c.found::numeric / nullif(t.tasks, 0), 4)::text as precision
from counts c left join tasks t using (rule_id) order by c.rule_id;

-- Persons who must not be suspended, and those who must only be asked about.
-- statement: truth_innocent
-- columns: kind text, persons int8, suspended int8, asked int8
select t.kind, count(distinct i.person_id) as persons,
	count(distinct s.person_id) as suspended, count(distinct m.person_id) as asked
from truth t join person_ident i on i.id_no = t.id_no and i.id_kind = 'cn18'
left join task s on s.person_id = i.person_id and s.task_type = 'suspend' and s.state <> 'withdrawn'
left join task m on m.person_id = i.person_id and m.rule_id = 'feed.match'
where t.kind in ('namesake', 'namesake_far', 'typo') group by t.kind order by t.kind;

-- statement: truth_holds
-- columns: holds int8, without_proposer int8
select count(*) as holds, count(*) filter (where h.proposer is null or d.automatic)
	as without_proposer
from hold h join decision d on d.person_id = h.person_id and d.decision_id = h.decision_id;
