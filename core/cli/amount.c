/* steward amount: why a pension is what it is, as a letter: the parts, the months, the
 * bases and the parameters of the award. */
#include <stdio.h>

#include "host/config.h"
#include "search/find_person.h"
#include "letter_text.h"
#include "judge/explain_sql.h"
#include "post/post_sql.h"

bool cmd_amount(struct app *app, struct err *e)
{
	struct explain_options o = {
		.modules = app->modules, .worker = config_worker(app->config),
		.jurisdiction = config_jurisdiction(app->config), .is_now = true,
		.rule = app_option(app, "rule"),
	};
	struct db *db = app_connect_to_ask(app, "clerk", e);
	struct letter_texts texts = { 0 };
	struct explained x;
	struct letter l;
	struct rows to;
	struct buf b;
	const char *person;
	bool ok = db && find_person(db, app->args[0], &o.person, e);

	o.modules = app->modules;	/* with what the office's texts declare */
	person = param_int(app->arena, o.person);
	ok = ok && explain_run(db, app->arena, &o, &x, e) &&
	     letter_texts_read(app, db, row_text(&x.head, 0, EXPLAIN_HEAD_TODAY), &texts,
			       e) &&
	     db_run(db, app->arena, &LETTER_TO, &person, &to, e);
	if (ok) {
		buf_init(&b, LETTER_BYTES);
		l = letter_of(app, o.rule, &x, &texts, &to);
		l.in = tr_reader();
		l.is_account = true;
		letter_add(&b, &l);
		fwrite(b.data, 1, b.len, stdout);
		buf_done(&b);
	}
	db_close(db);
	return ok;
}
