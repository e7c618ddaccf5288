/* The command line: which subcommand, which options, how it ended. */
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "base/date.h"
#include "base/text.h"
#include "config.h"
#include "connect.h"
#include "loader.h"
#include "ui/tr.h"

#define OPTIONS_MOST 32

volatile sig_atomic_t app_interrupted;

/* Taken by every subcommand. */
static const struct option_def common[] = {
	{ "db", 't', N_("folder of a private cluster, or a libpq connection string") },
	{ "as", 't', N_("database login to work as") },
	{ "format", 't', N_("text, csv or json"), "text" },
	{ "config", 't', N_("configuration file") },
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
static const struct option_def decide_options[] = {
	{ "reason", 't', N_("reason code") },
	{ "note", 't', N_("free text kept with the decision"), "" },
	{ "version", 'n', N_("version of the task that was looked at"), NULL, 1, 1000000000 },
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
	{ "dir", 't', N_("folder of the cluster and the city") },
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
	{ 0 }
};
static const struct option_def judge_options[] = {
	{ "all", 'f', N_("everyone, not only who was touched or is due") },
	{ "rebuild", 'f', N_("make all fact rows anew first; implies --all") },
	{ "date", 'd', N_("business day") },
	{ 0 }
};
static const struct option_def rules_options[] = {
	{ "body", 'f', N_("try: the files are script bodies that return a value") },
	{ "facts", 't', N_("try: CSV file, a column a fact") },
	{ "person", 't', N_("try: the stored facts of this person") },
	{ "against", 't', N_("test: file or folder of the texts before the change") },
	{ "strict", 'f', N_("test: an outcome that differs is a failure") },
	{ "write", 'f', N_("params import: write the texts of the folder anew") },
	{ "from", 'd', N_("rehearse, adopt, withdraw: first day; otherwise the business day") },
	{ "region", 'n', N_("rehearse: only persons of this area"), NULL, 0, 999999999 },
	{ "sample", 'n', N_("replay: decisions at most"), "10000", 1, 100000000 },
	{ "now", 'f', N_("replay: what today's facts and texts would say instead") },
	{ "limit", 'n', N_("rehearse: persons listed at most"), "50", 0, 10000000 },
	{ "date", 'd', N_("try: day to judge on; otherwise 2025-11-01, of a person the business day") },
	{ 0 }
};
static const struct option_def eval_options[] = {
	{ "set", 'm', N_("PARAMETER=VALUE in place of its value; may be repeated") },
	{ "jurisdiction", 't', N_("place of the rows that name none: CN-33, CN-330681, FR") },
	{ "date", 'd', N_("day the parameters are taken of; otherwise today") },
	{ "explain", 'f', N_("inputs, parameters and steps of each row") },
	{ "describe", 'f', N_("inputs and outputs of the calculation") },
	{ "list", 'f', N_("the calculations there are") },
	{ "format", 't', N_("csv, json or text; csv for rows, text for what is explained") },
	{ 0 }
};
static const struct option_def doctor_options[] = {
	{ "conninfo", 'f', N_("print the connection string in use") }, { 0 }
};
static const struct option_def bench_options[] = {
	{ "persons", 'n', N_("size of the city"), "1000000", 1000, 10000000 },
	{ "rounds", 'n', N_("interleaved rounds; the median counts"), "5", 1, 100 },
	{ "dir", 't', N_("folder of the city; made when it is missing") },
	{ 0 }
};
static const struct option_def none[] = { { 0 } };

static const struct subcommand subcommands[] = {
	{ "desk", "", N_("the workbench (also without any subcommand)"), desk_options, cmd_desk },
	{ "demo", "", N_("private database, generated city, the whole street, the workbench"),
	  demo_options, cmd_demo },
	{ "board", "", N_("the figures"), board_options, cmd_board },
	{ "tasks", "", N_("the queue"), tasks_options, cmd_tasks },
	{ "person", "NUMBER|ID", N_("everything about one person"), none, cmd_person },
	{ "search", "TEXT", N_("persons by name or number"), none, cmd_search },
	{ "explain", "PERSON RULE CAUSE", N_("why a rule said so: facts, parameters, steps"),
	  explain_options, cmd_explain },
	{ "letter", "PERSON RULE CAUSE", N_("the same as a letter to the person"), letter_options,
	  cmd_letter },
	{ "decide", "PERSON RULE CAUSE EVENT", N_("one step of a task"), decide_options,
	  cmd_decide },
	{ "batch", "list | propose TYPE | show ID | approve ID | refuse ID",
	  N_("many tasks decided as one, by two persons"), batch_options, cmd_batch },
	{ "import", "FEED FILE", N_("a department's file"), import_options, cmd_import },
	{ "judge", "", N_("facts, verdicts, tasks"), judge_options, cmd_judge },
	{ "refresh", "", N_("the figures of the board anew"), none, cmd_refresh },
	{ "rules", "list | check [FILE...] | test [FILE...] | try FILE... | edit PATH | types | params export|import FILE | "
	  "rehearse|adopt [FILE...] | withdraw PATH VERSION | history [PATH] | diff PATH [VERSION [VERSION]] | replay",
	  N_("the rules in force; check, test, rehearse and adopt drafts"),
	  rules_options, cmd_rules },
	{ "eval", "--list | NAME --describe | NAME [FILE]",
	  N_("a calculation for every row of a CSV file"), eval_options, cmd_eval },
	{ "generate", "FOLDER", N_("a city and the files of the days to come"),
	  generate_options, cmd_generate },
	{ "init", "", N_("roles and the empty schema in a new database"), none, cmd_init },
	{ "migrate", "", N_("bring the schema up to this program"), none, cmd_migrate },
	{ "doctor", "", N_("is everything in its place, and what to do if not"), doctor_options,
	  cmd_doctor },
	{ "module", "list", N_("the loaded modules and what they bring"), none, cmd_module },
	{ "bench", "", N_("ratios against what the server itself can do"), bench_options,
	  cmd_bench },
	{ 0 }
};

static void on_interrupt(int sig)
{
	(void)sig;
	app_interrupted = 1;
}

static int usage(FILE *to)
{
	fprintf(to, "%s\n\n", _("usage: steward [SUBCOMMAND] [OPTIONS]"));
	for (const struct subcommand *s = subcommands; s->name; s++)
		fprintf(to, "  %-10s %s\n", s->name, _(s->help));
	fprintf(to, "\n%s\n", _("steward SUBCOMMAND --help tells its options."));
	return to == stdout ? 0 : 2;
}

static void usage_option(const struct option_def *o)
{
	char name[40];

	snprintf(name, sizeof(name), "--%s%s", o->name, o->kind == 't' || o->kind == 'm' ? " TEXT" :
		 o->kind == 'n' ? " N" : o->kind == 'd' ? " YYYY-MM-DD" : "");
	printf("  %-22s %s%s%s%s\n", name, _(o->help), o->value ? " [" : "",
	       o->value ? o->value : "", o->value ? "]" : "");
}

static int subcommand_help(const struct subcommand *s, const struct option_def *options)
{
	printf(_("usage: steward %s %s [OPTIONS]\n%s\n\n"), s->name, s->arguments, _(s->help));
	for (; options->name; options++)
		usage_option(options);
	return 0;
}

static const struct subcommand *find(const char *name)
{
	for (const struct subcommand *s = subcommands; s->name; s++)
		if (strcmp(s->name, name) == 0)
			return s;
	return NULL;
}

static bool has_option(const struct option_def *list, const char *name)
{
	for (; list->name; list++)
		if (strcmp(list->name, name) == 0)
			return true;
	return false;
}

/* The subcommand's options and the common ones in one table; its own win. */
static struct option_def *all_options(struct arena *a, const struct subcommand *s)
{
	struct option_def *list = arena_alloc(a, sizeof(*list) * OPTIONS_MOST);
	int n = 0;

	for (const struct option_def *o = s->options; o->name; o++)
		list[n++] = *o;
	for (const struct option_def *o = common; o->name; o++)
		if (!has_option(s->options, o->name))
			list[n++] = *o;
	return list;
}

static bool check_value(const struct option_def *o, const char *v, struct err *e)
{
	int32_t day;
	char *end;
	long long n;

	if (o->kind == 'd' && !date_parse(v, strlen(v), &day))
		return ERR(e, ERR_USAGE, "--%s \"%s\" is no day like 2025-11-01", o->name, v);
	if (o->kind != 'n')
		return true;
	n = strtoll(v, &end, 10);
	if (end == v || *end || n < o->least || n > o->most)
		return ERR(e, ERR_USAGE, "--%s must be a number from %lld to %lld", o->name,
			   (long long)o->least, (long long)o->most);
	return true;
}

/* An option that may be repeated has a line for each value. */
static const char *one_more(struct app *app, const struct option_def *o, const char *before,
			    const char *value)
{
	return o->kind == 'm' && before ? arena_printf(app->arena, "%s\n%s", before, value) : value;
}

/* --name value or --name=value; gives how many words it took, 0 on a mistake. */
static int take_option(struct app *app, char **argv, int left, struct err *e)
{
	const char *name = argv[0] + 2, *equals = strchr(name, '=');
	size_t len = equals ? (size_t)(equals - name) : strlen(name);

	for (int i = 0; app->options[i].name; i++) {
		const struct option_def *o = &app->options[i];

		if (strlen(o->name) != len || strncmp(o->name, name, len) != 0)
			continue;
		if (o->kind == 'f') {
			app->values[i] = "yes";
			return equals ? (ERR(e, ERR_USAGE, "--%s takes no value", o->name), 0) : 1;
		}
		if (!equals && left < 2)
			return ERR(e, ERR_USAGE, "--%s needs a value", o->name), 0;
		app->values[i] = one_more(app, o, app->values[i], equals ? equals + 1 : argv[1]);
		return check_value(o, app->values[i], e) ? (equals ? 1 : 2) : 0;
	}
	ERR(e, ERR_USAGE, "there is no option \"%s\"", argv[0]);
	err_hint(e, "steward SUBCOMMAND --help tells the options.");
	return 0;
}

static bool take_arguments(struct app *app, int argc, char **argv, struct err *e)
{
	bool only_words = false;

	app->values = arena_alloc(app->arena, sizeof(*app->values) * OPTIONS_MOST);
	app->args = arena_alloc(app->arena, sizeof(*app->args) * (size_t)(argc + 1));
	for (int i = 0; app->options[i].name; i++)
		app->values[i] = app->options[i].value;
	for (int i = 0; i < argc;) {
		int taken = 1;

		if (!only_words && strcmp(argv[i], "--") == 0)
			only_words = true;
		else if (!only_words && strncmp(argv[i], "--", 2) == 0)
			taken = take_option(app, argv + i, argc - i, e);
		else
			app->args[app->nargs++] = argv[i];
		if (taken == 0)
			return false;
		i += taken;
	}
	return true;
}

static const char *value_of(const struct app *app, const char *name)
{
	for (int i = 0; app->options[i].name; i++)
		if (strcmp(app->options[i].name, name) == 0)
			return app->values[i];
	return NULL;
}

const char *app_option(const struct app *app, const char *name)
{
	return value_of(app, name);
}

int64_t app_number(const struct app *app, const char *name)
{
	const char *v = value_of(app, name);

	return v ? strtoll(v, NULL, 10) : 0;
}

bool app_flag(const struct app *app, const char *name)
{
	return value_of(app, name) != NULL;
}

int32_t app_day(const struct app *app, const char *name)
{
	const char *v = value_of(app, name);
	int32_t day;

	return v && date_parse(v, strlen(v), &day) ? day : DATE_NONE;
}

static bool set_format(struct app *app, struct err *e)
{
	static const char *const names[] = { "text", "csv", "json" };
	const char *v = app_option(app, "format");

	if (!v)
		return true;	/* the subcommand has no format, or chooses one */
	for (int i = 0; i < 3; i++)
		if (strcmp(v, names[i]) == 0) {
			app->format = (enum out_format)i;
			return true;
		}
	return ERR(e, ERR_USAGE, "--format must be text, csv or json");
}

/* A message may carry text from data or a rule: it goes through the filter like all else. */
static void tell(struct app *app, const struct err *e)
{
	fprintf(stderr, "steward: %s\n", text_clean(app->arena, e->message));
	if (e->detail[0])
		fprintf(stderr, "  %s\n", text_clean(app->arena, e->detail));
	if (e->hint[0])
		fprintf(stderr, "  %s\n", text_clean(app->arena, e->hint));
}

static void on_refused(void *ctx, const char *name, const struct err *e)
{
	struct app *app = ctx;

	fprintf(stderr, _("steward: module \"%s\" is left out: %s\n"), name,
		text_clean(app->arena, e->message));
	if (e->hint[0])
		fprintf(stderr, "  %s\n", text_clean(app->arena, e->hint));
}

static void set_language(struct app *app)
{
	tr_start();
	bindtextdomain("steward", connect_locale_folder(app));
	textdomain("steward");
}

static bool prepare(struct app *app, struct err *e)
{
	app->config = config_load(app->arena, connect_config_path(app), e);
	if (!app->config || !set_format(app, e))
		return false;
	app->modules = loader_load(app->arena, config_modules(app->config),
				   config_module_names(app->config), on_refused, app);
	return true;
}

static int run(struct app *app, const struct subcommand *s, int argc, char **argv)
{
	struct sigaction sa = { .sa_handler = on_interrupt };
	struct err e = { 0 };

	app->options = all_options(app->arena, s);
	if (take_arguments(app, argc, argv, &e) && app_flag(app, "help"))
		return subcommand_help(s, app->options);
	sigaction(SIGINT, &sa, NULL);
	if (e.code == ERR_NONE && prepare(app, &e) && s->run(app, &e))
		return fflush(stdout) == 0 ? 0 : 1;
	fflush(stdout);
	tell(app, &e);
	return e.code == ERR_USAGE ? 2 : 1;
}

int main(int argc, char **argv)
{
	struct app app = { .program = argv[0] };
	const struct subcommand *s = &subcommands[0];
	int skip = 1, status;

	if (argc > 1 && strcmp(argv[1], "--version") == 0)
		return puts("steward " PACKAGE_VERSION) < 0;
	app.arena = arena_new();
	app.options = common;
	set_language(&app);
	if (argc > 1 && (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "help") == 0))
		return usage(stdout);
	if (argc > 1 && strncmp(argv[1], "--", 2) != 0) {
		s = find(argv[1]);
		skip = 2;
	}
	if (!s) {
		fprintf(stderr, _("steward: there is no subcommand \"%s\"\n"),
			text_clean(app.arena, argv[1]));
		return usage(stderr);
	}
	status = run(&app, s, argc - skip, argv + skip);
	arena_free(app.arena);
	return status;
}
