/* Between the years' numbers and the session's tables, by the bulk. */
#ifndef STEWARD_PUT_H
#define STEWARD_PUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "spans.h"
#include "steward.h"

/* Numbers into outlook_due, in place of those that were there. */
bool put_due(struct db *db, const int64_t *ids, size_t n, struct err *e);

/* The spans of a subject become those of the persons concerned; those of nobody go. */
bool put_persons(struct db *db, struct arena *a, const struct subject *of,
		 struct span_list *l, struct err *e);

/* Spans of persons, in any order, as rows of outlook_run; left_out: years that do not
 * count. */
bool put_runs(struct db *db, struct span_list *l, int years, const bool *left_out,
	      struct err *e);

#endif
