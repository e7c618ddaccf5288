#include "deductions.h"

#include <stddef.h>

#include "money/deduction_sql.h"

const struct column deduction_list_columns[] = {
	{ .col = DEDUCTION_LIST_DEDUCTION_ID, .title = N_("Order"), .width = 9 },
	{ .col = DEDUCTION_LIST_NAME, .title = N_("Name"), .width = 10 },
	{ .col = DEDUCTION_LIST_KIND, .title = N_("Kind"), .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = DEDUCTION_LIST_CREDITOR, .title = N_("Creditor") },
	{ .col = DEDUCTION_LIST_MONTHLY_FEN, .title = N_("A month"),
	  .kind = COLUMN_MONEY, .width = 10 },
	{ .col = DEDUCTION_LIST_SHARE, .title = N_("%"), .kind = COLUMN_COUNT,
	  .width = 3 },
	{ .col = DEDUCTION_LIST_PAID_FEN, .title = N_("Paid"), .kind = COLUMN_MONEY,
	  .width = 11, .gives_way = 2 },
	{ .col = DEDUCTION_LIST_TOTAL_FEN, .title = N_("In all"), .kind = COLUMN_MONEY,
	  .width = 11, .gives_way = 3 },
	{ .col = DEDUCTION_LIST_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = DEDUCTION_LIST_AUTHOR, .title = N_("Author"), .gives_way = 1 },
	{ 0 }
};

const struct column deduction_of_columns[] = {
	{ .col = DEDUCTION_OF_DEDUCTION_ID, .title = N_("Order"), .width = 9 },
	{ .col = DEDUCTION_OF_KIND, .title = N_("Kind"), .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = DEDUCTION_OF_CREDITOR, .title = N_("Creditor") },
	{ .col = DEDUCTION_OF_REF, .title = N_("By"), .width = 16, .gives_way = 2 },
	{ .col = DEDUCTION_OF_MONTHLY_FEN, .title = N_("A month"), .kind = COLUMN_MONEY,
	  .width = 10 },
	{ .col = DEDUCTION_OF_SHARE, .title = N_("%"), .kind = COLUMN_COUNT, .width = 3 },
	{ .col = DEDUCTION_OF_PAID_FEN, .title = N_("Paid"), .kind = COLUMN_MONEY,
	  .width = 11 },
	{ .col = DEDUCTION_OF_TOTAL_FEN, .title = N_("In all"), .kind = COLUMN_MONEY,
	  .width = 11, .gives_way = 3 },
	{ .col = DEDUCTION_OF_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = DEDUCTION_OF_VALID_FROM, .title = N_("From"), .kind = COLUMN_DAY,
	  .width = 10, .gives_way = 1 },
	{ 0 }
};

const struct column deduction_payments_columns[] = {
	{ .col = DEDUCTION_PAYMENTS_PERIOD, .title = N_("Month"), .kind = COLUMN_PERIOD,
	  .width = 7 },
	{ .col = DEDUCTION_PAYMENTS_CREDITOR, .title = N_("Creditor") },
	{ .col = DEDUCTION_PAYMENTS_AMOUNT_FEN, .title = N_("Amount"),
	  .kind = COLUMN_MONEY, .width = 12 },
	{ .col = DEDUCTION_PAYMENTS_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = DEDUCTION_PAYMENTS_REASON, .title = N_("Reason"), .kind = COLUMN_LABEL,
	  .gives_way = 1 },
	{ 0 }
};
