/* What an administrator does: roles and schema, modules. */
#include <stddef.h>
#include <stdio.h>

#include "app.h"
#include "connect.h"
#include "config.h"
#include "office/schema.h"
#include "ui/tr.h"

bool cmd_init(struct app *app, struct err *e)
{
	struct db *db = app_connect(app, "admin", e);
	bool ok = db && schema_init(db, e);

	db_close(db);
	if (ok)
		fputs(_("roles and schema are there; next: steward migrate\n"), stderr);
	return ok;
}

bool cmd_migrate(struct app *app, struct err *e)
{
	struct db *db = app_connect(app, "admin", e);
	int n;
	bool ok = db && schema_migrate(db, app->modules, &n, e);

	db_close(db);
	if (ok)
		fprintf(stderr, _("%d migrations applied\n"), n);
	return ok;
}

static int count(const void *list, size_t size, size_t name)
{
	const char *row = list;
	int n = 0;

	for (; row && *(const char *const *)(row + name); row += size)
		n++;
	return n;
}

#define COUNT(list, type, field) count(list, sizeof(type), offsetof(type, field))

bool cmd_module(struct app *app, struct err *e)
{
	if (app->nargs != 1 || app->args[0][0] != 'l')
		return ERR(e, ERR_USAGE, "use: steward module list");
	for (const struct module *const *m = app->modules; *m; m++) {
		printf(_("%-12s %d facts, %d feeds, %d task types, %d screens, %d commands, %d keys, "
			 "%d figures\n"), (*m)->name,
		       COUNT((*m)->facts, struct fact_column, name),
		       COUNT((*m)->feeds, struct feed, name),
		       COUNT((*m)->task_types, struct task_type, name),
		       COUNT((*m)->screens, struct screen, name),
		       COUNT((*m)->commands, struct command, name),
		       COUNT((*m)->keys, struct key, key),
		       COUNT((*m)->indicators, struct indicator, id));
	}
	return true;
}
