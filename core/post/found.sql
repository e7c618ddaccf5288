-- What somebody has to look after: messages that did not arrive, answers that did not come, decisions contested.

-- statement: post_undelivered
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select m.person_id, 0::bigint as subject_id, m.message_id || ':' || m.round as cause,
	jsonb_build_array(case when m.state = 'returned' then 'a letter came back'
		when m.why = 'no address' then 'a letter has no address'
		when m.why = 'changed' then 'a message was changed after it was approved'
		else 'a message could not be delivered' end)::text as say,
	null::date as due, null::bigint as monthly_fen, jsonb_build_object('message', m.message_id) as inputs
from message m where $1::date is not null and m.state in ('failed', 'returned');

-- Nobody has answered, and nothing was decided meanwhile.
-- statement: post_unanswered
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select m.person_id, 0::bigint as subject_id, m.message_id::text as cause,
	jsonb_build_array('no answer came by %s', m.reply_by::text)::text as say,
	null::date as due, null::bigint as monthly_fen, jsonb_build_object('message', m.message_id) as inputs
from message m join task t using (person_id, rule_id, cause)
where m.state = 'delivered' and m.replied_on is null and m.reply_by < $1::date and t.state = m.task_state;

-- statement: objections_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select o.person_id, 0::bigint as subject_id, o.objection_id::text as cause,
	case when o.filed_on > o.last_day then jsonb_build_array(case o.kind
			when 'internal' then 'an objection, filed after its last day, %s'
			when 'reconsideration' then 'an application for reconsideration, filed after its last day, %s'
			else 'an action in court, filed after its last day, %s' end, o.last_day::text)
		else jsonb_build_array(case o.kind when 'internal' then 'an objection: a third person decides it'
			when 'reconsideration' then 'the government reconsiders the decision'
			else 'the decision is before the court' end) end::text as say,
	o.filed_on + w.decide_days as due, null::bigint as monthly_fen, jsonb_build_object('objection', o.objection_id,
		'decision', o.decision_id) as inputs
from objection o join work_remedy w using (kind) where $1::date is not null and o.state = 'open';

-- Until when the decision of a message may be contested, and what was filed.
-- statement: post_remedies
-- params: message_id int8
-- columns: kind text, last_day date, filed_on date, state text, stops text
select w.kind, remedy_last(m.person_id, m.decision_id, w.kind), o.filed_on, o.state, o.stops
from message m cross join work_remedy w
left join objection o on o.person_id = m.person_id and o.decision_id = m.decision_id and o.kind = w.kind
where m.message_id = $1 and m.adverse and m.task_state = 'done' order by w.decide_days, w.kind limit 10;

-- statement: objection_put
-- params: person_id int8, decision_id int8, kind text, day date, stops text, note text
-- columns: objection_id int8
select objection_put($1, $2, $3, coalesce($4, business_day()), $5, $6) as objection_id;
