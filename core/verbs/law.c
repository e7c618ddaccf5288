/* The texts, and what they come to. */
#include <stddef.h>

#include "article/page.h"
#include "host/commands.h"
#include "policy/rules.h"
#include "tables.h"

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
	{ "cases", 'f', N_("the cases alone: quick, and nothing near them is tried") },
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

const struct verb law_verbs[] = {
	{ "rules", "", N_("the rules in force; check, test, rehearse and adopt drafts") },
	{ "rules list", "", N_("the rules as they would judge today"), 0, 0, NULL,
	  day_options, .run = rules_list },
	{ "rules checkout", "FOLDER", N_("the texts in force as files"), 1, 1, NULL,
	  day_options, .run = rules_checkout },
	{ "rules page", "NAME [FILE...]", N_("a text of the law as people read it"), 1,
	  -1, NULL, page_options, .run = rules_page },
	{ "rules search", "WORD...",
	  N_("texts of the law by plain words; of one its page"), 1, -1, NULL,
	  page_options, .run = rules_search },
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
	{ 0 }
};
