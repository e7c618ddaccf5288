#include "letter_text.h"

#include <string.h>

#include "base/date.h"
#include "host/config.h"
#include "judge/adoption.h"
#include "judge/explain_sql.h"
#include "office/lookup.h"
#include "post/post_sql.h"
#include "rule/engine.h"

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

bool letter_texts_read(struct app *app, struct db *db, const char *today,
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

static const char *head(const struct explained *x, int col)
{
	return row_text(&x->head, 0, col);
}

struct letter letter_of(struct app *app, const char *rule, const struct explained *x,
			const struct letter_texts *t, const struct rows *to)
{
	return (struct letter){ .modules = app->modules,
			      .texts = t,
			      .address = row_text(to, 0, LETTER_TO_ADDRESS),
			      .is_dead = row_text(to, 0, LETTER_TO_IS_DEAD)[0] == 't',
			      .rule = rule,
			      .name = head(x, EXPLAIN_HEAD_NAME),
			      .number = head(x, EXPLAIN_HEAD_ID_NO),
			      .region = head(x, EXPLAIN_HEAD_REGION),
			      .task_type = head(x, EXPLAIN_HEAD_TASK_TYPE),
			      .state = head(x, EXPLAIN_HEAD_STATE),
			      .today = head(x, EXPLAIN_HEAD_TODAY),
			      .is_decision = x->is_decision,
			      .decided_on = head(x, EXPLAIN_HEAD_DECIDED_ON),
			      .reason = head(x, EXPLAIN_HEAD_REASON),
			      .approver_reason = head(x, EXPLAIN_HEAD_APPROVER_REASON),
			      .n = x->n,
			      .lines = x->lines };
}

bool letter_about(struct letter *l, struct app *app, const char *rule,
		  const struct explained *x, const struct letter_texts *t,
		  const struct rows *to, struct err *e)
{
	if (!x->is_found)
		return ERR(e, ERR_STALE, "the rule does not come to what was decided");
	if (x->is_decision && !x->is_sealed)
		return ERR(e, ERR_STALE,
			   "the stored decision was changed after it was made");
	*l = letter_of(app, rule, x, t, to);
	return true;
}
