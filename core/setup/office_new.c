/* steward office new: from nothing to an office of one's own, out of one file, or of
 * answers. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "host/app.h"
#include "host/cluster.h"
#include "host/connect.h"
#include "intake/import.h"
#include "office/lookup.h"
#include "office_ask.h"
#include "office_file.h"
#include "people/people_sql.h"
#include "say/tr.h"

static const struct {
	const char *code, *text;
} to_do[] = { { "areas", N_("import the areas: steward import areas FILE") },
	      { "clerk", N_("a clerk: steward staff add LOGIN clerk NAME") },
	      { "reviewer", N_("a reviewer: who proposes does not approve") },
	      { "policy", N_("two policy officers: one rehearses, the other adopts") },
	      { "admin", N_("an administrator") },
	      { "auditor", N_("an auditor, who keeps the seals elsewhere") },
	      { "register", N_("import the register: steward import register FILE") },
	      { "judge", N_("judge everyone: steward day") },
	      { "backup", N_("make a backup: steward backup --to FOLDER") },
	      { NULL, NULL } };

static bool print_to_do(struct app *app, struct db *db, struct err *e)
{
	struct rows r;

	if (!db_run(db, app->arena, &PEOPLE_TO_DO, NULL, &r, e))
		return false;
	if (r.n > 0)
		puts(_("What remains to be done:"));
	for (int i = 0; i < r.n; i++)
		for (int k = 0; to_do[k].code; k++)
			if (strcmp(to_do[k].code, row_text(&r, i, PEOPLE_TO_DO_CODE)) ==
			    0)
				printf("  %s\n", _(to_do[k].text));
	return true;
}

/* One that came in before adds nothing. */
static bool import_areas(struct app *app, struct db *db, const char *path, struct err *e)
{
	struct import_options o = { .feed = lookup_feed(app->modules, "areas"),
				    .modules = app->modules,
				    .path = path,
				    .encoding = "UTF-8",
				    .separator = ',',
				    .day = clock_today() };
	struct import_counts n;

	return import_file(db, app->arena, &o, &n, e);
}

static struct db *open_as(struct app *app, const char *folder, const char *login,
			  struct err *e)
{
	return db_open(cluster_conninfo(app->arena, folder, login), DB_WORK,
		       &app_interrupted, e);
}

/* Areas first: persons work in one. */
static bool bring_areas(struct app *app, const char *folder, const struct office_file *f,
			struct err *e)
{
	const struct admin_login *batch = f->staff;
	struct db *db;
	bool ok;

	while (strcmp(batch->login, "batch") != 0)
		batch++;
	if (!admin_make_office(app, folder, f->region, batch, e))
		return false;
	if (!f->areas)
		return true;
	db = open_as(app, folder, "batch", e);
	ok = db && import_areas(app, db, f->areas, e);
	db_close(db);
	return ok;
}

bool cmd_office_new(struct app *app, struct err *e)
{
	struct office_file f;
	const char *path = app->nargs > 1 ? app->args[1] : office_ask(app, e);
	const char *folder;
	struct db *db;
	bool ok;

	if (!path || !office_file_read(app->arena, path, &f, e))
		return false;
	if (!connect_is_folder(f.db)) {
		ERR(e, ERR_USAGE, _("db is the folder of the office's own database"));
		return err_hint(e, _("On a server: steward init --db \"host=...\", then "
				     "steward staff add."));
	}
	folder = connect_folder(app, f.db);
	ok = bring_areas(app, folder, &f, e) &&
	     admin_make_office(app, folder, f.region, f.staff, e);
	db = ok ? open_as(app, folder, "batch", e) : NULL;
	ok = db && print_to_do(app, db, e);
	db_close(db);
	return ok;
}
