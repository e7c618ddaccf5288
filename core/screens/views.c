#include "views.h"

#include <stddef.h>
#include <string.h>

#include "decisions/batch_sql.h"
#include "screens/views_sql.h"
#include "views_house.h"
#include "views_macros.h"
#include "views_post.h"

static const struct column home_counts[] = {
	{ .col = HOME_COUNTS_TITLE, .title = N_("Task"), .kind = COLUMN_LABEL },
	{ .col = HOME_COUNTS_OPEN, .title = N_("Open"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = HOME_COUNTS_PROPOSED, .title = N_("Proposed"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = HOME_COUNTS_OVERDUE, .title = N_("Overdue"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = HOME_COUNTS_OWNER, .title = N_("Owner"), .kind = COLUMN_LABEL,
	  .width = 10, .gives_way = 1 },
	{ 0 }
};

static const struct column home_next[] = {
	{ .col = TASK_AFTER_DUE, .title = N_("Due"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = TASK_AFTER_NAME, .title = N_("Name"), .width = 10 },
	{ .col = TASK_AFTER_TITLE, .title = N_("Task"), .kind = COLUMN_LABEL, .width = 14,
	  .gives_way = 2 },
	{ .col = TASK_AFTER_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ .col = TASK_AFTER_STATE, .title = N_("State"), .kind = COLUMN_LABEL, .width = 8,
	  .gives_way = 1 },
	{ 0 }
};

static const struct column home_alerts[] = {
	{ .col = HOME_ALERTS_TITLE, .title = N_("Figure"), .kind = COLUMN_LABEL },
	{ .col = HOME_ALERTS_VALUE, .title = N_("Value"), .kind = COLUMN_FIGURE,
	  .width = 14, .by = HOME_ALERTS_UNIT },
	{ .col = HOME_ALERTS_ALARM, .title = N_("Alarm at"), .kind = COLUMN_FIGURE,
	  .width = 12, .by = HOME_ALERTS_UNIT },
	{ .col = HOME_ALERTS_OWNER, .title = N_("Owner"), .kind = COLUMN_LABEL,
	  .width = 10, .gives_way = 1 },
	{ .col = HOME_ALERTS_AS_OF, .title = N_("As of"), .width = 16, .gives_way = 2 },
	{ 0 }
};

static const struct column view_queue_columns[] = {
	{ .col = TASK_QUEUE_DUE, .title = N_("Due"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = TASK_QUEUE_NAME, .title = N_("Name"), .width = 10 },
	{ .col = TASK_QUEUE_TITLE, .title = N_("Task"), .kind = COLUMN_LABEL, .width = 14,
	  .gives_way = 2, .unless_arg = 1 },
	{ .col = TASK_QUEUE_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ .col = TASK_QUEUE_STATE, .title = N_("State"), .kind = COLUMN_LABEL, .width = 8,
	  .gives_way = 1 },
	{ 0 }
};

const struct column view_board_columns[] = {
	{ .col = BOARD_FIGURES_INDICATOR, .title = N_("Id"), .width = 4 },
	{ .col = BOARD_FIGURES_TITLE, .title = N_("Figure"), .kind = COLUMN_LABEL },
	{ .col = BOARD_FIGURES_VALUE, .title = N_("Value"), .kind = COLUMN_FIGURE,
	  .width = 14, .by = BOARD_FIGURES_UNIT },
	{ .col = BOARD_FIGURES_UNIT, .title = N_("Unit"), .kind = COLUMN_UNIT,
	  .width = 8 },
	{ .col = BOARD_FIGURES_TREND, .title = N_("Trend"), .width = 5 },
	{ .col = BOARD_FIGURES_OWNER, .title = N_("Owner"), .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = BOARD_FIGURES_AS_OF, .title = N_("As of"), .width = 16 },
	{ 0 }
};

const struct column view_search_columns[] = {
	{ .col = SEARCH_NAME_NAME, .title = N_("Name"), .width = 16 },
	{ .col = SEARCH_NAME_ID_NO, .title = N_("Number"), .width = 18 },
	{ .col = SEARCH_NAME_SEX, .title = N_("Sex"), .kind = COLUMN_LABEL, .width = 4,
	  .gives_way = 1 },
	{ .col = SEARCH_NAME_BIRTH_DATE, .title = N_("Born"), .kind = COLUMN_DAY,
	  .width = 10, .gives_way = 3 },
	{ .col = SEARCH_NAME_REGION, .title = N_("Area"), .gives_way = 2 },
	{ .col = SEARCH_NAME_OPEN_TASKS, .title = N_("Tasks"), .kind = COLUMN_COUNT,
	  .width = 5, .gives_way = 4 },
	{ 0 }
};

static const int args_counts[] = { HOME_COUNTS_TASK_TYPE, -1 };
static const int args_next[] = { TASK_AFTER_PERSON_ID, TASK_AFTER_RULE_ID,
				 TASK_AFTER_CAUSE, -1 };
static const int args_alert[] = { HOME_ALERTS_INDICATOR, HOME_ALERTS_TITLE, -1 };

static const struct section home_sections[] = {
	{ .title = N_("Tasks by kind"), .stmt = &HOME_COUNTS, .columns = home_counts,
	  .opens = "queue", .args = args_counts },
	{ .title = N_("Next for you"), .stmt = &TASK_AFTER, .columns = home_next,
	  .opens = "task", .args = args_next },
	{ .title = N_("Figures in alarm"), .stmt = &HOME_ALERTS, .columns = home_alerts,
	  .opens = "rows", .args = args_alert },
	{ 0 }
};

const struct screen view_home = {
	.name = "home", .title = N_("Start"), .sections = home_sections
};

static const struct column task_head[] = {
	{ .col = TASK_HEAD_NAME, .title = N_("Name"), .width = 24 },
	{ .col = TASK_HEAD_ID_NO, .title = N_("Number"), .width = 20 },
	{ .col = TASK_HEAD_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ .col = TASK_HEAD_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 20 },
	{ .col = TASK_HEAD_DUE, .title = N_("Due"), .kind = COLUMN_DAY, .width = 20 },
	{ .col = TASK_HEAD_TITLE, .title = N_("Task"), .kind = COLUMN_LABEL,
	  .width = 20 },
	{ .col = TASK_HEAD_DAYS_LEFT, .title = N_("Days left"), .kind = COLUMN_COUNT,
	  .width = 20 },
	{ .col = TASK_HEAD_RULE, .title = N_("Rule"), .width = 24 },
	{ .col = TASK_HEAD_CAUSE, .title = N_("Cause"), .width = 24 },
	{ .col = TASK_HEAD_REGION, .title = N_("Area"), .width = 20 },
	{ .col = TASK_HEAD_ASSIGNED, .title = N_("In hand"), .width = 20 },
	{ 0 }
};

static const struct column task_figures[] = {
	{ .col = TASK_FIGURES_FACT, .title = N_("Fact"), .kind = COLUMN_FACT,
	  .width = 17 },
	{ .col = TASK_FIGURES_VALUE, .title = N_("Value"), .kind = COLUMN_VALUE,
	  .width = 18, .by = TASK_FIGURES_FACT },
	{ .col = TASK_FIGURES_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10,
	  .gives_way = 1 },
	{ .col = TASK_FIGURES_FILE, .title = N_("File") },
	{ .col = TASK_FIGURES_LINE, .title = N_("Line"), .kind = COLUMN_COUNT,
	  .width = 7 },
	{ 0 }
};

static const struct column task_reported[] = {
	{ .col = TASK_REPORTED_FACT, .title = N_("Field"), .kind = COLUMN_FACT,
	  .width = 20 },
	{ .col = TASK_REPORTED_VALUE, .title = N_("Value"), .kind = COLUMN_VALUE,
	  .by = TASK_REPORTED_FACT },
	{ 0 }
};

static const struct column task_decisions[] = {
	{ .col = TASK_DECISIONS_AT, .title = N_("At"), .width = 16, .gives_way = 3 },
	{ .col = TASK_DECISIONS_EVENT,
	  .title = N_("Decision"),
	  .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = TASK_DECISIONS_OUTCOME,
	  .title = N_("Outcome"),
	  .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = TASK_DECISIONS_REASON, .title = N_("Reason"), .kind = COLUMN_LABEL },
	{ .col = TASK_DECISIONS_AUTHOR, .title = N_("By"), .width = 9 },
	{ .col = TASK_DECISIONS_APPROVER,
	  .title = N_("Approver"),
	  .width = 9,
	  .gives_way = 2 },
	{ .col = TASK_DECISIONS_NOTE, .title = N_("Note"), .gives_way = 1 },
	{ 0 }
};

static const struct column task_holds[] = {
	{ .col = TASK_HOLDS_FROM_PERIOD,
	  .title = N_("Payment held from"),
	  .kind = COLUMN_PERIOD,
	  .width = 18 },
	{ .col = TASK_HOLDS_STATE,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = TASK_HOLDS_PROPOSER, .title = N_("By"), .width = 12 },
	{ .col = TASK_HOLDS_APPROVER, .title = N_("Approver"), .width = 12 },
	{ 0 }
};

static const struct column task_load[] = {
	{ .col = TASK_LOAD_LOAD, .title = N_("Load"), .width = 9 },
	{ .col = TASK_LOAD_FILE, .title = N_("File") },
	{ .col = TASK_LOAD_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = TASK_LOAD_READ, .title = N_("Read"), .kind = COLUMN_COUNT, .width = 8 },
	{ .col = TASK_LOAD_OPEN, .title = N_("Open"), .kind = COLUMN_COUNT, .width = 6 },
	{ 0 }
};

static const int load_args[] = { TASK_LOAD_LOAD, -1 };

static const struct column task_sample[] = {
	{ .col = TASK_SAMPLE_NAME, .title = N_("Name"), .width = 10 },
	{ .col = TASK_SAMPLE_ID_NO, .title = N_("Number"), .width = 18 },
	{ .col = TASK_SAMPLE_MONTHLY_FEN, .title = N_("Yuan a month"),
	  .kind = COLUMN_MONEY, .width = 12 },
	{ .col = TASK_SAMPLE_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ 0 }
};

static const int sample_args[] = { TASK_SAMPLE_PERSON_ID, -1 };

static const struct column task_against[] = {
	{ .col = TASK_AGAINST_FACT, .title = N_("Fact"), .kind = COLUMN_FACT,
	  .width = 24 },
	{ .col = TASK_AGAINST_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = TASK_AGAINST_FILE, .title = N_("File") },
	{ .col = TASK_AGAINST_LINE, .title = N_("Line"), .kind = COLUMN_COUNT,
	  .width = 7, .gives_way = 1 },
	{ 0 }
};

/* Of two records that may be one person. */
static const struct column task_differs[] = {
	{ .col = MERGE_DIFFERS_FIELD, .title = N_("Field"), .kind = COLUMN_LABEL,
	  .width = 14 },
	{ .col = MERGE_DIFFERS_MINE, .title = N_("This record"), .width = 20 },
	{ .col = MERGE_DIFFERS_OTHERS, .title = N_("The other record"), .width = 20 },
	{ .col = MERGE_DIFFERS_TAKEN, .title = N_("Taken") },
	{ 0 }
};

static const struct section task_sections[] = {
	{ .name = "head", .stmt = &TASK_HEAD, .columns = task_head, .is_fields = true },
	{ .name = "differs",
	  .title = N_("Where they differ: left or right arrow chooses"),
	  .stmt = &MERGE_DIFFERS, .columns = task_differs },
	{ .name = "against", .title = N_("What speaks against it"), .stmt = &TASK_AGAINST,
	  .columns = task_against },
	{ .name = "reported", .title = N_("What was reported"), .stmt = &TASK_REPORTED,
	  .columns = task_reported },
	{ .name = "load", .title = N_("File"), .stmt = &TASK_LOAD, .columns = task_load,
	  .opens = "load", .args = load_args },
	{ .name = "sample", .title = N_("Look at these"), .stmt = &TASK_SAMPLE,
	  .columns = task_sample, .opens = "person", .args = sample_args },
	{ .name = "figures", .title = N_("What it rests on"), .stmt = &TASK_FIGURES,
	  .columns = task_figures },
	{ .name = "decisions", .title = N_("Decisions"), .stmt = &TASK_DECISIONS,
	  .columns = task_decisions },
	{ .name = "holds", .title = N_("Holds"), .stmt = &TASK_HOLDS,
	  .columns = task_holds },
	{ 0 }
};

const struct screen view_task = {
	.name = "task", .title = N_("Task"), .sections = task_sections
};

/* The task queue: of all kinds, or of the one that is its argument. */
static const int queue_args[] = { TASK_QUEUE_PERSON_ID, TASK_QUEUE_RULE_ID,
				  TASK_QUEUE_CAUSE, -1 };
static const int queue_key[] = { TASK_QUEUE_DUE, TASK_QUEUE_PRIORITY,
				 TASK_QUEUE_OPENED_ON, TASK_QUEUE_PERSON_ID,
				 TASK_QUEUE_RULE_ID, TASK_QUEUE_CAUSE, -1 };
static const struct section queue_sections[] = {
	{ .name = "tasks", .stmt = &TASK_QUEUE, .columns = view_queue_columns,
	  .opens = "task", .args = queue_args },
	{ .name = "total", .stmt = &TASK_TOTAL },
	{ 0 }
};
static const struct paging queue_paging = { queue_key, 2 };
static const struct choice queue_states[] = {
	{ NULL, N_("all") }, { "open", N_("open") }, { "proposed", N_("proposed") }, { 0 }
};
static const struct filter queue_filters[] = {
	{ "f", N_("filter"), 1, queue_states }, { 0 }
};

const struct screen view_queue = {
	.name = "queue", .title = N_("Tasks"), .kind = SCREEN_LIST,
	.sections = queue_sections, .named_by = "title", .paging = &queue_paging,
	.filters = queue_filters
};

/* The board: all figures in columns; Enter opens the rows behind one. */
static const int board_args[] = { BOARD_FIGURES_INDICATOR, BOARD_FIGURES_TITLE, -1 };
static const struct section board_sections[] = {
	{ .name = "figures", .stmt = &BOARD_FIGURES, .columns = view_board_columns,
	  .opens = "rows", .args = board_args },
	{ .name = "age", .stmt = &BOARD_AGE },
	{ .name = "course", .stmt = &BOARD_COURSE },
	{ 0 }
};

static const struct screen view_board = {
	.name = "board", .title = N_("Board"), .kind = SCREEN_BOARD,
	.sections = board_sections
};

/* Their rows are asked by what they are given: an indicator, a text. */
const struct screen view_rows = { .name = "rows", .title = N_("Rows"),
				  .kind = SCREEN_LIST };
static const struct mark search_marks[] = {
	{ "*", MARK_WATCH, N_("there is work about this person") },
	{ "~", MARK_WATCH,
	  N_("another number than was typed: a digit, or two that changed places") },
	{ "#", MARK_WATCH, N_("a household's or a claim's number, with whose it is") },
	{ 0 }
};
const struct screen view_search = { .name = "search", .title = N_("Search"),
				    .kind = SCREEN_LIST, .marks = search_marks };

/* One step of a task: a reason that the policy texts know, and a note. */
static const struct column decide_head[] = {
	{ .col = DECIDE_HEAD_NAME, .title = N_("Name") },
	{ .col = DECIDE_HEAD_ID_NO, .title = N_("Number") },
	{ 0 }
};
static const struct section decide_sections[] = {
	{ .name = "head", .stmt = &DECIDE_HEAD, .columns = decide_head,
	  .is_fields = true },
	{ 0 }
};
static const struct form_field decide_fields[] = {
	{ "reason", ENTRY_CODE, N_("reason"), .list = &DECIDE_REASONS },
	{ "note", ENTRY_TEXT, N_("Note"), .optional = true, .bytes = 200,
	  .list = &DECIDE_PHRASES },
	{ 0 }
};
static const struct form decide_form = { decide_fields, NULL, NULL };

const struct screen view_decide = {
	.name = "decide", .title = N_("Decision"), .kind = SCREEN_FORM,
	.sections = decide_sections, .form = &decide_form
};

static const struct screen view_why = {
	.name = "why", .title = N_("Why"), .kind = SCREEN_TEXT, .named_arg = 2,
	.verb = "explain"
};
static const struct screen view_law = {
	.name = "law", .title = N_("The law behind it"), .kind = SCREEN_TEXT,
	.named_arg = 1, .verb = "rules page"
};
static const struct screen view_law_search = {
	.name = "law.search", .title = N_("Texts of the law"), .kind = SCREEN_TEXT,
	.named_arg = 1, .verb = "rules search", .line_opens = "law"
};
static const struct screen view_amount = {
	.name = "amount", .title = N_("Why this amount"), .kind = SCREEN_TEXT,
	.verb = "amount"
};
static const struct screen view_diff = {
	.name = "diff", .kind = SCREEN_TEXT, .named_arg = 1, .verb = "rules diff",
	.is_verbatim = true
};

const struct screen view_help = { .name = "help", .title = N_("Help") };
const struct screen view_palette = { .name = "palette", .title = N_("Command") };

const struct screen *const view_all[] = {
	&view_home,   &view_queue, &view_task,  &view_decide, &view_person, &view_search,
	&view_board,  &view_trend,  &view_rows, &view_rules, &view_rule,
	&view_pyramid, &view_months, &view_waiting,
	&view_rehearsal,
	&view_why,    &view_law,   &view_law_search, &view_amount, &view_diff,
	&view_help,  &view_palette,
	&view_runs,   &view_run,   &view_run_group, &view_account_tests,
	&view_messages,
	&view_message, &view_message_words, &view_message_receipt, &view_message_drop,
	&view_batches, &view_alike, &view_batch,
	&view_macros,  &view_macro_name, &view_macro_play,
	&view_staff, &view_staff_add, &view_staff_move, &view_staff_limit,
	&view_staff_leave, &view_barriers, &view_barrier_put, &view_barrier_end,
	&view_barrier_waive, &view_staff_kin, &view_waivers, &view_units, &view_unit,
	&view_unit_add, &view_unit_change,
	&view_staff_unit,
	NULL
};

const struct section *view_section(const struct module *const *modules,
				   const struct screen *s, int n)
{
	const struct section *at = s->sections;

	for (; at && at->stmt; at++)
		if (n-- == 0)
			return at;
	for (int i = 0; modules && modules[i]; i++) {
		at = s == &view_person ? modules[i]->person_sections :
		     s == &view_task ? modules[i]->task_sections : NULL;
		for (; at && at->stmt; at++)
			if (n-- == 0)
				return at;
	}
	return NULL;
}

const char *view_action_name(const struct action *a)
{
	const char *screen = a->opens ? strchr(a->opens, ':') : NULL;

	return screen	  ? screen + 1
	       : a->opens ? a->opens
	       : a->sends ? a->sends
			  : a->runs->name;
}
