/* The engine's own state, shared by what makes a worker ready and what has it judge. */
#ifndef STEWARD_ENGINE_PRIVATE_H
#define STEWARD_ENGINE_PRIVATE_H

#include "engine.h"
#include "process.h"

#define RULES_MOST 512	/* and files of a book: see rulebook.c */
#define OUTSTANDING 4
#define RESTARTS_MOST 16
#define SETS_MOST 100

/* Rows that were handed over and are not answered yet: sent again after a restart. */
struct chunk { char *rows; size_t n; };

struct engine {
	const struct engine_options *o;
	struct arena *arena;
	struct process process;
	int nrules, restarts;
	struct engine_rule rules[RULES_MOST];
	/* files of the book that are not loaded any more */
	bool left_out[RULES_MOST];
	int32_t next_edge;
	struct chunk waiting[OUTSTANDING];
	int nwaiting;
	struct buf reply;
	bool was_killed;
	int64_t row;
	int nsets;
	struct {
		const char *name, *value;
	} sets[SETS_MOST];	/* said again after a restart */
};

/* The error that the worker is gone; false. */
bool engine_lost(struct err *e, const char *doing);

void engine_tell_failed(struct engine *en, const char *what, int64_t person_id,
			const char *message);

/* A new worker with tool, facts, texts and parameters set.  A file that brings it down
 * while loading is left out and the rest tried again; false when no worker comes up with
 * what is left. */
bool engine_start_worker(struct engine *en, struct err *e);

#endif
