/* Beginning a session without waiting for it.  All it needs goes along with the first
 * packet; no variable of the environment changes what a session sees or how long it may
 * take. */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "private.h"

#define CONNECT_MS 10000	/* unless the connection string says connect_timeout */
/* More than the server's own limit, which has the better words. */
#define QUESTION_MS 20000

/* A held task must not hang a clerk, nor a clerk who is gone hold a task: the server
 * looks at times whether anybody still listens. */
#define SETTINGS \
	"-c search_path=steward -c client_min_messages=warning -c datestyle=iso " \
	"-c timezone=UTC -c lock_timeout=10s -c client_connection_check_interval=5s " \
	"-c tcp_keepalives_idle=60 -c tcp_keepalives_interval=10 " \
	"-c tcp_keepalives_count=3 "
#define OF_QUESTIONS "-c statement_timeout=15s -c idle_in_transaction_session_timeout=60s"
#define OF_WORK "-c statement_timeout=0 -c idle_in_transaction_session_timeout=30min"

static bool read_conninfo(struct params *p, const char *conninfo, struct err *e)
{
	char *why = NULL;
	PQconninfoOption *all = PQconninfoParse(conninfo, &why);

	if (!all) {
		if (why)
			why[strcspn(why, "\n")] = '\0';
		ERR(e, ERR_USAGE, "cannot read the connection string: %s",
		    why ? why : "");
		PQfreemem(why);
		return err_hint(e, "Write it like \"host=db.office dbname=steward\", or "
				"name a folder.");
	}
	for (PQconninfoOption *o = all; o->keyword; o++)
		if (o->val)
			params_put(p, arena_strdup(p->arena, o->keyword),
			    arena_strdup(p->arena, o->val));
	PQconninfoFree(all);
	return true;
}

/* A cut line is noticed on both ends also when nothing is sent. */
static void put_ours(struct params *p, enum db_use use)
{
	static const char *const own[][2] = {
		{ "keepalives", "1" },
		{ "keepalives_idle", "15" },
		{ "keepalives_interval", "5" },
		{ "keepalives_count", "3" },
		{ "tcp_user_timeout", "30000" },
		{ "fallback_application_name", "steward" },
	};
	const char *options = params_given(p, "options");

	for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++)
		if (!params_given(p, own[i][0]))
			params_put(p, own[i][0], own[i][1]);
	params_put(p, "client_encoding", "UTF8");
	params_put(p, "options",
	    arena_printf(p->arena, "%s %s%s", options ? options : "", SETTINGS,
			 use == DB_QUESTIONS ? OF_QUESTIONS : OF_WORK));
}

/* libpq makes settings of a session from these; the packet's options would count less. */
static void forget_environment(void)
{
	unsetenv("PGDATESTYLE");
	unsetenv("PGTZ");
	unsetenv("PGGEQO");
}

static int connect_ms(const struct params *p)
{
	const char *seconds = params_given(p, "connect_timeout");
	long n = seconds ? strtol(seconds, NULL, 10) : 0;

	return n > 0 && n < 3600 ? (int)n * 1000 : CONNECT_MS;
}

static bool begin(struct db *db, const char *conninfo, const char *password,
		  enum db_use use, struct err *e)
{
	struct params p = { .arena = arena_new() };
	bool ok = read_conninfo(&p, conninfo, e);

	if (ok) {
		put_ours(&p, use);
		if (password)
			params_put(&p, "password", password);
		forget_environment();
		db->question_ms = use == DB_QUESTIONS ? QUESTION_MS : 0;
		hosts_of(db, &p, connect_ms(&p));
		ok = db->hosts ? hosts_next(db) : db_launch(db, &p, connect_ms(&p));
		if (!ok)
			db_fail(db, NULL, NULL, e);
	}
	arena_free(p.arena);
	return ok;
}

struct db *db_start(const char *conninfo, enum db_use use, struct err *e)
{
	return db_start_with(conninfo, NULL, use, e);
}

bool db_used_password(const struct db *db)
{
	return PQconnectionUsedPassword(db->conn);
}

struct db *db_start_with(const char *conninfo, const char *password, enum db_use use,
			 struct err *e)
{
	struct db *db = calloc(1, sizeof(*db));

	if (!db)
		abort();
	db->last = &db->first;
	db->cancel_fd = -1;
	db->state = DB_CONNECTING;
	if (!begin(db, conninfo, password, use, e)) {
		db_close(db);
		return NULL;
	}
	return db;
}

bool db_only_reads(const struct db *db)
{
	return db->state == DB_OPEN && conn_only_reads(db->conn);
}

bool db_is_second_best(const struct db *db)
{
	return db->has_others && db_only_reads(db);
}

bool db_connect_late(struct db *db)
{
	if (hosts_next(db))
		return true;
	db->state = DB_FAILED;
	return false;
}

void db_connect_step(struct db *db)
{
	db->polling = PQconnectPoll(db->conn);
	if (db->polling == PGRES_POLLING_OK && !hosts_has_better(db)) {
		db_opened(db);
	} else if (db->polling == PGRES_POLLING_FAILED) {
		hosts_refused(db);
		db_connect_late(db);
	}
}

short db_events(const struct db *db)
{
	if (db->state == DB_CONNECTING)
		return db->polling == PGRES_POLLING_READING ? POLLIN : POLLOUT;
	return PQflush(db->conn) == 1 ? POLLIN | POLLOUT : POLLIN;
}

bool db_is_connecting(const struct db *db)
{
	return db->state == DB_CONNECTING;
}

bool db_why(struct db *db, struct err *e)
{
	return db_fail(db, NULL, NULL, e);
}

static bool is_stopped(const struct db *db)
{
	return db->stop && *db->stop;
}

static void wait_for_connection(struct db *db)
{
	while (db->state == DB_CONNECTING && !is_stopped(db)) {
		struct pollfd p = { .fd = PQsocket(db->conn), .events = db_events(db) };

		if (clock_ms() >= db->due_ms)
			db->is_silent = !db_connect_late(db);
		else if (poll(&p, 1, 100) > 0)
			db_connect_step(db);
	}
}

struct db *db_open(const char *conninfo, enum db_use use, volatile sig_atomic_t *stop,
		   struct err *e)
{
	struct db *db = db_start(conninfo, use, e);

	if (!db)
		return NULL;
	db->stop = stop;
	wait_for_connection(db);
	if (db->state == DB_OPEN)
		return db;
	if (db->state == DB_CONNECTING)
		ERR(e, ERR_CANCELLED, "stopped; nothing was kept");
	else
		db_why(db, e);
	db_close(db);
	return NULL;
}
