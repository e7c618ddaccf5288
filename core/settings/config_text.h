/* Texts for libconfig, looked at before it parses them: settings and themes. */
#ifndef STEWARD_CONFIG_TEXT_H
#define STEWARD_CONFIG_TEXT_H

#include "base/arena.h"
#include "base/err.h"

/* The text of a file that only root or we may have written, free of what libconfig takes
 * wrong without a word:
 * @include, numbers too large, texts with a NUL.  NULL with file and line. */
char *config_text(struct arena *a, const char *path, struct err *e);

#endif
