#include "tests.h"

#include <stddef.h>

#include "prenote/tests_sql.h"

const struct column account_tests_columns[] = {
	{ .col = ACCOUNT_TESTS_TEST_ID, .title = N_("Test"), .width = 9 },
	{ .col = ACCOUNT_TESTS_NAME, .title = N_("Name"), .width = 10 },
	{ .col = ACCOUNT_TESTS_CHANNEL, .title = N_("Channel"), .width = 8 },
	{ .col = ACCOUNT_TESTS_NUMBER, .title = N_("Account"), .width = 21 },
	{ .col = ACCOUNT_TESTS_BEFORE, .title = N_("Paid to"), .width = 24,
	  .gives_way = 3 },
	{ .col = ACCOUNT_TESTS_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = ACCOUNT_TESTS_SENT_ON, .title = N_("Sent"), .kind = COLUMN_DAY,
	  .width = 10, .gives_way = 2 },
	{ .col = ACCOUNT_TESTS_DUE_ON, .title = N_("Answer until"),
	  .kind = COLUMN_DAY, .width = 12, .gives_way = 1 },
	{ .col = ACCOUNT_TESTS_REASON, .title = N_("Reason"), .kind = COLUMN_LABEL },
	{ 0 }
};
