/* steward rules types: facts, parameters and calculations as annotations for editors. */
#include <stdio.h>

#include "host/app.h"
#include "rule/tool.h"
#include "rules.h"

static bool print_types(struct app *app, struct engine *en, const struct rulebook *book,
			struct err *e)
{
	const char *last[] = { "types.text", NULL };
	struct tool_answer answer;

	if (!rules_tell_modules(app, en, e))
		return false;
	for (int i = 0; i < book->n; i++) {
		char kind[2] = { book->files[i].kind };
		const char *question[] = {
			"check.define", book->files[i].path, kind,
			rules_plain_text(app->arena, &book->files[i]), NULL
		};

		if (!tool_ask(en, app->arena, question, &answer, e))
			return false;
	}
	if (!tool_ask(en, app->arena, last, &answer, e))
		return false;
	fputs(answer.texts[0], stdout);
	return true;
}

bool rules_types(struct app *app, struct err *e)
{
	struct rules_texts t;
	struct engine_options o;
	struct engine *en = rules_read(app, "policy", 1, &t, e)
				? rules_engine(app, NULL, t.day, NULL, NULL, NULL, &o, e)
				: NULL;
	bool ok = en && print_types(app, en, t.book, e);

	engine_stop(en);
	return ok;
}
