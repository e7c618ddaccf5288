/* The worker's tools for those who write the texts (toolbox.h), asked from the
 * program. */
#ifndef STEWARD_TOOL_H
#define STEWARD_TOOL_H

#include "base/arena.h"
#include "base/err.h"

struct engine;

/* Texts that came back; they live as long as the arena. */
struct tool_answer { int n; const char **texts; };

/* question: the tool's name and its texts, NULL at the end.  False with e when the tool
 * gave up, or when the worker had to be ended: engine_was_killed says which. */
bool tool_ask(struct engine *en, struct arena *a, const char *const *question,
	      struct tool_answer *answer, struct err *e);

#endif
