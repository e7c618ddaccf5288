/* Lists: rows read a page at a time by key; going past what is there reads more.  One's
 * place in it is a row's key, not its number: read again, the list stands on the same row
 * or, when that is gone, on the one that came after it. */
#include "list.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "say/tr.h"
#include "screens/views.h"

#define PAGE_ROWS 100
#define MORE_ROWS 1000	/* at once on the way to the last row */

static int key_parts(const struct list *l)
{
	int n = 0;

	while (l->paging && l->paging->key[n] >= 0)
		n++;
	return n;
}

static const char *key_text(const struct list *l, int row, int part)
{
	return table_text(&l->rows->table, row, l->paging->key[part]);
}

void list_begin(struct view *v, struct part *rows, const struct column *columns,
		const struct paging *paging)
{
	struct list *l = v->state;

	l->rows = rows;
	l->columns = columns;
	l->paging = paging;
	assert(key_parts(l) <= VIEW_KEYS);
	/* Arguments of the screen are no key. */
	for (int i = 0; paging && i <= key_parts(l); i++)
		rows->params[paging->first + i] = NULL;
}

/* The columns that are shown: not those that an argument of the screen makes needless. */
static const struct column *shown(struct view *v, const struct column *columns)
{
	int n = 0;
	struct column *out;

	while (columns[n].title)
		n++;
	out = arena_alloc(v->layout, sizeof(*out) * (size_t)(n + 1));
	for (n = 0; columns->title; columns++)
		if (!columns->unless_arg || columns->unless_arg > v->nargs ||
		    !v->args[columns->unless_arg - 1])
			out[n++] = *columns;
	return out;
}

void list_build(struct view *v)
{
	const struct list *l = v->state;

	if (l->rows)
		page_add_table(v, l->rows, shown(v, l->columns));
	if (l->rows && (!l->rows->is_answered || l->rows->table.n))
		return;
	page_line(&v->page, v->layout, -1);
	page_span(&v->page, v->layout, 2, v->cols, STYLE_DISABLED,
		  l->none ? tr_label(l->none) : page_empty(v));
}

/* Numbers by size; days and texts as texts. */
static int compare_part(const struct list *l, int part, const char *a, const char *b)
{
	const char *type = stmt_column_type(l->rows->stmt, l->paging->key[part]);
	long long x, y;

	if (strncmp(type, "int", 3) != 0)
		return strcmp(a, b);
	x = strtoll(a, NULL, 10);
	y = strtoll(b, NULL, 10);
	return x < y ? -1 : x > y;
}

static bool is_before_place(const struct list *l, int row)
{
	for (int i = 0; i < key_parts(l); i++) {
		int by = compare_part(l, i, key_text(l, row, i), l->place[i]);

		if (by)
			return by < 0;
	}
	return false;
}

static void forget_place(struct list *l)
{
	arena_free(l->arena);
	l->arena = NULL;
	l->place[0] = NULL;
}

/* Once, when the rows stand: then keys move it. */
int list_place(struct view *v)
{
	struct list *l = v->state;
	int row = 0;

	if (!l->place[0] || l->rows->is_asked)
		return -1;
	while (row < l->rows->table.n - 1 && is_before_place(l, row))
		row++;
	forget_place(l);
	return part_line(l->rows, row);
}

static void ask_for(struct list *l, int rows)
{
	l->asked = rows;
	snprintf(l->limit, sizeof(l->limit), "%d", rows);
	l->rows->params[l->paging->first + key_parts(l)] = l->limit;
}

static void note_place(struct view *v)
{
	struct list *l = v->state;
	struct spot at = view_selected(v);

	forget_place(l);
	l->arena = arena_new();
	for (int i = 0; at.part == l->rows && i < key_parts(l); i++)
		l->place[i] = arena_strdup(l->arena, key_text(l, at.row, i));
}

/* As many rows as there are, so that the place is among them. */
void list_asking(struct view *v)
{
	struct list *l = v->state;
	struct spot at = view_selected(v);

	if (!l->paging || !l->rows)
		return;
	note_place(v);
	l->had = 0;
	ask_for(l, at.row >= 0 && l->rows->table.n > PAGE_ROWS ? l->rows->table.n
							       : PAGE_ROWS);
}

void list_answered(struct view *v, struct part *p)
{
	struct list *l = v->state;

	if (p == l->rows && !v->is_stale)
		l->has_more = l->paging && p->table.n - l->had == l->asked;
}

void list_closed(struct view *v)
{
	forget_place(v->state);
}

/* The key of the last row is where the next page starts. */
static void ask_more(struct list *l, int rows)
{
	struct part *p = l->rows;
	int n = key_parts(l), first = l->paging->first;

	for (int i = 0; i < n; i++)
		p->params[first + i] = key_text(l, p->table.n - 1, i);
	ask_for(l, rows);
	l->had = p->table.n;
	p->is_more = true;
	p->view->desk->is_dirty = true;	/* it says that it waits */
	part_ask(p);
	for (int i = 0; i < n; i++)
		p->params[first + i] = NULL;
}

/* Among the rows that are there; the place is where the cursor stands when others are
 * put in their stead. */
static enum pressed move_here(struct view *v, enum motion to)
{
	const struct list *l = v->state;
	enum pressed taken = view_move(v, to);

	if (l->rows && l->paging && l->rows->is_asked && !l->rows->is_more)
		note_place(v);
	return taken;
}

/* Later, when the key must wait for rows that are being read. */
enum pressed list_move(struct view *v, enum motion to)
{
	struct list *l = v->state;
	int step = to == GO_DOWN ? 1 : to == GO_PAGE_DOWN ? view_height(v) : 0;
	bool is_there = step && l->rows &&
			view_selected(v).row + step <= l->rows->table.n - 1;

	if (!l->rows || !l->has_more || !v->desk->db || (!step && to != GO_LAST) ||
	    is_there)
		return move_here(v, to);
	if (!l->rows->is_asked)
		ask_more(l, step ? PAGE_ROWS : MORE_ROWS);
	return PRESS_LATER;
}

/* What the filters say now becomes parameters of all statements that have them. */
static void set_filters(struct view *v)
{
	const struct list *l = v->state;
	const struct filter *f = v->screen->filters;

	for (int i = 0; f && f[i].key; i++)
		for (int k = 0; k < v->nparts; k++)
			if (f[i].param < v->parts[k].stmt->nparams)
				v->parts[k].params[f[i].param] =
				    f[i].choices[l->choice[i]].value;
}

static void next_choice(struct view *v, int i)
{
	struct list *l = v->state;
	const struct filter *f = &v->screen->filters[i];

	if (!f->choices[++l->choice[i]].title)
		l->choice[i] = 0;
	set_filters(v);
	v->page.selected = -1;
	view_ask(v);
}

static enum pressed list_press(struct view *v, const struct press *p)
{
	const struct filter *f = v->screen->filters;

	for (int i = 0; f && f[i].key; i++)
		if (strcmp(f[i].key, p->name) == 0 && p->rune) {
			next_choice(v, i);
			return PRESS_TAKEN;
		}
	return actions_press(v, p);
}

static void list_open(struct view *v)
{
	struct list *l = v->state = arena_alloc(v->arena, sizeof(*l));

	list_begin(v, &v->parts[0], v->screen->sections[0].columns, v->screen->paging);
	set_filters(v);
}

/* "160 (2 overdue)": the first column counted, others by their names. */
static const char *counted(const struct part *p, struct arena *a)
{
	const char *out = table_text(&p->table, 0, 0);

	for (int i = 1; p->table.n && i < p->stmt->ncolumns; i++)
		if (strncmp(stmt_column_type(p->stmt, i), "int", 3) == 0)
			out = arena_printf(a, "%s (%s %s)", out,
					   table_text(&p->table, 0, i),
					   tr_label(stmt_column_name(a, p->stmt, i)));
	return out;
}

static const char *list_title(const struct view *v, struct arena *a)
{
	const struct list *l = v->state;
	const struct filter *f = v->screen->filters;
	const struct part *total = view_find(v, "total");
	const char *out = page_title_of(v, a);

	for (int i = 0; f && f[i].key; i++)
		if (f[i].choices[l->choice[i]].value)
			out = arena_printf(a, "%s, %s", out,
					   tr_label(f[i].choices[l->choice[i]].title));
	return total ? arena_printf(a, "%s  %s", out, counted(total, a)) : out;
}

static const char *list_keys(const struct view *v, struct arena *a)
{
	const struct filter *f = v->screen->filters;
	const char *out = actions_keys(v, a);

	for (; f && f->key; f++)
		out = arena_printf(a, "%s%s%s %s", out, out[0] ? "  " : "", f->key,
				   tr_label(f->label));
	return out;
}

const struct view_kind view_list_kind = {
	.open = list_open, .commands = view_page_commands, .move = list_move,
	.build = list_build, .draw = view_draw_page, .press = list_press,
	.asking = list_asking, .answered = list_answered, .place = list_place,
	.closed = list_closed, .title = list_title, .keys = list_keys,
	.sent = marks_sent,
};
