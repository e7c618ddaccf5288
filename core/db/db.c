#include "db.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "private.h"

/* Ends a statement that waits for another session's lock: a held task must not hang a clerk. */
#define SESSION_SETTINGS \
	"set search_path = steward; set client_min_messages = warning; set datestyle = iso; " \
	"set lock_timeout = '10s'; set timezone = 'UTC'"

static void quiet(void *arg, const PGresult *res)
{
	(void)arg;
	(void)res;
}

struct db *db_open(const char *conninfo, struct err *e)
{
	struct db *db = calloc(1, sizeof(*db));

	if (!db)
		abort();
	db->last = &db->first;
	db->conn = PQconnectdb(conninfo);
	if (PQstatus(db->conn) != CONNECTION_OK) {
		db_fail(db, NULL, NULL, e);
		db_close(db);
		return NULL;
	}
	PQsetNoticeReceiver(db->conn, quiet, NULL);
	if (PQsetClientEncoding(db->conn, "UTF8") != 0 ||
	    !db_script(db, SESSION_SETTINGS, e)) {
		db_close(db);
		return NULL;
	}
	return db;
}

void db_close(struct db *db)
{
	struct question *next;

	if (!db)
		return;
	for (struct question *q = db->first; q; q = next) {
		next = q->next;
		arena_free(q->arena);
	}
	PQfinish(db->conn);
	free(db);
}

void db_watch(struct db *db, volatile sig_atomic_t *flag)
{
	db->cancel = flag;
}

void *db_handle(struct db *db)
{
	return db->conn;
}

static void copy_line(char *to, size_t size, const char *from)
{
	size_t n = from ? strcspn(from, "\n") : 0;

	snprintf(to, size, "%.*s", (int)n, from ? from : "");
}

#define NO_RIGHT "42501"	/* the SQLSTATE of what PostgreSQL itself refuses a role */

/* SQLSTATEs that the schema's own functions raise: class ST. */
static enum err_code code_of(const char *state)
{
	if (!state)
		return ERR_LOST;
	if (strcmp(state, "57014") == 0)
		return ERR_CANCELLED;
	if (strcmp(state, "ST403") == 0)
		return ERR_DENIED;
	if (strncmp(state, "ST", 2) == 0 || strncmp(state, "55P03", 5) == 0)
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
	return strcmp(state, "42P01") == 0 || strcmp(state, "42703") == 0 || strcmp(state, "42883") == 0;
}

bool db_fail(struct db *db, const PGresult *res, const struct stmt *s, struct err *e)
{
	const char *state = res ? PQresultErrorField(res, PG_DIAG_SQLSTATE) : NULL;
	char line[300];

	if (!state) {
		copy_line(line, sizeof(line), PQerrorMessage(db->conn));
		ERR(e, ERR_LOST, "no answer from the database: %s", line);
		return err_hint(e, "Run \"steward doctor\": it says which part is missing.");
	}
	copy_line(line, sizeof(line), PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY));
	if (strcmp(state, NO_RIGHT) == 0) {
		ERR(e, ERR_DENIED, "this login has no right to do that");
		err_detail(e, "%s", line);
		return err_hint(e, "Use the login of a person whose job it is: --as LOGIN.");
	}
	ERR(e, code_of(state), "%s", line);
	copy_line(line, sizeof(line), PQresultErrorField(res, PG_DIAG_MESSAGE_HINT));
	if (is_unknown(state))
		err_hint(e, "The schema may be older than this program: steward migrate --as admin.");
	else
		err_hint(e, "%s", line);
	copy_line(line, sizeof(line), PQresultErrorField(res, PG_DIAG_MESSAGE_DETAIL));
	if (strncmp(state, "ST", 2) != 0)
		return err_detail(e, "%s%sSQLSTATE %s%s%s", line, line[0] ? "; " : "", state,
				  s ? " in statement " : "", s ? s->name : "");
	return err_detail(e, "%s", line);
}

static void send_cancel(struct db *db)
{
	char text[256];
	PGcancel *c = PQgetCancel(db->conn);

	if (c)
		PQcancel(c, text, sizeof(text));
	PQfreeCancel(c);
	db->cancel_sent = true;
}

PGresult *db_wait(struct db *db)
{
	while (PQisBusy(db->conn)) {
		struct pollfd p = { .fd = PQsocket(db->conn), .events = POLLIN };

		if (db->cancel && *db->cancel && !db->cancel_sent)
			send_cancel(db);
		if (PQflush(db->conn) == 1)
			p.events |= POLLOUT;
		if (poll(&p, 1, 200) > 0 && !PQconsumeInput(db->conn))
			break;
	}
	return PQgetResult(db->conn);
}

bool db_send(struct db *db, const struct stmt *s, const char *const *params)
{
	return PQsendQueryParams(db->conn, s->text, s->nparams, NULL, params, NULL, NULL, 0);
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
	db->cancel_sent = false;
	return last;
}

static bool is_good(const PGresult *res)
{
	ExecStatusType s = res ? PQresultStatus(res) : PGRES_FATAL_ERROR;

	return s == PGRES_TUPLES_OK || s == PGRES_COMMAND_OK;
}

bool db_run(struct db *db, struct arena *a, const struct stmt *s, const char *const *params,
	    struct rows *out, struct err *e)
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
	PGresult *res = PQsendQuery(db->conn, text) ? last_result(db) : NULL;
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
	volatile sig_atomic_t *cancel = db->cancel;

	/* The rollback itself must not be cancelled by the signal that asked for it. */
	db->cancel = NULL;
	db_script(db, "rollback", &ignored);
	db->cancel = cancel;
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

const char *row_column(const struct rows *r, int col)
{
	return PQfname(r->result, col);
}

int row_columns(const struct rows *r)
{
	return PQnfields(r->result);
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
