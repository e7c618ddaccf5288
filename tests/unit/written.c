#include "written.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <ftw.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/date.h"

struct written written;

static char root[] = "/tmp/city_test.XXXXXX";

static const char *const feed_names[CITY_CHARGE] = {
	"death", "custody", "medical", "transport", "contribution", "claim"
};

bool written_pension(void *ctx, const struct city_pension *in, size_t n, int64_t *fen,
		     struct err *e)
{
	(void)ctx;
	(void)e;
	assert_true(n > 0 && n <= 1000);
	for (size_t i = 0; i < n; i++) {
		assert_true(in[i].age_years >= 50 && in[i].age_years <= 63);
		assert_true(in[i].total_years >= 15 && in[i].total_years < 48);
		assert_true(in[i].avg_index >= 0.6 && in[i].avg_index <= 3);
		fen[i] = in[i].base_fen / 2 + in[i].account_fen / 139;
	}
	return true;
}

char *written_path(const char *name)
{
	return arena_printf(written.memory, "%s/%s", root, name);
}

bool written_make(const char *name, uint64_t seed, city_progress_fn progress,
		  struct err *e)
{
	struct city_options o = { seed, PERSONS, written.today, DAYS,
				  written_path(name) };

	memset(e, 0, sizeof(*e));
	return city_generate(&o, written_pension, progress, NULL, &written.counts, e);
}

static void append(struct table *t, const struct csv_row *in, int32_t file_day)
{
	struct row *row;

	if (t->n % 1024 == 0)
		t->rows = realloc(t->rows, (t->n + 1024) * sizeof(*t->rows));
	assert_non_null(t->rows);
	row = &t->rows[t->n++];
	memset(row, 0, sizeof(*row));
	row->file_day = file_day;
	assert_true(in->fault == CSV_GOOD && in->n <= CELLS);
	for (int i = 0; i < in->n; i++)
		row->cell[i] = arena_strndup(written.memory, in->fields[i].text,
					     in->fields[i].len);
}

static void load(struct table *t, const char *path, int32_t file_day)
{
	struct err e = { 0 };
	struct csv *csv = csv_open(path, "UTF-8", ',', &e);
	struct csv_row row;
	int columns;

	assert_non_null(csv);
	assert_true(csv_next(csv, &row, &e));
	columns = row.n;
	while (csv_next(csv, &row, &e)) {
		assert_int_equal(row.n, columns);
		append(t, &row, file_day);
	}
	assert_int_equal(e.code, ERR_NONE);
	csv_close(csv);
}

int32_t written_day(const char *text)
{
	int32_t day = DATE_NONE;

	if (*text)
		assert_true(date_parse(text, strlen(text), &day));
	return day;
}

static void load_feed(enum city_feed feed)
{
	const char *dir = written_path("a/inbox/");
	const char *pattern =
	    arena_printf(written.memory, "%s*/%s.csv", dir, feed_names[feed]);
	glob_t found;

	assert_int_equal(glob(pattern, 0, NULL, &found), 0);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		int32_t day;

		assert_true(date_parse(found.gl_pathv[i] + strlen(dir), 10, &day));
		assert_true(day > written.today && day <= written.last);
		load(&written.feeds[feed], found.gl_pathv[i], day);
	}
	globfree(&found);
}

static int by_id(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	return strcmp(x->cell[R_ID], y->cell[R_ID]);
}

int written_begin(void **state)
{
	struct err e;

	(void)state;
	written.memory = arena_new();
	written.today = date_from_civil(2025, 11, 1);
	written.last = written.today + DAYS;
	assert_non_null(mkdtemp(root));
	assert_true(written_make("a", 7, NULL, &e));
	load(&written.people, written_path("a/register.csv"), 0);
	load(&written.payments, written_path("a/payment.csv"), 0);
	load(&written.truths, written_path("a/truth.csv"), 0);
	for (int i = 0; i < CITY_CHARGE; i++)
		load_feed((enum city_feed)i);
	qsort(written.people.rows, written.people.n, sizeof(*written.people.rows), by_id);
	return 0;
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st;
	(void)type;
	(void)at;
	return remove(path);
}

int written_finish(void **state)
{
	(void)state;
	nftw(root, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	free(written.people.rows);
	free(written.payments.rows);
	free(written.truths.rows);
	for (int i = 0; i < CITY_CHARGE; i++)
		free(written.feeds[i].rows);
	arena_free(written.memory);
	return 0;
}

const struct row *written_person(const char *id)
{
	struct row key = { { id }, 0 };

	return bsearch(&key, written.people.rows, written.people.n, sizeof(key), by_id);
}

const struct row *written_next(const struct table *t, int column, const char *text,
			       size_t *at)
{
	while (*at < t->n) {
		const struct row *row = &t->rows[(*at)++];

		if (strcmp(row->cell[column], text) == 0)
			return row;
	}
	return NULL;
}

const struct row *written_find(const struct table *t, int column, const char *text)
{
	size_t at = 0;

	return written_next(t, column, text, &at);
}

enum category written_category(const char *word)
{
	static const char *const words[] = {
		"", "male60", "female55", "female50", "resident"
	};
	int i = 0;

	while (strcmp(words[i], word) != 0)
		assert_true(++i < 5);
	return (enum category)i;
}
