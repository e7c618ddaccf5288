-- The counter and its channels: requests, contacts, and what screens and verbs show of them.

-- statement: service_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select v.person_id, 0::int8 as subject_id, v.request_no as cause, service_say(o) as say, v.due, null::bigint as monthly_fen,
	'{}'::jsonb as inputs
from service_open v {scope} join service_open o on (o.person_id, o.request_no) = (v.person_id, v.request_no)
where v.asked_on <= $1::date;

-- statement: service_ask
-- params: person_id int8, matter text, channel text, detail text, helper text
-- columns: request text
select service_ask($1, $2, $3, $4, $5) as request;

-- statement: service_note
-- params: person_id int8, matter text, channel text, result text, note text
-- columns: contact int8
select service_note($1, $2, $3, $4, $5) as contact;

-- statement: service_withdraw
-- params: person_id int8, request text
-- columns: request text
select service_withdraw($1, $2) as request;

-- statement: service_matters
-- params:
-- columns: code text, label text, days int4, working_days int4
select m.matter, m.matter, m.days, m.working_days from service_matter m order by m.place, m.matter limit 60;

-- statement: service_phrases
-- params: person_id int8
-- columns: label text
select s.value from policy_row a join policy_row s using (kind, code)
where a.kind = 'phrase' and a.name = 'about' and s.name = 'say' and a.value in ('counter', 'any') and $1::bigint is not null
order by a.value = 'any', a.code limit 40;

-- statement: service_channel_list
-- params:
-- columns: code text, label text
select c.channel, c.channel from channel c order by c.channel <> 'counter', c.channel limit 30;

-- The newest requests; "!" the day has passed.
-- statement: service_requests
-- params: state text, after date, request_no text, person_id int8, n int4
-- columns: mark text, asked_on date, matter text, channel text, name text, state text, due date, request_no text, person_id int8
select case when o.due < business_day() then '!' else '' end, r.asked_on, r.matter, r.channel, p.name, s.state, o.due, r.request_no,
	r.person_id
from service_request r join person p using (person_id) left join service_open o using (person_id, request_no)
cross join lateral (select case when r.state = 'withdrawn' then 'withdrawn' when r.outcome <> '' then r.outcome
	else 'open' end as state) s
where ($1::text is null or s.state = $1) and ($2::date is null or (r.asked_on, r.request_no, r.person_id) < ($2, $3, $4))
order by r.asked_on desc, r.request_no desc, r.person_id desc limit coalesce($5::int, 100);

-- statement: service_log
-- params: person_id int8
-- columns: day date, channel text, matter text, result text, who text, request text, note text
select s.day, s.channel, s.matter, s.result, s.who, s.request_no, s.note from service_said s where s.person_id = $1
order by s.day desc, s.request_no desc limit 30;

-- What the counter has to know at a glance: always one row.
-- statement: service_at_once
-- params: person_id int8
-- columns: mark text, waiting int8, due date, contacts int8, last_on date, person_id int8
select case when o.due < business_day() then '!' else '' end, o.n, o.due, s.n, s.day, p.person_id
from person p cross join lateral (select count(*) as n, min(due) as due from service_open x where x.person_id = p.person_id) o
cross join lateral (select count(*) filter (where x.day > business_day() - 30) as n, max(x.day) as day from service_said x
	where x.person_id = p.person_id) s
where p.person_id = $1 limit 1;

-- statement: service_head
-- params: person_id int8
-- columns: name text, id_no text, waiting text
select p.name, coalesce((select min(i.id_no) from person_ident i where i.person_id = p.person_id and not i.is_former), ''),
	coalesce((select string_agg(x.matter, ' ' order by x.matter) from service_open x where x.person_id = p.person_id), '')
from person p where p.person_id = $1 limit 1;

-- What came by each channel since the first of a month, and how much of what is done nobody came for.
-- statement: service_channels
-- params: since date
-- columns: channel text, contacts int8, persons int8, done int8, without_visit numeric, days numeric
select c.channel, coalesce(s.n, 0), coalesce(s.persons, 0), coalesce(d.n, 0), d.share, d.days
from channel c
left join (select x.channel, count(*) as n, count(distinct x.person_id) as persons from service_said x
	where x.day >= coalesce($1::date, date_trunc('month', business_day())) group by x.channel) s using (channel)
left join (select x.channel, count(*) as n, round(100.0 * count(*) filter (where not x.is_visit) / count(*), 1) as share,
		percentile_disc(0.5) within group (order by x.done_on - x.asked_on)::numeric as days
	from service_settled x where x.done_on >= coalesce($1::date, date_trunc('month', business_day())) group by x.channel) d
	using (channel)
order by c.channel limit 30;
