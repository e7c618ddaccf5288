#include "sheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "part.h"
#include "cell.h"

struct reader {
	const struct book *book;
	const struct shared *texts;
	const struct sheet_calls_back *calls;
	void *ctx;
	struct cells cells;
	int64_t row;
	int column;    /* of the cell, from 0 */
	int last;      /* the cell before; -1 none */
	char kind[12]; /* t= of the cell */
	int style;
	bool in_value, in_text, is_sound, has_formula;
	struct buf value;
};

/* 3 of C5, counted from 0; *row 5; -1 for what is no cell. */
static int place_of(const char *ref, int64_t *row)
{
	int column = 0;

	for (; *ref >= 'A' && *ref <= 'Z' && column <= COLUMNS_MOST; ref++)
		column = column * 26 + *ref - 'A' + 1;
	*row = strtoll(ref, NULL, 10);
	return column - 1;
}

static void begin_row(struct reader *r, struct part *p, const char **attrs)
{
	const char *text = part_attr(attrs, "r");
	int64_t row = text ? strtoll(text, NULL, 10) : r->row + 1;

	if (row <= r->row || row > ROWS_MOST) {
		ERR(part_err(p), ERR_INPUT,
		    "row %lld of the sheet is out of its order or beyond its end",
		    (long long)row);
		part_stop(p);
		return;
	}
	r->row = row;
	r->last = -1;
	buf_clear(&r->cells.text);
	r->cells.n = 0;
}

static void begin_cell(struct reader *r, struct part *p, const char **attrs)
{
	const char *ref = part_attr(attrs, "r"), *kind = part_attr(attrs, "t"),
		   *style = part_attr(attrs, "s");
	int64_t row;

	r->column = ref ? place_of(ref, &row) : r->last + 1;
	if (r->column <= r->last || r->column >= COLUMNS_MOST) {
		ERR(part_err(p), ERR_INPUT,
		    "row %lld of the sheet has cells out of their order or beyond its "
		    "last column",
		    (long long)r->row);
		part_stop(p);
		return;
	}
	r->last = r->column;
	snprintf(r->kind, sizeof(r->kind), "%s", kind ? kind : "n");
	r->style = style ? (int)strtol(style, NULL, 10) : 0;
	r->has_formula = false;
	buf_clear(&r->value);
}

/* A5:B9 */
static void take_merged(struct reader *r, struct part *p, const char **attrs)
{
	const char *ref = part_attr(attrs, "ref"), *colon = ref ? strchr(ref, ':') : NULL;
	int64_t top, bottom;

	if (!colon)
		return;
	place_of(ref, &top);
	place_of(colon + 1, &bottom);
	if (!r->calls->merged(r->ctx, ref, top, bottom, part_err(p)))
		part_stop(p);
}

static void begin(void *ctx, struct part *p, const char *name, const char **attrs)
{
	struct reader *r = ctx;

	if (strcmp(name, "row") == 0)
		begin_row(r, p, attrs);
	else if (strcmp(name, "c") == 0)
		begin_cell(r, p, attrs);
	else if (strcmp(name, "v") == 0)
		r->in_value = true;
	else if (strcmp(name, "t") == 0)
		r->in_text = !r->is_sound;
	else if (strcmp(name, "rPh") == 0)
		r->is_sound = true;
	else if (strcmp(name, "f") == 0)
		r->has_formula = true;
	else if (strcmp(name, "mergeCell") == 0 && r->calls->merged)
		take_merged(r, p, attrs);
}

static void text(void *ctx, struct part *p, const char *s, int n)
{
	struct reader *r = ctx;

	if (!r->in_value && !r->in_text)
		return;
	buf_add(&r->value, s, (size_t)n);
	if (!r->value.full)
		return;
	ERR(part_err(p), ERR_INPUT, "a cell has more than 32767 characters");
	part_stop(p);
}

/* 2025-11-05T00:00:00, as some programs write a day. */
static void put_iso(struct buf *out, const char *s)
{
	const char *time = strchr(s, 'T');

	if (!time) {
		buf_text(out, s);
		return;
	}
	buf_add(out, s, (size_t)(time - s));
	if (strncmp(time, "T00:00:00", 9) != 0)
		buf_printf(out, " %s", time + 1);
}

/* What a cell holds, behind the others; false for a text that is not there. */
static bool put_value(struct reader *r, struct buf *out)
{
	const char *v = r->value.data ? r->value.data : "";

	if (!*v && r->has_formula && strcmp(r->kind, "str") != 0)
		buf_text(out, "#FORMULA");
	else if (!*v)
		return true;
	else if (strcmp(r->kind, "s") == 0)
		return shared_add(r->texts, v, out);
	else if (strcmp(r->kind, "b") == 0)
		buf_text(out, *v == '1' ? "TRUE" : "FALSE");
	else if (strcmp(r->kind, "d") == 0)
		put_iso(out, v);
	else if (strcmp(r->kind, "n") != 0)
		buf_text(out, v);
	else if (book_is_day(r->book, r->style))
		cell_day(v, r->book->is_1904, out);
	else
		cell_number(v, out);
	return true;
}

static void end_cell(struct reader *r, struct part *p)
{
	struct cells *c = &r->cells;
	size_t start = c->text.len;

	if (r->column >= CSV_FIELDS) {
		if (r->value.len)
			c->n = r->column + 1;
		return;
	}
	for (int i = c->n; i < r->column; i++)
		c->ends[i] = start;
	if (!put_value(r, &c->text)) {
		ERR(part_err(p), ERR_INPUT,
		    "row %lld of the sheet names a text that the file does not have",
		    (long long)r->row);
		part_stop(p);
		return;
	}
	if (c->text.len == start)
		return;
	/* A row is a line: what breaks one is a blank. */
	for (size_t i = start; i < c->text.len; i++)
		if (strchr("\r\n\t", c->text.data[i]))
			c->text.data[i] = ' ';
	c->n = r->column + 1;
	c->ends[r->column] = c->text.len;
}

static void end(void *ctx, struct part *p, const char *name)
{
	struct reader *r = ctx;

	if (strcmp(name, "v") == 0)
		r->in_value = false;
	else if (strcmp(name, "t") == 0)
		r->in_text = false;
	else if (strcmp(name, "rPh") == 0)
		r->is_sound = false;
	else if (strcmp(name, "c") == 0)
		end_cell(r, p);
	else if (strcmp(name, "row") == 0 && r->cells.n &&
		 !r->calls->row(r->ctx, r->row, &r->cells, part_err(p)))
		part_stop(p);
}

bool sheet_read(const struct book *b, const struct book_sheet *s, const struct shared *t,
		const struct sheet_calls_back *calls, void *ctx, struct err *e)
{
	static const struct part_calls of_sheet = { begin, end, text };
	struct reader r = { .book = b, .texts = t, .calls = calls, .ctx = ctx };
	bool ok;

	if (!s->part)
		return true; /* a page with a drawing only */
	buf_init(&r.cells.text, (size_t)CSV_FIELDS * (CELL_MOST + 1));
	buf_init(&r.value, CELL_MOST + 1);
	ok = part_read(b->zip, s->part, false, &of_sheet, &r, e);
	buf_done(&r.cells.text);
	buf_done(&r.value);
	return ok;
}
