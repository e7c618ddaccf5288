/* What a module's verb is given, and its call. */
#ifndef STEWARD_VERB_CALL_H
#define STEWARD_VERB_CALL_H

#include "host/app.h"

/* Runs a module's verb on this connection; NULL for one that works without. */
bool verb_call(struct app *app, struct db *db, const struct verb *v, struct err *e);

#endif
