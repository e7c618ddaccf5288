#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"

#define PIPE_BYTES (1 << 20)
#define DEADLINE_MS 5000 /* for one answer; a script alone is stopped long before */
#define WAIT_MS	    100

/* In the child: only the three descriptors, an empty environment, no signal handlers. */
static void run_worker(const char *path, int in, int out, int shared)
{
	static char *const environment[] = { "LC_ALL=C", NULL };
	char *const argv[] = { "steward-worker", NULL };
	int safe_in = fcntl(in, F_DUPFD, 10), safe_out = fcntl(out, F_DUPFD, 10);
	int safe_shared = fcntl(shared, F_DUPFD, 10);
	sigset_t all_let_in;

	sigemptyset(&all_let_in);
	sigprocmask(SIG_SETMASK, &all_let_in, NULL);
	dup2(safe_in, WORKER_IN);
	dup2(safe_out, WORKER_OUT);
	dup2(safe_shared, WORKER_SHARED);
	close_range(WORKER_SHARED + 1, ~0u, 0);
	signal(SIGINT, SIG_IGN);
	signal(SIGPIPE, SIG_DFL);
	execve(path, argv, environment);
	_exit(127);
}

static bool make_shared(struct process *p, int *fd, struct err *e)
{
	*fd = memfd_create("steward-in-flight", MFD_CLOEXEC);
	if (*fd < 0 || ftruncate(*fd, sizeof(*p->flight)) != 0)
		return err_errno(e, "could not share memory with the worker");
	p->flight =
	    mmap(NULL, sizeof(*p->flight), PROT_READ | PROT_WRITE, MAP_SHARED, *fd, 0);
	if (p->flight == MAP_FAILED)
		return err_errno(e, "could not share memory with the worker");
	p->flight->rule = UINT32_MAX;
	return true;
}

bool process_start(struct process *p, const char *worker, struct err *e)
{
	int in[2], out[2], shared, program = file_open_ours(worker, e);

	if (program < 0)
		return false;
	close(program);
	if (!make_shared(p, &shared, e))
		return false;
	if (pipe2(in, O_CLOEXEC) != 0 || pipe2(out, O_CLOEXEC) != 0)
		return err_errno(e, "could not make a pipe");
	fcntl(in[1], F_SETPIPE_SZ, PIPE_BYTES);
	fcntl(out[1], F_SETPIPE_SZ, PIPE_BYTES);
	p->pid = fork();
	if (p->pid == 0)
		run_worker(worker, in[0], out[1], shared);
	close(in[0]);
	close(out[1]);
	close(shared);
	p->to = in[1];
	p->from = out[0];
	fcntl(p->to, F_SETFL, O_NONBLOCK);
	return p->pid > 0 || err_errno(e, "could not start the worker");
}

void process_stop(struct process *p)
{
	if (p->pid <= 0)
		return;
	close(p->to);
	close(p->from);
	kill(p->pid, SIGKILL);
	waitpid(p->pid, NULL, 0);
	munmap(p->flight, sizeof(*p->flight));
	p->pid = 0;
}

/* Reads n bytes; false when the worker ends, or has not said all of it within the ms
 * left.  A wait counts as WAIT_MS at most: a machine that stood still stood still for the
 * worker, too. */
static bool read_whole(struct process *p, void *to, size_t n, double *left)
{
	struct pollfd ready = { .fd = p->from, .events = POLLIN };
	char *at = to;

	while (n) {
		double begin = clock_ms();
		int came = poll(&ready, 1, WAIT_MS);
		ssize_t got;

		*left -= fmin(clock_ms() - begin, WAIT_MS);
		if (*left < 0)
			return false;
		if (came <= 0)
			continue;
		got = read(p->from, at, n);
		if (got < 0 && (errno == EINTR || errno == EAGAIN))
			continue;
		if (got <= 0)
			return false;
		at += got;
		n -= (size_t)got;
	}
	return true;
}

/* Writes all of it.  Fails when the worker is gone, or takes nothing until the
 * deadline. */
static bool write_whole(struct process *p, const void *from, size_t n)
{
	struct pollfd ready = { .fd = p->to, .events = POLLOUT };
	const char *at = from;

	while (n) {
		ssize_t put = write(p->to, at, n);

		if (put > 0) {
			at += put;
			n -= (size_t)put;
		} else if (put < 0 && errno != EAGAIN && errno != EINTR)
			return false;
		else if (poll(&ready, 1, DEADLINE_MS) == 0)
			return false;
	}
	return true;
}

bool process_send(struct process *p, enum frame_type type, const char *data, size_t n)
{
	struct frame f = { type, (uint32_t)n };

	if (p->copy) {
		fwrite(&f, sizeof(f), 1, p->copy);
		fwrite(data, 1, n, p->copy);
	}
	return write_whole(p, &f, sizeof(f)) && write_whole(p, data, n);
}

bool process_read(struct process *p, uint32_t *type, struct buf *reply)
{
	double left = DEADLINE_MS;
	struct frame f;
	char piece[65536];

	if (!read_whole(p, &f, sizeof(f), &left) || f.len > 3 * FRAME_MOST)
		return false;
	*type = f.type;
	buf_clear(reply);
	while (f.len) {
		uint32_t n = f.len < sizeof(piece) ? f.len : (uint32_t)sizeof(piece);

		if (!read_whole(p, piece, n, &left))
			return false;
		buf_add(reply, piece, n);
		f.len -= n;
	}
	return true;
}
