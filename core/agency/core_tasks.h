/* Core's own tables of work, in the shape of a module's. */
#ifndef STEWARD_CORE_TASKS_H
#define STEWARD_CORE_TASKS_H

#include "steward.h"

extern const struct job core_jobs[];
extern const struct task_state core_states[];
extern const struct task_type core_task_types[];

#endif
