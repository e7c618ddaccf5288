/* The schema compared with what this program made it: functions, constraints, rights,
 * owners, memberships.  What the program relies on may have been changed by whoever may
 * change everything. */
#ifndef STEWARD_OWN_H
#define STEWARD_OWN_H

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "steward.h"

/* how: "is missing", "was added" or "is another one"; kind and name live as long as the
 * arena. */
typedef void (*own_differs_fn)(void *ctx, const char *kind, const char *name,
			       const char *how);

/* Calls fn for each thing that differs.  What a module from outside the program's tree
 * brings is compared only in that its own migrations name it.  False when the catalogue
 * could not be read. */
bool own_compare(struct db *db, struct arena *a, const struct module *const *modules,
		 own_differs_fn fn, void *ctx, struct err *e);

#endif
