#include "query.h"

#include <stddef.h>

#include "counter.h"
#include "joint.h"
#include "query_sql.h"

/* What an office answers, by the number that its file had. */
const struct field query_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "query_no", FIELD_REF, .table = "service_query", .column = "query_no" },
	{ "answer", FIELD_TEXT },
	{ "answered_on", FIELD_DAY, .most = "today" },
	{ 0 }
};
static const struct kept_column answer_columns[] = { { "query_no", KEPT_KEY },
						     { "answer", KEPT_VALUE },
						     { "answered_on", KEPT_VALUE },
						     { 0 } };
const struct keep query_keeps[] = { { "service_answer", answer_columns }, { 0 } };

const struct move query_moves[] = { { "open", "settle", "done", "clerk", MOVE_CLOSE, NULL,
				      "s", N_("settle: it has been read") },
				    { "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE,
				      NULL, "d", N_("dismiss: it is not needed") },
				    { 0 } };

const struct column query_columns[] = {
	{ .col = QUERY_LIST_ASKED_ON,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = QUERY_LIST_SOURCE,
	  .title = N_("Office"),
	  .kind = COLUMN_LABEL,
	  .width = 16 },
	{ .col = QUERY_LIST_WHAT,
	  .title = N_("Matter"),
	  .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = QUERY_LIST_STAND,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = QUERY_LIST_QUERY_NO, .title = N_("Number"), .width = 9 },
	{ .col = QUERY_LIST_ANSWER, .title = N_("Answer"), .width = 24 },
	{ .col = QUERY_LIST_PURPOSE, .title = N_("For"), .gives_way = 1 },
	{ .col = QUERY_LIST_GROUND, .title = N_("Legal ground"), .gives_way = 2 },
	{ 0 }
};
static const struct column waiting_columns[] = {
	{ .col = QUERY_LIST_NAME, .title = N_("Name"), .width = 10 },
	{ .col = QUERY_LIST_SOURCE,
	  .title = N_("Office"),
	  .kind = COLUMN_LABEL,
	  .width = 16 },
	{ .col = QUERY_LIST_WHAT,
	  .title = N_("Matter"),
	  .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = QUERY_LIST_DUE, .title = N_("Due"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = QUERY_LIST_SENT_ON,
	  .title = N_("Sent"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = QUERY_LIST_QUERY_NO, .title = N_("Number"), .width = 9 },
	{ .col = QUERY_LIST_PURPOSE, .title = N_("For"), .gives_way = 1 },
	{ 0 }
};

static bool show(const struct verb_call *c, const char *person)
{
	return c->print(c, &QUERY_LIST, &person, query_columns, NULL);
}

bool query_ask(const struct verb_call *c)
{
	const char *person = c->person(c), *no;
	const char *params[] = { person, c->args[1], c->args[2], c->args[3] };

	return person && c->run(c, &QUERY_ASK, params, &no) && show(c, person);
}

bool query_answer(const struct verb_call *c)
{
	const char *person = c->person(c), *no;
	const char *params[] = { person, c->args[1], c->args[2] };

	return person && c->run(c, &QUERY_ANSWER, params, &no) && show(c, person);
}

bool query_withdraw(const struct verb_call *c)
{
	const char *person = c->person(c), *no;
	const char *params[] = { person, c->args[1] };

	if (!person || !c->run(c, &QUERY_WITHDRAW, params, &no))
		return false;
	c->note(c, N_("question %s is taken back"), no, "");
	return true;
}

bool query_list(const struct verb_call *c)
{
	const char *person = c->nargs ? c->person(c) : NULL;

	if (c->nargs && !person)
		return false;
	return c->nargs ? show(c, person)
			: c->print(c, &QUERY_LIST, &person, waiting_columns, NULL);
}

bool query_file(const struct verb_call *c)
{
	return joint_write(c, &QUERY_UNSENT, &QUERY_TEXT, &QUERY_SENT,
			   N_("%s questions written to %s"));
}
