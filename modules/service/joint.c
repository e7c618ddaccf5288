#include "joint.h"

#include <stddef.h>

#include "counter.h"
#include "joint_sql.h"

/* What an office answers, by the number that its file had. */
const struct field joint_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "case_no", FIELD_REF, .table = "joint_case", .column = "case_no" },
	{ "partner", FIELD_NAME },
	{ "answer", FIELD_CODE, .codes = "settled nothing refused" },
	{ "answered_on", FIELD_DAY, .most = "today" },
	{ "detail", FIELD_TEXT, .optional = true },
	{ 0 }
};
static const struct kept_column answer_columns[] = {
	{ "case_no", KEPT_KEY },
	{ "partner", KEPT_KEY },
	{ "answer", KEPT_VALUE },
	{ "answered_on", KEPT_VALUE },
	{ "detail", KEPT_VALUE, "coalesce(detail, '')" },
	{ 0 }
};
const struct keep joint_keeps[] = { { "joint_answer", answer_columns }, { 0 } };

#define END(outcome, key, label)                                                         \
	{                                                                                \
		"open", outcome, "done", "clerk", MOVE_CLOSE, "joint_" outcome, key,     \
			label                                                            \
	}
const struct move joint_moves[] = {
	END("settled", "s", N_("settled: that office has done its part")),
	END("nothing", "n", N_("nothing: that office had nothing to do")),
	END("refused", "d", N_("refused: that office does not do it")),
	{ 0 }
};

#define PART_COLUMNS                                                                     \
	{ .col = JOINT_PARTS_PARTNER,                                                    \
	  .title = N_("Office"),                                                         \
	  .kind = COLUMN_LABEL,                                                          \
	  .width = 20 },                                                                 \
		{ .col = JOINT_PARTS_DUE,                                                \
		  .title = N_("Due"),                                                    \
		  .kind = COLUMN_DAY,                                                    \
		  .width = 10 },                                                         \
		{ .col = JOINT_PARTS_STAND,                                              \
		  .title = N_("State"),                                                  \
		  .kind = COLUMN_LABEL,                                                  \
		  .width = 9 },                                                          \
		{ .col = JOINT_PARTS_SENT_ON,                                            \
		  .title = N_("Sent"),                                                   \
		  .kind = COLUMN_DAY,                                                    \
		  .width = 10,                                                           \
		  .gives_way = 2 },                                                      \
		{ .col = JOINT_PARTS_CASE_NO,                                            \
		  .title = N_("Case"),                                                   \
		  .width = 8,                                                            \
		  .gives_way = 1 }
const struct column joint_columns[] = {
	{ .col = JOINT_PARTS_KIND,
	  .title = N_("Matter"),
	  .kind = COLUMN_LABEL,
	  .width = 8 },
	PART_COLUMNS,
	{ .col = JOINT_PARTS_DETAIL, .title = N_("Detail") },
	{ 0 }
};
static const struct column list_columns[] = {
	{ .col = JOINT_PARTS_NAME, .title = N_("Name"), .width = 10 },
	PART_COLUMNS,
	{ .col = JOINT_PARTS_KIND, .title = N_("Matter"), .kind = COLUMN_LABEL },
	{ 0 }
};
static const int list_args[] = { JOINT_PARTS_PERSON_ID, -1 };
const struct section joint_sections[] = { { .title = N_("Joint cases"),
					    .stmt = &JOINT_PARTS,
					    .columns = list_columns,
					    .opens = "person",
					    .args = list_args },
					  { 0 } };
const struct column joint_can_columns[] = {
	{ .col = JOINT_CAN_DIED_ON,
	  .title = N_("Died"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = JOINT_CAN_OPEN, .title = N_("Open parts"), .kind = COLUMN_COUNT },
	{ 0 }
};
const int joint_can_args[] = { JOINT_CAN_PERSON_ID, -1 };

bool joint_case(const struct verb_call *c)
{
	const char *person = c->person(c), *no;
	const char *params[] = { person, c->args[1] };

	return person && c->run(c, &JOINT_OPEN, params, &no) &&
	       c->print(c, &JOINT_PARTS, &person, joint_columns, NULL);
}

bool joint_end(const struct verb_call *c)
{
	const char *person = c->person(c), *no;
	const char *params[] = { person, c->args[1] };

	if (!person || !c->run(c, &JOINT_WITHDRAW, params, &no))
		return false;
	c->note(c, N_("joint case %s is taken back"), no, "");
	return true;
}

bool joint_list(const struct verb_call *c)
{
	const char *person = c->nargs ? c->person(c) : NULL;

	if (c->nargs && !person)
		return false;
	return c->print(c, &JOINT_PARTS, &person, c->nargs ? joint_columns : list_columns,
			NULL);
}

const struct option_def joint_file_options[] = {
	{ "out", 't', N_("file to write"), NULL, 0, 0 }, { 0 }
};

/* The file first, then that it has gone: what is interrupted between is written again
 * under the same numbers. */
bool joint_write(const struct verb_call *c, const struct stmt *unsent,
		 const struct stmt *text, const struct stmt *sent, const char *done)
{
	const char *out = c->option(c, "out"), *which, *body, *n;
	const char *params[2] = { c->args[0] };

	if (!out)
		return c->fail(c, N_("say which file is to be written"),
			       N_("Give --out."));
	if (!c->run(c, unsent, params, &which))
		return false;
	if (!*which) {
		c->note(c, N_("nothing waits to be sent to %s"), c->args[0], "");
		return true;
	}
	params[1] = which;
	if (!c->run(c, text, params, &body) || !c->put(c, out, body) ||
	    !c->run(c, sent, params, &n))
		return false;
	c->note(c, done, n, out);
	return true;
}

bool joint_file(const struct verb_call *c)
{
	return joint_write(c, &JOINT_UNSENT, &JOINT_TEXT, &JOINT_SENT,
			   N_("%s cases written to %s"));
}
