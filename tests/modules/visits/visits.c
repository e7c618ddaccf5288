/* Visits of nurses at home: a business area outside the tree, built against what is
 * installed. */
#include "steward.h"

#include <stddef.h>

#include "verb.h"
#include "visits_sql.h"

extern const char tables_text[], functions_text[];

static const struct migration migrations[] = { { 1, "tables", tables_text }, { 0 } };
static const char *const functions[] = { functions_text, NULL };

static const struct subject subjects[] = {
	{ "visit", N_("visit"), "visit", .screen = "visit" }, { 0 }
};

static const struct fact_column visit_facts[] = {
	{ "visited_on", "date", "day", N_("day of the visit") },
	{ "began_at", "int", "count", N_("minute it began") },
	{ "minutes", "int", "count", N_("minutes") },
	{ "is_confirmed", "boolean", "yes/no", N_("confirmed") },
	{ 0 }
};

static const char visit_select[] =
    "select v.visit_id, v.person_id, v.region_code, todo.day, v.visited_on,"
    " (extract(epoch from v.from_time) / 60)::int,"
    " (extract(epoch from v.to_time - v.from_time) / 60)::int, v.confirmed, null::date"
    " from visit v {todo}";

static const char visit_sources[] =
    "select visit_id, unnest(array['visited_on', 'minutes']),"
    " unnest(array[visited_on::text, (extract(epoch from to_time - from_time) / "
    "60)::int::text]),"
    " visited_on, batch_id, line from visit";

static const struct fact_set facts[] = {
	{ "visit", visit_facts, visit_select, visit_sources }, { 0 }
};

static const struct finder finders[] = {
	{ "visits.overlap", N_("one nurse at two visits"), "a rule of the office",
	  "visit", "visit_check", "visits.slip_minutes", &VISITS_OVERLAP },
	{ 0 }
};

static const struct field licence_fields[] = {
	{ "licence", FIELD_TEXT }, { "name", FIELD_NAME }, { 0 }
};
static const struct field visit_fields[] = {
	{ "visit_no", FIELD_NAME },
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "nurse_licence", FIELD_TEXT },
	{ "nurse", FIELD_NAME },
	{ "provider_licence", FIELD_TEXT },
	{ "provider", FIELD_NAME },
	{ "day", FIELD_DAY, .most = "today" },
	{ "began", FIELD_TIME },
	{ "ended", FIELD_TIME },
	{ 0 }
};
static const struct match visit_matches[] = {
	{ "person_id", N_("insured person"), "id_no", "name" },
	{ "nurse_id", N_("nurse"), "nurse_licence", "nurse", .table = "nurse",
	  .key = "licence", .id = "nurse_id", .named = "name" },
	{ "provider_id", N_("provider"), "provider_licence", "provider",
	  .table = "provider", .key = "licence", .id = "provider_id", .named = "name" },
	{ 0 }
};
static const struct stmt *const apply_nurse[] = { &VISITS_NURSE, NULL };
static const struct stmt *const apply_provider[] = { &VISITS_PROVIDER, NULL };
static const struct stmt *const apply_visit[] = { &VISITS_VISIT, NULL };
static const struct feed feeds[] = { { "nurse", N_("nurses"), licence_fields, NULL,
				       apply_nurse, 90 },
				     { "nurse_provider", N_("who sends nurses"),
				       licence_fields, NULL, apply_provider, 90 },
				     { "visit", N_("visits at home"), visit_fields,
				       visit_matches, apply_visit, 1, "visit" },
				     { 0 } };

static const struct job jobs[] = { { "dispatcher", N_("dispatcher") }, { 0 } };
static const struct task_state states[] = {
	{ "calling", N_("calling"), STATE_OPEN },
	{ 0 }
};
static const struct move check_moves[] = {
	{ "open", "call", "calling", "dispatcher", MOVE_STEP, NULL, "c",
	  N_("call: the family is asked") },
	{ "calling", "confirm", "done", "dispatcher", MOVE_CLOSE, "visit_confirm", "f",
	  N_("confirm: the visit counts") },
	{ "calling", "dismiss", "dismissed", "dispatcher", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: it does not count") },
	{ 0 }
};
static const struct task_type task_types[] = {
	{ "visit_check", N_("doubtful visit"), "dispatcher", check_moves }, { 0 }
};

static const struct column list_columns[] = {
	{ .col = VISITS_LIST_VISITED_ON, .title = N_("Day"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = VISITS_LIST_BEGAN, .title = N_("From"), .width = 6 },
	{ .col = VISITS_LIST_MINUTES, .title = N_("Minutes"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = VISITS_LIST_NURSE, .title = N_("Nurse"), .width = 14, .gives_way = 1 },
	{ .col = VISITS_LIST_NAME, .title = N_("Name") },
	{ 0 }
};
static const int list_key[] = { VISITS_LIST_VISITED_ON, VISITS_LIST_VISIT_ID, -1 };
static const int visit_args[] = { VISITS_LIST_VISIT_ID, -1 };
static const struct paging list_paging = { list_key, 1 };
static const struct choice confirmed[] = {
	{ NULL, N_("all") },
	{ "false", N_("unconfirmed") },
	{ "true", N_("confirmed") },
	{ 0 }
};
static const struct filter filters[] = { { "f", N_("filter"), 0, confirmed }, { 0 } };
static const struct mark marks[] = {
	{ "o", MARK_WATCH, N_("somebody has to call") },
	{ "c", MARK_HELD, N_("confirmed by the family") },
	{ 0 }
};
static const struct action actions[] = {
	{ "n", N_("note"), .job = "dispatcher", .args = visit_args,
	  .opens = "visit_note" },
	{ 0 }
};
static const struct section list_sections[] = {
	{ .name = "visits", .stmt = &VISITS_LIST, .columns = list_columns,
	  .opens = "visit", .args = visit_args },
	{ 0 }
};

static const struct column visit_columns[] = {
	{ .col = VISITS_ONE_VISIT_NO, .title = N_("Visit"), .width = 20 },
	{ .col = VISITS_ONE_NAME, .title = N_("Name"), .width = 20 },
	{ .col = VISITS_ONE_VISITED_ON, .title = N_("Day"), .kind = COLUMN_DAY,
	  .width = 20 },
	{ .col = VISITS_ONE_BEGAN, .title = N_("From"), .width = 20 },
	{ .col = VISITS_ONE_ENDED, .title = N_("To"), .width = 20 },
	{ .col = VISITS_ONE_NURSE, .title = N_("Nurse"), .width = 20 },
	{ .col = VISITS_ONE_PROVIDER, .title = N_("Provider"), .width = 20 },
	{ .col = VISITS_ONE_CONFIRMED, .title = N_("Confirmed"), .kind = COLUMN_LABEL,
	  .width = 20 },
	{ 0 }
};
static const struct column note_columns[] = {
	{ .col = VISITS_NOTES_SAID_ON, .title = N_("Day"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = VISITS_NOTES_KIND, .title = N_("Who said it"), .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = VISITS_NOTES_WHO, .title = N_("By"), .width = 12, .gives_way = 1 },
	{ .col = VISITS_NOTES_NOTE, .title = N_("Note") },
	{ 0 }
};
static const struct section visit_sections[] = {
	{ .name = "visit", .stmt = &VISITS_ONE, .columns = visit_columns,
	  .is_fields = true },
	{ .name = "notes", .title = N_("Notes"), .stmt = &VISITS_NOTES,
	  .columns = note_columns },
	{ 0 }
};
static const struct section note_head[] = {
	{ .name = "visit", .stmt = &VISITS_ONE, .columns = visit_columns,
	  .is_fields = true },
	{ 0 }
};
static const struct form_field note_fields[] = {
	{ "kind", ENTRY_CODE, N_("who said it"), .codes = "family nurse" },
	{ "day", ENTRY_DAY, N_("Day"), .value = "today", .most = "today" },
	{ "note", ENTRY_TEXT, N_("Note"), .bytes = 200 },
	{ 0 }
};
static const struct form note_form = { note_fields, &VISITS_SAY,
				       N_("the note is stored") };

static const struct screen screens[] = {
	{ .name = "visits", .title = N_("Visits"), .kind = SCREEN_LIST,
	  .sections = list_sections, .paging = &list_paging, .filters = filters,
	  .marks = marks, .actions = actions },
	{ .name = "visit", .title = N_("Visit"), .sections = visit_sections,
	  .named_by = "visit_no" },
	{ .name = "visit_note", .title = N_("Note on a visit"), .kind = SCREEN_FORM,
	  .sections = note_head, .form = &note_form },
	{ 0 }
};
static const struct command commands[] = {
	{ "open.visits", N_("visits at home"), .opens = "visits", .code = "vi" }, { 0 }
};

static const struct column behind_columns[] = {
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_SAY, .title = N_("Minutes"), .width = 8 },
	{ .col = BEHIND_NAME, .title = N_("Name") },
	{ 0 }
};
static const int behind_args[] = { BEHIND_KEY, -1 };
static const struct figure_source figure_sources[] = {
	{ "visit", "visit_fact v", "v.visit_id bigint", "v.person_id",
	  .day = "v.visited_on", .say = "v.minutes::text", .columns = behind_columns,
	  .opens = "visit", .args = behind_args },
	{ 0 }
};
static const struct indicator indicators[] = {
	{ "V1", N_("Minutes a visit"), N_("The middle length of a visit, in minutes."),
	  "visit", .filter = "v.visited_on > $today - 30", .median = "v.minutes",
	  .unit = "minutes", .owner = "dispatcher" },
	{ "V2", N_("Visits, 30 days"), N_("Visits of the last thirty days."), "visit",
	  .filter = "v.visited_on > $today - 30", .unit = "visits",
	  .owner = "dispatcher" },
	{ 0 }
};

static const struct column day_columns[] = {
	{ .col = VISITS_DAY_NURSE, .title = N_("Nurse"), .width = 14 },
	{ .col = VISITS_DAY_VISITS, .title = N_("Visits"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = VISITS_DAY_MINUTES, .title = N_("Minutes"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ 0 }
};
static bool print_day(const struct verb_call *c)
{
	return c->print(c, &VISITS_DAY, c->args, day_columns, NULL);
}
static const struct column paid_columns[] = {
	{ .col = VISITS_PAID_PROVIDER, .title = N_("Provider"), .width = 14 },
	{ .col = VISITS_PAID_PERIOD, .title = N_("Month"), .kind = COLUMN_PERIOD,
	  .width = 7 },
	{ .col = VISITS_PAID_AMOUNT_FEN, .title = N_("Amount"), .kind = COLUMN_MONEY,
	  .width = 10 },
	{ 0 }
};
static bool pay_make(const struct verb_call *c)
{
	return remit_make(c, "visits", &VISITS_PAID, paid_columns);
}
static const struct remit remits[] = {
	{ "visits", N_("Visits at home"), "visit_due", .verb = "visits pay",
	  .hint = N_("The numbers stand where they were made."),
	  .columns = "list_no month provider:payee licence=payee_no amount",
	  .nothing = N_("no visit is to be paid") },
	{ 0 }
};
static const struct module_verb verbs[] = {
	{ "visits pay make", "[MONTH]", N_("a list of what providers are due"), 0, 1,
	  "clerk", NULL, pay_make },
	{ "visits pay approve", "LIST", N_("by a second person"), 1, 1, "reviewer", NULL,
	  remit_approve },
	{ "visits pay back", "LIST", N_("take a list back"), 1, 1, "reviewer", NULL,
	  remit_back },
	{ "visits pay file", "LIST", N_("as a file"), 1, 1, "clerk", remit_file_options,
	  remit_file },
	{ "visits day", "YYYY-MM-DD", N_("what each nurse did on a day"), 1, 1, "clerk",
	  NULL, print_day },
	{ 0 }
};

extern const struct stmt *const visits_statements[];
static const struct stmt *const *const statements[] = { visits_statements, NULL };

const struct module steward_module = {
	.interface = STEWARD_INTERFACE, .size = sizeof(struct module),
	.name = "visits", .title = N_("visits at home"),
	.migrations = migrations, .functions = functions,
	.subjects = subjects, .facts = facts, .finders = finders, .feeds = feeds,
	.jobs = jobs, .states = states, .task_types = task_types,
	.screens = screens, .commands = commands,
	.figure_sources = figure_sources, .indicators = indicators,
	.remits = remits, .verbs = verbs,
	.statements = statements,
};
