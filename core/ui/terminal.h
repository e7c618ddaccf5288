/* The terminal: the one place that talks to curses.  It paints differences only, hands
 * out keys by name, and gives the terminal back as it was. */
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
/* Lines of text in place of a screen, on whatever the two ends are; see line.h. */
struct terminal *terminal_start_lines(const char *help, const char *early);
void terminal_stop(struct terminal *t);		/* NULL is accepted */

int terminal_rows(const struct terminal *t);
int terminal_cols(const struct terminal *t);

/* After SIGWINCH.  After a stop: leave gives the terminal back, enter takes it again. */
void terminal_resize(struct terminal *t);
void terminal_leave(struct terminal *t);
void terminal_enter(struct terminal *t);

/* How wide it draws what text_is_unsure; 0: it is asked, when that can be done without a
 * trace, and has_told is true once when it is other than was taken for granted: all that
 * was laid out has to be anew. */
void terminal_take_unsure(struct terminal *t, int columns);
bool terminal_has_told(struct terminal *t);

/* Repaints all at the next paint: something else wrote on the screen. */
void terminal_repaint(struct terminal *t);

/* A column of a bar: the theme's, where this terminal has one column for it. */
const char *terminal_bar(const struct terminal *t);

void terminal_paint(struct terminal *t, const struct grid *g);
/* Whether answers are waited for that will change the screen. */
void terminal_busy(struct terminal *t, bool is_busy);
void terminal_beep(struct terminal *t);

/* To the printer that the terminal has; false when it has none.  The screen stays. */
bool terminal_print(struct terminal *t, const char *text, size_t n);

/* The next key that is already there; false when there is none.  See input.h for what is
 * one; Ctrl-C is a key like others. */
bool terminal_key(struct terminal *t, struct press *p);

/* Milliseconds after which terminal_key has to be asked again though no byte came: an ESC
 * may be a key by itself.  -1: none. */
int terminal_patience(const struct terminal *t);

/* The line was cut or the terminal closed; no key comes any more. */
bool terminal_is_gone(const struct terminal *t);

/* What is to be polled for keys; -1: none will come. */
int terminal_fd(const struct terminal *t);

#endif
