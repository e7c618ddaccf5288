/* What a finder costs over many rows. */
#ifndef STEWARD_BENCH_FINDER_H
#define STEWARD_BENCH_FINDER_H

#include "host/app.h"

/* The yardstick: what this COPY ... TO STDOUT gives is read and dropped; its time in ms.
 */
bool bench_copy_out(struct db *db, const char *copy, double *ms, struct err *e);

struct bench_finder {
	double ms, copy_ms;
	int64_t lines, found;
};

/* A million lines of claims in a table of the session, and the pairs of one item within a
 * day among them, as a finder asks for them; beside it the COPY of what it reads. */
bool bench_finder(struct app *app, struct db *db, struct bench_finder *out,
		  struct err *e);

#endif
