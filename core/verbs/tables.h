/* Every verb with its options, as --help shows them: a table for each side of the work,
 * ended by a row without a path.  A row that does nothing is the heading of those whose
 * words begin like its own; all of one first word stand in one table. */
#ifndef STEWARD_VERBS_TABLES_H
#define STEWARD_VERBS_TABLES_H

#include "host/commands.h"

extern const struct verb work_verbs[];
extern const struct verb post_verbs[];
extern const struct verb money_verbs[];
extern const struct verb intake_verbs[];
extern const struct verb law_verbs[];
extern const struct verb house_verbs[];

#endif
