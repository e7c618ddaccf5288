/* What core counts, and the figures of it on the board. */
#include "core_figures.h"

#include <stddef.h>

static const struct column person_rows[] = {
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 16 },
	{ .col = BEHIND_NUMBER, .title = N_("Number"), .width = 18 },
	{ .col = BEHIND_DAY,
	  .title = N_("Born"),
	  .kind = COLUMN_DAY,
	  .width = 10,
	  .gives_way = 2 },
	{ .col = BEHIND_PLACE, .title = N_("Area"), .gives_way = 1 },
	{ 0 }
};

static const struct column task_rows[] = {
	{ .col = BEHIND_DAY, .title = N_("Due"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 10 },
	{ .col = BEHIND_NUMBER, .title = N_("Number"), .width = 18, .gives_way = 2 },
	{ .col = BEHIND_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ .col = BEHIND_PLACE,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 9,
	  .gives_way = 1 },
	{ 0 }
};

static const int person_args[] = { BEHIND_PERSON, -1 };
static const int task_args[] = { BEHIND_PERSON, BEHIND_KEY + 2, BEHIND_KEY + 3, -1 };

static const struct column feed_rows[] = {
	{ .col = BEHIND_KEY, .title = N_("Feed"), .width = 14 },
	{ .col = BEHIND_DAY, .title = N_("Last load"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_PLACE, .title = N_("Contact") },
	{ 0 }
};

static const struct column load_rows[] = {
	{ .col = BEHIND_KEY, .title = N_("Load"), .width = 12 },
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_PLACE, .title = N_("File") },
	{ 0 }
};

static const int load_args[] = { BEHIND_KEY, -1 };

static const struct column text_rows[] = {
	{ .col = BEHIND_DAY, .title = N_("From"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_PLACE, .title = N_("Text") },
	{ 0 }
};

static const struct column decision_rows[] = {
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 12 },
	{ .col = BEHIND_NUMBER, .title = N_("Number"), .width = 18, .gives_way = 2 },
	{ .col = BEHIND_DAY, .title = N_("Decided"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_PLACE,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 12,
	  .gives_way = 1 },
	{ .col = BEHIND_SAY, .title = N_("Rule") },
	{ 0 }
};

static const struct column look_rows[] = {
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 12 },
	{ .col = BEHIND_NUMBER, .title = N_("Number"), .width = 18, .gives_way = 1 },
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_SAY, .title = N_("By") },
	{ 0 }
};

static const struct column message_rows[] = {
	{ .col = BEHIND_KEY, .title = N_("Message"), .width = 12 },
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 12 },
	{ .col = BEHIND_DAY, .title = N_("Sent"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_PLACE, .title = N_("State"), .kind = COLUMN_LABEL },
	{ 0 }
};

static const struct column money_rows[] = {
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 16 },
	{ .col = BEHIND_NUMBER, .title = N_("Number"), .width = 18, .gives_way = 1 },
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_PLACE, .title = N_("State"), .kind = COLUMN_LABEL, .width = 12 },
	{ .col = BEHIND_SAY, .title = N_("Yuan"), .width = 14 },
	{ 0 }
};

/* Of the newest run, and of the newest that was sent. */
#define RUN_LINES                                                                        \
	"(select l.*, r.state in ('sent', 'closed') as is_sent, r.day as run_day,"       \
	" r.run_id = (select max(run_id) from pay_run where state <> 'taken_back')"      \
	" as is_newest from pay_line l join pay_run r using (run_id) where l.run_id in"  \
	" (select max(run_id) from pay_run where state <> 'taken_back' union"            \
	" select max(run_id) from pay_run where state in ('sent', 'closed'))) l"

/* Debts that have had their twelve months, and no more than as many others. */
#define COHORT                                                                           \
	"v.opened_on >= ($today - interval '24 months')::date and"                       \
	" v.opened_on < ($today - interval '12 months')::date"
#define MOVES                                                                            \
	" from receivable_move w where w.person_id = v.person_id and"                    \
	" w.receivable_id = v.receivable_id and w.kind "
#define CAME_BACK                                                                        \
	"select -sum(w.amount_fen)" MOVES "in ('paid', 'offset', 'recalled',"            \
	" 'reversed') and w.day < (v.opened_on + interval '12 months')::date"
#define ASKED_FOR                                                                        \
	"select sum(w.amount_fen)" MOVES "in ('opened', 'corrected', 'interest')"

#define LAG_BASE                                                                         \
	"(select value from policy_number where name = 'work.recovery_baseline_lag')"

static const struct column case_rows[] = {
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_PLACE, .title = N_("Text"), .width = 48 },
	{ .col = BEHIND_SAY, .title = N_("Cases") },
	{ 0 }
};
const struct figure_source core_figure_sources[] = {
	{ "run_line", RUN_LINES, "l.run_id bigint, l.line_id bigint", "l.person_id",
	  .day = "l.run_day", .place = "l.state", .say = "yuan_text(l.amount_fen)",
	  .columns = money_rows, .opens = "person", .args = person_args },
	{ "debt", "receivable v", "v.receivable_id bigint", "v.person_id",
	  .day = "v.moved_on", .place = "v.state", .say = "yuan_text(v.left_fen)",
	  .columns = money_rows, .opens = "person", .args = person_args },
	{ "pay_sample", "pay_sample v",
	  "v.person_id bigint, v.run_id bigint, v.kind text", "v.person_id",
	  .mark = "case when v.right_fen <> v.amount_fen then '!' else '' end",
	  .day = "v.done_on", .place = "v.kind",
	  .say = "concat_ws(' ', yuan_text(v.amount_fen), yuan_text(v.right_fen))",
	  .columns = money_rows, .opens = "person", .args = person_args },
	{ "debt_move", "receivable_move w", "w.receivable_id bigint, w.seq int4",
	  "w.person_id", .day = "w.day", .place = "w.kind",
	  .say = "yuan_text(-w.amount_fen)", .columns = money_rows, .opens = "person",
	  .args = person_args },
	{ "stop",
	  "(select h.*, d.business_day as decided_on, (select max(b.monthly_fen) from"
	  " benefit b where b.person_id = h.person_id and b.state = 'paid') as fen"
	  " from hold h join decision d using (person_id, decision_id)) h",
	  "h.hold_id bigint", "h.person_id", .day = "h.decided_on", .place = "h.rule_id",
	  .say = "yuan_text(h.fen)", .columns = money_rows, .opens = "person",
	  .args = person_args },
	{ "message", "message m", "m.message_id bigint", "m.person_id",
	  .mark = "case when m.state in ('failed', 'returned') then '!' else '' end",
	  .day = "m.sent_on", .place = "m.state", .columns = message_rows,
	  .opens = "message", .args = load_args },
	{ "feed", "feed_state f", "f.feed text", NULL,
	  .mark = "case when f.is_late then '!' else '' end", .day = "f.last_day",
	  .place = "f.contact", .columns = feed_rows },
	{ "load", "load_row b", "b.batch_id bigint", NULL, .day = "b.business_day",
	  .mark = "case when b.state = 'waiting' then '*' else '' end",
	  .place = "b.file_name", .columns = load_rows, .opens = "load",
	  .args = load_args },
	{ "text",
	  "(select v.*, 0 as region_code from rule_version v where v.hash <> '') v",
	  "v.version_id bigint", NULL, .day = "v.from_day", .place = "v.path",
	  .columns = text_rows },
	{ "case", "(select r.*, 0 as region_code from case_run r) v",
	  "v.path text, v.hash text", NULL, .day = "v.run_on", .place = "v.path",
	  .say = "v.passing || '/' || v.cases", .columns = case_rows },
	{ "decision", "decision d", "d.decision_id bigint", "d.person_id",
	  .day = "d.business_day", .place = "d.outcome", .say = "d.rule_id",
	  .columns = decision_rows, .opens = "person", .args = person_args },
	{ "look", "(select l.*, l.login::text as who from look l) l",
	  "l.day date, l.who text", "l.person_id", .day = "l.day", .place = "l.purpose",
	  .say = "l.who", .columns = look_rows, .opens = "person", .args = person_args },
	{ "replay",
	  "(select r.*, p.region_code from replay_difference r join person p using"
	  " (person_id)) r",
	  "r.rule_id text, r.cause text", "r.person_id", .place = "r.what",
	  .say = "r.rule_id", .columns = decision_rows, .opens = "person",
	  .args = person_args },
	{ "person", "person_fact f", "f.person_id bigint", "f.person_id",
	  .day = "(select p.birth_date from person p where p.person_id = f.person_id)",
	  .columns = person_rows, .opens = "person", .args = person_args },
	{ "task", "task t",
	  "t.due date, t.person_id bigint, t.rule_id text, t.cause text", "t.person_id",
	  .mark = "case when t.due < business_day() then '!' else '' end", .day = "t.due",
	  .place = "t.state",
	  .say = "coalesce((select d.say from finding d where d.person_id = t.person_id"
		 " and d.rule_id = t.rule_id and d.cause = t.cause), '')",
	  .columns = task_rows, .opens = "task", .args = task_args },
	{ 0 }
};

/* By a person or a rule, not because its reason went. */
#define CLOSED_WITHIN(days)                                                              \
	"t.closed_on > $today - " days " and t.state <> 'withdrawn' and t.state in"      \
	" (select state from task_state where kind = 'final')"
#define DECIDED_IN_A_MONTH "not d.automatic and d.business_day > $today - 31"
#define SETTLED "d.outcome in ('approved', 'done', 'dismissed') and " DECIDED_IN_A_MONTH
#define TAKEN_IN_A_MONTH   "b.state = 'taken' and b.business_day > $today - 31"

#define SAMPLED                                                                          \
	"v.done_on > ($today - interval '12 months')::date and v.done_on <= $today"
#define PAST_AGE                                                                         \
	"f.died_on is null and f.birth_date <= (select ($today - make_interval(years =>" \
	" (select value::int from policy_number where name = 'work.old_age')))::date)"

const struct indicator core_indicators[] = {
	{ "J1", N_("Open tasks"), N_("Tasks that are open or wait for a second person."),
	  "task",
	  .filter = "t.state in (select state from task_state where kind <> 'final')",
	  .unit = "tasks", .owner = "manager", .less_is_better = true },
	{ "J1o", N_("Overdue tasks"), N_("Open tasks whose legal clock has run out."),
	  "task",
	  .filter = "t.state in (select state from task_state where kind <> 'final')"
		    " and t.due < $today",
	  .unit = "tasks", .owner = "manager", .less_is_better = true },
	{ "J1a", N_("Oldest task"),
	  N_("Days for which the oldest task has been open or waits for a second "
	     "person."),
	  "task",
	  .filter = "t.state in (select state from task_state where kind <> 'final')",
	  .median = "$today - t.opened_on", .percent = 100, .unit = "days",
	  .owner = "manager", .less_is_better = true },
	{ "J9", N_("Pending approval"), N_("Proposals that wait for a second person."),
	  "task",
	  .filter = "t.state in (select state from task_state where kind = 'proposed')",
	  .unit = "tasks", .owner = "manager", .less_is_better = true },
	{ "J2", N_("In standard time"),
	  N_("Tasks closed within their clock, of those closed in a month."), "task",
	  .filter = CLOSED_WITHIN("31") " and t.closed_on <= t.due",
	  .per = CLOSED_WITHIN("31"), .unit = "%", .owner = "manager" },
	{ "J3", N_("Clear-by forecast"),
	  N_("Days that the open tasks take at the pace of the last 20 days."), "task",
	  .filter = "t.state in (select state from task_state where kind <> 'final')",
	  .sum = "20", .per = CLOSED_WITHIN("20"), .per_sum = "1", .unit = "days",
	  .owner = "manager", .less_is_better = true },
	{ "J8", N_("Message delivery"),
	  N_("Messages that arrived, of those that were sent in a month and could."),
	  "message", .filter = "m.sent_on > $today - 31 and m.state = 'delivered'",
	  .per = "m.sent_on > $today - 31 and m.state in ('sent', 'delivered', 'failed',"
		 " 'returned')",
	  .unit = "%", .owner = "manager" },
	{ "K1", N_("Sources on time"),
	  N_("Senders whose newest file came within its contract."), "feed",
	  .filter = "not f.is_late", .per = "true", .unit = "%", .owner = "admin" },
	{ "K2", N_("Worst lag"), N_("Days since the file of the most silent sender."),
	  "feed", .filter = "f.silent = (select max(silent) from feed_state)",
	  .sum = "f.silent", .unit = "days", .owner = "admin", .less_is_better = true },
	{ "K3", N_("Files with rejects"),
	  N_("Files with rows that were refused and still wait."), "load",
	  .filter = "exists (select from reject r where r.batch_id = b.batch_id and"
		    " r.state = 'open')",
	  .unit = "files", .owner = "admin", .less_is_better = true },
	{ "K5", N_("Files that wait"),
	  N_("Files far beyond their usual size that nobody has decided."), "load",
	  .filter = "b.state = 'waiting'", .unit = "files", .owner = "manager",
	  .less_is_better = true },
	{ "K4", N_("Match rate"),
	  N_("Rows of a month's files that named one person without doubt."), "load",
	  .filter = TAKEN_IN_A_MONTH,
	  .sum = "b.rows_read - b.rows_doubtful - b.rows_rejected",
	  .per = TAKEN_IN_A_MONTH, .per_sum = "b.rows_read", .unit = "%",
	  .owner = "admin" },
	{ "K6", N_("Rows landed"), N_("Rows of all files ever taken."), "load",
	  .filter = "b.state = 'taken'", .sum = "b.rows_read", .unit = "rows",
	  .owner = "admin" },
	{ "L1", N_("Texts in force"),
	  N_("Texts of rules and parameters in force, or beginning within 60 days."),
	  "text",
	  .filter = "v.from_day <= $today + 60 and (v.withdrawn_from is null or"
		    " v.withdrawn_from > $today) and not exists (select from rule_version"
		    " n where n.path = v.path and n.from_day <= $today and"
		    " (n.withdrawn_from is null or n.withdrawn_from > $today) and"
		    " (n.from_day, n.version_id) > (v.from_day, v.version_id))",
	  .unit = "texts", .owner = "policy" },
	{ "L2", N_("Cases in order"),
	  N_("Worked cases of the texts in force, or beginning within 60 days, that come "
	     "out, when they were run last."),
	  "case", .filter = "true", .sum = "v.passing", .per = "true",
	  .per_sum = "v.cases", .unit = "%", .owner = "policy" },
	{ "L3", N_("Replay mismatches"),
	  N_("Decisions of the last night's sample that would come out otherwise today."),
	  "replay", .filter = "true", .unit = "decisions", .owner = "policy",
	  .less_is_better = true },
	{ "L4", N_("Overrides"),
	  N_("Decisions of a month against what the rule proposed."), "decision",
	  .filter =
	      SETTLED " and exists (select from task t where t.person_id = d.person_id"
		      " and t.rule_id = d.rule_id and t.cause = d.cause and t.state ="
		      " 'dismissed')",
	  .per = SETTLED, .unit = "%", .owner = "policy", .less_is_better = true },
	{ "L5", N_("Look-ups unexplained"),
	  N_("Persons looked at in a month without a task and without a word what for."),
	  "look", .filter = "l.day > $today - 31 and l.purpose = ''",
	  .per = "l.day > $today - 31", .unit = "%", .owner = "auditor",
	  .less_is_better = true },
	{ "L6", N_("One person alone"),
	  N_("Decisions of a month that need two persons and have one."), "decision",
	  .filter =
	      "d.outcome in ('approved', 'refused') and d.approver is null and "
	      DECIDED_IN_A_MONTH,
	  .unit = "decisions", .owner = "auditor", .less_is_better = true },
	{ "A9", N_("Large, held"),
	  N_("Payments of the newest run beyond the limit that nobody has released."),
	  "run_line",
	  .filter = "l.is_newest and exists (select from pay_signal s where s.run_id ="
		    " l.run_id and s.person_id = l.person_id and s.rule_id = 'pay.large'"
		    " and s.state <> 'released')",
	  .unit = "payments", .owner = "manager", .less_is_better = true },
	{ "A10", N_("Payments returned"),
	  N_("Payments that banks sent back, of those of the newest run that was sent."),
	  "run_line", .filter = "l.is_sent and l.state = 'returned'",
	  .per =
	      "l.is_sent and l.state in ('due', 'paid', 'returned') and l.amount_fen > 0",
	  .unit = "%", .owner = "manager", .less_is_better = true },
	{ "F6", N_("Improper payments"),
	  N_("Too much and too little in the payments drawn by chance, of all that was "
	     "drawn and worked out within twelve months."),
	  "pay_sample", .filter = SAMPLED, .sum = "abs(v.amount_fen - v.right_fen)",
	  .per = SAMPLED, .per_sum = "v.amount_fen", .unit = "%", .owner = "manager",
	  .less_is_better = true },
	{ "F1", N_("Owed back"),
	  N_("What was paid too much, decided, and has neither come back nor been "
	     "written off."),
	  "debt", .filter = "v.state = 'owed'", .sum = "v.left_fen", .unit = "fen",
	  .owner = "manager", .less_is_better = true },
	{ "F2", N_("Recovered"), N_("What has come back since the first of January."),
	  "debt_move",
	  .filter = "w.kind in ('paid', 'offset', 'recalled', 'reversed') and w.day >="
		    " date_trunc('year', $today)::date",
	  .sum = "-w.amount_fen", .unit = "fen", .owner = "manager" },
	{ "F3", N_("Recovery rate"),
	  N_("What came back within twelve months, of what was asked for one to two "
	     "years ago."),
	  "debt", .filter = COHORT, .sum = "coalesce((" CAME_BACK "), 0)", .per = COHORT,
	  .per_sum = "coalesce((" ASKED_FOR "), 0)", .unit = "%", .owner = "manager" },
	{ "F4", N_("Loss avoided"),
	  N_("Stops of this year: the pension times the months by which they came sooner "
	     "than they used to."),
	  "stop",
	  .filter =
	      "h.state = 'final' and h.decided_on >= date_trunc('year', $today)::date",
	  .sum = "(h.fen * greatest(0, " LAG_BASE " - greatest(0, month_no(to_char("
		 "h.decided_on, 'YYYYMM')::int) - month_no(h.from_period) + 1)))::bigint",
	  .unit = "fen", .owner = "manager" },
	{ "F5", N_("Idle debts"),
	  N_("Debts that nothing has come of for sixty days, of those that are open."),
	  "debt", .filter = "v.state = 'owed' and v.moved_on < $today - 60",
	  .per = "v.state = 'owed'", .unit = "%", .owner = "manager",
	  .less_is_better = true },
	{ "B9", N_("Registered twice"),
	  N_("Pairs of records that may be one person, for each ten thousand persons."),
	  "person",
	  .filter = "f.person_id in (select t.person_id from task t where"
		    " t.task_type in ('merge', 'merge_paid') and t.state in"
		    " (select state from task_state where kind <> 'final'))",
	  .are_few = true,
	  .sum = "(select 10000 * count(*) from task t where t.person_id = f.person_id"
		 " and t.task_type in ('merge', 'merge_paid') and t.state in"
		 " (select state from task_state where kind <> 'final'))",
	  .per = "true", .unit = "per 10,000", .owner = "admin", .less_is_better = true },
	{ "B5", N_("Aged 60 and over"),
	  N_("Persons of 60 and over among all registered."), "person",
	  .filter = "f.birth_date <= ($today - interval '60 years')::date and"
		    " f.died_on is null",
	  .per = "f.died_on is null", .unit = "%", .owner = "manager" },
	{ "B6", N_("Old-age coverage"),
	  N_("Persons past the pension age who draw a pension, of all who are past it."),
	  "person", .filter = PAST_AGE " and f.pension_status = 'paid'", .per = PAST_AGE,
	  .unit = "%", .owner = "manager" },
	{ 0 }
};
