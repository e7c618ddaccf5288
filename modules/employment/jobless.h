/* Unemployment benefit: claims, what ends it, and what screens and verbs show of them. */
#ifndef EMPLOYMENT_JOBLESS_H
#define EMPLOYMENT_JOBLESS_H

#include "steward.h"
#include "verb.h"

extern const struct fact_column jobless_facts[];
extern const char jobless_select[];
extern const struct move jobless_amount_moves[];
extern const struct move jobless_claim_moves[], jobless_stop_moves[],
    jobless_extension_moves[];
extern const struct column jobless_claim_columns[];
extern const struct section jobless_form_sections[];
extern const struct form jobless_form;
extern const struct action jobless_person_actions[];

/* Verbs; they stand in the table of jobs_verbs.c. */
bool jobless_claim(const struct verb_call *c);
bool jobless_withdraw(const struct verb_call *c);
bool jobless_claims(const struct verb_call *c);
extern const struct option_def jobless_claim_options[];

#endif
