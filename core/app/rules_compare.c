#include "rules_compare.h"

#include <string.h>
#include <time.h>

#include "rule/tool.h"
#include "say.h"

#define RUNS_MOST "1200"	/* of one text */
#define SECONDS_MOST 20
#define REPLAY 200		/* inputs in one question */
#define TEXTS 5			/* of one outcome: status, cause, due, text, trace */

const char *const rules_trial[] = { "trial.start", "record", NULL };

const char *rules_outcome(struct arena *a, const struct outcome *o)
{
	if (strcmp(o->status, "task") == 0)
		return arena_printf(a, "task %s%s%s (%s)", o->cause, o->due[0] ? ", due " : "", o->due,
				    say_text(a, o->text));
	return arena_printf(a, "%s%s%s", o->status, o->text[0] ? " " : "", o->text);
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

bool rules_neighbours(struct app *app, struct engine *en, const char *path, struct neighbours *n,
		      struct err *e)
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
	} while (!n->was_stopped && !app_interrupted && strcmp(answer.texts[0], "more") == 0);
	if (!ask(app, en, "search.found", NULL, NULL, &answer, e))
		return false;
	n->list = arena_alloc(app->arena, sizeof(*n->list) * (size_t)(answer.n / (TEXTS + 1) + 1));
	for (int i = 0; i + TEXTS < answer.n; i += TEXTS + 1)
		take(&n->list[n->n++], answer.texts[i], answer.texts + i + 1);
	return true;
}

/* The same inputs by another book. */
static bool replay(struct app *app, struct engine *en, const struct neighbours *n,
		   struct outcome *out, struct err *e)
{
	const char *question[REPLAY + 2] = { "trial.replay" };
	struct tool_answer answer;

	for (int i = 0; i < n->n; i += REPLAY) {
		int some = n->n - i < REPLAY ? n->n - i : REPLAY;

		for (int k = 0; k < some; k++)
			question[k + 1] = n->list[i + k].input;
		question[some + 1] = NULL;
		if (!tool_ask(en, app->arena, question, &answer, e))
			return false;
		for (int k = 0; k < some && (k + 1) * TEXTS <= answer.n; k++)
			take(&out[i + k], n->list[i + k].input, answer.texts + k * TEXTS);
	}
	return true;
}

static bool is_same(const struct outcome *a, const struct outcome *b)
{
	return strcmp(a->status, b->status) == 0 && strcmp(a->cause, b->cause) == 0 &&
	       strcmp(a->due, b->due) == 0 && strcmp(a->text, b->text) == 0;
}

static bool is_known(const struct neighbours *n, const char *input)
{
	for (int i = 0; i < n->n; i++)
		if (strcmp(n->list[i].input, input) == 0)
			return true;
	return false;
}

struct side { struct engine *engine; struct engine_options o; struct neighbours found; };

static bool start(struct app *app, const struct rulebook *book, const char *path, struct side *s,
		  struct err *e)
{
	struct tool_answer answer;

	s->engine = rules_engine(app, book, rules_trial, NULL, NULL, &s->o, e);
	return s->engine && ask(app, s->engine, "trial.cases", path, NULL, &answer, e) &&
	       rules_neighbours(app, s->engine, path, &s->found, e);
}

bool rules_compare(struct app *app, const struct rulebook *before, const struct rulebook *after,
		   const char *path, rules_differ_fn differ, void *ctx, struct comparison *c,
		   struct err *e)
{
	struct side old = { 0 }, new = { 0 };
	struct outcome *by_new, *by_old;
	bool ok = start(app, before, path, &old, e) && start(app, after, path, &new, e);

	by_new = arena_alloc(app->arena, sizeof(*by_new) * (size_t)(old.found.n + 1));
	by_old = arena_alloc(app->arena, sizeof(*by_old) * (size_t)(new.found.n + 1));
	ok = ok && replay(app, new.engine, &old.found, by_new, e) &&
	     replay(app, old.engine, &new.found, by_old, e);
	for (int i = 0; ok && i < old.found.n; i++, c->compared++)
		if (!is_same(&old.found.list[i], &by_new[i]) && ++c->changed)
			differ(ctx, &old.found.list[i], &by_new[i]);
	for (int i = 0; ok && i < new.found.n; i++) {
		if (is_known(&old.found, new.found.list[i].input))
			continue;
		c->compared++;
		if (!is_same(&by_old[i], &new.found.list[i]) && ++c->changed)
			differ(ctx, &by_old[i], &new.found.list[i]);
	}
	engine_stop(old.engine);
	engine_stop(new.engine);
	return ok;
}
