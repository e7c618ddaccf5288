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

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(end_is_the_last_row),
		cmocka_unit_test(place_stays_when_rows_are_read_again),
		cmocka_unit_test(deciding_leads_to_the_neighbour),
		cmocka_unit_test(row_is_kept_and_not_its_number),
	};

	if (!seat_take(argc, argv, ""))
		return 2;
	return cmocka_run_group_tests_name("desk_place", tests, seat_setup,
					   seat_teardown);
}
