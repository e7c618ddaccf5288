/* Making an office: used by "steward init" and "steward demo". */
#ifndef STEWARD_ADMIN_H
#define STEWARD_ADMIN_H

#include "app.h"

/* A private cluster with a login for every job, when the folder has none yet. */
bool admin_make_cluster(const char *folder, struct err *e);

/* True when "steward demo" made all that is in the folder's database. */
bool admin_is_demo(const char *folder);
bool admin_mark_demo(const char *folder, struct err *e);

/* Roles, tables, the modules' rows; in a private cluster the logins' rights too. */
bool admin_make_schema(struct app *app, struct db *db, bool is_private, struct err *e);

/* False for a database whose encoding cannot hold every name; tells how to make a right one. */
bool admin_check_encoding(struct db *db, struct arena *a, struct err *e);

#endif
