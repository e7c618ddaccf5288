/* steward letter: the explanation as a letter to the person it is about. */
#include <stdio.h>
#include <string.h>

#include "explain.h"
#include "search/find_person.h"
#include "judge/explain_sql.h"
#include "letter_text.h"
#include "post/post_sql.h"

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
	person = param_int(app->arena, id);
	if (!letter_texts_read(app, db, row_text(&x.head, 0, EXPLAIN_HEAD_TODAY), &texts,
			       e) ||
	    !db_run(db, app->arena, &LETTER_TO, &person, &rows, e) ||
	    !letter_about(&letter, app, app->args[1], &x, &texts, &rows, e))
		return false;
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
