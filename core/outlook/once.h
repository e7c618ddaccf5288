/* What is paid once: kinds of task and rules by name, and what each book has found of
 * them in a year before. */
#ifndef STEWARD_ONCE_H
#define STEWARD_ONCE_H

#include "base/buf.h"
#include "beside.h"

struct once {
	struct buf kinds; /* names, each with its NUL */
	struct buf known; /* what was found, one behind the other: length and bytes */
	uint32_t *slots;  /* places in known, and 1; 0: empty */
	uint32_t nslots, used;
};

void once_init(struct once *o);
void once_done(struct once *o);
void once_add(struct once *o, const char *name);

/* Whether its money is paid once. */
bool once_is(const struct once *o, const struct finding *f);

/* Notes what a book has found; false when it had found the same before. */
bool once_is_news(struct once *o, const char *subject, bool is_draft,
		  const struct finding *f);

#endif
