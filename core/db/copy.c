/* COPY in both directions. */
#include <stdlib.h>

#include "private.h"

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

static bool is_cancelled(const struct db *db)
{
	return db->cancel && *db->cancel;
}

bool db_copy_data(struct db *db, const char *data, size_t n, struct err *e)
{
	if (is_cancelled(db))
		return ERR(e, ERR_CANCELLED, "stopped; nothing was kept");
	if (PQputCopyData(db->conn, data, (int)n) != 1)
		return db_fail(db, NULL, NULL, e);
	return true;
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

	if (is_cancelled(db))
		return ERR(e, ERR_CANCELLED, "stopped; nothing was kept");
	got = PQgetCopyData(db->conn, data, 0);
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

void db_copy_abort(struct db *db)
{
	PGcancel *c;
	char text[256];
	PGresult *res;

	if (PQputCopyEnd(db->conn, "stopped") != 1) {
		c = PQgetCancel(db->conn);
		if (c)
			PQcancel(c, text, sizeof(text));
		PQfreeCancel(c);
	}
	while ((res = PQgetResult(db->conn))) {
		char *data;

		while (PQresultStatus(res) == PGRES_COPY_OUT &&
		       PQgetCopyData(db->conn, &data, 0) > 0)
			PQfreemem(data);
		PQclear(res);
	}
}
