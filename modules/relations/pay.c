#include "pay.h"

#include <stddef.h>

#include "out_sql.h"

static const struct column list_columns[] = {
	{ .col = OUT_LISTS_LIST_ID, .title = N_("List"), .width = 10 },
	{ .col = OUT_LISTS_STATE,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = OUT_LISTS_ROWS,
	  .title = N_("Letters"),
	  .kind = COLUMN_COUNT,
	  .width = 7 },
	{ .col = OUT_LISTS_AMOUNT_FEN,
	  .title = N_("Amount"),
	  .kind = COLUMN_MONEY,
	  .width = 14 },
	{ .col = OUT_LISTS_MADE_BY, .title = N_("Made by"), .gives_way = 2 },
	{ .col = OUT_LISTS_APPROVED_BY, .title = N_("Approver"), .gives_way = 1 },
	{ .col = OUT_LISTS_APPROVED_ON,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ 0 }
};
static const int list_args[] = { OUT_LISTS_LIST_ID, -1 };
const struct section sent_sections[] = { { .name = "lists",
					    .stmt = &OUT_LISTS,
					    .columns = list_columns,
					    .opens = "relation.list",
					    .args = list_args },
					  { 0 } };
const struct action sent_actions[] = {
	{ "A", N_("approve"), "reviewer", "lists", list_args, .runs = &REMIT_APPROVE },
	{ "X", N_("take back"), NULL, "lists", list_args, .runs = &REMIT_BACK },
	{ 0 }
};

static const struct column row_columns[] = {
	{ .col = OUT_LIST_ROWS_NAME, .title = N_("Name"), .width = 8 },
	{ .col = OUT_LIST_ROWS_LETTER_NO, .title = N_("Letter no."), .width = 12 },
	{ .col = OUT_LIST_ROWS_KIND,
	  .title = N_("Kind"),
	  .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = OUT_LIST_ROWS_OFFICE, .title = N_("Other place"), .gives_way = 2 },
	{ .col = OUT_LIST_ROWS_ACCOUNT_NO,
	  .title = N_("Account"),
	  .width = 20,
	  .gives_way = 1 },
	{ .col = OUT_LIST_ROWS_AMOUNT_FEN,
	  .title = N_("Amount"),
	  .kind = COLUMN_MONEY,
	  .width = 14 },
	{ 0 }
};
static const int row_args[] = { OUT_LIST_ROWS_PERSON_ID, -1 };
const struct section sent_row_sections[] = { { .name = "rows",
						.stmt = &OUT_LIST_ROWS,
						.columns = row_columns,
						.opens = "person",
						.args = row_args },
					      { 0 } };

const struct remit sent_remits[] = {
	{ "relation", N_("Money to other places"), "relation_due", "relation_list_bar",
	  .verb = "relations pay",
	  .hint = N_("steward relations pay lists them."),
	  .columns = "list_no letter_no:ref kind agency:payee account: amount",
	  .nothing = N_("nothing is to be paid to other places") },
	{ 0 }
};

bool sent_make(const struct verb_call *c)
{
	return remit_make(c, "relation", &OUT_LIST_ROWS, row_columns);
}

bool sent_lists(const struct verb_call *c)
{
	if (c->nargs)
		return c->print(c, &OUT_LIST_ROWS, c->args, row_columns, NULL);
	return c->print(c, &OUT_LISTS, NULL, list_columns, NULL);
}
