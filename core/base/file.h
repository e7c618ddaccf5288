/* Files from outside: opened once, and looked at before anything in them is believed. */
#ifndef STEWARD_FILE_H
#define STEWARD_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "err.h"

/* Opens a regular file for reading; a pipe or a device, which may never end, is refused
 * and never waited for. The caller closes it.  -1 with e. */
int file_open(const char *path, struct err *e);

/* The same of a file that says what this program does, as settings, programs and policy
 * texts do: nobody but root and the running user may have written it, and it is no
 * link. */
int file_open_ours(const char *path, struct err *e);

/* Whether nobody but root and the running user can put something else in the place of
 * what path names.  The last name of path need not be there; a folder of root's in which
 * each may only touch his own (/tmp) will do. */
bool file_place_is_ours(const char *path, struct err *e);

/* All of an open file of at most so many bytes, which is closed; a NUL follows it, and n
 * tells whether others stand in it.  NULL with e, also when fd is -1 and e filled
 * already. */
char *file_text(struct arena *a, int fd, const char *path, size_t most, size_t *n,
		struct err *e);

#endif
