#include "retention.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "retention_sql.h"

#define ROWS_MOST 1000 /* as many as the statement gives at once */
#define ANSWER	  400  /* bytes of one at most: employer, year, yuan, why */

const struct move retention_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "retention_plan", "s",
	  N_("propose the refund as worked out") },
	{ "open", "reject", "dismissed", "clerk", MOVE_CLOSE, "retention_refuse", "d",
	  N_("refuse it, with the reason") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "retention_grant", "a",
	  N_("approve: the next file pays it") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};
const struct move retention_back_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "retention_reopen_plan",
	  "s", N_("propose to work it out anew") },
	{ "open", "reject", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: it stays as it was granted") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "retention_reopen",
	  "a", N_("approve: it is decided anew") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};

static const struct column list_columns[] = {
	{ .col = RETENTION_LIST_UNIT_NO,
	  .title = N_("Number"),
	  .width = 18,
	  .gives_way = 2 },
	{ .col = RETENTION_LIST_UNIT, .title = N_("Unit") },
	{ .col = RETENTION_LIST_YEAR,
	  .title = N_("Year"),
	  .kind = COLUMN_COUNT,
	  .width = 5 },
	{ .col = RETENTION_LIST_STATE,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = RETENTION_LIST_PAID_FEN,
	  .title = N_("Paid in"),
	  .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = RETENTION_LIST_AMOUNT_FEN,
	  .title = N_("Refund"),
	  .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = RETENTION_LIST_SENT_FEN,
	  .title = N_("Sent"),
	  .kind = COLUMN_MONEY,
	  .width = 12,
	  .gives_way = 1 },
	{ 0 }
};
const struct section retention_sections[] = { { .title = N_("Refunds for kept posts"),
						.stmt = &RETENTION_LIST,
						.columns = list_columns },
					      { 0 } };

const struct option_def retention_ask_options[] = {
	{ "size", 't', N_("large or small"), NULL },
	{ "laid-off", 'n', N_("persons laid off who drew unemployment benefit"), NULL, 0,
	  10000000 },
	{ "account", 't', N_("account that it is paid to"), NULL },
	{ 0 }
};

bool retention_ask(const struct verb_call *c)
{
	const char *unit;
	const char *params[] = { c->args[0], c->args[1], c->option(c, "size"),
				 c->option(c, "laid-off"), c->option(c, "account") };

	if (!c->run(c, &RETENTION_ASK, params, &unit))
		return false;
	c->note(c, N_("%s is received; fund retention work works it out"), unit, "");
	return true;
}

bool retention_withdraw(const struct verb_call *c)
{
	const char *unit;

	if (!c->run(c, &RETENTION_WITHDRAW, c->args, &unit))
		return false;
	c->note(c, N_("%s has taken it back"), unit, "");
	return true;
}

struct working {
	char *answers;
	size_t used, size;
	int failed;
};
struct one {
	const char *unit, *year;
};

static bool on_answer(void *ctx, void *row, const char *error, const char *const *out,
		      int n)
{
	struct working *w = ctx;
	const struct one *o = row;

	if (error || n < 2) {
		w->failed++;
		return true;
	}
	w->used += (size_t)snprintf(w->answers + w->used, w->size - w->used,
				    "%s\t%s\t%s\t%s\n", o->unit, o->year, out[0], out[1]);
	return w->used < w->size;
}

bool retention_work(const struct verb_call *c)
{
	struct working w = { 0 };
	struct verb_rows rows = { "fund.retention", on_answer, &w };
	struct one *ones = c->room(c, ROWS_MOST * sizeof(*ones));
	const char *text, *n;
	char *rest, *line;

	if (!c->run(c, &RETENTION_UNWORKED, NULL, &text))
		return false;
	w.size = strlen(text) + (size_t)ROWS_MOST * ANSWER;
	w.answers = c->room(c, w.size);
	rest = memcpy(c->room(c, strlen(text) + 1), text, strlen(text));
	for (int i = 0; i < ROWS_MOST && *rest && (line = strsep(&rest, "\n")); i++) {
		const char *inputs[5];

		rows.place = strsep(&line, "\t");
		ones[i].unit = strsep(&line, "\t");
		ones[i].year = strsep(&line, "\t");
		for (int k = 0; k < 5; k++)
			inputs[k] = line ? strsep(&line, "\t") : "";
		if (!c->ask(c, &rows, inputs, &ones[i]))
			return false;
		if (!rest)
			break;
	}
	if (!c->ask(c, &rows, NULL, NULL))
		return false;
	text = w.answers;
	if (w.failed || !c->run(c, &RETENTION_WORKED, &text, &n))
		return w.failed ? c->fail(c, N_("a refund could not be worked out"),
					  N_("steward eval fund.retention says why."))
				: false;
	c->note(c, N_("%s are worked out; the next judge tells them"), n, "");
	return true;
}

const struct option_def retention_send_options[] = {
	{ "out", 'p', N_("the file that is written") }, { 0 }
};

/* Written first: what does not lie there was not sent. */
bool retention_send(const struct verb_call *c)
{
	const char *out = c->option(c, "out"), *lines, *n;

	if (!out)
		return c->fail(c, N_("the list needs a file to be written to"),
			       N_("Say --out list.csv."));
	if (!c->run(c, &RETENTION_FILE, NULL, &lines))
		return false;
	if (!*lines)
		return c->fail(c, N_("nothing is to be paid to employers"),
			       N_("steward fund retentions lists them."));
	if (!c->put(c, out, lines) || !c->run(c, &RETENTION_SENT, &lines, &n))
		return false;
	c->note(c, N_("sent, employers: %s"), n, "");
	return true;
}

bool retention_list(const struct verb_call *c)
{
	return c->print(c, &RETENTION_LIST, NULL, list_columns, NULL);
}
