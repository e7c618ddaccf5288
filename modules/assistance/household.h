/* A household as a page: its members with the facts that rules reach by role, its tasks.
 * Screen "household" takes household_id; a person's page has the key and the rows. */
#ifndef ASSISTANCE_HOUSEHOLD_H
#define ASSISTANCE_HOUSEHOLD_H

#include "steward.h"

extern const struct section household_sections[];
extern const struct column household_of_columns[];
extern const int household_of_args[];
extern const struct mark household_marks[];
extern const struct action household_person_actions[];
extern const struct move household_need_moves[], household_change_moves[];

#endif
