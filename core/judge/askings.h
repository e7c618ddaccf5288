/* Calculations that are put to persons by modules' statements, for their finders. */
#ifndef STEWARD_ASKINGS_H
#define STEWARD_ASKINGS_H

#include "round.h"

#define ASKINGS_SCOPE "{scope}"

/* A module's statement over everyone, or over the persons of the session's table scope
 * alone. */
const char *askings_scoped(struct arena *a, const struct stmt *s, bool scoped);

/* The text with a value in place of each mark. */
const char *askings_put(struct arena *a, const char *text, const char *mark,
			const char *value);

/* Fills the session's table asked; engine: one that has nothing else to answer. */
bool askings_run(struct judging *r, struct engine *engine, struct err *e);

#endif
