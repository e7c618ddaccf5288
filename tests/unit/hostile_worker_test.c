/* A worker that answers whatever it likes: the engine ends it with one error, and nothing
 * of ours is read or written where it should not be.  This program plays both sides; as
 * the worker it is named steward-worker. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "city/rng.h"
#include "rule/engine.h"
#include "rule/tool.h"

#define UNUSED(x) (void)(x)
#define QUESTIONS 100

static struct rng dice;
static int starts = 100;	/* the longer proof: hostile_worker_test 2000 */

static uint32_t roll(uint32_t most)
{
	return (uint32_t)rng_below(&dice, most);
}

/* Numbers that counts and lengths are wrong at. */
static uint32_t wrong_number(void)
{
	static const uint32_t liked[] = {
		0,	    1,		2,	    3,	       8,	   511,
		512,	    513,	20000,	    65535,     0x7fffffff, 0x80000000,
		0xfffffffe, 0xffffffff, 0x20000000, 0x15555556
	};

	return roll(4) ? roll(40) : liked[roll(sizeof(liked) / sizeof(*liked))];
}

static void add_some_text(struct buf *b)
{
	static const char *const texts[] = {
		"", "a", "risk.x", "facts", "[\"x\"]", "\xff\xfe", "2025-11-05"
	};
	const char *s = texts[roll(sizeof(texts) / sizeof(*texts))];

	buf_u32(b, roll(8) ? (uint32_t)strlen(s) : wrong_number());
	buf_text(b, s);
}

static void add_some_row(struct buf *b)
{
	int columns = roll(2) ? 3 : 9;

	buf_u16(b, (uint16_t)(roll(6) ? columns : (int)roll(12)));
	for (int i = 0; i < columns; i++) {
		uint32_t n = roll(3) ? 8 : roll(2) ? 4 : wrong_number();

		buf_u32(b, n);
		for (uint32_t k = 0; k < n && k < 16; k++)
			buf_u16(b, (uint16_t)roll(65536));
	}
}

static void make_answer(struct buf *b)
{
	buf_clear(b);
	for (uint32_t parts = roll(12); parts; parts--) {
		struct buf inner;

		switch (roll(5)) {
		case 0: buf_u32(b, wrong_number()); break;
		case 1: add_some_text(b); break;
		case 2: add_some_row(b); break;
		case 3:
			buf_init(&inner, 1 << 16);
			for (uint32_t rows = roll(4); rows; rows--)
				add_some_row(&inner);
			wire_text(b, inner.data ? inner.data : "", inner.len);
			buf_done(&inner);
			break;
		default: buf_u16(b, (uint16_t)roll(65536));
		}
	}
}

static void put(uint32_t type, const struct buf *b)
{
	struct frame f = { type, (uint32_t)b->len };

	if (write(WORKER_OUT, &f, sizeof(f)) != sizeof(f) ||
	    (b->len && write(WORKER_OUT, b->data, b->len) != (ssize_t)b->len))
		_exit(1);
}

/* The one that was found: rules without end. */
static void put_rules(struct buf *b, uint32_t n)
{
	buf_clear(b);
	buf_u32(b, 0);
	buf_u32(b, n);
	for (uint32_t i = 0; i < n * 3; i++)
		wire_string(b, "x");
	put(FRAME_DONE, b);
}

static void answer(uint32_t type, struct buf *b)
{
	static const uint32_t types[] = {
		FRAME_DONE, FRAME_REFUSED, FRAME_JUDGED, FRAME_VALUES, 7
	};

	if (type == FRAME_LINK && roll(3)) {
		put_rules(b, roll(20) ? roll(20) : 500 + roll(5000));
		return;
	}
	if (type < FRAME_LINK && roll(10)) {
		buf_clear(b);
		put(FRAME_DONE, b);
		return;
	}
	make_answer(b);
	if (roll(200) == 0)
		_exit(0);
	put(types[roll(5)], b);
}

static int play_worker(void)
{
	char *payload = malloc(FRAME_MOST);
	struct frame f;
	struct buf b;

	buf_init(&b, 1 << 22);
	while (read(WORKER_IN, &f, sizeof(f)) == sizeof(f)) {
		for (uint32_t got = 0; got < f.len;) {
			ssize_t n = read(WORKER_IN, payload + got, f.len - got);

			if (n <= 0)
				_exit(0);
			got += (uint32_t)n;
		}
		/* The place it is started for says which dice it throws. */
		if (f.type == FRAME_SETTINGS)
			dice =
			    rng_for(strtoull(payload + 4 + 4 + strlen("CN-"), NULL, 10),
				    RNG_PLANT, 0);
		answer(f.type, &b);
	}
	free(payload);
	buf_done(&b);
	return 0;
}

/* False when the engine is of no use any more: a judgement that failed is given up with
 * it. */
static bool ask(struct engine *en, struct arena *a, int i)
{
	static const char *const question[] = { "check.rest", "2025-11-01", NULL };
	static const char row[] =
	    "\0\3\0\0\0\10\0\0\0\0\0\0\0\1\377\377\377\377\0\0\0\2\377\377";
	struct engine_results out = { .found = tmpfile(), .checked = tmpfile() };
	struct tool_answer said;
	struct err e = { 0 };
	bool ok = true;

	if (i % 16 != 15) {
		tool_ask(en, a, question, &said, &e);
	} else if (!engine_persons(en, row, sizeof(row) - 1, &out, &e) ||
		   !engine_finish(en, &out, &e)) {
		assert_int_not_equal(e.code, ERR_NONE);
		assert_true(e.message[0] != '\0');
		ok = false;
	}
	fclose(out.found);
	fclose(out.checked);
	return ok;
}

static char self[PATH_MAX];	/* links are not believed */

static void no_answer_is_believed(void **state)
{
	int started = 0, asked = 0;

	UNUSED(state);
	for (int seed = 1; seed <= starts; seed++) {
		struct arena *a = arena_new();
		struct err e = { 0 };
		struct engine_options o = {
			.worker = self, .jurisdiction = arena_printf(a, "CN-%06d", seed),
		};
		struct engine *en = engine_start(&o, &e);

		assert_true(en || e.code != ERR_NONE);
		for (int i = 0; en && i < QUESTIONS && ask(en, a, i); i++)
			asked++;
		started += en != NULL;
		engine_stop(en);
		arena_free(a);
	}
	print_message("%d workers, %d of them taken, %d questions\n", starts, started,
		      asked);
	assert_true(started > starts / 4);
}

int main(int argc, char **argv)
{
	static const struct CMUnitTest tests[] = { cmocka_unit_test(
	    no_answer_is_believed) };

	if (argc > 1)
		starts = atoi(argv[1]);
	if (strcmp(argv[0], "steward-worker") == 0)
		return play_worker();
	if (readlink("/proc/self/exe", self, sizeof(self) - 1) < 0)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
