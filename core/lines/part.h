/* One part of a spreadsheet read as XML: what it says of elements, and nothing that
 * could make a reader fetch, fill or repeat something. */
#ifndef STEWARD_LINES_PART_H
#define STEWARD_LINES_PART_H

#include <stdbool.h>

#include "base/err.h"
#include "zip.h"

struct part;

/* Names come without their prefix.  A handler that cannot go on fills part_err and calls
 * part_stop; one that has seen enough calls part_stop alone. */
struct part_calls {
	void (*begin)(void *ctx, struct part *p, const char *name, const char **attrs);
	void (*end)(void *ctx, struct part *p, const char *name);
	void (*text)(void *ctx, struct part *p, const char *s, int n);
};

/* True also where there is no such part and it may lack. */
bool part_read(struct zip *z, const char *name, bool may_lack,
	       const struct part_calls *calls, void *ctx, struct err *e);

void part_stop(struct part *p);
struct err *part_err(struct part *p);

/* The attribute of this name, with or without a prefix; NULL for none. */
const char *part_attr(const char **attrs, const char *name);

#endif
