/* Modules from the disk, each checked whole before it may say anything. */
#ifndef STEWARD_LOADER_H
#define STEWARD_LOADER_H

#include "base/arena.h"
#include "base/err.h"
#include "screens_check.h"
#include "steward.h"

/* Told for each module that was refused; the others go on. */
typedef void (*loader_refused_fn)(void *ctx, const char *name, const struct err *e);

/* The core's own tables first, then each named module that passed; NULL at the end. */
const struct module *const *loader_load(struct arena *a, const char *folder,
					const char *const *names,
					const struct taken *taken,
					loader_refused_fn refused, void *ctx);

#endif
