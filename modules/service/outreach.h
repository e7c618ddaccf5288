/* Outreach: lists of whom the office writes to unasked. */
#ifndef SERVICE_OUTREACH_H
#define SERVICE_OUTREACH_H

#include "steward.h"
#include "verb.h"

extern const struct move outreach_moves[];
extern const struct section outreach_sections[], outreach_one_sections[];
extern const struct action outreach_actions[];
extern const struct option_def outreach_options[];

/* "service outreach make", "send", "drop", "list", "show". */
bool outreach_make(const struct verb_call *c);
bool outreach_send(const struct verb_call *c);
bool outreach_drop(const struct verb_call *c);
bool outreach_list(const struct verb_call *c);
bool outreach_show(const struct verb_call *c);

#endif
