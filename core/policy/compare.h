/* Two versions of the rule book on the same inputs: the neighbours of the cases of
 * both. */
#ifndef STEWARD_RULES_COMPARE_H
#define STEWARD_RULES_COMPARE_H

#include "rules.h"

/* One input and what came of it; texts live as long as the arena. */
struct outcome { const char *input, *status, *cause, *due, *text; };

struct neighbours { int n; struct outcome *list; bool was_stopped; };

/* Inputs near the cases of one text, judged; the engine was started with rules_trial as
 * its tool and has read the cases (trial.cases).  False when the worker had to be
 * ended. */
bool rules_neighbours(struct app *app, struct engine *en, const char *path,
		      struct neighbours *n, struct err *e);

/* Told of every input that both books know, and whether its outcome differs. */
typedef void (*rules_differ_fn)(void *ctx, const struct outcome *before,
				const struct outcome *after, bool differs);

/* fresh: inputs of what was not there before, with nothing to compare them to. */
struct comparison { int compared, changed, fresh; };

/* Tells both engines where their parameters differ, so that both look there. */
bool rules_find_places(struct app *app, struct engine *before, struct engine *after,
		       struct err *e);

/* Judges the neighbours of both books' cases in the text path by both books.  Both
 * engines were started with rules_trial; new: what rules_neighbours found with the later
 * book. */
bool rules_compare(struct app *app, struct engine *before, struct engine *after,
		   const struct neighbours *new, const char *path, rules_differ_fn differ,
		   void *ctx, struct comparison *c, struct err *e);

/* An engine's tool: while recording, or for cases alone, which is a third of the work. */
extern const char *const rules_trial[], *const rules_plain[];

/* An outcome in words. */
const char *rules_outcome(struct arena *a, const struct outcome *o);

#endif
