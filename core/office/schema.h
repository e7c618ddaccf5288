/* The schema of an office: roles, tables, and the loaded modules' tables of work. */
#ifndef STEWARD_SCHEMA_H
#define STEWARD_SCHEMA_H

#include "db/db.h"
#include "steward.h"

/* Roles and the empty schema; the login must be allowed to create roles. */
bool schema_init(struct db *db, struct err *e);

/* Applies what is missing of core and modules, and writes feeds, task types, moves and
 * indicators; *applied counts migrations.  The login must be a steward_admin. */
bool schema_migrate(struct db *db, const struct module *const *modules, int *applied,
		    struct err *e);

/* A login for one person (or "batch"), member of the group of the job; made when missing. */
bool schema_add_login(struct db *db, const char *login, const char *display, const char *job,
		      struct err *e);

#endif
