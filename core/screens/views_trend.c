/* A figure through the days: the least, the most, the middle, and a bar a day. */
#include <stddef.h>

#include "screens/trend_sql.h"
#include "views.h"

static const struct column of_columns[] = {
	{ .col = TREND_OF_TITLE, .title = N_("Figure"), .kind = COLUMN_LABEL },
	{ .col = TREND_OF_DAYS, .title = N_("Days"), .kind = COLUMN_COUNT, .width = 8 },
	{ .col = TREND_OF_LEAST,
	  .title = N_("Least"),
	  .kind = COLUMN_FIGURE,
	  .width = 12,
	  .by = TREND_OF_UNIT },
	{ .col = TREND_OF_MOST,
	  .title = N_("Most"),
	  .kind = COLUMN_FIGURE,
	  .width = 12,
	  .by = TREND_OF_UNIT },
	{ .col = TREND_OF_MIDDLE,
	  .title = N_("Middle"),
	  .kind = COLUMN_FIGURE,
	  .width = 12,
	  .by = TREND_OF_UNIT },
	{ .col = TREND_OF_UNIT, .title = N_("Unit"), .kind = COLUMN_UNIT, .width = 10 },
	{ .col = TREND_OF_MEANING, .title = N_("Meaning"), .kind = COLUMN_LABEL },
	{ 0 }
};
const struct column view_trend_columns[] = {
	{ .col = TREND_DAYS_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = TREND_DAYS_VALUE,
	  .title = N_("Value"),
	  .kind = COLUMN_FIGURE,
	  .width = 14,
	  .by = TREND_DAYS_UNIT },
	{ .col = TREND_DAYS_CHANGE,
	  .title = N_("Change"),
	  .kind = COLUMN_FIGURE,
	  .width = 12,
	  .gives_way = 2,
	  .by = TREND_DAYS_UNIT },
	{ .col = TREND_DAYS_BAR, .title = N_("Course"), .kind = COLUMN_BAR,
	  .gives_way = 1 },
	{ 0 }
};
static const struct section sections[] = {
	{ .name = "of", .stmt = &TREND_OF, .columns = of_columns, .is_fields = true },
	{ .name = "days", .stmt = &TREND_DAYS, .columns = view_trend_columns },
	{ 0 }
};
const struct screen view_trend = { .name = "trend",
				   .title = N_("Course of a figure"),
				   .sections = sections };
