#include "compare.h"

#include <string.h>
#include <time.h>

#include "rule/tool.h"
#include "say/say.h"
#include "say/tr.h"

#define RUNS_MOST "800"	/* of one text */
#define SECONDS_MOST 20
#define REPLAY 200		/* inputs in one question */
#define TEXTS 5			/* of one outcome: status, cause, due, text, trace */

const char *const rules_trial[] = { "trial.start", "record", NULL };
const char *const rules_plain[] = { "trial.start", "plain", NULL };

const char *rules_outcome(struct arena *a, const struct outcome *o)
{
	if (strcmp(o->status, "task") == 0)
		return arena_printf(a, _("task %s%s%s (%s)"), o->cause,
				    o->due[0] ? _(", due ") : "", o->due,
				    say_text(tr_reader(), a, o->text));
	return arena_printf(a, "%s%s%s", tr_label(o->status), o->text[0] ? " " : "",
			    rules_failure(a, o->text));
}

static bool ask(struct app *app, struct engine *en, const char *tool, const char *one,
		const char *other, struct tool_answer *answer, struct err *e)
{
	const char *question[] = { tool, one, other, NULL };

	return tool_ask(en, app->arena, question, answer, e);
}

static void take(struct outcome *o, const char *input, const char **texts)
{
	*o = (struct outcome){ input, texts[0], texts[1], texts[2], texts[3] };
}

bool rules_neighbours(struct app *app, struct engine *en, const char *path,
		      struct neighbours *n, struct err *e)
{
	struct tool_answer answer;
	time_t end = time(NULL) + SECONDS_MOST;

	memset(n, 0, sizeof(*n));
	if (!ask(app, en, "search.start", path, RUNS_MOST, &answer, e))
		return false;
	do {
		if (!ask(app, en, "search.step", NULL, NULL, &answer, e))
			return false;
		n->was_stopped = time(NULL) > end;
	} while (!n->was_stopped && !app_interrupted &&
		 strcmp(answer.texts[0], "more") == 0);
	if (!ask(app, en, "search.found", NULL, NULL, &answer, e))
		return false;
	n->list = arena_alloc(app->arena,
			      sizeof(*n->list) * (size_t)(answer.n / (TEXTS + 1) + 1));
	for (int i = 0; i + TEXTS < answer.n; i += TEXTS + 1)
		take(&n->list[n->n++], answer.texts[i], answer.texts + i + 1);
	return true;
}

static bool has_text(const struct tool_answer *answer, const char *text)
{
	for (int i = 0; i < answer->n; i++)
		if (strcmp(answer->texts[i], text) == 0)
			return true;
	return false;
}

bool rules_find_places(struct app *app, struct engine *before, struct engine *after,
		       struct err *e)
{
	struct tool_answer old, new, none;
	const char **question;
	int n = 1;

	if (!ask(app, before, "trial.entries", NULL, NULL, &old, e) ||
	    !ask(app, after, "trial.entries", NULL, NULL, &new, e))
		return false;
	question =
	    arena_alloc(app->arena, sizeof(*question) * (size_t)(old.n + new.n + 2));
	question[0] = "trial.differ";
	for (int i = 0; i < old.n; i++)
		if (!has_text(&new, old.texts[i]))
			question[n++] = old.texts[i];
	for (int i = 0; i < new.n; i++)
		if (!has_text(&old, new.texts[i]))
			question[n++] = new.texts[i];
	question[n] = NULL;
	return tool_ask(before, app->arena, question, &none, e) &&
	       tool_ask(after, app->arena, question, &none, e);
}

static bool is_same(const struct outcome *a, const struct outcome *b)
{
	return strcmp(a->status, b->status) == 0 && strcmp(a->cause, b->cause) == 0 &&
	       strcmp(a->due, b->due) == 0 && strcmp(a->text, b->text) == 0;
}

/* What other has for an input, or NULL. */
static const struct outcome *find_input(const struct neighbours *other, const char *input)
{
	for (int i = 0; i < other->n; i++)
		if (strcmp(other->list[i].input, input) == 0)
			return &other->list[i];
	return NULL;
}

/* Up to REPLAY inputs by the other book, into out in order. */
static bool replay_some(struct app *app, struct engine *en, const char **question, int n,
			struct outcome *out, struct err *e)
{
	struct tool_answer answer;

	question[n + 1] = NULL;
	if (!tool_ask(en, app->arena, question, &answer, e))
		return false;
	for (int k = 0; k < n && (k + 1) * TEXTS <= answer.n; k++)
		take(&out[k], question[k + 1], answer.texts + k * TEXTS);
	return true;
}

/* The inputs that one book's search has met and the other's has not, judged by the
 * other. */
static bool replay(struct app *app, struct engine *en, const struct neighbours *of,
		   const struct neighbours *other, struct neighbours *out, struct err *e)
{
	const char *question[REPLAY + 2] = { "trial.replay" };
	int some = 0;

	memset(out, 0, sizeof(*out));
	out->list = arena_alloc(app->arena, sizeof(*out->list) * (size_t)(of->n + 1));
	for (int i = 0; i < of->n; i++) {
		if (find_input(other, of->list[i].input))
			continue;
		question[++some] = of->list[i].input;
		if (some < REPLAY)
			continue;
		if (!replay_some(app, en, question, some, out->list + out->n, e))
			return false;
		out->n += some;
		some = 0;
	}
	out->n += some;
	return !some ||
	       replay_some(app, en, question, some, out->list + out->n - some, e);
}

/* The other book's cases and their neighbours; the engine's worker may be a new one. */
static bool find(struct app *app, struct engine *en, const char *path,
		 struct neighbours *n, struct err *e)
{
	struct tool_answer answer;

	return ask(app, en, "trial.cases", path, NULL, &answer, e) &&
	       rules_neighbours(app, en, path, n, e);
}

struct sides { rules_differ_fn differ; void *ctx; struct comparison *c; };

static void tell(const struct sides *s, const struct outcome *before,
		 const struct outcome *after)
{
	bool differs = !is_same(before, after);

	s->c->compared++;
	if (strcmp(before->status, "is not there") == 0) {
		s->c->fresh++;
		return;
	}
	s->c->changed += differs;
	s->differ(s->ctx, before, after, differs);
}

bool rules_compare(struct app *app, struct engine *before, struct engine *after,
		   const struct neighbours *new, const char *path, rules_differ_fn differ,
		   void *ctx, struct comparison *c, struct err *e)
{
	struct neighbours old = { 0 }, by_new, by_old;	/* lists live in the arena */
	const struct sides s = { differ, ctx, c };
	const struct outcome *o;

	if (!find(app, before, path, &old, e) ||
	    !replay(app, after, &old, new, &by_new, e) ||
	    !replay(app, before, new, &old, &by_old, e))
		return false;
	for (int i = 0, k = 0; i < old.n; i++)
		if ((o = find_input(new, old.list[i].input)) || k < by_new.n)
			tell(&s, &old.list[i], o ? o : &by_new.list[k++]);
	for (int i = 0, k = 0; i < new->n; i++)
		if (!find_input(&old, new->list[i].input) && k < by_old.n)
			tell(&s, &by_old.list[k++], &new->list[i]);
	return true;
}
