/* A person's claims as the calculation claims.audit takes them: lists by place, in which
 * a day is a number, false when it is none, null when nothing is told. */
#ifndef CLAIMS_WRITER_H
#define CLAIMS_WRITER_H

#include <stdbool.h>
#include <stddef.h>

#include "verb.h"

struct writer {
	const struct verb_call *call;
	char *text;
	size_t n, size;
};

void writer_start(struct writer *w);
/* False when a value has a type that it cannot have; it is said which. */
bool writer_claim(struct writer *w, const struct json *claim);
const char *writer_end(struct writer *w);

/* A member's text, blanks cut off, "" when it is not there; NULL and said when it is
 * neither text nor number. */
const char *writer_member(const struct writer *w, const struct json *of,
			  const char *name);
const struct json *writer_find(const struct json *of, const char *name);

/* Days since 2000-01-01 of YYYY-MM-DD; false when it is none. */
bool writer_day(const char *s, int *day);

#endif
