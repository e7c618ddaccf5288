/* Employers as the collecting agency tells of them: who has insured persons, and whose
 * number of them falls. */
#ifndef FUND_UNITS_H
#define FUND_UNITS_H

#include "steward.h"
#include "verb.h"

extern const struct move units_moves[];
extern const struct column units_columns[], units_rows[];
extern const struct option_def units_options[];
bool units_print(const struct verb_call *c);

#endif
