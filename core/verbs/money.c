/* Runs, what is owed back, adjustments, deductions, accounts. */
#include <stddef.h>

#include "cashier/pay.h"
#include "host/commands.h"
#include "tables.h"

#define ADJUST_FIRST \
	{ "first", 'n', N_("so many persons, then a pause"), NULL, 1, 1000000 }
#define ADJUST_REGION { "region", 'n', N_("this area, then a pause"), NULL, 0, 999999999 }
static const struct option_def adjust_rehearse_options[] = {
	{ "scheme", 't', N_("employee or resident"), "employee" },
	{ "region", 'n', N_("persons of this area alone"), NULL, 0, 999999999 },
	{ 0 }
};
static const struct option_def adjust_rows_options[] = {
	{ "only", 't',
	  N_("a state (pending, outlier, applied) or a cause of taking no part") },
	{ "limit", 'n', N_("rows at most"), "50", 1, 1000000 },
	{ 0 }
};
static const struct option_def adjust_part_options[] = { ADJUST_FIRST, ADJUST_REGION,
							{ 0 } };
static const struct option_def adjust_approve_options[] = {
	{ "signature", 't', N_("the signature that was looked at") }, ADJUST_FIRST,
	ADJUST_REGION, { 0 }
};
static const struct option_def adjust_undo_options[] = {
	{ "reason", 't', N_("why; kept with it") }, { 0 }
};
static const struct option_def pay_lines_options[] = {
	{ "only", 't', N_("new, amount, account, arrears, over, held or look") },
	{ "limit", 'n', N_("rows at most"), "50", 1, 10000000 },
	{ 0 }
};
static const struct option_def pay_decide_options[] = {
	{ "reason", 't', N_("reason code"), "" },
	{ "person", 't', N_("only this person's, by number or id") },
	{ 0 }
};
static const struct option_def pay_approve_options[] = {
	{ "signature", 't', N_("the signature that was looked at") }, { 0 }
};
static const struct option_def pay_confirm_options[] = {
	{ "paid-on", 'd', N_("day of payment; otherwise the one in the files") }, { 0 }
};
static const struct option_def pay_sample_options[] = {
	{ "most", 'n', N_("draws so many payments by chance"), NULL, 1, 1000 }, { 0 }
};
static const struct option_def pay_told_options[] = {
	{ "kind", 't', N_("of this kind of benefit"), "pension" }, { 0 }
};
static const struct option_def pay_returns_options[] = {
	{ "channel", 't', N_("whose own table it is; otherwise pain.002") }, { 0 }
};
static const struct option_def deduct_list_options[] = {
	{ "state", 't',
	  N_("proposed, valid, refused or ended; otherwise the first two") },
	{ 0 }
};
static const struct option_def deduct_add_options[] = {
	{ "kind", 't', N_("maintenance, tax or attachment"), "attachment" },
	{ "creditor", 't', N_("who gets it") },
	{ "order", 't', N_("number of the order or judgment") },
	{ "amount", 't', N_("yuan a month; or a share") },
	{ "share", 'n', N_("percent of the benefit"), NULL, 1, 100 },
	{ "total", 't', N_("yuan in all; then it ends") },
	{ "from", 'd', N_("first day") },
	{ "until", 'd', N_("day from which it is not paid any more") },
	{ 0 }
};
static const struct option_def deduct_settle_options[] = {
	{ "why", 't', N_("why, in a few words"), "" }, { 0 }
};
static const struct option_def recover_list_options[] = {
	{ "state", 't', N_("heard, owed, settled, waived or void") },
	{ "limit", 'n', N_("rows at most"), "50", 1, 1000000 },
	{ 0 }
};
static const struct option_def recover_judge_options[] = {
	{ "claim", 'n', N_("of several claims the one that is meant"), NULL, 1,
	  INT64_MAX },
	{ "month", 't', N_("month, YYYY-MM; otherwise all of them") },
	{ "fault", 't', N_("none, knew, wrong, concealed or agency"), "open" },
	{ "share", 'n', N_("percent of it that is asked for"), "100", 0, 100 },
	{ "why", 't', N_("why, in a few words"), "" },
	{ 0 }
};
static const struct option_def recover_received_options[] = {
	{ "claim", 'n', N_("of several claims the one that is meant"), NULL, 1,
	  INT64_MAX },
	{ "way", 't', N_("paid, or recalled by the bank"), "paid" },
	{ "ref", 'm', N_("number of the receipt") },
	{ "day", 'd', N_("the day it came; otherwise the business day") },
	{ 0 }
};
static const struct option_def recover_reverse_options[] = {
	{ "why", 'm', N_("what was wrong") }, { 0 }
};
static const struct option_def recover_estate_options[] = {
	{ "claim", 'n', N_("of several claims the one that is meant"), NULL, 1,
	  INT64_MAX },
	{ "heir", 'm', N_("who has inherited") },
	{ 0 }
};
static const struct option_def account_tests_options[] = {
	{ "state", 't',
	  N_("waiting, sent, failed, passed, accepted or repeated; otherwise the first "
	     "three") },
	{ 0 }
};
static const struct option_def account_options[] = {
	{ "reason", 't', N_("why, in a few words") }, { 0 }
};

const struct verb money_verbs[] = {
	{ "pay", "", N_("payment runs, the newest first"), 0, 0, "clerk", NULL,
	  .with_db = pay_list },
	{ "pay prepare", "[MONTH]", N_("what is to be paid for a month, of all benefits"),
	  0, 1, "clerk", NULL, .with_db = pay_prepare },
	{ "pay show", "[RUN|MONTH]",
	  N_("a run beside the month before, and what is held"), 0, 1, "clerk", NULL,
	  .with_db = pay_show },
	{ "pay lines", "[RUN|MONTH]", N_("its lines"), 0, 1, "clerk", pay_lines_options,
	  .with_db = pay_lines },
	{ "pay gate", "[RUN|MONTH]", N_("holds whom an open signal stands against"), 0, 1,
	  "clerk", NULL, .with_db = pay_gate },
	{ "pay held", "[RUN|MONTH] [RULE]", N_("who is held, and why"), 0, 2, "clerk",
	  NULL, .with_db = pay_held },
	{ "pay release", "RUN|MONTH RULE",
	  N_("held lines of a group go out all the same"), 2, 2, "clerk",
	  pay_decide_options, .with_db = pay_release },
	{ "pay keep", "RUN|MONTH RULE", N_("held lines of a group stay held"), 2, 2,
	  "clerk", pay_decide_options, .with_db = pay_keep },
	{ "pay sign", "[RUN|MONTH]", N_("as it is: for a second person"), 0, 1, "clerk",
	  NULL, .with_db = pay_sign },
	{ "pay approve", "[RUN|MONTH]", N_("with the signature that was looked at"), 0, 1,
	  "reviewer", pay_approve_options, .with_db = pay_approve },
	{ "pay export", "RUN|MONTH FOLDER", N_("a file for each channel"), 2, 2, "clerk",
	  NULL, .with_db = pay_export },
	{ "pay totals", "[RUN|MONTH]", N_("the totals page that goes with the files"), 0,
	  1, "clerk", NULL, .with_db = pay_totals },
	{ "pay confirm", "RUN|MONTH FOLDER",
	  N_("the banks have these files: it counts as paid"), 2, 2, "clerk",
	  pay_confirm_options, .with_db = pay_confirm },
	{ "pay returns", "FILE", N_("a bank's answer: what was paid, and what came back"),
	  1, 1, "clerk", pay_returns_options, .with_db = pay_returns },
	{ "pay close", "[RUN|MONTH]", N_("the end of every payment is known"), 0, 1,
	  "reviewer", NULL, .with_db = pay_close },
	{ "pay sample", "[RUN|MONTH]",
	  N_("payments drawn by chance, to be worked out once more"), 0, 1, "manager",
	  pay_sample_options, .with_db = pay_sample },
	{ "pay sample told", "PERSON RUN|MONTH YUAN",
	  N_("what should have been paid of one that was drawn"), 3, 3, "clerk",
	  pay_told_options, .with_db = pay_sample_told },
	{ "pay take-back", "RUN|MONTH", N_("as if it had not been made"), 1, 1, "clerk",
	  NULL, .with_db = pay_take_back },
	{ "recover", "", N_("what is owed back, the largest first"), 0, 0, "clerk",
	  recover_list_options, .with_db = recover_list },
	{ "recover totals", "", N_("owed, come back, written off and left, by plan"), 0,
	  0, "clerk", NULL, .with_db = recover_totals },
	{ "recover show", "PERSON", N_("claims of a person, their months and ledger"), 1,
	  1, "clerk", NULL, .with_db = recover_show },
	{ "recover judge", "PERSON",
	  N_("whose fault a month was, and how much of it is asked for"), 1, 1, "clerk",
	  recover_judge_options, .with_db = recover_judge },
	{ "recover received", "PERSON YUAN", N_("money that came back"), 2, 2, "clerk",
	  recover_received_options, .with_db = recover_received },
	{ "recover reverse", "PERSON CLAIM NO", N_("a movement that was entered wrongly"),
	  3, 3, "clerk", recover_reverse_options, .with_db = recover_reverse },
	{ "recover estate", "PERSON YUAN", N_("who has inherited, and how much"), 2, 2,
	  "clerk", recover_estate_options, .with_db = recover_estate },
	{ "recover recall", "", N_("what the banks are asked to send back"), 0, 0,
	  "clerk", NULL, .with_db = recover_recall },
	{ "adjust", "", N_("yearly adjustments of pensions, the newest first"), 0, 0,
	  "clerk", NULL, .with_db = adjust_list },
	{ "adjust list", "", N_("the same"), 0, 0, "clerk", NULL,
	  .with_db = adjust_list },
	{ "adjust show", "[ADJUSTMENT]",
	  N_("persons and money by groups, who takes no part, how far it is"), 0, 1,
	  "clerk", NULL, .with_db = adjust_show },
	{ "adjust rows", "[ADJUSTMENT]", N_("its rows, part by part"), 0, 1, "clerk",
	  adjust_rows_options, .with_db = adjust_rows },
	{ "adjust rehearse", "YEAR",
	  N_("what it would make of everyone; nothing changes"), 1, 1, "batch",
	  adjust_rehearse_options, .with_db = adjust_rehearse },
	{ "adjust propose", "[ADJUSTMENT]",
	  N_("as it was rehearsed: for a second person"), 0, 1, "clerk", NULL,
	  .with_db = adjust_propose },
	{ "adjust approve", "[ADJUSTMENT]",
	  N_("with the signature that was looked at; all of it is applied, or a part"), 0,
	  1, "reviewer", adjust_approve_options, .with_db = adjust_approve },
	{ "adjust pause", "[ADJUSTMENT]", N_("no further for now"), 0, 1, "clerk", NULL,
	  .with_db = adjust_pause },
	{ "adjust go-on", "[ADJUSTMENT]", N_("the rest of it, or one more part"), 0, 1,
	  "clerk", adjust_part_options, .with_db = adjust_go_on },
	{ "adjust undo", "[ADJUSTMENT]",
	  N_("benefits as they were before it; by two persons, one after the other"), 0,
	  1, "clerk", adjust_undo_options, .with_db = adjust_undo },
	{ "deduct", "", N_("what goes to others out of benefits"), 0, 0, "clerk",
	  deduct_list_options, .with_db = deduct_list },
	{ "deduct show", "PERSON", N_("a person's orders, and what was paid of them"), 1,
	  1, "clerk", NULL, .with_db = deduct_show },
	{ "deduct add", "PERSON CHANNEL NUMBER",
	  N_("an order, and the creditor's account; it counts when a second person "
	     "agrees"),
	  3, 3, "clerk", deduct_add_options, .with_db = deduct_add },
	{ "deduct approve", "ORDER", N_("by a second person"), 1, 1, "reviewer",
	  deduct_settle_options, .with_db = deduct_settle },
	{ "deduct refuse", "ORDER", N_("by a second person: nothing is paid"), 1, 1,
	  "reviewer", deduct_settle_options, .with_db = deduct_settle },
	{ "deduct end", "ORDER", N_("no run pays it any more"), 1, 1, "clerk",
	  deduct_settle_options, .with_db = deduct_settle },
	{ "account", "", N_("changes of accounts that wait for a second person"), 0, 0,
	  "clerk", NULL, .with_db = account_list },
	{ "account propose", "PERSON CHANNEL NUMBER",
	  N_("another account; it counts when a second person agrees"), 3, 3, "clerk",
	  account_options, .with_db = account_propose },
	{ "account approve", "CHANGE", N_("by a second person"), 1, 1, "reviewer", NULL,
	  .with_db = account_settle },
	{ "account refuse", "CHANGE", N_("by a second person: the account stays"), 1, 1,
	  "reviewer", NULL, .with_db = account_settle },
	{ "account take-back", "CHANGE", N_("by who entered it"), 1, 1, "clerk", NULL,
	  .with_db = account_settle },
	{ "account tests", "", N_("accounts that are tested before money goes there"), 0,
	  0, "clerk", account_tests_options, .with_db = account_tests },
	{ "account accept", "TEST",
	  N_("looked at in place of the bank, by a second person"), 1, 1, "reviewer",
	  account_options, .with_db = account_test_settle },
	{ "account again", "TEST", N_("tested once more, with the next run"), 1, 1,
	  "clerk", account_options, .with_db = account_test_settle },
	{ 0 }
};
