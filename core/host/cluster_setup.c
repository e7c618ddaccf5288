/* The server in which a schema is made: of one process alone, with a socket in a folder
 * that nobody else can enter. */
#include "cluster_private.h"

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/arena.h"

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

/* One who sets up at a time; a lock nobody holds is left from a process that was
 * killed. */
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

static void clear_away(const char *folder)
{
	struct err ignored = { 0 };

	cluster_shell(folder, "cd \"$0\" && rm -rf setup pgdata/setup_hba.conf "
			      "pgdata/setup_ident.conf", NULL, &ignored);
	if (setup_lock >= 0)
		close(setup_lock);
	setup_lock = -1;
}

bool cluster_end_setup(const char *folder, struct err *e)
{
	bool ok = setup_lock < 0 || cluster_ctl(folder, "stop", "", e);

	clear_away(folder);
	return ok;
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
	cluster_end_setup(folder, &e);
}

bool cluster_start_setup(struct arena *a, const char *folder, struct err *e)
{
	static const char script[] =
		"umask 077; cd \"$0\" && mkdir -p setup && : >>setup/lock && "
		"echo 'local all postgres peer map=setup' >pgdata/setup_hba.conf && "
		"cat >pgdata/setup_ident.conf";
	const struct passwd *me = getpwuid(geteuid());
	const char *map =
		arena_printf(a, "setup %s postgres\n", me ? me->pw_name : "root");
	const char *options = arena_printf(a, "-c hba_file=%s -c ident_file=%s "
		"-c unix_socket_directories=%s",
		quoted(a, arena_printf(a, "%s/pgdata/setup_hba.conf", folder)),
		quoted(a, arena_printf(a, "%s/pgdata/setup_ident.conf", folder)),
		quoted(a, arena_printf(a, "%s/setup", folder)));

	return cluster_shell(folder, script, map, e) && lock_setup(folder, e) &&
	       cluster_ctl(folder, "start", options, e);
}
