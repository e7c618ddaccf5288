/* The program: which subcommand, in which language, how it ended. */
#include <stdio.h>
#include <string.h>

#include "base/core_file.h"
#include "base/text.h"
#include "desk/desk.h"
#include "host/app.h"
#include "host/commands.h"
#include "host/config.h"
#include "host/connect.h"
#include "host/loader.h"
#include "say/say.h"
#include "say/tr.h"
#include "screens/views.h"

volatile sig_atomic_t app_interrupted;

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

	snprintf(name, sizeof(name), "--%s%s", o->name, strchr("tmp", o->kind) ? " TEXT" :
		 o->kind == 'n' ? " N" : o->kind == 'd' ? " YYYY-MM-DD" : "");
	printf("  %-22s %s%s%s%s\n", name, _(o->help), o->value ? " [" : "",
	       o->value ? o->value : "", o->value ? "]" : "");
}

static int subcommand_help(const struct subcommand *s, const struct option_def *options)
{
	printf(_("usage: steward %s %s [OPTIONS]\n%s\n\n"), s->name, s->arguments,
	       _(s->help));
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

/* A message may carry text from data or a rule: it goes through the filter like all
 * else. */
static void tell(struct app *app, const struct err *e)
{
	fprintf(stderr, "steward: %s\n",
		text_clean(app->arena, say_server(app->arena, e->message)));
	if (e->detail[0])
		fprintf(stderr, "  %s\n", text_clean(app->arena, e->detail));
	if (e->hint[0])
		fprintf(stderr, "  %s\n",
			text_clean(app->arena, say_server(app->arena, e->hint)));
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

static bool prepare(struct app *app, struct err *e)
{
	app->config = config_load(app->arena, connect_config_path(app), e);
	if (!app->config || !set_format(app, e))
		return false;
	app->modules = loader_load(app->arena, config_modules(app->config),
				   config_module_names(app->config), &taken, on_refused,
				   app);
	return true;
}

static int run(struct app *app, const struct subcommand *s, int argc, char **argv)
{
	struct sigaction sa = { .sa_handler = on_interrupt };
	struct err e = { 0 };

	app->options = options_of(app->arena, s);
	if (options_take(app, argc, argv, &e) && app_flag(app, "help"))
		return subcommand_help(s, app->options);
	sigaction(SIGINT, &sa, NULL);
	if (e.code == ERR_NONE && prepare(app, &e) && s->run(app, &e))
		return fflush(stdout) == 0 ? 0 : 1;
	fflush(stdout);
	tell(app, &e);
	return e.code == ERR_USAGE ? 2 : 1;
}

/* Everybody on the machine can read the words a process was started with, and in ours
 * stand numbers, names and notes: a copy is worked with, and only what kind of work it
 * is stays. */
static char **take_words(struct arena *a, int argc, char **argv)
{
	char **words = arena_alloc(a, sizeof(*words) * ((size_t)argc + 1));

	for (int i = 0; i < argc; i++) {
		words[i] = arena_strdup(a, argv[i]);
		if (i > 1 || (i == 1 && !find(argv[1])))
			memset(argv[i], 0, strlen(argv[i]));
	}
	return words;
}

int main(int argc, char **argv)
{
	struct app app = { .arena = arena_new() };
	const struct subcommand *s = &subcommands[0];
	int skip = 1, status;

	core_file_none();
	argv = take_words(app.arena, argc, argv);
	app.program = argv[0];
	if (argc > 1 && strcmp(argv[1], "--version") == 0)
		return puts("steward " PACKAGE_VERSION) < 0;
	app.options = common_options;
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
