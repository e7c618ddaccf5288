#include "askings.h"

#include <string.h>

#include "rule/calculate.h"

#define BATCH_ROWS   4096
#define BATCH_BYTES  (2u << 20)
#define ANSWERS_MOST (1u << 30)
#define BEFORE	     14 /* bytes of a row before its place: columns, length, person */

#define TABLE                                                                            \
	"drop table if exists pg_temp.asked; create temp table asked"                    \
	" (calculation text, person_id bigint, answer text) on commit drop"
#define COPY_ASKED                                                                       \
	"copy asked (calculation, person_id, answer) from stdin (format binary)"

struct asker {
	struct judging *r;
	struct calculating c;
	int n;
	struct asked_row rows[BATCH_ROWS];
	uint64_t persons[BATCH_ROWS];
	struct buf told; /* COPY rows for asked */
};

const char *askings_put(struct arena *a, const char *text, const char *mark,
			const char *value)
{
	const char *out = "", *at;

	for (; (at = strstr(text, mark)); text = at + strlen(mark))
		out = arena_printf(a, "%s%.*s%s", out, (int)(at - text), text, value);
	return arena_printf(a, "%s%s", out, text);
}

const char *askings_scoped(struct arena *a, const struct stmt *s, bool scoped)
{
	return askings_put(a, s->text, ASKINGS_SCOPE,
			   scoped ? "join scope using (person_id)" : "");
}

/* NULL: the calculation failed on this person. */
static void tell(struct asker *k, uint64_t person, const char *answer, size_t n)
{
	buf_u16(&k->told, 3);
	wire_string(&k->told, k->c.name);
	buf_u32(&k->told, 8);
	buf_u64(&k->told, person);
	if (answer)
		wire_text(&k->told, answer, n);
	else
		buf_u32(&k->told, UINT32_MAX);
}

static void fail(struct asker *k, int i, const char *message)
{
	const struct judge_options *o = k->r->o;

	k->r->n->failed++;
	if (o->failed)
		o->failed(o->ctx, k->c.name, (int64_t)k->persons[i], message);
	tell(k, k->persons[i], NULL, 0);
}

static void take_answer(struct asker *k, int i)
{
	const char *at, *end, *s;
	size_t n;

	if (k->rows[i].error) {
		fail(k, i, k->rows[i].error);
		return;
	}
	s = calculating_message(&k->c, &k->rows[i], &at, &end, &n);
	if (n) {
		fail(k, i, arena_strndup(k->r->a, s, n));
		return;
	}
	if (wire_take_u32(&at, end) == 0)
		return;
	s = wire_take(&at, end, &n);
	if (n)
		tell(k, k->persons[i], s, n);
}

static bool flush(struct asker *k, struct err *e)
{
	if (k->n && !calculating_ask(&k->c, k->rows, k->n, e))
		return false;
	for (int i = 0; i < k->n; i++)
		take_answer(k, i);
	k->n = 0;
	buf_clear(&k->c.asks);
	buf_clear(&k->c.answers);
	return !k->told.full ||
	       ERR(e, ERR_SYSTEM, "the answers of %s do not fit", k->c.name);
}

static uint64_t number_at(const char *p)
{
	uint64_t v = 0;

	for (int i = 0; i < 8; i++)
		v = v << 8 | (unsigned char)p[i];
	return v;
}

/* A row of the server is a question as it stands, but for the person before it. */
static bool take_row(struct asker *k, const char *data, size_t n, struct err *e)
{
	if (n < BEFORE)
		return ERR(e, ERR_DB, "a row is cut short");
	k->persons[k->n] = number_at(data + 6);
	k->rows[k->n++] =
	    (struct asked_row){ .asked = k->c.asks.len, .asked_len = n - BEFORE };
	buf_add(&k->c.asks, data + BEFORE, n - BEFORE);
	return (k->n < BATCH_ROWS && k->c.asks.len < BATCH_BYTES) || flush(k, e);
}

static bool stream(struct asker *k, struct err *e)
{
	bool is_first = true, ok = true;

	while (ok) {
		char *data;
		size_t n, skip;

		if (!db_copy_read(k->r->db, &data, &n, e))
			return false;
		if (n == 0)
			return flush(k, e);
		skip = is_first ? DB_COPY_HEADER_LEN : 0;
		is_first = false;
		if (n - skip != DB_COPY_END_LEN ||
		    memcmp(data + skip, DB_COPY_END, DB_COPY_END_LEN) != 0)
			ok = take_row(k, data + skip, n - skip, e);
		db_copy_done(data);
	}
	db_copy_abort(k->r->db);
	return false;
}

static bool store(struct asker *k, struct err *e)
{
	struct db *db = k->r->db;
	int64_t n;

	return k->told.len == 0 ||
	       (db_copy_start(db, COPY_ASKED, e) &&
		db_copy_data(db, DB_COPY_HEADER, DB_COPY_HEADER_LEN, e) &&
		db_copy_data(db, k->told.data, k->told.len, e) &&
		db_copy_data(db, DB_COPY_END, DB_COPY_END_LEN, e) &&
		db_copy_end(db, &n, e));
}

static bool ask(struct judging *r, const struct asking *of, struct engine *engine,
		struct err *e)
{
	struct arena *a = arena_new();
	struct asker *k = arena_alloc(a, sizeof(*k));
	bool ok;

	k->r = r;
	calculating_init(&k->c, engine, of->calculation, of->stmt->ncolumns - 2);
	buf_init(&k->told, ANSWERS_MOST);
	ok = db_copy_start(r->db,
			   arena_printf(a, "copy (%s) to stdout (format binary)",
					askings_scoped(a, of->stmt, !r->finds_all)),
			   e) &&
	     stream(k, e) && store(k, e);
	calculating_done(&k->c);
	buf_done(&k->told);
	arena_free(a);
	return ok;
}

static bool keep(struct judging *r, const struct stmt *s, struct err *e)
{
	const struct stmt scoped = {
		.name = arena_printf(r->a, "%s_%d", s->name, r->finds_all),
		.text = askings_scoped(r->a, s, !r->finds_all),
	};

	return db_run(r->db, r->a, &scoped, NULL, NULL, e);
}

bool askings_run(struct judging *r, struct engine *engine, struct err *e)
{
	if (!db_script(r->db, TABLE, e))
		return false;
	for (const struct module *const *m = r->o->modules; *m; m++)
		for (const struct asking *k = (*m)->askings; k && k->calculation; k++)
			if (!ask(r, k, engine, e) ||
			    (k->keeps && !keep(r, k->keeps, e)))
				return false;
	return true;
}
