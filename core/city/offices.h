/* What the offices beside the pension's own send: lines of medical claims, persons who
 * look for work and vacancies, nurses, care levels and requests, families of low income,
 * disability, health checks.  They plant no truths, and use no luck of the others', so
 * that a city with them is the same city. */
#ifndef STEWARD_OFFICES_H
#define STEWARD_OFFICES_H

#include "rows.h"

/* Before the first person: the nurses and the vacancies. */
void offices_start(struct files *fs, const struct city_options *o);

/* Some of those who die in the days to come are among them, as in life. */
void offices_live(struct files *fs, const struct city_options *o,
		  const struct person *p);

#endif
