/* The policy texts as they lie in the configured folder, where they may be edited.  What
 * judges is what was adopted (judge/adoption.h). */
#ifndef STEWARD_TEXTS_H
#define STEWARD_TEXTS_H

#include "app.h"
#include "rule/engine.h"
#include "rule/rulebook.h"

/* Those of core and of the loaded modules; NULL with e. */
struct rulebook *texts_read(struct app *app, struct err *e);
struct rulebook *texts_read_in(struct app *app, const char *folder, struct err *e);

/* An engine with them and without facts: for calculations and parameters.  o lives as
 * long as it. */
struct engine *texts_engine(struct app *app, int32_t day, struct engine_options *o,
			    struct err *e);
/* The same with the texts of another book. */
struct engine *texts_engine_of(struct app *app, const struct rulebook *whole, int32_t day,
			       struct engine_options *o, struct err *e);

/* What a text failed of, for a line on stderr: without its trace, through the filter. */
const char *texts_fault(struct app *app, const char *message);

#endif
