/* Beginning a connection.  An office on several servers: one takes what is written, the
 * others follow it and can be read.  Each named host is tried in turn, with its share of
 * the time, until one takes what is written; when there is none, one that only reads will
 * do. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "private.h"

struct hosts {
	struct arena *arena;
	struct params params;
	const char *host, *hostaddr, *port; /* lists with commas; NULL */
	int n, at;
	int each_ms;
	PGconn *reader;		/* open, in case nobody takes what is written */
};

static bool stored_alone;

/* Notices are not for the reader, but one: that what was stored has not reached the
 * second server.  Its words are in the server's language, its place is not. */
static void take_notice(void *arg, const PGresult *res)
{
	const char *place = PQresultErrorField(res, PG_DIAG_SOURCE_FUNCTION);

	(void)arg;
	if (place && strcmp(place, "SyncRepWaitForLSN") == 0)
		stored_alone = true;
}

bool db_stored_alone(void)
{
	bool was = stored_alone;

	stored_alone = false;
	return was;
}

void params_put(struct params *p, const char *name, const char *value)
{
	if (p->n == MOST_PARAMS - 1)
		return;
	p->names[p->n] = name;
	p->values[p->n++] = value;
}

const char *params_given(const struct params *p, const char *name)
{
	const char *value = NULL;

	for (int i = 0; i < p->n; i++)
		if (strcmp(p->names[i], name) == 0)
			value = p->values[i];
	return value;
}

static void params_copy(struct params *to, const struct params *from, struct arena *a)
{
	*to = (struct params){ .arena = a };
	for (int i = 0; i < from->n; i++)
		params_put(to, arena_strdup(a, from->names[i]),
			   from->values[i] ? arena_strdup(a, from->values[i]) : NULL);
}

bool db_launch(struct db *db, const struct params *p, int ms)
{
	db->conn = PQconnectStartParams(p->names, p->values, 0);
	db->polling = PGRES_POLLING_WRITING;
	db->due_ms = clock_ms() + ms;
	if (!db->conn || PQstatus(db->conn) == CONNECTION_BAD)
		return false;
	PQsetNoticeReceiver(db->conn, take_notice, NULL);
	return true;
}

bool conn_only_reads(const PGconn *conn)
{
	const char *standby = PQparameterStatus(conn, "in_hot_standby");

	return standby && strcmp(standby, "on") == 0;
}

static int count_of(const char *list)
{
	int n = 1;

	for (; list && (list = strchr(list, ',')); list++)
		n++;
	return n;
}

static bool is_list_of(const char *list, int n)
{
	return !list || count_of(list) == n;
}

/* The i-th of a list, or the only one there is. */
static const char *nth(struct arena *a, const char *list, int i)
{
	size_t n;

	if (count_of(list) > 1)
		for (; i > 0 && *list; i--)
			list += strcspn(list, ",") + 1;
	n = strcspn(list, ",");
	return arena_strndup(a, list, n);
}

void hosts_of(struct db *db, const struct params *p, int connect_ms)
{
	const char *host = params_given(p, "host"),
		   *hostaddr = params_given(p, "hostaddr"),
		   *port = params_given(p, "port");
	int n = count_of(hostaddr ? hostaddr : host);
	struct hosts *h;

	/* Who says which kind of server it shall be has libpq choose it; it also has the
	 * words for lists that do not go together. */
	if (n < 2 || params_given(p, "target_session_attrs") || !is_list_of(host, n) ||
	    (count_of(port) > 1 && !is_list_of(port, n)))
		return;
	db->has_others = true;
	db->hosts = h = calloc(1, sizeof(*h));
	if (!h)
		abort();
	h->arena = arena_new();
	h->host = host ? arena_strdup(h->arena, host) : NULL;
	h->hostaddr = hostaddr ? arena_strdup(h->arena, hostaddr) : NULL;
	h->port = port ? arena_strdup(h->arena, port) : NULL;
	h->n = n;
	h->each_ms = params_given(p, "connect_timeout") ? connect_ms : connect_ms / n;
	params_copy(&h->params, p, h->arena);
}

static bool try_host(struct db *db, int i)
{
	struct hosts *h = db->hosts;
	struct params p = h->params;

	if (h->host)
		params_put(&p, "host", nth(h->arena, h->host, i));
	if (h->hostaddr)
		params_put(&p, "hostaddr", nth(h->arena, h->hostaddr, i));
	if (h->port)
		params_put(&p, "port", nth(h->arena, h->port, i));
	return db_launch(db, &p, h->each_ms);
}

/* A password that was typed is in no memory that is given back. */
static void wipe_password(struct params *p)
{
	for (int i = 0; i < p->n; i++)
		if (strcmp(p->names[i], "password") == 0 && p->values[i])
			explicit_bzero((char *)p->values[i], strlen(p->values[i]));
}

void hosts_done(struct db *db)
{
	if (!db->hosts)
		return;
	PQfinish(db->hosts->reader);
	wipe_password(&db->hosts->params);
	arena_free(db->hosts->arena);
	free(db->hosts);
	db->hosts = NULL;
}

void db_opened(struct db *db)
{
	PQsetnonblocking(db->conn, 1);
	db->state = DB_OPEN;
	db->was_open = true;
	hosts_done(db);
}

bool hosts_next(struct db *db)
{
	struct hosts *h = db->hosts;

	while (h && h->at < h->n) {
		PQfinish(db->conn);
		db->conn = NULL;
		if (try_host(db, h->at++))
			return true;
	}
	if (!h || !h->reader)
		return false;
	PQfinish(db->conn);
	db->conn = h->reader;
	h->reader = NULL;
	db_opened(db);
	return true;
}

void hosts_refused(struct db *db)
{
	/* The others have the same logins, and their words would hide this one's. */
	if (db->hosts && PQconnectionUsedPassword(db->conn))
		db->hosts->at = db->hosts->n;
}

bool hosts_has_better(struct db *db)
{
	struct hosts *h = db->hosts;

	if (!h || h->at == h->n || !conn_only_reads(db->conn))
		return false;
	if (!h->reader) {
		h->reader = db->conn;
		db->conn = NULL;
	}
	return hosts_next(db);
}
