/* In what two books differ: the days on which it is felt, the places, and what one of
 * them has no more. */
#ifndef STEWARD_DIFFER_H
#define STEWARD_DIFFER_H

#include "judge/rehearse.h"
#include "rules.h"

struct difference {
	/* The first day, then each later one on which a differing value or rule begins,
	 * ends, or becomes another. */
	int32_t days[REHEARSE_DAYS];
	int ndays, ngone, nplaces;
	const char **gone;		/* in the reader's language */
	const char **places;		/* codes */
	/* What differs already before the first day, and since when; NULL */
	const char *since_name;
	int32_t since;
};

/* False with e when the books cannot be asked, or differ on more days than can be
 * rehearsed. */
bool differ_books(struct app *app, const struct rulebook *before,
		  const struct rulebook *after, int32_t first, struct difference *d,
		  struct err *e);

#endif
