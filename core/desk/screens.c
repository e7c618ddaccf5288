/* Opening a screen by its name. */
#include <string.h>

#include "desk.h"
#include "say/tr.h"

#define MOST_VIEWS 60

/* A screen of the core or of a module, and its kind; NULL. */
static const struct screen *find_screen(const struct desk *d, const char *name,
					const struct view_kind **kind)
{
	const struct view_kind *const *kinds = d->plan->kinds;
	const struct screen *s;

	for (const struct plan_screen *p = d->plan->screens; p->screen; p++) {
		s = p->screen;
		*kind = p->kind ? p->kind : kinds[s->kind];
		if (strcmp(s->name, name) == 0)
			return s;
	}
	for (int i = 0; d->app->modules[i]; i++)
		for (s = d->app->modules[i]->screens; s && s->name; s++) {
			*kind = kinds[s->kind];
			if (strcmp(s->name, name) == 0)
				return s;
		}
	return NULL;
}

static void open_view(struct desk *d, const struct view_kind *kind,
		      const struct screen *s, const char *const *args, int nargs)
{
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
	const struct view_kind *kind;
	const struct screen *s = find_screen(d, screen, &kind);

	if (!s)
		desk_say(d, STYLE_ALARM, _("! there is no screen \"%s\""), screen);
	else if (!desk_has_job(d, s->job))
		desk_say(d, STYLE_WATCH, _("* \"%s\" needs a %s"), tr_label(s->title),
			 tr_label(s->job));
	else if (nargs == 0 && return_to(d, s))
		d->is_dirty = true;
	else if (depth(d) >= MOST_VIEWS)
		desk_say(d, STYLE_WATCH,
			 _("* too many screens are open; esc closes one"));
	else
		open_view(d, kind, s, args, nargs);
}

/* The first view, before any answer: it is built empty and asks when there is somebody to
 * ask. */
void desk_open_first(struct desk *d)
{
	const struct plan_screen *first = d->plan->screens;
	struct view *v = view_push(d, first->screen, first->kind, NULL, 0);

	view_sections(v);
	view_build(v);
}
