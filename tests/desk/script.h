/* The workbench without a terminal and without a server: keys come from a text, answers
 * from a file of rows by statement, and what is painted can be read as text. */
#ifndef STEWARD_SCRIPT_H
#define STEWARD_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "steward.h"

/* Of screens of every kind. */
extern const struct module visits_module, twin_module;

/* Keys of the next desk, separated by blanks: named ones ("enter", "F2"), single
 * characters, or "words" typed one by one; @cut and @mend are what happens to the line,
 * @braille a theme with such bars.
 * Each is given when the screen has settled;
 * after the last, and a last picture, the desk is left. */
void script_begin(struct arena *a, const char *keys, int rows, int cols);

/* The last screen that had settled, with the styles of each row that is not plain; in the
 * arena of script_begin, NULL when nothing was painted. */
const char *script_picture(void);

/* True when nothing more will be answered by itself. */
bool canned_is_idle(void);

/* Reads the answers: "== STATEMENT N=TEXT ..." begins one, given when the parameters are
 * those named (N= is null; none named: always), then a line of columns and lines of rows,
 * both with tabs between.  "* N" repeats the row before, "#" in it is the number.  False
 * when the file cannot be read. */
bool canned_read(struct arena *a, const char *path);

/* The line is cut, and mended. */
void canned_cut(bool is_cut);

/* A parameter, from 0, of the last question by this statement's name; NULL. */
const char *canned_last(struct arena *a, const char *statement, int param);

/* Forgets what was asked until now. */
void canned_forget(void);

/* Statements that were asked and have no answer in the file, one a line; "" when none. */
const char *canned_missing(void);

/* stubs.c: what the configuration gives other keys; NULL: it says nothing of keys. */
extern const struct key_setting *given_keys;

#endif
