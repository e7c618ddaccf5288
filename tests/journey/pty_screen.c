/* What stands on the screen: rows as text, columns, the cursor. */
#include <string.h>
#include <wchar.h>

#include "pty_private.h"

static void add_rune(struct buf *b, uint32_t r)
{
	char s[4];
	int n = r < 0x80 ? 1 : r < 0x800 ? 2 : r < 0x10000 ? 3 : 4;

	for (int i = n - 1; i > 0; i--, r >>= 6)
		s[i] = (char)(0x80 | (r & 0x3f));
	s[0] = (char)(n == 1 ? r : (0xf00u >> n & 0xff) | r);
	buf_add(b, s, (size_t)n);
}

/* A wide character over whose right half something was written is gone from a terminal;
 * here its left half still tells of it. */
static bool is_cut(const VTermScreenCell *cell)
{
	return cell->width == 1 && cell->chars[0] &&
	       wcwidth((wchar_t)cell->chars[0]) == 2;
}

/* The columns of a row from col on, as text; the right half of a wide character has
 * none. */
static void add_cells(const struct pty *p, struct buf *b, int row, int col)
{
	for (; col < p->cols; col++) {
		VTermScreenCell cell;

		vterm_screen_get_cell(p->screen, (VTermPos){ row, col }, &cell);
		if (cell.chars[0] == (uint32_t)-1)
			continue;
		if (!cell.chars[0] || is_cut(&cell)) {
			buf_text(b, " ");
			continue;
		}
		for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
			add_rune(b, cell.chars[i]);
	}
}

static const char *row_from(struct pty *p, int row, int col)
{
	struct buf b;
	char *text;

	buf_init(&b, 1 << 16);
	add_cells(p, &b, row, col);
	while (b.len && b.data[b.len - 1] == ' ')
		b.len--;
	text = arena_strndup(p->arena, b.len ? b.data : "", b.len);
	buf_done(&b);
	return text;
}

int pty_rows(const struct pty *p)
{
	return p->rows;
}

const char *pty_row(struct pty *p, int row)
{
	return row >= 0 && row < p->rows ? row_from(p, row, 0) : "";
}

const char *pty_screen(struct pty *p)
{
	struct buf b;
	char *text;

	buf_init(&b, 1 << 20);
	for (int row = 0; row < p->rows; row++) {
		buf_text(&b, pty_row(p, row));
		buf_text(&b, "\n");
	}
	text = arena_strndup(p->arena, b.data, b.len);
	buf_done(&b);
	return text;
}

int pty_row_of(struct pty *p, const char *text)
{
	for (int row = 0; row < p->rows; row++)
		if (strstr(pty_row(p, row), text))
			return row;
	return -1;
}

int pty_col_of(struct pty *p, int row, const char *text)
{
	for (int col = 0; col < p->cols; col++) {
		VTermScreenCell cell;

		vterm_screen_get_cell(p->screen, (VTermPos){ row, col }, &cell);
		if (cell.chars[0] != (uint32_t)-1 &&
		    strncmp(row_from(p, row, col), text, strlen(text)) == 0)
			return col;
	}
	return -1;
}

bool pty_shows(struct pty *p, const char *text)
{
	return pty_row_of(p, text) >= 0;
}

void pty_cursor(const struct pty *p, int *row, int *col)
{
	VTermPos at;

	vterm_state_get_cursorpos(vterm_obtain_state(p->vt), &at);
	*row = at.row;
	*col = at.col;
}

bool pty_is_reverse(const struct pty *p, int row, int col)
{
	VTermScreenCell cell;

	vterm_screen_get_cell(p->screen, (VTermPos){ row, col }, &cell);
	return cell.attrs.reverse;
}

unsigned pty_colour(const struct pty *p, int row, int col)
{
	VTermScreenCell cell;

	vterm_screen_get_cell(p->screen, (VTermPos){ row, col }, &cell);
	if (VTERM_COLOR_IS_DEFAULT_FG(&cell.fg))
		return 0;
	vterm_screen_convert_color_to_rgb(p->screen, &cell.fg);
	return 1u << 24 | (unsigned)cell.fg.rgb.red << 16 |
	       (unsigned)cell.fg.rgb.green << 8 | cell.fg.rgb.blue;
}

char pty_letter(const struct pty *p, int row, int col)
{
	VTermScreenCell cell;

	vterm_screen_get_cell(p->screen, (VTermPos){ row, col }, &cell);
	return !cell.chars[0] ? ' ' : cell.chars[0] < 0x80 ? (char)cell.chars[0] : '?';
}
