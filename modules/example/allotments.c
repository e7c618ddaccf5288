#include "steward.h"
#include <stddef.h>
#include "allotments_sql.h"

extern const char tables_text[];
static const struct migration migrations[] = { { 1, "tables", tables_text }, { 0 } };

/* What the file looks like, and whom a row names. */
static const struct field fields[] = {
	{ "plot", FIELD_NAME }, { "id_no", FIELD_ID },
	{ "name", FIELD_NAME }, { "since", FIELD_DAY, .most = "today" },
	{ "fee", FIELD_MONEY }, { 0 }
};
static const struct match matches[] = {
	{ "person_id", N_("insured person"), "id_no", "name" }, { 0 }
};
/* One row a plot and person; told again, the newer word counts and the older stays
 * readable. */
static const struct kept_column kept[] = { { "plot", KEPT_KEY },
					   { "since", KEPT_VALUE },
					   { "fee_fen", KEPT_VALUE, "fee" },
					   { 0 } };
static const struct keep keeps[] = { { "allotment", kept }, { 0 } };
static const struct feed feeds[] = {
	{ "allotment", N_("gardens"), fields, matches, NULL, 30, .keeps = keeps }, { 0 }
};

/* What rules and figures may read about a person. */
static const struct fact_column columns[] = {
	{ "garden_fee_fen", "bigint", "fen", N_("fee of the garden") }, { 0 }
};
static const struct fact_set facts[] = {
	{ "person", columns,
	  "select person_id, sum(fee_fen)::bigint, null::date from allotment {todo}"
	  " group by person_id",
	  "select person_id, 'garden_fee_fen', fee_fen::text, since, batch_id, line"
	  " from allotment" },
	{ 0 }
};

/* How work goes: who may do which step, and what it is. */
static const struct move moves[] = { { "open", "tell", "done", "clerk", MOVE_CLOSE, NULL,
				       "t", N_("tell: the tenant knows") },
				     { 0 } };
static const struct task_type types[] = { { "garden", N_("garden"), "clerk", moves },
					  { 0 } };

/* A list that is read a page at a time. */
static const struct column list_columns[] = {
	{ .col = ALLOTMENTS_ALL_PLOT, .title = N_("Plot"), .width = 10 },
	{ .col = ALLOTMENTS_ALL_NAME, .title = N_("Name") },
	{ .col = ALLOTMENTS_ALL_FEE_FEN,
	  .title = N_("Fee"),
	  .kind = COLUMN_MONEY,
	  .width = 12 },
	{ 0 }
};
static const int key[] = { ALLOTMENTS_ALL_PLOT, -1 },
		 args[] = { ALLOTMENTS_ALL_PERSON_ID, -1 };
static const struct paging paging = { key, 0 };
static const struct section sections[] = { { .name = "plots",
					     .stmt = &ALLOTMENTS_ALL,
					     .columns = list_columns,
					     .opens = "person",
					     .args = args },
					   { 0 } };
static const struct screen screens[] = { { .name = "gardens",
					   .title = N_("Gardens"),
					   .kind = SCREEN_LIST,
					   .sections = sections,
					   .paging = &paging },
					 { 0 } };
static const struct command commands[] = {
	{ "open.gardens", N_("gardens"), .opens = "gardens", .code = "ga" }, { 0 }
};

static const struct indicator indicators[] = { { "GA1", N_("Gardens"),
						 N_("Persons with a garden."), "person",
						 .filter = "f.garden_fee_fen is not null",
						 .unit = "persons", .owner = "manager" },
					       { 0 } };

extern const struct stmt *const allotments_statements[];
static const struct stmt *const *const statements[] = { allotments_statements, NULL };

const struct module steward_module = {
	.interface = STEWARD_INTERFACE,
	.size = sizeof(struct module),
	.name = "allotments",
	.title = N_("gardens"),
	.migrations = migrations,
	.facts = facts,
	.feeds = feeds,
	.task_types = types,
	.screens = screens,
	.commands = commands,
	.indicators = indicators,
	.statements = statements,
};
