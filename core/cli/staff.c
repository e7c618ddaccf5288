/* steward staff: who works here, as what, up to which amounts; and who leaves. */
#include <stdio.h>
#include <string.h>

#include "base/money.h"
#include "host/app.h"
#include "host/cluster.h"
#include "host/connect.h"
#include "host/out.h"
#include "office/schema_sql.h"
#include "people/people_sql.h"
#include "say/tr.h"

static const struct column columns[] = {
	{ .col = PEOPLE_LIST_LOGIN, .title = N_("Login") },
	{ .col = PEOPLE_LIST_DISPLAY, .title = N_("Name") },
	{ .col = PEOPLE_LIST_JOB, .title = N_("Job"), .kind = COLUMN_LABEL },
	{ .col = PEOPLE_LIST_REGION, .title = N_("Area") },
	{ .col = PEOPLE_LIST_STEP_FEN, .title = N_("A step"), .kind = COLUMN_MONEY },
	{ .col = PEOPLE_LIST_DAY_FEN, .title = N_("A day"), .kind = COLUMN_MONEY },
	{ .col = PEOPLE_LIST_SIGNED_FEN, .title = N_("Today"), .kind = COLUMN_MONEY },
	{ .col = PEOPLE_LIST_SEEN, .title = N_("Last here"), .kind = COLUMN_DAY },
	{ .col = PEOPLE_LIST_ACTIVE, .title = N_("Active"), .kind = COLUMN_LABEL },
	{ .col = PEOPLE_LIST_UNIT, .title = N_("Department"), .kind = COLUMN_LABEL },
	{ .col = PEOPLE_LIST_WAITS, .title = N_("Waits for a second person") },
	{ 0 }
};

bool staff_list(struct app *app, struct db *db, struct err *e)
{
	struct table t;

	if (!table_run(&t, db, app->arena, &PEOPLE_LIST, NULL, e))
		return false;
	out_table(app, &t, columns, NULL);
	return true;
}

/* Whoever runs a private cluster may be each of its logins. */
static bool let_in(struct app *app, const char *login, struct err *e)
{
	const char *target = connect_target(app);

	return !connect_is_folder(target) || cluster_map_role(target, login, e);
}

bool staff_add(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1], app->args[3], app->args[2],
				 app_option(app, "region") };

	return db_run(db, app->arena, &SCHEMA_STAFF_PUT, params, NULL, e) &&
	       let_in(app, app->args[1], e) && staff_list(app, db, e);
}

bool staff_move(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1], app->args[2], app_option(app, "region") };

	return db_run(db, app->arena, &PEOPLE_MOVE, params, NULL, e) &&
	       staff_list(app, db, e);
}

/* NULL: no limit. */
static bool take_amount(struct app *app, const char *name, const char **fen,
			struct err *e)
{
	const char *given = app_option(app, name);
	int64_t value;

	*fen = NULL;
	if (!given)
		return true;
	if (!money_parse(given, strlen(given), &value))
		return ERR(e, ERR_USAGE, _("invalid amount \"%s\" (expected 1234.56)"),
			   given);
	*fen = param_int(app->arena, value);
	return true;
}

bool staff_limit(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1], NULL, NULL };

	return take_amount(app, "step", &params[1], e) &&
	       take_amount(app, "day", &params[2], e) &&
	       db_run(db, app->arena, &PEOPLE_LIMIT, params, NULL, e) &&
	       staff_list(app, db, e);
}

/* staff approve LOGIN SIGN, staff refuse LOGIN. */
bool staff_settle(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1], app->args[0],
				 app->nargs > 2 ? app->args[2] : NULL };

	return db_run(db, app->arena, &PEOPLE_SETTLE, params, NULL, e) &&
	       staff_list(app, db, e);
}

static const struct {
	const char *what, *text;
} left[] = { { "tasks", N_("tasks handed over") },
	     { "in_hand", N_("tasks in hand, free again") },
	     { "drafts", N_("drafts handed over") },
	     { "drafts_kept", N_("drafts that stay under the name") },
	     { "proposals", N_("proposals that wait for a second person") },
	     { "batches", N_("batches that wait for a second person") },
	     { "runs", N_("payment runs that go on") },
	     { NULL, NULL } };

static void print_left(struct app *app, const struct rows *r, int64_t sessions)
{
	(void)app;
	printf(_("sessions ended: %lld\n"), (long long)sessions);
	for (int i = 0; i < r->n; i++)
		for (int k = 0; left[k].what; k++)
			if (strcmp(left[k].what, row_text(r, i, PEOPLE_LEAVE_WHAT)) == 0)
				printf("%s: %s%s%s\n", _(left[k].text),
				       row_text(r, i, PEOPLE_LEAVE_N),
				       *row_text(r, i, PEOPLE_LEAVE_WHO) ? " → " : "",
				       row_text(r, i, PEOPLE_LEAVE_WHO));
}

/* First the login's rights end, for good; then its sessions, which find no way back. */
bool staff_end(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1], app_option(app, "to") };
	struct rows r, ended;

	if (!db_run(db, app->arena, &PEOPLE_LEAVE, params, &r, e) ||
	    !db_run(db, app->arena, &PEOPLE_DISCONNECT, params, &ended, e))
		return false;
	print_left(app, &r, row_int(&ended, 0, PEOPLE_DISCONNECT_N));
	return staff_list(app, db, e);
}
