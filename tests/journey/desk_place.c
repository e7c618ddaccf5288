/* A long queue and one's place in it.  Started by journey.sh, which plants tasks until
 * there are more than two readings of them, with: connection, number and name of a
 * person. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "seat.h"

static struct pty *start_in_queue(void)
{
	struct pty *p = seat_start("clerk");

	pty_key(p, "t");
	pty_wait(p, "Tasks: all kinds");
	return p;
}

/* The row the cursor is on, as text. */
static const char *selected(struct pty *p)
{
	int row, col;

	pty_settle(p, 60);
	pty_cursor(p, &row, &col);
	return arena_strdup(seat.memory, pty_row(p, row));
}

static const char *walk_to_the_end(struct pty *p)
{
	const char *before = "", *now = selected(p);

	for (int i = 0; i < 60 && strcmp(before, now) != 0; i++) {
		before = now;
		pty_key(p, "pgdn");
		now = selected(p);
		/* The same row again: the last one, or more rows are being read. */
		if (strcmp(before, now) == 0)
			pty_settle(p, 700);
		now = selected(p);
	}
	return now;
}

static void end_is_the_last_row(void **state)
{
	struct pty *p = start_in_queue();
	const char *last = walk_to_the_end(p);

	(void)state;
	assert_non_null(strstr(last, "2027-"));		/* a planted one */
	pty_key(p, "home");
	assert_string_not_equal(selected(p), last);
	seat_leave(p);
	p = start_in_queue();
	pty_key(p, "end");
	assert_string_equal(selected(p), last);
	seat_leave(p);
}

static void place_stays_when_rows_are_read_again(void **state)
{
	struct pty *p = start_in_queue();
	const char *here;

	(void)state;
	pty_keys(p, "end up up up up up");
	here = selected(p);
	pty_key(p, "F5");
	assert_string_equal(selected(p), here);
	pty_key(p, "enter");
	pty_wait(p, "What can be done");
	pty_key(p, "F12");
	assert_string_equal(selected(p), here);
	seat_leave(p);
}

/* What stood below the decided task is where the clerk goes on. */
static void deciding_leads_to_the_neighbour(void **state)
{
	struct pty *p = start_in_queue();
	const char *next, *here;

	(void)state;
	pty_keys(p, "f end up up up up up");
	pty_wait(p, "Tasks: all kinds, open");
	pty_settle(p, 400);	/* the rows are read anew before the keys move */
	next = selected(p);
	pty_key(p, "up");
	here = selected(p);
	assert_string_not_equal(here, next);
	pty_key(p, "enter");
	pty_wait(p, "What can be done");
	pty_keys(p, "f 1");
	pty_wait(p, "> 1");
	pty_key(p, "enter");
	pty_wait(p, "now \"done\"");
	pty_key(p, "F12");
	pty_wait(p, "Tasks: all kinds, open");
	assert_string_equal(selected(p), next);
	seat_leave(p);
}

/* A planted row by its day, which no other has. */
static void others_settle(const char *row)
{
	const char *day = strstr(row, "2027-"), *command;

	assert_non_null(day);
	command = arena_printf(seat.memory,
			       "psql -X -q \"%s user=postgres\" -c \"delete from "
			       "steward.task where due = '%.10s'\"",
			       seat.connection, day);
	assert_int_equal(system(command), 0);
}

/* Others settle tasks above the cursor, and then the one it stands on: the number of a
 * row says nothing. */
static void row_is_kept_and_not_its_number(void **state)
{
	struct pty *p = start_in_queue();
	const char *here, *next;

	(void)state;
	pty_keys(p, "end up up up up up");
	next = selected(p);
	pty_key(p, "up");
	here = selected(p);
	others_settle("2027-01-02");
	others_settle("2027-01-03");
	pty_key(p, "F5");
	assert_string_equal(selected(p), here);
	others_settle("2027-01-04");
	others_settle("2027-01-05");
	others_settle(here);
	pty_key(p, "F5");
	assert_string_equal(selected(p), next);
	seat_leave(p);
}

/* The queue, asked for by a key while nobody can read the table. */
static struct pty *start_in_slow_queue(const char *before, const char *key)
{
	struct pty *p = start_in_queue();

	pty_keys(p, before);
	selected(p);
	seat_hold("task", 60);
	pty_key(p, key);
	pty_wait(p, "waiting for the database");
	pty_settle(p, 80);
	return p;
}

static int cursor_row(struct pty *p)
{
	int row, col;

	pty_settle(p, 60);
	pty_cursor(p, &row, &col);
	return row;
}

static void answered(struct pty *p)
{
	seat_let_go();
	pty_wait_gone(p, "waiting for the database");
}

/* What is shown is read while newer rows are on their way, and they leave the cursor
 * where it went meanwhile, though others settled what stood above it. */
static void shown_rows_stay_alive(void **state)
{
	struct pty *p = start_in_queue();
	const char *here;
	int row;

	(void)state;
	pty_keys(p, "end up up up up up");
	selected(p);
	others_settle("2027-01-06");
	others_settle("2027-01-07");
	seat_hold("task", 60);
	pty_key(p, "F5");
	pty_wait(p, "waiting for the database");
	row = cursor_row(p);
	pty_keys(p, "up up up");
	assert_int_equal(cursor_row(p), row - 3);
	pty_key(p, "pgup");
	here = selected(p);
	pty_key(p, "?");
	pty_wait(p, "Help: Tasks");
	pty_key(p, "F12");
	pty_wait_gone(p, "Help: Tasks");
	assert_string_equal(selected(p), here);
	assert_true(pty_shows(p, "waiting for the database"));
	answered(p);
	assert_string_equal(selected(p), here);
	seat_leave(p);
}

/* The key that asked for more rows waits for them; who goes on among those that are there
 * does not want to where it led. */
static void end_of_the_rows_stays_alive(void **state)
{
	struct pty *p = start_in_slow_queue("", "end");
	int row = cursor_row(p);
	const char *here;

	(void)state;
	pty_keys(p, "down down");
	assert_int_equal(cursor_row(p), row + 2);
	pty_key(p, "pgdn");
	here = selected(p);
	answered(p);
	assert_string_equal(selected(p), here);
	seat_leave(p);
}

/* A key that waited for rows is recorded once. */
static void key_that_waited_is_one_key(void **state)
{
	struct pty *p = start_in_queue();

	(void)state;
	pty_keys(p, ": r k");
	pty_wait(p, "record keys, and end it");
	pty_settle(p, 80);
	pty_key(p, "enter");
	pty_wait(p, "recording begins");
	pty_key(p, "end");
	assert_non_null(strstr(selected(p), "2027-09-"));
	assert_true(seat_matches(pty_row(p, 22), "recording: 1 keys"));
	seat_leave(p);
}

/* A page that could not be read is told, and asked for again by the next key. */
static void page_that_fails_is_told(void **state)
{
	struct pty *p = start_in_slow_queue("", "end");

	(void)state;
	seat_row("select count(pg_cancel_backend(pid)) from pg_stat_activity where "
		 "wait_event_type = 'Lock'");
	pty_wait_gone(p, "waiting for the database");
	pty_settle(p, 200);
	assert_true(seat_matches(pty_row(p, 22), "^! "));
	seat_let_go();
	pty_key(p, "end");
	assert_non_null(strstr(selected(p), "2027-09-"));
	seat_leave(p);
}

/* What acts on a row waits for what it is by then, and so does all that comes after. */
static void what_acts_waits(void **state)
{
	struct pty *p = start_in_slow_queue("down", "F5");
	int row = cursor_row(p);

	(void)state;
	pty_keys(p, "down enter down");
	assert_int_equal(cursor_row(p), row + 1);
	assert_true(pty_shows(p, "Tasks: all kinds"));
	answered(p);
	pty_wait(p, "What can be done");
	seat_leave(p);
}

static int table_is_let_go(void **state)
{
	(void)state;
	seat_let_go();
	return 0;
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(end_is_the_last_row),
		cmocka_unit_test(place_stays_when_rows_are_read_again),
		cmocka_unit_test(deciding_leads_to_the_neighbour),
		cmocka_unit_test(row_is_kept_and_not_its_number),
		cmocka_unit_test_teardown(shown_rows_stay_alive, table_is_let_go),
		cmocka_unit_test_teardown(end_of_the_rows_stays_alive, table_is_let_go),
		cmocka_unit_test(key_that_waited_is_one_key),
		cmocka_unit_test_teardown(page_that_fails_is_told, table_is_let_go),
		cmocka_unit_test_teardown(what_acts_waits, table_is_let_go),
	};

	if (!seat_take(argc, argv, ""))
		return 2;
	return cmocka_run_group_tests_name("desk_place", tests, seat_setup,
					   seat_teardown);
}
