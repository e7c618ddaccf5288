#include "times.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

void times_note(struct times *t, double ms)
{
	if (t->n == t->room) {
		t->room = t->room ? t->room * 2 : 256;
		t->ms = realloc(t->ms, (size_t)t->room * sizeof(*t->ms));
		assert_non_null(t->ms);
	}
	t->ms[t->n++] = ms;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

double times_at(struct times *t, int percent)
{
	assert_true(t->n > 0);
	qsort(t->ms, (size_t)t->n, sizeof(*t->ms), by_size);
	return t->ms[(t->n - 1) * percent / 100];
}

void times_free(struct times *t)
{
	free(t->ms);
	*t = (struct times){ 0 };
}
