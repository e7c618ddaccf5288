/* Rows of texts through one calculation: a batch is asked again until all of it is
 * answered, for the worker may stop after any row, and one that hangs takes it along. */
#ifndef STEWARD_CALCULATE_H
#define STEWARD_CALCULATE_H

#include "engine.h"

/* A row of a batch: where its question stands among the questions' bytes, and its answer
 * among the answers'. */
struct asked_row {
	size_t asked, asked_len;
	const char *error; /* known before asking, or why there is no answer; NULL */
	size_t answer, answer_len;
};

struct calculating {
	struct engine *engine;
	const char *name; /* of the calculation */
	int nin;
	bool is_explained, is_dated;	/* rows begin with their day */
	struct buf asks, answers; /* the bytes of all rows */
	struct buf question, reply;
	bool is_sent;	/* a question is under way */
};

void calculating_init(struct calculating *c, struct engine *engine, const char *name,
		      int nin);
void calculating_done(struct calculating *c);

/* Rows without an error are asked, in order; what is too long for a frame has one. */
bool calculating_ask(struct calculating *c, struct asked_row *rows, int n, struct err *e);

/* The same in two steps: the worker is at it between them.  No other question of this
 * engine comes in between. */
bool calculating_send(struct calculating *c, struct asked_row *rows, int n,
		      struct err *e);
bool calculating_receive(struct calculating *c, struct asked_row *rows, int n,
			 struct err *e);

/* The first of an answer's texts: a message, "" when it went well; *at is then before the
 * number of outputs. */
const char *calculating_message(const struct calculating *c, const struct asked_row *row,
				const char **at, const char **end, size_t *n);

#endif
