/* A line being typed: UTF-8 with wide characters and marks, the cursor between
 * characters.  The real cursor stands at the insertion point after every paint, because
 * input methods open there. */
#ifndef STEWARD_ENTRY_H
#define STEWARD_ENTRY_H

#include <stdbool.h>
#include <stddef.h>

#include "grid.h"
#include "key.h"

#define ENTRY_BYTES 400

struct entry {
	char text[ENTRY_BYTES];
	size_t len, at;		/* bytes */
	size_t most;		/* bytes it may hold; 0: all there is */
	bool is_full;		/* the last character did not fit: beep */
};

void entry_set(struct entry *f, const char *text);

/* True when the key was one for a field: characters, arrows, backspace, delete, home,
 * end, ctrl-u (clear), ctrl-k (clear the rest). */
bool entry_key(struct entry *f, const struct press *p);

/* Draws the part around the cursor and puts the grid's cursor there. */
void entry_draw(const struct entry *f, struct grid *g, int row, int col, int cols);

#endif
