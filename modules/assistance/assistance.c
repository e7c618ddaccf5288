/* Entitled without asking: whose need other offices know is proposed for assistance, and
 * free health checks are settled after they were looked at. */
#include "steward.h"

#include <stddef.h>

#include "assistance_sql.h"
#include "household.h"
#include "household_sql.h"
#include "settle.h"
#include "settle_sql.h"
#include "verb.h"

extern const char modules_assistance_migrations_0001_assistance_text[];
extern const char modules_assistance_migrations_0002_household_text[];
extern const char modules_assistance_migrations_0003_settlement_text[];
extern const char modules_assistance_functions_text[];
extern const char modules_assistance_settle_functions_text[];

static const struct migration migrations[] = {
	{ 1, "assistance", modules_assistance_migrations_0001_assistance_text },
	{ 2, "household", modules_assistance_migrations_0002_household_text },
	{ 3, "settlement", modules_assistance_migrations_0003_settlement_text },
	{ 0 }
};
static const char *const functions[] = { modules_assistance_functions_text,
					 modules_assistance_settle_functions_text, NULL };

static const struct fact_column facts[] = {
	{ "income_kind", "text", "code", N_("family of low income"),
	  "destitute allowance marginal" },
	{ "income_to", "date", "day", N_("family of low income until") },
	{ "disability_level", "int", "count", N_("level of the disability") },
	{ "disability_to", "date", "day", N_("disability until") },
	{ "assisted_year", "int", "count", N_("year assisted last") },
	{ 0 }
};
/* The newest word counts; what has an end changes the facts on it. */
static const char fact_select[] =
    "select person_id, i.kind, i.to_day, d.level, d.to_day, g.year,"
    " least(i.to_day, d.to_day) as facts_until"
    " from (select distinct on (person_id) * from low_income {todo}"
    "  order by person_id, from_day desc, kind) i"
    " full join (select distinct on (person_id) * from disability {todo}"
    "  order by person_id, from_day desc, certificate_no) d using (person_id)"
    " full join (select person_id, max(year) as year from assistance_grant {todo}"
    "  group by person_id) g using (person_id)";
static const char fact_sources[] =
    "select person_id, 'income_kind' as fact, kind as value, from_day as day, batch_id,"
    " line from low_income"
    " union all"
    " select person_id, 'disability_level', level::text, from_day, batch_id, line"
    " from disability";

/* A household is judged as a whole; what it is told of, its head is asked. */
static const struct subject subjects[] = {
	{ "household", N_("family that lives together"), "household",
	  .follows_person = true, .screen = "household", .number = "household_no" }, { 0 }
};
#define MEMBER_FACTS                                                                     \
	"[role: head|spouse|child|parent|other, birth_date: day, sex: code,"             \
	" income_fen: fen, pension_status: code, pension_fen: fen, pension_from: day,"   \
	" died_on: day, custody_kind: code, income_kind: code, disability_level: count]"
static const struct fact_column household_facts[] = {
	{ "household_no", "text", "code", N_("number of the household") },
	{ "members", "text", "list", N_("members: role, birth, income a month") },
	{ "member_count", "int", "count", N_("members") },
	{ "income_unknown", "int", "count", N_("members whose income is not told") },
	{ "member_facts", "text", MEMBER_FACTS, N_("members with facts of theirs") },
	{ 0 }
};
/* Whoever comes or leaves on a day changes the facts on it. */
static const char household_select[] =
    "select h.household_id, h.person_id, h.region_code, todo.day, h.household_no,"
    " coalesce(m.members, '[]'), coalesce(m.n, 0), nullif(m.unknown, 0), m.facts,"
    " m.until"
    " from household h {todo} left join lateral (select jsonb_agg(jsonb_strip_nulls("
    "   jsonb_build_object('role', m.role, 'birth', p.birth_date,"
    "   'income', (m.income_fen / 100.0)::numeric(15, 2)::text))"
    "   order by m.role <> 'head', p.birth_date, m.person_id)"
    "   filter (where m.from_day <= todo.day and (m.to_day is null or"
    "    m.to_day >= todo.day))::text as members,"
    "  jsonb_agg(jsonb_strip_nulls(jsonb_build_object('role', m.role, 'birth_date',"
    "   p.birth_date, 'sex', p.sex, 'income_fen', m.income_fen, 'pension_status',"
    "   f.pension_status, 'pension_fen', f.pension_fen, 'pension_from',"
    "   f.pension_from, 'died_on', f.died_on, 'custody_kind', f.custody_kind,"
    "   'income_kind', f.income_kind, 'disability_level', f.disability_level))"
    "   order by m.role <> 'head', p.birth_date, m.person_id)"
    "   filter (where m.from_day <= todo.day and (m.to_day is null or"
    "    m.to_day >= todo.day))::text as facts,"
    "  count(*) filter (where m.from_day <= todo.day and (m.to_day is null or"
    "   m.to_day >= todo.day))::int as n,"
    "  count(*) filter (where m.income_fen is null and m.from_day <= todo.day and"
    "   (m.to_day is null or m.to_day >= todo.day))::int as unknown,"
    "  least(min(f.facts_until), min(case when m.from_day > todo.day then m.from_day"
    "   when m.to_day >= todo.day then m.to_day + 1 end)) as until"
    "  from household_member m join person p using (person_id)"
    "  left join person_fact f using (person_id)"
    "  where m.household_no = h.household_no) m on true";
static const char household_sources[] =
    "select h.household_id, 'members', m.role, m.from_day, m.batch_id, m.line"
    " from household h join household_member m using (household_no)";
static const struct fact_set fact_sets[] = {
	{ "person", facts, fact_select, fact_sources },
	{ "household", household_facts, household_select, household_sources },
	{ 0 }
};

static const struct field income_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "kind", FIELD_CODE, .codes = "destitute allowance marginal" },
	{ "from_day", FIELD_DAY, .most = "today+31" },
	{ "to_day", FIELD_DAY, .optional = true, .after = "from_day" },
	{ 0 }
};
static const struct field disability_fields[] = {
	{ "certificate_no", FIELD_NAME },
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "level", FIELD_CODE, .codes = "1 2 3 4" },
	{ "from_day", FIELD_DAY, .most = "today" },
	{ "to_day", FIELD_DAY, .optional = true, .after = "from_day" },
	{ 0 }
};
static const struct field check_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "checked_on", FIELD_DAY, .most = "today" },
	{ "hospital", FIELD_NAME },
	{ "amount", FIELD_MONEY },
	{ 0 }
};
/* state: withdrawn when the figure is not to count any more */
static const struct field figure_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "year", FIELD_COUNT },
	{ "source", FIELD_CODE, .codes = "tax employer other" },
	{ "amount", FIELD_MONEY },
	{ "state", FIELD_CODE, .codes = "told withdrawn" },
	{ 0 }
};
/* none: told of by mistake, no member at all */
static const struct field member_fields[] = {
	{ "household_no", FIELD_NAME },
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "role", FIELD_CODE, .codes = "head spouse child parent other none" },
	{ "income", FIELD_MONEY, .optional = true },
	{ "from_day", FIELD_DAY, .most = "today+31" },
	{ "to_day", FIELD_DAY, .optional = true, .after = "from_day" },
	{ 0 }
};
static const struct match matches[] = {
	{ "person_id", N_("person"), "id_no", .name = "name" }, { 0 }
};
static const struct kept_column income_columns[] = {
	{ "kind", KEPT_KEY }, { "from_day", KEPT_KEY }, { "to_day", KEPT_VALUE }, { 0 }
};
static const struct kept_column disability_columns[] = {
	{ "certificate_no", KEPT_KEY },
	{ "level", KEPT_VALUE, "level::int" },
	{ "from_day", KEPT_VALUE },
	{ "to_day", KEPT_VALUE },
	{ 0 }
};
static const struct kept_column check_columns[] = {
	{ "checked_on", KEPT_KEY },
	{ "hospital", KEPT_VALUE },
	{ "amount_fen", KEPT_VALUE, "amount" },
	{ 0 }
};
static const struct kept_column figure_columns[] = {
	{ "year", KEPT_KEY, "year::int" },
	{ "source", KEPT_KEY },
	{ "amount_fen", KEPT_VALUE, "amount" },
	{ "is_withdrawn", KEPT_VALUE, "state = 'withdrawn'" },
	{ 0 }
};
static const struct kept_column member_columns[] = {
	{ "household_no", KEPT_KEY }, { "role", KEPT_VALUE },
	{ "income_fen", KEPT_VALUE, "income" }, { "from_day", KEPT_VALUE },
	{ "to_day", KEPT_VALUE }, { 0 }
};
static const struct keep member_keeps[] = {
	{ "household_member", member_columns, .only = "role <> 'none'",
	  .gone = N_("member of the household"),
	  .gone_if = "t.household_no = s.household_no" },
	{ 0 }
};
static const struct stmt *const take_members[] = { &ASSISTANCE_HOUSEHOLDS, NULL };
static const struct keep income_keeps[] = { { "low_income", income_columns }, { 0 } };
static const struct keep disability_keeps[] = { { "disability", disability_columns },
						{ 0 } };
static const struct keep figure_keeps[] = { { "income_figure", figure_columns },
					    { 0 } };
static const struct keep check_keeps[] = { { "health_check", check_columns }, { 0 } };
static const struct feed feeds[] = {
	{ "low_income", N_("families of low income"), income_fields, matches, NULL, 31,
	  .keeps = income_keeps },
	{ "disability", N_("certificates of disability"), disability_fields, matches,
	  NULL, 92, .keeps = disability_keeps },
	{ "health_check", N_("free health checks"), check_fields, matches, NULL, 31,
	  .keeps = check_keeps },
	{ "income_figure", N_("income of a year"), figure_fields, matches, NULL, 366,
	  .keeps = figure_keeps },
	{ "household_member", N_("members of households"), member_fields, matches,
	  take_members, 92, .subject = "household", .keeps = member_keeps },
	{ 0 }
};

static const struct finder finders[] = {
	{ "assistance.check", N_("health check in doubt"),
	  "Regulations on the Supervision of the Medical Security Fund 2021, art. 15",
	  NULL, "health_check", "work.check_age work.check_fen",
	  &ASSISTANCE_CHECKS_FOUND },
	{ "assistance.settlement", N_("year that comes to another sum"),
	  "Interim Measures for Social Assistance, art. 13", NULL, "settlement",
	  "work.settle_free_fen work.settle_share", &SETTLEMENTS_FOUND },
	{ "assistance.settlement_missing", N_("settlement that waits for an answer"),
	  "Interim Measures for Social Assistance, art. 13", NULL,
	  "settlement_missing", NULL, &SETTLEMENTS_MISSING },
	{ 0 }
};

static const struct move assist_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "assist_plan", "s",
	  N_("propose the assistance") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, "assist_decline", "d",
	  N_("decline: there is no need, this year") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "assist_grant", "a",
	  N_("approve: the next run pays it") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};
static const struct move check_moves[] = {
	{ "open", "refuse", "done", "clerk", MOVE_CLOSE, NULL, "s",
	  N_("refuse: the hospital is not paid for it") },
	{ "open", "confirm", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("confirm: it was right and is paid") },
	{ 0 }
};
static const struct task_state states[] = {
	{ "replying", N_("reply awaited"), STATE_OPEN }, { 0 }
};
static const struct task_type task_types[] = {
	{ "assist", N_("entitled without asking"), "clerk", assist_moves },
	{ "health_check", N_("health check in doubt"), "clerk", check_moves,
	  .finders_only = true },
	{ "household_need", N_("household in need"), "clerk", household_need_moves },
	{ "household_change", N_("change of a household"), "clerk",
	  household_change_moves },
	{ "settlement", N_("yearly settlement"), "clerk", settle_moves,
	  .finders_only = true },
	{ "settlement_missing", N_("answer to a settlement"), "clerk",
	  settle_missing_moves, .finders_only = true },
	{ 0 }
};

static const struct column person_columns[] = {
	{ .col = ASSISTANCE_OF_DAY,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = ASSISTANCE_OF_WHAT,
	  .title = N_("What"),
	  .kind = COLUMN_LABEL,
	  .width = 20 },
	{ .col = ASSISTANCE_OF_DETAIL, .title = N_("Remark"), .width = 20 },
	{ .col = ASSISTANCE_OF_AMOUNT_FEN,
	  .title = N_("Amount"),
	  .kind = COLUMN_MONEY,
	  .width = 12 },
	{ 0 }
};

static const struct section person_sections[] = {
	{ .title = N_("Assistance"), .stmt = &ASSISTANCE_OF, .columns = person_columns },
	{ .name = "household", .title = N_("Households"), .stmt = &HOUSEHOLD_OF,
	  .columns = household_of_columns, .opens = "household",
	  .args = household_of_args },
	{ 0 }
};

static const struct column list_columns[] = {
	{ .col = ASSISTANCE_LIST_DAY,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = ASSISTANCE_LIST_NAME, .title = N_("Name"), .width = 10 },
	{ .col = ASSISTANCE_LIST_REGION,
	  .title = N_("Area"),
	  .width = 12,
	  .gives_way = 2 },
	{ .col = ASSISTANCE_LIST_AMOUNT_FEN,
	  .title = N_("Amount"),
	  .kind = COLUMN_MONEY,
	  .width = 10 },
	{ .col = ASSISTANCE_LIST_STATE,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = ASSISTANCE_LIST_SAY,
	  .title = N_("Why"),
	  .kind = COLUMN_SAY,
	  .gives_way = 1 },
	{ 0 }
};
static const int to_person[] = { ASSISTANCE_LIST_PERSON_ID, -1 };
static const struct section list_sections[] = {
	{ .title = N_("Entitled without asking"), .stmt = &ASSISTANCE_LIST,
	  .columns = list_columns, .opens = "person", .args = to_person },
	{ 0 }
};
static const struct screen screens[] = {
	{ .name = "assistance", .title = N_("Entitled without asking"),
	  .sections = list_sections },
	{ .name = "household", .title = N_("A household"), .sections = household_sections,
	  .named_by = "household_no", .marks = household_marks },
	{ .name = "settlements", .title = N_("Yearly settlement"),
	  .empty = N_("years to settle: steward assistance settle YEAR begins one"),
	  .sections = settle_sections },
	{ 0 }
};
static const struct command commands[] = {
	{ "screen.assistance", N_("entitled without asking"), .opens = "assistance",
	  .code = "as" },
	{ "screen.settlements", N_("yearly settlement of what was granted by need"),
	  .opens = "settlements", .code = "ys" },
	{ 0 }
};

static const struct column check_sum_columns[] = {
	{ .col = ASSISTANCE_CHECKS_HOSPITAL, .title = N_("Hospital"), .width = 30 },
	{ .col = ASSISTANCE_CHECKS_STATE,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = ASSISTANCE_CHECKS_CHECKS,
	  .title = N_("Checks"),
	  .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = ASSISTANCE_CHECKS_AMOUNT_FEN,
	  .title = N_("Amount"),
	  .kind = COLUMN_MONEY,
	  .width = 14 },
	{ 0 }
};

static const struct column behind_columns[] = {
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 12 },
	{ .col = BEHIND_PLACE, .title = N_("Amount"), .width = 12 },
	{ .col = BEHIND_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ 0 }
};
static const int behind_args[] = { BEHIND_PERSON, -1 };
static const struct figure_source figure_sources[] = {
	{ "assisted", "assistance_grant v", "v.person_id bigint, v.year int4",
	  "v.person_id", .day = "v.granted_on", .place = "yuan_text(v.amount_fen)",
	  .say = "v.why", .columns = behind_columns, .opens = "person",
	  .args = behind_args },
	{ "settlements", "settlement_now v",
	  "v.person_id bigint, v.year int4, v.kind text", "v.person_id",
	  .day = "v.opened_on", .place = "yuan_text(v.now_fen)",
	  .say = "v.state", .columns = behind_columns, .opens = "person",
	  .args = behind_args },
	{ 0 }
};
static const struct indicator indicators[] = {
	{ "J7", N_("Found unasked"),
	  N_("Persons granted assistance this year that was found in the data, without "
	     "an application."),
	  "assisted",
	  .filter = "not v.is_declined and v.granted_on <= $today and"
		    " v.granted_on >= date_trunc('year', $today)::date",
	  .unit = "persons", .owner = "manager" },
	{ "J7y", N_("Settlements under way"),
	  N_("Yearly settlements that wait for a figure, for the person's reply or for "
	     "a decision."),
	  "settlements", .filter = "v.state <> 'settled' and v.opened_on <= $today",
	  .unit = "persons", .owner = "manager" },
	{ 0 }
};

static bool list(const struct verb_call *c)
{
	const char *year = c->option(c, "year");

	return c->print(c, &ASSISTANCE_LIST, &year, list_columns, NULL);
}

static bool checks(const struct verb_call *c)
{
	return c->print(c, &ASSISTANCE_CHECKS, c->args, check_sum_columns, NULL);
}

static const struct option_def list_options[] = {
	{ "year", 'n', N_("of this year"), NULL, 1900, 2100 }, { 0 }
};
static const struct module_verb verbs[] = {
	{ "assistance list", "", N_("who was assisted, and who is proposed or waits"), 0,
	  0, "clerk", list_options, list },
	{ "assistance checks", "YYYY-MM",
	  N_("free health checks of a month, hospital by hospital"), 1, 1, "clerk", NULL,
	  checks },
	{ "assistance settlements", "",
	  N_("the yearly settlement, and where each one is"), 0, 0, "clerk",
	  settle_list_options, settle_list },
	{ "assistance settle", "YEAR",
	  N_("begins the settlement of a year; again it adds who has come to it"), 1, 1,
	  "clerk", NULL, settle_begin },
	{ "assistance reply", "PERSON YEAR WORDS",
	  N_("what a person said who was asked about a year"), 3, 3, "clerk", NULL,
	  settle_reply },
	{ 0 }
};
static const struct stmt *const *const statements[] = {
	modules_assistance_assistance_statements, modules_assistance_household_statements,
	modules_assistance_settle_statements, NULL
};

const struct module steward_module = {
	.interface = STEWARD_INTERFACE,
	.size = sizeof(struct module),
	.name = "assistance",
	.title = N_("assistance"),
	.migrations = migrations,
	.functions = functions,
	.subjects = subjects,
	.facts = fact_sets,
	.finders = finders,
	.feeds = feeds,
	.task_types = task_types,
	.states = states,
	.screens = screens,
	.person_sections = person_sections,
	.person_actions = household_person_actions,
	.commands = commands,
	.figure_sources = figure_sources,
	.indicators = indicators,
	.verbs = verbs,
	.statements = statements,
};
