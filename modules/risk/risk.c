/* Fund risk: deaths, custody and signs of life that other departments report, and what
 * they mean for a pension that is still paid. */
#include "steward.h"

#include <stddef.h>

#include "risk_sql.h"

static const struct fact_column facts[] = {
	{ "last_sign_on", "date", "day", N_("last sign of life") },
	{ "last_sign_source", "text", "code", N_("seen by") },
	{ "overpaid_fen", "bigint", "fen", N_("paid after the month of death") },
	{ 0 }
};

/* Deaths are few: payments are looked up for the dead alone. */
static const char fact_select[] =
    "select person_id, s.seen_on, s.source, o.fen, null::date as facts_until"
    " from (select distinct on (person_id)"
    " person_id, seen_on, source from evidence {todo}"
    "  order by person_id, seen_on desc, source) s"
    " full join (select person_id, sum(y.amount_fen)::bigint as fen"
    "  from (select person_id, to_char(died_on, 'YYYYMM')::int as died_in from base"
    "   where died_on is not null offset 0) d join payment y using (person_id)"
    "  where y.period > d.died_in group by person_id) o using (person_id)";

static const char fact_sources[] =
    "select person_id, unnest(array['last_sign_on', 'last_sign_source']) as fact,"
    " unnest(array[seen_on::text, source]) as value, seen_on as day, batch_id, line"
    " from evidence"
    " union all"
    " select y.person_id, 'overpaid_fen',"
    " y.amount_fen::text, y.paid_on, y.batch_id, y.line"
    " from payment y join (select person_id, min(from_day) as died_on from status_event"
    "  where kind = 'death' group by person_id) d using (person_id)"
    " where y.period > to_char(d.died_on, 'YYYYMM')::int";

/* No birth_of: a slip in the number shall become a question, not a refused row. */
static const struct fact_set fact_sets[] = {
	{ "person", facts, fact_select, fact_sources }, { 0 }
};

static const struct field death_fields[] = {
	{ "id_no", FIELD_ID_GIVEN },
	{ "name", FIELD_NAME },
	{ "birth_date", FIELD_DAY, .most = "today" },
	{ "died_on", FIELD_DAY, .most = "today" },
	{ "place", FIELD_TEXT },
	{ 0 }
};

static const struct field custody_fields[] = {
	{ "id_no", FIELD_ID_GIVEN },
	{ "name", FIELD_NAME },
	{ "birth_date", FIELD_DAY, .most = "today" },
	{ "kind", FIELD_CODE, .codes = "detained prison" },
	{ "from_date", FIELD_DAY },
	{ "to_date", FIELD_DAY, .optional = true },
	{ 0 }
};

/* No birth day of their own: the one that the number tells is compared. */
static const struct field medical_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "visit_date", FIELD_DAY, .most = "today" },
	{ "hospital", FIELD_TEXT },
	{ 0 }
};

static const struct field transport_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "travel_date", FIELD_DAY, .most = "today" },
	{ "route", FIELD_TEXT },
	{ 0 }
};

static const struct stmt *const death_apply[] = { &RISK_DEATH, NULL };
static const struct stmt *const custody_apply[] = { &RISK_CUSTODY, NULL };
static const struct stmt *const medical_apply[] = { &RISK_MEDICAL, NULL };
static const struct stmt *const transport_apply[] = { &RISK_TRANSPORT, NULL };

static const struct match by_number[] = {
	{ "person_id", N_("person"), "id_no", .name = "name" }, { 0 }
};
static const struct match by_birth_day[] = {
	{ "person_id", N_("person"), "id_no", .name = "name", .birth = "birth_date" },
	{ 0 }
};

static const struct feed feeds[] = {
	{ "death", N_("deaths reported by the civil registry"), death_fields,
	  by_birth_day, death_apply, 1 },
	{ "custody", N_("detention and prison reported by the police"), custody_fields,
	  by_birth_day, custody_apply, 7 },
	{ "medical", N_("visits reported by hospitals"), medical_fields, by_number,
	  medical_apply, 7 },
	{ "transport", N_("journeys reported by carriers"), transport_fields, by_number,
	  transport_apply, 7 },
	{ 0 }
};

static const struct column deaths_columns[] = {
	{ .col = RISK_DEATHS_DAY, .title = N_("Died"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = RISK_DEATHS_NAME, .title = N_("Name"), .width = 12 },
	{ .col = RISK_DEATHS_REGION, .title = N_("Area"), .width = 12, .gives_way = 3 },
	{ .col = RISK_DEATHS_PLACE, .title = N_("Place") },
	{ .col = RISK_DEATHS_PENSION_STATUS, .title = N_("Pension"), .kind = COLUMN_LABEL,
	  .width = 8, .gives_way = 4 },
	{ .col = RISK_DEATHS_FILE, .title = N_("File"), .width = 12, .gives_way = 2 },
	{ .col = RISK_DEATHS_LINE, .title = N_("Line"), .kind = COLUMN_COUNT, .width = 7,
	  .gives_way = 1 },
	{ 0 }
};

static const int deaths_args[] = { RISK_DEATHS_PERSON_ID, -1 };

static const struct section deaths_sections[] = {
	{ .title = N_("Deaths reported"), .stmt = &RISK_DEATHS, .columns = deaths_columns,
	  .opens = "person", .args = deaths_args },
	{ 0 }
};

static const struct screen screens[] = {
	{ .name = "deaths", .title = N_("Deaths reported"), .sections = deaths_sections },
	{ 0 }
};

static const struct command commands[] = {
	{ "screen.deaths", N_("the newest deaths reported"),
	  .opens = "deaths", .code = "de" },
	{ 0 }
};

static const struct indicator indicators[] = {
	{ "E1", N_("Deaths of retirees"),
	  N_("Persons with a pension whose death is reported."), "person",
	  .filter = "f.died_on is not null and f.pension_status is not null",
	  .unit = "persons", .owner = "manager", .less_is_better = true },
	{ "E2", N_("Suspensions open"),
	  N_("Proposals to stop a pension that nobody has decided yet."), "task",
	  .filter = "t.task_type = 'suspend' and t.state = 'open'", .unit = "tasks",
	  .owner = "manager", .less_is_better = true },
	{ "E3", N_("Paid after death"),
	  N_("Persons reported dead whose pension is in payment."), "person",
	  .filter = "f.pension_status = 'paid' and f.died_on is not null",
	  .unit = "persons", .owner = "manager", .less_is_better = true },
	{ "E7", N_("Overpaid (deaths)"),
	  N_("Money paid for months after the month of death."), "person",
	  .filter = "f.overpaid_fen > 0", .sum = "f.overpaid_fen", .unit = "fen",
	  .owner = "manager", .less_is_better = true },
	{ "E9", N_("In custody, paid"),
	  N_("Persons in detention or prison whose pension is in payment."), "person",
	  .filter = "f.pension_status = 'paid' and f.custody_from <= $today"
		    " and (f.custody_to is null or f.custody_to > $today)",
	  .unit = "persons", .owner = "manager", .less_is_better = true },
	{ "D9", N_("Sign after death"),
	  N_("Persons reported dead who were seen after that day."), "person",
	  .filter = "f.last_sign_on > f.died_on", .unit = "persons", .owner = "reviewer",
	  .less_is_better = true },
	{ 0 }
};

static const struct stmt *const *const statements[] = {
	modules_risk_risk_statements, NULL
};

const struct module steward_module = {
	.interface = STEWARD_INTERFACE,
	.size = sizeof(struct module),
	.name = "risk",
	.title = N_("fund risk"),
	.facts = fact_sets,
	.feeds = feeds,
	.screens = screens,
	.commands = commands,
	.indicators = indicators,
	.statements = statements,
};
