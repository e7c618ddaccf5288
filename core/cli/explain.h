/* An explanation as people and scripts read it. */
#ifndef STEWARD_APP_EXPLAIN_H
#define STEWARD_APP_EXPLAIN_H

#include "host/app.h"
#include "judge/explain.h"

/* PERSON RULE CAUSE of the command line, explained; what it gives lives as long as the
 * program. */
bool explain_named(struct app *app, struct db *db, bool is_now, struct explained *x,
		   struct err *e);

bool explain_is(const struct explained_line *l, const char *kind);

/* A parameter's, input's or step's value with its unit: "12 months", "3201.50 yuan",
 * "yes". */
const char *explain_value(struct arena *a, const char *value, const char *unit);

/* On stdout, in the format asked for. */
void explain_put(struct app *app, const struct explained *x);

#endif
