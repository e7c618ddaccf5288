/* A department's file on its way into the tables: read, checked, matched, applied, counted; all of
 * it or nothing.  Rows read = accepted + rejected, always. */
#ifndef STEWARD_IMPORT_H
#define STEWARD_IMPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "steward.h"

struct import_options {
	const struct feed *feed;
	const char *path;
	const char *encoding;	/* "UTF-8" or "GB18030" */
	char separator;
	int32_t day;		/* business day */
	bool is_dry;		/* everything but the commit */
	bool is_forced;		/* the day may be more than a week past the last judged one */
	/* Called now and then with bytes read; may be NULL. */
	void (*progress)(void *ctx, const char *step, int64_t done, int64_t total);
	/* Called for each line in order after the file was judged; may be NULL. */
	void (*verdict)(void *ctx, int64_t line, const char *reason, const char *detail);
	void *ctx;
};

struct import_counts {
	int64_t batch_id, read, accepted, rejected, doubtful;
	bool is_known;		/* this very file came in before: nothing was done */
};

/* A refused file (no header, a column missing, no row in the declared encoding) is false with e. */
bool import_file(struct db *db, const struct import_options *o, struct import_counts *n,
		 struct err *e);

/* Applies the doubtful rows that a clerk has accepted since; part of the caller's transaction. */
bool import_accepted(struct db *db, const struct module *const *modules, struct err *e);

#endif
