/* The screens of payment runs: the list, one run with its groups, and whom a group
 * holds.  What a key does can be undone until the second person has approved. */
#include <stddef.h>

#include "money/pay_sql.h"
#include "money/runs.h"
#include "views.h"

static const int list_args[] = { PAY_LIST_RUN, -1 };
static const int one_args[] = { PAY_ONE_RUN, -1 };
static const int approve_args[] = { PAY_ONE_RUN, PAY_ONE_SIGNATURE, -1 };
static const int group_args[] = { PAY_GROUPS_RUN, PAY_GROUPS_RULE, -1 };
static const int held_args[] = { PAY_HELD_RUN, PAY_HELD_RULE_ID, PAY_HELD_PERSON_ID, -1 };
static const int person_args[] = { PAY_HELD_PERSON_ID, -1 };
static const struct paging list_paging = { list_args, 0 };

static const struct section list_sections[] = {
	{ .stmt = &PAY_LIST, .columns = runs_list_columns, .opens = "run",
	  .args = list_args },
	{ 0 }
};

static const struct section run_sections[] = {
	{ .name = "groups", .title = N_("Held"), .stmt = &PAY_GROUPS,
	  .columns = runs_groups_columns, .opens = "run.group", .args = group_args },
	{ .name = "run", .title = N_("Run"), .stmt = &PAY_ONE,
	  .columns = runs_one_columns, .is_fields = true },
	{ .title = N_("Beside last month"), .stmt = &PAY_CHANGES,
	  .columns = runs_changes_columns },
	{ .title = N_("Totals"), .stmt = &PAY_TOTALS, .columns = runs_totals_columns },
	{ .title = N_("Files"), .stmt = &PAY_FILES, .columns = runs_files_columns },
	{ 0 }
};

static const struct section group_sections[] = {
	{ .name = "held", .stmt = &PAY_HELD, .columns = runs_held_columns,
	  .opens = "person", .args = person_args },
	{ 0 }
};

static const struct action run_actions[] = {
	{ "g", N_("gate"), "clerk", "run", one_args, .runs = &PAY_GATE },
	{ "r", N_("release"), NULL, "groups", group_args, .runs = &PAY_RELEASE },
	{ "h", N_("keep held"), NULL, "groups", group_args, .runs = &PAY_KEEP },
	{ "S", N_("sign"), "clerk", "run", one_args, .runs = &PAY_SIGN },
	{ "A", N_("approve"), "reviewer", "run", approve_args, .runs = &PAY_APPROVE },
	{ "X", N_("take back"), NULL, "run", one_args, .runs = &PAY_TAKE_BACK },
	{ 0 }
};

static const struct action group_actions[] = {
	{ "r", N_("release"), NULL, "held", held_args, .runs = &PAY_RELEASE_ONE },
	{ "h", N_("keep held"), NULL, "held", held_args, .runs = &PAY_KEEP_ONE },
	{ 0 }
};

const struct screen view_runs = {
	.name = "runs", .title = N_("Payment runs"), .kind = SCREEN_LIST,
	.sections = list_sections, .paging = &list_paging,
	.empty = N_("no run yet: steward pay prepare MONTH makes one")
};

const struct screen view_run = {
	.name = "run", .title = N_("Payment run"), .sections = run_sections,
	.actions = run_actions, .named_arg = 1
};

const struct screen view_run_group = {
	.name = "run.group", .title = N_("Held"), .sections = group_sections,
	.actions = group_actions, .named_arg = 2
};
