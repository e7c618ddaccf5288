/* Which work is asked for, by occupation and area, and what the next months may bring. */
#ifndef EMPLOYMENT_DEMAND_H
#define EMPLOYMENT_DEMAND_H

#include "steward.h"
#include "verb.h"

extern const struct section demand_list_sections[], demand_course_sections[];
extern const struct option_def demand_options[];

bool demand_verb(const struct verb_call *c); /* [OCCUPATION] */

#endif
