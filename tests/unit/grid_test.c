/* Cells and pages: what lands where, compared with the text in grid_test.txt.  BLESS=1
 * writes that file anew; read its difference like code. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "ui/grid.h"
#include "ui/layout.h"
#include "ui/page.h"

static struct arena *memory;
static struct buf seen;		/* what all scenes draw, in order */

static int setup(void **state)
{
	(void)state;
	if (!setlocale(LC_ALL, "C.UTF-8"))
		return -1;
	memory = arena_new();
	buf_init(&seen, 1 << 20);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	buf_done(&seen);
	arena_free(memory);
	return 0;
}

/* Every row between bars, then its styles where any is not plain. */
static void record(const char *scene, const struct grid *g)
{
	buf_printf(&seen, "%s (%dx%d, cursor %d,%d)\n", scene, g->cols, g->rows,
		   g->cursor_row, g->cursor_col);
	for (int row = 0; row < g->rows; row++) {
		bool is_styled = false;

		buf_printf(&seen, "|%s\n", grid_row(g, row, memory));
		for (int col = 0; col < g->cols; col++)
			is_styled |= grid_cell(g, row, col)->style != STYLE_PLAIN;
		for (int col = 0; is_styled && col < g->cols; col++)
			buf_printf(&seen, "%s%c", col ? "" : " ",
				   ".tkvawfdh"[grid_cell(g, row, col)->style]);
		if (is_styled)
			buf_text(&seen, "\n");
	}
}

static void words(struct grid *g, int row, int col, int cols, const char *text)
{
	grid_text(g, row, col, cols, STYLE_PLAIN, text);
}

/* What the C library does not know is one stand-in of two columns, whole or not at all.
 */
/* Of planes that no library of today knows all of. */
static void rare_characters_are_wide(void **state)
{
	struct grid g;

	(void)state;
	grid_init(&g, memory, 2, 10);
	assert_int_equal(grid_text(&g, 0, 0, 10, STYLE_PLAIN, "郑\U0003fff0后"), 6);
	assert_string_equal(grid_row(&g, 0, memory), "郑\u3013后");
	assert_int_equal(grid_text(&g, 1, 0, 4, STYLE_PLAIN, "郑\U0003fff1后"), 3);
	assert_string_equal(grid_row(&g, 1, memory), "郑~");
}

static void text_is_clipped_by_columns(void **state)
{
	struct grid g;

	(void)state;
	grid_init(&g, memory, 6, 12);
	words(&g, 0, 0, 12, "王秀英");
	words(&g, 1, 0, 5, "王秀英");
	words(&g, 2, 0, 12, "José Ñuñez");
	words(&g, 3, 0, 12, "0123456789abcdef");
	words(&g, 4, 8, 12, "past the end");
	grid_right(&g, 5, 0, 12, STYLE_ALARM, "3123.45");
	record("clipped", &g);
	assert_int_equal(grid_text(&g, 1, 0, 5, STYLE_PLAIN, "王秀英"), 5);
	assert_int_equal(grid_text(&g, 1, 0, 6, STYLE_PLAIN, "王秀英"), 6);
	assert_int_equal(grid_text(&g, 9, 0, 6, STYLE_PLAIN, "outside"), 0);
	assert_int_equal(grid_text(&g, 0, 40, 6, STYLE_PLAIN, "outside"), 0);
}

static void half_a_wide_character_does_not_stay(void **state)
{
	struct grid g;

	(void)state;
	grid_init(&g, memory, 3, 8);
	words(&g, 0, 0, 8, "王秀英");
	words(&g, 0, 1, 1, "x");
	words(&g, 1, 0, 8, "王秀英");
	words(&g, 1, 2, 1, "y");
	words(&g, 2, 0, 8, "ab");
	words(&g, 2, 1, 2, "王");
	record("overwritten", &g);
	assert_int_equal(grid_cell(&g, 0, 0)->width, 1);
	assert_int_equal(grid_cell(&g, 1, 3)->width, 1);
}

/* Text that nobody cleaned must not reach the terminal either. */
static void what_is_not_clean_is_replaced(void **state)
{
	struct grid g;

	(void)state;
	grid_init(&g, memory, 3, 20);
	words(&g, 0, 0, 20, "a\x1b[2Jb");
	words(&g, 1, 0, 20, "a\xff\xfe" "b");
	words(&g, 2, 0, 20, "a\u202e\u200b" "b");
	record("not clean", &g);
}

enum { PAGE_COLS = 50 };

static void fill_page(struct page *p)
{
	static const char *const names[] = {
		"王秀英", "欧阳文文", "José Ñuñez", "买买提·艾合买提"
	};

	page_title(p, memory, PAGE_COLS, "Tasks");
	for (int i = 0; i < 8; i++) {
		page_line(p, memory, i);
		page_span(p, memory, 2, 14, STYLE_PLAIN, names[i % 4]);
		page_right(p, memory, 18, 8, STYLE_PLAIN,
			   arena_printf(memory, "%d", i * 1111));
	}
	page_title(p, memory, PAGE_COLS, "Why");
	page_wrapped(p, memory, 100, 2, "Why", 8, 20, STYLE_VALUE,
		     "died 2025-10-15, still paid 3123.45 and more");
}

static void a_page_shows_the_selected_line(void **state)
{
	struct page p = { .selected = -1 };
	struct grid g;

	(void)state;
	fill_page(&p);
	grid_init(&g, memory, 6, PAGE_COLS);
	page_settle(&p, 6);
	page_draw(&p, &g, 0, 6);
	record("page, first", &g);
	assert_int_equal(page_selected(&p), 0);
	assert_true(page_move(&p, 6, 6));
	grid_init(&g, memory, 6, PAGE_COLS);
	page_draw(&p, &g, 0, 6);
	record("page, one page on", &g);
	page_last(&p, 6);
	assert_int_equal(page_selected(&p), 100);
	grid_init(&g, memory, 6, PAGE_COLS);
	page_draw(&p, &g, 0, 6);
	record("page, last", &g);
	assert_false(page_move(&p, 1, 6));
	page_first(&p);
	assert_int_equal(page_selected(&p), 0);
	assert_false(page_move(&p, -1, 6));
	assert_int_equal(p.top, 0);
}

static void selection_survives_a_shorter_page(void **state)
{
	struct page p = { .selected = -1 }, q = { .selected = -1 };

	(void)state;
	fill_page(&p);
	page_select(&p, 5);
	assert_int_equal(page_selected(&p), 5);
	for (int i = 0; i < 3; i++)
		page_line(&q, memory, i);
	page_select(&q, page_selected(&p));
	assert_int_equal(page_selected(&q), 2);
}

static const struct column columns[] = {
	{ .title = "Due", .width = 10 }, { .title = "Name", .width = 10 },
	{ .title = "Task", .width = 18, .gives_way = 2 }, { .title = "Why" },
	{ .title = "State", .width = 9, .gives_way = 1 }, { 0 }
};

static void record_layout(int cols)
{
	struct layout l;

	layout_columns(&l, columns, 2, cols);
	buf_printf(&seen, "layout %d:", cols);
	for (int i = 0; i < l.n; i++)
		if (l.width[i])
			buf_printf(&seen, " %s@%d+%d", columns[i].title, l.col[i],
				   l.width[i]);
	buf_text(&seen, "\n");
}

static void columns_give_way_in_their_order(void **state)
{
	struct layout l;

	(void)state;
	record_layout(120);
	record_layout(80);
	record_layout(50);
	record_layout(40);
	record_layout(24);
	for (int cols = 20; cols < 200; cols++) {
		layout_columns(&l, columns, 2, cols);
		assert_true(l.col[3] + l.width[3] <= cols);
	}
}

/* On a slow line the selected row has a sign, and a mark that stands there is lit. */
static void a_lean_focus_is_one_cell(void **state)
{
	struct grid g;

	(void)state;
	grid_init(&g, memory, 2, 20);
	g.is_lean = true;
	grid_text(&g, 0, 2, 10, STYLE_PLAIN, "one");
	grid_text(&g, 1, 1, 10, STYLE_PLAIN, "+two");
	grid_focus(&g, 0, 0, 20);
	assert_string_equal(grid_row(&g, 0, memory), " >one");
	assert_int_equal(grid_cell(&g, 0, 2)->style, STYLE_PLAIN);
	grid_focus(&g, 1, 0, 20);
	assert_string_equal(grid_row(&g, 1, memory), " +two");
	assert_int_equal(grid_cell(&g, 1, 1)->style, STYLE_FOCUS);
	assert_int_equal(g.cursor_row, 1);
	assert_int_equal(g.cursor_col, 1);
}

/* Runs last: everything that was drawn against the file. */
static void all_of_it_is_as_before(void **state)
{
	const char *srcdir = getenv("srcdir");
	const char *path =
	    arena_printf(memory, "%s/tests/unit/grid_test.txt", srcdir ? srcdir : ".");
	FILE *f = fopen(path, getenv("BLESS") ? "w" : "r");
	char *want = arena_alloc(memory, seen.len + 2);

	(void)state;
	if (!f)
		fail_msg("no file %s", path);
	if (getenv("BLESS")) {
		fwrite(seen.data, 1, seen.len, f);
		fclose(f);
		return;
	}
	want[fread(want, 1, seen.len + 1, f)] = '\0';
	fclose(f);
	assert_string_equal(seen.data, want);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rare_characters_are_wide),
		cmocka_unit_test(text_is_clipped_by_columns),
		cmocka_unit_test(half_a_wide_character_does_not_stay),
		cmocka_unit_test(what_is_not_clean_is_replaced),
		cmocka_unit_test(a_page_shows_the_selected_line),
		cmocka_unit_test(selection_survives_a_shorter_page),
		cmocka_unit_test(columns_give_way_in_their_order),
		cmocka_unit_test(a_lean_focus_is_one_cell),
		cmocka_unit_test(all_of_it_is_as_before),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
