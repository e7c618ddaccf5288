/* The schema of an office: roles, tables, and the loaded modules' tables of work. */
#ifndef STEWARD_SCHEMA_H
#define STEWARD_SCHEMA_H

#include "db/db.h"
#include "steward.h"

/* Roles and the empty schema, where they are not as they shall be; by a superuser, or a
 * login that may make roles and owns the database, which then is a member of the owner
 * until schema_leave. */
bool schema_init(struct db *db, struct err *e);
bool schema_leave(struct db *db, struct err *e);

/* Applies what is missing of core and modules, and writes feeds, task types, moves and
 * indicators; *applied counts migrations.  forget: modules, with commas between, that
 * shall not be part of the office any more, or NULL; every other one that the schema
 * knows must be loaded.  The login must be able to become the owner. */
bool schema_migrate(struct db *db, const struct module *const *modules,
		    const char *forget, int *applied, struct err *e);

/* Was the schema made by this program's migrations, no fewer and no more?  rows: of
 * SCHEMA_APPLIED. */
bool schema_is_of(const struct rows *rows, const struct module *const *modules,
		  struct err *e);
bool schema_fits(struct db *db, const struct module *const *modules, struct err *e);

/* The business day of an office into which no file has come yet, and the code of the area
 * it serves, or NULL: it stays as it is, at first the whole; as the owner. */
bool schema_begin(struct db *db, int32_t day, const char *region, struct err *e);

/* False, with e naming it, when a module is part of the office and not among those
 * loaded. */
bool schema_knows_modules(struct db *db, struct arena *a,
			  const struct module *const *modules, struct err *e);

/* A login for one person (or "batch"), member of the group of the job; made when missing.
 * region: NULL is the office's area.  By an administrator. */
bool schema_add_login(struct db *db, const char *login, const char *display,
		      const char *job, const char *region, struct err *e);

#endif
