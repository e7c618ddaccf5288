#include "host/app.h"
#include "search/find_person.h"
#include "host/out.h"
#include "say/tr.h"
#include "screens/views.h"

static bool print_section(struct app *app, struct db *db, struct arena *a,
			  const struct section *s, const char *person, struct err *e)
{
	const char *params[] = { person };
	struct table t;

	if (!table_run(&t, db, a, s->stmt, params, e))
		return false;
	if (s->is_fields)
		out_fields(app, &t, s->columns, tr_label(s->title));
	else if (t.n)
		out_table(app, &t, s->columns, tr_label(s->title));
	return true;
}

static bool print_person(struct app *app, struct db *db, struct err *e)
{
	struct arena *a = arena_new();
	const struct section *s;
	int64_t person;
	bool ok = find_person(db, app->args[0], &person, e);

	for (int i = 0; ok && (s = view_section(app->modules, &view_person, i)); i++)
		ok = print_section(app, db, a, s, param_int(a, person), e);
	arena_free(a);
	return ok;
}

bool cmd_person(struct app *app, struct err *e)
{
	struct db *db;
	bool ok;

	if (app->nargs != 1)
		return ERR(e, ERR_USAGE, _("person needs one number"));
	db = app_connect_to_ask(app, "clerk", e);
	ok = db && print_person(app, db, e);
	db_close(db);
	return ok;
}
