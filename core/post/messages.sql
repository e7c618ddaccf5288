-- The outbox as people read it and as the sender works through it.

-- "!" failed or came back, "*" waits for a person.
-- statement: post_list
-- params: state text, after int8, n int4
-- columns: mark text, message_id int8, name text, template text, channel text, state text, day date, delivered_on date, why text, person_id int8, language text, rule_id text, cause text
select case when m.state in ('failed', 'returned') then '!' when m.state = 'draft' then '*' else '' end, m.message_id, p.name,
	m.template, m.channel, m.state, coalesce(m.sent_on, office_time(m.at)::date), m.delivered_on, m.why, m.person_id, m.language, m.rule_id,
	m.cause
from message m join person p using (person_id)
where ($1::text is null or m.state = $1) and ($2::bigint is null or m.message_id < $2)
order by m.message_id desc limit coalesce($3::int, 100);

-- statement: post_one
-- params: message_id int8
-- columns: message_id int8, name text, survivors bool, template text, channel text, language text, state text, why text, adverse bool, tries int4, sent_at text, reference text, delivered_on date, means text, proof text, reply_by date, replied_on date, who text, approver text, signature text, person_id int8, rule_id text, cause text, round int4
select m.message_id, p.name, m.survivors, m.template, m.channel, m.language, m.state, m.why, m.adverse, m.tries,
	to_char(office_time(m.sent_at), 'YYYY-MM-DD HH24:MI'), m.ref, m.delivered_on, m.means, m.proof, m.reply_by, m.replied_on, m.who::text,
	m.approver::text, coalesce(m.hash, encode(sha256(convert_to(m.body, 'UTF8')), 'hex')), m.person_id, m.rule_id, m.cause,
	m.round
from message m join person p using (person_id) where m.message_id = $1 limit 1;

-- statement: post_events
-- params: message_id int8
-- columns: at text, what text, day date, detail text, who text
select to_char(office_time(e.at), 'YYYY-MM-DD HH24:MI'), e.what, e.day, e.detail, e.who::text
from message_event e where e.message_id = $1 order by e.event_id desc limit 50;

-- The text line by line, as a screen shows it.
-- statement: post_lines
-- params: message_id int8
-- columns: line text
select t.line from message m cross join lateral regexp_split_to_table(m.body, E'\n') with ordinality t (line, nth)
where m.message_id = $1 order by t.nth limit 500;

-- statement: post_words
-- params: message_id int8, words text
-- columns: n int8
select message_words($1, $2) as n;

-- statement: post_approve
-- params: message_id int8, signature text
-- columns: n int8
select message_approve($1, $2) as n;

-- statement: post_receipt
-- params: message_id int8, what text, day date, means text, proof text
-- columns: n int8
select message_receipt($1, $2, coalesce($3, business_day()), $4, $5) as n;

-- statement: post_retry
-- params: message_id int8
-- columns: n int8
select message_retry($1) as n;

-- statement: post_drop
-- params: message_id int8, why text
-- columns: n int8
select message_drop($1, $2) as n;

-- statement: post_reply
-- params: message_id int8, day date
-- columns: n int8
select message_replied($1, $2) as n;

-- statement: post_wish
-- params: person_id int8, channel text, language text, consents bool
-- columns: n int8
select contact_wish_put($1, $2, $3, $4) as n;

-- statement: post_prepare
-- columns: n int8
select message_prepare() as n;

-- statement: post_unwritten
-- params: n int4
-- columns: message_id int8, person_id int8, rule_id text, cause text, language text, words text, survivors bool, task_state text, reply_days int4
select message_id, person_id, rule_id, cause, language, words, survivors, task_state, reply_days from message_unwritten($1);

-- statement: post_write
-- params: message_id int8, body text
-- columns: n int8
select message_write($1, $2) as n;

-- statement: post_unwritable
-- params: message_id int8, why text
-- columns: n int8
select message_unwritable($1, $2) as n;

-- statement: post_take
-- params: channels text, n int4, at time
-- columns: message_id int8, channel text, reached text, name text, language text, template text, body text, hash text, round int4, day date
select message_id, channel, reached, name, language, template, body, hash, round, day
from message_take(string_to_array($1, ' '), $2, $3);

-- statement: post_sent
-- params: message_id int8, hash text, reference text
-- columns: n int8
select message_sent($1, $2, $3) as n;

-- statement: post_unsent
-- params: message_id int8, why text, final bool
-- columns: n int8
select message_unsent($1, $2, $3) as n;

-- statement: post_print
-- params: message_id int8
-- columns: n int8
select message_print($1) as n;

-- statement: post_printing
-- params: n int4
-- columns: message_id int8, language text, body text, hash text, printed int4, day date
select message_id, language, body, hash, printed, day from message_printing($1);

-- statement: post_printed
-- params: message_id int8, printed int4
-- columns: n int8
select message_printed($1, $2) as n;

-- statement: post_paper
-- params: message_id int8
-- columns: language text, body text, hash text, day date
select m.language, m.body, coalesce(m.hash, encode(sha256(convert_to(m.body, 'UTF8')), 'hex')), office_time(m.at)::date
from message m where m.message_id = $1 and m.body is not null limit 1;

-- What is to leave the office and has not: messages that wait or failed, runs that no bank has, months that are late.
-- statement: post_outgoing
-- params:
-- columns: waiting int8, failed int8, runs int8, late int8
select (select count(*) from message where state in ('due', 'ready')), (select count(*) from message where state in ('failed', 'returned')),
	(select count(*) from pay_run where state in ('open', 'gated', 'signed', 'approved', 'exported')),
	(select count(*) from finding where rule_id = 'pay.late');
