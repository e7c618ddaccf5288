/* Signs that one terminal draws in one column and another, set for Chinese, in two: the
 * terminal is asked, and answers, or late, or never.  Nothing is decided.  Started by
 * journey.sh with: connection, number and name of a person. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "seat.h"

#define QUESTION "\033[6n"
#define WIDE_DOT "量买・艾"	/* as the terminal of the tests shows it */

static void find_dots(struct pty *p)
{
	pty_key(p, "/");
	pty_type(p, "量");
	pty_key(p, "enter");
	pty_wait(p, "2 found");
}

/* A name with a dot and one without have what is right of them at the same columns. */
static void assert_in_place(struct pty *p)
{
	int with = pty_row_of(p, "99900015"), without = pty_row_of(p, "99900016");

	assert_true(with > 0 && without > 0);
	assert_int_equal(pty_col_of(p, with, "99900015"),
			 pty_col_of(p, without, "99900016"));
	assert_int_equal(pty_col_of(p, with, "1950-01-01"),
			 pty_col_of(p, without, "1950-01-01"));
}

static void dots_of_one_column(void **state)
{
	struct pty *p = seat_start("clerk");

	(void)state;
	assert_true(pty_wrote(p, QUESTION));
	find_dots(p);
	assert_in_place(p);
	assert_true(pty_shows(p, "量买·艾"));
	seat_leave(p);
}

/* They are there whole, and nothing moves. */
static void dots_of_two_columns(void **state)
{
	struct pty *p;

	(void)state;
	pty_next(true, false);
	p = seat_start("clerk");
	find_dots(p);
	pty_wait(p, WIDE_DOT);
	assert_in_place(p);
	pty_keys(p, "down up");
	pty_settle(p, 60);
	assert_true(pty_shows(p, WIDE_DOT));
	assert_in_place(p);
	seat_leave(p);
}

/* Who is asked in vain loses the dots that are too wide, and nothing moves. */
static void no_answer_moves_nothing(void **state)
{
	for (int is_wide = 0; is_wide < 2; is_wide++) {
		struct pty *p;

		(void)state;
		pty_next(is_wide, true);
		p = seat_start("clerk");
		find_dots(p);
		assert_in_place(p);
		assert_int_equal(pty_shows(p, "量买·艾"), !is_wide);
		assert_false(pty_shows(p, WIDE_DOT));
		pty_key(p, "esc");
		pty_wait(p, "steward  Start");
		seat_leave(p);
	}
}

/* In pieces, with more between them than a key may take: no piece is a key. */
static void late_answer_is_no_key(void **state)
{
	static const char *const pieces[] = { "\033", "[2", "2;", "3", "R" };
	struct pty *p;

	(void)state;
	pty_next(true, true);
	p = seat_start("clerk");
	find_dots(p);
	assert_false(pty_shows(p, WIDE_DOT));
	for (size_t i = 0; i < sizeof(pieces) / sizeof(*pieces); i++) {
		pty_send(p, pieces[i], strlen(pieces[i]));
		pty_settle(p, i == 0 ? 60 : 700);
	}
	pty_wait(p, WIDE_DOT);
	assert_in_place(p);
	assert_true(pty_shows(p, "2 found"));
	assert_false(pty_shows(p, "does nothing here"));
	seat_leave(p);
}

static const char *configured(const char *width)
{
	const char *config = arena_printf(seat.memory, "%s/width.conf", getenv("work"));
	const char *make = arena_printf(seat.memory,
					"{ cat '%s/steward.conf'; echo 'ambiguous_width "
					"= \"%s\";'; } >'%s'",
					getenv("builddir"), width, config);

	assert_int_equal(system(make), 0);
	return config;
}

static void the_office_may_say_it(void **state)
{
	struct pty *p;

	(void)state;
	pty_next(true, false);
	p = seat_start_as("clerk", configured("two"));
	find_dots(p);
	pty_wait(p, WIDE_DOT);
	assert_in_place(p);
	assert_false(pty_wrote(p, QUESTION));
	seat_leave(p);
	p = seat_start_as("clerk", configured("one"));
	find_dots(p);
	assert_true(pty_shows(p, "量买·艾"));
	assert_false(pty_wrote(p, QUESTION));
	seat_leave(p);
}

static void consoles_are_not_asked(void **state)
{
	static const char *const terms[] = { "TERM=linux", "TERM=vt100" };

	(void)state;
	for (size_t i = 0; i < sizeof(terms) / sizeof(*terms); i++) {
		const char *const env[] = { terms[i], "LC_ALL=C.UTF-8", "LANGUAGE",
					    "ACCESSIBLE", NULL };
		struct pty *p = seat_start_in("clerk", env, 24, 80);

		pty_wait(p, "Next for you");
		assert_false(pty_wrote(p, QUESTION));
		pty_key(p, "F3");
		assert_int_equal(pty_end(p), 0);
		pty_free(p);
	}
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dots_of_one_column),
		cmocka_unit_test(dots_of_two_columns),
		cmocka_unit_test(no_answer_moves_nothing),
		cmocka_unit_test(late_answer_is_no_key),
		cmocka_unit_test(the_office_may_say_it),
		cmocka_unit_test(consoles_are_not_asked),
	};

	if (!seat_take(argc, argv, ""))
		return 2;
	return cmocka_run_group_tests_name("desk_width", tests, seat_setup,
					   seat_teardown);
}
