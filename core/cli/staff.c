/* steward staff: who works here, and as what. */
#include <string.h>

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

static bool list(struct app *app, struct db *db, struct err *e)
{
	struct table t;

	if (!table_run(&t, db, app->arena, &SCHEMA_STAFF, NULL, e))
		return false;
	out_table(app, &t, columns, NULL);
	return true;
}

static bool add(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1], app->args[3], app->args[2],
				 app_option(app, "region") };

	return db_run(db, app->arena, &SCHEMA_STAFF_PUT, params, NULL, e) &&
	       list(app, db, e);
}

static bool end(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1] };

	return db_run(db, app->arena, &SCHEMA_STAFF_END, params, NULL, e) &&
	       list(app, db, e);
}

bool cmd_staff(struct app *app, struct err *e)
{
	const char *verb = app->nargs ? app->args[0] : "list";
	bool (*run)(struct app *app, struct db *db, struct err *e) = NULL;
	struct db *db;
	bool ok;

	if (app->nargs <= 1 && strcmp(verb, "list") == 0)
		run = list;
	else if (app->nargs == 4 && strcmp(verb, "add") == 0)
		run = add;
	else if (app->nargs == 2 && strcmp(verb, "end") == 0)
		run = end;
	if (!run) {
		ERR(e, ERR_USAGE, _("staff needs list, add LOGIN JOB NAME or end LOGIN"));
		return err_hint(
		    e,
		    _("Jobs are clerk, reviewer, manager, policy, admin, auditor and "
		      "batch."));
	}
	db = app_connect(app, "admin", e);
	ok = db && run(app, db, e);
	db_close(db);
	return ok;
}
