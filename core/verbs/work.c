/* The desk and its tasks: what is looked at, decided, explained. */
#include <stddef.h>

#include "cli/barrier.h"
#include "cli/work.h"
#include "host/commands.h"
#include "tables.h"

static const struct option_def desk_options[] = {
	{ "line", 'f', N_("the same screens as lines of text: for speech and scripts") },
	{ "lean", 'f', N_("fewer bytes, for a slow line") },
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
static const struct option_def work_options[] = {
	{ "why", 't', N_("the reason"), NULL, 0, 0 }, { 0 }
};
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

const struct verb work_verbs[] = {
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
	{ 0 }
};
