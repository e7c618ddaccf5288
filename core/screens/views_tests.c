/* Accounts that are tried before a benefit goes there: what the banks have not said, and
 * what somebody says in their place. */
#include <stddef.h>

#include "prenote/tests.h"
#include "prenote/tests_sql.h"
#include "views.h"

static const int person_args[] = { ACCOUNT_TESTS_PERSON_ID, -1 };
static const int test_args[] = { ACCOUNT_TESTS_TEST_ID, -1 };

static const struct section sections[] = {
	{ .name = "tests", .stmt = &ACCOUNT_TESTS, .columns = account_tests_columns,
	  .opens = "person", .args = person_args },
	{ 0 }
};

static const struct action actions[] = {
	{ "A", N_("accept: looked at in place of the bank"), "reviewer", "tests",
	  test_args, .runs = &ACCOUNT_ACCEPT_ONE },
	{ "t", N_("test it once more"), NULL, "tests", test_args,
	  .runs = &ACCOUNT_AGAIN_ONE },
	{ 0 }
};

const struct screen view_account_tests = {
	.name = "account_tests", .title = N_("Tests of accounts"), .sections = sections,
	.actions = actions,
	.empty = N_("new accounts that a run tries with their bank before a benefit")
};
