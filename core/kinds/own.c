/* Screens with code of a module's own: it lays out the rows of its sections. */
#include <string.h>

#include "base/text.h"
#include "canvas.h"
#include "kinds.h"
#include "say/tr.h"

static int canvas_rows(const struct canvas *c, const char *section)
{
	const struct part *p = view_find(c->owner, section);

	return p ? p->table.n : 0;
}

static const char *canvas_text(const struct canvas *c, const char *section, int row,
			       const char *column)
{
	const struct part *p = view_find(c->owner, section);

	return p ? table_text(&p->table, row, table_column(p->stmt, column)) : "";
}

static void canvas_title(struct canvas *c, const char *text)
{
	struct view *v = c->owner;

	page_title(&v->page, v->layout, v->cols, text_clean(v->layout, tr_label(text)));
}

static void canvas_line(struct canvas *c, const char *section, int row)
{
	struct view *v = c->owner;
	const struct part *p = section ? view_find(v, section) : NULL;

	page_line(&v->page, v->layout, p ? part_line(p, row) : -1);
}

/* Text outside of a line, or of the screen, is not drawn. */
static void canvas_span(struct canvas *c, int col, int cols, enum canvas_look look,
			const char *text)
{
	static const enum style styles[] = {
		[CANVAS_PLAIN] = STYLE_PLAIN, [CANVAS_KEY] = STYLE_KEY,
		[CANVAS_VALUE] = STYLE_VALUE, [CANVAS_ALARM] = STYLE_ALARM,
		[CANVAS_WATCH] = STYLE_WATCH, [CANVAS_DIM] = STYLE_DISABLED,
	};
	struct view *v = c->owner;

	if (v->page.n == 0 || col < 0 || col >= v->cols || cols <= 0 ||
	    (size_t)look >= sizeof(styles) / sizeof(*styles))
		return;
	page_span(&v->page, v->layout, col, cols < v->cols - col ? cols : v->cols - col,
		  styles[look], text_clean(v->layout, text ? text : ""));
}

static void own_build(struct view *v)
{
	struct canvas c = {
		.cols = v->cols, .rows = canvas_rows, .text = canvas_text,
		.title = canvas_title, .line = canvas_line, .span = canvas_span,
		.owner = v,
	};

	if (view_is_whole(v) || !view_is_waiting(v))
		v->screen->code->build(&c);
}

const struct view_kind view_own_kind = {
	.commands = view_page_commands, .move = view_move, .build = own_build,
	.draw = view_draw_page, .press = actions_press, .title = page_title_of,
	.keys = actions_keys,
};
