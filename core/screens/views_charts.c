/* Charts: the pyramid of ages, payments by month, how long tasks wait. */
#include <stddef.h>

#include "screens/charts_sql.h"
#include "views.h"

static const struct column pyramid_columns[] = {
	{ .col = CHART_PYRAMID_MEN_BAR, .title = N_("Men"), .kind = COLUMN_BAR,
	  .width = 24, .gives_way = 1 },
	{ .col = CHART_PYRAMID_MEN, .title = "", .kind = COLUMN_COUNT, .width = 8 },
	{ .col = CHART_PYRAMID_BAND, .title = N_("Age"), .width = 6 },
	{ .col = CHART_PYRAMID_WOMEN, .title = N_("Women"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = CHART_PYRAMID_WOMEN_BAR, .title = "", .kind = COLUMN_BAR, .width = 24,
	  .gives_way = 1 },
	{ 0 }
};
static const struct section pyramid_sections[] = {
	{ .name = "pyramid", .stmt = &CHART_PYRAMID, .columns = pyramid_columns }, { 0 }
};
const struct screen view_pyramid = { .name = "pyramid", .title = N_("Ages and sexes"),
				     .sections = pyramid_sections };

static const struct column month_columns[] = {
	{ .col = CHART_MONTHS_PERIOD, .title = N_("Month"), .kind = COLUMN_PERIOD,
	  .width = 8 },
	{ .col = CHART_MONTHS_PAYMENTS, .title = N_("Payments"), .kind = COLUMN_COUNT,
	  .width = 9 },
	{ .col = CHART_MONTHS_AMOUNT_FEN, .title = N_("Amount"), .kind = COLUMN_MONEY,
	  .width = 16 },
	{ .col = CHART_MONTHS_CHANGE_FEN, .title = N_("Change"), .kind = COLUMN_MONEY,
	  .width = 14, .gives_way = 2 },
	{ .col = CHART_MONTHS_BAR, .title = N_("Course"), .kind = COLUMN_BAR,
	  .gives_way = 1 },
	{ 0 }
};
static const struct section month_sections[] = {
	{ .name = "months", .stmt = &CHART_MONTHS, .columns = month_columns }, { 0 }
};
const struct screen view_months = { .name = "paid_months",
				    .title = N_("Payments by month"),
				    .sections = month_sections };

static const struct column waiting_columns[] = {
	{ .col = CHART_WAITING_DAYS, .title = N_("Days open"), .width = 10 },
	{ .col = CHART_WAITING_TASKS, .title = N_("Tasks"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = CHART_WAITING_OVERDUE, .title = N_("Overdue"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = CHART_WAITING_BAR, .title = N_("Course"), .kind = COLUMN_BAR,
	  .gives_way = 1 },
	{ 0 }
};
static const struct section waiting_sections[] = {
	{ .name = "waiting", .stmt = &CHART_WAITING, .columns = waiting_columns }, { 0 }
};
const struct screen view_waiting = { .name = "waiting",
				     .title = N_("How long tasks have waited"),
				     .sections = waiting_sections };
