/* Papers of requests: held here, fetched from another office, or asked for. */
#ifndef SERVICE_PAPER_H
#define SERVICE_PAPER_H

#include "steward.h"
#include "verb.h"

extern const struct stmt *const paper_apply[];
extern const struct column paper_columns[];

bool paper_note(const struct verb_call *c);
bool paper_list(const struct verb_call *c);

#endif
