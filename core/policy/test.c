/* steward rules test: the cases that stand in the texts, in TAP, and the neighbours of
 * the cases; with two versions every neighbour whose outcome differs. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/date.h"
#include "base/text.h"
#include "changed.h"
#include "compare.h"
#include "host/app.h"
#include "host/out.h"
#include "host/texts.h"
#include "refused.h"
#include "rule/tool.h"
#include "rules.h"
#include "say/say.h"
#include "say/tr.h"

struct testing {
	struct app *app;
	struct rules_texts texts;
	struct engine *engine,
	    *before; /* before: of the texts before the change, or NULL */
	bool *is_chosen, *hangs;	/* of each file of the book */
	bool has_colours;
	int n, failed, near, changed;
	struct refused refused;
	struct changed changes;	/* of the text in progress */
};

static bool wants_colours(void)
{
	const char *term = getenv("TERM"), *no = getenv("NO_COLOR");

	return isatty(STDOUT_FILENO) && term && strcmp(term, "dumb") != 0 && !(no && *no);
}

static void print_in(const struct testing *t, const char *colour, const char *text)
{
	if (t->has_colours)
		printf("\033[%sm%s\033[0m", colour, text);
	else
		fputs(text, stdout);
}

static void print_field(const char *name, const char *value)
{
	printf("  %s: ", name);
	out_json_string(value);
	putchar('\n');
}

/* expected NULL: it came out. */
static void tell(struct testing *t, const char *name, const char *path, const char *line,
		 const char *expected, const char *got)
{
	t->n++;
	print_in(t, expected ? "31" : "32", expected ? "not ok" : "ok");
	printf(" %d - %s\n", t->n, text_clean(t->app->arena, name));
	if (!expected)
		return;
	t->failed++;
	puts("  ---");
	print_field("file", rules_shown(&t->texts, path));
	printf("  line: %s\n", line);
	print_field("expected", expected);
	print_field("got", got);
	puts("  ...");
}

static void tell_refused(struct testing *t)
{
	for (int i = 0; i < t->refused.n; i++) {
		const char *path = t->refused.list[i].path, *what;
		int line;

		what = refused_say(&t->refused, i, t->engine, t->texts.book, &line);
		tell(t, arena_printf(t->app->arena, _("%s is loaded"), path), path,
		     arena_printf(t->app->arena, "%d", line), _("a text that is loaded"),
		     what);
	}
}

static bool ask(struct testing *t, const char *tool, const char *path,
		struct tool_answer *answer, struct err *e)
{
	const char *question[] = { tool, path, NULL };

	return tool_ask(t->engine, t->app->arena, question, answer, e);
}

static const struct rule_file *file(const struct testing *t, int i)
{
	return &t->texts.book->files[i];
}

/* What brought the worker down is named once and not asked again. */
static void hang(struct testing *t, int i)
{
	t->hangs[i] = true;
	tell(t, arena_printf(t->app->arena, _("%s comes to an end"), file(t, i)->path),
	     file(t, i)->path, "1", _("an end"),
	     _("hung or crashed; the worker was ended"));
}

static void tell_cases(struct testing *t, int i, const struct tool_answer *answer)
{
	struct arena *a = t->app->arena;

	for (int k = 0; k + 3 < answer->n; k += 4) {
		const char **c = answer->texts + k;
		bool ok = !*c[2] && !*c[3];

		tell(t, say_message(tr_reader(), a, c[0]), file(t, i)->path, c[1],
		     ok ? NULL : say_message(tr_reader(), a, c[2]),
		     rules_failure(a, c[3]));
	}
}

/* Unless rules alone are named, all cases are run once, silently, to see which texts ask
 * for what a named one defines. */
static void choose(struct testing *t, struct err *e)
{
	struct tool_answer answer;
	int n = t->texts.book->n;
	bool are_rules = t->app->nargs > 1;

	for (int i = 0; i < n; i++) {
		t->is_chosen[i] = t->app->nargs == 1 || t->texts.is_named[i];
		are_rules &= !t->texts.is_named[i] || file(t, i)->kind == 'r';
	}
	for (int i = 0; i < n && !are_rules; i++) {
		if (!ask(t, "trial.cases", file(t, i)->path, &answer, e))
			hang(t, i);
	}
	for (int i = 0; t->app->nargs > 1 && i < n; i++) {
		if (!t->texts.is_named[i] || file(t, i)->kind == 'r' ||
		    !ask(t, "trial.concerned", file(t, i)->path, &answer, e))
			continue;
		for (int k = 0; k < n; k++)
			for (int j = 0; j < answer.n; j++)
				if (strcmp(file(t, k)->path, answer.texts[j]) == 0)
					t->is_chosen[k] = true;
	}
}

/* Inputs near the cases on which a text fails: each message once. */
static void tell_failures(struct testing *t, const struct neighbours *n)
{
	struct arena *a = t->app->arena;

	for (int i = 0; i < n->n; i++) {
		bool is_known = strcmp(n->list[i].status, "fails") != 0;

		for (int k = 0; k < i && !is_known; k++)
			is_known = strcmp(n->list[k].status, "fails") == 0 &&
				   strcmp(n->list[k].text, n->list[i].text) == 0;
		if (!is_known)
			printf(_("# fails near a case: %s: %s\n"),
			       text_clean(a, n->list[i].input),
			       text_clean(a, rules_failure(a, n->list[i].text)));
	}
	if (n->was_stopped)
		puts(_("# the neighbours were not looked at to the end: it takes too "
		       "long"));
	t->near += n->n;
}

static void note_changed(void *ctx, const struct outcome *before,
			 const struct outcome *after, bool differs)
{
	struct testing *t = ctx;

	changed_add(&t->changes, before, after, differs);
}

static void tell_changed(struct testing *t, const struct outcome *before,
			 const struct outcome *after)
{
	char *input = arena_strdup(t->app->arena, after->input);

	for (char *p = input; *p; p++)
		if (*p == '\t')
			*p = ' ';
	print_in(t, "33", _("# changed:"));
	printf(" %s: %s", text_clean(t->app->arena, input),
	       text_clean(t->app->arena, rules_outcome(t->app->arena, before)));
	printf(" -> %s\n",
	       text_clean(t->app->arena, rules_outcome(t->app->arena, after)));
}

/* A line for each rule or calculation, then examples. */
static void tell_changes(struct testing *t)
{
	for (int i = 0; i < t->changes.n; i++) {
		const struct changed_subject *s = &t->changes.list[i];
		const char *common = changed_common(&t->changes, s);

		if (!s->changed)
			continue;
		printf(_("# %s: %d of %d inputs come out differently%s%s\n"), s->name,
		       s->changed, s->compared, *common ? _(", all of them with ") : "",
		       text_clean(t->app->arena, common));
		for (int k = 0; k < s->nexamples; k++)
			tell_changed(t, s->examples[k].before, s->examples[k].after);
		if (s->nexamples < s->changed)
			printf(_("# ... and %d more: --all lists them\n"),
			       s->changed - s->nexamples);
	}
}

/* The version before: what --against names, or what the drafts were laid over. */
static bool find_before(struct testing *t, struct rulebook **before, struct err *e)
{
	const char *against = app_option(t->app, "against");
	struct rule_file f;
	struct stat s;

	*before = t->texts.ndrafts ? t->texts.base : NULL;
	if (!against)
		return true;
	if (stat(against, &s) == 0 && S_ISDIR(s.st_mode))
		return (*before = texts_read_in(t->app, against, e)) != NULL;
	if (t->app->nargs != 2)
		return ERR(e, ERR_USAGE,
			   _("--against a file needs one draft, or name a folder"));
	if (!rulebook_read_file(t->app->arena, against, &f, e))
		return false;
	for (int i = 0; i < t->texts.book->n; i++)
		if (t->texts.is_named[i]) {
			f.path = file(t, i)->path;
			f.kind = file(t, i)->kind;
		}
	*before = rulebook_with(t->app->arena, t->texts.book, &f);
	return true;
}

static bool test_file(struct testing *t, int i, struct err *e)
{
	struct comparison c = { 0 };
	struct tool_answer answer;
	struct neighbours near;

	if (t->hangs[i])
		return true;
	if (!ask(t, "trial.cases", file(t, i)->path, &answer, e)) {
		hang(t, i);
		return true;
	}
	tell_cases(t, i, &answer);
	if (app_flag(t->app, "cases"))
		return true;
	if (!rules_neighbours(t->app, t->engine, file(t, i)->path, &near, e)) {
		hang(t, i);
		return true;
	}
	tell_failures(t, &near);
	if (!t->before)
		return true;
	changed_init(&t->changes, t->app->arena, app_flag(t->app, "all"));
	if (!rules_compare(t->app, t->before, t->engine, &near, file(t, i)->path,
			   note_changed, t, &c, e))
		printf(_("# %s: could not be compared to the end\n"), file(t, i)->path);
	tell_changes(t);
	if (c.fresh)
		printf(_("# %s: %d inputs of what is new are compared with nothing\n"),
		       rules_shown(&t->texts, file(t, i)->path), c.fresh);
	t->changed += c.changed;
	return true;
}

static bool sum_up(struct testing *t, struct err *e)
{
	struct arena *a = t->app->arena;

	printf("1..%d\n", t->n);
	print_in(t, t->failed ? "1;31" : "1;32",
		 arena_printf(a, _("# %d cases, %d failed; %d neighbours"), t->n,
			      t->failed, t->near));
	if (t->before)
		printf(_("; changed outcomes: %d"), t->changed);
	putchar('\n');
	if (t->failed)
		return ERR(e, ERR_RULE, _("%d of %d cases failed"), t->failed, t->n);
	if (t->changed && app_flag(t->app, "strict"))
		return ERR(e, ERR_RULE, _("%d outcomes differ"), t->changed);
	return true;
}

static bool start_before(struct testing *t, const struct rulebook *before,
			 struct engine_options *o, struct err *e)
{
	if (before)
		t->before = rules_engine(t->app, before, t->texts.day, rules_trial, NULL,
					 NULL, o, e);
	return !before ||
	       (t->before && rules_find_places(t->app, t->before, t->engine, e));
}

bool rules_test(struct app *app, struct err *e)
{
	struct testing *t = arena_alloc(app->arena, sizeof(*t));
	struct rulebook *before;
	struct engine_options o, old;
	bool ok;

	memset(t, 0, sizeof(*t));
	t->app = t->refused.app = app;
	t->has_colours = wants_colours();
	if (!rules_read(app, "policy", 1, &t->texts, e) || !find_before(t, &before, e))
		return false;
	t->is_chosen = arena_alloc(app->arena, sizeof(bool) * (size_t)t->texts.book->n);
	t->hangs = arena_alloc(app->arena, sizeof(bool) * (size_t)t->texts.book->n);
	puts("TAP version 13");
	t->engine = rules_engine(app, t->texts.book, t->texts.day, rules_trial,
				 refused_note, &t->refused, &o, e);
	if (t->engine)
		tell_refused(t);
	ok = t->engine && start_before(t, before, &old, e);
	if (ok)
		choose(t, e);
	for (int i = 0; ok && i < t->texts.book->n && !app_interrupted; i++)
		if (t->is_chosen[i])
			ok = test_file(t, i, e);
	ok = ok && sum_up(t, e);
	engine_stop(t->before);
	engine_stop(t->engine);
	return ok;
}
