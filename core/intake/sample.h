/* The first rows of a file whose encoding and separator nobody has told. */
#ifndef STEWARD_SAMPLE_H
#define STEWARD_SAMPLE_H

#include "base/arena.h"
#include "base/csv.h"
#include "base/err.h"
#include "lines/lines.h"

#define SAMPLE_ROWS 200

/* What a person says of the file; NULL and 0: as it looks. */
struct sample_said {
	const char *encoding;
	char separator;
	const char *sheet, *head, *columns, *count; /* as struct lines_shape */
};

struct sample {
	const char *encoding;
	char separator;
	struct lines_made made;	  /* its descriptor is closed */
	const char *places, *count; /* of fixed widths, as struct lines_shape; NULL */
	int columns, rows;
	const char **headings;		 /* without blanks around */
	const char **cells[SAMPLE_ROWS]; /* of whole rows alone, columns each */
	int64_t lines[SAMPLE_ROWS];
};

/* The encoding is UTF-8, otherwise GB18030, by what the bytes are; the separator the
 * comma, semicolon or tab that parts the header most; a file without any is one of
 * fixed widths where blanks part its columns. */
bool sample_read(struct arena *a, const char *path, const struct sample_said *said,
		 struct sample *s, struct err *e);

#endif
