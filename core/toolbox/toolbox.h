/* The tools of those who write the texts, inside the worker: checking, trying and
 * testing.  They are Lua of our own, loaded when first asked for; what they work on stays
 * in its sandbox. */
#ifndef STEWARD_TOOLBOX_H
#define STEWARD_TOOLBOX_H

#include "book/book.h"

struct toolbox;

struct toolbox *toolbox_new(struct book *b, struct in_flight *flight);

/* One question (the tool's name and texts, each with its length in front); the answer,
 * texts of the same form, or the message is left on the Lua stack. */
enum run_status toolbox_ask(struct toolbox *t, const char *question, size_t n);

/* The text as it is to be loaded: while testing, comparisons in it are recorded. */
const char *toolbox_text(struct toolbox *t, const char *path, const char *text,
			 size_t *n);

#endif
