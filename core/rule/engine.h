/* The worker process seen from the program: started, fed, watched, and replaced when a
 * rule has brought it down.  A rule that did is named and left out; the others go on. */
#ifndef STEWARD_ENGINE_H
#define STEWARD_ENGINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "rulebook.h"
#include "wire.h"

struct engine;

struct engine_rule { const char *id, *type, *hash; bool has_failed; };

struct engine_options {
	const char *worker;		/* path of steward-worker */
	const struct rulebook *book;	/* NULL: an engine for trying scripts */
	int32_t today;
	const char *jurisdiction;	/* the place: "CN-330681"; NULL: "CN" */
	const char *subject;	/* what is judged; NULL: person, "*": all are tried */
	/* names that no rule may have, blanks between; NULL: none */
	const char *taken;
	/* the loaded ones, blanks between; NULL: needs do not matter */
	const char *modules;
	int nfacts;
	const char *const *fact_names, *const *fact_types;
	/* asked of every worker before it gets anything; see tool.h */
	const char *const *tool;
	FILE *copy;		/* every frame sent is written here too; NULL */
	/* Called for a file or rule that was refused or failed; never for the same rule
	 * twice. */
	void (*failed)(void *ctx, const char *what, int64_t person_id,
		       const char *message);
	void *ctx;
};

/* NULL when the worker cannot be run at all.  o must live as long as the engine. */
struct engine *engine_start(const struct engine_options *o, struct err *e);

/* Ends the worker and gives back what the engine handed out.  NULL is accepted. */
void engine_stop(struct engine *en);

/* The rules that were loaded, the engine's until it is stopped; how many. */
int engine_rules(const struct engine *en, const struct engine_rule **rules);

/* The nearest day on which a value or a rule begins or ends; DATE_NONE: none. */
int32_t engine_next_edge(const struct engine *en);

/* Appended COPY rows, as they come back; checked NULL: not wanted. */
struct engine_results { FILE *checked, *found; };

/* Hands over COPY rows of persons; results of earlier ones may come back meanwhile. */
bool engine_persons(struct engine *en, const char *rows, size_t n,
		    struct engine_results *out, struct err *e);

/* Waits until every person handed over is judged. */
bool engine_finish(struct engine *en, struct engine_results *out, struct err *e);

/* One question, one answer.  reply gets the payload, *type what it is. */
bool engine_ask(struct engine *en, enum frame_type question, const struct buf *payload,
		uint32_t *type, struct buf *reply, struct err *e);

/* The same in two steps, so that the asker may do something meanwhile; nothing else is
 * asked between them. */
bool engine_send(struct engine *en, enum frame_type question, const struct buf *payload,
		 struct err *e);
bool engine_receive(struct engine *en, uint32_t *type, struct buf *reply, struct err *e);

/* Puts a text in place of the value of a parameter, or of an entry of it
 * (pension.divisor.60), until the engine is stopped. */
bool engine_set(struct engine *en, const char *name, const char *value, struct err *e);

/* The row of a calculation at which the worker was when the last engine_ask failed. */
int64_t engine_row(const struct engine *en);

/* True when the last engine_ask failed because the script ran into the time or memory
 * limit. */
bool engine_was_killed(const struct engine *en);

#endif
