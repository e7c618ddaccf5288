/* One connection to PostgreSQL.  Batch work waits (db_run); the interface asks and goes
 * on (db_ask, db_pump).  Values travel as parameters only; statements come from .sql
 * files. */
#ifndef STEWARD_DB_H
#define STEWARD_DB_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "stmt.h"

struct db;

/* What a statement answered.  Lives as long as the arena it was asked with. */
struct rows {
	int n;			/* rows */
	int64_t touched;	/* rows inserted, updated or deleted */
	void *result;		/* PGresult */
};

/* Who waits: a person, for an answer that must come in seconds or not at all; or work,
 * which takes as long as it takes while the connection lives. */
enum db_use { DB_QUESTIONS, DB_WORK };

/* Opens a connection with a libpq connection string, in schema steward; NULL on failure
 * or when no answer comes in time.  When *stop becomes non-zero (Ctrl-C) the running
 * statement is cancelled on the server; stop may be NULL. */
struct db *db_open(const char *conninfo, enum db_use use, volatile sig_atomic_t *stop,
		   struct err *e);
void db_close(struct db *db);	/* NULL is accepted */

/* The same without waiting: begins, and db_pump goes on, until it is open (neither
 * connecting nor lost) or lost, when db_why tells the reason.  Looking up a host's name
 * may still take its time. */
struct db *db_start(const char *conninfo, enum db_use use, struct err *e);
/* With this password, whatever the string, the environment or a file says. */
struct db *db_start_with(const char *conninfo, const char *password, enum db_use use,
			 struct err *e);
/* Whether the server asked for a password: then one that is open was given the right
 * one. */
bool db_used_password(const struct db *db);
bool db_is_connecting(const struct db *db);
bool db_why(struct db *db, struct err *e);

/* Whether the server follows another one and takes nothing that is written.  Of several
 * in the string (host=a,b) one that does not is preferred. */
bool db_only_reads(const struct db *db);
/* Such a one was taken of several, and another may do better later. */
bool db_is_second_best(const struct db *db);

/* Whether something was stored by this process, since this was asked last, that a second
 * server should have and has not answered for. */
bool db_stored_alone(void);

/* Runs one statement; params has stmt->nparams texts, NULL is SQL null.  out may be
 * NULL. */
bool db_run(struct db *db, struct arena *a, const struct stmt *s,
	    const char *const *params, struct rows *out, struct err *e);

/* Runs text of several statements without parameters: migrations, begin, commit. */
bool db_script(struct db *db, const char *text, struct err *e);
bool db_begin(struct db *db, struct err *e);
bool db_commit(struct db *db, struct err *e);
void db_rollback(struct db *db);

/* What a binary COPY starts and ends with. */
#define DB_COPY_HEADER "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0"
#define DB_COPY_HEADER_LEN 19
#define DB_COPY_END "\377\377"
#define DB_COPY_END_LEN 2

/* COPY in: start, data (any pieces), end.  COPY out: start, read until it gives n == 0,
 * each piece freed by db_copy_done. */
bool db_copy_start(struct db *db, const char *copy, struct err *e);
bool db_copy_data(struct db *db, const char *data, size_t n, struct err *e);
bool db_copy_end(struct db *db, int64_t *rows, struct err *e);
bool db_copy_read(struct db *db, char **data, size_t *n, struct err *e);
void db_copy_done(char *data);

/* Ends a COPY that is not wanted any more; the transaction is lost with it. */
void db_copy_abort(struct db *db);

/* Answers come back in order, from db_pump.  rows is NULL when e says why. */
typedef void (*db_answer_fn)(void *ctx, const struct rows *rows, const struct err *e);

/* Queues a question; parameters are copied.  fn runs later, from db_pump, never from
 * here. */
void db_ask(struct db *db, const struct stmt *s, const char *const *params,
	    db_answer_fn fn, void *ctx);

/* Forgets the questions of ctx (its screen closed).  One that is with the server is
 * stopped there if it takes longer. */
void db_drop(struct db *db, const void *ctx);

/* For poll(): the socket, the events it waits for, and what to call when they came or
 * when the milliseconds of db_patience (-1: none) are over. */
int db_fd(const struct db *db);
int db_cancel_fd(const struct db *db);	/* a second one, POLLIN; -1: none */
short db_events(const struct db *db);
int db_patience(const struct db *db);
void db_pump(struct db *db);
bool db_is_busy(const struct db *db);
/* Once: another session has told of what this one listens to. */
bool db_was_told(struct db *db);
bool db_is_lost(const struct db *db);

/* Values of a row; text of a null is "". */
bool row_is_null(const struct rows *r, int row, int col);
const char *row_text(const struct rows *r, int row, int col);
int64_t row_int(const struct rows *r, int row, int col);

/* A number or a day (see date.h) as parameter text. */
const char *param_int(struct arena *a, int64_t v);
const char *param_day(struct arena *a, int32_t day);

/* The underlying PGconn, for the test that prepares every statement. */
void *db_handle(struct db *db);

#endif
