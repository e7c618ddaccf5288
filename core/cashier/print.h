/* How the payment office's subcommands answer. */
#ifndef STEWARD_CASHIER_PRINT_H
#define STEWARD_CASHIER_PRINT_H

#include "host/app.h"
#include "steward.h"

/* Runs a statement and prints its rows; title, N_(), stands above a part of a longer
 * answer that is left out where it has no rows; NULL: it is all. */
bool cashier_print(struct app *app, struct db *db, const struct stmt *s,
		   const char *const *params, const struct column *columns,
		   const char *title, struct err *e);

#endif
