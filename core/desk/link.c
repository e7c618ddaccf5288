/* The desk's way to the database, without waiting for it: a connection is begun and gone
 * on with in the one loop; the server of a private cluster is started by a child.  What
 * fails is tried again, and the rows that are there stay to be read. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "desk.h"
#include "host/cluster.h"
#include "host/connect.h"

#define RETRY_MS 3000		/* between tries to connect again */
#define SEEK_MS 5000		/* and to find the server that is written to */

/* In the child: what pg_ctl and libpq may say is not for the screen. */
static void run_starter(const char *folder, int out)
{
	struct err e = { 0 };
	sigset_t none;
	int null = open("/dev/null", O_RDWR);

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGINT, SIG_IGN);
	for (int fd = 0; null >= 0 && fd < 3; fd++)
		dup2(null, fd);
	if (!cluster_start(folder, &e) && write(out, &e, sizeof(e)) < 0)
		_exit(1);
	_exit(0);
}

static bool start_server(struct desk *d)
{
	struct link *l = &d->link;
	int ends[2];

	l->has_started = true;
	if (pipe2(ends, O_CLOEXEC) != 0)
		return false;	/* what refused us is why */
	l->pid = fork();
	if (l->pid == 0)
		run_starter(connect_target(d->app), ends[1]);
	close(ends[1]);
	if (l->pid < 0) {
		close(ends[0]);
		l->pid = 0;
		return false;
	}
	l->fd = ends[0];
	return true;
}

/* Only where nobody answers at all is a server started, once for each loss. */
static void refused(struct desk *d)
{
	struct link *l = &d->link;

	if (l->why.code != ERR_LOST || l->has_started ||
	    !connect_is_folder(connect_target(d->app)) || !start_server(d))
		l->is_failed = true;
}

static void go_on(struct desk *d)
{
	struct link *l = &d->link;

	db_pump(l->db);
	if (!db_is_lost(l->db))
		return;
	db_why(l->db, &l->why);
	db_close(l->db);
	l->db = NULL;
	refused(d);
}

static void begin(struct desk *d)
{
	struct link *l = &d->link;

	l->is_wanted = false;
	l->db = connect_start(d->app, &l->why);
	if (l->db)
		go_on(d);
	else
		refused(d);
}

/* The child has ended: with nothing said the server runs. */
static void starter_ended(struct desk *d)
{
	struct link *l = &d->link;
	bool is_bad = read(l->fd, &l->why, sizeof(l->why)) == (ssize_t)sizeof(l->why);

	close(l->fd);
	waitpid(l->pid, NULL, 0);
	l->pid = 0;
	if (is_bad)
		l->is_failed = true;
	else
		begin(d);
}

static bool is_under_way(const struct link *l)
{
	return l->db || l->pid > 0;
}

void desk_link_want(struct desk *d)
{
	if (!d->db && !is_under_way(&d->link))
		d->link.is_wanted = true;
}

/* Of several servers one that only reads was taken: the other one is looked for. */
static bool is_seeking(const struct desk *d)
{
	return d->db && db_is_second_best(d->db);
}

int desk_link_poll(const struct desk *d, struct pollfd *p)
{
	const struct link *l = &d->link;

	p->fd = l->db ? db_fd(l->db) : l->pid > 0 ? l->fd : -1;
	p->events = l->db ? db_events(l->db) : POLLIN;
	p->revents = 0;
	if (l->db)
		return db_patience(l->db);
	if ((d->db && !is_seeking(d)) || d->is_resting || l->pid > 0)
		return -1;
	return l->is_wanted		  ? 0
	       : l->retry_ms > clock_ms() ? (int)(l->retry_ms - clock_ms()) + 1
					  : 0;
}

static void step(struct desk *d, bool is_ready)
{
	struct link *l = &d->link;

	if (l->pid > 0 && is_ready) {
		starter_ended(d);
	} else if (l->db) {
		go_on(d);
	} else if (!l->pid && (l->is_wanted || clock_ms() >= l->retry_ms)) {
		begin(d);
	}
}

static void seek_later(struct desk *d)
{
	db_close(d->link.db);
	d->link = (struct link){ .retry_ms = clock_ms() + SEEK_MS };
}

/* What is under way is answered by the server it was sent to. */
static bool may_take(struct desk *d)
{
	if (d->db && db_only_reads(d->link.db))
		seek_later(d);
	return d->link.db && (!d->db || !db_is_busy(d->db));
}

/* The server itself has become the one that is written to, and an answer told it. */
static bool has_taken_over(const struct desk *d)
{
	return d->db && d->only_reads && !db_only_reads(d->db) && !db_is_lost(d->db);
}

bool desk_link_step(struct desk *d, bool is_ready)
{
	struct link *l = &d->link;

	if (d->db && l->db && !is_seeking(d))
		seek_later(d);
	if (has_taken_over(d))
		return true;
	if ((d->db && !is_seeking(d)) || d->is_resting)
		return false;
	step(d, is_ready);
	if (l->is_failed && d->db) {
		seek_later(d);
	} else if (l->is_failed) {
		l->is_failed = l->has_started = false;
		l->retry_ms = clock_ms() + RETRY_MS;
		d->is_waking = false;
		if (d->login[0])
			desk_lost(d);
		d->is_over |= !d->since[0];	/* at the start it is said and over */
		return false;
	}
	if (!l->db || db_is_connecting(l->db) || !may_take(d))
		return false;
	db_close(d->db);
	d->db = l->db;
	*l = (struct link){ .retry_ms = clock_ms() + SEEK_MS };
	return true;
}

void desk_link_end(struct desk *d)
{
	db_close(d->link.db);
	d->link.db = NULL;
	/* A server that is just being started is let come up: the next desk wants it
	 * too. */
	if (d->link.pid > 0)
		close(d->link.fd);
}
