#include "out.h"

#include <stddef.h>
#include <stdio.h>

#include "in_sql.h"
#include "out_sql.h"

const struct field leave_fields[] = { { "letter_no", FIELD_NAME },
				      { "id_no", FIELD_ID },
				      { "name", FIELD_NAME },
				      { "place", FIELD_NAME },
				      { "agency", FIELD_NAME },
				      { "account", FIELD_NAME },
				      { "day", FIELD_DAY, .most = "today" },
				      { 0 } };
/* Where the money goes no file changes silently. */
static const struct kept_column columns[] = {
	{ "letter_no", KEPT_KEY },	     { "place", KEPT_VALUE },
	{ "office", KEPT_VALUE, "agency" },  { "account_no", KEPT_FIRM, "account" },
	{ "received_on", KEPT_NOTE, "day" }, { 0 }
};
const struct keep leave_keeps[] = { { "relation_out", columns }, { 0 } };

const struct move leave_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "relation_out_plan", "s",
	  N_("propose to transfer it") },
	{ "open", "reject", "dismissed", "clerk", MOVE_CLOSE, "relation_out_deny", "d",
	  N_("refuse the letter, with the reason") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "relation_out_put",
	  "a", N_("approve: the relation goes, the next list pays") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};
const struct move leave_back_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "relation_back_plan", "s",
	  N_("propose that the relation lives here again") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, "relation_stays", "d",
	  N_("dismiss: it goes once more") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "relation_back", "a",
	  N_("approve: months and account are here again") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};
const struct move leave_money_moves[] = { { "open", "settle", "done", "clerk", MOVE_CLOSE,
					    NULL, "s", N_("settle: it is known why") },
					  { 0 } };

const struct column leave_list_columns[] = {
	{ .col = OUT_LIST_RECEIVED_ON,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10,
	  .gives_way = 2 },
	{ .col = OUT_LIST_NAME, .title = N_("Name"), .width = 8 },
	{ .col = OUT_LIST_LETTER_NO, .title = N_("Letter no."), .width = 12 },
	{ .col = OUT_LIST_OFFICE, .title = N_("Other place"), .gives_way = 3 },
	{ .col = OUT_LIST_STATE,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = OUT_LIST_DUE, .title = N_("Due"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = OUT_LIST_TOTAL_FEN,
	  .title = N_("Amount"),
	  .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = OUT_LIST_SENT_FEN,
	  .title = N_("Sent"),
	  .kind = COLUMN_MONEY,
	  .width = 12,
	  .gives_way = 1 },
	{ .col = OUT_LIST_WHY,
	  .title = N_("Remark"),
	  .kind = COLUMN_LABEL,
	  .width = 14,
	  .gives_way = 4 },
	{ 0 }
};
const int leave_list_args[] = { OUT_LIST_PERSON_ID, OUT_LIST_LETTER_NO, -1 };

static const struct column head_columns[] = {
	{ .col = OUT_HEAD_LETTER_NO, .title = N_("Letter no.") },
	{ .col = OUT_HEAD_NAME, .title = N_("Name") },
	{ .col = OUT_HEAD_OFFICE, .title = N_("Other place") },
	{ .col = OUT_HEAD_ACCOUNT_NO, .title = N_("Its bank account") },
	{ .col = OUT_HEAD_STATE, .title = N_("State"), .kind = COLUMN_LABEL },
	{ .col = OUT_HEAD_MONTHS_BEFORE,
	  .title = N_("Months before the payroll files"),
	  .kind = COLUMN_COUNT },
	{ .col = OUT_HEAD_WAGES_FEN, .title = N_("Wages of them"), .kind = COLUMN_MONEY },
	{ .col = OUT_HEAD_ACCOUNT_FEN, .title = N_("Account"), .kind = COLUMN_MONEY },
	{ .col = OUT_HEAD_BAR, .title = N_("Remark"), .kind = COLUMN_LABEL },
	{ 0 }
};
const struct section leave_head_sections[] = {
	{ .name = "head", .stmt = &OUT_HEAD, .columns = head_columns, .is_fields = true },
	{ 0 }
};
static const struct column row_columns[] = {
	{ .col = OUT_ROWS_NTH, .title = N_("Row"), .kind = COLUMN_COUNT, .width = 4 },
	{ .col = OUT_ROWS_FROM_PERIOD,
	  .title = N_("From"),
	  .kind = COLUMN_PERIOD,
	  .width = 7 },
	{ .col = OUT_ROWS_TO_PERIOD,
	  .title = N_("To"),
	  .kind = COLUMN_PERIOD,
	  .width = 7 },
	{ .col = OUT_ROWS_BASE_FEN,
	  .title = N_("Base"),
	  .kind = COLUMN_MONEY,
	  .width = 11 },
	{ .col = OUT_ROWS_ACCOUNT_FEN,
	  .title = N_("Account"),
	  .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = OUT_ROWS_POOLED_FEN,
	  .title = N_("Pooled"),
	  .kind = COLUMN_MONEY,
	  .width = 12 },
	{ 0 }
};
static const int person_args[] = { OUT_HEAD_PERSON_ID, -1 };
static const int head_args[] = { OUT_HEAD_PERSON_ID, OUT_HEAD_LETTER_NO, -1 };
const struct action leave_one_actions[] = {
	{ "e", N_("wages"), "clerk", "head", head_args, .opens = "relation.wages" },
	{ "y", N_("a transfer out came back"), "clerk", "head", head_args,
	  .opens = "relation.sentback" },
	{ "z", N_("letter taken back"), "clerk", "head", head_args,
	  .opens = "relation.takenback" },
	{ 0 }
};
const struct section leave_one_sections[] = { { .name = "head",
						.stmt = &OUT_HEAD,
						.columns = head_columns,
						.is_fields = true,
						.opens = "person",
						.args = person_args },
					      { .name = "rows",
						.title = N_("Information form"),
						.stmt = &OUT_ROWS,
						.columns = row_columns },
					      { 0 } };

static const struct form_field receive_fields[] = {
	{ "letter", ENTRY_TEXT, N_("number of the letter"), .bytes = 40 },
	{ "place", ENTRY_TEXT, N_("code of the other place"), .bytes = 6 },
	{ "office", ENTRY_TEXT, N_("agency of the other place"), .bytes = 100 },
	{ "account", ENTRY_TEXT, N_("its bank account"), .bytes = 100 },
	{ 0 }
};
const struct form leave_receive_form = { receive_fields, &OUT_RECEIVE,
					 N_("the letter is received") };
static const struct form_field wages_fields[] = {
	{ "wages", ENTRY_MONEY, N_("wages of those months, in all"), .least = "0" }, { 0 }
};
const struct form leave_wages_form = { wages_fields, &OUT_WAGES, N_("it is noted") };
static const struct form_field why_fields[] = {
	{ "why", ENTRY_TEXT, N_("Why"), .bytes = 200 }, { 0 }
};
const struct form leave_sent_back_form = { why_fields, &OUT_SENT_BACK,
					   N_("it is noted") };
const struct form leave_taken_back_form = { why_fields, &OUT_TAKEN_BACK,
					    N_("it is noted") };

bool leave_receive(const struct verb_call *c)
{
	const char *person = c->person(c), *letter;
	const char *params[] = { person, c->args[1], c->args[2], c->args[3], c->args[4] };

	if (!person || !c->run(c, &OUT_RECEIVE, params, &letter))
		return false;
	c->note(c, N_("letter %s is received"), letter, "");
	return c->print(c, &OUT_LIST, &person, leave_list_columns, NULL);
}

/* A step that takes person, letter and one thing more. */
static bool step(const struct verb_call *c, const struct stmt *s, const char *word,
		 const char *said)
{
	const char *person = c->person(c), *letter;
	const char *params[] = { person, c->args[1], word };

	if (!person || !c->run(c, s, params, &letter))
		return false;
	c->note(c, said, letter, "");
	return true;
}

bool leave_wages(const struct verb_call *c)
{
	const char *fen;

	return c->run(c, &IN_FEN, &c->args[2], &fen) &&
	       step(c, &OUT_WAGES, fen, N_("the wages are noted for letter %s"));
}

bool leave_taken_back(const struct verb_call *c)
{
	return step(c, &OUT_TAKEN_BACK, c->args[2], N_("letter %s is taken back"));
}

bool leave_sent_back(const struct verb_call *c)
{
	return step(c, &OUT_SENT_BACK, c->args[2],
		    N_("letter %s came back; two persons decide"));
}

bool leave_list(const struct verb_call *c)
{
	const char *person = c->nargs ? c->person(c) : NULL;

	if (c->nargs && !person)
		return false;
	return c->print(c, &OUT_LIST, &person, leave_list_columns, NULL);
}

const struct option_def leave_file_options[] = {
	{ "out", 'p', N_("the file that is written") }, { 0 }
};

/* What the statement gives about the person and the letter; NULL: it has said why not. */
static const char *lines_of(const struct verb_call *c, const struct stmt *s)
{
	const char *person, *lines;

	if (!c->option(c, "out")) {
		c->fail(c, N_("the form needs a file to be written to"),
			N_("Say --out form.csv."));
		return NULL;
	}
	person = c->person(c);
	if (!person || !c->run(c, s, (const char *const[]){ person, c->args[1] }, &lines))
		return NULL;
	if (*lines)
		return lines;
	c->fail(c, N_("nothing has been decided about this letter"),
		N_("Its task comes first: steward tasks --type relation_out"));
	return NULL;
}

bool leave_file(const struct verb_call *c)
{
	const char *lines = lines_of(c, &OUT_FILE);

	return lines && c->put(c, c->option(c, "out"), lines);
}

bool leave_paper(const struct verb_call *c)
{
	const char *lines = lines_of(c, &OUT_PAPER), *day;

	if (!lines)
		return false;
	day = said_line(c, &lines);
	return c->paper(c, c->option(c, "out"), said_text(c, lines), c->args[1], day);
}
