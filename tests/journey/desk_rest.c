/* Workbenches whose keys rest: their connections go, and come back with a key.  Started
 * by rest.sh with: connection, number and name of somebody to look for, and a
 * configuration in which a second is long. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "seat.h"

static const char *config;

/* Sessions of a login become so many. */
static void sessions_become(const char *login, const char *wanted)
{
	const char *question =
	    arena_printf(seat.memory,
			 "select count(*) from pg_stat_activity where usename = '%s'",
			 login);
	double until = clock_ms() + 15000;

	while (clock_ms() < until && strcmp(seat_row(question), wanted) != 0)
		;
	assert_string_equal(seat_row(question), wanted);
}

static void goes_and_comes_back(void **state)
{
	struct pty *p = seat_start_as("clerk", config);
	size_t written;

	(void)state;
	pty_settle(p, 200);
	pty_mark(p);
	sessions_become("clerk", "0");
	pty_settle(p, 200);
	written = pty_bytes(p);
	assert_int_equal(written, 0);	/* nothing is told */
	pty_keys(p, "/");
	pty_type(p, seat.number);
	pty_key(p, "enter");
	pty_wait(p, "Schemes");
	assert_true(pty_shows(p, seat.name));
	assert_false(pty_shows(p, "connection"));
	sessions_become("clerk", "0");
	pty_keys(p, "esc esc");
	pty_wait(p, "Next for you");
	seat_leave(p);
}

static void has_one_in_hand(void)
{
	assert_string_equal(seat_row("select count(*) from steward.task_claim where "
				     "login = 'clerk' and until > now()"), "1");
}

/* Half a form is typed, and gone on with after a while. */
static void drafts_and_tasks_stay(void **state)
{
	struct pty *p = seat_start_as("clerk", config);

	(void)state;
	pty_key(p, "n");
	pty_wait(p, "What can be done");
	pty_settle(p, 200);
	has_one_in_hand();
	pty_key(p, "s");
	pty_wait(p, "Note");
	pty_settle(p, 200);
	pty_key(p, "tab");
	pty_type(p, "half ");
	sessions_become("clerk", "0");
	has_one_in_hand();
	pty_type(p, "a note");
	pty_wait(p, "half a note");
	sessions_become("clerk", "0");
	pty_key(p, "esc");
	pty_settle(p, 300);
	assert_non_null(strstr(seat_row("select string_agg(fields::text, ' ') from "
					"steward.draft where login = 'clerk'"),
			       "half a note"));
	seat_leave(p);
}

/* Who may not come back any more keeps what stands on the screen, and is told. */
static void not_let_in(void **state)
{
	struct pty *p = seat_start_as("clerk", config);

	(void)state;
	sessions_become("clerk", "0");
	seat_row("alter role clerk nologin; select 1");
	pty_key(p, "down");
	pty_wait(p, "no connection since");
	assert_true(pty_shows(p, "Next for you"));
	seat_row("alter role clerk login; select 1");
	pty_wait(p, "the connection is back");
	seat_leave(p);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(goes_and_comes_back),
		cmocka_unit_test(drafts_and_tasks_stay),
		cmocka_unit_test(not_let_in),
	};

	if (!seat_take(argc, argv, "CONFIG"))
		return 2;
	config = argv[4];
	return cmocka_run_group_tests(tests, seat_setup, seat_teardown);
}
