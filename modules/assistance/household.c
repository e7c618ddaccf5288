#include "household.h"

#include <stddef.h>

#include "household_sql.h"

const struct move household_need_moves[] = {
	{ "open", "tell", "done", "clerk", MOVE_CLOSE, NULL, "s",
	  N_("told: the household was shown how to apply") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: it draws the allowance or does not want it") },
	{ 0 }
};
const struct move household_change_moves[] = {
	{ "open", "settle", "done", "clerk", MOVE_CLOSE, NULL, "s",
	  N_("settle: civil affairs were asked who lives there now") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: nothing to do") },
	{ 0 }
};

static const struct column head_columns[] = {
	{ .col = HOUSEHOLD_HEAD_HOUSEHOLD_NO, .title = N_("number of the household") },
	{ .col = HOUSEHOLD_HEAD_HEAD, .title = N_("Head") },
	{ .col = HOUSEHOLD_HEAD_REGION, .title = N_("Area") },
	{ .col = HOUSEHOLD_HEAD_MEMBERS, .title = N_("Members"), .kind = COLUMN_COUNT },
	{ .col = HOUSEHOLD_HEAD_INCOME_FEN, .title = N_("Income a month"),
	  .kind = COLUMN_MONEY },
	{ .col = HOUSEHOLD_HEAD_UNKNOWN, .title = N_("members whose income is not told"),
	  .kind = COLUMN_COUNT },
	{ .col = HOUSEHOLD_HEAD_TOLD, .title = N_("Told on"), .kind = COLUMN_DAY },
	{ .col = HOUSEHOLD_HEAD_FILE, .title = N_("File") },
	{ .col = HOUSEHOLD_HEAD_LINE, .title = N_("Line"), .kind = COLUMN_COUNT },
	{ 0 }
};
static const struct column member_columns[] = {
	{ .col = HOUSEHOLD_MEMBERS_ROLE, .title = N_("Role"), .kind = COLUMN_LABEL,
	  .width = 8 },
	{ .col = HOUSEHOLD_MEMBERS_NAME, .title = N_("Name"), .width = 12 },
	{ .col = HOUSEHOLD_MEMBERS_BIRTH_DATE, .title = N_("Born"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = HOUSEHOLD_MEMBERS_INCOME_FEN, .title = N_("Income a month"),
	  .kind = COLUMN_MONEY, .width = 14 },
	{ .col = HOUSEHOLD_MEMBERS_FROM_DAY, .title = N_("From"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = HOUSEHOLD_MEMBERS_TO_DAY, .title = N_("To"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = HOUSEHOLD_MEMBERS_REGION, .title = N_("Area"), .gives_way = 1 },
	{ 0 }
};
static const struct column fact_columns[] = {
	{ .col = HOUSEHOLD_FACTS_ROLE, .title = N_("Role"), .kind = COLUMN_LABEL,
	  .width = 8 },
	{ .col = HOUSEHOLD_FACTS_NAME, .title = N_("Name"), .width = 12 },
	{ .col = HOUSEHOLD_FACTS_FACT, .title = N_("Fact"), .kind = COLUMN_FACT,
	  .width = 28 },
	{ .col = HOUSEHOLD_FACTS_VALUE, .title = N_("Value"), .kind = COLUMN_VALUE,
	  .by = HOUSEHOLD_FACTS_FACT },
	{ 0 }
};
static const struct column task_columns[] = {
	{ .col = HOUSEHOLD_TASKS_DUE, .title = N_("Due"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = HOUSEHOLD_TASKS_NAME, .title = N_("Name"), .width = 12 },
	{ .col = HOUSEHOLD_TASKS_TITLE, .title = N_("Task"), .kind = COLUMN_LABEL,
	  .width = 22 },
	{ .col = HOUSEHOLD_TASKS_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = HOUSEHOLD_TASKS_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ 0 }
};
const struct column household_of_columns[] = {
	{ .col = HOUSEHOLD_OF_HOUSEHOLD_NO, .title = N_("number of the household"),
	  .width = 20 },
	{ .col = HOUSEHOLD_OF_ROLE, .title = N_("Role"), .kind = COLUMN_LABEL,
	  .width = 8 },
	{ .col = HOUSEHOLD_OF_INCOME_FEN, .title = N_("Income a month"),
	  .kind = COLUMN_MONEY, .width = 14 },
	{ .col = HOUSEHOLD_OF_FROM_DAY, .title = N_("From"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = HOUSEHOLD_OF_TO_DAY, .title = N_("To"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ 0 }
};

static const int to_person[] = { HOUSEHOLD_MEMBERS_PERSON_ID, -1 };
static const int to_task[] = { HOUSEHOLD_TASKS_PERSON_ID, HOUSEHOLD_TASKS_RULE_ID,
			       HOUSEHOLD_TASKS_CAUSE, -1 };
const int household_of_args[] = { HOUSEHOLD_OF_HOUSEHOLD_ID, -1 };

const struct section household_sections[] = {
	{ .name = "household",
	  .stmt = &HOUSEHOLD_HEAD,
	  .columns = head_columns,
	  .is_fields = true },
	{ .name = "members", .title = N_("Members"), .stmt = &HOUSEHOLD_MEMBERS,
	  .columns = member_columns, .opens = "person", .args = to_person },
	{ .name = "tasks", .title = N_("Tasks of the household and its members"),
	  .stmt = &HOUSEHOLD_TASKS, .columns = task_columns, .opens = "task",
	  .args = to_task, .has_why = true },
	{ .name = "facts", .title = N_("Facts that rules read, by role"),
	  .stmt = &HOUSEHOLD_FACTS, .columns = fact_columns },
	{ 0 }
};
const struct mark household_marks[] = {
	{ "!", MARK_ALARM, N_("reported dead, or a task that is late") },
	{ "-", MARK_WATCH, N_("not of the household on this day") },
	{ 0 }
};

const struct action household_person_actions[] = {
	{ "h", N_("same household"), .section = "household", .args = household_of_args,
	  .opens = "household" },
	{ 0 }
};
