/* Values of the policy texts that end with nothing after them.  From a month before each
 * is a task of the policy officers; it is about no person and stands under person 0.  It
 * goes when a following value is adopted, or when someone decides that nothing shall
 * follow. */
#ifndef STEWARD_ENDINGS_H
#define STEWARD_ENDINGS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "rule/engine.h"

/* All texts belong to the arena.  last: "2026-12-31"; file: the text's path under
 * lua/. */
struct ending { const char *name, *place, *last, *file; };

/* What the engine's book says of its day.  Other provinces' values are nobody's work
 * here. */
bool endings_ask(struct engine *en, struct arena *a, struct ending **list, int *n,
		 struct err *e);

/* Keeps them for the finder rules.value_ends.  o: the options of the judge's own engine;
 * versions adopted for a later day count as what follows. */
bool endings_keep(struct db *db, struct arena *a, struct engine *en,
		  const struct engine_options *o, const char *const *modules,
		  struct err *e);

#endif
