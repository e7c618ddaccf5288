/* A private PostgreSQL cluster in one folder: unix socket only, owned by an unprivileged
 * user even when root runs us.  No superuser connects to it but ourselves, to make and
 * change the schema, while the server listens where nobody else can reach it. */
#ifndef STEWARD_CLUSTER_H
#define STEWARD_CLUSTER_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "db/db.h"

/* Where the demo lives when nobody says: under the user's data folder, or for root under
 * the system's state folder. */
const char *cluster_default_folder(struct arena *a);

bool cluster_exists(const char *folder);
bool cluster_is_running(const char *folder);

/* initdb, settings and an empty database; the server does not run yet.  False when
 * anything of it failed. */
bool cluster_create(const char *folder, struct err *e);

bool cluster_start(const char *folder, struct err *e);
bool cluster_stop(const char *folder, struct err *e);

/* A private cluster is where its folder is, whatever the environment says to libpq
 * (PGHOSTADDR, PGSERVICE, ...). */
void cluster_forget_environment(void);

/* The superuser's connection, for the schema's owner to be made and taken: the server is
 * stopped and started with its socket in a folder that nobody else may enter.  Clerks at
 * work lose their connection and get it back after cluster_close_owner, which starts the
 * server as ever.  NULL with e. */
struct db *cluster_open_owner(const char *folder, struct err *e);
bool cluster_close_owner(const char *folder, struct db *db, struct err *e);

/* Lets this operating-system user log in as these database roles, NULL at the end, from
 * the next start of the server on; the same again changes nothing. */
bool cluster_map_roles(const char *folder, const char *const *roles, struct err *e);

/* The same for one more, at once. */
bool cluster_map_role(const char *folder, const char *role, struct err *e);

/* Connection string of the cluster's database for a role. */
const char *cluster_conninfo(struct arena *a, const char *folder, const char *role);

/* A folder, no link, of the running user or of the user who runs root's servers; false
 * with e. */
bool cluster_folder_is_ours(const char *folder, struct err *e);
bool cluster_folder_is_empty(const char *folder);

/* Makes the folder of a cluster.  One that is there must be ours, and empty where root
 * gives it to the server's user. */
bool cluster_make_folder(const char *path, struct err *e);

/* What is below a cluster's folder belongs to the user who runs its server, who may have
 * planted links: root writes there with that user's rights only.  For others both do
 * nothing.  False with e: rights are as they were or less; raise them in any case. */
bool cluster_lower_rights(struct err *e);
void cluster_raise_rights(void);

/* A text into a file below the folder, with those rights; mode as for fopen. */
bool cluster_write(const char *path, const char *mode, const char *text, struct err *e);

/* Programs of PostgreSQL and scripts that take long, run as the server's own user with
 * their output in the folder's setup.log; go_on is asked ten times a second, and false
 * ends them. */
struct cluster_watch {
	bool (*go_on)(void *ctx);
	void *ctx;
};
bool cluster_long_tool(const char *folder, const char *name, char *argv[],
		       const struct cluster_watch *w, struct err *e);
bool cluster_long_shell(const char *folder, const char *script, const char *input,
			const struct cluster_watch *w, struct err *e);

/* Lets the server's own user take copies of it as the role "keeper", who can do nothing
 * else; the same again changes nothing. */
bool cluster_let_keep(const char *folder, struct err *e);

/* A data folder that came from elsewhere gets the settings of this machine, and whoever
 * was the user there is the running one here. */
bool cluster_adopt(const char *folder, const char *user, struct err *e);

/* From now on it counts as a cluster. */
bool cluster_is_ready(const char *folder, struct err *e);

/* True when "steward demo" made all that is in the folder's database. */
bool cluster_is_demo(const char *folder);

#endif
