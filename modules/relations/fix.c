#include "fix.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "fix_sql.h"

/* cleared: the other place has given the months up. */
const struct field fix_double_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "place", FIELD_NAME },
	{ "agency", FIELD_NAME },
	{ "from_month", FIELD_PERIOD, .most = "today" },
	{ "to_month", FIELD_PERIOD, .most = "today" },
	{ "state", FIELD_CODE, .codes = "insured cleared" },
	{ 0 }
};
static const struct kept_column double_columns[] = {
	{ "place", KEPT_KEY },
	{ "from_period", KEPT_KEY, "from_month" },
	{ "to_period", KEPT_VALUE, "to_month" },
	{ "office", KEPT_VALUE, "agency" },
	{ "state", KEPT_VALUE },
	{ 0 }
};
const struct keep fix_double_keeps[] = { { "relation_double", double_columns }, { 0 } };

const struct move fix_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "relation_fix_plan", "s",
	  N_("propose the correction") },
	{ "open", "reject", "dismissed", "clerk", MOVE_CLOSE, "relation_fix_deny", "d",
	  N_("dismiss: the record stays") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "relation_fix_put",
	  "a", N_("approve: the record is as the document says") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};
const struct move fix_refund_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "relation_excess_plan",
	  "s", N_("propose that these months do not count here") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: they count here") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "relation_excess_put",
	  "a", N_("approve: the person's part goes back by the next run") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};

static const struct column row_columns[] = { { .col = FIX_ROWS_PERIOD,
					       .title = N_("Month"),
					       .kind = COLUMN_PERIOD,
					       .width = 7 },
					     { .col = FIX_ROWS_BEFORE_FEN,
					       .title = N_("Base on record"),
					       .kind = COLUMN_MONEY,
					       .width = 16 },
					     { .col = FIX_ROWS_BASE_FEN,
					       .title = N_("Base corrected"),
					       .kind = COLUMN_MONEY,
					       .width = 16 },
					     { 0 } };
const struct section fix_task_sections[] = { { .name = "relation_fix",
					       .title = N_("What is corrected"),
					       .stmt = &FIX_ROWS,
					       .columns = row_columns },
					     { 0 } };

static const struct column list_columns[] = {
	{ .col = FIX_LIST_TOLD_ON, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = FIX_LIST_NAME, .title = N_("Name"), .width = 8 },
	{ .col = FIX_LIST_FIX_NO,
	  .title = N_("Number"),
	  .kind = COLUMN_COUNT,
	  .width = 6 },
	{ .col = FIX_LIST_STATE,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = FIX_LIST_DOCUMENT, .title = N_("Document") },
	{ .col = FIX_LIST_MONTHS,
	  .title = N_("Months"),
	  .kind = COLUMN_COUNT,
	  .width = 6 },
	{ .col = FIX_LIST_ACCOUNT_FEN,
	  .title = N_("Account"),
	  .kind = COLUMN_MONEY,
	  .width = 12 },
	{ 0 }
};
static const int list_args[] = { FIX_LIST_PERSON_ID, -1 };
static const struct column double_list_columns[] = {
	{ .col = FIX_DOUBLES_NAME, .title = N_("Name"), .width = 8 },
	{ .col = FIX_DOUBLES_OFFICE, .title = N_("Other place") },
	{ .col = FIX_DOUBLES_FROM_PERIOD,
	  .title = N_("From"),
	  .kind = COLUMN_PERIOD,
	  .width = 7 },
	{ .col = FIX_DOUBLES_TO_PERIOD,
	  .title = N_("To"),
	  .kind = COLUMN_PERIOD,
	  .width = 7 },
	{ .col = FIX_DOUBLES_STATE,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 18 },
	{ .col = FIX_DOUBLES_FEN,
	  .title = N_("The person's part"),
	  .kind = COLUMN_MONEY,
	  .width = 17 },
	{ 0 }
};
static const int double_args[] = { FIX_DOUBLES_PERSON_ID, -1 };
const struct section fix_sections[] = { { .name = "fixes",
					  .title =
					      N_("Corrections of contribution records"),
					  .stmt = &FIX_LIST,
					  .columns = list_columns,
					  .opens = "person",
					  .args = list_args },
					{ .name = "doubles",
					  .title = N_("Insured in two places"),
					  .stmt = &FIX_DOUBLES,
					  .columns = double_list_columns,
					  .opens = "person",
					  .args = double_args },
					{ 0 } };

static const struct form_field form_fields[] = {
	{ "from", ENTRY_DAY, N_("first month"), .most = "today" },
	{ "to", ENTRY_DAY, N_("last month"), .most = "today" },
	{ "base", ENTRY_MONEY, N_("base; empty where nothing was paid"), .optional = true,
	  .least = "0" },
	{ "document", ENTRY_TEXT, N_("the document that says so"), .bytes = 200 },
	{ "account", ENTRY_MONEY, N_("the account is more by"), .optional = true },
	{ 0 }
};
const struct form fix_form = { form_fields, &FIX_CORRECT,
			       N_("the correction waits for two persons") };

const struct option_def fix_correct_options[] = {
	{ "document", 't', N_("the document that says so"), "", 0, 0 },
	{ "account", 't', N_("yuan by which the account changes, as -120.50"), NULL, 0,
	  0 },
	{ 0 }
};

/* "2025-11" as its first day. */
static const char *first_of(const struct verb_call *c, const char *month)
{
	char *day = c->room(c, 16);

	if (strlen(month) == 7)
		snprintf(day, 16, "%s-01", month);
	else
		snprintf(day, 16, "%.10s", month);
	return day;
}

bool fix_correct(const struct verb_call *c)
{
	const char *person = c->person(c), *fix, *yuan = c->option(c, "account");
	const char *params[] = {
		person, first_of(c, c->args[1]),  first_of(c, c->args[2]),
		NULL,	c->option(c, "document"), NULL
	};
	const char *rows[] = { person, "relations.fix", NULL };

	if (!person ||
	    (strcmp(c->args[3], "none") != 0 &&
	     !c->run(c, &FIX_SIGNED, &c->args[3], &params[3])) ||
	    (yuan && !c->run(c, &FIX_SIGNED, &yuan, &params[5])) ||
	    !c->run(c, &FIX_CORRECT, params, &fix))
		return false;
	c->note(c, N_("correction %s waits for two persons"), fix, "");
	rows[2] = fix;
	return c->print(c, &FIX_ROWS, rows, row_columns, NULL);
}

bool fix_drop(const struct verb_call *c)
{
	const char *person = c->person(c), *fix;
	const char *params[] = { person, c->args[1] };

	if (!person || !c->run(c, &FIX_DROP, params, &fix))
		return false;
	c->note(c, N_("correction %s is dropped"), fix, "");
	return true;
}

bool fix_list(const struct verb_call *c)
{
	const char *person = c->nargs ? c->person(c) : NULL;

	if (c->nargs && !person)
		return false;
	return c->print(c, &FIX_LIST, &person, list_columns, NULL);
}

bool fix_doubles(const struct verb_call *c)
{
	const char *person = c->nargs ? c->person(c) : NULL;

	if (c->nargs && !person)
		return false;
	return c->print(c, &FIX_DOUBLES, &person, double_list_columns, NULL);
}
