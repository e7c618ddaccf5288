/* Keys of the workbench as the configuration gives them: "keys", a group in which groups
 * and settings spell the name of a command or an action.  What can be seen here is
 * checked here; that there is such a thing, and that its key is free, by the
 * workbench. */
#ifndef STEWARD_SETTINGS_KEYS_H
#define STEWARD_SETTINGS_KEYS_H

#include "base/arena.h"
#include "base/err.h"

#define KEYS_MOST 200

struct config_setting_t;

struct key_setting {
	const char *command;	/* "task.next"; NULL ends the list */
	const char *key;	/* as the tables name it: "N", "F8", "ctrl-n" */
	int line;		/* of the file */
};

/* All of them, in the order of the file; NULL with e filled when one is wrong.  They live
 * as long as the arena, and so does path, which errors name. */
const struct key_setting *keys_read(struct arena *a, const char *path,
				    const struct config_setting_t *group, struct err *e);

#endif
