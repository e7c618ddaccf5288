/* Shared by cluster.c, cluster_folder.c and cluster_owner.c. */
#ifndef STEWARD_CLUSTER_PRIVATE_H
#define STEWARD_CLUSTER_PRIVATE_H

#include <pwd.h>
#include <stdbool.h>

#include "base/err.h"

/* The user that runs the server: ourselves, or for root the packages' own user.  NULL
 * with e. */
const struct passwd *cluster_user(struct err *e);

/* Runs a script as the server's own user, who may have planted anything in the folder;
 * "$0" is the folder, input comes on its standard input (NULL: none). */
bool cluster_shell(const char *folder, const char *script, const char *input,
		   struct err *e);

/* "start" or "stop"; options: of the server that is started, "" for none. */
bool cluster_ctl(const char *folder, const char *what, const char *options,
		 struct err *e);

/* Stops the server of a process that was killed while it set up, so that it can start as
 * ever. */
void cluster_forget_setup(const char *folder);

#endif
