/* Every verb with its options, as --help shows them. */
#include <stddef.h>

#include "cashier/pay.h"
#include "cli/barrier.h"
#include "cli/loads.h"
#include "cli/work.h"
#include "host/app.h"
#include "host/commands.h"
#include "article/page.h"
#include "policy/rules.h"

static const struct option_def desk_options[] = {
	{ "line", 'f', N_("the same screens as lines of text: for speech and scripts") },
	{ 0 }
};
static const struct option_def board_options[] = {
	{ "region", 'n', N_("area code"), NULL, 0, 999999999 },
	{ "date", 'd', N_("as the figures were on that day") },
	{ "html", 'f', N_("one page with charts, for a browser") },
	{ "openmetrics", 'f', N_("for a program that watches") },
	{ 0 }
};
static const struct option_def figure_options[] = {
	{ "region", 'n', N_("area code"), NULL, 0, 999999999 },
	{ "days", 'n', N_("at most so many days"), "366", 1, 3660 },
	{ 0 }
};
static const struct option_def tasks_options[] = {
	{ "type", 't', N_("kind of task") },
	{ "state", 't', N_("open, proposed, done, dismissed or withdrawn") },
	{ "limit", 'n', N_("rows at most"), "50", 1, 1000000 },
	{ 0 }
};
static const struct option_def search_options[] = {
	{ "limit", 'n', N_("rows at most"), "50", 1, 1000000 }, { 0 }
};
static const struct option_def payable_options[] = {
	{ "period", 't', N_("month, YYYY-MM; otherwise the one of the business day") },
	{ 0 }
};
static const struct option_def decide_options[] = {
	{ "reason", 't', N_("reason code") },
	{ "note", 't', N_("free text kept with the decision"), "" },
	{ "version", 'n', N_("version of the task that was looked at"), NULL, 1,
	  1000000000 },
	{ "request", 't', N_("request key (UUID) to try again with") },
	{ 0 }
};
static const struct option_def explain_options[] = {
	{ "now", 'f', N_("by the facts and texts of today, whatever was decided") }, { 0 }
};
static const struct option_def letter_options[] = {
	{ "lang", 't',
	  N_("en, zh or both (en,zh); otherwise the language of the terminal") },
	{ "keep", 'f', N_("keep it as a draft of the case, too") },
	{ "kept", 'n', N_("print again what was kept under this number"), NULL, 1,
	  INT64_MAX },
	{ 0 }
};
static const struct option_def amount_options[] = {
	{ "rule", 't', N_("the rule that tells it"), "retirement.amount" }, { 0 }
};
static const struct option_def adjust_rehearse_options[] = {
	{ "scheme", 't', N_("employee or resident"), "employee" },
	{ "region", 'n', N_("persons of this area alone"), NULL, 0, 999999999 },
	{ 0 }
};
static const struct option_def adjust_rows_options[] = {
	{ "only", 't',
	  N_("a state (pending, outlier, applied) or a cause of taking no part") },
	{ "limit", 'n', N_("rows at most"), "50", 1, 1000000 },
	{ 0 }
};
#define ADJUST_FIRST                                                               \
	{ "first", 'n', N_("so many persons, then a pause"), NULL, 1, 1000000 }
#define ADJUST_REGION { "region", 'n', N_("this area, then a pause"), NULL, 0, 999999999 }
static const struct option_def adjust_part_options[] = { ADJUST_FIRST, ADJUST_REGION,
							{ 0 } };
static const struct option_def adjust_approve_options[] = {
	{ "signature", 't', N_("the signature that was looked at") }, ADJUST_FIRST,
	ADJUST_REGION, { 0 }
};
static const struct option_def adjust_undo_options[] = {
	{ "reason", 't', N_("why; kept with it") }, { 0 }
};
static const struct option_def post_list_options[] = {
	{ "state", 't',
	  N_("draft, due, ready, sent, delivered, failed, returned, dropped") },
	{ "limit", 'n', N_("rows at most"), "50", 1, 1000000 },
	{ 0 }
};
static const struct option_def post_send_options[] = {
	{ "folder", 'p', N_("export folder: a file a message that has no other way") },
	{ "text", 'f', N_("letters as text, where nothing can print them") },
	{ "mail", 't', N_("smtp://HOST:PORT or smtps://HOST:PORT") },
	{ "from", 't', N_("the address that mail comes from") },
	{ "http", 't', N_("address of the gateway for text messages and the app") },
	{ "token", 'p', N_("file with the gateway's secret, readable by nobody else") },
	{ "at", 't', N_("HH:MM to go by, for the quiet hours; otherwise now") },
	{ 0 }
};
static const struct option_def post_receipt_options[] = {
	{ "date", 'd',
	  N_("the day it arrived or came back; otherwise the business day") },
	{ "means", 't',
	  N_("direct, household, left, post, publication or electronic") },
	{ "proof", 't', N_("what proves it: number of the receipt, who signed") },
	{ 0 }
};
static const struct option_def post_reply_options[] = {
	{ "date", 'd', N_("the day of the answer; otherwise the business day") }, { 0 }
};
static const struct option_def post_object_options[] = {
	{ "date", 'd', N_("the day it was filed; otherwise the business day") },
	{ "stops", 't',
	  N_("the law's exception that stops the act: agency, body, applicant or law"),
	  "" },
	{ "note", 't', N_("what it says"), "" },
	{ 0 }
};
static const struct option_def post_wish_options[] = {
	{ "lang", 't', N_("language of what is written to the person") },
	{ "consents", 'f', N_("decisions may be served by mail") },
	{ 0 }
};
static const struct option_def import_options[] = {
	{ "encoding", 't', N_("UTF-8 or GB18030"), "UTF-8" },
	{ "sep", 't', N_("separator"), "," },
	{ "date", 'd', N_("business day") },
	{ "dry-run", 'f', N_("say what would happen and keep nothing") },
	{ "report", 't', N_("csv: a verdict for every line on stdout") },
	{ "rejects", 'n', N_("rejected rows listed at most"), "20", 0, 1000000000 },
	{ "force", 'f',
	  N_("the day is right, though it is more than a week past the last judged "
	     "one") },
	{ 0 }
};
static const struct option_def feed_map_options[] = {
	{ "encoding", 't', N_("UTF-8 or GB18030; otherwise as the bytes are") },
	{ "sep", 't', N_("separator; otherwise comma, semicolon or tab as it fits") },
	{ "from", 'm', N_("FIELD=HEADING|HEADING: columns that make the field") },
	{ "constant", 'm', N_("FIELD=VALUE where the file has no column for it") },
	{ "codes", 'm', N_("FIELD=THEIRS=OURS|THEIRS=OURS") },
	{ "write", 'f', N_("make the draft parameters/maps_FEED.lua") },
	{ 0 }
};
static const struct option_def init_options[] = {
	{ "region", 'n', N_("code of the area the office serves; otherwise the whole"),
	  NULL, 0, 999999999 },
	{ 0 }
};
static const struct option_def migrate_options[] = {
	{ "forget", 't',
	  N_("NAME,NAME: these modules are no part of the office any more") },
	{ 0 }
};
static const struct option_def backup_options[] = {
	{ "to", 'p', N_("folder of the backup, which is not there yet") }, { 0 }
};
static const struct option_def restore_options[] = {
	{ "from", 'p', N_("folder of the backup") }, { 0 }
};
static const struct option_def barrier_put_options[] = {
	{ "reason", 't', N_("why, in 10 to 255 characters") },
	{ "from", 'd', N_("first day; otherwise the business day") },
	{ "to", 'd', N_("last day; otherwise none") },
	{ 0 }
};
static const struct option_def barrier_end_options[] = {
	{ "reason", 't', N_("why, in 10 to 255 characters") }, { 0 }
};
static const struct option_def barrier_waive_options[] = {
	{ "reason", 't', N_("why, in 10 to 255 characters") },
	{ "until", 'd', N_("the last day, within three months") },
	{ 0 }
};
static const struct option_def staff_kin_options[] = {
	{ "own", 'f', N_("the person is the login's own") },
	{ "end", 'f', N_("it is so no more") },
	{ 0 }
};
static const struct option_def staff_special_options[] = {
	{ "end", 'f', N_("it is so no more") }, { 0 }
};
static const struct option_def staff_limit_options[] = {
	{ "step", 't', N_("yuan of one decision at most") },
	{ "day", 't', N_("yuan of a day's decisions at most") },
	{ 0 }
};
static const struct option_def staff_end_options[] = {
	{ "to", 'p', N_("the colleague who goes on; otherwise everybody") }, { 0 }
};
static const struct option_def reconcile_options[] = {
	{ "force", 'f', N_("without those persons of the journal who are not here") },
	{ 0 }
};
static const struct option_def work_options[] = {
	{ "why", 't', N_("the reason"), NULL, 0, 0 }, { 0 }
};
static const struct option_def staff_options[] = {
	{ "region", 'n', N_("code of the area; otherwise the office's"), NULL, 0,
	  999999999 },
	{ 0 }
};
static const struct option_def judge_options[] = {
	{ "all", 'f', N_("everyone, not only who was touched or is due") },
	{ "rebuild", 'f', N_("make all fact rows anew first; implies --all") },
	{ "date", 'd', N_("business day") },
	{ "force", 'f',
	  N_("the day is right, though it is more than a week past the last judged "
	     "one") },
	{ 0 }
};
static const struct option_def day_run_options[] = {
	{ "date", 'd', N_("business day; otherwise today") },
	{ "drop", 'p', N_("folder with a folder of files a day, YYYY-MM-DD/FEED.csv") },
	{ "sample", 'n', N_("decisions to judge again; 0: none"), "10000", 0, 10000000 },
	{ "force", 'f',
	  N_("the day is right, though it is more than a week past the last judged "
	     "one") },
	{ 0 }
};
static const struct option_def undo_options[] = {
	{ "date", 'd', N_("the last judged day") },
	{ "why", 'm', N_("what was wrong") },
	{ 0 }
};
static const struct option_def eval_options[] = {
	{ "set", 'm', N_("PARAMETER=VALUE in place of its value; may be repeated") },
	{ "jurisdiction", 't',
	  N_("place of the rows that name none: CN-33, CN-330681, FR") },
	{ "date", 'd',
	  N_("day the parameters are taken of; otherwise the business day") },
	{ "folder", 'f', N_("the texts of the configured folder, not those in force") },
	{ "explain", 'f', N_("inputs, parameters and steps of each row") },
	{ "describe", 'f', N_("inputs and outputs of the calculation") },
	{ "list", 'f', N_("the calculations there are") },
	{ "draft", 'm', N_("files laid over the law: what comes out differently") },
	{ "format", 't',
	  N_("csv, json or text; csv for rows, text for what is explained") },
	{ 0 }
};
static const struct option_def doctor_options[] = {
	{ "conninfo", 'f', N_("print the connection string in use") },
	{ "metrics", 'f', N_("what is late, growing or failing, as OpenMetrics") },
	{ 0 }
};

/* Which options a verb of several words takes. */
static const struct option_def propose_options[] = {
	{ "rule", 't', N_("only tasks of this rule") },
	{ "region", 'n', N_("only in this area and those in it"), NULL, 0, 999999999 },
	{ "list", 'p', N_("only persons whose numbers this file holds") },
	{ "reason", 't', N_("reason code") },
	{ "note", 't', N_("free text kept with the decisions"), "" },
	{ "request", 't', N_("key of the batch (UUID) to try again with") },
	{ 0 }
};
static const struct option_def batch_undo_options[] = {
	{ "reason", 't', N_("reason code") },
	{ "note", 't', N_("free text kept with the decisions"), "" },
	{ "request", 't', N_("key of the batch (UUID) to try again with") },
	{ 0 }
};
static const struct option_def settle_options[] = {
	{ "reason", 't', N_("reason code") },
	{ "note", 't', N_("free text kept with the decisions"), "" },
	{ "signature", 't', N_("the signature that was looked at") },
	{ 0 }
};
static const struct option_def pay_lines_options[] = {
	{ "only", 't', N_("new, amount, account, arrears, over, held or look") },
	{ "limit", 'n', N_("rows at most"), "50", 1, 10000000 },
	{ 0 }
};
static const struct option_def pay_decide_options[] = {
	{ "reason", 't', N_("reason code"), "" },
	{ "person", 't', N_("only this person's, by number or id") },
	{ 0 }
};
static const struct option_def pay_approve_options[] = {
	{ "signature", 't', N_("the signature that was looked at") }, { 0 }
};
static const struct option_def pay_confirm_options[] = {
	{ "paid-on", 'd', N_("day of payment; otherwise the one in the files") }, { 0 }
};
static const struct option_def pay_sample_options[] = {
	{ "most", 'n', N_("draws so many payments by chance"), NULL, 1, 1000 }, { 0 }
};
static const struct option_def pay_told_options[] = {
	{ "kind", 't', N_("of this kind of benefit"), "pension" }, { 0 }
};
static const struct option_def pay_returns_options[] = {
	{ "channel", 't', N_("whose own table it is; otherwise pain.002") }, { 0 }
};
static const struct option_def audit_list_options[] = {
	{ "who", 't', N_("login") },
	{ "op", 't', N_("what was done: task, pay, import, account.propose ...") },
	{ "person", 't', N_("about whom") },
	{ "from", 'd', N_("first day") },
	{ "to", 'd', N_("last day") },
	{ "limit", 'n', N_("rows at most"), "50", 1, 1000000 },
	{ 0 }
};
static const struct option_def audit_seals_options[] = {
	{ "after", 'n', N_("those after this one"), NULL, 0, INT64_MAX }, { 0 }
};
static const struct option_def audit_verify_options[] = {
	{ "seals", 'p', N_("file of seals that was kept elsewhere") }, { 0 }
};
static const struct option_def deduct_list_options[] = {
	{ "state", 't',
	  N_("proposed, valid, refused or ended; otherwise the first two") },
	{ 0 }
};
static const struct option_def deduct_add_options[] = {
	{ "kind", 't', N_("maintenance, tax or attachment"), "attachment" },
	{ "creditor", 't', N_("who gets it") },
	{ "order", 't', N_("number of the order or judgment") },
	{ "amount", 't', N_("yuan a month; or a share") },
	{ "share", 'n', N_("percent of the benefit"), NULL, 1, 100 },
	{ "total", 't', N_("yuan in all; then it ends") },
	{ "from", 'd', N_("first day") },
	{ "until", 'd', N_("day from which it is not paid any more") },
	{ 0 }
};
static const struct option_def deduct_settle_options[] = {
	{ "why", 't', N_("why, in a few words"), "" }, { 0 }
};
static const struct option_def recover_list_options[] = {
	{ "state", 't', N_("heard, owed, settled, waived or void") },
	{ "limit", 'n', N_("rows at most"), "50", 1, 1000000 },
	{ 0 }
};
static const struct option_def recover_judge_options[] = {
	{ "claim", 'n', N_("of several claims the one that is meant"), NULL, 1,
	  INT64_MAX },
	{ "month", 't', N_("month, YYYY-MM; otherwise all of them") },
	{ "fault", 't', N_("none, knew, wrong, concealed or agency"), "open" },
	{ "share", 'n', N_("percent of it that is asked for"), "100", 0, 100 },
	{ "why", 't', N_("why, in a few words"), "" },
	{ 0 }
};
static const struct option_def recover_received_options[] = {
	{ "claim", 'n', N_("of several claims the one that is meant"), NULL, 1,
	  INT64_MAX },
	{ "way", 't', N_("paid, or recalled by the bank"), "paid" },
	{ "ref", 'm', N_("number of the receipt") },
	{ "day", 'd', N_("the day it came; otherwise the business day") },
	{ 0 }
};
static const struct option_def recover_reverse_options[] = {
	{ "why", 'm', N_("what was wrong") }, { 0 }
};
static const struct option_def recover_estate_options[] = {
	{ "claim", 'n', N_("of several claims the one that is meant"), NULL, 1,
	  INT64_MAX },
	{ "heir", 'm', N_("who has inherited") },
	{ 0 }
};
static const struct option_def account_options[] = {
	{ "reason", 't', N_("why, in a few words") }, { 0 }
};
static const struct option_def day_options[] = {
	{ "date", 'd', N_("day to judge on; otherwise the business day") },
	{ "folder", 'f', N_("the texts of the configured folder, not those in force") },
	{ 0 }
};
static const struct option_def try_options[] = {
	{ "body", 'f', N_("the files are script bodies that return a value") },
	{ "facts", 't', N_("CSV file, a column a fact") },
	{ "person", 't', N_("the stored facts of this person") },
	{ "date", 'd', N_("day to judge on; otherwise the business day") },
	{ "folder", 'f', N_("the texts of the configured folder, not those in force") },
	{ 0 }
};
static const struct option_def new_options[] = {
	{ "with", 'm', N_("KEY=ANSWER to a question, which is not asked then") },
	{ "date", 'd', N_("of the law of that day") },
	{ "folder", 'f', N_("the texts of the configured folder, not those in force") },
	{ 0 }
};
static const struct option_def page_options[] = {
	{ "date", 'd', N_("of the law of that day") },
	{ "against", 'd', N_("beside that of this day, with what moved") },
	{ "folder", 'f', N_("the texts of the configured folder, not those in force") },
	{ "format", 't', N_("text, markdown or html") },
	{ 0 }
};
static const struct option_def test_options[] = {
	{ "against", 't', N_("file or folder of the texts before the change") },
	{ "strict", 'f', N_("an outcome that differs is a failure") },
	{ "all", 'f', N_("every input that comes out differently, not three of a text") },
	{ "date", 'd', N_("day to judge on; otherwise the business day") },
	{ "folder", 'f', N_("the texts of the configured folder, not those in force") },
	{ 0 }
};
static const struct option_def import_params_options[] = {
	{ "write", 'f', N_("write a draft, or the texts of the folder anew") },
	{ "date", 'd', N_("day to judge on; otherwise the business day") },
	{ "folder", 'f', N_("the texts of the configured folder, not those in force") },
	{ 0 }
};
static const struct option_def adopt_options[] = {
	{ "from", 'd', N_("first day; otherwise that of the rehearsal") },
	{ "remove", 'f', N_("the draft may take names and places away") },
	{ 0 }
};
static const struct option_def withdraw_options[] = {
	{ "from", 'd', N_("first day; otherwise the business day") },
	{ "limit", 'n', N_("persons listed at most"), "50", 0, 10000000 },
	{ 0 }
};
static const struct option_def rehearse_options[] = {
	{ "from", 'd', N_("first day; otherwise the business day") },
	{ "remove", 'f', N_("the draft may take names and places away") },
	{ "region", 'n', N_("only persons of this area"), NULL, 0, 999999999 },
	{ "limit", 'n', N_("persons listed at most"), "50", 0, 10000000 },
	{ "years", 'n', N_("what so many years would cost; nothing is kept"), NULL,
	  1, 50 },
	{ "html", 'f', N_("the years as one page with charts, for a browser") },
	{ 0 }
};
static const struct option_def replay_options[] = {
	{ "sample", 'n', N_("decisions at most"), "10000", 1, 100000000 },
	{ "now", 'f', N_("what today's facts and texts would say instead") },
	{ 0 }
};

/* A row that does nothing is the heading of those whose words begin like its own. */
const struct verb own_verbs[] = {
	{ "desk", "", N_("the workbench (also without any subcommand)"), 0, -1, NULL,
	  desk_options, .run = cmd_desk },
	{ "board", "", N_("the figures"), 0, -1, NULL, board_options, .run = cmd_board },
	{ "figure", "NAME", N_("a figure through the days"), 1, 1, "manager",
	  figure_options, .run = cmd_figure },
	{ "tasks", "", N_("the queue"), 0, -1, NULL, tasks_options, .run = cmd_tasks },
	{ "person", "NUMBER|ID", N_("everything about one person"), 0, -1, NULL, NULL,
	  .run = cmd_person },
	{ "person looked", "PERSON", N_("who has looked, and to whom data went"), 1, 1,
	  "clerk", NULL, .with_db = barrier_looked },
	{ "payable", "", N_("what would be paid out for a month, and what is held"), 0, 0,
	  NULL, payable_options, .run = cmd_payable },
	{ "search", "TEXT", N_("persons by name or number"), 0, -1, NULL, search_options,
	  .run = cmd_search },
	{ "amount", "PERSON", N_("why a pension is what it is, as a letter"), 1, 1, NULL,
	  amount_options, .run = cmd_amount },
	{ "post", "", N_("messages and letters to persons"), 0, 0, "clerk",
	  post_list_options, .with_db = post_list },
	{ "post list", "", N_("the outbox, the newest first"), 0, 0, "clerk",
	  post_list_options, .with_db = post_list },
	{ "post show", "MESSAGE", N_("one message, its text and what became of it"), 1, 1,
	  "clerk", NULL, .with_db = post_show },
	{ "post send", "", N_("renders and sends what waits; by a timer"), 0, 0, "batch",
	  post_send_options, .with_db = post_send },
	{ "post words", "MESSAGE TEXT", N_("words of one's own for a letter"), 2, 2,
	  "clerk", NULL, .with_db = post_words },
	{ "post approve", "MESSAGE SIGNATURE", N_("exactly this text may go"), 2, 2,
	  "reviewer", NULL, .with_db = post_approve },
	{ "post receipt", "MESSAGE OUTCOME",
	  N_("delivered, returned or failed: the day and its proof"), 2, 2, "clerk",
	  post_receipt_options, .with_db = post_receipt },
	{ "post reply", "MESSAGE", N_("the person has answered"), 1, 1, "clerk",
	  post_reply_options, .with_db = post_reply },
	{ "post print", "MESSAGE", N_("its letter as PDF on the standard output"), 1, 1,
	  "clerk", NULL, .with_db = post_print },
	{ "post retry", "MESSAGE", N_("once more, what failed or came back"), 1, 1,
	  "clerk", NULL, .with_db = post_retry },
	{ "post drop", "MESSAGE REASON", N_("a message that is not to be sent"), 2, 2,
	  "clerk", NULL, .with_db = post_drop },
	{ "post object", "PERSON DECISION internal|reconsideration|court",
	  N_("somebody contests a decision"), 3, 3, "clerk", post_object_options,
	  .with_db = post_object },
	{ "post wish", "PERSON CHANNEL",
	  N_("how a person wants to be written to: sms, mail, app, letter, none, any"), 2,
	  2, "clerk", post_wish_options, .with_db = post_wish },
	{ "explain", "PERSON RULE CAUSE",
	  N_("why a rule said so: facts, parameters, steps"), 0, -1, NULL,
	  explain_options, .run = cmd_explain },
	{ "letter", "PERSON RULE CAUSE", N_("the same as a letter to the person"), 0, -1,
	  NULL, letter_options, .run = cmd_letter },
	{ "decide", "PERSON RULE CAUSE EVENT", N_("one step of a task"), 0, -1, NULL,
	  decide_options, .run = cmd_decide },
	{ "work", "", N_("the catalogue of work: kinds of tasks"), 0, 0, "clerk", NULL,
	  .with_db = work_types },
	{ "work types", "[TYPE]", N_("each with its clock; of one the steps and reasons"),
	  0, 1, "clerk", NULL, .with_db = work_types },
	{ "work switch", "TYPE on|off", N_("a kind of task is switched, with a reason"),
	  2, 2, "admin", work_options, .with_db = work_switch },
	{ "batch", "", N_("many tasks decided as one, by two persons"), 0, 0, "clerk",
	  NULL, .with_db = batch_show },
	{ "batch list", "", N_("the batches"), 0, 0, "clerk", NULL,
	  .with_db = batch_show },
	{ "batch show", "ID", N_("a batch, its signature and every row"), 1, 1, "clerk",
	  NULL, .with_db = batch_show },
	{ "batch try", "TYPE",
	  N_("what a batch would take: sum, extremes, ten unlike, ten by chance"), 1, 1,
	  "clerk", propose_options, .with_db = batch_try },
	{ "batch propose", "TYPE", N_("all open tasks of this kind"), 1, 1, "clerk",
	  propose_options, .with_db = batch_propose },
	{ "batch undo", "ID", N_("what it decided is proposed to be taken back"), 1, 1,
	  "clerk", batch_undo_options, .with_db = batch_undo },
	{ "batch approve", "ID", N_("with the signature that was looked at"), 1, 1,
	  "reviewer", settle_options, .with_db = batch_settle },
	{ "batch refuse", "ID", N_("its tasks are open again"), 1, 1, "reviewer",
	  settle_options, .with_db = batch_settle },
	{ "pay", "", N_("payment runs, the newest first"), 0, 0, "clerk", NULL,
	  .with_db = pay_list },
	{ "pay prepare", "[MONTH]", N_("what is to be paid for a month, of all benefits"),
	  0, 1, "clerk", NULL, .with_db = pay_prepare },
	{ "pay show", "[RUN|MONTH]",
	  N_("a run beside the month before, and what is held"), 0, 1, "clerk", NULL,
	  .with_db = pay_show },
	{ "pay lines", "[RUN|MONTH]", N_("its lines"), 0, 1, "clerk", pay_lines_options,
	  .with_db = pay_lines },
	{ "pay gate", "[RUN|MONTH]", N_("holds whom an open signal stands against"), 0, 1,
	  "clerk", NULL, .with_db = pay_gate },
	{ "pay held", "[RUN|MONTH] [RULE]", N_("who is held, and why"), 0, 2, "clerk",
	  NULL, .with_db = pay_held },
	{ "pay release", "RUN|MONTH RULE",
	  N_("held lines of a group go out all the same"), 2, 2, "clerk",
	  pay_decide_options, .with_db = pay_release },
	{ "pay keep", "RUN|MONTH RULE", N_("held lines of a group stay held"), 2, 2,
	  "clerk", pay_decide_options, .with_db = pay_keep },
	{ "pay sign", "[RUN|MONTH]", N_("as it is: for a second person"), 0, 1, "clerk",
	  NULL, .with_db = pay_sign },
	{ "pay approve", "[RUN|MONTH]", N_("with the signature that was looked at"), 0, 1,
	  "reviewer", pay_approve_options, .with_db = pay_approve },
	{ "pay export", "RUN|MONTH FOLDER", N_("a file for each channel"), 2, 2, "clerk",
	  NULL, .with_db = pay_export },
	{ "pay totals", "[RUN|MONTH]", N_("the totals page that goes with the files"), 0,
	  1, "clerk", NULL, .with_db = pay_totals },
	{ "pay confirm", "RUN|MONTH FOLDER",
	  N_("the banks have these files: it counts as paid"), 2, 2, "clerk",
	  pay_confirm_options, .with_db = pay_confirm },
	{ "pay returns", "FILE", N_("a bank's answer: what was paid, and what came back"),
	  1, 1, "clerk", pay_returns_options, .with_db = pay_returns },
	{ "pay close", "[RUN|MONTH]", N_("the end of every payment is known"), 0, 1,
	  "reviewer", NULL, .with_db = pay_close },
	{ "pay sample", "[RUN|MONTH]",
	  N_("payments drawn by chance, to be worked out once more"), 0, 1, "manager",
	  pay_sample_options, .with_db = pay_sample },
	{ "pay sample told", "PERSON RUN|MONTH YUAN",
	  N_("what should have been paid of one that was drawn"), 3, 3, "clerk",
	  pay_told_options, .with_db = pay_sample_told },
	{ "pay take-back", "RUN|MONTH", N_("as if it had not been made"), 1, 1, "clerk",
	  NULL, .with_db = pay_take_back },
	{ "recover", "", N_("what is owed back, the largest first"), 0, 0, "clerk",
	  recover_list_options, .with_db = recover_list },
	{ "recover totals", "", N_("owed, come back, written off and left, by plan"), 0,
	  0, "clerk", NULL, .with_db = recover_totals },
	{ "recover show", "PERSON", N_("claims of a person, their months and ledger"), 1,
	  1, "clerk", NULL, .with_db = recover_show },
	{ "recover judge", "PERSON",
	  N_("whose fault a month was, and how much of it is asked for"), 1, 1, "clerk",
	  recover_judge_options, .with_db = recover_judge },
	{ "recover received", "PERSON YUAN", N_("money that came back"), 2, 2, "clerk",
	  recover_received_options, .with_db = recover_received },
	{ "recover reverse", "PERSON CLAIM NO", N_("a movement that was entered wrongly"),
	  3, 3, "clerk", recover_reverse_options, .with_db = recover_reverse },
	{ "recover estate", "PERSON YUAN", N_("who has inherited, and how much"), 2, 2,
	  "clerk", recover_estate_options, .with_db = recover_estate },
	{ "recover recall", "", N_("what the banks are asked to send back"), 0, 0,
	  "clerk", NULL, .with_db = recover_recall },
	{ "adjust", "", N_("yearly adjustments of pensions, the newest first"), 0, 0,
	  "clerk", NULL, .with_db = adjust_list },
	{ "adjust list", "", N_("the same"), 0, 0, "clerk", NULL,
	  .with_db = adjust_list },
	{ "adjust show", "[ADJUSTMENT]",
	  N_("persons and money by groups, who takes no part, how far it is"), 0, 1,
	  "clerk", NULL, .with_db = adjust_show },
	{ "adjust rows", "[ADJUSTMENT]", N_("its rows, part by part"), 0, 1, "clerk",
	  adjust_rows_options, .with_db = adjust_rows },
	{ "adjust rehearse", "YEAR",
	  N_("what it would make of everyone; nothing changes"), 1, 1, "batch",
	  adjust_rehearse_options, .with_db = adjust_rehearse },
	{ "adjust propose", "[ADJUSTMENT]",
	  N_("as it was rehearsed: for a second person"), 0, 1, "clerk", NULL,
	  .with_db = adjust_propose },
	{ "adjust approve", "[ADJUSTMENT]",
	  N_("with the signature that was looked at; all of it is applied, or a part"), 0,
	  1, "reviewer", adjust_approve_options, .with_db = adjust_approve },
	{ "adjust pause", "[ADJUSTMENT]", N_("no further for now"), 0, 1, "clerk", NULL,
	  .with_db = adjust_pause },
	{ "adjust go-on", "[ADJUSTMENT]", N_("the rest of it, or one more part"), 0, 1,
	  "clerk", adjust_part_options, .with_db = adjust_go_on },
	{ "adjust undo", "[ADJUSTMENT]",
	  N_("benefits as they were before it; by two persons, one after the other"), 0,
	  1, "clerk", adjust_undo_options, .with_db = adjust_undo },
	{ "audit", "", N_("who did what, the newest first"), 0, 0, "auditor",
	  audit_list_options, .with_db = audit_list },
	{ "audit seal", "", N_("seals what is new; its lines are to be kept elsewhere"),
	  0, 0, "batch", NULL, .run = cmd_audit_seal },
	{ "audit seals", "", N_("all seals, a line each"), 0, 0, "auditor",
	  audit_seals_options, .with_db = audit_seals },
	{ "audit export", "FILE", N_("the sealed rows, to be looked at elsewhere"), 1, 1,
	  "auditor", NULL, .run = cmd_audit_export },
	{ "audit verify", "[FILE]",
	  N_("is all as it was sealed? of a file that was exported, without any office"),
	  0, 1, "auditor", audit_verify_options, .run = cmd_audit_verify },
	{ "deduct", "", N_("what goes to others out of benefits"), 0, 0, "clerk",
	  deduct_list_options, .with_db = deduct_list },
	{ "deduct show", "PERSON", N_("a person's orders, and what was paid of them"), 1,
	  1, "clerk", NULL, .with_db = deduct_show },
	{ "deduct add", "PERSON CHANNEL NUMBER",
	  N_("an order, and the creditor's account; it counts when a second person "
	     "agrees"),
	  3, 3, "clerk", deduct_add_options, .with_db = deduct_add },
	{ "deduct approve", "ORDER", N_("by a second person"), 1, 1, "reviewer",
	  deduct_settle_options, .with_db = deduct_settle },
	{ "deduct refuse", "ORDER", N_("by a second person: nothing is paid"), 1, 1,
	  "reviewer", deduct_settle_options, .with_db = deduct_settle },
	{ "deduct end", "ORDER", N_("no run pays it any more"), 1, 1, "clerk",
	  deduct_settle_options, .with_db = deduct_settle },
	{ "account", "", N_("changes of accounts that wait for a second person"), 0, 0,
	  "clerk", NULL, .with_db = account_list },
	{ "account propose", "PERSON CHANNEL NUMBER",
	  N_("another account; it counts when a second person agrees"), 3, 3, "clerk",
	  account_options, .with_db = account_propose },
	{ "account approve", "CHANGE", N_("by a second person"), 1, 1, "reviewer", NULL,
	  .with_db = account_settle },
	{ "account refuse", "CHANGE", N_("by a second person: the account stays"), 1, 1,
	  "reviewer", NULL, .with_db = account_settle },
	{ "account take-back", "CHANGE", N_("by who entered it"), 1, 1, "clerk", NULL,
	  .with_db = account_settle },
	{ "import", "FEED FILE", N_("a department's file"), 0, -1, NULL, import_options,
	  .run = cmd_import },
	{ "completion", "[WORD...]", N_("what may follow these words, for a shell"), 0,
	  -1, NULL, NULL, .run = cmd_completion },
	{ "feed", "", N_("files as their senders make them") },
	{ "feed map", "FEED SAMPLE",
	  N_("which column of a sender's own file is which field"), 2, 2, NULL,
	  feed_map_options, .run = feed_map_show },
	{ "loads", "[LOAD]", N_("files that came in; of one, the rows that wait"), 0, 1,
	  "clerk", NULL, .with_db = loads_show },
	{ "loads repair", "LOAD COLUMN OLD NEW",
	  N_("refused rows with this value get another"), 4, 4, "admin", NULL,
	  .with_db = loads_repair },
	{ "loads retry", "LOAD", N_("its open rows are tried again by the next run"), 1,
	  1, "admin", NULL, .with_db = loads_retry },
	{ "loads drop", "LOAD", N_("its open rows are given up"), 1, 1, "admin", NULL,
	  .with_db = loads_drop },
	{ "loads sample", "LOAD", N_("of a file that waits, ten rows drawn by chance"), 1,
	  1, "clerk", NULL, .with_db = loads_sample },
	{ "loads confirm", "LOAD LINE HOW",
	  N_("one row of a file that waits is made sure of, and counts"), 3, 3, "clerk",
	  NULL, .with_db = loads_confirm },
	{ "day", "", N_("the work of a day: files, verdicts, figures; missed days too"),
	  0, 0, NULL, day_run_options, .run = cmd_day },
	{ "day undo", "", N_("the last judged day is taken back"), 0, 0, "manager",
	  undo_options, .with_db = day_undo },
	{ "judge", "", N_("facts, verdicts, tasks"), 0, -1, NULL, judge_options,
	  .run = cmd_judge },
	{ "refresh", "", N_("the figures of the board anew"), 0, -1, NULL, NULL,
	  .run = cmd_refresh },
	{ "rules", "", N_("the rules in force; check, test, rehearse and adopt drafts") },
	{ "rules list", "", N_("the rules as they would judge today"), 0, 0, NULL,
	  day_options, .run = rules_list },
	{ "rules checkout", "FOLDER", N_("the texts in force as files"), 1, 1, NULL,
	  day_options, .run = rules_checkout },
	{ "rules page", "NAME [FILE...]", N_("a text of the law as people read it"), 1,
	  -1, NULL, page_options, .run = rules_page },
	{ "rules new", "parameter|table|rule|case [RULE]",
	  N_("a draft from a few questions"), 1, 2, NULL, new_options, .run = rules_new },
	{ "rules check", "[FILE...]", N_("what is wrong or doubtful in drafts"), 0, -1,
	  NULL, day_options, .run = rules_check },
	{ "rules test", "[FILE...]", N_("cases, and one unit around every limit"), 0, -1,
	  NULL, test_options, .run = rules_test },
	{ "rules cases", "", N_("how many cases of the texts in force come out"), 0, 0,
	  "batch", NULL, .run = rules_cases },
	{ "rules try", "FILE...", N_("a draft on given facts"), 1, -1, NULL, try_options,
	  .run = rules_try },
	{ "rules types", "", N_("facts and functions, for an editor"), 0, 0, NULL,
	  day_options, .run = rules_types },
	{ "rules edit", "PATH", N_("a text in the editor, then its check"), 1, 1, NULL,
	  NULL, .run = rules_edit },
	{ "rules params export", "NAME|FILE", N_("values of parameters as CSV"), 1, 1,
	  NULL, day_options, .run = rules_export },
	{ "rules params import", "FILE", N_("what a CSV of values would change"), 1, 1,
	  NULL, import_params_options, .run = rules_import },
	{ "rules rehearse", "[FILE...]", N_("who and what money a draft would change"), 0,
	  -1, "policy", rehearse_options, .with_db = rules_rehearse },
	{ "rules adopt", "[FILE...]|HASH", N_("by a second officer: what was rehearsed"),
	  0, -1, "policy", adopt_options, .with_db = rules_adopt },
	{ "rules withdraw", "PATH VERSION", N_("by two officers: the version before it"),
	  2, 2, "policy", withdraw_options, .with_db = rules_withdraw },
	{ "rules history", "[PATH]", N_("versions, from when, by whom"), 0, 1, "policy",
	  NULL, .with_db = rules_history },
	{ "rules diff", "PATH [VERSION [VERSION]]", N_("what differs between two"), 1, 3,
	  "policy", NULL, .with_db = rules_diff },
	{ "rules replay", "", N_("decisions made before: the same to the byte"), 0, 0,
	  NULL, replay_options, .run = rules_replay },
	{ "eval", "--list | NAME --describe | NAME [FILE] [--draft FILE...]",
	  N_("a calculation for every row of a CSV file"), 0, -1, NULL, eval_options,
	  .run = cmd_eval },
	{ "init", "", N_("roles and the empty schema in a new database"), 0, -1, NULL,
	  init_options, .run = cmd_init },
	{ "office", "", N_("an office of one's own") },
	{ "office new", "FILE",
	  N_("database, areas and staff as FILE (db, region, areas, staff) says"), 1, 1,
	  NULL, NULL, .run = cmd_office_new },
	{ "migrate", "", N_("bring the schema up to this program"), 0, -1, NULL,
	  migrate_options, .run = cmd_migrate },
	{ "backup", "", N_("a copy of the office while people work in it"), 0, 0, NULL,
	  backup_options, .run = cmd_backup },
	{ "backup verify", "FOLDER", N_("is the backup whole, and as it was made"), 1, 1,
	  NULL, NULL, .run = cmd_backup_verify },
	{ "restore", "", N_("an office out of a backup, in the folder of --db"), 0, 0,
	  NULL, restore_options, .run = cmd_restore },
	{ "restore reconcile", "FOLDER",
	  N_("what had left since the backup, by the journal that was kept"), 1, 1,
	  "admin", reconcile_options, .with_db = restore_reconcile },
	{ "staff", "", N_("who works here, and as what"), 0, 0, "admin", NULL,
	  .with_db = staff_list },
	{ "staff list", "", N_("who there is"), 0, 0, "admin", NULL,
	  .with_db = staff_list },
	{ "staff add", "LOGIN JOB NAME", N_("a login with one job"), 3, 3, "admin",
	  staff_options, .with_db = staff_add },
	{ "staff move", "LOGIN JOB", N_("another job or area"), 2, 2, "admin",
	  staff_options, .with_db = staff_move },
	{ "staff limit", "LOGIN", N_("what a login may sign; without amounts no limit"),
	  1, 1, "admin", staff_limit_options, .with_db = staff_limit },
	{ "staff approve", "LOGIN", N_("by a second administrator or a manager"), 1, 1,
	  "manager", NULL, .with_db = staff_settle },
	{ "staff refuse", "LOGIN", N_("what waits for a second person is dropped"), 1, 1,
	  "manager", NULL, .with_db = staff_settle },
	{ "staff end", "LOGIN", N_("who leaves, and who goes on with his work"), 1, 1,
	  "admin", staff_end_options, .with_db = staff_end },
	{ "staff special", "LOGIN", N_("looks after who is hidden; by two persons"), 1, 1,
	  "admin", staff_special_options, .with_db = barrier_special },
	{ "staff kin", "LOGIN PERSON", N_("who of the insured works here or is kin"), 2,
	  2, "admin", staff_kin_options, .with_db = barrier_kin },
	{ "barrier", "", N_("who is hidden from whom"), 0, 0, "clerk", NULL,
	  .with_db = barrier_list },
	{ "barrier list", "", N_("what stands before whom, for who may see it"), 0, 0,
	  "clerk", NULL, .with_db = barrier_list },
	{ "barrier put", "PERSON KIND",
	  N_("hides a person from all but the special unit"), 2, 2, "clerk",
	  barrier_put_options, .with_db = barrier_put },
	{ "barrier end", "PERSON KIND", N_("the person is to be seen again"), 2, 2,
	  "clerk", barrier_end_options, .with_db = barrier_end },
	{ "barrier approve", "PERSON KIND",
	  N_("by a second person of the special unit"), 2, 2, "clerk", NULL,
	  .with_db = barrier_settle },
	{ "barrier refuse", "PERSON KIND", N_("the barrier stands as it stood"), 2, 2,
	  "clerk", NULL, .with_db = barrier_settle },
	{ "barrier waive", "NUMBER", N_("a soft one, for oneself and for a time"), 1, 1,
	  "clerk", barrier_waive_options, .with_db = barrier_waive },
	{ "barrier waivers", "", N_("who has waived how often"), 0, 0, "auditor", NULL,
	  .with_db = barrier_waivers },
	{ "doctor", "", N_("is everything in its place, and what to do if not"), 0, -1,
	  NULL, doctor_options, .run = cmd_doctor },
	{ "module", "", N_("what the modules bring") },
	{ "module list", "", N_("the loaded modules and what they bring"), 0, 0, NULL,
	  NULL, .run = module_list },
	{ 0 }
};
