/* SHA-256, by OpenSSL's libcrypto (libpq needs it anyway). */
#ifndef STEWARD_DIGEST_H
#define STEWARD_DIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "err.h"

#define DIGEST_TEXT 65

/* Lower-case hex of n bytes, or of a whole file, which is wound back to its begin. */
char *digest_bytes(const void *data, size_t n, char out[DIGEST_TEXT]);
bool digest_descriptor(int fd, char out[DIGEST_TEXT], struct err *e);

/* The same piece by piece. */
struct digest;
struct digest *digest_new(void);
void digest_add(struct digest *d, const void *data, size_t n);
void digest_end(struct digest *d, char out[DIGEST_TEXT]);
void digest_free(struct digest *d);	/* NULL: nothing */

/* Folds n bytes into h, fast: to tell changed from unchanged, not to keep anyone from
 * forging. */
uint64_t digest_mix(uint64_t h, const char *p, size_t n);

#endif
