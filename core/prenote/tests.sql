-- Accounts that are tried before a benefit goes there.

-- Those that nobody need think of any more are left out, unless they are asked for.
-- statement: account_tests
-- params: state text
-- columns: mark text, name text, channel text, number text, before text, state text, sent_on date, due_on date, told_on date, reason text, why text, test_id int8, person_id int8
select case when t.state = 'failed' or t.state = 'sent' and t.due_on < business_day() then '!' when t.state in ('waiting', 'sent') then '*'
		else '' end, p.name, t.channel, t.number,
	coalesce((select a.channel || ' ' || a.number from account_paid_to(business_day()) a where a.person_id = t.person_id), ''), t.state,
	t.sent_on, t.due_on, t.told_on, case when t.reason <> '' then pay_reason(t.reason) else '' end, t.why, t.test_id, t.person_id
from account_test t join person p using (person_id)
where case coalesce($1, '') when '' then t.state in ('waiting', 'sent', 'failed') else t.state = $1 end
order by t.state <> 'failed', t.due_on nulls last, t.test_id limit 500;

-- After the feed of accounts.
-- statement: account_test_feed
-- params: batch_id int8
-- columns: done void
select account_test_open($1, null) as done;

-- statement: account_accept
-- params: test_id int8, why text
-- columns: state text
select account_test_accept($1, $2) as state;

-- statement: account_again
-- params: test_id int8, why text
-- columns: state text
select account_test_again($1, $2) as state;

-- The newest account of a person did not stand its test; it ends when another one is entered, or it is tried again.  All
-- accounts are looked through only where a test is in this state.
-- statement: account_failed_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select t.person_id, 0::bigint as subject_id, t.test_id::text as cause,
	jsonb_build_array('the bank does not take %s %s: %s', t.channel, t.number, pay_reason(t.reason))::text as say,
	null::date as due, null::bigint as monthly_fen, jsonb_build_object('test', t.test_id, 'run', t.run_id, 'status', t.status) as inputs
from account_test t join (select * from account_of($1::date) where exists (select from account_test where state = 'failed')) a
	using (person_id, channel, number) where t.state = 'failed';

-- No answer by its day.
-- statement: account_silent_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select t.person_id, 0::bigint as subject_id, t.test_id::text as cause,
	jsonb_build_array('no answer about the test of %s %s, sent on %s', t.channel, t.number, t.sent_on::text)::text as say,
	null::date as due, null::bigint as monthly_fen, jsonb_build_object('test', t.test_id, 'run', t.run_id) as inputs
from account_test t join (select * from account_of($1::date) where exists (select from account_test where state = 'sent' and due_on < $1::date)) a
	using (person_id, channel, number) where t.state = 'sent' and t.due_on < $1::date;

-- The same with one key.
-- statement: account_accept_one
-- params: test_id int8
-- columns: state text
select account_test_accept($1, 'checked') as state;

-- statement: account_again_one
-- params: test_id int8
-- columns: state text
select account_test_again($1, '') as state;
