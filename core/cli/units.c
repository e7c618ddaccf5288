/* steward unit, steward staff unit: departments and counters, what waits at each, who
 * belongs to it. */
#include "units.h"

#include "host/app.h"
#include "host/out.h"
#include "people/units_sql.h"
#include "say/tr.h"

static const struct column columns[] = {
	{ .col = UNITS_LIST_UNIT, .title = N_("Unit") },
	{ .col = UNITS_LIST_TITLE, .title = N_("Name") },
	{ .col = UNITS_LIST_REGION, .title = N_("Area") },
	{ .col = UNITS_LIST_MEMBERS, .title = N_("Staff"), .kind = COLUMN_COUNT },
	{ .col = UNITS_LIST_OPEN, .title = N_("Tasks"), .kind = COLUMN_COUNT },
	{ .col = UNITS_LIST_LATE, .title = N_("Late"), .kind = COLUMN_COUNT },
	{ .col = UNITS_LIST_KINDS, .title = N_("Kinds of tasks") },
	{ 0 }
};

bool unit_list(struct app *app, struct db *db, struct err *e)
{
	struct table t;

	if (!table_run(&t, db, app->arena, &UNITS_LIST, NULL, e))
		return false;
	out_table(app, &t, columns, NULL);
	return true;
}

bool unit_put(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1], app->args[2], app->args[3],
				 app_option(app, "region") };

	return db_run(db, app->arena, &UNIT_PUT, params, NULL, e) &&
	       unit_list(app, db, e);
}

bool unit_end(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1] };

	return db_run(db, app->arena, &UNIT_END, params, NULL, e) &&
	       unit_list(app, db, e);
}

bool unit_join(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1], app->nargs > 2 ? app->args[2] : NULL };

	return db_run(db, app->arena, &UNIT_JOIN, params, NULL, e) &&
	       unit_list(app, db, e);
}
