-- What the texts in force say to the program itself, into the tables that screens and functions read.

-- statement: work_clocks_clear
delete from work_clock;

-- Of a kind of task, or of a rule or finder that has a clock of its own.
-- statement: work_clock
-- params: kind text, days int4, priority int4, working_days int4
insert into work_clock (kind, days, priority, working_days) values ($1, coalesce($2, 20), $3, $4)
on conflict (kind) do update set days = excluded.days, priority = excluded.priority,
	working_days = excluded.working_days;

-- statement: work_calendar_clear
delete from calendar_day;

-- statement: work_calendar
-- params: day date, is_working bool
insert into calendar_day (day, is_working) values ($1, $2);

-- statement: work_reasons_clear
delete from reason;

-- statement: work_reason
-- params: task_type text, event text, code text, label text, sort int4, voids text
insert into reason (task_type, event, code, label, sort, voids) values ($1, $2, $3, $4, $5, $6)
on conflict (task_type, event, code) do update set label = excluded.label, sort = excluded.sort, voids = excluded.voids;

-- statement: work_limits_clear
delete from indicator_limit;

-- statement: work_limit
-- params: indicator text, watch numeric, alarm numeric
insert into indicator_limit (indicator, watch, alarm) values ($1, $2, $3);

-- statement: work_numbers_clear
delete from policy_number;

-- statement: work_number
-- params: name text, value numeric
insert into policy_number (name, value) values ($1, $2);

-- statement: work_rows_clear
delete from policy_row;

-- statement: work_row
-- params: kind text, code text, name text, value text
insert into policy_row (kind, code, name, value) values ($1, $2, $3, $4);

-- statement: work_persons_clear
delete from work_persons;

-- statement: work_persons
-- params: kind text, from_fen int8, persons int4
insert into work_persons (kind, from_fen, persons) values ($1, $2, $3);

-- statement: work_feeds_clear
delete from feed_contract;

-- statement: work_feed
-- params: feed text, days int4, times int4, rejects int4, is_whole bool, silent_days int4, holds text, contact text
insert into feed_contract (feed, days, times, rejects, is_whole, silent_days, holds, contact)
values ($1, $2, coalesce($3, 10), coalesce($4, 20), coalesce($5, false), coalesce($6, 60),
	coalesce(string_to_array($7, ' '), '{}'), coalesce($8, ''));

-- statement: work_brake_clear
delete from work_brake;

-- statement: work_brake
-- params: kind text, floor int4, times int4
insert into work_brake (kind, floor, times) values ($1, $2, coalesce($3, 3));

-- statement: work_gate_clear
delete from pay_gate;

-- statement: work_gate
-- params: kind text, release_by text
insert into pay_gate (kind, release_by) values ($1, $2);

-- statement: work_channels_clear
delete from pay_channel;

-- statement: work_channel
-- params: channel text, title text, format text, encoding text, agent text, debtor text, columns text, codes text, reply text, test text
insert into pay_channel (channel, title, format, encoding, agent, debtor, columns, codes, reply, takes_test)
values ($1, coalesce($2, $1), $3, coalesce($4, 'UTF-8'), coalesce($5, ''), coalesce($6, ''), coalesce($7, ''), coalesce($8, ''),
	coalesce($9, ''), coalesce($10 = 'yes', false));
-- statement: work_messages_clear
delete from work_message;

-- statement: work_message
-- params: kind text, state text, template text, channels text, adverse bool, words bool, look bool, told bool, reply_days int4
insert into work_message (kind, state, template, channels, adverse, words, look, told, reply_days)
values ($1, $2, $3, string_to_array($4, ' '), coalesce($5, false), coalesce($6, false), coalesce($7, false),
	coalesce($8, false), $9);

-- statement: work_short_clear
delete from work_short;

-- statement: work_short
-- params: template text, language text, body text
insert into work_short (template, language, body) values ($1, $2, $3);

-- statement: work_post_clear
delete from work_post;

-- statement: work_post
-- params: name text, value numeric
insert into work_post (name, value) values ($1, $2);

-- statement: work_remedies_clear
delete from work_remedy;

-- statement: work_remedy
-- params: kind text, days int4, months int4, after_days int4, decide_days int4
insert into work_remedy (kind, days, months, after_days, decide_days) values ($1, $2, $3, $4, $5);
