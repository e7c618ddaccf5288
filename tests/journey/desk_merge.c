/* Two records of one person are merged (J10) in the real terminal: three keys and one for
 * each field that differs, in both languages.  Started by desk_merge.sh with: connection,
 * number and name of the one task there is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "seat.h"

static void in_chinese_and_left(void **state)
{
	static const char *const env[] = {
		"TERM=xterm-256color", "LC_ALL", "LC_MESSAGES", "LANG=zh_CN.UTF-8",
		"LANGUAGE", "ACCESSIBLE", NULL
	};
	struct pty *p = seat_start_in("clerk", env, 24, 80);

	(void)state;
	pty_key(p, "n");
	pty_wait(p, "重复登记");
	pty_wait(p, "不一致");
	pty_key(p, "m");
	pty_wait(p, "同一人");
	pty_key(p, "esc");
	seat_leave(p);
}

/* The household of the other record, the number of this one. */
static void three_keys_and_one_a_field(void **state)
{
	static const char *const env[] = {
		"TERM=xterm-256color", "LC_ALL=C.UTF-8", "LANGUAGE", "ACCESSIBLE", NULL
	};
	struct pty *p = seat_start_in("clerk", env, 24, 80);

	(void)state;
	pty_wait(p, "registered twice");
	pty_settle(p, 200);
	pty_count_from_here(p);
	pty_key(p, "n");
	pty_wait(p, "household");
	pty_settle(p, 200);
	pty_key(p, "left");
	pty_wait(p, "number: done");
	pty_settle(p, 200);
	pty_key(p, "right");
	pty_wait(p, "household: done");
	pty_settle(p, 200);
	pty_key(p, "m");
	pty_wait(p, "> 1");
	pty_settle(p, 200);
	pty_key(p, "enter");
	pty_wait(p, "now \"done\"");
	assert_int_equal(pty_keys_sent(p), 5);
	seat_leave(p);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(in_chinese_and_left),
		cmocka_unit_test(three_keys_and_one_a_field),
	};

	if (!seat_take(argc, argv, ""))
		return 2;
	return cmocka_run_group_tests_name("desk_merge", tests, seat_setup,
					   seat_teardown);
}
