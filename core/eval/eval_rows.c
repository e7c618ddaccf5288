/* Rows to the worker and back, in batches that are kept until all of one is answered. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "eval.h"
#include "rule/calculate.h"
#include "say/say.h"
#include "say/tr.h"

#define BATCH_ROWS 4096
#define BATCH_BYTES (2u << 20)
#define EXPLAINED_ROWS 64

struct batch_row { size_t raw, raw_len; };	/* place in the batch's raws */

/* The rows as one law is asked about them. */
struct side {
	struct calculating c;
	struct asked_row asked[BATCH_ROWS];
};

struct batch {
	int n;
	struct batch_row rows[BATCH_ROWS];
	struct side law, draft;
	struct buf raws, out;
	struct arena *arena;
};

/* Blanks around a column's name mean nothing. */
static char *name_of(struct arena *a, struct csv_field f)
{
	while (f.len && *f.text == ' ')
		f.text++, f.len--;
	while (f.len && f.text[f.len - 1] == ' ')
		f.len--;
	return arena_strndup(a, f.text, f.len);
}

static bool has_input(const struct calculation *c, const char *name)
{
	for (int k = 0; k < c->nin; k++)
		if (strcmp(c->inputs[k].name, name) == 0)
			return true;
	return false;
}

/* The column of that name, unless it is an input's. */
static int free_column(const struct eval *v, const char *name)
{
	for (int i = 0; i < v->ncols; i++)
		if (strcmp(v->names[i], name) == 0 && !has_input(v->c, name))
			return i;
	return -1;
}

bool eval_header(struct eval *v, const struct record *r, struct err *e)
{
	struct arena *a = v->app->arena;
	struct buf missing;

	v->ncols = r->n;
	v->place_col = v->day_col = -1;
	v->has_cr = r->has_cr;
	v->names = arena_alloc(a, sizeof(*v->names) * (size_t)(r->n + 1));
	v->columns = arena_alloc(a, sizeof(*v->columns) * (size_t)(v->c->nin + 1));
	memset(v->columns, -1, sizeof(*v->columns) * (size_t)v->c->nin);
	for (int i = 0; i < r->n; i++) {
		v->names[i] = text_clean(a, name_of(a, r->fields[i]));
		if (strcmp(v->names[i], "jurisdiction") == 0)
			v->place_col = i;
		for (int k = 0; k < v->c->nin; k++) {
			if (strcmp(v->names[i], v->c->inputs[k].name) != 0)
				continue;
			if (v->columns[k] >= 0)
				return ERR(e, ERR_INPUT,
					   _("the column \"%s\" appears more than once"),
					   v->names[i]);
			v->columns[k] = i;
		}
	}
	/* As in cases and in rules try. */
	if (v->place_col < 0)
		v->place_col = free_column(v, "place");
	v->day_col = free_column(v, "on");
	buf_init(&missing, 300);
	for (int k = 0; k < v->c->nin; k++)
		if (v->columns[k] < 0 && !v->c->inputs[k].is_optional &&
		    strcmp(v->c->inputs[k].name, "jurisdiction") != 0)
			buf_printf(&missing, "%s%s", missing.len ? ", " : "",
				   v->c->inputs[k].name);
	if (missing.len) {
		ERR(e, ERR_INPUT, _("columns are missing: %s"), missing.data);
		err_hint(e, _("steward eval %s --describe tells what it takes."),
			 v->c->name);
	}
	buf_done(&missing);
	return e->code == ERR_NONE;
}

/* The row's own place, else the one of the command line. */
static struct csv_field place_of(const struct eval *v, const struct record *r)
{
	if (v->place_col >= 0 && r->fields[v->place_col].len)
		return r->fields[v->place_col];
	return (struct csv_field){ v->place, strlen(v->place) };
}

static void add_question(const struct eval *v, const struct record *r, struct buf *asks)
{
	struct csv_field place = place_of(v, r);

	if (v->day_col >= 0)
		wire_text(asks, r->fields[v->day_col].text, r->fields[v->day_col].len);
	wire_text(asks, place.text, place.len);
	for (int k = 0; k < v->c->nin; k++) {
		int col = v->columns[k];

		if (strcmp(v->c->inputs[k].name, "jurisdiction") == 0)
			wire_text(asks, place.text, place.len);
		else if (col < 0)
			wire_text(asks, "", 0);
		else
			wire_text(asks, r->fields[col].text, r->fields[col].len);
	}
}

static const char *fault_of(const struct eval *v, const struct record *r, struct arena *a)
{
	if (r->fault == CSV_TOO_LONG)
		return _("the row is longer than a row may be");
	if (r->fault != CSV_GOOD)
		return _("a quote is not closed, or something follows one");
	if (r->n != v->ncols)
		return arena_printf(a, _("%d columns instead of %d"), r->n, v->ncols);
	return NULL;
}

static void add_quoted(struct buf *b, const char *s, size_t n)
{
	buf_text(b, "\"");
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '"')
			buf_text(b, "\"");
		buf_add(b, s + i, 1);
	}
	buf_text(b, "\"");
}

/* As many columns as the header has, whatever came: too few are filled up, too many cut,
 * and what is no row at all stands in the first. */
static void add_raw(const struct eval *v, const struct record *r, struct buf *b)
{
	int n = r->n < 1 ? 1 : r->n;

	if (r->fault != CSV_GOOD)
		add_quoted(b, r->raw, r->len);
	else
		buf_add(b, r->raw, r->n > v->ncols ? r->ends[v->ncols - 1] : r->len);
	for (; n < v->ncols; n++)
		buf_text(b, ",");
}

static void ask_side(const struct eval *v, const struct record *r, struct side *s, int i,
		     const char *fault)
{
	struct buf *asks = &s->c.asks;

	s->asked[i] = (struct asked_row){ .asked = asks->len, .error = fault };
	if (!fault)
		add_question(v, r, asks);
	s->asked[i].asked_len = asks->len - s->asked[i].asked;
}

static void add_row(const struct eval *v, const struct record *r, struct batch *b)
{
	struct batch_row *row = &b->rows[b->n];
	const char *fault = fault_of(v, r, b->arena);

	*row = (struct batch_row){ .raw = b->raws.len };
	add_raw(v, r, &b->raws);
	row->raw_len = b->raws.len - row->raw;
	ask_side(v, r, &b->law, b->n, fault);
	if (v->draft)
		ask_side(v->draft, r, &b->draft, b->n, fault);
	b->n++;
}

/* A message of a calculation can be read in the reader's language. */
static const char *message_text(struct arena *a, const char *s)
{
	return s[0] == '[' ? say_text(tr_reader(), a, s) : text_clean(a, tr_label(s));
}

static void read_lines(struct arena *a, struct answer *out, const char **at,
		       const char *end)
{
	size_t n;

	out->nlines = (int)wire_take_u32(at, end);
	out->lines = arena_alloc(a, sizeof(*out->lines) * (size_t)(out->nlines + 1));
	for (int i = 0; i < out->nlines; i++)
		for (int k = 0; k < WIRE_LINE; k++) {
			const char *s = wire_take(at, end, &n);

			out->lines[i][k] = arena_strndup(a, s, n);
		}
}

static void read_answer(const struct eval *v, struct batch *b, const struct side *side,
			int row_of, struct answer *out)
{
	const struct asked_row *row = &side->asked[row_of];
	const char *at, *end, *s;
	size_t n;

	out->nout = out->nlines = 0;
	out->error = row->error ? tr_label(row->error) : "";
	if (row->error)
		return;
	s = calculating_message(&side->c, row, &at, &end, &n);
	if (n)
		out->error = message_text(b->arena, arena_strndup(b->arena, s, n));
	out->nout = (int)wire_take_u32(&at, end);
	for (int i = 0; i < out->nout; i++) {
		out->outputs[i].s = wire_take(&at, end, &out->outputs[i].n);
		if (i < v->c->nout && out->outputs[i].n &&
		    strcmp(v->c->outputs[i].type, "say") == 0) {
			s = arena_strndup(b->arena, out->outputs[i].s, out->outputs[i].n);
			out->outputs[i].s = message_text(b->arena, s);
			out->outputs[i].n = strlen(out->outputs[i].s);
		}
	}
	if (v->is_explained) {
		read_lines(b->arena, out, &at, end);
		explain_sentences(v, out);
	}
}

/* The cells again, for the formats that show them one by one. */
static const char **cells_of(const struct eval *v, struct batch *b,
			     const struct batch_row *row)
{
	const char **cells =
	    arena_alloc(b->arena, sizeof(*cells) * (size_t)(v->ncols + 1));
	const char *p = b->raws.data + row->raw, *end = p + row->raw_len;

	for (int i = 0; i < v->ncols; i++) {
		char *cell = arena_alloc(b->arena, (size_t)(end - p) + 1), *to = cell;
		bool is_quoted = p < end && *p == '"';

		for (p += is_quoted; p < end && (is_quoted || *p != ','); p++) {
			if (is_quoted && *p == '"' && *++p != '"')
				break;
			*to++ = *p;
		}
		p += p < end;
		cells[i] = cell;
	}
	return cells;
}

/* What the row says, else what the command line does. */
static const char *cell_or(const char *const *cells, int col, const char *otherwise)
{
	return col >= 0 && *cells[col] ? cells[col] : otherwise;
}

/* Only what the draft gives otherwise. */
static void put_differences(struct eval *v, struct batch *b, int i,
			    const struct answer *law)
{
	const struct batch_row *row = &b->rows[i];
	struct piece outputs[EVAL_OUTPUTS_MOST];
	struct answer draft = { .arena = b->arena, .outputs = outputs };
	struct difference list[EVAL_DIFFERENCES_MOST];
	const char **cells = NULL;
	int n;

	read_answer(v->draft, b, &b->draft, i, &draft);
	n = eval_differences(v, law, &draft, list);
	v->differing += n > 0;
	v->values += n;
	if (n && v->app->format != OUT_CSV)
		cells = cells_of(v, b, row);
	if (n && v->app->format == OUT_TEXT)
		eval_put_difference_text(v, cells, b->arena, list, n);
	for (int k = 0; k < n && v->app->format != OUT_TEXT; k++) {
		if (v->app->format == OUT_CSV)
			eval_put_difference(v, &b->out, b->raws.data + row->raw,
					    row->raw_len, &list[k]);
		else
			eval_put_difference_json(v, cells, b->arena, &list[k]);
	}
}

static void put_row(struct eval *v, struct batch *b, int i)
{
	const struct batch_row *row = &b->rows[i];
	struct piece outputs[EVAL_OUTPUTS_MOST];
	struct answer a = { .arena = b->arena, .outputs = outputs };
	const char **cells;

	read_answer(v, b, &b->law, i, &a);
	v->rows++;
	v->bad += *a.error != '\0';
	if (v->draft) {
		put_differences(v, b, i, &a);
		return;
	}
	if (v->app->format == OUT_CSV) {
		eval_put_row(v, &b->out, b->raws.data + row->raw, row->raw_len, &a);
		return;
	}
	cells = cells_of(v, b, row);
	if (v->app->format == OUT_TEXT) {
		eval_put_text(v, cells, &a);
	} else if (!v->is_explained) {
		eval_put_json(v, cells, &a);
	} else {
		explain_json(v, cell_or(cells, v->place_col, v->place),
			     cell_or(cells, v->day_col, v->day), &a);
	}
}

static void side_clear(struct side *s)
{
	buf_clear(&s->c.asks);
	buf_clear(&s->c.answers);
}

static void side_init(struct side *s, const struct eval *v)
{
	calculating_init(&s->c, v->engine, v->c->name, v->c->nin);
	s->c.is_explained = v->is_explained;
	s->c.is_dated = v->day_col >= 0;
}

/* What was asked before, with its answers; nothing when nothing was. */
static bool flush_batch(struct eval *v, struct batch *b, struct err *e)
{
	for (int i = 0; i < b->n; i++)
		put_row(v, b, i);
	fwrite(b->out.data ? b->out.data : "", 1, b->out.len, stdout);
	if (ferror(stdout))
		return err_errno(e, _("could not write the rows"));
	b->n = 0;
	buf_clear(&b->raws);
	side_clear(&b->law);
	side_clear(&b->draft);
	buf_clear(&b->out);
	arena_free(b->arena);
	b->arena = arena_new();
	return true;
}

/* The batch is asked, and while the worker is at it the one before is printed. */
static bool ask_batch(struct eval *v, struct batch *b, struct batch *before,
		      struct err *e)
{
	return calculating_receive(&before->law.c, before->law.asked, before->n, e) &&
	       (!v->draft || calculating_ask(&b->draft.c, b->draft.asked, b->n, e)) &&
	       calculating_send(&b->law.c, b->law.asked, b->n, e) &&
	       flush_batch(v, before, e);
}

static struct batch *batch_new(const struct eval *v)
{
	struct batch *b = arena_alloc(v->app->arena, sizeof(*b));

	side_init(&b->law, v);
	side_init(&b->draft, v->draft ? v->draft : v);
	buf_init(&b->raws, (size_t)16 * FRAME_MOST);
	buf_init(&b->out, (size_t)16 * FRAME_MOST);
	b->arena = arena_new();
	return b;
}

static void batch_done(struct batch *b)
{
	calculating_done(&b->law.c);
	calculating_done(&b->draft.c);
	buf_done(&b->raws);
	buf_done(&b->out);
	arena_free(b->arena);
}

bool eval_rows(struct eval *v, struct records *in, struct err *e)
{
	struct batch *b = batch_new(v), *before = batch_new(v), *other;
	int most = v->is_explained ? EXPLAINED_ROWS : BATCH_ROWS;
	struct record r;
	bool ok = true;

	while (ok && !app_interrupted && records_next(in, &r, e)) {
		add_row(v, &r, b);
		if (b->n == most || b->law.c.asks.len > BATCH_BYTES ||
		    b->raws.len > BATCH_BYTES) {
			ok = ask_batch(v, b, before, e);
			other = before;
			before = b;
			b = other;
		}
	}
	ok = ok && e->code == ERR_NONE && ask_batch(v, b, before, e) &&
	     calculating_receive(&b->law.c, b->law.asked, b->n, e) &&
	     flush_batch(v, b, e);
	batch_done(b);
	batch_done(before);
	if (ok && app_interrupted)
		return ERR(e, ERR_CANCELLED, _("stopped"));
	return ok;
}
