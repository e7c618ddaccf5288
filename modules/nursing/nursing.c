/* Nursing at home: who came to whom, from when to when, and which of it cannot have been.
 * A visit is paid after its checks, not before. */
#include "steward.h"

#include <stddef.h>

#include "checks_sql.h"
#include "level_sql.h"
#include "nursing_sql.h"
#include "plan_sql.h"
#include "request.h"
#include "request_sql.h"
#include "visits.h"

extern const char modules_nursing_migrations_0001_visits_text[];
extern const char modules_nursing_migrations_0002_requests_text[];
extern const char modules_nursing_migrations_0003_levels_text[];
extern const char modules_nursing_functions_text[];
extern const char modules_nursing_level_functions_text[];
extern const char modules_nursing_plan_functions_text[];
extern const char modules_nursing_request_functions_text[];

static const struct migration migrations[] = {
	{ 1, "visits", modules_nursing_migrations_0001_visits_text },
	{ 2, "requests", modules_nursing_migrations_0002_requests_text },
	{ 3, "levels", modules_nursing_migrations_0003_levels_text },
	{ 0 }
};
static const char *const functions[] = {
	modules_nursing_functions_text, modules_nursing_request_functions_text,
	modules_nursing_level_functions_text, modules_nursing_plan_functions_text, NULL
};

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
	{ "homevisit", visit_facts, visit_select, visit_sources },
	{ "person", level_facts, level_select, NULL },
	{ 0 }
};

#define PLACE_FIELDS                                                                     \
	{ "lat", FIELD_DECIMAL, .scale = 6, .optional = true },                          \
	{                                                                                \
		"lon", FIELD_DECIMAL, .scale = 6, .optional = true                       \
	}

static const struct field nurse_fields[] = {
	{ "licence", FIELD_NAME }, { "name", FIELD_NAME }, PLACE_FIELDS,
	{ 0 }
};
static const struct field kind_fields[] = {
	{ "licence", FIELD_NAME }, { "nurse", FIELD_NAME },
	{ "kinds", FIELD_LIST, .optional = true }, { 0 }
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
static const struct match kind_matches[] = {
	{ "nurse_id", N_("nurse"), "licence", "nurse", .table = "home_nurse",
	  .key = "licence", .id = "nurse_id", .named = "name", .doubt = DOUBT_REJECT },
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
/* A level that two persons confirmed no file takes back silently. */
static const struct keep care_keeps[] = { { "home_care", care_columns,
					    .is_decided = true },
					  { 0 } };

static const struct stmt *const take_nurses[] = { &NURSING_NURSES, NULL };
static const struct stmt *const take_kinds[] = { &NURSING_KINDS, NULL };
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
				     { "home_nurse_kind",
				       N_("for what nurses are qualified"), kind_fields,
				       kind_matches, take_kinds, 90 },
				     { "care_request", N_("requests for visits at home"),
				       request_fields, request_matches, request_apply, 1,
				       .keeps = request_keeps },
				     { "care_assessment", N_("assessments of disability"),
				       level_fields, request_matches, level_apply, 31,
				       .keeps = level_keeps },
				     { 0 } };
/* The stays are those of the medical claims, where that module is. */
static const struct feed_step feed_steps[] = { { "claim_charge", take_stays }, { 0 } };

static const struct asking askings[] = { { "care.entitlement", &NURSING_LEVELS,
					    &LEVEL_GRANTED },
					  { 0 } };

#define CHECK(name, title, law, numbers, statement)                                      \
	{                                                                                \
		"nursing." name, title, law, "homevisit", "nursing_check", numbers,      \
		    statement                                                            \
	}
#define POINTS "21st Century Cures Act, section 12006"
#define MEASURES "office practice"
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
	{ "nursing.request", N_("request for a visit at home"), MEASURES, NULL,
	  "care_request", NULL, &REQUEST_FOUND },
	{ "nursing.missed", N_("planned visit that did not take place"), MEASURES, NULL,
	  "care_missed", "nursing.missed_days", &PLAN_MISSED },
	{ 0 }
};

static const struct move check_moves[] = {
	{ "open", "refuse", "done", "clerk", MOVE_CLOSE, NULL, "s",
	  N_("refuse: the visit is not paid") },
	{ "open", "confirm", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("confirm: the visit was right and is paid") },
	{ 0 }
};
static const struct task_type task_types[] = {
	{ "nursing_check", N_("doubtful home visit"), "clerk", check_moves,
	  .finders_only = true },
	{ "care_request", N_("request for a visit"), "clerk", request_moves,
	  .finders_only = true },
	{ "care_missed", N_("missed visit"), "clerk", request_missed_moves,
	  .finders_only = true },
	{ "care_level", N_("care level to confirm"), "clerk", level_moves },
	{ "care_renew", N_("care level that ends"), "clerk", level_renew_moves },
	{ 0 }
};

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
static const struct filter filters[] = { { "f", N_("filter"), 0, visits_states }, { 0 } };
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

static const struct screen screens[] = {
	{ .name = "nursing", .title = N_("Visits at home"), .kind = SCREEN_LIST,
	  .sections = list_sections, .paging = &list_paging, .filters = filters,
	  .marks = marks },
	{ .name = "homevisit", .title = N_("Visit"), .sections = visit_sections,
	  .named_by = "visit_no" },
	{ .name = "care_requests", .title = N_("Requests for visits"),
	  .kind = SCREEN_LIST, .sections = request_list_sections,
	  .paging = &request_list_paging, .filters = request_filters },
	{ .name = "nursing.ask", .title = N_("A visit at home"), .kind = SCREEN_FORM,
	  .job = "clerk", .sections = request_form_sections, .form = &request_form },
	{ .name = "nursing.assess", .title = N_("An assessment"), .kind = SCREEN_FORM,
	  .job = "clerk", .sections = level_form_sections, .form = &level_form },
	{ 0 }
};
static const char *const dispatch_args[] = { "care_request", NULL };
static const struct command commands[] = {
	{ "screen.nursing", N_("visits at home"), .opens = "nursing", .code = "nu" },
	{ "screen.care_requests", N_("requests for visits at home"),
	  .opens = "care_requests", .code = "nr" },
	{ "queue.dispatch", N_("requests for visits to be planned, one after the other"),
	  .opens = "queue", .args = dispatch_args, .code = "nd" },
	{ 0 }
};

static const struct section person_sections[] = {
	{ .name = "care", .title = N_("Care at home"), .stmt = &LEVEL_PACKAGE,
	  .columns = level_package_columns },
	{ .title = N_("Requests for visits"), .stmt = &REQUEST_OF,
	  .columns = request_of_columns },
	{ .title = N_("Assessments"), .stmt = &LEVEL_HISTORY,
	  .columns = level_history_columns },
	{ 0 }
};
static const struct action person_actions[] = {
	{ "v", N_("visit"), .job = "clerk", .section = "care", .args = level_person_args,
	  .opens = "nursing.ask" },
	{ "a", N_("assess"), .job = "clerk", .section = "care", .args = level_person_args,
	  .opens = "nursing.assess" },
	{ 0 }
};

static const struct stmt *const *const statements[] = {
	modules_nursing_nursing_statements, modules_nursing_checks_statements,
	modules_nursing_request_statements, modules_nursing_level_statements,
	modules_nursing_plan_statements,    NULL
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
	.person_sections = person_sections,
	.person_actions = person_actions,
	.task_sections = plan_task_sections,
	.task_actions = plan_task_actions,
	.commands = commands,
	.figure_sources = visits_sources,
	.indicators = visits_indicators,
	.verbs = plan_verbs,
	.statements = statements,
};
