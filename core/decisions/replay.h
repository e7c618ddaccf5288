/* Decisions judged again: with the facts, texts, place and day they were made with, which
 * must give the same bytes; or with what is known and in force today. */
#ifndef STEWARD_REPLAY_H
#define STEWARD_REPLAY_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "steward.h"

struct replay_options {
	const struct module *const *modules;
	const char *worker, *jurisdiction;
	int64_t most;		/* decisions looked at */
	bool is_now;		/* today's facts and texts instead of the stored ones */
	void (*failed)(void *ctx, const char *what, int64_t person_id,
		       const char *message);
	const volatile sig_atomic_t *stop;
	void *ctx;
};

/* rows: the differences, of the statement REPLAY_DIFFERENCES or REPLAY_NEWS, living in
 * a. */
struct replayed { int64_t decisions, books; struct rows rows; };

bool replay_run(struct db *db, struct arena *a, const struct replay_options *o,
		struct replayed *out, struct err *e);

#endif
