/* What an award would rest on by what is held now: facts of whoever was awarded a pension
 * here, so that a rule sees where it differs. */
#ifndef RETIREMENT_REASSESS_H
#define RETIREMENT_REASSESS_H

#include "steward.h"

extern const struct fact_column reassess_facts[];
extern const char reassess_select[], reassess_sources[];

#endif
