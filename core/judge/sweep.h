/* Fact rows from the server to the worker, or to two of them, and their answers into
 * tables of the session.  Rows pass through as the server sends them. */
#ifndef STEWARD_SWEEP_H
#define STEWARD_SWEEP_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"
#include "db/db.h"
#include "rule/engine.h"

#define SWEEP_LANES 2

/* What the worker's answers are copied to. */
#define SWEEP_CHECKED \
	"copy checked (subject_id, next_check, judged) from stdin (format binary)"
#define SWEEP_INTO(table) \
	"copy " table " (subject_id, rule_id, cause, task_type, due, say, monthly_fen, " \
	"inputs, rule_hash) from stdin (format binary)"
#define SWEEP_FOUND SWEEP_INTO("found")

/* One worker, and where its answers go: COPY commands for (person_id, next_check, judged)
 * and for findings.  checked NULL: only the findings are kept. */
struct lane {
	struct engine *engine;
	const char *checked, *found;
	struct engine_results out;	/* the sweep's own */
};

struct sweep {
	struct db *db;
	int n;
	struct lane lanes[SWEEP_LANES];
	bool apart;		/* each row goes to one lane, otherwise to all of them */
	struct buf lots[SWEEP_LANES];	/* the sweep's own: rows to be handed over */
	const char *select;	/* SQL: person_id, judged, packed facts */
	int64_t total, done;
	int64_t changed; /* rows of checked: of all lanes apart, else the first's */
	/* over all rows in any order, unless apart: the same facts, the same number */
	uint64_t facts;
	void (*progress)(void *ctx, const char *step, int64_t done, int64_t total);
	const volatile sig_atomic_t *stop;	/* Ctrl-C; may be NULL */
	void *ctx;
	/* gets the answers' files in place of the tables; NULL: they are copied */
	bool (*take)(void *taker, const struct lane *lanes, struct err *e);
	void *taker;
};

bool sweep_run(struct sweep *s, struct err *e);

/* Notes what has failed in a list of names in quotes with commas between; false when it
 * is there. */
bool sweep_is_news(struct buf *failed, const char *what);

#endif
