/* Parts of a spreadsheet's container, read piece by piece and never more than a machine
 * can bear: what unpacks to far more than it is is refused. */
#ifndef STEWARD_LINES_ZIP_H
#define STEWARD_LINES_ZIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct zip;

/* The open file, of which it is a reader of its own.  NULL with e. */
struct zip *zip_of(int fd, struct err *e);
void zip_close(struct zip *z);

/* Is there such a part?  Then zip_read gives it from its beginning. */
bool zip_find(struct zip *z, const char *name);

/* The next bytes of the part; 0 at its end, -1 with e. */
int zip_read(struct zip *z, char *out, unsigned most, struct err *e);

/* Leaves the part; false with e where its bytes are not those that were packed. */
bool zip_leave(struct zip *z, struct err *e);

#endif
