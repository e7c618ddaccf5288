/* Where things are: the configuration, the database, the server to start for it. */
#ifndef STEWARD_CONNECT_H
#define STEWARD_CONNECT_H

#include "app.h"

/* --config, else steward.conf beside the program (a build tree), else the installed
 * one. */
const char *connect_config_path(struct app *app);
const char *connect_locale_folder(struct app *app);

/* A library of the program: beside it in a build tree, else the installed one. */
const char *connect_library(struct arena *a, const char *name);

/* --db, else the configuration's db, else the demo's folder; a folder comes whole. */
const char *connect_target(struct app *app);

/* True when the target is a folder of a private cluster: what is neither a connection
 * string (host=... dbname=...) nor an address (postgresql://...). */
bool connect_is_folder(const char *target);

/* The folder from the root on; it need not be there. */
const char *connect_folder(struct app *app, const char *given);

/* The connection string for a login. */
const char *connect_info(struct app *app, const char *target, const char *login);

/* Begins the connection that the workbench will want, so that the server makes a session
 * while the modules are tried; whoever wants it takes it over and tells what failed. */
void connect_ahead(struct app *app);

/* A connection of the workbench, as db_start begins one; NULL, with e filled. */
struct db *connect_start(struct app *app, struct err *e);

#endif
