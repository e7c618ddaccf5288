/* The keys of this workbench: those of the tables, and where the configuration gives a
 * command others, these in their place.  Help, the bottom line and line mode ask here. */
#include <string.h>

#include "desk.h"
#include "host/config.h"
#include "say/tr.h"

struct binding {
	struct desk *desk;
	const struct key_setting *settings;	/* of commands; NULL: none */
	struct key *rows;
	int *lines;	/* of the file; 0: from a table */
	int n;
};

static void add(struct binding *b, const struct key *k, int line)
{
	b->lines[b->n] = line;
	b->rows[b->n++] = *k;
}

static bool is_given(const struct binding *b, const char *command)
{
	for (const struct key_setting *s = b->settings; s && s->command; s++)
		if (strcmp(s->command, command) == 0)
			return true;
	return false;
}

/* Whether this command and screen came before: what it gets stands there once. */
static bool is_done(const struct binding *b, const struct key *k)
{
	for (int i = 0; i < b->n; i++)
		if (b->lines[i] && strcmp(b->rows[i].command, k->command) == 0 &&
		    (b->rows[i].screen == k->screen ||
		     (b->rows[i].screen && k->screen &&
		      strcmp(b->rows[i].screen, k->screen) == 0)))
			return true;
	return false;
}

static void add_given(struct binding *b, const struct key *at)
{
	if (is_done(b, at))
		return;
	for (const struct key_setting *s = b->settings; s->command; s++)
		if (strcmp(s->command, at->command) == 0)
			add(b, &(struct key){ s->key, at->command, at->screen },
			    s->line);
}

/* Keys that lead back stay beside what is given. */
static void add_table(struct binding *b, const struct key *table)
{
	for (; table && table->key; table++) {
		bool is_given_here = is_given(b, table->command);

		if (!is_given_here || key_is_kept(table->key))
			add(b, table, 0);
		if (is_given_here)
			add_given(b, table);
	}
}

/* A command that had no key gets its own on every screen. */
static void add_keyless(struct binding *b)
{
	for (const struct key_setting *s = b->settings; s && s->command; s++) {
		bool has_row = false;

		for (int i = 0; i < b->n && !has_row; i++)
			has_row = b->lines[i] && !strcmp(b->rows[i].command, s->command);
		if (!has_row)
			add_given(b, &(struct key){ NULL, s->command, NULL });
	}
}

static int table_size(const struct key *table)
{
	int n = 0;

	while (table && table[n].key)
		n++;
	return n;
}

static void make_rows(struct binding *b)
{
	const struct module *const *m = b->desk->app->modules;
	int rows = table_size(desk_keys) + 1, most;

	for (int i = 0; m[i]; i++)
		rows += table_size(m[i]->keys);
	most = rows;
	/* A setting may stand in place of any of them. */
	for (const struct key_setting *s = b->settings; s && s->command; s++)
		most += rows;
	b->rows = arena_alloc(b->desk->arena, sizeof(*b->rows) * (size_t)most);
	b->lines = arena_alloc(b->desk->arena, sizeof(*b->lines) * (size_t)most);
	add_table(b, desk_keys);
	for (int i = 0; m[i]; i++)
		add_table(b, m[i]->keys);
	add_keyless(b);
	b->rows[b->n] = (struct key){ 0 };
}

/* What somebody recorded is known when he has logged in. */
static bool is_command(const struct desk *d, const char *name)
{
	struct desk_command c;

	if (strncmp(name, "macro.", 6) == 0)
		return true;
	for (int i = 0; desk_command_at(d, i, &c); i++)
		if (strcmp(c.command->name, name) == 0)
			return true;
	return false;
}

/* Names that begin as this one does, up to its first point. */
static const char *names_like(const struct desk *d, const char *name)
{
	size_t n = strcspn(name, ".");
	const char *out = "";
	struct desk_command c;

	for (int i = 0; desk_command_at(d, i, &c); i++)
		if (strncmp(c.command->name, name, n) == 0 && c.command->name[n] == '.')
			out = arena_printf(d->arena, "%s%s%s", out, out[0] ? ", " : "",
					   c.command->name);
	name = desk_action_names(d, name);
	return arena_printf(d->arena, "%s%s%s", out, out[0] && name[0] ? ", " : "", name);
}

static bool check_name(const struct desk *d, const struct key_setting *s, struct err *e)
{
	bool is_action = desk_has_action(d, s->command);
	bool is_known = is_command(d, s->command);
	const char *like;

	if (is_action && is_known)
		return desk_two_things(d, s, e);
	/* Of a module that was left out the names are not known. */
	if (is_action || is_known || d->app->left_out)
		return true;
	ERR(e, ERR_USAGE, _("%s:%d: keys: %s is no command or action of the "
				"workbench"),
	    config_path(d->app->config), s->line, s->command);
	like = names_like(d, s->command);
	return like[0] ? err_hint(e, _("There are: %s."), like)
		       : err_hint(e, _("F1 in the workbench lists the names."));
}

static bool check_names(const struct desk *d, struct err *e)
{
	for (const struct key_setting *s = d->given; s && s->command; s++)
		if (!check_name(d, s, e))
			return false;
	return true;
}

/* What is given to commands: actions have their keys from where they are pressed. */
static const struct key_setting *of_commands(const struct desk *d)
{
	const struct key_setting *s = d->given;
	struct key_setting *out;
	int n = 0;

	while (s && s[n].command)
		n++;
	out = arena_alloc(d->arena, sizeof(*out) * (size_t)(n + 1));
	for (n = 0; s && s->command; s++)
		if (!desk_has_action(d, s->command))
			out[n++] = *s;
	return out;
}

static bool do_meet(const struct key *a, const struct key *b)
{
	return !strcmp(a->key, b->key) && strcmp(a->command, b->command) != 0 &&
	       (!a->screen || !b->screen || strcmp(a->screen, b->screen) == 0);
}

static bool check_free(const struct binding *b, struct err *e)
{
	for (int i = 0; i < b->n; i++)
		for (int j = 0; b->lines[i] && j < b->n; j++) {
			if (!do_meet(&b->rows[i], &b->rows[j]))
				continue;
			ERR(e, ERR_USAGE,
			    _("%s:%d: keys: %s: key \"%s\" is that of %s, too"),
			    config_path(b->desk->app->config), b->lines[i],
			    b->rows[i].command, b->rows[i].key, b->rows[j].command);
			return err_hint(e, _("Give %s another key there, or take a key "
					     "that F1 does not list."),
					b->rows[j].command);
		}
	return true;
}

bool desk_bind(struct desk *d, struct err *e)
{
	struct binding b = { .desk = d };

	desk_take_actions(d);
	b.settings = of_commands(d);
	make_rows(&b);
	d->keymap = b.rows;
	return check_names(d, e) && check_free(&b, e) && desk_check_actions(d, e);
}
