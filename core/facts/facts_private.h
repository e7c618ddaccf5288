/* Shared by what knows a subject's columns and what makes its rows. */
#ifndef STEWARD_FACTS_PRIVATE_H
#define STEWARD_FACTS_PRIVATE_H

#include "base/buf.h"
#include "facts.h"

#define FACTS_SQL (1 << 20)	/* bytes of one statement at most */

/* The i-th set of facts of the subject, its base first; NULL after the last. */
const struct fact_set *facts_set_at(const struct module *const *modules,
				    const struct subject *s, int i);

/* The names with the prefix before each and commas between. */
char *facts_names(struct arena *a, const struct facts *f, const char *prefix);

/* The text, freed and kept by the arena; NULL when it was too long. */
char *facts_take(struct arena *a, struct buf *b);

bool facts_is_person(const struct facts *f);

#endif
