/* The city against its own promises, read back from its files as anybody would. */
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
#include <unistd.h>

#include "base/arena.h"
#include "city/careers.h"
#include "city/city.h"
#include "base/csv.h"
#include "base/date.h"
#include "base/idno.h"
#include "base/money.h"

#define PERSONS 4000
#define DAYS 30
#define CELLS 17

/* Columns of the files, in their order. */
enum { R_ID, R_NAME, R_SEX, R_BIRTH, R_TOWN, R_HOUSE, R_SCHEME, R_CATEGORY, R_STATUS,
       R_START, R_MONTHS, R_ACCOUNT, R_PENSION, R_PAID, R_FIRST, R_CERTIFIED,
       R_UNEMPLOYED };
enum { T_KIND, T_EXPECTS, T_ID, T_NAME, T_CAUSE, T_DETAIL };
enum { D_ID, D_NAME, D_BIRTH, D_DIED, D_PLACE };
enum { S_ID, S_NAME, S_SEEN, S_WHERE };

struct row { const char *cell[CELLS]; int32_t file_day; };
struct table { struct row *rows; size_t n; };

static struct arena *memory;
static char root[] = "/tmp/city_test.XXXXXX";
static int32_t today, last;
static struct table people, payments, truths, feeds[CITY_FEEDS];
static struct city_counts counts;

static const char *const feed_names[CITY_FEEDS] = {
	"death", "custody", "medical", "transport", "contribution", "claim"
};

static bool fake_pension(void *ctx, const struct city_pension *in, size_t n, int64_t *fen,
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

static char *in_root(const char *name)
{
	return arena_printf(memory, "%s/%s", root, name);
}

static bool make(const char *name, uint64_t seed, city_progress_fn progress,
		 struct err *e)
{
	struct city_options o = { seed, PERSONS, today, DAYS, in_root(name) };

	memset(e, 0, sizeof(*e));
	return city_generate(&o, fake_pension, progress, NULL, &counts, e);
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
		row->cell[i] = arena_strndup(memory, in->fields[i].text,
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

static int32_t day_of(const char *text)
{
	int32_t day = DATE_NONE;

	if (*text)
		assert_true(date_parse(text, strlen(text), &day));
	return day;
}

static void load_feed(enum city_feed feed)
{
	const char *dir = in_root("a/inbox/");
	const char *pattern = arena_printf(memory, "%s*/%s.csv", dir, feed_names[feed]);
	glob_t found;

	assert_int_equal(glob(pattern, 0, NULL, &found), 0);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		int32_t day;

		assert_true(date_parse(found.gl_pathv[i] + strlen(dir), 10, &day));
		assert_true(day > today && day <= last);
		load(&feeds[feed], found.gl_pathv[i], day);
	}
	globfree(&found);
}

static int by_id(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	return strcmp(x->cell[R_ID], y->cell[R_ID]);
}

static int begin(void **state)
{
	struct err e;

	(void)state;
	memory = arena_new();
	today = date_from_civil(2025, 11, 1);
	last = today + DAYS;
	assert_non_null(mkdtemp(root));
	assert_true(make("a", 7, NULL, &e));
	load(&people, in_root("a/register.csv"), 0);
	load(&payments, in_root("a/payment.csv"), 0);
	load(&truths, in_root("a/truth.csv"), 0);
	for (int i = 0; i < CITY_FEEDS; i++)
		load_feed((enum city_feed)i);
	qsort(people.rows, people.n, sizeof(*people.rows), by_id);
	return 0;
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st;
	(void)type;
	(void)at;
	return remove(path);
}

static int finish(void **state)
{
	(void)state;
	nftw(root, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	free(people.rows);
	free(payments.rows);
	free(truths.rows);
	for (int i = 0; i < CITY_FEEDS; i++)
		free(feeds[i].rows);
	arena_free(memory);
	return 0;
}

static const struct row *person(const char *id)
{
	struct row key = { { id }, 0 };

	return bsearch(&key, people.rows, people.n, sizeof(key), by_id);
}

/* The next row from *at on with that text in that column, or NULL. */
static const struct row *next_row(const struct table *t, int column, const char *text,
				  size_t *at)
{
	while (*at < t->n) {
		const struct row *row = &t->rows[(*at)++];

		if (strcmp(row->cell[column], text) == 0)
			return row;
	}
	return NULL;
}

static const struct row *find(const struct table *t, int column, const char *text)
{
	size_t at = 0;

	return next_row(t, column, text, &at);
}

static bool is_true_of(const char *kind, const char *id)
{
	size_t at = 0;
	const struct row *row;

	while ((row = next_row(&truths, T_ID, id, &at)))
		if (strcmp(row->cell[T_KIND], kind) == 0)
			return true;
	return false;
}

static int n_signs(const char *id, enum city_feed feed, int32_t from, int32_t to,
		   bool is_first)
{
	size_t at = 0;
	int n = 0;
	const struct row *row;

	while ((row = next_row(&feeds[feed], S_ID, id, &at))) {
		int32_t seen = day_of(row->cell[S_SEEN]);

		n += seen >= from && seen <= to &&
		     (!is_first || row->file_day == today + 1);
	}
	return n;
}

static int n_any_sign(const char *id, int32_t from)
{
	return n_signs(id, CITY_MEDICAL, from, INT32_MAX, false) +
	       n_signs(id, CITY_TRANSPORT, from, INT32_MAX, false);
}

static char *bytes(const char *path, size_t *n)
{
	FILE *f = fopen(path, "r");
	char *text = arena_alloc(memory, 1 << 20);

	if (!f)
		return NULL;
	*n = fread(text, 1, 1 << 20, f);
	assert_true(*n < 1 << 20);
	fclose(f);
	return text;
}

static bool is_same_file(const char *path, const char *other_city)
{
	size_t n, m, skip = strlen(in_root("a"));
	char *x = bytes(path, &n);
	char *other = arena_printf(memory, "%s%s", in_root(other_city), path + skip);
	char *y = bytes(other, &m);

	return y && n == m && memcmp(x, y, n) == 0;
}

static int n_files(const char *name, glob_t *found)
{
	char *dir = in_root(name);
	int a = glob(arena_printf(memory, "%s/*.csv", dir), 0, NULL, found);
	int b = glob(arena_printf(memory, "%s/inbox/*/*.csv", dir), GLOB_APPEND, NULL,
		     found);

	assert_true(a == 0 && b == 0);
	return (int)found->gl_pathc;
}

static void same_seed_gives_the_same_bytes(void **state)
{
	struct err e;
	glob_t found, again;

	(void)state;
	assert_true(make("b", 7, NULL, &e));
	assert_int_equal(n_files("a", &found), n_files("b", &again));
	assert_int_equal(counts.files, found.gl_pathc);
	for (size_t i = 0; i < found.gl_pathc; i++)
		assert_true(is_same_file(found.gl_pathv[i], "b"));
	globfree(&found);
	globfree(&again);
}

static void another_seed_gives_another_city(void **state)
{
	struct err e;

	(void)state;
	assert_true(make("c", 8, NULL, &e));
	assert_false(is_same_file(in_root("a/register.csv"), "c"));
	assert_false(is_same_file(in_root("a/truth.csv"), "c"));
}

static void expect_header(const char *pattern, const char *header)
{
	glob_t found;
	size_t n, m = strlen(header);

	assert_int_equal(glob(in_root(pattern), 0, NULL, &found), 0);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		char *text = bytes(found.gl_pathv[i], &n);

		assert_true(n > m && memcmp(text, header, m) == 0 && text[m] == '\n');
		assert_true(text[n - 1] == '\n' && !memchr(text, '\r', n));
	}
	globfree(&found);
}

static void header_lines_are_right(void **state)
{
	(void)state;
	expect_header("a/register.csv",
		      "id_no,name,sex,birth_date,region_code,household,scheme,category,"
		      "status,start_date,months,account,pension,pension_status,"
		      "first_paid,certified_on,unemployed_since");
	expect_header("a/payment.csv", "id_no,name,period,amount,paid_on");
	expect_header("a/truth.csv", "kind,expects,id_no,name,cause,detail");
	expect_header("a/inbox/*/death.csv", "id_no,name,birth_date,died_on,place");
	expect_header("a/inbox/*/custody.csv",
		      "id_no,name,birth_date,kind,from_date,to_date");
	expect_header("a/inbox/*/medical.csv", "id_no,name,visit_date,hospital");
	expect_header("a/inbox/*/transport.csv", "id_no,name,travel_date,route");
	expect_header("a/inbox/2025-11-15/contribution.csv",
		      "id_no,name,period,base,amount");
	expect_header("a/inbox/*/claim.csv",
		      "claim_no,id_no,name,service_from,service_to,amount,provider");
}

static void all_numbers_are_valid_and_unique(void **state)
{
	(void)state;
	assert_int_equal(people.n, PERSONS);
	for (size_t i = 0; i < people.n; i++) {
		char **p = (char **)people.rows[i].cell;
		int32_t birth;

		assert_int_equal(idno_check(p[R_ID], strlen(p[R_ID]), &birth), IDNO_GOOD);
		assert_memory_equal(p[R_ID], "330600", 6);
		assert_int_equal(birth, day_of(p[R_BIRTH]));
		assert_int_equal((p[R_ID][16] - '0') % 2, *p[R_SEX] == 'M');
		assert_true(birth <= today);
		if (i > 0)
			assert_string_not_equal(p[R_ID], people.rows[i - 1].cell[R_ID]);
	}
}

static enum category category_of(const char *word)
{
	static const char *const words[] = { "", "male60", "female55", "female50",
					     "resident" };
	int i = 0;

	while (strcmp(words[i], word) != 0)
		assert_true(++i < 5);
	return (enum category)i;
}

static void nobody_is_retired_before_the_age(void **state)
{
	size_t retired = 0;

	(void)state;
	for (size_t i = 0; i < people.n; i++) {
		char **p = (char **)people.rows[i].cell;
		enum category category = category_of(p[R_CATEGORY]);
		int32_t birth = day_of(p[R_BIRTH]), at;

		if (category == CATEGORY_NONE)
			continue;
		at = career_retirement_day(category, birth);
		assert_true(day_of(p[R_START]) >= date_add_months(birth, 16 * 12));
		assert_true(day_of(p[R_START]) <= today);
		if (strcmp(p[R_STATUS], "retired") == 0) {
			int32_t first = day_of(arena_printf(memory, "%s-01", p[R_FIRST]));

			assert_true(first > at && first <= today);
			assert_true(day_of(p[R_CERTIFIED]) <= today);
			assert_string_equal(p[R_PAID], "paid");
			retired++;
		} else if (strcmp(p[R_STATUS], "contributing") == 0) {
			assert_true(at >= today);
		}
	}
	assert_in_range(retired * 100 / people.n, 25, 31);
	assert_int_equal(retired, counts.pensioners);
}

/* Rows of the published annex tables. */
static void the_age_follows_the_published_tables(void **state)
{
	static const struct {
		enum category category;
		int year, month, age, months;
	} rows[] = {
		{ CATEGORY_FEMALE50, 1974, 12, 50, 0 },
		{ CATEGORY_FEMALE50, 1975, 2, 50, 1 },
		{ CATEGORY_FEMALE50, 1975, 4, 50, 2 },
		{ CATEGORY_FEMALE50, 1976, 2, 50, 7 },
		{ CATEGORY_FEMALE50, 1978, 1, 51, 7 },
		{ CATEGORY_FEMALE50, 1984, 11, 55, 0 },
		{ CATEGORY_FEMALE50, 1990, 1, 55, 0 },
		{ CATEGORY_FEMALE55, 1981, 9, 58, 0 },
		{ CATEGORY_MALE60, 1964, 12, 60, 0 },
		{ CATEGORY_MALE60, 1965, 1, 60, 1 },
		{ CATEGORY_MALE60, 1965, 5, 60, 2 },
		{ CATEGORY_MALE60, 1976, 9, 63, 0 },
		{ CATEGORY_MALE60, 1999, 9, 63, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		int32_t birth = date_from_civil(rows[i].year, rows[i].month, 17);

		assert_int_equal(career_retirement_months(rows[i].category, birth),
				 rows[i].age * 12 + rows[i].months);
	}
}

static void check_death(const struct row *t)
{
	const struct row *d = find(&feeds[CITY_DEATH], D_ID, t->cell[T_ID]);

	assert_non_null(d);
	assert_string_equal(d->cell[D_DIED], t->cell[T_CAUSE]);
	assert_in_range(d->file_day - day_of(d->cell[D_DIED]), 0, 12);
	if (!is_true_of("sign_after_death", t->cell[T_ID]))
		assert_int_equal(n_any_sign(t->cell[T_ID], day_of(t->cell[T_CAUSE]) + 1),
				 0);
}

static void check_sign_after_death(const struct row *t)
{
	assert_true(is_true_of("death", t->cell[T_ID]));
	assert_int_equal(n_any_sign(t->cell[T_ID], day_of(t->cell[T_CAUSE]) + 1), 1);
}

static void check_claim(const struct row *t)
{
	const struct row *c = find(&feeds[CITY_CLAIM], 0, t->cell[T_CAUSE]);
	const struct row *d = find(&feeds[CITY_DEATH], D_ID, t->cell[T_ID]);

	assert_non_null(c);
	assert_non_null(d);
	assert_string_equal(c->cell[1], t->cell[T_ID]);
	assert_true(day_of(c->cell[3]) > day_of(d->cell[D_DIED]));
	assert_true(day_of(c->cell[4]) < c->file_day);
}

/* The row is about somebody the register does not know, under a valid number or not. */
static void check_stranger(const struct row *t, bool is_valid, bool is_same_birthday)
{
	const struct row *d = find(&feeds[CITY_DEATH], D_ID, t->cell[T_DETAIL]);
	const struct row *p = person(t->cell[T_ID]);
	int32_t birth;

	assert_non_null(d);
	assert_null(person(d->cell[D_ID]));
	assert_null(find(&feeds[CITY_DEATH], D_ID, t->cell[T_ID]));
	assert_string_equal(d->cell[D_NAME], t->cell[T_NAME]);
	assert_string_equal(d->cell[D_DIED], t->cell[T_CAUSE]);
	assert_int_equal(idno_check(d->cell[D_ID], 18, &birth) == IDNO_GOOD, is_valid);
	assert_int_equal(!strcmp(d->cell[D_BIRTH], p->cell[R_BIRTH]), is_same_birthday);
}

static void check_namesake(const struct row *t)
{
	check_stranger(t, true, true);
	assert_true(is_true_of("alive", t->cell[T_ID]));
}

static void check_namesake_far(const struct row *t)
{
	check_stranger(t, true, false);
}

static void check_typo(const struct row *t)
{
	int wrong = 0;

	check_stranger(t, false, true);
	for (int i = 0; i < 18; i++)
		wrong += t->cell[T_ID][i] != t->cell[T_DETAIL][i];
	assert_int_equal(wrong, 1);
	assert_int_equal(n_any_sign(t->cell[T_ID], day_of(t->cell[T_CAUSE]) + 1), 0);
}

static void check_alive(const struct row *t)
{
	const struct row *s = find(&feeds[CITY_MEDICAL], S_ID, t->cell[T_ID]);

	assert_non_null(s);
	assert_string_equal(s->cell[S_SEEN], t->cell[T_CAUSE]);
	assert_non_null(strstr(t->cell[T_DETAIL], s->cell[S_WHERE]));
	assert_true(is_true_of("namesake", t->cell[T_ID]));
}

static void check_custody(const struct row *t)
{
	const struct row *c = find(&feeds[CITY_CUSTODY], 0, t->cell[T_ID]);

	assert_non_null(c);
	assert_string_equal(c->cell[4], t->cell[T_CAUSE]);
	assert_true(!*c->cell[5] || day_of(c->cell[5]) > last);
}

static void check_overdue(const struct row *t)
{
	const struct row *p = person(t->cell[T_ID]);
	int32_t due = date_add_months(day_of(p->cell[R_CERTIFIED]), 12);

	assert_int_equal(due, day_of(t->cell[T_CAUSE]));
	assert_true(due < last);
	assert_int_equal(n_any_sign(t->cell[T_ID], INT32_MIN), 0);
	assert_null(find(&feeds[CITY_DEATH], D_ID, t->cell[T_ID]));
	assert_null(find(&feeds[CITY_CLAIM], 1, t->cell[T_ID]));
}

static void check_near_age(const struct row *t)
{
	int32_t day = day_of(t->cell[T_CAUSE]);

	assert_string_equal(person(t->cell[T_ID])->cell[R_STATUS], "contributing");
	assert_true(day > last && day <= date_add_months(last, 3));
}

static const struct {
	const char *kind, *expects;
	bool is_pensioner;
	size_t at_least;
	void (*check)(const struct row *t);
} kinds[] = {
	{ "death", "risk.paid_after_death", true, 7, check_death },
	{ "namesake", "match", true, 3, check_namesake },
	{ "namesake_far", "", true, 3, check_namesake_far },
	{ "typo", "match", true, 3, check_typo },
	{ "custody", "risk.paid_in_custody", true, 3, check_custody },
	{ "overdue", "retirement.certification_overdue", true, 5, check_overdue },
	{ "sign_after_death", "risk.sign_after_death", true, 3, check_sign_after_death },
	{ "claim_after_death", "claims.after_death", true, 3, check_claim },
	{ "alive", "", true, 3, check_alive },
	{ "near_age", "retirement.age_reminder", false, 1, check_near_age },
};

static void every_truth_has_its_rows(void **state)
{
	size_t seen = 0;

	(void)state;
	for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); k++) {
		size_t at = 0, n = 0;
		const struct row *t;

		for (; (t = next_row(&truths, T_KIND, kinds[k].kind, &at)); n++) {
			const struct row *p = person(t->cell[T_ID]);

			assert_non_null(p);
			assert_string_equal(p->cell[R_NAME], t->cell[T_NAME]);
			assert_string_equal(t->cell[T_EXPECTS], kinds[k].expects);
			assert_string_equal(p->cell[R_PAID],
					    kinds[k].is_pensioner ? "paid" : "");
			kinds[k].check(t);
		}
		assert_true(n >= kinds[k].at_least);
		seen += n;
	}
	assert_int_equal(seen, truths.n);
}

/* The other way round: what the files show and no truth names must not be there. */
static void nothing_happens_that_no_truth_tells(void **state)
{
	(void)state;
	for (size_t i = 0; i < feeds[CITY_DEATH].n; i++) {
		const struct row *p = person(feeds[CITY_DEATH].rows[i].cell[D_ID]);

		if (p && *p->cell[R_PAID])
			assert_true(is_true_of("death", p->cell[R_ID]));
	}
	for (size_t i = 0; i < feeds[CITY_CUSTODY].n; i++) {
		const struct row *p = person(feeds[CITY_CUSTODY].rows[i].cell[0]);

		if (*p->cell[R_PAID])
			assert_true(is_true_of("custody", p->cell[R_ID]));
	}
	for (size_t i = 0; i < feeds[CITY_CLAIM].n; i++) {
		char **c = (char **)feeds[CITY_CLAIM].rows[i].cell;
		const struct row *d = find(&feeds[CITY_DEATH], D_ID, c[1]);

		if (d && day_of(c[4]) > day_of(d->cell[D_DIED]))
			assert_non_null(find(&truths, T_CAUSE, c[0]));
	}
}

static void who_is_not_overdue_is_certified_or_seen(void **state)
{
	(void)state;
	for (size_t i = 0; i < people.n; i++) {
		char **p = (char **)people.rows[i].cell;

		if (!*p[R_CERTIFIED] || is_true_of("overdue", p[R_ID]) ||
		    day_of(p[R_CERTIFIED]) > date_add_months(last, -10))
			continue;
		for (int f = CITY_MEDICAL; f <= CITY_TRANSPORT; f++) {
			enum city_feed feed = (enum city_feed)f;

			assert_true(n_signs(p[R_ID], feed, today - 29, today, true) >= 1);
			if (!find(&feeds[CITY_DEATH], D_ID, p[R_ID]))
				assert_true(n_signs(p[R_ID], feed, today - 29, last,
						    false) >= 2);
		}
	}
}

static void who_nears_the_age_is_named(void **state)
{
	(void)state;
	for (size_t i = 0; i < people.n; i++) {
		char **p = (char **)people.rows[i].cell;
		int32_t day;

		if (strcmp(p[R_STATUS], "contributing") != 0 ||
		    strcmp(p[R_SCHEME], "employee") != 0)
			continue;
		day = career_retirement_day(category_of(p[R_CATEGORY]),
					    day_of(p[R_BIRTH]));
		if (day > last && day <= date_add_months(last, 3) &&
		    !find(&feeds[CITY_DEATH], D_ID, p[R_ID]))
			assert_true(is_true_of("near_age", p[R_ID]));
	}
}

static void payments_are_the_pension_of_the_last_three_months(void **state)
{
	(void)state;
	for (size_t i = 0; i < payments.n; i++) {
		char **y = (char **)payments.rows[i].cell;
		const struct row *p = person(y[0]);

		assert_non_null(p);
		assert_string_equal(y[3], p->cell[R_PENSION]);
		assert_true(strcmp(y[2], "2025-08") >= 0 && strcmp(y[2], "2025-10") <= 0);
		assert_true(strcmp(y[2], p->cell[R_FIRST]) >= 0);
		assert_memory_equal(y[4], y[2], 7);
		assert_string_equal(y[4] + 7, "-10");
	}
}

static void contributions_are_a_share_of_the_base(void **state)
{
	(void)state;
	for (size_t i = 0; i < feeds[CITY_CONTRIBUTION].n; i++) {
		char **c = (char **)feeds[CITY_CONTRIBUTION].rows[i].cell;
		int64_t base, amount;

		assert_true(money_parse(c[3], strlen(c[3]), &base));
		assert_true(money_parse(c[4], strlen(c[4]), &amount));
		assert_int_equal(amount * 100, base * 24);
		assert_string_equal(person(c[0])->cell[R_STATUS], "contributing");
	}
}

static bool stop_halfway(void *ctx, int64_t done, int64_t total)
{
	(void)ctx;
	return done < total / 2;
}

static void a_cancelled_city_leaves_no_file(void **state)
{
	struct err e;

	(void)state;
	assert_false(make("d", 7, stop_halfway, &e));
	assert_int_equal(e.code, ERR_CANCELLED);
	assert_int_equal(rmdir(in_root("d")), 0);
}

static void a_city_is_not_written_over(void **state)
{
	struct err e;

	(void)state;
	assert_false(make("a", 7, NULL, &e));
	assert_int_equal(e.code, ERR_USAGE);
	assert_int_equal(access(in_root("a/register.csv"), R_OK), 0);
}

static void impossible_wishes_are_refused(void **state)
{
	struct city_options o = { 7, CITY_PERSONS_MIN - 1, today, DAYS, in_root("e") };
	struct err e = { 0 };

	(void)state;
	assert_false(city_generate(&o, fake_pension, NULL, NULL, NULL, &e));
	o.persons = PERSONS;
	o.days = CITY_DAYS_MIN - 1;
	assert_false(city_generate(&o, fake_pension, NULL, NULL, NULL, &e));
	o.days = DAYS;
	o.day = 0;
	assert_false(city_generate(&o, fake_pension, NULL, NULL, NULL, &e));
	assert_int_equal(access(in_root("e"), F_OK), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(header_lines_are_right),
		cmocka_unit_test(all_numbers_are_valid_and_unique),
		cmocka_unit_test(the_age_follows_the_published_tables),
		cmocka_unit_test(nobody_is_retired_before_the_age),
		cmocka_unit_test(every_truth_has_its_rows),
		cmocka_unit_test(nothing_happens_that_no_truth_tells),
		cmocka_unit_test(who_is_not_overdue_is_certified_or_seen),
		cmocka_unit_test(who_nears_the_age_is_named),
		cmocka_unit_test(payments_are_the_pension_of_the_last_three_months),
		cmocka_unit_test(contributions_are_a_share_of_the_base),
		cmocka_unit_test(same_seed_gives_the_same_bytes),
		cmocka_unit_test(another_seed_gives_another_city),
		cmocka_unit_test(a_cancelled_city_leaves_no_file),
		cmocka_unit_test(a_city_is_not_written_over),
		cmocka_unit_test(impossible_wishes_are_refused),
	};

	return cmocka_run_group_tests_name("city", tests, begin, finish);
}
