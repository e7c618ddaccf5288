#include "cashier/print.h"

#include "host/out.h"
#include "say/tr.h"

bool cashier_print(struct app *app, struct db *db, const struct stmt *s,
		   const char *const *params, const struct column *columns,
		   const char *title, struct err *e)
{
	struct table t;

	if (!table_run(&t, db, app->arena, s, params, e))
		return false;
	if (t.n || !title)
		out_table(app, &t, columns, title ? tr_label(title) : NULL);
	return true;
}
