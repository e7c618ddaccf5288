/* Parts of the module nursing that stand in files of their own: what was visited. */
#ifndef NURSING_VISITS_H
#define NURSING_VISITS_H

#include "steward.h"
#include "verb.h"

extern const struct choice visits_states[];	/* of a visit; NULL first: all */
extern const struct figure_source visits_sources[];
extern const struct indicator visits_indicators[];

/* Verb: the sums of a month; with a state, its visits one by one. */
bool visits_settle(const struct verb_call *c);

#endif
