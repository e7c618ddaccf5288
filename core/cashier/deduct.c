/* steward deduct: what goes to others out of a benefit, each order by two persons. */
#include <stdlib.h>
#include <string.h>

#include "cashier/print.h"
#include "base/money.h"
#include "host/app.h"
#include "search/find_person.h"
#include "host/out.h"
#include "money/deduction_sql.h"
#include "money/deductions.h"
#include "say/tr.h"

bool deduct_list(struct app *app, struct db *db, struct err *e)
{
	const char *state = app_option(app, "state");

	return cashier_print(app, db, &DEDUCTION_LIST, &state, deduction_list_columns,
			     NULL, e);
}

bool deduct_show(struct app *app, struct db *db, struct err *e)
{
	const char *param;
	int64_t person;

	if (!find_person(db, app->args[1], &person, e))
		return false;
	param = param_int(app->arena, person);
	return cashier_print(app, db, &DEDUCTION_OF, &param, deduction_of_columns,
			     N_("Deductions"), e) &&
	       cashier_print(app, db, &DEDUCTION_PAYMENTS, &param,
			     deduction_payments_columns, N_("Paid to others"), e);
}

static bool yuan(struct app *app, const char *name, const char **fen, struct err *e)
{
	const char *s = app_option(app, name);
	int64_t value;

	*fen = NULL;
	if (!s)
		return true;
	if (!money_parse(s, strlen(s), &value))
		return ERR(e, ERR_USAGE, _("\"%s\" is not an amount in yuan"), s);
	*fen = param_int(app->arena, value);
	return true;
}

bool deduct_add(struct app *app, struct db *db, struct err *e)
{
	const char *params[11] = { NULL, app_option(app, "kind"),
				   app_option(app, "creditor"), app->args[2],
				   app->args[3], app_option(app, "order"), NULL,
				   app_option(app, "share"), NULL,
				   app_option(app, "from"), app_option(app, "until") };
	int64_t person;

	if (!find_person(db, app->args[1], &person, e) ||
	    !yuan(app, "amount", &params[6], e) || !yuan(app, "total", &params[8], e))
		return false;
	params[0] = param_int(app->arena, person);
	return db_run(db, app->arena, &DEDUCTION_ADD, params, NULL, e) &&
	       deduct_show(app, db, e);
}

bool deduct_settle(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app->args[1], app->args[0], app_option(app, "why") };
	char *end;

	if (strtoll(app->args[1], &end, 10) <= 0 || *end)
		return ERR(e, ERR_USAGE, _("\"%s\" is not the number of an order"),
			   app->args[1]);
	return db_run(db, app->arena, &DEDUCTION_SETTLE, params, NULL, e) &&
	       deduct_list(app, db, e);
}
