/* The modules' kinds of lists by which money goes out (struct remit): what the loader
 * looks at, and what migrate writes down. */
#ifndef STEWARD_REMIT_H
#define STEWARD_REMIT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "steward.h"

/* False where a kind lacks something, or its verbs are not the module's. */
bool remit_check(const struct module *m, struct err *e);

/* Writes the kinds of one module; false where a function that one names is not in the
 * schema. */
bool remit_write(struct db *db, struct arena *a, const struct module *m, struct err *e);

#endif
