#include "in.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "in_sql.h"

const struct field come_fields[] = { { "letter_no", FIELD_REF, .table = "relation_in",
				       .column = "letter_no" },
				     { "id_no", FIELD_ID },
				     { "name", FIELD_NAME },
				     { "row_no", FIELD_COUNT },
				     { "row_count", FIELD_COUNT },
				     { "from_month", FIELD_PERIOD, .most = "today" },
				     { "to_month", FIELD_PERIOD, .most = "today" },
				     { "base", FIELD_MONEY, .positive = true },
				     { "account", FIELD_MONEY },
				     { "pooled", FIELD_MONEY },
				     { 0 } };
static const struct kept_column columns[] = { { "letter_no", KEPT_KEY },
					      { "nth", KEPT_KEY, "row_no::int" },
					      { "rows", KEPT_VALUE, "row_count::int" },
					      { "from_period", KEPT_VALUE, "from_month" },
					      { "to_period", KEPT_VALUE, "to_month" },
					      { "base_fen", KEPT_VALUE, "base" },
					      { "account_fen", KEPT_VALUE, "account" },
					      { "pooled_fen", KEPT_VALUE, "pooled" },
					      { 0 } };
const struct keep come_keeps[] = { { "relation_form", columns }, { 0 } };
const struct stmt *const come_before[] = { &IN_REFUSE, NULL };
const struct stmt *const come_money_apply[] = { &IN_MONEY, NULL };

const struct move come_ask_moves[] = {
	{ "open", "send", "done", "clerk", MOVE_CLOSE, "relation_letter", "s",
	  N_("the letter goes to the other place") },
	{ "open", "reject", "dismissed", "clerk", MOVE_CLOSE, "relation_deny", "d",
	  N_("refuse the application, with the reason") },
	{ 0 }
};
const struct move come_late_moves[] = { { "open", "remind", "done", "clerk", MOVE_CLOSE,
					  "relation_remind", "s",
					  N_("the other place was asked once more") },
					{ 0 } };
const struct move come_differs_moves[] = {
	{ "open", "settle", "done", "clerk", MOVE_CLOSE, NULL, "s",
	  N_("the other place was asked which is right") },
	{ 0 }
};
const struct move come_take_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "relation_take_plan", "s",
	  N_("propose to take it in") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, "relation_untaken", "d",
	  N_("refuse it: the money goes back") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "relation_take", "a",
	  N_("approve: months and account are the person's here") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};

const struct column come_list_columns[] = {
	{ .col = IN_LIST_APPLIED_ON,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10,
	  .gives_way = 2 },
	{ .col = IN_LIST_NAME, .title = N_("Name"), .width = 8 },
	{ .col = IN_LIST_LETTER_NO, .title = N_("Letter no."), .width = 12 },
	{ .col = IN_LIST_OFFICE, .title = N_("Other place"), .gives_way = 3 },
	{ .col = IN_LIST_STAND, .title = N_("State"), .kind = COLUMN_LABEL, .width = 14 },
	{ .col = IN_LIST_DUE, .title = N_("Due"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = IN_LIST_FORM_FEN,
	  .title = N_("Form"),
	  .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = IN_LIST_MONEY_FEN,
	  .title = N_("In the account"),
	  .kind = COLUMN_MONEY,
	  .width = 14,
	  .gives_way = 1 },
	{ 0 }
};
const int come_list_args[] = { IN_LIST_PERSON_ID, IN_LIST_LETTER_NO, -1 };

static const struct column head_columns[] = {
	{ .col = IN_HEAD_LETTER_NO, .title = N_("Letter no.") },
	{ .col = IN_HEAD_NAME, .title = N_("Name") },
	{ .col = IN_HEAD_OFFICE, .title = N_("Other place") },
	{ .col = IN_HEAD_STAND, .title = N_("State"), .kind = COLUMN_LABEL },
	{ .col = IN_HEAD_LETTER_ON, .title = N_("Sent on"), .kind = COLUMN_DAY },
	{ .col = IN_HEAD_DUE, .title = N_("Answer until"), .kind = COLUMN_DAY },
	{ .col = IN_HEAD_FORM_FEN, .title = N_("Form"), .kind = COLUMN_MONEY },
	{ .col = IN_HEAD_MONEY_FEN, .title = N_("In the account"), .kind = COLUMN_MONEY },
	{ .col = IN_HEAD_COUNTS,
	  .title = N_("Months in both: what counts"),
	  .kind = COLUMN_LABEL },
	{ .col = IN_HEAD_WHY, .title = N_("Why") },
	{ 0 }
};
const struct section come_head_sections[] = {
	{ .name = "head", .stmt = &IN_HEAD, .columns = head_columns, .is_fields = true },
	{ 0 }
};
static const struct column row_columns[] = {
	{ .col = IN_ROWS_NTH, .title = N_("Row"), .kind = COLUMN_COUNT, .width = 4 },
	{ .col = IN_ROWS_FROM_PERIOD,
	  .title = N_("From"),
	  .kind = COLUMN_PERIOD,
	  .width = 7 },
	{ .col = IN_ROWS_TO_PERIOD,
	  .title = N_("To"),
	  .kind = COLUMN_PERIOD,
	  .width = 7 },
	{ .col = IN_ROWS_BASE_FEN,
	  .title = N_("Base"),
	  .kind = COLUMN_MONEY,
	  .width = 11 },
	{ .col = IN_ROWS_ACCOUNT_FEN,
	  .title = N_("Account"),
	  .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = IN_ROWS_POOLED_FEN,
	  .title = N_("Pooled"),
	  .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = IN_ROWS_FILE, .title = N_("File"), .gives_way = 1 },
	{ 0 }
};
static const int person_args[] = { IN_HEAD_PERSON_ID, -1 };
static const int head_args[] = { IN_HEAD_PERSON_ID, IN_HEAD_LETTER_NO, -1 };
const struct action come_one_actions[] = { { "f", N_("row of a form"), "clerk", "head",
					     head_args, .opens = "relation.form" },
					   { "c", N_("what counts"), "clerk", "head",
					     head_args, .opens = "relation.counts" },
					   { "b", N_("sent back"), "clerk", "head",
					     head_args, .opens = "relation.returned" },
					   { "x", N_("withdraw"), "clerk", "head",
					     head_args, .opens = "relation.withdraw" },
					   { 0 } };
const struct section come_one_sections[] = { { .name = "head",
					       .stmt = &IN_HEAD,
					       .columns = head_columns,
					       .is_fields = true,
					       .opens = "person",
					       .args = person_args },
					     { .name = "rows",
					       .title = N_("Information form"),
					       .stmt = &IN_ROWS,
					       .columns = row_columns },
					     { 0 } };

const struct column come_of_columns[] = {
	{ .col = IN_OF_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = IN_OF_WHAT, .title = N_("What"), .kind = COLUMN_LABEL, .width = 14 },
	{ .col = IN_OF_LETTER_NO, .title = N_("Letter no."), .width = 12 },
	{ .col = IN_OF_OFFICE, .title = N_("Other place"), .gives_way = 1 },
	{ .col = IN_OF_STAND, .title = N_("State"), .kind = COLUMN_LABEL, .width = 14 },
	{ .col = IN_OF_FEN, .title = N_("Amount"), .kind = COLUMN_MONEY, .width = 12 },
	{ 0 }
};
static const int come_of_args[] = { IN_OF_PERSON_ID, -1 };
const struct action come_person_actions[] = {
	{ "m", N_("transfer in"), .job = "clerk", .section = "relations",
	  .args = come_of_args, .opens = "relation.apply" },
	{ "f", N_("transfer out"), .job = "clerk", .section = "relations",
	  .args = come_of_args, .opens = "relation.receive" },
	{ "r", N_("correct"), .job = "clerk", .section = "relations",
	  .args = come_of_args, .opens = "relation.correct" },
	{ 0 }
};

static const struct column member_columns[] = {
	{ .col = IN_MEMBER_NAME, .title = N_("Name") },
	{ .col = IN_MEMBER_ID_NO, .title = N_("Number") },
	{ .col = IN_MEMBER_STATUS, .title = N_("Status"), .kind = COLUMN_LABEL },
	{ .col = IN_MEMBER_MONTHS, .title = N_("Months"), .kind = COLUMN_COUNT },
	{ .col = IN_MEMBER_ACCOUNT_FEN, .title = N_("Account"), .kind = COLUMN_MONEY },
	{ .col = IN_MEMBER_BAR, .title = N_("Remark"), .kind = COLUMN_LABEL },
	{ 0 }
};
const struct section come_form_sections[] = { { .name = "head",
						.stmt = &IN_MEMBER,
						.columns = member_columns,
						.is_fields = true },
					      { 0 } };
static const struct form_field apply_fields[] = {
	{ "place", ENTRY_TEXT, N_("code of the other place"), .bytes = 6 },
	{ "office", ENTRY_TEXT, N_("agency of the other place"), .bytes = 100 },
	{ "ground", ENTRY_CODE, N_("works here, household here, or posted here"),
	  .value = "work", .codes = "work home posted" },
	{ "scheme", ENTRY_CODE, N_("insurance there"), .value = "employee",
	  .codes = "employee resident" },
	{ 0 }
};
const struct form come_apply_form = { apply_fields, &IN_APPLY_FORM,
				      N_("the application is received") };
static const struct form_field tell_fields[] = {
	{ "row", ENTRY_COUNT, N_("row of the form"), .value = "1", .least = "1",
	  .most = "999" },
	{ "rows", ENTRY_COUNT, N_("rows in all"), .value = "1", .least = "1",
	  .most = "999" },
	{ "from", ENTRY_DAY, N_("first month"), .most = "today" },
	{ "to", ENTRY_DAY, N_("last month"), .most = "today" },
	{ "base", ENTRY_MONEY, N_("Base"), .least = "0" },
	{ "account", ENTRY_MONEY, N_("Account"), .least = "0" },
	{ "pooled", ENTRY_MONEY, N_("Pooled"), .least = "0" },
	{ 0 }
};
const struct form come_tell_form = { tell_fields, &IN_TELL, N_("the row is noted") };
static const struct form_field why_fields[] = {
	{ "why", ENTRY_TEXT, N_("Why"), .bytes = 200 }, { 0 }
};
const struct form come_withdraw_form = { why_fields, &IN_WITHDRAW,
					 N_("the transfer is withdrawn") };
const struct form come_returned_form = { why_fields, &IN_RETURNED,
					 N_("the person is told") };
static const struct form_field counts_fields[] = {
	{ "counts", ENTRY_CODE, N_("what counts of a month paid in both"),
	  .value = "here", .codes = "here there" },
	{ 0 }
};
const struct form come_counts_form = { counts_fields, &IN_COUNTS, N_("it is noted") };

const struct option_def come_apply_options[] = {
	{ "ground", 't', N_("work, home (household here) or posted"), "work", 0, 0 },
	{ "scheme", 't', N_("insurance there: employee or resident"), "employee", 0, 0 },
	{ "channel", 't', N_("where the application came from"), "counter", 0, 0 },
	{ 0 }
};

bool come_apply(const struct verb_call *c)
{
	const char *person = c->person(c), *letter;
	const char *params[] = { person,
				 c->args[1],
				 c->args[2],
				 c->option(c, "ground"),
				 c->option(c, "scheme"),
				 c->option(c, "channel") };

	if (!person || !c->run(c, &IN_APPLY, params, &letter))
		return false;
	c->note(c, N_("the application is received: letter %s"), letter, "");
	return c->print(c, &IN_LIST, &person, come_list_columns, NULL);
}

/* A step that takes person, letter and a word. */
static bool step(const struct verb_call *c, const struct stmt *s, const char *said)
{
	const char *person = c->person(c), *letter;
	const char *params[] = { person, c->args[1], c->nargs > 2 ? c->args[2] : NULL };

	if (!person || !c->run(c, s, params, &letter))
		return false;
	c->note(c, said, letter, "");
	return true;
}

bool come_withdraw(const struct verb_call *c)
{
	return step(c, &IN_WITHDRAW, N_("transfer %s is withdrawn"));
}

bool come_returned(const struct verb_call *c)
{
	return step(c, &IN_RETURNED, N_("letter %s came back; the person is told"));
}

bool come_counts(const struct verb_call *c)
{
	return step(c, &IN_COUNTS, N_("what counts is noted for letter %s"));
}

const struct option_def come_tell_options[] = {
	{ "row", 'n', N_("row of the form"), "1", 1, 999 },
	{ "rows", 'n', N_("rows in all"), "1", 1, 999 },
	{ "from", 'd', N_("a day of the first month"), NULL, 0, 0 },
	{ "to", 'd', N_("a day of the last month"), NULL, 0, 0 },
	{ "base", 't', N_("base a month, in yuan"), "", 0, 0 },
	{ "account", 't', N_("account, in yuan"), "0", 0, 0 },
	{ "pooled", 't', N_("pooled money, in yuan"), "0", 0, 0 },
	{ 0 }
};

bool come_tell(const struct verb_call *c)
{
	const char *person = c->person(c), *letter;
	const char *params[] = { person,
				 c->args[1],
				 c->option(c, "row"),
				 c->option(c, "rows"),
				 c->option(c, "from"),
				 c->option(c, "to"),
				 NULL,
				 NULL,
				 NULL };
	static const char *const money[] = { "base", "account", "pooled" };

	for (int i = 0; i < 3; i++) {
		const char *yuan = c->option(c, money[i]);

		if (!c->run(c, &IN_FEN, &yuan, &params[6 + i]))
			return false;
	}
	if (!person || !c->run(c, &IN_TELL, params, &letter))
		return false;
	return c->print(c, &IN_ROWS, params, row_columns, NULL);
}

const struct option_def come_paper_options[] = {
	{ "out", 'p', N_("the PDF file that is written") }, { 0 }
};

bool come_letter(const struct verb_call *c)
{
	const char *out = c->option(c, "out"), *person, *lines, *day;

	if (!out)
		return c->fail(c, N_("a letter needs a file to be written to"),
			       N_("Say --out letter.pdf."));
	person = c->person(c);
	if (!person ||
	    !c->run(c, &IN_LETTER, (const char *const[]){ person, c->args[1] }, &lines))
		return false;
	if (!*lines)
		return c->fail(c, N_("the letter has not been sent"),
			       N_("Its task comes first: steward tasks --type "
				  "relation_ask"));
	day = said_line(c, &lines);
	return c->paper(c, out, said_text(c, lines), c->args[1], day);
}

bool come_list(const struct verb_call *c)
{
	const char *person = c->nargs ? c->person(c) : NULL;

	if (c->nargs && !person)
		return false;
	return c->print(c, &IN_LIST, &person, come_list_columns, NULL);
}
