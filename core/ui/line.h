/* The workbench as lines of text, for speech, braille and terminals without a cursor: the
 * same screens and keys.  What changed is printed once it stands still, what can be
 * chosen has a number; one line typed is one step.  It does terminal.h's work there. */
#ifndef STEWARD_LINE_H
#define STEWARD_LINE_H

#include <stdbool.h>

#include "grid.h"
#include "key.h"

#define LINE_ROWS 24
#define LINE_COLS 80

struct line_terminal;

/* help is printed with the first screen; early tells that what somebody typed before a
 * screen was shown is left out.  Both live as long as it. */
struct line_terminal *line_start(const char *help, const char *early);
void line_stop(struct line_terminal *t);

void line_paint(struct line_terminal *t, const struct grid *g);
/* While it is said that something is waited for, what was painted is not printed, for
 * two seconds; nor is the next line taken. */
void line_busy(struct line_terminal *t, bool is_busy);
void line_repaint(struct line_terminal *t);

/* As terminal_key, terminal_patience and terminal_is_gone; the end of the input is the
 * end once all before it was done. */
bool line_key(struct line_terminal *t, struct press *p);
int line_patience(const struct line_terminal *t);
bool line_is_gone(const struct line_terminal *t);
bool line_is_read(const struct line_terminal *t);	/* all bytes have been taken */

#endif
