/* Medical claims: what is billed for a person, and what cannot have been done. */
#include "steward.h"

#include <stddef.h>

#include "audit.h"
#include "claims_sql.h"
#include "review.h"
#include "review_sql.h"
#include "settle_sql.h"

extern const char modules_claims_migrations_0001_claim_text[];
extern const char modules_claims_migrations_0002_amounts_text[];
extern const char modules_claims_migrations_0003_subject_text[];
extern const char modules_claims_migrations_0004_numbers_text[];
extern const char modules_claims_migrations_0005_lines_text[];
extern const char modules_claims_migrations_0006_review_text[];
extern const char modules_claims_migrations_0007_classes_text[];
extern const char modules_claims_functions_text[];
extern const char modules_claims_review_functions_text[];
extern const char modules_claims_settle_functions_text[];
extern const char modules_claims_provider_functions_text[];

static const struct migration migrations[] = {
	{ 1, "claim", modules_claims_migrations_0001_claim_text },
	{ 2, "amounts", modules_claims_migrations_0002_amounts_text },
	{ 3, "subject", modules_claims_migrations_0003_subject_text },
	{ 4, "numbers", modules_claims_migrations_0004_numbers_text },
	{ 5, "lines", modules_claims_migrations_0005_lines_text },
	{ 6, "review", modules_claims_migrations_0006_review_text },
	{ 7, "classes", modules_claims_migrations_0007_classes_text },
	{ 0 }
};
static const char *const functions[] = {
	modules_claims_functions_text, modules_claims_review_functions_text,
	modules_claims_settle_functions_text, modules_claims_provider_functions_text, NULL
};

static const struct fact_column facts[] = {
	{ "last_claim_on", "date", "day", N_("last claim") },
	{ "claim_after_death", "text", "code", N_("claim after death") },
	{ "claim_fen_12m", "bigint", "fen", N_("claims of 12 months") },
	{ 0 }
};

/* A claim counts until twelve months after its first day; on the day the oldest of them
 * leaves, the facts are made anew. */
static const char fact_select[] =
	"select person_id, max(service_from),"
	"  min(claim_no collate \"C\") filter (where service_from > died_on),"
	"  sum(amount_fen) filter (where service_from <= day and"
	"   (service_from + interval '12 months')::date > day)::bigint,"
	"  min((service_from + interval '12 months')::date) filter (where"
	"   (service_from + interval '12 months')::date > day) as facts_until"
	" from claim join base using (person_id) group by person_id";

static const char fact_sources[] =
    "select person_id, unnest(array['last_claim_on', 'claim_fen_12m']) as fact,"
    " unnest(array[service_from::text, amount_fen::text]) as value, service_from as day,"
    " batch_id, line from claim"
    " union all"
    " select c.person_id, 'claim_after_death',"
    " c.claim_no, c.service_from, c.batch_id, c.line"
    " from claim c join death_told d using (person_id)"
    " where c.service_from > d.died_on";

/* A claim is judged by itself, as often as its person's facts change: when he died. */
static const struct subject subjects[] = {
	{ "claim", N_("medical claim"), "claim", .follows_person = true,
	  .number = "claim_no" },
	{ 0 }
};

static const struct fact_column claim_facts[] = {
	{ "claim_no", "text", "code", N_("claim") },
	{ "service_from", "date", "day", N_("care from") },
	{ "service_to", "date", "day", N_("care to") },
	{ "amount_fen", "bigint", "fen", N_("claimed") },
	{ "died_on", "date", "day", N_("died") },
	{ 0 }
};

static const char claim_select[] =
    "select c.claim_id, c.person_id, c.region_code, todo.day, c.claim_no, c.service_from,"
    " c.service_to, c.amount_fen, d.died_on, null::date"
    " from claim c {todo}"
    " left join death_told d using (person_id)";

static const char claim_sources[] =
    "select claim_id, unnest(array['claim_no',"
    " 'service_from', 'service_to', 'amount_fen']),"
    " unnest(array[claim_no, service_from::text, service_to::text, amount_fen::text]),"
    " service_from, batch_id, line from claim"
    " union all"
    " select c.claim_id, 'died_on', s.from_day::text, s.from_day, s.batch_id, s.line"
    " from claim c join status_event s using (person_id) where s.kind = 'death'"
    " and s.state = 'valid'";

static const struct fact_set fact_sets[] = {
	{ "person", facts, fact_select, fact_sources },
	{ "claim", claim_facts, claim_select, claim_sources },
	{ 0 }
};

static const struct field claim_fields[] = {
	{ "claim_no", FIELD_NAME },
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "service_from", FIELD_DAY, .most = "today" },
	{ "service_to", FIELD_DAY, .most = "today", .after = "service_from" },
	{ "amount", FIELD_MONEY },
	{ "provider", FIELD_TEXT },
	{ 0 }
};

static const struct kept_column claim_columns[] = {
	{ "claim_no", KEPT_KEY }, { "service_from", KEPT_VALUE },
	{ "service_to", KEPT_VALUE }, { "amount_fen", KEPT_VALUE, "amount" },
	{ "provider", KEPT_VALUE, "coalesce(provider, '')" },
	{ 0 }
};

static const struct keep claim_keeps[] = { { "claim", claim_columns }, { 0 } };

/* A claim's own columns stand on each of its lines. */
static const struct field line_fields[] = {
	{ "claim_no", FIELD_NAME },
	{ "line_no", FIELD_COUNT },
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "kind", FIELD_TEXT },
	{ "provider", FIELD_TEXT },
	{ "tier", FIELD_TEXT },
	{ "admitted", FIELD_DAY, .optional = true, .most = "today" },
	{ "discharged", FIELD_DAY, .optional = true, .most = "today" },
	{ "insurance", FIELD_TEXT },
	{ "diagnosis", FIELD_TEXT },
	{ "day", FIELD_DAY, .optional = true, .most = "today" },
	{ "item", FIELD_TEXT },
	{ "code", FIELD_TEXT },
	{ "quantity", FIELD_DECIMAL, .scale = 3 },
	{ "price", FIELD_MONEY, .optional = true },
	{ "at", FIELD_TIME, .optional = true },
	{ "class", FIELD_CODE, .codes = "A B C", .optional = true,
	  .may_lack = true },
	{ "elsewhere", FIELD_CODE,
	  .codes = "filed referred emergency unfiled", .optional = true,
	  .may_lack = true },
	{ "care_place", FIELD_TEXT, .optional = true, .may_lack = true },
	{ 0 }
};

#define TEXT(column) { column, KEPT_VALUE, "coalesce(" column ", '')" }

static const struct kept_column line_columns[] = {
	{ "claim_no", KEPT_KEY },
	{ "line_no", KEPT_KEY, "line_no::int" },
	TEXT("kind"),
	TEXT("provider"),
	TEXT("tier"),
	{ "admitted", KEPT_VALUE },
	{ "discharged", KEPT_VALUE },
	TEXT("insurance"),
	TEXT("diagnosis"),
	{ "day", KEPT_VALUE },
	TEXT("item"),
	TEXT("code"),
	{ "quantity", KEPT_VALUE },
	{ "price_fen", KEPT_VALUE, "price" },
	{ "at", KEPT_VALUE },
	TEXT("class"),
	TEXT("elsewhere"),
	TEXT("care_place"),
	{ 0 }
};

static const struct keep line_keeps[] = { { "claim_charge", line_columns }, { 0 } };

/* Orders that the paying office gave for claims that were sent. */
static const struct field payment_fields[] = {
	{ "claim_no", FIELD_NAME },
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "ordered_on", FIELD_DAY, .most = "today" },
	{ "amount", FIELD_MONEY },
	{ 0 }
};
static const struct kept_column payment_columns[] = {
	{ "claim_no", KEPT_KEY }, { "ordered_on", KEPT_KEY },
	{ "paid_fen", KEPT_VALUE, "amount" }, { 0 }
};
static const struct keep payment_keeps[] = {
	{ "claim_payment", payment_columns }, { 0 }
};
static const struct stmt *const payment_apply[] = {
	&SETTLE_UNKNOWN, &SETTLE_PAID, NULL
};

static const struct stmt *const claim_before[] = {
	&CLAIMS_ELSEWHERE, &CLAIMS_MOVED, NULL
};

static const struct match matches[] = {
	{ "person_id", N_("person"), "id_no", .name = "name" }, { 0 }
};

static const struct feed feeds[] = {
	{ "claim", N_("medical claims sent by hospitals"), claim_fields, matches,
	  NULL, 7, "claim", claim_keeps, claim_before },
	{ "claim_charge", N_("lines of medical claims"), line_fields, matches, NULL, 31,
	  .keeps = line_keeps },
	{ "claim_payment", N_("payment orders of medical claims"), payment_fields,
	  matches, payment_apply, 31, .keeps = payment_keeps },
	{ 0 }
};

static const struct asking askings[] = { { "claims.audit", &CLAIMS_ASKED }, { 0 } };

#define LAW "Regulations on the Supervision of the Medical Security Fund 2021, art. 15"
#define FLAG(check, title) \
	{ "claims.audit_" check, title, LAW, NULL, "claim_check", NULL, &CLAIMS_FLAGS,   \
	  .reads_asked = true }

/* What is flagged on a claim is one task of it; what speaks of a person's month is one
 * of him. */
static const struct finder finders[] = {
	{ "claims.review", N_("flagged claim"), LAW, NULL, "claim_review",
	  "claims.second_person_fen claims.standard_days", &REVIEW_FOUND,
	  .reads_asked = true },
	FLAG("frequent_outpatient", N_("frequent visits")),
	FLAG("frequent_purchase", N_("frequent purchases")),
	FLAG("frequent_admission", N_("frequent admissions")),
	{ "claims.sample", N_("claim drawn for review"), LAW, NULL, "claim_review",
	  "claims.sample_percent claims.sample_from_fen claims.sample_deviations"
	  " claims.sample_least",
	  &REVIEW_ASKED },
	{ "claims.changed", N_("claim changed after its decision"), LAW, NULL,
	  "claim_review", NULL, &REVIEW_ASKED },
	{ "claims.appeal", N_("appeal of a provider"), LAW, NULL, "claim_review", NULL,
	  &REVIEW_ASKED },
	{ "claims.difference", N_("paid otherwise than sent"), LAW, NULL,
	  "claim_difference", "claims.payment_days", &SETTLE_DIFFERS },
	{ "claims.provider", N_("provider beyond two limits"), LAW, NULL,
	  "claim_provider",
	  "claims.provider_ratio claims.provider_return_percent claims.provider_visits"
	  " claims.provider_claims",
	  &SETTLE_OUTLIERS, .nightly = true },
	{ 0 }
};

static const struct move check_moves[] = {
	{ "open", "return", "done", "clerk", MOVE_CLOSE, NULL, "s",
	  N_("return: the provider has to correct the claim") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: the claim is right") },
	{ 0 }
};

static const struct task_type task_types[] = {
	{ "claim_check", N_("doubtful claim"), "clerk", check_moves },
	{ "claim_review", N_("claim to review"), "medical_reviewer", review_moves,
	  .finders_only = true, .screen = "claim.review" },
	{ "claim_difference", N_("claim paid otherwise"), "clerk",
	  review_difference_moves, .finders_only = true },
	{ "claim_provider", N_("suspected provider"), "manager", review_provider_moves,
	  .finders_only = true },
	{ 0 }
};
static const struct job jobs[] = { { "medical_reviewer", N_("medical reviewer") },
				   { 0 } };

static const struct column newest_columns[] = {
	{ .col = CLAIMS_NEWEST_SERVICE_FROM, .title = N_("From"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = CLAIMS_NEWEST_SERVICE_TO, .title = N_("To"), .kind = COLUMN_DAY,
	  .width = 10, .gives_way = 2 },
	{ .col = CLAIMS_NEWEST_NAME, .title = N_("Name"), .width = 10 },
	{ .col = CLAIMS_NEWEST_AMOUNT_FEN, .title = N_("Amount"), .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = CLAIMS_NEWEST_CLAIM_NO, .title = N_("Claim"), .width = 18,
	  .gives_way = 1 },
	{ .col = CLAIMS_NEWEST_PROVIDER, .title = N_("Provider") },
	{ 0 }
};

static const int newest_args[] = { CLAIMS_NEWEST_PERSON_ID, -1 };

static const struct section newest_sections[] = {
	{ .title = N_("Newest claims"), .stmt = &CLAIMS_NEWEST, .columns = newest_columns,
	  .opens = "person", .args = newest_args },
	{ 0 }
};

static const struct mark provider_marks[] = {
	{ "!", MARK_ALARM, N_("beyond two limits") },
	{ "*", MARK_WATCH, N_("beyond one limit") }, { 0 }
};
static const struct screen screens[] = {
	{ .name = "claims", .title = N_("Newest claims"), .sections = newest_sections },
	{ .name = "claim.reviews", .title = N_("Claims to review"), .kind = SCREEN_LIST,
	  .sections = review_list_sections, .paging = &review_list_paging,
	  .filters = review_filters, .marks = review_marks,
	  .empty = N_("claims that wait for a reviewer") },
	{ .name = "claim.review", .title = N_("Claim"), .named_arg = 2,
	  .sections = review_page_sections, .actions = review_page_actions,
	  .marks = review_marks },
	{ .name = "claim.cut", .title = N_("Cut a line"), .kind = SCREEN_FORM,
	  .job = "medical_reviewer", .sections = review_cut_sections,
	  .form = &review_cut_form },
	{ .name = "claim.appeal", .title = N_("Appeal of the provider"),
	  .kind = SCREEN_FORM, .sections = review_appeal_sections,
	  .form = &review_appeal_form },
	{ .name = "claim.providers", .title = N_("Providers beside their like"),
	  .sections = review_provider_sections, .marks = provider_marks },
	{ .name = "claim.evidence", .title = N_("Claims that speak against it"),
	  .kind = SCREEN_TEXT, .named_arg = 1, .verb = "claims evidence" },
	{ .name = "claim.amount", .title = N_("What the fund pays"),
	  .kind = SCREEN_TEXT, .named_arg = 2, .verb = "claims amount" },
	{ 0 }
};

static const struct command commands[] = {
	{ "screen.claims", N_("the newest medical claims"),
	  .opens = "claims", .code = "cl" },
	{ "screen.claim.reviews", N_("medical claims that wait for a reviewer"),
	  .opens = "claim.reviews", .code = "cr" },
	{ "screen.claim.providers", N_("providers of medical care beside their like"),
	  .opens = "claim.providers", .code = "cp" },
	{ 0 }
};

static const struct column person_columns[] = {
	{ .col = CLAIMS_PERSON_SERVICE_FROM, .title = N_("From"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = CLAIMS_PERSON_SERVICE_TO, .title = N_("To"), .kind = COLUMN_DAY,
	  .width = 10, .gives_way = 2 },
	{ .col = CLAIMS_PERSON_CLAIM_NO, .title = N_("Claim"), .width = 18 },
	{ .col = CLAIMS_PERSON_AMOUNT_FEN, .title = N_("Amount"), .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = CLAIMS_PERSON_PROVIDER, .title = N_("Provider") },
	{ .col = CLAIMS_PERSON_FILE, .title = N_("File"), .width = 12, .gives_way = 1 },
	{ .col = CLAIMS_PERSON_LINE, .title = N_("Line"), .kind = COLUMN_COUNT,
	  .width = 7, .gives_way = 1 },
	{ 0 }
};

static const int mine_args[] = { REVIEW_MINE_PERSON_ID, REVIEW_MINE_CLAIM_NO, -1 };
static const struct section person_sections[] = {
	{ .title = N_("Claims under way"), .stmt = &REVIEW_MINE,
	  .columns = review_mine_columns, .opens = "claim.review", .args = mine_args },
	{ .title = N_("Medical claims"), .stmt = &CLAIMS_PERSON,
	  .columns = person_columns },
	{ 0 }
};

/* What was judged in the night goes its way in the same night. */
static const struct stmt *const nightly[] = { &REVIEW_ADJUDICATE, NULL };

static const struct stmt *const *const statements[] = {
	modules_claims_claims_statements, modules_claims_review_statements,
	modules_claims_settle_statements, NULL
};

const struct module steward_module = {
	.interface = STEWARD_INTERFACE,
	.size = sizeof(struct module),
	.name = "claims",
	.title = N_("medical claims"),
	.migrations = migrations,
	.functions = functions,
	.subjects = subjects,
	.facts = fact_sets,
	.finders = finders,
	.askings = askings,
	.feeds = feeds,
	.jobs = jobs,
	.task_types = task_types,
	.screens = screens,
	.person_sections = person_sections,
	.commands = commands,
	.figure_sources = review_sources,
	.indicators = review_indicators,
	.verbs = claims_verbs,
	.nightly = nightly,
	.statements = statements,
};
