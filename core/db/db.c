#include "db.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/text.h"
#include "private.h"

/* After which a server that does not stop is left alone: a person does not wait for
 * it. */
#define CANCEL_MS 6000
#define CANCEL_QUESTION_MS 200

void db_close(struct db *db)
{
	struct question *next;

	if (!db)
		return;
	for (struct question *q = db->first; q; q = next) {
		next = q->next;
		arena_free(q->arena);
	}
	PQclear(db->result);
	PQfinish(db->conn);
	hosts_done(db);
	if (db->cancel_fd >= 0)
		close(db->cancel_fd);
	free(db);
}

void *db_handle(struct db *db)
{
	return db->conn;
}

/* The first line, without what could move the reader's cursor. */
static void copy_line(char *to, size_t size, const char *from)
{
	struct arena *a = arena_new();
	size_t n = from ? strcspn(from, "\n") : 0;

	snprintf(to, size, "%s", text_clean(a, arena_strndup(a, from ? from : "", n)));
	arena_free(a);
}

#define ONLY_READS "25006" /* it follows another server, which alone is written to */
#define NO_RIGHT "42501" /* the SQLSTATE of what PostgreSQL itself refuses a role */

/* SQLSTATEs that the schema's own functions raise: class ST. */
static enum err_code code_of(const char *state)
{
	if (!state)
		return ERR_LOST;
	if (strcmp(state, "57014") == 0)
		return ERR_CANCELLED;
	if (strcmp(state, "ST403") == 0)
		return ERR_DENIED;
	if (strncmp(state, "ST", 2) == 0)
		return ERR_STALE;
	if (strncmp(state, "22", 2) == 0)	/* a value that does not fit */
		return ERR_INPUT;
	if (strncmp(state, "08", 2) == 0 || strncmp(state, "57P", 3) == 0)
		return ERR_LOST;
	return ERR_DB;
}

/* A table, column or function that the schema does not have (yet). */
static bool is_unknown(const char *state)
{
	return strcmp(state, "42P01") == 0 || strcmp(state, "42703") == 0 ||
	       strcmp(state, "42883") == 0;
}

/* Without a result there are only words: these two mean that the server has no room
 * left. */
static bool is_full(const char *words)
{
	return strstr(words, "too many clients") ||
	       strstr(words, "remaining connection slots") ||
	       strstr(words, "too many connections");
}

static bool fail_full(struct err *e)
{
	ERR(e, ERR_DB, "the database has no connection left for you");
	return err_hint(e, "Try again in a minute; if it lasts, the administrator raises "
			"max_connections or ends sessions nobody needs.");
}

static bool fail_without_result(struct db *db, struct err *e)
{
	const char *words = PQerrorMessage(db->conn);
	char line[300];

	if (db->stop && *db->stop && db->is_silent && db->was_open) {
		ERR(e, ERR_LOST, "stopped, and the database did not answer");
		return err_hint(e, "What was under way may be done or not; look before "
				"you try again.");
	}
	if (db->stop && *db->stop)
		return ERR(e, ERR_CANCELLED, "stopped; nothing was kept");
	if (db->is_silent) {
		ERR(e, db->was_open ? ERR_LOST : ERR_DB, "the database does not answer");
		return err_hint(e, "Try again; if it lasts, \"steward doctor\" says "
				"which part is missing.");
	}
	if (is_full(words))
		return fail_full(e);
	copy_line(line, sizeof(line), words);
	ERR(e, ERR_LOST, "no answer from the database: %s", line);
	return err_hint(e, "Run \"steward doctor\": it says which part is missing.");
}

/* What the server stopped because it took too long says so in our words. */
static bool fail_late(const char *state, const PGresult *res, struct err *e)
{
	const char *words = PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY);

	if (strcmp(state, "55P03") == 0) {
		ERR(e, ERR_BUSY, "another session is working on this now");
		err_hint(e, "Nothing was stored; try again in a moment.");
		return true;
	}
	if (strcmp(state, "57014") == 0 && words && strstr(words, "statement timeout")) {
		ERR(e, ERR_BUSY, "the database took too long to answer and was stopped");
		err_hint(e, "Nothing was stored; try again when it has less to do.");
		return true;
	}
	return false;
}

bool db_fail(struct db *db, const PGresult *res, const struct stmt *s, struct err *e)
{
	const char *state = res ? PQresultErrorField(res, PG_DIAG_SQLSTATE) : NULL;
	char line[300];

	if (!state)
		return fail_without_result(db, e);
	if (strcmp(state, "53300") == 0)
		return fail_full(e);
	if (fail_late(state, res, e))
		return false;
	if (strcmp(state, ONLY_READS) == 0) {
		ERR(e, ERR_BUSY, "this server only reads: nothing was stored");
		return err_hint(e, "It follows the one that is written to; try again "
				"when that one answers, or this one has taken its "
				"place.");
	}
	copy_line(line, sizeof(line), PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY));
	if (strcmp(state, NO_RIGHT) == 0) {
		ERR(e, ERR_DENIED, "this login has no right to do that");
		err_detail(e, "%s", line);
		return err_hint(e,
				"Use the login of a person whose job it is: --as LOGIN.");
	}
	ERR(e, code_of(state), "%s", line);
	copy_line(line, sizeof(line), PQresultErrorField(res, PG_DIAG_MESSAGE_HINT));
	if (is_unknown(state))
		err_hint(e, "The schema may be older than this program: steward migrate "
			 "--as admin.");
	else
		err_hint(e, "%s", line);
	copy_line(line, sizeof(line), PQresultErrorField(res, PG_DIAG_MESSAGE_DETAIL));
	if (strncmp(state, "ST", 2) != 0)
		return err_detail(e, "%s%sSQLSTATE %s%s%s", line, line[0] ? "; " : "",
				  state, s ? " in statement " : "", s ? s->name : "");
	return err_detail(e, "%s", line);
}

/* Whether to go on waiting: not past the deadline, and not for ever after the user's
 * end. */
static bool is_worth_waiting(struct db *db, double begin_ms)
{
	double now = clock_ms();

	if (db->stop && *db->stop)
		db_cancel(db);
	if (db->question_ms && now - begin_ms > db->question_ms)
		db->is_silent = true;
	if (db->is_cancelled && now - db->cancelled_ms >
				(db->question_ms ? CANCEL_QUESTION_MS : CANCEL_MS))
		db->is_silent = true;
	return !db->is_silent;
}

PGresult *db_wait(struct db *db)
{
	double begin_ms = clock_ms();

	while (PQisBusy(db->conn)) {
		struct pollfd p = { .fd = PQsocket(db->conn), .events = POLLIN };

		if (!is_worth_waiting(db, begin_ms))
			return NULL;
		if (PQflush(db->conn) == 1)
			p.events |= POLLOUT;
		if (poll(&p, 1, 100) > 0 && !PQconsumeInput(db->conn))
			break;
	}
	return PQgetResult(db->conn);
}

/* The end of the one before may still be under way to the server; it must not meet this
 * one. */
static bool may_send(struct db *db)
{
	while (!db_cancel_is_over(db) && !db->is_silent) {
		db->is_silent = clock_ms() - db->cancelled_ms > CANCEL_MS;
		poll(NULL, 0, 1);
	}
	db->is_cancelled = false;
	return !db->is_silent;
}

bool db_send(struct db *db, const struct stmt *s, const char *const *params)
{
	return may_send(db) && PQsendQueryParams(db->conn, s->text, s->nparams, NULL,
						 params, NULL, NULL, 0);
}

static void clear_result(void *res)
{
	PQclear(res);
}

/* Reads results to the end and keeps the last one that is not empty. */
static PGresult *last_result(struct db *db)
{
	PGresult *last = NULL, *res;

	while ((res = db_wait(db))) {
		ExecStatusType status = PQresultStatus(res);

		PQclear(last);
		last = res;
		if (status == PGRES_COPY_IN || status == PGRES_COPY_OUT ||
		    PQstatus(db->conn) == CONNECTION_BAD)
			break;
	}
	return last;
}

static bool is_good(const PGresult *res)
{
	ExecStatusType s = res ? PQresultStatus(res) : PGRES_FATAL_ERROR;

	return s == PGRES_TUPLES_OK || s == PGRES_COMMAND_OK;
}

bool db_run(struct db *db, struct arena *a, const struct stmt *s,
	    const char *const *params, struct rows *out, struct err *e)
{
	PGresult *res = db_send(db, s, params) ? last_result(db) : NULL;

	if (!is_good(res)) {
		db_fail(db, res, s, e);
		PQclear(res);
		return false;
	}
	if (!out) {
		PQclear(res);
		return true;
	}
	out->result = res;
	out->n = PQntuples(res);
	out->touched = strtoll(PQcmdTuples(res), NULL, 10);
	arena_defer(a, clear_result, res);
	return true;
}

bool db_script(struct db *db, const char *text, struct err *e)
{
	PGresult *res =
	    may_send(db) && PQsendQuery(db->conn, text) ? last_result(db) : NULL;
	bool ok = is_good(res);

	if (!ok)
		db_fail(db, res, NULL, e);
	PQclear(res);
	return ok;
}

bool db_begin(struct db *db, struct err *e)
{
	return db_script(db, "begin", e);
}

bool db_commit(struct db *db, struct err *e)
{
	return db_script(db, "commit", e);
}

void db_rollback(struct db *db)
{
	struct err ignored;
	volatile sig_atomic_t *stop = db->stop;

	/* The rollback itself must not be cancelled by the signal that asked for it. */
	db->stop = NULL;
	db_script(db, "rollback", &ignored);
	db->stop = stop;
}

bool row_is_null(const struct rows *r, int row, int col)
{
	return PQgetisnull(r->result, row, col);
}

const char *row_text(const struct rows *r, int row, int col)
{
	return PQgetvalue(r->result, row, col);
}

int64_t row_int(const struct rows *r, int row, int col)
{
	return strtoll(PQgetvalue(r->result, row, col), NULL, 10);
}

const char *param_int(struct arena *a, int64_t v)
{
	return arena_printf(a, "%lld", (long long)v);
}

const char *param_day(struct arena *a, int32_t day)
{
	char text[DATE_TEXT];

	return day == DATE_NONE ? NULL : arena_strdup(a, date_format(day, text));
}
