#include <string.h>

#include "host/app.h"
#include "host/out.h"
#include "say/tr.h"
#include "screens/views.h"
#include "screens/views_sql.h"

#define TASKS_MOST 50 /* where the verb has no option for it: the workbench as lines */

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

static bool is_among(const struct table *t, const char *kind, const char *name)
{
	for (int row = 0; row < t->n; row++)
		if (strcmp(table_text(t, row, TASK_NAMES_KIND), kind) == 0 &&
		    strcmp(table_text(t, row, TASK_NAMES_NAME), name) == 0)
			return true;
	return false;
}

/* A mistyped word is no empty queue. */
static bool check_name(struct app *app, const struct table *t, const char *option,
		       struct err *e)
{
	const char *name = app_option(app, option), *list = "";

	if (!name || is_among(t, option, name))
		return true;
	for (int row = 0; row < t->n; row++)
		if (strcmp(table_text(t, row, TASK_NAMES_KIND), option) == 0)
			list = arena_printf(app->arena, "%s %s", list,
					    table_text(t, row, TASK_NAMES_NAME));
	ERR(e, ERR_USAGE, _("--%s: there is no \"%s\""), option, name);
	return err_hint(e, _("There are:%s"), list);
}

static bool check_names(struct app *app, struct db *db, struct err *e)
{
	struct table t;

	return table_run(&t, db, app->arena, &TASK_NAMES, NULL, e) &&
	       check_name(app, &t, "type", e) && check_name(app, &t, "state", e);
}

/* One more than is shown, to know whether there are more. */
static bool print(struct app *app, struct db *db, struct err *e)
{
	int most = (int)app_number(app, "limit");
	const char *params[9] = { app_option(app, "type"), app_option(app, "state") };
	struct table t;

	params[8] = param_int(app->arena, (most ? most : TASKS_MOST) + 1);
	if (!table_run(&t, db, app->arena, &TASK_QUEUE, params, e))
		return false;
	out_some(app, &t, columns, most ? most : TASKS_MOST);
	return true;
}

bool cmd_tasks(struct app *app, struct err *e)
{
	struct db *db = app_connect_to_ask(app, "clerk", e);
	bool ok = db && check_names(app, db, e) && print(app, db, e);

	db_close(db);
	return ok;
}
