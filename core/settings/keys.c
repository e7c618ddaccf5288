#include "keys.h"

#include <libconfig.h>
#include <stdlib.h>
#include <string.h>

#include "say/tr.h"
#include "ui/key.h"

struct keys {
	struct arena *arena;
	const char *path;
	struct key_setting *rows;
	int n;
};

static bool fault(struct err *e, const struct keys *k, int line, const char *command,
		  const char *what)
{
	ERR(e, ERR_USAGE, "%s:%d: keys: %s%s%s", k->path, line, command,
	    command[0] ? " " : "", what);
	return err_hint(e, _("A key is one sign, F1 to F24, ctrl- and a letter, or tab, "
			     "home, end, pgup, pgdn, up, down, left, right, space. Mend "
			     "the configuration file; nothing was started."));
}

static bool is_function_key(const char *key)
{
	size_t digits = strspn(key + 1, "0123456789");
	long n = strtol(key + 1, NULL, 10);

	return key[0] == 'F' && key[1] != '0' && digits > 0 && digits < 3 &&
	       !key[1 + digits] && n <= 24;
}

/* What arrives as another key cannot be told from it: ctrl-h is backspace, ctrl-i tab,
 * ctrl-j and ctrl-m are Enter. */
static bool is_control_key(const char *key)
{
	return strncmp(key, "ctrl-", 5) == 0 && key[5] >= 'a' && key[5] <= 'z' &&
	       !key[6] && !strchr("hijm", key[5]);
}

/* Digits choose among what stands on a screen, the star and the blank mark its rows. */
static bool is_sign(const char *key)
{
	return key[0] > ' ' && key[0] < 0x7f && !key[1] && !strchr("0123456789*", key[0]);
}

static bool is_key(const char *key)
{
	static const char *const named[] = { "tab", "home", "end",  "pgup",  "pgdn",
					     "up",  "down", "left", "right", NULL };

	for (int i = 0; named[i]; i++)
		if (strcmp(key, named[i]) == 0)
			return true;
	return is_sign(key) || is_function_key(key) || is_control_key(key) ||
	       strcmp(key, " ") == 0;
}

static bool take_key(struct keys *k, const config_setting_t *s, const char *command,
		     struct err *e)
{
	const char *key = config_setting_get_string(s);
	int line = (int)config_setting_source_line(s);

	if (!key)
		return fault(e, k, line, command, _("must be a key in quotes"));
	if (strcmp(key, "space") == 0)
		key = " ";
	if (key_is_kept(key))
		return fault(e, k, line, command,
			     _("takes a key that leads back, helps or ends"));
	if (!is_key(key))
		return fault(e, k, line, command, _("names no key"));
	if (k->n == KEYS_MOST)
		return fault(e, k, line, command, _("is one key too many"));
	for (int i = 0; i < k->n; i++)
		if (strcmp(k->rows[i].key, key) == 0 &&
		    strcmp(k->rows[i].command, command) == 0)
			return fault(e, k, line, command, _("has this key twice"));
	k->rows[k->n++] = (struct key_setting){ command, arena_strdup(k->arena, key),
						line };
	return true;
}

static bool take_group(struct keys *k, const config_setting_t *group, const char *above,
		       struct err *e);

/* A group goes on with the name; a text is a key, a list or an array several. */
static bool take(struct keys *k, const config_setting_t *s, const char *above,
		 struct err *e)
{
	const char *name = arena_printf(k->arena, "%s%s%s", above, above[0] ? "." : "",
					config_setting_name(s));

	if (config_setting_is_group(s))
		return take_group(k, s, name, e);
	if (!config_setting_is_aggregate(s))
		return take_key(k, s, name, e);
	for (int i = 0; i < config_setting_length(s); i++)
		if (!take_key(k, config_setting_get_elem(s, (unsigned)i), name, e))
			return false;
	return config_setting_length(s) > 0 ||
	       fault(e, k, (int)config_setting_source_line(s), name,
		     _("must be a key in quotes"));
}

static bool take_group(struct keys *k, const config_setting_t *group, const char *above,
		       struct err *e)
{
	for (int i = 0; i < config_setting_length(group); i++)
		if (!take(k, config_setting_get_elem(group, (unsigned)i), above, e))
			return false;
	return true;
}

const struct key_setting *keys_read(struct arena *a, const char *path,
				    const struct config_setting_t *group, struct err *e)
{
	struct keys k = { a, path, NULL, 0 };

	k.rows = arena_alloc(a, sizeof(*k.rows) * (KEYS_MOST + 1));
	if (!config_setting_is_group(group)) {
		fault(e, &k, (int)config_setting_source_line(group), "",
		      _("must be a group: { task = { next = \"N\"; }; }"));
		return NULL;
	}
	return take_group(&k, group, "", e) ? k.rows : NULL;
}
