/* How long things took. */
#ifndef JOURNEY_TIMES_H
#define JOURNEY_TIMES_H

/* Figures of one kind, of which the middle or the one at p99 counts; at least one. */
struct times {
	double *ms;
	int n, room;
};
void times_note(struct times *t, double ms);
double times_at(struct times *t, int percent);
void times_free(struct times *t);

#endif
