/* What a line of each file looks like, and which day's file it lands in. */
#ifndef STEWARD_ROWS_H
#define STEWARD_ROWS_H

#include "files.h"
#include "people.h"

/* The days the files are about; weekly feeds come on the first day and every seventh
 * after. */
struct period { int32_t day, last; int weeks; };

struct period period_of(const struct city_options *o);
int32_t period_week(const struct period *pd, int week);	/* the day of that weekly file */

/* Days a row of that weekly file may speak of; the first reaches back thirty days. */
int32_t period_week_from(const struct period *pd, int week);

/* The first weekly file after that day, or -1 when there is none. */
int period_week_after(const struct period *pd, int32_t day);

/* All areas of the city and those they lie in. */
void row_areas(struct files *fs);

void row_register(struct files *fs, const struct person *p);
void row_award(struct files *fs, const struct person *p);
void row_account(struct files *fs, const struct person *p);
void row_payments(struct files *fs, const struct person *p, int months);

void row_death(struct files *fs, struct rng *r, int32_t file_day, const char *id,
	       const char *name, int32_t birth, int32_t died);
void row_custody(struct files *fs, int32_t file_day, const struct person *p,
		 const char *kind, int32_t from, int32_t to);

/* A sign of life; returns the hospital or the route. */
const char *row_sign(struct files *fs, struct rng *r, enum city_feed feed,
		     int32_t file_day, const struct person *p, int32_t seen);
void row_contribution(struct files *fs, int32_t file_day, const struct person *p,
		      int64_t base_fen);

struct claim { int32_t from, to; int64_t serial; };

void row_claim(struct files *fs, struct rng *r, int32_t file_day, const struct person *p,
	       const struct claim *c, char no[32]);

struct truth { const char *kind, *expects, *cause, *detail; };

void row_truth(struct files *fs, const struct person *p, const struct truth *t);

#endif
