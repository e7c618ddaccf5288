/* The rows behind a figure: put together from the source and the indicator's own filter,
 * the same that counts it, so that what opens is exactly what was counted. */
#ifndef STEWARD_BEHIND_H
#define STEWARD_BEHIND_H

#include "base/arena.h"
#include "steward.h"
#include "stmt.h"

/* The rows a page at a time, and how many there are; both live as long as the arena. */
struct behind {
	const struct stmt *rows, *total;
	const struct paging *paging;
};
struct behind behind_figure(struct arena *a, const struct figure_source *s,
			    const struct indicator *n);

#endif
