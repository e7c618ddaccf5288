/* steward demo: a private database, a city, the whole street, the workbench. */
#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/date.h"
#include "cli/admin.h"
#include "cli/judge.h"
#include "figures/indicators.h"
#include "generate.h"
#include "host/app.h"
#include "lab.h"
#include "host/cluster.h"
#include "host/connect.h"
#include "host/progress.h"
#include "intake/import.h"
#include "office/lookup.h"
#include "office/schema.h"
#include "say/tr.h"
#include "truth.h"

#define DEMO_DAY "2025-11-01"
#define DEMO_REGION "330681" /* the city is Zhuji */

static struct db *open_as(struct app *app, const char *folder, const char *login,
			  struct err *e)
{
	return db_open(cluster_conninfo(app->arena, folder, login), DB_WORK,
		       &app_interrupted, e);
}

struct totals { int64_t files, read, accepted, rejected, doubtful; };

static bool import_one(struct app *app, struct db *db, const char *path, const char *feed,
		       int32_t day, struct totals *t, struct err *e)
{
	struct progress progress;
	struct import_options o = { .feed = lookup_feed(app->modules, feed),
				    .modules = app->modules, .path = path,
				    .encoding = "UTF-8", .separator = ',', .day = day,
				    .ctx = &progress };
	struct import_counts n;
	bool ok;

	if (!o.feed)	/* its module is not loaded */
		return true;
	progress_init(&progress);
	if (progress.is_terminal)
		o.progress = progress_show;
	ok = import_file(db, app->arena, &o, &n, e);
	progress_end(&progress);
	t->files++;
	t->read += n.read;
	t->accepted += n.accepted;
	t->rejected += n.rejected;
	t->doubtful += n.doubtful;
	/* A file about one person who is not known here is part of the city; its row is
	 * counted. */
	return ok || n.is_refused;
}

static int is_csv(const struct dirent *d)
{
	size_t n = strlen(d->d_name);

	return n > 4 && strcmp(d->d_name + n - 4, ".csv") == 0;
}

static int is_day(const struct dirent *d)
{
	int32_t day;

	return date_parse(d->d_name, strlen(d->d_name), &day);
}

static bool import_day(struct app *app, struct db *db, const char *folder,
		       const char *name, struct totals *t, struct err *e)
{
	struct arena *a = arena_new();
	const char *path = arena_printf(a, "%s/%s", folder, name);
	struct dirent **list;
	int n = scandir(path, &list, is_csv, alphasort);
	int32_t day = DATE_NONE;
	bool ok = n >= 0 || err_errno(e, "could not read the folder \"%s\"", path);

	date_parse(name, strlen(name), &day);
	for (int i = 0; i < n; i++) {
		const char *file = arena_printf(a, "%s/%s", path, list[i]->d_name);
		const char *feed =
		    arena_strndup(a, list[i]->d_name,
				  strlen(list[i]->d_name) - strlen(".csv"));

		ok = ok && import_one(app, db, file, feed, day, t, e);
		free(list[i]);
	}
	if (n >= 0)
		free(list);
	arena_free(a);
	return ok;
}

/* All days in order; *last is the last one. */
static bool import_inbox(struct app *app, struct db *db, const char *inbox, int32_t *last,
			 struct totals *t, struct err *e)
{
	struct dirent **list;
	int n = scandir(inbox, &list, is_day, alphasort);
	bool ok = n >= 0 || err_errno(e, "could not read the folder \"%s\"", inbox);

	for (int i = 0; i < n; i++) {
		date_parse(list[i]->d_name, strlen(list[i]->d_name), last);
		ok = ok && import_day(app, db, inbox, list[i]->d_name, t, e);
		free(list[i]);
	}
	if (n >= 0)
		free(list);
	return ok;
}

static bool import_city(struct app *app, struct db *db, const char *city, int32_t *day,
			struct err *e)
{
	struct totals t = { 0 };
	bool ok =
	    import_one(app, db, arena_printf(app->arena, "%s/areas.csv", city), "areas",
		       *day, &t, e) &&
	    import_one(app, db, arena_printf(app->arena, "%s/register.csv", city),
		       "register", *day, &t, e) &&
	    import_one(app, db, arena_printf(app->arena, "%s/account.csv", city),
		       "account", *day, &t, e) &&
	    import_one(app, db, arena_printf(app->arena, "%s/payment.csv", city),
		       "payment", *day, &t, e) &&
	    import_one(app, db, arena_printf(app->arena, "%s/award.csv", city), "award",
		       *day, &t, e) &&
	    import_inbox(app, db, arena_printf(app->arena, "%s/inbox", city), day, &t, e);

	if (ok)
		fprintf(stderr,
			_("%lld files: %lld rows read = %lld accepted (%lld doubtful) + "
			  "%lld rejected\n"),
			(long long)t.files, (long long)t.read, (long long)t.accepted,
			(long long)t.doubtful, (long long)t.rejected);
	return ok;
}

static bool gather_statistics(struct db *db, struct err *e)
{
	return db_script(db, "select gather_statistics()", e);
}

/* Files in, facts, verdicts, tasks, figures; all of it can be run again and changes
 * nothing. */
static bool run_street(struct app *app, const char *folder, const char *city,
		       struct err *e)
{
	struct db *db = open_as(app, folder, "batch", e);
	struct judge_options how = { .day = DATE_NONE, .is_full = true };
	int32_t day = DATE_NONE;
	struct judge_counts n;
	int64_t figures;
	bool ok;

	date_parse(DEMO_DAY, strlen(DEMO_DAY), &day);
	how.day = day + (int32_t)app_number(app, "days");
	/* Codes of files are looked for in tables of the policy: with nobody there yet
	 * the judge only brings those in. */
	ok = db && judge_told(app, db, &how, &n, e) &&
	     import_city(app, db, city, &day, e) && gather_statistics(db, e) &&
	     judge_told(app, db, &how, &n, e) && night_work(app, db, e) &&
	     indicators_refresh(db, app->modules, &figures, e);
	if (ok)
		fprintf(stderr,
			_("%lld persons judged, %lld findings, %lld open tasks, %lld "
			  "settled by rule\n"),
			(long long)n.judged, (long long)n.findings,
			(long long)n.open_tasks, (long long)n.automatic);
	db_close(db);
	return ok;
}

static bool has_city(const char *city)
{
	char path[PATH_MAX];

	snprintf(path, sizeof(path), "%s/register.csv", city);
	return access(path, R_OK) == 0;
}

/* What tells a folder of the demo's: begun when it was taken, ready when all is in it. */
static const char *mark(struct arena *a, const char *folder, const char *what)
{
	return arena_printf(a, "%s/demo.%s", folder, what);
}

static bool is_begun(struct app *app, const char *folder)
{
	struct stat st;

	return lstat(mark(app->arena, folder, "begun"), &st) == 0;
}

/* A new folder, or an empty one, or one that a demo has begun before: nothing else is
 * touched. */
static bool take_folder(struct app *app, const char *folder, struct err *e)
{
	bool is_there = access(folder, F_OK) == 0;

	if (is_there && !cluster_folder_is_ours(folder, e))
		return false;
	if (is_begun(app, folder))
		return true;
	if (is_there && !cluster_folder_is_empty(folder)) {
		ERR(e, ERR_DENIED, "the folder \"%s\" is not the demo's", folder);
		return err_hint(e, "Name one that is not there yet: "
				"steward demo --dir FOLDER.");
	}
	return cluster_make_folder(folder, e) &&
	       cluster_write(mark(app->arena, folder, "begun"), "we", "", e);
}

static bool make_city(struct app *app, const char *city, int32_t day, struct err *e)
{
	const struct city_options o = {
		.seed = (uint64_t)app_number(app, "seed"), .day = day, .dir = city,
		.persons = app_number(app, "persons"),
		.days = (int)app_number(app, "days"), .has_offices = true,
	};

	return has_city(city) || generate_city(app, &o, true, e);
}

static bool make_demo(struct app *app, const char *folder, const char *city,
		      struct err *e)
{
	int32_t day = DATE_NONE;

	date_parse(DEMO_DAY, strlen(DEMO_DAY), &day);
	if (!take_folder(app, folder, e))
		return false;
	fprintf(stderr, _("making a private database in %s\n"), folder);
	return admin_make_private(app, folder, DEMO_REGION, e) &&
	       make_city(app, city, day, e) && run_street(app, folder, city, e) &&
	       cluster_write(mark(app->arena, folder, "ready"), "we", "", e);
}

/* The option --db of everything that follows. */
void demo_use(struct app *app, const char *folder)
{
	for (int i = 0; app->options[i].name; i++)
		if (strcmp(app->options[i].name, "db") == 0)
			app->values[i] = folder;
}

/* A demo that an older program made becomes this one's; nobody's work is in it, so nobody
 * need be asked. */
static bool bring_up(struct app *app, const char *folder, struct err *e)
{
	struct db *db = NULL;
	bool fits = (cluster_is_running(folder) || cluster_start(folder, e)) &&
		    (db = open_as(app, folder, "batch", e)) &&
		    schema_fits(db, app->modules, e);

	db_close(db);
	if (fits || e->code != ERR_DB)
		return fits;
	*e = (struct err){ 0 };
	return cmd_migrate(app, e);
}

static bool print_all(struct app *app, const char *city, struct err *e)
{
	return cmd_board(app, e) && (puts("") >= 0) && cmd_tasks(app, e) &&
	       (puts("") >= 0) &&
	       demo_truth(app, arena_printf(app->arena, "%s/truth.csv", city), e);
}

/* Never the configuration's: that is an office.  A link is said to be one, and not
 * followed. */
const char *demo_folder(struct app *app, struct err *e)
{
	const char *given = app_option(app, "dir");
	struct stat st;
	char *name;

	if (!given)
		return cluster_default_folder(app->arena);
	name = arena_strdup(app->arena, given);
	for (size_t n = strlen(name); n > 1 && name[n - 1] == '/'; n--)
		name[n - 1] = '\0';
	if (lstat(name, &st) == 0 && !cluster_folder_is_ours(name, e))
		return NULL;
	return connect_folder(app, name);
}

bool cmd_demo(struct app *app, struct err *e)
{
	const char *folder = demo_folder(app, e), *city;

	if (!folder)
		return false;
	if (app_flag(app, "stop"))
		return cluster_stop(folder, e);
	city = arena_printf(app->arena, "%s/city", folder);
	if (!cluster_is_demo(folder) && !make_demo(app, folder, city, e))
		return false;
	demo_use(app, folder);
	if (!bring_up(app, folder, e))
		return false;
	if (app_flag(app, "batch") || !isatty(0) || !isatty(1))
		return print_all(app, city, e);
	return cmd_desk(app, e);
}
