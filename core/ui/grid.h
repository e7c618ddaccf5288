/* What the screen shall show: cells, and where the cursor stands.  Drawing fills a grid
 * from const state; only terminal.c turns a grid into bytes.  Text is laid out by wcwidth
 * and clipped by columns. */
#ifndef STEWARD_GRID_H
#define STEWARD_GRID_H

#include <stdint.h>
#include <wchar.h>

#include "base/arena.h"
#include "theme.h"

#define CELL_TEXT 5	/* a base character, three marks, and the end */

struct cell {
	wchar_t text[CELL_TEXT];
	uint8_t width;	/* 0: the right half of the cell before */
	uint8_t style;
};

struct grid {
	int rows, cols;
	struct cell *cells;
	int cursor_row, cursor_col;	/* row -1: no cursor */
	int *steps;	/* of each row: see grid_choice */
	bool is_form;	/* they are fields: steps are tabs */
	bool is_lean;	/* each byte counts: see grid_focus */
};

/* The cells live as long as the arena; all are blank. */
void grid_init(struct grid *g, struct arena *a, int rows, int cols);

const struct cell *grid_cell(const struct grid *g, int row, int col);

/* Writes clean text into at most cols columns; what does not fit ends in "~".  Returns
 * the columns used.  grid_right ends the text at the last of the columns. */
int grid_text(struct grid *g, int row, int col, int cols, enum style style,
	      const char *text);
int grid_right(struct grid *g, int row, int col, int cols, enum style style,
	       const char *text);

/* Gives cells that are there another style; blank cells too. */
void grid_restyle(struct grid *g, int row, int col, int cols, enum style style);

/* What is selected, and the cursor on it: lit, or on a lean grid a sign in its second
 * column. */
void grid_focus(struct grid *g, int row, int col, int cols);

/* The row can be chosen: so many steps down (up: below 0) from the selected one. */
#define GRID_NO_CHOICE 0x7fff
void grid_choice(struct grid *g, int row, int steps);
int grid_steps(const struct grid *g, int row);	/* GRID_NO_CHOICE where none is */

/* One row as UTF-8 without blanks at its end, for tests. */
char *grid_row(const struct grid *g, int row, struct arena *a);

#endif
