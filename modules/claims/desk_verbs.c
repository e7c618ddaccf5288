/* The verbs of the review desk and of the providers. */
#include <stddef.h>

#include "audit.h"
#include "review.h"
#include "review_sql.h"
#include "settle.h"
#include "settle_sql.h"

static const struct column taken_columns[] = { { .col = REVIEW_ADJUDICATE_TAKEN,
						 .title = N_("New or changed"),
						 .kind = COLUMN_COUNT,
						 .width = 16 },
					       { .col = REVIEW_ADJUDICATE_DECIDED,
						 .title = N_("By rules"),
						 .kind = COLUMN_COUNT,
						 .width = 10 },
					       { .col = REVIEW_ADJUDICATE_DRAWN,
						 .title = N_("Drawn"),
						 .kind = COLUMN_COUNT,
						 .width = 8 },
					       { .col = REVIEW_ADJUDICATE_WAITING,
						 .title = N_("Waiting"),
						 .kind = COLUMN_COUNT,
						 .width = 10 },
					       { 0 } };

static bool adjudicate_verb(const struct verb_call *c)
{
	return c->print(c, &REVIEW_ADJUDICATE, NULL, taken_columns, NULL);
}

static const struct option_def list_options[] = {
	{ "state", 't',
	  N_("waits, proposed, appealed, received, by rules, decided, sent, paid") },
	{ "limit", 'n', N_("at most so many"), "100", 1, 1000000 },
	{ 0 }
};

static bool reviews_verb(const struct verb_call *c)
{
	const char *state = c->option(c, "state");
	const char *params[] = { state ? state : "waits", NULL, NULL, NULL,
				 c->option(c, "limit") };

	return c->print(c, &REVIEW_LIST, params, review_list_columns, NULL);
}

static const struct column line_columns[] = {
	{ .col = REVIEW_LINES_LINE_NO,
	  .title = N_("Line"),
	  .kind = COLUMN_COUNT,
	  .width = 5 },
	{ .col = REVIEW_LINES_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = REVIEW_LINES_ITEM, .title = N_("Item"), .width = 16 },
	{ .col = REVIEW_LINES_LINE_FEN,
	  .title = N_("Amount"),
	  .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = REVIEW_LINES_CUT_FEN,
	  .title = N_("Cut"),
	  .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = REVIEW_LINES_SAY, .title = N_("Flag or reason"), .kind = COLUMN_SAY },
	{ 0 }
};

static bool show_verb(const struct verb_call *c)
{
	const char *params[] = { settle_person(c), c->args[1] };

	return params[0] && c->print(c, &REVIEW_LINES, params, line_columns, NULL);
}

static const struct option_def cut_options[] = {
	{ "reason", 't', N_("code of the reason"), "" },
	{ "fen", 'n', N_("so many fen of the line; otherwise all of it"), NULL, 1,
	  999999999999 },
	{ 0 }
};

static bool cut_verb(const struct verb_call *c)
{
	const char *params[] = { settle_person(c), c->args[1], c->args[2],
				 c->option(c, "reason"), c->option(c, "fen") };
	const char *n;

	return params[0] && c->run(c, &REVIEW_CUT, params, &n) &&
	       c->print(c, &REVIEW_LINES, params, line_columns, NULL);
}

static bool accept_verb(const struct verb_call *c)
{
	const char *params[] = { settle_person(c), c->args[1] }, *state;

	if (!params[0] || !c->run(c, &REVIEW_ACCEPT, params, &state))
		return false;
	c->note(c, N_("claim %s: %s"), c->args[1], state);
	return true;
}

static bool appeal_verb(const struct verb_call *c)
{
	const char *params[] = { settle_person(c), c->args[1], c->args[2] }, *claim;

	if (!params[0] || !c->run(c, &REVIEW_APPEAL, params, &claim))
		return false;
	c->note(c, N_("claim %s: the appeal is a task"), claim, "");
	return true;
}

static const struct column precision_columns[] = {
	{ .col = REVIEW_PRECISION_CHECK_NAME, .title = N_("Check"), .width = 24 },
	{ .col = REVIEW_PRECISION_LABEL,
	  .title = N_("Flag"),
	  .kind = COLUMN_LABEL,
	  .width = 28 },
	{ .col = REVIEW_PRECISION_DECIDED,
	  .title = N_("Decided"),
	  .kind = COLUMN_COUNT,
	  .width = 9 },
	{ .col = REVIEW_PRECISION_CONFIRMED,
	  .title = N_("Confirmed"),
	  .kind = COLUMN_COUNT,
	  .width = 10 },
	{ .col = REVIEW_PRECISION_PERCENT, .title = N_("%"), .width = 6 },
	{ 0 }
};
static const struct option_def since_options[] = {
	{ "since", 'd', N_("from this day on; else this month") }, { 0 }
};

static bool precision_verb(const struct verb_call *c)
{
	const char *since = c->option(c, "since");

	return c->print(c, &REVIEW_PRECISION, &since, precision_columns, NULL);
}

static const struct column provider_columns[] = {
	{ .col = SETTLE_PROVIDERS_PROVIDER, .title = N_("Provider"), .width = 20 },
	{ .col = SETTLE_PROVIDERS_TIER, .title = N_("Tier"), .width = 5 },
	{ .col = SETTLE_PROVIDERS_CLAIMS,
	  .title = N_("Claims"),
	  .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = SETTLE_PROVIDERS_RATIO, .title = N_("Cost ratio"), .width = 7 },
	{ .col = SETTLE_PROVIDERS_RETURN_PERCENT, .title = N_("Back %"), .width = 7 },
	{ .col = SETTLE_PROVIDERS_VISITS, .title = N_("Visits"), .width = 7 },
	{ .col = SETTLE_PROVIDERS_BEYOND,
	  .title = N_("Beyond"),
	  .kind = COLUMN_COUNT,
	  .width = 7 },
	{ 0 }
};

static const int provider_args[] = { SETTLE_PROVIDERS_PROVIDER, -1 };
const struct section review_provider_sections[] = { { .name = "providers",
						      .stmt = &SETTLE_PROVIDERS,
						      .columns = provider_columns,
						      .opens = "claim.evidence",
						      .args = provider_args },
						    { 0 } };

static bool providers_verb(const struct verb_call *c)
{
	return c->print(c, &SETTLE_PROVIDERS, NULL, provider_columns, NULL);
}

static const struct column evidence_columns[] = {
	{ .col = SETTLE_EVIDENCE_CLAIM_NO, .title = N_("Claim"), .width = 16 },
	{ .col = SETTLE_EVIDENCE_NAME, .title = N_("Name"), .width = 10 },
	{ .col = SETTLE_EVIDENCE_DAY,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = SETTLE_EVIDENCE_ITEM, .title = N_("Item"), .width = 16 },
	{ .col = SETTLE_EVIDENCE_LINE_FEN,
	  .title = N_("Amount"),
	  .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = SETTLE_EVIDENCE_LIKE_FEN,
	  .title = N_("Its like"),
	  .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = SETTLE_EVIDENCE_FLAGS, .title = N_("Flag") },
	{ 0 }
};

static bool evidence_verb(const struct verb_call *c)
{
	const char *pdf = c->option(c, "pdf");

	return pdf ? settle_letter(c, pdf)
		   : c->print(c, &SETTLE_EVIDENCE, c->args, evidence_columns, NULL);
}

static const struct column unsettled_columns[] = {
	{ .col = SETTLE_WHY_NOT_CLAIM_NO, .title = N_("Claim"), .width = 18 },
	{ .col = SETTLE_WHY_NOT_PROVIDER, .title = N_("Provider"), .width = 16 },
	{ .col = SETTLE_WHY_NOT_APPROVED_FEN,
	  .title = N_("Approved"),
	  .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = SETTLE_WHY_NOT_WHY, .title = N_("Why") },
	{ 0 }
};

static bool unsettled(const struct verb_call *c)
{
	return c->print(c, &SETTLE_WHY_NOT, c->args, unsettled_columns, NULL);
}

const struct module_verb claims_verbs[] = {
	{ "claims audit", "< FILE.json", N_("every check over a file of medical claims"),
	  0, 0, "clerk", audit_options, audit_file, .is_alone = true },
	{ "claims adjudicate", "",
	  N_("take in what is new, decide what is clean, draw by lot"), 0, 0, "batch",
	  NULL, adjudicate_verb },
	{ "claims reviews", "", N_("claims that a reviewer has to decide"), 0, 0, "clerk",
	  list_options, reviews_verb },
	{ "claims show", "PERSON CLAIM", N_("the lines of a claim and what is flagged"),
	  2, 2, "clerk", NULL, show_verb },
	{ "claims amount", "PERSON CLAIM", N_("what the fund pays of a claim, and why"),
	  2, 2, "clerk", NULL, settle_amount },
	{ "claims cut", "PERSON CLAIM LINE", N_("cut a line of a claim"), 3, 3, "clerk",
	  cut_options, cut_verb },
	{ "claims accept", "PERSON CLAIM",
	  N_("decide a claim as it stands, propose it, or approve the proposal"), 2, 2,
	  "clerk", NULL, accept_verb },
	{ "claims appeal", "PERSON CLAIM WHY", N_("the provider does not agree"), 3, 3,
	  "clerk", NULL, appeal_verb },
	{ "claims precision", "", N_("how often each check was right"), 0, 0, "clerk",
	  since_options, precision_verb },
	{ "claims settle", "YYYY-MM", N_("work out what the fund pays of a month"), 1, 1,
	  "batch", NULL, settle_month },
	{ "claims unsettled", "YYYY-MM", N_("claims for which no rule is known"), 1, 1,
	  "clerk", NULL, unsettled },
	{ "claims send", "YYYY-MM", N_("the settlement file of a month"), 1, 1, "manager",
	  settle_send_options, settle_send },
	{ "claims providers", "", N_("providers beside their like"), 0, 0, "clerk", NULL,
	  providers_verb },
	{ "claims evidence", "PROVIDER",
	  N_("the claims that speak against a provider, line by line"), 1, 1, "clerk",
	  settle_evidence_options, evidence_verb },
	{ 0 }
};
