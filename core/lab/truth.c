#include "truth.h"

#include <stdio.h>

#include "host/out.h"
#include "lab/truth_sql.h"
#include "say/table.h"
#include "say/tr.h"

static const struct column rule_columns[] = {
	{ TRUTH_RULES_RULE_ID, N_("Rule") },
	{ TRUTH_RULES_PLANTED, N_("Planted"), COLUMN_COUNT },
	{ TRUTH_RULES_FOUND, N_("Found"), COLUMN_COUNT },
	{ TRUTH_RULES_TASKS, N_("Tasks"), COLUMN_COUNT },
	{ TRUTH_RULES_RECALL, N_("Recall") },
	{ TRUTH_RULES_PRECISION, N_("Precision") },
	{ 0 }
};

static const struct column innocent_columns[] = {
	{ TRUTH_INNOCENT_KIND, N_("Innocent") },
	{ TRUTH_INNOCENT_PERSONS, N_("Persons"), COLUMN_COUNT },
	{ TRUTH_INNOCENT_SUSPENDED, N_("Suspend tasks"), COLUMN_COUNT },
	{ TRUTH_INNOCENT_ASKED, N_("Matching tasks"), COLUMN_COUNT },
	{ 0 }
};

static const struct column hold_columns[] = {
	{ TRUTH_HOLDS_HOLDS, N_("Holds"), COLUMN_COUNT },
	{ TRUTH_HOLDS_WITHOUT_PROPOSER, N_("Without a human proposer"), COLUMN_COUNT },
	{ 0 }
};

static bool copy_file(struct db *db, const char *path, struct err *e)
{
	FILE *f = fopen(path, "rbe");
	char piece[65536];
	size_t n;
	bool ok;

	if (!f)
		return err_errno(e, "could not open \"%s\"", path);
	ok = db_copy_start(db, "copy truth from stdin (format csv, header)", e);
	while (ok && (n = fread(piece, 1, sizeof(piece), f)) > 0)
		ok = db_copy_data(db, piece, n, e);
	fclose(f);
	return ok && db_copy_end(db, NULL, e);
}

static bool print(struct app *app, struct db *db, const struct stmt *s,
		  const struct column *columns, struct err *e)
{
	struct table t;

	if (!table_run(&t, db, app->arena, s, NULL, e))
		return false;
	out_table(app, &t, columns, NULL);
	return puts("") >= 0;
}

bool demo_truth(struct app *app, const char *path, struct err *e)
{
	struct db *db = app_connect(app, "batch", e);
	bool ok = db && db_run(db, app->arena, &TRUTH_TABLE, NULL, NULL, e) &&
		  copy_file(db, path, e) &&
		  print(app, db, &TRUTH_RULES, rule_columns, e) &&
		  print(app, db, &TRUTH_INNOCENT, innocent_columns, e) &&
		  print(app, db, &TRUTH_HOLDS, hold_columns, e);

	db_close(db);
	return ok;
}
