#include "application.h"

#include "application_sql.h"

const struct fact_column application_facts[] = {
	{ "asked_key", "text", "code", N_("application") },
	{ "asked_on", "date", "day", N_("applied on") },
	{ "asked_from", "date", "day", N_("retires in the month of") },
	{ "asked_birth", "date", "day", N_("birth date that counts") },
	{ "asked_deemed", "int", "months", N_("deemed months") },
	{ "asked_special", "boolean", "yes/no", N_("special work") },
	{ "asked_restriction", "text", "code", N_("restriction") },
	{ "asked_agent", "boolean", "yes/no", N_("by an agent") },
	{ "asked_got", "text", "list", N_("papers that came") },
	{ "asked_paused", "int", "count", N_("days the clock stood") },
	{ "asked_waiting", "date", "day", N_("papers awaited since") },
	{ "asked_until", "date", "day", N_("papers awaited until") },
	{ "asked_paid", "text", "list", N_("months and mean base by year") },
	{ "asked_base_fen", "bigint", "fen", N_("base of the newest award") },
	{ 0 }
};

/* Only of what waits for a decision. */
const char application_select[] =
    "select a.person_id, retire_cause(a.a), (a.a).applied_on, (a.a).from_month,"
    " (a.a).birth_date, (a.a).deemed_months, (a.a).is_special, (a.a).restriction,"
    " (a.a).agent <> '',"
    " coalesce((select string_agg(p.paper, ' ' order by p.paper) from retire_paper p"
    "  where p.person_id = a.person_id and p.application_no = (a.a).application_no"
    "  and p.got_on is not null), ''),"
    " (a.a).paused_days, (a.a).waiting_since, (a.a).waiting_until,"
    " retire_paid(a.person_id), retire_base(), null::date as facts_until"
    " from (select r.person_id, r as a from retire_application r {todo}"
    "  where r.state in ('open', 'awaiting')) a";

const struct task_state application_states[] = {
	{ "awaiting", N_("papers awaited"), STATE_OPEN }, { 0 }
};

const struct move application_moves[] = {
	{ "open", "propose", "proposed", "clerk", MOVE_PROPOSE, "retire_plan", "s",
	  N_("propose the pension as worked out") },
	{ "open", "ask", "awaiting", "clerk", MOVE_STEP, "retire_wait", "m",
	  N_("ask once for all papers that are missing") },
	{ "awaiting", "received", "open", "clerk", MOVE_STEP, "retire_got", "g",
	  N_("the papers have come") },
	{ "open", "reject", "dismissed", "clerk", MOVE_CLOSE, "retire_refuse", "d",
	  N_("refuse the application, with the reason") },
	{ "awaiting", "reject", "dismissed", "clerk", MOVE_CLOSE, "retire_refuse", "d",
	  N_("refuse the application, with the reason") },
	{ "proposed", "approve", "done", "reviewer", MOVE_APPROVE, "retire_award", "a",
	  N_("approve: the pension begins") },
	{ "proposed", "refuse", "open", "reviewer", MOVE_REFUSE, NULL, "r",
	  N_("refuse: back to the clerk") },
	{ "proposed", "take_back", "open", "clerk", MOVE_TAKE_BACK, NULL, "u",
	  N_("take back: I proposed it too early") },
	{ 0 }
};

const struct column application_calendar[] = {
	{ .col = RETIREMENT_CALENDAR_DAY,
	  .title = N_("Day"),
	  .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = RETIREMENT_CALENDAR_WHAT,
	  .title = N_("What"),
	  .kind = COLUMN_LABEL,
	  .width = 24 },
	{ .col = RETIREMENT_CALENDAR_DETAIL, .title = N_("Remark"), .gives_way = 1 },
	{ 0 }
};

const struct column application_list[] = { { .col = RETIREMENT_APPLICATION_APPLIED_ON,
					     .title = N_("Day"),
					     .kind = COLUMN_DAY,
					     .width = 10 },
					   { .col = RETIREMENT_APPLICATION_APPLICATION,
					     .title = N_("Application"),
					     .width = 11 },
					   { .col = RETIREMENT_APPLICATION_STATE,
					     .title = N_("State"),
					     .kind = COLUMN_LABEL,
					     .width = 10 },
					   { .col = RETIREMENT_APPLICATION_AGENT,
					     .title = N_("Agent"),
					     .width = 12,
					     .gives_way = 2 },
					   { .col = RETIREMENT_APPLICATION_DUE,
					     .title = N_("Due"),
					     .kind = COLUMN_DAY,
					     .width = 10,
					     .gives_way = 3 },
					   { .col = RETIREMENT_APPLICATION_MONTHLY_FEN,
					     .title = N_("A month"),
					     .kind = COLUMN_MONEY,
					     .width = 12 },
					   { .col = RETIREMENT_APPLICATION_SAY,
					     .title = N_("Why"),
					     .kind = COLUMN_SAY,
					     .gives_way = 1 },
					   { 0 } };

static const struct column head_columns[] = {
	{ .col = RETIREMENT_HEAD_NAME, .title = N_("Name") },
	{ .col = RETIREMENT_HEAD_ID_NO, .title = N_("Number") },
	{ .col = RETIREMENT_HEAD_CATEGORY,
	  .title = N_("Category"),
	  .kind = COLUMN_LABEL },
	{ .col = RETIREMENT_HEAD_MONTHS, .title = N_("Months"), .kind = COLUMN_COUNT },
	{ .col = RETIREMENT_HEAD_ACCOUNT_FEN,
	  .title = N_("Account"),
	  .kind = COLUMN_MONEY },
	{ .col = RETIREMENT_HEAD_SOURCE, .title = N_("File") },
	{ 0 }
};

const struct section application_form_sections[] = { { .name = "head",
						       .stmt = &RETIREMENT_HEAD,
						       .columns = head_columns,
						       .is_fields = true },
						     { 0 } };

/* What is in question alone is shown, a key each; the rest is there already. */
static const struct form_field fields[] = {
	{ "birth", ENTRY_CODE, N_("birth date: archive or register"), .optional = true,
	  .list = &RETIREMENT_BIRTHS },
	{ "deemed", ENTRY_CODE, N_("deemed months: archive or register"),
	  .optional = true, .list = &RETIREMENT_DEEMED },
	{ "special", ENTRY_CODE, N_("special work: archive or register"),
	  .optional = true, .list = &RETIREMENT_SPECIAL },
	{ "from", ENTRY_DAY, N_("Month"), .from_arg = 2 },
	{ "agent", ENTRY_TEXT, N_("Agent"), .optional = true, .bytes = 100 },
	{ "agent_until", ENTRY_DAY, N_("Until"), .optional = true, .least = "today" },
	{ 0 }
};
const struct form application_form = { fields, &RETIREMENT_APPLY_FORM,
				       N_("the application is received") };

static const int form_args[] = { RETIREMENT_CALENDAR_PERSON_ID,
				 RETIREMENT_CALENDAR_FROM_MONTH, -1 };
const struct action application_person_actions[] = {
	{ "t", N_("retire"), .job = "clerk", .section = "retirement", .args = form_args,
	  .opens = "retire" },
	{ 0 }
};
