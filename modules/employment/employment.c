/* Employment: membership of a scheme, months paid in, who will not have enough of them,
 * and who is out of work for long. */
#include "steward.h"

#include <stddef.h>

#include "employment_sql.h"
#include "jobless.h"
#include "jobless_sql.h"
#include "jobs.h"
#include "jobs_sql.h"

extern const char modules_employment_migrations_0001_jobs_text[];
extern const char modules_employment_migrations_0002_jobless_text[];
extern const char modules_employment_functions_text[];
extern const char modules_employment_jobless_functions_text[];

static const struct migration migrations[] = {
	{ 1, "jobs", modules_employment_migrations_0001_jobs_text },
	{ 2, "jobless", modules_employment_migrations_0002_jobless_text },
	{ 0 }
};

static const char *const functions[] = { modules_employment_functions_text,
					 modules_employment_jobless_functions_text,
					 NULL };

static const struct fact_column facts[] = {
	{ "scheme", "text", "code", N_("scheme") },
	{ "category", "text", "code", N_("category") },
	{ "status", "text", "code", N_("status") },
	{ "enrolled_on", "date", "day", N_("enrolled") },
	{ "months_before", "int", "months", N_("months in the register") },
	{ "account_fen", "bigint", "fen", N_("personal account") },
	{ "unemployed_since", "date", "day", N_("unemployed since") },
	{ "months_total", "int", "months", N_("months paid") },
	{ "last_contributed", "int", "period", N_("last month paid") },
	{ 0 }
};

/* The register's months end where the payroll files begin. */
static const char fact_select[] =
    "select person_id, e.scheme, e.category, e.status, e.valid_from, e.months_before,"
    " e.account_fen, e.unemployed_since,"
    " coalesce(e.months_before, 0) + coalesce(c.months, 0), c.period,"
    " null::date as facts_until"
    " from (select distinct on (person_id) * from enrolment {todo}"
    "  order by person_id, valid_from desc) e"
    " full join (select person_id, count(distinct period)::int as months,"
    "  max(period) as period from contribution {todo} group by person_id) c"
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
    " from contribution"
    " union all"
    " select person_id, 'unemployed_since', unemployed_since::text, unemployed_since,"
    "  batch_id, line from enrolment where unemployed_since is not null";

static const struct fact_set fact_sets[] = {
	{ "person", facts, fact_select, fact_sources },
	{ "person", jobless_facts, jobless_select, NULL },
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
	{ "contribution", contribution_columns }, { 0 }
};
static const struct keep enrolment_keeps[] = {
	{ "enrolment", enrolment_columns,
	  "scheme is not null and start_date is not null", "true",
	  N_("scheme"), "true" },
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
	  .filters = jobs_list_filters },
	{ .name = "vacancy", .title = N_("Vacancy"), .sections = jobs_page_sections,
	  .actions = jobs_page_actions, .named_arg = 1 },
	{ .name = "jobless", .title = N_("Claim for unemployment benefit"),
	  .kind = SCREEN_FORM, .job = "clerk", .sections = jobless_form_sections,
	  .form = &jobless_form },
	{ .name = "jobless_claims", .title = N_("Claims for unemployment benefit"),
	  .sections = claims_sections },
	{ 0 }
};

static const struct finder finders[] = {
	{ "employment.referral", N_("referral to a vacancy"),
	  "Employment Promotion Law, art. 35", NULL, "referral", NULL, &JOBS_FOUND },
	{ 0 }
};
static const struct task_type task_types[] = {
	{ "referral", N_("referral to a vacancy"), "clerk", jobs_referral_moves,
	  .finders_only = true },
	{ "jobless", N_("claim for unemployment benefit"), "clerk", jobless_claim_moves },
	{ "jobless_stop", N_("end of unemployment benefit"), "clerk",
	  jobless_stop_moves },
	{ 0 }
};

static const struct command commands[] = {
	{ "screen.employment", N_("persons out of work or short of months"),
	  .opens = "employment", .code = "em" },
	{ "screen.vacancies", N_("vacancies of employers"), .opens = "vacancies",
	  .code = "va" },
	{ "screen.jobless", N_("claims for unemployment benefit that wait"),
	  .opens = "jobless_claims", .code = "ub" },
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
	{ .name = "jobless", .title = N_("Out of work"), .stmt = &JOBLESS_SINCE,
	  .columns = since_columns },
	{ 0 }
};

#define MONTH(day)                                                                       \
	day " >= date_trunc('month', $today)::date and " day " <= $today"

static const struct indicator indicators[] = {
	{ "B4", N_("Dependency ratio"),
	  N_("Pensioners in payment for a hundred who pay in."), "person",
	  .filter = "f.pension_status = 'paid' and f.held_for is null",
	  .per = "f.status = 'contributing'", .unit = "%", .owner = "manager",
	  .less_is_better = true },
	{ "B2", N_("Contributors"), N_("Persons the register has as paying in."),
	  "person", .filter = "f.status = 'contributing'", .unit = "persons",
	  .owner = "manager" },
	{ "B8", N_("Lapsed contrib."),
	  N_("Persons who paid in, have to, and have not for three months."), "person",
	  .filter = "f.status = 'contributing' and f.last_contributed <"
		    " to_char($today - interval '3 months', 'YYYYMM')::int",
	  .per = "f.status = 'contributing' and f.last_contributed is not null",
	  .unit = "%", .owner = "manager", .less_is_better = true },
	{ "G1", N_("Unemployed"),
	  N_("Registered unemployed among employees who pay in and the unemployed."),
	  "person", .filter = "f.status = 'unemployed'",
	  .per = "f.status = 'unemployed' or"
		 " (f.status = 'contributing' and f.scheme = 'employee')",
	  .unit = "%", .owner = "manager", .less_is_better = true },
	{ "G2", N_("Unemployed 6 mon.+"),
	  N_("Registered unemployed for six months and more."), "person",
	  .filter = "f.status = 'unemployed' and"
		    " (f.unemployed_since + interval '6 months')::date <= $today",
	  .unit = "persons", .owner = "manager", .less_is_better = true },
	{ "G3", N_("Posts by seekers"),
	  N_("Posts offered this quarter for a hundred persons who look for work."),
	  "vacancy",
	  .filter = "v.posted_on <= $today and"
		    " v.expires_on >= date_trunc('quarter', $today)::date",
	  .sum = "v.posts", .share_of = "G3s", .unit = "%", .owner = "manager" },
	{ "G3s", N_("Looking for work"),
	  N_("Persons who look for work, or were placed this quarter."), "seeker",
	  .filter = "v.stand = 'seeking' or v.stand = 'placed' and"
		    " v.placed_on >= date_trunc('quarter', $today)::date",
	  .unit = "persons", .owner = "manager" },
	{ "G5", N_("Referral yield"),
	  N_("Referrals that ended in work, of those that ended this month."), "referral",
	  .filter = "v.outcome = 'placed' and " MONTH("v.done_on"),
	  .per = MONTH("v.done_on"), .unit = "%", .owner = "manager" },
	{ "G7", N_("Days to fill"),
	  N_("Middle number of days from the posting of a vacancy until it was filled, "
	     "of those filled this month."),
	  "vacancy", .filter = MONTH("v.filled_on"),
	  .median = "v.filled_on - v.posted_on", .unit = "days", .owner = "manager",
	  .less_is_better = true },
	{ "G8", N_("Benefit and work"),
	  N_("Persons paid unemployment benefit this month for a month in which an "
	     "employer paid contributions for them."),
	  "overlap", .filter = "v.period = to_char($today, 'YYYYMM')::int",
	  .unit = "persons", .owner = "manager", .less_is_better = true },
	{ 0 }
};

static const struct stmt *const *const statements[] = {
	modules_employment_employment_statements, modules_employment_jobs_statements,
	modules_employment_jobless_statements, NULL
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
	.indicators = indicators,
	.verbs = jobs_verbs,
	.statements = statements,
};
