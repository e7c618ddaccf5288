#include "review.h"

#include <stddef.h>

#include "review_sql.h"

/* One person decides, or from an amount on two: the effects hold to it. */
const struct move review_moves[] = {
	{ "open", "settle", "done", "medical_reviewer", MOVE_CLOSE, "claim_settle", "s",
	  N_("settle: pay what is left of the claim") },
	{ "open", "propose", "proposed", "medical_reviewer", MOVE_PROPOSE, "claim_plan",
	  "p", N_("propose: a second person decides") },
	{ "proposed", "approve", "done", "medical_reviewer", MOVE_APPROVE, "claim_award",
	  "a", N_("approve") },
	{ "proposed", "refuse", "open", "medical_reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: it is looked at again") },
	{ "proposed", "take_back", "open", "medical_reviewer", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back") },
	{ 0 }
};
const struct move review_difference_moves[] = {
	{ "open", "explained", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("explained: the difference is right") },
	{ "open", "asked", "done", "clerk", MOVE_CLOSE, NULL, "s",
	  N_("asked: the paying office puts it right") },
	{ 0 }
};
const struct move review_provider_moves[] = {
	{ "open", "inspect", "done", "manager", MOVE_CLOSE, NULL, "s",
	  N_("inspect: the provider is looked at on the spot") },
	{ "open", "dismiss", "dismissed", "manager", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: its cases explain it") },
	{ 0 }
};

const struct mark review_marks[] = { { "!", MARK_ALARM,
				       N_("somebody has to look at it") },
				     { "h", MARK_HELD, N_("it is cut") },
				     { 0 } };
const struct column review_list_columns[] = {
	{ .col = REVIEW_LIST_SUBMITTED_ON,
	  .title = N_("Received"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = REVIEW_LIST_CLAIM_NO, .title = N_("Claim"), .width = 18 },
	{ .col = REVIEW_LIST_NAME, .title = N_("Name"), .width = 10 },
	{ .col = REVIEW_LIST_CLAIMED_FEN,
	  .title = N_("Claimed"),
	  .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = REVIEW_LIST_STAND,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = REVIEW_LIST_PROVIDER, .title = N_("Provider"), .gives_way = 1 },
	{ 0 }
};
static const int list_key[] = { REVIEW_LIST_SUBMITTED_ON, REVIEW_LIST_CLAIM_NO,
				REVIEW_LIST_PERSON_ID, -1 };
static const int list_args[] = { REVIEW_LIST_PERSON_ID, REVIEW_LIST_CLAIM_NO, -1 };
const struct paging review_list_paging = { list_key, 1 };
static const struct choice stands[] = { { "waits", N_("to review") },
					{ "proposed", N_("proposed") },
					{ "appealed", N_("appealed") },
					{ "received", N_("received") },
					{ "by rules", N_("by rules") },
					{ "decided", N_("decided") },
					{ "sent", N_("sent") },
					{ "paid", N_("paid") },
					{ "withdrawn", N_("withdrawn") },
					{ NULL, N_("all") },
					{ 0 } };
const struct filter review_filters[] = { { "f", N_("filter"), 0, stands }, { 0 } };
const struct section review_list_sections[] = { { .name = "claims",
						  .stmt = &REVIEW_LIST,
						  .columns = review_list_columns,
						  .opens = "claim.review",
						  .args = list_args },
						{ 0 } };

static const struct column line_columns[] = {
	{ .col = REVIEW_LINES_NTH, .title = N_("No."), .kind = COLUMN_COUNT, .width = 4 },
	{ .col = REVIEW_LINES_DAY,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10,
	  .gives_way = 2 },
	{ .col = REVIEW_LINES_ITEM, .title = N_("Item"), .width = 14 },
	{ .col = REVIEW_LINES_LINE_FEN,
	  .title = N_("Amount"),
	  .kind = COLUMN_MONEY,
	  .width = 10 },
	{ .col = REVIEW_LINES_CUT_FEN,
	  .title = N_("Cut"),
	  .kind = COLUMN_MONEY,
	  .width = 10 },
	{ .col = REVIEW_LINES_SAY, .title = N_("Flag or reason"), .kind = COLUMN_SAY },
	{ 0 }
};
static const struct column flag_columns[] = {
	{ .col = REVIEW_FLAGS_LABEL,
	  .title = N_("Flag"),
	  .kind = COLUMN_LABEL,
	  .width = 24 },
	{ .col = REVIEW_FLAGS_LINES, .title = N_("Line no."), .width = 8 },
	{ .col = REVIEW_FLAGS_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ 0 }
};
static const struct column head_columns[] = {
	{ .col = REVIEW_HEAD_NAME, .title = N_("Name"), .width = 20 },
	{ .col = REVIEW_HEAD_STAND,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 20 },
	{ .col = REVIEW_HEAD_PROVIDER, .title = N_("Provider"), .width = 20 },
	{ .col = REVIEW_HEAD_CARE, .title = N_("Stay"), .width = 20 },
	{ .col = REVIEW_HEAD_KIND,
	  .title = N_("Kind"),
	  .kind = COLUMN_LABEL,
	  .width = 20 },
	{ .col = REVIEW_HEAD_DIAGNOSIS, .title = N_("Diagnosis"), .width = 20 },
	{ .col = REVIEW_HEAD_CLAIMED_FEN,
	  .title = N_("Claimed"),
	  .kind = COLUMN_MONEY,
	  .width = 20 },
	{ .col = REVIEW_HEAD_LEFT_FEN,
	  .title = N_("Approved"),
	  .kind = COLUMN_MONEY,
	  .width = 20 },
	{ .col = REVIEW_HEAD_FUND_FEN,
	  .title = N_("Fund"),
	  .kind = COLUMN_MONEY,
	  .width = 20 },
	{ .col = REVIEW_HEAD_PAID_ON,
	  .title = N_("Paid"),
	  .kind = COLUMN_DAY,
	  .width = 20 },
	{ .col = REVIEW_HEAD_WHY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ 0 }
};
static const int cut_args[] = { REVIEW_LINES_PERSON_ID, REVIEW_LINES_CLAIM_NO,
				REVIEW_LINES_LINE_NO, -1 };
static const int page_args[] = { REVIEW_HEAD_PERSON_ID, REVIEW_HEAD_CLAIM_NO, -1 };
static const int person_args[] = { REVIEW_HEAD_PERSON_ID, -1 };
const struct section review_page_sections[] = { { .name = "head",
						  .stmt = &REVIEW_HEAD,
						  .columns = head_columns,
						  .is_fields = true },
						{ .name = "lines",
						  .title = N_("Claim lines"),
						  .stmt = &REVIEW_LINES,
						  .columns = line_columns,
						  .opens = "claim.cut",
						  .args = cut_args },
						{ .name = "flags",
						  .title = N_("What was flagged"),
						  .stmt = &REVIEW_FLAGS,
						  .columns = flag_columns },
						{ 0 } };
/* One key for a clean claim; three for each line that is cut. */
const struct action review_page_actions[] = {
	{ "a", N_("accept"), "medical_reviewer", "head", page_args,
	  .runs = &REVIEW_ACCEPT },
	{ "c", N_("cut"), "medical_reviewer", "lines", cut_args, .opens = "claim.cut" },
	{ "u", N_("leave whole"), "medical_reviewer", "lines", cut_args,
	  .runs = &REVIEW_UNCUT },
	{ "e", N_("what the fund pays"), NULL, "head", page_args,
	  .opens = "claim.amount" },
	{ "b", N_("appeal"), NULL, "head", page_args, .opens = "claim.appeal" },
	{ "p", N_("person"), NULL, "head", person_args, .opens = "person" },
	{ 0 }
};

static const struct column cut_columns[] = {
	{ .col = REVIEW_LINE_ITEM, .title = N_("Item") },
	{ .col = REVIEW_LINE_QUANTITY, .title = N_("Quantity") },
	{ .col = REVIEW_LINE_LINE_FEN, .title = N_("Amount"), .kind = COLUMN_MONEY },
	{ 0 }
};
const struct section review_cut_sections[] = { { .name = "head",
						 .stmt = &REVIEW_LINE,
						 .columns = cut_columns,
						 .is_fields = true },
					       { 0 } };
static const struct form_field cut_fields[] = {
	{ "reason", ENTRY_CODE, N_("Reason"), .list = &REVIEW_REASONS },
	{ "amount", ENTRY_MONEY, N_("Amount (empty: the whole line)"), .optional = true,
	  .least = "0.01" },
	{ 0 }
};
const struct form review_cut_form = { cut_fields, &REVIEW_CUT, N_("the line is cut") };
static const struct column appeal_columns[] = {
	{ .col = REVIEW_HEAD_CLAIM_NO, .title = N_("Claim") },
	{ .col = REVIEW_HEAD_CLAIMED_FEN, .title = N_("Claimed"), .kind = COLUMN_MONEY },
	{ .col = REVIEW_HEAD_LEFT_FEN, .title = N_("Approved"), .kind = COLUMN_MONEY },
	{ 0 }
};
const struct section review_appeal_sections[] = { { .name = "head",
						    .stmt = &REVIEW_HEAD,
						    .columns = appeal_columns,
						    .is_fields = true },
						  { 0 } };
static const struct form_field appeal_fields[] = {
	{ "say", ENTRY_TEXT, N_("What the provider says") }, { 0 }
};
const struct form review_appeal_form = { appeal_fields, &REVIEW_APPEAL,
					 N_("the appeal is a task") };

const struct column review_mine_columns[] = {
	{ .col = REVIEW_MINE_SUBMITTED_ON,
	  .title = N_("Received"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = REVIEW_MINE_CLAIM_NO, .title = N_("Claim"), .width = 18 },
	{ .col = REVIEW_MINE_CLAIMED_FEN,
	  .title = N_("Claimed"),
	  .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = REVIEW_MINE_LEFT_FEN,
	  .title = N_("Approved"),
	  .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = REVIEW_MINE_STAND,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = REVIEW_MINE_PROVIDER, .title = N_("Provider"), .gives_way = 1 },
	{ 0 }
};
