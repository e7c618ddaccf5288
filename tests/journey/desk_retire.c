/* "I want to retire" (J6) in the real terminal: what is held is there already, what the
 * archive says otherwise takes a key.  Started by desk_retire.sh with: connection, number
 * and name of a person whose birth day is in question. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "seat.h"

static struct pty *at_person(const char *const *env, const char *title)
{
	struct pty *p = env ? seat_start_in("clerk", env, 24, 80) : seat_start("clerk");

	pty_count_from_here(p);
	pty_key(p, "/");
	pty_settle(p, 100);
	pty_type(p, seat.name);
	pty_settle(p, 300);
	pty_key(p, "enter");
	pty_wait(p, title);
	pty_wait(p, seat.number);
	pty_settle(p, 200);
	return p;
}

/* Both values stand with what they pay; looked at and left, nothing is stored. */
static void in_chinese_and_left(void **state)
{
	static const char *const env[] = {
		"TERM=xterm-256color", "LC_ALL", "LC_MESSAGES", "LANG=zh_CN.UTF-8",
		"LANGUAGE", "ACCESSIBLE", NULL
	};
	struct pty *p = at_person(env, "人员");

	(void)state;
	pty_key(p, "t");
	pty_wait(p, "养老金申领");
	pty_wait(p, "2/17/4  王芳");
	pty_wait(p, "register.csv:");
	pty_key(p, "esc");
	seat_leave(p);
}

static void four_keys_and_one_for_the_question(void **state)
{
	struct pty *p = at_person(NULL, "steward  Person: ");

	(void)state;
	pty_key(p, "t");
	pty_wait(p, "Application for a pension");
	pty_wait(p, "2/17/4");
	assert_false(pty_shows(p, "deemed months"));
	assert_false(pty_shows(p, "special work"));
	pty_settle(p, 200);
	pty_key(p, "1");
	pty_wait(p, "> 1");
	pty_settle(p, 200);
	pty_key(p, "enter");
	pty_wait(p, "the application is received");
	assert_int_equal(pty_keys_sent(p), 4 + 1);
	assert_true(pty_data_sent(p) <= 4);
	seat_leave(p);
}

/* Why not is said where it is asked. */
static void a_second_one_is_refused(void **state)
{
	struct pty *p = at_person(NULL, "steward  Person: ");

	(void)state;
	pty_key(p, "t");
	pty_wait(p, "2/17/4");
	pty_settle(p, 200);
	pty_key(p, "1");
	pty_wait(p, "> 1");
	pty_settle(p, 200);
	pty_key(p, "enter");
	pty_wait(p, "has applied already");
	pty_key(p, "ctrl-x");
	seat_leave(p);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(in_chinese_and_left),
		cmocka_unit_test(four_keys_and_one_for_the_question),
		cmocka_unit_test(a_second_one_is_refused),
	};

	if (!seat_take(argc, argv, ""))
		return 2;
	return cmocka_run_group_tests_name("desk_retire", tests, seat_setup,
					   seat_teardown);
}
