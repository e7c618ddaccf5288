/* An explanation as people and scripts read it. */
#ifndef STEWARD_APP_EXPLAIN_H
#define STEWARD_APP_EXPLAIN_H

#include "host/app.h"
#include "judge/explain.h"

/* PERSON RULE CAUSE of the command line, explained; what it gives lives as long as the
 * program. */
bool explain_named(struct app *app, struct db *db, bool is_now, struct explained *x,
		   struct err *e);

/* On stdout, in the format asked for. */
void explain_put(struct app *app, const struct explained *x);

#endif
