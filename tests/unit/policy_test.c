/* The calculations of lua/, done by the real worker, give the figures that were
 * published. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "rule/engine.h"

#define COLUMNS 20
#define ROWS 200
#define OUTPUTS 8
#define EXACT (-1.0)

/* A file of tests/unit/policy_data; the first row has the names of the columns. */
struct figures { int rows, columns; char *cells[ROWS][COLUMNS]; };

/* An output of a calculation: the column it is compared with, how near it must be. */
struct output { const char *column; double within; };

struct calculation {
	const char *name, *file;
	int rows;			/* known number: a shorter file proves less */
	const char *inputs[12];	/* columns, in the order of the calculation's inputs */
	struct output outputs[OUTPUTS];
};

static const struct calculation retirement = {
	"retirement.age", "retirement_rows.csv", 78, { "category", "birth" },
	{ { "delay_months", EXACT }, { "age_years", EXACT }, { "age_months", EXACT },
	  { "retire_ym", EXACT } }
};
static const struct calculation divisor = {
	"pension.divisor", "divisor_months.csv", 101, { "age_years", "age_months" },
	{ { "months", 0.05 } }
};
static const struct calculation pension = {
	"pension.amount",
	"pension_notices.csv",
	22,
	{ "base_yuan", "avg_index", "total_years", "account_yuan", "divisor_months",
	  "age_years", "age_months", "transitional_formula", "transitional_coef",
	  "transitional_years", "transitional_index" },
	{ { "basic", 0.05 }, { "account_pension", 0.01 }, { "transitional", 0.07 } }
};

static void on_failed(void *ctx, const char *what, int64_t person, const char *message)
{
	(void)ctx;
	(void)person;
	fail_msg("%s: %s", what, message);
}

static const char *folder(struct arena *a, const char *variable, const char *below)
{
	assert_non_null(getenv(variable));
	return arena_printf(a, "%s/%s", getenv(variable), below);
}

/* Parameters and calculations; rules would want the facts of the modules. */
static struct engine *start(struct arena *a, struct engine_options *o)
{
	static const char *const no_modules[] = { NULL };
	struct rulebook *book;
	struct engine *en;
	struct err e;

	book = rulebook_read(a, folder(a, "srcdir", "lua"), no_modules, &e);
	assert_non_null(book);
	while (book->n && book->files[book->n - 1].kind == 'r')
		book->n--;
	*o = (struct engine_options){
		.worker = folder(a, "builddir", "lib/steward/steward-worker"),
		.book = book,
		.today = date_from_civil(2025, 11, 10),
		.jurisdiction = "CN-330681",
		.failed = on_failed,
	};
	en = engine_start(o, &e);
	assert_non_null(en);
	return en;
}

static void read_figures(struct arena *a, const char *file, struct figures *f)
{
	FILE *in =
	    fopen(folder(a, "srcdir", arena_printf(a, "tests/unit/policy_data/%s", file)),
		  "re");
	char line[2000];

	assert_non_null(in);
	for (f->rows = 0; fgets(line, sizeof(line), in); f->rows++) {
		char *rest = arena_strdup(a, line);

		assert_in_range(f->rows, 0, ROWS - 1);
		rest[strcspn(rest, "\r\n")] = '\0';
		for (f->columns = 0; rest; f->columns++)
			f->cells[f->rows][f->columns] = strsep(&rest, ",");
		assert_in_range(f->columns, 1, COLUMNS);
	}
	fclose(in);
}

/* "" where the file has no such column. */
static const char *cell(const struct figures *f, int row, const char *column)
{
	for (int i = 0; i < f->columns; i++)
		if (strcmp(f->cells[0][i], column) == 0)
			return f->cells[row][i];
	return "";
}

static void ask(struct engine *en, const struct calculation *c, const struct figures *f,
		struct buf *reply)
{
	struct buf question;
	uint32_t type, n = 0;
	struct err e;

	while (c->inputs[n])
		n++;
	buf_init(&question, 1 << 20);
	wire_string(&question, c->name);
	buf_u32(&question, n);
	buf_u32(&question, false);
	for (int row = 1; row < f->rows; row++) {
		wire_string(&question, "");
		for (uint32_t i = 0; i < n; i++)
			wire_string(&question, cell(f, row, c->inputs[i]));
	}
	assert_true(engine_ask(en, FRAME_CALCULATE, &question, &type, reply, &e));
	assert_int_equal(type, FRAME_VALUES);
	buf_done(&question);
}

/* One published figure; true when there was one. */
static bool compare(const struct output *o, const char *name, int row, const char *want,
		    const char *got)
{
	if (!*want)
		return false;
	if (o->within == EXACT ? strcmp(want, got) != 0 :
	    fabs(strtod(got, NULL) - strtod(want, NULL)) > o->within + 1e-9)
		fail_msg("%s, row %d: %s is %s instead of %s", name, row + 1, o->column,
			 got, want);
	return true;
}

static void reproduce(const struct calculation *c)
{
	struct figures *f = calloc(1, sizeof(*f));
	struct arena *a = arena_new();
	struct engine_options o;
	struct engine *en = start(a, &o);
	const char *at, *end;
	struct buf reply;
	int compared = 0;

	read_figures(a, c->file, f);
	assert_in_range(f->rows - 1, c->rows, ROWS);
	buf_init(&reply, 1 << 20);
	ask(en, c, f, &reply);
	at = reply.data;
	end = at + reply.len;
	for (int row = 1; row < f->rows; row++) {
		size_t n;
		const char *message = wire_take(&at, end, &n);
		uint32_t outputs = wire_take_u32(&at, end);

		if (n)
			fail_msg("%s, row %d: %.*s", c->name, row + 1, (int)n, message);
		for (uint32_t i = 0; i < outputs; i++) {
			const char *got = wire_take(&at, end, &n);
			const struct output *p = &c->outputs[i];

			if (i < OUTPUTS && p->column)
				compared +=
				    compare(p, c->name, row, cell(f, row, p->column),
					    arena_strndup(a, got, n));
		}
	}
	assert_in_range(compared, f->rows - 1, ROWS * COLUMNS);
	buf_done(&reply);
	engine_stop(en);
	arena_free(a);
	free(f);
}

static void retirement_ages_are_the_published_ones(void **state)
{
	(void)state;
	reproduce(&retirement);
}

static void divisors_are_the_published_ones(void **state)
{
	(void)state;
	reproduce(&divisor);
}

static void pensions_are_those_of_the_notices(void **state)
{
	(void)state;
	reproduce(&pension);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(retirement_ages_are_the_published_ones),
		cmocka_unit_test(divisors_are_the_published_ones),
		cmocka_unit_test(pensions_are_those_of_the_notices),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
