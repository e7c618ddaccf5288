/* A draft comes before everyone only when the checker finds nothing new in it and its own
 * cases come out. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "compare.h"
#include "findings.h"
#include "refused.h"
#include "rule/tool.h"
#include "say/say.h"
#include "say/tr.h"

static bool find_in(struct app *app, const struct rulebook *book,
		    const struct rulebook *draft, int32_t day, struct findings *out,
		    struct err *e)
{
	struct rules_texts t = { .book = (struct rulebook *)book, .day = day };

	t.shown = arena_alloc(app->arena, sizeof(*t.shown) * (size_t)book->n);
	t.is_named = arena_alloc(app->arena, sizeof(*t.is_named) * (size_t)book->n);
	for (int i = 0; i < book->n; i++) {
		t.shown[i] = book->files[i].path;
		t.is_named[i] = rulebook_find(draft, book->files[i].path);
	}
	return rules_findings(app, &t, out, e);
}

static bool is_old(const struct findings *before, const struct finding *f)
{
	for (int i = 0; i < before->n; i++)
		if (strcmp(before->list[i].path, f->path) == 0 &&
		    strcmp(before->list[i].text, f->text) == 0)
			return true;
	return false;
}

/* How many findings the draft brings. */
static int count_new(struct app *app, const struct findings *before,
		     const struct findings *after)
{
	int n = 0;

	for (int i = 0; i < after->n; i++) {
		const struct finding *f = &after->list[i];

		if (f->is_remark || is_old(before, f))
			continue;
		fprintf(stderr, "%s:%d: %s\n", text_clean(app->arena, f->path), f->line,
			text_clean(app->arena, f->text));
		n++;
	}
	return n;
}

/* How many cases of one text do not come out: name, line, what came out otherwise, what
 * failed. */
static bool run_cases(struct app *app, struct engine *en, const char *path, int *failed,
		      struct err *e)
{
	const char *question[] = { "trial.cases", path, NULL };
	struct tool_answer answer;

	if (!tool_ask(en, app->arena, question, &answer, e))
		return false;
	for (int i = 0; i + 3 < answer.n; i += 4) {
		const char **c = answer.texts + i;

		if (!*c[2] && !*c[3])
			continue;
		fprintf(stderr, _("%s:%s: the case does not come out: %s\n"),
			text_clean(app->arena, path), c[1],
			text_clean(app->arena,
				   say_message(tr_reader(), app->arena, c[0])));
		++*failed;
	}
	return true;
}

static bool all_cases(struct app *app, const struct rulebook *book,
		      const struct rulebook *draft, int32_t day, int *failed,
		      struct err *e)
{
	struct refused refused = { .app = app };
	struct engine_options o;
	struct engine *en =
	    rules_engine(app, book, day, rules_plain, refused_note, &refused, &o, e);
	bool ok = en != NULL;

	if (en)
		refused_tell(&refused, en, book);
	for (int i = 0; ok && i < draft->n; i++)
		ok = !draft->files[i].hash[0] ||
		     run_cases(app, en, draft->files[i].path, failed, e);
	engine_stop(en);
	return ok;
}

bool rules_pass(struct app *app, const struct rulebook *active,
		const struct rulebook *book, const struct rulebook *draft, int32_t day,
		struct err *e)
{
	struct findings before = { 0 }, after;
	int n, failed = 0;

	/* What is in force is looked at only when there is something to compare. */
	if (!find_in(app, book, draft, day, &after, e) ||
	    (after.n > after.remarks && !find_in(app, active, draft, day, &before, e)))
		return false;
	n = count_new(app, &before, &after);
	if (n == 0 && !all_cases(app, book, draft, day, &failed, e))
		return false;
	if (n == 0 && failed == 0)
		return true;
	if (n)
		ERR(e, ERR_RULE, _("the draft has %d findings"), n);
	else
		ERR(e, ERR_RULE, _("%d cases of the draft do not come out"), failed);
	return err_hint(e, _("Mend it with steward rules check and steward rules test, "
			     "then rehearse it."));
}
