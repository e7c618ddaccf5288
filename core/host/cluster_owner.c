/* Making and changing the schema of a private cluster: its superuser, in a server that
 * nobody else can reach. */
#include "cluster.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cluster_private.h"

void cluster_forget_environment(void)
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

struct db *cluster_open_owner(const char *folder, struct err *e)
{
	struct arena *a = arena_new();
	const char *info = arena_printf(a, "host='%s/setup' port=5432 dbname=steward "
		"user=postgres application_name=steward", folder);
	struct db *db = NULL;

	cluster_forget_environment();
	cluster_forget_setup(folder);
	if ((!cluster_is_running(folder) || cluster_ctl(folder, "stop", "", e)) &&
	    cluster_start_setup(a, folder, e))
		db = db_open(info, DB_WORK, NULL, e);
	arena_free(a);
	return db;
}

bool cluster_close_owner(const char *folder, struct db *db, struct err *e)
{
	struct err why = { 0 };
	bool ok;

	db_close(db);
	ok = cluster_end_setup(folder, &why);
	ok = cluster_start(folder, &why) && ok;
	if (!ok && e->code == ERR_NONE)
		*e = why;
	return ok;
}
