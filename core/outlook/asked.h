/* What the words of a policy text tell of what it asks for, without running it. */
#ifndef STEWARD_ASKED_H
#define STEWARD_ASKED_H

#include <stdbool.h>

#include "base/arena.h"

/* A text without its comments and without what its texts say, the quotes left; the
 * arena's. */
const char *asked_code(struct arena *a, const char *text);

/* The next place from at on at which the word stands alone; NULL. */
const char *asked_find(const char *text, const char *at, const char *word);

/* A parameter by its name in quotes; the text as it is. */
bool asked_name_parameter(const char *text, const char *name);

/* A calculation, or the table of its area by itself; the code alone. */
bool asked_name_calculation(struct arena *a, const char *code, const char *name);

/* Whether a name may be put together, so that it cannot be told what is asked for. */
bool asked_hide_names(const char *code);

/* Whether working days are counted. */
bool asked_count_days(const char *code);

#endif
