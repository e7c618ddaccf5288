/* What may happen to a terminal: other kinds, other sizes, storms, signals, a line that
 * is lost.  Each is counted, so that the table says how many went wrong. */
#include "goals_tests.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "escapes.h"

static int complain(const char *what, const char *of)
{
	printf("wrong: %s: %s\n", of, what);
	return 1;
}

/* One that is not known here is driven as a vt100, and that is said; its name may still
 * be that of a window where text is pasted. */
static const struct {
	const char *name;
	bool is_known, may_be_window;
} kinds[] = {
	{ "xterm-256color", true, true },
	{ "xterm", true, true },
	{ "screen-256color", true, true },
	{ "tmux-256color", true, true },
	{ "linux", true, false },
	{ "vt220", true, false },
	{ "vt100", true, false },
	{ "no-such-term", false, true },
	{ NULL, false, false },
};

static struct pty *start_on(const char *term)
{
	const char *set = term ? arena_printf(seat.memory, "TERM=%s", term) : "TERM";
	const char *const env[] = { set,	"LC_ALL=C.UTF-8", "LANGUAGE",
				    "NO_COLOR", "ACCESSIBLE",	  "ESCDELAY",
				    NULL };

	return seat_start_in("clerk", env, 24, 80);
}

/* Through a few screens; what it sent must all be in the terminal's description. */
static int foreign_on(size_t i, int *wrong)
{
	const char *name = kinds[i].name ? kinds[i].name : "";
	const char *as = kinds[i].is_known ? name : "vt100";
	struct pty *p = start_on(kinds[i].name);
	char which[20] = "";
	const char *bytes;
	int foreign;
	size_t n;

	pty_wait(p, "Next for you");
	pty_keys(p, "t j j");
	pty_wait(p, "Tasks: all kinds");
	pty_key(p, "b");
	pty_wait(p, "Open tasks");
	if (!kinds[i].is_known && !pty_wrote(p, "is not known here"))
		*wrong += complain("nothing said", name);
	pty_key(p, "ctrl-q");
	if (pty_end(p) != 0)
		*wrong += complain("another end", name);
	bytes = pty_raw(p, &n);
	foreign =
	    escapes_foreign(as, kinds[i].may_be_window, bytes, n, which, sizeof(which));
	if (foreign != 0)
		complain(which, as);
	pty_free(p);
	return foreign < 0 ? 1 : foreign;
}

/* The dumb one takes lines of text and no sequence at all. */
static int foreign_on_dumb(int *wrong)
{
	struct pty *p = start_on("dumb");
	int foreign;

	pty_wait(p, "Figures in alarm");
	pty_type(p, "F3\n");
	if (pty_end(p) != 0)
		*wrong += complain("another end", "dumb");
	foreign = pty_wrote(p, "\033");
	pty_free(p);
	return foreign;
}

void terms(void **state)
{
	int foreign, wrong = 0;

	(void)state;
	foreign = foreign_on_dumb(&wrong);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		foreign += foreign_on(i, &wrong);
	goal_seen(TERM_BREACHES, foreign);
	goal_seen(TERM_WRONG, wrong);
}

/* What must stand on a screen of that size; the smallest have no room for a word. */
static const struct {
	int rows, cols;
	const char *shows;
} rooms[] = {
	{ 24, 80, "Next for you" },
	{ 50, 132, "Next for you" },
	{ 60, 200, "Next for you" },
	{ 10, 40, "Tasks by kind" },
	{ 9, 39, "too small: need 40x10" },
	{ 5, 21, "too small: need 40x10" },
	{ 3, 10, "too small" },
	{ 2, 4, "" },
	{ 1, 1, "" },
};

static int is_wrong_at(size_t i)
{
	static const char *const env[] = { "TERM=xterm-256color", "LC_ALL=C.UTF-8",
					   "LANGUAGE", "ACCESSIBLE", NULL };
	struct pty *p = seat_start_in("clerk", env, rooms[i].rows, rooms[i].cols);
	int wrong = 0;

	pty_rest(p, 300);
	if (!pty_runs(p) || !pty_shows(p, rooms[i].shows))
		wrong = complain(arena_printf(seat.memory, "%d rows, %d columns",
					      rooms[i].rows, rooms[i].cols),
				 "size");
	if (pty_runs(p)) {
		pty_key(p, "down");
		pty_resize(p, 24, 80);
		pty_wait(p, "Next for you");
		pty_wait_gone(p, "too small");
		seat_leave(p);
	} else {
		pty_free(p);
	}
	return wrong;
}

void sizes(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(rooms) / sizeof(*rooms); i++)
		wrong += is_wrong_at(i);
	goal_seen(SIZE_WRONG, wrong);
}

/* Rows of the screen that are not what they were. */
int goals_other_rows(struct pty *p, const char *const *before)
{
	int other = 0;

	for (int i = 0; i < 24; i++)
		if (strcmp(before[i], pty_row(p, i)) != 0) {
			printf("was: %s\nis:  %s\n", before[i], pty_row(p, i));
			other++;
		}
	return other;
}

const char **goals_rows(struct pty *p)
{
	const char **rows = arena_alloc(seat.memory, 24 * sizeof(*rows));

	for (int i = 0; i < 24; i++)
		rows[i] = arena_strdup(seat.memory, pty_row(p, i));
	return rows;
}

void storm(void **state)
{
	struct pty *p = goals_form();
	const char **before;
	double cpu, begin;
	unsigned seed = 7;

	(void)state;
	pty_keys(p, "1 tab");
	pty_type(p, "called 王秀英");
	pty_wait(p, "Note called 王秀英");
	pty_settle(p, 300);
	before = goals_rows(p);
	cpu = pty_cpu_ms(p);
	for (int i = 0; i < 150; i++) {
		seed = seed * 1103515245 + 12345;
		pty_resize(p, 1 + (int)(seed >> 16) % 60, 1 + (int)(seed >> 8) % 200);
		pty_settle(p, 1);
	}
	begin = clock_ms();
	pty_resize(p, 24, 80);
	pty_settle(p, 150);
	goal_seen(STORM_SETTLE_MS, pty_last_ms(p) - begin);
	goal_seen(STORM_CPU_MS, pty_cpu_ms(p) - cpu);
	goal_seen(STORM_ROWS, goals_other_rows(p, before));
	goal_seen(STORM_LOST, !pty_shows(p, "Note called 王秀英"));
	goals_discard(p);
	seat_leave(p);
}

/* Over a form with something typed, which is there again afterwards. */
static void end_by(int number, double *slowest, int *wrong, int *lost)
{
	const char *name = strsignal(number);
	struct pty *p = goals_form();
	double begin, took;

	pty_keys(p, "1 tab");
	pty_type(p, "called");
	pty_settle(p, 300);
	begin = clock_ms();
	pty_signal(p, number);
	if (pty_end(p) != 128 + number || !pty_is_restored(p))
		*wrong += complain("another end", name);
	took = clock_ms() - begin;
	*slowest = took > *slowest ? took : *slowest;
	pty_free(p);
	p = goals_form();
	pty_settle(p, 100);
	if (!pty_shows(p, "Note called"))
		*lost += complain("the draft is gone", name);
	goals_discard(p);
	seat_leave(p);
}

void signals(void **state)
{
	static const int numbers[] = { SIGTERM, SIGHUP, SIGINT, SIGQUIT };
	double slowest = 0;
	int wrong = 0, lost = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		end_by(numbers[i], &slowest, &wrong, &lost);
	goal_seen(SIGNAL_MS, slowest);
	goal_seen(SIGNAL_WRONG, wrong);
	goal_seen(SIGNAL_DRAFTS_LOST, lost);
}

/* The program as a child of this shell. */
static struct pty *start_under(const char *script)
{
	const char *const argv[] = { "/bin/sh",		"-c",	script,		 "sh",
				     getenv("steward"), "--db", seat.connection, "--as",
				     "clerk",		NULL };
	static const char *const env[] = { "TERM=xterm-256color", "LC_ALL=C.UTF-8",
					   "LANGUAGE", "ACCESSIBLE", NULL };
	struct pty *p = pty_start(argv, env, 24, 80);

	pty_wait(p, "stop a pension");
	pty_settle(p, 100);
	return p;
}

/* The shell has its terminal as it was, and the screen comes back whole. */
void stopped(void **state)
{
	struct pty *p =
	    start_under("set -m; \"$@\"; stty -a | grep -o ' icanon'; echo stopped; "
			"read x; fg >/dev/null; exit $?");
	const char **before = goals_rows(p);
	int wrong = 0;

	(void)state;
	pty_key(p, "ctrl-z");
	pty_wait(p, "stopped");
	if (!pty_wrote(p, " icanon") || !pty_wrote(p, "\033[?1049l"))
		wrong += complain("not put back", "Ctrl-Z");
	pty_key(p, "enter");
	pty_wait(p, "Next for you");
	pty_settle(p, 200);
	wrong += goals_other_rows(p, before) > 0;
	pty_key(p, "F3");
	if (pty_end(p) != 0)
		wrong += complain("another end", "Ctrl-Z");
	pty_free(p);
	goal_seen(STOP_WRONG, wrong);
}

/* Nobody tells of it: what is read ends, and so does the program and its session. */
void lost_terminal(void **state)
{
	const char *sessions =
	    "select count(*) from pg_stat_activity where usename = 'clerk'";
	struct pty *p = start_under("trap '' HUP; exec \"$@\"");
	double begin;

	(void)state;
	assert_true(strtol(seat_row(sessions), NULL, 10) > 0);
	begin = clock_ms();
	pty_hang_up(p);
	pty_end(p);
	goal_seen(LOST_MS, clock_ms() - begin);
	while (strtol(seat_row(sessions), NULL, 10) > 0 && clock_ms() < begin + 10000)
		;
	goal_seen(LOST_SESSION_MS, clock_ms() - begin);
	pty_free(p);
}
