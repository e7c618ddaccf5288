/* What a spreadsheet says of itself: its sheets, how days are counted, which of its forms
 * show a day. */
#ifndef STEWARD_LINES_BOOK_H
#define STEWARD_LINES_BOOK_H

#include <stdint.h>

#include "base/arena.h"
#include "zip.h"

#define SHEETS_MOST 255
#define STYLES_MOST 65536

struct book_sheet { const char *name, *id, *part; };

struct book {
	struct arena *arena;
	struct zip *zip;
	struct book_sheet sheets[SHEETS_MOST];
	int n;
	bool is_1904;
	const char *texts; /* the part of the shared texts */
	const char *looks; /* the part of the forms */
	uint8_t is_day[STYLES_MOST / 8]; /* by the number of a cell's form */
};

bool book_read(struct book *b, struct err *e);

/* Does a cell of this form show a day? */
bool book_is_day(const struct book *b, int style);

#endif
