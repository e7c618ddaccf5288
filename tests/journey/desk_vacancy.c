/* Filling a vacancy (J13) in the real terminal: who fits, the best first and why, a space
 * for each who is to go there, one key to refer them; and what an employer asks for at
 * the counter.  Started by vacancy.sh with: connection, number and name of the one who
 * fits best, number of somebody whose employer pays contributions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "seat.h"

static struct pty *at_vacancies(const char *const *env, const char *title)
{
	struct pty *p = env ? seat_start_in("clerk", env, 24, 80) : seat_start("clerk");

	pty_type(p, ":va");
	pty_key(p, "enter");
	pty_wait(p, title);
	pty_wait(p, "Bus Company");
	pty_settle(p, 200);
	pty_count_from_here(p);
	return p;
}

/* A mark is taken back by the same key; left, nobody was referred. */
static void marked_and_left_in_chinese(void **state)
{
	static const char *const env[] = {
		"TERM=xterm-256color", "LC_ALL", "LC_MESSAGES", "LANG=zh_CN.UTF-8",
		"LANGUAGE", "ACCESSIBLE", NULL
	};
	struct pty *p = at_vacancies(env, "招聘岗位");

	(void)state;
	pty_key(p, "enter");
	pty_wait(p, seat.name);
	pty_settle(p, 200);
	pty_key(p, "space");
	pty_wait(p, "推荐 (1)");
	pty_key(p, "up");
	pty_key(p, "space");
	pty_wait_gone(p, "推荐 (1)");
	pty_key(p, "esc");
	seat_leave(p);
}

static void two_keys_and_one_for_each(void **state)
{
	struct pty *p = at_vacancies(NULL, "Vacancies");

	(void)state;
	pty_key(p, "enter");
	pty_wait(p, seat.name);
	pty_wait(p, "the same occupation");
	pty_settle(p, 200);
	pty_key(p, "space");
	pty_key(p, "space");
	pty_key(p, "space");
	pty_wait(p, "refer (3)");
	pty_key(p, "r");
	pty_wait(p, "refer: done");
	pty_wait_gone(p, "refer (3)");
	assert_int_equal(pty_keys_sent(p), 2 + 3);
	seat_leave(p);
}

static const char *worker;

static struct pty *at_worker(void)
{
	struct pty *p = seat_start("clerk");

	pty_key(p, "/");
	pty_type(p, worker);
	pty_keys(p, "enter enter");
	pty_wait(p, "Person: ");
	return p;
}

/* The payroll has the sum; a second claim waits for the first, and is not lost. */
static void an_employer_asks_at_the_counter(void **state)
{
	struct pty *p = at_worker();

	(void)state;
	pty_key(p, "e");
	pty_wait(p, "a person that it has taken on");
	pty_keys(p, "1 tab");
	pty_type(p, "9133");
	pty_key(p, "tab");
	pty_type(p, "Mill");
	pty_key(p, "tab");
	pty_type(p, "1202");
	pty_key(p, "tab");
	pty_type(p, "2025-10-15");
	pty_wait(p, "2025-10-15");
	pty_settle(p, 80);
	pty_key(p, "enter");
	pty_wait(p, "it is received");
	pty_wait(p, "Person: ");
	pty_key(p, "z");
	pty_wait(p, "contributions of flexible work");
	pty_keys(p, "1 tab");
	pty_type(p, "2025-10-01");
	pty_key(p, "tab");
	pty_type(p, "650.25");
	pty_wait(p, "650.25");
	pty_settle(p, 80);
	pty_key(p, "enter");
	pty_wait(p, "a subsidy is asked for already");
	pty_wait(p, "650.25");
	pty_keys(p, "esc esc");
	seat_leave(p);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marked_and_left_in_chinese),
		cmocka_unit_test(two_keys_and_one_for_each),
		cmocka_unit_test(an_employer_asks_at_the_counter),
	};

	if (!seat_take(argc, argv, "WORKER"))
		return 2;
	worker = argv[4];
	return cmocka_run_group_tests_name("desk_vacancy", tests, seat_setup,
					   seat_teardown);
}
