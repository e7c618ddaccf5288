/* steward recover: what was paid too much, and how it comes back. */
#include <stdlib.h>
#include <string.h>

#include "cashier/print.h"
#include "base/date.h"
#include "base/money.h"
#include "host/app.h"
#include "search/find_person.h"
#include "host/out.h"
#include "money/owed.h"
#include "money/owed_sql.h"
#include "say/tr.h"

/* The first parameter of all that follows: the person of the first word. */
static bool person_word(struct app *app, struct db *db, const char **param, struct err *e)
{
	int64_t person;

	if (!find_person(db, app->args[1], &person, e))
		return false;
	*param = param_int(app->arena, person);
	return true;
}

static bool yuan_word(struct app *app, const char *s, const char **fen, struct err *e)
{
	int64_t value;

	if (!money_parse(s, strlen(s), &value))
		return ERR(e, ERR_USAGE, _("\"%s\" is not an amount in yuan"), s);
	*fen = param_int(app->arena, value);
	return true;
}

static bool print_person(struct app *app, struct db *db, const char *person,
			 struct err *e)
{
	return cashier_print(app, db, &OWED_OF, &person, owed_of_columns, N_("Owed back"),
			     e) &&
	       cashier_print(app, db, &OWED_MONTHS, &person, owed_months_columns,
			     N_("Months"), e) &&
	       cashier_print(app, db, &OWED_MOVES, &person, owed_moves_columns,
			     N_("Ledger"), e);
}

bool recover_list(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { app_option(app, "state"), app_option(app, "limit") };

	return cashier_print(app, db, &OWED_LIST, params, owed_list_columns, NULL, e);
}

bool recover_totals(struct app *app, struct db *db, struct err *e)
{
	return cashier_print(app, db, &OWED_TOTALS, NULL, owed_totals_columns, NULL, e);
}

bool recover_show(struct app *app, struct db *db, struct err *e)
{
	const char *person;

	return person_word(app, db, &person, e) && print_person(app, db, person, e);
}

bool recover_judge(struct app *app, struct db *db, struct err *e)
{
	const char *params[6] = { NULL, app_option(app, "claim"), NULL,
				  app_option(app, "fault"), app_option(app, "share"),
				  app_option(app, "why") };
	const char *month = app_option(app, "month");

	if (month && (strlen(month) != 7 || month[4] != '-'))
		return ERR(e, ERR_USAGE, _("invalid month \"%s\" (expected YYYY-MM)"),
			   month);
	if (month)
		params[2] = arena_printf(app->arena, "%.4s%.2s", month, month + 5);
	return person_word(app, db, &params[0], e) &&
	       db_run(db, app->arena, &OWED_JUDGE, params, NULL, e) &&
	       print_person(app, db, params[0], e);
}

bool recover_received(struct app *app, struct db *db, struct err *e)
{
	const char *params[6] = { NULL, app_option(app, "claim"), app_option(app, "way"),
				  NULL, app_option(app, "ref"), app_option(app, "day") };

	return person_word(app, db, &params[0], e) &&
	       yuan_word(app, app->args[2], &params[3], e) &&
	       db_run(db, app->arena, &OWED_RECEIVED, params, NULL, e) &&
	       print_person(app, db, params[0], e);
}

bool recover_reverse(struct app *app, struct db *db, struct err *e)
{
	const char *params[4] = { NULL, app->args[2], app->args[3],
				  app_option(app, "why") };

	return person_word(app, db, &params[0], e) &&
	       db_run(db, app->arena, &OWED_REVERSE, params, NULL, e) &&
	       print_person(app, db, params[0], e);
}

bool recover_estate(struct app *app, struct db *db, struct err *e)
{
	const char *params[4] = { NULL, app_option(app, "claim"), app_option(app, "heir"),
				  NULL };

	return person_word(app, db, &params[0], e) &&
	       yuan_word(app, app->args[2], &params[3], e) &&
	       db_run(db, app->arena, &OWED_ESTATE, params, NULL, e) &&
	       print_person(app, db, params[0], e);
}

bool recover_recall(struct app *app, struct db *db, struct err *e)
{
	return cashier_print(app, db, &OWED_RECALL, NULL, owed_recall_columns, NULL, e);
}
