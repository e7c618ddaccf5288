#include <string.h>

#include "host/app.h"
#include "search/find_person.h"
#include "host/out.h"
#include "say/tr.h"
#include "screens/views.h"
#include "screens/views_sql.h"

#define PARAMS_MOST 11

/* One more than is shown, to know whether there are more. */
static bool print(struct app *app, struct db *db, const struct wanted *w, struct err *e)
{
	int most = (int)app_number(app, "limit");
	const char *params[PARAMS_MOST] = { NULL };
	struct table t;

	memcpy(params, w->params, sizeof(w->params));
	params[w->stmt->nparams - 1] = param_int(app->arena, most + 1);
	if (!table_run(&t, db, app->arena, w->stmt, params, e))
		return false;
	out_some(app, &t, view_search_columns, most);
	return true;
}

bool cmd_search(struct app *app, struct err *e)
{
	struct wanted w;
	struct db *db;
	bool ok;

	if (app->nargs != 1 || !find_wanted(&w, app->arena, app->args[0]))
		return ERR(e, ERR_USAGE,
			   _("search needs a name or a number, or how it begins"));
	db = app_connect_to_ask(app, "clerk", e);
	ok = db && print(app, db, &w, e);
	db_close(db);
	return ok;
}
