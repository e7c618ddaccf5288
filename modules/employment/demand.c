#include "demand.h"

#include <stddef.h>

#include "demand_sql.h"

static const struct column list_columns[] = {
	{ .col = DEMAND_LIST_OCCUPATION, .title = N_("Occupation"), .gives_way = 1 },
	{ .col = DEMAND_LIST_YEAR,
	  .title = N_("12 months"),
	  .kind = COLUMN_COUNT,
	  .width = 9 },
	{ .col = DEMAND_LIST_BEFORE,
	  .title = N_("12 before"),
	  .kind = COLUMN_COUNT,
	  .width = 9 },
	{ .col = DEMAND_LIST_CHANGE, .title = N_("+/- %"), .width = 7 },
	{ .col = DEMAND_LIST_SEEKERS,
	  .title = N_("Seekers"),
	  .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = DEMAND_LIST_EACH, .title = N_("Ratio"), .width = 8 },
	{ .col = DEMAND_LIST_NEXT,
	  .title = N_("Next"),
	  .kind = COLUMN_COUNT,
	  .width = 5 },
	{ .col = DEMAND_LIST_NEXT_THREE,
	  .title = N_("Next 3"),
	  .kind = COLUMN_COUNT,
	  .width = 6 },
	{ .col = DEMAND_LIST_ERROR, .title = N_("Off %"), .width = 6 },
	{ 0 }
};
static const int list_args[] = { DEMAND_LIST_OCCUPATION, DEMAND_LIST_REGION, -1 };
const struct section demand_list_sections[] = { { .name = "demand",
						  .title = N_("Posts by occupation"),
						  .stmt = &DEMAND_LIST,
						  .columns = list_columns,
						  .opens = "demand.occupation",
						  .args = list_args },
						{ 0 } };

static const struct column course_columns[] = {
	{ .col = DEMAND_COURSE_PERIOD,
	  .title = N_("Month"),
	  .kind = COLUMN_PERIOD,
	  .width = 8 },
	{ .col = DEMAND_COURSE_POSTS,
	  .title = N_("Posts"),
	  .kind = COLUMN_COUNT,
	  .width = 6 },
	{ .col = DEMAND_COURSE_SAID,
	  .title = N_("Forecast"),
	  .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = DEMAND_COURSE_OFF,
	  .title = N_("Off"),
	  .kind = COLUMN_COUNT,
	  .width = 6 },
	{ .col = DEMAND_COURSE_SEEKERS,
	  .title = N_("Seekers"),
	  .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = DEMAND_COURSE_HOW, .title = N_("Why"), .kind = COLUMN_SAY },
	{ 0 }
};
static const struct column area_columns[] = {
	{ .col = DEMAND_AREAS_PLACE, .title = N_("Area"), .gives_way = 1 },
	{ .col = DEMAND_AREAS_YEAR,
	  .title = N_("12 months"),
	  .kind = COLUMN_COUNT,
	  .width = 9 },
	{ .col = DEMAND_AREAS_BEFORE,
	  .title = N_("12 before"),
	  .kind = COLUMN_COUNT,
	  .width = 9 },
	{ .col = DEMAND_AREAS_SEEKERS,
	  .title = N_("Seekers"),
	  .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = DEMAND_AREAS_NEXT,
	  .title = N_("Next"),
	  .kind = COLUMN_COUNT,
	  .width = 5 },
	{ .col = DEMAND_AREAS_NEXT_THREE,
	  .title = N_("Next 3"),
	  .kind = COLUMN_COUNT,
	  .width = 6 },
	{ .col = DEMAND_AREAS_ERROR, .title = N_("Off %"), .width = 6 },
	{ 0 }
};
static const int area_args[] = { DEMAND_AREAS_OCCUPATION, DEMAND_AREAS_REGION, -1 };
const struct section demand_course_sections[] = { { .name = "course",
						    .title = N_("Month by month"),
						    .stmt = &DEMAND_COURSE,
						    .columns = course_columns },
						  { .name = "areas",
						    .title = N_("By area"),
						    .stmt = &DEMAND_AREAS,
						    .columns = area_columns,
						    .opens = "demand.occupation",
						    .args = area_args },
						  { 0 } };

const struct option_def demand_options[] = {
	{ "region", 'n', N_("code of an area, with all in it"), NULL, 1, 999999999 },
	{ 0 }
};

bool demand_verb(const struct verb_call *c)
{
	const char *region = c->option(c, "region");
	const char *all[] = { region };
	const char *one[] = { c->nargs ? c->args[0] : NULL, region, "63" };

	if (!c->nargs)
		return c->print(c, &DEMAND_LIST, all, list_columns, NULL);
	return c->print(c, &DEMAND_AREAS, one, area_columns, N_("By area")) &&
	       c->print(c, &DEMAND_COURSE, one, course_columns, N_("Month by month"));
}
