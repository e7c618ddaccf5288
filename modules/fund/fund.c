/* The fund: what comes in and goes out, what each scheme has, what units owe, and whether
 * all of it fits what the payment runs sent. */
#include "steward.h"

#include <stddef.h>

#include "fund_sql.h"
#include "bureau.h"
#include "bureau_sql.h"
#include "employer.h"
#include "employer_sql.h"
#include "retention.h"
#include "retention_sql.h"
#include "units.h"
#include "units_sql.h"
#include "verb.h"

extern const char modules_fund_migrations_0001_fund_text[];
extern const char modules_fund_migrations_0002_units_text[];
extern const char modules_fund_migrations_0003_requests_text[];
extern const char modules_fund_functions_text[];
extern const char modules_fund_bureau_functions_text[];
extern const char modules_fund_migrations_0004_retention_text[];
extern const char modules_fund_retention_functions_text[];
extern const char modules_fund_migrations_0005_employer_text[];

static const struct migration migrations[] = {
	{ 1, "fund", modules_fund_migrations_0001_fund_text },
	{ 2, "units", modules_fund_migrations_0002_units_text },
	{ 3, "requests", modules_fund_migrations_0003_requests_text },
	{ 4, "retention", modules_fund_migrations_0004_retention_text },
	{ 5, "employer", modules_fund_migrations_0005_employer_text },
	{ 0 }
};

static const char *const functions[] = { modules_fund_functions_text,
					 modules_fund_bureau_functions_text,
					 modules_fund_retention_functions_text, NULL };

#define SCHEMES "employee resident public unemployment injury medical care"

/* "benefit" is what the runs pay; "returned" is what banks sent back of it; "allotted" is
 * what the finance bureau lets out of the fund for a request, whose number is the
 * project: neither income nor outgo. */
static const struct field flow_fields[] = {
	{ "day", FIELD_DAY, .most = "today" },
	{ "scheme", FIELD_CODE, .codes = SCHEMES },
	{ "flow", FIELD_CODE,
	  .codes = "contribution subsidy interest transfer_in recovered other_in benefit"
		   " returned transfer_out other_out allotted" },
	{ "project", FIELD_TEXT, .optional = true },
	{ "amount", FIELD_MONEY },
	{ 0 }
};

static const struct field balance_fields[] = {
	{ "day", FIELD_DAY, .most = "today" },
	{ "scheme", FIELD_CODE, .codes = SCHEMES },
	{ "balance", FIELD_MONEY },
	{ 0 }
};

static const struct field levy_fields[] = {
	{ "unit_no", FIELD_NAME },
	{ "unit", FIELD_NAME },
	{ "period", FIELD_PERIOD, .most = "today+31" },
	{ "scheme", FIELD_CODE, .codes = SCHEMES },
	{ "assessed", FIELD_MONEY },
	{ "paid", FIELD_MONEY },
	{ "insured", FIELD_COUNT, .optional = true, .may_lack = true },
	{ "region", FIELD_REF, .table = "region", .column = "region_code",
	  .optional = true, .may_lack = true },
	{ 0 }
};

static const struct stmt *const apply_flows[] = { &FUND_FLOWS, NULL };
static const struct stmt *const apply_balances[] = { &FUND_BALANCES, NULL };
static const struct stmt *const apply_levies[] = { &FUND_LEVIES, &EMPLOYER_TOLD,
						   &EMPLOYER_TOUCH, NULL };
static const struct stmt *const apply_answers[] = { &FUND_ANSWERS, NULL };

static const struct feed feeds[] = {
	{ "fund", N_("the fund account, day by day"), flow_fields, NULL, apply_flows, 1 },
	{ "fund_balance", N_("what the fund has"), balance_fields, NULL, apply_balances,
	  31 },
	{ "levy", N_("contributions assessed and paid"), levy_fields, NULL, apply_levies,
	  31 },
	{ "fund_answer", N_("answers of the finance bureau"), bureau_fields, NULL,
	  apply_answers, 366 },
	{ 0 }
};

#define LAW                                                                              \
	"Social Insurance Law, art. 64 to 66;"                                           \
	" Rules on the Finances of Social Insurance Funds 2017"

#define REFUND                                                                           \
	"Regulations on Unemployment Insurance; yearly notices of the ministry and of"   \
	" the places"

/* Judged as a whole by its own rules; a task about one is about no person. */
static const struct subject subjects[] = {
	{ "employer", N_("employer"), "employer", .screen = "employer",
	  .number = "unit_no" },
	{ 0 }
};
static const struct fact_set fact_sets[] = {
	{ "employer", employer_facts, employer_select, employer_sources }, { 0 }
};

static const struct finder finders[] = {
	{ "fund.differs", N_("account and runs differ"), LAW, NULL, "fund_check", NULL,
	  &FUND_DIFFERS, .nightly = true },
	{ "fund.unusual", N_("unusual flow of the fund"), LAW, NULL, "fund_check",
	  "fund.times fund.least_share fund.least_months", &FUND_STRAYS,
	  .nightly = true },
	{ "fund.unanswered", N_("request without an answer"), LAW, NULL, "fund_check",
	  "fund.answer_days", &BUREAU_FOUND, .nightly = true },
	{ "fund.granted", N_("granted otherwise than asked"), LAW, NULL, "fund_check",
	  NULL, &BUREAU_FOUND, .nightly = true },
	{ "fund.received", N_("received otherwise than granted"), LAW, NULL,
	  "fund_check", "fund.receive_days", &BUREAU_FOUND, .nightly = true },
	{ "fund.moved", N_("request for a run that changed"), LAW, NULL, "fund_check",
	  NULL, &BUREAU_FOUND, .nightly = true },
	{ "fund.retention", N_("refund for kept posts"), REFUND, NULL, "retention", NULL,
	  &RETENTION_FOUND },
	{ "fund.retention_back", N_("a refund rests on more than was paid"), REFUND, NULL,
	  "retention_back", NULL, &RETENTION_BACK },
	{ 0 }
};

static const struct move check_moves[] = {
	{ "open", "settle", "done", "manager", MOVE_CLOSE, NULL, "s",
	  N_("settle: it is known why") },
	{ "open", "dismiss", "dismissed", "manager", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: nothing to do") },
	{ 0 }
};

static const struct task_type task_types[] = {
	{ "fund_check", N_("the fund's books"), "manager", check_moves },
	{ "unit_check", N_("employer to be asked"), "clerk", units_moves },
	{ "retention", N_("refund for kept posts"), "clerk", retention_moves,
	  .finders_only = true },
	{ "retention_back", N_("refund that rests on too much"), "clerk",
	  retention_back_moves, .finders_only = true },
	{ 0 }
};

static const struct column list_columns[] = {
	{ .col = FUND_LIST_SCHEME, .title = N_("Scheme"), .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = FUND_LIST_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = FUND_LIST_BALANCE_FEN, .title = N_("Balance"), .kind = COLUMN_MONEY,
	  .width = 18 },
	{ .col = FUND_LIST_MONTH_FEN, .title = N_("Outgo a month"), .kind = COLUMN_MONEY,
	  .width = 16, .gives_way = 2 },
	{ .col = FUND_LIST_MONTHS, .title = N_("Months"), .width = 8 },
	{ .col = FUND_LIST_RATIO, .title = N_("Reserve %"), .width = 9, .gives_way = 1 },
	{ 0 }
};

static const struct column odd_columns[] = {
	{ .col = FUND_ODD_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = FUND_ODD_SCHEME, .title = N_("Scheme"), .kind = COLUMN_LABEL,
	  .width = 8 },
	{ .col = FUND_ODD_FLOW, .title = N_("Flow"), .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = FUND_ODD_AMOUNT_FEN, .title = N_("Amount"), .kind = COLUMN_MONEY,
	  .width = 13 },
	{ .col = FUND_ODD_LEAST_FEN, .title = N_("From"), .kind = COLUMN_MONEY,
	  .width = 13 },
	{ .col = FUND_ODD_MOST_FEN, .title = N_("To"), .kind = COLUMN_MONEY,
	  .width = 13 },
	{ 0 }
};

static const struct column compare_columns[] = {
	{ .col = FUND_COMPARE_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = FUND_COMPARE_SCHEME, .title = N_("Scheme"), .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = FUND_COMPARE_SENT_FEN, .title = N_("Sent"), .kind = COLUMN_MONEY,
	  .width = 16 },
	{ .col = FUND_COMPARE_TOLD_FEN, .title = N_("The account"), .kind = COLUMN_MONEY,
	  .width = 16 },
	{ .col = FUND_COMPARE_LEFT_FEN, .title = N_("Difference"), .kind = COLUMN_MONEY,
	  .width = 14 },
	{ 0 }
};

static const struct column needed_columns[] = {
	{ .col = FUND_NEEDED_PERIOD, .title = N_("Month"), .kind = COLUMN_PERIOD,
	  .width = 7 },
	{ .col = FUND_NEEDED_SCHEME, .title = N_("Scheme"), .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = FUND_NEEDED_LINES, .title = N_("Lines"), .kind = COLUMN_COUNT,
	  .width = 8 },
	{ .col = FUND_NEEDED_AMOUNT_FEN, .title = N_("Needed"), .kind = COLUMN_MONEY,
	  .width = 16 },
	{ .col = FUND_NEEDED_BALANCE_FEN, .title = N_("Balance"), .kind = COLUMN_MONEY,
	  .width = 16, .gives_way = 1 },
	{ .col = FUND_NEEDED_SHORT_FEN, .title = N_("Short"), .kind = COLUMN_MONEY,
	  .width = 14 },
	{ 0 }
};

static const struct column collected_columns[] = {
	{ .col = FUND_COLLECTED_PERIOD, .title = N_("Month"), .kind = COLUMN_PERIOD,
	  .width = 7 },
	{ .col = FUND_COLLECTED_SCHEME, .title = N_("Scheme"), .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = FUND_COLLECTED_ASSESSED_FEN, .title = N_("Assessed"),
	  .kind = COLUMN_MONEY, .width = 16 },
	{ .col = FUND_COLLECTED_AFTER0, .title = N_("In time %"), .width = 9 },
	{ .col = FUND_COLLECTED_AFTER1, .title = N_("+1 month"), .width = 8,
	  .gives_way = 1 },
	{ .col = FUND_COLLECTED_AFTER3, .title = N_("+3 months"), .width = 9,
	  .gives_way = 1 },
	{ .col = FUND_COLLECTED_LEFT_FEN, .title = N_("Left"), .kind = COLUMN_MONEY,
	  .width = 14 },
	{ 0 }
};

static const struct section fund_sections[] = {
	{ .title = N_("What the fund has"), .stmt = &FUND_LIST, .columns = list_columns },
	{ .title = N_("Unusual flows"), .stmt = &FUND_ODD, .columns = odd_columns },
	{ .title = N_("Runs and account"), .stmt = &FUND_COMPARE,
	  .columns = compare_columns },
	{ .title = N_("Contributions"), .stmt = &FUND_COLLECTED,
	  .columns = collected_columns },
	{ .title = N_("Employers"), .stmt = &UNITS_ALL, .columns = units_columns },
	{ 0 }
};

static const struct screen screens[] = {
	{ .name = "fund", .title = N_("Fund"), .sections = fund_sections },
	{ .name = "fund.requests", .title = N_("Requests to the bureau"),
	  .sections = bureau_list_sections, .actions = bureau_list_actions,
	  .empty = N_("what a month's runs need: steward fund request make") },
	{ .name = "fund.request", .title = N_("Request to the bureau"),
	  .sections = bureau_one_sections, .actions = bureau_one_actions,
	  .named_arg = 1 },
	{ .name = "fund.withdraw", .title = N_("Withdraw a request"),
	  .kind = SCREEN_FORM, .sections = bureau_head_sections,
	  .form = &bureau_withdraw_form },
	{ .name = "fund.answer", .title = N_("Answer of the bureau"),
	  .kind = SCREEN_FORM, .sections = bureau_head_sections,
	  .form = &bureau_answer_form },
	{ .name = "employer", .title = N_("An employer"), .sections = employer_sections,
	  .named_by = "unit_no", .marks = employer_marks },
	{ .name = "retentions", .title = N_("Refunds for kept posts"),
	  .sections = retention_sections,
	  .empty = N_("employers that kept their posts: steward fund retention ask") },
	{ 0 }
};

static const struct command commands[] = {
	{ "screen.fund", N_("the fund's books"), .opens = "fund", .code = "fu" },
	{ "screen.fund_requests", N_("what the finance bureau was asked for"),
	  .opens = "fund.requests", .code = "fr" },
	{ "screen.retentions", N_("refunds to employers that kept their posts"),
	  .opens = "retentions", .code = "rf" },
	{ 0 }
};

static const struct column flow_rows[] = {
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_PLACE, .title = N_("Flow"), .width = 30 },
	{ .col = BEHIND_SAY, .title = N_("Yuan"), .width = 20 },
	{ 0 }
};

static const struct column unit_rows[] = {
	{ .col = BEHIND_PLACE, .title = N_("Unit"), .width = 30 },
	{ .col = BEHIND_DAY, .title = N_("Month"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_SAY, .title = N_("Yuan"), .width = 20 },
	{ 0 }
};

static const struct figure_source figure_sources[] = {
	{ "fund_scheme", "fund_schemes() s", "s.scheme text", NULL, .day = "s.day",
	  .place = "s.scheme", .say = "yuan_text(s.balance_fen)", .columns = flow_rows },
	{ "fund_flow", "fund_now w",
	  "w.day date, w.scheme text, w.flow text, w.project text", NULL, .day = "w.day",
	  .place = "w.scheme || ' ' || w.flow || ' ' || w.project",
	  .say = "yuan_text(w.income_fen - w.outgo_fen)", .columns = flow_rows },
	{ "fund_unusual", "fund_unusual() u", "u.scheme text, u.flow text", NULL,
	  .mark = "'!'", .day = "u.day", .place = "u.scheme || ' ' || u.flow",
	  .say = "yuan_text(u.amount_fen)", .columns = flow_rows },
	{ "levy", "fund_levy_now v", "v.period int4, v.unit_no text, v.scheme text", NULL,
	  .day = "to_date(v.period::text, 'YYYYMM')", .place = "v.unit",
	  .say = "yuan_text(v.left_fen)", .columns = unit_rows },
	{ "unit", "fund_unit v", "v.unit_no text", NULL,
	  .day = "to_date(v.newest::text, 'YYYYMM')", .place = "v.unit",
	  .say = "concat_ws(' ', v.insured, v.before)", .columns = units_rows },
	{ 0 }
};

static const struct indicator indicators[] = {
	{ "A1", N_("Payable months"),
	  N_("What the fund has, in months of what it paid on average in a year."),
	  "fund_scheme", .filter = "true", .sum = "s.balance_fen", .per = "true",
	  .per_sum = "s.outgo_fen / 12.0", .unit = "months", .owner = "manager" },
	{ "A2", N_("Fund ratio"),
	  N_("What the fund had on the first of January, in percent of the year's cost."),
	  "fund_scheme", .filter = "true", .sum = "s.reserves_fen", .per = "true",
	  .per_sum = "s.cost_fen", .unit = "%", .owner = "manager" },
	{ "A3", N_("Income less outgo"),
	  N_("What came in less what went out, in the month of the newest statement."),
	  "fund_flow", .filter = "w.in_month", .sum = "w.income_fen - w.outgo_fen",
	  .unit = "fen", .owner = "manager" },
	{ "A3y", N_("The same, this year"),
	  N_("What came in less what went out, since the first of January."), "fund_flow",
	  .filter = "w.in_year", .sum = "w.income_fen - w.outgo_fen", .unit = "fen",
	  .owner = "manager" },
	{ "H6", N_("Incurred claims"),
	  N_("What the medical fund paid, of the contributions that came in, in the "
	     "month of the newest statement."),
	  "fund_flow",
	  .filter = "w.in_month and w.scheme = 'medical'"
		    " and w.flow in ('benefit', 'returned')",
	  .sum = "w.outgo_fen - w.income_fen",
	  .per = "w.in_month and w.scheme = 'medical' and w.flow = 'contribution'",
	  .per_sum = "w.income_fen", .unit = "%", .owner = "manager" },
	{ "A4", N_("Collected"),
	  N_("Contributions paid, of those assessed for the newest month."), "levy",
	  .filter = "v.period = (select max(period) from fund_levy_now)",
	  .sum = "v.paid_fen",
	  .per = "v.period = (select max(period) from fund_levy_now)",
	  .per_sum = "v.assessed_fen", .unit = "%", .owner = "manager" },
	{ "A5", N_("Unpaid levies"), N_("Contributions assessed, due and not paid."),
	  "levy",
	  .filter = "v.left_fen > 0 and v.months > 0", .sum = "v.left_fen", .unit = "fen",
	  .owner = "manager", .less_is_better = true },
	{ "A5m", N_("Arrears 3-12 months"),
	  N_("Of the contributions not paid those of three to twelve months ago."),
	  "levy", .filter = "v.left_fen > 0 and v.months > 3 and v.months <= 12",
	  .sum = "v.left_fen", .unit = "fen", .owner = "manager",
	  .less_is_better = true },
	{ "A5y", N_("Arrears over a year"),
	  N_("Of the contributions not paid those of more than twelve months ago."),
	  "levy", .filter = "v.left_fen > 0 and v.months > 12", .sum = "v.left_fen",
	  .unit = "fen", .owner = "manager", .less_is_better = true },
	{ "A6", N_("Subsidies in income"),
	  N_("What the state adds, of all that came in since the first of January."),
	  "fund_flow", .filter = "w.in_year and w.flow = 'subsidy'",
	  .sum = "w.income_fen", .per = "w.in_year", .per_sum = "w.income_fen",
	  .unit = "%", .owner = "manager", .less_is_better = true },
	{ "A7", N_("Subsidy projects"),
	  N_("Spent on projects, of all that was spent since the first of January."),
	  "fund_flow", .filter = "w.in_year and w.project <> ''", .sum = "w.outgo_fen",
	  .per = "w.in_year", .per_sum = "w.outgo_fen", .unit = "%", .owner = "manager" },
	{ "A8", N_("Unusual flows"),
	  N_("Flows of the newest day far from those of the same day of other months."),
	  "fund_unusual", .filter = "true", .unit = "flows", .owner = "manager",
	  .less_is_better = true },
	{ "B7", N_("Active employers"),
	  N_("Units that were assessed, or had somebody insured, within three months."),
	  "unit", .filter = "v.is_active", .unit = "units", .owner = "manager" },
	{ "B7d", N_("Dormant employers"),
	  N_("Units that are known and had nobody insured within three months."), "unit",
	  .filter = "not v.is_active", .unit = "units", .owner = "manager",
	  .less_is_better = true },
	{ "G9", N_("Shrinking employers"),
	  N_("Units whose number of insured fell by a fifth, and by ten persons at "
	     "least, within three months."),
	  "unit", .filter = "v.is_shrinking", .unit = "units", .owner = "manager",
	  .less_is_better = true },
	{ 0 }
};

static bool list(const struct verb_call *c)
{
	return c->print(c, &FUND_LIST, NULL, list_columns, NULL);
}

static bool unusual(const struct verb_call *c)
{
	return c->print(c, &FUND_ODD, NULL, odd_columns, NULL);
}

static bool compare(const struct verb_call *c)
{
	const char *day = c->option(c, "day");

	return c->print(c, &FUND_COMPARE, &day, compare_columns, NULL);
}

static bool request(const struct verb_call *c)
{
	const char *month = c->option(c, "month");

	return c->print(c, &FUND_NEEDED, &month, needed_columns, NULL);
}

static bool collected(const struct verb_call *c)
{
	return c->print(c, &FUND_COLLECTED, NULL, collected_columns, NULL);
}

static const struct option_def compare_options[] = {
	{ "day", 'd', N_("this day alone") }, { 0 }
};

static const struct option_def request_options[] = {
	{ "month", 'n', N_("newest run of this month, as 202511"), .least = 185001,
	  .most = 210012 },
	{ 0 }
};

static const struct module_verb verbs[] = {
	{ "fund list", "", N_("what each scheme has, and for how long"), 0, 0, "clerk",
	  NULL, list },
	{ "fund unusual", "", N_("flows that are not as they use to be"), 0, 0, "clerk",
	  NULL, unusual },
	{ "fund compare", "", N_("what runs sent beside what the account says"), 0, 0,
	  "clerk", compare_options, compare },
	{ "fund request", "", N_("what a run needs of each scheme"), 0, 0, "clerk",
	  request_options, request },
	{ "fund request make", "", N_("for the signed runs of a month"), 0, 0, "clerk",
	  bureau_make_options, bureau_make },
	{ "fund request approve", "NUMBER", N_("by a second person"), 1, 1, "reviewer",
	  NULL, bureau_approve },
	{ "fund request withdraw", "NUMBER WHY", N_("as long as no money came"), 2, 2,
	  "clerk", NULL, bureau_withdraw },
	{ "fund request answer", "NUMBER [SCHEME [YUAN]]",
	  N_("the bureau's answer; without an amount all is granted"), 1, 3, "clerk",
	  bureau_answer_options, bureau_answer },
	{ "fund requests", "[NUMBER]", N_("what was asked for, granted and received"), 0,
	  1, "clerk", NULL, bureau_list },
	{ "fund units", "", N_("employers, their insured and arrears"), 0, 0, "clerk",
	  units_options, units_print },
	{ "fund retention ask", "UNIT YEAR",
	  N_("receive an employer's claim for a refund because it kept its posts"), 2, 2,
	  "clerk", retention_ask_options, retention_ask },
	{ "fund retention withdraw", "UNIT YEAR", N_("the employer takes it back"), 2, 2,
	  "clerk", NULL, retention_withdraw },
	{ "fund retention work", "", N_("work out all that wait"), 0, 0, "batch", NULL,
	  retention_work },
	{ "fund retention send", "", N_("write what is to be paid to employers"), 0, 0,
	  "manager", retention_send_options, retention_send },
	{ "fund retentions", "", N_("refunds for kept posts"), 0, 0, NULL, NULL,
	  retention_list },
	{ "fund collected", "", N_("contributions paid, month by month"), 0, 0, "clerk",
	  NULL, collected },
	{ 0 }
};

static const struct stmt *const *const statements[] = {
	modules_fund_fund_statements, modules_fund_units_statements,
	modules_fund_bureau_statements, modules_fund_employer_statements,
	modules_fund_retention_statements, NULL
};

const struct module steward_module = {
	.interface = STEWARD_INTERFACE,
	.size = sizeof(struct module),
	.name = "fund",
	.title = N_("fund"),
	.migrations = migrations,
	.functions = functions,
	.subjects = subjects,
	.facts = fact_sets,
	.finders = finders,
	.feeds = feeds,
	.task_types = task_types,
	.screens = screens,
	.commands = commands,
	.figure_sources = figure_sources,
	.indicators = indicators,
	.verbs = verbs,
	.statements = statements,
};
