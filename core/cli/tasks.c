#include "host/app.h"
#include "host/out.h"
#include "say/tr.h"
#include "screens/views.h"
#include "screens/views_sql.h"

/* The screen's columns and the keys that "steward decide" wants. */
static const struct column columns[] = {
	{ .col = TASK_QUEUE_DUE, .title = N_("Due"), .kind = COLUMN_DAY },
	{ .col = TASK_QUEUE_NAME, .title = N_("Name") },
	{ .col = TASK_QUEUE_TITLE, .title = N_("Task"), .kind = COLUMN_LABEL },
	{ .col = TASK_QUEUE_STATE, .title = N_("State"), .kind = COLUMN_LABEL },
	{ .col = TASK_QUEUE_PERSON_ID, .title = N_("Person") },
	{ .col = TASK_QUEUE_RULE_ID, .title = N_("Rule") },
	{ .col = TASK_QUEUE_CAUSE, .title = N_("Cause") },
	{ .col = TASK_QUEUE_VER, .title = N_("Version") },
	{ .col = TASK_QUEUE_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ 0 }
};

bool cmd_tasks(struct app *app, struct err *e)
{
	struct db *db = app_connect_to_ask(app, "clerk", e);
	struct arena *a = arena_new();
	const char *params[] = { app_option(app, "type"),
				 app_option(app, "state"),
				 NULL,
				 NULL,
				 NULL,
				 NULL,
				 NULL,
				 NULL,
				 app_option(app, "limit") };
	struct table t;
	bool ok = db && table_run(&t, db, a, &TASK_QUEUE, params, e);

	if (ok)
		out_table(app, &t, columns, NULL);
	arena_free(a);
	db_close(db);
	return ok;
}
