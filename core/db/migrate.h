/* Migrations: SQL texts run once, in order, each with the checksum of what was run. */
#ifndef STEWARD_MIGRATE_H
#define STEWARD_MIGRATE_H

#include "db.h"
#include "steward.h"

/* Runs the migrations of one module that are not recorded yet; *n counts them.  A recorded one
 * whose text is another by now is an error: applied migrations are never changed. */
bool migrate_module(struct db *db, const char *module, const struct migration *list, int *n,
		    struct err *e);

#endif
