/* The line editor: wide characters, marks, and the cursor where the next character will
 * stand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <locale.h>
#include <string.h>

#include "base/arena.h"
#include "ui/entry.h"
#include "ui/theme.h"

static int setup(void **state)
{
	(void)state;
	return setlocale(LC_ALL, "C.UTF-8") ? 0 : -1;
}

static void type(struct entry *f, const wchar_t *text)
{
	struct press p;

	for (; *text; text++) {
		key_of_rune(&p, (uint32_t)*text);
		assert_true(entry_key(f, &p));
	}
}

static void press(struct entry *f, const char *name)
{
	struct press p;

	key_named(&p, name);
	assert_true(entry_key(f, &p));
}

static int cursor(const struct entry *f, int cols)
{
	struct arena *a = arena_new();
	struct grid g;
	int col;

	grid_init(&g, a, 1, 40);
	entry_draw(f, &g, 0, 2, cols);
	col = g.cursor_col;
	assert_int_equal(g.cursor_row, 0);
	arena_free(a);
	return col;
}

static void characters_go_in_at_the_cursor(void **state)
{
	struct entry f = { .len = 0 };

	(void)state;
	type(&f, L"王英");
	press(&f, "left");
	type(&f, L"秀");
	assert_string_equal(f.text, "王秀英");
	assert_int_equal(cursor(&f, 20), 2 + 4);
	press(&f, "home");
	assert_int_equal(cursor(&f, 20), 2);
	press(&f, "end");
	assert_int_equal(cursor(&f, 20), 2 + 6);
}

static void a_character_goes_with_its_marks(void **state)
{
	struct entry f = { .len = 0 };

	(void)state;
	type(&f, L"Jose\x301x");
	press(&f, "left");
	assert_int_equal(cursor(&f, 20), 2 + 4);
	press(&f, "backspace");
	assert_string_equal(f.text, "Josx");
	press(&f, "delete");
	assert_string_equal(f.text, "Jos");
}

static void the_ends_hold(void **state)
{
	struct entry f = { .len = 0 };

	(void)state;
	press(&f, "left");
	press(&f, "backspace");
	press(&f, "delete");
	press(&f, "right");
	assert_string_equal(f.text, "");
	type(&f, L"\x301");
	assert_string_equal(f.text, "");	/* a mark needs a base */
	type(&f, L"a\x202e" L"b");
	assert_string_equal(f.text, "ab");
}

static void a_full_field_takes_no_more(void **state)
{
	struct entry f = { .most = 7 };

	(void)state;
	type(&f, L"王秀英");
	assert_true(f.is_full);
	assert_string_equal(f.text, "王秀");
	type(&f, L"a");
	assert_false(f.is_full);
	assert_string_equal(f.text, "王秀a");
	entry_set(&f, "王秀英");
	assert_string_equal(f.text, "王秀");
}

static void clearing_keeps_what_is_left_of_the_cursor(void **state)
{
	struct entry f = { .len = 0 };

	(void)state;
	type(&f, L"abc王");
	press(&f, "left");
	press(&f, "ctrl-k");
	assert_string_equal(f.text, "abc");
	press(&f, "ctrl-u");
	assert_string_equal(f.text, "");
}

/* A long text scrolls so that the insertion point is seen. */
static void the_cursor_stays_inside(void **state)
{
	struct entry f = { .len = 0 };

	(void)state;
	type(&f, L"0123456789王秀英李建国");
	assert_true(cursor(&f, 10) < 2 + 10);
	press(&f, "home");
	assert_int_equal(cursor(&f, 10), 2);
}

static void keys_that_are_none_are_not_taken(void **state)
{
	struct entry f = { .len = 0 };
	struct press p;

	(void)state;
	key_named(&p, "F1");
	assert_false(entry_key(&f, &p));
	key_of_rune(&p, '\r');
	assert_string_equal(p.name, "enter");
	assert_false(entry_key(&f, &p));
}

static void full_width_keys_are_the_plain_ones(void **state)
{
	struct press p;

	(void)state;
	key_of_rune(&p, 0xff11);	/* full-width 1 */
	key_fold(&p);
	assert_string_equal(p.name, "1");
	key_of_rune(&p, 0xff1f);
	key_fold(&p);
	assert_string_equal(p.name, "?");
	key_of_rune(&p, L'王');
	key_fold(&p);
	assert_string_equal(p.name, "王");
	key_of_rune(&p, 0x11);
	assert_string_equal(p.name, "ctrl-q");
}

static void colours_are_mapped(void **state)
{
	int32_t c;

	(void)state;
	assert_true(theme_colour("bright-red", &c));
	assert_int_equal(theme_nearest(c, 256), 9);
	assert_int_equal(theme_nearest(c, 8), 1);
	assert_true(theme_colour("#d70000", &c));
	assert_int_equal(theme_nearest(c, 256), 160);
	assert_int_equal(theme_nearest(c, 8), 1);
	assert_true(theme_colour("own", &c));
	assert_int_equal(c, COLOUR_OWN);
	assert_false(theme_colour("#12345", &c));
	assert_false(theme_colour("bright-", &c));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters_go_in_at_the_cursor),
		cmocka_unit_test(a_character_goes_with_its_marks),
		cmocka_unit_test(the_ends_hold),
		cmocka_unit_test(a_full_field_takes_no_more),
		cmocka_unit_test(clearing_keeps_what_is_left_of_the_cursor),
		cmocka_unit_test(the_cursor_stays_inside),
		cmocka_unit_test(keys_that_are_none_are_not_taken),
		cmocka_unit_test(full_width_keys_are_the_plain_ones),
		cmocka_unit_test(colours_are_mapped),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
