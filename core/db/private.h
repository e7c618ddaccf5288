/* Shared by the files of this room only. */
#ifndef STEWARD_DB_PRIVATE_H
#define STEWARD_DB_PRIVATE_H

#include <libpq-fe.h>

#include "db.h"

struct question {
	struct question *next;
	struct arena *arena;
	const struct stmt *stmt;
	const char **params;
	db_answer_fn fn;	/* NULL once dropped */
	void *ctx;
};

struct db {
	PGconn *conn;
	volatile sig_atomic_t *cancel;
	bool cancel_sent;
	struct question *first, **last;		/* the first one is with the server when sent */
	bool sent;
};

/* Fills e from a failed result or, without one, from the connection. */
bool db_fail(struct db *db, const PGresult *res, const struct stmt *s, struct err *e);

bool db_send(struct db *db, const struct stmt *s, const char *const *params);

/* Waits for the next result of the running statement; NULL when it has ended. */
PGresult *db_wait(struct db *db);

#endif
