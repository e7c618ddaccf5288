/* The board: figures in as few columns as hold them all, a strip about the selected one
 * below. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "kinds.h"
#include "say/tr.h"
#include "say/value.h"
#include "screens/views_sql.h"

#define CELL_COLS 26	/* at least: label 14, value 9, mark, trend, gap */
#define COURSE_COLS 8	/* days of a figure, drawn */
#define COURSE_CELL 36	/* a cell that has room for them */
#define CELL_MOST 40	/* an eye does not follow a longer way from label to value */

/* Columns of a board's statement, by their names; what is not there is empty. */
enum figure {
	FIGURE_MARK, FIGURE_TITLE, FIGURE_VALUE, FIGURE_UNIT, FIGURE_TREND, FIGURE_ID,
	FIGURE_MEANING, FIGURE_OWNER, FIGURE_DAY, FIGURE_AS_OF, FIGURE_COUNTED,
	FIGURE_OF_TOTAL, FIGURE_WATCH, FIGURE_ALARM, FIGURE_LESS_IS_BETTER,
	FIGURE_COLUMNS
};
static const char *const column_names[FIGURE_COLUMNS] = {
	"mark", "title", "value", "unit", "trend", "indicator", "meaning", "owner", "day",
	"as_of", "counted", "of_total", "watch", "alarm", "less_is_better"
};

struct board {
	struct part *figures;
	int selected;
	int column[FIGURE_COLUMNS];
};

static const struct table *figures(const struct view *v)
{
	return &((const struct board *)v->state)->figures->table;
}

static const char *figure(const struct view *v, int row, enum figure what)
{
	const struct board *b = v->state;

	return table_text(&b->figures->table, row, b->column[what]);
}

/* How the figures lie: in columns, each filled downwards.  More columns than needed would
 * only cut the labels. */
struct shape {
	int across, down, first, cols;
};

/* With the empty row above it; on a low screen the figure alone. */
static int strip_rows(int rows)
{
	return rows < 12 ? 2 : 4;
}

static struct shape board_shape(const struct view *v, int rows, int cols)
{
	const struct board *b = v->state;
	struct shape s = { .across = 1, .down = rows - strip_rows(rows) };
	int n = figures(v)->n, most = cols / CELL_COLS;

	if (most > 3 || v->desk->is_lines)
		most = v->desk->is_lines ? 1 : 3;
	if (s.down < 1)
		s.down = 1;
	while (s.across < most && s.across * s.down < n)
		s.across++;
	if (s.across * s.down > n && n)
		s.down = (n + s.across - 1) / s.across;
	s.cols = cols / s.across > CELL_MOST ? CELL_MOST : cols / s.across;
	s.first = b->selected / (s.across * s.down) * (s.across * s.down);
	return s;
}

static enum style style_of(const char *mark)
{
	return mark[0] == '!' ? STYLE_ALARM : mark[0] == '*' ? STYLE_WATCH : STYLE_PLAIN;
}

/* Its last days as columns of a chart; "": there are none, or each byte counts. */
static const char *course(const struct view *v, const struct grid *g, int i,
			  struct arena *a)
{
	const struct part *p = view_find(v, "course");
	const char *id = figure(v, i, FIGURE_ID), *levels = "", *out = "";

	if (!p || p->stmt != &BOARD_COURSE || g->is_lean || v->desk->is_lines)
		return "";
	for (int row = 0; row < p->table.n && !levels[0]; row++)
		if (strcmp(table_text(&p->table, row, BOARD_COURSE_INDICATOR), id) == 0)
			levels = table_text(&p->table, row, BOARD_COURSE_COURSE);
	for (; *levels; levels++)
		out = arena_printf(a, "%s%s", out,
				   theme_level(terminal_bar(v->desk->terminal),
					       *levels - '0'));
	return out;
}

static void draw_cell(const struct view *v, struct grid *g, int row, int col, int cols,
		      int i, struct arena *a)
{
	int most = cols >= COURSE_CELL ? cols - 13 - COURSE_COLS : cols;
	const char *mark = figure(v, i, FIGURE_MARK);
	const char *value = value_figure(a, figure(v, i, FIGURE_VALUE),
					 figure(v, i, FIGURE_UNIT), true);

	int left = cols - 4 - text_width(value, strlen(value));

	/* A label may take what the figure leaves. */
	grid_text(g, row, col, left < most ? left : most, STYLE_PLAIN,
		  text_clean(a, tr_label(figure(v, i, FIGURE_TITLE))));
	if (most < cols)
		grid_right(g, row, col + most, COURSE_COLS, STYLE_DISABLED,
			   course(v, g, i, a));
	grid_right(g, row, col + cols - 12, 9, style_of(mark), text_clean(a, value));
	grid_text(g, row, col + cols - 3, 1, style_of(mark), mark);
	grid_text(g, row, col + cols - 2, 1, STYLE_PLAIN,
		  figure(v, i, FIGURE_TREND));
	if (v->desk->is_lines)
		grid_choice(g, row, i - ((struct board *)v->state)->selected);
	if (i == ((struct board *)v->state)->selected)
		grid_focus(g, row, col, cols - 1);
}

static const char *strip_figure(const struct view *v, int i, struct arena *a)
{
	const char *unit = figure(v, i, FIGURE_UNIT);
	const char *total = figure(v, i, FIGURE_OF_TOTAL);
	const char *text = arena_printf(a, "%s  %s: %s %s",
		figure(v, i, FIGURE_ID),
		tr_label(figure(v, i, FIGURE_TITLE)),
		value_figure(a, figure(v, i, FIGURE_VALUE), unit, false),
		strcmp(unit, "%") == 0 ? "" : strcmp(unit, "fen") == 0 ? _("yuan") :
		tr_label(unit));

	if (total[0])
		text =
		    arena_printf(a, _("%s (%s of %s)"), text,
				 value_figure(a, figure(v, i, FIGURE_COUNTED),
					      "", false),
				 value_figure(a, total, "", false));
	return text_clean(a, text);
}

/* A board of a module may not know. */
static bool is_old(const struct view *v)
{
	const struct part *age = view_find(v, "age");

	return age && age->stmt == &BOARD_AGE &&
	       table_text(&age->table, 0, BOARD_AGE_IS_OLD)[0] == 't';
}

static const char *strip_levels(const struct view *v, int i, struct arena *a)
{
	const char *unit = figure(v, i, FIGURE_UNIT);
	bool is_less = figure(v, i, FIGURE_LESS_IS_BETTER)[0] == 't';
	const char *watch = figure(v, i, FIGURE_WATCH);
	const char *alarm = figure(v, i, FIGURE_ALARM);
	const char *text =
	    arena_printf(a, "%s %s  %s %s",
			 is_old(v) ? _("* older than what is stored now: as of")
				   : _("as of"),
			 figure(v, i, FIGURE_AS_OF), _("owner"),
			 tr_label(figure(v, i, FIGURE_OWNER)));

	if (watch[0] && strtod(watch, NULL) + strtod(alarm, NULL) != 0)
		text = arena_printf(a, "%s  * %s %s  ! %s %s", text,
				    is_less ? ">=" : "<=",
				    value_figure(a, watch, unit, false),
				    is_less ? ">=" : "<=",
				    value_figure(a, alarm, unit, false));
	return text_clean(a, text);
}

static void draw_strip(const struct view *v, struct grid *g, int row, int rows,
		       struct arena *a)
{
	int i = ((const struct board *)v->state)->selected;
	const char *days = course(v, g, i, a);

	grid_text(g, row, 0, g->cols - (days[0] ? COURSE_COLS + 1 : 0), STYLE_KEY,
		  strip_figure(v, i, a));
	grid_right(g, row, g->cols - COURSE_COLS, COURSE_COLS, STYLE_DISABLED, days);
	if (rows < 3)
		return;
	grid_text(g, row + 1, 0, g->cols, STYLE_PLAIN,
		  text_clean(a, tr_label(figure(v, i, FIGURE_MEANING))));
	grid_text(g, row + 2, 0, g->cols, is_old(v) ? STYLE_WATCH : STYLE_DISABLED,
		  strip_levels(v, i, a));
}

static void board_draw(const struct view *v, struct grid *g, int row, int rows)
{
	struct shape s = board_shape(v, rows, g->cols);
	int n = figures(v)->n, most = s.across * s.down;
	struct arena *a = arena_new();

	for (int i = s.first; i < n && i < s.first + most; i++)
		draw_cell(v, g, row + (i - s.first) % s.down,
			  (i - s.first) / s.down * s.cols, s.cols, i, a);
	if (n)
		draw_strip(v, g, row + rows - strip_rows(rows) + 1, strip_rows(rows) - 1,
			   a);
	else if (((const struct board *)v->state)->figures->is_answered)
		grid_text(g, row, 2, g->cols, STYLE_DISABLED,
			  _("no figures yet; they come with \"steward refresh\""));
	arena_free(a);
}

static void board_move(struct view *v, int by)
{
	struct board *b = v->state;
	int n = figures(v)->n, to = b->selected + by;

	if (to >= 0 && to < n)
		b->selected = to;
	else if (by > 1)
		b->selected = n ? n - 1 : 0;
	else if (by < -1 && to < 0 && b->selected + by > -n)
		b->selected = b->selected + by < 0 ? 0 : b->selected;
}

/* What Enter opens is said by the section. */
static void open_rows(struct view *v)
{
	const struct board *b = v->state;

	if (b->figures->table.n)
		page_open_spot(v, (struct spot){ b->figures, b->selected });
}

static void board_open(struct view *v)
{
	struct board *b = v->state = arena_alloc(v->arena, sizeof(*b));

	b->figures = &v->parts[0];
	for (int i = 0; i < FIGURE_COLUMNS; i++)
		b->column[i] = table_column(b->figures->stmt, column_names[i]);
}

static enum pressed board_motion(struct view *v, enum motion to)
{
	struct board *b = v->state;
	int cols = terminal_cols(v->desk->terminal);
	struct shape s = board_shape(v, view_height(v), cols);
	int n = figures(v)->n, column = s.down > 1 ? s.down : 2;

	v->desk->is_dirty = true;
	switch (to) {
	case GO_DOWN: board_move(v, 1); break;
	case GO_UP: board_move(v, -1); break;
	case GO_RIGHT: board_move(v, column); break;
	case GO_LEFT: board_move(v, -column); break;
	case GO_PAGE_DOWN: board_move(v, s.down * s.across); break;
	case GO_PAGE_UP: board_move(v, -s.down * s.across); break;
	case GO_FIRST: b->selected = 0; break;
	case GO_LAST: b->selected = n ? n - 1 : 0; break;
	default: return PRESS_OTHER;
	}
	return PRESS_TAKEN;
}

static const char *board_title(const struct view *v, struct arena *a)
{
	const char *title = tr_label(v->screen->title);

	return is_old(v) ? arena_printf(a, _("%s  * as of %s"), title,
					figure(v, 0, FIGURE_AS_OF))
			 : arena_printf(a, "%s  %s", title, figure(v, 0, FIGURE_DAY));
}

static const struct view_command commands[] = { { "row.open", open_rows }, { 0 } };

/* Through the days. */
static enum pressed board_press(struct view *v, const struct press *p)
{
	int i = ((const struct board *)v->state)->selected;
	struct press folded = *p;
	const char *args[] = { NULL, NULL };

	key_fold(&folded);
	if (folded.rune != 'v' || !figures(v)->n)
		return PRESS_OTHER;
	args[0] = figure(v, i, FIGURE_ID);
	args[1] = v->nargs ? v->args[0] : NULL;
	desk_open(v->desk, "trend", args, 2);
	return PRESS_TAKEN;
}

static const char *board_keys(const struct view *v, struct arena *a)
{
	(void)v;
	return arena_printf(a, "v %s", _("course"));
}

const struct view_kind view_board_kind = {
	.open = board_open, .commands = commands, .move = board_motion,
	.draw = board_draw, .title = board_title, .press = board_press,
	.keys = board_keys,
};
