#include "coach.h"

#include <string.h>

#include "base/text.h"
#include "desk.h"
#include "say/tr.h"

static const struct coach *of(const struct desk *d)
{
	return d->app->coach;
}

/* A round begins with the first key on the first screen. */
static void begin(struct desk *d)
{
	struct coaching *c = &d->coaching;

	*c = (struct coaching){ .round = c->round + c->is_done };
}

/* What is typed into a field only a human knows; the command line's words are keys. */
void coach_key(struct desk *d, const struct press *p)
{
	struct coaching *c = &d->coaching;
	const struct view *v = d->top;
	bool is_text = v->kind->takes_text && v->kind->takes_text(v) &&
		       v->screen != &view_palette;

	if (!of(d) || p->is_replayed)
		return;
	if (!v->below && (c->is_done || c->was_away))
		begin(d);
	c->was_away |= v->below != NULL;
	if (c->is_done)
		return;
	if (p->rune && is_text)
		c->data++;
	else
		c->keys++;
	d->is_dirty = true;
}

static void reached(struct desk *d)
{
	d->is_dirty |= !d->coaching.is_done;
	d->coaching.is_done = true;
	d->coaching.was_away = true;
}

void coach_stored(struct desk *d, const char *statement)
{
	if (of(d) && of(d)->stored && strcmp(of(d)->stored, statement) == 0)
		reached(d);
}

static int person(const struct desk *d)
{
	return of(d)->n ? d->coaching.round % of(d)->n : -1;
}

void coach_step(struct desk *d)
{
	const struct view *v = d->top;
	int who = of(d) ? person(d) : -1;

	if (!of(d) || !of(d)->screen || strcmp(of(d)->screen, v->screen->name) != 0)
		return;
	if (who < 0 || (v->nargs && strcmp(v->args[0], of(d)->persons[who].arg) == 0))
		reached(d);
}

int coach_rows(const struct desk *d)
{
	return of(d) ? 1 : 0;
}

static const char *score(const struct desk *d, struct arena *a)
{
	const struct coach *j = of(d);
	const struct coaching *c = &d->coaching;
	bool is_good = c->keys <= j->most_keys && c->data <= j->most_data;

	if (!c->is_done)
		return arena_printf(a, _("now %d+%d, best %d+%d, good to %d+%d"), c->keys,
				    c->data, j->keys, j->data, j->most_keys,
				    j->most_data);
	return arena_printf(a, is_good ? _("done %d+%d of %d+%d, good; esc again")
				       : _("done %d+%d of %d+%d; esc again"),
			    c->keys, c->data, j->most_keys, j->most_data);
}

const char *coach_way(const struct desk *d, const char *path, struct arena *a)
{
	const char *out = "", *open;

	while ((open = strchr(path, '{')) && strchr(open, '}')) {
		size_t n = strcspn(open + 1, "}");
		const char *name = arena_strndup(a, open + 1, n);
		const char *key = desk_key_named(d, name);

		out = arena_printf(a, "%s%.*s%s", out, (int)(open - path), path,
				   key ? key : name);
		path = open + n + 2;
	}
	return arena_printf(a, "%s%s", out, path);
}

void coach_draw(const struct desk *d, struct grid *g, struct arena *a)
{
	const struct coach *j = of(d);
	const char *right, *task;
	int width, who;

	if (!j)
		return;
	who = person(d);
	task = who < 0 ? tr_label(j->task) : j->persons[who].who;
	right = score(d, a);
	width = text_width(right, strlen(right)) + 1;
	grid_restyle(g, g->rows - 3, 0, g->cols, STYLE_TITLE);
	grid_text(g, g->rows - 3, 0, g->cols - width, STYLE_TITLE,
		  text_clean(a, arena_printf(a, "%s %s: %s", j->name, task,
					     coach_way(d, tr_label(j->path), a))));
	grid_right(g, g->rows - 3, g->cols - width, width, STYLE_TITLE, right);
}
