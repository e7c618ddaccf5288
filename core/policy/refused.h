/* Texts that an engine would not load, noted while it starts and told once it can be
 * asked what Lua's own words mean. */
#ifndef STEWARD_REFUSED_H
#define STEWARD_REFUSED_H

#include "rules.h"

struct refusal { const char *path, *message; };

struct refused {
	struct app *app;
	int n;
	struct refusal list[256];
};

/* For the engine's "failed"; ctx is the struct. */
void refused_note(void *ctx, const char *what, int64_t person_id, const char *message);

/* What is wrong in the reader's language, and in which line. */
const char *refused_say(const struct refused *r, int i, struct engine *en,
			const struct rulebook *book, int *line);

/* All of them on the standard error, a line each; whether there is one. */
bool refused_tell(const struct refused *r, struct engine *en,
		  const struct rulebook *book);

#endif
