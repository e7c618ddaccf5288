/* steward staff: who works here, and as what. */
#include "host/app.h"
#include "host/out.h"
#include "office/schema_sql.h"
#include "say/tr.h"

static const struct column columns[] = {
	{ .col = SCHEMA_STAFF_LOGIN, .title = N_("Login") },
	{ .col = SCHEMA_STAFF_DISPLAY, .title = N_("Name") },
	{ .col = SCHEMA_STAFF_JOB, .title = N_("Job"), .kind = COLUMN_LABEL },
	{ .col = SCHEMA_STAFF_REGION, .title = N_("Area") },
	{ .col = SCHEMA_STAFF_ACTIVE, .title = N_("Active") },
	{ 0 }
};

bool staff_list(struct app *app, struct db *db, struct err *e)
{
	struct table t;

	if (!table_run(&t, db, app->arena, &SCHEMA_STAFF, NULL, e))
		return false;
	out_table(app, &t, columns, NULL);
	return true;
}

bool staff_add(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1], app->args[3], app->args[2],
				 app_option(app, "region") };

	return db_run(db, app->arena, &SCHEMA_STAFF_PUT, params, NULL, e) &&
	       staff_list(app, db, e);
}

bool staff_end(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1] };

	return db_run(db, app->arena, &SCHEMA_STAFF_END, params, NULL, e) &&
	       staff_list(app, db, e);
}
