/* A finding's sentence.  It is stored as a JSON array of texts, the first a format with
 * %s and the others what stands there, so that it can be read in the reader's language.
 */
#ifndef STEWARD_SAY_H
#define STEWARD_SAY_H

#include "base/arena.h"
#include "tr.h"

/* Clean text.  What is no such array is shown as it is; "%2$s" in a translation takes the
 * second value, a value that is missing is "?". */
char *say_text(const struct language *in, struct arena *a, const char *json);

/* A message of the worker's tools about names: values stand as they are, unless one is a
 * sentence itself; what follows the array stays.  What is none is given back as it is.
 * Not cleaned. */
const char *say_message(const struct language *in, struct arena *a, const char *text);

/* A message or hint of the server's functions, in the reader's language; what they do not
 * say is given back as it is.  Not cleaned. */
const char *say_server(const struct language *in, struct arena *a, const char *text);

#endif
