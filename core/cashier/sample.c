/* steward pay sample: payments drawn by chance, and what should have been paid. */
#include <stdio.h>
#include <string.h>

#include "base/money.h"
#include "cashier/pay.h"
#include "cashier/print.h"
#include "host/app.h"
#include "search/find_person.h"
#include "host/out.h"
#include "money/sampled_sql.h"
#include "say/tr.h"

static const struct column columns[] = {
	{ .col = SAMPLE_LIST_NAME, .title = N_("Name"), .width = 12 },
	{ .col = SAMPLE_LIST_KIND,
	  .title = N_("Kind"),
	  .kind = COLUMN_LABEL,
	  .width = 18 },
	{ .col = SAMPLE_LIST_PERIOD,
	  .title = N_("Month"),
	  .kind = COLUMN_PERIOD,
	  .width = 8 },
	{ .col = SAMPLE_LIST_AMOUNT_FEN,
	  .title = N_("Paid"),
	  .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = SAMPLE_LIST_RIGHT_FEN,
	  .title = N_("Right"),
	  .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = SAMPLE_LIST_DONE_ON, .title = N_("Day"), .kind = COLUMN_DAY },
	{ 0 }
};

bool pay_sample(struct app *app, struct db *db, struct err *e)
{
	const char *params[2] = { NULL, app_option(app, "most") };
	struct table t;

	return pay_run_find(app, db, app->nargs > 2 ? app->args[2] : NULL, &params[0],
			    e) &&
	       (!params[1] ||
		table_run(&t, db, app->arena, &SAMPLE_DRAW, params, e)) &&
	       cashier_print(app, db, &SAMPLE_LIST, params, columns, NULL, e);
}

/* PERSON RUN YUAN: what should have been paid of the kind. */
bool pay_sample_told(struct app *app, struct db *db, struct err *e)
{
	const char *yuan = app->args[4], *params[4] = { NULL };
	int64_t person, fen;
	struct table t;

	if (!find_person(db, app->args[2], &person, e) ||
	    !pay_run_find(app, db, app->args[3], &params[1], e))
		return false;
	if (!money_parse(yuan, strlen(yuan), &fen))
		return ERR(e, ERR_USAGE, _("\"%s\" is not an amount in yuan"), yuan);
	params[0] = arena_printf(app->arena, "%lld", (long long)person);
	params[2] = app_option(app, "kind");
	params[3] = arena_printf(app->arena, "%lld", (long long)fen);
	return table_run(&t, db, app->arena, &SAMPLE_TOLD, params, e) &&
	       cashier_print(app, db, &SAMPLE_LIST, &params[1], columns, NULL, e);
}
