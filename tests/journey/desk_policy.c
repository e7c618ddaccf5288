/* Policy officers and their texts: what is in force, what a draft was seen to do, what
 * differs, and a value that ends.  Started by journey.sh, which has a draft rehearsed,
 * with: connection, number and name of a person. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "seat.h"

static void policy_texts_and_their_versions(void **state)
{
	struct pty *p = seat_start("clerk");

	(void)state;
	pty_key(p, "F2");
	pty_wait(p, "Policy texts");
	pty_wait(p, "calculations/");
	assert_true(seat_matches(pty_row(p, pty_row_of(p, "calculations/")),
				 "in force +1900-01-01"));
	pty_keys(p, "down enter");
	pty_wait(p, "In force");
	assert_true(pty_shows(p, "Versions"));
	seat_leave(p);
}

/* Plain words find the text, Enter opens its page, also from the line of its source. */
static void law_by_plain_words(void **state)
{
	struct pty *p = seat_start("clerk");

	(void)state;
	pty_key(p, ":");
	pty_type(p, "?death");
	pty_key(p, "enter");
	pty_wait(p, "claims.after_death");
	pty_wait(p, "enter show");
	pty_keys(p, "down enter");
	pty_wait(p, "The law behind it: claims.after_death");
	pty_key(p, "esc");
	pty_wait(p, "Texts of the law: death");
	seat_leave(p);
}

/* Everything that is to be known before adopting: who, why, how much, and each line that
 * differs. */
static void second_officer_looks_at_a_rehearsal(void **state)
{
	struct pty *p = seat_start("policy2");

	(void)state;
	pty_key(p, "F2");
	pty_wait(p, "Wait for a second person");
	assert_true(seat_matches(pty_row(p, pty_row_of(p, "* policy")),
				 "parameters/cert.* [1-9][0-9]* "));
	pty_key(p, "enter");
	pty_wait(p, "waits for a second person");
	pty_wait(p, "Groups");
	assert_true(seat_matches(pty_row(p, pty_row_of(p, "area")), "[1-9]"));
	pty_wait(p, "Texts of the draft");
	pty_key(p, "enter");
	pty_wait(p, "@@");
	pty_wait(p, "value = 11 ");
	assert_true(seat_matches(pty_row(p, pty_row_of(p, "value = 12 ")), "^- "));
	assert_true(seat_matches(pty_row(p, pty_row_of(p, "value = 11 ")), "^[+] "));
	pty_key(p, "esc");
	pty_wait(p, "Texts of the draft");
	pty_key(p, "G");
	pty_wait(p, "the certificate ran out on");
	pty_key(p, "enter");
	pty_wait(p, "steward  Person: ");
	seat_leave(p);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(policy_texts_and_their_versions),
		cmocka_unit_test(law_by_plain_words),
		cmocka_unit_test(second_officer_looks_at_a_rehearsal),
	};

	if (!seat_take(argc, argv, ""))
		return 2;
	return cmocka_run_group_tests_name("desk_policy", tests, seat_setup,
					   seat_teardown);
}
