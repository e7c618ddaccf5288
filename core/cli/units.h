/* Departments and counters; verbs with a database, see verb.h. */
#ifndef STEWARD_UNITS_H
#define STEWARD_UNITS_H

#include <stdbool.h>

struct app;
struct db;
struct err;

bool unit_list(struct app *app, struct db *db, struct err *e);
bool unit_put(struct app *app, struct db *db, struct err *e);
bool unit_end(struct app *app, struct db *db, struct err *e);
bool unit_join(struct app *app, struct db *db, struct err *e);

#endif
