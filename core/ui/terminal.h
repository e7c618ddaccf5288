/* The terminal: the one place that talks to curses.  It paints differences only, hands out keys by
 * name, and gives the terminal back as it was. */
#ifndef STEWARD_TERMINAL_H
#define STEWARD_TERMINAL_H

#include <stdbool.h>

#include "base/err.h"
#include "grid.h"
#include "key.h"

struct terminal;

/* Needs a terminal on both ends.  An unknown TERM is named on stderr and driven as vt100;
 * TERM=dumb is refused. */
struct terminal *terminal_start(const struct theme *theme, struct err *e);
void terminal_stop(struct terminal *t);		/* NULL is accepted */

int terminal_rows(const struct terminal *t);
int terminal_cols(const struct terminal *t);

/* After SIGWINCH.  After a stop: leave gives the terminal back, enter takes it again. */
void terminal_resize(struct terminal *t);
void terminal_leave(struct terminal *t);
void terminal_enter(struct terminal *t);

/* Repaints all at the next paint: something else wrote on the screen. */
void terminal_repaint(struct terminal *t);

void terminal_paint(struct terminal *t, const struct grid *g);
/* How many bytes wait to be read; false when that cannot be told. */
bool terminal_ready(int *bytes);

void terminal_beep(struct terminal *t);

/* The next key that is already there; false when there is none.  ESC and a digit that came
 * together are a function key, for terminals that keep those for themselves. */
bool terminal_key(struct terminal *t, struct press *p);

#endif
