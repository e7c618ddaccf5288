-- Requests for visits and deliveries: what the feed takes in, and what screens and verbs show.

-- By his number, or ours.
-- statement: request_person
-- params: person text
-- columns: person_id int8
select person_id from person_ident where id_no = $1 union
select person_id from person where person_id::text = $1 order by 1 limit 1;

-- After a file of requests, in its transaction: a task each, at once.
-- statement: request_follow
-- params: batch_id int8
insert into touched (person_id, batch_id, region_code)
select s.person_id, $1::bigint, s.region_code from (select distinct person_id, region_code from stage) s
where home_request_follow(s.person_id) > 0 on conflict do nothing;

-- statement: request_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select v.person_id, 0::int8 as subject_id, v.cause, home_request_say(v) as say, home_request_due(v) as due, null::bigint as monthly_fen,
	'{}'::jsonb as inputs
from home_request_now v {scope} where v.state = 'asked' and v.outcome = '' and v.stand = 'unplanned' and v.asked_on <= $1::date;

-- statement: request_ask
-- params: person_id int8, kind text, day date, from text, to text, channel text, disabled bool, dementia bool, helper text, phone text
-- columns: request text
select home_ask($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as request;

-- statement: request_withdraw
-- params: person_id int8, request text
-- columns: request text
select home_withdraw($1, $2) as request;

-- statement: request_channels
-- params:
-- columns: code text, label text
select c.channel, c.channel from channel c order by c.channel <> 'counter', c.channel limit 30;

-- The newest requests, or those in one state; "!" the wanted day has passed.
-- statement: request_list
-- params: stand text, after date, request_no text, person_id int8, n int4
-- columns: mark text, asked_on date, channel text, name text, kind text, wanted_day date, window text, stand text, request_no text, person_id int8
select case when r.stand in ('unplanned', 'missed') and r.wanted_day < business_day() then '!' else '' end, r.asked_on, r.channel, p.name, r.kind,
	r.wanted_day, to_char(r.wanted_from, 'HH24:MI') || '-' || to_char(r.wanted_to, 'HH24:MI'), r.stand, r.request_no, r.person_id
from home_request_now r join person p using (person_id)
where ($1::text is distinct from 'unplanned' or (r.person_id, r.request_no) in (select w.person_id, w.request_no from home_waiting w))
	and ($1::text is null or r.stand = $1) and ($2::date is null or (r.asked_on, r.request_no, r.person_id) < ($2, $3, $4))
order by r.asked_on desc, r.request_no desc, r.person_id desc limit coalesce($5::int, 100);

-- statement: request_of
-- params: person_id int8
-- columns: asked_on date, kind text, wanted_day date, window text, stand text, nurse text, request_no text, plan_no int8, person_id int8
select r.asked_on, r.kind, r.wanted_day, to_char(r.wanted_from, 'HH24:MI') || '-' || to_char(r.wanted_to, 'HH24:MI'), r.stand,
	coalesce(n.name || ' ' || to_char(r.from_at, 'HH24:MI'), ''), r.request_no, r.plan_no, r.person_id
from home_request_now r left join home_nurse n using (nurse_id) where r.person_id = $1
order by r.asked_on desc, r.request_no desc limit 30;

-- statement: request_head
-- params: person_id int8
-- columns: name text, id_no text, waiting text
select p.name, coalesce((select min(i.id_no) from person_ident i where i.person_id = p.person_id and not i.is_former), ''),
	coalesce((select string_agg(r.kind || ' ' || r.wanted_day, ', ' order by r.wanted_day) from home_request_now r
		where r.person_id = p.person_id and r.stand in ('unplanned', 'planned')), '')
from person p where p.person_id = $1 limit 1;
