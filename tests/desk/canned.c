/* A database that is a file: the same functions as db/ask.c, answered from rows. */
#include "script.h"

#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/db.h"

#define LINE_MOST 4000
#define REPEAT_MOST 10000
#define CONNECT_STEPS 3	/* no server answers before the screen is there */

/* One answer: its conditions and its rows as they stand in the file. */
struct answer {
	struct answer *next;
	const char *name, *conditions, *columns;
	const char *rows[REPEAT_MOST];
	int n;
};

struct question {
	struct question *next;
	const struct stmt *stmt;
	struct arena *arena;		/* of the parameters, which are copied */
	const char *params[32];
	db_answer_fn fn;
	void *ctx;
};

struct db { struct question *first, **last; int steps; };

static struct {
	struct answer *answers;
	char missing[1000];
	struct db db;
	bool was_asked, is_cut, is_lost;
	struct question *answered;	/* newest first */
} canned;

static const char *numbered(struct arena *a, const char *like, int n)
{
	size_t before = strcspn(like, "#");

	return !like[before] ? like
			     : arena_printf(a, "%.*s%05d%s", (int)before, like, n,
					    numbered(a, like + before + 1, n));
}

/* "* N" stands for N rows like the one before, "#" in it for 1, 2, ... */
static void repeat(struct arena *a, struct answer *at, int n)
{
	const char *like = at->rows[--at->n];

	for (int i = 0; i < n; i++)
		at->rows[at->n++] = numbered(a, like, i + 1);
}

static struct answer *begin(struct arena *a, const char *head)
{
	struct answer *at = arena_alloc(a, sizeof(*at));
	size_t n = strcspn(head, " ");

	at->name = arena_strndup(a, head, n);
	at->conditions = arena_strdup(a, head + n);
	return at;
}

bool canned_read(struct arena *a, const char *path)
{
	FILE *f = fopen(path, "r");
	struct answer *at = NULL, **last = &canned.answers;
	char line[LINE_MOST];

	while (f && fgets(line, sizeof(line), f)) {
		line[strcspn(line, "\n")] = '\0';
		if (strncmp(line, "== ", 3) == 0) {
			*last = at = begin(a, line + 3);
			last = &at->next;
		} else if (at && !at->columns) {
			at->columns = arena_strdup(a, line);
		} else if (at && strncmp(line, "* ", 2) == 0) {
			repeat(a, at, (int)strtol(line + 2, NULL, 10));
		} else if (at && line[0]) {
			at->rows[at->n++] = arena_strdup(a, line);
		}
	}
	return f && fclose(f) == 0;
}

const char *canned_missing(void)
{
	return canned.missing;
}

bool canned_is_idle(void)
{
	return canned.is_cut || (canned.was_asked && !canned.db.first);
}

/* "\\n" and "\\t" of a cell. */
static char *unescaped(char *s)
{
	char *to = s;

	for (const char *at = s; *at; at++) {
		bool is_escape = at[0] == '\\' && (at[1] == 'n' || at[1] == 't');

		*to++ = !is_escape ? *at : *++at == 'n' ? '\n' : '\t';
	}
	*to = '\0';
	return s;
}

/* Cell number i of a line with tabs; NULL past its end and for "~". */
static char *cell(struct arena *a, const char *line, int i)
{
	while (i-- > 0 && line[strcspn(line, "\t")])
		line += strcspn(line, "\t") + 1;
	return i >= 0 || strcmp(line, "~") == 0 || strncmp(line, "~\t", 2) == 0
		       ? NULL
		       : unescaped(arena_strndup(a, line, strcspn(line, "\t")));
}

static bool is_asked_by(const struct answer *at, const struct question *q)
{
	const char *c = at->conditions;

	if (strcmp(at->name, q->stmt->name) != 0)
		return false;
	for (c += strspn(c, " "); *c; c += strspn(c, " ")) {
		int i = (int)strtol(c, NULL, 10) - 1;
		const char *want = strchr(c, '=') + 1, *got = q->params[i];
		size_t n = strcspn(want, " ");

		if (strlen(got ? got : "") != n || strncmp(got ? got : "", want, n) != 0)
			return false;
		c = want + n;
	}
	return true;
}

/* The column of the file that has this name; -1. */
static int column_of(struct arena *a, const struct answer *at, const char *name)
{
	size_t n = strcspn(name, " ");
	const char *c;

	for (int i = 0; (c = cell(a, at->columns, i)); i++)
		if (strlen(c) == n && strncmp(c, name, n) == 0)
			return i;
	return -1;
}

static PGresult *result_of(const struct answer *at, const struct stmt *s)
{
	struct arena *a = arena_new();
	PGresult *res = PQmakeEmptyPGresult(NULL, PGRES_TUPLES_OK);
	PGresAttDesc *heads = arena_alloc(a, sizeof(*heads) * (size_t)s->ncolumns);

	for (int i = 0; i < s->ncolumns; i++)
		heads[i].name =
		    arena_strndup(a, s->columns[i], strcspn(s->columns[i], " "));
	PQsetResultAttrs(res, s->ncolumns, heads);
	for (int row = 0; at && row < at->n; row++)
		for (int i = 0; i < s->ncolumns; i++) {
			int col = column_of(a, at, s->columns[i]);
			char *text = col < 0 ? NULL : cell(a, at->rows[row], col);

			PQsetvalue(res, row, i, text, text ? (int)strlen(text) : -1);
		}
	arena_free(a);
	return res;
}

static void forget(struct question *q)
{
	arena_free(q->arena);
	free(q);
}

static void answer_first(struct db *db)
{
	struct question *q = db->first;
	const struct answer *at = canned.answers;
	struct rows rows = { 0 };

	db->first = q->next;
	if (!db->first)
		db->last = &db->first;
	while (at && !is_asked_by(at, q))
		at = at->next;
	if (!at && !strstr(canned.missing, q->stmt->name))
		snprintf(canned.missing + strlen(canned.missing),
			 sizeof(canned.missing) - strlen(canned.missing), "%s\n",
			 q->stmt->name);
	rows.result = result_of(at, q->stmt);
	rows.n = PQntuples(rows.result);
	if (q->fn)
		q->fn(q->ctx, &rows, NULL);
	PQclear(rows.result);
	q->next = canned.answered;
	canned.answered = q;
}

struct db *db_start(const char *conninfo, enum db_use use, struct err *e)
{
	(void)conninfo;
	(void)use;
	(void)e;
	canned.db.first = NULL;
	canned.db.last = &canned.db.first;
	canned.db.steps = CONNECT_STEPS;
	canned.was_asked = canned.is_lost = false;
	return &canned.db;
}

struct db *db_start_with(const char *conninfo, const char *password, enum db_use use,
			 struct err *e)
{
	(void)password;
	return db_start(conninfo, use, e);
}

bool db_used_password(const struct db *db)
{
	(void)db;
	return false;
}

void db_close(struct db *db)
{
	for (struct question *q; db && (q = db->first);) {
		db->first = q->next;
		forget(q);
	}
}

void db_ask(struct db *db, const struct stmt *s, const char *const *params,
	    db_answer_fn fn, void *ctx)
{
	struct question *q = calloc(1, sizeof(*q));

	*q = (struct question){ .stmt = s, .fn = fn, .ctx = ctx, .arena = arena_new() };
	for (int i = 0; i < s->nparams && i < 32; i++)
		q->params[i] = params[i] ? arena_strdup(q->arena, params[i]) : NULL;
	*db->last = q;
	db->last = &q->next;
	canned.was_asked = true;
}

void db_drop(struct db *db, const void *ctx)
{
	for (struct question *q = db->first; q; q = q->next)
		if (q->ctx == ctx)
			q->fn = NULL;
}

/* One turn answers what was asked before it. */
void db_pump(struct db *db)
{
	db->steps -= db->steps > 0 && !canned.is_cut;
	while (db->first)
		answer_first(db);
}

bool db_is_connecting(const struct db *db)
{
	return db->steps > 0;
}

bool db_is_busy(const struct db *db)
{
	return db->first != NULL;
}

bool db_was_told(struct db *db)
{
	(void)db;
	return false;
}

bool db_is_lost(const struct db *db)
{
	(void)db;
	return canned.is_lost;
}

void canned_cut(bool is_cut)
{
	canned.is_cut = is_cut;
	canned.is_lost |= is_cut;
}

const char *canned_last(struct arena *a, const char *statement, int param)
{
	for (const struct question *q = canned.answered; q; q = q->next)
		if (strcmp(q->stmt->name, statement) == 0)
			return arena_strdup(a, q->params[param] ? q->params[param] : "");
	return NULL;
}

void canned_forget(void)
{
	for (struct question *q; (q = canned.answered);) {
		canned.answered = q->next;
		forget(q);
	}
}

int db_fd(const struct db *db)
{
	(void)db;
	return -1;
}

int db_cancel_fd(const struct db *db)
{
	(void)db;
	return -1;
}

short db_events(const struct db *db)
{
	(void)db;
	return 0;
}

int db_patience(const struct db *db)
{
	return db->first || db->steps ? 0 : -1;
}
