#include "runs.h"

#include <stdlib.h>

/* What a person is touched by in one year. */
struct touch {
	bool is_touched;
	int64_t monthly_fen, once_fen;
};

static int by_person(const void *a, const void *b)
{
	int64_t x = ((const struct span *)a)->id, y = ((const struct span *)b)->id;

	return x < y ? -1 : x > y;
}

static void add(struct touch *touches, const struct span *it)
{
	for (int y = it->from; y <= it->to; y++) {
		touches[y].is_touched = true;
		if (it->is_once)
			touches[y].once_fen += it->fen;
		else
			touches[y].monthly_fen += it->fen;
	}
}

static bool is_alike(const struct touch *a, const struct touch *b)
{
	return a->is_touched && b->is_touched && a->monthly_fen == b->monthly_fen &&
	       a->once_fen == b->once_fen;
}

/* The spans of one person, n of them. */
static size_t take_person(const struct span_list *l, size_t at, int years,
			  const bool *left_out, struct touch *touches)
{
	size_t n = 0;

	for (int y = 0; y < years; y++)
		touches[y] = (struct touch){ 0 };
	for (; at + n < l->n && l->rows[at + n].id == l->rows[at].id; n++)
		add(touches, &l->rows[at + n]);
	for (int y = 0; y < years; y++)
		touches[y].is_touched &= !left_out[y];
	return n;
}

void runs_make(struct span_list *l, int years, const bool *left_out,
	       void (*run)(void *ctx, int64_t person, int from, int to,
			   int64_t monthly_fen, int64_t once_fen),
	       void *ctx)
{
	struct touch t[RUN_YEARS];

	if (l->n)
		qsort(l->rows, l->n, sizeof(*l->rows), by_person);
	for (size_t at = 0, n; at < l->n; at += n) {
		n = take_person(l, at, years, left_out, t);
		for (int from = 0, to; from < years; from = to + 1) {
			to = from;
			if (!t[from].is_touched)
				continue;
			while (to + 1 < years && is_alike(&t[from], &t[to + 1]))
				to++;
			run(ctx, l->rows[at].id, from, to, t[from].monthly_fen,
			    t[from].once_fen);
		}
	}
}
