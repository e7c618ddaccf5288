/* Inputs that come out differently, a line for each rule or calculation with what they
 * have in common, and some of them as examples. */
#ifndef STEWARD_CHANGED_H
#define STEWARD_CHANGED_H

#include "compare.h"

#define CHANGED_EXAMPLES 3
#define CHANGED_FIELDS 48

/* name=value, or nothing when the inputs do not agree */
struct common { int n; const char *fields[CHANGED_FIELDS]; };

struct changed_subject {
	const char *name;
	int compared, changed;
	struct common all, differing;
	struct { const struct outcome *before, *after; } *examples;
	int nexamples;
};

struct changed {
	struct arena *arena;
	bool keeps_all;			/* every input is an example */
	int n;
	struct changed_subject *list;
};

void changed_init(struct changed *c, struct arena *a, bool keeps_all);

/* One input by both books; the outcomes live as long as the arena. */
void changed_add(struct changed *c, const struct outcome *before,
		 const struct outcome *after, bool differs);

/* What the differing inputs have in common and the others have not, "" when nothing. */
const char *changed_common(const struct changed *c, const struct changed_subject *s);

#endif
