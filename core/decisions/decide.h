/* A decision and its request key.  The key is made before the first try; after a lost
 * answer the same is sent again with it, so that a decision is stored once and nobody is
 * told "failed" of one that was. */
#ifndef STEWARD_DECIDE_H
#define STEWARD_DECIDE_H

#include <stdbool.h>
#include <stdint.h>

#include "db/db.h"

#define REQUEST_TEXT 37

/* What one decision says; the texts belong to the caller. */
struct order {
	int64_t person;
	const char *rule, *cause, *event, *reason, *note;
	int ver;
	char request[REQUEST_TEXT];
};

struct decided {
	int64_t decision;
	char state[32];
	int ver;
	bool is_repeated;	/* had been stored before */
};

/* Fills in a random UUID. */
bool order_key(struct order *o, struct err *e);
bool order_key_is_valid(const char *key);

/* Parameters of DECIDE_SEND. */
const char **order_params(struct arena *a, const struct order *o);

/* Reads its answer; false when it has no row. */
bool decided_read(struct decided *d, const struct rows *rows);

/* Sends and waits.  ERR_LOST: not known; connect again and send the same again. */
bool order_send(struct db *db, const struct order *o, struct decided *d, struct err *e);

/* The version a task has now, for who does not give one. */
bool order_version(struct db *db, struct order *o, struct err *e);

#endif
