/* What ends unemployment benefit and is told at the counter or by file. */
#ifndef EMPLOYMENT_TOLD_H
#define EMPLOYMENT_TOLD_H

#include "steward.h"
#include "verb.h"

extern const struct field told_fields[];
extern const struct keep told_keeps[];
extern const struct move told_gone_moves[];
extern const struct column told_columns[];
extern const struct form told_form;

bool told_verb(const struct verb_call *c);
extern const struct option_def told_options[];

#endif
