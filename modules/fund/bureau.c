#include "bureau.h"

#include <stddef.h>

#include "bureau_sql.h"

/* What the bureau's file says: one row a request and scheme. */
const struct field bureau_fields[] = {
	{ "request_no", FIELD_REF, .table = "fund_request", .column = "request_no" },
	{ "scheme", FIELD_CODE,
	  .codes = "employee resident public unemployment injury medical care" },
	{ "granted", FIELD_MONEY },
	{ "answered_on", FIELD_DAY, .most = "today" },
	{ "why", FIELD_TEXT, .optional = true },
	{ 0 }
};

static const struct column list_columns[] = {
	{ .col = BUREAU_LIST_REQUEST_NO, .title = N_("Request"), .width = 11 },
	{ .col = BUREAU_LIST_STAND, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 14 },
	{ .col = BUREAU_LIST_ASKED_FEN, .title = N_("Requested"), .kind = COLUMN_MONEY,
	  .width = 15 },
	{ .col = BUREAU_LIST_GRANTED_FEN, .title = N_("Allowed"), .kind = COLUMN_MONEY,
	  .width = 15 },
	{ .col = BUREAU_LIST_RECEIVED_FEN, .title = N_("In the account"),
	  .kind = COLUMN_MONEY, .width = 15 },
	{ .col = BUREAU_LIST_DUE, .title = N_("Answer by"), .kind = COLUMN_DAY,
	  .width = 10, .gives_way = 2 },
	{ .col = BUREAU_LIST_WHO, .title = N_("By"), .width = 8, .gives_way = 3 },
	{ .col = BUREAU_LIST_APPROVED_BY, .title = N_("Approver"), .width = 8,
	  .gives_way = 1 },
	{ 0 }
};
static const struct column head_columns[] = {
	{ .col = BUREAU_HEAD_REQUEST_NO, .title = N_("Request") },
	{ .col = BUREAU_HEAD_PERIOD, .title = N_("Month"), .kind = COLUMN_PERIOD },
	{ .col = BUREAU_HEAD_STAND, .title = N_("State"), .kind = COLUMN_LABEL },
	{ .col = BUREAU_HEAD_WHO, .title = N_("By") },
	{ .col = BUREAU_HEAD_APPROVED_BY, .title = N_("Approver") },
	{ .col = BUREAU_HEAD_APPROVED_ON, .title = N_("Day"), .kind = COLUMN_DAY },
	{ .col = BUREAU_HEAD_DUE, .title = N_("Answer by"), .kind = COLUMN_DAY },
	{ .col = BUREAU_HEAD_WHY, .title = N_("Withdrawn because") },
	{ .col = BUREAU_HEAD_DIGEST, .title = N_("Digest") },
	{ 0 }
};
static const struct column part_columns[] = {
	{ .col = BUREAU_PARTS_SCHEME, .title = N_("Scheme"), .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = BUREAU_PARTS_LINES, .title = N_("Lines"), .kind = COLUMN_COUNT,
	  .width = 8, .gives_way = 1 },
	{ .col = BUREAU_PARTS_ASKED_FEN, .title = N_("Requested"),
	  .kind = COLUMN_MONEY, .width = 15 },
	{ .col = BUREAU_PARTS_GRANTED_FEN, .title = N_("Allowed"),
	  .kind = COLUMN_MONEY, .width = 15 },
	{ .col = BUREAU_PARTS_RECEIVED_FEN, .title = N_("In the account"),
	  .kind = COLUMN_MONEY, .width = 15 },
	{ .col = BUREAU_PARTS_LEFT_FEN, .title = N_("Missing"), .kind = COLUMN_MONEY,
	  .width = 13 },
	{ .col = BUREAU_PARTS_WHY, .title = N_("Why"), .gives_way = 2 },
	{ 0 }
};
static const struct column run_columns[] = {
	{ .col = BUREAU_RUNS_RUN, .title = N_("Run"), .width = 10 },
	{ .col = BUREAU_RUNS_PERIOD, .title = N_("Month"), .kind = COLUMN_PERIOD,
	  .width = 7 },
	{ .col = BUREAU_RUNS_NTH, .title = N_("No."), .width = 4 },
	{ .col = BUREAU_RUNS_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = BUREAU_RUNS_DIGEST, .title = N_("Digest") },
	{ 0 }
};
static const struct column word_columns[] = {
	{ .col = BUREAU_WORDS_SCHEME, .title = N_("Scheme"), .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = BUREAU_WORDS_ANSWERED_ON, .title = N_("Day"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = BUREAU_WORDS_GRANTED_FEN, .title = N_("Allowed"),
	  .kind = COLUMN_MONEY, .width = 15 },
	{ .col = BUREAU_WORDS_WHO, .title = N_("By"), .kind = COLUMN_LABEL,
	  .width = 8 },
	{ .col = BUREAU_WORDS_WHY, .title = N_("Why") },
	{ 0 }
};

static const int list_args[] = { BUREAU_LIST_REQUEST_NO, -1 };
static const int head_args[] = { BUREAU_HEAD_REQUEST_NO, -1 };
static const int part_args[] = { BUREAU_PARTS_REQUEST_NO, BUREAU_PARTS_SCHEME, -1 };
const struct section bureau_list_sections[] = {
	{ .name = "requests", .stmt = &BUREAU_LIST, .columns = list_columns,
	  .opens = "fund.request", .args = list_args },
	{ 0 }
};
const struct section bureau_one_sections[] = {
	{ .name = "head", .stmt = &BUREAU_HEAD, .columns = head_columns,
	  .is_fields = true },
	{ .name = "parts", .title = N_("Scheme by scheme"), .stmt = &BUREAU_PARTS,
	  .columns = part_columns },
	{ .name = "runs", .title = N_("For these runs"), .stmt = &BUREAU_RUNS,
	  .columns = run_columns },
	{ .name = "words", .title = N_("What the bureau said"), .stmt = &BUREAU_WORDS,
	  .columns = word_columns },
	{ 0 }
};
const struct section bureau_head_sections[] = {
	{ .name = "head", .stmt = &BUREAU_HEAD, .columns = head_columns,
	  .is_fields = true },
	{ 0 }
};
const struct action bureau_list_actions[] = {
	{ "A", N_("approve"), "reviewer", "requests", list_args,
	  .runs = &BUREAU_APPROVE },
	{ "x", N_("withdraw"), NULL, "requests", list_args, .opens = "fund.withdraw" },
	{ 0 }
};
const struct action bureau_one_actions[] = {
	{ "A", N_("approve"), "reviewer", "head", head_args, .runs = &BUREAU_APPROVE },
	{ "g", N_("all of it is granted"), NULL, "head", head_args,
	  .runs = &BUREAU_GRANTED },
	{ "a", N_("another answer"), NULL, "parts", part_args, .opens = "fund.answer" },
	{ "x", N_("withdraw"), NULL, "head", head_args, .opens = "fund.withdraw" },
	{ 0 }
};

static const struct form_field withdraw_fields[] = {
	{ "why", ENTRY_TEXT, N_("Why"), .bytes = 200 }, { 0 }
};
const struct form bureau_withdraw_form = { withdraw_fields, &BUREAU_WITHDRAW,
					    N_("the request is withdrawn") };
static const struct form_field answer_fields[] = {
	{ "granted", ENTRY_MONEY, N_("Allowed"), .least = "0" },
	{ "why", ENTRY_TEXT, N_("Why"), .optional = true, .bytes = 200 },
	{ "answered_on", ENTRY_DAY, N_("Day"), .value = "today", .most = "today" },
	{ 0 }
};
const struct form bureau_answer_form = { answer_fields, &BUREAU_ANSWER_FORM,
					  N_("the answer is noted") };

const struct option_def bureau_make_options[] = {
	{ "month", 'n', N_("its runs, as 202511; the newest run's"), .least = 185001,
	  .most = 210012 },
	{ 0 }
};
const struct option_def bureau_answer_options[] = {
	{ "why", 't', N_("what the bureau says"), NULL, 0, 0 },
	{ "day", 'd', N_("when it answered; today"), NULL, 0, 0 },
	{ 0 }
};

/* One request with all that belongs to it. */
static bool show(const struct verb_call *c, const char *no)
{
	return c->print(c, &BUREAU_HEAD, &no, head_columns, N_("Request")) &&
	       c->print(c, &BUREAU_PARTS, &no, part_columns, N_("Scheme by scheme")) &&
	       c->print(c, &BUREAU_RUNS, &no, run_columns, N_("For these runs")) &&
	       c->print(c, &BUREAU_WORDS, &no, word_columns,
			N_("What the bureau said"));
}

bool bureau_make(const struct verb_call *c)
{
	const char *month = c->option(c, "month"), *no;

	if (!c->run(c, &BUREAU_MAKE, &month, &no))
		return false;
	c->note(c, N_("request %s waits for a second person"), no, "");
	return c->print(c, &BUREAU_PARTS, &no, part_columns, NULL);
}

bool bureau_approve(const struct verb_call *c)
{
	const char *no;

	if (!c->run(c, &BUREAU_APPROVE, c->args, &no))
		return false;
	c->note(c, N_("request %s goes to the finance bureau"), no, "");
	return c->print(c, &BUREAU_PARTS, &no, part_columns, NULL);
}

bool bureau_withdraw(const struct verb_call *c)
{
	const char *no;

	if (!c->run(c, &BUREAU_WITHDRAW, c->args, &no))
		return false;
	c->note(c, N_("request %s is withdrawn"), no, "");
	return true;
}

bool bureau_answer(const struct verb_call *c)
{
	const char *params[] = { c->args[0], c->nargs > 1 ? c->args[1] : NULL,
				 c->nargs > 2 ? c->args[2] : NULL, c->option(c, "why"),
				 c->option(c, "day") };
	const char *n;

	return c->run(c, &BUREAU_ANSWER, params, &n) &&
	       c->print(c, &BUREAU_PARTS, c->args, part_columns, NULL);
}

bool bureau_list(const struct verb_call *c)
{
	return c->nargs ? show(c, c->args[0])
			: c->print(c, &BUREAU_LIST, NULL, list_columns, NULL);
}
