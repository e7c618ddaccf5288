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

/* What a connection is opened with; a later one of the same name counts. */
#define MOST_PARAMS 64
struct params {
	struct arena *arena;
	const char *names[MOST_PARAMS], *values[MOST_PARAMS];
	int n;
};

struct hosts;	/* see hosts.c */

struct db {
	PGconn *conn;
	struct hosts *hosts;	/* while one of several servers is looked for; NULL */
	bool has_others;	/* and that it was one of them */
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

/* This host did not do: the next one is tried, or the one that only reads is taken.
 * False: that was all. */
bool db_connect_late(struct db *db);

/* hosts.c: parameters; a connection begun with them, for so long; one that is open;
 * whether the server of one only reads. */
void params_put(struct params *p, const char *name, const char *value);
const char *params_given(const struct params *p, const char *name);
bool db_launch(struct db *db, const struct params *p, int ms);
void db_opened(struct db *db);
bool conn_only_reads(const PGconn *conn);

/* Remembers the servers if there are several; goes on to the next, or back to one that
 * only reads (false: none is left); whether one that only reads is put aside for that;
 * asks no further where a password was asked for and did not do; forgets them. */
void hosts_of(struct db *db, const struct params *p, int connect_ms);
bool hosts_next(struct db *db);
bool hosts_has_better(struct db *db);
void hosts_refused(struct db *db);
void hosts_done(struct db *db);

/* Stops the running statement, once, without waiting for it. */
void db_cancel(struct db *db);
bool db_cancel_is_over(struct db *db);

#endif
