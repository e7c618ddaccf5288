/* A private PostgreSQL cluster in one folder: unix socket only, owned by an unprivileged user even
 * when root runs us.  No superuser ever connects to it: what only a superuser can do is done in
 * single-user mode before the server first starts. */
#ifndef STEWARD_CLUSTER_H
#define STEWARD_CLUSTER_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"

/* Where the demo lives when nobody says: under the user's data folder, or for root under the
 * system's state folder. */
const char *cluster_default_folder(struct arena *a);

bool cluster_exists(const char *folder);
bool cluster_is_running(const char *folder);

/* initdb, settings, login "admin" and the database; false when anything of it failed. */
bool cluster_create(const char *folder, struct err *e);

bool cluster_start(const char *folder, struct err *e);
bool cluster_stop(const char *folder, struct err *e);

/* Lets this operating-system user log in as these database roles, NULL at the end. */
bool cluster_map_roles(const char *folder, const char *const *roles, struct err *e);

/* Connection string of the cluster's database for a role. */
const char *cluster_conninfo(struct arena *a, const char *folder, const char *role);

/* Makes a folder below the cluster's that the calling user and the server's owner can use. */
bool cluster_make_folder(const char *path, struct err *e);

#endif
