/* What figures count, over core and the loaded modules. */
#ifndef STEWARD_FIGURE_SOURCE_H
#define STEWARD_FIGURE_SOURCE_H

#include "base/arena.h"
#include "steward.h"

/* The i-th source; NULL after the last. */
const struct figure_source *source_at(const struct module *const *modules, int i);
const struct figure_source *source_find(const struct module *const *modules,
					const char *name);

/* The indicator of this id; NULL. */
const struct indicator *source_indicator(const struct module *const *modules,
					 const char *id);

/* A condition or expression with the business day in place of $today. */
const char *source_today(struct arena *a, const char *sql, const char *today);

#endif
