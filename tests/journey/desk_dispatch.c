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

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(in_chinese_and_left),
		cmocka_unit_test(next_and_enter),
	};

	if (!seat_take(argc, argv, ""))
		return 2;
	return cmocka_run_group_tests_name("desk_dispatch", tests, seat_setup,
					   seat_teardown);
}
