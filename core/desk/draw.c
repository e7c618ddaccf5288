/* The frame around a view: title, message line, keys. */
#include <string.h>

#include "base/text.h"
#include "desk.h"
#include "say/tr.h"

#define LEAST_ROWS 10
#define LEAST_COLS 40

static void draw_title(const struct desk *d, struct grid *g, struct arena *a)
{
	const struct view *v = d->top;
	const char *title = v->kind->title ? v->kind->title(v, a) : "";
	const char *who = text_clean(a, arena_printf(a, " %s %s %s", d->region, d->day,
						     d->display));
	int width = text_width(who, strlen(who)), most = g->cols / 2;

	if (width > most)
		who = text_clean(a, arena_printf(a, " %s", d->day));
	width = text_width(who, strlen(who));
	if (!g->is_lean)
		grid_restyle(g, 0, 0, g->cols, STYLE_TITLE);
	grid_text(g, 0, 0, g->cols - width, STYLE_TITLE,
		  text_clean(a, arena_printf(a, "steward  %s", title)));
	grid_right(g, 0, g->cols - width, width, STYLE_TITLE, who);
}

static void draw_message(const struct desk *d, struct grid *g, struct arena *a)
{
	int row = g->rows - 2;

	if (d->message[0])
		grid_text(g, row, 0, g->cols, d->message_style, d->message);
	else if (d->since[0])
		grid_text(g, row, 0, g->cols, STYLE_WATCH,
			  arena_printf(a, _("* no connection since %s; rows are from "
					    "before"), d->since));
	else if (!d->db && !d->is_resting && d->shown)
		grid_text(g, row, 0, g->cols, STYLE_DISABLED,
			  _("connecting to the database"));
	else if (desk_is_sending(d) || view_is_waiting(d->top))
		grid_text(g, row, 0, g->cols, STYLE_DISABLED,
			  _("waiting for the database"));
	else if (d->only_reads)
		grid_text(g, row, 0, g->cols, STYLE_WATCH,
			  _("* this server only reads: nothing can be stored now"));
	else if (macro_state(d, a))
		grid_text(g, row, 0, g->cols, STYLE_WATCH, macro_state(d, a));
}

static void draw_too_small(struct grid *g)
{
	grid_text(g, 0, 0, g->cols, STYLE_PLAIN, _("too small: need 40x10"));
	g->cursor_row = 0;
	g->cursor_col = 0;
}

void desk_draw(const struct desk *d, struct grid *g)
{
	struct arena *a;

	if (g->rows < LEAST_ROWS || g->cols < LEAST_COLS) {
		draw_too_small(g);
		return;
	}
	a = arena_new();
	g->cursor_row = g->rows - 2;
	draw_title(d, g, a);
	draw_message(d, g, a);
	grid_text(g, g->rows - 1, 0, g->cols, STYLE_KEY, desk_bottom_line(d, a, g->cols));
	coach_draw(d, g, a);
	d->top->kind->draw(d->top, g, 1, g->rows - 3 - coach_rows(d));
	arena_free(a);
}
