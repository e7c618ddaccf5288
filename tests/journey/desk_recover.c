/* A recovery is opened (J9) in the real terminal: three keys, in both languages.
 * Started by pay.sh with: connection, number and name of a person whose stopped pension
 * went out all the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "seat.h"

static struct pty *at_task(const char *const *env, const char *title)
{
	struct pty *p = env ? seat_start_in("clerk", env, 24, 80) : seat_start("clerk");

	pty_key(p, "/");
	pty_settle(p, 100);
	pty_type(p, seat.number);
	pty_key(p, "enter");
	pty_wait(p, seat.number);
	pty_settle(p, 200);
	pty_wait(p, title);
	pty_key(p, "enter");
	pty_settle(p, 200);
	return p;
}

static void in_chinese_and_left(void **state)
{
	static const char *const env[] = {
		"TERM=xterm-256color", "LC_ALL", "LC_MESSAGES", "LANG=zh_CN.UTF-8",
		"LANGUAGE", "ACCESSIBLE", NULL
	};
	struct pty *p = at_task(env, "多发");

	(void)state;
	pty_wait(p, "发起追回");
	pty_key(p, "o");
	pty_wait(p, "由继承人退回");
	pty_key(p, "esc");
	seat_leave(p);
}

/* What is to be paid back and for which months is worked out; its way back is a digit. */
static void three_keys_open_it(void **state)
{
	struct pty *p = at_task(NULL, "too much");

	(void)state;
	pty_wait(p, "yuan were paid too much");
	pty_count_from_here(p);
	pty_key(p, "o");
	pty_wait(p, "from the heirs");
	pty_key(p, "4");
	pty_wait(p, "> 4");
	pty_settle(p, 200);
	pty_key(p, "enter");
	pty_wait(p, "now \"proposed\"");
	assert_int_equal(pty_keys_sent(p), 3);
	seat_leave(p);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(in_chinese_and_left),
		cmocka_unit_test(three_keys_open_it),
	};

	if (!seat_take(argc, argv, ""))
		return 2;
	return cmocka_run_group_tests_name("desk_recover", tests, seat_setup,
					   seat_teardown);
}
