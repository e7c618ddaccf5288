/* What backups need of a private cluster. */
#ifndef STEWARD_KEEPER_H
#define STEWARD_KEEPER_H

#include "db/db.h"
#include "host/app.h"
#include "manifest.h"

/* The role that takes copies, and its way in; db is the superuser's connection. */
bool keeper_prepare(struct app *app, struct db *db, const char *folder, struct err *e);

/* The backup is whole and as it was made. */
bool keeper_verify(struct app *app, const char *folder, struct manifest *m,
		   struct err *e);

#endif
