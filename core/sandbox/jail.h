/* Gives up, for good, everything a rule has no business with. */
#ifndef STEWARD_JAIL_H
#define STEWARD_JAIL_H

#include <stdbool.h>

/* Limits and a filter of system calls (libseccomp); what is not on the list ends the
 * process. False when the kernel would not have it: then nothing is run. */
bool jail_enter(void);

#endif
