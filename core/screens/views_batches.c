/* Tasks that are alike, proposed and settled as one: the kinds of which several wait,
 * what one batch would take with its exceptions and a sample, and a batch with its rows.
 */
#include <stddef.h>

#include "decisions/batch_sql.h"
#include "views.h"

static const struct column kind_columns[] = {
	{ .col = BATCH_KINDS_TITLE, .title = N_("Task"), .kind = COLUMN_LABEL,
	  .width = 26 },
	{ .col = BATCH_KINDS_RULE_ID, .title = N_("Rule"), .gives_way = 1 },
	{ .col = BATCH_KINDS_TASKS, .title = N_("Alike"), .kind = COLUMN_COUNT,
	  .width = 7 },
	{ .col = BATCH_KINDS_APART, .title = N_("Alone"), .kind = COLUMN_COUNT,
	  .width = 7 },
	{ .col = BATCH_KINDS_MONTHLY_FEN, .title = N_("Yuan a month"),
	  .kind = COLUMN_MONEY, .width = 14 },
	{ 0 }
};
static const struct column wait_columns[] = {
	{ .col = BATCH_WAITS_AT, .title = N_("At"), .width = 16 },
	{ .col = BATCH_WAITS_TITLE, .title = N_("Task"), .kind = COLUMN_LABEL },
	{ .col = BATCH_WAITS_TASKS, .title = N_("Tasks"), .kind = COLUMN_COUNT,
	  .width = 7 },
	{ .col = BATCH_WAITS_MONTHLY_FEN, .title = N_("Yuan a month"),
	  .kind = COLUMN_MONEY, .width = 14 },
	{ .col = BATCH_WAITS_OUTCOME, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = BATCH_WAITS_AUTHOR, .title = N_("Author"), .width = 10,
	  .gives_way = 1 },
	{ 0 }
};
static const int kind_args[] = { BATCH_KINDS_TASK_TYPE, BATCH_KINDS_REASON,
				 BATCH_KINDS_RULE_ID, -1 };
static const int wait_args[] = { BATCH_WAITS_BATCH, -1 };
static const struct section list_sections[] = {
	{ .name = "waits", .title = N_("Batches"), .stmt = &BATCH_WAITS,
	  .columns = wait_columns, .opens = "batch", .args = wait_args },
	{ .name = "kinds", .title = N_("Tasks that are alike"), .stmt = &BATCH_KINDS,
	  .columns = kind_columns, .opens = "alike", .args = kind_args },
	{ 0 }
};
const struct screen view_batches = { .name = "batches", .title = N_("Batches"),
				     .sections = list_sections,
				     .empty = N_("batches that wait, and tasks that are "
						 "alike: decided together here") };

static const struct column sum_columns[] = {
	{ .col = BATCH_ALIKE_SUM_TASKS, .title = N_("Tasks"), .kind = COLUMN_COUNT },
	{ .col = BATCH_ALIKE_SUM_MONTHLY_FEN, .title = N_("Yuan a month"),
	  .kind = COLUMN_MONEY },
	{ .col = BATCH_ALIKE_SUM_LEAST_FEN, .title = N_("Least"), .kind = COLUMN_MONEY },
	{ .col = BATCH_ALIKE_SUM_MOST_FEN, .title = N_("Most"), .kind = COLUMN_MONEY },
	{ .col = BATCH_ALIKE_SUM_AREAS, .title = N_("Areas"), .kind = COLUMN_COUNT },
	{ 0 }
};
static const struct column apart_columns[] = {
	{ .col = BATCH_ALIKE_APART_NAME, .title = N_("Name"), .width = 12 },
	{ .col = BATCH_ALIKE_APART_MONTHLY_FEN, .title = N_("Yuan a month"),
	  .kind = COLUMN_MONEY, .width = 14 },
	{ .col = BATCH_ALIKE_APART_APART, .title = N_("Why alone"),
	  .kind = COLUMN_LABEL },
	{ 0 }
};
static const struct column sample_columns[] = {
	{ .col = BATCH_ALIKE_SAMPLE_NAME, .title = N_("Name"), .width = 12 },
	{ .col = BATCH_ALIKE_SAMPLE_MONTHLY_FEN, .title = N_("Yuan a month"),
	  .kind = COLUMN_MONEY, .width = 14 },
	{ .col = BATCH_ALIKE_SAMPLE_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ 0 }
};
static const int sum_args[] = { BATCH_ALIKE_SUM_TASK_TYPE, BATCH_ALIKE_SUM_REASON,
				BATCH_ALIKE_SUM_RULE, -1 };
static const int apart_args[] = { BATCH_ALIKE_APART_PERSON_ID, BATCH_ALIKE_APART_RULE_ID,
				  BATCH_ALIKE_APART_CAUSE, -1 };
static const int sample_args[] = { BATCH_ALIKE_SAMPLE_PERSON_ID,
				   BATCH_ALIKE_SAMPLE_RULE_ID,
				   BATCH_ALIKE_SAMPLE_CAUSE, -1 };
static const struct section alike_sections[] = {
	{ .name = "apart", .title = N_("Alone: not in the batch"),
	  .stmt = &BATCH_ALIKE_APART, .columns = apart_columns, .opens = "task",
	  .args = apart_args },
	{ .name = "sum", .title = N_("Batch"), .stmt = &BATCH_ALIKE_SUM,
	  .columns = sum_columns, .is_fields = true },
	{ .name = "sample", .title = N_("Look at these"), .stmt = &BATCH_ALIKE_SAMPLE,
	  .columns = sample_columns, .opens = "task", .args = sample_args },
	{ 0 }
};
static const struct action alike_actions[] = {
	{ "S", N_("propose all"), "clerk", "sum", sum_args,
	  .runs = &BATCH_ALIKE_PROPOSE },
	{ 0 }
};
static const struct mark alike_marks[] = {
	{ "!", MARK_ALARM, N_("not in the batch, or unlike the others") }, { 0 }
};
const struct screen view_alike = { .name = "alike", .title = N_("Tasks that are alike"),
				   .sections = alike_sections, .actions = alike_actions,
				   .marks = alike_marks, .named_arg = 3 };

static const struct column one_columns[] = {
	{ .col = BATCH_ONE_TASKS, .title = N_("Tasks"), .kind = COLUMN_COUNT },
	{ .col = BATCH_ONE_MONTHLY_FEN, .title = N_("Yuan a month"),
	  .kind = COLUMN_MONEY },
	{ .col = BATCH_ONE_OUTCOME, .title = N_("State"), .kind = COLUMN_LABEL },
	{ .col = BATCH_ONE_AUTHOR, .title = N_("Author") },
	{ .col = BATCH_ONE_APPROVER, .title = N_("Approver") },
	{ .col = BATCH_ONE_SIGNATURE, .title = N_("Signature") },
	{ 0 }
};
static const struct column row_columns[] = {
	{ .col = BATCH_LOOKED_NAME, .title = N_("Name"), .width = 12 },
	{ .col = BATCH_LOOKED_MONTHLY_FEN, .title = N_("Yuan a month"),
	  .kind = COLUMN_MONEY, .width = 14 },
	{ .col = BATCH_LOOKED_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = BATCH_LOOKED_RESULT, .title = N_("Waits because"),
	  .kind = COLUMN_LABEL, .width = 16, .gives_way = 1 },
	{ .col = BATCH_LOOKED_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ 0 }
};
static const int one_args[] = { BATCH_ONE_BATCH, BATCH_ONE_SIGNATURE, -1 };
static const int row_args[] = { BATCH_LOOKED_PERSON_ID, BATCH_LOOKED_RULE_ID,
				BATCH_LOOKED_CAUSE, -1 };
static const struct section one_sections[] = {
	{ .name = "rows", .title = N_("Look at these"), .stmt = &BATCH_LOOKED,
	  .columns = row_columns, .opens = "task", .args = row_args },
	{ .name = "batch", .title = N_("Batch"), .stmt = &BATCH_ONE,
	  .columns = one_columns, .is_fields = true },
	{ 0 }
};
static const struct action one_actions[] = {
	{ "A", N_("approve"), "reviewer", "batch", one_args,
	  .runs = &BATCH_KEY_APPROVE },
	{ "R", N_("refuse"), "reviewer", "batch", one_args, .runs = &BATCH_KEY_REFUSE },
	{ "U", N_("take back"), "clerk", "batch", one_args, .runs = &BATCH_KEY_UNDO },
	{ 0 }
};
static const struct mark one_marks[] = {
	{ "!", MARK_ALARM, N_("its money is unlike the others'") },
	{ "h", MARK_HELD, N_("could not be done with the others") },
	{ 0 }
};
const struct screen view_batch = { .name = "batch", .title = N_("Batch"),
				   .sections = one_sections, .actions = one_actions,
				   .marks = one_marks };
