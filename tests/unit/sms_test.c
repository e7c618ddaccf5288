/* How many text messages a text is charged as: the figures that operators publish. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "post/sms.h"

/* n times one text, and another behind it. */
static int parts_of(const char *one, int n, const char *more, int *units)
{
	char text[4000] = "";
	size_t at = 0;

	for (int i = 0; i < n; i++)
		at += (size_t)snprintf(text + at, sizeof(text) - at, "%s", one);
	snprintf(text + at, sizeof(text) - at, "%s", more);
	return sms_parts(text, units);
}

static void expect(const char *one, int n, const char *more, int parts, int units)
{
	int counted;

	assert_int_equal(parts_of(one, n, more, &counted), parts);
	assert_int_equal(counted, units);
}

static void chinese_is_70_then_67(void **state)
{
	(void)state;
	expect("中", 70, "", 1, 70);
	expect("中", 71, "", 2, 71);
	expect("中", 134, "", 2, 134);
	expect("中", 135, "", 3, 135);
}

static void plain_is_160_then_153(void **state)
{
	(void)state;
	expect("a", 160, "", 1, 160);
	expect("a", 161, "", 2, 161);
	expect("a", 306, "", 2, 306);
	expect("a", 307, "", 3, 307);
}

static void one_chinese_character_changes_all(void **state)
{
	(void)state;
	expect("a", 69, "中", 1, 70);
	expect("a", 70, "中", 2, 71);
}

static void extension_takes_two_places(void **state)
{
	(void)state;
	expect("[", 80, "", 1, 160);
	expect("a", 159, "€", 2, 161);
}

static void rare_names_take_two_units_and_are_not_cut(void **state)
{
	(void)state;
	expect("中", 68, "𠮷", 1, 70);
	expect("中", 69, "𠮷", 2, 71);
	/* The pair does not fit into the first part's last place. */
	expect("中", 66,
	       "𠮷中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中"
	       "中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中中",
	       3, 134);
}

static void broken_text_has_none(void **state)
{
	int units;

	(void)state;
	assert_int_equal(sms_parts("\xff", &units), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(chinese_is_70_then_67),
		cmocka_unit_test(plain_is_160_then_153),
		cmocka_unit_test(one_chinese_character_changes_all),
		cmocka_unit_test(extension_takes_two_places),
		cmocka_unit_test(rare_names_take_two_units_and_are_not_cut),
		cmocka_unit_test(broken_text_has_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
