/* The map of a feed that is in force: the text work.maps of the office. */
#ifndef STEWARD_MAPPED_H
#define STEWARD_MAPPED_H

#include "host/app.h"
#include "intake/import.h"

/* A file with the feed's own headings is read as it is; for another one the map in force,
 * if there is one, becomes that of o, with encoding and separator. */
bool mapped_take(struct app *app, struct db *db, struct import_options *o, struct err *e);

/* The column as the file calls it: headings of the map, or the field's own name. */
const char *mapped_heading(const struct import_options *o, const char *field);

#endif
