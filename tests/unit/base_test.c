/* The room everything stands on: days, money, text, files, numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/csv.h"
#include "base/date.h"
#include "base/digest.h"
#include "base/idno.h"
#include "base/money.h"
#include "base/place.h"
#include "base/record.h"
#include "base/text.h"

#define UNUSED(state) (void)(state)

static int32_t day(const char *s)
{
	int32_t d;

	assert_true(date_parse(s, strlen(s), &d));
	return d;
}

static void days_are_those_of_postgresql(void **state)
{
	UNUSED(state);
	assert_int_equal(day("2000-01-01"), 0);
	assert_int_equal(day("1999-12-31"), -1);
	assert_int_equal(day("2025-11-21"), 9456);
	assert_int_equal(day("0001-01-01"), -730119);
}

static void every_day_of_400_years_goes_there_and_back(void **state)
{
	UNUSED(state);
	for (int32_t d = day("1850-01-01"); d < day("2250-01-01"); d++) {
		char text[DATE_TEXT];

		assert_int_equal(day(date_format(d, text)), d);
	}
}

static void impossible_days_are_refused(void **state)
{
	static const char *const wrong[] = {
		"2025-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31",
		"2024-01-00", "0000-00-00", "2024-1-1", "20240101", "2024-01-01 ", "",
		"2024/01/01"
	};
	int32_t d;

	UNUSED(state);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_false(date_parse(wrong[i], strlen(wrong[i]), &d));
	assert_true(date_parse("2000-02-29", 10, &d));
}

static void months_are_cut_to_their_last_day(void **state)
{
	UNUSED(state);
	assert_int_equal(date_add_months(day("2025-01-31"), 1), day("2025-02-28"));
	assert_int_equal(date_add_months(day("2024-01-31"), 1), day("2024-02-29"));
	assert_int_equal(date_add_months(day("2025-03-31"), -13), day("2024-02-29"));
	assert_int_equal(date_months_between(day("2025-01-31"), day("2025-02-28")), 0);
	assert_int_equal(date_months_between(day("2025-01-15"), day("2026-01-15")), 12);
	assert_int_equal(date_months_between(day("2026-01-15"), day("2025-01-16")), -11);
}

/* The examples of the rules for filling in payment papers; of two ways the first. */
static void amounts_in_capitals(void **state)
{
	static const struct { int64_t fen; const char *text; } known[] = {
		{ 140950, "壹仟肆佰零玖元伍角整" },
		{ 600714, "陆仟零柒元壹角肆分" },
		{ 168032, "壹仟陆佰捌拾元零叁角贰分" },
		{ 10700053, "壹拾万柒仟元零伍角叁分" },
		{ 1640902, "壹万陆仟肆佰零玖元零贰分" },
		{ 32504, "叁佰贰拾伍元零肆分" },
		{ 0, "零元整" },
		{ 53, "伍角叁分" },
		{ 5, "伍分" },
		{ 100000000000, "壹拾亿元整" },
		{ 100010000100, "壹拾亿零壹拾万零壹元整" },
		{ -123400, "负壹仟贰佰叁拾肆元整" },
	};
	char text[MONEY_CAPITAL];

	(void)state;
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		assert_string_equal(money_capital(known[i].fen, text), known[i].text);
	assert_true(strlen(money_capital(INT64_MAX, text)) < sizeof(text) - 1);
}

static void money_is_exact_or_refused(void **state)
{
	static const struct { const char *text; int64_t fen; } good[] = {
		{ "0.00", 0 }, { "100", 10000 }, { "100.5", 10050 },
		{ "2147483648.00", 214748364800 }, { "9999999999.99", 999999999999 },
		{ "100.5000", 10050 } };
	static const char *const wrong[] = {
		"", "-1.00", "100.005", "100.00x", "1e5", "NaN", ".5", "5.", "1,000.00",
		"99999999999999999999", "1 ", "10000000000.00", "10000000000",
		"92233720368547758.07", "92233720368547758.08", "92233720368547759.99"
	};
	char text[MONEY_TEXT];
	int64_t fen;

	UNUSED(state);
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		assert_true(money_parse(good[i].text, strlen(good[i].text), &fen));
		assert_int_equal(fen, good[i].fen);
	}
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_false(money_parse(wrong[i], strlen(wrong[i]), &fen));
	assert_string_equal(money_format(-5, text), "-0.05");
	assert_string_equal(money_format(INT64_MIN, text), "-92233720368547758.08");
}

static void money_that_overflows_says_so(void **state)
{
	int64_t out = 7;

	UNUSED(state);
	assert_false(money_add(INT64_MAX, 1, &out));
	assert_false(money_scale(INT64_MAX, 2, 1, &out));
	assert_int_equal(out, 7);
	assert_true(money_scale(5, 1, 2, &out));
	assert_int_equal(out, 3);
	assert_true(money_scale(-5, 1, 2, &out));
	assert_int_equal(out, -3);
}

/* 11010519491231002X is the example of the standard itself. */
static void identity_numbers_follow_the_standard(void **state)
{
	int32_t birth;

	UNUSED(state);
	assert_int_equal(idno_check("11010519491231002X", 18, &birth), IDNO_GOOD);
	assert_int_equal(birth, day("1949-12-31"));
	assert_int_equal(idno_check("110105194912310021", 18, &birth), IDNO_CHECK);
	assert_int_equal(idno_check("11010519491231002", 17, &birth), IDNO_LENGTH);
	assert_int_equal(idno_check("11010519490231002X", 18, &birth), IDNO_BIRTH);
	assert_int_equal(idno_check("1101051949123100 X", 18, &birth), IDNO_CHARACTER);
}

static void digests_are_sha256(void **state)
{
	char hex[DIGEST_TEXT];

	UNUSED(state);
	assert_string_equal(
	    digest_bytes("abc", 3, hex),
	    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void a_buffer_stops_at_its_ceiling(void **state)
{
	struct buf b;

	UNUSED(state);
	buf_init(&b, 10);
	buf_text(&b, "12345");
	buf_text(&b, "678901");
	assert_true(b.full);
	assert_string_equal(b.data, "12345");
	buf_done(&b);
}

static int deferred;

static void count(void *arg)
{
	deferred = deferred * 10 + *(int *)arg;
}

static void an_arena_takes_its_guests_with_it_last_first(void **state)
{
	struct arena *a = arena_new();
	int one = 1, two = 2;

	UNUSED(state);
	arena_defer(a, count, &one);
	arena_defer(a, count, &two);
	for (int i = 0; i < 1000; i++)
		assert_int_equal(((char *)arena_alloc(a, 100))[99], 0);
	arena_free(a);
	assert_int_equal(deferred, 21);
}

static struct csv *csv_of(const char *text, size_t n, const char *encoding)
{
	char path[] = "/tmp/steward-csv-XXXXXX";
	int fd = mkstemp(path);
	struct err e;
	struct csv *c;

	assert_int_equal(write(fd, text, n), (ssize_t)n);
	close(fd);
	c = csv_open(path, encoding, ',', &e);
	unlink(path);
	assert_non_null(c);
	return c;
}

static void rows_are_lines_and_quotes_end_with_them(void **state)
{
	static const char text[] = "\xef\xbb\xbf"
				   "a,b\r\n\"x,\"\"y\"\"\",2\n\n\"open,3\nlast";
	struct csv *c = csv_of(text, sizeof(text) - 1, "UTF-8");
	struct csv_row row;
	struct err e;

	UNUSED(state);
	assert_true(csv_next(c, &row, &e));
	assert_int_equal(row.n, 2);
	assert_memory_equal(row.fields[0].text, "a", 1);
	assert_int_equal(row.fields[1].len, 1);
	assert_true(csv_next(c, &row, &e));
	assert_int_equal(row.fields[0].len, 5);
	assert_memory_equal(row.fields[0].text, "x,\"y\"", 5);
	assert_true(csv_next(c, &row, &e));
	assert_int_equal(row.fault, CSV_BLANK);
	assert_true(csv_next(c, &row, &e));
	assert_int_equal(row.fault, CSV_QUOTE);
	assert_true(csv_next(c, &row, &e));
	assert_int_equal(row.line, 5);
	assert_memory_equal(row.fields[0].text, "last", 4);
	assert_false(csv_next(c, &row, &e));
	assert_int_equal(e.code, ERR_NONE);
	csv_close(c);
}

static void gb18030_arrives_as_utf8_and_wrong_bytes_as_none(void **state)
{
	static const char text[] = "\xd5\xc5\xc8\xfd,\x95\x32\x82\x36\n\xff\x41,ok\n";
	struct csv *c = csv_of(text, sizeof(text) - 1, "GB18030");
	struct csv_row row;
	struct err e;

	UNUSED(state);
	assert_true(csv_next(c, &row, &e));
	assert_memory_equal(row.fields[0].text, "\xe5\xbc\xa0\xe4\xb8\x89", 6);
	assert_true(csv_next(c, &row, &e));
	assert_false(text_is_utf8(row.fields[0].text, row.fields[0].len));
	assert_memory_equal(row.fields[1].text, "ok", 2);
	csv_close(c);
}

static void a_line_without_end_costs_one_row(void **state)
{
	size_t n = 3 * CSV_LINE_MAX;
	char *text = malloc(n + 10);
	struct csv_row row;
	struct csv *c;
	struct err e;

	UNUSED(state);
	memset(text, 'x', n);
	memcpy(text + n, "\nnext\n", 6);
	c = csv_of(text, n + 6, "UTF-8");
	assert_true(csv_next(c, &row, &e));
	assert_int_equal(row.fault, CSV_TOO_LONG);
	assert_true(csv_next(c, &row, &e));
	assert_int_equal(row.line, 2);
	assert_int_equal(row.fault, CSV_GOOD);
	assert_memory_equal(row.fields[0].text, "next", 4);
	csv_close(c);
	free(text);
}

static void places_lie_in_larger_ones(void **state)
{
	static const struct { const char *place, *chain;
	} known[] = {
		{ "CN-330681", "CN-330681 CN-3306 CN-33 CN" },
		{ "CN-33 Zhejiang", "CN-33 CN" },
		{ "CN-3301", "CN-3301 CN-33 CN" },
		{ "CN", "CN" },
		{ "FR", "FR" },
		{ "US-CA", "US-CA US" },
		{ "CN-330681001", "CN-330681001 CN-330681 CN-3306 CN-33 CN" },
		{ "", "" },
		{ "cn-33", "" },
		{ "CN-", "" },
		{ "C", "" },
		{ "CN-33/..", "" },
		{ " CN", "" },
		{ "CN33", "" },
		{ "CN-330681001001001001001", "" },
	};
	char chain[PLACE_CHAIN];

	UNUSED(state);
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		assert_int_equal(place_chain(known[i].place, strlen(known[i].place),
					     chain),
				 known[i].chain[0] != '\0');
		assert_string_equal(chain, known[i].chain);
	}
}

/* Reads it all, in pieces as small as the pipe gives them. */
static int read_records(const char *text, size_t n, char out[][64],
			enum csv_fault *faults)
{
	struct records *r;
	struct record row;
	struct err e;
	int fd[2], rows = 0;

	assert_int_equal(pipe(fd), 0);
	assert_int_equal(write(fd[1], text, n), (ssize_t)n);
	close(fd[1]);
	r = records_new(fd[0]);
	while (records_next(r, &row, &e)) {
		out[rows][0] = '\0';
		faults[rows] = row.fault;
		for (int i = 0; i < row.n; i++) {
			size_t used = strlen(out[rows]);

			snprintf(out[rows] + used, 64 - used, "%.*s|",
				 (int)row.fields[i].len, row.fields[i].text);
		}
		rows++;
	}
	assert_int_equal(e.code, ERR_NONE);
	records_free(r);
	close(fd[0]);
	return rows;
}

static void records_keep_line_breaks_and_lose_one_line_at_most(void **state)
{
	static const char text[] = "\xef\xbb\xbf"
				   "a,b\r\n1,\"x\ny\"\r\n\n\"p \"\"q\"\"\",\n"
				   "\"a\"b,2\n3,4\n5,\"open\n6,7";
	char out[10][64];
	enum csv_fault faults[10];

	UNUSED(state);
	assert_int_equal(read_records(text, sizeof(text) - 1, out, faults), 7);
	assert_string_equal(out[0], "a|b|");
	assert_string_equal(out[1], "1|x\ny|");
	assert_string_equal(out[2], "p \"q\"||");
	assert_int_equal(faults[3], CSV_QUOTE);
	assert_string_equal(out[4], "3|4|");
	assert_int_equal(faults[5], CSV_QUOTE);
	assert_string_equal(out[6], "6|7|");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_are_those_of_postgresql),
		cmocka_unit_test(every_day_of_400_years_goes_there_and_back),
		cmocka_unit_test(impossible_days_are_refused),
		cmocka_unit_test(months_are_cut_to_their_last_day),
		cmocka_unit_test(money_is_exact_or_refused),
		cmocka_unit_test(amounts_in_capitals),
		cmocka_unit_test(money_that_overflows_says_so),
		cmocka_unit_test(identity_numbers_follow_the_standard),
		cmocka_unit_test(digests_are_sha256),
		cmocka_unit_test(a_buffer_stops_at_its_ceiling),
		cmocka_unit_test(an_arena_takes_its_guests_with_it_last_first),
		cmocka_unit_test(rows_are_lines_and_quotes_end_with_them),
		cmocka_unit_test(gb18030_arrives_as_utf8_and_wrong_bytes_as_none),
		cmocka_unit_test(a_line_without_end_costs_one_row),
		cmocka_unit_test(places_lie_in_larger_ones),
		cmocka_unit_test(records_keep_line_breaks_and_lose_one_line_at_most),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
