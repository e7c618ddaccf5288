/* Shared by the two forms: what is made, and rows of headings. */
#ifndef STEWARD_LINES_PRIVATE_H
#define STEWARD_LINES_PRIVATE_H

#include <stdio.h>

#include "lines.h"

#define HEADS_MOST 5

/* "2" or "2-3"; first and last 0 for NULL and "0".  False with e. */
bool head_rows(const char *head, int64_t *first, int64_t *last, struct err *e);

/* A value as CSV has it. */
void put_field(FILE *out, const char *s, size_t n);

bool sheet_lines(struct arena *a, int fd, const struct lines_shape *shape, int64_t most,
		 FILE *out, struct lines_made *m, struct err *e);
bool fixed_lines(struct arena *a, int fd, const struct lines_shape *shape, int64_t most,
		 FILE *out, struct lines_made *m, struct err *e);

#endif
