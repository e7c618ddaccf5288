/* What a judgement told on its way, and the rows that its facts came from. */
#ifndef STEWARD_EXPLAINED_H
#define STEWARD_EXPLAINED_H

#include "wire.h"

/* The row that a fact came from; texts as the server gave them. */
struct origin { const char *value, *day, *file, *line; };

struct explained_line {
	const char *field[WIRE_LINE];
	int norigins;
	struct origin *origins;		/* of when, unmet and fact */
};

#endif
