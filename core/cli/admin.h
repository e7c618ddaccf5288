/* Making an office: used by "steward init" and "steward demo". */
#ifndef STEWARD_ADMIN_H
#define STEWARD_ADMIN_H

#include "host/app.h"

/* A private cluster, where there is none yet, with roles, tables, the modules' rows and a
 * login for every job; the server runs afterwards.  Done again it changes nothing.
 * region: code of the area the office serves; NULL: the whole. */
bool admin_make_private(struct app *app, const char *folder, const char *region,
			struct err *e);

struct admin_login { const char *login, *job, *display, *region; };

/* The same with these logins alone, the last one without a name. */
bool admin_make_office(struct app *app, const char *folder, const char *region,
		       const struct admin_login *staff, struct err *e);

/* False for a database whose encoding cannot hold every name; tells how to make a right
 * one. */
bool admin_check_encoding(struct db *db, struct arena *a, struct err *e);

#endif
