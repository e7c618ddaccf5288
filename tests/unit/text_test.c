/* The filter between data and people: names that are awkward, harmful or broken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <locale.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

static struct arena *memory;

static int setup(void **state)
{
	(void)state;
	if (!setlocale(LC_ALL, "C.UTF-8"))
		return -1;
	memory = arena_new();
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_free(memory);
	return 0;
}

static int cols(const char *s)
{
	return text_width(s, strlen(s));
}

static void names_stay_as_they_are(void **state)
{
	static const struct { const char *name; int cols; } names[] = {
		{ "王秀英", 6 }, { "欧阳文文", 8 }, { "买买提·艾合买提", 15 },
		{ "José Núñez", 10 }, { "Null", 4 }, { "=1+1", 4 }, { "𠮷田", 4 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		assert_string_equal(text_clean(memory, names[i].name), names[i].name);
		assert_int_equal(cols(names[i].name), names[i].cols);
		assert_false(text_has_unsafe(names[i].name, strlen(names[i].name)));
	}
}

/* Both words stay, in order, with something to see between them. */
static void controls_become_visible(void **state)
{
	static const struct { const char *name, *clean; } names[] = {
		{ "Qa\aQz", "Qa\u2407Qz" },
		{ "Qa\b\b\bQz", "Qa\u2408\u2408\u2408Qz" },
		{ "Qa\nQz", "Qa\u240aQz" },
		{ "Qa\x1b[2JQz", "Qa\u241b[2JQz" },
		{ "Qa\x1b]0;owned\aQz", "Qa\u241b]0;owned\u2407Qz" },
		{ "Qa\x1b" "cQz", "Qa\u241bcQz" },
		{ "Qa\x7fQz", "Qa\u2421Qz" },
		{ "Qa\xc2\x9b" "2JQz", "Qa\ufffd2JQz" },
		{ "Qa\u202eQz", "Qa\ufffdQz" },
		{ "Qa\u200bQz", "Qa\ufffdQz" },
		{ "Qa\ufeffQz", "Qa\ufffdQz" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const char *s = names[i].name;

		assert_string_equal(text_clean(memory, s), names[i].clean);
		assert_true(text_has_unsafe(s, strlen(s)));
	}
}

/* Newer than any C library here, one by one: files and letters have their bytes, and on
 * the screen each takes the two columns of an ideograph. */
static void rare_characters_stay(void **state)
{
	static const char *const names[] = { "郑\U0003158e", "郑\U0002ebf0",
					     "郑\U000323b0", "郑\U0002b739" };

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		assert_string_equal(text_clean(memory, names[i]), names[i]);
		assert_int_equal(cols(names[i]), 4);
		assert_false(text_has_unsafe(names[i], strlen(names[i])));
	}
	assert_string_equal(text_clean(memory, "a\U0002ffff"), "a\ufffd");
}

static void broken_bytes_become_visible(void **state)
{
	static const char *const names[] = {
		"Qa\xc0\xafQz",		/* overlong */
		"Qa\xe5\xbcQz",		/* cut short */
		"Qa\xd5\xc5\xc8\xfdQz",	/* GBK */
		"Qa\xed\xa0\x80Qz",	/* a surrogate */
		"Qa\xf4\x90\x80\x80Qz",	/* past the last character */
		"Qa\xff\xfeQz",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const char *clean = text_clean(memory, names[i]);

		assert_false(text_is_utf8(names[i], strlen(names[i])));
		assert_true(text_is_utf8(clean, strlen(clean)));
		assert_non_null(strstr(clean, "\ufffd"));
		assert_memory_equal(clean, "Qa", 2);
		assert_string_equal(clean + strlen(clean) - 2, "Qz");
	}
}

static void marks_do_not_pile_up(void **state)
{
	char name[1 + 60 * 2 + 1] = "a";
	const char *clean;

	(void)state;
	for (int i = 0; i < 60; i++)
		memcpy(name + 1 + i * 2, i % 2 ? "\u0328" : "\u0301", 2);
	clean = text_clean(memory, name);
	assert_int_equal(strlen(clean), 1 + 3 * 2);
	assert_int_equal(cols(clean), 1);
}

/* It would sit on the cell to its left, which is somebody else's. */
static void a_mark_without_base_is_left_out(void **state)
{
	(void)state;
	assert_string_equal(text_clean(memory, "\u0301abc"), "abc");
}

static void clipping_counts_columns(void **state)
{
	int used;

	(void)state;
	assert_int_equal(text_clip("王秀英", 5, &used), 6);
	assert_int_equal(used, 4);
	assert_int_equal(text_clip("e\u0301a", 1, &used), 3);
	assert_int_equal(used, 1);
	assert_int_equal(text_clip("abc", 0, &used), 0);
	assert_int_equal(used, 0);
}

static void formulas_are_guarded(void **state)
{
	(void)state;
	assert_string_equal(text_guard_formula(memory, "=1+1"), "'=1+1");
	assert_string_equal(text_guard_formula(memory, "@SUM(1)"), "'@SUM(1)");
	assert_string_equal(text_guard_formula(memory, "-1"), "'-1");
	assert_string_equal(text_guard_formula(memory, "-"), "-");
	assert_string_equal(text_guard_formula(memory, "+"), "+");
	assert_string_equal(text_guard_formula(memory, "="), "=");
	assert_string_equal(text_guard_formula(memory, "王秀英"), "王秀英");
	assert_string_equal(text_guard_formula(memory, ""), "");
}

/* No two departments agree on the dot; the one registered is U+00B7. */
static void dots_of_names_are_one(void **state)
{
	static const char *const dots[] = { "\u00b7", "\u2022", "\u30fb", "\uff65",
					    "\u2027", "\u22c5", "\u2219", "\uff0e",
					    ".",      "\u0387" };

	(void)state;
	for (size_t i = 0; i < sizeof(dots) / sizeof(*dots); i++)
		assert_string_equal(text_fold(memory,
					      arena_printf(memory, "阿%s卜", dots[i])),
				    "阿\u00b7卜");
}

static void full_width_is_folded(void **state)
{
	(void)state;
	assert_string_equal(text_fold(memory, "３３０６Ａｚ＊～"), "3306Az*~");
	assert_string_equal(text_fold(memory, "\uff01\uff5f"), "!\uff5f");
	assert_string_equal(text_fold(memory, "\u3000 王\u3000秀英\u00a0\t\u3000"),
			    "王 秀英");
	assert_string_equal(text_fold(memory, "\u3000"), "");
}

/* Both columns are the standard's: of 2000, and of 2022. */
static void private_characters_become_public(void **state)
{
	static const struct {
		const char *old, *now;
	} pairs[] = {
		{ "\ue78d", "\ufe10" },	    { "\ue78e", "\ufe12" },
		{ "\ue78f", "\ufe11" },	    { "\ue790", "\ufe13" },
		{ "\ue791", "\ufe14" },	    { "\ue792", "\ufe15" },
		{ "\ue793", "\ufe16" },	    { "\ue794", "\ufe17" },
		{ "\ue795", "\ufe18" },	    { "\ue796", "\ufe19" },
		{ "\ue7c7", "\u1e3f" },	    { "\ue816", "\U00020087" },
		{ "\ue817", "\U00020089" }, { "\ue818", "\U000200cc" },
		{ "\ue81e", "\u9fb4" },	    { "\ue826", "\u9fb5" },
		{ "\ue82b", "\u9fb6" },	    { "\ue82c", "\u9fb7" },
		{ "\ue831", "\U000215d7" }, { "\ue832", "\u9fb8" },
		{ "\ue83b", "\U0002298f" }, { "\ue843", "\u9fb9" },
		{ "\ue854", "\u9fba" },	    { "\ue855", "\U000241fe" },
		{ "\ue864", "\u9fbb" },	    { "\ue000", "\ue000" },
		{ "\ue865", "\ue865" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
		assert_string_equal(text_fold(memory, pairs[i].old), pairs[i].now);
}

static void what_is_folded_stays(void **state)
{
	static const char *const names[] = {
		"",	"王秀英",     "买买提\u00b7艾合买提", "José Núñez",
		"𠮷田", "\U00031350", "a\xff\xe4\xb8z"
	};

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		assert_string_equal(text_fold(memory, names[i]), names[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_stay_as_they_are),
		cmocka_unit_test(controls_become_visible),
		cmocka_unit_test(rare_characters_stay),
		cmocka_unit_test(broken_bytes_become_visible),
		cmocka_unit_test(marks_do_not_pile_up),
		cmocka_unit_test(a_mark_without_base_is_left_out),
		cmocka_unit_test(clipping_counts_columns),
		cmocka_unit_test(formulas_are_guarded),
		cmocka_unit_test(dots_of_names_are_one),
		cmocka_unit_test(full_width_is_folded),
		cmocka_unit_test(private_characters_become_public),
		cmocka_unit_test(what_is_folded_stays),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
