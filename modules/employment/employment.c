/* Employment: membership of a scheme, months paid in, who will not have enough of them,
 * and who is out of work for long. */
#include "steward.h"

#include <stddef.h>

#include "demand.h"
#include "demand_sql.h"
#include "employment_sql.h"
#include "figures.h"
#include "help.h"
#include "help_sql.h"
#include "jobless.h"
#include "jobless_sql.h"
#include "jobs.h"
#include "jobs_sql.h"
#include "premium.h"
#include "premium_sql.h"
#include "told.h"
#include "told_sql.h"

extern const char modules_employment_migrations_0001_jobs_text[];
extern const char modules_employment_migrations_0002_jobless_text[];
extern const char modules_employment_migrations_0003_help_text[];
extern const char modules_employment_migrations_0004_extension_text[];
extern const char modules_employment_migrations_0005_premium_text[];
extern const char modules_employment_migrations_0006_hire_text[];
extern const char modules_employment_migrations_0007_remit_text[];
extern const char modules_employment_migrations_0008_staff_text[];
extern const char modules_employment_migrations_0009_told_text[];
extern const char modules_employment_functions_text[];
extern const char modules_employment_demand_functions_text[];
extern const char modules_employment_jobless_functions_text[];
extern const char modules_employment_help_functions_text[];
extern const char modules_employment_staff_functions_text[];
extern const char modules_employment_premium_functions_text[];
extern const char modules_employment_told_functions_text[];

static const struct migration migrations[] = {
	{ 1, "jobs", modules_employment_migrations_0001_jobs_text },
	{ 2, "jobless", modules_employment_migrations_0002_jobless_text },
	{ 3, "help", modules_employment_migrations_0003_help_text },
	{ 4, "extension", modules_employment_migrations_0004_extension_text },
	{ 5, "premium", modules_employment_migrations_0005_premium_text },
	{ 6, "hire", modules_employment_migrations_0006_hire_text },
	{ 7, "remit", modules_employment_migrations_0007_remit_text },
	{ 8, "staff", modules_employment_migrations_0008_staff_text },
	{ 9, "told", modules_employment_migrations_0009_told_text },
	{ 0 }
};

static const char *const functions[] = { modules_employment_functions_text,
					 modules_employment_demand_functions_text,
					 modules_employment_jobless_functions_text,
					 modules_employment_staff_functions_text,
					 modules_employment_help_functions_text,
					 modules_employment_premium_functions_text,
					 modules_employment_told_functions_text,
					 NULL };

static const struct fact_column facts[] = {
	{ "scheme", "text", "code", N_("scheme"), "employee resident" },
	{ "category", "text", "code", N_("category"),
	  "male60 female55 female50 resident" },
	{ "status", "text", "code", N_("status"),
	  "contributing unemployed lapsed retired none moved" },
	{ "enrolled_on", "date", "day", N_("enrolled") },
	{ "months_before", "int", "months", N_("months in the register") },
	{ "account_fen", "bigint", "fen", N_("personal account") },
	{ "unemployed_since", "date", "day", N_("unemployed since") },
	{ "months_total", "int", "months", N_("months paid") },
	{ "last_contributed", "int", "period", N_("last month paid") },
	{ 0 }
};

/* The register's months end where the payroll files begin.  Months that another place
 * counts now, or that were paid twice, are kept beside those that count. */
static const char fact_select[] =
    "select person_id, e.scheme, e.category, e.status, e.valid_from, e.months_before,"
    " e.account_fen, e.unemployed_since,"
    " coalesce(e.months_before, 0) + coalesce(c.months, 0), c.period,"
    " null::date as facts_until"
    " from (select distinct on (person_id) * from enrolment {todo}"
    "  order by person_id, valid_from desc) e"
    " full join (select person_id, count(distinct period)::int as months,"
    "  max(period) as period from contribution {todo}"
    "  where scheme not in ('moved', 'double') group by person_id) c"
    " using (person_id)";

static const char fact_sources[] =
    "select person_id, unnest(array['scheme', 'category', 'status', 'enrolled_on',"
    "  'months_before', 'account_fen', 'months_total']) as fact,"
    " unnest(array[scheme, category, status, valid_from::text, months_before::text,"
    "  account_fen::text, months_before::text]) as value, valid_from as day, batch_id,"
    " line from enrolment"
    " union all"
    " select person_id, unnest(array['months_total', 'last_contributed']),"
    "  unnest(array['1', period::text]), to_date(period::text, 'YYYYMM'), batch_id, line"
    " from contribution where scheme not in ('moved', 'double')"
    " union all"
    " select person_id, 'unemployed_since', unemployed_since::text, unemployed_since,"
    "  batch_id, line from enrolment where unemployed_since is not null";

static const struct fact_set fact_sets[] = {
	{ "person", facts, fact_select, fact_sources },
	{ "person", jobless_facts, jobless_select, NULL },
	{ "person", help_difficulty_facts, help_difficulty_select, NULL },
	{ "person", help_subsidy_facts, help_subsidy_select, NULL },
	{ "person", premium_facts, premium_select, NULL },
	{ 0 }
};

static const struct field contribution_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "period", FIELD_PERIOD, .most = "today+31" },
	{ "base", FIELD_MONEY, .positive = true },
	{ "amount", FIELD_MONEY },
	{ 0 }
};

/* Payrolls are of employees; residents pay once a year at the counter. */
static const struct kept_column contribution_columns[] = {
	{ "period", KEPT_KEY }, { "scheme", KEPT_KEY, "'employee'" },
	{ "base_fen", KEPT_VALUE, "base" }, { "amount_fen", KEPT_VALUE, "amount" },
	{ 0 }
};

static const struct kept_column enrolment_columns[] = {
	{ "scheme", KEPT_KEY }, { "valid_from", KEPT_KEY, "start_date" },
	{ "category", KEPT_VALUE, "coalesce(category, '')" }, { "status", KEPT_VALUE },
	{ "months_before", KEPT_VALUE, "coalesce(months, 0)::int" },
	{ "account_fen", KEPT_VALUE, "coalesce(account, 0)" },
	{ "unemployed_since", KEPT_VALUE },
	{ 0 }
};

static const struct keep contribution_keeps[] = {
	{ "contribution", contribution_columns, .is_decided = true }, { 0 }
};
static const struct keep enrolment_keeps[] = {
	{ "enrolment", enrolment_columns,
	  "scheme is not null and start_date is not null", "true",
	  N_("scheme"), "true", .is_decided = true },
	{ 0 }
};

static const struct feed_step feed_steps[] = {
	{ "register", NULL, enrolment_keeps }, { 0 }
};

static const struct match matches[] = {
	{ "person_id", N_("person"), "id_no", .name = "name" }, { 0 }
};

static const struct stmt *const take_vacancies[] = { &JOBS_VACANCIES_TAKE, NULL };

static const struct feed feeds[] = {
	{ "contribution", N_("contributions paid by employers"), contribution_fields,
	  matches, NULL, 31, .keeps = contribution_keeps },
	{ "job_seeker", N_("persons who look for work"), jobs_seeker_fields, jobs_matches,
	  NULL, 7, .keeps = jobs_seeker_keeps },
	{ "vacancy", N_("vacancies of employers"), jobs_vacancy_fields, NULL,
	  take_vacancies, 7 },
	{ "training", N_("courses of persons who learn an occupation"),
	  help_training_fields, matches, NULL, 92, .keeps = help_training_keeps },
	{ "premium_answer", N_("answers of the collecting office"), premium_answer_fields,
	  matches, NULL, 62, .keeps = premium_answer_keeps,
	  .before = premium_answer_before },
	{ "jobless_told", N_("what ends unemployment benefit, told by other offices"),
	  told_fields, matches, NULL, 31, .keeps = told_keeps },
	{ 0 }
};

static const struct column notices_columns[] = {
	{ .col = EMPLOYMENT_NOTICES_DUE, .title = N_("Due"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = EMPLOYMENT_NOTICES_NAME, .title = N_("Name"), .width = 12 },
	{ .col = EMPLOYMENT_NOTICES_REGION, .title = N_("Area"), .width = 12,
	  .gives_way = 1 },
	{ .col = EMPLOYMENT_NOTICES_SAY, .title = N_("Why"), .kind = COLUMN_SAY },
	{ 0 }
};

static const int notices_args[] = { EMPLOYMENT_NOTICES_PERSON_ID,
				    EMPLOYMENT_NOTICES_RULE_ID, EMPLOYMENT_NOTICES_CAUSE,
				    -1 };

static const struct section notices_sections[] = {
	{ .title = N_("Work and missing months"), .stmt = &EMPLOYMENT_NOTICES,
	  .columns = notices_columns, .opens = "task", .args = notices_args },
	{ 0 }
};

static const int claims_args[] = { JOBLESS_CLAIMS_PERSON_ID, -1 };
static const struct section claims_sections[] = {
	{ .title = N_("Claims for unemployment benefit"), .stmt = &JOBLESS_CLAIMS,
	  .columns = jobless_claim_columns, .opens = "person", .args = claims_args },
	{ 0 }
};
static const struct screen screens[] = {
	{ .name = "employment", .title = N_("Work and missing months"),
	  .sections = notices_sections },
	{ .name = "vacancies", .title = N_("Vacancies"), .kind = SCREEN_LIST,
	  .sections = jobs_list_sections, .paging = &jobs_list_paging,
	  .filters = jobs_list_filters,
	  .empty = N_("vacancies of employers: they come by file") },
	{ .name = "vacancy", .title = N_("Vacancy"), .sections = jobs_page_sections,
	  .actions = jobs_page_actions, .named_arg = 1 },
	{ .name = "demand", .title = N_("Demand by occupation"),
	  .sections = demand_list_sections,
	  .empty = N_("posts and seekers by occupation: they come with the files of "
		      "vacancies and seekers") },
	{ .name = "demand.occupation", .title = N_("Demand"),
	  .sections = demand_course_sections, .named_by = "about" },
	{ .name = "jobless", .title = N_("Claim for unemployment benefit"),
	  .kind = SCREEN_FORM, .job = "clerk", .sections = jobless_form_sections,
	  .form = &jobless_form },
	{ .name = "told", .title = N_("What ends unemployment benefit"),
	  .kind = SCREEN_FORM, .job = "clerk", .sections = jobless_form_sections,
	  .form = &told_form },
	{ .name = "jobless_claims", .title = N_("Claims for unemployment benefit"),
	  .sections = claims_sections },
	{ .name = "difficulty", .title = N_("Difficulty in finding work"),
	  .kind = SCREEN_FORM, .job = "clerk", .sections = help_form_sections,
	  .form = &help_form },
	{ .name = "subsidy", .title = N_("Claim for a subsidy"), .kind = SCREEN_FORM,
	  .job = "clerk", .sections = help_subsidy_sections, .form = &help_own_form },
	{ .name = "employer_subsidy", .title = N_("An employer's claim for a subsidy"),
	  .kind = SCREEN_FORM, .job = "clerk", .sections = help_subsidy_sections,
	  .form = &help_employer_form },
	{ .name = "difficulties", .title = N_("Difficulty in finding work"),
	  .sections = help_list_sections },
	{ .name = "premiums", .title = N_("Contributions by the fund"),
	  .sections = premium_list_sections, .actions = premium_list_actions,
	  .empty = N_("lists for the collecting office: steward employment premium "
		      "make") },
	{ .name = "premium.list", .title = N_("Contributions by the fund"),
	  .sections = premium_row_sections, .named_arg = 1 },
	{ 0 }
};

static const struct finder finders[] = {
	{ "employment.referral", N_("referral to a vacancy"),
	  "Employment Promotion Law, art. 35", NULL, "referral", NULL, &JOBS_FOUND },
	{ "employment.difficulty_review", N_("difficulty is to be looked at anew"),
	  "Employment Promotion Law, art. 52", NULL, "difficulty_review", NULL,
	  &HELP_REVIEWS },
	{ "employment.subsidy_back", N_("a subsidy was not due"),
	  "Employment Promotion Law, art. 52; notices of the places", NULL,
	  "subsidy_back", NULL, &HELP_BACK },
	{ "employment.hire_back", N_("a subsidy to an employer was not due"),
	  "Employment Promotion Law, art. 52; notices of the places", NULL, "hire_back",
	  NULL, &HELP_HIRE_BACK },
	{ "employment.premium_twice", N_("the fund pays what somebody else has paid"),
	  "Social Insurance Law, art. 48 and 51", NULL, "premium_twice", NULL,
	  &PREMIUM_FOUND },
	{ "employment.ground_gone", N_("what the benefit was ended for was taken back"),
	  "Social Insurance Law, art. 51", NULL, "jobless_ground", NULL, &TOLD_GONE,
	  .reads_found = true },
	{ 0 }
};
static const struct task_type task_types[] = {
	{ "referral", N_("referral to a vacancy"), "clerk", jobs_referral_moves,
	  .finders_only = true },
	{ "jobless", N_("claim for unemployment benefit"), "clerk", jobless_claim_moves },
	{ "jobless_stop", N_("end of unemployment benefit"), "clerk",
	  jobless_stop_moves },
	{ "jobless_ground", N_("end of unemployment benefit without its ground"),
	  "clerk", told_gone_moves, .finders_only = true },
	{ "jobless_amount", N_("unemployment benefit of another amount"), "clerk",
	  jobless_amount_moves },
	{ "jobless_extension", N_("unemployment benefit until the statutory age"),
	  "clerk", jobless_extension_moves },
	{ "difficulty", N_("difficulty in finding work"), "clerk",
	  help_difficulty_moves },
	{ "difficulty_review", N_("review of a difficulty"), "clerk", help_review_moves,
	  .finders_only = true },
	{ "subsidy", N_("claim for a subsidy"), "clerk", help_subsidy_moves },
	{ "subsidy_back", N_("subsidy to be taken back"), "clerk", help_back_moves,
	  .finders_only = true },
	{ "hire_back", N_("employer's subsidy to be taken back"), "clerk",
	  help_back_moves, .finders_only = true },
	{ "premium", N_("contributions that the fund pays"), "clerk", premium_moves },
	{ "premium_twice", N_("a month that is paid twice"), "clerk", premium_twice_moves,
	  .finders_only = true },
	{ 0 }
};

static const struct command commands[] = {
	{ "screen.employment", N_("persons out of work or short of months"),
	  .opens = "employment", .code = "em" },
	{ "screen.vacancies", N_("vacancies of employers"), .opens = "vacancies",
	  .code = "va" },
	{ "screen.demand", N_("posts and seekers by occupation, and the next months"),
	  .opens = "demand", .code = "oc" },
	{ "screen.jobless", N_("claims for unemployment benefit that wait"),
	  .opens = "jobless_claims", .code = "ub" },
	{ "screen.difficulty", N_("who has difficulty in finding work"),
	  .opens = "difficulties", .code = "df" },
	{ "screen.premiums", N_("contributions that the fund pays: lists"),
	  .opens = "premiums", .code = "pl" },
	{ 0 }
};

static const struct column schemes_columns[] = {
	{ .col = EMPLOYMENT_SCHEMES_SCHEME,
	  .title = N_("Scheme"),
	  .kind = COLUMN_LABEL,
	  .width = 10 },
	{ .col = EMPLOYMENT_SCHEMES_CATEGORY,
	  .title = N_("Category"),
	  .kind = COLUMN_LABEL,
	  .width = 9,
	  .gives_way = 2 },
	{ .col = EMPLOYMENT_SCHEMES_STATUS,
	  .title = N_("Status"),
	  .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = EMPLOYMENT_SCHEMES_VALID_FROM,
	  .title = N_("From"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = EMPLOYMENT_SCHEMES_VALID_TO,
	  .title = N_("To"),
	  .kind = COLUMN_DAY,
	  .width = 10,
	  .gives_way = 1 },
	{ .col = EMPLOYMENT_SCHEMES_ACCOUNT_FEN,
	  .title = N_("Account"),
	  .kind = COLUMN_MONEY,
	  .width = 11,
	  .gives_way = 3 },
	{ .col = EMPLOYMENT_SCHEMES_FILE, .title = N_("File"), .gives_way = 5 },
	{ .col = EMPLOYMENT_SCHEMES_LINE,
	  .title = N_("Line"),
	  .kind = COLUMN_COUNT,
	  .width = 7,
	  .gives_way = 4 },
	{ 0 }
};

static const struct column person_columns[] = {
	{ .col = EMPLOYMENT_PERSON_PERIOD, .title = N_("Month"), .kind = COLUMN_PERIOD,
	  .width = 7 },
	{ .col = EMPLOYMENT_PERSON_SCHEME, .title = N_("Scheme"), .kind = COLUMN_LABEL,
	  .width = 10, .gives_way = 1 },
	{ .col = EMPLOYMENT_PERSON_BASE_FEN, .title = N_("Base"), .kind = COLUMN_MONEY,
	  .width = 12 },
	{ .col = EMPLOYMENT_PERSON_AMOUNT_FEN, .title = N_("Amount"),
	  .kind = COLUMN_MONEY, .width = 12 },
	{ .col = EMPLOYMENT_PERSON_FILE, .title = N_("File") },
	{ .col = EMPLOYMENT_PERSON_LINE, .title = N_("Line"), .kind = COLUMN_COUNT,
	  .width = 7 },
	{ 0 }
};

static const struct column since_columns[] = {
	{ .col = JOBLESS_SINCE_STATUS,
	  .title = N_("Status"),
	  .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = JOBLESS_SINCE_SINCE, .title = N_("Since"), .kind = COLUMN_DAY },
	{ 0 }
};
static const struct section person_sections[] = {
	{ .title = N_("Schemes"), .stmt = &EMPLOYMENT_SCHEMES,
	  .columns = schemes_columns },
	{ .title = N_("Contributions"), .stmt = &EMPLOYMENT_PERSON,
	  .columns = person_columns },
	{ .title = N_("Unemployment benefit"), .stmt = &JOBLESS_CLAIMS,
	  .columns = jobless_claim_columns },
	{ .title = N_("What ends the benefit"), .stmt = &TOLD_OF,
	  .columns = told_columns },
	{ .title = N_("Contributions by the fund"), .stmt = &PREMIUM_OF,
	  .columns = premium_of_columns },
	{ .title = N_("Difficulty in finding work"), .stmt = &HELP_DIFFICULTIES,
	  .columns = help_difficulty_columns },
	{ .title = N_("Measures"), .stmt = &HELP_MEASURES,
	  .columns = help_measure_columns },
	{ .title = N_("Subsidies"), .stmt = &HELP_SUBSIDIES,
	  .columns = help_subsidy_columns },
	{ .name = "jobless", .title = N_("Out of work"), .stmt = &JOBLESS_SINCE,
	  .columns = since_columns },
	{ 0 }
};

static const struct stmt *const *const statements[] = {
	modules_employment_employment_statements, modules_employment_jobs_statements,
	modules_employment_jobless_statements, modules_employment_help_statements,
	modules_employment_premium_statements, modules_employment_demand_statements,
	modules_employment_told_statements, NULL
};

const struct module steward_module = {
	.interface = STEWARD_INTERFACE,
	.size = sizeof(struct module),
	.name = "employment",
	.title = N_("employment"),
	.migrations = migrations,
	.functions = functions,
	.facts = fact_sets,
	.finders = finders,
	.feeds = feeds,
	.feed_steps = feed_steps,
	.task_types = task_types,
	.screens = screens,
	.person_sections = person_sections,
	.person_actions = jobless_person_actions,
	.commands = commands,
	.figure_sources = jobs_sources,
	.indicators = employment_indicators,
	.remits = premium_remits,
	.verbs = jobs_verbs,
	.statements = statements,
};
