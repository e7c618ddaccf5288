/* Declared screens: their sections below each other, scrolled as one. */
#include <string.h>

#include "base/text.h"
#include "kinds.h"
#include "say/tr.h"
#include "say/value.h"
#include "screens/macros_sql.h"
#include "screens/views.h"
#include "screens/views_macros.h"
#include "screens/views_sql.h"
#include "ui/layout.h"

#define GUTTER 2	/* columns for the mark of a row */

static const struct mark usual_marks[] = {
	{ "!", MARK_ALARM, NULL }, { "*", MARK_WATCH, NULL }, { "h", MARK_HELD, NULL },
	{ 0 }
};

static enum style mark_style(const struct view *v, const char *sign)
{
	static const enum style looks[] = {
		[MARK_ALARM] = STYLE_ALARM, [MARK_WATCH] = STYLE_WATCH,
		[MARK_HELD] = STYLE_HELD
	};
	const struct mark *m = v->screen->marks ? v->screen->marks : usual_marks;

	for (; m->sign; m++)
		if (strcmp(m->sign, sign) == 0)
			return looks[m->look];
	return STYLE_PLAIN;
}

static bool is_number(enum column_kind kind)
{
	return kind == COLUMN_MONEY || kind == COLUMN_COUNT || kind == COLUMN_FIGURE;
}

/* In the signs of the terminal what the statement has as "#". */
static const char *bar_text(const struct view *v, const char *text)
{
	const char *sign = terminal_bar(v->desk->terminal);
	size_t n = strlen(sign), room = strlen(text) * n + 1, at = 0;
	char *out = arena_alloc(v->layout, room);

	for (; *text; text++) {
		if (*text != '#')
			out[at++] = *text;
		for (size_t i = 0; *text == '#' && i < n; i++)
			out[at++] = sign[i];
	}
	return out;
}

static void add_cell(struct view *v, const struct column *c, int col, int cols,
		     enum style style, const char *text)
{
	if (c->kind == COLUMN_BAR)
		text = bar_text(v, text);
	if (is_number(c->kind))
		page_right(&v->page, v->layout, col, cols, style, text);
	else
		page_span(&v->page, v->layout, col, cols, style, text);
}

static void add_header(struct view *v, const struct column *columns,
		       const struct layout *l)
{
	page_line(&v->page, v->layout, -1);
	for (int i = 0; i < l->n; i++)
		if (l->width[i])
			add_cell(v, &columns[i], l->col[i], l->width[i], STYLE_DISABLED,
				 tr_label(columns[i].title));
}

static void add_row(struct view *v, const struct part *p, const struct column *columns,
		    const struct layout *l, int row)
{
	const char *mark = table_text(&p->table, row, table_column(p->stmt, "mark"));

	page_line(&v->page, v->layout, part_line(p, row));
	if (mark[0])
		page_span(&v->page, v->layout, 0, 1, mark_style(v, mark), mark);
	if (marks_has(v, p, row))
		page_span(&v->page, v->layout, 1, 1, STYLE_KEY, "+");
	/* Only the mark is coloured; a whole row of colour would cost bytes and calm. */
	for (int i = 0; i < l->n; i++)
		if (l->width[i])
			add_cell(v, &columns[i], l->col[i], l->width[i], STYLE_PLAIN,
				 value_text(tr_reader(), v->desk->app->modules, v->layout,
					    &p->table, &columns[i], row));
}

void page_add_table(struct view *v, const struct part *p, const struct column *columns)
{
	struct layout l;

	layout_columns(&l, columns, GUTTER, v->cols);
	add_header(v, columns, &l);
	for (int row = 0; row < p->table.n; row++)
		add_row(v, p, columns, &l, row);
	if (!table_is_full(&p->table))
		return;
	page_line(&v->page, v->layout, -1);
	page_span(&v->page, v->layout, GUTTER, v->cols, STYLE_DISABLED,
		  arena_printf(v->layout, _("the first %d; there may be more"),
			       p->table.n));
}

static int title_width(const struct column *columns)
{
	int width = 0;

	for (; columns->title; columns++) {
		const char *title = tr_label(columns->title);
		int w = text_width(title, strlen(title));

		width = w > width ? w : width;
	}
	return width + 1;
}

static void add_pair(struct view *v, const struct column *c, int col, int titles,
		     int cols, const char *value)
{
	page_span(&v->page, v->layout, col, titles - 1, STYLE_DISABLED,
		  tr_label(c->title));
	page_span(&v->page, v->layout, col + titles, cols - titles, STYLE_VALUE, value);
}

/* Fields stand two in a line where there is room; one without a width has lines of its
 * own. */
static void add_fields(struct view *v, const struct part *p, const struct column *columns)
{
	int titles = title_width(columns), half = (v->cols - GUTTER) / 2;
	int id = part_line(p, 0);
	bool is_right = false;

	for (const struct column *c = columns; p->table.n && c->title; c++) {
		const char *s = value_text(tr_reader(), v->desk->app->modules, v->layout,
					   &p->table, c, 0);

		if (!c->width || half < titles + 16) {
			page_wrapped(&v->page, v->layout, id++, GUTTER,
				     tr_label(c->title), GUTTER + titles,
				     v->cols - GUTTER - titles, STYLE_VALUE, s);
			is_right = false;
			continue;
		}
		if (!is_right)
			page_line(&v->page, v->layout, id++);
		add_pair(v, c, is_right ? GUTTER + half : GUTTER, titles,
			 is_right ? v->cols - GUTTER - half : half - 1, s);
		is_right = !is_right;
	}
}

void page_add_section(struct view *v, const struct part *p)
{
	const struct section *s = p->section;

	if (!s->columns)	/* it is asked for the title */
		return;
	if (p->is_answered && p->table.n == 0 && !s->is_fields)
		return;
	if (s->title)
		page_title(&v->page, v->layout, v->cols, tr_label(s->title));
	if (!p->is_answered)
		return;
	if (s->is_fields)
		add_fields(v, p, s->columns);
	else
		page_add_table(v, p, s->columns);
}

/* Who has not moved yet stands on the first row that leads somewhere. */
static void select_first_row(struct view *v)
{
	for (int i = 0; i < v->nparts && !v->is_moved; i++) {
		const struct part *p = &v->parts[i];

		if (!p->section || !p->section->opens || p->section->is_fields ||
		    p->table.n == 0)
			continue;
		page_select(&v->page, part_line(p, 0));
		return;
	}
}

const char *page_empty(const struct view *v)
{
	const char *empty = v->screen ? v->screen->empty : NULL;

	return empty ? tr_label(empty) : _("nothing here");
}

static void page_build(struct view *v)
{
	for (int i = 0; i < v->nparts; i++)
		if (v->parts[i].section)
			page_add_section(v, &v->parts[i]);
	select_first_row(v);
	if (v->page.n == 0) {
		page_line(&v->page, v->layout, -1);
		page_span(&v->page, v->layout, GUTTER, v->cols, STYLE_DISABLED,
			  view_is_waiting(v) ? _("waiting for the database")
					     : page_empty(v));
	}
}

/* Opens a screen with the columns of a row that its section names. */
static void open_with_row(struct view *v, const char *screen, struct spot at)
{
	const char *args[VIEW_ARGS];
	int n = 0;

	for (const int *c = at.part->section->args; c && *c >= 0 && n < VIEW_ARGS; c++)
		args[n++] = table_text(&at.part->table, at.row, *c);
	desk_open(v->desk, screen, args, n);
}

void page_open_row(struct view *v)
{
	page_open_spot(v, view_selected(v));
}

void page_open_spot(struct view *v, struct spot at)
{
	const struct section *s = at.part ? at.part->section : NULL;

	if (s && v->screen == &view_macros)
		macro_play(v->desk, arena_printf(v->desk->arena, "macro.%s",
						 table_text(&at.part->table, at.row,
							    MACRO_MINE_NAME)));
	else if (s && s->opens && !s->is_fields)
		open_with_row(v, s->opens, at);
	else
		desk_say(v->desk, STYLE_PLAIN, _("nothing opens here"));
}

/* A finding, named by the arguments with which its task opens. */
static void open_why(struct view *v)
{
	struct spot at = view_selected(v);

	if (at.part && at.part->section && at.part->section->has_why)
		open_with_row(v, "why", at);
	else
		desk_say(v->desk, STYLE_PLAIN,
			 _("select one of the signals; its rule is asked"));
}

/* What the screen says its title is made of: a column of the part that counts, or of the
 * first one; or an argument. */
const char *page_title_of(const struct view *v, struct arena *a)
{
	const struct screen *s = v->screen;
	const struct part *total = view_find(v, "total");
	const struct part *p = total ? total : &v->parts[0];
	const char *title = tr_label(s->title), *name = "";

	if (s->named_by && p->table.n)
		name = table_text(&p->table, 0, table_column(p->stmt, s->named_by));
	if (s->named_arg && s->named_arg <= v->nargs)
		name = v->args[s->named_arg - 1];
	name = text_clean(a, total ? tr_label(name) : name);
	if (!name || !name[0] || !s->title)
		return s->title ? title : name;
	return arena_printf(a, "%s: %s", title, name);
}

const struct view_command view_page_commands[] = {
	{ "row.open", page_open_row }, { "why.open", open_why }, { 0 }
};

const struct view_kind view_page_kind = {
	.commands = view_page_commands, .move = view_move, .build = page_build,
	.draw = view_draw_page, .press = actions_press, .title = page_title_of,
	.keys = actions_keys, .sent = marks_sent,
};

static void stay(struct view *v)
{
	desk_say(v->desk, STYLE_PLAIN,
		 _("this is the first screen; F3 or ctrl-q leaves"));
}

static const struct view_command home_commands[] = {
	{ "row.open", page_open_row }, { "why.open", open_why }, { "screen.back", stay },
	{ 0 }
};

const struct view_kind view_home_kind = {
	.commands = home_commands, .move = view_move, .build = page_build,
	.draw = view_draw_page, .title = page_title_of,
};
