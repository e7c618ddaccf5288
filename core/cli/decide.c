/* steward decide: the same decision as on the screen, for scripts. */
#include <stdio.h>
#include <string.h>

#include "host/app.h"
#include "search/find_person.h"
#include "host/out.h"
#include "say/tr.h"
#include "decisions/decide.h"
#include "decisions/decide_sql.h"

static const struct column columns[] = {
	{ .col = DECIDE_SEND_DECISION_ID, .title = N_("Decision") },
	{ .col = DECIDE_SEND_STATE, .title = N_("State"), .kind = COLUMN_LABEL },
	{ .col = DECIDE_SEND_VER, .title = N_("Version"), .kind = COLUMN_COUNT },
	{ .col = DECIDE_SEND_REPEATED, .title = N_("Repeated") },
	{ 0 }
};

static bool take_key(struct app *app, struct order *o, struct err *e)
{
	const char *key = app_option(app, "request");

	if (!key)
		return order_key(o, e);
	if (!order_key_is_valid(key)) {
		ERR(e, ERR_USAGE, _("--request takes a UUID"));
		return err_hint(e, _("Leave it out and a new one is made."));
	}
	snprintf(o->request, sizeof(o->request), "%s", key);
	return true;
}

static bool take_order(struct app *app, struct db *db, struct order *o, struct err *e)
{
	*o = (struct order){
		.rule = app->args[1], .cause = app->args[2], .event = app->args[3],
		.reason = app_option(app, "reason") ? app_option(app, "reason") : "",
		.note = app_option(app, "note"),
	};
	if (!find_person(db, app->args[0], &o->person, e) || !take_key(app, o, e))
		return false;
	o->ver = (int)app_number(app, "version");
	return o->ver > 0 || order_version(db, o, e);
}

/* The answer was lost: the same once more, on a new connection.  It waits for the first
 * try, should that still be at work, and is carried out once. */
static bool send_again(struct app *app, const struct order *o, struct decided *d,
		       struct err *e)
{
	struct db *db = app_connect_to_ask(app, "clerk", e);
	bool ok = db && order_send(db, o, d, e);

	if (!ok && (!db || e->code == ERR_LOST || e->code == ERR_BUSY ||
		    e->code == ERR_CANCELLED)) {
		ERR(e, ERR_LOST, _("not known yet whether the decision was stored"));
		err_hint(e, _("Run it again with --request %s; nothing is stored twice."),
			 o->request);
	}
	db_close(db);
	return ok;
}

static void print_result(struct app *app, const struct decided *d)
{
	struct arena *a = arena_new();
	const char *cells[] = { param_int(a, d->decision), d->state, param_int(a, d->ver),
				d->is_repeated ? "true" : "false" };
	struct table t = { .stmt = &DECIDE_SEND, .n = 1, .ncols = 4, .cells = cells };

	out_table(app, &t, columns, NULL);
	arena_free(a);
}

bool cmd_decide(struct app *app, struct err *e)
{
	struct decided d;
	struct order o;
	struct db *db;
	bool ok;

	if (app->nargs != 4) {
		ERR(e, ERR_USAGE,
		    _("decide needs a person, a rule, a cause and an event"));
		return err_hint(e, _("See \"steward tasks --format csv\" for the first "
				     "three."));
	}
	db = app_connect_to_ask(app, "clerk", e);
	ok = db && take_order(app, db, &o, e);
	if (ok && !order_send(db, &o, &d, e))
		ok = e->code == ERR_LOST && send_again(app, &o, &d, e);
	if (ok)
		print_result(app, &d);
	db_close(db);
	return ok;
}
