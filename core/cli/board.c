#include "host/app.h"
#include "host/out.h"
#include "say/tr.h"
#include "screens/views.h"
#include "screens/views_sql.h"

bool cmd_board(struct app *app, struct err *e)
{
	struct db *db = app_connect_to_ask(app, "clerk", e);
	struct arena *a = arena_new();
	int64_t region = app_number(app, "region");
	const char *params[] = { region > 0 ? param_int(a, region) : NULL };
	struct table t;
	bool ok = db && table_run(&t, db, a, &BOARD_FIGURES, params, e);

	if (ok)
		out_table(app, &t, view_board_columns, NULL);
	arena_free(a);
	db_close(db);
	return ok;
}
