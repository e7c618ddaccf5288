#include "connect.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "audit/watch_sql.h"
#include "cluster.h"
#include "config.h"
#include "declared/declared.h"
#include "office/schema.h"
#include "people/people_sql.h"
#include "say/tr.h"

volatile sig_atomic_t app_interrupted;

/* Folder of the running program; "" when the kernel does not say. */
static const char *program_folder(struct arena *a)
{
	char path[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 1);
	char *slash;

	if (n <= 0)
		return "";
	path[n] = '\0';
	slash = strrchr(path, '/');
	*slash = '\0';
	return arena_strdup(a, path);
}

const char *connect_config_path(struct app *app)
{
	const char *given = app_option(app, "config");
	const char *beside =
	    arena_printf(app->arena, "%s/steward.conf", program_folder(app->arena));

	if (given)
		return given;
	return access(beside, R_OK) == 0 ? beside : STEWARD_CONF;
}

const char *connect_locale_folder(struct app *app)
{
	const char *beside =
	    arena_printf(app->arena, "%s/po/locale", program_folder(app->arena));

	return access(beside, R_OK) == 0 ? beside : STEWARD_LOCALE;
}

const char *connect_library(struct arena *a, const char *name)
{
	const char *beside =
	    arena_printf(a, "%s/lib/steward/%s", program_folder(a), name);

	return access(beside, R_OK) == 0 ? beside
					 : arena_printf(a, STEWARD_LIBRARIES "/%s", name);
}

/* Server and socket go by the folder's whole name. */
const char *connect_folder(struct app *app, const char *given)
{
	char here[PATH_MAX], *real = realpath(given, NULL);
	const char *whole = real ? arena_strdup(app->arena, real) : given;

	free(real);
	if (whole[0] == '/' || !getcwd(here, sizeof(here)))
		return whole;
	return arena_printf(app->arena, "%s/%s", here, whole);
}

const char *connect_target(struct app *app)
{
	const char *db = app_option(app, "db");

	if (!db)
		db = config_db(app->config);
	if (!db || !*db)
		db = cluster_default_folder(app->arena);
	return connect_is_folder(db) ? connect_folder(app, db) : db;
}

bool connect_is_folder(const char *target)
{
	return target[0] == '/' || target[0] == '.' ||
	       (!strchr(target, '=') && !strstr(target, "://"));
}

const char *connect_info(struct app *app, const char *target, const char *login)
{
	const char *as = app_option(app, "as");

	if (connect_is_folder(target))
		return cluster_conninfo(app->arena, target, as ? as : login);
	if (!as)
		return target;
	if (!strstr(target, "://"))
		return arena_printf(app->arena, "%s user='%s' application_name=steward",
				    target, as);
	return arena_printf(app->arena, "%s%cuser=%s&application_name=steward", target,
			    strchr(target, '?') ? '&' : '?', as);
}

static bool is_login(const char *as, struct err *e)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_";

	return !as || (strlen(as) <= 60 && strspn(as, letters) == strlen(as)) ||
	       ERR(e, ERR_USAGE, "\"%s\" is not a login", as);
}

/* Whether there is somewhere to connect to, as somebody; for a folder the variables of
 * libpq in the environment are forgotten. */
static bool check_target(struct app *app, struct err *e)
{
	const char *target = connect_target(app);

	if (!is_login(app_option(app, "as"), e))
		return false;
	if (!connect_is_folder(target))
		return true;
	cluster_forget_environment();
	if (cluster_exists(target))
		return true;
	ERR(e, ERR_USAGE, "there is no database in \"%s\"", target);
	return err_hint(e, "Run \"steward demo\" first, or name a database with --db.");
}

struct db *connect_start(struct app *app, struct err *e)
{
	struct db *begun = app->ahead;

	app->ahead = NULL;
	if (begun)
		return begun;
	return check_target(app, e) ? db_start(connect_info(app, connect_target(app),
							     "clerk"), DB_QUESTIONS, e)
				     : NULL;
}

void connect_ahead(struct app *app)
{
	struct err e = { 0 };

	if (app->ahead)
		return;
	app->ahead = connect_start(app, &e);
	if (app->ahead)
		db_pump(app->ahead);
}

/* A session first: a server that is just dying may still answer that it runs. */
static struct db *open_target(struct app *app, const char *job, enum db_use use,
			      struct err *e)
{
	const char *target = connect_target(app), *info;
	struct db *db;

	if (!check_target(app, e))
		return NULL;
	info = connect_info(app, target, job);
	db = db_open(info, use, &app_interrupted, e);
	if (!db && e->code == ERR_LOST && connect_is_folder(target) && !app_interrupted &&
	    cluster_start(target, e)) {
		/* An error left behind would be taken for one of the work. */
		memset(e, 0, sizeof(*e));
		db = db_open(info, use, &app_interrupted, e);
	}
	return db;
}

struct db *app_connect_any(struct app *app, const char *job, struct err *e)
{
	return open_target(app, job, DB_WORK, e);
}

/* What is shown may be older than what was told elsewhere a moment ago. */
static bool tell_reading(struct db *db, struct arena *a, struct err *e)
{
	struct rows r;

	if (!db_only_reads(db))
		return true;
	if (!db_run(db, a, &WATCH_SERVERS, NULL, &r, e))
		return false;
	fprintf(stderr, _("this server only reads; what it has is as of %s\n"),
		row_text(&r, 0, WATCH_SERVERS_AS_OF));
	return true;
}

/* Another program's schema is not looked at, still less written to. */
static struct db *fitting(struct app *app, struct db *db, struct err *e)
{
	if (db && schema_fits(db, app->modules, e) &&
	    declared_join(db, app->arena, &app->modules, e) &&
	    db_run(db, app->arena, &PEOPLE_IN, NULL, NULL, e) &&
	    tell_reading(db, app->arena, e))
		return db;
	db_close(db);
	return NULL;
}

struct db *app_connect(struct app *app, const char *job, struct err *e)
{
	return fitting(app, open_target(app, job, DB_WORK, e), e);
}

struct db *app_connect_to_ask(struct app *app, const char *job, struct err *e)
{
	return fitting(app, open_target(app, job, DB_QUESTIONS, e), e);
}
