/* The ordinary life of the days to come: deaths at the usual rate, visits, journeys,
 * claims, contributions, some arrests, and who let the certification lapse. */
#ifndef STEWARD_EVENTS_H
#define STEWARD_EVENTS_H

#include "rows.h"

/* What the telling of lives shares. */
struct events {
	struct files *files;
	struct period period;
	uint64_t seed;
	int64_t claims;			/* given out so far */
	int32_t payroll_day;		/* the first 15th of the period, or DATE_NONE */
	bool is_county;			/* see city.h */
	bool is_sampled;		/* one payer in ten stands in the payroll file */
};

void events_init(struct events *ev, struct files *fs, const struct city_options *o);

/* Decides certified_on and writes the person's rows and truths. */
void events_live(struct events *ev, struct person *p, struct rng *r);

/* In payment long enough to have been certified a year ago. */
bool events_is_settled(const struct events *ev, const struct person *p);

/* Certified within ten months of the last day, or of the first where that is later. */
void events_certify(const struct events *ev, struct person *p, struct rng *r);

/* The day a death of that day is reported, never past the last. */
int32_t events_reported(const struct events *ev, struct rng *r, int32_t died);

void events_death(struct events *ev, struct person *p, struct rng *r, int32_t died);

#endif
