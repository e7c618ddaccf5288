/* A module runs code of its own while it is loaded and taken out: that is tried where it
 * harms nobody. */
#ifndef STEWARD_MODULE_TRIAL_H
#define STEWARD_MODULE_TRIAL_H

#include <stdbool.h>

#include "base/err.h"

/* Loads the modules at these paths in a child process and takes them out again.  False
 * when that took more than two seconds or ended the child: "took too long", "crashed",
 * "ended the program". */
bool module_trial(const char *const *paths, int n, struct err *e);

#endif
