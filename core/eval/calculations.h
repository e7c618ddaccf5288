/* The calculations of the rule book as the command line knows them. */
#ifndef STEWARD_CALCULATIONS_H
#define STEWARD_CALCULATIONS_H

#include "host/app.h"
#include "rule/engine.h"

/* An input or an output. */
struct port { const char *name, *type, *unit, *meaning; bool is_optional; };

struct calculation {
	const char *name, *title, *jurisdiction, *basis;
	int nin, nout;
	struct port *inputs, *outputs;
};

struct calculations { int n; struct calculation *list; };

/* False with e when the worker does not answer. */
bool calculations_read(struct calculations *all, struct arena *a, struct engine *en,
		       struct err *e);

/* NULL with e, which names those that are spelled alike. */
const struct calculation *calculations_find(const struct calculations *all,
					    const char *name, struct err *e);

/* On stdout, in the format asked for. */
void calculations_list(const struct app *app, const struct calculations *all);
void calculation_describe(const struct app *app, const struct calculation *c);

#endif
