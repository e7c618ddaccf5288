#include "differ.h"

#include <string.h>

#include "base/date.h"
#include "rule/tool.h"
#include "say/say.h"
#include "say/tr.h"

static const char *const contents_tool[] = { "contents.start", NULL };

/* What a loader refuses is told elsewhere. */
static void ignore(void *ctx, const char *what, int64_t person_id, const char *message)
{
	(void)ctx;
	(void)what;
	(void)person_id;
	(void)message;
}

static bool ask(struct app *app, const struct rulebook *b, int32_t day,
		const char *const *question, struct tool_answer *answer, struct err *e)
{
	struct engine_options o;
	struct engine *en =
	    rules_engine(app, b, day, contents_tool, ignore, NULL, &o, e);
	bool ok = en && tool_ask(en, app->arena, question, answer, e);

	engine_stop(en);
	return ok;
}

static bool add_day(struct difference *d, const char *text, struct err *e)
{
	if (d->ndays == REHEARSE_DAYS) {
		ERR(e, ERR_USAGE, _("the draft is felt on more than %d days"),
		    REHEARSE_DAYS);
		return err_hint(e, "%s", _("Adopt it in parts: the values of some years, "
					   "then those of others."));
	}
	return date_parse(text, strlen(text), &d->days[d->ndays++]);
}

static bool take(struct app *app, const struct tool_answer *answer, struct difference *d,
		 struct err *e)
{
	for (int i = 0; i + 1 < answer->n; i += 2) {
		const char *which = answer->texts[i], *it = answer->texts[i + 1];

		if (strcmp(which, "day") == 0) {
			if (!add_day(d, it, e))
				return false;
		} else if (strcmp(which, "gone") == 0) {
			d->gone[d->ngone++] = say_message(tr_reader(), app->arena, it);
		} else if (strcmp(which, "place") == 0) {
			d->places[d->nplaces++] = it;
		} else {
			date_parse(it, strcspn(it, " "), &d->since);
			d->since_name = it + strcspn(it, " ") + 1;
		}
	}
	return true;
}

bool differ_books(struct app *app, const struct rulebook *before,
		  const struct rulebook *after, int32_t first, struct difference *d,
		  struct err *e)
{
	static const char *const lines[] = { "contents.lines", NULL };
	struct tool_answer old, answer;
	const char **question;
	char day[DATE_TEXT];

	if (!ask(app, before, first, lines, &old, e))
		return false;
	question = arena_alloc(app->arena, sizeof(*question) * (size_t)(old.n + 3));
	question[0] = "contents.differ";
	question[1] = date_format(first, day);
	memcpy(question + 2, old.texts, sizeof(*question) * (size_t)old.n);
	question[old.n + 2] = NULL;
	if (!ask(app, after, first, question, &answer, e))
		return false;
	*d = (struct difference){ .days = { first }, .ndays = 1 };
	d->gone = arena_alloc(app->arena, sizeof(*d->gone) * (size_t)(answer.n + 1));
	d->places = arena_alloc(app->arena, sizeof(*d->places) * (size_t)(answer.n + 1));
	return take(app, &answer, d, e);
}
