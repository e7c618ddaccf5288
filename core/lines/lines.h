/* A spreadsheet or a file of fixed widths as lines with separators, for who reads lines.
 * What is made lies in a file without a name; memory stays small whatever the file is.
 * A row keeps the line that a person sees: the row of the sheet, the line of the file. */
#ifndef STEWARD_LINES_H
#define STEWARD_LINES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

/* What a map says of a file's shape; all may be NULL. */
struct lines_shape {
	const char *sheet;    /* the name; otherwise the only one with something in it */
	const char *head;     /* "1", "2-3": rows of headings; otherwise as it looks */
	const char *columns;  /* NAME:FROM-TO|FROM-TO: a file of fixed widths */
	const char *count;    /* how FROM and TO count: "bytes" or "characters" (NULL) */
	const char *encoding; /* of fixed widths */
};

enum lines_form { LINES_AS_IT_IS, LINES_SHEET, LINES_FIXED };

struct lines_made {
	enum lines_form form;
	int fd;		     /* of what was made; -1 where the file is taken as it is */
	bool is_1904;	     /* how a day is counted in it */
	int shift;	     /* from a line of what was made to that of the file */
	const char *sheet;   /* the one that was read; NULL for none */
	const char *head;    /* rows of its headings as a map names them; NULL none */
};

/* Makes the lines of the open file, which is read from its beginning by its place; most:
 * rows behind the headings that are wanted, 0 all.  False with e, a sentence, for what is
 * no such file or would take more than a machine has to give.  m->fd is the caller's. */
bool lines_make(struct arena *a, int fd, const struct lines_shape *shape, int64_t most,
		struct lines_made *m, struct err *e);

/* Columns of a file of fixed widths by the blanks that all its first lines share, as a
 * map names them; NULL where there is but one. */
const char *lines_columns(struct arena *a, int fd, const char *encoding,
			  const char *count);

/* A day as a sheet counts it, "45966", as YYYY-MM-DD; false for what is none. */
bool lines_day(const char *text, size_t n, bool is_1904, char out[11]);

/* What no cell of a sheet may hand on as a value: a number that lost its last digits, the
 * word of an error, a formula without its result.  NULL for all else; what to do. */
const char *lines_fault(const char *text, size_t n);

#endif
