/* steward rules check: what is wrong with the texts, without running a judgement. */
#include <stdio.h>

#include "base/text.h"
#include "findings.h"
#include "host/app.h"
#include "host/out.h"
#include "say/tr.h"

static void print(struct app *app, const struct finding *f, bool is_first)
{
	static const char *const names[] = { "file", "#line", "kind", "text" };
	const char *values[] = { f->path, arena_printf(app->arena, "%d", f->line),
				 f->is_remark ? "remark" : "finding", f->text };

	if (app->format != OUT_TEXT)
		out_row(app, names, values, 4, is_first);
	else
		printf("%s:%d: %s%s\n", text_clean(app->arena, f->path), f->line,
		       f->is_remark ? _("remark: ") : "",
		       text_clean(app->arena, f->text));
}

bool rules_check(struct app *app, struct err *e)
{
	struct rules_texts texts;
	struct findings found;

	if (!rules_read(app, "policy", 1, &texts, e) ||
	    !rules_findings(app, &texts, &found, e))
		return false;
	for (int i = 0; i < found.n; i++)
		print(app, &found.list[i], i == 0);
	if (found.n > found.remarks)
		return ERR(e, ERR_RULE, _("%d findings in %d texts"),
			   found.n - found.remarks, texts.book->n);
	if (app->format == OUT_TEXT)
		printf(_("%d texts, nothing found\n"), texts.book->n);
	return true;
}
