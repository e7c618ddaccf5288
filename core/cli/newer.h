/* Texts of the folder that are otherwise than those in force: a newer program brings
 * them, and two policy officers put them into force. */
#ifndef STEWARD_NEWER_H
#define STEWARD_NEWER_H

#include <stdio.h>

#include "host/app.h"

/* Says which, and the way; nothing when there are none.  false with e: the folder or the
 * database was not read. */
bool newer_tell(struct app *app, struct db *db, FILE *out, struct err *e);

#endif
