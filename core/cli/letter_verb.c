/* steward letter: the explanation as a letter to the person it is about. */
#include <string.h>

#include "base/date.h"
#include "explain.h"
#include "host/config.h"
#include "judge/adoption.h"
#include "judge/explain_sql.h"
#include "letter.h"
#include "office/lookup.h"
#include "rule/engine.h"
#include "say/tr.h"

#define TEXTS_MOST 1000

static bool take_texts(struct arena *a, const struct buf *reply, struct letter_texts *t)
{
	const char *at = reply->data, *end = at + reply->len, *s;
	size_t n;

	t->keys = arena_alloc(a, sizeof(*t->keys) * TEXTS_MOST);
	t->values = arena_alloc(a, sizeof(*t->values) * TEXTS_MOST);
	while (at < end && t->n < TEXTS_MOST) {
		if (!(s = wire_take(&at, end, &n)))
			return false;
		t->keys[t->n] = arena_strndup(a, s, n);
		if (!(s = wire_take(&at, end, &n)))
			return false;
		t->values[t->n++] = arena_strndup(a, s, n);
	}
	return t->n > 0;
}

static bool ask(struct app *app, struct engine *en, struct letter_texts *t, struct err *e)
{
	struct buf question, reply;
	uint32_t type = 0;
	bool ok;

	buf_init(&question, 1000);
	buf_init(&reply, 1 << 20);
	wire_string(&question, "work.letters");
	ok = engine_ask(en, FRAME_PARAMETER, &question, &type, &reply, e);
	if (ok && (type != FRAME_VALUES || !take_texts(app->arena, &reply, t))) {
		ok = ERR(e, ERR_RULE, "%s",
			 _("no letter texts are in force (parameter work.letters)"));
		err_hint(e, "%s",
			 _("steward migrate brings those of the program into force."));
	}
	buf_done(&question);
	buf_done(&reply);
	return ok;
}

static void leave_out(void *ctx, const char *what, int64_t person_id, const char *message)
{
	(void)ctx;
	(void)what;
	(void)person_id;
	(void)message;
}

/* The words are those in force today, whatever day the letter is about. */
static bool read_texts(struct app *app, struct db *db, const char *today,
		       struct letter_texts *t, struct err *e)
{
	struct engine_options o = {
		.worker = config_worker(app->config), .failed = leave_out,
		.jurisdiction = config_jurisdiction(app->config),
	};
	struct engine *en;
	bool ok;

	o.book = adoption_book(db, app->arena, DATE_NONE,
			       lookup_module_names(app->arena, app->modules), e);
	if (!o.book || !date_parse(today, strlen(today), &o.today))
		return false;
	en = engine_start(&o, e);
	ok = en && ask(app, en, t, e);
	engine_stop(en);
	return ok;
}

static bool write_letter(struct app *app, struct db *db, const char *lang, struct err *e)
{
	struct letter_texts texts = { .lang = lang };
	struct explained x;

	if (!explain_named(app, db, false, &x, e))
		return false;
	if (!x.is_found)
		return ERR(e, ERR_STALE, "%s",
			   _("the rule does not come to what was decided"));
	if (x.is_decision && !x.is_sealed)
		return ERR(e, ERR_STALE, "%s",
			   _("the stored decision was changed after it was made"));
	if (!read_texts(app, db, row_text(&x.head, 0, EXPLAIN_HEAD_TODAY), &texts, e))
		return false;
	letter_put(app, &x, &texts);
	return true;
}

bool cmd_letter(struct app *app, struct err *e)
{
	const char *lang = app_option(app, "lang");
	struct db *db;
	bool ok;

	if (app->nargs != 3)
		return ERR(e, ERR_USAGE, "%s",
			   _("letter needs a person, a rule and a cause"));
	if (lang && strcmp(lang, "en") != 0 && strcmp(lang, "zh") != 0)
		return ERR(e, ERR_USAGE, "%s", _("--lang must be en or zh"));
	if (lang)
		tr_language(lang);
	else
		lang = tr_is_chinese() ? "zh" : "en";
	db = app_connect_to_ask(app, "clerk", e);
	ok = db && write_letter(app, db, lang, e);
	db_close(db);
	return ok;
}
