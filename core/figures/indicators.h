/* The figures of the board: all of them in one pass over the fact rows and one over the
 * tasks. */
#ifndef STEWARD_INDICATORS_H
#define STEWARD_INDICATORS_H

#include "db/db.h"
#include "steward.h"

/* Recomputes every figure for the business day, by area; *n counts figures times areas.
 */
bool indicators_refresh(struct db *db, const struct module *const *modules, int64_t *n,
			struct err *e);

/* SQL of that pass, for the test that looks at it. */
const char *indicators_sql(struct arena *a, const struct module *const *modules,
			   enum indicator_of of);

#endif
