/* Money to other places: lists that one makes and another approves. */
#ifndef STEWARD_RELATIONS_PAY_H
#define STEWARD_RELATIONS_PAY_H

#include "steward.h"
#include "verb.h"

extern const struct section sent_sections[], sent_row_sections[];
extern const struct action sent_actions[];
extern const struct remit sent_remits[];

bool sent_make(const struct verb_call *c);
bool sent_lists(const struct verb_call *c);

#endif
