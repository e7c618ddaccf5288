#include <stddef.h>

#include "level_sql.h"
#include "request.h"

#define ITEM(name)                                                                       \
	{                                                                                \
		name, FIELD_COUNT                                                        \
	}

/* The seventeen items of the national form, in its order. */
const struct field level_fields[] = { { "id_no", FIELD_ID },
				      { "name", FIELD_NAME },
				      { "assessed_on", FIELD_DAY, .most = "today" },
				      ITEM("eating"),
				      ITEM("dressing"),
				      ITEM("washing"),
				      ITEM("bowels"),
				      ITEM("bladder"),
				      ITEM("toilet"),
				      ITEM("walking"),
				      ITEM("bed_transfer"),
				      ITEM("stairs"),
				      ITEM("bathing"),
				      ITEM("time_sense"),
				      ITEM("person_sense"),
				      ITEM("place_sense"),
				      ITEM("memory"),
				      ITEM("eyesight"),
				      ITEM("hearing_ability"),
				      ITEM("communication"),
				      { "impaired_from", FIELD_DAY, .most = "today" },
				      { "dementia", FIELD_CODE, .codes = "yes no" },
				      { "to_day", FIELD_DAY, .optional = true,
					.after = "assessed_on" },
				      { "assessor", FIELD_TEXT, .optional = true },
				      { 0 } };
static const struct kept_column columns[] = {
	{ "assessed_on", KEPT_KEY },
	{ "points", KEPT_VALUE,
	  "array[eating, dressing, washing, bowels, bladder, toilet, walking,"
	  " bed_transfer, stairs, bathing, time_sense, person_sense, place_sense, memory,"
	  " eyesight, hearing_ability, communication]::int[]" },
	{ "impaired_from", KEPT_VALUE, "least(impaired_from, assessed_on)" },
	{ "dementia", KEPT_VALUE },
	{ "to_day", KEPT_VALUE, "nullif(to_day, assessed_on)" },
	{ "assessor", KEPT_VALUE, "coalesce(assessor, '')" },
	{ 0 }
};
const struct keep level_keeps[] = { { "home_assessment", columns }, { 0 } };
const struct stmt *const level_apply[] = { &LEVEL_FOLLOW, NULL };

const struct fact_column level_facts[] = {
	{ "care_key", "text", "code", N_("assessment") },
	{ "care_assessed_on", "date", "day", N_("assessed on") },
	{ "care_daily", "int", "count", N_("points of daily living") },
	{ "care_mind", "int", "count", N_("points of cognition") },
	{ "care_senses", "int", "count", N_("points of perception and communication") },
	{ "care_fault", "text", "code", N_("item with impossible points") },
	{ "care_impaired_from", "date", "day", N_("impaired since") },
	{ "care_asked_to", "date", "day", N_("valid to, as the assessors say") },
	{ "care_dementia", "boolean", "yes/no", N_("severe dementia") },
	{ "care_level", "text", "code", N_("care level"), "0 1 2 3 4 5 D" },
	{ "care_level_from", "date", "day", N_("care level from") },
	{ "care_level_to", "date", "day", N_("care level to") },
	{ 0 }
};
/* The newest assessment that is not decided, and the newest level. */
const char level_select[] =
    "select person_id, a.cause, a.assessed_on, home_sum(a.points, 'daily'),"
    " home_sum(a.points, 'mind'), home_sum(a.points, 'senses'), home_fault(a.points),"
    " a.impaired_from, a.to_day, a.dementia = 'yes', c.level, c.from_day, c.to_day,"
    " null::date as facts_until"
    " from (select distinct on (person_id) person_id, x.cause, x.assessed_on,"
    "  x.points, x.impaired_from, x.to_day, x.dementia from home_assessment_now x {todo}"
    "  where x.stand = 'open' order by person_id, x.assessed_on desc) a"
    " full join (select distinct on (person_id) person_id, x.level, x.from_day, x.to_day"
    "  from home_care x {todo} order by person_id, x.from_day desc) c using (person_id)";

const struct move level_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "home_level_plan", "s",
	  N_("propose the level as graded") },
	{ "open", "reject", "dismissed", "clerk", MOVE_CLOSE, "home_level_reject", "d",
	  N_("dismiss: the assessment does not count") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "home_level_confirm",
	  "a", N_("approve: the level begins") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};
const struct move level_renew_moves[] = {
	{ "open", "settle", "done", "clerk", MOVE_CLOSE, NULL, "s",
	  N_("settle: a day for the assessment is set") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: the level ends") },
	{ 0 }
};

static const struct column head_columns[] = {
	{ .col = LEVEL_HEAD_NAME, .title = N_("Name") },
	{ .col = LEVEL_HEAD_ID_NO, .title = N_("Number") },
	{ .col = LEVEL_HEAD_LEVEL, .title = N_("Care level") },
	{ 0 }
};
const struct section level_form_sections[] = { { .name = "head",
						 .stmt = &LEVEL_HEAD,
						 .columns = head_columns,
						 .is_fields = true },
					       { 0 } };
/* A line for each few items, their points with blanks between: seventeen fields would not
 * fit on a screen. */
static const struct form_field form_fields[] = {
	{ "day", ENTRY_DAY, N_("Assessed on"), .value = "today", .most = "today" },
	{ "body", ENTRY_TEXT, N_("Eating Dressing Washing"), .bytes = 20 },
	{ "toilet", ENTRY_TEXT, N_("Bowels Bladder Toilet"), .bytes = 20 },
	{ "moving", ENTRY_TEXT, N_("Walking Bed Stairs Bath"), .bytes = 20 },
	{ "mind", ENTRY_TEXT, N_("Time Person Place Memory"), .bytes = 20 },
	{ "senses", ENTRY_TEXT, N_("Sight Hearing Speech"), .bytes = 20 },
	{ "impaired", ENTRY_DAY, N_("Impaired since"), .most = "today" },
	{ "dementia", ENTRY_YES, N_("Severe dementia"), .value = "no" },
	{ "to", ENTRY_DAY, N_("Valid to"), .optional = true },
	{ "assessor", ENTRY_TEXT, N_("Assessors"), .optional = true, .bytes = 100 },
	{ 0 }
};
const struct form level_form = { form_fields, &LEVEL_ASSESS_FORM,
				 N_("the assessment is noted") };

const struct column level_package_columns[] = {
	{ .col = LEVEL_PACKAGE_LEVEL, .title = N_("Level"), .width = 6 },
	{ .col = LEVEL_PACKAGE_FROM_DAY,
	  .title = N_("From"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = LEVEL_PACKAGE_TO_DAY,
	  .title = N_("To"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = LEVEL_PACKAGE_HOURS, .title = N_("A week"), .width = 7 },
	{ .col = LEVEL_PACKAGE_MONTH_HOURS, .title = N_("Month"), .width = 7 },
	{ .col = LEVEL_PACKAGE_VISITED, .title = N_("Visited"), .width = 8 },
	{ .col = LEVEL_PACKAGE_PLANNED, .title = N_("Planned"), .width = 8 },
	{ .col = LEVEL_PACKAGE_LEFT_HOURS, .title = N_("Left"), .width = 7 },
	{ 0 }
};
const int level_person_args[] = { LEVEL_PACKAGE_PERSON_ID, -1 };
const struct column level_history_columns[] = {
	{ .col = LEVEL_HISTORY_ASSESSED_ON,
	  .title = N_("Assessed"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = LEVEL_HISTORY_DAILY,
	  .title = N_("Daily living"),
	  .kind = COLUMN_COUNT,
	  .width = 12 },
	{ .col = LEVEL_HISTORY_MIND,
	  .title = N_("Cognition"),
	  .kind = COLUMN_COUNT,
	  .width = 9 },
	{ .col = LEVEL_HISTORY_SENSES,
	  .title = N_("Perception"),
	  .kind = COLUMN_COUNT,
	  .width = 10 },
	{ .col = LEVEL_HISTORY_STAND,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = LEVEL_HISTORY_LEVEL, .title = N_("Level"), .width = 6 },
	{ .col = LEVEL_HISTORY_TO_DAY,
	  .title = N_("To"),
	  .kind = COLUMN_DAY,
	  .width = 10,
	  .gives_way = 1 },
	{ 0 }
};

const struct option_def level_assess_options[] = {
	{ "impaired", 'd', N_("day since which the person is impaired") },
	{ "dementia", 'f', N_("severe dementia"), NULL, 0, 0 },
	{ "to", 'd', N_("last day on which it is valid") },
	{ "assessor", 't', N_("who assessed"), "" },
	{ 0 }
};

bool level_assess(const struct verb_call *c)
{
	const char *person = request_person(c), *said;
	const char *params[] = { person,
				 c->args[1],
				 c->args[2],
				 c->args[3],
				 c->args[4],
				 c->option(c, "impaired"),
				 c->option(c, "dementia") ? "true" : "false",
				 c->option(c, "to"),
				 c->option(c, "assessor") };

	if (!params[5])
		return c->fail(c, N_("say since when the person is impaired"),
			       N_("Give --impaired."));
	if (!person || !c->run(c, &LEVEL_ASSESS, params, &said))
		return false;
	c->note(c, N_("the assessment of %s is noted; the next judge grades it"), said,
		"");
	return true;
}

bool level_print(const struct verb_call *c)
{
	const char *person = request_person(c);

	return person &&
	       c->print(c, &LEVEL_PACKAGE, &person, level_package_columns, NULL);
}

static const struct column item_columns[] = {
	{ .col = LEVEL_ITEMS_PLACE,
	  .title = N_("No."),
	  .kind = COLUMN_COUNT,
	  .width = 4 },
	{ .col = LEVEL_ITEMS_ITEM,
	  .title = N_("Item"),
	  .kind = COLUMN_LABEL,
	  .width = 20 },
	{ .col = LEVEL_ITEMS_DIMENSION,
	  .title = N_("Part"),
	  .kind = COLUMN_LABEL,
	  .width = 14 },
	{ .col = LEVEL_ITEMS_POINTS, .title = N_("Points") },
	{ 0 }
};

bool level_items(const struct verb_call *c)
{
	return c->print(c, &LEVEL_ITEMS, NULL, item_columns, NULL);
}
