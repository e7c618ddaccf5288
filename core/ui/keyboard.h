/* The keys of a terminal on standard input: bytes are read when there are some, and what
 * has begun and goes on is told by time from what was all.  Input.h says what a key is;
 * nothing here knows curses. */
#ifndef STEWARD_KEYBOARD_H
#define STEWARD_KEYBOARD_H

#include "base/arena.h"
#include "key.h"

struct keyboard;

struct keyboard *keyboard_new(struct arena *a);

/* What the terminal's description says of a key; see input_learn. */
void keyboard_learn(struct keyboard *k, const char *seq, const char *name);

/* The terminal was asked where its cursor is: an answer may come, and is no key.
 * column: what it told, once; 0: nothing yet. */
void keyboard_expect(struct keyboard *k);
int keyboard_column(struct keyboard *k);

/* As terminal_key, terminal_patience and terminal_is_gone. */
bool keyboard_key(struct keyboard *k, struct press *p);
int keyboard_patience(const struct keyboard *k);
bool keyboard_is_gone(const struct keyboard *k);

#endif
