/* Core's feeds, as a module brings its own. */
#ifndef STEWARD_CORE_FEEDS_H
#define STEWARD_CORE_FEEDS_H

#include "steward.h"

extern const struct feed core_feeds[];

#endif
