/* The day of a death is another one than was decided by. */
#ifndef RISK_DAY_H
#define RISK_DAY_H

#include "steward.h"
#include "verb.h"

extern const struct move day_moves[];
extern const struct section day_sections[];

/* "risk day PERSON": the acts that the corrected day touches. */
bool day_show(const struct verb_call *c);

#endif
