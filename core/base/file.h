/* Files from outside: opened once, and looked at before anything in them is believed. */
#ifndef STEWARD_FILE_H
#define STEWARD_FILE_H

#include <stdbool.h>

#include "err.h"

/* Opens a regular file for reading; a pipe or a device, which may never end, is refused and never waited for.
 * The caller closes it.  -1 with e. */
int file_open(const char *path, struct err *e);

#endif
