/* Reads a comma-separated file line by line with bounded memory.  A row is a physical
 * line: no field of ours may hold a line break, so a quote left open costs one row and
 * not the rest of the file. */
#ifndef STEWARD_CSV_H
#define STEWARD_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "digest.h"
#include "err.h"

#define CSV_FIELDS 64
#define CSV_LINE_MAX 65536	/* bytes of a line; longer ones are refused as a row */

/* CSV_COLUMNS: not as many as its header has, as who reads them says. */
enum csv_fault { CSV_GOOD, CSV_BLANK, CSV_QUOTE, CSV_TOO_LONG, CSV_COLUMNS };

struct csv_field { const char *text; size_t len; };

struct csv_row {
	int64_t line;			/* the header is line 1 */
	enum csv_fault fault;
	int n;	/* fields; past CSV_FIELDS they are only counted */
	/* not NUL-terminated; until the next row */
	struct csv_field fields[CSV_FIELDS];
};

struct csv;

/* encoding: "UTF-8", or what iconv knows ("GB18030"); bytes that are wrong in it arrive
 * as bytes that are no UTF-8.  A byte order mark is skipped.  NULL when the file cannot
 * be opened. */
struct csv *csv_open(const char *path, const char *encoding, char separator,
		     struct err *e);

/* The same of an open file, from where it stands; fd is the reader's from then on. */
struct csv *csv_open_descriptor(int fd, const char *encoding, char separator,
				struct err *e);
void csv_close(struct csv *c);

/* False at the end of the file, or with e->code set when reading failed. */
bool csv_next(struct csv *c, struct csv_row *row, struct err *e);

/* The first row that is not blank: its header. */
bool csv_head(struct csv *c, struct csv_row *row, struct err *e);

/* Of all bytes as they were read; once, at the end. */
void csv_digest(struct csv *c, char out[DIGEST_TEXT]);

/* Bytes read so far and in all, for progress. */
int64_t csv_position(const struct csv *c, int64_t *total);

#endif
