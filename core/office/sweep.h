/* Fact rows from the server to the worker, and its answers into the session's tables checked and
 * found.  Rows pass through as the server sends them. */
#ifndef STEWARD_SWEEP_H
#define STEWARD_SWEEP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"
#include "rule/engine.h"

struct sweep {
	struct db *db;
	struct engine *engine;
	const char *select;	/* SQL: person_id, judged, packed facts */
	int64_t total, done, changed;
	void (*progress)(void *ctx, const char *step, int64_t done, int64_t total);
	void *ctx;
};

bool sweep_run(struct sweep *s, struct err *e);

#endif
