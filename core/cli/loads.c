/* Files that came in, and their rows that wait. */
#include "cli/loads.h"

#include <stdio.h>
#include <stdlib.h>

#include "agency/loads.h"
#include "agency/loads_sql.h"
#include "base/date.h"
#include "host/app.h"
#include "host/out.h"
#include "intake/import.h"
#include "say/table.h"
#include "say/tr.h"

static bool print(struct app *app, struct db *db, const struct stmt *s,
		  const char *const *params, const struct column *columns,
		  const char *title, struct err *e)
{
	struct table t;

	if (!table_run(&t, db, app->arena, s, params, e))
		return false;
	if (t.n)
		out_table(app, &t, columns, title);
	return true;
}

/* The number of a load that is there. */
static bool read_load(struct app *app, struct db *db, const char *const *load,
		      struct err *e)
{
	struct rows rows;
	char *end;

	if (strtoll(*load, &end, 10) <= 0 || *end)
		return ERR(e, ERR_USAGE, _("\"%s\" is not the number of a load"), *load);
	if (!db_run(db, app->arena, &LOADS_ONE, load, &rows, e))
		return false;
	if (rows.n)
		return true;
	ERR(e, ERR_INPUT, _("there is no load %s"), *load);
	return err_hint(e, _("steward loads lists them."));
}

bool loads_show(struct app *app, struct db *db, struct err *e)
{
	static const char *const newest[] = { NULL, "200" };
	const char *load[] = { app->nargs ? app->args[0] : NULL };

	if (app->nargs == 0)
		return print(app, db, &LOADS_LIST, newest, loads_columns, NULL, e);
	return read_load(app, db, load, e) &&
	       print(app, db, &LOADS_ONE, load, loads_one_columns, N_("Load"), e) &&
	       print(app, db, &LOADS_REASONS, load, loads_reasons_columns,
		     N_("Reasons"), e) &&
	       print(app, db, &LOADS_REJECTS, load, loads_rejects_columns,
		     N_("Rejected rows"), e) &&
	       print(app, db, &LOADS_DOUBTS, load, loads_doubts_columns,
		     N_("Doubtful rows"), e);
}

/* The words after "repair" are the statement's parameters. */
static bool change(struct app *app, struct db *db, const struct stmt *s, int64_t *n,
		   struct err *e)
{
	const char *params[4] = { NULL };
	struct rows rows;

	for (int i = 1; i < app->nargs && i <= 4; i++)
		params[i - 1] = app->args[i];
	if (!read_load(app, db, params, e) ||
	    !db_run(db, app->arena, s, params, &rows, e))
		return false;
	*n = row_int(&rows, 0, 0);
	return true;
}

bool loads_repair(struct app *app, struct db *db, struct err *e)
{
	int64_t n;

	if (!change(app, db, &LOADS_REPAIR, &n, e))
		return false;
	fprintf(stderr, _("%lld rows are mended; the next run tries them again\n"),
		(long long)n);
	return true;
}

bool loads_drop(struct app *app, struct db *db, struct err *e)
{
	int64_t n;

	if (!change(app, db, &LOADS_DROP, &n, e))
		return false;
	fprintf(stderr, _("%lld rows are dropped\n"), (long long)n);
	return true;
}

bool loads_retry(struct app *app, struct db *db, struct err *e)
{
	int64_t n;

	if (!change(app, db, &LOADS_RETRY, &n, e))
		return false;
	fprintf(stderr, _("%lld rows are tried again by the next run\n"), (long long)n);
	return true;
}

bool loads_sample(struct app *app, struct db *db, struct err *e)
{
	static const struct column columns[] = {
		{ .col = LOADS_SAMPLE_LINE, .title = N_("Line"), .width = 7 },
		{ .col = LOADS_SAMPLE_NAME, .title = N_("Name"), .width = 10 },
		{ .col = LOADS_SAMPLE_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
		  .width = 9 },
		{ .col = LOADS_SAMPLE_ROW, .title = N_("Row") },
		{ 0 }
	};
	const char *load[] = { app->args[1] };

	return read_load(app, db, load, e) &&
	       print(app, db, &LOADS_SAMPLE, load, columns, NULL, e);
}

bool loads_confirm(struct app *app, struct db *db, struct err *e)
{
	int64_t person;

	if (!change(app, db, &LOADS_CONFIRM, &person, e))
		return false;
	fprintf(stderr,
		_("line %s counts with the next judge; the file goes on waiting\n"),
		app->args[2]);
	return true;
}
