/* Campaigns of certification: who is asked for a sign of life, twice, and what then. */
#ifndef RETIREMENT_CAMPAIGN_H
#define RETIREMENT_CAMPAIGN_H

#include "steward.h"
#include "verb.h"

extern const struct fact_column campaign_facts[];
extern const char campaign_select[];
extern const struct finder campaign_finders[];
extern const struct move campaign_moves[];
extern const struct option_def campaign_new_options[], campaign_exempt_options[];

/* Its verbs. */
bool campaign_make(const struct verb_call *c);
bool campaign_show(const struct verb_call *c);
bool campaign_list(const struct verb_call *c);
bool campaign_exempt(const struct verb_call *c);

#endif
