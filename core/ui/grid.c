#include "grid.h"

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"

static struct cell *cell_at(const struct grid *g, int row, int col)
{
	return &g->cells[row * g->cols + col];
}

static void cell_blank(struct cell *c)
{
	memset(c, 0, sizeof(*c));
	c->text[0] = L' ';
	c->width = 1;
}

void grid_init(struct grid *g, struct arena *a, int rows, int cols)
{
	g->rows = rows;
	g->cols = cols;
	g->cursor_row = -1;
	g->cursor_col = 0;
	g->cells = arena_alloc(a, sizeof(*g->cells) * (size_t)(rows * cols + 1));
	g->is_form = g->is_lean = false;
	g->steps = arena_alloc(a, sizeof(*g->steps) * (size_t)(rows + 1));
	for (int i = 0; i < rows; i++)
		g->steps[i] = GRID_NO_CHOICE;
	for (int i = 0; i < rows * cols; i++)
		cell_blank(&g->cells[i]);
}

void grid_choice(struct grid *g, int row, int steps)
{
	g->steps[row] = steps;
}

int grid_steps(const struct grid *g, int row)
{
	return g->steps[row];
}

const struct cell *grid_cell(const struct grid *g, int row, int col)
{
	return cell_at(g, row, col);
}

/* Half of a wide character cannot stay when the other half is written over. */
static void cut_wide(struct grid *g, int row, int col)
{
	if (col > 0 && col < g->cols && cell_at(g, row, col)->width == 0) {
		cell_blank(cell_at(g, row, col - 1));
		cell_blank(cell_at(g, row, col));
	}
}

static void put(struct grid *g, int row, int col, int width, enum style style, wchar_t c)
{
	struct cell *cell = cell_at(g, row, col);

	cut_wide(g, row, col);
	cut_wide(g, row, col + width);
	memset(cell->text, 0, sizeof(cell->text));
	cell->text[0] = c;
	cell->width = (uint8_t)width;
	cell->style = (uint8_t)style;
	if (width == 2) {
		memset(cell + 1, 0, sizeof(*cell));
		cell[1].style = (uint8_t)style;
	}
}

static void put_mark(struct grid *g, int row, int col, wchar_t mark)
{
	struct cell *cell = cell_at(g, row, col);

	if (cell->width == 0 && col > 0)
		cell--;
	for (int i = 1; i < CELL_TEXT - 1; i++)
		if (cell->text[i] == 0) {
			cell->text[i] = mark;
			return;
		}
}

/* Callers pass clean text; whatever is not becomes a stand-in here all the same.  A
 * character that nobody here knows yet is drawn as printers do, as U+3013, two columns
 * wide. */
static size_t next_rune(const char *s, size_t n, wchar_t *c, int *width)
{
	uint32_t rune;
	size_t len = text_decode(s, n, &rune);

	if (len == 0 || text_is_unsafe(rune)) {
		*c = 0xfffd;
		*width = 1;
		return len ? len : 1;
	}
	*c = text_is_known(rune) ? (wchar_t)rune : 0x3013;
	*width = text_columns(rune);
	return len;
}

int grid_text(struct grid *g, int row, int col, int cols, enum style style,
	      const char *text)
{
	size_t n = strlen(text);
	int used = 0, room, width;
	bool is_cut;
	wchar_t c;

	if (row < 0 || row >= g->rows || col < 0 || col >= g->cols || cols <= 0)
		return 0;
	room = cols < g->cols - col ? cols : g->cols - col;
	is_cut = text_width(text, n) > room;
	for (size_t i = 0; i < n;) {
		i += next_rune(text + i, n - i, &c, &width);
		if (used + width > room - is_cut)
			break;
		if (width == 0 && used > 0)
			put_mark(g, row, col + used - 1, c);
		else if (width > 0)
			put(g, row, col + used, width, style, c);
		used += width;
	}
	if (is_cut)
		put(g, row, col + used++, 1, style, L'~');
	return used;
}

int grid_right(struct grid *g, int row, int col, int cols, enum style style,
	       const char *text)
{
	int width = text_width(text, strlen(text));
	int gap = width < cols ? cols - width : 0;

	return grid_text(g, row, col + gap, cols - gap, style, text);
}

void grid_restyle(struct grid *g, int row, int col, int cols, enum style style)
{
	if (row < 0 || row >= g->rows || col < 0)
		return;
	for (int i = col; i < col + cols && i < g->cols; i++)
		cell_at(g, row, i)->style = (uint8_t)style;
}

/* The sign costs a byte and a blank the other; light, a dozen. */
static void mark_lean(struct grid *g, int row, int col)
{
	if (cell_at(g, row, col)->text[0] == L' ')
		grid_text(g, row, col, 1, STYLE_PLAIN, ">");
	else
		grid_restyle(g, row, col, 1, STYLE_FOCUS);
}

void grid_focus(struct grid *g, int row, int col, int cols)
{
	g->cursor_row = row;
	g->cursor_col = col + g->is_lean;
	if (row < 0 || row >= g->rows || col < 0 || g->cursor_col >= g->cols)
		return;
	if (g->is_lean)
		mark_lean(g, row, g->cursor_col);
	else
		grid_restyle(g, row, col, cols, STYLE_FOCUS);
}

static void add_utf8(struct buf *b, wchar_t c)
{
	unsigned r = (unsigned)c;
	char s[4];
	size_t n = r < 0x80 ? 1 : r < 0x800 ? 2 : r < 0x10000 ? 3 : 4;

	for (size_t i = n - 1; i > 0; i--, r >>= 6)
		s[i] = (char)(0x80 | (r & 0x3f));
	s[0] = (char)(n == 1 ? r : (0xf00 >> n & 0xff) | r);
	buf_add(b, s, n);
}

char *grid_row(const struct grid *g, int row, struct arena *a)
{
	size_t end = 0;
	struct buf b;
	char *out;

	buf_init(&b, (size_t)g->cols * CELL_TEXT * 4);
	for (int col = 0; col < g->cols; col++) {
		const struct cell *c = cell_at(g, row, col);

		for (int i = 0; c->width && i < CELL_TEXT && c->text[i]; i++)
			add_utf8(&b, c->text[i]);
		if (c->width && c->text[0] != L' ')
			end = b.len;
	}
	out = arena_strndup(a, b.data ? b.data : "", end);
	buf_done(&b);
	return out;
}
