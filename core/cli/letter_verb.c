/* steward letter: the explanation as a letter to the person it is about. */
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "explain.h"
#include "host/config.h"
#include "host/find_person.h"
#include "judge/adoption.h"
#include "judge/explain_sql.h"
#include "office/lookup.h"
#include "post/post_sql.h"
#include "rule/engine.h"
#include "say/letter.h"

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

static const char *head(const struct explained *x, int col)
{
	return row_text(&x->head, 0, col);
}

static struct letter letter_of(struct app *app, const struct explained *x,
			       const struct letter_texts *texts, const struct rows *to)
{
	return (struct letter){ .modules = app->modules,
				.texts = texts,
				.address = row_text(to, 0, LETTER_TO_ADDRESS),
				.is_dead = row_text(to, 0, LETTER_TO_IS_DEAD)[0] == 't',
				.rule = app->args[1],
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

/* As a draft of the case. */
static bool keep(struct app *app, struct db *db, const char *person,
		 const struct letter *l, const char *body, struct err *e)
{
	const char *params[] = { person,   app->args[1],   app->args[2],
				 "letter", tr_code(l->in), body };
	struct rows rows;

	if (!db_run(db, app->arena, &MESSAGE_KEEP, params, &rows, e))
		return false;
	fprintf(stderr, _("kept as message %s\n"), row_text(&rows, 0, 0));
	return true;
}

static bool put(struct app *app, struct db *db, const char *person,
		const struct letter *l, struct err *e)
{
	struct buf b;
	bool ok;

	buf_init(&b, LETTER_BYTES);
	letter_add(&b, l);
	ok = b.full ? ERR(e, ERR_INPUT, "the letter is too long")
		    : !app_flag(app, "keep") || keep(app, db, person, l, b.data, e);
	if (ok)
		fwrite(b.data, 1, b.len, stdout);
	buf_done(&b);
	return ok;
}

/* In each language of the list, one below the other. */
static bool put_all(struct app *app, struct db *db, const char *person, struct letter *l,
		    const char *list, struct err *e)
{
	for (const char *at = list; *at; at += strcspn(at, ","), at += *at == ',') {
		l->in = tr_find(arena_strndup(app->arena, at, strcspn(at, ",")));
		if (at > list)
			putchar('\n');
		if (!put(app, db, person, l, e))
			return false;
	}
	return true;
}

static bool write_letter(struct app *app, struct db *db, const char *list, struct err *e)
{
	struct letter_texts texts = { 0 };
	struct explained x;
	struct letter letter;
	struct rows rows;
	const char *person;
	int64_t id;

	if (!find_person(db, app->args[0], &id, e) ||
	    !explain_named(app, db, false, &x, e))
		return false;
	if (!x.is_found)
		return ERR(e, ERR_STALE, "the rule does not come to what was decided");
	if (x.is_decision && !x.is_sealed)
		return ERR(e, ERR_STALE,
			   "the stored decision was changed after it was made");
	person = param_int(app->arena, id);
	if (!read_texts(app, db, head(&x, EXPLAIN_HEAD_TODAY), &texts, e) ||
	    !db_run(db, app->arena, &LETTER_TO, &person, &rows, e))
		return false;
	letter = letter_of(app, &x, &texts, &rows);
	return put_all(app, db, person, &letter, list, e);
}

/* Byte for byte what was kept. */
static bool print_kept(struct app *app, struct db *db, struct err *e)
{
	const char *number = app_option(app, "kept");
	struct rows rows;

	if (!db_run(db, app->arena, &MESSAGE_KEPT, &number, &rows, e))
		return false;
	if (rows.n == 0)
		return ERR(e, ERR_INPUT, "no message has the number %s", number);
	fputs(row_text(&rows, 0, 0), stdout);
	return true;
}

static bool check_languages(struct app *app, const char *list, struct err *e)
{
	for (const char *at = list; *at; at += strcspn(at, ","), at += *at == ',') {
		char *code = arena_strndup(app->arena, at, strcspn(at, ","));

		if (!tr_find(code))
			return ERR(e, ERR_USAGE, "unknown language \"%s\" (expected %s)",
				   code, tr_codes(app->arena));
	}
	return *list || ERR(e, ERR_USAGE, "unknown language \"%s\" (expected %s)", "",
			    tr_codes(app->arena));
}

bool cmd_letter(struct app *app, struct err *e)
{
	const char *list = app_option(app, "lang");
	bool is_kept = app_option(app, "kept") != NULL, ok;
	struct db *db;

	list = list ? list : tr_code(tr_reader());
	if (app->nargs != (is_kept ? 0 : 3))
		return ERR(e, ERR_USAGE, "letter needs a person, a rule and a cause");
	if (!check_languages(app, list, e))
		return false;
	db = app_connect_to_ask(app, "clerk", e);
	ok = db && (is_kept ? print_kept(app, db, e) : write_letter(app, db, list, e));
	db_close(db);
	return ok;
}
