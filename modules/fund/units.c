#include "units.h"

#include <stddef.h>

#include "units_sql.h"

const struct move units_moves[] = {
	{ "open", "settle", "done", "clerk", MOVE_CLOSE, NULL, "s",
	  N_("settle: the employer has said why") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: nothing to do") },
	{ 0 }
};

const struct column units_columns[] = {
	{ .col = UNITS_ALL_UNIT_NO, .title = N_("Number"), .width = 20, .gives_way = 2 },
	{ .col = UNITS_ALL_UNIT, .title = N_("Unit") },
	{ .col = UNITS_ALL_NEWEST, .title = N_("Month"), .kind = COLUMN_PERIOD,
	  .width = 8 },
	{ .col = UNITS_ALL_INSURED, .title = N_("Insured"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = UNITS_ALL_BEFORE, .title = N_("Before"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = UNITS_ALL_CHANGE, .title = N_("Change %"), .width = 9 },
	{ .col = UNITS_ALL_LEFT_FEN, .title = N_("Arrears"), .kind = COLUMN_MONEY,
	  .width = 14, .gives_way = 1 },
	{ 0 }
};

/* Rows behind the figures. */
const struct column units_rows[] = {
	{ .col = BEHIND_PLACE, .title = N_("Unit"), .width = 30 },
	{ .col = BEHIND_DAY, .title = N_("Month"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_SAY, .title = N_("Insured, and before") },
	{ 0 }
};

const struct option_def units_options[] = {
	{ "shrinking", 'f', N_("only whose number of insured falls"), NULL, 0, 0 }, { 0 }
};

bool units_print(const struct verb_call *c)
{
	const char *shrinking = c->option(c, "shrinking") ? "true" : NULL;

	return c->print(c, &UNITS_ALL, &shrinking, units_columns, NULL);
}
