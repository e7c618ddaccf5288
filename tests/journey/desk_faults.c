/* A database that does not answer: stopped, never there, or busy with something else. The
 * workbench hears keys and signals at once, and commands give up with one sentence.
 * Started by tests/crash/silent.sh with: connection, number and name of a person, the
 * folder of a cluster that may be stopped and started. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "seat.h"

/* The promise is 100; a machine with other work on it may take a little to let anybody
 * run. */
#define AT_ONCE_MS 250

static double slowest;	/* of all that is promised at once; printed at the end */

static double since(double begin)
{
	double took = clock_ms() - begin;

	slowest = took > slowest ? took : slowest;
	return took;
}

static const char *folder;
static const char *const env[] = {
	"TERM=xterm-256color", "LC_ALL=C.UTF-8", "LANGUAGE", "NO_COLOR",
	"ACCESSIBLE",	       "ESCDELAY",	 NULL
};

static pid_t postmaster(void)
{
	FILE *f =
	    fopen(arena_printf(seat.memory, "%s/pgdata/postmaster.pid", folder), "re");
	long pid = 0;

	assert_non_null(f);
	assert_int_equal(fscanf(f, "%ld", &pid), 1);
	fclose(f);
	return (pid_t)pid;
}

static pid_t parent_of(const char *pid)
{
	FILE *f = fopen(arena_printf(seat.memory, "/proc/%s/stat", pid), "re");
	int parent = 0;

	if (!f)
		return 0;
	if (fscanf(f, "%*d (%*[^)]) %*c %d", &parent) != 1)
		parent = 0;
	fclose(f);
	return parent;
}

/* The whole server, so that nothing of it answers. */
static void signal_server(int number)
{
	pid_t top = postmaster();
	DIR *proc = opendir("/proc");
	struct dirent *d;

	kill(top, number);
	while ((d = readdir(proc)))
		if (d->d_name[0] >= '1' && d->d_name[0] <= '9' &&
		    parent_of(d->d_name) == top)
			kill((pid_t)strtol(d->d_name, NULL, 10), number);
	closedir(proc);
}

static int server_goes_on(void **state)
{
	(void)state;
	signal_server(SIGCONT);
	return 0;
}

static int table_is_let_go(void **state)
{
	(void)state;
	seat_let_go();
	return 0;
}

static void ends_at_once(struct pty *p, const char *what, int status, double begin)
{
	int got = pty_end(p);
	double took = since(begin);

	if (got != status || took > AT_ONCE_MS)
		fail_msg("%s: status %d after %.0f ms", what, got, took);
	assert_true(pty_is_restored(p));
	pty_free(p);
}

static void shows_at_once(struct pty *p, const char *key, const char *text)
{
	double begin = clock_ms(), took;

	pty_key(p, key);
	pty_wait(p, text);
	took = since(begin);
	if (took > AT_ONCE_MS)
		fail_msg("%s: \"%s\" after %.0f ms", key, text, took);
}

/* Every way to leave a desk that waits as "ready" made it. */
static void every_end_is_heard(struct pty *(*ready)(void))
{
	static const struct { const char *key; int number, status; } ends[] = {
		{ "F3", 0, 0 }, { "ctrl-q", 0, 0 }, { "ctrl-c", 0, 128 + SIGINT },
		{ "SIGINT", SIGINT, 128 + SIGINT }, { "SIGTERM", SIGTERM, 128 + SIGTERM },
		{ "SIGHUP", SIGHUP, 128 + SIGHUP },
	};

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		struct pty *p = ready();
		double begin = clock_ms();

		if (ends[i].number)
			pty_signal(p, ends[i].number);
		else
			pty_key(p, ends[i].key);
		ends_at_once(p, ends[i].key, ends[i].status, begin);
	}
}

static void lost_line_is_seen(struct pty *(*ready)(void))
{
	struct pty *p = ready();
	double begin = clock_ms(), took;
	int status;

	pty_hang_up(p);
	status = pty_end(p);
	took = since(begin);
	if (status != 128 + SIGHUP || took > AT_ONCE_MS)
		fail_msg("lost line: status %d after %.0f ms", status, took);
	pty_free(p);
}

static struct pty *connecting(void)
{
	struct pty *p = seat_start_in("clerk", env, 24, 80);

	pty_wait(p, "connecting to the database");
	pty_settle(p, 80);
	pty_keys(p, "t down down");	/* they wait for the rows */
	return p;
}

static void connecting_hears_every_end(void **state)
{
	(void)state;
	signal_server(SIGSTOP);
	every_end_is_heard(connecting);
	lost_line_is_seen(connecting);
}

static struct pty *asking(void)
{
	struct pty *p;

	seat_let_go();
	p = seat_start("clerk");
	seat_hold("task", 60);
	pty_key(p, "t");
	pty_wait(p, "waiting for the database");
	pty_keys(p, "down down");
	pty_settle(p, 80);
	return p;
}

static void waiting_hears_every_end(void **state)
{
	(void)state;
	every_end_is_heard(asking);
	lost_line_is_seen(asking);
}

/* Esc and F12 lead out, past what was typed into the screen that waits; the next one does
 * not wait for what nobody wants to know any more. */
static void ways_back_pass_what_waits(void **state)
{
	static const char *const keys[] = { "esc", "F12" };

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct pty *p = asking();
		double begin = clock_ms();

		shows_at_once(p, keys[i], "steward  Start");
		pty_key(p, "b");
		pty_wait(p, "Open tasks");
		assert_true(clock_ms() - begin < 2000);
		seat_leave(p);
	}
}

/* At the start each part is shown when it comes. */
static void first_rows_wait_for_no_others(void **state)
{
	struct pty *p;

	(void)state;
	seat_hold("indicator_value", 60);
	p = seat_start_in("clerk", env, 24, 80);
	pty_wait(p, "stop a pension");
	pty_wait(p, "waiting for the database");
	seat_let_go();
	pty_wait_gone(p, "waiting for the database");
	seat_leave(p);
}

static void decision_that_waits_can_be_left(void **state)
{
	struct pty *p = seat_start("clerk");

	(void)state;
	pty_keys(p, "enter f enter");
	pty_wait(p, "What can be done");
	pty_keys(p, "s 1");
	pty_wait(p, "> 1");
	seat_hold("task", 3);
	pty_key(p, "enter");
	pty_wait(p, "waiting for the database");
	pty_settle(p, 80);
	shows_at_once(p, "esc", "What can be done");
	shows_at_once(p, "F12", "Tasks: stop a pension");
	pty_wait(p, "now \"proposed\"");
	seat_leave(p);
}

static void stopped_server_loses_no_key(void **state)
{
	struct pty *p = seat_start("clerk");

	(void)state;
	pty_key(p, "b");
	pty_wait(p, "Open tasks");
	signal_server(SIGSTOP);
	pty_key(p, "F5");
	pty_wait(p, "waiting for the database");
	pty_settle(p, 80);
	shows_at_once(p, "F12", "steward  Start");
	shows_at_once(p, "?", "Help: Start");
	shows_at_once(p, "F12", "steward  Start");
	pty_keys(p, "b ?");
	signal_server(SIGCONT);
	pty_wait(p, "Help: Board");
	seat_leave(p);
}

/* Telling the server that an answer is not wanted any more waits for nobody. */
static void stopped_server_is_told_nothing(void **state)
{
	struct pty *p = asking();

	(void)state;
	signal_server(SIGSTOP);
	shows_at_once(p, "F12", "steward  Start");
	pty_settle(p, 200);
	shows_at_once(p, "?", "Help: Start");
	seat_leave(p);
}

static int server_goes_on_and_lets_go(void **state)
{
	server_goes_on(state);
	return table_is_let_go(state);
}

static void gives_up(const char *words, double most_ms, const char *sentence)
{
	double took;
	int status;
	const char *text = seat_run(words, &status, &took);

	if (status != 1 || took > most_ms || !strstr(text, sentence))
		fail_msg("status %d after %.0f ms: %s", status, took, text);
}

static void command_gives_up_connecting(void **state)
{
	(void)state;
	signal_server(SIGSTOP);
	gives_up(arena_printf(seat.memory,
			      "board --db \"%s user=clerk connect_timeout=2\"",
			      seat.connection),
		 4000, "steward: the database does not answer");
}

static void command_gives_up_waiting(void **state)
{
	(void)state;
	seat_hold("task", 60);
	gives_up(arena_printf(seat.memory, "tasks --as clerk --db \"%s\"",
			      seat.connection),
		 15000, "steward: another session is working on this now");
}

static const char *waits_for_tasks(const char *word)
{
	return arena_printf(seat.memory,
			    "test $(psql -X -At \"%s user=postgres\" -c \"select "
			    "count(*) from pg_stat_activity where wait_event_type = "
			    "'Lock'\") %s",
			    seat.connection, word);
}

/* Both have asked, and then the whole server stops. */
static FILE *ask_and_stop(struct pty **p)
{
	const char *tasks =
	    arena_printf(seat.memory, "%s tasks --as clerk --db \"%s\" 2>&1",
			 getenv("steward"), seat.connection);
	double end = clock_ms() + 5000;
	FILE *command;

	*p = asking();
	command = popen(tasks, "r");
	assert_non_null(command);
	while (system(waits_for_tasks("-ge 2")) != 0)
		assert_true(clock_ms() < end);
	signal_server(SIGSTOP);
	return command;
}

/* A server that says nothing more, not even that it gives up, is not waited for. */
static void silence_after_a_question_ends(void **state)
{
	double begin = clock_ms();
	struct pty *p;
	FILE *command = ask_and_stop(&p);
	char said[300] = "";

	(void)state;
	while (pty_runs(p) && !pty_shows(p, "no connection since") &&
	       clock_ms() < begin + 30000)
		pty_settle(p, 500);
	pty_wait(p, "no connection since");
	assert_non_null(fgets(said, sizeof(said), command));
	assert_int_equal(WEXITSTATUS(pclose(command)), 1);
	assert_non_null(strstr(said, "steward: the database does not answer"));
	assert_true(clock_ms() < begin + 30000);
	shows_at_once(p, "F12", "steward  Start");
	seat_leave(p);
}

/* Ctrl-C is heard by a command too. */
static void command_is_stopped_at_once(void **state)
{
	double took;
	int status;
	const char *text;

	(void)state;
	signal_server(SIGSTOP);
	text = seat_run(
	    arena_printf(seat.memory,
			 "decide 1 r c propose --reason x --version 1 --as clerk --db "
			 "\"%s "
			 "connect_timeout=60\" 2>&1 & sleep 1; kill -INT $!; wait $!",
			 seat.connection),
	    &status, &took);
	if (status != 1 || took > 1000 + 2 * AT_ONCE_MS ||
	    !strstr(text, "steward: stopped"))
		fail_msg("status %d after %.0f ms: %s", status, took, text);
}

/* A socket that takes connections and never says a word. */
static const char *make_black_hole(void)
{
	const char *dir = arena_printf(seat.memory, "%s/hole", folder);
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	mkdir(dir, 0700);
	snprintf(at.sun_path, sizeof(at.sun_path), "%s/.s.PGSQL.5432", dir);
	unlink(at.sun_path);
	assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof(at)), 0);
	assert_int_equal(listen(fd, 50), 0);
	return arena_printf(seat.memory, "host='%s' dbname=steward", dir);
}

static struct pty *in_black_hole(void)
{
	const char *before = seat.connection;
	struct pty *p;

	seat.connection = make_black_hole();
	p = connecting();
	seat.connection = before;
	return p;
}

static void black_hole_holds_nobody(void **state)
{
	(void)state;
	every_end_is_heard(in_black_hole);
	gives_up(arena_printf(seat.memory, "board --db \"%s connect_timeout=2\"",
			      make_black_hole()),
		 4000, "steward: the database does not answer");
}

/* Killed, the server of a folder is started again while the rows can be read. */
static void killed_server_is_started_beside_the_work(void **state)
{
	const char *before = seat.connection;
	struct pty *p;

	(void)state;
	seat.connection = folder;
	p = seat_start("clerk");
	seat.connection = before;
	pty_key(p, "b");
	pty_wait(p, "Open tasks");
	signal_server(SIGKILL);
	pty_wait(p, "no connection since");
	shows_at_once(p, "F12", "steward  Start");
	shows_at_once(p, "?", "Help: Start");
	pty_wait_gone(p, "no connection since");
	pty_wait(p, "the connection is back");
	seat_leave(p);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(connecting_hears_every_end, server_goes_on),
		cmocka_unit_test_teardown(waiting_hears_every_end, table_is_let_go),
		cmocka_unit_test_teardown(ways_back_pass_what_waits, table_is_let_go),
		cmocka_unit_test_teardown(first_rows_wait_for_no_others, table_is_let_go),
		cmocka_unit_test_teardown(decision_that_waits_can_be_left,
					  table_is_let_go),
		cmocka_unit_test_teardown(stopped_server_loses_no_key, server_goes_on),
		cmocka_unit_test_teardown(stopped_server_is_told_nothing,
					  server_goes_on_and_lets_go),
		cmocka_unit_test_teardown(command_gives_up_connecting, server_goes_on),
		cmocka_unit_test_teardown(command_gives_up_waiting, table_is_let_go),
		cmocka_unit_test_teardown(silence_after_a_question_ends,
					  server_goes_on_and_lets_go),
		cmocka_unit_test_teardown(command_is_stopped_at_once, server_goes_on),
		cmocka_unit_test(black_hole_holds_nobody),
		cmocka_unit_test(killed_server_is_started_beside_the_work),
	};

	int failed;

	if (!seat_take(argc, argv, "FOLDER"))
		return 2;
	folder = argv[4];
	failed =
	    cmocka_run_group_tests_name("desk_faults", tests, seat_setup, seat_teardown);
	printf("the slowest answer to a key or signal took %.0f ms\n", slowest);
	return failed;
}
