/* What other offices are told of a person, by recipient and legal ground. */
#ifndef SERVICE_SHARE_H
#define SERVICE_SHARE_H

#include "steward.h"
#include "verb.h"

extern const struct column share_columns[];

bool share_tell(const struct verb_call *c);
bool share_list(const struct verb_call *c);

#endif
