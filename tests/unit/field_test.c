/* Every kind of field of a department's file: what is taken, with the bytes the server is
 * sent, and what is refused, with the reason. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "intake/field.h"

static const char *five_digits(const char *s, size_t n, int32_t *birth)
{
	(void)s;
	(void)birth;
	return n == 5 ? NULL : "is not 5 characters long";
}

/* The first digit is a day of birth. */
static const char *born(const char *s, size_t n, int32_t *birth)
{
	if (n == 0 || s[0] < '0' || s[0] > '9')
		return "has no birth day";
	*birth = s[0] - '0';
	return NULL;
}

static const struct ident_kind plain = { "plain", "plain", five_digits };
static const struct ident_kind telling = { "telling", "telling", born };

static struct complaint complaint;

/* What the field writes for a value, in hexadecimal; the class of the complaint. */
static const char *read_with(const struct field_reader *readers, int i, const char *s,
			     struct row_state *row)
{
	static char text[2000];
	struct buf out;
	size_t at = 0;

	text[0] = '\0';
	buf_init(&out, 1 << 20);
	if (!field_read(readers, i, s, strlen(s), row, &out, &complaint)) {
		buf_done(&out);
		return complaint.reason;
	}
	for (size_t k = 0; k < out.len && at + 4 < sizeof(text); k++)
		at += (size_t)snprintf(text + at, sizeof(text) - at, "%s%02x",
				       k && k % 4 == 0 ? " " : "",
				       (unsigned char)out.data[k]);
	buf_done(&out);
	return text;
}

static const char *read_as(const struct field *f, const char *s)
{
	const struct field_reader reader = { f, NULL, -1, -1, -1 };
	struct row_state row = { .today = date_from_civil(2025, 11, 21) };

	return read_with(&reader, 0, s, &row);
}

static const char *read_kind(enum field_kind kind, const char *s)
{
	const struct field f = { "x", kind };

	return read_as(&f, s);
}

static const char *repeat(char *out, char c, size_t n)
{
	memset(out, c, n);
	out[n] = '\0';
	return out;
}

static void optional_and_empty_is_null(void **state)
{
	(void)state;
	for (enum field_kind k = FIELD_NAME; k <= FIELD_LIST; k++) {
		const struct field f = { "x", k, .optional = true };

		assert_string_equal(read_as(&f, ""), "ffffffff");
	}
}

static void names_and_texts_are_counted_in_characters(void **state)
{
	char text[400];

	(void)state;
	assert_string_equal(read_kind(FIELD_NAME, "ab"), "00000002 6162");
	assert_string_equal(read_kind(FIELD_NAME, ""), "name");
	assert_string_equal(read_kind(FIELD_TEXT, ""), "00000000");
	assert_string_equal(read_kind(FIELD_NAME, repeat(text, 'a', 101)), "name");
	assert_string_equal(complaint.detail, "too long (101 characters, at most 100)");
	assert_string_equal(read_kind(FIELD_TEXT, repeat(text, 'a', 201)), "name");
	assert_string_equal(read_kind(FIELD_TEXT, "a\tb"), "control");
	assert_string_equal(read_kind(FIELD_TEXT, "a\xe2\x80\xae" "b"), "control");
	assert_string_equal(read_kind(FIELD_NAME, "\xff"), "encoding");
	assert_string_equal(complaint.detail, "not UTF-8 (declare --encoding)");
}

static void codes_are_whole_words(void **state)
{
	const struct field f = { "sex", FIELD_CODE, .codes = "M F other" };

	(void)state;
	assert_string_equal(read_as(&f, "F"), "00000001 46");
	assert_string_equal(read_as(&f, "oth"), "code");
	assert_string_equal(read_as(&f, ""), "code");
	assert_string_equal(complaint.detail,
			    "unknown code (expected one of: M F other)");
}

static void days_keep_their_bounds(void **state)
{
	const struct field f = { "d", FIELD_DAY, .least = "2000-01-01", .most = "today" };

	(void)state;
	assert_string_equal(read_as(&f, "2000-01-02"), "00000004 00000001");
	assert_string_equal(read_as(&f, "2025-11-21"), "00000004 000024f0");
	assert_string_equal(read_as(&f, "2025-11-22"), "date");
	assert_string_equal(complaint.detail,
			    "date out of range (expected 2000-01-01 to 2025-11-21)");
	assert_string_equal(read_as(&f, "1999-12-31"), "date");
	assert_string_equal(read_as(&f, "2025-02-29"), "date");
	assert_string_equal(complaint.detail, "invalid date (expected YYYY-MM-DD)");
	assert_string_equal(read_kind(FIELD_DAY, "1849-12-31"), "date");
	assert_string_equal(read_kind(FIELD_DAY, "2101-01-01"), "date");
}

static void times_of_day(void **state)
{
	static const char *const bad[] = {
		"24:00", "23:60", "23:59:60", "9:30", "09:30:1", "09.30", "0930",
		"-1:00", "", "09:3x"
	};

	(void)state;
	assert_string_equal(read_kind(FIELD_TIME, "00:00"), "00000008 00000000 00000000");
	/* 86,399,000,000 microseconds */
	assert_string_equal(read_kind(FIELD_TIME, "23:59:59"),
			    "00000008 00000014 1dc81dc0");
	assert_string_equal(read_kind(FIELD_TIME, "00:01:00"),
			    "00000008 00000000 03938700");
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_string_equal(read_kind(FIELD_TIME, bad[i]), "time");
}

static void months_money_and_counts(void **state)
{
	(void)state;
	assert_string_equal(read_kind(FIELD_PERIOD, "2025-11"), "00000004 0003170f");
	assert_string_equal(read_kind(FIELD_PERIOD, "2025-13"), "period");
	assert_string_equal(read_kind(FIELD_PERIOD, "1849-12"), "period");
	assert_string_equal(read_kind(FIELD_PERIOD, "2025-1"), "period");
	assert_string_equal(read_kind(FIELD_MONEY, "12.5"), "00000008 00000000 000004e2");
	assert_string_equal(read_kind(FIELD_MONEY, "9999999999.99"),
			    "00000008 000000e8 d4a50fff");
	assert_string_equal(read_kind(FIELD_MONEY, "10000000000"), "amount");
	assert_string_equal(read_kind(FIELD_MONEY, "-1"), "amount");
	assert_string_equal(read_kind(FIELD_MONEY, "1,5"), "amount");
	assert_string_equal(read_kind(FIELD_COUNT, "999999999"),
			    "00000008 00000000 3b9ac9ff");
	assert_string_equal(read_kind(FIELD_COUNT, "1000000000"), "number");
	assert_string_equal(read_kind(FIELD_COUNT, "1.0"), "number");
	assert_string_equal(read_kind(FIELD_COUNT, ""), "number");
}

static void decimals_keep_sign_and_scale(void **state)
{
	const struct field two = { "x", FIELD_DECIMAL, .scale = 2 };
	const struct field six = { "x", FIELD_DECIMAL, .scale = 6 };
	const struct field whole = { "x", FIELD_DECIMAL };
	const struct field quantity = { "x", FIELD_QUANTITY, .scale = 3 };

	(void)state;
	/* digits, weight, sign, scale; then digits to the base 10000 */
	assert_string_equal(read_as(&two, "12345.6"),
			    "0000000e 00030001 00000002 00010929 1770");
	assert_string_equal(read_as(&two, "-0.05"), "0000000a 0001ffff 40000002 01f4");
	assert_string_equal(read_as(&two, "-0"), "00000008 00000000 00000002");
	assert_string_equal(read_as(&six, "999999999999.999999"),
			    "00000012 00050002 00000006 270f270f 270f270f 26ac");
	assert_string_equal(read_as(&whole, "20000"), "0000000a 00010001 00000000 0002");
	assert_string_equal(read_as(&whole, "1."), "number");
	assert_string_equal(read_as(&whole, "1.0"), "number");
	assert_string_equal(read_as(&two, "1.234"), "number");
	assert_string_equal(complaint.detail,
			    "invalid number (expected 12 digits, at most 2 after the "
			    "point)");
	assert_string_equal(read_as(&two, "1000000000000"), "number");
	assert_string_equal(read_as(&two, ".5"), "number");
	assert_string_equal(read_as(&two, "1."), "number");
	assert_string_equal(read_as(&two, "--1"), "number");
	assert_string_equal(read_as(&two, "1e3"), "number");
	assert_string_equal(read_as(&two, "99999999999999999999999999"), "number");
	assert_string_equal(read_as(&quantity, "0.125"),
			    "0000000a 0001ffff 00000003 04e2");
	assert_string_equal(read_as(&quantity, "-1"), "number");
}

static void lists_are_bounded(void **state)
{
	const struct field bars = { "x", FIELD_LIST, .separator = '|' };
	char text[FIELD_LIST_MOST * 2 + 2];

	(void)state;
	assert_string_equal(read_kind(FIELD_LIST, "a;bc"),
			    "0000001f 00000001 00000000 00000019 00000002 00000001 "
			    "00000001 61000000 026263");
	assert_string_equal(read_as(&bars, "a;b"),
			    "0000001b 00000001 00000000 00000019 00000001 00000001 "
			    "00000003 613b62");
	assert_string_equal(read_kind(FIELD_LIST, "a;;b"), "name");
	assert_string_equal(read_kind(FIELD_LIST, ""), "name");
	assert_string_equal(read_kind(FIELD_LIST, "a;b\n"), "control");
	for (int i = 0; i < FIELD_LIST_MOST; i++)
		memcpy(text + i * 2, "a;", 3);
	text[FIELD_LIST_MOST * 2 - 1] = '\0';
	assert_string_not_equal(read_kind(FIELD_LIST, text), "list");
	memcpy(text + FIELD_LIST_MOST * 2 - 1, ";a", 3);
	assert_string_equal(read_kind(FIELD_LIST, text), "list");
	assert_string_equal(complaint.detail, "too many values (101, at most 100)");
	assert_string_equal(read_kind(FIELD_LIST, repeat(text, 'a', 201)), "name");
}

static void a_reference_is_a_text(void **state)
{
	(void)state;
	assert_string_equal(read_kind(FIELD_REF, "K1"), "00000002 4b31");
	assert_string_equal(read_kind(FIELD_REF, ""), "name");
}

static void numbers_are_checked_by_their_kind(void **state)
{
	const struct field id = { "no", FIELD_ID }, given = { "no", FIELD_ID_GIVEN };
	const struct field_reader strict = { &id, &plain, -1, -1, -1 };
	const struct field_reader kind = { &id, &telling, -1, -1, -1 };
	const struct field_reader loose = { &given, &telling, -1, -1, -1 };
	struct row_state row = { .today = 100 };

	(void)state;
	assert_string_equal(read_with(&strict, 0, "12345", &row),
			    "00000005 31323334 35ffffff ff");
	assert_string_equal(read_with(&strict, 0, "123456", &row), "id");
	assert_string_equal(complaint.detail, "is not 5 characters long");
	assert_string_equal(read_with(&kind, 0, "7", &row),
			    "00000001 37000000 04000000 07");
	assert_string_equal(read_with(&loose, 0, "X2345", &row),
			    "00000005 58323334 35ffffff ff");
	assert_string_equal(read_with(&loose, 0, "1234", &row), "id");
	assert_string_equal(read_with(&loose, 0, "12 45", &row), "id");
	assert_string_equal(read_with(&loose, 0, " x２345　", &row),
			    "00000005 58323334 35ffffff ff");
}

static void a_birth_day_is_that_of_its_own_number(void **state)
{
	const struct field fields[] = { { "a", FIELD_ID }, { "b", FIELD_ID },
					{ "day", FIELD_DAY, .birth_of = "b" } };
	const struct field_reader readers[] = {
		{ &fields[0], &telling, -1, -1, -1 },
		{ &fields[1], &telling, -1, -1, -1 },
		{ &fields[2], NULL, 1, -1, -1 }
	};
	struct row_state row = { 0 };

	(void)state;
	read_with(readers, 0, "1", &row);
	read_with(readers, 1, "2", &row);
	assert_string_equal(read_with(readers, 2, "2000-01-03", &row),
			    "00000004 00000002");
	assert_string_equal(read_with(readers, 2, "2000-01-02", &row), "id");
	assert_string_equal(complaint.detail, "not the birth day that the number tells");
}

static void a_number_of_the_row_before_tells_nothing(void **state)
{
	const struct field id = { "no", FIELD_ID, .optional = true };
	const struct field_reader reader = { &id, &telling, -1 };
	struct row_state row = { 0 };

	(void)state;
	read_with(&reader, 0, "7", &row);
	assert_string_equal(read_with(&reader, 0, "", &row), "ffffffff ffffffff");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(optional_and_empty_is_null),
		cmocka_unit_test(names_and_texts_are_counted_in_characters),
		cmocka_unit_test(codes_are_whole_words),
		cmocka_unit_test(days_keep_their_bounds),
		cmocka_unit_test(times_of_day),
		cmocka_unit_test(months_money_and_counts),
		cmocka_unit_test(decimals_keep_sign_and_scale),
		cmocka_unit_test(lists_are_bounded),
		cmocka_unit_test(a_reference_is_a_text),
		cmocka_unit_test(numbers_are_checked_by_their_kind),
		cmocka_unit_test(a_birth_day_is_that_of_its_own_number),
		cmocka_unit_test(a_number_of_the_row_before_tells_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
