/* steward claims audit: a file of claims through the checks of the policy texts. */
#ifndef CLAIMS_AUDIT_H
#define CLAIMS_AUDIT_H

#include "verb.h"

extern const struct module_verb claims_verbs[]; /* all of the module */
extern const struct option_def audit_options[];
bool audit_file(const struct verb_call *c);

#endif
