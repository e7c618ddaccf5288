/* Which rules a draft can reach: only these need be judged by, when nothing but the
 * difference between two books is wanted. */
#ifndef STEWARD_REACH_H
#define STEWARD_REACH_H

#include "rule/engine.h"
#include "rule/rulebook.h"

/* The two books without the rules that come out alike by both, whatever the facts are,
 * and without the texts that none of the others asks for.
 * What cannot be told from the texts (a name put together, a table of functions handed
 * on) keeps a rule in.  like: how an engine of the books
 * is started.  Both live as long as the arena; false with e when a worker cannot be had.
 */
bool reach_cut(struct arena *a, const struct engine_options *like,
	       struct rulebook **books, struct err *e);

/* Whether a rule of the book may be about the subject. */
bool reach_is_about(const struct rulebook *b, const char *subject);

#endif
