/* What a module declares about work, walked before anything of it runs. */
#ifndef STEWARD_CHECK_TASKS_H
#define STEWARD_CHECK_TASKS_H

#include "base/err.h"
#include "steward.h"

/* Kinds of task: every state can be reached from "open", what is approved was proposed, a
 * final state ends it, jobs and states are known.  others: the modules loaded before,
 * NULL at the end.  False with the reason. */
bool check_tasks(const struct module *m, const struct module *const *others,
		 struct err *e);

#endif
