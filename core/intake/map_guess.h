/* A map of a sample file, proposed from its headings and words. */
#ifndef STEWARD_MAP_GUESS_H
#define STEWARD_MAP_GUESS_H

#include "map.h"
#include "sample.h"

/* What a person has said, a line each, or NULL: FIELD=HEADING|HEADING,
 * FIELD=CONSTANT, FIELD=THEIRS=OURS|THEIRS=OURS. */
struct map_said {
	const char *from, *constant, *codes;
};

struct map_guess {
	struct feed_map map;
	/* Lists with | between, NULL for none: fields that must be there and have no
	 * column; headings nobody knows, which the map leaves out; FIELD=WORD of words
	 * that are none of the field's codes. */
	const char *lacking, *unknown, *words;
};

/* False with e for what was said of a field or heading that is not there. */
bool map_guess(struct arena *a, const struct feed *feed, const struct sample *s,
	       const struct map_said *said, struct map_guess *g, struct err *e);

#endif
