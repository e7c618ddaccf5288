/* Records of a comma-separated stream (RFC 4180) with their bytes, so that a column can
 * be added and the others pass through as they are.  A quoted field may hold line breaks;
 * where a quote is never closed, or a record is too long, one line is lost and not the
 * rest.  csv.h reads the departments' files, in which a row is a line. */
#ifndef STEWARD_RECORD_H
#define STEWARD_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "csv.h"

#define RECORD_MOST (1u << 20)

struct record {
	int64_t line;			/* its first; the header is line 1 */
	enum csv_fault fault;		/* fields are there only when it is CSV_GOOD */
	const char *raw;		/* without the line end; until the next record */
	size_t len;
	bool has_cr;			/* the line ended with CR LF */
	int n;
	const struct csv_field *fields;	/* without quotes */
	/* bytes of raw up to the end of each field, quotes and all */
	const size_t *ends;
};

struct records;

/* Reads fd from where it stands; a byte order mark is skipped. */
struct records *records_new(int fd);
void records_free(struct records *r);

/* False at the end, or with e->code set when reading failed.  Blank lines are left
 * out. */
bool records_next(struct records *r, struct record *out, struct err *e);

#endif
