/* What would be paid out for a month, and how much of it holds stop. */
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "money/money_sql.h"
#include "host/app.h"
#include "host/out.h"
#include "say/table.h"

static const struct column columns[] = {
	{ .col = PAYABLE_TOTALS_SCHEME, .title = N_("Scheme"), .kind = COLUMN_LABEL },
	{ .col = PAYABLE_TOTALS_KIND, .title = N_("Kind"), .kind = COLUMN_LABEL },
	{ .col = PAYABLE_TOTALS_LINES, .title = N_("Lines"), .kind = COLUMN_COUNT },
	{ .col = PAYABLE_TOTALS_AMOUNT_FEN,
	  .title = N_("Amount"),
	  .kind = COLUMN_MONEY },
	{ .col = PAYABLE_TOTALS_HELD, .title = N_("Held"), .kind = COLUMN_COUNT },
	{ .col = PAYABLE_TOTALS_HELD_FEN,
	  .title = N_("Held amount"),
	  .kind = COLUMN_MONEY },
	{ 0 }
};

/* YYYY-MM as the number YYYYMM; NULL with *period for the month of the business day. */
static bool read_period(struct app *app, const char **period, struct err *e)
{
	const char *s = app_option(app, "period");
	char day[DATE_TEXT];
	int32_t first;

	*period = NULL;
	if (!s)
		return true;
	snprintf(day, sizeof(day), "%.7s-01", s);
	if (strlen(s) != 7 || !date_parse(day, strlen(day), &first)) {
		ERR(e, ERR_USAGE, "invalid month \"%s\" (expected YYYY-MM)", s);
		return false;
	}
	*period = arena_printf(app->arena, "%.4s%.2s", s, s + 5);
	return true;
}

bool cmd_payable(struct app *app, struct err *e)
{
	const char *period;
	struct db *db;
	struct table t;
	bool ok;

	if (!read_period(app, &period, e))
		return false;
	db = app_connect_to_ask(app, "clerk", e);
	ok = db && table_run(&t, db, app->arena, &PAYABLE_TOTALS, &period, e);
	if (ok)
		out_table(app, &t, columns, NULL);
	db_close(db);
	return ok;
}
