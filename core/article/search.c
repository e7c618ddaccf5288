/* steward rules search: the texts of the law by plain words, an article or a name. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "host/out.h"
#include "page.h"
#include "policy/refused.h"
#include "policy/rules.h"
#include "rule/tool.h"
#include "say/tr.h"

enum { FOUND_NAME, FOUND_TITLE, FOUND_SOURCE, FOUND_REST, FOUND_FIELDS };

/* A text of the law; the fields in small letters, each with its translation. */
struct found {
	const char *name, *kind, *title, *source;
	const char *fields[FOUND_FIELDS];
	int worth, at;	/* the field that answered best */
};

static const int worth_of[FOUND_FIELDS] = { 8, 4, 2, 1 };
static const char *const told_of[FOUND_FIELDS] = {
	N_("the name"), N_("the title"), N_("the source"), N_("words and cases")
};

static const char *small(struct arena *a, const char *s)
{
	char *out = arena_strdup(a, s);

	for (char *c = out; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	return out;
}

/* Lines as they stand, and each as the reader has it. */
static const char *in_both(struct arena *a, const char *lines)
{
	const char *out = lines;

	for (; *lines; lines += strspn(lines, "\n")) {
		size_t n = strcspn(lines, "\n");
		const char *told = tr_label(arena_strndup(a, lines, n));

		out = arena_printf(a, "%s\n%s", out, told);
		lines += n;
	}
	return small(a, out);
}

static const char *first_line(struct arena *a, const char *lines)
{
	return tr_label(arena_strndup(a, lines, strcspn(lines, "\n")));
}

static struct found take(struct arena *a, const char *const *t)
{
	return (struct found){ t[0], t[1], first_line(a, t[2]), first_line(a, t[3]),
			       { small(a, t[0]), in_both(a, t[2]), in_both(a, t[3]),
				 in_both(a, t[4]) }, 0, FOUND_REST };
}

/* Every word must stand somewhere; each counts where it is worth most. */
static bool fits(struct arena *a, struct found *f, char *const *words, int n)
{
	int best = 0;

	f->worth = 0;
	for (int i = 0; i < n; i++) {
		int at = 0;

		while (at < FOUND_FIELDS && !strstr(f->fields[at], small(a, words[i])))
			at++;
		if (at == FOUND_FIELDS)
			return false;
		f->worth += worth_of[at];
		if (worth_of[at] > best) {
			best = worth_of[at];
			f->at = at;
		}
	}
	return true;
}

static int by_worth(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	return x->worth != y->worth ? y->worth - x->worth : strcmp(x->name, y->name);
}

static void print_found(struct app *app, const struct found *f, bool is_first)
{
	static const char *const names[] = { "name", "kind", "title", "source", "found" };
	const char *values[] = { f->name, f->kind, f->title, f->source,
				 tr_label(told_of[f->at]) };

	if (app->format != OUT_TEXT) {
		out_row(app, names, values, 5, is_first);
		return;
	}
	printf("%-38s %s\n", text_clean(app->arena, f->name),
	       text_clean(app->arena, *f->title ? f->title : tr_label(f->kind)));
	if (*f->source)
		printf("    %s\n", text_clean(app->arena, f->source));
}

/* What was asked for, word by word: a screen gives all of them as one argument. */
static char **words_of(struct app *app, int *n)
{
	size_t room = 1;
	char **words;

	for (int i = 1; i < app->nargs; i++)
		room += strlen(app->args[i]) / 2 + 1;
	words = arena_alloc(app->arena, sizeof(*words) * room);
	*n = 0;
	for (int i = 1; i < app->nargs; i++)
		for (const char *at = app->args[i]; *(at += strspn(at, " "));
		     at += strcspn(at, " "))
			words[(*n)++] = arena_strndup(app->arena, at, strcspn(at, " "));
	return words;
}

/* All texts of the day, as page.lua tells them. */
static bool read_all(struct app *app, struct tool_answer *all, struct err *e)
{
	static const char *const tool[] = { "page.start", NULL };
	static const char *const question[] = { "page.all", NULL };
	struct refused refused = { .app = app };
	struct engine_options o;
	struct source s;
	struct engine *en = source_read(app, "policy", true, &s, e)
				? rules_engine(app, s.book, s.day, tool, refused_note,
					       &refused, &o, e)
				: NULL;
	bool ok = en && rules_tell_modules(app, en, e) &&
		  tool_ask(en, app->arena, question, all, e);

	if (en)
		refused_tell(&refused, en, s.book);
	engine_stop(en);
	return ok;
}

/* What one text alone answers to is shown whole, and so is what was named. */
static bool show(struct app *app, struct found *list, int n, struct err *e)
{
	for (int i = 0; i < n && app->format == OUT_TEXT; i++)
		if (n == 1 || strcmp(list[i].name, app->args[1]) == 0) {
			app->args[1] = arena_strdup(app->arena, list[i].name);
			app->nargs = 2;
			return rules_page(app, e);
		}
	qsort(list, (size_t)n, sizeof(*list), by_worth);
	for (int i = 0; i < n; i++)
		print_found(app, &list[i], i == 0);
	return true;
}

bool rules_search(struct app *app, struct err *e)
{
	struct tool_answer all;
	struct found *list;
	int n = 0, nwords;
	char **words = words_of(app, &nwords);

	if (nwords == 0 || !read_all(app, &all, e))
		return nwords > 0 || ERR(e, ERR_USAGE, _("which words?"));
	list = arena_alloc(app->arena, sizeof(*list) * (size_t)(all.n / 5 + 1));
	for (int i = 0; i + 4 < all.n; i += 5) {
		list[n] = take(app->arena, &all.texts[i]);
		n += fits(app->arena, &list[n], words, nwords);
	}
	if (n == 0) {
		ERR(e, ERR_USAGE, _("no text of the law has these words"));
		return err_hint(e, _("fewer words, or another: an article, a number, a "
				     "part of a title"));
	}
	return show(app, list, n, e);
}
