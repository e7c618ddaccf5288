/* steward adjust: a year's adjustment of all pensions is rehearsed, proposed, approved by
 * a second person, applied in pieces, and taken back where it was wrong. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cashier/print.h"
#include "adjust_ask.h"
#include "host/app.h"
#include "host/out.h"
#include "money/adjustment_sql.h"
#include "say/tr.h"

/* Persons of one transaction: between two of them it can be paused. */
#define PIECE "100000"

static const struct column list_columns[] = {
	{ .col = ADJUST_LIST_CAMPAIGN, .title = N_("Adjustment") },
	{ .col = ADJUST_LIST_YEAR, .title = N_("Year"), .width = 6 },
	{ .col = ADJUST_LIST_SCHEME, .title = N_("Scheme"), .kind = COLUMN_LABEL },
	{ .col = ADJUST_LIST_AREA, .title = N_("Area") },
	{ .col = ADJUST_LIST_STATE, .title = N_("State"), .kind = COLUMN_LABEL },
	{ .col = ADJUST_LIST_PERSONS, .title = N_("Persons"), .kind = COLUMN_COUNT },
	{ .col = ADJUST_LIST_INCREASE_FEN, .title = N_("More a month"),
	  .kind = COLUMN_MONEY },
	{ .col = ADJUST_LIST_EXCLUDED, .title = N_("Take no part"),
	  .kind = COLUMN_COUNT },
	{ .col = ADJUST_LIST_OUTLIERS, .title = N_("Outside the limits"),
	  .kind = COLUMN_COUNT },
	{ 0 }
};

static const struct column one_columns[] = {
	{ .col = ADJUST_ONE_CAMPAIGN, .title = N_("Adjustment") },
	{ .col = ADJUST_ONE_YEAR, .title = N_("Year") },
	{ .col = ADJUST_ONE_SCHEME, .title = N_("Scheme"), .kind = COLUMN_LABEL },
	{ .col = ADJUST_ONE_AREA, .title = N_("Area") },
	{ .col = ADJUST_ONE_STATE, .title = N_("State"), .kind = COLUMN_LABEL },
	{ .col = ADJUST_ONE_PERSONS, .title = N_("Persons"), .kind = COLUMN_COUNT },
	{ .col = ADJUST_ONE_BEFORE_FEN, .title = N_("Before adjustment"),
	  .kind = COLUMN_MONEY },
	{ .col = ADJUST_ONE_INCREASE_FEN, .title = N_("More a month"),
	  .kind = COLUMN_MONEY },
	{ .col = ADJUST_ONE_PERCENT, .title = N_("In percent") },
	{ .col = ADJUST_ONE_CEILING, .title = N_("Ceiling, percent") },
	{ .col = ADJUST_ONE_EXCLUDED, .title = N_("Take no part"), .kind = COLUMN_COUNT },
	{ .col = ADJUST_ONE_OUTLIERS, .title = N_("Outside the limits"),
	  .kind = COLUMN_COUNT },
	{ .col = ADJUST_ONE_MEDIAN_FEN, .title = N_("Median"), .kind = COLUMN_MONEY },
	{ .col = ADJUST_ONE_LEAST_FEN, .title = N_("Lower limit"),
	  .kind = COLUMN_MONEY },
	{ .col = ADJUST_ONE_MOST_FEN, .title = N_("Upper limit"), .kind = COLUMN_MONEY },
	{ .col = ADJUST_ONE_APPLIED, .title = N_("Applied"), .kind = COLUMN_COUNT },
	{ .col = ADJUST_ONE_APPLIED_FEN, .title = N_("Applied a month"),
	  .kind = COLUMN_MONEY },
	{ .col = ADJUST_ONE_WAITING, .title = N_("Waiting"), .kind = COLUMN_COUNT },
	{ .col = ADJUST_ONE_WAITING_FEN, .title = N_("Waiting a month"),
	  .kind = COLUMN_MONEY },
	{ .col = ADJUST_ONE_MONTHS, .title = N_("Months paid here since"),
	  .kind = COLUMN_COUNT },
	{ .col = ADJUST_ONE_ARREARS_FEN, .title = N_("Arrears of them"),
	  .kind = COLUMN_MONEY },
	{ .col = ADJUST_ONE_MADE_BY, .title = N_("Rehearsed by") },
	{ .col = ADJUST_ONE_PROPOSED_BY, .title = N_("Proposed by") },
	{ .col = ADJUST_ONE_APPROVED_BY, .title = N_("Approver") },
	{ .col = ADJUST_ONE_UNDO_BY, .title = N_("Undo proposed by") },
	{ .col = ADJUST_ONE_UNDONE_BY, .title = N_("Undone by") },
	{ .col = ADJUST_ONE_WHY, .title = N_("Why") },
	{ .col = ADJUST_ONE_SIGNATURE, .title = N_("Signature") },
	{ 0 }
};

static const struct column group_columns[] = {
	{ .col = ADJUST_GROUPS_PART, .title = N_("By"), .kind = COLUMN_LABEL },
	{ .col = ADJUST_GROUPS_VALUE, .title = N_("Group"), .kind = COLUMN_LABEL },
	{ .col = ADJUST_GROUPS_PERSONS, .title = N_("Persons"), .kind = COLUMN_COUNT },
	{ .col = ADJUST_GROUPS_BEFORE_FEN, .title = N_("Before adjustment"),
	  .kind = COLUMN_MONEY },
	{ .col = ADJUST_GROUPS_INCREASE_FEN, .title = N_("More a month"),
	  .kind = COLUMN_MONEY },
	{ .col = ADJUST_GROUPS_LEAST_FEN, .title = N_("Least"), .kind = COLUMN_MONEY },
	{ .col = ADJUST_GROUPS_MOST_FEN, .title = N_("Most"), .kind = COLUMN_MONEY },
	{ .col = ADJUST_GROUPS_OUTLIERS, .title = N_("Outside the limits"),
	  .kind = COLUMN_COUNT },
	{ 0 }
};

static const struct column excluded_columns[] = {
	{ .col = ADJUST_EXCLUDED_WHY, .title = N_("Why"), .kind = COLUMN_LABEL },
	{ .col = ADJUST_EXCLUDED_PERSONS, .title = N_("Persons"),
	  .kind = COLUMN_COUNT },
	{ .col = ADJUST_EXCLUDED_BEFORE_FEN, .title = N_("Before adjustment"),
	  .kind = COLUMN_MONEY },
	{ 0 }
};

static const struct column row_columns[] = {
	{ .col = ADJUST_ROWS_NAME, .title = N_("Name"), .width = 10 },
	{ .col = ADJUST_ROWS_AREA, .title = N_("Area") },
	{ .col = ADJUST_ROWS_SEX, .title = N_("Sex"), .kind = COLUMN_LABEL },
	{ .col = ADJUST_ROWS_AGE, .title = N_("Age"), .kind = COLUMN_COUNT },
	{ .col = ADJUST_ROWS_BEFORE_FEN, .title = N_("Before adjustment"),
	  .kind = COLUMN_MONEY },
	{ .col = ADJUST_ROWS_FIXED_FEN, .title = N_("Fixed"), .kind = COLUMN_MONEY },
	{ .col = ADJUST_ROWS_YEARS_FEN, .title = N_("Years"), .kind = COLUMN_MONEY },
	{ .col = ADJUST_ROWS_PERCENT_FEN, .title = N_("Percent"),
	  .kind = COLUMN_MONEY },
	{ .col = ADJUST_ROWS_AGE_FEN, .title = N_("For age"), .kind = COLUMN_MONEY },
	{ .col = ADJUST_ROWS_OTHER_FEN, .title = N_("Other"), .kind = COLUMN_MONEY },
	{ .col = ADJUST_ROWS_INCREASE_FEN, .title = N_("More a month"),
	  .kind = COLUMN_MONEY },
	{ .col = ADJUST_ROWS_AFTER_FEN, .title = N_("After adjustment"),
	  .kind = COLUMN_MONEY },
	{ .col = ADJUST_ROWS_STATE, .title = N_("State"), .kind = COLUMN_LABEL },
	{ .col = ADJUST_ROWS_WHY, .title = N_("Why"), .kind = COLUMN_LABEL },
	{ .col = ADJUST_ROWS_PERSON_ID, .title = N_("Person") },
	{ 0 }
};

static bool print_one(struct app *app, struct db *db, const char *id, struct err *e)
{
	struct table t;

	if (!table_run(&t, db, app->arena, &ADJUST_ONE, &id, e))
		return false;
	out_fields(app, &t, one_columns, tr_label(N_("Adjustment")));
	return true;
}

static bool print_all(struct app *app, struct db *db, const char *id, struct err *e)
{
	return print_one(app, db, id, e) &&
	       cashier_print(app, db, &ADJUST_GROUPS, &id, group_columns, N_("Groups"),
			     e) &&
	       cashier_print(app, db, &ADJUST_EXCLUDED, &id, excluded_columns,
			     N_("Take no part"), e);
}

/* The one of that number, or the newest. */
static bool find(struct app *app, struct db *db, const char **id, struct err *e)
{
	const char *word = app->nargs > 1 ? app->args[1] : NULL;
	struct table t;
	char *end;

	if (word && (strtoll(word, &end, 10) <= 0 || *end))
		return ERR(e, ERR_USAGE, _("\"%s\" is not an adjustment"), word);
	if (!table_run(&t, db, app->arena, &ADJUST_FIND, &word, e))
		return false;
	if (!t.n) {
		ERR(e, ERR_INPUT, _("there is no such adjustment"));
		return err_hint(e, _("steward adjust lists them."));
	}
	*id = table_text(&t, 0, ADJUST_FIND_CAMPAIGN);
	return true;
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

bool adjust_list(struct app *app, struct db *db, struct err *e)
{
	return cashier_print(app, db, &ADJUST_LIST, NULL, list_columns, NULL, e);
}

bool adjust_show(struct app *app, struct db *db, struct err *e)
{
	const char *id;

	return find(app, db, &id, e) && print_all(app, db, id, e);
}

bool adjust_rows(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { NULL, app_option(app, "only"),
				 app_option(app, "limit") };

	return find(app, db, &params[0], e) &&
	       cashier_print(app, db, &ADJUST_ROWS, params, row_columns, NULL, e);
}

static bool rehearse(struct app *app, struct db *db, const char **id, struct err *e)
{
	const char *params[] = { app->args[1], app_option(app, "scheme"),
				 app_option(app, "region") };
	int64_t rows;
	char *end;

	if (strlen(params[0]) != 4 || strtol(params[0], &end, 10) <= 0 || *end)
		return ERR(e, ERR_USAGE, _("invalid year \"%s\""), params[0]);
	return step(app, db, &ADJUST_OPEN, params, id, e) &&
	       adjust_ask(app, db, &rows, e) &&
	       db_run(db, app->arena, &ADJUST_KEEP, id, NULL, e);
}

/* All or nothing; a rehearsal changes nothing but what is kept of it. */
bool adjust_rehearse(struct app *app, struct db *db, struct err *e)
{
	const char *id = NULL;

	if (!db_begin(db, e))
		return false;
	if (!rehearse(app, db, &id, e) || !db_commit(db, e)) {
		db_rollback(db);
		return false;
	}
	return print_all(app, db, id, e);
}

bool adjust_propose(struct app *app, struct db *db, struct err *e)
{
	const char *id, *signature;

	return find(app, db, &id, e) &&
	       step(app, db, &ADJUST_PROPOSE, &id, &signature, e) &&
	       print_one(app, db, id, e);
}

/* Piece by piece, each a transaction: until a number of persons or an area is done,
 * somebody has paused it, or all of it is applied. */
static bool apply(struct app *app, struct db *db, const char *id, struct err *e)
{
	const char *first = app_option(app, "first");
	const char *params[] = { id, first ? first : PIECE, app_option(app, "region") };
	bool is_part = first || params[2];
	const char *state = "running";
	struct table t;

	do {
		if (!table_run(&t, db, app->arena, &ADJUST_APPLY, params, e))
			return false;
		state = table_text(&t, 0, ADJUST_APPLY_STATE);
	} while (strcmp(state, "running") == 0 && !first && !app_interrupted &&
		 strtoll(table_text(&t, 0, ADJUST_APPLY_APPLIED), NULL, 10) > 0);
	if (strcmp(state, "running") == 0 && (is_part || app_interrupted) &&
	    !step(app, db, &ADJUST_PAUSE, &id, &state, e))
		return false;
	return print_one(app, db, id, e);
}

bool adjust_approve(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { NULL, app_option(app, "signature") }, *state;

	if (!params[1]) {
		ERR(e, ERR_USAGE, _("--signature is missing"));
		return err_hint(e, _("steward adjust show prints it with what it stands "
				     "for."));
	}
	return find(app, db, &params[0], e) &&
	       step(app, db, &ADJUST_APPROVE, params, &state, e) &&
	       apply(app, db, params[0], e);
}

bool adjust_go_on(struct app *app, struct db *db, struct err *e)
{
	const char *id, *state;

	return find(app, db, &id, e) && step(app, db, &ADJUST_GO_ON, &id, &state, e) &&
	       apply(app, db, id, e);
}

bool adjust_pause(struct app *app, struct db *db, struct err *e)
{
	const char *id, *state;

	return find(app, db, &id, e) && step(app, db, &ADJUST_PAUSE, &id, &state, e) &&
	       print_one(app, db, id, e);
}

bool adjust_undo(struct app *app, struct db *db, struct err *e)
{
	const char *params[] = { NULL, app_option(app, "reason") }, *state;

	return find(app, db, &params[0], e) &&
	       step(app, db, &ADJUST_UNDO, params, &state, e) &&
	       print_one(app, db, params[0], e);
}
