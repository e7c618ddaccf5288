#include "reach.h"

#include <ctype.h>
#include <string.h>

#include "rule/tool.h"

#define NAMES_MOST 4000

struct reach {
	struct arena *a;
	int n;
	const char *names[NAMES_MOST];
	bool is_all; /* it cannot be told: every rule counts */
};

static bool is_word(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

/* Behind a comment or a text in brackets that begin with "[[" or "[=["; NULL: none does.
 */
static char *long_end(char *at)
{
	size_t n = strspn(at + 1, "=");
	char end[20] = "]";

	if (*at != '[' || at[1 + n] != '[' || n > 15)
		return NULL;
	memset(end + 1, '=', n);
	memcpy(end + 1 + n, "]", 2);
	at = strstr(at, end);
	return at ? at + n + 2 : NULL;
}

/* A text without its comments and without what its texts say, the quotes left. */
static const char *code_of(struct arena *a, const char *text)
{
	char *code = arena_strdup(a, text), *at = code, *end;

	while (*at) {
		char quote = *at;

		if (quote == '"' || quote == '\'') {
			for (at++; *at && *at != quote; *at++ = ' ')
				if (*at == '\\' && at[1])
					*at++ = ' ';
			at += *at != 0;
		} else if (strncmp(at, "--", 2) == 0) {
			end = long_end(at + 2);
			end = end ? end : at + strcspn(at, "\n");
			memset(at, ' ', (size_t)(end - at));
			at = end;
		} else if ((end = long_end(at))) {
			memset(at + 1, ' ', (size_t)(end - at - 1));
			at = end;
		} else {
			at++;
		}
	}
	return code;
}

static const char *skip_blanks(const char *s)
{
	return s + strspn(s, " \t\r\n");
}

/* The next place at which the word stands alone; NULL. */
static const char *find_word(const char *text, const char *at, const char *word)
{
	size_t n = strlen(word);

	for (; (at = strstr(at, word)); at += n)
		if ((at == text || !is_word(at[-1])) && !is_word(at[n]))
			return at;
	return NULL;
}

static const char *quoted_end(const char *s)
{
	return (*s == '"' || *s == '\'') ? strchr(s + 1, *s) : NULL;
}

static void add(struct reach *r, const char *name)
{
	for (int i = 0; i < r->n; i++)
		if (strcmp(r->names[i], name) == 0)
			return;
	/* What the program itself reads is not told by the words of a rule. */
	if (r->n == NAMES_MOST || strncmp(name, "work.", 5) == 0)
		r->is_all = true;
	else
		r->names[r->n++] = name;
}

/* name = "area.what", as it stands, is what a file gives; anything else cannot be told.
 */
static void add_names(struct reach *r, const struct rule_file *f)
{
	const char *at = f->text, *end;

	while (!r->is_all && (at = find_word(f->text, at, "name"))) {
		at = skip_blanks(at + strlen("name"));
		if (*at != '=' || at[1] == '=')
			continue;
		at = skip_blanks(at + 1);
		end = quoted_end(at);
		if (!end || strncmp(skip_blanks(end + 1), "..", 2) == 0) {
			r->is_all = true;
			return;
		}
		add(r, arena_strndup(r->a, at + 1, (size_t)(end - at - 1)));
		at = end + 1;
	}
}

/* What a text gives is asked for by its name; functions of lib/NAME.lua as lib.NAME. */
static void add_file(struct reach *r, const struct rule_file *f)
{
	if (f->kind == 'l')
		add(r, "lib.");
	else
		add_names(r, f);
}

/* param("area.what"): the name in quotes. */
static bool names_parameter(const char *text, const char *name)
{
	const char *at = text;
	size_t n = strlen(name);

	for (; (at = strstr(at, name)); at += n)
		if (at > text && (at[-1] == '"' || at[-1] == '\'') && at[n] == at[-1])
			return true;
	return false;
}

/* area.what(...), or area by itself, which may be handed on. */
static bool names_calculation(struct arena *a, const char *code, const char *name)
{
	size_t n = strcspn(name, ".");
	const char *area = arena_strndup(a, name, n), *what = name + n + (name[n] == '.');
	const char *at = code;
	size_t len = strlen(what);

	for (; (at = find_word(code, at, area)); at += n) {
		const char *next = skip_blanks(at + n);

		if (*next != '.' || next[1] == '.')
			return true;
		next = skip_blanks(next + 1);
		if (len == 0 || (strncmp(next, what, len) == 0 && !is_word(next[len])))
			return true;
	}
	return false;
}

/* A parameter's name that is put together, or a way to everything that there is. */
static bool hides_names(const char *code)
{
	static const char *const asks[] = { "param", "decide", "marginal", "by_birth",
					    "scale" };
	static const char *const ways[] = { "_ENV", "_G", "load", "rawget" };
	const char *at;

	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++)
		if (find_word(code, code, ways[i]))
			return true;
	for (size_t i = 0; i < sizeof(asks) / sizeof(*asks); i++)
		for (at = code; (at = find_word(code, at, asks[i]));) {
			const char *next = skip_blanks(at + strlen(asks[i])), *end;

			at = next;
			if (strcmp(asks[i], "scale") == 0 && *next == '.') {
				next = skip_blanks(next + 1);
				next = skip_blanks(next + strspn(next, "abcdefghijkl"
								       "mnopqrstuvwx"
								       "yz"));
			}
			if (*next == '(')
				next = skip_blanks(next + 1);
			end = quoted_end(next);
			if (!end || strncmp(skip_blanks(end + 1), "..", 2) == 0)
				return true;
		}
	return false;
}

static bool is_reached(const struct reach *r, const struct rule_file *f)
{
	const char *code = r->is_all ? "" : code_of(r->a, f->text);

	if (r->is_all || hides_names(code))
		return true;
	for (int i = 0; i < r->n; i++)
		if (names_parameter(f->text, r->names[i]) ||
		    names_calculation(r->a, code, r->names[i]))
			return true;
	return false;
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

/* A line for everything that has a name, with its days and values. */
static bool ask_lines(struct arena *a, const struct engine_options *like,
		      const struct rulebook *book, struct tool_answer *lines,
		      struct err *e)
{
	static const char *const tool[] = { "contents.start", NULL },
				 *const question[] = { "contents.lines", NULL };
	struct engine_options o = *like;
	struct engine *en;
	bool ok;

	o.book = book;
	o.tool = tool;
	o.failed = ignore;
	en = engine_start(&o, e);
	ok = en && tool_ask(en, a, question, lines, e);
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
static bool add_parameters(struct reach *r, const struct engine_options *like,
			   struct rulebook *const *books, struct err *e)
{
	static const char kind[] = "parameter\t";
	struct tool_answer lines[2];

	for (int b = 0; b < 2; b++)
		if (!ask_lines(r->a, like, books[b], &lines[b], e))
			return false;
	for (int b = 0; b < 2; b++)
		for (int i = 0; i < lines[b].n; i++) {
			const char *it = lines[b].texts[i], *name = it + strlen(kind);

			if (strncmp(it, kind, strlen(kind)) == 0 &&
			    !has_line(&lines[!b], it))
				add(r, arena_strndup(r->a, name, strcspn(name, "\t")));
		}
	return true;
}

/* Of the texts that differ; of whatever asks for what these give, until there is none
 * more. */
static bool find_names(struct reach *r, const struct engine_options *like,
		       struct rulebook *const *books, struct err *e)
{
	bool *in[2], grows = true;

	if (!add_parameters(r, like, books, e))
		return false;
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
				add_file(r, f);
			}
	}
	return true;
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

bool reach_cut(struct arena *a, const struct engine_options *like,
	       struct rulebook **books, struct err *e)
{
	struct reach *r = arena_alloc(a, sizeof(*r));
	struct rulebook *cut[2];

	*r = (struct reach){ .a = a };
	if (!find_names(r, like, books, e))
		return false;
	for (int i = 0; i < 2; i++)
		cut[i] = without(r, books[i], books[!i]);
	books[0] = cut[0];
	books[1] = cut[1];
	return true;
}

bool reach_is_about(const struct rulebook *b, const char *subject)
{
	for (int i = 0; i < b->n; i++) {
		const struct rule_file *f = &b->files[i];
		const char *at = f->kind == 'r' ? f->text : NULL;

		while (at && (at = find_word(f->text, at, subject))) {
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
