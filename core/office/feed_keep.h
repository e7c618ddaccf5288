/* What a feed's keeps do with the rows of stage, as statements. */
#ifndef STEWARD_FEED_KEEP_H
#define STEWARD_FEED_KEEP_H

#include "base/arena.h"
#include "steward.h"

/* How the rows of a feed come to be told of. */
struct keep_ways {
	const char *feed;
	const struct field *fields;	/* of its file */
	bool is_new;		/* its rows are persons, who may be known: is_known */
	bool has_several;	/* other keeps tell of the same rows */
};

/* The body of a function with the parameter $1, the batch; NULL when it is too long. */
const char *feed_keep_sql(struct arena *a, const struct keep *k,
			  const struct keep_ways *ways);

#endif
