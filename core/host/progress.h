/* Long work tells how far it is: on a terminal one line that is written over, otherwise a
 * line a step.  Always on stderr. */
#ifndef STEWARD_PROGRESS_H
#define STEWARD_PROGRESS_H

#include <stdint.h>

struct progress {
	char step[32];
	double started_ms, shown_ms;
	int is_terminal, is_line_open;
};

void progress_init(struct progress *p);

/* total 0: only the step's name is known.  Fits the callbacks of import, judge and
 * generate. */
void progress_show(void *progress, const char *step, int64_t done, int64_t total);
void progress_end(struct progress *p);

#endif
