#include "spans.h"

#include <stdlib.h>

#define FIRST_SIZE 1024

static void *grown(void *rows, size_t n, size_t *size, size_t each)
{
	if (n < *size)
		return rows;
	*size = *size ? *size * 2 : FIRST_SIZE;
	rows = realloc(rows, *size * each);
	if (!rows)
		abort();
	return rows;
}

void span_add(struct span_list *l, const struct span *it)
{
	l->rows = grown(l->rows, l->n, &l->size, sizeof(*l->rows));
	l->rows[l->n++] = *it;
}

void spans_done(struct spans *s)
{
	free(s->open.rows);
	free(s->closed.rows);
	free(s->waits);
	free(s->due);
	*s = (struct spans){ 0 };
}

void spans_begin(struct spans *s, int64_t id, int year, bool is_once, int64_t fen)
{
	const struct span it = { .id = id,
				 .fen = fen,
				 .from = (int16_t)year,
				 .to = (int16_t)year,
				 .is_once = is_once };

	span_add(is_once ? &s->closed : &s->open, &it);
}

void spans_wait(struct spans *s, int64_t id, int32_t day)
{
	s->waits = grown(s->waits, s->nwaits, &s->waits_size, sizeof(*s->waits));
	s->waits[s->nwaits++] = (struct wait){ id, day };
}

static int by_id(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return x < y ? -1 : x > y;
}

static bool is_due(const struct spans *s, int64_t id)
{
	return s->ndue && bsearch(&id, s->due, s->ndue, sizeof(id), by_id);
}

/* is_all: of everybody, otherwise of the due. */
static void end_open(struct spans *s, int year, bool is_all)
{
	size_t left = 0;

	for (size_t i = 0; i < s->open.n; i++) {
		struct span *it = &s->open.rows[i];

		if (!is_all && !is_due(s, it->id)) {
			s->open.rows[left++] = *it;
			continue;
		}
		it->to = (int16_t)(year - 1);
		span_add(&s->closed, it);
	}
	s->open.n = left;
}

/* Each waits once: the nearer day of both books is his. */
void spans_take_due(struct spans *s, int32_t day, int year)
{
	size_t left = 0;

	s->ndue = 0;
	free(s->due);
	s->due = malloc((s->nwaits + 1) * sizeof(*s->due));
	if (!s->due)
		abort();
	for (size_t i = 0; i < s->nwaits; i++) {
		if (s->waits[i].day <= day)
			s->due[s->ndue++] = s->waits[i].id;
		else
			s->waits[left++] = s->waits[i];
	}
	s->nwaits = left;
	qsort(s->due, s->ndue, sizeof(*s->due), by_id);
	if (s->ndue)
		end_open(s, year, false);
}

void spans_close(struct spans *s, int year)
{
	end_open(s, year, true);
	s->nwaits = 0;
	s->ndue = 0;
}

struct span_list *spans_end(struct spans *s, int years)
{
	end_open(s, years, true);
	return &s->closed;
}
