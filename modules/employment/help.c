#include "help.h"

#include <stddef.h>

#include "help_sql.h"

const struct fact_column help_difficulty_facts[] = {
	{ "difficulty_key", "text", "code", N_("difficulty: number") },
	{ "difficulty_on", "date", "day", N_("difficulty: asked on") },
	{ "difficulty_registered_on", "date", "day", N_("difficulty: registered on") },
	{ "difficulty_family", "text", "code", N_("difficulty: family") },
	{ "difficulty_disability", "text", "code", N_("difficulty: disability") },
	{ "difficulty_hukou", "text", "code", N_("difficulty: household") },
	{ "difficulty_officer", "boolean", "yes/no",
	  N_("difficulty: manages a company") },
	{ "difficulty_service", "int", "months", N_("difficulty: months served") },
	{ "difficulty_benefit", "int", "months", N_("difficulty: months of benefit") },
	{ 0 }
};

/* Only of what waits.  Months of benefit are those of the newest benefit, as far as they
 * had come. */
const char help_difficulty_select[] =
    "select d.person_id, d.claim_no::text, d.applied_on, d.registered_on, d.family,"
    " d.disability, d.hukou, d.is_officer, d.service_months,"
    " (select case when count(*) > 0 then months_from(min(b.valid_from),"
    "  least(max(b.valid_to), date_trunc('month', d.applied_on)::date)) end"
    "  from benefit b"
    "  where b.person_id = d.person_id and b.kind = 'unemployment'"
    "  and b.valid_from <= d.applied_on and b.valid_from >= (select"
    "   max(c.from_month) from jobless_claim c where c.person_id = d.person_id"
    "   and c.state = 'awarded')),"
    " null::date as facts_until"
    " from (select * from difficulty {todo} where state = 'open') d";

const struct fact_column help_subsidy_facts[] = {
	{ "subsidy_key", "text", "code", N_("subsidy: number") },
	{ "subsidy_on", "date", "day", N_("subsidy: asked on") },
	{ "subsidy_kind", "text", "code", N_("subsidy: kind"),
	  "flexible skill training hire staff" },
	{ "subsidy_paid_fen", "bigint", "fen", N_("subsidy: contributions paid") },
	{ "subsidy_level", "int", "count", N_("subsidy: level") },
	{ "subsidy_issued_on", "date", "day", N_("subsidy: certificate of") },
	{ "subsidy_months", "int", "months", N_("subsidy: months insured") },
	{ "subsidy_scarce", "boolean", "yes/no", N_("subsidy: scarce occupation") },
	{ "subsidy_class", "text", "code", N_("subsidy: class") },
	{ "subsidy_training", "boolean", "yes/no", N_("subsidy: course subsidised") },
	{ "subsidy_in_difficulty", "boolean", "yes/no", N_("subsidy: in difficulty") },
	{ "subsidy_drawn", "int", "months", N_("subsidy: months drawn") },
	{ "subsidy_times", "int", "count", N_("subsidy: courses paid") },
	{ "subsidy_employed", "boolean", "yes/no",
	  N_("subsidy: an employer paid for the month") },
	{ 0 }
};

const char help_subsidy_select[] =
    "select s.person_id, s.claim_no::text, s.applied_on, s.kind, s.paid_fen, s.level,"
    " s.issued_on,"
    " coalesce((select e.months_before from enrolment e where e.person_id = s.person_id"
    "  order by e.valid_from desc limit 1), 0) + (select count(distinct c.period)::int"
    "  from contribution c where c.person_id = s.person_id),"
    " s.is_scarce, s.class, case when s.kind = 'staff' then exists (select"
    "  from subsidy o where o.person_id = s.person_id and o.state = 'granted' and"
    "  o.kind in ('skill', 'training') and (o.occupation, o.level) = (s.occupation,"
    "  s.level)) else s.has_training end, exists (select from difficulty d"
    "  where d.person_id = s.person_id and d.state = 'granted'),"
    " (select count(*)::int from subsidy o where o.person_id = s.person_id"
    "  and o.kind = s.kind and o.state = 'granted'),"
    " (select count(*)::int from subsidy o where o.person_id = s.person_id"
    "  and o.kind = 'training' and o.state = 'granted'),"
    " exists (select from contribution c where c.person_id = s.person_id"
    "  and c.period = to_char(s.month, 'YYYYMM')::int), null::date as facts_until"
    " from (select * from subsidy {todo} where state = 'open') s";

const struct move help_difficulty_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "difficulty_plan", "s",
	  N_("propose it as worked out") },
	{ "open", "reject", "dismissed", "clerk", MOVE_CLOSE, "difficulty_refuse", "d",
	  N_("refuse it, with the reason") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "difficulty_grant",
	  "a", N_("approve: the person is counted as such") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};
const struct move help_subsidy_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "subsidy_plan", "s",
	  N_("propose it as worked out") },
	{ "open", "reject", "dismissed", "clerk", MOVE_CLOSE, "subsidy_refuse", "d",
	  N_("refuse it, with the reason") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "subsidy_grant", "a",
	  N_("approve: the next run pays it") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};
/* Of a subsidy that was not due: a person owes it back, an employer's next list asks
 * it. */
const struct move help_back_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, NULL, "s",
	  N_("propose to take the subsidy back") },
	{ "open", "reject", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: it was due") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "subsidy_take", "a",
	  N_("approve: it is asked back") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};
const struct move help_review_moves[] = {
	{ "open", "go_on", "done", "clerk", MOVE_CLOSE, "difficulty_go_on", "s",
	  N_("it is still so: looked at anew later") },
	{ "open", "stop", "dismissed", "clerk", MOVE_CLOSE, "difficulty_end", "d",
	  N_("it is over: not counted any more") },
	{ 0 }
};

const struct field help_training_fields[] = {
	{ "course_no", FIELD_NAME },
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "course", FIELD_NAME },
	{ "occupation", FIELD_NAME },
	{ "level", FIELD_CODE, .codes = "1 2 3 4 5", .optional = true },
	{ "from_day", FIELD_DAY, .most = "today+366" },
	{ "to_day", FIELD_DAY, .after = "from_day" },
	{ "outcome", FIELD_CODE, .codes = "passed failed left", .optional = true },
	{ 0 }
};
static const struct kept_column training_columns[] = {
	{ "course_no", KEPT_KEY },
	{ "course", KEPT_VALUE },
	{ "occupation", KEPT_VALUE },
	{ "level", KEPT_VALUE, "level::int" },
	{ "from_day", KEPT_VALUE },
	{ "to_day", KEPT_VALUE },
	{ "outcome", KEPT_VALUE, "coalesce(outcome, '')" },
	{ 0 }
};
const struct keep help_training_keeps[] = { { "training", training_columns }, { 0 } };

const struct column help_difficulty_columns[] = {
	{ .col = HELP_DIFFICULTIES_APPLIED_ON,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = HELP_DIFFICULTIES_NAME,
	  .title = N_("Name"),
	  .width = 10,
	  .gives_way = 3 },
	{ .col = HELP_DIFFICULTIES_STATE,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = HELP_DIFFICULTIES_HELPER, .title = N_("Helper"), .width = 10 },
	{ .col = HELP_DIFFICULTIES_REVIEW_ON,
	  .title = N_("Review"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = HELP_DIFFICULTIES_MEASURED_ON,
	  .title = N_("Helped"),
	  .kind = COLUMN_DAY,
	  .width = 10,
	  .gives_way = 2 },
	{ .col = HELP_DIFFICULTIES_SAY,
	  .title = N_("Why"),
	  .kind = COLUMN_SAY,
	  .gives_way = 1 },
	{ 0 }
};
static const int to_person[] = { HELP_DIFFICULTIES_PERSON_ID, -1 };
const struct section help_list_sections[] = { { .title = N_("Difficulty in finding work"),
						.stmt = &HELP_DIFFICULTIES,
						.columns = help_difficulty_columns,
						.opens = "person",
						.args = to_person },
					      { 0 } };
const struct column help_subsidy_columns[] = {
	{ .col = HELP_SUBSIDIES_APPLIED_ON,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = HELP_SUBSIDIES_NAME, .title = N_("Name"), .width = 10, .gives_way = 2 },
	{ .col = HELP_SUBSIDIES_KIND,
	  .title = N_("Kind"),
	  .kind = COLUMN_LABEL,
	  .width = 18 },
	{ .col = HELP_SUBSIDIES_STATE,
	  .title = N_("State"),
	  .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = HELP_SUBSIDIES_AMOUNT_FEN,
	  .title = N_("Amount"),
	  .kind = COLUMN_MONEY,
	  .width = 10 },
	{ .col = HELP_SUBSIDIES_SAY,
	  .title = N_("Why"),
	  .kind = COLUMN_SAY,
	  .gives_way = 1 },
	{ 0 }
};

const struct column help_measure_columns[] = {
	{ .col = HELP_MEASURES_MEASURED_ON,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = HELP_MEASURES_KIND,
	  .title = N_("Measure"),
	  .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = HELP_MEASURES_NOTE, .title = N_("Remark"), .width = 30 },
	{ .col = HELP_MEASURES_WHO, .title = N_("Who") },
	{ 0 }
};

/* The counter's form: what is neither held nor said by a file. */
static const struct column head_columns[] = {
	{ .col = HELP_HEAD_NAME, .title = N_("Name") },
	{ .col = HELP_HEAD_ID_NO, .title = N_("Number") },
	{ .col = HELP_HEAD_SINCE, .title = N_("Out of work since"), .kind = COLUMN_DAY },
	{ .col = HELP_HEAD_BAR, .title = N_("Remark"), .kind = COLUMN_LABEL },
	{ 0 }
};
const struct section help_form_sections[] = { { .name = "head",
						.stmt = &HELP_HEAD,
						.columns = head_columns,
						.is_fields = true },
					      { 0 } };
static const struct form_field fields[] = {
	{ "family", ENTRY_CODE, N_("Family"), .optional = true, .list = &HELP_FAMILIES },
	{ "disability", ENTRY_CODE, N_("Disability"), .optional = true,
	  .list = &HELP_DISABILITIES },
	{ "officer", ENTRY_YES, N_("manages a company"), .value = "no" },
	{ "registered", ENTRY_DAY, N_("registered as unemployed on"), .from_arg = 2,
	  .most = "today" },
	{ 0 }
};
const struct form help_form = { fields, &HELP_APPLY_FORM, N_("it is received") };
