/* Making and changing the schema of a private cluster: its superuser, in a server that
 * nobody else can reach. */
#include "cluster.h"

#include <fcntl.h>
#include <limits.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "cluster_private.h"

/* 'it'\''s': for a shell. */
static char *quoted(struct arena *a, const char *text)
{
	char *out = arena_alloc(a, strlen(text) * 4 + 3), *to = out;

	*to++ = '\'';
	for (; *text; text++) {
		if (*text == '\'')
			to = stpcpy(to, "'\\'");
		*to++ = *text;
	}
	*to++ = '\'';
	*to = '\0';
	return out;
}

/* One who sets up at a time; a lock nobody holds is left from a process that was killed.
 */
static int setup_lock = -1;

static bool lock_setup(const char *folder, struct err *e)
{
	char path[PATH_MAX];

	snprintf(path, sizeof(path), "%s/setup/lock", folder);
	setup_lock = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	if (setup_lock < 0)
		return err_errno(e, "could not open \"%s\"", path);
	if (flock(setup_lock, LOCK_EX | LOCK_NB) == 0)
		return true;
	close(setup_lock);
	setup_lock = -1;
	ERR(e, ERR_STALE, "\"%s\" is being set up by another process", folder);
	return err_hint(e, "Wait until it has ended.");
}

static void end_setup(const char *folder)
{
	struct err ignored = { 0 };

	cluster_shell(
	    folder,
	    "cd \"$0\" && rm -rf setup pgdata/setup_hba.conf pgdata/setup_ident.conf",
	    NULL, &ignored);
	if (setup_lock >= 0)
		close(setup_lock);
	setup_lock = -1;
}

/* A process that was killed while it set up has left its server behind: stopped, it
 * starts as ever. */
void cluster_forget_setup(const char *folder)
{
	char path[PATH_MAX];
	struct err e = { 0 };

	snprintf(path, sizeof(path), "%s/setup/lock", folder);
	if (setup_lock >= 0 || access(path, F_OK) != 0 || !lock_setup(folder, &e))
		return;
	cluster_ctl(folder, "stop", "", &e);
	end_setup(folder);
}

static bool start_setup(struct arena *a, const char *folder, struct err *e)
{
	const struct passwd *me = getpwuid(geteuid());
	const char *map =
	    arena_printf(a, "setup %s postgres\n", me ? me->pw_name : "root");
	const char *options = arena_printf(a, "-c hba_file=%s -c ident_file=%s "
		"-c unix_socket_directories=%s",
		quoted(a, arena_printf(a, "%s/pgdata/setup_hba.conf", folder)),
		quoted(a, arena_printf(a, "%s/pgdata/setup_ident.conf", folder)),
		quoted(a, arena_printf(a, "%s/setup", folder)));

	return cluster_shell(folder,
			     "umask 077; cd \"$0\" && mkdir -p setup && : >>setup/lock "
			     "&& "
			     "echo 'local all postgres peer map=setup' "
			     ">pgdata/setup_hba.conf && "
			     "cat >pgdata/setup_ident.conf",
			     map, e) &&
	       lock_setup(folder, e) && cluster_ctl(folder, "start", options, e);
}

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
	struct db *db = NULL;

	cluster_forget_environment();
	cluster_forget_setup(folder);
	if ((!cluster_is_running(folder) || cluster_ctl(folder, "stop", "", e)) &&
	    start_setup(a, folder, e))
		db =
		    db_open(arena_printf(a,
					 "host='%s/setup' port=5432 dbname=steward "
					 "user=postgres "
					 "application_name=steward",
					 folder),
			    DB_WORK, NULL, e);
	arena_free(a);
	return db;
}

bool cluster_close_owner(const char *folder, struct db *db, struct err *e)
{
	struct err why = { 0 };
	bool ok;

	db_close(db);
	ok = setup_lock < 0 || cluster_ctl(folder, "stop", "", &why);
	end_setup(folder);
	ok = cluster_start(folder, &why) && ok;
	if (!ok && e->code == ERR_NONE)
		*e = why;
	return ok;
}
