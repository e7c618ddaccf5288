/* Checks one field of a department's file and writes it as the server's binary COPY wants
 * it. */
#ifndef STEWARD_FIELD_OF_FILE_H
#define STEWARD_FIELD_OF_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "steward.h"

/* Why a field was refused: a class ("encoding", "control", "id", "date", ...) and a
 * sentence. */
struct complaint { const char *reason, *detail; };

/* What a row has shown so far: days are checked against today and against the number. */
struct row_state { int32_t today, birth; };

/* Appends the value with its length word; false with *c filled when it is not as
 * declared. */
bool field_read(const struct field *f, const char *s, size_t n, struct row_state *row,
		struct buf *out, struct complaint *c);

#endif
