/* Finding things by name among the loaded modules. */
#ifndef STEWARD_LOOKUP_H
#define STEWARD_LOOKUP_H

#include "base/arena.h"
#include "steward.h"

/* NULL when no loaded module has the feed. */
const struct feed *lookup_feed(const struct module *const *modules, const char *name);

/* The names of modules (NULL at the end), in a list that ends with NULL. */
const char *const *lookup_module_names(struct arena *a,
				       const struct module *const *modules);

#endif
