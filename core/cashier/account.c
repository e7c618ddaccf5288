/* Accounts that staff enters: each by two persons. */
#include <stdlib.h>
#include <string.h>

#include "cashier/pay.h"
#include "cashier/print.h"
#include "host/app.h"
#include "search/find_person.h"
#include "host/out.h"
#include "money/account_sql.h"
#include "prenote/tests.h"
#include "prenote/tests_sql.h"
#include "say/tr.h"

static const struct column columns[] = {
	{ .col = ACCOUNT_WAITING_CHANGE_ID, .title = N_("Change") },
	{ .col = ACCOUNT_WAITING_NAME, .title = N_("Name") },
	{ .col = ACCOUNT_WAITING_NUMBER_BEFORE, .title = N_("Account before") },
	{ .col = ACCOUNT_WAITING_CHANNEL, .title = N_("Channel") },
	{ .col = ACCOUNT_WAITING_NUMBER, .title = N_("Account") },
	{ .col = ACCOUNT_WAITING_REASON, .title = N_("Reason") },
	{ .col = ACCOUNT_WAITING_AUTHOR, .title = N_("Author") },
	{ 0 }
};

bool account_list(struct app *app, struct db *db, struct err *e)
{
	struct table t;

	if (!table_run(&t, db, app->arena, &ACCOUNT_WAITING, NULL, e))
		return false;
	out_table(app, &t, columns, NULL);
	return true;
}

bool account_propose(struct app *app, struct db *db, struct err *e)
{
	const char *params[4] = { NULL, app->args[2], app->args[3],
				  app_option(app, "reason") };
	int64_t person;

	if (!find_person(db, app->args[1], &person, e))
		return false;
	params[0] = param_int(app->arena, person);
	return db_run(db, app->arena, &ACCOUNT_PROPOSE, params, NULL, e) &&
	       account_list(app, db, e);
}

bool account_settle(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1], app->args[0] };
	char *end;

	if (strtoll(app->args[1], &end, 10) <= 0 || *end)
		return ERR(e, ERR_USAGE, _("\"%s\" is not the number of a change"),
			   app->args[1]);
	return db_run(db, app->arena, &ACCOUNT_SETTLE, params, NULL, e) &&
	       account_list(app, db, e);
}

bool account_tests(struct app *app, struct db *db, struct err *e)
{
	const char *state = app_option(app, "state");

	return cashier_print(app, db, &ACCOUNT_TESTS, &state, account_tests_columns, NULL,
			     e);
}

bool account_test_settle(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1], app_option(app, "reason") };
	bool is_again = strcmp(app->args[0], "again") == 0;
	char *end;

	if (strtoll(params[0], &end, 10) <= 0 || *end)
		return ERR(e, ERR_USAGE, _("\"%s\" is not the number of a test"),
			   params[0]);
	params[1] = params[1] ? params[1] : "";
	return db_run(db, app->arena, is_again ? &ACCOUNT_AGAIN : &ACCOUNT_ACCEPT, params,
		      NULL, e) &&
	       cashier_print(app, db, &ACCOUNT_TESTS, (const char *[]){ NULL },
			     account_tests_columns, NULL, e);
}
