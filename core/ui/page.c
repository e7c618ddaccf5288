#include "page.h"

#include <string.h>

#include "base/text.h"

/* The selected row is marked over this many columns.  Moving costs two rows' worth of
 * bytes; at 46 columns a move stays under 160, with Chinese names too. */
#define FOCUS_COLS 46

void page_line(struct page *p, struct arena *a, int id)
{
	if (p->n == p->room) {
		int room = p->room ? p->room * 2 : 64;
		struct line *lines = arena_alloc(a, sizeof(*lines) * (size_t)room);

		if (p->n)
			memcpy(lines, p->lines, sizeof(*lines) * (size_t)p->n);
		p->lines = lines;
		p->room = room;
	}
	p->lines[p->n] = (struct line){ .id = id };
	if (p->n++ == 0)
		p->selected = -1;
	if (id >= 0 && p->selected < 0)
		p->selected = p->n - 1;
}

static struct span *add_span(struct page *p, struct arena *a, int col, int cols,
			     enum style style, const char *text)
{
	struct span *s = arena_alloc(a, sizeof(*s));
	struct line *line = &p->lines[p->n - 1];

	/* A page outlives the rows it was made of: newer ones come part by part. */
	*s = (struct span){ .text = arena_strdup(a, text), .col = col, .cols = cols,
			    .style = style };
	s->next = line->spans;
	line->spans = s;
	return s;
}

void page_span(struct page *p, struct arena *a, int col, int cols, enum style style,
	       const char *text)
{
	add_span(p, a, col, cols, style, text);
}

void page_right(struct page *p, struct arena *a, int col, int cols, enum style style,
		const char *text)
{
	add_span(p, a, col, cols, style, text)->is_right = true;
}

void page_title(struct page *p, struct arena *a, int cols, const char *text)
{
	if (p->n)
		page_line(p, a, -1);
	page_line(p, a, -1);
	page_span(p, a, 0, cols, STYLE_KEY, text);
}

/* Bytes of the next line: as many as fit, back to the last blank unless that is far
 * back. */
static size_t line_length(const char *text, int cols)
{
	int used;
	size_t n = text_clip(text, cols, &used), at = n;

	if (text[n] == '\0' || n == 0)
		return n ? n : strlen(text);
	while (at > n / 2 && text[at] != ' ')
		at--;
	return at > n / 2 ? at : n;
}

void page_wrapped(struct page *p, struct arena *a, int id, int at, const char *label,
		  int col, int cols, enum style style, const char *text)
{
	do {
		size_t n = line_length(text, cols);

		page_line(p, a, id);
		if (label)
			page_span(p, a, at, col - at - 1, STYLE_DISABLED, label);
		page_span(p, a, col, cols, style, arena_strndup(a, text, n));
		text += n;
		text += strspn(text, " ");
		label = NULL;
		id = -1;
	} while (*text);
}

void page_select(struct page *p, int id)
{
	int best = -1;

	for (int i = 0; i < p->n; i++)
		if (p->lines[i].id >= 0 && p->lines[i].id <= id &&
		    (best < 0 || p->lines[i].id > p->lines[best].id))
			best = i;
	if (best >= 0)
		p->selected = best;
}

int page_selected(const struct page *p)
{
	return p->selected >= 0 && p->selected < p->n ? p->lines[p->selected].id : -1;
}

static bool step(struct page *p, int by)
{
	for (int i = p->selected + by; i >= 0 && i < p->n; i += by)
		if (p->lines[i].id >= 0) {
			p->selected = i;
			return true;
		}
	return false;
}

/* Lines that cannot be selected are shown with the selected one next to them: headings
 * above, and what follows the last one. */
static int first_shown(const struct page *p)
{
	int i = p->selected < 0 ? p->top : p->selected;

	while (i > 0 && p->lines[i - 1].id < 0)
		i--;
	return i;
}

static int last_shown(const struct page *p, int rows)
{
	int i = p->selected;

	while (i + 1 < p->n && p->lines[i + 1].id < 0 && i + 1 < p->selected + rows)
		i++;
	return i + 1 < p->n ? p->selected : i;
}

void page_settle(struct page *p, int rows)
{
	int first = first_shown(p), last = last_shown(p, rows);

	if (p->selected >= 0 && last >= p->top + rows)
		p->top = last - rows + 1;
	if (first < p->top)
		p->top = p->selected >= first + rows ? p->selected - rows + 1 : first;
	if (p->top > p->n - rows)
		p->top = p->n - rows;
	if (p->top < 0)
		p->top = 0;
}

/* A page on: what is shown and what is selected move together. */
static bool jump(struct page *p, int by)
{
	int to = p->selected + by, before = p->selected;

	p->top += by;
	p->selected = to < 0 ? -1 : to >= p->n ? p->n : to - (by < 0 ? -1 : 1);
	if (!step(p, p->selected < 0 ? 1 : p->selected >= p->n ? -1 : by < 0 ? -1 : 1))
		step(p, by < 0 ? 1 : -1);
	return p->selected != before;
}

bool page_move(struct page *p, int by, int rows)
{
	bool is_moved;

	if (p->selected < 0) {
		p->top += by;
		is_moved = false;
	} else if (by == 1 || by == -1) {
		is_moved = step(p, by);
	} else {
		is_moved = jump(p, by);
	}
	page_settle(p, rows);
	return is_moved;
}

void page_first(struct page *p)
{
	p->top = 0;
	if (p->selected >= 0) {
		p->selected = -1;
		step(p, 1);
	}
}

void page_last(struct page *p, int rows)
{
	p->top = p->n;
	if (p->selected >= 0) {
		p->selected = p->n;
		step(p, -1);
	}
	page_settle(p, rows);
}

static void draw_line(const struct line *line, struct grid *g, int row)
{
	for (const struct span *s = line->spans; s; s = s->next) {
		if (s->is_right)
			grid_right(g, row, s->col, s->cols, s->style, s->text);
		else
			grid_text(g, row, s->col, s->cols, s->style, s->text);
	}
}

/* Lines before this one that can be selected. */
static int choices_before(const struct page *p, int line)
{
	int n = 0;

	for (int i = 0; i < line; i++)
		n += p->lines[i].id >= 0;
	return n;
}

void page_draw(const struct page *p, struct grid *g, int row, int rows)
{
	int steps = p->selected < 0 ? 0 : choices_before(p, p->top) -
						      choices_before(p, p->selected);

	for (int i = p->top; i < p->n && i < p->top + rows; i++) {
		draw_line(&p->lines[i], g, row + i - p->top);
		if (p->selected >= 0 && p->lines[i].id >= 0)
			grid_choice(g, row + i - p->top, steps++);
		if (i == p->selected)
			grid_focus(g, row + i - p->top, 0, FOCUS_COLS);
	}
}
