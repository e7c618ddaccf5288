/* Departments and counters: what waits at each, who belongs to it, what is its
 * business. */
#include <stddef.h>

#include "people/units_sql.h"
#include "views_house.h"

static const struct column unit_columns[] = {
	{ .col = UNITS_LIST_UNIT, .title = N_("Department"), .width = 12 },
	{ .col = UNITS_LIST_TITLE, .title = N_("Name"), .width = 14 },
	{ .col = UNITS_LIST_REGION, .title = N_("Area"), .width = 12, .gives_way = 1 },
	{ .col = UNITS_LIST_MEMBERS, .title = N_("Staff"), .kind = COLUMN_COUNT,
	  .width = 6 },
	{ .col = UNITS_LIST_OPEN, .title = N_("Tasks"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = UNITS_LIST_LATE, .title = N_("Late"), .kind = COLUMN_COUNT, .width = 6 },
	{ .col = UNITS_LIST_KINDS, .title = N_("Kinds of tasks") },
	{ 0 }
};
static const int no_args[] = { -1 }, unit_args[] = { UNITS_LIST_UNIT, -1 };
static const int change_args[] = { UNITS_LIST_UNIT, UNITS_LIST_TITLE, -1 };
static const struct section unit_sections[] = {
	{ .stmt = &UNITS_LIST, .columns = unit_columns, .opens = "unit",
	  .args = unit_args },
	{ 0 }
};
static const struct action unit_actions[] = {
	{ "a", N_("add"), NULL, NULL, no_args, .opens = "unit.add" },
	{ "m", N_("change"), NULL, NULL, change_args, .opens = "unit.change" },
	{ "e", N_("end"), NULL, NULL, unit_args, .runs = &UNIT_END },
	{ 0 }
};
const struct screen view_units = { .name = "units", .title = N_("Departments"),
				   .sections = unit_sections, .actions = unit_actions };

static const struct column one_columns[] = {
	{ .col = UNIT_ONE_UNIT, .title = N_("Department") },
	{ .col = UNIT_ONE_TITLE, .title = N_("Name") },
	{ .col = UNIT_ONE_REGION, .title = N_("Area") },
	{ .col = UNIT_ONE_KINDS, .title = N_("Kinds of tasks") },
	{ 0 }
};
static const struct section one_sections[] = {
	{ .name = "head", .stmt = &UNIT_ONE, .columns = one_columns, .is_fields = true },
	{ 0 }
};

static const struct column work_columns[] = {
	{ .col = UNIT_WORK_TITLE, .title = N_("Task"), .kind = COLUMN_LABEL },
	{ .col = UNIT_WORK_OPEN, .title = N_("Open"), .kind = COLUMN_COUNT, .width = 8 },
	{ .col = UNIT_WORK_LATE, .title = N_("Overdue"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ 0 }
};
static const int kind_args[] = { UNIT_WORK_TASK_TYPE, -1 };
static const struct column member_columns[] = {
	{ .col = UNIT_MEMBERS_LOGIN, .title = N_("Login"), .width = 12 },
	{ .col = UNIT_MEMBERS_DISPLAY, .title = N_("Name"), .width = 14 },
	{ .col = UNIT_MEMBERS_JOB, .title = N_("Job"), .kind = COLUMN_LABEL },
	{ .col = UNIT_MEMBERS_IN_HAND, .title = N_("In hand"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ 0 }
};
static const struct section whole_sections[] = {
	{ .name = "head", .stmt = &UNIT_ONE, .columns = one_columns, .is_fields = true },
	{ .title = N_("Tasks by kind"), .stmt = &UNIT_WORK, .columns = work_columns,
	  .opens = "queue", .args = kind_args },
	{ .title = N_("Staff"), .stmt = &UNIT_MEMBERS, .columns = member_columns },
	{ 0 }
};
const struct screen view_unit = { .name = "unit", .title = N_("Department"),
				  .sections = whole_sections, .named_by = "title" };

static const struct form_field add_fields[] = {
	{ "unit", ENTRY_TEXT, N_("Department"), .bytes = 40 },
	{ "title", ENTRY_TEXT, N_("Name"), .bytes = 180 },
	{ "kinds", ENTRY_TEXT, N_("Kinds of tasks"), .bytes = 390 },
	{ "region_code", ENTRY_COUNT, N_("Code of the area"), .optional = true },
	{ 0 }
};
static const struct form add_form = { add_fields, &UNIT_PUT,
				      N_("stored; next tasks go by it from now on") };
const struct screen view_unit_add = { .name = "unit.add", .title = N_("New department"),
				      .kind = SCREEN_FORM, .form = &add_form };

static const struct form_field change_fields[] = {
	{ "title", ENTRY_TEXT, N_("Name"), .bytes = 180, .from_arg = 2 },
	/* Empty, like the area: as it was. */
	{ "kinds", ENTRY_TEXT, N_("Kinds of tasks"), .bytes = 390, .optional = true },
	{ "region_code", ENTRY_COUNT, N_("Code of the area"), .optional = true },
	{ 0 }
};
static const struct form change_form = { change_fields, &UNIT_PUT,
					 N_("stored; next tasks go by it from now on") };
const struct screen view_unit_change = {
	.name = "unit.change", .title = N_("Another business"), .kind = SCREEN_FORM,
	.sections = one_sections, .form = &change_form
};

static const struct form_field join_fields[] = {
	{ "unit", ENTRY_CODE, N_("Department"), .optional = true, .list = &UNIT_NAMES },
	{ 0 }
};
static const struct form join_form = { join_fields, &UNIT_JOIN,
				       N_("stored; next tasks go by it from now on") };
const struct screen view_staff_unit = {
	.name = "staff.unit", .title = N_("Where somebody belongs"), .kind = SCREEN_FORM,
	.sections = view_staff_one, .form = &join_form
};
