/* A journey that is practised: what is to be reached, the best way, how many keys it
 * took.  A line above the message tells it; the office is a demo: lab/practice.c. */
#ifndef STEWARD_COACH_H
#define STEWARD_COACH_H

#include <stdbool.h>

#include "base/arena.h"
#include "ui/key.h"

struct desk;
struct grid;

#define COACH_PERSONS 20

struct coach {
	const char *name;	/* "J5" */
	const char *task;	/* N_() */
	/* N_(), the shortest way, key by key; {NAME} is the key that it has here */
	const char *path;
	int keys, data;	/* of it: command keys, and what only a human knows */
	int most_keys, most_data;	/* what is good enough */
	/* Reached when this screen is open, or this statement is stored. */
	const char *screen, *stored;
	/* Where it is about somebody: who in words, and the argument of the screen, round
	 * by round; n 0: about nobody. */
	struct { const char *who, *arg; } persons[COACH_PERSONS];
	int n;
};

/* What has been pressed in this round; keys counted from the first screen on. */
struct coaching {
	int keys, data, round;
	bool is_done, was_away;
};

void coach_key(struct desk *d, const struct press *p);	/* before it works */
void coach_stored(struct desk *d, const char *statement);
void coach_step(struct desk *d);	/* what is open now */
int coach_rows(const struct desk *d);	/* that its line takes: 0 or 1 */
const char *coach_way(const struct desk *d, const char *path, struct arena *a);
void coach_draw(const struct desk *d, struct grid *g, struct arena *a);

#endif
