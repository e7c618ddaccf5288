/* A generated city for whoever wants one. */
#ifndef STEWARD_GENERATE_H
#define STEWARD_GENERATE_H

#include "city/city.h"
#include "host/app.h"

/* Writes a city; pensions come from the calculation pension.amount.  in_cluster: its
 * folder is one of a private cluster, whose rights count. */
bool generate_city(struct app *app, const struct city_options *o, bool in_cluster,
		   struct err *e);

#endif
