/* An adjustment's calculation over everyone: from a table of the session to the worker,
 * and its answers into another one. */
#ifndef STEWARD_ADJUST_ASK_H
#define STEWARD_ADJUST_ASK_H

#include "host/app.h"

/* Within the transaction that has made both tables; rows: how many were asked about. */
bool adjust_ask(struct app *app, struct db *db, int64_t *rows, struct err *e);

#endif
