#include <stdio.h>

#include "cli/board_page.h"
#include "host/app.h"
#include "host/out.h"
#include "say/tr.h"
#include "screens/views.h"
#include "screens/trend_sql.h"
#include "screens/views_sql.h"

/* An area that the office does not have is no board without figures. */
static bool check_region(struct app *app, struct db *db, const char *region,
			 struct err *e)
{
	struct table t;
	const char *list = "";

	if (!table_run(&t, db, app->arena, &AREA_NAMED, &region, e))
		return false;
	if (!region || t.n == 0 || table_text(&t, 0, AREA_NAMED_IS_IT)[0] == 't')
		return true;
	for (int row = 0; row < t.n; row++)
		list = arena_printf(app->arena, "%s %s", list,
				    table_text(&t, row, AREA_NAMED_REGION_CODE));
	ERR(e, ERR_USAGE, _("no area has the code %s"), region);
	return err_hint(e, _("There are:%s%s"), list, table_is_full(&t) ? " ..." : "");
}

static bool tell_age(struct app *app, struct db *db, const char *region, struct err *e)
{
	struct table t;

	fflush(stdout);
	if (!table_run(&t, db, app->arena, &BOARD_AGE, &region, e))
		return false;
	if (table_text(&t, 0, BOARD_AGE_IS_OLD)[0] == 't')
		fprintf(stderr,
			_("these figures are older than what is stored now: as of %s; "
			  "\"steward refresh\" makes them anew\n"),
			table_text(&t, 0, BOARD_AGE_AS_OF));
	return true;
}

/* The same columns, and more behind them. */
_Static_assert((int)BOARD_ON_LESS_IS_BETTER == (int)BOARD_FIGURES_LESS_IS_BETTER,
	       "view_board_columns are of both");

static bool print(struct app *app, const struct table *t, const char *area, struct err *e)
{
	bool is_page = app_flag(app, "html"), is_metrics = app_flag(app, "openmetrics");

	if (is_page && is_metrics)
		return ERR(e, ERR_USAGE, _("--html or --openmetrics, not both"));
	if (is_page)
		board_page(app, t, area);
	else if (is_metrics)
		board_metrics(app, t, area);
	else
		out_table(app, t, view_board_columns, NULL);
	return true;
}

bool cmd_board(struct app *app, struct err *e)
{
	struct db *db = app_connect_to_ask(app, "clerk", e);
	int64_t number = app_number(app, "region");
	const char *params[] = { number > 0 ? param_int(app->arena, number) : NULL,
				 app_option(app, "date") };
	struct table t;
	bool ok = db && check_region(app, db, params[0], e) &&
		  table_run(&t, db, app->arena, &BOARD_ON, params, e) &&
		  print(app, &t, params[0] ? params[0] : "", e) &&
		  (params[1] || tell_age(app, db, params[0], e));

	db_close(db);
	return ok;
}

bool cmd_figure(struct app *app, struct err *e)
{
	struct db *db = app_connect(app, "manager", e);
	const char *params[] = { app->args[0], app_option(app, "region"),
				 app_option(app, "days") };
	struct table t;
	bool ok = db && check_region(app, db, params[1], e) &&
		  table_run(&t, db, app->arena, &TREND_DAYS, params, e);

	if (ok && t.n == 0) {
		ok = ERR(e, ERR_INPUT, _("no figure \"%s\" is stored"), params[0]);
		err_hint(e, _("steward board lists them, with --format csv by their "
			      "names."));
	}
	if (ok)
		out_table(app, &t, view_trend_columns, NULL);
	db_close(db);
	return ok;
}
