/* Grants that follow a death: heirs, shares, the claim and what becomes of it. */
#ifndef RISK_SURVIVOR_H
#define RISK_SURVIVOR_H

#include "steward.h"
#include "verb.h"

extern const struct fact_column survivor_facts[];
extern const char survivor_select[];
extern const struct move survivor_moves[], survivor_void_moves[], survivor_word_moves[];
extern const struct section survivor_form_sections[], survivor_list_sections[];
extern const struct column survivor_columns[];
extern const struct form survivor_form;
extern const struct option_def survivor_options[];

/* "risk heir add", "risk heir withdraw", "risk heirs". */
bool survivor_add(const struct verb_call *c);
bool survivor_end(const struct verb_call *c);
bool survivor_list(const struct verb_call *c);

#endif
