/* What of a claim is paid: worked out, told, sent. */
#ifndef CLAIMS_SETTLE_H
#define CLAIMS_SETTLE_H

#include "verb.h"

extern const struct option_def settle_send_options[], settle_evidence_options[];

/* The number of the first argument's person; NULL after saying that there is none. */
const char *settle_person(const struct verb_call *c);

bool settle_month(const struct verb_call *c);
bool settle_send(const struct verb_call *c);
/* A PDF of what speaks against the provider of the first argument. */
bool settle_letter(const struct verb_call *c, const char *path);
bool settle_amount(const struct verb_call *c);

#endif
