/* The export folder: each message a file of its own, whole or not at all, under the same
 * name when it is written again. */
#ifndef STEWARD_DROP_H
#define STEWARD_DROP_H

#include "outgoing.h"

/* FOLDER/KEY.ENDING with these bytes. */
enum handed drop_put(const char *folder, const struct outgoing *o, const char *ending,
		     const void *bytes, size_t n, struct err *e);

/* FOLDER/KEY.txt with its address above. */
enum handed drop_text(const char *folder, const struct outgoing *o, struct err *e);

#endif
