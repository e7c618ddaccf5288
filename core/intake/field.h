/* Checks one field of a department's file and writes it as the server's binary COPY wants
 * it. */
#ifndef STEWARD_FIELD_OF_FILE_H
#define STEWARD_FIELD_OF_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "steward.h"

/* Why a field was refused: a class ("encoding", "control", "id", "date", ...) and what is
 * wrong with it and what is expected, which a person reads after the column's name. */
struct complaint { const char *reason; char detail[200]; };

/* A field, with what has been looked up for it once a file. */
struct field_reader {
	const struct field *field;
	const struct ident_kind *ident;	/* of FIELD_ID and FIELD_ID_GIVEN */
	/* which of the readers .birth_of, .after and .sex_of name; -1 */
	int birth_of, after, sex_of;
};

/* What a row has shown so far; days are those of base/date.h. */
struct row_state {
	int32_t today;
	int32_t born;	/* the row's person, as far as the row has told; or DATE_NONE */
	/* by reader: the day it has read, or that its number tells; DATE_NONE where none
	 */
	int32_t days[FEED_FIELDS_MOST];
	char sexes[FEED_FIELDS_MOST];	/* by reader: what its number tells; 0 */
};

/* Appends the value of the readers' i-th with its length word, after a number the day of
 * birth it tells; false with *c filled when it is not as declared, and then what was
 * appended is of no use. */
bool field_read(const struct field_reader *readers, int i, const char *s, size_t n,
		struct row_state *row, struct buf *out, struct complaint *c);

#endif
