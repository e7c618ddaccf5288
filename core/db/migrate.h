/* Migrations: SQL texts run once, in order, each with the checksum of what was run. */
#ifndef STEWARD_MIGRATE_H
#define STEWARD_MIGRATE_H

#include "base/digest.h"
#include "db.h"
#include "stmt.h"

/* Runs the migrations of one module that are not recorded yet; *n counts them.  A
 * recorded one whose text is another by now is an error: applied migrations are never
 * changed. */
bool migrate_module(struct db *db, const char *module, const struct migration *list,
		    int *n, struct err *e);

/* Functions of the schema: run, all of a module together, when one of the texts is not
 * what was run last. *n counts modules whose functions were made anew. */
bool migrate_functions(struct db *db, const char *module, const char *const *texts,
		       int *n, struct err *e);

/* The checksum under which they are recorded, as number 0 of the module. */
const char *migrate_functions_digest(const char *const *texts, char digest[DIGEST_TEXT]);

#endif
