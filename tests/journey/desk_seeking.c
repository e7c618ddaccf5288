/* A workbench on the server that only reads while the one that is written to is looked
 * for.  Started by tests/crash/standby.sh with: connection to both, of which the first is
 * there and does not answer; number and name of a person; a configuration in which a
 * second is long. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "seat.h"

static const char *config;

/* Nobody looks for anything while no key comes. */
static void rests_and_seeks_no_more(void **state)
{
	struct pty *p = seat_start_as("clerk", config);
	long woken;

	(void)state;
	pty_wait(p, "this server only reads");
	/* It looks after five seconds, rests meanwhile, and what it began is late. */
	pty_settle(p, 9500);
	woken = pty_wakes(p);
	pty_settle(p, 1000);
	assert_true(pty_wakes(p) - woken < 20);
	pty_key(p, "t");
	pty_wait(p, "connecting to the database");
	pty_wait(p, "this server only reads");
	seat_leave(p);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rests_and_seeks_no_more),
	};

	if (!seat_take(argc, argv, "CONFIG"))
		return 2;
	config = argv[4];
	return cmocka_run_group_tests_name("desk_seeking", tests, seat_setup,
					   seat_teardown);
}
