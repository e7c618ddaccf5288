/* Shared by the files of the cluster: folder, run, setup, owner, and cluster.c itself. */
#ifndef STEWARD_CLUSTER_PRIVATE_H
#define STEWARD_CLUSTER_PRIVATE_H

#include <pwd.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "cluster.h"

/* The user that runs the server: ourselves, or for root the packages' own user.  NULL
 * with e. */
const struct passwd *cluster_user(struct err *e);

/* cluster_run.c: runs a program of PostgreSQL with argv, whose first word it fills in, as
 * the server's own user; its output goes to the folder's setup.log. */
bool cluster_tool(const char *folder, const char *name, char *argv[], const char *input,
		  struct err *e);

/* Runs a script as the server's own user, who may have planted anything in the folder;
 * "$0" is the folder, input comes on its standard input (NULL: none). */
bool cluster_shell(const char *folder, const char *script, const char *input,
		   struct err *e);

/* "start" or "stop"; options: of the server that is started, "" for none. */
bool cluster_ctl(const char *folder, const char *what, const char *options,
		 struct err *e);

/* cluster_setup.c: start needs a server that is down, and refuses while another process
 * sets up; end stops what was started and leaves nothing behind.  forget does that for a
 * process that was killed meanwhile, so that the server can start as ever. */
bool cluster_start_setup(struct arena *a, const char *folder, struct err *e);
bool cluster_end_setup(const char *folder, struct err *e);
void cluster_forget_setup(const char *folder);

#endif
