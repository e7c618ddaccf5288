-- Outreach: what the day's work keeps of it, and what staff see and do.

-- What was said stands as long as a letter about it may be asked for.
-- statement: outreach_class_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select x.person_id, 0::bigint as subject_id, x.outreach as cause, outreach_say(o) as say, x.sent_on as due, null::bigint as monthly_fen,
	'{}'::jsonb as inputs
from outreach_person x {scope} join outreach o using (outreach) where x.kind = 'outreach_class' and x.sent_on > $1::date - 100;

-- statement: outreach_fraud_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select x.person_id, 0::bigint as subject_id, x.outreach as cause, outreach_say(o) as say, x.sent_on as due, null::bigint as monthly_fen,
	'{}'::jsonb as inputs
from outreach_person x {scope} join outreach o using (outreach) where x.kind = 'outreach_fraud' and x.sent_on > $1::date - 100;

-- statement: outreach_health_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select x.person_id, 0::bigint as subject_id, x.outreach as cause, outreach_say(o) as say, x.sent_on as due, null::bigint as monthly_fen,
	'{}'::jsonb as inputs
from outreach_person x {scope} join outreach o using (outreach) where x.kind = 'outreach_health' and x.sent_on > $1::date - 100;

-- statement: outreach_make
-- params: outreach text, kind text, region int4, age_from int4, age_to int4, sex text, paid bool
-- columns: persons int8
select outreach_make($1, $2, $3, $4, $5, $6, $7) as persons;

-- statement: outreach_send
-- params: outreach text
-- columns: persons int8
select outreach_send($1) as persons;

-- statement: outreach_drop
-- params: outreach text
-- columns: outreach text
select outreach_drop($1) as outreach;

-- Of one that waits how many it would be today; of one that was sent what became of the messages.
-- statement: outreach_list
-- columns: mark text, outreach text, kind text, state text, sent_on date, persons int8, delivered int8, waiting int8, failed int8, unreached int8
select case when o.state = 'made' then '*' else '' end, o.outreach, o.kind, o.state, o.sent_on, case when o.state = 'made'
		then (select count(*) from outreach_whom(o, business_day())) else t.persons end, t.delivered, t.waiting, t.failed, t.unreached
from outreach o cross join lateral (select count(*) as persons, count(*) filter (where x.state in ('sent', 'delivered')) as delivered,
		count(*) filter (where x.state in ('draft', 'due', 'ready')) as waiting,
		count(*) filter (where x.state in ('failed', 'returned')) as failed, count(*) filter (where x.state in ('dropped', '')) as unreached
	from outreach_told x where x.outreach = o.outreach) t
order by o.state = 'made' desc, o.at desc limit 100;

-- statement: outreach_show
-- params: outreach text
-- columns: mark text, name text, region text, state text, channel text, delivered_on date, why text, person_id int8
select case when t.state in ('failed', 'returned') then '!' else '' end, p.name, coalesce(g.name, t.region_code::text), t.state, t.channel,
	t.delivered_on, t.why, t.person_id
from outreach_told t join person p using (person_id) left join region g on g.region_code = t.region_code
where t.outreach = $1 order by t.state not in ('failed', 'returned'), t.person_id limit 500;
