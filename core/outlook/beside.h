/* The answers of two workers about the same rows, looked at side by side as they came
 * back: what both find alike is no difference, and goes no further. */
#ifndef STEWARD_BESIDE_H
#define STEWARD_BESIDE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/err.h"

/* A value of a row, where the answer has it; at NULL: there is none. */
struct piece {
	const char *at;
	uint32_t n;
};

/* What a book finds about one of a subject; due (a day) and monthly (fen) as they came.
 */
struct finding {
	int64_t id;
	struct piece rule, cause, type, due, say, monthly;
};

struct beside {
	/* Of the book in force and of the draft: both are in the order in which the rows
	 * were handed over. */
	FILE *checked[2], *found[2];
	/* Somebody was judged; next: the nearest day on which one of the books may say
	 * something else, DATE_NONE: none. */
	void (*judged)(void *ctx, int64_t id, int32_t next);
	/* Whether a finding is to be compared at all. */
	bool (*counts)(void *ctx, bool is_draft, const struct finding *f);
	/* A finding of one book or of both (the other NULL) that the other has not or has
	 * otherwise. */
	void (*differs)(void *ctx, const struct finding *was, const struct finding *is);
	void *ctx;
};

/* False with e when the answers are not about the same rows. */
bool beside_read(const struct beside *b, struct err *e);

/* A whole number out of such a value; 0 when there is none. */
int64_t piece_number(const struct piece *p);

#endif
