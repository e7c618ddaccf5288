/* Finding a person in the real terminal: rows come while one types, whoever was looked at
 * is there again, and however fast it is typed, Enter means what stands in the field.
 * Started by journey.sh with: connection, number and name of a person nobody else is
 * named like. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "seat.h"

#define FIRST_ROW 4	/* of the list on the screen */

static struct pty *at_search(void)
{
	struct pty *p = seat_start("clerk");

	pty_key(p, "/");
	pty_wait(p, "Name or number");
	pty_settle(p, 100);
	return p;
}

/* No Enter: the row stands there, and goes with what was typed. */
static void rows_come_while_one_types(void **state)
{
	struct pty *p = at_search();

	(void)state;
	pty_type(p, seat.name);
	pty_wait(p, seat.number);
	pty_wait(p, "Search: 1 found");
	pty_type(p, "x");
	pty_wait_gone(p, seat.number);
	pty_key(p, "backspace");
	pty_wait(p, seat.number);
	seat_leave(p);
}

static void one_character_asks_nothing(void **state)
{
	struct pty *p = at_search();

	(void)state;
	pty_type(p, "z");
	pty_settle(p, 300);
	assert_false(pty_shows(p, "found"));
	pty_type(p, "h");
	pty_wait(p, "found");
	seat_leave(p);
}

/* All in one write: one is found, so Enter opens him, not one of those that came on the
 * way. */
static void enter_means_what_stands_there(void **state)
{
	struct pty *p = seat_start("clerk");
	char keys[200] = "/";

	(void)state;
	strcat(strcat(keys, seat.number), "\r");
	pty_send(p, keys, strlen(keys));
	pty_wait(p, "Person: ");
	pty_wait(p, seat.number);
	seat_leave(p);
}

static void who_was_looked_at_is_there_again(void **state)
{
	struct pty *p = at_search();
	int down;

	(void)state;
	pty_wait(p, "those you looked at last");
	pty_wait(p, seat.number);
	down = pty_row_of(p, seat.number) - FIRST_ROW;
	pty_key(p, "enter");
	for (int i = 0; i < down; i++)
		pty_key(p, "down");
	pty_settle(p, 100);
	pty_key(p, "enter");
	pty_wait(p, "Person: ");
	pty_wait(p, seat.number);
	seat_leave(p);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_come_while_one_types),
		cmocka_unit_test(one_character_asks_nothing),
		cmocka_unit_test(enter_means_what_stands_there),
		cmocka_unit_test(who_was_looked_at_is_there_again),
	};

	if (!seat_take(argc, argv, ""))
		return 2;
	return cmocka_run_group_tests_name("desk_search", tests, seat_setup,
					   seat_teardown);
}
