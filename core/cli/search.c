#include <string.h>

#include "host/app.h"
#include "host/find_person.h"
#include "host/out.h"
#include "say/tr.h"
#include "screens/views.h"
#include "screens/views_sql.h"

bool cmd_search(struct app *app, struct err *e)
{
	const char *params[5] = { NULL };
	const struct stmt *s;
	struct arena *a;
	struct table t;
	struct db *db;
	bool ok;

	if (app->nargs != 1 || !app->args[0][0])
		return ERR(e, ERR_USAGE,
			   _("search needs a name or a number, or how it begins"));
	params[0] = app->args[0];
	s = is_number_of_person(app->args[0]) ? &SEARCH_NUMBER : &SEARCH_NAME;
	db = app_connect_to_ask(app, "clerk", e);
	a = arena_new();
	ok = db && table_run(&t, db, a, s, params, e);
	if (ok)
		out_table(app, &t, view_search_columns, NULL);
	arena_free(a);
	db_close(db);
	return ok;
}
