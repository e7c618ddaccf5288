/* steward explain: why a rule said what it said about one person. */
#include <stdio.h>

#include "explain.h"
#include "host/app.h"
#include "say/tr.h"

/* Nobody should take a stored decision for explained when its rule does not come to it
 * again. */
static bool check(const struct explained *x, struct err *e)
{
	if (x->is_decision && !x->is_sealed)
		return ERR(e, ERR_STALE, "%s",
			   _("the stored decision was changed after it was made"));
	if (x->is_decision && !x->is_found)
		return ERR(e, ERR_STALE, "%s",
			   _("the rule does not come to what was decided"));
	return true;
}

static bool run(struct app *app, struct db *db, struct err *e)
{
	struct explained x;

	if (!explain_named(app, db, app_flag(app, "now"), &x, e))
		return false;
	explain_put(app, &x);
	return check(&x, e);
}

bool cmd_explain(struct app *app, struct err *e)
{
	int least = app_flag(app, "now") ? 2 : 3;
	struct db *db;
	bool ok;

	if (app->nargs < least || app->nargs > 3) {
		ERR(e, ERR_USAGE, "%s", _("explain needs a person, a rule and a cause"));
		return err_hint(
		    e, "%s",
		    _("steward tasks lists them; with --now the cause may be left out."));
	}
	db = app_connect_to_ask(app, "clerk", e);
	ok = db && run(app, db, e);
	db_close(db);
	return ok;
}
