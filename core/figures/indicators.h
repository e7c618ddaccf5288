/* The figures of the board: those of a source in one pass over its rows, and one more for
 * medians. */
#ifndef STEWARD_INDICATORS_H
#define STEWARD_INDICATORS_H

#include "db/db.h"
#include "steward.h"

/* Recomputes every figure for the business day, by area; *n counts figures times
 * areas. */
bool indicators_refresh(struct db *db, const struct module *const *modules, int64_t *n,
			struct err *e);

/* SQL of a source's pass, with the day as its parameter; NULL when no figure needs it.
 * For the test that prepares it. */
const char *indicators_sql(struct arena *a, const struct module *const *modules,
			   const struct figure_source *s, bool of_medians);

/* SQL that counts what are_few, after its pass; the same parameter. */
const char *indicators_few_sql(struct arena *a, const struct figure_source *s,
			       const struct indicator *i);

#endif
