/* A stored value as people read it: through the filter, in its unit, in their language.
 */
#ifndef STEWARD_VALUE_H
#define STEWARD_VALUE_H

#include "steward.h"
#include "table.h"
#include "tr.h"

/* The value of a column of a row; null is "". */
const char *value_text(const struct language *in, const struct module *const *modules,
		       struct arena *a, const struct table *t, const struct column *c,
		       int row);

/* The value of a fact as rules have it (fen, day numbers), what the fact is called, and
 * its unit; "" when no module has it. */
const char *value_fact(const struct language *in, const struct module *const *modules,
		       struct arena *a, const char *fact, const char *value);
const char *value_fact_title(const struct language *in,
			     const struct module *const *modules, struct arena *a,
			     const char *fact);
const char *value_fact_unit(const struct module *const *modules, const char *fact);

/* A list of days as the rules have it, numbers with commas between. */
const char *value_days(struct arena *a, const char *value);

/* The same as a number for scripts, or NULL when the value is none. */
const char *value_number(struct arena *a, const struct table *t, enum column_kind kind,
			 int row, int col);

/* "fen" as yuan, "%" with its sign; short enough for a cell of the board when asked. */
const char *value_figure(struct arena *a, const char *number, const char *unit,
			 bool is_short);

#endif
