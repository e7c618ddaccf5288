/* steward rules page: one text of the law as people read it, or two of them side by
 * side. */
#include "page.h"

#include <string.h>

#include "base/date.h"
#include "policy/refused.h"
#include "policy/rules.h"
#include "rule/tool.h"
#include "say/say.h"
#include "say/tr.h"

static bool unknown(struct app *app, const char *name, const char *instead, struct err *e)
{
	ERR(e, ERR_USAGE, _("no parameter, calculation or rule named \"%s\""), name);
	return err_hint(e, "%s", say_message(tr_reader(), app->arena, instead));
}

static void take(struct arena *a, const struct tool_answer *answer, struct page *p)
{
	p->n = answer->n / 5;
	p->rows = arena_alloc(a, sizeof(*p->rows) * (size_t)(p->n + 1));
	for (int i = 0; i < p->n; i++) {
		const char **t = &answer->texts[(ptrdiff_t)5 * i];

		p->rows[i] = (struct page_row){ t[0], t[1], t[2], t[3], t[4] };
	}
}

/* The page of the name in one book on one day.  Without rows where the book does not have
 * it and may lack it. */
static bool make(struct app *app, const struct rulebook *book, int32_t day,
		 bool is_beside, bool may_lack, struct page *p, struct err *e)
{
	static const char *const tool[] = { "page.start", NULL };
	char on[DATE_TEXT];
	const char *question[] = { "page.make", app->args[1], date_format(day, on),
				   is_beside ? "yes" : "", NULL };
	struct refused refused = { .app = app };
	struct engine_options o;
	struct tool_answer answer;
	struct engine *en =
	    rules_engine(app, book, day, tool, refused_note, &refused, &o, e);
	bool ok = en && rules_tell_modules(app, en, e) &&
		  tool_ask(en, app->arena, question, &answer, e);

	if (en)
		refused_tell(&refused, en, book);
	if (ok && answer.n == 2)
		ok = may_lack || unknown(app, app->args[1], answer.texts[1], e);
	else if (ok)
		take(app->arena, &answer, p);
	engine_stop(en);
	return ok;
}

/* On another day, in the book of that day. */
static bool make_against(struct app *app, int32_t day, struct page *a, struct page *b,
			 struct err *e)
{
	int32_t asked = app_day(app, "date");
	struct source s, other;
	char on[DATE_TEXT];

	if (!source_of_day(app, "policy", asked, &s, e) ||
	    !source_of_day(app, "policy", day, &other, e) ||
	    !make(app, s.book, s.day, true, false, a, e) ||
	    !make(app, other.book, day, true, false, b, e))
		return false;
	a->called = arena_strdup(app->arena, date_format(s.day, on));
	b->called = arena_strdup(app->arena, date_format(day, on));
	return true;
}

static bool make_pages(struct app *app, struct page *a, struct page *b, struct err *e)
{
	int32_t day = app_day(app, "against");
	struct rules_texts t;

	if (day != DATE_NONE && app->nargs > 2)
		return ERR(e, ERR_USAGE, _("name drafts or --against, not both"));
	if (day != DATE_NONE)
		return make_against(app, day, a, b, e);
	if (!rules_read(app, "policy", 2, &t, e))
		return false;
	if (app->nargs > 2 && !make(app, t.base, t.day, true, true, a, e))
		return false;
	if (!a->rows)	/* what a draft brings anew stands beside nothing */
		return make(app, t.book, t.day, false, false, a, e);
	a->called = _("in force");
	b->called = _("draft");
	return make(app, t.book, t.day, true, false, b, e);
}

static bool format_of(struct app *app, enum page_format *format, struct err *e)
{
	static const char *const names[] = { "text", "markdown", "html" };
	const char *v = app_option(app, "format");

	for (int i = 0; i < 3; i++)
		if (!v || strcmp(v, names[i]) == 0) {
			*format = (enum page_format)i;
			return true;
		}
	return ERR(e, ERR_USAGE, _("--format must be text, markdown or html"));
}

bool rules_page(struct app *app, struct err *e)
{
	enum page_format format = PAGE_TEXT;
	struct page a = { 0 }, b = { 0 };

	if (!format_of(app, &format, e) || !make_pages(app, &a, &b, e))
		return false;
	page_print(app, format, app->args[1], &a, b.rows ? &b : NULL);
	return true;
}
