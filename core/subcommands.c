/* Every subcommand with its options, as --help shows them. */
#include <stddef.h>

#include "host/app.h"
#include "host/commands.h"

/* Taken by every subcommand. */
const struct option_def common_options[] = {
	{ "db", 'p', N_("folder of a private cluster, or a libpq connection string") },
	{ "as", 'p', N_("database login to work as") },
	{ "format", 't', N_("text, csv or json"), "text" },
	{ "config", 'p', N_("configuration file") },
	{ "help", 'f', N_("what this subcommand does") },
	{ 0 }
};

static const struct option_def desk_options[] = {
	{ "line", 'f', N_("board and queue as lines of text, without a screen") }, { 0 }
};
static const struct option_def board_options[] = {
	{ "region", 'n', N_("area code"), NULL, 0, 999999999 }, { 0 }
};
static const struct option_def tasks_options[] = {
	{ "type", 't', N_("kind of task") },
	{ "state", 't', N_("open, proposed, done, dismissed or withdrawn") },
	{ "limit", 'n', N_("rows at most"), "50", 1, 1000000 },
	{ 0 }
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
static const struct option_def batch_options[] = {
	{ "reason", 't', N_("reason code") },
	{ "note", 't', N_("free text kept with the decisions"), "" },
	{ "signature", 't', N_("approve, refuse: the signature that was looked at") },
	{ "request", 't', N_("propose: key of the batch (UUID) to try again with") },
	{ 0 }
};
static const struct option_def explain_options[] = {
	{ "now", 'f', N_("by the facts and texts of today, whatever was decided") }, { 0 }
};
static const struct option_def letter_options[] = {
	{ "lang", 't', N_("en or zh; otherwise the language of the terminal") }, { 0 }
};
static const struct option_def demo_options[] = {
	{ "dir", 'p', N_("folder of the cluster and the city") },
	{ "persons", 'n', N_("size of the city"), "20000", 500, 10000000 },
	{ "seed", 'n', N_("another city with another number"), "1", 0, 1000000000 },
	{ "days", 'n', N_("days of files to come"), "30", 8, 180 },
	{ "batch", 'f', N_("print board and queues instead of opening the workbench") },
	{ "stop", 'f', N_("stop the server of the folder") },
	{ 0 }
};
static const struct option_def generate_options[] = {
	{ "persons", 'n', N_("size of the city"), "20000", 500, 10000000 },
	{ "seed", 'n', N_("another city with another number"), "1", 0, 1000000000 },
	{ "days", 'n', N_("days of files to come"), "30", 8, 180 },
	{ "date", 'd', N_("day the register is true for"), "2025-11-01" },
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
static const struct option_def staff_options[] = {
	{ "region", 'n', N_("add: code of the area; otherwise the office's"), NULL, 0,
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
static const struct option_def rules_options[] = {
	{ "body", 'f', N_("try: the files are script bodies that return a value") },
	{ "facts", 't', N_("try: CSV file, a column a fact") },
	{ "person", 't', N_("try: the stored facts of this person") },
	{ "against", 't', N_("test: file or folder of the texts before the change") },
	{ "strict", 'f', N_("test: an outcome that differs is a failure") },
	{ "write", 'f', N_("params import: write the texts of the folder anew") },
	{ "from", 'd',
	  N_("rehearse, adopt, withdraw: first day; otherwise the business day") },
	{ "region", 'n', N_("rehearse: only persons of this area"), NULL, 0, 999999999 },
	{ "sample", 'n', N_("replay: decisions at most"), "10000", 1, 100000000 },
	{ "now", 'f', N_("replay: what today's facts and texts would say instead") },
	{ "limit", 'n', N_("rehearse: persons listed at most"), "50", 0, 10000000 },
	{ "date", 'd',
	  N_("try: day to judge on; otherwise 2025-11-01, of a person the business "
	     "day") },
	{ 0 }
};
static const struct option_def eval_options[] = {
	{ "set", 'm', N_("PARAMETER=VALUE in place of its value; may be repeated") },
	{ "jurisdiction", 't',
	  N_("place of the rows that name none: CN-33, CN-330681, FR") },
	{ "date", 'd', N_("day the parameters are taken of; otherwise today") },
	{ "explain", 'f', N_("inputs, parameters and steps of each row") },
	{ "describe", 'f', N_("inputs and outputs of the calculation") },
	{ "list", 'f', N_("the calculations there are") },
	{ "format", 't',
	  N_("csv, json or text; csv for rows, text for what is explained") },
	{ 0 }
};
static const struct option_def doctor_options[] = {
	{ "conninfo", 'f', N_("print the connection string in use") }, { 0 }
};
static const struct option_def bench_options[] = {
	{ "persons", 'n', N_("size of the city"), "1000000", 1000, 10000000 },
	{ "rounds", 'n', N_("interleaved rounds; the median counts"), "5", 1, 100 },
	{ "dir", 'p', N_("folder of the city; made when it is missing") },
	{ 0 }
};
static const struct option_def none[] = { { 0 } };

const struct subcommand subcommands[] = {
	{ "desk", "", N_("the workbench (also without any subcommand)"), desk_options,
	  cmd_desk },
	{ "demo", "",
	  N_("private database, generated city, the whole street, the workbench"),
	  demo_options, cmd_demo },
	{ "board", "", N_("the figures"), board_options, cmd_board },
	{ "tasks", "", N_("the queue"), tasks_options, cmd_tasks },
	{ "person", "NUMBER|ID", N_("everything about one person"), none, cmd_person },
	{ "payable", "", N_("what would be paid out for a month, and what is held"),
	  payable_options, cmd_payable },
	{ "search", "TEXT", N_("persons by name or number"), none, cmd_search },
	{ "explain", "PERSON RULE CAUSE",
	  N_("why a rule said so: facts, parameters, steps"), explain_options,
	  cmd_explain },
	{ "letter", "PERSON RULE CAUSE", N_("the same as a letter to the person"),
	  letter_options, cmd_letter },
	{ "decide", "PERSON RULE CAUSE EVENT", N_("one step of a task"), decide_options,
	  cmd_decide },
	{ "batch", "list | propose TYPE | show ID | approve ID | refuse ID",
	  N_("many tasks decided as one, by two persons"), batch_options, cmd_batch },
	{ "import", "FEED FILE", N_("a department's file"), import_options, cmd_import },
	{ "judge", "", N_("facts, verdicts, tasks"), judge_options, cmd_judge },
	{ "refresh", "", N_("the figures of the board anew"), none, cmd_refresh },
	{ "rules",
	  "list | check [FILE...] | test [FILE...] | try FILE... | edit PATH | types | "
	  "params export|import FILE | "
	  "rehearse|adopt [FILE...] | withdraw PATH VERSION | history [PATH] | diff PATH "
	  "[VERSION [VERSION]] | replay",
	  N_("the rules in force; check, test, rehearse and adopt drafts"), rules_options,
	  cmd_rules },
	{ "eval", "--list | NAME --describe | NAME [FILE]",
	  N_("a calculation for every row of a CSV file"), eval_options, cmd_eval },
	{ "generate", "FOLDER", N_("a city and the files of the days to come"),
	  generate_options, cmd_generate },
	{ "init", "", N_("roles and the empty schema in a new database"),
	  init_options, cmd_init },
	{ "migrate", "", N_("bring the schema up to this program"), migrate_options,
	  cmd_migrate },
	{ "staff", "list | add LOGIN JOB NAME | end LOGIN",
	  N_("who works here, and as what"), staff_options, cmd_staff },
	{ "doctor", "", N_("is everything in its place, and what to do if not"),
	  doctor_options, cmd_doctor },
	{ "module", "list", N_("the loaded modules and what they bring"), none,
	  cmd_module },
	{ "bench", "", N_("ratios against what the server itself can do"), bench_options,
	  cmd_bench },
	{ 0 }
};
