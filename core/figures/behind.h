/* The rows behind a figure: put together from the indicator's own constants, the same
 * that count it, so that what opens is exactly what was counted. */
#ifndef STEWARD_BEHIND_H
#define STEWARD_BEHIND_H

#include "base/arena.h"
#include "steward.h"
#include "stmt.h"

/* Columns of the rows, of persons and of tasks alike. */
enum {
	BEHIND_MARK,
	BEHIND_NAME,
	BEHIND_NUMBER,
	BEHIND_DAY,
	BEHIND_WHERE,
	BEHIND_SAY,
	BEHIND_PERSON,
	BEHIND_RULE,
	BEHIND_CAUSE
};

/* The rows a page at a time, and how many there are; both live as long as the arena. */
struct behind {
	const struct stmt *rows, *total;
	const struct paging *paging;
};
struct behind behind_figure(struct arena *a, const struct indicator *n);

/* The indicator of this id; NULL. */
const struct indicator *behind_indicator(const struct module *const *modules,
					 const char *id);

#endif
