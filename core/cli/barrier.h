#ifndef STEWARD_CLI_BARRIER_H
#define STEWARD_CLI_BARRIER_H

#include <stdbool.h>

struct app;
struct db;
struct err;

/* steward barrier: what stands before whom; the same as its list. */
bool barrier_list(struct app *app, struct db *db, struct err *e);
bool barrier_put(struct app *app, struct db *db, struct err *e);
bool barrier_end(struct app *app, struct db *db, struct err *e);
/* barrier approve, barrier refuse. */
bool barrier_settle(struct app *app, struct db *db, struct err *e);
bool barrier_waive(struct app *app, struct db *db, struct err *e);
bool barrier_waivers(struct app *app, struct db *db, struct err *e);
/* staff kin, staff special: who is hidden by working here, and who sees the hidden. */
bool barrier_kin(struct app *app, struct db *db, struct err *e);
bool barrier_special(struct app *app, struct db *db, struct err *e);
/* person looked: what the person can be told. */
bool barrier_looked(struct app *app, struct db *db, struct err *e);

#endif
