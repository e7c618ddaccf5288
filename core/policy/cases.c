/* steward rules cases: the worked cases of all texts, in force now and in sixty days, run
 * and counted; the counts are kept for the figure of them. */
#include <stdio.h>
#include <string.h>

#include "compare.h"
#include "host/app.h"
#include "host/connect.h"
#include "judge/adoption.h"
#include "judge/adoption_sql.h"
#include "office/lookup.h"
#include "refused.h"
#include "rule/tool.h"
#include "rules.h"
#include "say/tr.h"

#define AHEAD 60 /* days in which scheduled texts begin that count, too */

struct counting {
	struct app *app;
	struct db *db;
	struct buf rows; /* path, hash, cases, passing: tabs between, a line a text */
	int cases, passing;
};

/* A text that hangs has no case that passes. */
static void count_text(struct counting *k, struct engine *en, const struct rule_file *f)
{
	const char *question[] = { "trial.cases", f->path, NULL };
	struct tool_answer answer = { 0 };
	struct err hung = { 0 };
	bool ok = tool_ask(en, k->app->arena, question, &answer, &hung);
	int n = ok ? answer.n / 4 : 1, passing = 0;

	for (int i = 0; ok && i < n; i++)
		passing += !*answer.texts[i * 4 + 2] && !*answer.texts[i * 4 + 3];
	if (passing < n)
		fprintf(stderr, _("%s: %d of %d cases come out\n"), f->path, passing, n);
	buf_printf(&k->rows, "%s\t%s\t%d\t%d\n", f->path, f->hash, n, passing);
	k->cases += n;
	k->passing += passing;
}

static bool is_same(const struct rulebook *a, const struct rulebook *b)
{
	for (int i = 0; i < a->n; i++)
		if (a->n != b->n || strcmp(a->files[i].hash, b->files[i].hash) != 0)
			return false;
	return a->n == b->n;
}

static bool count_book(struct counting *k, const struct rulebook *book, int32_t day,
		       struct err *e)
{
	struct refused refused = { .app = k->app };
	struct engine_options o;
	struct engine *en =
	    rules_engine(k->app, book, day, rules_plain, refused_note, &refused, &o, e);

	for (int i = 0; en && i < book->n; i++)
		count_text(k, en, &book->files[i]);
	engine_stop(en);
	return en != NULL;
}

static bool count_both(struct counting *k, struct err *e)
{
	struct arena *a = k->app->arena;
	const char *const *names = lookup_module_names(a, k->app->modules);
	const struct rulebook *now, *then;
	int32_t day;

	if (!adoption_today(k->db, a, &day, e))
		return false;
	now = adoption_book(k->db, a, day, names, e);
	then = now ? adoption_book(k->db, a, day + AHEAD, names, e) : NULL;
	return now && then && count_book(k, now, day, e) &&
	       (is_same(now, then) || count_book(k, then, day + AHEAD, e));
}

bool rules_cases(struct app *app, struct err *e)
{
	struct counting k = { .app = app, .db = app_connect(app, "batch", e) };
	const char *params[1];
	bool ok = k.db != NULL;

	buf_init(&k.rows, 1u << 20);
	ok = ok && count_both(&k, e);
	params[0] = k.rows.data;
	ok = ok && db_run(k.db, app->arena, &ADOPTION_CASES, params, NULL, e);
	if (ok)
		printf(_("%d of %d cases come out\n"), k.passing, k.cases);
	buf_done(&k.rows);
	db_close(k.db);
	return ok && (k.passing == k.cases || ERR(e, ERR_RULE, _("%d of %d cases failed"),
						  k.cases - k.passing, k.cases));
}
