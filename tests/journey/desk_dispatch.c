/* Nursing requests (J12) in the real terminal: the next task has the best nurse chosen
 * already, with the reason; Enter takes her, a digit chooses another.  Started by
 * dispatch.sh with: connection, number and name of whoever asked first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "seat.h"

/* Looked at, another one chosen, and left: nothing is planned. */
static void in_chinese_and_left(void **state)
{
	static const char *const env[] = {
		"TERM=xterm-256color", "LC_ALL", "LC_MESSAGES", "LANG=zh_CN.UTF-8",
		"LANGUAGE", "ACCESSIBLE", NULL
	};
	struct pty *p = seat_start_in("clerk", env, 24, 80);

	(void)state;
	pty_type(p, ":nr");
	pty_key(p, "enter");
	pty_wait(p, "上门服务申请");
	pty_wait(p, seat.name);
	pty_settle(p, 200);
	pty_type(p, ":nd");
	pty_key(p, "enter");
	pty_settle(p, 300);
	pty_key(p, "n");
	pty_wait(p, "可派护士");
	pty_wait(p, "当日 0 次");
	pty_settle(p, 200);
	pty_key(p, "2");
	pty_settle(p, 200);
	pty_key(p, "esc");
	seat_leave(p);
}

static void next_and_enter(void **state)
{
	struct pty *p = seat_start("clerk");

	(void)state;
	pty_settle(p, 200);
	pty_count_from_here(p);
	pty_key(p, "n");
	pty_wait(p, seat.name);
	pty_wait(p, "Who can go");
	pty_wait(p, "Anna");
	pty_wait(p, "09:00 to 09:45, 0 visits that day");
	pty_settle(p, 200);
	pty_key(p, "enter");
	pty_wait(p, "dispatch: done");
	assert_int_equal(pty_keys_sent(p), 2);
	pty_settle(p, 200);
	pty_key(p, "n");
	pty_wait_gone(p, seat.name);
	pty_wait(p, "Who can go");
	pty_settle(p, 200);
	pty_key(p, "2");
	pty_settle(p, 200);
	pty_key(p, "enter");
	pty_wait(p, "dispatch: done");
	assert_int_equal(pty_keys_sent(p), 2 + 3);
	seat_leave(p);
}

/* At the counter: a request by its kind alone, an assessment in five lines of points. */
static void asked_and_assessed_at_the_counter(void **state)
{
	static const char *const points[] = { "5 5 5",	 "0 0 0", "0 0 0 0",
					      "4 4 4 4", "4 4 4", "2024-01-01" };
	struct pty *p = seat_start("clerk");

	(void)state;
	pty_key(p, "/");
	pty_settle(p, 100);
	pty_type(p, seat.number);
	pty_settle(p, 300);
	pty_key(p, "enter");
	pty_wait(p, "steward  Person: ");
	pty_settle(p, 200);
	pty_key(p, "v");
	pty_wait(p, "A visit at home");
	pty_settle(p, 200);
	pty_key(p, "3");
	pty_settle(p, 200);
	pty_key(p, "enter");
	pty_wait(p, "the request is noted");
	pty_settle(p, 200);
	pty_key(p, "a");
	pty_wait(p, "Eating Dressing Washing");
	pty_settle(p, 200);
	for (size_t i = 0; i < sizeof(points) / sizeof(*points); i++) {
		pty_key(p, "tab");
		pty_type(p, points[i]);
	}
	pty_settle(p, 200);
	pty_key(p, "enter");
	pty_wait(p, "the assessment is noted");
	seat_leave(p);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(in_chinese_and_left),
		cmocka_unit_test(next_and_enter),
		cmocka_unit_test(asked_and_assessed_at_the_counter),
	};

	if (!seat_take(argc, argv, ""))
		return 2;
	return cmocka_run_group_tests_name("desk_dispatch", tests, seat_setup,
					   seat_teardown);
}
