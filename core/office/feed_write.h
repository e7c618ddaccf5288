/* The tables of the feeds and of the kinds of numbers, as rows of the schema from which
 * the steps of an import are assembled. */
#ifndef STEWARD_FEED_WRITE_H
#define STEWARD_FEED_WRITE_H

#include "base/err.h"
#include "db/db.h"
#include "steward.h"

/* Writes those of all modules anew and runs the steps of each feed once on no row, so
 * that a table or column which is not there is found now and not by a file.  The caller
 * owns the schema; part of its transaction. */
bool feed_write(struct db *db, struct arena *a, const struct module *const *modules,
		struct err *e);

#endif
