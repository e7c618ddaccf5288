/* A draft beside the law over several years: persons grow older, the law is that which is
 * scheduled for each year's day, and all else stays as it is known.  Nothing of the
 * office is written; the answer lies in tables of the session until the transaction ends.
 */
#ifndef STEWARD_OUTLOOK_H
#define STEWARD_OUTLOOK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"
#include "judge/rehearse.h"

#define OUTLOOK_YEARS 50

struct outlook {
	/* judged in each year; those among them with news that no judge has seen */
	int64_t persons, unjudged;
	int64_t budget_fen; /* benefits in payment a month, at the first day */
	int rules;	    /* that the draft can reach, in one of the years */
	/* how often one of a subject was judged by both, over all years */
	int64_t looks;
	double ms;
};

/* The first day of each of so many years: the day itself, then 1 January. */
void outlook_days(int32_t first, int years, int32_t *days);

/* o->days are those of outlook_days.  Within the caller's transaction, in which it leaves
 * the table that outlook_rows reads.  False also when a text of the
 * draft is refused or fails at someone. */
bool outlook_run(struct db *db, struct arena *a, const struct rehearse_options *o,
		 struct outlook *out, struct err *e);

#endif
