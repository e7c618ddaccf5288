/* A terminal that is a text: keys in, pictures out. */
#include "script.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "say/tr.h"
#include "ui/terminal.h"
#include "ui/theme.h"

#define LETTERS ".tkvawfdh"	/* of the styles, in their order */

static struct {
	struct arena *arena;
	const char *keys, *picture, *bar;
	int rows, cols;
	bool may_read, is_word, is_over;
} script;

void script_begin(struct arena *a, const char *keys, int rows, int cols)
{
	memset(&script, 0, sizeof(script));
	script.arena = a;
	script.keys = keys;
	script.rows = rows;
	script.cols = cols;
}

const char *script_picture(void)
{
	return script.picture;
}

/* A picture of a screen that waits is nobody's. */
static bool has_settled(void)
{
	static const char *const waiting[] = {
		"waiting for the database", "connecting to the database",
		"waiting for the answer"
	};

	if (!script.picture || !canned_is_idle())
		return false;
	for (size_t i = 0; i < sizeof(waiting) / sizeof(*waiting); i++)
		if (strstr(script.picture, tr(waiting[i])))
			return false;
	return true;
}

struct terminal *terminal_start(const struct theme *theme, struct err *e)
{
	script.bar = theme->bar;
	(void)e;
	return (struct terminal *)&script;
}

const char *terminal_bar(const struct terminal *t)
{
	(void)t;
	return script.bar;
}

void terminal_take_unsure(struct terminal *t, int columns)
{
	(void)t;
	(void)columns;
}

bool terminal_has_told(struct terminal *t)
{
	(void)t;
	return false;
}

void terminal_stop(struct terminal *t)
{
	(void)t;
}

int terminal_rows(const struct terminal *t)
{
	(void)t;
	return script.rows;
}

int terminal_cols(const struct terminal *t)
{
	(void)t;
	return script.cols;
}

void terminal_resize(struct terminal *t)
{
	(void)t;
}

void terminal_leave(struct terminal *t)
{
	(void)t;
}

void terminal_enter(struct terminal *t)
{
	(void)t;
}

void terminal_repaint(struct terminal *t)
{
	(void)t;
}

bool terminal_print(struct terminal *t, const char *text, size_t n)
{
	(void)t;
	(void)text;
	return n > 0;
}

void terminal_beep(struct terminal *t)
{
	(void)t;
}

static void add_styles(struct buf *b, const struct grid *g, int row)
{
	int last = g->cols - 1;

	while (last >= 0 && grid_cell(g, row, last)->style == STYLE_PLAIN)
		last--;
	for (int col = 0; col <= last; col++)
		buf_printf(b, "%s%c", col ? "" : " ",
			   LETTERS[grid_cell(g, row, col)->style]);
	if (last >= 0)
		buf_text(b, "\n");
}

void terminal_paint(struct terminal *t, const struct grid *g)
{
	struct buf b;

	(void)t;
	if (script.is_over)
		return;
	buf_init(&b, 1 << 20);
	for (int row = 0; row < g->rows; row++) {
		buf_printf(&b, "|%s\n", grid_row(g, row, script.arena));
		add_styles(&b, g, row);
	}
	buf_printf(&b, "cursor %d,%d\n", g->cursor_row, g->cursor_col);
	script.picture = arena_strdup(script.arena, b.data);
	buf_done(&b);
}

/* The next of the keys: a rune of a word, or a name up to the blank. */
static void take_key(struct press *p)
{
	size_t n = strcspn(script.keys, " ");
	uint32_t rune;

	if (script.keys[0] == '"') {
		script.is_word = true;
		script.keys++;
	}
	if (script.is_word || n == 1) {
		n = text_decode(script.keys, strlen(script.keys), &rune);
		key_of_rune(p, rune);
	} else {
		snprintf(p->name, sizeof(p->name), "%.*s", (int)n, script.keys);
	}
	script.keys += n;
	if (script.is_word && script.keys[0] == '"') {
		script.is_word = false;
		script.keys++;
	}
	if (!script.is_word)
		script.keys += strspn(script.keys, " ");
}

bool terminal_key(struct terminal *t, struct press *p)
{
	(void)t;
	if (!script.may_read)
		return false;
	script.may_read = false;
	if (script.keys[0] == '@') {
		if (script.keys[1] == 'b')
			script.bar = theme_bar("braille");
		else
			canned_cut(script.keys[1] == 'c');
		script.keys += strcspn(script.keys, " ");
		script.keys += strspn(script.keys, " ");
		return false;
	}
	memset(p, 0, sizeof(*p));
	script.is_over = !script.keys[0];
	if (script.is_over)
		key_named(p, "F3");
	else
		take_key(p);
	return true;
}

void terminal_busy(struct terminal *t, bool is_busy)
{
	(void)t;
	(void)is_busy;
}

int terminal_fd(const struct terminal *t)
{
	(void)t;
	return -1;
}

struct terminal *terminal_start_lines(const char *help, const char *early)
{
	(void)help;
	(void)early;
	return NULL;
}

int terminal_patience(const struct terminal *t)
{
	(void)t;
	/* Asked once a turn: what the last key did is done and painted. */
	script.may_read = !script.is_over && has_settled();
	return script.may_read ? 0 : -1;
}

bool terminal_is_gone(const struct terminal *t)
{
	(void)t;
	return false;
}
