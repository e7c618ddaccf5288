/* How characters are read in names: readings.so shows this as readings_calls.  Loaded by
 * init and migrate alone: ICU is larger than steward. */
#ifndef STEWARD_READINGS_H
#define STEWARD_READINGS_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"

struct readings_calls {
	/* Lines "character reading rank" in UTF-8, without tones; rank 0 is the usual
	 * reading, 1 one that it has in surnames. */
	bool (*list)(struct buf *out, struct err *e);
};

#endif
