/* Rows to the worker and back: a batch is kept until all of it is answered, for the
 * worker may stop after any row, and one that hangs takes it along. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "eval.h"
#include "say/say.h"
#include "say/tr.h"

#define BATCH_ROWS 4096
#define BATCH_BYTES (2u << 20)
#define EXPLAINED_ROWS 64
#define OUTPUTS_MOST 64

struct batch_row {
	size_t raw, raw_len, asked, asked_len;	/* places in the batch's buffers */
	const char *error;			/* known before asking */
	size_t answer, answer_len;
};

struct batch {
	int n;
	struct batch_row rows[BATCH_ROWS];
	struct buf raws, asks, answers, question, reply, out;
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

bool eval_header(struct eval *v, const struct record *r, struct err *e)
{
	struct arena *a = v->app->arena;
	struct buf missing;

	v->ncols = r->n;
	v->place_col = -1;
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
	for (int i = 0; i < r->n && v->place_col < 0; i++)
		if (strcmp(v->names[i], "place") == 0 && !has_input(v->c, "place"))
			v->place_col = i;
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

static void add_question(const struct eval *v, const struct record *r, struct batch *b)
{
	struct csv_field place = place_of(v, r);

	wire_text(&b->asks, place.text, place.len);
	for (int k = 0; k < v->c->nin; k++) {
		int col = v->columns[k];

		if (strcmp(v->c->inputs[k].name, "jurisdiction") == 0)
			wire_text(&b->asks, place.text, place.len);
		else if (col < 0)
			wire_text(&b->asks, "", 0);
		else
			wire_text(&b->asks, r->fields[col].text, r->fields[col].len);
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

static void add_row(const struct eval *v, const struct record *r, struct batch *b)
{
	struct batch_row *row = &b->rows[b->n++];

	*row = (struct batch_row){ .raw = b->raws.len, .asked = b->asks.len,
				   .error = fault_of(v, r, b->arena) };
	add_raw(v, r, &b->raws);
	row->raw_len = b->raws.len - row->raw;
	if (!row->error)
		add_question(v, r, b);
	row->asked_len = b->asks.len - row->asked;
	if (row->asked_len > FRAME_MOST / 2) {
		row->error = _("the row is longer than a row may be");
		b->asks.len = row->asked;
		row->asked_len = 0;
	}
}

/* Past a message, outputs and lines; false when the answer ends before. */
static bool skip_answer(const struct eval *v, const char **at, const char *end)
{
	size_t n;
	uint32_t outputs, lines = 0;

	if (*at >= end || !wire_take(at, end, &n))
		return false;
	outputs = wire_take_u32(at, end);
	if (outputs > OUTPUTS_MOST)
		return false;
	while (outputs--)
		if (!wire_take(at, end, &n))
			return false;
	if (v->is_explained)
		lines = wire_take_u32(at, end);
	if (!wire_fits(lines, (size_t)4 * WIRE_LINE, *at, end))
		return false;
	for (uint32_t i = 0; i < lines * WIRE_LINE; i++)
		if (!wire_take(at, end, &n))
			return false;
	return true;
}

/* The answers to the rows from first on that need one; gives the row after the last
 * answered. */
static int take_answers(const struct eval *v, struct batch *b, int first, int last)
{
	const char *at = b->reply.data, *end = at + b->reply.len;

	for (; first < last; first++) {
		struct batch_row *row = &b->rows[first];
		const char *begin = at;

		if (row->error)
			continue;
		if (!skip_answer(v, &at, end))
			break;
		row->answer = b->answers.len;
		row->answer_len = (size_t)(at - begin);
		buf_add(&b->answers, begin, row->answer_len);
	}
	return first;
}

/* The row'th of those that need an answer. */
static int place_in_batch(const struct batch *b, int first, int64_t row)
{
	while (first < b->n && (b->rows[first].error || row-- > 0))
		first++;
	return first;
}

static bool ask_some(struct eval *v, struct batch *b, int first, int last, struct err *e)
{
	uint32_t type;

	buf_clear(&b->question);
	wire_string(&b->question, v->c->name);
	buf_u32(&b->question, (uint32_t)v->c->nin);
	buf_u32(&b->question, v->is_explained);
	for (int i = first; i < last; i++)
		if (!b->rows[i].error)
			buf_add(&b->question, b->asks.data + b->rows[i].asked,
				b->rows[i].asked_len);
	return engine_ask(v->engine, FRAME_CALCULATE, &b->question, &type, &b->reply,
			  e) &&
	       (type == FRAME_VALUES ||
		ERR(e, ERR_RULE, _("the worker did not calculate")));
}

/* After a row that ended the worker those before it are asked for again, it alone is
 * given up. */
static bool ask(struct eval *v, struct batch *b, struct err *e)
{
	int next = 0, last = b->n, culprit;

	while (next < b->n) {
		int before = next;

		if (ask_some(v, b, next, last, e)) {
			next = take_answers(v, b, next, last);
			if (next == before)
				return ERR(e, ERR_RULE,
					   _("the worker gave no answer to a row"));
			last = b->n;
			continue;
		}
		if (!engine_was_killed(v->engine))
			return false;
		culprit = place_in_batch(b, next, engine_row(v->engine));
		last = culprit > next && culprit < b->n ? culprit : b->n;
		if (culprit <= next || culprit >= b->n)
			b->rows[place_in_batch(b, next, 0)].error =
			    _("stopped: it did not end in time");
	}
	return true;
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

static void read_answer(const struct eval *v, struct batch *b,
			const struct batch_row *row, struct answer *out)
{
	const char *at = b->answers.data + row->answer, *end = at + row->answer_len, *s;
	size_t n;

	out->nout = out->nlines = 0;
	out->error = row->error ? row->error : "";
	if (row->error)
		return;
	s = wire_take(&at, end, &n);
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

static void put_row(struct eval *v, struct batch *b, const struct batch_row *row)
{
	struct piece outputs[OUTPUTS_MOST];
	struct answer a = { .arena = b->arena, .outputs = outputs };
	const char **cells;

	read_answer(v, b, row, &a);
	v->rows++;
	v->bad += *a.error != '\0';
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
		explain_json(v,
			     v->place_col >= 0 && *cells[v->place_col]
				 ? cells[v->place_col]
				 : v->place,
			     &a);
	}
}

static bool flush_batch(struct eval *v, struct batch *b, struct err *e)
{
	if (!ask(v, b, e))
		return false;
	for (int i = 0; i < b->n; i++)
		put_row(v, b, &b->rows[i]);
	fwrite(b->out.data ? b->out.data : "", 1, b->out.len, stdout);
	if (ferror(stdout))
		return err_errno(e, _("could not write the rows"));
	b->n = 0;
	buf_clear(&b->raws);
	buf_clear(&b->asks);
	buf_clear(&b->answers);
	buf_clear(&b->out);
	arena_free(b->arena);
	b->arena = arena_new();
	return true;
}

static struct batch *batch_new(struct arena *a)
{
	struct batch *b = arena_alloc(a, sizeof(*b));
	struct buf *all[] = {
		&b->raws, &b->asks, &b->answers, &b->question, &b->reply, &b->out
	};

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		buf_init(all[i], (size_t)16 * FRAME_MOST);
	b->arena = arena_new();
	return b;
}

static void batch_done(struct batch *b)
{
	struct buf *all[] = {
		&b->raws, &b->asks, &b->answers, &b->question, &b->reply, &b->out
	};

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		buf_done(all[i]);
	arena_free(b->arena);
}

bool eval_rows(struct eval *v, struct records *in, struct err *e)
{
	struct batch *b = batch_new(v->app->arena);
	int most = v->is_explained ? EXPLAINED_ROWS : BATCH_ROWS;
	struct record r;
	bool ok = true;

	while (ok && !app_interrupted && records_next(in, &r, e)) {
		add_row(v, &r, b);
		if (b->n == most || b->asks.len > BATCH_BYTES ||
		    b->raws.len > BATCH_BYTES)
			ok = flush_batch(v, b, e);
	}
	ok = ok && e->code == ERR_NONE && flush_batch(v, b, e);
	batch_done(b);
	if (ok && app_interrupted)
		return ERR(e, ERR_CANCELLED, _("stopped"));
	return ok;
}
