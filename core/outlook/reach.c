#include "reach.h"

#include <string.h>

#include "rule/tool.h"
#include "asked.h"

#define NAMES_MOST 4000

struct reach {
	struct arena *a;
	int n;
	/* each behind p, c or l: of a parameter, a calculation, a text of functions */
	const char *names[NAMES_MOST];
	bool is_all; /* it cannot be told: every rule counts */
};

/* What a book has: a line for everything, and pairs of a text's path and a name. */
struct known {
	struct tool_answer lines, given;
};

static void add(struct reach *r, const char *name)
{
	for (int i = 0; i < r->n; i++)
		if (strcmp(r->names[i], name) == 0)
			return;
	if (r->n == NAMES_MOST)
		r->is_all = true;
	else
		r->names[r->n++] = name;
}

/* What a text gives is asked for by its name; functions of lib/NAME.lua as lib.NAME.  One
 * that gives no name was refused, and cannot be told. */
static void add_file(struct reach *r, const struct known *k, const struct rule_file *f)
{
	bool is_any = f->kind == 'l';

	if (is_any)
		add(r, "llib.");
	for (int i = 0; i + 1 < k->given.n; i += 2) {
		if (strcmp(k->given.texts[i], f->path) != 0)
			continue;
		is_any = true;
		add(r, k->given.texts[i + 1]);
	}
	r->is_all |= !is_any;
}

/* A parameter's own text names what it gives, and is worked out before there is a day.
 * Working days are counted by a parameter that no text names; what else the program
 * itself reads (clocks, reasons, letters) is nothing that a rule finds. */
static bool asks_name(const char *given, struct arena *a, const struct rule_file *f,
		      const char *code)
{
	const char *name = given + 1;

	if (*given != 'p')
		return asked_name_calculation(a, code, name);
	return f->kind != 'p' &&
	       (asked_name_parameter(f->text, name) ||
		(strcmp(name, "work.calendar") == 0 && asked_count_days(code)));
}

static bool asks(const struct reach *r, const struct rule_file *f, const char *code)
{
	for (int i = 0; i < r->n; i++)
		if (asks_name(r->names[i], r->a, f, code))
			return true;
	return false;
}

static bool is_reached(const struct reach *r, const struct rule_file *f)
{
	const char *code = r->is_all ? "" : asked_code(r->a, f->text);

	return r->is_all || asked_hide_names(code) || asks(r, f, code);
}

static bool is_same(const struct rulebook *other, const struct rule_file *f)
{
	const struct rule_file *is = rulebook_find(other, f->path);

	return is && strcmp(is->hash, f->hash) == 0;
}

static void ignore(void *ctx, const char *what, int64_t person_id, const char *message)
{
	(void)ctx;
	(void)what;
	(void)person_id;
	(void)message;
}

static bool ask(struct arena *a, const struct engine_options *like,
		const struct rulebook *book, struct known *k, struct err *e)
{
	static const char *const tool[] = { "contents.start", NULL },
				 *const lines[] = { "contents.lines", NULL },
				 *const given[] = { "contents.given", NULL };
	struct engine_options o = *like;
	struct engine *en;
	bool ok;

	o.book = book;
	o.tool = tool;
	o.failed = ignore;
	en = engine_start(&o, e);
	ok = en && tool_ask(en, a, lines, &k->lines, e) &&
	     tool_ask(en, a, given, &k->given, e);
	engine_stop(en);
	return ok;
}

static bool has_line(const struct tool_answer *lines, const char *line)
{
	for (int i = 0; i < lines->n; i++)
		if (strcmp(lines->texts[i], line) == 0)
			return true;
	return false;
}

/* Parameters that one book has otherwise than the other. */
static void add_parameters(struct reach *r, const struct known *known)
{
	static const char kind[] = "parameter\t";

	for (int b = 0; b < 2; b++)
		for (int i = 0; i < known[b].lines.n; i++) {
			const char *it = known[b].lines.texts[i],
				   *name = it + strlen(kind);

			if (strncmp(it, kind, strlen(kind)) == 0 &&
			    !has_line(&known[!b].lines, it))
				add(r, arena_printf(r->a, "p%.*s",
						    (int)strcspn(name, "\t"), name));
		}
}

/* Of the texts that differ; of whatever asks for what these give, until there is none
 * more. */
static void find_names(struct reach *r, const struct known *known,
		       struct rulebook *const *books)
{
	bool *in[2], grows = true;

	add_parameters(r, known);
	for (int b = 0; b < 2; b++) {
		in[b] = arena_alloc(r->a, (size_t)books[b]->n + 1);
		memset(in[b], 0, (size_t)books[b]->n + 1);
	}
	while (grows) {
		grows = false;
		for (int b = 0; b < 2; b++)
			for (int i = 0; i < books[b]->n && !r->is_all; i++) {
				const struct rule_file *f = &books[b]->files[i];

				if ((f->kind != 'c' && f->kind != 'l') || in[b][i] ||
				    (is_same(books[!b], f) && !is_reached(r, f)))
					continue;
				in[b][i] = grows = true;
				add_file(r, &known[b], f);
			}
	}
}

static struct rulebook *without(struct reach *r, const struct rulebook *b,
				const struct rulebook *other)
{
	struct rulebook *out = rulebook_new(r->a);

	for (int i = 0; i < b->n; i++) {
		const struct rule_file *f = &b->files[i];

		if (f->kind != 'r' || !is_same(other, f) || is_reached(r, f))
			rulebook_put(out, f);
	}
	rulebook_seal(out);
	return out;
}

static bool has_name(const struct reach *r, const char *name)
{
	for (int i = 0; i < r->n; i++)
		if (strcmp(r->names[i], name) == 0)
			return true;
	return false;
}

/* Whether a text asks for what the other one gives. */
static bool needs(const struct rule_file *f, const char *code, const struct reach *given)
{
	return given->is_all || has_name(given, "pwork.once") || asks(given, f, code);
}

/* The rules of a book and what they can ask for.  Days on which anything else begins or
 * ends are none on which they come out otherwise. */
static struct rulebook *with_needed(struct arena *a, const struct rulebook *b,
				    const struct known *k)
{
	struct reach *given = arena_alloc(a, sizeof(*given) * (size_t)(b->n + 1));
	const char **codes = arena_alloc(a, sizeof(*codes) * (size_t)(b->n + 1));
	struct rulebook *out = rulebook_new(a);
	bool *in = arena_alloc(a, (size_t)b->n + 1), grows = true;

	for (int i = 0; i < b->n; i++) {
		given[i] = (struct reach){ .a = a };
		codes[i] = asked_code(a, b->files[i].text);
		in[i] = b->files[i].kind == 'r';
		if (!in[i])
			add_file(&given[i], k, &b->files[i]);
	}
	while (grows) {
		grows = false;
		for (int i = 0; i < b->n; i++) {
			if (in[i] && asked_hide_names(codes[i]))
				return NULL;
			for (int o = 0; in[i] && o < b->n; o++)
				if (!in[o] && needs(&b->files[i], codes[i], &given[o]))
					in[o] = grows = true;
		}
	}
	for (int i = 0; i < b->n; i++)
		if (in[i])
			rulebook_put(out, &b->files[i]);
	rulebook_seal(out);
	return out;
}

bool reach_cut(struct arena *a, const struct engine_options *like,
	       struct rulebook **books, struct err *e)
{
	struct reach *r = arena_alloc(a, sizeof(*r));
	struct rulebook *cut[2];
	struct known known[2];

	*r = (struct reach){ .a = a };
	for (int i = 0; i < 2; i++)
		if (!ask(a, like, books[i], &known[i], e))
			return false;
	find_names(r, known, books);
	for (int i = 0; i < 2; i++)
		cut[i] = without(r, books[i], books[!i]);
	for (int i = 0; i < 2; i++) {
		books[i] = with_needed(a, cut[i], &known[i]);
		books[i] = books[i] ? books[i] : cut[i];
	}
	return true;
}

bool reach_is_about(const struct rulebook *b, const char *subject)
{
	for (int i = 0; i < b->n; i++) {
		const struct rule_file *f = &b->files[i];
		const char *at = f->kind == 'r' ? f->text : NULL;

		while (at && (at = asked_find(f->text, at, subject))) {
			if (at > f->text && (at[-1] == '"' || at[-1] == '\''))
				return true;
			at++;
		}
		/* a subject that is not named is the person */
		if (f->kind == 'r' && strcmp(subject, "person") == 0)
			return true;
	}
	return false;
}
