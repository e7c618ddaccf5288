/* What the program itself reads of the policy texts: lua/parameters/work.lua, and what is
 * worked out of all parameters together. */
#ifndef STEWARD_WORK_H
#define STEWARD_WORK_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"
#include "rule/engine.h"

/* Clocks, the calendar, limits, reasons and the numbers of the law into their tables. */
bool work_load(struct db *db, struct engine *en, struct err *e);

/* Whether the engine's texts have what no judge can do without; false with e
 * otherwise. */
bool work_is_there(struct engine *en, struct err *e);

/* A table that the texts have: keys joined by points, with their values, in order.  name:
 * a parameter, or what is worked out of all of them: =calendar, =endings, =numbers. */
struct work_pair { char *key, *value; };

bool work_ask(struct engine *en, struct arena *a, const char *name,
	      struct work_pair *pairs, int most, int *n, struct err *e);

#endif
