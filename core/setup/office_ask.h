/* What an office is to be, from questions. */
#ifndef STEWARD_OFFICE_ASK_H
#define STEWARD_OFFICE_ASK_H

#include "host/app.h"

/* Asks, and writes the answers into a new file as office_file_read takes it, so that the
 * same can be said again.  Its path lives as long as the program; NULL with e: the input
 * has ended, or the file cannot be written; nothing was made then. */
const char *office_ask(struct app *app, struct err *e);

#endif
