/* steward pay: a month is prepared, what stands against persons is held, two persons sign
 * it, and it goes out. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cashier/print.h"
#include "base/date.h"
#include "cashier/pay.h"
#include "host/app.h"
#include "search/find_person.h"
#include "host/out.h"
#include "keep/journal.h"
#include "money/pay_sql.h"
#include "money/runs.h"
#include "say/tr.h"

static bool pay_month(struct app *app, const char *s, const char **period, struct err *e)
{
	char day[DATE_TEXT];
	int32_t first;

	*period = NULL;
	if (!s)
		return true;
	snprintf(day, sizeof(day), "%.7s-01", s);
	if (strlen(s) != 7 || !date_parse(day, strlen(day), &first))
		return ERR(e, ERR_USAGE, _("invalid month \"%s\" (expected YYYY-MM)"), s);
	*period = arena_printf(app->arena, "%.4s%.2s", s, s + 5);
	return true;
}

bool pay_run_find(struct app *app, struct db *db, const char *word, const char **run,
		  struct err *e)
{
	const char *params[2] = { NULL };
	struct table t;
	char *end = NULL;

	if (word && strlen(word) == 7 && word[4] == '-') {
		if (!pay_month(app, word, &params[1], e))
			return false;
	} else if (word) {
		params[0] = word;
		if (strtoll(word, &end, 10) <= 0 || *end)
			return ERR(e, ERR_USAGE, _("\"%s\" is neither a run nor a month"),
				   word);
	}
	if (!table_run(&t, db, app->arena, &PAY_FIND, params, e))
		return false;
	if (!t.n) {
		ERR(e, ERR_INPUT, _("there is no such run"));
		return err_hint(e, _("steward pay lists them."));
	}
	*run = table_text(&t, 0, PAY_FIND_RUN);
	return true;
}

static bool print_one(struct app *app, struct db *db, const char *run, struct err *e)
{
	struct table t;

	if (!table_run(&t, db, app->arena, &PAY_ONE, &run, e))
		return false;
	out_fields(app, &t, runs_one_columns, tr_label(N_("Run")));
	return true;
}

static bool print_groups(struct app *app, struct db *db, const char *run, struct err *e)
{
	return cashier_print(app, db, &PAY_GROUPS, &run, runs_groups_columns, N_("Held"),
			     e);
}

static bool print_run(struct app *app, struct db *db, const char *run, struct err *e)
{
	return print_one(app, db, run, e) &&
	       cashier_print(app, db, &PAY_TOTALS, &run, runs_totals_columns,
			     N_("Totals"), e) &&
	       cashier_print(app, db, &PAY_CHANGES, &run, runs_changes_columns,
			     N_("Beside last month"), e) &&
	       print_groups(app, db, run, e);
}

static const char *word(const struct app *app, int i)
{
	return app->nargs > i ? app->args[i] : NULL;
}

bool pay_list(struct app *app, struct db *db, struct err *e)
{
	static const char *const newest[] = { NULL, "200" };

	return cashier_print(app, db, &PAY_LIST, newest, runs_list_columns, NULL, e);
}

bool pay_show(struct app *app, struct db *db, struct err *e)
{
	const char *run;

	return pay_run_find(app, db, word(app, 1), &run, e) && print_run(app, db, run, e);
}

bool pay_lines(struct app *app, struct db *db, struct err *e)
{
	const char *params[3] = { NULL, app_option(app, "only"),
				  app_option(app, "limit") };

	return pay_run_find(app, db, word(app, 1), &params[0], e) &&
	       cashier_print(app, db, &PAY_LINES, params, runs_lines_columns, NULL, e);
}

bool pay_held(struct app *app, struct db *db, struct err *e)
{
	const char *params[2] = { NULL, word(app, 2) };

	return pay_run_find(app, db, word(app, 1), &params[0], e) &&
	       cashier_print(app, db, &PAY_HELD, params, runs_held_columns, NULL, e);
}

/* After a lost answer the step is taken again: each can be, and changes nothing then. */
static bool step(struct app *app, struct db *db, const struct stmt *s,
		 const char *const *params, const char **value, struct err *e)
{
	struct table t;

	if (!table_run(&t, db, app->arena, s, params, e))
		return false;
	*value = table_text(&t, 0, 0);
	return true;
}

/* What is decided between such a run and the cut-off day is no part of it. */
static void tell_early(const struct table *t)
{
	const char *cutoff = table_text(t, 0, PAY_ONE_CUTOFF);

	if (strcmp(table_text(t, 0, PAY_ONE_DAY), cutoff) < 0)
		fprintf(stderr,
			_("before the cut-off day, %s: what is decided until then is not "
			  "in it; prepare it once more, or a supplement after it\n"),
			cutoff);
}

bool pay_prepare(struct app *app, struct db *db, struct err *e)
{
	const char *period, *run;
	struct table t;

	if (!pay_month(app, word(app, 1), &period, e) ||
	    !step(app, db, &PAY_PREPARE, &period, &run, e) ||
	    !print_run(app, db, run, e) ||
	    !table_run(&t, db, app->arena, &PAY_ONE, &run, e))
		return false;
	tell_early(&t);
	return true;
}

bool pay_gate(struct app *app, struct db *db, struct err *e)
{
	const char *run, *held;

	return pay_run_find(app, db, word(app, 1), &run, e) &&
	       step(app, db, &PAY_GATE, &run, &held, e) && print_one(app, db, run, e) &&
	       print_groups(app, db, run, e);
}

static bool decide(struct app *app, struct db *db, const char *event, struct err *e)
{
	const char *params[5] = { NULL, app->args[2], NULL, event,
				  app_option(app, "reason") };
	const char *who = app_option(app, "person"), *rows;
	int64_t person;

	if (!pay_run_find(app, db, app->args[1], &params[0], e))
		return false;
	if (who && !find_person(db, who, &person, e))
		return false;
	params[2] = who ? param_int(app->arena, person) : NULL;
	if (!step(app, db, &PAY_DECIDE, params, &rows, e))
		return false;
	return print_groups(app, db, params[0], e);
}

bool pay_release(struct app *app, struct db *db, struct err *e)
{
	return decide(app, db, "release", e);
}

bool pay_keep(struct app *app, struct db *db, struct err *e)
{
	return decide(app, db, "keep", e);
}

bool pay_sign(struct app *app, struct db *db, struct err *e)
{
	const char *run, *signature;

	return pay_run_find(app, db, word(app, 1), &run, e) &&
	       step(app, db, &PAY_SIGN, &run, &signature, e) &&
	       print_one(app, db, run, e);
}

bool pay_approve(struct app *app, struct db *db, struct err *e)
{
	const char *params[2] = { NULL, app_option(app, "signature") };
	const char *signature;

	if (!params[1]) {
		ERR(e, ERR_USAGE, _("--signature is missing"));
		return err_hint(e, _("steward pay show prints it with what it stands "
				     "for."));
	}
	return pay_run_find(app, db, word(app, 1), &params[0], e) &&
	       step(app, db, &PAY_APPROVE, params, &signature, e) &&
	       print_one(app, db, params[0], e);
}

bool pay_close(struct app *app, struct db *db, struct err *e)
{
	const char *run, *state;

	return pay_run_find(app, db, word(app, 1), &run, e) &&
	       step(app, db, &PAY_CLOSE, &run, &state, e) &&
	       print_one(app, db, run, e);
}

bool pay_take_back(struct app *app, struct db *db, struct err *e)
{
	const char *run, *state;

	return pay_run_find(app, db, app->args[1], &run, e) &&
	       step(app, db, &PAY_TAKE_BACK, &run, &state, e) &&
	       journal_step(app, "taken_back", run, e) &&
	       print_one(app, db, run, e);
}
