#include "cluster.h"

#include "cluster_private.h"

#include <errno.h>
#include <libpq-fe.h>
#include <limits.h>
#include <pwd.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysinfo.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#define SOCKET_NAME "/run/.s.PGSQL.5432"
/* Who takes copies connects for nothing else. */
#define KEEPER_LINE "local replication keeper peer map=keeper"
/* Fifths of a second that a server may take to come up or go down. */
#define WAITS_MOST 150

const char *cluster_default_folder(struct arena *a)
{
	const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");

	if (geteuid() == 0)
		return "/var/lib/steward/demo";
	if (data && data[0] == '/')
		return arena_printf(a, "%s/steward/demo", data);
	return arena_printf(a, "%s/.local/share/steward/demo", home ? home : ".");
}

bool cluster_exists(const char *folder)
{
	char path[PATH_MAX];

	snprintf(path, sizeof(path), "%s/pgdata/steward.ready", folder);
	return access(path, F_OK) == 0;
}

/* Asked, not guessed: a killed server leaves its pid file and its socket behind. */
static PGPing ping(const char *folder)
{
	struct arena *a = arena_new();
	PGPing answer = PQping(arena_printf(a, "%s connect_timeout=3",
					    cluster_conninfo(a, folder, "admin")));

	arena_free(a);
	return answer;
}

bool cluster_is_running(const char *folder)
{
	PGPing answer = ping(folder);

	return answer == PQPING_OK || answer == PQPING_REJECT;
}

/* Below the server's user's folder: made with his rights. */
static bool make_run_folder(const char *run, struct err *e)
{
	bool ok = cluster_lower_rights(e);

	if (ok && mkdir(run, 0755) != 0 && errno != EEXIST)
		ok = err_errno(e, "could not make the folder \"%s\"", run);
	cluster_raise_rights();
	return ok;
}

static bool make_folders(const char *folder, struct err *e)
{
	char run[PATH_MAX];

	if (strlen(folder) + sizeof(SOCKET_NAME) >
	    sizeof(((struct sockaddr_un *)0)->sun_path)) {
		ERR(e, ERR_USAGE, "the folder's name is too long for a socket");
		return err_hint(e, "Choose a folder with a name of at most 88 bytes.");
	}
	snprintf(run, sizeof(run), "%s/run", folder);
	return cluster_make_folder(folder, e) && make_run_folder(run, e);
}

static bool append(const char *folder, const char *file, const char *mode,
		   const char *text, struct err *e)
{
	char path[PATH_MAX];

	snprintf(path, sizeof(path), "%s/pgdata/%s", folder, file);
	return cluster_write(path, mode, text, e);
}

/* A quarter of the memory, at most 4 GiB; no just-in-time compiling (it made the passes
 * over facts slower); one process a statement, so that a sweep leaves a core to the
 * clerks. */
static bool write_settings(const char *folder, struct err *e)
{
	struct sysinfo info;
	char text[PATH_MAX + 1024];
	long mb = 256;

	if (sysinfo(&info) == 0)
		mb = (long)((uint64_t)info.totalram * info.mem_unit >> 22);
	mb = mb > 4096 ? 4096 : mb < 32 ? 32 : mb;
	snprintf(text, sizeof(text),
		 "listen_addresses = ''\nport = 5432\n"
		 "unix_socket_directories = '%s/run'\n"
		 "unix_socket_permissions = 0700\nauthentication_timeout = 10s\n"
		 "temp_file_limit = 20GB\nshared_buffers = %ldMB\nwork_mem = 64MB\n"
		 "maintenance_work_mem = 256MB\nmax_wal_size = 4GB\n"
		 "min_wal_size = 256MB\ncheckpoint_timeout = 15min\n"
		 "wal_compression = lz4\nrandom_page_cost = 1.1\njit = off\n"
		 "max_parallel_workers_per_gather = 0\nlogging_collector = off\n"
		 "temp_buffers = 256MB\nlog_timezone = 'UTC'\ntimezone = 'UTC'\n",
		 folder, mb);
	return append(folder, "postgresql.conf", "ae", text, e) &&
	       append(folder, "pg_hba.conf", "we",
		      "local all all peer map=steward\n" KEEPER_LINE "\n", e);
}

static bool make_database(const char *folder, struct err *e)
{
	char data[PATH_MAX];
	char *argv[] = { NULL, "--single", "-j", "-D", data, "postgres", NULL };

	snprintf(data, sizeof(data), "%s/pgdata", folder);
	return cluster_tool(folder, "postgres", argv, "create database steward;\n\n", e);
}

static bool init_data(const char *folder, struct err *e)
{
	char data[PATH_MAX];
	char *argv[] = { NULL, "-D", data, "-U", "postgres", "--auth=peer", "-E", "UTF8",
			 "--locale=C.UTF-8", "--data-checksums", NULL };

	snprintf(data, sizeof(data), "%s/pgdata", folder);
	return cluster_tool(folder, "initdb", argv, NULL, e);
}

bool cluster_create(const char *folder, struct err *e)
{
	return make_folders(folder, e) && init_data(folder, e) &&
	       write_settings(folder, e) && make_database(folder, e) &&
	       cluster_is_ready(folder, e);
}

bool cluster_is_ready(const char *folder, struct err *e)
{
	return append(folder, "steward.ready", "we", "made by steward\n", e);
}

bool cluster_let_keep(const char *folder, struct err *e)
{
	static const char script[] =
		"cd \"$0/pgdata\" && read -r who && line=\"keeper $who keeper\" && "
		"{ grep -q '^local replication keeper' pg_hba.conf || "
		"echo '" KEEPER_LINE "' >>pg_hba.conf; } && "
		"{ grep -qxF \"$line\" pg_ident.conf || "
		"echo \"$line\" >>pg_ident.conf; }";
	const struct passwd *user = cluster_user(e);
	char name[300];

	if (!user)
		return false;
	snprintf(name, sizeof(name), "%s\n", user->pw_name);
	return cluster_shell(folder, script, name, e);
}

bool cluster_adopt(const char *folder, const char *user, struct err *e)
{
	static const char script[] =
		"cd \"$0/pgdata\" && read -r old new && sed -i "
		"-e '/^keeper /d' -e \"s/^steward $old /steward $new /\" pg_ident.conf";
	const struct passwd *me = getpwuid(geteuid());
	char names[600];

	snprintf(names, sizeof(names), "%s %s\n", user, me ? me->pw_name : user);
	return make_folders(folder, e) && write_settings(folder, e) &&
	       cluster_shell(folder, script, names, e) && cluster_let_keep(folder, e);
}

/* True when the process whose number starts the file has ended and waits to be
 * collected. */
static bool names_dead_process(const char *path)
{
	char stat_path[64], state = '\0';
	FILE *f = fopen(path, "re");
	long pid = 0;

	if (!f)
		return false;
	if (fscanf(f, "%ld", &pid) != 1)
		pid = 0;
	fclose(f);
	snprintf(stat_path, sizeof(stat_path), "/proc/%ld/stat", pid);
	f = fopen(stat_path, "re");
	if (!f)
		return false;
	if (fscanf(f, "%*d (%*[^)]) %c", &state) != 1)
		state = '\0';
	fclose(f);
	return state == 'Z';
}

/* In a container nobody may collect the dead: a killed server that is one counts as alive
 * and keeps the next from starting.  The server itself sees whether its memory is still
 * in use. */
static void forget_dead_server(const char *folder)
{
	static const char *const notes[] = {
		"/pgdata/postmaster.pid", SOCKET_NAME ".lock"
	};
	char path[PATH_MAX];

	for (size_t i = 0; i < sizeof(notes) / sizeof(*notes); i++) {
		snprintf(path, sizeof(path), "%s%s", folder, notes[i]);
		if (names_dead_process(path))
			unlink(path);
	}
}

/* After a kill the last processes of the old server may hold its memory for a moment, and
 * pg_ctl may take the old server's notes for the new one's: only an answer counts. */
bool cluster_start(const char *folder, struct err *e)
{
	static const struct timespec moment = { .tv_nsec = 200000000 };

	for (int tries = 0, waits = 0; tries < 25; tries++) {
		PGPing answer = ping(folder);

		if (answer == PQPING_OK)
			return true;
		/* It comes up or goes down: what it will be is seen when it is that. */
		if (answer == PQPING_REJECT && waits++ < WAITS_MOST) {
			tries--;
			nanosleep(&moment, NULL);
			continue;
		}
		cluster_forget_setup(folder);
		forget_dead_server(folder);
		if (cluster_ctl(folder, "start", "", e) && ping(folder) == PQPING_OK)
			return true;
		nanosleep(&moment, NULL);
	}
	return err_hint(e, "Look into %s/server.log for the reason.", folder);
}

bool cluster_stop(const char *folder, struct err *e)
{
	if (!cluster_exists(folder))
		return ERR(e, ERR_USAGE, "there is no cluster in \"%s\"", folder);
	return !cluster_is_running(folder) || cluster_ctl(folder, "stop", "", e);
}

bool cluster_map_roles(const char *folder, const char *const *roles, struct err *e)
{
	static const char script[] =
		"cd \"$0/pgdata\" && while read -r line; do "
		"grep -qxF \"$line\" pg_ident.conf || echo \"$line\" >>pg_ident.conf; "
		"done";
	const struct passwd *me = getpwuid(geteuid());
	struct arena *a = arena_new();
	const char *lines = "";
	bool ok;

	for (; me && *roles; roles++)
		lines = arena_printf(a, "%ssteward %s %s\n", lines, me->pw_name, *roles);
	ok = me ? cluster_shell(folder, script, lines, e) :
		  ERR(e, ERR_SYSTEM, "there is no user to run the server as");
	arena_free(a);
	return ok;
}

bool cluster_map_role(const char *folder, const char *role, struct err *e)
{
	const char *roles[] = { role, NULL };

	return cluster_map_roles(folder, roles, e) &&
	       cluster_shell(folder,
			     "kill -HUP \"$(head -n 1 \"$0/pgdata/postmaster.pid\")\"",
			     NULL, e);
}

const char *cluster_conninfo(struct arena *a, const char *folder, const char *role)
{
	return arena_printf(a, "host='%s/run' port=5432 dbname=steward user='%s' "
			    "application_name=steward", folder, role);
}
