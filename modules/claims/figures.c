/* Figures of group H over claims that are under way; each opens its rows. */
#include <stddef.h>

#include "review.h"

static const struct column claim_rows[] = {
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 12 },
	{ .col = BEHIND_PLACE, .title = N_("Provider"), .width = 20 },
	{ .col = BEHIND_SAY, .title = N_("Yuan"), .width = 14 },
	{ .col = BEHIND_KEY + 1, .title = N_("Claim") },
	{ 0 }
};
static const struct column alert_rows[] = {
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 12 },
	{ .col = BEHIND_PLACE, .title = N_("Check"), .kind = COLUMN_LABEL, .width = 22 },
	{ .col = BEHIND_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ 0 }
};
static const struct column unfit_rows[] = {
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 12 },
	{ .col = BEHIND_PLACE, .title = N_("Provider"), .width = 20 },
	{ .col = BEHIND_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ 0 }
};
static const struct column provider_rows[] = {
	{ .col = BEHIND_PLACE, .title = N_("Provider"), .width = 20 },
	{ .col = BEHIND_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ 0 }
};
static const int to_provider[] = { BEHIND_KEY, -1 };
static const int to_claim[] = { BEHIND_KEY, BEHIND_KEY + 1, -1 };

#define CLAIM "v.person_id bigint, v.claim_no text"
#define YUAN  "yuan_text(v.claimed_fen)"

const struct figure_source review_sources[] = {
	{ "claimcase", "claim_case v", CLAIM, "v.person_id", .day = "v.submitted_on",
	  .place = "v.provider", .say = YUAN, .columns = claim_rows,
	  .opens = "claim.review", .args = to_claim },
	{ "claimalert", "claim_alert v",
	  "v.person_id bigint, v.claim_no text, v.check_name text", "v.person_id",
	  .day = "v.decided_on", .place = "v.check_name", .say = "v.say",
	  .columns = alert_rows, .opens = "claim.review", .args = to_claim },
	{ "claimstay", "claim_stay v", CLAIM, "v.person_id", .day = "v.discharged",
	  .place = "v.provider", .say = YUAN, .columns = claim_rows,
	  .opens = "claim.review", .args = to_claim },
	{ "claimunfit", "claim_unfit v",
	  "v.person_id bigint, v.claim_no text, v.line_no int4", "v.person_id",
	  .day = "v.day", .place = "v.provider", .say = "v.say", .columns = unfit_rows,
	  .opens = "claim.review", .args = to_claim },
	{ "claimprovider", "claim_provider v", "v.provider text", NULL,
	  .mark = "case when v.beyond > 1 then '!' else '' end", .place = "v.provider",
	  .say = "claim_provider_say(v)", .columns = provider_rows,
	  .opens = "claim.evidence", .args = to_provider },
	{ 0 }
};

#define IN_MONTH(day) day " >= date_trunc('month', $today)::date and " day " <= $today"
#define DECIDED	      "v.state = 'decided' and " IN_MONTH("v.decided_on")
#define PAID	      "v.sent_on is not null and " IN_MONTH("v.paid_on")
#define NUMBER(name)  "(select value from policy_number where name = '" name "')"

const struct indicator review_indicators[] = {
	{ "H1", N_("Claims received"), N_("Medical claims received this month."),
	  "claimcase", .filter = "v.state <> 'unknown' and " IN_MONTH("v.submitted_on"),
	  .unit = "claims", .owner = "manager" },
	{ "H1b", N_("Claims overdue"),
	  N_("Medical claims that are not decided within the standard time."),
	  "claimcase",
	  .filter = "v.state in ('received', 'review') and v.submitted_on <"
		    " $today - " NUMBER("claims.standard_days") "::int",
	  .unit = "claims", .owner = "manager", .less_is_better = true },
	{ "H2", N_("Days to payment"),
	  N_("Days from the receipt of a claim to its payment order, of those paid this "
	     "month: the mean."),
	  "claimcase", .filter = PAID, .sum = "v.paid_on - v.submitted_on", .per = PAID,
	  .unit = "days", .owner = "manager", .less_is_better = true },
	{ "H2p", N_("Days to payment 90"),
	  N_("Days within which nine tenths of the claims paid this month were paid."),
	  "claimcase", .filter = PAID, .median = "v.paid_on - v.submitted_on",
	  .percent = 90, .unit = "days", .owner = "manager", .less_is_better = true },
	{ "H3", N_("Decided by rules"),
	  N_("Claims decided this month by the rules alone, of all decided."),
	  "claimcase", .filter = "v.is_by_rules and " DECIDED, .per = DECIDED,
	  .unit = "%", .owner = "manager" },
	{ "H4", N_("Claims rejected"),
	  N_("Claims decided this month of which nothing is paid, of all decided."),
	  "claimcase", .filter = "v.approved_fen = 0 and " DECIDED, .per = DECIDED,
	  .unit = "%", .owner = "manager" },
	{ "H5", N_("Claims reduced"),
	  N_("What was cut from claims decided this month, of what they claim."),
	  "claimcase", .filter = "v.approved_fen < v.claimed_fen and " DECIDED,
	  .sum = "v.claimed_fen - v.approved_fen", .per = DECIDED,
	  .per_sum = "v.claimed_fen", .unit = "%", .owner = "manager" },
	{ "H6y", N_("Claims a year"),
	  N_("Money claimed for care of the last twelve months."), "person",
	  .filter = "f.claim_fen_12m > 0", .sum = "f.claim_fen_12m", .unit = "fen",
	  .owner = "manager" },
	{ "H7", N_("Dearest provider"),
	  N_("The provider whose claims of this quarter cost most beside their like: how "
	     "many times as much."),
	  "claimprovider", .filter = "v.nth = 1", .sum = "v.ratio", .unit = "times",
	  .owner = "manager", .less_is_better = true },
	{ "H8", N_("Flags confirmed"),
	  N_("Flags of claims decided this month that led to a cut, of all decided."),
	  "claimalert", .filter = "v.is_confirmed and " IN_MONTH("v.decided_on"),
	  .per = IN_MONTH("v.decided_on"), .unit = "%", .owner = "manager" },
	{ "H9", N_("Outlier providers"),
	  N_("Providers of this quarter beyond the limit in two of cost, returns and "
	     "visits."),
	  "claimprovider", .filter = "v.beyond > 1", .unit = "providers",
	  .owner = "manager", .less_is_better = true },
	{ "H10", N_("Back in 15 days"),
	  N_("Discharges of this month followed by an admission at the same provider "
	     "within the days of a split stay."),
	  "claimstay", .filter = "v.is_back and " IN_MONTH("v.discharged"),
	  .per = IN_MONTH("v.discharged"), .unit = "%", .owner = "manager",
	  .less_is_better = true },
	{ "H11", N_("Care after death"),
	  N_("Lines of claims for care after the person's death or while in custody."),
	  "claimunfit", .filter = "true", .unit = "lines", .owner = "reviewer",
	  .less_is_better = true },
	{ "H11p", N_("Claim after death"),
	  N_("Persons with a medical claim for care after their death."), "person",
	  .filter = "f.claim_after_death is not null", .unit = "persons",
	  .owner = "reviewer", .less_is_better = true },
	{ 0 }
};
