#include "layout.h"

#include <string.h>

#define LEAST_FREE 8	/* columns that a column without a width must get */

static int wanted(const struct column *c)
{
	return c->width ? c->width : LEAST_FREE;
}

static int total(const struct layout *l, const struct column *columns)
{
	int sum = -1;

	for (int i = 0; i < l->n; i++)
		if (l->width[i])
			sum += wanted(&columns[i]) + 1;
	return sum;
}

/* The next column to go: the one that declared the lowest number. */
static int weakest(const struct layout *l, const struct column *columns)
{
	int best = -1;

	for (int i = 0; i < l->n; i++)
		if (l->width[i] && columns[i].gives_way &&
		    (best < 0 || columns[i].gives_way < columns[best].gives_way))
			best = i;
	return best;
}

static void share_rest(struct layout *l, const struct column *columns, int rest)
{
	int free = 0;

	for (int i = 0; i < l->n; i++)
		free += l->width[i] && !columns[i].width;
	for (int i = 0; i < l->n && free; i++)
		if (l->width[i] && !columns[i].width) {
			l->width[i] += rest / free;
			rest -= rest / free--;
		}
}

static int sum_of(const struct layout *l)
{
	int sum = -1;

	for (int i = 0; i < l->n; i++)
		if (l->width[i])
			sum += l->width[i] + 1;
	return sum;
}

/* Nothing gives way any more: the widest become narrower, so that each is seen in
 * part. */
static void squeeze(struct layout *l, int cols)
{
	while (l->n && sum_of(l) > cols) {
		int widest = 0;

		for (int i = 1; i < l->n; i++)
			if (l->width[i] > l->width[widest])
				widest = i;
		if (l->width[widest] <= 2)
			return;
		l->width[widest]--;
	}
}

void layout_columns(struct layout *l, const struct column *columns, int left, int cols)
{
	int weak, rest;

	memset(l, 0, sizeof(*l));
	while (l->n < LAYOUT_COLUMNS && columns[l->n].title) {
		l->width[l->n] = wanted(&columns[l->n]);
		l->n++;
	}
	while (total(l, columns) > cols - left && (weak = weakest(l, columns)) >= 0)
		l->width[weak] = 0;
	rest = cols - left - total(l, columns);
	if (rest > 0)
		share_rest(l, columns, rest);
	squeeze(l, cols - left);
	for (int i = 0; i < l->n; i++) {
		l->col[i] = left;
		if (l->width[i])
			left += l->width[i] + 1;
	}
}
