/* A generated city for whoever wants one. */
#ifndef STEWARD_GENERATE_H
#define STEWARD_GENERATE_H

#include "host/app.h"

/* Writes a city into folder; pensions come from the calculation pension.amount.
 * in_cluster: the folder is one of a private cluster, whose rights count. */
bool generate_city(struct app *app, const char *folder, int64_t persons, int64_t seed,
		   int days, int32_t day, bool in_cluster, struct err *e);

#endif
