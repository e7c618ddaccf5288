/* The payment run of a month (J17) in the real terminal: the gate, its groups decided,
 * signed, and approved by a second person.  Started by pay.sh, which has a month
 * prepared, with: connection, number and name of a person who is held. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "seat.h"

static struct pty *at_run(const char *login, const char *const *env, const char *title)
{
	struct pty *p = env ? seat_start_in(login, env, 24, 80) : seat_start(login);

	pty_key(p, "F7");
	pty_wait(p, "2025-11");
	pty_key(p, "enter");
	pty_wait(p, title);
	return p;
}

/* Three keys, and at most two a group. */
static void clerk_decides_the_groups_and_signs(void **state)
{
	struct pty *p = at_run("clerk", NULL, "steward  Payment run: ");

	(void)state;
	pty_count_from_here(p);
	pty_key(p, "g");
	pty_wait(p, "stop a pension");
	pty_key(p, "h");
	pty_wait(p, "keep held");
	pty_settle(p, 200);
	pty_keys(p, "down h");
	pty_settle(p, 200);
	pty_key(p, "S");
	pty_wait(p, "signed");
	assert_true(pty_keys_sent(p) <= 2 + 2 * 2);
	seat_leave(p);
}

/* Who it is, with the reason and the task: Enter on a group, Enter on a person. */
static void a_group_opens_its_persons(void **state)
{
	struct pty *p = at_run("reviewer", NULL, "steward  Payment run: ");

	(void)state;
	pty_key(p, "enter");
	pty_wait(p, seat.name);
	pty_key(p, "enter");
	pty_wait(p, "steward  Person: ");
	seat_leave(p);
}

static void who_signed_cannot_approve(void **state)
{
	struct pty *p = at_run("clerk", NULL, "steward  Payment run: ");

	(void)state;
	pty_key(p, "A");
	pty_wait(p, "\"approve\" needs a reviewer");
	seat_leave(p);
}

static void reviewer_approves_with_one_key(void **state)
{
	struct pty *p = at_run("reviewer", NULL, "steward  Payment run: ");

	(void)state;
	pty_count_from_here(p);
	pty_key(p, "A");
	pty_wait(p, "approved");
	assert_int_equal(pty_keys_sent(p), 1);
	seat_leave(p);
}

static void in_chinese(void **state)
{
	static const char *const env[] = {
		"TERM=xterm-256color", "LC_ALL", "LC_MESSAGES", "LANG=zh_CN.UTF-8",
		"LANGUAGE", "ACCESSIBLE", NULL
	};
	struct pty *p = at_run("manager", env, "发放批次");

	(void)state;
	pty_wait(p, "停发");
	pty_wait(p, "继续暂缓");
	seat_leave(p);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(clerk_decides_the_groups_and_signs),
		cmocka_unit_test(a_group_opens_its_persons),
		cmocka_unit_test(who_signed_cannot_approve),
		cmocka_unit_test(reviewer_approves_with_one_key),
		cmocka_unit_test(in_chinese),
	};

	if (!seat_take(argc, argv, ""))
		return 2;
	return cmocka_run_group_tests_name("desk_runs", tests, seat_setup, seat_teardown);
}
