/* SHA-256, by OpenSSL's libcrypto (libpq needs it anyway). */
#ifndef STEWARD_DIGEST_H
#define STEWARD_DIGEST_H

#include <stdbool.h>
#include <stddef.h>

#include "err.h"

#define DIGEST_TEXT 65

/* Lower-case hex of n bytes, or of a whole file. */
char *digest_bytes(const void *data, size_t n, char out[DIGEST_TEXT]);
bool digest_file(const char *path, char out[DIGEST_TEXT], struct err *e);

#endif
