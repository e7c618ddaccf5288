/* Differences of all subjects as runs of years in which a person is touched alike. */
#ifndef STEWARD_RUNS_H
#define STEWARD_RUNS_H

#include "base/buf.h"
#include "spans.h"

#define RUN_YEARS 50

/* Each run is handed over as (person, first year, last year, fen a month, fen once),
 * years by number.  l: spans whose id is a person's, put in order here; left_out: years
 * that do not count. */
void runs_make(struct span_list *l, int years, const bool *left_out,
	       void (*run)(void *ctx, int64_t person, int from, int to,
			   int64_t monthly_fen, int64_t once_fen),
	       void *ctx);

#endif
