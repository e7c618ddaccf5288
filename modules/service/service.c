/* The counter and its channels: what people ask for, what they are told, what they bring
 * and what goes out about them. */
#include "steward.h"

#include <stddef.h>

#include "card.h"
#include "card_sql.h"
#include "certificate.h"
#include "certificate_sql.h"
#include "counter.h"
#include "joint.h"
#include "joint_sql.h"
#include "outreach.h"
#include "outreach_sql.h"
#include "paper.h"
#include "paper_sql.h"
#include "query.h"
#include "query_sql.h"
#include "service_sql.h"
#include "share.h"
#include "share_sql.h"

extern const char modules_service_migrations_0001_requests_text[];
extern const char modules_service_migrations_0002_certificates_text[];
extern const char modules_service_migrations_0003_shares_text[];
extern const char modules_service_migrations_0004_cards_text[];
extern const char modules_service_migrations_0005_papers_text[];
extern const char modules_service_migrations_0006_joint_text[];
extern const char modules_service_migrations_0007_queries_text[];
extern const char modules_service_migrations_0008_outreach_text[];
extern const char modules_service_functions_text[];
extern const char modules_service_outreach_functions_text[];
extern const char modules_service_joint_functions_text[];
extern const char modules_service_paper_functions_text[];
extern const char modules_service_certificate_functions_text[];
extern const char modules_service_share_functions_text[];
extern const char modules_service_query_functions_text[];

static const struct migration migrations[] = {
	{ 1, "requests", modules_service_migrations_0001_requests_text },
	{ 2, "certificates", modules_service_migrations_0002_certificates_text },
	{ 3, "shares", modules_service_migrations_0003_shares_text },
	{ 4, "cards", modules_service_migrations_0004_cards_text },
	{ 5, "papers", modules_service_migrations_0005_papers_text },
	{ 6, "joint", modules_service_migrations_0006_joint_text },
	{ 7, "queries", modules_service_migrations_0007_queries_text },
	{ 8, "outreach", modules_service_migrations_0008_outreach_text },
	{ 0 }
};
static const char *const functions[] = {
	modules_service_functions_text, modules_service_certificate_functions_text,
	modules_service_share_functions_text, modules_service_paper_functions_text,
	modules_service_joint_functions_text, modules_service_outreach_functions_text,
	modules_service_query_functions_text, NULL
};

static const struct feed feeds[] = {
	{ "service_request", N_("requests by all channels"), counter_request_fields,
	  counter_matches, paper_apply, 1, .keeps = counter_request_keeps },
	{ "card_status", N_("social security cards and their accounts"), card_fields,
	  counter_matches, NULL, 31, .keeps = card_keeps },
	{ "partner_answer", N_("answers of other offices in joint cases"), joint_fields,
	  counter_matches, NULL, 366, .keeps = joint_keeps },
	{ "query_answer", N_("answers of other offices to questions"), query_fields,
	  counter_matches, NULL, 366, .keeps = query_keeps },
	{ 0 }
};

/* A window of a partner takes requests as the counter does. */
#define BOTH N_("clerk or window")

static const struct screen screens[] = {
	{ .name = "requests", .title = N_("Requests"), .kind = SCREEN_LIST,
	  .sections = counter_list_sections, .paging = &counter_list_paging,
	  .filters = counter_filters,
	  .empty = N_("requests of persons: s on a person's page notes one") },
	{ .name = "joint", .title = N_("Joint cases"), .sections = joint_sections },
	{ .name = "outreach", .title = N_("Outreach"), .sections = outreach_sections,
	  .actions = outreach_actions,
	  .empty = N_("lists of whom to tell unasked: steward service outreach make") },
	{ .name = "outreach.one", .title = N_("Outreach"),
	  .sections = outreach_one_sections, .named_arg = 1 },
	{ .name = "service.ask", .title = N_("A request"), .kind = SCREEN_FORM,
	  .job = BOTH, .sections = counter_head_sections, .form = &counter_ask_form },
	{ .name = "service.note", .title = N_("A contact"), .kind = SCREEN_FORM,
	  .job = BOTH, .sections = counter_head_sections, .form = &counter_note_form },
	{ 0 }
};

#define LAW "Social Insurance Agency Regulations 2023, art. 29 and 30"

#define UNASKED \
	"Social Insurance Agency Regulations 2023, art. 29 and 30"

static const struct finder finders[] = {
	{ "service.request", N_("request of a person"), LAW, NULL, "service", NULL,
	  &SERVICE_FOUND },
	{ "service.card", N_("a pension goes to a card that cannot be used"),
	  "office practice", NULL, "card", NULL,
	  &SERVICE_CARD_UNFIT },
	{ "service.joint", N_("part of a joint case"), LAW, NULL, "joint", NULL,
	  &JOINT_FOUND },
	{ "service.query", N_("question to another office"), LAW, NULL, "query", NULL,
	  &QUERY_FOUND },
	{ "service.outreach_class", N_("told of classes"), UNASKED, NULL,
	  "outreach_class", "work.outreach_days", &OUTREACH_CLASS_FOUND },
	{ "service.outreach_fraud", N_("warned of fraud"), UNASKED, NULL,
	  "outreach_fraud", "work.outreach_days", &OUTREACH_FRAUD_FOUND },
	{ "service.outreach_health", N_("told of health checks"), UNASKED, NULL,
	  "outreach_health", "work.outreach_days", &OUTREACH_HEALTH_FOUND },
	{ 0 }
};

static const struct move request_moves[] = {
	{ "open", "settle", "done", "clerk", MOVE_CLOSE, "service_done", "s",
	  N_("settle: it is done, the person knows") },
	{ "open", "refuse", "dismissed", "clerk", MOVE_CLOSE, "service_refuse", "d",
	  N_("refuse: the person knows why") },
	{ 0 }
};
static const struct task_type task_types[] = {
	{ "service", N_("request"), "clerk", request_moves, .finders_only = true },
	{ "card", N_("card that cannot be used"), "clerk", card_moves },
	{ "joint", N_("part of a joint case"), "clerk", joint_moves,
	  .finders_only = true },
	{ "query", N_("question to another office"), "clerk", query_moves,
	  .finders_only = true },
	{ "outreach_class", N_("told of classes"), "clerk", outreach_moves,
	  .finders_only = true },
	{ "outreach_fraud", N_("warned of fraud"), "clerk", outreach_moves,
	  .finders_only = true },
	{ "outreach_health", N_("told of health checks"), "clerk", outreach_moves,
	  .finders_only = true },
	{ 0 }
};

static const struct section person_sections[] = {
	{ .name = "counter", .title = N_("At the counter"), .stmt = &SERVICE_AT_ONCE,
	  .columns = counter_at_once },
	{ .title = N_("Contact log"), .stmt = &SERVICE_LOG, .columns = counter_log },
	{ .title = N_("Papers of requests"), .stmt = &SERVICE_PAPER_ROWS,
	  .columns = paper_columns },
	{ .title = N_("Social security cards"), .stmt = &SERVICE_CARDS,
	  .columns = card_columns },
	{ .name = "joint", .title = N_("After the death"), .stmt = &JOINT_CAN,
	  .columns = joint_can_columns, .is_fields = true },
	{ .title = N_("Joint cases"), .stmt = &JOINT_PARTS, .columns = joint_columns },
	{ .title = N_("Told to other offices"), .stmt = &SERVICE_SHARED,
	  .columns = share_columns },
	{ .title = N_("Asked of other offices"), .stmt = &QUERY_LIST,
	  .columns = query_columns },
	{ 0 }
};
static const int person_args[] = { SERVICE_AT_ONCE_PERSON_ID, -1 };
static const struct action person_actions[] = {
	{ "s", N_("request"), .job = BOTH, .section = "counter", .args = person_args,
	  .opens = "service.ask" },
	{ "c", N_("contact"), .job = BOTH, .section = "counter", .args = person_args,
	  .opens = "service.note" },
	{ "o", N_("joint case"), .job = "clerk", .section = "joint",
	  .args = joint_can_args, .runs = &JOINT_OPEN_DEATH },
	{ 0 }
};

static const struct command commands[] = { { "screen.requests",
					     N_("requests by all channels"),
					     .opens = "requests", .code = "sv" },
					   { "screen.joint",
					     N_("parts of joint cases that wait"),
					     .opens = "joint", .code = "jc" },
					   { "screen.outreach",
					     N_("whom the office writes to unasked"),
					     .opens = "outreach", .code = "ou" },
					   { 0 } };

static const struct column served_rows[] = {
	{ .col = BEHIND_DAY, .title = N_("Day"), .kind = COLUMN_DAY, .width = 10 },
	{ .col = BEHIND_NAME, .title = N_("Name"), .width = 12 },
	{ .col = BEHIND_PLACE, .title = N_("Channel"), .kind = COLUMN_LABEL,
	  .width = 12 },
	{ .col = BEHIND_SAY, .title = N_("Matter") },
	{ 0 }
};
static const int behind_args[] = { BEHIND_PERSON, -1 };
static const struct figure_source figure_sources[] = {
	{ "served", "service_served v", "v.person_id bigint", "v.person_id",
	  .day = "v.day", .columns = served_rows, .opens = "person",
	  .args = behind_args },
	{ "settled", "service_settled v", "v.person_id bigint, v.request_no text",
	  "v.person_id", .day = "v.done_on", .place = "v.channel", .say = "v.matter",
	  .columns = served_rows, .opens = "person", .args = behind_args },
	{ "outreach", "outreach_told v", "v.person_id bigint, v.outreach text",
	  "v.person_id", .day = "v.sent_on", .place = "v.channel", .say = "v.outreach",
	  .columns = served_rows, .opens = "person", .args = behind_args },
	{ "papers", "service_papers v",
	  "v.person_id bigint, v.request_no text, v.paper text", "v.person_id",
	  .day = "v.day", .place = "v.how", .say = "v.paper", .columns = served_rows,
	  .opens = "person", .args = behind_args },
	{ 0 }
};

#define MONTH(day)                                                                       \
	day " >= date_trunc('month', $today)::date and " day " <= $today"

static const struct indicator indicators[] = {
	{ "J4", N_("Without a visit"),
	  N_("Requests of this month that were done and nobody had to come for."),
	  "settled", .filter = "not v.is_visit and " MONTH("v.done_on"),
	  .per = MONTH("v.done_on"), .unit = "%", .owner = "manager" },
	{ "J5", N_("Papers asked for"),
	  N_("Papers that somebody had to bring, for each application of this month."),
	  "papers", .filter = "v.how = 'asked' and " MONTH("v.day"),
	  .per = "v.is_first and " MONTH("v.day"), .unit = "papers", .owner = "manager",
	  .less_is_better = true },
	{ "J5n", N_("Papers not asked"),
	  N_("Papers of this month's applications that were held here or fetched."),
	  "papers", .filter = "v.how <> 'asked' and " MONTH("v.day"), .unit = "papers",
	  .owner = "manager" },
	{ "J6", N_("Came again"),
	  N_("Persons with two contacts on one matter in 30 days, of those served."),
	  "served", .filter = "v.is_back and v.day > $today - 30",
	  .per = "v.day > $today - 30", .unit = "%", .owner = "manager",
	  .less_is_better = true },
	{ "J8o", N_("Outreach reached"),
	  N_("Persons of this month's outreach to whom the message went out."),
	  "outreach",
	  .filter = "v.state in ('sent', 'delivered') and " MONTH("v.sent_on"),
	  .per = MONTH("v.sent_on"), .unit = "%", .owner = "manager" },
	{ "J10", N_("People served"),
	  N_("Persons with a request, a contact or a decision this month."), "served",
	  .filter = MONTH("v.day"), .unit = "persons", .owner = "manager" },
	{ "J10y", N_("Served this year"),
	  N_("Persons with a request, a contact or a decision this year."), "served",
	  .filter = "v.day >= date_trunc('year', $today)::date and v.day <= $today",
	  .unit = "persons", .owner = "manager" },
	{ 0 }
};

static const struct module_verb verbs[] = {
	{ "service ask", "PERSON MATTER", N_("note a request"), 2, 2, "clerk",
	  counter_ask_options, counter_ask },
	{ "service withdraw", "PERSON REQUEST", N_("the person takes a request back"), 2,
	  2, "clerk", NULL, counter_withdraw },
	{ "service requests", "", N_("requests by all channels"), 0, 0, "clerk",
	  counter_requests_options, counter_requests },
	{ "service note", "PERSON MATTER", N_("note a contact"), 2, 2, "clerk",
	  counter_note_options, counter_note },
	{ "service contacts", "PERSON", N_("every contact with a person"), 1, 1, "clerk",
	  NULL, counter_contacts },
	{ "service channels", "", N_("what came by each channel"), 0, 0, "clerk",
	  counter_channels_options, counter_channels },
	{ "service matters", "", N_("what people come with, and its clock"), 0, 0,
	  "clerk", NULL, counter_matters },
	{ "service certificate", "PERSON pension|months",
	  N_("a certificate as PDF, with a code that tells whether it stands"), 2, 2,
	  "clerk", certificate_options, certificate_issue },
	{ "service verify", "CODE", N_("whether a certificate still stands"), 1, 1,
	  "clerk", NULL, certificate_verify },
	{ "service paper", "PERSON REQUEST PAPER held|fetched|asked",
	  N_("note where a paper of a request came from"), 4, 4, "clerk", NULL,
	  paper_note },
	{ "service papers", "PERSON", N_("papers of a person's requests"), 1, 1, "clerk",
	  NULL, paper_list },
	{ "service share", "PERSON RECIPIENT GROUND pension|months",
	  N_("tell another office, and note on which legal ground"), 4, 4, "clerk", NULL,
	  share_tell },
	{ "service shared", "PERSON", N_("what other offices were told of a person"), 1,
	  1, "clerk", NULL, share_list },
	{ "service joint open", "PERSON KIND",
	  N_("open a joint case: each office that has a part in it gets one"), 2, 2,
	  "clerk", NULL, joint_case },
	{ "service joint end", "PERSON CASE", N_("take a joint case back"), 2, 2, "clerk",
	  NULL, joint_end },
	{ "service joint list", "[PERSON]", N_("parts of joint cases, or all that wait"),
	  0, 1, "clerk", NULL, joint_list },
	{ "service outreach make", "NAME class|fraud|health",
	  N_("a list of whom to write to, by area, age and sex"), 2, 2, "clerk",
	  outreach_options, outreach_make },
	{ "service outreach send", "NAME", N_("a message to each, by a second person"), 1,
	  1, "reviewer", NULL, outreach_send },
	{ "service outreach drop", "NAME", N_("it is not sent"), 1, 1, "clerk", NULL,
	  outreach_drop },
	{ "service outreach list", "", N_("lists, and what became of the messages"), 0, 0,
	  "clerk", NULL, outreach_list },
	{ "service outreach show", "NAME", N_("each person with the receipt"), 1, 1,
	  "clerk", NULL, outreach_show },
	{ "service joint file", "OFFICE",
	  N_("the cases an office was not told of, as a file"), 1, 1, "clerk",
	  joint_file_options, joint_file },
	{ "service query", "PERSON OFFICE MATTER PURPOSE",
	  N_("ask another office: for an open task's rule, or what else, in words"), 4, 4,
	  "clerk", NULL, query_ask },
	{ "service query list", "[PERSON]",
	  N_("questions about a person, or all that wait"), 0, 1, "clerk", NULL,
	  query_list },
	{ "service query file", "OFFICE",
	  N_("the questions an office was not sent, as a file"), 1, 1, "clerk",
	  joint_file_options, query_file },
	{ "service query answer", "PERSON NUMBER ANSWER",
	  N_("an answer by telephone or letter"), 3, 3, "clerk", NULL, query_answer },
	{ "service query withdraw", "PERSON NUMBER", N_("take a question back"), 2, 2,
	  "clerk", NULL, query_withdraw },
	{ 0 }
};

static const struct stmt *const *const statements[] = {
	modules_service_service_statements, modules_service_certificate_statements,
	modules_service_share_statements, modules_service_card_statements,
	modules_service_paper_statements, modules_service_joint_statements,
	modules_service_outreach_statements, modules_service_query_statements, NULL
};

const struct module steward_module = {
	.interface = STEWARD_INTERFACE,
	.size = sizeof(struct module),
	.name = "service",
	.title = N_("service"),
	.migrations = migrations,
	.functions = functions,
	.finders = finders,
	.feeds = feeds,
	.task_types = task_types,
	.screens = screens,
	.person_sections = person_sections,
	.person_actions = person_actions,
	.commands = commands,
	.figure_sources = figure_sources,
	.indicators = indicators,
	.verbs = verbs,
	.statements = statements,
};
