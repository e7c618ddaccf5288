/* Fund risk: deaths, custody and signs of life that other departments report, and what
 * they mean for a pension that is still paid. */
#include "steward.h"

#include <stddef.h>

#include "risk_sql.h"
#include "day.h"
#include "day_sql.h"
#include "survivor.h"
#include "survivor_sql.h"

extern const char modules_risk_migrations_0001_reports_text[];
extern const char modules_risk_migrations_0002_survivor_text[];
extern const char modules_risk_migrations_0003_day_text[];
extern const char modules_risk_functions_text[];
extern const char modules_risk_survivor_functions_text[];
extern const char modules_risk_day_functions_text[];

static const char *const functions[] = { modules_risk_functions_text,
					 modules_risk_survivor_functions_text,
					 modules_risk_day_functions_text,
					 NULL };
static const struct migration migrations[] = {
	{ 1, "reports", modules_risk_migrations_0001_reports_text },
	{ 2, "survivor", modules_risk_migrations_0002_survivor_text },
	{ 3, "day", modules_risk_migrations_0003_day_text },
	{ 0 }
};

static const struct fact_column facts[] = {
	{ "died_by", "text", "code", N_("death told by"),
	  "certificate death hospital hearsay register family agency bank" },
	{ "last_sign_on", "date", "day", N_("last sign of life") },
	{ "last_sign_source", "text", "code", N_("seen by"),
	  "claim police face visit counter medical transport" },
	{ "overpaid_fen", "bigint", "fen", N_("paid after the month of death") },
	{ 0 }
};

/* Deaths are few: payments are looked up for the dead alone. */
static const char fact_select[] =
    "select person_id, t.source, s.seen_on, s.source, o.fen, null::date as facts_until"
    " from (select distinct on (person_id) person_id, source from status_event {todo}"
    "  left join report_source using (source) where kind = 'death' and state = 'valid'"
    "  order by person_id, coalesce(rank, 9), from_day desc) t"
    " full join (select distinct on (person_id)"
    " person_id, seen_on, source from evidence {todo}"
    "  order by person_id, seen_on desc, source) s using (person_id)"
    " full join (select person_id, sum(y.amount_fen)::bigint as fen"
    "  from (select person_id, to_char(died_on, 'YYYYMM')::int as died_in from base"
    "   where died_on is not null offset 0) d join payment y using (person_id)"
    "  where y.period > d.died_in group by person_id) o using (person_id)";

static const char fact_sources[] =
    "select person_id, unnest(array['last_sign_on', 'last_sign_source']) as fact,"
    " unnest(array[seen_on::text, source]) as value, seen_on as day, batch_id, line"
    " from evidence"
    " union all"
    " select person_id, 'died_by', source, from_day, batch_id, line from status_event"
    " where kind = 'death' and state = 'valid'"
    " union all"
    " select y.person_id, 'overpaid_fen',"
    " y.amount_fen::text, y.paid_on, y.batch_id, y.line"
    " from payment y join death_told d using (person_id)"
    " where y.period > to_char(d.died_on, 'YYYYMM')::int";

/* No birth_of: a slip in the number shall become a question, not a refused row. */
static const struct fact_set fact_sets[] = {
	{ "person", facts, fact_select, fact_sources },
	{ "person", survivor_facts, survivor_select, NULL },
	{ 0 }
};

static const struct field death_fields[] = {
	{ "id_no", FIELD_ID_GIVEN },
	{ "name", FIELD_NAME },
	{ "birth_date", FIELD_DAY, .least = "1850-01-01", .most = "today",
	  .is_birth = true },
	{ "died_on", FIELD_DAY, .most = "today" },
	{ "place", FIELD_TEXT },
	{ 0 }
};

/* Told by others than the civil registry: whose word counts first is in report_source. */
static const struct field death_notice_fields[] = {
	{ "id_no", FIELD_ID_GIVEN },
	{ "name", FIELD_NAME },
	{ "birth_date", FIELD_DAY, .least = "1850-01-01", .most = "today",
	  .is_birth = true },
	{ "died_on", FIELD_DAY, .most = "today" },
	{ "source", FIELD_CODE, .codes = "certificate hospital hearsay" },
	{ "place", FIELD_TEXT },
	{ 0 }
};

static const struct field custody_fields[] = {
	{ "id_no", FIELD_ID_GIVEN },
	{ "name", FIELD_NAME },
	{ "birth_date", FIELD_DAY, .least = "1850-01-01", .most = "today",
	  .is_birth = true },
	{ "kind", FIELD_CODE, .codes = "detained prison" },
	{ "from_date", FIELD_DAY, .most = "today+31" },
	{ "to_date", FIELD_DAY, .optional = true, .after = "from_date" },
	{ 0 }
};

/* No birth day of their own: the one that the number tells is compared. */
static const struct field medical_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "visit_date", FIELD_DAY, .most = "today" },
	{ "hospital", FIELD_TEXT },
	{ 0 }
};

static const struct field transport_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "travel_date", FIELD_DAY, .most = "today" },
	{ "route", FIELD_TEXT },
	{ 0 }
};

/* Other departments' traces, and who was seen in person: at home, at the counter, by a
 * face service. */
static const struct field sign_fields[] = {
	{ "id_no", FIELD_ID },
	{ "name", FIELD_NAME },
	{ "source", FIELD_CODE, .codes = "claim police face visit counter" },
	{ "seen_on", FIELD_DAY, .most = "today" },
	{ "place", FIELD_TEXT, .optional = true },
	{ 0 }
};

static const struct kept_column sign_columns[] = {
	{ "source", KEPT_KEY }, { "seen_on", KEPT_KEY },
	{ "place", KEPT_NOTE, "coalesce(place, '')" },
	{ 0 }
};
static const struct keep sign_keeps[] = { { "evidence", sign_columns }, { 0 } };

static const struct kept_column death_columns[] = {
	{ "kind", KEPT_KEY, "'death'" }, { "source", KEPT_KEY, "'death'" },
	{ "from_day", KEPT_KEY, "died_on" },
	{ "place", KEPT_VALUE, "coalesce(place, '')" },
	{ 0 }
};

static const struct kept_column custody_columns[] = {
	{ "kind", KEPT_KEY }, { "source", KEPT_KEY, "'custody'" },
	{ "from_day", KEPT_KEY, "from_date" }, { "to_day", KEPT_VALUE, "to_date" },
	{ "place", KEPT_NOTE, "''" },
	{ 0 }
};

static const struct kept_column medical_columns[] = {
	{ "source", KEPT_KEY, "'medical'" }, { "seen_on", KEPT_KEY, "visit_date" },
	{ "place", KEPT_NOTE, "coalesce(hospital, '')" },
	{ 0 }
};

static const struct kept_column transport_columns[] = {
	{ "source", KEPT_KEY, "'transport'" }, { "seen_on", KEPT_KEY, "travel_date" },
	{ "place", KEPT_NOTE, "coalesce(route, '')" },
	{ 0 }
};

static const struct kept_column death_notice_columns[] = {
	{ "kind", KEPT_KEY, "'death'" }, { "source", KEPT_KEY },
	{ "from_day", KEPT_KEY, "died_on" },
	{ "place", KEPT_VALUE, "coalesce(place, '')" },
	{ 0 }
};

static const struct keep death_notice_keeps[] = {
	{ "status_event", death_notice_columns }, { 0 }
};
static const struct keep death_keeps[] = { { "status_event", death_columns }, { 0 } };
static const struct keep custody_keeps[] = {
	{ "status_event", custody_columns }, { 0 }
};
static const struct keep medical_keeps[] = { { "evidence", medical_columns }, { 0 } };
static const struct keep transport_keeps[] = {
	{ "evidence", transport_columns }, { 0 }
};

/* A person dies once, and one stay in custody has one first day: another day that the
 * same source tells replaces the former. */
static const struct stmt *const death_before[] = { &RISK_DEATH_EARLY, NULL };
static const struct stmt *const death_apply[] = { &RISK_DEATH_ONCE, NULL };
static const struct stmt *const death_notice_apply[] = { &RISK_NOTICE_ONCE, NULL };
static const struct stmt *const custody_apply[] = { &RISK_CUSTODY_ONCE, NULL };

static const struct match by_number[] = {
	{ "person_id", N_("person"), "id_no", .name = "name" }, { 0 }
};
static const struct match by_birth_day[] = {
	{ "person_id", N_("person"), "id_no", .name = "name", .birth = "birth_date" },
	{ 0 }
};

static const struct feed feeds[] = {
	{ "death", N_("deaths reported by the civil registry"), death_fields,
	  by_birth_day, death_apply, 1, .keeps = death_keeps, .before = death_before },
	{ "death_notice", N_("deaths told by hospitals, families, neighbours"),
	  death_notice_fields, by_birth_day, death_notice_apply, 31,
	  .keeps = death_notice_keeps, .before = death_before },
	{ "custody", N_("detention and prison reported by the police"), custody_fields,
	  by_birth_day, custody_apply, 7, .keeps = custody_keeps },
	{ "medical", N_("visits reported by hospitals"), medical_fields, by_number,
	  NULL, 7, .keeps = medical_keeps },
	{ "transport", N_("journeys reported by carriers"), transport_fields, by_number,
	  NULL, 7, .keeps = transport_keeps },
	{ "life_sign", N_("signs of life: claims, police, faces, visits, counter"),
	  sign_fields, by_number, NULL, 31, .keeps = sign_keeps },
	{ 0 }
};

static const struct column deaths_columns[] = {
	{ .col = RISK_DEATHS_DAY, .title = N_("Died"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = RISK_DEATHS_NAME, .title = N_("Name"), .width = 12 },
	{ .col = RISK_DEATHS_REGION, .title = N_("Area"), .width = 12, .gives_way = 3 },
	{ .col = RISK_DEATHS_PLACE, .title = N_("Place") },
	{ .col = RISK_DEATHS_PENSION_STATUS, .title = N_("Pension"), .kind = COLUMN_LABEL,
	  .width = 8, .gives_way = 4 },
	{ .col = RISK_DEATHS_FILE, .title = N_("File"), .width = 12, .gives_way = 2 },
	{ .col = RISK_DEATHS_LINE, .title = N_("Line"), .kind = COLUMN_COUNT, .width = 7,
	  .gives_way = 1 },
	{ 0 }
};

static const int deaths_args[] = { RISK_DEATHS_PERSON_ID, -1 };

static const struct section deaths_sections[] = {
	{ .title = N_("Deaths reported"), .stmt = &RISK_DEATHS, .columns = deaths_columns,
	  .opens = "person", .args = deaths_args },
	{ 0 }
};

/* A death told at the counter, and that it was none. */
static const struct column head_columns[] = {
	{ .col = RISK_DEATH_HEAD_NAME, .title = N_("Name") },
	{ .col = RISK_DEATH_HEAD_ID_NO, .title = N_("Number") },
	{ .col = RISK_DEATH_HEAD_BIRTH_DATE, .title = N_("Born"), .kind = COLUMN_DAY },
	{ 0 }
};
static const struct section head_sections[] = {
	{ .name = "head", .stmt = &RISK_DEATH_HEAD, .columns = head_columns,
	  .is_fields = true },
	{ 0 }
};
static const struct form_field tell_fields[] = {
	{ "died_on", ENTRY_DAY, N_("Died"), .value = "today", .most = "today" },
	{ "certificate", ENTRY_TEXT, N_("Certificate"), .optional = true, .bytes = 60 },
	{ "teller", ENTRY_CODE, N_("Told by"), .codes = "family register agency bank" },
	{ 0 }
};
static const struct form tell_form = { tell_fields, &RISK_DEATH_TELL,
				       N_("the death is noted; the judge looks at it") };
static const struct form_field annul_fields[] = {
	{ "why", ENTRY_TEXT, N_("Why"), .bytes = 200 }, { 0 }
};
static const struct form annul_form = { annul_fields, &RISK_DEATH_ANNUL,
					N_("it waits for a second person") };

static const struct form_field sign_entry[] = {
	{ "source", ENTRY_CODE, N_("Seen"), .codes = "counter visit face" },
	{ "seen_on", ENTRY_DAY, N_("Day"), .value = "today", .most = "today" },
	{ "place", ENTRY_TEXT, N_("Place"), .optional = true, .bytes = 60 },
	{ 0 }
};
static const struct form sign_form = { sign_entry, &RISK_SIGN_TELL,
				       N_("the sign of life is noted") };

static const struct column report_columns[] = {
	{ .col = RISK_DEATH_REPORTS_AT, .title = N_("At"), .width = 16 },
	{ .col = RISK_DEATH_REPORTS_CHANGE, .title = N_("Change"), .kind = COLUMN_LABEL,
	  .width = 9 },
	{ .col = RISK_DEATH_REPORTS_DAY, .title = N_("Died"), .kind = COLUMN_DAY,
	  .width = 10 },
	{ .col = RISK_DEATH_REPORTS_BEFORE_DAY, .title = N_("Before"),
	  .kind = COLUMN_DAY, .width = 10, .gives_way = 1 },
	{ .col = RISK_DEATH_REPORTS_TELLER, .title = N_("Told by"),
	  .kind = COLUMN_LABEL, .width = 8 },
	{ .col = RISK_DEATH_REPORTS_CERTIFICATE, .title = N_("Certificate") },
	{ .col = RISK_DEATH_REPORTS_TOLD_BY, .title = N_("By"), .width = 8,
	  .gives_way = 2 },
	{ .col = RISK_DEATH_REPORTS_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 8 },
	{ 0 }
};
static const struct column act_columns[] = {
	{ .col = RISK_DEATH_ACTS_ACT, .title = N_("What"), .kind = COLUMN_LABEL,
	  .width = 8 },
	{ .col = RISK_DEATH_ACTS_WHAT, .title = N_("Value"), .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = RISK_DEATH_ACTS_STATE, .title = N_("State"), .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = RISK_DEATH_ACTS_REVERSAL, .title = N_("Reversal"),
	  .kind = COLUMN_LABEL },
	{ .col = RISK_DEATH_ACTS_REVERSAL_STATE, .title = N_("Reversal is"),
	  .kind = COLUMN_LABEL, .width = 12 },
	{ 0 }
};
static const struct section person_sections[] = {
	{ .title = N_("Told of a death"), .stmt = &RISK_DEATH_REPORTS,
	  .columns = report_columns },
	{ .title = N_("What the report of a death has caused"), .stmt = &RISK_DEATH_ACTS,
	  .columns = act_columns },
	{ .title = N_("Grants after a death"), .stmt = &SURVIVOR_HEIRS,
	  .columns = survivor_columns },
	{ 0 }
};

static const struct screen screens[] = {
	{ .name = "death.tell", .title = N_("A death is told"), .kind = SCREEN_FORM,
	  .job = "clerk", .sections = head_sections, .form = &tell_form },
	{ .name = "death.annul", .title = N_("Report of a death was wrong"),
	  .kind = SCREEN_FORM, .job = "clerk", .sections = head_sections,
	  .form = &annul_form },
	{ .name = "sign.tell", .title = N_("Seen alive"), .kind = SCREEN_FORM,
	  .job = "clerk", .sections = head_sections, .form = &sign_form },
	{ .name = "deaths", .title = N_("Deaths reported"), .sections = deaths_sections },
	{ .name = "heir", .title = N_("Grants: an heir"), .kind = SCREEN_FORM,
	  .job = "clerk", .sections = survivor_form_sections, .form = &survivor_form },
	{ .name = "grants", .title = N_("Grants after a death"),
	  .empty = N_("grants that wait: E on the page of the dead notes who "
		      "claims them"),
	  .sections = survivor_list_sections },
	{ 0 }
};

static const struct command commands[] = {
	{ "screen.deaths", N_("the newest deaths reported"),
	  .opens = "deaths", .code = "de" },
	{ "death.tell", N_("the person has died: day, certificate, who tells"),
	  .opens = "death.tell" },
	{ "death.annul", N_("the report of the death was wrong"),
	  .opens = "death.annul" },
	{ "sign.tell", N_("the person was seen alive: counter, visit, face"),
	  .opens = "sign.tell" },
	{ "heir.tell", N_("an heir claims the grants after a death"), .opens = "heir" },
	{ "screen.grants", N_("grants after a death that wait"), .opens = "grants",
	  .code = "gr" },
	{ 0 }
};

static const struct key keys[] = {
	{ "d", "death.tell", "person" }, { "D", "death.annul", "person" },
	{ "v", "sign.tell", "person" }, { "E", "heir.tell", "person" }, { 0 }
};

static const struct move annul_moves[] = {
	{ "open", "approve", "done", "reviewer", MOVE_CLOSE, "death_annul_do", "a",
	  N_("approve: the report is void") },
	{ "open", "dismiss", "dismissed", "reviewer", MOVE_CLOSE, "death_annul_drop", "d",
	  N_("dismiss: the report stands") },
	{ 0 }
};

static const struct task_type task_types[] = {
	{ "annul", N_("report to be void"), "reviewer", annul_moves,
	  .finders_only = true },
	{ "death_day", N_("another day of death"), "clerk", day_moves },
	{ "survivor", N_("grants after a death"), "clerk", survivor_moves },
	{ "survivor_void", N_("grants without a death"), "clerk", survivor_void_moves,
	  .finders_only = true },
	{ "survivor_word", N_("share of the grants"), "clerk", survivor_word_moves,
	  .finders_only = true },
	{ 0 }
};

/* A death that two have looked at, or that ended the pension by itself. */
#define CONFIRMED "f.died_on is not null and (f.pension_status = 'ended' or" \
		  " f.held_for like '%risk.paid_after_death%')"

static const struct column report_rows[] = {
	{ .col = BEHIND_MARK, .title = N_("Void"), .width = 4 },
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 10 },
	{ .col = BEHIND_NUMBER, .title = N_("Number"), .width = 18 },
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_PLACE, .title = N_("Source"), .kind = COLUMN_LABEL },
	{ 0 }
};

static const int report_args[] = { BEHIND_PERSON, -1 };

/* Reports of other departments, each with what became of it. */
static const struct figure_source figure_sources[] = {
	{ "report", "status_event e",
	  "e.person_id bigint, e.kind text, e.from_day date, e.source text",
	  "e.person_id", .mark = "case when e.state = 'void' then '!' else '' end",
	  .day = "e.from_day", .place = "e.source", .columns = report_rows,
	  .opens = "person", .args = report_args },
	{ 0 }
};

#define DECIDED \
	"(e.state = 'void' or e.state = 'valid' and exists (select from hold h" \
	" where h.person_id = e.person_id and h.state = 'final' and h.rule_id =" \
	" case e.kind when 'death' then 'risk.paid_after_death'" \
	" else 'risk.paid_in_custody' end))"

static const struct asking askings[] = { { "survivor.as_of", &DAY_ASKED }, { 0 } };

static const struct finder finders[] = {
	{ "risk.death_day", N_("another day of death"),
	  "Social Insurance Law, art. 14 and 17", NULL, "death_day", NULL, &DAY_FOUND },
	{ "risk.death_annulled", N_("death that was none"),
	  "Social Insurance Agency Regulations 2023, art. 26", NULL, "annul", NULL,
	  &RISK_ANNULMENTS },
	{ "risk.survivor_void", N_("grants without a death"),
	  "Social Insurance Agency Regulations 2023, art. 26", NULL, "survivor_void",
	  NULL, &SURVIVOR_VOID_FOUND },
	{ "risk.survivor_paid", N_("share of the grants"),
	  "Social Insurance Law, art. 17; MOHRSS and Ministry of Finance 2021-18", NULL,
	  "survivor_word", NULL, &SURVIVOR_PAID_FOUND },
	{ "risk.paid_while_stopped", N_("paid though stopped"),
	  "Social Insurance Agency Regulations 2023,"
	  " art. 26 (suspected loss is investigated)",
	  NULL, "notice", NULL, &RISK_PAID_WHILE_STOPPED },
	{ 0 }
};

#define FILED \
	"(select b.business_day from batch b where b.batch_id = e.batch_id)"
#define SIGNAL                                                                     \
	"(select t.opened_on from task t where t.person_id = h.person_id and"      \
	" t.rule_id = h.rule_id and t.cause = h.cause)"
#define DECIDED_STOP "h.rule_id like 'risk.%' and h.approver is not null"

static const struct indicator indicators[] = {
	{ "E1", N_("Deaths of retirees"),
	  N_("Persons with a pension whose death is confirmed."), "person",
	  .filter = CONFIRMED, .unit = "persons", .owner = "manager",
	  .less_is_better = true },
	{ "E2", N_("Suspensions open"),
	  N_("Proposals to stop a pension that nobody has decided yet."), "task",
	  .filter = "t.task_type = 'suspend' and t.state = 'open'", .unit = "tasks",
	  .owner = "manager", .less_is_better = true },
	{ "E3", N_("Stopped in time"),
	  N_("Confirmed deaths after whose month nothing was paid."), "person",
	  .filter = CONFIRMED " and coalesce(f.overpaid_fen, 0) = 0", .per = CONFIRMED,
	  .unit = "%", .owner = "manager" },
	{ "E4", N_("Death known after"),
	  N_("Days from a death to the file that told it, the middle one of a year."),
	  "report",
	  .filter = "e.kind = 'death' and e.state = 'valid' and " FILED " is not null and"
		    " e.from_day > $today - 365",
	  .median = FILED " - e.from_day", .unit = "days", .owner = "manager",
	  .less_is_better = true },
	{ "E5", N_("Verified after"),
	  N_("Days from the first signal to the stop that was decided, the middle one."),
	  "stop", .filter = "h.rule_id like 'risk.%' and " SIGNAL " is not null",
	  .median = "h.decided_on - " SIGNAL, .unit = "days", .owner = "manager",
	  .less_is_better = true },
	{ "E6", N_("Wrong stops"),
	  N_("Stops that were lifted because the report was wrong, of all stops."),
	  "stop",
	  .filter = DECIDED_STOP " and h.state = 'lifted' and (exists (select from"
				 " decision d where d.person_id = h.person_id and"
				 " d.decision_id = h.decision_id and"
				 " d.outcome = 'undone')"
				 " or exists (select from status_event e where"
				 " e.person_id = h.person_id and e.state = 'void'))",
	  .per = DECIDED_STOP, .unit = "%", .owner = "manager", .less_is_better = true },
	{ "E8", N_("Lost contact"),
	  N_("Pensioners to whom two messages did not come and who left no sign of life "
	     "for six months."),
	  "person",
	  .filter = "f.pension_status = 'paid' and f.died_on is null and coalesce("
		    "f.last_sign_on, '-infinity') < ($today - interval '6 months') and"
		    " f.person_id in (select m.person_id from message m where m.state in"
		    " ('returned', 'failed') group by m.person_id having count(*) >= 2)",
	  .unit = "persons", .owner = "manager", .less_is_better = true },
	{ "E7", N_("Paid after death"),
	  N_("Money paid this month for months after the month of death."), "person",
	  .filter = "f.died_on is not null and"
		    " f.paid_period = (select to_char($today, 'YYYYMM')::int) and"
		    " f.paid_period > to_char(f.died_on, 'YYYYMM')::int",
	  .sum = "f.paid_fen", .unit = "fen", .owner = "manager",
	  .less_is_better = true },
	{ "E9", N_("Custody, undecided"),
	  N_("Reports of custody about a pension in payment that wait for a decision."),
	  "task",
	  .filter = "t.rule_id = 'risk.paid_in_custody' and t.state in"
		    " (select state from task_state where kind <> 'final')",
	  .unit = "tasks", .owner = "manager", .less_is_better = true },
	{ "E10", N_("Signal precision"),
	  N_("Reports that were confirmed among those that were decided."), "report",
	  .filter = "e.state = 'valid' and " DECIDED, .per = DECIDED, .unit = "%",
	  .owner = "manager" },
	{ "D9", N_("Sign after death"),
	  N_("Persons reported dead who were seen after that day."), "person",
	  .filter = "f.last_sign_on > f.died_on", .unit = "persons", .owner = "reviewer",
	  .less_is_better = true },
	{ 0 }
};

static const struct stmt *const *const statements[] = {
	modules_risk_risk_statements, modules_risk_survivor_statements,
	modules_risk_day_statements, NULL
};

static const struct module_verb verbs[] = {
	{ "risk day", "PERSON", N_("what a corrected day of death changes"), 1, 1,
	  "clerk", NULL, day_show },
	{ "risk heir add", "PERSON NAME NUMBER RELATION",
	  N_("note or correct an heir who claims the grants after a death"), 4, 4,
	  "clerk", survivor_options, survivor_add },
	{ "risk heir withdraw", "PERSON [NUMBER]",
	  N_("an heir, or all of them, take the claim back"), 1, 2, "clerk", NULL,
	  survivor_end },
	{ "risk heirs", "[PERSON]", N_("heirs of a person, or all claims that wait"), 0,
	  1, "clerk", NULL, survivor_list },
	{ 0 }
};

const struct module steward_module = {
	.interface = STEWARD_INTERFACE,
	.size = sizeof(struct module),
	.name = "risk",
	.title = N_("fund risk"),
	.migrations = migrations,
	.functions = functions,
	.task_types = task_types,
	.keys = keys,
	.person_sections = person_sections,
	.facts = fact_sets,
	.finders = finders,
	.askings = askings,
	.task_sections = day_sections,
	.feeds = feeds,
	.screens = screens,
	.commands = commands,
	.figure_sources = figure_sources,
	.indicators = indicators,
	.verbs = verbs,
	.statements = statements,
};
