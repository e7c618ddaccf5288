#include "connect.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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

/* The server runs in a folder of its own and the socket's name is the folder's: both want it whole. */
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
	if (as && strchr(target, '='))
		return arena_printf(app->arena, "%s user='%s' application_name=steward", target, as);
	return target;
}

struct db *app_connect(struct app *app, const char *job, struct err *e)
{
	const char *target = connect_target(app);
	const char *as = app_option(app, "as");
	struct db *db;

	if (as && (strlen(as) > 60 || strspn(as, "abcdefghijklmnopqrstuvwxyz0123456789_") !=
		   strlen(as))) {
		ERR(e, ERR_USAGE, "\"%s\" is no login", as);
		return NULL;
	}
	if (connect_is_folder(target)) {
		if (!cluster_exists(target)) {
			ERR(e, ERR_USAGE, "there is no database in \"%s\"", target);
			err_hint(e, "Run \"steward demo\" first, or name a database with --db.");
			return NULL;
		}
		if (!cluster_is_running(target) && !cluster_start(target, e))
			return NULL;
	}
	db = db_open(connect_info(app, target, job), e);
	/* A server that is just dying may still have answered that it runs. */
	if (!db && connect_is_folder(target) && cluster_start(target, e))
		db = db_open(connect_info(app, target, job), e);
	if (db)
		db_watch(db, &app_interrupted);
	return db;
}
