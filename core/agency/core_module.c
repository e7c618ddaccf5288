#include "core_module.h"
#include "core_feeds.h"
#include "core_figures.h"
#include "core_tasks.h"
#include "loads.h"

#include <stddef.h>

#include "base/idno.h"
#include "agency/loads_sql.h"
#include "agency/register_sql.h"
#include "money/account_sql.h"
#include "money/owed_sql.h"
#include "money/sampled_sql.h"
#include "prenote/tests_sql.h"
#include "facts/subject.h"
#include "post/found_sql.h"
#include "scope/scope_sql.h"

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
extern const char core_post_migrations_0040_post_text[];
extern const char core_office_migrations_0041_remedies_text[];
extern const char core_post_migrations_0042_print_text[];
extern const char core_money_migrations_0043_recovery_text[];
extern const char core_office_migrations_0051_merge_text[];
extern const char core_office_migrations_0070_rows_text[];
extern const char core_readings_migrations_0071_readings_text[];
extern const char core_office_migrations_0079_look_by_login_text[];
extern const char core_audit_migrations_0080_restored_text[];
extern const char core_people_migrations_0081_people_text[],
    core_people_migrations_0104_staff_sign_text[],
    core_people_migrations_0105_units_text[],
    core_people_migrations_0106_seen_text[];
extern const char core_scope_migrations_0085_scope_text[];
extern const char core_scope_migrations_0098_window_text[];
extern const char core_scope_migrations_0100_committed_text[];
extern const char core_decisions_migrations_0088_batch_result_text[];
extern const char core_decisions_migrations_0089_work_off_text[];
extern const char core_office_migrations_0090_macro_text[],
	core_office_migrations_0093_macro_back_text[],
    core_office_migrations_0099_subject_number_text[];
extern const char core_prenote_migrations_0091_account_test_text[],
	core_prenote_functions_text[], core_money_migrations_0092_settled_at_text[];
extern const char core_remit_migrations_0103_remit_text[], core_remit_functions_text[];
extern const char core_judge_migrations_0082_cases_text[],
    core_judge_migrations_0107_finders_text[], core_judge_migrations_0108_pairs_text[],
    core_judge_migrations_0109_brake_text[], core_money_migrations_0110_gate_rules_text[],
    core_money_migrations_0111_book_text[], core_judge_migrations_0112_pairs_known_text[];
extern const char core_money_migrations_0083_sample_text[],
	core_declared_migrations_0084_declared_text[],
	core_declared_migrations_0086_figure_text[];
extern const char core_money_migrations_0050_adjust_text[];
extern const char core_money_migrations_0060_deduction_text[];
extern const char core_audit_migrations_0061_seal_text[];
extern const char core_office_migrations_0062_finder_index_text[];
extern const char core_office_migrations_0063_look_text[];

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
	{ 40, "post", core_post_migrations_0040_post_text },
	{ 41, "remedies", core_office_migrations_0041_remedies_text },
	{ 42, "print", core_post_migrations_0042_print_text },
	{ 43, "recovery", core_money_migrations_0043_recovery_text },
	{ 50, "adjust", core_money_migrations_0050_adjust_text },
	{ 51, "merge", core_office_migrations_0051_merge_text },
	{ 60, "deduction", core_money_migrations_0060_deduction_text },
	{ 61, "seal", core_audit_migrations_0061_seal_text },
	{ 62, "finder_index", core_office_migrations_0062_finder_index_text },
	{ 63, "look", core_office_migrations_0063_look_text },
	{ 70, "rows", core_office_migrations_0070_rows_text },
	{ 71, "readings", core_readings_migrations_0071_readings_text },
	{ 79, "look by login", core_office_migrations_0079_look_by_login_text },
	{ 80, "restored", core_audit_migrations_0080_restored_text },
	{ 81, "people", core_people_migrations_0081_people_text },
	{ 82, "cases", core_judge_migrations_0082_cases_text },
	{ 83, "sample", core_money_migrations_0083_sample_text },
	{ 84, "declared", core_declared_migrations_0084_declared_text },
	{ 85, "scope", core_scope_migrations_0085_scope_text },
	{ 86, "figure", core_declared_migrations_0086_figure_text },
	{ 88, "batch result", core_decisions_migrations_0088_batch_result_text },
	{ 89, "work off", core_decisions_migrations_0089_work_off_text },
	{ 90, "macro", core_office_migrations_0090_macro_text },
	{ 91, "account test", core_prenote_migrations_0091_account_test_text },
	{ 92, "settled at", core_money_migrations_0092_settled_at_text },
	{ 93, "macro back", core_office_migrations_0093_macro_back_text },
	{ 98, "window", core_scope_migrations_0098_window_text },
	{ 99, "subject number", core_office_migrations_0099_subject_number_text },
	{ 100, "committed", core_scope_migrations_0100_committed_text },
	{ 103, "remit", core_remit_migrations_0103_remit_text },
	{ 104, "staff sign", core_people_migrations_0104_staff_sign_text },
	{ 105, "units", core_people_migrations_0105_units_text },
	{ 106, "seen", core_people_migrations_0106_seen_text },
	{ 107, "finders", core_judge_migrations_0107_finders_text },
	{ 108, "pairs", core_judge_migrations_0108_pairs_text },
	{ 109, "brake", core_judge_migrations_0109_brake_text },
	{ 110, "gate_rules", core_money_migrations_0110_gate_rules_text },
	{ 111, "book", core_money_migrations_0111_book_text },
	{ 112, "pairs_known", core_judge_migrations_0112_pairs_known_text },
	{ 0 }
};

extern const char core_office_functions_text[], core_decisions_functions_text[],
	core_decisions_claim_text[], core_decisions_catalogue_text[],
	core_decisions_effects_text[],
	core_decisions_many_text[], core_decisions_undo_text[],
	core_decisions_repair_text[], core_decisions_merge_text[],
	core_intake_functions_text[], core_intake_match_text[],
	core_intake_waiting_text[], core_judge_functions_text[], core_judge_undo_text[],
	core_money_functions_text[], core_money_accounts_text[], core_money_book_text[],
	core_money_run_text[],
	core_money_gate_text[], core_money_reply_text[], core_money_recover_text[],
	core_money_sample_text[], core_declared_functions_text[],
	core_money_ledger_text[], core_money_adjust_text[], core_money_deduct_text[],
	core_audit_functions_text[], core_audit_looks_text[],
	core_readings_names_text[], core_audit_restored_text[],
	core_audit_reconcile_text[], core_people_functions_text[],
	core_people_unit_functions_text[],
	core_scope_functions_text[], core_scope_barrier_text[], core_scope_kin_text[],
	core_scope_window_text[],
	core_scope_looked_text[],
	core_post_functions_text[],
	core_post_outbox_text[], core_post_staff_text[], core_post_remedies_text[];

static const char *const functions[] = {
	core_office_functions_text, core_decisions_functions_text,
	core_decisions_effects_text, core_decisions_many_text,
	core_decisions_claim_text, core_decisions_undo_text,
	core_decisions_catalogue_text,
	core_decisions_repair_text, core_decisions_merge_text,
	core_intake_functions_text, core_intake_match_text, core_intake_waiting_text,
	core_judge_functions_text, core_judge_undo_text, core_money_functions_text,
	core_money_accounts_text, core_money_book_text, core_money_run_text,
	core_money_deduct_text,
	core_money_gate_text, core_money_reply_text, core_money_recover_text,
	core_money_sample_text, core_declared_functions_text,
	core_money_ledger_text, core_money_adjust_text, core_post_functions_text,
	core_post_outbox_text, core_post_staff_text, core_post_remedies_text,
	core_audit_functions_text, core_audit_looks_text, core_readings_names_text,
	core_audit_restored_text, core_audit_reconcile_text,
	core_people_functions_text, core_people_unit_functions_text,
	core_scope_barrier_text, core_scope_kin_text, core_scope_window_text,
	core_scope_looked_text, core_prenote_functions_text, core_remit_functions_text,
	core_scope_functions_text, NULL
};

static const struct fact_column facts[] = {
	{ "birth_date", "date", "day", N_("birth date") },
	{ "sex", "text", "code", N_("sex"), "M F" },
	{ "pension_status", "text", "code", N_("pension"), "paid ended" },
	{ "pension_fen", "bigint", "fen", N_("monthly pension") },
	{ "pension_from", "date", "day", N_("pension from") },
	{ "paid_period", "int", "period", N_("last paid month") },
	{ "paid_fen", "bigint", "fen", N_("last payment") },
	{ "died_on", "date", "day", N_("died") },
	{ "custody_kind", "text", "code", N_("custody"), "detained prison" },
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
    " left join (select distinct on (person_id) * from (select distinct on (person_id,"
    "   scheme) *, min(valid_from) over (partition by person_id, scheme) as began"
    "   from benefit {todo} where kind = 'pension'"
    "   order by person_id, scheme, valid_from desc) b"
    "  order by person_id, state = 'paid' and valid_to > business_day() desc,"
    "   valid_from desc) n using (person_id)"
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
    " from payment"
    " union all"
    " select t.person_id, d.name, case when d.unit = 'fen'"
    "  and t.value ~ '^[0-9]{1,12}([.][0-9]{1,2})?$'"
    "  then ((t.value::numeric * 100)::bigint)::text else t.value end, t.on_day,"
    "  t.batch_id, t.line from told_fact t join declared_fact d"
    "  on d.feed = 'told' and d.of_value in ('', t.what)";

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
    PAY_LATE_FOUND, PAY_DEDUCTION_FOUND, ADJUST_OUTLIERS_FOUND, SAME_PERSONS,
    SAME_PAID_PERSONS, TWO_PENSIONS;

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
	{ "money.sample", N_("payment drawn by chance"), "", NULL, "pay_sample", NULL,
	  &SAMPLE_FOUND },
	{ "work.brake", N_("more proposals than usual"), "", NULL, "brake", NULL,
	  &BRAKES_FOUND },
	{ "pay.held", N_("payment held back"), "", NULL, "payment", NULL,
	  &PAY_HELD_FOUND },
	{ "pay.returned", N_("payment that came back"), "", NULL, "payment", NULL,
	  &PAY_RETURNED_FOUND },
	{ "pay.silent", N_("bank that does not answer"), "", NULL, "payment", NULL,
	  &PAY_SILENT_FOUND },
	{ "pay.late", N_("month that is not with the banks"), "", NULL, "payment",
	  NULL, &PAY_LATE_FOUND },
	{ "pay.deduction", N_("deduction that came back"), "", NULL, "payment", NULL,
	  &PAY_DEDUCTION_FOUND },
	{ "pay.test_failed", N_("account that the bank does not take"), "", NULL,
	  "payment", NULL, &ACCOUNT_FAILED_FOUND },
	{ "pay.test_silent", N_("test of an account without an answer"), "", NULL,
	  "payment", NULL, &ACCOUNT_SILENT_FOUND },
	{ "money.overpaid", N_("paid too much"), "", NULL, "recover", NULL,
	  &OVERPAID_FIND },
	{ "money.claim_wrong", N_("claim that asks for too much"), "", NULL, "claim",
	  NULL, &CLAIM_WRONG_FIND },
	{ "money.claim_estate", N_("claim beyond the estate"), "", NULL, "claim", NULL,
	  &CLAIM_ESTATE_FIND },
	{ "money.claim_idle", N_("claim that nothing comes of"), "", NULL, "claim", NULL,
	  &CLAIM_IDLE_FIND },
	{ "adjust.outlier", N_("adjustment outside the limits"), "", NULL, "outlier",
	  NULL, &ADJUST_OUTLIERS_FOUND },
	{ "post.undelivered", N_("message that did not arrive"), "", NULL, "post", NULL,
	  &POST_UNDELIVERED },
	{ "post.unanswered", N_("answer that did not come"), "", NULL, "post", NULL,
	  &POST_UNANSWERED, .reads_found = true },
	{ "post.objection", N_("decision that is contested"), "", NULL, "objection",
	  NULL, &OBJECTIONS_FOUND },
	{ "rules.value_ends", N_("parameter expires"), "", NULL, "value_ends", NULL,
	  &ENDINGS_FOUND },
	{ "person.same", N_("registered twice"), "", NULL, "merge", NULL,
	  &SAME_PERSONS, .nightly = true },
	{ "person.same_paid", N_("registered twice, both paid"), "", NULL, "merge_paid",
	  NULL, &SAME_PAID_PERSONS, .nightly = true },
	{ "person.two_pensions", N_("two pensions of one person"), "MOHRSS 2021-77", NULL,
	  "two_pensions", NULL, &TWO_PENSIONS },
	{ "check.stuck", N_("proposal that nobody settles"), "", NULL, "integrity",
	  "work.stuck_days", &CHECK_STUCK, .nightly = true,
	  .reads_found = true },
	{ "check.rows", N_("accepted rows that are not applied"), "", NULL, "integrity",
	  NULL, &CHECK_ROWS, .nightly = true },
	{ "check.facts", N_("facts that cannot be made"), "", NULL, "integrity", NULL,
	  &CHECK_FACTS, .nightly = true },
	{ "check.hold", N_("hold without a proposal"), "", NULL, "integrity", NULL,
	  &CHECK_HOLD, .nightly = true,
	  .reads_found = true },
	{ "check.task", N_("task without a reason"), "", NULL, "integrity", NULL,
	  &CHECK_TASK, .nightly = true,
	  .reads_found = true },
	{ "check.finding", N_("finding without a task"), "", NULL, "integrity", NULL,
	  &CHECK_FINDING, .nightly = true,
	  .reads_found = true },
	{ "check.arrears", N_("arrears of a pension that is stopped"), "", NULL,
	  "integrity", NULL, &CHECK_ARREARS, .nightly = true,
	  .reads_found = true },
	{ "check.area", N_("person in an unknown area"), "", NULL, "integrity", NULL,
	  &CHECK_AREA, .nightly = true },
	{ "check.replay", N_("decision that does not come out again"), "", NULL,
	  "integrity", NULL, &CHECK_REPLAY, .nightly = true },
	{ 0 }
};

static const struct command commands[] = {
	{ "screen.loads", N_("the files that came in, and their rows that wait"),
	  .opens = "loads", .code = "lo" },
	{ "screen.messages", N_("what was written to persons, and what became of it"),
	  .opens = "messages", .code = "me" },
	{ "screen.batches", N_("tasks that are alike, proposed and settled as one"),
	  .opens = "batches", .code = "ba" },
	{ "screen.runs", N_("payment runs, the newest first"), .opens = "runs",
	  .code = "pr" },
	{ "screen.accounts", N_("accounts that are tested before money goes there"),
	  .opens = "account_tests", .code = "ac" },
	{ "screen.pyramid", N_("men and women by age"), .opens = "pyramid",
	  .code = "py" },
	{ "screen.paid_months", N_("what was paid, month by month"),
	  .opens = "paid_months", .code = "pm" },
	{ "screen.waiting", N_("how long tasks have waited"), .opens = "waiting",
	  .code = "wa" },
	{ "screen.staff", N_("who works here, and what waits for a second person"),
	  .opens = "staff", .code = "sf" },
	{ "screen.units", N_("departments and counters, and what waits at each"),
	  .opens = "units", .code = "un" },
	{ "screen.barriers", N_("who is hidden from whom"), .opens = "barriers",
	  .code = "bd" },
	{ 0 }
};

static const struct key keys[] = { { "F7", "screen.runs", NULL }, { 0 } };

extern const struct stmt *const core_db_migrate_statements[];
extern const struct stmt *const core_agency_checks_statements[];
extern const struct stmt *const core_figures_figures_statements[];
extern const struct stmt *const core_agency_same_statements[];
extern const struct stmt *const core_judge_adoption_statements[];
extern const struct stmt *const core_decisions_batch_statements[];
extern const struct stmt *const core_decisions_types_statements[];
extern const struct stmt *const core_office_own_statements[];
extern const struct stmt *const core_judge_refresh_statements[];
extern const struct stmt *const core_judge_rehearse_statements[];
extern const struct stmt *const core_decisions_replay_statements[];
extern const struct stmt *const core_outlook_outlook_statements[];
extern const struct stmt *const core_decisions_decide_statements[];
extern const struct stmt *const core_judge_endings_statements[];
extern const struct stmt *const core_judge_explain_statements[];
extern const struct stmt *const core_intake_import_statements[];
extern const struct stmt *const core_judge_judge_statements[];
extern const struct stmt *const core_screens_rules_views_statements[];
extern const struct stmt *const core_office_schema_statements[];
extern const struct stmt *const core_screens_views_statements[];
extern const struct stmt *const core_screens_looks_statements[];
extern const struct stmt *const core_screens_charts_statements[];
extern const struct stmt *const core_screens_trend_statements[];
extern const struct stmt *const core_screens_macros_statements[];
extern const struct stmt *const core_screens_house_statements[];
extern const struct stmt *const core_judge_work_statements[];
extern const struct stmt *const core_declared_declared_statements[];
extern const struct stmt *const core_money_account_statements[];
extern const struct stmt *const core_prenote_tests_statements[];
extern const struct stmt *const core_remit_remit_statements[];
extern const struct stmt *const core_money_money_statements[];
extern const struct stmt *const core_money_pay_statements[];
extern const struct stmt *const core_money_deduction_statements[];
extern const struct stmt *const core_audit_audit_statements[],
	*const core_audit_backup_statements[],
	*const core_people_people_statements[], *const core_people_units_statements[],
	*const core_audit_watch_statements[],
	*const core_scope_scope_statements[];
extern const struct stmt *const core_money_adjustment_statements[];
extern const struct stmt *const core_post_post_statements[];
extern const struct stmt *const core_post_messages_statements[];
extern const struct stmt *const core_post_found_statements[];

static const struct stmt *const *const statements[] = {
	core_db_migrate_statements,
	core_agency_checks_statements, core_agency_same_statements,
	core_figures_figures_statements,
	core_judge_adoption_statements,
	core_decisions_batch_statements, core_decisions_types_statements,
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
	core_decisions_replay_statements, core_outlook_outlook_statements,
	core_screens_rules_views_statements,
	core_office_schema_statements,
	core_screens_views_statements, core_screens_charts_statements,
	core_screens_trend_statements, core_screens_macros_statements,
	core_screens_looks_statements, core_screens_house_statements,
	core_judge_work_statements, core_declared_declared_statements,
	core_money_account_statements, core_prenote_tests_statements,
	core_remit_remit_statements,
	core_money_money_statements,
	core_money_owed_statements, core_money_sampled_statements,
	core_money_pay_statements,
	core_money_deduction_statements,
	core_audit_audit_statements, core_audit_backup_statements,
	core_people_people_statements, core_people_units_statements,
	core_audit_watch_statements,
	core_scope_scope_statements,
	core_money_adjustment_statements,
	core_post_post_statements,
	core_post_messages_statements,
	core_post_found_statements,
	NULL
};

static const struct stmt *const nightly[] = { &BARRIER_NIGHT, NULL };

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
	.feeds = core_feeds,
	.jobs = core_jobs,
	.states = core_states,
	.task_types = core_task_types,
	.screens = loads_screens,
	.commands = commands,
	.keys = keys,
	.figure_sources = core_figure_sources,
	.indicators = core_indicators,
	.nightly = nightly,
	.statements = statements,
};
