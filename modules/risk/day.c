#include "day.h"

#include <stddef.h>

#include "day_sql.h"

/* All acts together, by two persons; what one of them alone would be is never decided. */
const struct move day_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "death_day_plan", "s",
	  N_("propose all of it") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: nothing to change") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "death_day_set", "a",
	  N_("approve: all of it is as of that day") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};

static const struct column act_columns[] = {
	{ .col = DAY_ACTS_ACT, .title = N_("Act"), .kind = COLUMN_LABEL, .width = 18 },
	{ .col = DAY_ACTS_WHAT, .title = N_("Of"), .kind = COLUMN_LABEL, .width = 22,
	  .gives_way = 1 },
	{ .col = DAY_ACTS_BEFORE_IS, .title = N_("Now"), .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = DAY_ACTS_AFTER_IS, .title = N_("As of that day"), .kind = COLUMN_LABEL,
	  .width = 14 },
	{ .col = DAY_ACTS_FEN, .title = N_("Difference"), .kind = COLUMN_MONEY,
	  .width = 14 },
	{ 0 }
};
const struct section day_sections[] = {
	{ .name = "death_day", .title = N_("What that day changes"), .stmt = &DAY_ACTS,
	  .columns = act_columns },
	{ 0 }
};

bool day_show(const struct verb_call *c)
{
	const char *person = c->person(c), *cause;
	const char *params[] = { person, "risk.death_day", NULL };

	if (!person || !c->run(c, &DAY_CAUSE, &person, &cause))
		return false;
	params[2] = cause;
	return c->print(c, &DAY_ACTS, params, act_columns, NULL);
}
