/* The city against its own promises: files, numbers, ages, payments, and what is
 * refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glob.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/idno.h"
#include "base/money.h"
#include "written.h"

static char *bytes(const char *path, size_t *n)
{
	FILE *f = fopen(path, "r");
	char *text = arena_alloc(written.memory, 1 << 20);

	if (!f)
		return NULL;
	*n = fread(text, 1, 1 << 20, f);
	assert_true(*n < 1 << 20);
	fclose(f);
	return text;
}

static bool is_same_file(const char *path, const char *other_city)
{
	size_t n, m, skip = strlen(written_path("a"));
	char *x = bytes(path, &n);
	char *other =
	    arena_printf(written.memory, "%s%s", written_path(other_city), path + skip);
	char *y = bytes(other, &m);

	return y && n == m && memcmp(x, y, n) == 0;
}

static int n_files(const char *name, glob_t *found)
{
	char *dir = written_path(name);
	int a = glob(arena_printf(written.memory, "%s/*.csv", dir), 0, NULL, found);
	int b = glob(arena_printf(written.memory, "%s/inbox/*/*.csv", dir), GLOB_APPEND,
		     NULL, found);

	assert_true(a == 0 && b == 0);
	return (int)found->gl_pathc;
}

static void same_seed_gives_the_same_bytes(void **state)
{
	struct err e;
	glob_t found, again;

	(void)state;
	assert_true(written_make("b", 7, NULL, &e));
	assert_int_equal(n_files("a", &found), n_files("b", &again));
	assert_int_equal(written.counts.files, found.gl_pathc);
	for (size_t i = 0; i < found.gl_pathc; i++)
		assert_true(is_same_file(found.gl_pathv[i], "b"));
	globfree(&found);
	globfree(&again);
}

static void another_seed_gives_another_city(void **state)
{
	struct err e;

	(void)state;
	assert_true(written_make("c", 8, NULL, &e));
	assert_false(is_same_file(written_path("a/register.csv"), "c"));
	assert_false(is_same_file(written_path("a/truth.csv"), "c"));
}

static void expect_header(const char *pattern, const char *header)
{
	glob_t found;
	size_t n, m = strlen(header);

	assert_int_equal(glob(written_path(pattern), 0, NULL, &found), 0);
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
	assert_int_equal(written.people.n, PERSONS);
	for (size_t i = 0; i < written.people.n; i++) {
		char **p = (char **)written.people.rows[i].cell;
		int32_t birth;

		assert_int_equal(idno_check(p[R_ID], strlen(p[R_ID]), &birth), IDNO_GOOD);
		assert_memory_equal(p[R_ID], "330600", 6);
		assert_int_equal(birth, written_day(p[R_BIRTH]));
		assert_int_equal((p[R_ID][16] - '0') % 2, *p[R_SEX] == 'M');
		assert_true(birth <= written.today);
		if (i > 0)
			assert_string_not_equal(p[R_ID],
						written.people.rows[i - 1].cell[R_ID]);
	}
}

static void nobody_is_retired_before_the_age(void **state)
{
	size_t retired = 0;

	(void)state;
	for (size_t i = 0; i < written.people.n; i++) {
		char **p = (char **)written.people.rows[i].cell;
		enum category category = written_category(p[R_CATEGORY]);
		int32_t birth = written_day(p[R_BIRTH]), at;

		if (category == CATEGORY_NONE)
			continue;
		at = career_retirement_day(category, birth);
		assert_true(written_day(p[R_START]) >= date_add_months(birth, 16 * 12));
		assert_true(written_day(p[R_START]) <= written.today);
		if (strcmp(p[R_STATUS], "retired") == 0) {
			int32_t first = written_day(
			    arena_printf(written.memory, "%s-01", p[R_FIRST]));

			assert_true(first > at && first <= written.today);
			assert_true(written_day(p[R_CERTIFIED]) <= written.today);
			assert_string_equal(p[R_PAID], "paid");
			retired++;
		} else if (strcmp(p[R_STATUS], "contributing") == 0) {
			assert_true(at >= written.today);
		}
	}
	assert_in_range(retired * 100 / written.people.n, 25, 31);
	assert_int_equal(retired, written.counts.pensioners);
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

static void payments_are_the_pension_of_the_last_three_months(void **state)
{
	(void)state;
	for (size_t i = 0; i < written.payments.n; i++) {
		char **y = (char **)written.payments.rows[i].cell;
		const struct row *p = written_person(y[0]);

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
	for (size_t i = 0; i < written.feeds[CITY_CONTRIBUTION].n; i++) {
		char **c = (char **)written.feeds[CITY_CONTRIBUTION].rows[i].cell;
		int64_t base, amount;

		assert_true(money_parse(c[3], strlen(c[3]), &base));
		assert_true(money_parse(c[4], strlen(c[4]), &amount));
		assert_int_equal(amount * 100, base * 24);
		assert_string_equal(written_person(c[0])->cell[R_STATUS], "contributing");
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
	assert_false(written_make("d", 7, stop_halfway, &e));
	assert_int_equal(e.code, ERR_CANCELLED);
	assert_int_equal(rmdir(written_path("d")), 0);
}

static void a_city_is_not_written_over(void **state)
{
	struct err e;

	(void)state;
	assert_false(written_make("a", 7, NULL, &e));
	assert_int_equal(e.code, ERR_USAGE);
	assert_int_equal(access(written_path("a/register.csv"), R_OK), 0);
}

static void impossible_wishes_are_refused(void **state)
{
	struct city_options o = { 7, CITY_PERSONS_MIN - 1, written.today, DAYS,
				  written_path("e") };
	struct err e = { 0 };

	(void)state;
	assert_false(city_generate(&o, written_pension, NULL, NULL, NULL, &e));
	o.persons = PERSONS;
	o.days = CITY_DAYS_MIN - 1;
	assert_false(city_generate(&o, written_pension, NULL, NULL, NULL, &e));
	o.days = DAYS;
	o.day = 0;
	assert_false(city_generate(&o, written_pension, NULL, NULL, NULL, &e));
	assert_int_equal(access(written_path("e"), F_OK), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(header_lines_are_right),
		cmocka_unit_test(all_numbers_are_valid_and_unique),
		cmocka_unit_test(the_age_follows_the_published_tables),
		cmocka_unit_test(nobody_is_retired_before_the_age),
		cmocka_unit_test(payments_are_the_pension_of_the_last_three_months),
		cmocka_unit_test(contributions_are_a_share_of_the_base),
		cmocka_unit_test(same_seed_gives_the_same_bytes),
		cmocka_unit_test(another_seed_gives_another_city),
		cmocka_unit_test(a_cancelled_city_leaves_no_file),
		cmocka_unit_test(a_city_is_not_written_over),
		cmocka_unit_test(impossible_wishes_are_refused),
	};

	return cmocka_run_group_tests_name("city", tests, written_begin, written_finish);
}
