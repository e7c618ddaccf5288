/* Keys of what a screen does with its rows and of the steps of a task, where the
 * configuration gives them others: "SCREEN.NAME", by what an action opens, sends or runs.
 * They are of one screen, so what they may not meet is what works there. */
#include <string.h>

#include "desk.h"
#include "host/config.h"
#include "say/tr.h"

/* A key of a screen, and what it is for. */
struct use {
	const char *screen, *name;	/* name NULL: of the screen itself, not given */
	const char *key, *label;
	/* What else stands there with it: of one figure, of one state of a kind of task;
	 * NULL: whatever the screen has. */
	const char *among;
	const char *module;
};

struct uses {
	struct arena *arena;
	struct use *rows;
	int n, room;
};

static void add(struct uses *u, struct use use)
{
	struct use *rows;

	if (u->n == u->room) {
		u->room = u->room ? u->room * 2 : 256;
		rows = arena_alloc(u->arena, sizeof(*rows) * (size_t)u->room);
		if (u->n)
			memcpy(rows, u->rows, sizeof(*rows) * (size_t)u->n);
		u->rows = rows;
	}
	u->rows[u->n++] = use;
}

static void add_actions(struct uses *u, const struct action *a, struct use of)
{
	bool takes_many = false;

	for (; a && a->key; a++) {
		of.name = view_action_name(a);
		of.key = a->key;
		add(u, of);
		takes_many |= a->many > 0;
	}
	of.name = NULL;
	of.key = " ";
	of.label = N_("mark");
	if (takes_many)
		add(u, of);
}

static void add_screen(struct uses *u, const struct screen *s, const char *module)
{
	const struct filter *f = s->filters;

	add_actions(u, s->actions, (struct use){ .screen = s->name, .module = module });
	for (; f && f->key; f++)
		add(u, (struct use){ s->name, NULL, f->key, f->label, NULL, module });
}

static void add_steps(struct uses *u, const struct task_type *t, const char *module)
{
	for (const struct move *m = t->moves; m && m->from; m++)
		add(u, (struct use){ view_task.name, m->event, m->key, NULL,
				     arena_printf(u->arena, "%s %s", t->name, m->from),
				     module });
}

static void add_module(struct uses *u, const struct module *m)
{
	struct use person = { .screen = view_person.name, .module = m->name };

	for (const struct screen *s = m->screens; s && s->name; s++)
		add_screen(u, s, m->name);
	add_actions(u, m->person_actions, person);
	for (const struct indicator *i = m->indicators; i && i->id; i++)
		add_actions(u, i->actions, (struct use){ .screen = view_rows.name,
							  .among = i->id,
							  .module = m->name });
	for (const struct task_type *t = m->task_types; t && t->name; t++)
		add_steps(u, t, m->name);
}

void desk_take_actions(struct desk *d)
{
	struct uses *u = arena_alloc(d->arena, sizeof(*u));

	u->arena = d->arena;
	for (int i = 0; view_all[i]; i++)
		add_screen(u, view_all[i], "core");
	for (int i = 0; d->app->modules[i]; i++)
		add_module(u, d->app->modules[i]);
	d->uses = u;
	d->given = d->app->config ? config_keys(d->app->config) : NULL;
}

static bool is_named(const char *full, const char *screen, const char *name)
{
	size_t n = strlen(screen);

	return name && strncmp(full, screen, n) == 0 && full[n] == '.' &&
	       strcmp(full + n + 1, name) == 0;
}

const char *desk_action_key(const struct desk *d, const char *screen, const char *name,
			    const char *own, int i)
{
	bool is_given = false;

	for (const struct key_setting *s = d->given; s && s->command; s++) {
		if (!is_named(s->command, screen, name))
			continue;
		is_given = true;
		if (i-- == 0)
			return s->key;
	}
	return !is_given && i == 0 ? own : NULL;
}

bool desk_is_action_key(const struct desk *d, const char *screen, const char *name,
			const char *own, const char *key)
{
	const char *k;

	for (int i = 0; (k = desk_action_key(d, screen, name, own, i)); i++)
		if (strcmp(k, key) == 0)
			return true;
	return false;
}

static const struct use *find(const struct desk *d, const char *full)
{
	const struct uses *u = d->uses;

	for (int i = 0; i < u->n; i++)
		if (is_named(full, u->rows[i].screen, u->rows[i].name))
			return &u->rows[i];
	return NULL;
}

bool desk_has_action(const struct desk *d, const char *full)
{
	return find(d, full) != NULL;
}

const char *desk_action_names(const struct desk *d, const char *like)
{
	const struct uses *u = d->uses;
	const char *out = "", *full;
	size_t n = strcspn(like, ".");

	for (int i = 0; i < u->n; i++) {
		const struct use *at = &u->rows[i];

		if (!at->name || strncmp(at->screen, like, n) != 0 ||
		    (at->screen[n] && at->screen[n] != '.'))
			continue;
		full = arena_printf(d->arena, "%s.%s", at->screen, at->name);
		if (!strstr(arena_printf(d->arena, ", %s,", out),
			    arena_printf(d->arena, ", %s,", full)))
			out = arena_printf(d->arena, "%s%s%s", out, out[0] ? ", " : "",
					   full);
	}
	return out;
}

const char *desk_key_named(const struct desk *d, const char *full)
{
	const struct use *at;

	for (const struct key *k = d->keymap; k->key; k++)
		if (strcmp(k->command, full) == 0)
			return k->key;
	at = find(d, full);
	return at ? desk_action_key(d, at->screen, at->name, at->key, 0) : NULL;
}

static bool is_same(const char *a, const char *b)
{
	return !a || !b ? a == b : strcmp(a, b) == 0;
}

/* Both stand on one screen at one time. */
static bool are_together(const struct use *a, const struct use *b)
{
	return strcmp(a->screen, b->screen) == 0 && is_same(a->among, b->among);
}

static bool fault(const struct desk *d, const struct key_setting *s, const char *other,
		  struct err *e)
{
	return ERR(e, ERR_USAGE, _("%s:%d: keys: %s: key \"%s\" is that of %s, too"),
		   config_path(d->app->config), s->line, s->command, s->key, other);
}

/* What has the key already, as the error names it. */
static const char *told(const struct desk *d, const struct use *u)
{
	const char *name =
	    u->name ? arena_printf(d->arena, "%s.%s", u->screen, u->name)
		    : arena_printf(d->arena, _("\"%s\" of the screen %s"),
				   tr_label(u->label), u->screen);

	return strcmp(u->module, "core") == 0
		       ? name
		       : arena_printf(d->arena, _("%s of the module %s"), name,
				      u->module);
}

static bool check_others(const struct desk *d, const struct use *of,
			 const struct key_setting *s, struct err *e)
{
	for (int i = 0; i < d->uses->n; i++) {
		const struct use *at = &d->uses->rows[i];

		if (!are_together(at, of) || is_same(at->name, of->name) ||
		    !desk_is_action_key(d, at->screen, at->name, at->key, s->key))
			continue;
		fault(d, s, told(d, at), e);
		return at->name ? err_hint(e, _("Give %s.%s another key, or take a key "
						"that F1 does not list there."),
					   at->screen, at->name)
				: err_hint(e, _("Take a key that F1 does not list "
						"there."));
	}
	return true;
}

/* A key that leads elsewhere from this screen would lead nowhere any more. */
static bool check_commands(const struct desk *d, const struct use *of,
			   const struct key_setting *s, struct err *e)
{
	for (const struct key *k = d->keymap; k->key; k++) {
		if (strcmp(k->key, s->key) != 0 ||
		    (k->screen && strcmp(k->screen, of->screen) != 0))
			continue;
		fault(d, s, k->command, e);
		return err_hint(e, _("Give %s another key there, or take a key "
				     "that F1 does not list."), k->command);
	}
	return true;
}

bool desk_two_things(const struct desk *d, const struct key_setting *s, struct err *e)
{
	ERR(e, ERR_USAGE, _("%s:%d: keys: %s is the name of two things"),
	    config_path(d->app->config), s->line, s->command);
	return err_hint(e, _("Leave it out; who wrote the module %s can mend it."),
			find(d, s->command)->module);
}

/* Two things of one name could not be told apart. */
static bool check_one(const struct desk *d, const struct use *of,
		      const struct key_setting *s, struct err *e)
{
	for (int i = 0; i < d->uses->n; i++) {
		const struct use *at = &d->uses->rows[i];

		if (at == of || !is_named(s->command, at->screen, at->name) ||
		    (strcmp(at->screen, of->screen) == 0 && !are_together(at, of)))
			continue;
		return desk_two_things(d, s, e);
	}
	return true;
}

static bool check_setting(const struct desk *d, const struct key_setting *s,
			  struct err *e)
{
	for (int i = 0; i < d->uses->n; i++) {
		const struct use *at = &d->uses->rows[i];

		if (is_named(s->command, at->screen, at->name) &&
		    (!check_one(d, at, s, e) || !check_others(d, at, s, e) ||
		     !check_commands(d, at, s, e)))
			return false;
	}
	return true;
}

bool desk_check_actions(const struct desk *d, struct err *e)
{
	for (const struct key_setting *s = d->given; s && s->command; s++)
		if (!check_setting(d, s, e))
			return false;
	return true;
}
