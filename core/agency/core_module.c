#include "core_module.h"
#include "core_tasks.h"
#include "loads.h"

#include <stddef.h>

#include "base/idno.h"
#include "agency/loads_sql.h"
#include "agency/register_sql.h"
#include "money/account_sql.h"
#include "facts/subject.h"
#include "post/found_sql.h"

extern const char core_office_migrations_0001_tables_text[];
extern const char core_office_migrations_0002_keys_text[];
extern const char core_office_migrations_0003_views_text[];
extern const char core_office_migrations_0004_functions_text[];
extern const char core_office_migrations_0005_rights_text[];
extern const char core_office_migrations_0006_regions_text[];
extern const char core_office_migrations_0007_sample_text[];
extern const char core_office_migrations_0008_identity_text[];
extern const char core_office_migrations_0009_rules_text[];
extern const char core_office_migrations_0010_clocks_text[];
extern const char core_office_migrations_0011_batches_text[];
extern const char core_office_migrations_0012_policy_text[];
extern const char core_office_migrations_0013_adoption_text[];
extern const char core_office_migrations_0014_amounts_text[];
extern const char core_office_migrations_0015_decisions_text[];
extern const char core_office_migrations_0016_law_text[];
extern const char core_office_migrations_0017_street_text[];
extern const char core_office_migrations_0018_rights_text[];
extern const char core_office_migrations_0019_subjects_text[];
extern const char core_office_migrations_0020_files_text[];
extern const char core_office_migrations_0021_drafts_text[];
extern const char core_office_migrations_0022_policy_parts_text[];
extern const char core_office_migrations_0023_work_text[];
extern const char core_office_migrations_0024_money_text[];
extern const char core_office_migrations_0025_words_text[];
extern const char core_office_migrations_0026_reports_text[];
extern const char core_office_migrations_0027_contracts_text[];
extern const char core_office_migrations_0028_claims_text[];
extern const char core_office_migrations_0029_brake_text[],
	core_office_migrations_0030_undo_text[];
extern const char core_office_migrations_0031_runs_text[];
extern const char core_office_migrations_0032_accounts_text[];
extern const char core_office_migrations_0040_post_text[];
extern const char core_office_migrations_0041_remedies_text[];
extern const char core_office_migrations_0042_print_text[];
extern const char core_office_migrations_0050_adjust_text[];

static const struct migration migrations[] = {
	{ 1, "tables", core_office_migrations_0001_tables_text },
	{ 2, "keys", core_office_migrations_0002_keys_text },
	{ 3, "views", core_office_migrations_0003_views_text },
	{ 4, "functions", core_office_migrations_0004_functions_text },
	{ 5, "rights", core_office_migrations_0005_rights_text },
	{ 6, "regions", core_office_migrations_0006_regions_text },
	{ 7, "sample", core_office_migrations_0007_sample_text },
	{ 8, "identity", core_office_migrations_0008_identity_text },
	{ 9, "rules", core_office_migrations_0009_rules_text },
	{ 10, "clocks", core_office_migrations_0010_clocks_text },
	{ 11, "batches", core_office_migrations_0011_batches_text },
	{ 12, "policy", core_office_migrations_0012_policy_text },
	{ 13, "adoption", core_office_migrations_0013_adoption_text },
	{ 14, "amounts", core_office_migrations_0014_amounts_text },
	{ 15, "decisions", core_office_migrations_0015_decisions_text },
	{ 16, "law", core_office_migrations_0016_law_text },
	{ 17, "street", core_office_migrations_0017_street_text },
	{ 18, "rights", core_office_migrations_0018_rights_text },
	{ 19, "subjects", core_office_migrations_0019_subjects_text },
	{ 20, "files", core_office_migrations_0020_files_text },
	{ 21, "drafts", core_office_migrations_0021_drafts_text },
	{ 22, "policy_parts", core_office_migrations_0022_policy_parts_text },
	{ 23, "work", core_office_migrations_0023_work_text },
	{ 24, "money", core_office_migrations_0024_money_text },
	{ 25, "words", core_office_migrations_0025_words_text },
	{ 26, "reports", core_office_migrations_0026_reports_text },
	{ 27, "contracts", core_office_migrations_0027_contracts_text },
	{ 28, "claims", core_office_migrations_0028_claims_text },
	{ 29, "brake", core_office_migrations_0029_brake_text },
	{ 30, "undo", core_office_migrations_0030_undo_text },
	{ 31, "runs", core_office_migrations_0031_runs_text },
	{ 32, "accounts", core_office_migrations_0032_accounts_text },
	{ 40, "post", core_office_migrations_0040_post_text },
	{ 41, "remedies", core_office_migrations_0041_remedies_text },
	{ 42, "print", core_office_migrations_0042_print_text },
	{ 50, "adjust", core_office_migrations_0050_adjust_text },
	{ 0 }
};

extern const char core_office_functions_text[], core_decisions_functions_text[],
	core_decisions_claim_text[], core_decisions_effects_text[],
	core_decisions_many_text[], core_decisions_undo_text[],
	core_decisions_repair_text[],
	core_intake_functions_text[], core_intake_match_text[],
	core_intake_waiting_text[], core_judge_functions_text[], core_judge_undo_text[],
	core_money_functions_text[], core_money_accounts_text[], core_money_run_text[],
	core_money_gate_text[], core_money_reply_text[], core_money_adjust_text[],
	core_post_functions_text[],
	core_post_outbox_text[], core_post_staff_text[], core_post_remedies_text[];

static const char *const functions[] = {
	core_office_functions_text, core_decisions_functions_text,
	core_decisions_effects_text, core_decisions_many_text,
	core_decisions_claim_text, core_decisions_undo_text,
	core_decisions_repair_text,
	core_intake_functions_text, core_intake_match_text,
	core_intake_waiting_text, core_judge_functions_text, core_judge_undo_text,
	core_money_functions_text, core_money_accounts_text, core_money_run_text,
	core_money_gate_text, core_money_reply_text, core_money_adjust_text,
	core_post_functions_text, core_post_outbox_text, core_post_staff_text,
	core_post_remedies_text, NULL
};

static const struct fact_column facts[] = {
	{ "birth_date", "date", "day", N_("birth date") },
	{ "sex", "text", "code", N_("sex") },
	{ "pension_status", "text", "code", N_("pension") },
	{ "pension_fen", "bigint", "fen", N_("monthly pension") },
	{ "pension_from", "date", "day", N_("pension from") },
	{ "paid_period", "int", "period", N_("last paid month") },
	{ "paid_fen", "bigint", "fen", N_("last payment") },
	{ "died_on", "date", "day", N_("died") },
	{ "custody_kind", "text", "code", N_("custody") },
	{ "custody_from", "date", "day", N_("in custody from") },
	{ "custody_to", "date", "day", N_("in custody to") },
	{ "held_for", "text", "code", N_("stopped by") },
	{ "held_from", "int", "period", N_("stopped from") },
	{ 0 }
};

static const char fact_select[] =
    "select p.person_id, p.region_code, todo.day, p.birth_date, p.sex, n.state,"
    " n.monthly_fen, n.began, y.period, y.amount_fen, d.from_day, s.kind,"
    " s.from_day, s.to_day, h.rules, h.from_period, null::date as facts_until"
    " from person p {todo}"
    " left join (select distinct on (person_id) *, min(valid_from) over"
    "   (partition by person_id, scheme) as began from benefit {todo}"
    "  where kind = 'pension' order by person_id, valid_from desc) n using (person_id)"
    " left join (select distinct on (person_id) * from payment {todo}"
    "  order by person_id, period desc, seq desc) y using (person_id)"
    " left join (select distinct on (person_id) person_id, from_day from status_event"
    "  {todo} left join report_source using (source)"
    "  where kind = 'death' and state = 'valid'"
    "  order by person_id, coalesce(rank, 9), from_day desc) d using (person_id)"
    " left join (select distinct on (person_id) * from status_event {todo}"
    "  where kind <> 'death' and state = 'valid'"
    "  order by person_id, from_day desc, source) s using (person_id)"
    " left join (select person_id, string_agg(rule_id, ' ' order by rule_id) as rules,"
    "  min(from_period) as from_period from hold {todo}"
    "  where state = 'final' and line_id is null group by person_id) h using (person_id)";

static const char fact_sources[] =
    "select person_id, unnest(array['identity', 'birth_date', 'sex']) as fact,"
    " unnest(array[name, birth_date::text, sex]) as value, birth_date as day, batch_id,"
    " line from person"
    " union all"
    " select person_id, unnest(array['pension_from', 'pension_status', 'pension_fen']),"
    "  unnest(array[valid_from::text, state, monthly_fen::text]), valid_from, batch_id,"
    "  line from benefit where kind = 'pension'"
    " union all"
    " select person_id, 'died_on', from_day::text, from_day, batch_id, line"
    " from status_event where kind = 'death' and state = 'valid'"
    " union all"
    " select person_id, unnest(array['custody_from', 'custody_kind']),"
    "  unnest(array[from_day::text, kind]), from_day, batch_id, line"
    " from status_event where kind in ('detained', 'prison') and state = 'valid'"
    " union all"
    " select person_id, 'custody_to', to_day::text, from_day, batch_id, line"
    " from status_event where kind in ('detained', 'prison') and state = 'valid'"
    "  and to_day is not null"
    " union all"
    " select person_id, unnest(array['paid_period', 'paid_fen']),"
    "  unnest(array[period::text, amount_fen::text]), paid_on, batch_id, line"
    " from payment";

static const char *check_cn18(const char *s, size_t n, int32_t *birth)
{
	enum idno_fault fault = idno_check(s, n, birth);

	return fault == IDNO_GOOD ? NULL : idno_reason(fault);
}

static const struct ident_kind ident_kinds[] = {
	{ "cn18", N_("citizen identity number"), check_cn18 }, { 0 }
};

static const struct subject subjects[] = {
	{ SUBJECT_PERSON, N_("person"), "person", .screen = "person" }, { 0 }
};

static const struct fact_set fact_sets[] = {
	{ SUBJECT_PERSON, facts, fact_select, fact_sources }, { 0 }
};

extern const struct stmt IMPORT_DOUBTS, IMPORT_CONTRADICTIONS, IMPORT_ALIKE,
    ENDINGS_FOUND;
extern const struct stmt CHECK_STUCK, CHECK_ROWS, CHECK_FACTS, CHECK_HOLD, CHECK_TASK,
	CHECK_FINDING, CHECK_ARREARS, CHECK_AREA, CHECK_REPLAY;
extern const struct stmt FEEDS_LATE, FEEDS_UNUSUAL, FEEDS_REFUSED, FEEDS_HEAVY,
	BRAKES_FOUND, PAY_HELD_FOUND, PAY_RETURNED_FOUND, PAY_SILENT_FOUND,
	ADJUST_OUTLIERS_FOUND;

static const struct finder finders[] = {
	{ "feed.match", N_("doubtful match"), "", NULL, "match", NULL, &IMPORT_DOUBTS },
	{ "feed.contradiction", N_("contradiction"), "", NULL, "contradiction", NULL,
	  &IMPORT_CONTRADICTIONS },
	{ "feed.alike", N_("many doubts of one kind"), "", NULL, "alike", NULL,
	  &IMPORT_ALIKE },
	{ "feed.late", N_("sender is silent"), "", NULL, "feed", NULL, &FEEDS_LATE },
	{ "feed.unusual", N_("unusual file"), "", NULL, "feed", NULL, &FEEDS_UNUSUAL },
	{ "feed.refused", N_("file that could not be taken"), "", NULL, "feed", NULL,
	  &FEEDS_REFUSED },
	{ "feed.heavy", N_("file far beyond its usual size"), "", NULL, "load", NULL,
	  &FEEDS_HEAVY },
	{ "work.brake", N_("more proposals than usual"), "", NULL, "brake", NULL,
	  &BRAKES_FOUND },
	{ "pay.held", N_("payment held back"), "", NULL, "payment", NULL,
	  &PAY_HELD_FOUND },
	{ "pay.returned", N_("payment that came back"), "", NULL, "payment", NULL,
	  &PAY_RETURNED_FOUND },
	{ "pay.silent", N_("bank that does not answer"), "", NULL, "payment", NULL,
	  &PAY_SILENT_FOUND },
	{ "adjust.outlier", N_("adjustment outside the limits"), "", NULL, "outlier",
	  NULL, &ADJUST_OUTLIERS_FOUND },
	{ "post.undelivered", N_("message that did not arrive"), "", NULL, "post", NULL,
	  &POST_UNDELIVERED },
	{ "post.unanswered", N_("answer that did not come"), "", NULL, "post", NULL,
	  &POST_UNANSWERED },
	{ "post.objection", N_("decision that is contested"), "", NULL, "objection",
	  NULL, &OBJECTIONS_FOUND },
	{ "rules.value_ends", N_("parameter expires"), "", NULL, "value_ends", NULL,
	  &ENDINGS_FOUND },
	{ "check.stuck", N_("proposal that nobody settles"), "", NULL, "integrity",
	  "work.stuck_days", &CHECK_STUCK, .nightly = true },
	{ "check.rows", N_("accepted rows that are not applied"), "", NULL, "integrity",
	  NULL, &CHECK_ROWS, .nightly = true },
	{ "check.facts", N_("facts that cannot be made"), "", NULL, "integrity", NULL,
	  &CHECK_FACTS, .nightly = true },
	{ "check.hold", N_("hold without a proposal"), "", NULL, "integrity", NULL,
	  &CHECK_HOLD, .nightly = true },
	{ "check.task", N_("task without a reason"), "", NULL, "integrity", NULL,
	  &CHECK_TASK, .nightly = true },
	{ "check.finding", N_("finding without a task"), "", NULL, "integrity", NULL,
	  &CHECK_FINDING, .nightly = true },
	{ "check.arrears", N_("arrears of a pension that is stopped"), "", NULL,
	  "integrity", NULL, &CHECK_ARREARS, .nightly = true },
	{ "check.area", N_("person in an unknown area"), "", NULL, "integrity", NULL,
	  &CHECK_AREA, .nightly = true },
	{ "check.replay", N_("decision that does not come out again"), "", NULL,
	  "integrity", NULL, &CHECK_REPLAY, .nightly = true },
	{ 0 }
};

static const struct field register_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "sex", FIELD_CODE, .codes = "M F", .sex_of = "id_no" },
	{ "birth_date", FIELD_DAY, .least = "1850-01-01", .most = "today",
	  .birth_of = "id_no" },
	{ "region_code", FIELD_REF, .table = "region", .column = "region_code" },
	{ "household", FIELD_COUNT, .optional = true },
	{ "scheme", FIELD_CODE, .optional = true, .codes = "employee resident" },
	{ "category", FIELD_CODE, .optional = true,
	  .codes = "male60 female55 female50 resident" },
	{ "status", FIELD_CODE, .codes = "contributing unemployed lapsed retired none" },
	{ "start_date", FIELD_DAY, .optional = true, .most = "today" },
	{ "months", FIELD_COUNT, .optional = true, .of_life = true },
	{ "account", FIELD_MONEY, .optional = true },
	{ "pension", FIELD_MONEY, .optional = true },
	{ "pension_status", FIELD_CODE, .optional = true, .codes = "paid ended" },
	{ "first_paid", FIELD_PERIOD, .optional = true, .most = "today+366" },
	{ "certified_on", FIELD_DAY, .optional = true, .most = "today" },
	{ "unemployed_since", FIELD_DAY, .optional = true, .most = "today" },
	{ 0 }
};

static const struct match register_matches[] = {
	{ "person_id", N_("person"), "id_no", .name = "name", .birth = "birth_date",
	  .is_new = true, .region = "region_code" },
	{ 0 }
};

static const struct kept_column register_person[] = {
	{ "name", KEPT_VALUE }, { "region_code", KEPT_VALUE },
	{ "household", KEPT_VALUE }, { "sex", KEPT_FIRM }, { "birth_date", KEPT_FIRM },
	{ 0 }
};

static const struct kept_column register_benefit[] = {
	{ "scheme", KEPT_KEY },
	{ "kind", KEPT_KEY, "'pension'" },
	{ "valid_from", KEPT_KEY, "to_date(first_paid::text, 'YYYYMM')" },
	{ "state", KEPT_VALUE, "pension_status" },
	{ "monthly_fen", KEPT_VALUE, "pension" },
	{ 0 }
};

static const struct keep register_keeps[] = {
	{ "benefit", register_benefit, "pension is not null", "t.kind = 'pension'",
	  N_("pension"), "t.kind = 'pension' and t.state = 'paid'", .is_decided = true },
	{ "person", register_person },
	{ 0 }
};

static const struct stmt *const register_before[] = { &REGISTER_PARTS, NULL };
static const struct stmt *const register_apply[] = {
	&REGISTER_IDENT, &REGISTER_MOVED, NULL
};

static const struct field sample_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "birth_date", FIELD_DAY, .least = "1850-01-01", .most = "today",
	  .birth_of = "id_no" },
	{ "amount", FIELD_MONEY },
	{ "event_date", FIELD_DAY, .least = "1900-01-01" },
	{ 0 }
};

/* Codes as GB/T 2260 has them, and longer ones below; the whole office is 0. */
static const struct field areas_fields[] = {
	{ "area", FIELD_COUNT },
	{ "name", FIELD_NAME },
	{ "parent", FIELD_COUNT, .optional = true },
	{ 0 }
};

static const struct stmt *const areas_apply[] = { &AREAS_REFUSE, &AREAS_APPLY, NULL };

static const struct field contact_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "kind", FIELD_CODE, .codes = "address phone mail app" },
	{ "value", FIELD_TEXT },
	{ "from_date", FIELD_DAY, .most = "today" },
	{ "to_date", FIELD_DAY, .optional = true },
	{ 0 }
};

static const struct match contact_matches[] = {
	{ "person_id", N_("person"), "id_no", .name = "name" }, { 0 }
};

static const struct kept_column contact_columns[] = {
	{ "kind", KEPT_KEY },
	{ "value", KEPT_KEY },
	{ "valid_from", KEPT_KEY, "from_date" },
	{ "valid_to", KEPT_VALUE, "coalesce(to_date, 'infinity')" },
	{ 0 }
};

static const struct keep contact_keeps[] = {
	{ "contact", contact_columns,
	  "value <> '' and (to_date is null or to_date > from_date)",
	  "t.kind = s.kind and t.value = s.value and t.valid_from < s.valid_to and"
	  " s.valid_from < t.valid_to" },
	{ 0 }
};

static const struct stmt *const contact_apply[] = { &CONTACT_REFUSE, NULL };

static const struct field account_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "channel", FIELD_TEXT },
	{ "number", FIELD_TEXT },
	{ "holder", FIELD_NAME, .optional = true },
	{ "from_date", FIELD_DAY, .most = "today" },
	{ 0 }
};

static const struct kept_column account_columns[] = {
	{ "channel", KEPT_KEY },
	{ "number", KEPT_KEY },
	{ "valid_from", KEPT_KEY, "from_date" },
	{ "holder", KEPT_VALUE, "coalesce(holder, name)" },
	{ "doubt", KEPT_NOTE, "account_doubt(number)" },
	{ 0 }
};

static const struct keep account_keeps[] = { { "account", account_columns }, { 0 } };
static const struct stmt *const account_before[] = { &ACCOUNT_REFUSE, NULL };

static const struct stmt *const sample_apply[] = {
	&SAMPLE_REPEATED, &SAMPLE_APPLY, NULL
};

static const struct feed feeds[] = {
	{ "areas", N_("areas the office serves"), areas_fields, NULL, areas_apply, 365 },
	{ "account", N_("accounts that persons are paid to"), account_fields,
	  contact_matches, NULL, 31, .keeps = account_keeps, .before = account_before },
	{ "contact", N_("addresses, telephones and mail"), contact_fields,
	  contact_matches, contact_apply, 31, .keeps = contact_keeps },
	{ "register", N_("register of insured persons"), register_fields,
	  register_matches, register_apply, 365, .keeps = register_keeps,
	  .before = register_before },
	{ "sample", N_("sample to try a sender's files"), sample_fields, NULL,
	  sample_apply, 365 },
	{ 0 }
};

static const struct command commands[] = {
	{ "screen.loads", N_("the files that came in, and their rows that wait"),
	  .opens = "loads", .code = "lo" },
	{ "screen.messages", N_("what was written to persons, and what became of it"),
	  .opens = "messages", .code = "me" },
	{ "screen.runs", N_("payment runs, the newest first"), .opens = "runs",
	  .code = "pr" },
	{ 0 }
};

static const struct key keys[] = { { "F7", "screen.runs", NULL }, { 0 } };

static const struct column person_rows[] = {
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 16 },
	{ .col = BEHIND_NUMBER, .title = N_("Number"), .width = 18 },
	{ .col = BEHIND_DAY, .title = N_("Born"), .kind = COLUMN_DAY, .width = 10,
	  .gives_way = 2 },
	{ .col = BEHIND_PLACE, .title = N_("Area"), .gives_way = 1 },
	{ 0 }
};

static const struct column task_rows[] = {
	{ .col = BEHIND_DAY, .title = N_("Due"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 10 },
	{ .col = BEHIND_NUMBER, .title = N_("Number"), .width = 18, .gives_way = 2 },
	{ .col = BEHIND_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ .col = BEHIND_PLACE, .title = N_("State"), .kind = COLUMN_LABEL, .width = 9,
	  .gives_way = 1 },
	{ 0 }
};

static const int person_args[] = { BEHIND_PERSON, -1 };
static const int task_args[] = { BEHIND_PERSON, BEHIND_KEY + 2, BEHIND_KEY + 3, -1 };

static const struct column feed_rows[] = {
	{ .col = BEHIND_KEY, .title = N_("Feed"), .width = 14 },
	{ .col = BEHIND_DAY, .title = N_("Last load"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_PLACE, .title = N_("Contact") },
	{ 0 }
};

static const struct column load_rows[] = {
	{ .col = BEHIND_KEY, .title = N_("Load"), .width = 12 },
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_PLACE, .title = N_("File") },
	{ 0 }
};

static const int load_args[] = { BEHIND_KEY, -1 };

static const struct column message_rows[] = {
	{ .col = BEHIND_KEY, .title = N_("Message"), .width = 12 },
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 12 },
	{ .col = BEHIND_DAY, .title = N_("Sent"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_PLACE, .title = N_("State"), .kind = COLUMN_LABEL },
	{ 0 }
};

static const struct figure_source figure_sources[] = {
	{ "message", "message m", "m.message_id bigint", "m.person_id",
	  .mark = "case when m.state in ('failed', 'returned') then '!' else '' end",
	  .day = "m.sent_on", .place = "m.state", .columns = message_rows,
	  .opens = "message", .args = load_args },
	{ "feed", "feed_state f", "f.feed text", NULL,
	  .mark = "case when f.is_late then '!' else '' end", .day = "f.last_day",
	  .place = "f.contact", .columns = feed_rows },
	{ "load", "load_row b", "b.batch_id bigint", NULL, .day = "b.business_day",
	  .mark = "case when b.state = 'waiting' then '*' else '' end",
	  .place = "b.file_name", .columns = load_rows, .opens = "load",
	  .args = load_args },
	{ "person", "person_fact f", "f.person_id bigint", "f.person_id",
	  .day = "(select p.birth_date from person p where p.person_id = f.person_id)",
	  .columns = person_rows, .opens = "person", .args = person_args },
	{ "task", "task t",
	  "t.due date, t.person_id bigint, t.rule_id text, t.cause text", "t.person_id",
	  .mark = "case when t.due < business_day() then '!' else '' end", .day = "t.due",
	  .place = "t.state",
	  .say = "coalesce((select d.say from finding d where d.person_id = t.person_id"
		 " and d.rule_id = t.rule_id and d.cause = t.cause), '')",
	  .columns = task_rows, .opens = "task", .args = task_args },
	{ 0 }
};

static const struct indicator indicators[] = {
	{ "J1", N_("Open tasks"), N_("Tasks that are open or wait for a second person."),
	  "task",
	  .filter = "t.state in (select state from task_state where kind <> 'final')",
	  .unit = "tasks", .owner = "manager", .less_is_better = true },
	{ "J1o", N_("Overdue tasks"), N_("Open tasks whose legal clock has run out."),
	  "task",
	  .filter = "t.state in (select state from task_state where kind <> 'final')"
		    " and t.due < $today",
	  .unit = "tasks", .owner = "manager", .less_is_better = true },
	{ "J9", N_("Pending approval"), N_("Proposals that wait for a second person."),
	  "task",
	  .filter = "t.state in (select state from task_state where kind = 'proposed')",
	  .unit = "tasks", .owner = "manager", .less_is_better = true },
	{ "J8", N_("Message delivery"),
	  N_("Messages that arrived, of those that were sent in a month and could."),
	  "message", .filter = "m.sent_on > $today - 31 and m.state = 'delivered'",
	  .per = "m.sent_on > $today - 31 and m.state in ('sent', 'delivered', 'failed',"
		 " 'returned')", .unit = "%", .owner = "manager" },
	{ "K1", N_("Sources on time"),
	  N_("Senders whose newest file came within its contract."), "feed",
	  .filter = "not f.is_late", .per = "true", .unit = "%", .owner = "admin" },
	{ "K2", N_("Worst lag"), N_("Days since the file of the most silent sender."),
	  "feed", .filter = "f.silent = (select max(silent) from feed_state)",
	  .sum = "f.silent", .unit = "days", .owner = "admin", .less_is_better = true },
	{ "K3", N_("Files with rejects"),
	  N_("Files with rows that were refused and still wait."), "load",
	  .filter = "exists (select from reject r where r.batch_id = b.batch_id and"
		    " r.state = 'open')", .unit = "files", .owner = "admin",
	  .less_is_better = true },
	{ "K5", N_("Files that wait"),
	  N_("Files far beyond their usual size that nobody has decided."), "load",
	  .filter = "b.state = 'waiting'", .unit = "files", .owner = "manager",
	  .less_is_better = true },
	{ "B5", N_("Aged 60 and over"),
	  N_("Persons of 60 and over among all registered."), "person",
	  .filter = "f.birth_date <= ($today - interval '60 years')::date", .per = "true",
	  .unit = "%", .owner = "manager" },
	{ 0 }
};

extern const struct stmt *const core_db_migrate_statements[];
extern const struct stmt *const core_agency_checks_statements[];
extern const struct stmt *const core_figures_figures_statements[];
extern const struct stmt *const core_judge_adoption_statements[];
extern const struct stmt *const core_decisions_batch_statements[];
extern const struct stmt *const core_office_own_statements[];
extern const struct stmt *const core_judge_refresh_statements[];
extern const struct stmt *const core_judge_rehearse_statements[];
extern const struct stmt *const core_judge_replay_statements[];
extern const struct stmt *const core_decisions_decide_statements[];
extern const struct stmt *const core_judge_endings_statements[];
extern const struct stmt *const core_judge_explain_statements[];
extern const struct stmt *const core_intake_import_statements[];
extern const struct stmt *const core_judge_judge_statements[];
extern const struct stmt *const core_screens_rules_views_statements[];
extern const struct stmt *const core_office_schema_statements[];
extern const struct stmt *const core_screens_views_statements[];
extern const struct stmt *const core_judge_work_statements[];
extern const struct stmt *const core_money_account_statements[];
extern const struct stmt *const core_money_money_statements[];
extern const struct stmt *const core_money_pay_statements[];
extern const struct stmt *const core_money_adjustment_statements[];
extern const struct stmt *const core_post_post_statements[];
extern const struct stmt *const core_post_messages_statements[];
extern const struct stmt *const core_post_found_statements[];

static const struct stmt *const *const statements[] = {
	core_db_migrate_statements,
	core_agency_checks_statements, core_figures_figures_statements,
	core_judge_adoption_statements,
	core_decisions_batch_statements,
	core_decisions_decide_statements,
	core_judge_endings_statements,
	core_judge_explain_statements,
	core_intake_import_statements,
	core_judge_judge_statements,
	core_office_own_statements,
	core_judge_refresh_statements,
	core_agency_register_statements,
	core_agency_loads_statements,
	core_judge_rehearse_statements,
	core_judge_replay_statements,
	core_screens_rules_views_statements,
	core_office_schema_statements,
	core_screens_views_statements,
	core_judge_work_statements,
	core_money_account_statements,
	core_money_money_statements,
	core_money_pay_statements,
	core_money_adjustment_statements,
	core_post_post_statements,
	core_post_messages_statements,
	core_post_found_statements,
	NULL
};

const struct module core_module = {
	.interface = STEWARD_INTERFACE,
	.size = sizeof(struct module),
	.name = "core",
	.title = N_("core"),
	.migrations = migrations,
	.functions = functions,
	.subjects = subjects,
	.facts = fact_sets,
	.finders = finders,
	.ident_kinds = ident_kinds,
	.feeds = feeds,
	.jobs = core_jobs,
	.states = core_states,
	.task_types = core_task_types,
	.screens = loads_screens,
	.commands = commands,
	.keys = keys,
	.figure_sources = figure_sources,
	.indicators = indicators,
	.statements = statements,
};
