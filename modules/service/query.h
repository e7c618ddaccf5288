/* What other offices are asked about a person, and what they answer. */
#ifndef SERVICE_QUERY_H
#define SERVICE_QUERY_H

#include "steward.h"
#include "verb.h"

extern const struct field query_fields[];
extern const struct keep query_keeps[];
extern const struct move query_moves[];
extern const struct column query_columns[];

bool query_ask(const struct verb_call *c);
bool query_withdraw(const struct verb_call *c);
bool query_answer(const struct verb_call *c);
bool query_list(const struct verb_call *c);
bool query_file(const struct verb_call *c);

#endif
