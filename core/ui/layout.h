/* Which columns of a table are shown in so many columns of screen, and how wide. */
#ifndef STEWARD_LAYOUT_H
#define STEWARD_LAYOUT_H

#include "steward.h"

#define LAYOUT_COLUMNS 24

struct layout {
	int n;				/* columns of the table */
	int col[LAYOUT_COLUMNS];	/* where it starts */
	int width[LAYOUT_COLUMNS];	/* 0: it gave way */
};

/* Columns give way in the order they declare; one without a width takes what is left. */
void layout_columns(struct layout *l, const struct column *columns, int left, int cols);

#endif
