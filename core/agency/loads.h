/* The screens of files that came in; the command line prints the same columns. */
#ifndef STEWARD_LOADS_H
#define STEWARD_LOADS_H

#include "steward.h"

extern const struct screen loads_screens[];

/* Of the statements LOADS_LIST, LOADS_ONE, LOADS_REASONS, LOADS_REJECTS, LOADS_DOUBTS. */
extern const struct column loads_columns[], loads_one_columns[], loads_reasons_columns[],
	loads_rejects_columns[], loads_doubts_columns[];

#endif
