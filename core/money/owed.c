#include "owed.h"

#include <stddef.h>

#include "money/owed_sql.h"

const struct column owed_list_columns[] = {
	{ .col = OWED_LIST_RECEIVABLE_ID, .title = N_("Debt"), .width = 9 },
	{ .col = OWED_LIST_NAME, .title = N_("Name"), .width = 12 },
	{ .col = OWED_LIST_KIND, .title = N_("Kind"), .kind = COLUMN_LABEL,
	  .gives_way = 3 },
	{ .col = OWED_LIST_PLAN, .title = N_("Plan"), .kind = COLUMN_LABEL, .width = 12 },
	{ .col = OWED_LIST_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = OWED_LIST_ASKED_FEN, .title = N_("Asked for"), .kind = COLUMN_MONEY,
	  .width = 12, .gives_way = 2 },
	{ .col = OWED_LIST_LEFT_FEN, .title = N_("Left"), .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = OWED_LIST_MOVED_ON, .title = N_("Last move"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = OWED_LIST_HEARING_UNTIL, .title = N_("Answer until"),
	  .kind = COLUMN_DAY, .width = 12, .gives_way = 1 },
	{ 0 }
};

const struct column owed_of_columns[] = {
	{ .col = OWED_OF_RECEIVABLE_ID, .title = N_("Debt"), .width = 9 },
	{ .col = OWED_OF_KIND, .title = N_("Kind"), .kind = COLUMN_LABEL,
	  .gives_way = 3 },
	{ .col = OWED_OF_PLAN, .title = N_("Plan"), .kind = COLUMN_LABEL, .width = 12 },
	{ .col = OWED_OF_STATE, .title = N_("State"), .kind = COLUMN_LABEL, .width = 9 },
	{ .col = OWED_OF_ASKED_FEN, .title = N_("Asked for"), .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = OWED_OF_LEFT_FEN, .title = N_("Left"), .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = OWED_OF_HEARING_UNTIL, .title = N_("Answer until"), .kind = COLUMN_DAY,
	  .width = 12, .gives_way = 1 },
	{ .col = OWED_OF_HEIR, .title = N_("Heir"), .gives_way = 2 },
	{ 0 }
};

const struct column owed_months_columns[] = {
	{ .col = OWED_MONTHS_RECEIVABLE_ID, .title = N_("Debt"), .width = 9 },
	{ .col = OWED_MONTHS_PERIOD, .title = N_("Month"), .kind = COLUMN_PERIOD,
	  .width = 7 },
	{ .col = OWED_MONTHS_OVER_FEN, .title = N_("Too much"), .kind = COLUMN_MONEY,
	  .width = 11 },
	{ .col = OWED_MONTHS_SHARE, .title = N_("%"), .kind = COLUMN_COUNT, .width = 3 },
	{ .col = OWED_MONTHS_CLAIM_FEN, .title = N_("Asked for"), .kind = COLUMN_MONEY,
	  .width = 11 },
	{ .col = OWED_MONTHS_BACK_FEN, .title = N_("Back"), .kind = COLUMN_MONEY,
	  .width = 11 },
	{ .col = OWED_MONTHS_FAULT, .title = N_("Fault"), .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = OWED_MONTHS_BARRED_ON, .title = N_("Barred on"), .kind = COLUMN_DAY,
	  .width = 10, .gives_way = 2 },
	{ .col = OWED_MONTHS_WHY, .title = N_("Why"), .gives_way = 1 },
	{ 0 }
};

const struct column owed_moves_columns[] = {
	{ .col = OWED_MOVES_RECEIVABLE_ID, .title = N_("Debt"), .width = 9 },
	{ .col = OWED_MOVES_SEQ, .title = N_("No."), .kind = COLUMN_COUNT, .width = 3 },
	{ .col = OWED_MOVES_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = OWED_MOVES_KIND, .title = N_("What"), .kind = COLUMN_LABEL,
	  .width = 11 },
	{ .col = OWED_MOVES_AMOUNT_FEN, .title = N_("Amount"), .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = OWED_MOVES_AFTER_FEN, .title = N_("Left"), .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = OWED_MOVES_GROUND, .title = N_("Ground") },
	{ .col = OWED_MOVES_WHO, .title = N_("By"), .width = 9, .gives_way = 1 },
	{ 0 }
};

const struct column owed_totals_columns[] = {
	{ .col = OWED_TOTALS_PLAN, .title = N_("Plan"), .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = OWED_TOTALS_CLAIMS, .title = N_("Debts"), .kind = COLUMN_COUNT,
	  .width = 7 },
	{ .col = OWED_TOTALS_OPENED_FEN, .title = N_("Owed"), .kind = COLUMN_MONEY,
	  .width = 14 },
	{ .col = OWED_TOTALS_BACK_FEN, .title = N_("Back"), .kind = COLUMN_MONEY,
	  .width = 14 },
	{ .col = OWED_TOTALS_WAIVED_FEN, .title = N_("Written off"),
	  .kind = COLUMN_MONEY, .width = 14 },
	{ .col = OWED_TOTALS_LEFT_FEN, .title = N_("Left"), .kind = COLUMN_MONEY,
	  .width = 14 },
	{ 0 }
};

const struct column owed_recall_columns[] = {
	{ .col = OWED_RECALL_RECEIVABLE_ID, .title = N_("Debt"), .width = 9 },
	{ .col = OWED_RECALL_NAME, .title = N_("Name"), .width = 12 },
	{ .col = OWED_RECALL_CHANNEL, .title = N_("Channel"), .width = 8 },
	{ .col = OWED_RECALL_NUMBER, .title = N_("Account") },
	{ .col = OWED_RECALL_PERIOD, .title = N_("Month"), .kind = COLUMN_PERIOD,
	  .width = 7 },
	{ .col = OWED_RECALL_AMOUNT_FEN, .title = N_("Amount"), .kind = COLUMN_MONEY,
	  .width = 11 },
	{ .col = OWED_RECALL_UNTIL, .title = N_("Until"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ 0 }
};
