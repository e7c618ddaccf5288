/* Where things are: the configuration, the database, the server to start for it. */
#ifndef STEWARD_CONNECT_H
#define STEWARD_CONNECT_H

#include "app.h"

/* --config, else steward.conf beside the program (a build tree), else the installed one. */
const char *connect_config_path(struct app *app);
const char *connect_locale_folder(struct app *app);

/* --db, else the configuration's db, else the demo's folder. */
const char *connect_target(struct app *app);

/* True when the target is a folder of a private cluster. */
bool connect_is_folder(const char *target);

/* Whether there is somewhere to connect to, as somebody; for a folder the variables of libpq in the
 * environment are forgotten. */
bool connect_check(struct app *app, struct err *e);

/* The connection string for a login. */
const char *connect_info(struct app *app, const char *target, const char *login);

#endif
