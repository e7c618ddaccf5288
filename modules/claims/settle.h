/* What of a claim is paid: verbs of the review desk, the settlement and the providers. */
#ifndef CLAIMS_SETTLE_H
#define CLAIMS_SETTLE_H

#include "verb.h"

extern const struct option_def settle_list_options[], settle_send_options[];
extern const struct option_def settle_since_options[], settle_cut_options[];

/* The number of the first argument's person; NULL after saying that there is none. */
const char *settle_person(const struct verb_call *c);

bool settle_adjudicate(const struct verb_call *c);
bool settle_reviews(const struct verb_call *c);
bool settle_show(const struct verb_call *c);
bool settle_cut(const struct verb_call *c);
bool settle_accept(const struct verb_call *c);
bool settle_appeal(const struct verb_call *c);
bool settle_precision(const struct verb_call *c);
bool settle_month(const struct verb_call *c);
bool settle_send(const struct verb_call *c);
bool settle_amount(const struct verb_call *c);
bool settle_providers(const struct verb_call *c);
bool settle_evidence(const struct verb_call *c);

#endif
