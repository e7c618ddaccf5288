/* steward work: the catalogue of kinds of tasks. */
#ifndef STEWARD_CLI_WORK_H
#define STEWARD_CLI_WORK_H

#include <stdbool.h>

struct app;
struct db;
struct err;

/* All kinds, or one with its steps, reasons and letters. */
bool work_types(struct app *app, struct db *db, struct err *e);

/* Switches a kind off or on, with the reason; tells how many tasks that makes. */
bool work_switch(struct app *app, struct db *db, struct err *e);

#endif
