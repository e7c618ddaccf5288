/* The workbench against what it is to achieve on a terminal (goals.h).  Started by
 * goals.sh with: connection, number and name of a person, how many starts, keys of each
 * kind, and seconds of a session. */
#include "goals_tests.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

struct goals_how how;

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(starts),
		cmocka_unit_test(cold_start),
		cmocka_unit_test(keys),
		cmocka_unit_test(keys_while_a_query_runs),
		cmocka_unit_test(keys_while_others_export),
		cmocka_unit_test(keys_of_a_session),
		cmocka_unit_test(keys_back),
		cmocka_unit_test(filter),
		cmocka_unit_test(bytes_of_a_list),
		cmocka_unit_test(bytes_of_a_field),
		cmocka_unit_test(bytes_of_the_board),
		cmocka_unit_test(many_keys_at_once),
		cmocka_unit_test(slow_line),
		cmocka_unit_test(typed_ahead),
		cmocka_unit_test(idle),
		cmocka_unit_test(memory),
		cmocka_unit_test(terms),
		cmocka_unit_test(sizes),
		cmocka_unit_test(storm),
		cmocka_unit_test(signals),
		cmocka_unit_test(stopped),
		cmocka_unit_test(lost_terminal),
		cmocka_unit_test(drift),
		cmocka_unit_test(injection),
		cmocka_unit_test(locales),
		cmocka_unit_test(colours),
		cmocka_unit_test(strange_keys),
	};
	int failed, bad;

	if (!seat_take(argc, argv, "STARTS KEYS SECONDS"))
		return 2;
	how.starts = (int)strtol(argv[4], NULL, 10);
	how.keys = (int)strtol(argv[5], NULL, 10);
	how.seconds = (int)strtol(argv[6], NULL, 10);
	failed =
	    cmocka_run_group_tests_name("desk_goals", tests, seat_setup, seat_teardown);
	bad = goals_print();
	return failed || bad;
}
