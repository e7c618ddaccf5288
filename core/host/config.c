#include "config.h"

#include <libconfig.h>
#include <string.h>
#include <sys/stat.h>

#include "base/place.h"
#include "base/text.h"
#include "settings/config_text.h"

#define NAMES_MOST 64
#define NUMBERS_MOST 3
#define FLAGS_MOST 1

struct config {
	struct arena *arena;
	const char *path;
	const char *texts[8];
	const char *names[NAMES_MOST + 1];
	const struct key_setting *keys;
	int numbers[NUMBERS_MOST];
	bool flags[FLAGS_MOST];
};

/* Every setting there is; anything else in the file is an error. */
enum { DB, JOURNAL, THEME, RULES, WORKER, MODULES, JURISDICTION, UNSURE, TEXTS };
static const char *const text_names[] = {
	"db", "journal", "theme", "rules", "worker", "modules_folder", "jurisdiction",
	"ambiguous_width"
};
enum { IDLE_MINUTES, IDLE_END_MINUTES, REST_SECONDS, NUMBERS };
static const struct { const char *name; int least, most, usual; } numbers[] = {
	{ "idle_minutes", 0, 1440, 0 },
	{ "idle_end_minutes", 0, 1440, 0 },
	{ "rest_seconds", 0, 86400, 60 },
};

enum { LEAN, FLAGS };
static const char *const flag_names[] = { "lean" };

static bool fault(struct err *e, const char *path, int line, const char *setting,
		  const char *what)
{
	ERR(e, ERR_USAGE, "%s:%d: %s%s%s", path, line, setting, *setting ? " " : "",
	    what);
	return err_hint(e, "Mend the configuration file; nothing was started.");
}

static bool take_text(struct config *c, const config_setting_t *s, int which,
		      struct err *e)
{
	const char *v = config_setting_get_string(s);
	int line = (int)config_setting_source_line(s);

	if (config_setting_type(s) != CONFIG_TYPE_STRING || !v)
		return fault(e, c->path, line, text_names[which],
			     "must be a text in quotes");
	if (text_has_unsafe(v, strlen(v)) || strlen(v) > 1000)
		return fault(e, c->path, line, text_names[which],
			     "has control characters");
	c->texts[which] = arena_strdup(c->arena, v);
	return true;
}

static bool take_number(struct config *c, const config_setting_t *s, int which,
			struct err *e)
{
	int line = (int)config_setting_source_line(s), v = config_setting_get_int(s);

	if (config_setting_type(s) != CONFIG_TYPE_INT)
		return fault(e, c->path, line, numbers[which].name,
			     "must be a whole number");
	if (v < numbers[which].least || v > numbers[which].most)
		return fault(e, c->path, line, numbers[which].name, "is out of range");
	c->numbers[which] = v;
	return true;
}

static bool take_flag(struct config *c, const config_setting_t *s, int which,
		      struct err *e)
{
	if (config_setting_type(s) != CONFIG_TYPE_BOOL)
		return fault(e, c->path, (int)config_setting_source_line(s),
			     flag_names[which], "must be true or false");
	c->flags[which] = config_setting_get_bool(s);
	return true;
}

static bool is_plain_name(const char *s)
{
	return s && *s && strlen(s) < 40 &&
	       strspn(s, "abcdefghijklmnopqrstuvwxyz_0123456789") == strlen(s);
}

static bool take_names(struct config *c, const config_setting_t *s, struct err *e)
{
	int line = (int)config_setting_source_line(s), n = config_setting_length(s);

	if (!config_setting_is_aggregate(s) || config_setting_is_group(s) ||
	    n > NAMES_MOST)
		return fault(e, c->path, line, "modules", "must be a list of names");
	for (int i = 0; i < n; i++) {
		const char *name = config_setting_get_string_elem(s, i);

		if (!is_plain_name(name))
			return fault(e, c->path, line, "modules", "has an invalid name");
		for (int k = 0; k < i; k++)
			if (strcmp(c->names[k], name) == 0)
				return fault(e, c->path, line, "modules",
					     "names a module twice");
		c->names[i] = arena_strdup(c->arena, name);
	}
	return true;
}

static bool take_setting(struct config *c, const config_setting_t *s, struct err *e)
{
	const char *name = config_setting_name(s);

	for (int i = 0; i < TEXTS; i++)
		if (strcmp(name, text_names[i]) == 0)
			return take_text(c, s, i, e);
	for (int i = 0; i < NUMBERS; i++)
		if (strcmp(name, numbers[i].name) == 0)
			return take_number(c, s, i, e);
	for (int i = 0; i < FLAGS; i++)
		if (strcmp(name, flag_names[i]) == 0)
			return take_flag(c, s, i, e);
	if (strcmp(name, "modules") == 0)
		return take_names(c, s, e);
	if (strcmp(name, "keys") == 0)
		return (c->keys = keys_read(c->arena, c->path, s, e)) != NULL;
	return fault(e, c->path, (int)config_setting_source_line(s), name,
		     "is not a setting of steward");
}

/* A password in the connection string must not be readable by everyone. */
static bool check_secrecy(struct config *c, struct err *e)
{
	struct stat st;

	if (!c->texts[DB] || !strstr(c->texts[DB], "password"))
		return true;
	if (stat(c->path, &st) == 0 && (st.st_mode & 077) == 0)
		return true;
	fault(e, c->path, 1, "db", "holds a password and others can read the file");
	return err_hint(e, "Run: chmod 600 %s", c->path);
}

static bool parse(struct config *c, const char *text, struct err *e)
{
	config_t parsed;
	bool ok = true;

	config_init(&parsed);
	if (!config_read_string(&parsed, text))
		ok = fault(e, c->path, config_error_line(&parsed), "",
			   config_error_text(&parsed));
	for (int i = 0; ok && i < config_setting_length(config_root_setting(&parsed));
	     i++)
		ok = take_setting(c, config_setting_get_elem(config_root_setting(&parsed),
							     (unsigned)i), e);
	config_destroy(&parsed);
	return ok && check_secrecy(c, e);
}

/* 0: to be asked; -1: none of them. */
static int unsure_columns(const struct config *c)
{
	static const char *const words[] = { "ask", "one", "two" };

	for (int i = 0; i < 3; i++)
		if (strcmp(c->texts[UNSURE], words[i]) == 0)
			return i;
	return -1;
}

struct config *config_load(struct arena *a, const char *path, struct err *e)
{
	struct config *c = arena_alloc(a, sizeof(*c));
	char *text = config_text(a, path, e), chain[PLACE_CHAIN];

	c->arena = a;
	c->path = path;
	c->texts[JURISDICTION] = "CN";
	c->texts[UNSURE] = "ask";
	for (int i = 0; i < NUMBERS; i++)
		c->numbers[i] = numbers[i].usual;
	if (!text && !e->hint[0])
		err_hint(e, "Give the configuration with --config FILE.");
	if (!text || !parse(c, text, e))
		return NULL;
	for (int i = THEME; i < TEXTS; i++)
		if (!c->texts[i]) {
			fault(e, path, 1, text_names[i], "is missing");
			return NULL;
		}
	if (!place_chain(c->texts[JURISDICTION], strlen(c->texts[JURISDICTION]), chain)) {
		fault(e, path, 1, text_names[JURISDICTION],
		      "is not a place like \"CN-330681\"");
		return NULL;
	}
	if (unsure_columns(c) < 0) {
		fault(e, path, 1, text_names[UNSURE],
		      "is not \"ask\", \"one\" or \"two\"");
		return NULL;
	}
	return c;
}

int config_ambiguous_width(const struct config *c)
{
	return unsure_columns(c);
}

const char *config_db(const struct config *c)
{
	return c->texts[DB];
}

int config_idle_minutes(const struct config *c)
{
	return c->numbers[IDLE_MINUTES];
}

int config_idle_end_minutes(const struct config *c)
{
	return c->numbers[IDLE_END_MINUTES];
}

int config_rest_seconds(const struct config *c)
{
	return c->numbers[REST_SECONDS];
}

bool config_lean(const struct config *c)
{
	return c->flags[LEAN];
}

const char *config_journal(const struct config *c)
{
	return c->texts[JOURNAL];
}

const char *config_theme(const struct config *c)
{
	return c->texts[THEME];
}

const char *config_rules(const struct config *c)
{
	return c->texts[RULES];
}

const char *config_worker(const struct config *c)
{
	return c->texts[WORKER];
}

const char *config_modules(const struct config *c)
{
	return c->texts[MODULES];
}

const char *config_jurisdiction(const struct config *c)
{
	return c->texts[JURISDICTION];
}

const char *const *config_module_names(const struct config *c)
{
	return c->names;
}

const struct key_setting *config_keys(const struct config *c)
{
	return c->keys;
}

const char *config_path(const struct config *c)
{
	return c->path;
}
