/* Preloaded into the program: ends it, or its server, at one chosen statement to the
 * database.
 *
 *   CRASH_AT=N        the Nth statement; 0 or unset: none
 *   CRASH_WHEN=after  when it has been sent; otherwise before
 *   CRASH_SERVER=PID  ends the server with that postmaster instead of the program
 *   CRASH_COUNT=FILE  gets the number of statements when the program ends by itself */
#include <ctype.h>
#include <dirent.h>
#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct connection;

static int calls;
static int is_copying;	/* the first piece of a copy has been counted */

static int parent_of(const char *pid)
{
	char path[300], state;
	int parent = 0;
	FILE *f;

	snprintf(path, sizeof(path), "/proc/%s/stat", pid);
	f = fopen(path, "re");
	if (!f)
		return 0;
	if (fscanf(f, "%*d (%*[^)]) %c %d", &state, &parent) != 2)
		parent = 0;
	fclose(f);
	return parent;
}

/* As when the power fails: all of the server at once, so that nothing is finished in
 * peace. */
static void end_server(int postmaster)
{
	DIR *proc = opendir("/proc");
	struct dirent *d;

	kill(postmaster, SIGKILL);
	while (proc && (d = readdir(proc)))
		if (isdigit((unsigned char)d->d_name[0]) &&
		    parent_of(d->d_name) == postmaster)
			kill((pid_t)strtol(d->d_name, NULL, 10), SIGKILL);
	if (proc)
		closedir(proc);
}

static void reach(const char *when)
{
	const char *at = getenv("CRASH_AT"), *wanted = getenv("CRASH_WHEN");
	const char *server = getenv("CRASH_SERVER");

	if (!at || strtol(at, NULL, 10) != calls ||
	    strcmp(wanted ? wanted : "before", when) != 0)
		return;
	if (server)
		end_server((int)strtol(server, NULL, 10));
	else
		kill(getpid(), SIGKILL);
}

static void *real(const char *name)
{
	return dlsym(RTLD_NEXT, name);
}

int PQsendQuery(struct connection *c, const char *text);
int PQsendQuery(struct connection *c, const char *text)
{
	int (*next)(struct connection *, const char *) = real(__func__), result;

	calls++;
	is_copying = 0;
	reach("before");
	result = next(c, text);
	reach("after");
	return result;
}

int PQsendQueryParams(struct connection *c, const char *text, int n,
		      const unsigned *types, const char *const *values,
		      const int *lengths, const int *formats, int format);
int PQsendQueryParams(struct connection *c, const char *text, int n,
		      const unsigned *types, const char *const *values,
		      const int *lengths, const int *formats, int format)
{
	int (*next)(struct connection *, const char *, int, const unsigned *,
		    const char *const *, const int *, const int *, int) = real(__func__),
								   result;

	calls++;
	is_copying = 0;
	reach("before");
	result = next(c, text, n, types, values, lengths, formats, format);
	reach("after");
	return result;
}

int PQputCopyData(struct connection *c, const char *data, int n);
int PQputCopyData(struct connection *c, const char *data, int n)
{
	int (*next)(struct connection *, const char *, int) = real(__func__), result;

	if (is_copying)
		return next(c, data, n);
	is_copying = 1;
	calls++;
	reach("before");
	result = next(c, data, n);
	reach("after");
	return result;
}

int PQputCopyEnd(struct connection *c, const char *message);
int PQputCopyEnd(struct connection *c, const char *message)
{
	int (*next)(struct connection *, const char *) = real(__func__), result;

	calls++;
	reach("before");
	result = next(c, message);
	reach("after");
	return result;
}

__attribute__((destructor)) static void tell_count(void)
{
	const char *path = getenv("CRASH_COUNT");
	FILE *f = path && calls ? fopen(path, "we") : NULL;

	if (!f)
		return;
	fprintf(f, "%d\n", calls);
	fclose(f);
}
