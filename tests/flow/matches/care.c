/* Care at home, as an area of its own: foreigners with a number of another kind, and
 * visits that name an insured person, a nurse and a provider, with times of day,
 * quantities, codes and lists. */
#include <stddef.h>

#include "steward.h"

static const char tables[] =
    "create table provider (provider_id bigint primary key, licence text not null unique,"
    " name text not null);"
    "comment on table provider is '@ref who sends nurses';"
    "insert into provider values (1, 'P-1', 'Sunrise'), (2, 'P-2', 'Moon');"
    "create table service (code text primary key, title text not null);"
    "comment on table service is '@ref kinds of care';"
    "insert into service values ('bath', 'bathing'), ('meal', 'feeding');"
    "create table visit (person_id bigint not null, visit_no text not null,"
    " region_code int not null, nurse_id bigint, provider_id bigint not null,"
    " visited_on date not null, from_time time not null, to_time time not null,"
    " service text not null, units numeric not null, balance numeric, remarks text[],"
    " batch_id bigint not null, line bigint not null, primary key (person_id, visit_no));"
    "create index visit_region on visit (region_code, person_id);"
    "comment on table visit is '@dist person_id visits of nurses';"
    "create table tariff (code text primary key, per_unit numeric not null,"
    " service text not null, batch_id bigint not null);"
    "comment on table tariff is '@ref what a unit costs, by provider';";

static const struct migration migrations[] = { { 1, "visit", tables }, { 0 } };

/* One letter and eight digits, the last of them the sum of the others. */
static const char *check_card(const char *s, size_t n, int32_t *birth)
{
	int sum = 0;

	(void)birth;
	if (n != 9 || s[0] < 'A' || s[0] > 'Z')
		return "is not a letter and eight digits";
	for (size_t i = 1; i < 8; i++)
		sum += s[i] - '0';
	return s[8] - '0' == sum % 10 ? NULL : "has a wrong last digit";
}

static const struct ident_kind ident_kinds[] = {
	{ "residence", N_("permanent residence card"), check_card }, { 0 }
};

static const struct field foreigner_fields[] = {
	{ "card", FIELD_ID, .id_kind = "residence" },
	{ "name", FIELD_NAME },
	{ "sex", FIELD_CODE, .codes = "M F" },
	{ "born", FIELD_DAY, .most = "today" },
	{ "area", FIELD_REF, .table = "region", .column = "region_code" },
	{ 0 }
};
static const struct match foreigner_matches[] = {
	{ "person_id", N_("person"), "card", .is_new = true, .region = "area" }, { 0 }
};

static const struct field visit_fields[] = {
	{ "visit_no", FIELD_NAME },
	{ "id_no", FIELD_ID_GIVEN },
	{ "name", FIELD_NAME },
	{ "birth_date", FIELD_DAY },
	{ "nurse_card", FIELD_ID_GIVEN, .id_kind = "residence", .optional = true },
	{ "nurse", FIELD_NAME, .optional = true },
	{ "licence", FIELD_TEXT },
	{ "provider", FIELD_NAME },
	{ "day", FIELD_DAY, .most = "today" },
	{ "from", FIELD_TIME },
	{ "to", FIELD_TIME },
	{ "service", FIELD_REF, .table = "service", .column = "code" },
	{ "units", FIELD_QUANTITY, .scale = 2 },
	{ "balance", FIELD_DECIMAL, .scale = 4, .optional = true },
	{ "remarks", FIELD_LIST, .separator = '|', .optional = true },
	{ 0 }
};
static const struct match visit_matches[] = {
	{ "person_id", N_("insured person"), "id_no", "name", "birth_date" },
	{ "nurse_id", N_("nurse"), "nurse_card", "nurse" },
	{ "provider_id", N_("provider"), "licence", "provider", .table = "provider",
	  .key = "licence", .id = "provider_id", .named = "name",
#ifdef REJECT
	  .doubt = DOUBT_REJECT
#endif
	},
	{ 0 }
};

static const struct field tariff_fields[] = {
	{ "code", FIELD_NAME },
	{ "licence", FIELD_TEXT },
	{ "provider", FIELD_NAME },
	{ "per_unit", FIELD_QUANTITY, .scale = 6 },
	{ "service", FIELD_REF, .table = "service", .column = "code" },
	{ 0 }
};
static const struct match tariff_matches[] = {
#ifndef NO_TABLE
	{ "provider_id", N_("provider"), "licence", "provider", .table = "provider",
	  .key = "licence", .id = "provider_id", .named = "name" },
#else
	{ "provider_id", N_("provider"), "licence", .table = "visit", .key = "visit_no",
	  .id = "provider_id" },
#endif
	{ 0 }
};

static const char *const batch[] = { "batch_id int8" };
static const struct stmt add_person = {
	.name = "care_person", .nparams = 1, .params = batch,
	.text = "insert into person (person_id, region_code, name, sex, birth_date,"
		" batch_id, line) select person_id, region_code, name, sex, born, $1,"
		" line from stage on conflict do nothing",
};
static const struct stmt add_card = {
	.name = "care_card", .nparams = 1, .params = batch,
	.text = "insert into person_ident (id_no, id_kind, person_id, name, birth_date,"
		" region_code) select card, 'residence', person_id, name, born,"
		" region_code from stage where $1::bigint is not null"
		" on conflict do nothing",
};
static const struct stmt add_visit = {
	.name = "care_visit", .nparams = 1, .params = batch,
	.text = "insert into visit select person_id, visit_no, region_code, nurse_id,"
		" provider_id, day, \"from\", \"to\", service, units, balance, remarks,"
		" $1, line from stage on conflict do nothing",
};
static const struct stmt add_tariff = {
	.name = "care_tariff", .nparams = 1, .params = batch,
	.text = "insert into tariff select code || ' ' || provider_id, per_unit, service,"
		" $1 from stage on conflict do nothing",
};
static const struct stmt *const foreigner_apply[] = { &add_person, &add_card, NULL };
static const struct stmt *const visit_apply[] = { &add_visit, NULL };
static const struct stmt *const tariff_apply[] = { &add_tariff, NULL };

static const struct feed feeds[] = {
	{ "foreigner", N_("foreigners with a residence card"), foreigner_fields,
	  foreigner_matches, foreigner_apply, 365 },
	{ "visit", N_("visits of nurses"), visit_fields, visit_matches, visit_apply, 7 },
	{ "tariff", N_("tariffs of providers"), tariff_fields, tariff_matches,
	  tariff_apply, 365 },
	{ 0 }
};

const struct module steward_module = {
	.interface = STEWARD_INTERFACE,
	.size = sizeof(struct module),
	.name = "care",
	.title = N_("care at home"),
	.migrations = migrations,
	.ident_kinds = ident_kinds,
	.feeds = feeds,
};
