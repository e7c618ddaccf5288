/* What a module declares for the screen, walked whole before anybody sees it: a statement
 * without the column that is shown, a key without a command, more than fits. */
#ifndef STEWARD_SCREENS_CHECK_H
#define STEWARD_SCREENS_CHECK_H

#include "base/err.h"
#include "steward.h"

/* Names that the program itself has. */
struct taken {
	const struct screen *const *screens;	/* NULL at the end */
	const struct key *keys;
	bool (*has_command)(const char *name);
};

/* The module's screens, sections, commands and keys by themselves, against the program's
 * and against the modules that are there already (others, NULL at the end); the reason in
 * e. */
bool screens_check(const struct module *m, const struct module *const *others,
		   const struct taken *taken, struct err *e);

#endif
