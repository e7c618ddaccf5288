/* COPY in both directions. */
#include <poll.h>
#include <stdlib.h>

#include "private.h"

#define UNSENT_MOST (64u << 10)	/* bytes given to libpq before they are sent on */

bool db_copy_start(struct db *db, const char *copy, struct err *e)
{
	struct stmt s = { .name = "copy", .text = copy };
	PGresult *res = db_send(db, &s, NULL) ? db_wait(db) : NULL;
	ExecStatusType status = res ? PQresultStatus(res) : PGRES_FATAL_ERROR;
	bool ok = status == PGRES_COPY_IN || status == PGRES_COPY_OUT;

	if (!ok) {
		db_fail(db, res, &s, e);
		PQclear(PQgetResult(db->conn));
	}
	PQclear(res);
	return ok;
}

static bool is_stopped(const struct db *db)
{
	return db->stop && *db->stop;
}

/* Waits until the socket is ready, but not past the user's end. */
static bool wait_socket(struct db *db, short events)
{
	struct pollfd p = { .fd = PQsocket(db->conn), .events = events };

	while (!is_stopped(db)) {
		int n = poll(&p, 1, 100);

		if (n > 0)
			return PQconsumeInput(db->conn) == 1;
	}
	return false;
}

/* What libpq keeps goes out before more is taken, so that memory stays small. */
static bool flush(struct db *db)
{
	int left;

	db->unsent = 0;
	while ((left = PQflush(db->conn)) == 1)
		if (!wait_socket(db, POLLIN | POLLOUT))
			return false;
	return left == 0;
}

bool db_copy_data(struct db *db, const char *data, size_t n, struct err *e)
{
	if (is_stopped(db))
		return ERR(e, ERR_CANCELLED, "stopped; nothing was kept");
	if (PQputCopyData(db->conn, data, (int)n) != 1)
		return db_fail(db, NULL, NULL, e);
	db->unsent += n;
	return db->unsent < UNSENT_MOST || flush(db) || db_fail(db, NULL, NULL, e);
}

static bool copy_result(struct db *db, int64_t *rows, struct err *e)
{
	PGresult *res = db_wait(db);
	bool ok = res && PQresultStatus(res) == PGRES_COMMAND_OK;

	if (ok && rows)
		*rows = strtoll(PQcmdTuples(res), NULL, 10);
	if (!ok)
		db_fail(db, res, NULL, e);
	PQclear(res);
	PQclear(db_wait(db));
	return ok;
}

bool db_copy_end(struct db *db, int64_t *rows, struct err *e)
{
	if (PQputCopyEnd(db->conn, NULL) != 1)
		return db_fail(db, NULL, NULL, e);
	return copy_result(db, rows, e);
}

bool db_copy_read(struct db *db, char **data, size_t *n, struct err *e)
{
	int got;

	if (is_stopped(db))
		return ERR(e, ERR_CANCELLED, "stopped; nothing was kept");
	while ((got = PQgetCopyData(db->conn, data, 1)) == 0)
		if (!wait_socket(db, POLLIN))
			return db_fail(db, NULL, NULL, e);
	*n = got > 0 ? (size_t)got : 0;
	if (got > 0)
		return true;
	*data = NULL;
	return copy_result(db, NULL, e);
}

void db_copy_done(char *data)
{
	PQfreemem(data);
}

/* Rows that still come are read and thrown away. */
static void skip_rows(struct db *db)
{
	char *data;
	int got;

	while ((got = PQgetCopyData(db->conn, &data, 1)) > 0)
		PQfreemem(data);
	if (got == 0 && !wait_socket(db, POLLIN))
		db->is_silent = true;
}

void db_copy_abort(struct db *db)
{
	volatile sig_atomic_t *stop = db->stop;
	PGresult *res;

	if (PQputCopyEnd(db->conn, "stopped") != 1)
		db_cancel(db);
	db->stop = NULL;
	while ((res = db_wait(db))) {
		if (PQresultStatus(res) == PGRES_COPY_OUT)
			skip_rows(db);
		PQclear(res);
	}
	db->stop = stop;
	db->is_cancelled = false;
}
