/* Reads a theme: a group a style, "fore" and "back" as a colour, and attributes; and the
 * sign of bars. */
#include <libconfig.h>
#include <string.h>

#include "config_text.h"
#include "say/tr.h"
#include "theme_file.h"

static bool fail(struct err *e, const char *path, const config_setting_t *s,
		 const char *why)
{
	return ERR(e, ERR_USAGE, "%s:%d: %s: %s", path,
		   (int)config_setting_source_line(s),
		   config_setting_name(s) ? config_setting_name(s) : "", why);
}

static bool read_entry(struct look *look, const config_setting_t *s, const char *path,
		       struct err *e)
{
	static const char *const flags[] = { "bold", "underline", "reverse", "dim" };
	bool *const to[] = { &look->bold, &look->underline, &look->reverse, &look->dim };
	const char *name = config_setting_name(s), *text = config_setting_get_string(s);
	int32_t *colour = strcmp(name, "fore") == 0 ? &look->fore :
			  strcmp(name, "back") == 0 ? &look->back : NULL;

	if (colour)
		return (text && theme_colour(text, colour)) ||
		       fail(e, path, s,
			    _("a colour is \"own\", \"red\", \"bright-red\" or "
			      "\"#rrggbb\""));
	for (int i = 0; i < 4; i++)
		if (strcmp(flags[i], name) == 0 &&
		    config_setting_type(s) == CONFIG_TYPE_BOOL) {
			*to[i] = config_setting_get_bool(s);
			return true;
		}
	return fail(e, path, s, _("there is no such attribute"));
}

static bool read_style(struct theme *t, const config_setting_t *s, const char *path,
		       struct err *e)
{
	struct look look = { .fore = COLOUR_OWN, .back = COLOUR_OWN };
	enum style style;

	if (!config_setting_name(s) || !theme_style(config_setting_name(s), &style) ||
	    !config_setting_is_group(s))
		return fail(e, path, s, _("there is no such style"));
	for (int i = 0; i < config_setting_length(s); i++)
		if (!read_entry(&look, config_setting_get_elem(s, (unsigned)i), path, e))
			return false;
	t->looks[style] = look;
	return true;
}

static bool read_setting(struct theme *t, const config_setting_t *s, const char *path,
			 struct err *e)
{
	const char *text = config_setting_get_string(s), *bar;

	if (!config_setting_name(s) || strcmp(config_setting_name(s), "bars") != 0)
		return read_style(t, s, path, e);
	bar = text ? theme_bar(text) : NULL;
	t->bar = bar ? bar : t->bar;
	return bar || fail(e, path, s,
			   _("bars are \"ascii\", \"blocks\" or \"braille\""));
}

bool theme_read(struct theme *t, const char *path, struct err *e)
{
	struct arena *a = arena_new();
	const char *text = config_text(a, path, e);
	config_t config;
	const config_setting_t *root;
	bool ok = text != NULL;

	theme_mono(t);
	config_init(&config);
	if (text && !config_read_string(&config, text))
		ok = ERR(e, ERR_USAGE, "%s:%d: %s", path, config_error_line(&config),
			 config_error_text(&config));
	root = config_root_setting(&config);
	for (int i = 0; ok && i < config_setting_length(root); i++)
		ok = read_setting(t, config_setting_get_elem(root, (unsigned)i), path,
				  e);
	config_destroy(&config);
	arena_free(a);
	return ok;
}
