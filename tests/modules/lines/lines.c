/* Lines of medical claims: a business area outside the tree with many rows and many
 * texts. */
#include "steward.h"

#include <stddef.h>

#include "lines_sql.h"

extern const char tables_text[];
static const struct migration migrations[] = { { 1, "tables", tables_text }, { 0 } };

static const struct subject subjects[] = {
	{ "line", N_("claim line"), "claim_line" }, { 0 }
};
static const struct fact_column line_facts[] = {
	{ "line_item", "text", "code", N_("item") },
	{ "line_given_on", "date", "day", N_("given on") },
	{ "line_fen", "bigint", "fen", N_("amount of the line") },
	{ 0 }
};
static const char line_select[] =
	"select l.line_id, l.person_id, l.region_code, todo.day, l.item_code, l.given_on,"
	" l.amount_fen, null::date from claim_line l {todo}";
static const struct fact_set facts[] = {
	{ "line", line_facts, line_select,
	  "select line_id, 'line_item', item_code, given_on, batch_id, line from "
	  "claim_line" },
	{ 0 }
};

static const struct finder finders[] = {
	{ "lines.twice", N_("the same again within a day"), "a rule of the fund", "line",
	  "line_check", NULL, &LINES_TWICE },
	{ 0 }
};
static const struct move moves[] = { { "open", "reject", "done", "reviewer", MOVE_CLOSE,
				       NULL, "r", N_("reject: it is not paid") },
				     { "open", "dismiss", "dismissed", "reviewer",
				       MOVE_CLOSE, NULL, "d",
				       N_("dismiss: it is right") },
				     { 0 } };
static const struct task_type task_types[] = {
	{ "line_check", N_("doubtful claim line"), "reviewer", moves }, { 0 }
};

static const struct field fields[] = { { "claim_no", FIELD_NAME },
				       { "line_no", FIELD_COUNT },
				       { "id_no", FIELD_ID },
				       { "name", FIELD_NAME },
				       { "item_code", FIELD_NAME },
				       { "item", FIELD_NAME },
				       { "unit", FIELD_NAME },
				       { "form", FIELD_TEXT },
				       { "department", FIELD_TEXT },
				       { "doctor", FIELD_TEXT },
				       { "diagnosis", FIELD_TEXT },
				       { "remark", FIELD_TEXT, .optional = true },
				       { "given_on", FIELD_DAY, .most = "today" },
				       { "quantity", FIELD_QUANTITY, .scale = 3 },
				       { "amount", FIELD_MONEY },
				       { 0 } };
static const struct match matches[] = {
	{ "person_id", N_("insured person"), "id_no", "name" }, { 0 }
};
static const struct stmt *const apply[] = { &LINES_LINE, NULL };
static const struct feed feeds[] = { { "line", N_("lines of medical claims"), fields,
				       matches, apply, 7, "line" },
				     { 0 } };

static const struct column person_columns[] = {
	{ .col = LINES_OF_PERSON_GIVEN_ON, .title = N_("Day"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = LINES_OF_PERSON_ITEM, .title = N_("Item") },
	{ .col = LINES_OF_PERSON_QUANTITY, .title = N_("Quantity"), .width = 10,
	  .gives_way = 1 },
	{ .col = LINES_OF_PERSON_AMOUNT_FEN, .title = N_("Amount"), .kind = COLUMN_MONEY,
	  .width = 12 },
	{ 0 }
};
static const struct section person_sections[] = {
	{ .name = "lines", .title = N_("Claim lines"), .stmt = &LINES_OF_PERSON,
	  .columns = person_columns },
	{ 0 }
};

static const struct column behind_columns[] = {
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_NAME, .title = N_("Name") }, { 0 }
};
static const int behind_args[] = { BEHIND_PERSON, -1 };
static const struct figure_source figure_sources[] = {
	{ "line", "line_fact l", "l.line_id bigint", "l.person_id",
	  .day = "l.line_given_on", .columns = behind_columns, .opens = "person",
	  .args = behind_args },
	{ 0 }
};
static const struct indicator indicators[] = {
	{ "CL1", N_("Claim lines"), N_("Lines of all claims."), "line", .filter = "true",
	  .unit = "lines", .owner = "manager" },
	{ "CL2", N_("Dear lines"), N_("Lines of more than a thousand yuan, among all."),
	  "line", .filter = "l.line_fen > 100000", .share_of = "CL1", .unit = "%",
	  .owner = "manager", .less_is_better = true },
	{ 0 }
};

extern const struct stmt *const lines_statements[];
static const struct stmt *const *const statements[] = { lines_statements, NULL };

const struct module steward_module = {
	.interface = STEWARD_INTERFACE,
	.size = sizeof(struct module),
	.name = "lines",
	.title = N_("claim lines"),
	.migrations = migrations,
	.subjects = subjects,
	.facts = facts,
	.finders = finders,
	.feeds = feeds,
	.task_types = task_types,
	.person_sections = person_sections,
	.figure_sources = figure_sources,
	.indicators = indicators,
	.statements = statements,
};
