/* Verbs about files that came in and their rows that wait. */
#ifndef STEWARD_CLI_LOADS_H
#define STEWARD_CLI_LOADS_H

#include <stdbool.h>

struct app;
struct db;
struct err;

bool loads_show(struct app *app, struct db *db, struct err *e);
bool loads_repair(struct app *app, struct db *db, struct err *e);
bool loads_retry(struct app *app, struct db *db, struct err *e);
bool loads_drop(struct app *app, struct db *db, struct err *e);
/* Of a file that waits: some rows, and one that somebody has made sure of. */
bool loads_sample(struct app *app, struct db *db, struct err *e);
bool loads_confirm(struct app *app, struct db *db, struct err *e);

#endif
