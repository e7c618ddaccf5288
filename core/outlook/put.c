#include "put.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "facts/subject.h"
#include "runs.h"

#define PIECE	   65536
#define PAIR_BYTES (2 + 2 * (4 + 8)) /* a row of two numbers */

/* Rows on their way to a table; ok goes false once, e says why. */
struct putting {
	struct db *db;
	struct buf rows;
	struct err *e;
	bool ok;
};

static struct putting start(struct db *db, const char *copy, struct err *e)
{
	struct putting p = { .db = db, .e = e, .ok = db_copy_start(db, copy, e) };

	buf_init(&p.rows, 2 * PIECE);
	buf_add(&p.rows, DB_COPY_HEADER, DB_COPY_HEADER_LEN);
	return p;
}

static void hand_over(struct putting *p, size_t least)
{
	if (!p->ok || p->rows.len < least)
		return;
	p->ok = db_copy_data(p->db, p->rows.data, p->rows.len, p->e);
	buf_clear(&p->rows);
}

static bool finish(struct putting *p)
{
	int64_t n;

	buf_add(&p->rows, DB_COPY_END, DB_COPY_END_LEN);
	hand_over(p, 0);
	p->ok = p->ok && db_copy_end(p->db, &n, p->e);
	buf_done(&p->rows);
	return p->ok;
}

static void put_big(struct putting *p, int64_t n)
{
	buf_u32(&p->rows, 8);
	buf_u64(&p->rows, (uint64_t)n);
}

static void put_int(struct putting *p, int n)
{
	buf_u32(&p->rows, 4);
	buf_u32(&p->rows, (uint32_t)n);
}

bool put_due(struct db *db, const int64_t *ids, size_t n, struct err *e)
{
	struct putting p;

	if (!db_script(db, "truncate outlook_due", e))
		return false;
	p = start(db, "copy outlook_due (id) from stdin (format binary)", e);
	for (size_t i = 0; p.ok && i < n; i++) {
		buf_u16(&p.rows, 1);
		put_big(&p, ids[i]);
		hand_over(&p, PIECE);
	}
	return finish(&p) && db_script(db, "analyze outlook_due", e);
}

static void put_run(void *ctx, int64_t person, int from, int to, int64_t monthly_fen,
		    int64_t once_fen)
{
	struct putting *p = ctx;

	buf_u16(&p->rows, 5);
	put_big(p, person);
	put_int(p, from);
	put_int(p, to);
	put_big(p, monthly_fen);
	put_big(p, once_fen);
	hand_over(p, PIECE);
}

bool put_runs(struct db *db, struct span_list *l, int years, const bool *left_out,
	      struct err *e)
{
	struct putting p = start(db,
				 "copy outlook_run (person_id, from_at, to_at, "
				 "monthly_fen, once_fen) from stdin (format binary)",
				 e);

	runs_make(l, years, left_out, put_run, &p);
	return finish(&p) && db_script(db, "analyze outlook_run", e);
}

struct pair {
	int64_t id, person;
};

static int by_first(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return x < y ? -1 : x > y;
}

static int64_t big_at(const char *at)
{
	uint64_t v = 0;

	for (int i = 0; i < 8; i++)
		v = v << 8 | (unsigned char)at[i];
	return (int64_t)v;
}

/* Rows of a subject's number and a person's, at most as many as were put into
 * outlook_due. */
static bool read_pairs(struct db *db, const char *copy, struct pair *pairs, size_t most,
		       size_t *n, struct err *e)
{
	bool is_first = true;
	size_t len;
	char *data;

	*n = 0;
	if (!db_copy_start(db, copy, e))
		return false;
	while (db_copy_read(db, &data, &len, e)) {
		const char *at = data + (is_first ? DB_COPY_HEADER_LEN : 0);

		if (len == 0)
			return true;
		if (data + len - at == PAIR_BYTES && *n < most)
			pairs[(*n)++] = (struct pair){ big_at(at + 6), big_at(at + 18) };
		is_first = false;
		db_copy_done(data);
	}
	return false;
}

/* The numbers of those that have spans, once each. */
static size_t ids_of(const struct span_list *l, int64_t *ids)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++)
		ids[i] = l->rows[i].id;
	qsort(ids, l->n, sizeof(*ids), by_first);
	for (size_t i = 0; i < l->n; i++)
		if (i == 0 || ids[i] != ids[i - 1])
			ids[n++] = ids[i];
	return n;
}

static void give_persons(struct span_list *l, const struct pair *pairs, size_t n)
{
	size_t left = 0;

	for (size_t i = 0; i < l->n; i++) {
		const struct pair *p =
		    bsearch(&l->rows[i].id, pairs, n, sizeof(*pairs), by_first);

		if (!p)
			continue;
		l->rows[left] = l->rows[i];
		l->rows[left++].id = p->person;
	}
	l->n = left;
}

bool put_persons(struct db *db, struct arena *a, const struct subject *of,
		 struct span_list *l, struct err *e)
{
	static const char copy[] = "copy (select d.id, f.person_id from outlook_due d "
				   "join {s}_fact f on f.{s}_id = d.id) to stdout "
				   "(format binary)";
	size_t n, npairs;
	struct pair *pairs;
	int64_t *ids;
	bool ok;

	if (strcmp(of->name, SUBJECT_PERSON) == 0 || l->n == 0)
		return true;
	ids = malloc(l->n * sizeof(*ids));
	pairs = malloc(l->n * sizeof(*pairs));
	if (!ids || !pairs)
		abort();
	n = ids_of(l, ids);
	ok = put_due(db, ids, n, e) &&
	     read_pairs(db, subject_sql(a, copy, of), pairs, n, &npairs, e);
	if (ok) {
		qsort(pairs, npairs, sizeof(*pairs), by_first);
		give_persons(l, pairs, npairs);
	}
	free(ids);
	free(pairs);
	return ok;
}
