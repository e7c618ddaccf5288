/* The letter to the citizen: an explanation in plain words, and the office's own words
 * around it. */
#ifndef STEWARD_LETTER_H
#define STEWARD_LETTER_H

#include "host/app.h"
#include "judge/explain.h"

/* The parameter work.letters as in force today, for one language ("en", "zh"). */
struct letter_texts { const char *lang; int n; const char **keys, **values; };

/* On stdout. */
void letter_put(struct app *app, const struct explained *x, const struct letter_texts *t);

#endif
