#include "runs.h"

#include <stddef.h>

#include "money/pay_sql.h"

const struct column runs_list_columns[] = {
	{ .col = PAY_LIST_RUN, .title = N_("Run"), .width = 9 },
	{ .col = PAY_LIST_PERIOD, .title = N_("Month"), .kind = COLUMN_PERIOD,
	  .width = 7 },
	{ .col = PAY_LIST_NTH, .title = N_("No."), .kind = COLUMN_COUNT, .width = 3 },
	{ .col = PAY_LIST_STATE, .title = N_("State"), .kind = COLUMN_LABEL },
	{ .col = PAY_LIST_PERSONS, .title = N_("Persons"), .kind = COLUMN_COUNT,
	  .width = 9 },
	{ .col = PAY_LIST_AMOUNT_FEN, .title = N_("Amount"), .kind = COLUMN_MONEY,
	  .width = 16 },
	{ .col = PAY_LIST_HELD, .title = N_("Held"), .kind = COLUMN_COUNT, .width = 7 },
	{ .col = PAY_LIST_HELD_FEN, .title = N_("Held amount"), .kind = COLUMN_MONEY,
	  .width = 14, .gives_way = 1 },
	{ 0 }
};

const struct column runs_one_columns[] = {
	{ .col = PAY_ONE_RUN, .title = N_("Run"), .width = 20 },
	{ .col = PAY_ONE_PERIOD, .title = N_("Month"), .kind = COLUMN_PERIOD,
	  .width = 20 },
	{ .col = PAY_ONE_NTH, .title = N_("No."), .kind = COLUMN_COUNT, .width = 20 },
	{ .col = PAY_ONE_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 20 },
	{ .col = PAY_ONE_PERSONS, .title = N_("Persons"), .kind = COLUMN_COUNT,
	  .width = 20 },
	{ .col = PAY_ONE_AMOUNT_FEN, .title = N_("Amount"), .kind = COLUMN_MONEY,
	  .width = 20 },
	{ .col = PAY_ONE_HELD, .title = N_("Held"), .kind = COLUMN_COUNT, .width = 20 },
	{ .col = PAY_ONE_HELD_FEN, .title = N_("Held amount"), .kind = COLUMN_MONEY,
	  .width = 20 },
	{ .col = PAY_ONE_ALIKE, .title = N_("Alike three times"), .kind = COLUMN_COUNT,
	  .width = 20 },
	{ .col = PAY_ONE_PREPARED_BY, .title = N_("Prepared by"), .width = 20 },
	{ .col = PAY_ONE_SIGNED_BY, .title = N_("Signed by"), .width = 20 },
	{ .col = PAY_ONE_APPROVED_BY, .title = N_("Approver"), .width = 20 },
	{ .col = PAY_ONE_CUTOFF, .title = N_("Cut-off day"), .kind = COLUMN_DAY,
	  .width = 20 },
	{ .col = PAY_ONE_DUE_ON, .title = N_("Payday"), .kind = COLUMN_DAY,
	  .width = 20 },
	{ .col = PAY_ONE_PAID_ON, .title = N_("Paid on"), .kind = COLUMN_DAY,
	  .width = 20 },
	{ .col = PAY_ONE_SIGNATURE, .title = N_("Signature"), .width = 64 },
	{ 0 }
};

const struct column runs_totals_columns[] = {
	{ .col = PAY_TOTALS_SCHEME, .title = N_("Scheme"), .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = PAY_TOTALS_KIND, .title = N_("Kind"), .kind = COLUMN_LABEL },
	{ .col = PAY_TOTALS_LINES, .title = N_("Lines"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = PAY_TOTALS_AMOUNT_FEN, .title = N_("Amount"), .kind = COLUMN_MONEY,
	  .width = 16 },
	{ .col = PAY_TOTALS_HELD, .title = N_("Held"), .kind = COLUMN_COUNT,
	  .width = 7 },
	{ .col = PAY_TOTALS_BEFORE_LINES, .title = N_("Lines before"),
	  .kind = COLUMN_COUNT, .width = 12, .gives_way = 1 },
	{ .col = PAY_TOTALS_BEFORE_FEN, .title = N_("Month before"),
	  .kind = COLUMN_MONEY, .width = 16 },
	{ 0 }
};

const struct column runs_changes_columns[] = {
	{ .col = PAY_CHANGES_WHAT, .title = N_("What"), .kind = COLUMN_LABEL },
	{ .col = PAY_CHANGES_LINES, .title = N_("Lines"), .kind = COLUMN_COUNT,
	  .width = 9 },
	{ .col = PAY_CHANGES_FEN, .title = N_("Amount"), .kind = COLUMN_MONEY,
	  .width = 16 },
	{ 0 }
};

const struct column runs_groups_columns[] = {
	{ .col = PAY_GROUPS_TITLE, .title = N_("Why"), .kind = COLUMN_LABEL,
	  .width = 26 },
	{ .col = PAY_GROUPS_RULE, .title = N_("Rule") },
	{ .col = PAY_GROUPS_PERSONS, .title = N_("Persons"), .kind = COLUMN_COUNT,
	  .width = 7 },
	{ .col = PAY_GROUPS_FEN, .title = N_("Amount"), .kind = COLUMN_MONEY,
	  .width = 14 },
	{ .col = PAY_GROUPS_HELD, .title = N_("Held"), .kind = COLUMN_COUNT,
	  .width = 5 },
	{ .col = PAY_GROUPS_KEPT, .title = N_("Kept"), .kind = COLUMN_COUNT,
	  .width = 5 },
	{ .col = PAY_GROUPS_RELEASED, .title = N_("Released"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = PAY_GROUPS_RELEASE_BY, .title = N_("Released by"),
	  .kind = COLUMN_LABEL, .width = 12, .gives_way = 1 },
	{ 0 }
};

const struct column runs_held_columns[] = {
	{ .col = PAY_HELD_NAME, .title = N_("Name"), .width = 10 },
	{ .col = PAY_HELD_ID_NO, .title = N_("Number"), .width = 18, .gives_way = 3 },
	{ .col = PAY_HELD_FEN, .title = N_("Amount"), .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = PAY_HELD_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ .col = PAY_HELD_NUMBER_BEFORE, .title = N_("Account before"), .width = 24,
	  .gives_way = 2 },
	{ .col = PAY_HELD_NUMBER, .title = N_("Account"), .width = 24, .gives_way = 1 },
	{ .col = PAY_HELD_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 9 },
	{ 0 }
};

const struct column runs_lines_columns[] = {
	{ .col = PAY_LINES_NAME, .title = N_("Name"), .width = 10 },
	{ .col = PAY_LINES_SCHEME, .title = N_("Scheme"), .kind = COLUMN_LABEL,
	  .width = 10, .gives_way = 1 },
	{ .col = PAY_LINES_KIND, .title = N_("Kind"), .kind = COLUMN_LABEL,
	  .width = 8 },
	{ .col = PAY_LINES_PERIOD, .title = N_("Month"), .kind = COLUMN_PERIOD,
	  .width = 7 },
	{ .col = PAY_LINES_AMOUNT_FEN, .title = N_("Amount"), .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = PAY_LINES_OVER_FEN, .title = N_("Too much"), .kind = COLUMN_MONEY,
	  .width = 10, .gives_way = 3 },
	{ .col = PAY_LINES_BEFORE_FEN, .title = N_("Month before"),
	  .kind = COLUMN_MONEY, .width = 12 },
	{ .col = PAY_LINES_CHANNEL, .title = N_("Channel"), .width = 8,
	  .gives_way = 2 },
	{ .col = PAY_LINES_NUMBER, .title = N_("Account") },
	{ .col = PAY_LINES_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 8 },
	{ 0 }
};

const struct column runs_files_columns[] = {
	{ .col = PAY_FILES_CHANNEL, .title = N_("Channel"), .width = 10 },
	{ .col = PAY_FILES_NAME, .title = N_("File") },
	{ .col = PAY_FILES_LINES, .title = N_("Lines"), .kind = COLUMN_COUNT,
	  .width = 9 },
	{ .col = PAY_FILES_FEN, .title = N_("Amount"), .kind = COLUMN_MONEY,
	  .width = 16 },
	{ 0 }
};

const struct column runs_returns_columns[] = {
	{ .col = PAY_RETURNS_RUN, .title = N_("Run"), .width = 9 },
	{ .col = PAY_RETURNS_CHANNEL, .title = N_("Channel"), .width = 10 },
	{ .col = PAY_RETURNS_NAME, .title = N_("File") },
	{ .col = PAY_RETURNS_PAID, .title = N_("Paid"), .kind = COLUMN_COUNT,
	  .width = 9 },
	{ .col = PAY_RETURNS_RETURNED, .title = N_("Came back"), .kind = COLUMN_COUNT,
	  .width = 9 },
	{ .col = PAY_RETURNS_PENDING, .title = N_("Not known yet"),
	  .kind = COLUMN_COUNT, .width = 13 },
	{ .col = PAY_RETURNS_AGAINST, .title = N_("Told otherwise before"),
	  .kind = COLUMN_COUNT, .width = 20, .gives_way = 1 },
	{ 0 }
};
