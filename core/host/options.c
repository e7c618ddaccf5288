/* The words of a command line: which options were given, with which values. */
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "base/date.h"
#include "commands.h"

#define OPTIONS_MOST 32

const struct option_def common_options[] = {
	{ "db", 'p', N_("folder of a private cluster, or a libpq connection string") },
	{ "as", 'p', N_("database login to work as") },
	{ "format", 't', N_("text, csv, json or xlsx"), "text" },
	{ "spreadsheet", 'f',
	  N_("csv for a spreadsheet: it reads Chinese and keeps numbers of 18 digits") },
	{ "config", 'p', N_("configuration file") },
	{ "help", 'f', N_("what this subcommand does") },
	{ 0 }
};

static bool has_option(const struct option_def *list, const char *name)
{
	for (; list && list->name; list++)
		if (strcmp(list->name, name) == 0)
			return true;
	return false;
}

struct option_def *options_of(struct arena *a, const struct verb *v)
{
	struct option_def *list = arena_alloc(a, sizeof(*list) * OPTIONS_MOST);
	int n = 0;

	for (const struct option_def *o = v->options; o && o->name; o++)
		list[n++] = *o;
	for (const struct option_def *o = common_options; o->name; o++)
		if (!has_option(v->options, o->name) &&
		    (strcmp(o->name, "spreadsheet") != 0 ||
		     !has_option(v->options, "format")))
			list[n++] = *o;
	return list;
}

static bool check_value(const struct option_def *o, const char *v, struct err *e)
{
	int32_t day;
	char *end;
	long long n;

	if (o->kind == 'p' && !*v)
		return ERR(e, ERR_USAGE, "--%s is empty; give a value or leave it out",
			   o->name);
	if (o->kind == 'd' && !date_parse(v, strlen(v), &day))
		return ERR(e, ERR_USAGE,
			   "--%s: invalid date \"%s\" (expected YYYY-MM-DD)", o->name, v);
	if (o->kind != 'n')
		return true;
	n = strtoll(v, &end, 10);
	if (end == v || *end || n < o->least || n > o->most)
		return ERR(e, ERR_USAGE, "--%s must be a number from %lld to %lld",
			   o->name, (long long)o->least, (long long)o->most);
	return true;
}

/* An option that may be repeated has a line for each value. */
static const char *one_more(struct app *app, const struct option_def *o,
			    const char *before, const char *value)
{
	return o->kind == 'm' && before
		   ? arena_printf(app->arena, "%s\n%s", before, value)
		   : value;
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
			return equals
				   ? (ERR(e, ERR_USAGE, "--%s takes no value", o->name),
				      0)
				   : 1;
		}
		if (!equals && left < 2)
			return ERR(e, ERR_USAGE, "--%s needs a value", o->name), 0;
		app->values[i] =
		    one_more(app, o, app->values[i], equals ? equals + 1 : argv[1]);
		return check_value(o, app->values[i], e) ? (equals ? 1 : 2) : 0;
	}
	ERR(e, ERR_USAGE, "unknown option \"%s\"", argv[0]);
	err_hint(e, "steward SUBCOMMAND --help tells the options.");
	return 0;
}

static bool takes_value(const struct option_def *list, const char *name)
{
	for (; list && list->name; list++)
		if (strcmp(list->name, name) == 0)
			return list->kind != 'f';
	return false;
}

/* Whether the word after this option is its value, for any verb of the first word. */
static bool has_value(const struct verb *table, const char *first, const char *name)
{
	size_t n = strcspn(first, " ");

	for (; table->path; table++)
		if (strncmp(table->path, first, n) == 0 &&
		    strcspn(table->path, " ") == n && takes_value(table->options, name))
			return true;
	return takes_value(common_options, name);
}

int options_words(const struct verb *table, int argc, char **argv, const char **words,
		  int n)
{
	bool only_words = false;
	int count = 0;

	for (int i = 0; i < argc && count < n; i++)
		if (!only_words && strcmp(argv[i], "--") == 0)
			only_words = true;
		else if (only_words || strncmp(argv[i], "--", 2) != 0)
			words[count++] = argv[i];
		else if (!strchr(argv[i], '=') && count &&
			 has_value(table, words[0], argv[i] + 2))
			i++;
	return count;
}

bool options_take(struct app *app, int argc, char **argv, struct err *e)
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
			return app->values ? app->values[i] : NULL;
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
