#include "module_trial.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"

#define TRIAL_MS 2000

/* In the child.  What the module says on the way is nobody's business, nor is a module
 * that does not load at all: the real loading says why.  A byte tells that the child came
 * to its end by itself. */
static void try_them(const char *const *paths, int n, int told)
{
	static const struct rlimit no_core;
	int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);

	setrlimit(RLIMIT_CORE, &no_core);
	for (int fd = 0; fd < 3; fd++)
		dup2(nowhere, fd);
	for (int i = 0; i < n; i++) {
		void *handle = dlopen(paths[i], RTLD_NOW | RTLD_LOCAL);

		if (handle)
			dlclose(handle);
	}
	_exit(write(told, "1", 1) == 1 ? 0 : 1);
}

/* True when the byte came: the other end closes when the child ends, however it ends. */
static bool wait_for_byte(int from, bool *is_late)
{
	struct pollfd ready = { .fd = from, .events = POLLIN };
	double deadline = clock_ms() + TRIAL_MS, left;
	char byte;

	for (*is_late = false; (left = deadline - clock_ms()) > 0;) {
		int n = poll(&ready, 1, (int)left + 1);

		if (n > 0)
			return read(from, &byte, 1) == 1;
		if (n < 0 && errno != EINTR)
			return false;
	}
	*is_late = true;
	return false;
}

bool module_trial(const char *const *paths, int n, struct err *e)
{
	int told[2], status = 0;
	bool is_well, is_late;
	pid_t pid;

	if (pipe2(told, O_CLOEXEC) != 0)
		return err_errno(e, "could not make a pipe");
	pid = fork();
	if (pid == 0)
		try_them(paths, n, told[1]);
	close(told[1]);
	is_well = pid > 0 && wait_for_byte(told[0], &is_late);
	close(told[0]);
	if (pid < 0)
		return err_errno(e, "could not try it");
	if (!is_well)
		kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	if (is_well)
		return true;
	if (is_late)
		return ERR(e, ERR_INPUT, "it took too long to load");
	if (WIFEXITED(status))
		return ERR(e, ERR_INPUT, "it ended the program when it was loaded");
	return ERR(e, ERR_INPUT, "it crashed when it was loaded");
}
