/* A row and what it gives, as CSV, JSON or lines of text. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "eval.h"
#include "host/out.h"
#include "say/tr.h"

static bool is_number(const char *type)
{
	return strcmp(type, "number") == 0 || strcmp(type, "count") == 0 ||
	       strcmp(type, "yuan") == 0 || strcmp(type, "money") == 0 ||
	       strcmp(type, "share") == 0;
}

static void add_cell(struct buf *out, const char *s, size_t n)
{
	bool needs_quotes = false;

	for (size_t i = 0; i < n; i++)
		needs_quotes |=
		    s[i] == ',' || s[i] == '"' || s[i] == '\n' || s[i] == '\r';
	if (!needs_quotes) {
		buf_add(out, s, n);
		return;
	}
	buf_text(out, "\"");
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '"')
			buf_text(out, "\"");
		buf_add(out, s + i, 1);
	}
	buf_text(out, "\"");
}

/* Words a calculation gives back may be somebody's input: no control characters, no
 * formulas. */
static void add_words(struct buf *out, const char *s, size_t n)
{
	struct arena *a;
	const char *safe;

	if (n == 0 || (!text_has_unsafe(s, n) && !strchr("=+-@", *s))) {
		add_cell(out, s, n);
		return;
	}
	a = arena_new();
	safe = text_guard_formula(a, text_clean(a, arena_strndup(a, s, n)));
	add_cell(out, safe, strlen(safe));
	arena_free(a);
}

void eval_put_header(const struct eval *v, const char *raw, size_t len)
{
	fwrite(raw, 1, len, stdout);
	for (int i = 0; i < v->c->nout; i++)
		printf(",%s", v->c->outputs[i].name);
	fputs(v->has_cr ? ",rule,error\r\n" : ",rule,error\n", stdout);
}

void eval_put_differing_header(const struct eval *v, const char *raw, size_t len)
{
	fwrite(raw, 1, len, stdout);
	fputs(v->has_cr ? ",output,law,draft\r\n" : ",output,law,draft\n", stdout);
}

void eval_put_difference(const struct eval *v, struct buf *out, const char *raw,
			 size_t len, const struct difference *d)
{
	const struct piece *both[] = { &d->law, &d->draft };

	buf_add(out, raw, len);
	buf_printf(out, ",%s", d->name);
	for (int i = 0; i < 2; i++) {
		buf_add(out, ",", 1);
		if (is_number(d->type))
			buf_add(out, both[i]->s, both[i]->n);
		else
			add_words(out, both[i]->s, both[i]->n);
	}
	buf_text(out, v->has_cr ? "\r\n" : "\n");
}

void eval_put_row(const struct eval *v, struct buf *out, const char *raw, size_t len,
		  const struct answer *a)
{
	buf_add(out, raw, len);
	for (int i = 0; i < v->c->nout; i++) {
		buf_add(out, ",", 1);
		if (i >= a->nout)
			continue;
		if (is_number(v->c->outputs[i].type))
			buf_add(out, a->outputs[i].s, a->outputs[i].n);
		else
			add_words(out, a->outputs[i].s, a->outputs[i].n);
	}
	buf_add(out, ",", 1);
	buf_text(out, v->rule);
	buf_add(out, ",", 1);
	add_words(out, a->error, strlen(a->error));
	buf_text(out, v->has_cr ? "\r\n" : "\n");
}

static const char *output(const struct answer *a, int i)
{
	return i < a->nout ? arena_strndup(a->arena, a->outputs[i].s, a->outputs[i].n)
			   : "";
}

static void put_line(const struct answer *a, const char *name, const char *value)
{
	printf("%-32s %s\n", name, text_clean(a->arena, value));
}

void eval_put_text(const struct eval *v, const char *const *cells, const struct answer *a)
{
	for (int i = 0; i < v->ncols; i++)
		put_line(a, v->names[i], cells[i]);
	if (v->is_explained)
		explain_text(a);
	for (int i = 0; i < a->nout && !v->is_explained; i++)
		put_line(a, v->c->outputs[i].name, output(a, i));
	put_line(a, "rule", v->rule);
	if (*a->error)
		put_line(a, "error", a->error);
	putchar('\n');
}

void eval_put_difference_text(const struct eval *v, const char *const *cells,
			      struct arena *a, const struct difference *list, int n)
{
	for (int i = 0; i < v->ncols; i++)
		printf("%-32s %s\n", v->names[i], text_clean(a, cells[i]));
	for (int i = 0; i < n; i++)
		printf("%-32s %s -> %s\n", list[i].name,
		       text_clean(a, arena_strndup(a, list[i].law.s, list[i].law.n)),
		       text_clean(a, arena_strndup(a, list[i].draft.s, list[i].draft.n)));
	putchar('\n');
}

static void put_member(const char *name, const char *value)
{
	out_json_string(name);
	putchar(':');
	out_json_string(value);
	putchar(',');
}

static void put_output(const struct port *p, const char *value)
{
	out_json_string(p->name);
	putchar(':');
	if (!*value)
		fputs("null", stdout);
	else if (strncmp(p->type, "yes/no", 6) == 0)
		fputs(strcmp(value, "yes") == 0 ? "true" : "false", stdout);
	else if (is_number(p->type) || strcmp(p->type, "json") == 0 ||
		 strcmp(p->type, "list") == 0)
		fputs(value, stdout);
	else
		out_json_string(value);
	putchar(',');
}

void eval_put_json(const struct eval *v, const char *const *cells, const struct answer *a)
{
	putchar('{');
	for (int i = 0; i < v->ncols; i++)
		put_member(v->names[i], cells[i]);
	for (int i = 0; i < v->c->nout; i++)
		put_output(&v->c->outputs[i], output(a, i));
	put_member("rule", v->rule);
	fputs("\"error\":", stdout);
	if (*a->error)
		out_json_string(a->error);
	else
		fputs("null", stdout);
	puts("}");
}

/* Texts, as the command line has them. */
void eval_put_difference_json(const struct eval *v, const char *const *cells,
			      struct arena *a, const struct difference *d)
{
	putchar('{');
	for (int i = 0; i < v->ncols; i++)
		put_member(v->names[i], cells[i]);
	put_member("output", d->name);
	put_member("law", arena_strndup(a, d->law.s, d->law.n));
	fputs("\"draft\":", stdout);
	out_json_string(arena_strndup(a, d->draft.s, d->draft.n));
	puts("}");
}
