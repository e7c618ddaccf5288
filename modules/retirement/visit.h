/* Visits at home to pensioners of whom no sign of life is known. */
#ifndef RETIREMENT_VISIT_H
#define RETIREMENT_VISIT_H

#include "steward.h"
#include "verb.h"

extern const struct field visit_fields[];
extern const struct keep visit_keeps[];
extern const struct move visit_moves[];
extern const struct section visit_sections[];
extern const struct column visit_columns[];
/* On the rows of figures about pensioners. */
extern const struct action visit_actions[];
/* On the list of certificates that ran out. */
extern const struct action visit_overdue_actions[];

bool visit_print(const struct verb_call *c);

#endif
