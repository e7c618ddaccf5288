/* Nursing at home: who came to whom, from when to when, and which of it cannot have been.
 * A visit is paid after its checks, not before. */
#include "steward.h"

#include <stddef.h>
#include <string.h>

#include "checks_sql.h"
#include "nursing_sql.h"
#include "verb.h"

extern const char modules_nursing_migrations_0001_visits_text[];
extern const char modules_nursing_functions_text[];

static const struct migration migrations[] = {
	{ 1, "visits", modules_nursing_migrations_0001_visits_text }, { 0 }
};
static const char *const functions[] = { modules_nursing_functions_text, NULL };

/* No rule judges a visit by itself: the facts are what an explanation shows. */
static const struct subject subjects[] = {
	{ "homevisit", N_("home visit"), "homevisit", .screen = "homevisit" }, { 0 }
};
static const struct fact_column visit_facts[] = {
	{ "visit_no", "text", "code", N_("visit") },
	{ "visited_on", "date", "day", N_("day of the visit") },
	{ 0 }
};
static const char visit_select[] =
    "select v.homevisit_id, v.person_id, v.region_code, todo.day, v.visit_no, v.day,"
    " null::date from homevisit v {todo}";
static const char visit_sources[] =
    "select homevisit_id, 'visited_on', day::text, day, batch_id, line from homevisit";
static const struct fact_set facts[] = {
	{ "homevisit", visit_facts, visit_select, visit_sources }, { 0 }
};

#define PLACE_FIELDS                                                                     \
	{ "lat", FIELD_DECIMAL, .scale = 6, .optional = true },                          \
	{                                                                                \
		"lon", FIELD_DECIMAL, .scale = 6, .optional = true                       \
	}

static const struct field nurse_fields[] = {
	{ "licence", FIELD_NAME }, { "name", FIELD_NAME }, PLACE_FIELDS, { 0 }
};
/* What a visit lacks, a check finds: it must not be lost before. */
static const struct field visit_fields[] = {
	{ "visit_no", FIELD_NAME },
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "nurse_licence", FIELD_TEXT, .optional = true },
	{ "nurse", FIELD_TEXT, .optional = true },
	{ "kind", FIELD_CODE, .codes = "care nursing medicine", .optional = true },
	{ "place", FIELD_TEXT, .optional = true },
	PLACE_FIELDS,
	{ "day", FIELD_DAY, .most = "today", .optional = true },
	{ "began", FIELD_TIME, .optional = true },
	{ "ended", FIELD_TIME, .optional = true },
	{ 0 }
};
static const struct field care_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "level", FIELD_CODE, .codes = "0 1 2 3 4 5 D" },
	{ "dementia", FIELD_CODE, .codes = "yes no" },
	{ "impaired_from", FIELD_DAY, .most = "today" },
	{ "from_day", FIELD_DAY, .after = "impaired_from" },
	{ "to_day", FIELD_DAY, .optional = true, .after = "from_day" },
	{ 0 }
};

static const struct match visit_matches[] = {
	{ "person_id", N_("person"), "id_no", .name = "name" },
	{ "nurse_id", N_("nurse"), "nurse_licence", "nurse", .table = "home_nurse",
	  .key = "licence", .id = "nurse_id", .named = "name" },
	{ 0 }
};
static const struct match care_matches[] = {
	{ "person_id", N_("person"), "id_no", .name = "name" }, { 0 }
};

static const struct kept_column visit_columns[] = {
	{ "visit_no", KEPT_KEY },
	{ "nurse_id", KEPT_VALUE },
	{ "kind", KEPT_VALUE, "coalesce(kind, '')" },
	{ "place", KEPT_VALUE, "coalesce(place, '')" },
	{ "lat", KEPT_VALUE },
	{ "lon", KEPT_VALUE },
	{ "day", KEPT_VALUE },
	{ "began", KEPT_VALUE },
	{ "ended", KEPT_VALUE },
	{ 0 }
};
static const struct kept_column care_columns[] = {
	{ "from_day", KEPT_KEY },	 { "to_day", KEPT_VALUE },
	{ "level", KEPT_VALUE },	 { "dementia", KEPT_VALUE },
	{ "impaired_from", KEPT_VALUE }, { 0 }
};
static const struct keep visit_keeps[] = { { "homevisit", visit_columns }, { 0 } };
static const struct keep care_keeps[] = { { "home_care", care_columns }, { 0 } };

static const struct stmt *const take_nurses[] = { &NURSING_NURSES, NULL };
static const struct stmt *const before_visits[] = { &NURSING_NEIGHBOURS_BEFORE, NULL };
static const struct stmt *const take_visits[] = { &NURSING_NEIGHBOURS, NULL };
static const struct stmt *const take_stays[] = { &NURSING_STAYS, NULL };

static const struct feed feeds[] = { { "home_nurse", N_("nurses who visit at home"),
				       nurse_fields, NULL, take_nurses, 90 },
				     { "homevisit", N_("visits at home"), visit_fields,
				       visit_matches, take_visits, 7,
				       .keeps = visit_keeps, .before = before_visits },
				     { "home_care", N_("care levels"), care_fields,
				       care_matches, NULL, 90, .keeps = care_keeps },
				     { 0 } };
/* The stays are those of the medical claims, where that module is. */
static const struct feed_step feed_steps[] = { { "claim_charge", take_stays }, { 0 } };

static const struct asking askings[] = { { "care.entitlement", &NURSING_LEVELS }, { 0 } };

#define CHECK(name, title, law, numbers, statement)                                      \
	{                                                                                \
		"nursing." name, title, law, "homevisit", "nursing_check", numbers,      \
		    statement                                                            \
	}
#define POINTS "21st Century Cures Act, section 12006"
#define FUND   "Regulations on the Supervision of the Medical Security Fund 2021, art. 15"

static const struct finder finders[] = {
	CHECK("incomplete", N_("visit that is not verified"), POINTS, NULL,
	      &NURSING_INCOMPLETE),
	CHECK("nurse_twice", N_("one nurse at two visits"), FUND,
	      "nursing.overlap_minutes", &NURSING_NURSE_TWICE),
	CHECK("travel", N_("impossible way between visits"), FUND,
	      "nursing.speed_kmh_town nursing.speed_kmh nursing.skew_minutes",
	      &NURSING_TRAVEL),
	CHECK("person_twice", N_("two visits to a person at once"), FUND,
	      "nursing.overlap_minutes", &NURSING_PERSON_TWICE),
	CHECK("in_hospital", N_("visit during a stay in hospital"), FUND, NULL,
	      &NURSING_IN_HOSPITAL),
	CHECK("after_death", N_("visit after the death"), FUND, NULL,
	      &NURSING_AFTER_DEATH),
	CHECK("outside_package", N_("care beyond what is granted"), FUND, NULL,
	      &NURSING_OUTSIDE_PACKAGE),
	{ 0 }
};

static const struct move check_moves[] = {
	{ "open", "refuse", "done", "clerk", MOVE_CLOSE, NULL, "s",
	  N_("refuse: the visit is not paid") },
	{ "open", "confirm", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("confirm: the visit was right and is paid") },
	{ 0 }
};
static const struct task_type task_types[] = { { "nursing_check",
						 N_("doubtful home visit"), "clerk",
						 check_moves, .finders_only = true },
					       { 0 } };

static const struct column list_columns[] = {
	{ .col = NURSING_NEWEST_DAY,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = NURSING_NEWEST_BEGAN, .title = N_("From"), .width = 6 },
	{ .col = NURSING_NEWEST_MINUTES,
	  .title = N_("Minutes"),
	  .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = NURSING_NEWEST_NAME, .title = N_("Name"), .width = 10 },
	{ .col = NURSING_NEWEST_NURSE,
	  .title = N_("Nurse"),
	  .width = 10,
	  .gives_way = 2 },
	{ .col = NURSING_NEWEST_STATE,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = NURSING_NEWEST_VISIT_NO, .title = N_("Visit"), .gives_way = 1 },
	{ 0 }
};
static const int list_key[] = { NURSING_NEWEST_DAY, NURSING_NEWEST_HOMEVISIT_ID, -1 };
static const int visit_args[] = { NURSING_NEWEST_HOMEVISIT_ID, -1 };
static const struct paging list_paging = { list_key, 1 };
static const struct choice states[] = {
	{ NULL, N_("all") },	      { "held", N_("held") },
	{ "refused", N_("refused") }, { "unchecked", N_("unchecked") },
	{ "payable", N_("payable") }, { 0 }
};
static const struct filter filters[] = { { "f", N_("filter"), 0, states }, { 0 } };
static const struct mark marks[] = { { "!", MARK_ALARM,
				       N_("somebody has to look at it") },
				     { "h", MARK_HELD, N_("it is not paid") },
				     { 0 } };
static const struct section list_sections[] = { { .name = "homevisits",
						  .stmt = &NURSING_NEWEST,
						  .columns = list_columns,
						  .opens = "homevisit",
						  .args = visit_args },
						{ 0 } };

static const struct column visit_page[] = {
	{ .col = NURSING_VISIT_VISIT_NO, .title = N_("Visit") },
	{ .col = NURSING_VISIT_NAME, .title = N_("Name") },
	{ .col = NURSING_VISIT_NURSE, .title = N_("Nurse") },
	{ .col = NURSING_VISIT_KIND, .title = N_("Kind"), .kind = COLUMN_LABEL },
	{ .col = NURSING_VISIT_PLACE, .title = N_("Place") },
	{ .col = NURSING_VISIT_DAY, .title = N_("Day"), .kind = COLUMN_DAY },
	{ .col = NURSING_VISIT_BEGAN, .title = N_("From") },
	{ .col = NURSING_VISIT_ENDED, .title = N_("To") },
	{ .col = NURSING_VISIT_STATE, .title = N_("State"), .kind = COLUMN_LABEL },
	{ .col = NURSING_VISIT_WHY, .title = N_("Why") },
	{ .col = NURSING_VISIT_FILE, .title = N_("File") },
	{ .col = NURSING_VISIT_LINE, .title = N_("Line"), .kind = COLUMN_COUNT },
	{ 0 }
};
static const struct section visit_sections[] = { { .name = "homevisit",
						   .stmt = &NURSING_VISIT,
						   .columns = visit_page,
						   .is_fields = true },
						 { 0 } };

static const struct screen screens[] = { { .name = "nursing",
					   .title = N_("Visits at home"),
					   .kind = SCREEN_LIST,
					   .sections = list_sections,
					   .paging = &list_paging,
					   .filters = filters,
					   .marks = marks },
					 { .name = "homevisit",
					   .title = N_("Visit"),
					   .sections = visit_sections,
					   .named_by = "visit_no" },
					 { 0 } };
static const struct command commands[] = { { "screen.nursing", N_("visits at home"),
					     .opens = "nursing", .code = "nu" },
					   { 0 } };

static const struct column sum_columns[] = { { .col = NURSING_SUM_STATE,
					       .title = N_("State"),
					       .kind = COLUMN_LABEL,
					       .width = 12 },
					     { .col = NURSING_SUM_VISITS,
					       .title = N_("Visits"),
					       .kind = COLUMN_COUNT,
					       .width = 10 },
					     { .col = NURSING_SUM_MINUTES,
					       .title = N_("Minutes"),
					       .kind = COLUMN_COUNT,
					       .width = 12 },
					     { .col = NURSING_SUM_PERSONS,
					       .title = N_("Persons"),
					       .kind = COLUMN_COUNT,
					       .width = 10 },
					     { .col = NURSING_SUM_NURSES,
					       .title = N_("Nurses"),
					       .kind = COLUMN_COUNT,
					       .width = 10 },
					     { 0 } };
static const struct column settled_columns[] = {
	{ .col = NURSING_SETTLED_DAY,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = NURSING_SETTLED_VISIT_NO, .title = N_("Visit"), .width = 16 },
	{ .col = NURSING_SETTLED_NAME, .title = N_("Name"), .width = 12 },
	{ .col = NURSING_SETTLED_NURSE, .title = N_("Nurse"), .width = 12 },
	{ .col = NURSING_SETTLED_MINUTES,
	  .title = N_("Minutes"),
	  .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = NURSING_SETTLED_WHY, .title = N_("Why") },
	{ 0 }
};

/* Rows behind the figures. */
static const struct column visit_rows[] = {
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 12 },
	{ .col = BEHIND_PLACE, .title = N_("Nurse"), .width = 12 },
	{ .col = BEHIND_SAY, .title = N_("Why") },
	{ 0 }
};
static const struct column nurse_rows[] = {
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_PLACE, .title = N_("Nurse"), .width = 12 },
	{ .col = BEHIND_SAY, .title = N_("Visits") },
	{ 0 }
};
static const int behind_args[] = { BEHIND_KEY, -1 };
static const struct figure_source figure_sources[] = {
	{ "homevisit", "homevisit_state v", "v.homevisit_id bigint", "v.person_id",
	  .mark = "case v.state when 'held' then '!' when 'refused' then 'h' else '' end",
	  .day = "v.day", .place = "v.nurse", .say = "v.why", .columns = visit_rows,
	  .opens = "homevisit", .args = behind_args },
	{ "nurse_day", "home_nurse_day v", "v.day date, v.nurse_id bigint", NULL,
	  .day = "v.day", .place = "v.name", .say = "v.visits::text",
	  .columns = nurse_rows },
	{ 0 }
};

#define MONTH "v.day >= date_trunc('month', $today)::date and v.day <= $today"
#define WHOLE "v.lacks is null and v.is_timed and "

static const struct indicator indicators[] = {
	{ "I3", N_("Visits at home"), N_("Verified visits at home of this month."),
	  "homevisit", .filter = WHOLE MONTH, .unit = "visits", .owner = "manager" },
	{ "I3y", N_("Visits this year"), N_("Verified visits at home of this year."),
	  "homevisit",
	  .filter = WHOLE "v.day >= date_trunc('year', $today)::date and v.day <= $today",
	  .unit = "visits", .owner = "manager" },
	{ "I4", N_("Verified visits"),
	  N_("Visits of this month that tell all six data points."), "homevisit",
	  .filter = WHOLE MONTH, .per = MONTH, .unit = "%", .owner = "manager" },
	{ "I5", N_("Nurses overloaded"),
	  N_("Days of nurses of this month with more hours of visits than one may work."),
	  "nurse_day",
	  .filter = "v.hours > (select value from policy_number where"
		    " name = 'work.nursing_day_hours') and " MONTH,
	  .unit = "days", .owner = "manager", .less_is_better = true },
	{ "I7", N_("Implausible visits"),
	  N_("Visits of this month at once with others, too far away or during a stay."),
	  "homevisit", .filter = "v.why ~ 'twice|travel|in_hospital' and " MONTH,
	  .per = MONTH, .unit = "%", .owner = "manager", .less_is_better = true },
	{ 0 }
};

static bool is_month(const char *s)
{
	return strlen(s) == 7 && strspn(s, "0123456789-") == 7 && s[4] == '-' &&
	       strchr(s, '-') == s + 4 && strrchr(s, '-') == s + 4 &&
	       ((s[5] == '0' && s[6] >= '1') || (s[5] == '1' && s[6] <= '2'));
}

/* The sums of a month; with a state, its visits one by one. */
static bool settle(const struct verb_call *c)
{
	if (!is_month(c->args[0]))
		return c->fail(c, N_("a month is told as YYYY-MM"),
			       N_("For example 2025-11."));
	if (c->nargs == 1)
		return c->print(c, &NURSING_SUM, c->args, sum_columns, NULL);
	for (const struct choice *s = states; s->title; s++)
		if (s->value && strcmp(s->value, c->args[1]) == 0)
			return c->print(c, &NURSING_SETTLED, c->args, settled_columns,
					NULL);
	return c->fail(c, N_("nothing is in that state"),
		       N_("It is one of held, refused, unchecked, payable."));
}

static const struct module_verb verbs[] = {
	{ "nursing settle", "YYYY-MM [STATE]",
	  N_("which visits of a month are payable, and which are held"), 1, 2, "clerk",
	  NULL, settle },
	{ 0 }
};

static const struct stmt *const *const statements[] = {
	modules_nursing_nursing_statements, modules_nursing_checks_statements, NULL
};

const struct module steward_module = {
	.interface = STEWARD_INTERFACE,
	.size = sizeof(struct module),
	.name = "nursing",
	.title = N_("nursing at home"),
	.migrations = migrations,
	.functions = functions,
	.subjects = subjects,
	.facts = facts,
	.finders = finders,
	.askings = askings,
	.feeds = feeds,
	.feed_steps = feed_steps,
	.task_types = task_types,
	.screens = screens,
	.commands = commands,
	.figure_sources = figure_sources,
	.indicators = indicators,
	.verbs = verbs,
	.statements = statements,
};
