/* Finding things by name among the loaded modules. */
#ifndef STEWARD_LOOKUP_H
#define STEWARD_LOOKUP_H

#include "steward.h"

/* NULL when no loaded module has the feed. */
const struct feed *lookup_feed(const struct module *const *modules, const char *name);

#endif
