/* Rows that are marked by space, for an action that takes many at once.  A mark is the
 * value that the action takes of the row, so that it stays when the rows are read
 * again. */
#include <string.h>

#include "kinds.h"
#include "say/tr.h"

const struct action *marks_action(const struct view *v)
{
	const struct action *at = v->actions;

	for (; at && at->key; at++)
		if (at->many && desk_has_job(v->desk, at->job))
			return at;
	return NULL;
}

static const struct part *marked_part(const struct view *v, const struct action *at)
{
	return at->section ? view_named(v, at->section) : &v->parts[0];
}

static const char *value_of(const struct action *at, const struct part *p, int row)
{
	return table_text(&p->table, row, at->args[at->many - 1]);
}

static int find(const struct view *v, const char *value)
{
	for (int i = 0; i < v->nmarks; i++)
		if (strcmp(v->marks[i], value) == 0)
			return i;
	return -1;
}

bool marks_has(const struct view *v, const struct part *p, int row)
{
	const struct action *at = v->nmarks ? marks_action(v) : NULL;

	return at && p == marked_part(v, at) && find(v, value_of(at, p, row)) >= 0;
}

static void add(struct view *v, const char *value)
{
	if (v->nmarks < VIEW_MARKS)
		v->marks[v->nmarks++] = arena_strdup(v->arena, value);
	else
		desk_say(v->desk, STYLE_WATCH, _("* at most %d rows at once"),
			 VIEW_MARKS);
}

/* The row is marked, or no longer; the next one is stood on. */
static void turn(struct view *v, const char *value)
{
	int i = find(v, value);

	if (i >= 0)
		v->marks[i] = v->marks[--v->nmarks];
	else
		add(v, value);
	v->kind->move(v, GO_DOWN);
}

/* All rows that were read, or none where all of them are marked. */
static void turn_all(struct view *v, const struct action *at, const struct part *p)
{
	int before = v->nmarks;

	for (int row = 0; row < p->table.n; row++)
		if (find(v, value_of(at, p, row)) < 0)
			add(v, value_of(at, p, row));
	if (v->nmarks == before)
		v->nmarks = 0;
}

enum pressed marks_press(struct view *v, const struct press *p)
{
	const struct action *at = marks_action(v);
	struct spot spot = view_selected(v);
	bool is_all = strcmp(p->name, "*") == 0;

	if (!at || (!is_all && strcmp(p->name, " ") != 0) ||
	    spot.part != marked_part(v, at))
		return PRESS_OTHER;
	if (view_is_waiting(v))
		return PRESS_LATER;
	if (is_all)
		turn_all(v, at, spot.part);
	else
		turn(v, value_of(at, spot.part, spot.row));
	view_build(v);
	return PRESS_TAKEN;
}

const char *marks_joined(const struct view *v, struct arena *a)
{
	const char *out = v->marks[0];

	for (int i = 1; i < v->nmarks; i++)
		out = arena_printf(a, "%s %s", out, v->marks[i]);
	return out;
}

void marks_sent(struct view *v)
{
	v->nmarks = 0;
	view_ask(v);
}
