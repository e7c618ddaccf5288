#include "entry.h"

#include <string.h>

#include "base/text.h"

void entry_set(struct entry *f, const char *text)
{
	size_t most = f->most ? f->most : ENTRY_BYTES - 1;
	size_t n = strlen(text);

	while (n > most || (n > 0 && !text_is_utf8(text, n)))
		n--;
	memcpy(f->text, text, n);
	f->text[n] = '\0';
	f->len = f->at = n;
}

static size_t rune_at(const struct entry *f, size_t at, int *width)
{
	uint32_t rune;
	size_t len = text_decode(f->text + at, f->len - at, &rune);

	*width = len ? text_columns(rune) : 1;
	return len ? len : 1;
}

/* A character goes together with the marks on it. */
static size_t step_right(const struct entry *f, size_t at)
{
	int width;

	if (at >= f->len)
		return f->len;
	at += rune_at(f, at, &width);
	while (at < f->len) {
		size_t len = rune_at(f, at, &width);

		if (width != 0)
			break;
		at += len;
	}
	return at;
}

static size_t step_left(const struct entry *f, size_t at)
{
	size_t before = 0, next = 0;

	while (next < at) {
		before = next;
		next = step_right(f, next);
	}
	return before;
}

static void cut(struct entry *f, size_t from, size_t to)
{
	memmove(f->text + from, f->text + to, f->len - to + 1);
	f->len -= to - from;
	f->at = from;
}

static void insert(struct entry *f, const struct press *p)
{
	size_t n = strlen(p->name), most = f->most ? f->most : ENTRY_BYTES - 1;

	f->is_full = f->len + n > most;
	/* A mark with nothing before it would join whatever stands left of the field. */
	if (f->is_full || text_is_unsafe(p->rune) ||
	    (text_columns(p->rune) == 0 && f->at == 0))
		return;
	memmove(f->text + f->at + n, f->text + f->at, f->len - f->at + 1);
	memcpy(f->text + f->at, p->name, n);
	f->len += n;
	f->at += n;
}

bool entry_key(struct entry *f, const struct press *p)
{
	f->is_full = false;
	if (p->rune)
		insert(f, p);
	else if (strcmp(p->name, "left") == 0)
		f->at = step_left(f, f->at);
	else if (strcmp(p->name, "right") == 0)
		f->at = step_right(f, f->at);
	else if (strcmp(p->name, "home") == 0 || strcmp(p->name, "ctrl-a") == 0)
		f->at = 0;
	else if (strcmp(p->name, "end") == 0 || strcmp(p->name, "ctrl-e") == 0)
		f->at = f->len;
	else if (strcmp(p->name, "backspace") == 0)
		cut(f, step_left(f, f->at), f->at);
	else if (strcmp(p->name, "delete") == 0)
		cut(f, f->at, step_right(f, f->at));
	else if (strcmp(p->name, "ctrl-u") == 0)
		cut(f, 0, f->len);
	else if (strcmp(p->name, "ctrl-k") == 0)
		cut(f, f->at, f->len);
	else
		return false;
	return true;
}

void entry_draw(const struct entry *f, struct grid *g, int row, int col, int cols)
{
	size_t from = 0;
	int before = text_width(f->text, f->at);
	char shown[ENTRY_BYTES];
	int used;
	size_t n;

	while (before > cols - 1 && from < f->at) {
		size_t next = step_right(f, from);

		before -= text_width(f->text + from, next - from);
		from = next;
	}
	n = text_clip(f->text + from, cols, &used);
	memcpy(shown, f->text + from, n);
	shown[n] = '\0';
	grid_restyle(g, row, col, cols, STYLE_VALUE);
	grid_text(g, row, col, cols, STYLE_VALUE, shown);
	g->cursor_row = row;
	g->cursor_col = col + before;
}
