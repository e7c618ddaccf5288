/* With the memory of answers a rule answers as it does without, whatever it looks at on
 * the way. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "book/memo.h"

#define FACTS 8

struct person { int facts[FACTS]; uint32_t looked; };

static int look(struct person *p, int fact)
{
	p->looked |= 1u << fact;
	return p->facts[fact];
}

/* The first two facts decide which others are looked at; with more than two ways there
 * are more sets of facts than the memory keeps. */
static int ways;

static int judge(struct person *p)
{
	int way;

	p->looked = 0;
	way = (look(p, 0) * 2 + look(p, 1) % 2) % ways;
	if (way == 0)
		return p->facts[0] % 1000 * 1000 + p->facts[1] % 1000;
	return way * 1000000 +
	       look(p, 2 + way) % 1000 * (look(p, 2) % 2 ? look(p, 7) % 1000 + 1 : 1);
}

static size_t write_key(void *ctx, uint32_t mask, char *key, size_t size)
{
	struct person *p = ctx;
	size_t n = 0;

	for (int i = 0; i < FACTS; i++)
		if (mask & 1u << i) {
			if (n + sizeof(int) > size)
				return 0;
			memcpy(key + n, &p->facts[i], sizeof(int));
			n += sizeof(int);
		}
	return n;
}

/* What the memory says, or the rule itself, whose answer is then kept. */
static int answer(struct memo *m, struct person *p, int *hits)
{
	struct memo_answer a;
	char text[16];
	int value;

	if (memo_get(m, write_key, p, &a)) {
		++*hits;
		assert_int_equal(a.next_check, a.nfound ? atoi(a.found) : 0);
		return a.next_check;
	}
	value = judge(p);
	a = (struct memo_answer){ .next_check = value, .nfound = value != 0 };
	a.found = text;
	a.len = value ? (size_t)snprintf(text, sizeof(text), "%d", value) + 1 : 0;
	memo_put(m, p->looked, write_key, p, &a);
	return value;
}

/* Persons whose facts have so many values each, small ones more often. */
static int run(int persons, int values, int ways_to_take)
{
	struct memo *m = memo_new();
	uint64_t seed = 42;
	int hits = 0;

	ways = ways_to_take;
	for (int i = 0; i < persons; i++) {
		struct person p = { 0 }, same;

		for (int k = 0; k < FACTS; k++) {
			double part;

			seed = seed * 6364136223846793005u + 1442695040888963407u;
			part = (double)(seed >> 11) / (double)(1ull << 53);
			p.facts[k] = (int)(part * part * part * values);
		}
		same = p;
		assert_int_equal(answer(m, &p, &hits), judge(&same));
	}
	memo_free(m);
	return hits;
}

static void few_values_are_remembered_and_right(void **state)
{
	(void)state;
	assert_in_range(run(200000, 5, 6), 20000, 200000);
}

static void tables_that_grow_and_are_emptied_stay_right(void **state)
{
	(void)state;
	assert_in_range(run(2000000, 500, 1), 600000, 2000000);
}

static void values_that_never_come_again_are_right_too(void **state)
{
	(void)state;
	run(1000000, 1 << 30, 6);
}

static void nothing_remembered_is_nothing_found(void **state)
{
	struct memo *m = memo_new();
	struct person p = { 0 };
	struct memo_answer a;

	(void)state;
	assert_false(memo_get(m, write_key, &p, &a));
	memo_free(m);
	memo_free(NULL);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_remembered_is_nothing_found),
		cmocka_unit_test(few_values_are_remembered_and_right),
		cmocka_unit_test(tables_that_grow_and_are_emptied_stay_right),
		cmocka_unit_test(values_that_never_come_again_are_right_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
