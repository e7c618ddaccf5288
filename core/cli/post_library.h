/* Libraries that only sending and printing load: gateway.so, print.so. */
#ifndef STEWARD_POST_LIBRARY_H
#define STEWARD_POST_LIBRARY_H

#include "base/arena.h"
#include "base/err.h"

/* What the library shows under this name; NULL with e. */
const void *post_library(struct arena *a, const char *file, const char *symbol,
			 struct err *e);

#endif
