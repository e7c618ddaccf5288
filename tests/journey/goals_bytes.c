/* What a line to a terminal carries, what a program that does nothing costs, and that
 * keys typed ahead are the same as keys. */
#include "goals_tests.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"

#define QUIET_MS 20

static size_t cost(struct pty *p, const char *key)
{
	pty_mark(p);
	pty_key(p, key);
	pty_settle(p, QUIET_MS);
	return pty_bytes(p);
}

/* The dearest of so many. */
static double dearest(struct pty *p, const char *key, int n)
{
	size_t most = 0;

	while (n-- > 0) {
		size_t bytes = cost(p, key);

		most = bytes > most ? bytes : most;
	}
	assert_true(most > 0);
	return (double)most;
}

static void walk_down(struct pty *p, enum goal move, enum goal scroll)
{
	pty_key(p, "down");
	goal_seen(move, dearest(p, "down", 12));
	for (int i = 0; i < 12; i++)
		pty_key(p, "down");
	pty_settle(p, QUIET_MS);
	goal_seen(scroll, dearest(p, "down", 10));
}

void bytes_of_a_list(void **state)
{
	struct pty *p = goals_queue();

	(void)state;
	walk_down(p, MOVE_BYTES, SCROLL_BYTES);
	goal_seen(PAGE_BYTES, dearest(p, "pgdn", 3));
	seat_leave(p);
	p = goals_lean_queue();
	walk_down(p, MOVE_LEAN_BYTES, SCROLL_LEAN_BYTES);
	seat_leave(p);
}

struct pty *goals_form(void)
{
	struct pty *p = seat_start("clerk");

	seat_open_stop(p);
	return p;
}

void goals_discard(struct pty *p)
{
	pty_key(p, "ctrl-x");
	pty_wait(p, "the draft was discarded");
}

void bytes_of_a_field(void **state)
{
	struct pty *p = goals_form();

	(void)state;
	pty_keys(p, "1 tab a a");
	pty_settle(p, 300); /* the draft is kept */
	goal_seen(FIELD_BYTES, dearest(p, "b", 6));
	goal_seen(FIELD_WIDE_BYTES, dearest(p, "王", 6));
	pty_keys(p, "left left");
	pty_settle(p, 300);
	goal_seen(FIELD_INSERT_BYTES, dearest(p, "王", 4));
	goals_discard(p);
	seat_leave(p);
}

/* The first ones of the board but the selected one, which stands there twice. */
static void change_figures(int most)
{
	seat_row(arena_printf(
	    seat.memory,
	    "with v as (update steward.indicator_value v set counted = counted * 2 + 1 "
	    "from (select indicator, business_day from steward.indicator join "
	    "steward.indicator_value using (indicator) where region_code = 0 and counted "
	    "is not null and business_day = (select max(business_day) from "
	    "steward.indicator_value) order by sort, indicator offset 1 limit %d) w "
	    "where v.region_code = 0 and v.indicator = w.indicator and v.business_day = "
	    "w.business_day returning 1) select count(*) from v",
	    most));
}

/* F5 reads the figures again; at least so many rows must be others then.  The least of a
 * few: where an answer takes its time, the word that it is waited for comes and goes. */
static double cost_of_change(struct pty *p, int figures, int rows)
{
	size_t least = SIZE_MAX;

	for (int i = 0; i < 4; i++) {
		const char **before = goals_rows(p);

		change_figures(figures);
		pty_mark(p);
		pty_key(p, "F5");
		pty_settle(p, 200);
		assert_true(goals_other_rows(p, before) >= rows);
		least = pty_bytes(p) < least ? pty_bytes(p) : least;
	}
	return (double)least;
}

/* Nobody touches a key: the server tells that there are others. */
static double cost_of_live(struct pty *p)
{
	const char **before;

	pty_settle(p, 2500); /* asked for just now, it waits for its time */
	before = goals_rows(p);
	change_figures(5);
	pty_mark(p);
	seat_row("select pg_notify('figures', '')");
	pty_rest(p, 500);
	assert_true(goals_other_rows(p, before) >= 3);
	return (double)pty_bytes(p);
}

static void bytes_of_a_board(struct pty *p, enum goal first, enum goal five,
			     enum goal all)
{
	pty_settle(p, 300);
	pty_mark(p);
	pty_key(p, "b");
	pty_wait(p, "Open tasks");
	pty_settle(p, 200);
	goal_seen(first, (double)pty_bytes(p));
	goal_seen(five, cost_of_change(p, 5, 3));
	goal_seen(all, cost_of_change(p, 1000, 12));
}

void bytes_of_the_board(void **state)
{
	static const char *const env[] = { "TERM=xterm-256color", "LC_ALL=C.UTF-8",
					   "LANGUAGE", "ACCESSIBLE", NULL };
	struct pty *p = seat_start("clerk");

	(void)state;
	bytes_of_a_board(p, BOARD_BYTES, BOARD_FIVE_BYTES, BOARD_ALL_BYTES);
	goal_seen(LIVE_VALUES, cost_of_live(p) / 5);
	seat_leave(p);
	p = seat_start_in("clerk", env, 24, 120);
	pty_wait(p, "stop a pension");
	bytes_of_a_board(p, BOARD_CHARTS, BOARD_CHARTS_FIVE, BOARD_CHARTS_ALL);
	seat_leave(p);
}

void many_keys_at_once(void **state)
{
	const char *keys[100];
	struct pty *p = goals_queue();
	double begin;
	long turns;

	(void)state;
	for (int i = 0; i < 100; i++)
		keys[i] = i % 4 ? "down" : "up";
	pty_mark(p);
	turns = pty_sleeps(p); /* it sleeps after each painting */
	begin = clock_ms();
	pty_burst(p, keys, 100);
	pty_settle(p, 100);
	goal_seen(BURST_BYTES, (double)pty_bytes(p));
	goal_seen(BURST_MS, pty_last_ms(p) - begin);
	goal_seen(BURST_PAINTS, (double)(pty_sleeps(p) - turns));
	seat_leave(p);
}

/* Half of the way there and back passes before the keys arrive, half after the answer. */
void slow_line(void **state)
{
	const char *keys[30];
	struct pty *p = goals_queue();
	double begin, way_ms = 150, keys_ms = 30 * 3 * 8 / 64.0;

	(void)state;
	for (int i = 0; i < 30; i++)
		keys[i] = "down";
	pty_slow(p, 64000);
	begin = clock_ms();
	pty_burst(p, keys, 30);
	pty_settle(p, 100);
	goal_seen(SLOW_LINE_MS, pty_last_ms(p) - begin + way_ms + keys_ms);
	pty_slow(p, 8000000);
	seat_leave(p);
}

/* Walks through every screen, changes nothing. */
static const char walk[] =
    "t down down enter down p down F12 F12 b right down enter down enter F12 F12 n n "
    "down "
    "? pgdn F12 / 王 enter down down enter pgdn F12 F12 G g pgdn down : b o a r d enter "
    "l l j "
    "F12 home end : d e enter down enter F12 F12 t f down enter F12 f f pgup k k ";

#define MANY_KEYS 536 /* whole walks: the last key is no letter of a field */

/* Returns how many a walk has. */
static int walk_keys(const char **keys, int most)
{
	char *rest = arena_strdup(seat.memory, walk), *key;
	int n = 0, first;

	while ((key = strsep(&rest, " ")) && n < most)
		if (key[0])
			keys[n++] = key;
	for (first = n; n < most; n++)
		keys[n] = keys[n % first];
	assert_int_equal(most % first, 0);
	return first;
}

#define TELLS_MS 40	/* by then it says that it waits, if it does */

/* Rows, and the cursor's place as one more. */
static const char **final_rows(struct pty *p)
{
	const char **rows = arena_alloc(seat.memory, 25 * sizeof(*rows));
	int row, col;

	/* what it says can only be said when all before is done */
	pty_key(p, "x");
	pty_wait(p, "key x does nothing here");
	pty_cursor(p, &row, &col);
	for (int i = 0; i < 24; i++)
		rows[i] = arena_strdup(seat.memory, pty_row(p, i));
	rows[24] = arena_printf(seat.memory, "cursor %d %d", row, col);
	return rows;
}

void typed_ahead(void **state)
{
	const char *keys[MANY_KEYS], **fast, **slow;
	int first = walk_keys(keys, MANY_KEYS), wrong = 0;
	int slowly = how.keys < 500 ? first : MANY_KEYS;
	struct pty *p = seat_start("auditor");

	(void)state;
	/* One by one, after each answer: who sees it wait and goes back means to drop
	 * what was typed before.  A walk ends on the screen on which each ends. */
	for (int i = 0; i < slowly; i++) {
		pty_key(p, keys[i]);
		pty_settle(p, TELLS_MS);
		pty_wait_gone(p, "waiting for the database");
	}
	slow = final_rows(p);
	seat_leave(p);
	p = seat_start("auditor");
	pty_burst(p, keys, MANY_KEYS);
	fast = final_rows(p);
	for (int i = 0; i < 25; i++)
		if (strcmp(slow[i], fast[i]) != 0 && ++wrong)
			printf("one by one: %s\n   at once: %s\n", slow[i], fast[i]);
	goal_seen(AHEAD_WRONG, wrong);
	seat_leave(p);
}

void idle(void **state)
{
	static const char *const screens[] = { "", "t", "b" };
	int wakeups = 0, bytes = 0;

	(void)state;
	for (int i = 0; i < 3; i++) {
		struct pty *p = seat_start("clerk");
		long before;

		pty_keys(p, screens[i]);
		pty_settle(p, 700); /* longer than anything begun may take */
		pty_mark(p);
		before = pty_sleeps(p);
		assert_true(before > 0);
		pty_settle(p, how.seconds < 60 ? 1000 : 9000);
		wakeups += (int)(pty_sleeps(p) - before);
		bytes += (int)pty_bytes(p);
		seat_leave(p);
	}
	goal_seen(IDLE_WAKEUPS, wakeups);
	goal_seen(IDLE_BYTES, bytes);
}

void memory(void **state)
{
	struct pty *p = seat_start("clerk");

	(void)state;
	pty_settle(p, 200);
	goal_seen(RSS_MB, (double)pty_resident(p) / 1024);
	goal_seen(PRIVATE_MB, (double)pty_memory(p) / 1024);
	pty_key(p, "/");
	pty_wait(p, "Name or number");
	pty_type(p, "千");
	pty_wait(p, "  千");
	pty_key(p, "enter");
	for (int i = 0; i < 60; i++) {
		pty_key(p, "pgdn");
		pty_settle(p, 15);
	}
	goal_seen(LONG_RSS_MB, (double)pty_resident(p) / 1024);
	seat_leave(p);
}
