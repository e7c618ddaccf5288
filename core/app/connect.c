#include "connect.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cluster.h"
#include "config.h"

/* Folder of the running program; "" when the kernel does not say. */
static const char *program_folder(struct app *app)
{
	char path[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 1);
	char *slash;

	if (n <= 0)
		return "";
	path[n] = '\0';
	slash = strrchr(path, '/');
	*slash = '\0';
	return arena_strdup(app->arena, path);
}

const char *connect_config_path(struct app *app)
{
	const char *given = app_option(app, "config");
	const char *beside = arena_printf(app->arena, "%s/steward.conf", program_folder(app));

	if (given)
		return given;
	return access(beside, R_OK) == 0 ? beside : STEWARD_CONF;
}

const char *connect_locale_folder(struct app *app)
{
	const char *beside = arena_printf(app->arena, "%s/po/locale", program_folder(app));

	return access(beside, R_OK) == 0 ? beside : STEWARD_LOCALE;
}

const char *connect_target(struct app *app)
{
	const char *db = app_option(app, "db");

	if (!db)
		db = config_db(app->config);
	return db && *db ? db : cluster_default_folder(app->arena);
}

bool connect_is_folder(const char *target)
{
	struct stat st;

	return !strchr(target, '=') && (target[0] == '/' || target[0] == '.' ||
					(stat(target, &st) == 0 && S_ISDIR(st.st_mode)));
}

static const char *absolute(struct app *app, const char *folder)
{
	char *real = realpath(folder, NULL);
	const char *kept = real ? arena_strdup(app->arena, real) : folder;

	free(real);
	return kept;
}

const char *connect_info(struct app *app, const char *target, const char *login)
{
	const char *as = app_option(app, "as");

	if (connect_is_folder(target))
		return cluster_conninfo(app->arena, absolute(app, target), as ? as : login);
	if (as && strchr(target, '='))
		return arena_printf(app->arena, "%s user='%s' application_name=steward", target, as);
	return target;
}

static bool is_login(const char *as, struct err *e)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_";

	return !as || (strlen(as) <= 60 && strspn(as, letters) == strlen(as)) ||
	       ERR(e, ERR_USAGE, "\"%s\" is no login", as);
}

/* A private cluster is where its folder is, whatever the environment says to libpq. */
static void forget_environment(void)
{
	for (char **v = environ; *v;) {
		char name[80];

		snprintf(name, sizeof(name), "%.*s", (int)strcspn(*v, "="), *v);
		if (strncmp(name, "PG", 2) == 0 && unsetenv(name) == 0)
			v = environ;
		else
			v++;
	}
}

bool connect_check(struct app *app, struct err *e)
{
	const char *target = connect_target(app);

	if (!is_login(app_option(app, "as"), e))
		return false;
	if (!connect_is_folder(target))
		return true;
	forget_environment();
	if (cluster_exists(target))
		return true;
	ERR(e, ERR_USAGE, "there is no database in \"%s\"", target);
	return err_hint(e, "Run \"steward demo\" first, or name a database with --db.");
}

/* One session is all it takes where the server runs; only when there is none is it looked for and
 * started.  A server that is just dying may still answer that it runs. */
static struct db *open_target(struct app *app, const char *job, enum db_use use, struct err *e)
{
	const char *target = connect_target(app), *info;
	struct db *db;

	if (!connect_check(app, e))
		return NULL;
	info = connect_info(app, target, job);
	db = db_open(info, use, &app_interrupted, e);
	if (!db && e->code == ERR_LOST && connect_is_folder(target) && !app_interrupted &&
	    cluster_start(target, e))
		db = db_open(info, use, &app_interrupted, e);
	return db;
}

struct db *app_connect(struct app *app, const char *job, struct err *e)
{
	return open_target(app, job, DB_WORK, e);
}

struct db *app_connect_to_ask(struct app *app, const char *job, struct err *e)
{
	return open_target(app, job, DB_QUESTIONS, e);
}
