/* A text as a file of somebody's own, below a folder, where the tools know it by its
 * path. */
#ifndef STEWARD_DRAFT_FILE_H
#define STEWARD_DRAFT_FILE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"

/* Makes folder/path with the folders above it; what is there already is never written
 * over: was_there, or an error when that is NULL.  The file's name, or NULL with e. */
const char *draft_file(struct arena *a, const char *folder, const char *path,
		       const char *text, bool *was_there, struct err *e);

#endif
