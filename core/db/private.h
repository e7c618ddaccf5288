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
	enum { DB_CONNECTING, DB_OPEN, DB_FAILED } state;
	PostgresPollingStatusType polling;	/* what connecting waits for */
	double due_ms;			/* when connecting is given up */
	int question_ms;	/* longest wait for an answer; 0: as long as it takes */
	bool was_open;
	bool is_silent;	/* nothing came in time: what comes later is not waited for */
	volatile sig_atomic_t *stop;	/* NULL, or non-zero when the user wants an end */
	bool is_cancelled;		/* the running statement, and when */
	double cancelled_ms;
	int cancel_fd;			/* of the child that does it; -1 */
	size_t unsent;			/* bytes of a COPY that libpq may still have */
	struct question *first, **last;	/* the first one is with the server when sent */
	bool sent;
	bool was_told;
	double sent_ms;
	PGresult *result;	/* of the first one, so far */
};

/* Fills e from a failed result or, without one, from the connection. */
bool db_fail(struct db *db, const PGresult *res, const struct stmt *s, struct err *e);

bool db_send(struct db *db, const struct stmt *s, const char *const *params);

/* Waits for the next result of the running statement; NULL when it has ended, or when no
 * answer came in time (is_silent) or was wanted any more. */
PGresult *db_wait(struct db *db);

/* One step on the way to a connection, when its socket is ready. */
void db_connect_step(struct db *db);

/* Stops the running statement, once, without waiting for it. */
void db_cancel(struct db *db);
bool db_cancel_is_over(struct db *db);

#endif
