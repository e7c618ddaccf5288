/* What is wrong with texts, found without judging anyone: by the tool, and by the
 * loader. */
#include "findings.h"

#include "know.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "rule/tool.h"
#include "say/say.h"
#include "say/tr.h"

#define FINDINGS_MOST 2000

struct checking {
	struct app *app;
	const struct rules_texts *texts;
	struct engine *engine;
	bool *is_bad;			/* of each file of the book: it has a finding */
	bool *left_out;			/* the worker did not survive it */
	struct findings *out;
};

static void add(struct checking *c, const char *path, int line, bool is_remark,
		const char *text)
{
	for (int i = 0; i < c->texts->book->n; i++)
		if (!is_remark && strcmp(c->texts->book->files[i].path, path) == 0)
			c->is_bad[i] = true;
	if (c->out->n == FINDINGS_MOST)
		return;
	c->out->remarks += is_remark;
	c->out->list[c->out->n++] =
	    (struct finding){ rules_shown(c->texts, path), text, line, is_remark };
}

/* Asks one tool and takes its findings: path, line, kind, what is wrong, what to do. */
static bool ask(struct checking *c, const char *const *question, struct err *e)
{
	struct arena *a = c->app->arena;
	struct tool_answer answer;

	if (!tool_ask(c->engine, c->app->arena, question, &answer, e))
		return false;
	for (int i = 0; i + 4 < answer.n; i += 5)
		add(c, answer.texts[i], (int)strtol(answer.texts[i + 1], NULL, 10),
		    strcmp(answer.texts[i + 2], "remark") == 0,
		    arena_printf(a, _("%s; %s"),
				 say_message(tr_reader(), a, answer.texts[i + 3]),
				 say_message(tr_reader(), a, answer.texts[i + 4])));
	return true;
}

/* True when the worker is still there. */
static bool ask_about(struct checking *c, int i, const char *tool, struct err *e)
{
	const struct rule_file *f = &c->texts->book->files[i];
	char kind[2] = { f->kind };
	const char *question[] = { tool, f->path, kind,
				   rules_plain_text(c->app->arena, f),
				   c->texts->shown[i], NULL };

	if (c->left_out[i] || ask(c, question, e))
		return true;
	c->left_out[i] = true;
	add(c, f->path, 1, false, engine_was_killed(c->engine) ?
	    _("cannot be read to the end in the time there is; make it shorter") :
	    _("cannot be checked; make it shorter"));
	return false;
}

/* What is in force comes before what is named, whose fault it is when two say one
 * thing. */
static bool define_all(struct checking *c, struct err *e)
{
	const bool *is_named = c->texts->is_named;

	for (int named = 0; named < 2; named++)
		for (int i = 0; i < c->texts->book->n; i++)
			if ((is_named && is_named[i]) == named &&
			    !ask_about(c, i, "check.define", e))
				return false;
	return true;
}

/* Every text once; false when the worker went down with one, which is left out from now
 * on. */
static bool check_once(struct checking *c, struct err *e)
{
	char day[DATE_TEXT];
	const char *rest[] = { "check.rest", date_format(c->texts->day, day), NULL };
	int n = c->texts->book->n;

	if (!rules_tell_modules(c->app, c->engine, e))
		return false;
	if (!define_all(c, e))
		return false;
	for (int i = 0; i < n; i++)
		if (!ask_about(c, i, "check.look", e))
			return false;
	return ask(c, rest, e);
}

static bool start(struct checking *c, struct engine_options *o, struct err *e)
{
	engine_stop(c->engine);
	c->engine = rules_engine(c->app, NULL, c->texts->day, NULL, NULL, NULL, o, e);
	return c->engine != NULL;
}

/* Begins again without the text that brought the worker down; its finding is kept. */
static bool check_all(struct checking *c, struct err *e)
{
	struct engine_options o;
	bool ok = start(c, &o, e);
	struct finding kept[16];
	int nkept = 0;

	while (ok && !check_once(c, e)) {
		if (c->out->n == 0 || nkept == 16)
			ok = false;
		else
			kept[nkept++] = c->out->list[c->out->n - 1];
		memset(c->is_bad, 0, sizeof(*c->is_bad) * (size_t)c->texts->book->n);
		c->out->n = c->out->remarks = 0;
		for (int i = 0; i < nkept; i++)
			c->out->list[c->out->n++] = kept[i];
		ok = ok && start(c, &o, e);
	}
	return ok;
}

/* Of two files with one rule the loader refuses the later one, the checker names the
 * draft. */
static bool is_about_two(const char *message)
{
	return strncmp(message, "another file has the rule",
		       strlen("another file has the rule")) == 0;
}

/* What the loader refuses and nothing above has named: the loader has the last word. */
static void on_refused(void *ctx, const char *what, int64_t person_id,
		       const char *message)
{
	struct checking *c = ctx;
	int line;

	(void)person_id;
	for (int i = 0; i < c->texts->book->n; i++)
		if (strcmp(c->texts->book->files[i].path, what) == 0 && c->is_bad[i])
			return;
	message = rules_message(c->app->arena, message, &line);
	if (strncmp(message, what, strlen(what)) == 0)
		message += strlen(what) + (message[strlen(what)] == ':') + 1;
	if (is_about_two(message))
		return;
	add(c, what, line, false,
	    arena_printf(c->app->arena, _("%s; it would not be loaded"), message));
}

static bool load_all(struct checking *c, struct err *e)
{
	struct engine_options o;
	struct engine *en =
	    rules_engine(c->app, c->texts->book, c->texts->day, NULL, on_refused, c,
			 &o, e);

	engine_stop(en);
	return en != NULL;
}

/* The text that declares the fact, and the line where its name stands. */
static void add_fault(struct checking *c, const char *name, const char *fault)
{
	for (int i = 0; i < c->texts->book->n; i++) {
		const struct rule_file *f = &c->texts->book->files[i];
		const char *at = strstr(f->text, "work.facts") ? f->text : NULL;
		int line = 1;

		for (at = at ? strstr(at, name) : NULL; at && at > f->text; at--)
			line += at[-1] == '\n';
		if (at) {
			add(c, f->path, line, false, fault);
			return;
		}
	}
}

/* Declared facts that no feed can bring. */
static bool check_facts(struct checking *c, struct err *e)
{
	struct declared *d = arena_alloc(c->app->arena, sizeof(*d));
	const struct module *const *known = c->app->modules;

	if (!rules_know(c->app, c->texts->book, c->texts->day, d, e))
		return false;
	for (int i = 0; i < d->n; i++) {
		const char *fault = declared_check(c->app->arena, known, &d->list[i]);

		fault = fault ? fault : declared_figure_twice(c->app->arena, d, i);
		if (fault)
			add_fault(c, d->list[i].name, fault);
	}
	return true;
}

static int by_place(const void *a, const void *b)
{
	const struct finding *x = a, *y = b;
	int d = strcmp(x->path, y->path);

	return d ? d : x->line != y->line ? (x->line > y->line) - (x->line < y->line) :
	       strcmp(x->text, y->text);
}

bool rules_findings(struct app *app, const struct rules_texts *texts,
		    struct findings *out, struct err *e)
{
	size_t n = (size_t)texts->book->n;
	struct checking c = {
		.app = app, .texts = texts, .out = out,
		.is_bad = arena_alloc(app->arena, sizeof(bool) * n),
		.left_out = arena_alloc(app->arena, sizeof(bool) * n),
	};
	const struct module *const *known;
	bool ok;

	out->n = out->remarks = 0;
	out->list = arena_alloc(app->arena, sizeof(*out->list) * FINDINGS_MOST);
	known = app->modules;
	ok = check_facts(&c, e) && check_all(&c, e) && load_all(&c, e);
	app->modules = known;
	engine_stop(c.engine);
	qsort(out->list, (size_t)out->n, sizeof(*out->list), by_place);
	return ok;
}
