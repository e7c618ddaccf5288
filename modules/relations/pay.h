/* Money to other places: lists that one makes and another approves. */
#ifndef STEWARD_RELATIONS_PAY_H
#define STEWARD_RELATIONS_PAY_H

#include "steward.h"
#include "verb.h"

extern const struct section remit_sections[], remit_row_sections[];
extern const struct action remit_actions[];

bool remit_make(const struct verb_call *c);
bool remit_approve(const struct verb_call *c);
bool remit_back(const struct verb_call *c);
bool remit_file(const struct verb_call *c);
bool remit_lists(const struct verb_call *c);

#endif
