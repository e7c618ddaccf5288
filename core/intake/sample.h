/* The first rows of a file whose encoding and separator nobody has told. */
#ifndef STEWARD_SAMPLE_H
#define STEWARD_SAMPLE_H

#include "base/arena.h"
#include "base/csv.h"
#include "base/err.h"

#define SAMPLE_ROWS 200

struct sample {
	const char *encoding;
	char separator;
	int columns, rows;
	const char **headings;		 /* without blanks around */
	const char **cells[SAMPLE_ROWS]; /* of whole rows alone, columns each */
	int64_t lines[SAMPLE_ROWS];
};

/* encoding NULL: UTF-8, otherwise GB18030, by what the bytes are; separator 0: the comma,
 * semicolon or tab that parts the header most. */
bool sample_read(struct arena *a, const char *path, const char *encoding, char separator,
		 struct sample *s, struct err *e);

#endif
