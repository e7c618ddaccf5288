/* The totals page of a run: what the banks get beside their files, the sum in capitals as
 * their papers have it. */
#include <stdio.h>
#include <stdlib.h>

#include "base/money.h"
#include "cashier/pay.h"
#include "host/out.h"
#include "money/pay_sql.h"
#include "say/tr.h"

static const struct column columns[] = {
	{ .col = PAY_PAGE_CHANNEL, .title = N_("Channel"), .width = 10 },
	{ .col = PAY_PAGE_TITLE, .title = N_("Name") },
	{ .col = PAY_PAGE_NAME, .title = N_("File") },
	{ .col = PAY_PAGE_PAYMENTS, .title = N_("Payments"), .kind = COLUMN_COUNT,
	  .width = 9 },
	{ .col = PAY_PAGE_FEN, .title = N_("Amount"), .kind = COLUMN_MONEY,
	  .width = 16 },
	{ .col = PAY_PAGE_DIGEST, .title = N_("Digest"), .width = 16 },
	{ 0 }
};

bool pay_totals(struct app *app, struct db *db, struct err *e)
{
	const char *run;
	struct table t;
	char capitals[MONEY_CAPITAL];
	const char *sum;

	if (!pay_run_find(app, db, app->nargs > 1 ? app->args[1] : NULL, &run, e) ||
	    !table_run(&t, db, app->arena, &PAY_PAGE, &run, e))
		return false;
	out_table(app, &t, columns, NULL);
	sum = table_text(&t, t.n - 1, PAY_PAGE_FEN);
	if (app->format == OUT_TEXT)
		printf("\n%s: %s\n", _("sum in capitals"),
		       money_capital(strtoll(sum, NULL, 10), capitals));
	return true;
}
