/* What others do meanwhile: two who ask for the next task, who opens what a colleague has
 * in hand, who is slower, and a day that goes on.  Started by journey.sh with:
 * connection, number and name of a person. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "seat.h"

/* The first value of a statement, as the owner of the schema. */
static const char *sql(const char *text)
{
	FILE *f = popen(arena_printf(seat.memory,
				     "psql -X -q -At \"%s user=postgres\" -c 'set role "
				     "steward_owner' -c 'set search_path = steward' "
				     "-c \"%s\"",
				     seat.connection, text),
			"r");
	char line[300] = "";

	assert_non_null(f);
	if (!fgets(line, sizeof(line), f))
		line[0] = '\0';
	assert_int_equal(pclose(f), 0);
	line[strcspn(line, "\n")] = '\0';
	return arena_strdup(seat.memory, line);
}

/* Asked again and again: the program answers a key when the machine lets it. */
static void wait_for(const char *question, const char *wanted)
{
	for (int i = 0; i < 100 && strcmp(sql(question), wanted) != 0; i++)
		;
	assert_string_equal(sql(question), wanted);
}

/* Whose claims there are, with blanks between. */
static void wait_for_claims(const char *wanted)
{
	wait_for("select coalesce(string_agg(login, ' ' order by login), '') from "
		 "task_claim where until > now()",
		 wanted);
}

static struct pty *start_with_next(const char *login)
{
	struct pty *p = seat_start(login);

	pty_key(p, "n");
	pty_wait(p, "What can be done");
	return p;
}

/* Title and number of the person of an open task. */
static const char *task_of(struct pty *p)
{
	pty_settle(p, 60);
	return arena_printf(seat.memory, "%s %s", pty_row(p, 0), pty_row(p, 1));
}

static void two_get_two_tasks(void **state)
{
	struct pty *one = start_with_next("clerk"), *two = start_with_next("manager");

	(void)state;
	assert_string_not_equal(pty_row(one, 1), pty_row(two, 1));
	wait_for_claims("clerk manager");
	assert_string_equal(sql("select count(distinct (person_id, rule_id, cause)) from "
				"task_claim where until > now() + interval '14 minutes'"),
			    "2");
	pty_key(one, "n");
	pty_settle(one, 100);
	assert_string_not_equal(pty_row(one, 1), pty_row(two, 1));
	wait_for_claims("clerk manager");
	seat_leave(two);
	wait_for_claims("clerk");
	pty_key(one, "esc");
	wait_for_claims("");
	seat_leave(one);
}

/* Who came first has it; a lease that ran out is anybody's, one whose screen is looked
 * at is made longer. */
static void a_claim_is_a_lease(void **state)
{
	struct pty *one = start_with_next("clerk"), *two;
	const char *mine = task_of(one);

	(void)state;
	sql("update task_claim set until = now() + interval '1 minute'");
	pty_key(one, "F5");
	wait_for("select until > now() + interval '14 minutes' from task_claim"
		 " where login = 'clerk'",
		 "t");
	sql("update task_claim set until = now() - interval '1 second'");
	two = start_with_next("manager");
	assert_string_equal(strstr(task_of(two), pty_row(one, 1)), pty_row(one, 1));
	assert_non_null(strstr(mine, pty_row(two, 1)));
	pty_key(one, "F5");
	pty_wait(one, "manager has this task in hand");
	seat_leave(one);
	wait_for_claims("manager");
	seat_leave(two);
}

/* Into the form of the first task that may be stopped. */
static struct pty *start_to_stop(const char *login)
{
	struct pty *p = seat_start(login);

	pty_keys(p, "enter f enter");
	pty_wait(p, "What can be done");
	return p;
}

static void the_slower_one_goes_on(void **state)
{
	struct pty *one = start_to_stop("clerk"), *two = start_to_stop("manager");
	const char *same = arena_strdup(seat.memory, pty_row(one, 1));

	(void)state;
	pty_wait(two, "clerk has this task in hand");
	assert_string_equal(pty_row(two, 1), same);
	pty_keys(one, "s 1");
	pty_wait(one, "> 1");
	pty_keys(two, "s 1");
	pty_wait(two, "> 1");
	pty_key(one, "enter");
	pty_wait(one, "now \"proposed\"");
	pty_key(two, "enter");
	pty_wait(two, "this is the next task");
	pty_wait(two, "What can be done");
	assert_string_not_equal(pty_row(two, 1), same);
	assert_false(pty_shows(two, "proposed"));
	seat_leave(two);
	seat_leave(one);
	wait_for_claims("");
}

/* As the title line has it. */
static void wait_for_day(struct pty *p, const char *day)
{
	pty_wait(p, arena_printf(seat.memory, "%s clerk", day));
}

static void day_becomes(const char *day)
{
	sql(arena_printf(seat.memory,
			 "update setting set value = '%s' where name = 'business_day'",
			 day));
}

/* A session that stays open does not live in yesterday. */
static void the_day_goes_on(void **state)
{
	const char *day = sql("select value from setting where name = 'business_day'");
	const char *next = sql(arena_printf(seat.memory, "select date '%s' + 3", day));
	struct pty *p = seat_start("clerk");

	(void)state;
	wait_for_day(p, day);
	day_becomes(next);
	pty_key(p, "t");
	pty_wait(p, "Tasks: all kinds");
	wait_for_day(p, next);
	day_becomes(day);
	pty_key(p, "F5");
	wait_for_day(p, day);
	seat_leave(p);
}

static void figure_becomes(const char *value)
{
	sql(arena_printf(seat.memory,
			 "update indicator_value set counted = %s where region_code = 0 "
			 "and indicator = 'J1' and business_day = (select "
			 "max(business_day) from indicator_value)",
			 value));
}

/* Figures made anew are on the board of who looks at it, without a key; who lies below
 * another screen has them when it comes up. */
static void figures_follow(void **state)
{
	struct pty *p = seat_start("clerk"), *q = seat_start("manager");
	double took;
	int status;

	(void)state;
	figure_becomes("7654321");
	pty_key(p, "b");
	pty_wait(p, "7654321");
	pty_key(q, "b");
	pty_wait(q, "7654321");
	pty_key(q, "t");
	pty_wait(q, "Tasks: all kinds");
	seat_run(arena_printf(seat.memory, "refresh --as batch --db \"%s\"",
			      seat.connection),
		 &status, &took);
	assert_int_equal(status, 0);
	pty_wait_gone(p, "7654321");
	assert_false(pty_shows(p, "waiting for the database"));
	pty_key(q, "F12");
	pty_wait(q, "Open tasks");
	pty_wait_gone(q, "7654321");
	seat_leave(p);
	seat_leave(q);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_get_two_tasks),
		cmocka_unit_test(a_claim_is_a_lease),
		cmocka_unit_test(the_slower_one_goes_on),
		cmocka_unit_test(the_day_goes_on),
		cmocka_unit_test(figures_follow),
	};

	if (!seat_take(argc, argv, ""))
		return 2;
	return cmocka_run_group_tests_name("desk_meanwhile", tests, seat_setup,
					   seat_teardown);
}
