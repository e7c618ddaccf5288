/* Reviewing claims (J11) in the real terminal: a clean claim by one key, a flagged line
 * cut by three.  Started by claims.sh with: connection, number and name of whose claims
 * they are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "seat.h"

static struct pty *at_claims(const char *const *env, const char *title)
{
	struct pty *p = env ? seat_start_in("med_c", env, 24, 80) : seat_start("med_c");

	pty_type(p, ":cr");
	pty_key(p, "enter");
	pty_wait(p, title);
	pty_wait(p, seat.name);
	pty_settle(p, 200);
	pty_count_from_here(p);
	return p;
}

/* Looked at and left: nothing is cut. */
static void looked_at_in_chinese(void **state)
{
	static const char *const env[] = { "TERM=xterm-256color",
					   "LC_ALL",
					   "LC_MESSAGES",
					   "LANG=zh_CN.UTF-8",
					   "LANGUAGE",
					   "ACCESSIBLE",
					   NULL };
	struct pty *p = at_claims(env, "待审报销单");

	(void)state;
	pty_key(p, "enter");
	pty_wait(p, "重复收费");
	pty_wait(p, "血常规");
	pty_settle(p, 200);
	pty_key(p, "c");
	pty_wait(p, "GZ10000102012000");
	pty_key(p, "esc");
	pty_wait(p, "血常规");
	pty_key(p, "esc");
	seat_leave(p);
}

static void one_key_and_three_for_each_cut(void **state)
{
	struct pty *p = at_claims(NULL, "Claims to review");

	(void)state;
	pty_key(p, "enter");
	pty_wait(p, "charged 2 times");
	pty_settle(p, 200);
	pty_key(p, "c");
	pty_wait(p, "1  charged twice");
	pty_settle(p, 300);
	pty_key(p, "1");
	pty_settle(p, 300);
	pty_key(p, "enter");
	pty_wait(p, "the line is cut");
	pty_wait(p, "10.00");
	pty_settle(p, 200);
	pty_key(p, "a");
	pty_wait(p, "accept: done");
	assert_int_equal(pty_keys_sent(p), 2 + 3);
	seat_leave(p);
}

static void two_keys_for_a_clean_one(void **state)
{
	struct pty *p = at_claims(NULL, "Claims to review");

	(void)state;
	pty_key(p, "enter");
	pty_wait(p, "drawn by lot");
	pty_settle(p, 200);
	pty_key(p, "a");
	pty_wait(p, "accept: done");
	assert_int_equal(pty_keys_sent(p), 2);
	seat_leave(p);
}

/* From the queue the task's head leads to the claim. */
static void from_the_next_task(void **state)
{
	struct pty *p = seat_start("med_c");

	(void)state;
	pty_settle(p, 200);
	pty_count_from_here(p);
	pty_key(p, "n");
	pty_wait(p, "claim to review");
	pty_wait(p, "drawn by lot");
	pty_settle(p, 200);
	pty_key(p, "enter");
	pty_wait(p, "Claim lines");
	pty_settle(p, 300);
	pty_key(p, "a");
	pty_wait(p, "accept: done");
	assert_int_equal(pty_keys_sent(p), 3);
	seat_leave(p);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(looked_at_in_chinese),
		cmocka_unit_test(one_key_and_three_for_each_cut),
		cmocka_unit_test(two_keys_for_a_clean_one),
		cmocka_unit_test(from_the_next_task),
	};

	if (!seat_take(argc, argv, ""))
		return 2;
	return cmocka_run_group_tests_name("desk_claims", tests, seat_setup,
					   seat_teardown);
}
