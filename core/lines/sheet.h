/* One sheet, row by row. */
#ifndef STEWARD_LINES_SHEET_H
#define STEWARD_LINES_SHEET_H

#include "base/buf.h"
#include "base/csv.h"
#include "book.h"
#include "shared.h"

#define ROWS_MOST 1048576
#define COLUMNS_MOST 16384

/* A row's values; past CSV_FIELDS they are only counted. */
struct cells {
	struct buf text;
	size_t ends[CSV_FIELDS];
	int n; /* the last one that has something in it, counted from 1 */
};

static inline const char *cells_at(const struct cells *c, int i, size_t *n)
{
	size_t from = i ? c->ends[i - 1] : 0;

	*n = c->ends[i] - from;
	return c->text.data + from;
}

struct sheet_calls_back {
	/* Rows that have something in them, in their order; false with e, or to stop. */
	bool (*row)(void *ctx, int64_t row, const struct cells *c, struct err *e);
	/* Cells made one, told after all rows; false with e. */
	bool (*merged)(void *ctx, const char *cells, int64_t top, int64_t bottom,
		       struct err *e);
};

bool sheet_read(const struct book *b, const struct book_sheet *s, const struct shared *t,
		const struct sheet_calls_back *calls, void *ctx, struct err *e);

#endif
