/* The bench's part about rules: what the worker's isolation costs, and what a rehearsal
 * costs. */
#ifndef STEWARD_BENCH_RULES_H
#define STEWARD_BENCH_RULES_H

#include "host/app.h"

struct bench_rules { int64_t persons; double isolated_ms, alone_ms; };

/* The persons of the database judged through a worker, and by a process that reads the
 * same frames from a file and has nobody to answer to: medians of some interleaved
 * rounds. */
bool bench_isolation(struct app *app, struct db *db, int rounds, struct bench_rules *out,
		     struct err *e);

/* A draft that touches some: the folder's parameters of certificates with 11 months
 * for 12.  The path of a file in folder, or NULL. */
const char *bench_draft(struct app *app, const char *folder, struct err *e);

#endif
