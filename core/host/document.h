/* A JSON document from a file descriptor, which nobody has checked: an object with a list
 * that is gone through element by element.  All of it is read before the first element is
 * handed over, so that a document that is wrong anywhere does nothing. */
#ifndef STEWARD_DOCUMENT_H
#define STEWARD_DOCUMENT_H

#include "base/arena.h"
#include "base/err.h"
#include "verb.h"

/* take may return false with e filled. */
bool document_read(int fd, const char *list,
		   bool (*take)(void *ctx, const struct json *head,
				const struct json *element),
		   void *ctx, struct err *e);

/* "cases[2].claims[0].lines (line 14): expected a list"; returns false. */
bool document_reject(const struct json *at, const char *expected, struct err *e);

#endif
