/* Files that came in: what became of their rows, and how those that were refused are
 * mended and tried again. */
#include "loads.h"

#include <stddef.h>

#include "agency/loads_sql.h"

const struct column loads_columns[] = {
	{ .col = LOADS_LIST_LOAD, .title = N_("Load"), .width = 9 },
	{ .col = LOADS_LIST_FEED, .title = N_("Feed"), .width = 12 },
	{ .col = LOADS_LIST_FILE, .title = N_("File"), .gives_way = 3 },
	{ .col = LOADS_LIST_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10,
	  .gives_way = 1 },
	{ .col = LOADS_LIST_READ, .title = N_("Read"), .kind = COLUMN_COUNT, .width = 8 },
	{ .col = LOADS_LIST_ACCEPTED, .title = N_("Accepted"), .kind = COLUMN_COUNT,
	  .width = 8, .gives_way = 1 },
	{ .col = LOADS_LIST_DOUBTFUL, .title = N_("Doubtful"), .kind = COLUMN_COUNT,
	  .width = 8, .gives_way = 2 },
	{ .col = LOADS_LIST_OPEN, .title = N_("Open"), .kind = COLUMN_COUNT, .width = 6 },
	{ 0 }
};

const struct column loads_one_columns[] = {
	{ .col = LOADS_ONE_LOAD, .title = N_("Load") },
	{ .col = LOADS_ONE_TITLE, .title = N_("Feed"), .kind = COLUMN_LABEL },
	{ .col = LOADS_ONE_FILE, .title = N_("File") },
	{ .col = LOADS_ONE_DAY, .title = N_("Day"), .kind = COLUMN_DAY },
	{ .col = LOADS_ONE_READ, .title = N_("Read"), .kind = COLUMN_COUNT },
	{ .col = LOADS_ONE_FRESH, .title = N_("New"), .kind = COLUMN_COUNT },
	{ .col = LOADS_ONE_SAME, .title = N_("Same"), .kind = COLUMN_COUNT },
	{ .col = LOADS_ONE_CORRECTED, .title = N_("Corrected"), .kind = COLUMN_COUNT },
	{ .col = LOADS_ONE_CONTRADICTORY, .title = N_("Contradictory"),
	  .kind = COLUMN_COUNT },
	{ .col = LOADS_ONE_DOUBTFUL, .title = N_("Doubtful"), .kind = COLUMN_COUNT },
	{ .col = LOADS_ONE_REJECTED, .title = N_("Rejected"), .kind = COLUMN_COUNT },
	{ .col = LOADS_ONE_COLUMNS, .title = N_("Columns") },
	{ 0 }
};

const struct column loads_reasons_columns[] = {
	{ .col = LOADS_REASONS_REASON, .title = N_("Reason"), .width = 14 },
	{ .col = LOADS_REASONS_COLUMN_NAME, .title = N_("Column"), .width = 14 },
	{ .col = LOADS_REASONS_ROWS, .title = N_("Rows"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = LOADS_REASONS_FIRST_LINE, .title = N_("First line"),
	  .kind = COLUMN_COUNT, .width = 10, .gives_way = 1 },
	{ .col = LOADS_REASONS_EXAMPLE, .title = N_("Value") },
	{ 0 }
};

const struct column loads_rejects_columns[] = {
	{ .col = LOADS_REJECTS_LINE, .title = N_("Line"), .kind = COLUMN_COUNT,
	  .width = 7 },
	{ .col = LOADS_REJECTS_COLUMN_NAME, .title = N_("Column"), .width = 12 },
	{ .col = LOADS_REJECTS_VALUE, .title = N_("Value"), .width = 18,
	  .gives_way = 2 },
	{ .col = LOADS_REJECTS_DETAIL, .title = N_("Why"), .width = 28, .gives_way = 1 },
	{ .col = LOADS_REJECTS_ROW, .title = N_("Row") },
	{ 0 }
};

const struct column loads_doubts_columns[] = {
	{ .col = LOADS_DOUBTS_LINE, .title = N_("Line"), .kind = COLUMN_COUNT,
	  .width = 7 },
	{ .col = LOADS_DOUBTS_KIND, .title = N_("Kind"), .kind = COLUMN_LABEL,
	  .width = 13 },
	{ .col = LOADS_DOUBTS_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = LOADS_DOUBTS_WHY, .title = N_("Why") },
	{ 0 }
};

static const int load_args[] = { LOADS_LIST_LOAD, -1 };
static const int load_key[] = { LOADS_LIST_LOAD, -1 };
static const int reason_args[] = { LOADS_REASONS_LOAD, LOADS_REASONS_COLUMN_NAME,
				   LOADS_REASONS_EXAMPLE, -1 };
static const int one_args[] = { LOADS_ONE_LOAD, -1 };
static const int person_args[] = { LOADS_DOUBTS_PERSON_ID, -1 };

static const struct section list_sections[] = {
	{ .stmt = &LOADS_LIST, .columns = loads_columns, .opens = "load",
	  .args = load_args },
	{ 0 }
};
static const struct paging list_paging = { load_key, 0 };

static const struct section load_sections[] = {
	{ .name = "load", .title = N_("Load"), .stmt = &LOADS_ONE,
	  .columns = loads_one_columns, .is_fields = true },
	{ .name = "reasons", .title = N_("Reasons"), .stmt = &LOADS_REASONS,
	  .columns = loads_reasons_columns },
	{ .title = N_("Rejected rows"), .stmt = &LOADS_REJECTS,
	  .columns = loads_rejects_columns },
	{ .title = N_("Doubtful rows"), .stmt = &LOADS_DOUBTS,
	  .columns = loads_doubts_columns, .opens = "person", .args = person_args },
	{ 0 }
};

static const struct action load_actions[] = {
	{ "f", N_("mend"), "admin", "reasons", reason_args, .opens = "load.repair" },
	{ "y", N_("try again"), "admin", "load", one_args, .runs = &LOADS_RETRY },
	{ "x", N_("drop"), "admin", "load", one_args, .runs = &LOADS_DROP },
	{ 0 }
};

static const struct form_field repair_fields[] = {
	{ "column", ENTRY_CODE, N_("Column"), .list = &LOADS_COLUMNS, .from_arg = 2 },
	{ "old", ENTRY_TEXT, N_("Value now"), .optional = true, .from_arg = 3 },
	{ "new", ENTRY_TEXT, N_("Right value"), .optional = true },
	{ 0 }
};
static const struct form repair_form = {
	repair_fields, &LOADS_REPAIR, N_("mended; the next run tries these rows again")
};

const struct screen loads_screens[] = {
	{ .name = "loads", .title = N_("Loads"), .kind = SCREEN_LIST,
	  .sections = list_sections, .paging = &list_paging,
	  .empty = N_("no file has come yet: steward import FEED FILE") },
	{ .name = "load", .title = N_("Load"), .named_arg = 1, .sections = load_sections,
	  .actions = load_actions },
	{ .name = "load.repair", .title = N_("Mend rows"), .kind = SCREEN_FORM,
	  .job = "admin", .sections = load_sections, .form = &repair_form },
	{ 0 }
};
