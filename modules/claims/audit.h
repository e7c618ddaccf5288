/* steward claims audit: a file of claims through the checks of the policy texts. */
#ifndef CLAIMS_AUDIT_H
#define CLAIMS_AUDIT_H

#include "verb.h"

extern const struct module_verb claims_verbs[];

#endif
