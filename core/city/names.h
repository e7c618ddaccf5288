/* What people are called: family names by their share, given names by sex and time, and
 * the names that break programs. */
#ifndef STEWARD_NAMES_H
#define STEWARD_NAMES_H

#include "rng.h"

#define NAMES_SIZE 160

/* An index into the family names. */
int names_family(struct rng *r);

void names_usual(struct rng *r, int family, char sex, int birth_year,
		 char out[NAMES_SIZE]);

/* Middle dots, accents, combining marks, commas, rare and very long names. */
void names_awkward(struct rng *r, int family, char sex, char out[NAMES_SIZE]);

#endif
