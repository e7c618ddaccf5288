/* Questions that are answered later: the interface never waits for the server. */
#include <poll.h>
#include <stdlib.h>

#include "private.h"

static void send_first(struct db *db)
{
	struct question *q = db->first;

	if (!q || db->sent)
		return;
	PQsetnonblocking(db->conn, 1);
	db_send(db, q->stmt, q->params);
	PQflush(db->conn);
	/* A send that failed is answered with an error by the next pump. */
	db->sent = true;
}

void db_ask(struct db *db, const struct stmt *s, const char *const *params, db_answer_fn fn,
	    void *ctx)
{
	struct arena *a = arena_new();
	struct question *q = arena_alloc(a, sizeof(*q));

	q->arena = a;
	q->stmt = s;
	q->fn = fn;
	q->ctx = ctx;
	q->params = arena_alloc(a, sizeof(*q->params) * (size_t)(s->nparams + 1));
	for (int i = 0; i < s->nparams; i++)
		q->params[i] = params[i] ? arena_strdup(a, params[i]) : NULL;
	*db->last = q;
	db->last = &q->next;
	send_first(db);
}

void db_drop(struct db *db, const void *ctx)
{
	for (struct question *q = db->first; q; q = q->next)
		if (q->ctx == ctx)
			q->fn = NULL;
}

static void answer(struct db *db, struct question *q, PGresult *res)
{
	ExecStatusType status = res ? PQresultStatus(res) : PGRES_FATAL_ERROR;
	struct rows rows = { .result = res };
	struct err e;

	if (!q->fn)
		return;
	if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
		db_fail(db, res, q->stmt, &e);
		q->fn(q->ctx, NULL, &e);
		return;
	}
	rows.n = PQntuples(res);
	rows.touched = strtoll(PQcmdTuples(res), NULL, 10);
	q->fn(q->ctx, &rows, NULL);
}

/* Takes the question off the queue before its answer runs, which may ask again. */
static void finish_first(struct db *db, PGresult *res)
{
	struct question *q = db->first;
	PGresult *rest;

	while (res && (rest = PQgetResult(db->conn)))
		PQclear(rest);
	db->first = q->next;
	if (!db->first)
		db->last = &db->first;
	db->sent = false;
	answer(db, q, res);
	PQclear(res);
	arena_free(q->arena);
	send_first(db);
}

void db_pump(struct db *db)
{
	PQflush(db->conn);
	if (!PQconsumeInput(db->conn) || PQstatus(db->conn) == CONNECTION_BAD) {
		while (db->first)
			finish_first(db, NULL);
		return;
	}
	while (db->first && db->sent && !PQisBusy(db->conn))
		finish_first(db, PQgetResult(db->conn));
}

int db_fd(const struct db *db)
{
	return PQsocket(db->conn);
}

short db_events(const struct db *db)
{
	return PQflush(db->conn) == 1 ? POLLIN | POLLOUT : POLLIN;
}

bool db_is_busy(const struct db *db)
{
	return db->first != NULL;
}

bool db_is_lost(const struct db *db)
{
	return PQstatus(db->conn) == CONNECTION_BAD;
}
