#include "employer.h"

#include <stddef.h>

#include "employer_sql.h"

const struct fact_column employer_facts[] = {
	{ "unit_no", "text", "code", N_("number of the employer") },
	{ "unit", "text", "text", N_("name of the employer") },
	{ "insured", "int", "count", N_("insured of the newest month told") },
	{ "insured_before", "int", "count", N_("insured three months before it") },
	{ "insured_on", "date", "day", N_("first day of that month") },
	{ "owed_fen", "bigint", "fen", N_("contributions due and not paid") },
	{ "owed_from", "date", "day", N_("first day of the first month not paid") },
	{ 0 }
};
/* A month is due when the next one begins: on that day the facts are others. */
const char employer_select[] =
    "select e.employer_id, e.person_id, e.region_code, todo.day, e.unit_no, e.unit,"
    " m.insured, m.before, m.newest_on, m.owed, m.owed_on, m.until"
    " from employer e {todo} left join lateral (select"
    "   max(x.insured) filter (where x.month = x.newest) as insured,"
    "   max(x.insured) filter (where x.month = x.newest - interval '3 months')"
    "    as before,"
    "   max(x.newest) as newest_on,"
    "   nullif(sum(x.owed) filter (where x.due <= todo.day), 0)::bigint as owed,"
    "   min(x.month) filter (where x.owed > 0 and x.due <= todo.day) as owed_on,"
    "   min(x.due) filter (where x.owed > 0 and x.due > todo.day) as until"
    "  from (select n.*, (n.month + interval '1 month')::date as due,"
    "    max(n.month) filter (where n.insured is not null) over () as newest"
    "   from (select distinct on (l.period, l.scheme) l.insured,"
    "     to_date(l.period::text, 'YYYYMM') as month,"
    "     greatest(0, l.assessed_fen - l.paid_fen) as owed"
    "    from fund_levy l where l.unit_no = e.unit_no and l.told_on <= todo.day"
    "    order by l.period, l.scheme, l.batch_id desc) n) x) m on true";
const char employer_sources[] =
    "select e.employer_id, 'insured', l.insured::text, l.told_on, l.batch_id, l.line"
    " from employer e join fund_levy l using (unit_no) where l.insured is not null";

static const struct column head_columns[] = {
	{ .col = EMPLOYER_HEAD_UNIT_NO, .title = N_("number of the employer") },
	{ .col = EMPLOYER_HEAD_UNIT, .title = N_("Unit") },
	{ .col = EMPLOYER_HEAD_REGION, .title = N_("Area") },
	{ .col = EMPLOYER_HEAD_INSURED,
	  .title = N_("insured of the newest month told"),
	  .kind = COLUMN_COUNT },
	{ .col = EMPLOYER_HEAD_BEFORE, .title = N_("insured three months before it"),
	  .kind = COLUMN_COUNT },
	{ .col = EMPLOYER_HEAD_INSURED_ON, .title = N_("Month"), .kind = COLUMN_DAY },
	{ .col = EMPLOYER_HEAD_OWED_FEN, .title = N_("Arrears"), .kind = COLUMN_MONEY },
	{ .col = EMPLOYER_HEAD_OWED_FROM,
	  .title = N_("first day of the first month not paid"),
	  .kind = COLUMN_DAY },
	{ .col = EMPLOYER_HEAD_TOLD, .title = N_("Told on"), .kind = COLUMN_DAY },
	{ .col = EMPLOYER_HEAD_FILE, .title = N_("File") },
	{ .col = EMPLOYER_HEAD_LINE, .title = N_("Line"), .kind = COLUMN_COUNT },
	{ 0 }
};
static const struct column month_columns[] = {
	{ .col = EMPLOYER_MONTHS_PERIOD, .title = N_("Month"), .kind = COLUMN_PERIOD,
	  .width = 8 },
	{ .col = EMPLOYER_MONTHS_SCHEME, .title = N_("Scheme"), .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = EMPLOYER_MONTHS_INSURED, .title = N_("Insured"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = EMPLOYER_MONTHS_ASSESSED_FEN, .title = N_("Assessed"),
	  .kind = COLUMN_MONEY, .width = 16 },
	{ .col = EMPLOYER_MONTHS_PAID_FEN, .title = N_("Paid"), .kind = COLUMN_MONEY,
	  .width = 16 },
	{ .col = EMPLOYER_MONTHS_LEFT_FEN, .title = N_("Left"), .kind = COLUMN_MONEY,
	  .width = 14 },
	{ 0 }
};
static const struct column task_columns[] = {
	{ .col = EMPLOYER_TASKS_DUE, .title = N_("Due"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = EMPLOYER_TASKS_TITLE, .title = N_("Task"), .kind = COLUMN_LABEL,
	  .width = 26 },
	{ .col = EMPLOYER_TASKS_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = EMPLOYER_TASKS_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ 0 }
};
static const int to_task[] = { EMPLOYER_TASKS_PERSON_ID, EMPLOYER_TASKS_RULE_ID,
			       EMPLOYER_TASKS_CAUSE, -1 };

const struct section employer_sections[] = {
	{ .name = "employer",
	  .stmt = &EMPLOYER_HEAD,
	  .columns = head_columns,
	  .is_fields = true },
	{ .name = "tasks", .title = N_("Tasks"), .stmt = &EMPLOYER_TASKS,
	  .columns = task_columns, .opens = "task", .args = to_task, .has_why = true },
	{ .name = "months", .title = N_("Contributions"), .stmt = &EMPLOYER_MONTHS,
	  .columns = month_columns },
	{ 0 }
};
const struct mark employer_marks[] = {
	{ "!", MARK_ALARM, N_("a task that is late, or a month that is not paid") },
	{ 0 }
};
