/* The texts that cells share, of any number and size: they lie in files, not in
 * memory. */
#ifndef STEWARD_LINES_SHARED_H
#define STEWARD_LINES_SHARED_H

#include <stdint.h>
#include <stdio.h>

#include "base/buf.h"
#include "zip.h"

#define CELL_MOST 131068 /* bytes: 32,767 characters, as a sheet has at most */

struct shared {
	FILE *words, *ends;	/* the texts, and where each ends */
	const char *word;	/* both as memory that the system gives and takes */
	const int64_t *end;
	int64_t n, bytes;
};

/* Texts of the part, none where there is none; shared_close also where it failed. */
bool shared_read(struct shared *t, struct zip *z, const char *part, struct err *e);
void shared_close(struct shared *t);

/* Appends the text that the digits name; false where there is none. */
bool shared_add(const struct shared *t, const char *digits, struct buf *out);

#endif
