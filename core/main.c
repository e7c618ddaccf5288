/* The program: which subcommand, in which language, how it ended. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/core_file.h"
#include "base/text.h"
#include "cli/post_library.h"
#include "db/db.h"
#include "desk/desk.h"
#include "eval/verb_call.h"
#include "host/app.h"
#include "host/commands.h"
#include "host/config.h"
#include "host/connect.h"
#include "host/loader.h"
#include "host/out.h"
#include "host/verbs.h"
#include "say/say.h"
#include "say/tr.h"
#include "screens/views.h"

static void on_interrupt(int sig)
{
	(void)sig;
	app_interrupted = 1;
}

/* Whether a verb is one of an area's: "claims audit" of "claims". */
static bool is_of(const struct verb *v, const char *area, size_t n)
{
	return strncmp(v->path, area, n) == 0 && v->path[n] == ' ';
}

/* An area in one line, as many of its verbs as have room; gives the last of them. */
static const struct verb *usage_area(FILE *to, const struct verb *v)
{
	size_t n = strcspn(v->path, " ");
	const char *area = v->path;
	int left = 64;

	fprintf(to, "  %-10.*s", (int)n, area);
	for (; v->path && is_of(v, area, n); v++) {
		int size = (int)strlen(v->path + n);

		left -= size;
		if (left >= 0)
			fputs(v->path + n, to);
		else if (left > -size)
			fputs(" ...", to);
	}
	putc('\n', to);
	return v - 1;
}

/* Verbs of one word, headings and areas; the others are told by "steward WORD --help". */
static void usage_rows(FILE *to, const struct verb *v)
{
	for (; v && v->path; v++)
		if (v->call && strchr(v->path, ' '))
			v = usage_area(to, v);
		else if (!strchr(v->path, ' '))
			fprintf(to, "  %-10s %s\n", v->path, _(v->help));
}

static int usage(const struct app *app, FILE *to)
{
	fprintf(to, "%s\n\n", _("usage: steward [SUBCOMMAND] [OPTIONS]"));
	for (int i = 0; verbs_table(app, i); i++)
		usage_rows(to, verbs_table(app, i));
	fprintf(to, "\n%s\n", _("steward SUBCOMMAND --help tells its options."));
	return to == stdout ? 0 : 2;
}

static void usage_option(const struct option_def *o)
{
	char name[40];

	snprintf(name, sizeof(name), "--%s%s", o->name, strchr("tmp", o->kind) ? " TEXT" :
		 o->kind == 'n' ? " N" : o->kind == 'd' ? " YYYY-MM-DD" : "");
	printf("  %-22s %s%s%s%s\n", name, _(o->help), o->value ? " [" : "",
	       o->value ? o->value : "", o->value ? "]" : "");
}

/* The verbs whose words begin with this one's. */
static void usage_below(FILE *to, const struct verb *above)
{
	size_t n = strlen(above->path);

	for (const struct verb *v = above + 1;
	     v->path && strncmp(v->path, above->path, n) == 0 && v->path[n] == ' '; v++)
		fprintf(to, "  steward %-22s %-26s %s\n", v->path, v->arguments,
			_(v->help));
}

static int verb_help(const struct verb *v, const struct option_def *options)
{
	printf(_("usage: steward %s %s [OPTIONS]\n%s\n\n"), v->path, v->arguments,
	       _(v->help));
	for (; options->name; options++)
		usage_option(options);
	usage_below(stdout, v);
	return 0;
}

/* A heading does nothing but tell what it stands above. */
static int heading_help(const struct verb *heading, FILE *to)
{
	fprintf(to, "%s\n\n", _(heading->help));
	usage_below(to, heading);
	return to == stdout ? 0 : 2;
}

static bool set_spreadsheet(struct app *app, struct err *e)
{
	if (app->format == OUT_JSON || app->format == OUT_XLSX)
		return ERR(e, ERR_USAGE, "--spreadsheet goes with csv alone");
	app->format = OUT_CSV;
	out_begin(app);
	return true;
}

/* Of a spreadsheet: what is printed beside it goes to stderr. */
static int kept_stdout = -1;

/* Bytes for a file, not for a screen. */
static bool open_sheets(struct app *app, struct err *e)
{
	if (isatty(STDOUT_FILENO)) {
		ERR(e, ERR_USAGE, "a spreadsheet is not for the screen");
		return err_hint(e,
				"Write it to a file: --format xlsx > rows.xlsx");
	}
	app->sheets = post_library(app->arena, "sheets.so", "sheet_calls", e);
	if (!app->sheets)
		return false;
	app->book = app->sheets->open();
	kept_stdout = dup(STDOUT_FILENO);
	return (kept_stdout >= 0 && dup2(STDERR_FILENO, STDOUT_FILENO) >= 0) ||
	       err_errno(e, "could not write to the standard output");
}

static bool put_sheets(struct app *app, struct err *e)
{
	struct buf bytes;
	size_t done = 0;
	bool ok;

	buf_init(&bytes, SIZE_MAX / 2);
	ok = app->sheets->close(app->book, &bytes, e);
	while (ok && done < bytes.len) {
		ssize_t n = write(kept_stdout, bytes.data + done, bytes.len - done);

		ok = n > 0 || errno == EINTR ||
		     err_errno(e, "could not write to the standard output");
		done += n > 0 ? (size_t)n : 0;
	}
	buf_done(&bytes);
	return ok;
}

/* A subcommand whose own option names it takes it as it is. */
static bool has_own_format(const struct app *app, const char *v)
{
	for (const struct option_def *o = app->options; o->name; o++)
		if (strcmp(o->name, "format") == 0)
			return !o->value && *v && strstr(o->help, v);
	return false;
}

static bool set_format(struct app *app, struct err *e)
{
	static const char *const names[] = { "text", "csv", "json", "xlsx" };
	const char *v = app_option(app, "format");

	if (!v)
		return true;	/* the subcommand has no format, or chooses one */
	for (int i = 0; i < 4; i++)
		if (strcmp(v, names[i]) == 0) {
			app->format = (enum out_format)i;
			return app_flag(app, "spreadsheet") ? set_spreadsheet(app, e)
			       : app->format == OUT_XLSX    ? open_sheets(app, e)
							    : true;
		}
	return has_own_format(app, v) ||
	       ERR(e, ERR_USAGE, "--format must be text, csv, json or xlsx");
}

/* A message may carry text from data or a rule: it goes through the filter like all
 * else. */
static void tell(struct app *app, const struct err *e)
{
	fprintf(stderr, "steward: %s\n",
		text_clean(app->arena, say_server(tr_reader(), app->arena, e->message)));
	if (e->detail[0])
		fprintf(stderr, "  %s\n", text_clean(app->arena, e->detail));
	if (e->hint[0])
		fprintf(stderr, "  %s\n",
			text_clean(app->arena,
				   say_server(tr_reader(), app->arena, e->hint)));
}

static void on_refused(void *ctx, const char *name, const struct err *e)
{
	struct app *app = ctx;

	app->left_out = !app->left_out
			    ? name
			    : arena_printf(app->arena, "%s, %s", app->left_out, name);
	fprintf(stderr, _("steward: module \"%s\" is left out: %s\n"), name,
		text_clean(app->arena, e->message));
	if (e->hint[0])
		fprintf(stderr, "  %s\n", text_clean(app->arena, e->hint));
}

static void set_language(struct app *app)
{
	tr_start(app->arena, connect_locale_folder(app));
	err_words(tr_label);
}

/* Names that no module may have. */
static const struct taken taken = { view_all, desk_keys, desk_has_command };

static bool prepare(struct app *app, const struct verb *v, struct err *e)
{
	app->config = config_load(app->arena, connect_config_path(app), e);
	if (!app->config || !set_format(app, e))
		return false;
	if (app->modules)	/* for their verbs */
		return true;
	if (v->run == cmd_desk)
		connect_ahead(app);
	app->modules = loader_load(app->arena, config_modules(app->config),
				   config_module_names(app->config), &taken, on_refused,
				   app);
	return true;
}

static bool check_count(const struct app *app, const struct verb *v, struct err *e)
{
	int n = app->nargs - verbs_depth(v);

	if (n >= v->least && (v->most < 0 || n <= v->most))
		return true;
	ERR(e, ERR_USAGE, "use: steward %s %s", v->path, v->arguments);
	return err_hint(e, "steward %s --help tells more.", v->path);
}

static bool perform(struct app *app, const struct verb *v, struct err *e)
{
	struct db *db;
	bool ok;

	if (!check_count(app, v, e))
		return false;
	if (v->run)
		return v->run(app, e);
	if (v->is_alone)
		return verb_call(app, NULL, v, e);
	db = app_connect(app, v->job, e);
	ok = db && (v->with_db ? v->with_db(app, db, e) : verb_call(app, db, v, e));
	db_close(db);
	return ok;
}

static int run(struct app *app, const struct verb *v, int argc, char **argv)
{
	struct sigaction sa = { .sa_handler = on_interrupt };
	struct err e = { 0 };

	app->options = options_of(app->arena, v);
	if (options_take(app, argc, argv, &e) && app_flag(app, "help"))
		return verb_help(v, app->options);
	sigaction(SIGINT, &sa, NULL);
	if (e.code == ERR_NONE && prepare(app, v, &e) && perform(app, v, &e) &&
	    (!app->book || put_sheets(app, &e)))
		return fflush(stdout) == 0 ? 0 : 1;
	fflush(stdout);
	tell(app, &e);
	return e.code == ERR_USAGE ? 2 : 1;
}

/* Everybody on the machine can read the words a process was started with, and in ours
 * stand numbers, names and notes: a copy is worked with, and only what kind of work it
 * is stays. */
static char **take_words(const struct app *app, int argc, char **argv)
{
	char **words = arena_alloc(app->arena, sizeof(*words) * ((size_t)argc + 1));

	for (int i = 0; i < argc; i++) {
		words[i] = arena_strdup(app->arena, argv[i]);
		if (i > 1 || (i == 1 && !verbs_has_word(app, argv[1])))
			memset(argv[i], 0, strlen(argv[i]));
	}
	return words;
}

/* The value of --config among the words; NULL. */
static const char *config_named(int argc, char **argv)
{
	for (int i = 0; i < argc; i++) {
		if (strcmp(argv[i], "--config") == 0 && i + 1 < argc)
			return argv[i + 1];
		if (strncmp(argv[i], "--config=", 9) == 0)
			return argv[i] + 9;
	}
	return NULL;
}

/* The modules, whose verbs may be meant; what fails is told when the verb is run. */
static void load_modules(struct app *app, int argc, char **argv)
{
	const char *path = config_named(argc, argv);
	struct err e = { 0 };

	app->config = config_load(app->arena, path ? path : connect_config_path(app), &e);
	if (app->config)
		app->modules = loader_load(app->arena, config_modules(app->config),
					   config_module_names(app->config), &taken,
					   on_refused, app);
}

/* All verbs of an area, whose name alone was said; false when there is none. */
static bool area_help(const struct app *app, const char *word, FILE *to)
{
	size_t n = strlen(word);
	bool found = false;

	for (int i = 0; verbs_table(app, i); i++)
		for (const struct verb *v = verbs_table(app, i); v->path; v++)
			if (v->call && is_of(v, word, n)) {
				fprintf(to, "  steward %-28s %-24s %s\n", v->path,
					v->arguments, _(v->help));
				found = true;
			}
	return found;
}

static int unknown(struct app *app, const char *word)
{
	if (area_help(app, word, stderr))
		return 2;
	if (verbs_is_lab(word))
		fprintf(stderr, _("steward: \"%s\" is not installed here (lab.so)\n"),
			word);
	else
		fprintf(stderr, _("steward: unknown subcommand \"%s\"\n"),
			text_clean(app->arena, word));
	return usage(app, stderr);
}

/* The verb that the words begin with, heading or not; NULL. */
static const struct verb *find(struct app *app, int argc, char **argv)
{
	const struct verb *v = verbs_find(app, argc, argv);

	if (v)
		return v;
	load_modules(app, argc, argv);
	return verbs_find(app, argc, argv);
}

int main(int argc, char **argv)
{
	struct app app = { .arena = arena_new(), .verbs = own_verbs };
	const struct verb *v = own_verbs[0];
	const char *word;
	int skip = 1, status;

	core_file_none();
	argv = take_words(&app, argc, argv);
	app.program = argv[0];
	word = argc > 1 ? argv[1] : "";
	if (strcmp(word, "--version") == 0)
		return puts("steward " PACKAGE_VERSION) < 0;
	app.options = common_options;
	set_language(&app);
	if (strcmp(word, "--help") == 0 || strcmp(word, "help") == 0) {
		load_modules(&app, argc, argv);
		return usage(&app, stdout);
	}
	if (*word && strncmp(word, "--", 2) != 0) {
		v = find(&app, argc - 1, argv + 1);
		skip = 2;
	}
	if (!v)
		return unknown(&app, word);
	if (!v->run && !v->with_db && !v->call)
		return heading_help(v, verbs_asks_help(argc, argv) ? stdout : stderr);
	status = run(&app, v, argc - skip, argv + skip);
	if (db_stored_alone())
		fputs(_("steward: stored, but the second server has not answered for it; "
			"steward doctor says what is missing\n"), stderr);
	db_close(app.ahead);
	arena_free(app.arena);
	return status;
}
