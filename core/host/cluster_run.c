/* Programs of the server, run as its own user. */
#include "cluster_private.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/sysinfo.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static bool is_program(const char *dir, const char *name, char path[PATH_MAX])
{
	snprintf(path, PATH_MAX, "%s/%s", dir, name);
	return access(path, X_OK) == 0;
}

/* pg_config --bindir, then Debian's places, then PATH. */
static bool find_program(const char *name, char path[PATH_MAX], struct err *e)
{
	char dir[PATH_MAX / 2] = "";
	FILE *p = popen("pg_config --bindir 2>/dev/null", "re");
	const char *paths = getenv("PATH");

	if (p) {
		if (fgets(dir, sizeof(dir), p))
			dir[strcspn(dir, "\n")] = '\0';
		pclose(p);
	}
	if (dir[0] && is_program(dir, name, path))
		return true;
	for (int version = 25; version >= 15; version--) {
		snprintf(dir, sizeof(dir), "/usr/lib/postgresql/%d/bin", version);
		if (is_program(dir, name, path))
			return true;
	}
	while (paths && *paths) {
		size_t n = strcspn(paths, ":");

		snprintf(dir, sizeof(dir), "%.*s", (int)n, paths);
		if (n && is_program(dir, name, path))
			return true;
		paths += n + (paths[n] == ':');
	}
	ERR(e, ERR_SYSTEM, "the PostgreSQL program \"%s\" was not found", name);
	return err_hint(e, "Install PostgreSQL 15 or later (Debian: apt-get install "
			"postgresql).");
}

static void become(const struct passwd *user)
{
	if (geteuid() != 0)
		return;
	if (initgroups(user->pw_name, user->pw_gid) != 0 || setgid(user->pw_gid) != 0 ||
	    setuid(user->pw_uid) != 0)
		_exit(126);
}

/* In the child: no process of the server takes more than an eighth of the memory, 1 to
 * 4 GiB.  Any login may raise its own work_mem, and nothing in the server forbids it. */
static void bound_memory(void)
{
	struct rlimit most = { 4UL << 30, 4UL << 30 };
	struct sysinfo info;
	uint64_t eighth;

	if (sysinfo(&info) == 0) {
		eighth = (uint64_t)info.totalram * info.mem_unit / 8;
		eighth = eighth < 1UL << 30 ? 1UL << 30 : eighth;
		most.rlim_max = eighth < most.rlim_max ? eighth : most.rlim_max;
		most.rlim_cur = most.rlim_max;
	}
	/* And what a session freed goes back: a C library that learns from one large
	 * statement keeps ten megabytes of each session for ever. */
	if (setrlimit(RLIMIT_DATA, &most) != 0 ||
	    setenv("MALLOC_TRIM_THRESHOLD_", "131072", 1) != 0)
		_exit(126);
}

/* What takes long is looked at meanwhile, and asked to end when it is not wanted. */
static bool wait_for(pid_t pid, const struct cluster_watch *w, int *status)
{
	static const struct timespec moment = { .tv_nsec = 100000000 };
	bool is_wanted = true;
	pid_t ended;

	if (!w)
		return waitpid(pid, status, 0) == pid;
	while ((ended = waitpid(pid, status, WNOHANG)) == 0) {
		if (is_wanted && !w->go_on(w->ctx)) {
			is_wanted = false;
			kill(-pid, SIGINT);
		}
		nanosleep(&moment, NULL);
	}
	return ended == pid;
}

/* Runs argv[0] as the server's user with input on stdin; its output goes to the folder's
 * log. */
static bool run_as_server(const char *folder, char *const argv[], const char *input,
			  const struct cluster_watch *w, struct err *e)
{
	const struct passwd *user = cluster_user(e);
	char log[PATH_MAX];
	int pipefd[2], status;
	pid_t pid;

	if (!user)
		return false;
	snprintf(log, sizeof(log), "%s/setup.log", folder);
	if (pipe2(pipefd, O_CLOEXEC) != 0)
		return err_errno(e, "could not make a pipe");
	pid = fork();
	if (pid == 0) {
		sigset_t all_let_in;
		int out;

		sigemptyset(&all_let_in);
		sigprocmask(SIG_SETMASK, &all_let_in, NULL);
		become(user);
		out = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
		dup2(pipefd[0], 0);
		dup2(out, 1);
		dup2(out, 2);
		bound_memory();
		setsid();
		if (chdir("/") == 0)
			execv(argv[0], argv);
		_exit(127);
	}
	close(pipefd[0]);
	if (input && write(pipefd[1], input, strlen(input)) < 0 && errno != EPIPE)
		err_errno(e, "could not write to %s", argv[0]);
	close(pipefd[1]);
	if (pid < 0 || !wait_for(pid, w, &status))
		return err_errno(e, "could not run %s", argv[0]);
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return true;
	ERR(e, ERR_SYSTEM, "%s failed", argv[0]);
	return err_hint(e, "Look into %s for the reason.", log);
}

bool cluster_long_tool(const char *folder, const char *name, char *argv[],
		       const struct cluster_watch *w, struct err *e)
{
	char path[PATH_MAX];

	if (!find_program(name, path, e))
		return false;
	argv[0] = path;
	return run_as_server(folder, argv, NULL, w, e);
}

bool cluster_tool(const char *folder, const char *name, char *argv[], const char *input,
		  struct err *e)
{
	char path[PATH_MAX];

	if (!find_program(name, path, e))
		return false;
	argv[0] = path;
	return run_as_server(folder, argv, input, NULL, e);
}

bool cluster_ctl(const char *folder, const char *what, const char *options, struct err *e)
{
	char data[PATH_MAX], log[PATH_MAX];
	char *stop[] = { NULL, "-D", data, "-l", log, "-w", "-s", "-m", "fast",
			 (char *)what, NULL };
	char *start[] = { NULL, "-D", data, "-l", log, "-w", "-s", "-o", (char *)options,
			  (char *)what, NULL };

	snprintf(data, sizeof(data), "%s/pgdata", folder);
	snprintf(log, sizeof(log), "%s/server.log", folder);
	return cluster_tool(folder, "pg_ctl", strcmp(what, "stop") == 0 ? stop : start,
			    NULL, e);
}

bool cluster_long_shell(const char *folder, const char *script, const char *input,
			const struct cluster_watch *w, struct err *e)
{
	char *argv[] = { "/bin/sh", "-c", (char *)script, (char *)folder, NULL };

	return run_as_server(folder, argv, input, w, e);
}

bool cluster_shell(const char *folder, const char *script, const char *input,
		   struct err *e)
{
	return cluster_long_shell(folder, script, input, NULL, e);
}
