/* Stopping a statement on the server.  libpq's own way connects and waits, and a server
 * that does not answer would hold us: a child does it, for a limited time. */
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "private.h"

#define CANCEL_SECONDS 5

/* The intermediate process ends at once, so that nobody has to collect the other. */
static void run_child(PGcancel *c, int out)
{
	char text[256];
	sigset_t none;

	if (fork() != 0)
		_exit(0);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGALRM, SIG_DFL);
	alarm(CANCEL_SECONDS);
	PQcancel(c, text, sizeof(text));
	close(out);
	_exit(0);
}

void db_cancel(struct db *db)
{
	PGcancel *c = db->is_cancelled ? NULL : PQgetCancel(db->conn);
	int ends[2];
	pid_t pid;

	if (!c)
		return;
	db->is_cancelled = true;
	db->cancelled_ms = clock_ms();
	if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0) {
		pid = fork();
		if (pid == 0)
			run_child(c, ends[1]);
		close(ends[1]);
		if (pid > 0)
			waitpid(pid, NULL, 0);
		db->cancel_fd = ends[0];
	}
	PQfreeCancel(c);
}

/* The child is over when its end of the pipe is closed.  Until then no other statement
 * may be sent: it would be the one that is stopped. */
bool db_cancel_is_over(struct db *db)
{
	char byte;

	if (db->cancel_fd < 0)
		return true;
	if (read(db->cancel_fd, &byte, 1) != 0)
		return false;
	close(db->cancel_fd);
	db->cancel_fd = -1;
	return true;
}
