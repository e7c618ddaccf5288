-- Payment runs: what a person sees of one, and the steps he takes.

-- statement: pay_list
-- params: after int8, n int4
-- columns: mark text, run int8, period int4, nth int4, state text, persons int8, amount_fen int8, held int8, held_fen int8, prepared_by name, approved_by name
select case when state in ('open', 'gated', 'signed', 'approved', 'exported') then '*' else '' end, run_id, period, nth,
	state, persons, amount_fen, held, held_fen, prepared_by, approved_by
from pay_run where $1::bigint is null or run_id < $1 order by run_id desc limit coalesce($2::int, 100);

-- A run by its number, by its month (the newest of it), or the newest of all.
-- statement: pay_find
-- params: run int8, period int4
-- columns: run int8
select run_id from pay_run
where ($1::bigint is null or run_id = $1) and ($2::int is null or period = $2) and ($1 is not null or state <> 'taken_back')
order by run_id desc limit 1;

-- statement: pay_one
-- params: run int8
-- columns: run int8, period int4, nth int4, state text, day date, persons int8, amount_fen int8, held int8, held_fen int8, alike int8, prepared_by name, signed_by name, approved_by name, sent_by name, paid_on date, signature text, cutoff date, due_on date
select r.run_id, r.period, r.nth, r.state, r.day, r.persons, r.amount_fen, r.held, r.held_fen,
	(select count(*) from pay_line l where l.run_id = r.run_id and l.same >= 3), r.prepared_by, r.signed_by, r.approved_by,
	r.sent_by, r.paid_on, coalesce(r.digest, ''), pay_cutoff(r.period), pay_due(r.period)
from pay_run r where r.run_id = $1 limit 1;

-- Beside what was paid for the month before.  What the login may not see is one line, with its sums where they are
-- of so many that none is told by them.
-- statement: pay_totals
-- params: run int8
-- columns: scheme text, kind text, lines int8, amount_fen int8, held int8, held_fen int8, before_lines int8, before_fen int8
with seen as (select scheme, kind, count(*) filter (where amount_fen > 0 and state <> 'held') as lines,
		coalesce(sum(amount_fen) filter (where state <> 'held'), 0)::int8 as fen, count(*) filter (where state = 'held') as held,
		coalesce(sum(amount_fen) filter (where state = 'held'), 0)::int8 as held_fen, count(before_fen) as before,
		coalesce(sum(before_fen), 0)::int8 as before_fen
	from pay_line where run_id = $1 group by scheme, kind)
(select * from seen order by scheme, kind)
union all
select 'not shown', '', case when x.told then w.lines - s.lines end, case when x.told then w.fen - s.fen end,
	case when x.told then w.held - s.held end, case when x.told then w.held_fen - s.held_fen end,
	case when x.told then w.before - s.before end, case when x.told then w.before_fen - s.before_fen end
from pay_whole($1) w
cross join (select coalesce(sum(lines), 0)::int8 as lines, coalesce(sum(fen), 0)::int8 as fen, coalesce(sum(held), 0)::int8 as held,
	coalesce(sum(held_fen), 0)::int8 as held_fen, coalesce(sum(before), 0)::int8 as before,
	coalesce(sum(before_fen), 0)::int8 as before_fen from seen) s
cross join (select count(distinct person_id) as persons from pay_line where run_id = $1) v
cross join lateral (select w.persons >= v.persons + 10 as told) x
where w.persons > v.persons;

-- What is not as it was a month before; whoever is in none of these is paid what he was paid.
-- statement: pay_changes
-- params: run int8
-- columns: what text, lines int8, fen int8
select x.what, x.persons as lines, coalesce(x.fen, 0) as fen from (
	select count(*) filter (where l.period = r.period and before_fen is null and l.amount_fen > 0) as new,
		sum(l.amount_fen) filter (where l.period = r.period and before_fen is null) as new_fen,
		count(*) filter (where l.period = r.period and before_fen <> l.amount_fen and l.amount_fen > 0) as amount,
		sum(l.amount_fen - before_fen) filter (where l.period = r.period and l.amount_fen > 0) as amount_fen,
		count(*) filter (where number_before <> channel || ' ' || number) as account,
		sum(l.amount_fen) filter (where number_before <> channel || ' ' || number) as account_fen,
		count(*) filter (where l.period < r.period and l.amount_fen > 0) as arrears,
		sum(l.amount_fen) filter (where l.period < r.period) as arrears_fen,
		count(*) filter (where over_fen > 0) as over, sum(over_fen) as over_fen,
		count(*) filter (where l.state = 'held') as held, sum(l.amount_fen) filter (where l.state = 'held') as held_fen
	from pay_line l join pay_run r using (run_id) where l.run_id = $1) n
cross join lateral (select count(*) as persons, sum(amount_fen) as fen from pay_gone($1)) g
cross join lateral (values (1, 'new', n.new, n.new_fen::int8), (2, 'gone', g.persons, g.fen::int8),
	(3, 'amount', n.amount, n.amount_fen::int8), (4, 'account', n.account, n.account_fen::int8),
	(5, 'arrears', n.arrears, n.arrears_fen::int8), (6, 'over', n.over, n.over_fen::int8),
	(7, 'held', n.held, n.held_fen::int8)) x (sort, what, persons, fen)
where x.persons > 0 order by x.sort;

-- The gate: alike signals together.  Few of a run's persons have one: each looks for its own lines.
-- statement: pay_groups
-- params: run int8
-- columns: mark text, rule text, title text, persons int8, fen int8, held int8, kept int8, released int8, release_by text, run int8
select case when count(*) filter (where s.state = 'held') > 0 then '!' else '' end, s.rule_id,
	pay_title(s.rule_id), count(distinct s.person_id), coalesce(sum(l.fen), 0)::int8, count(*) filter (where s.state = 'held'),
	count(*) filter (where s.state = 'kept'), count(*) filter (where s.state = 'released'), pay_release_by(s.rule_id),
	s.run_id
from pay_signal s
cross join lateral (select sum(amount_fen) as fen from pay_line where run_id = s.run_id and person_id = s.person_id) l
where s.run_id = $1 group by s.rule_id, s.run_id order by 4 desc, 2;

-- What stands against whom, a group's rows or all of a run.
-- statement: pay_held
-- params: run int8, rule text
-- columns: mark text, name text, id_no text, fen int8, state text, say text, cause text, who name, number_before text, number text, person_id int8, rule_id text, run int8
select case s.state when 'held' then '!' when 'kept' then 'h' else '' end, p.name,
	coalesce((select min(i.id_no) from person_ident i where i.person_id = s.person_id), ''), coalesce(l.fen, 0)::int8,
	s.state, coalesce(f.say, ''), s.cause, s.who, coalesce(l.number_before, ''), coalesce(l.number, ''), s.person_id, s.rule_id, s.run_id
from pay_signal s join person p using (person_id)
left join finding f using (person_id, rule_id, cause)
cross join lateral (select sum(amount_fen) as fen, max(number_before) as number_before, max(channel || ' ' || number) as number
	from pay_line where run_id = s.run_id and person_id = s.person_id) l
where s.run_id = $1 and ($2::text is null or s.rule_id = $2) order by l.fen desc nulls last, s.person_id, s.rule_id limit 500;

-- Lines of a run, of those that differ in one way or of all.
-- statement: pay_lines
-- params: run int8, what text, n int4
-- columns: mark text, name text, scheme text, kind text, period int4, amount_fen int8, over_fen int8, before_fen int8, state text, why text, channel text, number text, number_before text, same int4, person_id int8
select case l.state when 'held' then 'h' else '' end, p.name, l.scheme, l.kind, l.period, l.amount_fen, l.over_fen, l.before_fen,
	l.state, l.why, l.channel, l.number, l.number_before, l.same, l.person_id
from pay_line l join pay_run r using (run_id) join person p using (person_id)
where l.run_id = $1 and case coalesce($2, '') when 'new' then l.period = r.period and l.before_fen is null and l.amount_fen > 0
	when 'amount' then l.period = r.period and l.before_fen <> l.amount_fen and l.amount_fen > 0
	when 'account' then l.number_before <> l.channel || ' ' || l.number
	when 'arrears' then l.period < r.period and l.amount_fen > 0
	when 'over' then l.over_fen > 0 when 'held' then l.state = 'held' when 'look' then l.same < 3 and l.amount_fen > 0
	else true end
order by l.person_id, l.line_id limit coalesce($3::int, 50);

-- statement: pay_prepare
-- params: period int4
-- columns: run int8
select pay_prepare($1) as run;

-- statement: pay_gate
-- params: run int8
-- columns: held int8
select pay_gate_run($1) as held;

-- statement: pay_decide
-- params: run int8, rule text, person int8, event text, reason text
-- columns: rows int8
select pay_decide($1, $2, $3, $4, $5) as rows;

-- The same with one key: what somebody has looked at goes out, or waits for its task.
-- statement: pay_release
-- params: run int8, rule text
-- columns: rows int8
select pay_decide($1, $2, null, 'release', 'checked') as rows;

-- statement: pay_keep
-- params: run int8, rule text
-- columns: rows int8
select pay_decide($1, $2, null, 'keep', 'waits') as rows;

-- statement: pay_release_one
-- params: run int8, rule text, person int8
-- columns: rows int8
select pay_decide($1, $2, $3, 'release', 'checked') as rows;

-- statement: pay_keep_one
-- params: run int8, rule text, person int8
-- columns: rows int8
select pay_decide($1, $2, $3, 'keep', 'waits') as rows;

-- statement: pay_sign
-- params: run int8
-- columns: signature text
select pay_sign($1) as signature;

-- statement: pay_approve
-- params: run int8, signature text
-- columns: signature text
select pay_approve($1, $2) as signature;

-- statement: pay_take_back
-- params: run int8
-- columns: state text
select pay_take_back($1) as state;

-- Money that a sent run has kept back for what it saw itself, and no run has paid since; tasks hold the rest.
-- statement: pay_held_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select l.person_id, 0::bigint as subject_id, l.why || ' ' || min(l.period) as cause,
	jsonb_build_array('%s is held: %s', to_char(sum(l.amount_fen) / 100.0, 'FM999999999990.00'), pay_title(l.why))::text as say,
	null::date as due, null::bigint as monthly_fen,
	jsonb_build_object('run', max(l.run_id), 'period', min(l.period), 'held_fen', sum(l.amount_fen)) as inputs
from pay_line l join pay_run r using (run_id)
where r.state in ('sent', 'closed') and l.state = 'held' and l.why like 'pay.%' and $1::date is not null
	and not exists (select from pay_line x join pay_run y using (run_id) where x.person_id = l.person_id
		and (x.scheme, x.kind, x.period) = (l.scheme, l.kind, l.period) and x.line_id > l.line_id
		and y.state in ('sent', 'closed'))
group by l.person_id, l.why;

-- The first export, or one more of the same.
-- statement: pay_export
-- params: run int8
-- columns: run int8, period text, nth int4, created text, day text, office text
select r.run_id, to_char(to_date(r.period::text, 'YYYYMM'), 'YYYY-MM'), r.nth,
	to_char(r.approved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS'), to_char(r.paid_on, 'YYYY-MM-DD'),
	coalesce((select g.name from setting s join region g on g.region_code = s.value::int where s.name = 'region'), 'steward')
from pay_export($1) r;

-- statement: pay_file_channels
-- params: run int8
-- columns: channel text, format text, encoding text, agent text, debtor text, columns text, lines int8, fen int8
select y.channel, c.format, c.encoding, c.agent, c.debtor, c.columns, count(*), sum(y.fen)::int8
from pay_file_payees($1) y join pay_channel c using (channel)
group by y.channel, c.format, c.encoding, c.agent, c.debtor, c.columns order by y.channel;

-- A payment is all of a person's lines, or a deduction.
-- statement: pay_file_rows
-- params: after int8, n int4
-- columns: place int8, payee_id int8, channel text, number text, payee text, id_no text, fen int8
select y.place, y.payee_id, y.channel, y.number, y.payee, case when y.channel = 'cash' and not y.is_other then coalesce((select
	min(i.id_no) from person_ident i where i.person_id = y.person_id), '') else '' end, y.fen
from pay_file_page($1, $2) y;

-- statement: pay_file_put
-- params: run int8, channel text, name text, digest text, lines int8, fen int8
-- columns: done void
select pay_file_put($1, $2, $3, $4, $5, $6) as done;

-- statement: pay_files
-- params: run int8
-- columns: channel text, name text, lines int8, fen int8, digest text
select channel, name, lines, amount_fen, digest from pay_file where run_id = $1 order by channel;

-- What goes to the banks beside the files: of each channel how many and how much, the sum last.
-- statement: pay_page
-- params: run int8
-- columns: channel text, title text, name text, payments int8, fen int8, digest text
with t as (select y.channel, count(*) as payments, sum(y.fen)::int8 as fen from pay_payee y where y.run_id = $1 group by y.channel)
select t.channel, coalesce(c.title, t.channel), f.name, t.payments, t.fen, left(f.digest, 16)
from t left join pay_channel c using (channel) left join pay_file f on f.run_id = $1 and f.channel = t.channel
union all select null, null, null, coalesce(sum(payments), 0)::int8, coalesce(sum(fen), 0)::int8, null from t
order by 1 nulls last;

-- statement: pay_send
-- params: run int8, files jsonb, paid_on date
-- columns: state text
select pay_send($1, $2, $3) as state;

-- statement: pay_returns
-- params: digest text, name text, message text, group text, count int8, sum text, rows text
-- columns: run int8, channel text, rows int8, paid int8, returned int8, pending int8, against int8, name text
select run_id, channel, rows, paid, returned, pending, against, name
from pay_reply_take($1, $2, $3, $4, $5, $6, $7);

-- statement: pay_close
-- params: run int8
-- columns: state text
select pay_close($1) as state;

-- How a channel answers.
-- statement: pay_reply_columns
-- params: channel text
-- columns: reply text, encoding text
select reply, encoding from pay_channel where channel = $1 limit 1;

-- Money that came back and that no run has paid since.
-- statement: pay_returned_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select l.person_id, 0::bigint as subject_id, l.run_id::text as cause, jsonb_build_array('%s came back from %s %s: %s',
		to_char(sum(l.amount_fen) / 100.0, 'FM999999999990.00'), l.channel, l.number, pay_reason(coalesce(t.reason, '')))::text
		as say, null::date as due, null::bigint as monthly_fen,
	jsonb_build_object('run', l.run_id, 'fen', sum(l.amount_fen), 'reason', coalesce(t.reason, ''), 'file', t.name) as inputs
from pay_line l join pay_run r using (run_id)
left join lateral (select p.reason, y.name from pay_receipt p join pay_reply y using (digest) where p.person_id = l.person_id
	and p.run_id = l.run_id and p.status in ('RJCT', 'RTRN') order by y.at desc limit 1) t on true
where l.state = 'returned' and r.state in ('sent', 'closed') and $1::date is not null
	and not exists (select from pay_line x join pay_run y using (run_id) where x.person_id = l.person_id
		and (x.scheme, x.kind, x.period) = (l.scheme, l.kind, l.period) and x.line_id > l.line_id
		and y.state in ('sent', 'closed') and x.state in ('due', 'paid'))
group by l.person_id, l.run_id, l.channel, l.number, t.reason, t.name;

-- What a creditor's bank sent back, and no run has paid since.
-- statement: pay_deduction_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select x.person_id, 0::bigint as subject_id, x.payment_id::text as cause, jsonb_build_array('%s for %s came back from %s %s: %s',
		yuan_text(x.amount_fen), x.payee, x.channel, x.number, pay_reason(x.reason))::text as say, null::date as due,
	null::bigint as monthly_fen, jsonb_build_object('run', x.run_id, 'fen', x.amount_fen, 'reason', x.reason) as inputs
from pay_deduction x join pay_run r using (run_id) where x.state = 'returned' and r.state in ('sent', 'closed')
	and $1::date is not null and not exists (select from pay_deduction y join pay_run n using (run_id)
		where y.person_id = x.person_id and y.again = x.payment_id and n.state in ('sent', 'closed'));

-- A month whose cut-off day has come while no run of it is with the banks; only where we pay at all.
-- statement: pay_late_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select 0::bigint as person_id, 0::bigint as subject_id, to_char(m, 'YYYY-MM') as cause,
	jsonb_build_array('no run of %s is with the banks: it is to be paid on %s', to_char(m, 'YYYY-MM'),
		pay_due(x.period)::text)::text as say, pay_due(x.period) as due, null::bigint as monthly_fen,
	jsonb_build_object('cutoff', pay_cutoff(x.period)) as inputs
from (select min(period) as period from pay_run where state in ('sent', 'closed')) f
cross join generate_series(to_date(f.period::text, 'YYYYMM'), $1::date + interval '1 month', interval '1 month') m
cross join lateral (select to_char(m, 'YYYYMM')::int as period) x
where pay_cutoff(x.period) <= $1::date
	and not exists (select from pay_run r where r.period = x.period and r.state in ('sent', 'closed'));

-- A bank that has said nothing of a file for too long.
-- statement: pay_silent_found
-- params: day date
-- columns: person_id int8, subject_id int8, cause text, say text, due date, monthly_fen int8, inputs jsonb
select 0::bigint as person_id, 0::bigint as subject_id, r.run_id || ' ' || f.channel as cause,
	jsonb_build_array('no answer about %s of %s', f.name, to_char(r.paid_on, 'YYYY-MM-DD'))::text as say, null::date as due,
	null::bigint as monthly_fen, jsonb_build_object('run', r.run_id, 'file', f.name, 'lines', f.lines) as inputs
from pay_run r join pay_file f using (run_id)
cross join lateral (select from pay_unanswered u where u.run_id = r.run_id and u.channel = f.channel limit 1) u
where r.state = 'sent' and due_on(r.paid_on, 0, coalesce((select value::int from policy_number where name = 'work.receipt_days'), 3)) < $1::date;
