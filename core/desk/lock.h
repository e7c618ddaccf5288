/* The lock of a workbench that nobody sits at: idle_minutes and idle_end_minutes of the
 * configuration. */
#ifndef STEWARD_LOCK_H
#define STEWARD_LOCK_H

#include <poll.h>
#include <stdbool.h>

#include "db/db.h"
#include "ui/entry.h"

struct desk;

struct lock {
	bool is_shut;
	bool has_password;	/* the server asked for one when this login came */
	double key_ms;		/* when the last key came before it was shut */
	char since[8], until[8];	/* "14:02" */
	struct entry field;	/* what is typed; wiped once it is sent */
	struct db *proof;	/* a session begun with it; NULL */
	int tries;		/* that were refused */
	const char *why;	/* N_(), of the last; NULL */
};

void lock_learn(struct desk *d);	/* there is a connection, new or again */
void lock_touched(struct desk *d);	/* a key came */

/* Milliseconds until something is to be done, -1: nothing; what to poll for. */
int lock_patience(const struct desk *d);
void lock_poll(const struct desk *d, struct pollfd *p);
void lock_step(struct desk *d);	/* locks, ends, or hears the server */

/* While it is shut: a key, and the screen. */
void lock_press(struct desk *d, const struct press *p);
void lock_draw(const struct desk *d, struct grid *g);
/* Why it ended, where it was this; NULL. */
const char *lock_last_word(const struct desk *d);
void lock_end(struct desk *d);

#endif
