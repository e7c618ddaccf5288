/* How long things take, beside the least that a list can cost: one start or key of each
 * in turn, so that what else the machine does slows both. */
#include "goals_tests.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"

#define QUIET_MS  12
#define ROWS_AWAY 60 /* more than a page, less than a reading of the list */

static const char *const env[] = {
	"TERM=xterm-256color", "LC_ALL=C.UTF-8", "LANGUAGE", "NO_COLOR",
	"ACCESSIBLE",	       "ESCDELAY",	 NULL
};

static struct pty *least(void)
{
	const char *const argv[] = { arena_printf(seat.memory, "%s/tests/journey/least",
						  getenv("builddir")),
				     NULL };

	return pty_start(argv, env, 24, 80);
}

static double start_least(void)
{
	struct pty *p = least();
	double took = pty_when(p, "row 23") - pty_begun_ms(p);

	pty_key(p, "q");
	assert_int_equal(pty_end(p), 0);
	pty_free(p);
	return took;
}

/* What stands before the database has answered, and the first row of what it says. */
static void start_desk(double *paint, double *data)
{
	struct pty *p = seat_start_in("clerk", env, 24, 80);

	*paint = pty_when(p, "steward  Start") - pty_begun_ms(p);
	*data = pty_when(p, "stop a pension") - pty_begun_ms(p);
	seat_leave(p);
}

void starts(void **state)
{
	struct times floor = { 0 }, paint = { 0 }, data = { 0 };

	(void)state;
	for (int i = -1; i < how.starts; i++) { /* the first warms up */
		double first = start_least(), painted, told;

		start_desk(&painted, &told);
		if (i < 0)
			continue;
		times_note(&floor, first);
		times_note(&paint, painted);
		times_note(&data, told);
	}
	goal_seen(PAINT_TIMES, times_at(&paint, 50) / times_at(&floor, 50));
	goal_seen(PAINT_MS, times_at(&paint, 50));
	goal_seen(DATA_TIMES, times_at(&data, 50) / times_at(&floor, 50));
	goal_seen(DATA_MS, times_at(&data, 50));
	times_free(&floor);
	times_free(&paint);
	times_free(&data);
}

void cold_start(void **state)
{
	struct times data = { 0 };

	(void)state;
	for (int i = 0; i < (how.starts + 2) / 3; i++) {
		struct pty *p = seat_start("clerk");
		double painted, told;

		pty_evict(p);
		seat_leave(p);
		start_desk(&painted, &told);
		times_note(&data, told);
	}
	goal_seen(DATA_COLD_MS, times_at(&data, 50));
	times_free(&data);
}

struct pty *goals_queue(void)
{
	struct pty *p = seat_start("clerk");

	pty_key(p, "t");
	pty_wait(p, "Tasks: all kinds");
	pty_settle(p, 300);
	return p;
}

struct pty *goals_lean_queue(void)
{
	const char *const argv[] = { getenv("steward"), "desk", "--lean", "--db",
				     seat.connection, "--as", "clerk", NULL };
	struct pty *p = pty_start(argv, env, 24, 80);

	pty_wait(p, "stop a pension");
	pty_key(p, "t");
	pty_wait(p, "Tasks: all kinds");
	pty_settle(p, 300);
	return p;
}

static const char *way(int nth)
{
	return nth / ROWS_AWAY % 2 ? "up" : "down";
}

static void note_key(struct times *t, struct pty *p, int nth)
{
	double ms = pty_time(p, way(nth), QUIET_MS);

	if (ms >= 0)
		times_note(t, ms);
}

/* The same arrows in the queue and in the least list. */
static void in_turn(struct pty *p, int n, struct times *desk, struct times *floor)
{
	struct pty *q = least();

	pty_wait(q, "row 23");
	for (int i = 0; i < n; i++) {
		note_key(floor, q, i);
		note_key(desk, p, i);
	}
	pty_free(q);
}

static void say_times(struct times *desk, struct times *floor, enum goal mid,
		      enum goal p99)
{
	goal_seen(mid, times_at(desk, 50) / times_at(floor, 50));
	goal_seen(p99, times_at(desk, 99) / times_at(floor, 99));
}

void keys(void **state)
{
	struct times desk = { 0 }, floor = { 0 };
	struct pty *p = goals_queue();

	(void)state;
	in_turn(p, how.keys, &desk, &floor);
	say_times(&desk, &floor, KEY_MID_TIMES, KEY_P99_TIMES);
	goal_seen(KEY_MID_MS, times_at(&desk, 50));
	goal_seen(KEY_P99_MS, times_at(&desk, 99));
	seat_leave(p);
	times_free(&desk);
	times_free(&floor);
}

/* On the same screen, whose rows are asked for again. */
void keys_while_a_query_runs(void **state)
{
	struct times desk = { 0 }, floor = { 0 };
	struct pty *p = goals_queue();
	int n = 60;

	(void)state;
	seat_hold("task", 4);
	pty_key(p, "F5");
	pty_wait(p, "waiting for the database");
	pty_settle(p, 100);
	in_turn(p, n, &desk, &floor);
	assert_true(pty_shows(p, "waiting for the database"));
	goal_seen(QUERY_UNHEARD, n - desk.n);
	if (desk.n == 0) /* they are answered when the query is */
		times_note(&desk, 4000);
	say_times(&desk, &floor, QUERY_MID_TIMES, QUERY_P99_TIMES);
	seat_let_go();
	pty_wait_gone(p, "waiting for the database");
	seat_leave(p);
	times_free(&desk);
	times_free(&floor);
}

/* The workbench itself has no long export: somebody's command of the same program. */
static pid_t begin_export(void)
{
	const char *loop =
	    arena_printf(seat.memory,
			 "while :; do \"$steward\" tasks --limit 100000 --format csv "
			 "--as clerk --db \"%s\" >/dev/null 2>&1; done",
			 seat.connection);
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0) {
		setpgid(0, 0);
		execl("/bin/sh", "sh", "-c", loop, (char *)NULL);
		_exit(127);
	}
	setpgid(pid, pid);
	return pid;
}

void keys_while_others_export(void **state)
{
	struct times desk = { 0 }, floor = { 0 };
	struct pty *p = goals_queue();
	pid_t pid = begin_export();

	(void)state;
	in_turn(p, how.keys, &desk, &floor);
	kill(-pid, SIGKILL);
	waitpid(pid, NULL, 0);
	say_times(&desk, &floor, EXPORT_MID_TIMES, EXPORT_P99_TIMES);
	seat_leave(p);
	times_free(&desk);
	times_free(&floor);
}

/* Through the screens that are used all day, until the time is over. */
void keys_of_a_session(void **state)
{
	static const char *const day[] = {
		"t",	 "down", "down", "enter", "p",	 "down",  "F12",
		"F12",	 "pgdn", "home", "F12",	  "b",	 "right", "down",
		"enter", "F12",	 "F12",	 "/",	  "F12", "?",	  "F12",
	};
	double end = clock_ms() + how.seconds * 1e3, worst = 0;
	struct pty *p = seat_start("clerk");

	(void)state;
	while (clock_ms() < end)
		for (size_t i = 0; i < sizeof(day) / sizeof(*day); i++) {
			double ms = pty_time(p, day[i], 30);

			worst = ms > worst ? ms : worst;
		}
	pty_wait(p, "steward  Start");
	goal_seen(WORST_KEY_MS, worst);
	seat_leave(p);
}

static double back_by(const char *key)
{
	struct times t = { 0 };
	struct pty *p = seat_start("clerk");
	double middle;

	for (int i = 0; i < how.starts; i++) {
		double begin;

		pty_key(p, "?");
		pty_wait(p, "Help: Start");
		pty_settle(p, 60);
		begin = clock_ms();
		pty_key(p, key);
		times_note(&t, pty_when(p, "steward  Start") - begin);
		pty_settle(p, 60);
	}
	middle = times_at(&t, 50);
	seat_leave(p);
	times_free(&t);
	return middle;
}

void keys_back(void **state)
{
	(void)state;
	goal_seen(ESC_MS, back_by("esc"));
	goal_seen(F12_MS, back_by("F12"));
}

/* From the last character to a row that begins so. */
static double found(struct pty *p, const char *family, int nth)
{
	static const char *const second[] = { "一", "丁", "丂", "七", "丄" };
	const char *more = second[nth % 5];
	double begin, took;

	pty_key(p, "/");
	pty_wait(p, "Name or number");
	pty_type(p, family);
	pty_wait(p, arena_printf(seat.memory, "  %s", family));
	pty_settle(p, 40);
	begin = clock_ms();
	pty_type(p, more);
	took = pty_when(p, arena_printf(seat.memory, "  %s%s", family, more)) - begin;
	pty_key(p, "F12");
	pty_wait(p, "steward  Start");
	return took;
}

/* As many names as the shell has planted: 佰 of a hundred thousand, 千 of the longest. */
void filter(void **state)
{
	struct times some = { 0 }, all = { 0 };
	struct pty *p = seat_start("clerk");

	(void)state;
	for (int i = 0; i < how.starts + 10; i++) {
		times_note(&some, found(p, "佰", i));
		times_note(&all, found(p, "千", i));
	}
	goal_seen(FILTER_P99_MS, times_at(&some, 99));
	goal_seen(FILTER_LONG_MS, times_at(&all, 50));
	seat_leave(p);
	times_free(&some);
	times_free(&all);
}
