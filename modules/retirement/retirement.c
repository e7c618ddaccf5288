/* Retirement: pensions paid, the reminder before the statutory age, and whether a
 * pensioner is certified to be alive. */
#include "steward.h"

#include <stddef.h>

#include "application.h"
#include "application_sql.h"
#include "campaign.h"
#include "campaign_sql.h"
#include "reassess.h"
#include "retirement_sql.h"
#include "visit.h"
#include "visit_sql.h"

extern const char modules_retirement_migrations_0001_award_text[];
extern const char modules_retirement_migrations_0002_amounts_text[];
extern const char modules_retirement_migrations_0003_effects_text[];
extern const char modules_retirement_migrations_0004_application_text[];

extern const char modules_retirement_migrations_0005_campaign_text[];

extern const char modules_retirement_functions_text[];
extern const char modules_retirement_migrations_0006_visit_text[];
extern const char modules_retirement_migrations_0007_reassess_text[];
extern const char modules_retirement_migrations_0008_scheme_text[];
extern const char modules_retirement_campaign_functions_text[];
extern const char modules_retirement_visit_functions_text[];

static const char *const functions[] = { modules_retirement_functions_text,
					 modules_retirement_campaign_functions_text,
					 modules_retirement_visit_functions_text,
					 NULL };

static const struct migration migrations[] = {
	{ 1, "award", modules_retirement_migrations_0001_award_text },
	{ 2, "amounts", modules_retirement_migrations_0002_amounts_text },
	{ 3, "effects", modules_retirement_migrations_0003_effects_text },
	{ 4, "application", modules_retirement_migrations_0004_application_text },
	{ 5, "campaign", modules_retirement_migrations_0005_campaign_text },
	{ 6, "visit", modules_retirement_migrations_0006_visit_text },
	{ 7, "reassess", modules_retirement_migrations_0007_reassess_text },
	{ 8, "scheme", modules_retirement_migrations_0008_scheme_text },
	{ 0 }
};

static const struct fact_column facts[] = {
	{ "certified_on", "date", "day", N_("certified") },
	{ "certified_by", "text", "code", N_("certified by") },
	{ "medical_days", "text", "list", N_("days seen by a hospital") },
	{ "transport_days", "text", "list", N_("days seen travelling") },
	{ "other_signs", "text", "list", N_("other signs of life") },
	{ "sign_on", "date", "day", N_("newest sign of life") },
	{ "sign_sources", "int", "count", N_("sources of signs in a year") },
	{ "award_from", "date", "day", N_("awarded from") },
	{ "award_fen", "bigint", "fen", N_("awarded a month") },
	{ "award_base_fen", "bigint", "fen", N_("calculation base of the award") },
	{ "award_index_e4", "int", "count", N_("contribution index, ten-thousandths") },
	{ "award_years_e4", "int", "count", N_("years paid, ten-thousandths") },
	{ "award_account_fen", "bigint", "fen", N_("personal account at the award") },
	{ "award_age_months", "int", "months", N_("age at the award") },
	{ "award_scheme", "text", "code", N_("scheme of the award"),
	  "employee resident" },
	{ 0 }
};

/* Days are counted from 2000-01-01, as rules count them; the newest first.  24 a source
 * reach back further than any sign counts, unless someone travels daily: then the newest
 * suffice. */
static const char fact_select[] =
    "select person_id, c.certified_on, c.channel, e.medical_days, e.transport_days,"
    " e.other_signs, e.sign_on, e.sign_sources,"
    " a.awarded_from, a.amount_fen,"
    " a.base_fen, a.index_e4, a.years_e4, a.account_fen, a.age_months, a.scheme,"
    " null::date as facts_until"
    " from (select distinct on (person_id) * from award {todo}"
    "  order by person_id, awarded_from desc) a"
    " full join (select distinct on (person_id) * from certification {todo}"
    "  order by person_id, certified_on desc, channel) c using (person_id)"
    " full join (select person_id,"
    "  array_to_string((array_agg(seen_on - date '2000-01-01')"
    "   filter (where source = 'medical'))[1:24], ',') as medical_days,"
    "  array_to_string((array_agg(seen_on - date '2000-01-01')"
    "   filter (where source = 'transport'))[1:24], ',') as transport_days,"
    "  array_to_string((array_agg(source || ':' || seen_on - date '2000-01-01')"
    "   filter (where source not in ('medical', 'transport')))[1:24], ',')"
    "   as other_signs, max(seen_on) as sign_on,"
    "  (count(distinct source) filter (where seen_on > last - 365))::int as sign_sources"
    "  from (select person_id, source, seen_on, max(seen_on) over (partition by"
    "   person_id) as last from evidence {todo} order by person_id, seen_on desc) e"
    "  group by person_id) e using (person_id)";

static const char fact_sources[] =
    "select person_id, source || '_days' as fact, seen_on::text as value, seen_on as day,"
    " batch_id, line from evidence where source in ('medical', 'transport')"
    " union all"
    " select person_id, 'other_signs', source || ':' || seen_on, seen_on, batch_id, line"
    " from evidence where source not in ('medical', 'transport')"
    " union all"
    " select person_id, unnest(array['award_from', 'award_fen', 'award_base_fen',"
    "  'award_index_e4', 'award_years_e4', 'award_account_fen', 'award_age_months',"
    "  'award_scheme']),"
    "  unnest(array[awarded_from::text, amount_fen::text, base_fen::text, index_e4::text,"
    "  years_e4::text, account_fen::text,"
    " age_months::text, scheme]), awarded_from, batch_id, line"
    " from award"
    " union all"
    " select person_id, unnest(array['certified_on', 'certified_by']),"
    "  unnest(array[certified_on::text, channel]), certified_on, batch_id, line"
    " from certification";

static const struct fact_set fact_sets[] = {
	{ "person", facts, fact_select, fact_sources },
	{ "person", application_facts, application_select, NULL },
	{ "person", campaign_facts, campaign_select, NULL },
	{ "person", reassess_facts, reassess_select, reassess_sources },
	{ 0 }
};

static const struct field payment_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "period", FIELD_PERIOD, .most = "today+62" },
	{ "amount", FIELD_MONEY },
	{ "paid_on", FIELD_DAY, .most = "today+31" },
	{ 0 }
};

static const struct field award_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "awarded_from", FIELD_DAY, .most = "today" },
	{ "base", FIELD_MONEY, .positive = true },
	{ "index_e4", FIELD_COUNT },
	{ "years_e4", FIELD_COUNT },
	{ "account", FIELD_MONEY },
	{ "age_months", FIELD_COUNT, .of_life = true },
	{ "amount", FIELD_MONEY },
	{ 0 }
};

/* What is paid on another day in another amount is another payment of the month; else a
 * row is the payment of its day, or of its amount. */
static const struct kept_column payment_columns[] = {
	{ "period", KEPT_KEY }, { "kind", KEPT_KEY, "'pension'" },
	{ "seq", KEPT_KEY,
	  "coalesce((select y.seq from payment y"
	  "  where y.person_id = stage.person_id and y.period = stage.period"
	  "   and y.kind = 'pension'"
	  "   and (y.paid_on = stage.paid_on or y.amount_fen = stage.amount)"
	  "  order by y.paid_on = stage.paid_on desc, y.seq limit 1),"
	  " coalesce((select max(y.seq) from payment y"
	  "  where y.person_id = stage.person_id and y.period = stage.period"
	  "   and y.kind = 'pension'), 0)"
	  " + dense_rank() over (partition by person_id, period order by paid_on))" },
	{ "amount_fen", KEPT_VALUE, "amount" },
	{ "paid_on", KEPT_VALUE },
	{ 0 }
};

static const struct kept_column award_columns[] = {
	{ "awarded_from", KEPT_KEY }, { "base_fen", KEPT_VALUE, "base" },
	{ "index_e4", KEPT_VALUE, "index_e4::int" },
	{ "years_e4", KEPT_VALUE, "years_e4::int" },
	{ "account_fen", KEPT_VALUE, "account" },
	{ "age_months", KEPT_VALUE, "age_months::int" },
	{ "amount_fen", KEPT_VALUE, "amount" },
	{ 0 }
};

static const struct kept_column certification_columns[] = {
	{ "certified_on", KEPT_KEY }, { "channel", KEPT_KEY, "'register'" },
	{ "basis", KEPT_NOTE, "'register'" },
	{ 0 }
};

static const struct keep payment_keeps[] = { { "payment", payment_columns }, { 0 } };
static const struct keep award_keeps[] = {
	{ "award", award_columns, NULL, "true", .is_decided = true }, { 0 }
};
static const struct keep certification_keeps[] = {
	/* An earlier day than was told before corrects it; a later one is another. */
	{ "certification", certification_columns, "certified_on is not null",
	  "t.certified_on > s.certified_on" },
	{ 0 }
};

static const struct feed_step feed_steps[] = {
	{ "register", NULL, certification_keeps }, { 0 }
};

static const struct match matches[] = {
	{ "person_id", N_("person"), "id_no", .name = "name" }, { 0 }
};

static const struct feed feeds[] = {
	{ "payment", N_("pensions paid out by the bank"), payment_fields, matches,
	  NULL, 31, .keeps = payment_keeps },
	{ "award", N_("what pensions were worked out from"), award_fields, matches,
	  NULL, 365, .keeps = award_keeps },
	{ "home_visit", N_("what visitors bring back"), visit_fields, matches, NULL, 366,
	  .keeps = visit_keeps },
	{ 0 }
};

/* suspend and notice are the core's: other modules' rules make them too. */
static const struct move correct_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "award_plan", "s",
	  N_("propose to correct the pension") },
	{ "open", "dismiss", "dismissed", "clerk", MOVE_CLOSE, NULL, "d",
	  N_("dismiss: nothing to correct") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "award_correct", "a",
	  N_("approve: the pension is corrected, with arrears") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};

static const struct task_type task_types[] = {
	{ "correct", N_("correct a pension"), "clerk", correct_moves },
	{ "retire", N_("application for a pension"), "clerk", application_moves },
	{ "ask_alive", N_("asked for a sign of life"), "clerk", campaign_moves },
	{ "certify_visit", N_("visit at home"), "clerk", visit_moves,
	  .finders_only = true },
	{ "certify", N_("certified by signs of life"), "clerk",
	  .automatic = &RETIREMENT_CERTIFY, .reverse = &RETIREMENT_UNCERTIFY },
	{ 0 }
};

static const struct column overdue_columns[] = {
	{ .col = RETIREMENT_OVERDUE_DUE, .title = N_("Due"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = RETIREMENT_OVERDUE_NAME, .title = N_("Name"), .width = 12 },
	{ .col = RETIREMENT_OVERDUE_REGION, .title = N_("Area"), .gives_way = 3 },
	{ .col = RETIREMENT_OVERDUE_CERTIFIED_ON, .title = N_("Certified"),
	  .kind = COLUMN_DAY, .width = 10, .gives_way = 2 },
	{ .col = RETIREMENT_OVERDUE_CAUSE, .title = N_("Ran out"), .width = 10 },
	{ .col = RETIREMENT_OVERDUE_PENSION_FEN, .title = N_("Pension"),
	  .kind = COLUMN_MONEY, .width = 12, .gives_way = 4 },
	{ .col = RETIREMENT_OVERDUE_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 9, .gives_way = 1 },
	{ 0 }
};

static const int overdue_args[] = { RETIREMENT_OVERDUE_PERSON_ID,
				    RETIREMENT_OVERDUE_RULE_ID, RETIREMENT_OVERDUE_CAUSE,
				    -1 };

static const struct section overdue_sections[] = {
	{ .title = N_("Certificates that ran out"), .stmt = &RETIREMENT_OVERDUE,
	  .columns = overdue_columns, .opens = "task", .args = overdue_args },
	{ 0 }
};

static const struct screen screens[] = { { .name = "certificates",
					   .title = N_("Certificates that ran out"),
					   .sections = overdue_sections,
					   .actions = visit_overdue_actions },
					 { .name = "certify_visits",
					   .title = N_("Visits for a sign of life"),
					   .sections = visit_sections },
					 { .name = "retire",
					   .title = N_("Application for a pension"),
					   .kind = SCREEN_FORM,
					   .job = "clerk",
					   .sections = application_form_sections,
					   .form = &application_form },
					 { 0 } };

static const struct column correction_columns[] = {
	{ .col = RETIREMENT_CORRECTIONS_DAY, .title = N_("Day"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = RETIREMENT_CORRECTIONS_MONTHLY_BEFORE, .title = N_("Before"),
	  .kind = COLUMN_MONEY, .width = 12 },
	{ .col = RETIREMENT_CORRECTIONS_MONTHLY_AFTER, .title = N_("After"),
	  .kind = COLUMN_MONEY, .width = 12 },
	{ .col = RETIREMENT_CORRECTIONS_MONTHS, .title = N_("Months"),
	  .kind = COLUMN_COUNT, .width = 6 },
	{ .col = RETIREMENT_CORRECTIONS_ARREARS_FEN, .title = N_("Arrears"),
	  .kind = COLUMN_MONEY, .width = 12 },
	{ .col = RETIREMENT_CORRECTIONS_APPROVER, .title = N_("Approver"),
	  .gives_way = 1 },
	{ 0 }
};

static const struct column certificate_columns[] = {
	{ .col = RETIREMENT_CERTIFICATES_DAY,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = RETIREMENT_CERTIFICATES_CHANNEL,
	  .title = N_("Source"),
	  .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = RETIREMENT_CERTIFICATES_BASIS,
	  .title = N_("Basis"),
	  .kind = COLUMN_SAY },
	{ .col = RETIREMENT_CERTIFICATES_FILE,
	  .title = N_("File"),
	  .width = 20,
	  .gives_way = 2 },
	{ .col = RETIREMENT_CERTIFICATES_LINE,
	  .title = N_("Line"),
	  .kind = COLUMN_COUNT,
	  .width = 7,
	  .gives_way = 1 },
	{ 0 }
};

static const struct section person_sections[] = { { .name = "retirement",
						    .title = N_("Coming dates"),
						    .stmt = &RETIREMENT_CALENDAR,
						    .columns = application_calendar },
						  { .title = N_("Applications"),
						    .stmt = &RETIREMENT_APPLICATION,
						    .columns = application_list },
						  { .title = N_("Certificates"),
						    .stmt = &RETIREMENT_CERTIFICATES,
						    .columns = certificate_columns },
						  { .title =
							N_("Visits for a sign of life"),
						    .stmt = &VISIT_OF,
						    .columns = visit_columns },
						  { .title = N_("Corrected awards"),
						    .stmt = &RETIREMENT_CORRECTIONS,
						    .columns = correction_columns },
						  { 0 } };

static const struct command commands[] = {
	{ "screen.certificates", N_("certificates that ran out"),
	  .opens = "certificates", .code = "ce" },
	{ "screen.visits", N_("visits at home, area by area"), .opens = "certify_visits",
	  .code = "cv" },
	{ 0 }
};

/* How long a certificate is good for is policy, and the award was a check too: as the
 * rule retirement.certification_overdue counts, which lets the dead to another rule. */
#define IN_PAYMENT "f.pension_status = 'paid' and f.held_for is null"
/* Compared with one day, worked out once: a day for each person would be half the work.
 */
#define IN_DATE "f.certified_on > (select certified_too_early($today))"
#define NUMBER(name) "(select value::int from policy_number where name = '" name "')"
#define STRONG                                                           \
	"(f.sign_sources >= " NUMBER("work.certification_strong_sources") " and " \
	"f.sign_on >= $today - " NUMBER("work.certification_strong_days") ")"
#define MEDIUM "f.sign_on >= $today - " NUMBER("work.certification_medium_days")
#define LAPSED                                                                   \
	"h.rule_id = 'retirement.certification_overdue' and h.approver is not null"
#define BEGAN "coalesce(f.certified_on, f.pension_from)"

static const struct column behind_columns[] = {
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_PLACE, .title = N_("State"), .kind = COLUMN_LABEL, .width = 12 },
	{ .col = BEHIND_NAME, .title = N_("Name") },
	{ .col = BEHIND_SAY, .title = N_("Remark"), .width = 20, .gives_way = 1 },
	{ 0 }
};
static const int behind_args[] = { BEHIND_PERSON, -1 };

static const struct figure_source figure_sources[] = {
	{ "retire_ahead", "retire_ahead r", "r.person_id bigint", "r.person_id",
	  .day = "r.retire_on", .place = "r.scheme", .columns = behind_columns,
	  .opens = "person", .args = behind_args },
	{ "retire_application", "retire_application r",
	  "r.person_id bigint, r.application_no int4", "r.person_id",
	  .day = "r.applied_on", .place = "r.state", .say = "r.channel",
	  .columns = behind_columns, .opens = "person", .args = behind_args },
	{ "retire_paper", "retire_paper r",
	  "r.person_id bigint, r.application_no int4, r.paper text", "r.person_id",
	  .day = "r.got_on", .place = "r.how", .say = "r.paper",
	  .columns = behind_columns, .opens = "person", .args = behind_args },
	{ "award", "award w", "w.person_id bigint, w.awarded_from date", "w.person_id",
	  .day = "w.awarded_from", .say = "yuan_text(w.amount_fen)",
	  .columns = behind_columns, .opens = "person", .args = behind_args },
	{ 0 }
};

/* The first month that is paid is the one after the month of retirement. */
#define AWARDED                                                                          \
	"r.state = 'awarded' and r.decided_on > ($today - interval '12 months')::date"
#define PAID_FIRST " + interval '1 month')::date"
#define ASKED "r.applied_on > ($today - interval '12 months')::date"

#define BASE                                                                             \
	"(select avg(x.base_fen) from (select c.base_fen from contribution c"            \
	" where c.person_id = w.person_id and"                                           \
	" c.period < to_char(w.awarded_from, 'YYYYMM')::int"                             \
	" order by c.period desc limit 12) x)"

static const struct indicator indicators[] = {
	{ "C2", N_("Due in 12 months"),
	  N_("Persons who reach their retirement age within twelve months, by the "
	     "rules of that day."),
	  "retire_ahead",
	  .filter = "r.retire_on > $today and r.retire_on <="
		    " ($today + interval '12 months')::date",
	  .unit = "persons", .owner = "manager" },
	{ "C4", N_("First paid on time"),
	  N_("New pensions whose first payment came in the month after entitlement."),
	  "retire_application",
	  .filter = AWARDED " and exists (select from payment y where y.person_id ="
			    " r.person_id and y.kind = 'pension' and y.period ="
			    " to_char((r.from_month" PAID_FIRST ", 'YYYYMM')::int and"
			    " y.paid_on < (r.from_month + interval '2 months')::date)",
	  .per = AWARDED " and (r.from_month + interval '2 months')::date <= $today",
	  .unit = "%", .owner = "manager" },
	{ "C5", N_("Without a visit"),
	  N_("Applications of twelve months that did not come over the counter."),
	  "retire_application", .filter = ASKED " and r.channel <> 'counter'",
	  .per = ASKED, .unit = "%", .owner = "manager" },
	{ "C6", N_("Days to decision"),
	  N_("The middle number of days from an application to its decision."),
	  "retire_application",
	  .filter = "r.state in ('awarded', 'refused') and " ASKED,
	  .median = "r.decided_on - r.applied_on", .unit = "days", .owner = "manager",
	  .less_is_better = true },
	{ "C8", N_("Taken as filled in"),
	  N_("Applications of twelve months in which nothing was in question."),
	  "retire_application", .filter = ASKED " and not r.is_changed", .per = ASKED,
	  .unit = "%", .owner = "manager" },
	{ "C9", N_("Awards corrected"),
	  N_("Awards of twelve months that were corrected within a year."), "award",
	  .filter = "w.awarded_from > ($today - interval '12 months')::date and exists"
		    " (select from correction c where c.person_id = w.person_id and"
		    " c.awarded_from = w.awarded_from and"
		    " c.at < w.awarded_from + interval '12 months')",
	  .per = "w.awarded_from > ($today - interval '12 months')::date", .unit = "%",
	  .owner = "manager", .less_is_better = true },
	{ "A12", N_("First pension"),
	  N_("First pensions of twelve months, of the mean base of their last twelve "
	     "months paid."),
	  "award",
	  .filter = "w.awarded_from > ($today - interval '12 months')::date and " BASE
		    " is not null",
	  .sum = "w.amount_fen",
	  .per = "w.awarded_from > ($today - interval '12 months')::date and " BASE
		 " is not null",
	  .per_sum = BASE, .unit = "%", .owner = "manager" },
	{ "C10", N_("Papers not asked"),
	  N_("Papers of applications that were held or fetched, not asked for."),
	  "retire_paper", .filter = "r.how <> 'asked'",
	  .per = "r.how in ('held', 'fetched', 'asked')", .unit = "%",
	  .owner = "manager" },
	{ "C1", N_("Pensioners"), N_("Persons whose pension is in payment or suspended."),
	  "person", .filter = "f.pension_status = 'paid'", .unit = "persons",
	  .owner = "manager" },
	{ "C3", N_("Reminders open"),
	  N_("Persons near their retirement age who are not told yet."), "task",
	  .filter = "t.state = 'open' and t.rule_id in ('retirement.age_reminder',"
		    " 'retirement.resident_age_reminder')",
	  .unit = "tasks", .owner = "clerk", .less_is_better = true },
	{ "C7", N_("New pensions"),
	  N_("Pensions in payment that began in the last twelve months."), "person",
	  .filter = IN_PAYMENT " and"
			       " f.pension_from > ($today - interval '12 months')::date",
	  .unit = "persons", .owner = "manager" },
	{ "D1", N_("Certified"),
	  N_("Pensioners in payment with a certificate of the last twelve months."),
	  "person", .filter = IN_PAYMENT " and " IN_DATE, .per = IN_PAYMENT, .unit = "%",
	  .owner = "manager" },
	{ "D2", N_("Certified by data"),
	  N_("Pensioners in payment whose newest certificate comes from signs of life "
	     "alone."),
	  "person", .filter = IN_PAYMENT " and f.certified_by = 'data' and " IN_DATE,
	  .per = IN_PAYMENT, .unit = "%", .owner = "manager" },
	{ "D5", N_("Strong grade"),
	  N_("Pensioners in payment of whom enough sources have told within the days of "
	     "a strong grade."),
	  "person", .filter = IN_PAYMENT " and " STRONG, .per = IN_PAYMENT, .unit = "%",
	  .owner = "manager" },
	{ "D5m", N_("Medium grade"),
	  N_("Pensioners in payment with a sign within the days of a medium grade and "
	     "no strong one."),
	  "person", .filter = IN_PAYMENT " and " MEDIUM " and not coalesce(" STRONG
				       ", false)",
	  .per = IN_PAYMENT, .unit = "%", .owner = "manager" },
	{ "D6", N_("Newest sign"),
	  N_("Days since the newest sign of life, the middle one of all pensioners in "
	     "payment who have left one."),
	  "person", .filter = IN_PAYMENT " and f.sign_on is not null",
	  .median = "$today - f.sign_on", .unit = "days", .owner = "manager",
	  .less_is_better = true },
	{ "D7", N_("Sources each"),
	  N_("Sources that told of a pensioner certified by data, within a year of the "
	     "newest sign; the middle one."),
	  "person",
	  .filter = IN_PAYMENT " and f.certified_by = 'data' and f.sign_sources > 0",
	  .median = "f.sign_sources", .unit = "sources", .owner = "manager" },
	{ "D8", N_("Seen in person"),
	  N_("Certified by a visit, a face or at the counter, of those whose certificate "
	     "is good."),
	  "person",
	  .filter = IN_PAYMENT " and f.certified_by in ('visit', 'face', 'counter') and"
			       " " IN_DATE,
	  .per = IN_PAYMENT " and " IN_DATE, .unit = "%", .owner = "manager" },
	{ "D10", N_("Wrong lapse stops"),
	  N_("Stops for a lapsed certificate that were lifted within thirty days."),
	  "stop",
	  .filter = LAPSED " and h.state = 'lifted' and exists (select from decision d"
			   " where d.person_id = h.person_id and d.outcome = 'approved'"
			   " and d.decision_id <> h.decision_id and d.inputs -> 'effect'"
			   " ->> 'hold_id' = h.hold_id::text"
			   " and d.business_day <= h.decided_on + 30)",
	  .per = LAPSED, .unit = "%", .owner = "manager", .less_is_better = true },
	{ "D3", N_("Expiring in 30 d"),
	  N_("Pensioners in payment whose certificate runs out within thirty days."),
	  "person",
	  .filter = IN_PAYMENT " and f.died_on is null and " BEGAN
		    " > (select certified_too_early($today)) and " BEGAN
		    " <= (select certified_too_early($today + 30))",
	  .unit = "persons", .owner = "clerk", .less_is_better = true,
	  .actions = visit_actions },
	{ "D4", N_("Certificate lapsed"),
	  N_("Pensioners in payment whose certificate has run out."), "person",
	  .filter = IN_PAYMENT " and f.died_on is null and " BEGAN
		    " <= (select certified_too_early($today))",
	  .unit = "persons", .owner = "manager", .less_is_better = true,
	  .actions = visit_actions },
	{ "A11", N_("Average pension"), N_("Monthly pension of a pensioner in payment."),
	  "person", .filter = IN_PAYMENT, .sum = "f.pension_fen", .per = IN_PAYMENT,
	  .unit = "fen", .owner = "manager" },
	{ 0 }
};

static const struct stmt *const *const statements[] = {
	modules_retirement_retirement_statements,
	modules_retirement_application_statements,
	modules_retirement_campaign_statements,
	modules_retirement_visit_statements, NULL
};

const struct module steward_module = {
	.interface = STEWARD_INTERFACE,
	.size = sizeof(struct module),
	.name = "retirement",
	.title = N_("retirement"),
	.migrations = migrations,
	.functions = functions,
	.facts = fact_sets,
	.finders = campaign_finders,
	.feeds = feeds,
	.feed_steps = feed_steps,
	.states = application_states,
	.task_types = task_types,
	.screens = screens,
	.person_sections = person_sections,
	.person_actions = application_person_actions,
	.commands = commands,
	.figure_sources = figure_sources,
	.indicators = indicators,
	.verbs = application_verbs,
	.statements = statements,
};
