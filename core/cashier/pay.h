/* What the verbs of a payment run share. */
#ifndef STEWARD_PAY_H
#define STEWARD_PAY_H

#include "host/app.h"

/* The run of that number, the newest of that month, or the newest of all for NULL. */
bool pay_run_find(struct app *app, struct db *db, const char *word, const char **run,
		  struct err *e);

/* The verb "pay totals". */
bool pay_totals(struct app *app, struct db *db, struct err *e);

/* account tests: accounts that are tried first; account accept, account again TEST: what
 * somebody says of one in place of its bank. */
bool account_tests(struct app *app, struct db *db, struct err *e);
bool account_test_settle(struct app *app, struct db *db, struct err *e);

#endif
