/* Questions that are answered later: the interface never waits for the server. */
#include <poll.h>
#include <stdlib.h>

#include "base/clock.h"
#include "private.h"

#define ABANDONED_MS 50

static void send_first(struct db *db)
{
	struct question *q = db->first;

	if (!q || db->sent || db->state != DB_OPEN || !db_cancel_is_over(db))
		return;
	db->is_cancelled = false;
	db->sent_ms = clock_ms();
	db_send(db, q->stmt, q->params);
	PQflush(db->conn);
	/* A send that failed is answered with an error by the next pump. */
	db->sent = true;
}

void db_ask(struct db *db, const struct stmt *s, const char *const *params,
	    db_answer_fn fn, void *ctx)
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

/* A question nobody waits for: the one with the server is read to its end, others never
 * go there. */
void db_drop(struct db *db, const void *ctx)
{
	struct question **at = &db->first, *q;

	while ((q = *at)) {
		if (q->ctx != ctx || (q == db->first && db->sent)) {
			q->fn = q->ctx == ctx ? NULL : q->fn;
			at = &q->next;
			continue;
		}
		*at = q->next;
		arena_free(q->arena);
	}
	db->last = at;
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
static void finish_first(struct db *db)
{
	struct question *q = db->first;
	PGresult *res = db->result;

	db->result = NULL;
	db->first = q->next;
	if (!db->first)
		db->last = &db->first;
	db->sent = false;
	answer(db, q, res);
	PQclear(res);
	arena_free(q->arena);
	send_first(db);
}

/* One more result of the first question; after the last it is answered.  Rows alone are
 * no answer: what comes after them may be that the transaction failed. */
static void take_result(struct db *db)
{
	PGresult *res = PQgetResult(db->conn);

	if (!res) {
		finish_first(db);
	} else if (!db->result || PQresultStatus(res) == PGRES_FATAL_ERROR) {
		PQclear(db->result);
		db->result = res;
	} else {
		PQclear(res);
	}
}

/* Without a connection every question has an answer: that it is lost. */
static void lose_all(struct db *db)
{
	db->state = DB_FAILED;
	while (db->first) {
		PQclear(db->result);
		db->result = NULL;
		finish_first(db);
	}
}

static double age_ms(const struct db *db)
{
	return clock_ms() - db->sent_ms;
}

static bool is_abandoned(const struct db *db)
{
	return db->sent && db->first && !db->first->fn && !db->is_cancelled;
}

/* What is late is given up, what nobody waits for is stopped when it is not quick. */
static void look_at_clock(struct db *db)
{
	if (db->state == DB_CONNECTING && clock_ms() >= db->due_ms)
		db->is_silent = !db_connect_late(db);
	if (db->sent && db->question_ms && age_ms(db) >= db->question_ms)
		db->is_silent = true;
	if (db->is_silent)
		lose_all(db);
	else if (is_abandoned(db) && age_ms(db) >= ABANDONED_MS)
		db_cancel(db);
}

/* Milliseconds from the sooner of two moments to now; at least one, so that nobody turns
 * in circles. */
static int until(double at_ms, int before)
{
	double left = at_ms - clock_ms();
	int ms = left < 1 ? 1 : left > 3600e3 ? 3600000 : (int)left + 1;

	return before >= 0 && before < ms ? before : ms;
}

int db_patience(const struct db *db)
{
	int ms = -1;

	if (db->state == DB_CONNECTING)
		return until(db->due_ms, ms);
	if (db->sent && db->question_ms)
		ms = until(db->sent_ms + db->question_ms, ms);
	if (is_abandoned(db))
		ms = until(db->sent_ms + ABANDONED_MS, ms);
	return ms;
}

void db_pump(struct db *db)
{
	struct pollfd p = { .fd = PQsocket(db->conn), .events = db_events(db) };

	look_at_clock(db);
	if (db->state == DB_CONNECTING && poll(&p, 1, 0) > 0)
		db_connect_step(db);
	if (db->state != DB_OPEN)
		return;
	PQflush(db->conn);
	if (!PQconsumeInput(db->conn) || PQstatus(db->conn) == CONNECTION_BAD) {
		lose_all(db);
		return;
	}
	while (db->first && db->sent && !PQisBusy(db->conn))
		take_result(db);
	send_first(db);
	for (PGnotify *told; (told = PQnotifies(db->conn)); PQfreemem(told))
		db->was_told = true;
}

bool db_was_told(struct db *db)
{
	bool was = db->was_told;

	db->was_told = false;
	return was;
}

int db_fd(const struct db *db)
{
	return PQsocket(db->conn);
}

/* Its end matters only when something waits to be sent. */
int db_cancel_fd(const struct db *db)
{
	return db->first && !db->sent ? db->cancel_fd : -1;
}

bool db_is_busy(const struct db *db)
{
	return db->first != NULL;
}

bool db_is_lost(const struct db *db)
{
	return db->state == DB_FAILED ||
	       (db->state == DB_OPEN && PQstatus(db->conn) == CONNECTION_BAD);
}
