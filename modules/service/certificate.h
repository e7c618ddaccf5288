/* Certificates: what the register says, on paper, with a code that tells whether it still
 * does. */
#ifndef SERVICE_CERTIFICATE_H
#define SERVICE_CERTIFICATE_H

#include "steward.h"
#include "verb.h"

extern const struct option_def certificate_options[];

bool certificate_issue(const struct verb_call *c);
bool certificate_verify(const struct verb_call *c);

#endif
