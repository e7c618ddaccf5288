/* An heir claims the grants after a death (J1) in the real terminal: from the page of the
 * dead, a key, and what the heir has brought.  Started by heir.sh with: connection,
 * number and name of somebody reported dead. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "seat.h"

static struct pty *at_dead(const char *const *env, const char *title)
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

/* Looked at and left, nothing is stored. */
static void in_chinese_and_left(void **state)
{
	static const char *const env[] = {
		"TERM=xterm-256color", "LC_ALL", "LC_MESSAGES", "LANG=zh_CN.UTF-8",
		"LANGUAGE", "ACCESSIBLE", NULL
	};
	struct pty *p = at_dead(env, "人员");

	(void)state;
	pty_key(p, "E");
	pty_wait(p, "丧葬抚恤：登记继承人");
	pty_wait(p, "100");
	pty_key(p, "esc");
	seat_leave(p);
}

static void what_the_heir_brings(void **state)
{
	static const char *const brought[] = { "Wang Fang", "330681198803120027", "2",
					       "kinship 2025-77" };
	struct pty *p = at_dead(NULL, "steward  Person: ");

	(void)state;
	pty_key(p, "E");
	pty_wait(p, "Proof of kinship");
	pty_settle(p, 200);
	for (int i = 0; i < 4; i++) {
		pty_type(p, brought[i]);
		pty_key(p, "tab");
	}
	/* The first bank of the list. */
	pty_key(p, "1");
	pty_key(p, "tab");
	pty_type(p, "1202020209000012222");
	pty_settle(p, 200);
	pty_key(p, "enter");
	pty_wait(p, "the heir is noted");
	/* Beside the search and the heir's own data: the page, the form, five fields on,
	 * two choices, sent. */
	assert_true(pty_keys_sent(p) <= 2 + 1 + 5 + 2 + 1);
	seat_leave(p);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(in_chinese_and_left),
		cmocka_unit_test(what_the_heir_brings),
	};

	if (!seat_take(argc, argv, ""))
		return 2;
	return cmocka_run_group_tests_name("desk_heir", tests, seat_setup,
					   seat_teardown);
}
