/* Lines below each other, scrolled as one, with a selected line: every list, form and
 * reader is a page.  A page is built from rows for one width and kept; drawing it changes
 * nothing. */
#ifndef STEWARD_PAGE_H
#define STEWARD_PAGE_H

#include <stdbool.h>

#include "base/arena.h"
#include "grid.h"

struct span {
	struct span *next;
	const char *text;	/* clean */
	int col, cols;
	enum style style;
	bool is_right;
};

struct line {
	struct span *spans;
	int id;	/* the caller's number of a line that can be selected; -1 */
};

struct page {
	struct line *lines;
	int n, room;
	int selected;		/* index of a line; -1 when none can be selected */
	int top;
};

/* Adds a line; its spans follow.  Lines live as long as the arena. */
void page_line(struct page *p, struct arena *a, int id);
void page_span(struct page *p, struct arena *a, int col, int cols, enum style style,
	       const char *text);
void page_right(struct page *p, struct arena *a, int col, int cols, enum style style,
		const char *text);

/* A heading with an empty line before it unless it is the first. */
void page_title(struct page *p, struct arena *a, int cols, const char *text);

/* Text broken into lines of cols columns, at blanks or between wide characters; the first
 * line has the id, and the label (or NULL) at column at. */
void page_wrapped(struct page *p, struct arena *a, int id, int at, const char *label,
		  int col, int cols, enum style style, const char *text);

/* Selects the line with this id, or the one nearest before it. */
void page_select(struct page *p, int id);
int page_selected(const struct page *p);	/* its id; -1 */

/* Moves the selection by lines that can be selected; rows is the height shown.  False
 * when there is nowhere left to go. */
bool page_move(struct page *p, int by, int rows);
void page_first(struct page *p);
void page_last(struct page *p, int rows);

/* Keeps the selection on the screen after a change of size or content. */
void page_settle(struct page *p, int rows);

void page_draw(const struct page *p, struct grid *g, int row, int rows);

#endif
