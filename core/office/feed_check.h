/* What the tables of a module's feeds must keep to before any SQL is assembled from them
 * or any file is read by them. */
#ifndef STEWARD_FEED_CHECK_H
#define STEWARD_FEED_CHECK_H

#include "base/err.h"
#include "steward.h"

/* others: the modules loaded before, core's own tables among them (first), NULL at the
 * end.  False with e, which names feed and field. */
bool feed_check(const struct module *m, const struct module *const *others,
		struct err *e);

#endif
