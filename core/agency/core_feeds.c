/* The files that core takes: areas, persons, how they are reached and paid, what they
 * paid back. */
#include "core_feeds.h"

#include <stddef.h>

#include "agency/loads_sql.h"
#include "agency/register_sql.h"
#include "money/account_sql.h"
#include "money/owed_sql.h"
#include "post/found_sql.h"
#include "prenote/tests_sql.h"

static const struct field register_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "sex", FIELD_CODE, .codes = "M F", .sex_of = "id_no" },
	{ "birth_date", FIELD_DAY, .least = "1850-01-01", .most = "today",
	  .birth_of = "id_no" },
	{ "region_code", FIELD_REF, .table = "region", .column = "region_code" },
	{ "household", FIELD_COUNT, .optional = true },
	{ "scheme", FIELD_CODE, .optional = true, .codes = "employee resident" },
	{ "category", FIELD_CODE, .optional = true,
	  .codes = "male60 female55 female50 resident" },
	{ "status", FIELD_CODE, .codes = "contributing unemployed lapsed retired none" },
	{ "start_date", FIELD_DAY, .optional = true, .most = "today" },
	{ "months", FIELD_COUNT, .optional = true, .of_life = true },
	{ "account", FIELD_MONEY, .optional = true },
	{ "pension", FIELD_MONEY, .optional = true },
	{ "pension_status", FIELD_CODE, .optional = true, .codes = "paid ended" },
	{ "first_paid", FIELD_PERIOD, .optional = true, .most = "today+366" },
	{ "certified_on", FIELD_DAY, .optional = true, .most = "today" },
	{ "unemployed_since", FIELD_DAY, .optional = true, .most = "today" },
	{ 0 }
};

static const struct match register_matches[] = {
	{ "person_id", N_("person"), "id_no", .name = "name", .birth = "birth_date",
	  .is_new = true, .region = "region_code" },
	{ 0 }
};

static const struct kept_column register_person[] = {
	{ "name", KEPT_VALUE }, { "region_code", KEPT_VALUE },
	{ "household", KEPT_VALUE }, { "sex", KEPT_FIRM }, { "birth_date", KEPT_FIRM },
	{ 0 }
};

static const struct kept_column register_benefit[] = {
	{ "scheme", KEPT_KEY },
	{ "kind", KEPT_KEY, "'pension'" },
	{ "valid_from", KEPT_KEY, "to_date(first_paid::text, 'YYYYMM')" },
	{ "state", KEPT_VALUE, "pension_status" },
	{ "monthly_fen", KEPT_VALUE, "pension" },
	{ 0 }
};

static const struct keep register_keeps[] = {
	{ "benefit", register_benefit, "pension is not null",
	  "t.kind = 'pension' and not was_others(t)",
	  N_("pension"), "t.kind = 'pension' and t.state = 'paid'", .is_decided = true },
	{ "person", register_person },
	{ 0 }
};

static const struct stmt *const register_before[] = {
	&REGISTER_FORMER, &REGISTER_PARTS, NULL
};
static const struct stmt *const register_apply[] = {
	&REGISTER_IDENT, &REGISTER_MOVED, &REGISTER_PLACES, NULL
};

static const struct field sample_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "birth_date", FIELD_DAY, .least = "1850-01-01", .most = "today",
	  .birth_of = "id_no" },
	{ "amount", FIELD_MONEY },
	{ "event_date", FIELD_DAY, .least = "1900-01-01" },
	{ 0 }
};

/* Codes as GB/T 2260 has them, and longer ones below; the whole office is 0. */
static const struct field areas_fields[] = {
	{ "area", FIELD_COUNT },
	{ "name", FIELD_NAME },
	{ "parent", FIELD_COUNT, .optional = true },
	{ 0 }
};

static const struct stmt *const areas_apply[] = { &AREAS_REFUSE, &AREAS_APPLY, NULL };

static const struct field contact_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "kind", FIELD_CODE, .codes = "address phone mail app" },
	{ "value", FIELD_TEXT },
	{ "from_date", FIELD_DAY, .most = "today" },
	{ "to_date", FIELD_DAY, .optional = true },
	{ 0 }
};

static const struct match contact_matches[] = {
	{ "person_id", N_("person"), "id_no", .name = "name" }, { 0 }
};

static const struct kept_column contact_columns[] = {
	{ "kind", KEPT_KEY },
	{ "value", KEPT_KEY },
	{ "valid_from", KEPT_KEY, "from_date" },
	{ "valid_to", KEPT_VALUE, "coalesce(to_date, 'infinity')" },
	{ 0 }
};

static const struct keep contact_keeps[] = {
	{ "contact", contact_columns,
	  "value <> '' and (to_date is null or to_date > from_date)",
	  "t.kind = s.kind and t.value = s.value and t.valid_from < s.valid_to and"
	  " s.valid_from < t.valid_to" },
	{ 0 }
};

static const struct stmt *const contact_apply[] = { &CONTACT_REFUSE, NULL };

static const struct field account_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "channel", FIELD_TEXT },
	{ "number", FIELD_TEXT },
	{ "holder", FIELD_NAME, .optional = true },
	{ "from_date", FIELD_DAY, .most = "today" },
	{ 0 }
};

static const struct kept_column account_columns[] = {
	{ "channel", KEPT_KEY },
	{ "number", KEPT_KEY },
	{ "valid_from", KEPT_KEY, "from_date" },
	{ "holder", KEPT_VALUE, "coalesce(holder, name)" },
	{ "doubt", KEPT_NOTE, "account_doubt(number)" },
	{ 0 }
};

/* ref is the receipt: the same one again changes nothing. */
static const struct field repayment_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "claim", FIELD_TEXT, .optional = true },
	{ "way", FIELD_CODE, .codes = "paid recalled" },
	{ "amount", FIELD_MONEY, .positive = true },
	{ "day", FIELD_DAY, .most = "today" },
	{ "ref", FIELD_TEXT },
	{ 0 }
};

static const struct stmt *const repayment_apply[] = { &REPAYMENT_APPLY, NULL };

static const struct keep account_keeps[] = { { "account", account_columns }, { 0 } };
static const struct stmt *const account_before[] = { &ACCOUNT_REFUSE, NULL };
static const struct stmt *const account_apply[] = { &ACCOUNT_TEST_FEED, NULL };

/* What no module has a table for: facts.lua says what is made of it (declared). */
static const struct field told_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "what", FIELD_TEXT },
	{ "on_day", FIELD_DAY },
	{ "value", FIELD_TEXT },
	{ 0 }
};

static const struct kept_column told_columns[] = {
	{ "what", KEPT_KEY }, { "on_day", KEPT_KEY }, { "value", KEPT_VALUE }, { 0 }
};

static const struct keep told_keeps[] = {
	{ "told_fact", told_columns, "value <> '' and what <> ''" }, { 0 }
};

static const struct stmt *const sample_apply[] = {
	&SAMPLE_REPEATED, &SAMPLE_APPLY, NULL
};

const struct feed core_feeds[] = {
	{ "areas", N_("areas the office serves"), areas_fields, NULL, areas_apply, 365 },
	{ "account", N_("accounts that persons are paid to"), account_fields,
	  contact_matches, account_apply, 31, .keeps = account_keeps,
	  .before = account_before },
	{ "contact", N_("addresses, telephones and mail"), contact_fields,
	  contact_matches, contact_apply, 31, .keeps = contact_keeps },
	{ "told", N_("what no other file has: what, since when, how much"), told_fields,
	  contact_matches, NULL, 366, .keeps = told_keeps },
	{ "register", N_("register of insured persons"), register_fields,
	  register_matches, register_apply, 365, .keeps = register_keeps,
	  .before = register_before },
	{ "repayment", N_("what banks and persons have paid back"), repayment_fields,
	  contact_matches, repayment_apply, 31 },
	{ "sample", N_("sample to try a sender's files"), sample_fields, NULL,
	  sample_apply, 365 },
	{ 0 }
};
