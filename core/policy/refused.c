#include "refused.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "rule/tool.h"
#include "say/say.h"
#include "say/tr.h"

void refused_note(void *ctx, const char *what, int64_t person_id, const char *message)
{
	struct refused *r = ctx;

	(void)person_id;
	if (r->n == (int)(sizeof(r->list) / sizeof(*r->list)))
		return;
	r->list[r->n].path = arena_strdup(r->app->arena, what);
	r->list[r->n++].message = arena_strdup(r->app->arena, message);
}

const char *refused_say(const struct refused *r, int i, struct engine *en,
			const struct rulebook *book, int *line)
{
	const struct refusal *one = &r->list[i];
	const struct rule_file *f = rulebook_find(book, one->path);
	const char *question[] = { "wording.refused", one->message,
				   f ? rules_plain_text(r->app->arena, f) : "", NULL };
	struct tool_answer answer;
	struct err e;

	if (!tool_ask(en, r->app->arena, question, &answer, &e) || answer.n != 2)
		return rules_message(r->app->arena, one->message, line);
	*line = (int)strtol(answer.texts[0], NULL, 10);
	return say_message(tr_reader(), r->app->arena, answer.texts[1]);
}

bool refused_tell(const struct refused *r, struct engine *en, const struct rulebook *book)
{
	for (int i = 0; i < r->n; i++) {
		int line;
		const char *what = refused_say(r, i, en, book, &line);

		fprintf(stderr, "%s:%d: %s\n", text_clean(r->app->arena, r->list[i].path),
			line, text_clean(r->app->arena, what));
	}
	return r->n > 0;
}
