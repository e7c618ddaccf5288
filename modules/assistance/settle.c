#include "settle.h"

#include <stddef.h>

#include "settle_sql.h"

const struct move settle_moves[] = {
	{ "open", "ask", "replying", "clerk", MOVE_STEP, "settle_ask", "m",
	  N_("ask the person, who may reply until a day") },
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "settle_plan", "s",
	  N_("propose to settle the year by this sum") },
	{ "replying", "propose", "proposed", "clerk", MOVE_PROPOSE, "settle_plan", "s",
	  N_("propose to settle, once there is a reply or its day is past") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: the figure is another's or wrong") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "settle_put", "a",
	  N_("approve: the next run pays it, or it is claimed back") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};

const struct move settle_missing_moves[] = {
	{ "open", "finish", "done", "clerk", MOVE_CLOSE, NULL, "f",
	  N_("finish: it is taken care of") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: nothing to do") },
	{ 0 }
};

static const struct column columns[] = {
	{ .col = SETTLEMENT_LIST_YEAR, .title = N_("Year"), .width = 4 },
	{ .col = SETTLEMENT_LIST_NAME, .title = N_("Name"), .width = 10 },
	{ .col = SETTLEMENT_LIST_KIND, .title = N_("Kind"), .kind = COLUMN_LABEL,
	  .width = 10, .gives_way = 3 },
	{ .col = SETTLEMENT_LIST_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = SETTLEMENT_LIST_FIGURE_FEN, .title = N_("Income"), .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = SETTLEMENT_LIST_NOW_FEN, .title = N_("Granted"), .kind = COLUMN_MONEY,
	  .width = 10, .gives_way = 2 },
	{ .col = SETTLEMENT_LIST_LEFT_FEN, .title = N_("Comes to"), .kind = COLUMN_MONEY,
	  .width = 10 },
	{ .col = SETTLEMENT_LIST_MORE_FEN, .title = N_("Difference"),
	  .kind = COLUMN_MONEY, .width = 10 },
	{ .col = SETTLEMENT_LIST_UNTIL, .title = N_("Until"), .kind = COLUMN_DAY,
	  .width = 10, .gives_way = 1 },
	{ 0 }
};
static const int to_person[] = { SETTLEMENT_LIST_PERSON_ID, -1 };

const struct section settle_sections[] = {
	{ .title = N_("Yearly settlement"), .stmt = &SETTLEMENT_LIST, .columns = columns,
	  .opens = "person", .args = to_person },
	{ 0 }
};

const struct option_def settle_list_options[] = {
	{ "state", 't', N_("waiting, missing, reported, replying, replied or settled") },
	{ "year", 'n', N_("of this year"), NULL, 1900, 2100 },
	{ 0 }
};

bool settle_list(const struct verb_call *c)
{
	const char *params[] = { c->option(c, "state"), c->option(c, "year") };

	return c->print(c, &SETTLEMENT_LIST, params, columns, NULL);
}

bool settle_begin(const struct verb_call *c)
{
	const char *params[] = { NULL, c->args[0] }, *persons;

	return c->run(c, &SETTLEMENT_BEGIN, c->args, &persons) &&
	       c->print(c, &SETTLEMENT_LIST, params, columns, NULL);
}

bool settle_reply(const struct verb_call *c)
{
	const char *params[] = { c->person(c), c->args[1], c->args[2] };
	const char *shown[] = { NULL, c->args[1] }, *rows;

	return params[0] && c->run(c, &SETTLEMENT_REPLY, params, &rows) &&
	       c->print(c, &SETTLEMENT_LIST, shown, columns, NULL);
}
