/* Opening a screen by its name. */
#include <string.h>

#include "desk.h"
#include "say/tr.h"

#define MOST_VIEWS 60

static const struct screen *in_module(const struct module *m, const char *name)
{
	for (const struct screen *s = m->screens; s && s->name; s++)
		if (strcmp(s->name, name) == 0)
			return s;
	return NULL;
}

/* A screen of the core or of a module; "MODULE:SCREEN" is that module's.  NULL. */
static const struct screen *find_screen(const struct desk *d, const char *name)
{
	const char *colon = strchr(name, ':'), *own = colon ? colon + 1 : name;
	const struct screen *s = NULL;

	for (int i = 0; view_all[i] && !colon; i++)
		if (strcmp(view_all[i]->name, name) == 0)
			return view_all[i];
	for (int i = 0; d->app->modules[i] && !s; i++) {
		const struct module *m = d->app->modules[i];

		if (!colon || (strncmp(m->name, name, (size_t)(colon - name)) == 0 &&
			       m->name[colon - name] == '\0'))
			s = in_module(m, own);
	}
	return s;
}

static const struct view_kind *kind_of(const struct desk *d, const struct screen *s)
{
	for (const struct plan_screen *p = d->plan->exceptions; p->screen; p++)
		if (p->screen == s)
			return p->kind;
	return d->plan->kinds[s->kind];
}

static void open_view(struct desk *d, const struct screen *s, const char *const *args,
		      int nargs)
{
	const struct view_kind *kind = kind_of(d, s);
	struct view *v = view_push(d, s, kind, args, nargs);

	view_sections(v);
	if (kind->open)
		kind->open(v);
	view_ask(v);
}

/* A screen without arguments is not opened twice: going back to it keeps the way home
 * short. */
static bool return_to(struct desk *d, const struct screen *s)
{
	struct view *v = d->top;

	while (v && (v->screen != s || v->nargs))
		v = v->below;
	if (!v || v->kind->is_text)
		return false;
	while (d->top != v)
		view_drop(d);
	view_ask(v);
	return true;
}

static int depth(const struct desk *d)
{
	int n = 0;

	for (const struct view *v = d->top; v; v = v->below)
		n++;
	return n;
}

void desk_open(struct desk *d, const char *screen, const char *const *args, int nargs)
{
	const struct screen *s = find_screen(d, screen);

	if (!s)
		desk_say(d, STYLE_ALARM, _("! no screen named \"%s\""), screen);
	else if (!desk_has_job(d, s->job))
		desk_say(d, STYLE_WATCH, _("* \"%s\" needs a %s"), tr_label(s->title),
			 tr_label(s->job));
	else if (nargs == 0 && return_to(d, s))
		d->is_dirty = true;
	else if (depth(d) >= MOST_VIEWS)
		desk_say(d, STYLE_WATCH,
			 _("* too many screens are open; esc closes one"));
	else
		open_view(d, s, args, nargs);
}

/* The first view, before any answer: it is built empty and asks when there is somebody to
 * ask. */
void desk_open_first(struct desk *d)
{
	struct view *v = view_push(d, &view_home, kind_of(d, &view_home), NULL, 0);

	view_sections(v);
	view_build(v);
}
