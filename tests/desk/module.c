/* A module whose screens are of every kind: what a declaration does is seen in the
 * pictures. */
#include "canvas.h"
#include "script.h"
#include "steward.h"

static const struct stmt visits = {
	.name = "visits",
	.params = (const char *const[]){ "state text", "at date", "visit_id int8",
					 "n int4" },
	.nparams = 4,
	.columns = (const char *const[]){ "mark text", "at date", "name text",
					  "minutes int4", "state text", "visit_id int8" },
	.ncolumns = 6,
};
static const struct stmt visits_total = {
	.name = "visits_total",
	.params = (const char *const[]){ "state text" },
	.nparams = 1,
	.columns = (const char *const[]){ "total int8", "overdue int8" },
	.ncolumns = 2,
};
static const struct stmt visit_close = {
	.name = "visit_close",
	.params = (const char *const[]){ "visit_id int8" },
	.nparams = 1,
	.columns = (const char *const[]){ "closed int8" },
	.ncolumns = 1,
};

static const struct column visit_columns[] = {
	{ .col = 1, .title = "Day", .kind = COLUMN_DAY, .width = 10 },
	{ .col = 2, .title = "Name" },
	{ .col = 3, .title = "Minutes", .kind = COLUMN_COUNT, .width = 8 },
	{ .col = 4, .title = "State", .kind = COLUMN_LABEL, .width = 8, .unless_arg = 1 },
	{ 0 }
};

static const int visit_key[] = { 1, 5, -1 }, visit_args[] = { 5, -1 };
static const struct section visit_sections[] = {
	{ .name = "visits", .stmt = &visits, .columns = visit_columns, .opens = "month",
	  .args = visit_args },
	{ .name = "total", .stmt = &visits_total },
	{ 0 }
};
static const struct paging visit_paging = { visit_key, 1 };
static const struct choice states[] = {
	{ NULL, "all" }, { "open", "open" }, { 0 }
};
static const struct filter filters[] = { { "f", "filter", 0, states }, { 0 } };
static const struct mark marks[] = {
	{ "o", MARK_WATCH, "overlaps another visit" }, { 0 }
};
static const struct stmt visit_name = {
	.name = "visit_name",
	.params = (const char *const[]){ "visit_id int8" },
	.nparams = 1,
	.columns = (const char *const[]){ "name text" },
	.ncolumns = 1,
};
static const struct stmt visit_kinds = {
	.name = "visit_kinds",
	.columns = (const char *const[]){ "code text", "label text" },
	.ncolumns = 2,
};
static const struct stmt visit_add = {
	.name = "visit_add",
	.params = (const char *const[]){ "visit_id int8", "kind text", "day date",
					 "minutes int4", "cost int8", "note text",
					 "paid bool" },
	.nparams = 7,
	.columns = (const char *const[]){ "visit_id int8" },
	.ncolumns = 1,
};
static const struct column name_columns[] = { { .col = 0, .title = "Name" }, { 0 } };
static const struct section form_sections[] = {
	{ .name = "head", .stmt = &visit_name, .columns = name_columns }, { 0 }
};
static const struct form_field fields[] = {
	{ "kind", ENTRY_CODE, "kind of visit", .list = &visit_kinds },
	{ "day", ENTRY_DAY, "Day", .value = "today", .most = "today" },
	{ "minutes", ENTRY_COUNT, "Minutes", .least = "1", .most = "600" },
	{ "cost", ENTRY_MONEY, "Cost", .optional = true },
	{ "note", ENTRY_TEXT, "Note", .optional = true, .bytes = 40 },
	{ "paid", ENTRY_YES, "paid at once", .optional = true },
	{ 0 }
};
static const struct form new_form = { fields, &visit_add, "visit stored" };

static const struct action actions[] = {
	{ "a", "add", .args = visit_args, .opens = "visit_new" },
	{ "d", "decide", .args = visit_args, .sends = "propose" },
	{ "c", "close the visit", .args = visit_args, .runs = &visit_close },
	{ "m", "month", .args = visit_args, .opens = "month" },
	{ "r", "release", .job = "manager", .args = visit_args, .runs = &visit_close },
	{ 0 }
};

/* A row for each visit, its minutes as a bar. */
static void build_month(struct canvas *c)
{
	static const char bar[] = "########################################";

	c->title(c, "Minutes by visit");
	for (int row = 0; row < c->rows(c, "visits") && row < 10; row++) {
		const char *minutes = c->text(c, "visits", row, "minutes");

		c->line(c, "visits", row);
		c->span(c, 2, 12, CANVAS_PLAIN, c->text(c, "visits", row, "name"));
		c->span(c, 16, (minutes[0] - '0') * 4, CANVAS_VALUE, bar);
	}
}
static const struct screen_code month = { build_month };

static const struct screen screens[] = {
	{ .name = "visits", .title = "Visits", .kind = SCREEN_LIST,
	  .sections = visit_sections, .paging = &visit_paging, .filters = filters,
	  .marks = marks, .actions = actions },
	{ .name = "month", .title = "Month", .kind = SCREEN_OWN, .job = "clerk",
	  .sections = visit_sections, .named_arg = 1, .code = &month },
	{ .name = "visit_new", .title = "New visit", .kind = SCREEN_FORM,
	  .sections = form_sections, .form = &new_form },
	{ .name = "costs", .title = "Costs", .job = "manager",
	  .sections = visit_sections },
	{ 0 }
};

static const struct command commands[] = {
	{ "open.visits", "visits at home", .opens = "visits", .code = "vi" },
	{ "open.month", "the visits of a month", .opens = "month",
	  .args = (const char *const[]){ "2025-11", NULL } },
	{ "open.costs", "what visits cost", .opens = "costs" },
	{ 0 }
};
static const struct key keys[] = { { "F6", "open.visits", NULL }, { 0 } };

const struct module visits_module = {
	.interface = STEWARD_INTERFACE, .size = sizeof(struct module), .name = "visits",
	.title = "visits", .screens = screens, .commands = commands, .keys = keys,
};

/* Beside the other: a command of a name that an action has, and rows that are marked. */
static const struct action marked_actions[] = {
	{ "v", "close all", .args = visit_args, .runs = &visit_close, .many = 1 }, { 0 }
};
static const struct screen twin_screens[] = {
	{ .name = "marked", .title = "Marked", .sections = visit_sections,
	  .actions = marked_actions },
	{ 0 }
};
static const struct command twin_commands[] = {
	{ "visits.month", "the visits of a month", .opens = "visits:month" }, { 0 }
};

const struct module twin_module = {
	.interface = STEWARD_INTERFACE, .size = sizeof(struct module), .name = "twin",
	.title = "twin", .screens = twin_screens, .commands = twin_commands,
};
