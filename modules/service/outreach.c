#include "outreach.h"

#include <stddef.h>

#include "outreach_sql.h"

/* What is told is settled with it: nobody has to do anything. */
const struct move outreach_moves[] = { { "open", "settle", "done", "clerk", MOVE_CLOSE,
					 NULL, "s", N_("settled: was told") },
				       { 0 } };

static const struct column list_columns[] = {
	{ .col = OUTREACH_LIST_OUTREACH, .title = N_("Outreach"), .width = 20 },
	{ .col = OUTREACH_LIST_KIND, .title = N_("Kind"), .kind = COLUMN_LABEL },
	{ .col = OUTREACH_LIST_STATE,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 8 },
	{ .col = OUTREACH_LIST_SENT_ON,
	  .title = N_("Sent"),
	  .kind = COLUMN_DAY,
	  .width = 10,
	  .gives_way = 1 },
	{ .col = OUTREACH_LIST_PERSONS,
	  .title = N_("Persons"),
	  .kind = COLUMN_COUNT,
	  .width = 7 },
	{ .col = OUTREACH_LIST_DELIVERED,
	  .title = N_("Sent out"),
	  .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = OUTREACH_LIST_WAITING,
	  .title = N_("Waiting"),
	  .kind = COLUMN_COUNT,
	  .width = 7 },
	{ .col = OUTREACH_LIST_FAILED,
	  .title = N_("Failed"),
	  .kind = COLUMN_COUNT,
	  .width = 6 },
	{ .col = OUTREACH_LIST_UNREACHED,
	  .title = N_("Not reached"),
	  .kind = COLUMN_COUNT,
	  .width = 6 },
	{ 0 }
};
static const struct column show_columns[] = {
	{ .col = OUTREACH_SHOW_NAME, .title = N_("Name"), .width = 12 },
	{ .col = OUTREACH_SHOW_REGION, .title = N_("Area"), .width = 12 },
	{ .col = OUTREACH_SHOW_STATE,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = OUTREACH_SHOW_CHANNEL,
	  .title = N_("Channel"),
	  .kind = COLUMN_LABEL,
	  .width = 8 },
	{ .col = OUTREACH_SHOW_DELIVERED_ON,
	  .title = N_("Delivered"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = OUTREACH_SHOW_WHY, .title = N_("Why"), .kind = COLUMN_LABEL },
	{ 0 }
};
static const int list_args[] = { OUTREACH_LIST_OUTREACH, -1 };
static const int show_args[] = { OUTREACH_SHOW_PERSON_ID, -1 };
const struct section outreach_sections[] = { { .name = "outreach",
					       .stmt = &OUTREACH_LIST,
					       .columns = list_columns,
					       .opens = "outreach.one",
					       .args = list_args },
					     { 0 } };
const struct section outreach_one_sections[] = { { .name = "persons",
						   .stmt = &OUTREACH_SHOW,
						   .columns = show_columns,
						   .opens = "person",
						   .args = show_args },
						 { 0 } };
const struct action outreach_actions[] = {
	{ "S", N_("send"), "reviewer", "outreach", list_args, .runs = &OUTREACH_SEND },
	{ "X", N_("drop"), NULL, "outreach", list_args, .runs = &OUTREACH_DROP },
	{ 0 }
};

const struct option_def outreach_options[] = {
	{ "area", 'p', N_("of this area and those in it"), NULL, 0, 0 },
	{ "age-from", 'n', N_("from this age on"), NULL, 0, 150 },
	{ "age-to", 'n', N_("up to this age"), NULL, 0, 150 },
	{ "sex", 't', N_("M or F alone"), NULL, 0, 0 },
	{ "paid", 'f', N_("of those alone who draw a pension"), NULL, 0, 0 },
	{ 0 }
};

bool outreach_make(const struct verb_call *c)
{
	const char *params[] = { c->args[0],
				 c->args[1],
				 c->option(c, "area"),
				 c->option(c, "age-from"),
				 c->option(c, "age-to"),
				 c->option(c, "sex"),
				 c->option(c, "paid") ? "true" : "false" };
	const char *n;

	if (!c->run(c, &OUTREACH_MAKE, params, &n))
		return false;
	c->note(c, N_("%s persons as of today; a second person sends it"), n, "");
	return true;
}

bool outreach_send(const struct verb_call *c)
{
	const char *n;

	if (!c->run(c, &OUTREACH_SEND, c->args, &n))
		return false;
	c->note(c, N_("%s persons are told; the outbox has what becomes of it"), n, "");
	return true;
}

bool outreach_drop(const struct verb_call *c)
{
	const char *name;

	if (!c->run(c, &OUTREACH_DROP, c->args, &name))
		return false;
	c->note(c, N_("outreach %s is dropped"), name, "");
	return true;
}

bool outreach_list(const struct verb_call *c)
{
	return c->print(c, &OUTREACH_LIST, NULL, list_columns, NULL);
}

bool outreach_show(const struct verb_call *c)
{
	return c->print(c, &OUTREACH_SHOW, c->args, show_columns, NULL);
}
