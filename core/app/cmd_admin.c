/* What an administrator does: roles and schema, modules. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "admin.h"
#include "app.h"
#include "cluster.h"
#include "connect.h"
#include "office/adoption.h"
#include "office/schema.h"
#include "street.h"
#include "ui/tr.h"

static const struct { const char *login, *job, *display; } staff[] = {
	{ "clerk", "clerk", N_("clerk") }, { "reviewer", "reviewer", N_("reviewer") },
	{ "manager", "manager", N_("manager") }, { "policy", "policy", N_("policy officer") },
	{ "policy2", "policy", N_("second policy officer") },
	{ "admin", "admin", N_("administrator") }, { "auditor", "auditor", N_("auditor") },
	{ "batch", "batch", N_("scheduled work") },
};

#define STAFF (sizeof(staff) / sizeof(*staff))

bool admin_make_cluster(const char *folder, struct err *e)
{
	const char *logins[STAFF + 1] = { NULL };

	for (size_t i = 0; i < STAFF; i++)
		logins[i] = staff[i].login;
	if (cluster_exists(folder))
		return true;
	return cluster_create(folder, e) && cluster_map_roles(folder, logins, e);
}

static const char *demo_mark(struct arena *a, const char *folder)
{
	return arena_printf(a, "%s/demo.ready", folder);
}

bool admin_is_demo(const char *folder)
{
	struct arena *a = arena_new();
	bool is_there = access(demo_mark(a, folder), F_OK) == 0;

	arena_free(a);
	return is_there;
}

/* Written last: a demo that was stopped half-way starts again where it was. */
bool admin_mark_demo(const char *folder, struct err *e)
{
	struct arena *a = arena_new();
	const char *path = demo_mark(a, folder);
	FILE *f = fopen(path, "we");
	bool ok = (f && fclose(f) == 0) || err_errno(e, "could not write \"%s\"", path);

	arena_free(a);
	return ok;
}

/* Texts of the folder that the office has no version of come into force. */
static bool install_texts(struct app *app, struct db *db, int *n, struct err *e)
{
	const struct rulebook *book = street_rules(app, e);

	return book && db_script(db, "set role steward_owner", e) &&
	       adoption_install(db, book, n, e) && db_script(db, "reset role", e);
}

bool admin_make_schema(struct app *app, struct db *db, bool is_private, struct err *e)
{
	int applied, texts;

	if (!schema_init(db, e) || !schema_migrate(db, app->modules, &applied, e) ||
	    !install_texts(app, db, &texts, e))
		return false;
	for (size_t i = 0; is_private && i < STAFF; i++)
		if (!schema_add_login(db, staff[i].login, staff[i].display, staff[i].job, e))
			return false;
	return true;
}

bool admin_check_encoding(struct db *db, struct arena *a, struct err *e)
{
	static const struct stmt encoding = {
		.name = "encoding", .text = "select current_setting('server_encoding')",
	};
	struct rows rows;

	if (!db_run(db, a, &encoding, NULL, &rows, e))
		return false;
	if (strcmp(row_text(&rows, 0, 0), "UTF8") == 0)
		return true;
	ERR(e, ERR_DB, "the database's encoding is %s; names need UTF8", row_text(&rows, 0, 0));
	return err_hint(e, "Make another: createdb -E UTF8 -T template0 --locale=C.UTF-8 NAME");
}

/* A folder becomes a private cluster with one login a job; a server gets roles and schema. */
bool cmd_init(struct app *app, struct err *e)
{
	const char *target = connect_target(app);
	bool is_private = connect_is_folder(target), ok;
	struct db *db;

	if (is_private && !admin_make_cluster(target, e))
		return false;
	db = app_connect(app, "admin", e);
	ok = db && admin_check_encoding(db, app->arena, e) &&
	     admin_make_schema(app, db, is_private, e);
	db_close(db);
	if (ok)
		fputs(_("roles, schema and tables are there\n"), stderr);
	return ok;
}

bool cmd_migrate(struct app *app, struct err *e)
{
	struct db *db = app_connect(app, "admin", e);
	int n, texts;
	bool ok = db && schema_migrate(db, app->modules, &n, e) &&
		  install_texts(app, db, &texts, e);

	db_close(db);
	if (ok)
		fprintf(stderr, _("%d migrations applied, %d policy texts new\n"), n, texts);
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
