#include "work.h"

#include <string.h>

#include "decisions/types_sql.h"
#include "host/app.h"
#include "host/out.h"
#include "say/tr.h"

static const struct column type_columns[] = {
	{ .col = WORK_TYPES_TASK_TYPE, .title = N_("Kind") },
	{ .col = WORK_TYPES_TITLE, .title = N_("Task"), .kind = COLUMN_LABEL },
	{ .col = WORK_TYPES_OWNER, .title = N_("Job"), .kind = COLUMN_LABEL },
	{ .col = WORK_TYPES_DAYS, .title = N_("Days"), .kind = COLUMN_COUNT },
	{ .col = WORK_TYPES_WORKING_DAYS, .title = N_("Working days"),
	  .kind = COLUMN_COUNT },
	{ .col = WORK_TYPES_STEPS, .title = N_("Steps"), .kind = COLUMN_COUNT },
	{ .col = WORK_TYPES_REASONS, .title = N_("Reasons"), .kind = COLUMN_COUNT },
	{ .col = WORK_TYPES_LETTERS, .title = N_("Letters"), .kind = COLUMN_COUNT },
	{ .col = WORK_TYPES_PAPERS, .title = N_("Papers") },
	{ .col = WORK_TYPES_OPEN, .title = N_("Open"), .kind = COLUMN_COUNT },
	{ .col = WORK_TYPES_OFF_SINCE, .title = N_("Off since") },
	{ .col = WORK_TYPES_WHY, .title = N_("Why") },
	{ 0 }
};
static const struct column step_columns[] = {
	{ .col = WORK_TYPE_STEPS_FROM_STATE, .title = N_("From"), .kind = COLUMN_LABEL },
	{ .col = WORK_TYPE_STEPS_EVENT, .title = N_("Step") },
	{ .col = WORK_TYPE_STEPS_TO_STATE, .title = N_("To"), .kind = COLUMN_LABEL },
	{ .col = WORK_TYPE_STEPS_JOB, .title = N_("Job"), .kind = COLUMN_LABEL },
	{ .col = WORK_TYPE_STEPS_LABEL, .title = N_("What"), .kind = COLUMN_LABEL },
	{ .col = WORK_TYPE_STEPS_REASONS, .title = N_("Reasons") },
	{ .col = WORK_TYPE_STEPS_LETTER, .title = N_("Letter"), .kind = COLUMN_LABEL },
	{ 0 }
};

bool work_types(struct app *app, struct db *db, struct err *e)
{
	const char *type = app->nargs > 1 ? app->args[1] : NULL;
	struct table t;

	if (!table_run(&t, db, app->arena, &WORK_TYPES, &type, e))
		return false;
	out_table(app, &t, type_columns, NULL);
	if (!type)
		return true;
	if (!table_run(&t, db, app->arena, &WORK_TYPE_STEPS, &type, e))
		return false;
	out_table(app, &t, step_columns, _("Steps"));
	return true;
}

bool work_switch(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1],
				 strcmp(app->args[2], "on") == 0 ? "true" : "false",
				 app_option(app, "why") };

	if (strcmp(app->args[2], "on") != 0 && strcmp(app->args[2], "off") != 0)
		return ERR(e, ERR_USAGE, _("a kind of task is switched on or off"));
	return db_run(db, app->arena, &WORK_SWITCH, params, NULL, e) &&
	       work_types(app, db, e);
}
