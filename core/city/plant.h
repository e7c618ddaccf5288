/* The planted cases: pensioners to whom something happens that an office must see, or
 * must not be fooled by.  They are spread evenly over the city and each has one role
 * only. */
#ifndef STEWARD_PLANT_H
#define STEWARD_PLANT_H

#include "events.h"

struct plant {
	struct people *people;		/* for numbers that are nobody's */
	unsigned char *roles;		/* in the order they are given out */
	int64_t count, given, persons;
	struct rng luck;
	int64_t due;			/* the person from whom on the next role waits */
};

void plant_init(struct plant *pl, struct arena *a, struct people *people,
		const struct city_options *o);

/* Gives the person the next role when it is due and fits; false when there is none and
 * life goes its ordinary way. */
bool plant_take(struct plant *pl, struct events *ev, struct person *p, struct rng *r);

bool plant_is_done(const struct plant *pl);

#endif
