/* What statements find instead of rules: after the subjects were judged, each finder of
 * the loaded modules, and what they found compared with what stands at once. */
#ifndef STEWARD_FINDERS_H
#define STEWARD_FINDERS_H

#include "round.h"

/* One that fails is named, and what it found before stays; the others go on. */
bool finders_run(struct judging *r, struct err *e);

/* The finder of this name; NULL when no loaded module has it. */
const struct finder *finders_find(const struct module *const *modules, const char *rule);

/* Its statement as it is run: over everyone, or over the persons of the session's table
 * scope alone. */
const char *finders_sql(struct arena *a, const struct finder *f, bool scoped);

#endif
