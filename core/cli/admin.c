/* What an administrator does: roles and schema, modules. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "admin.h"
#include "base/clock.h"
#include "host/app.h"
#include "host/cluster.h"
#include "host/connect.h"
#include "host/texts.h"
#include "judge/adoption.h"
#include "keep/keeper.h"
#include "newer.h"
#include "office/readings.h"
#include "office/schema.h"
#include "office/schema_sql.h"
#include "post_library.h"
#include "say/tr.h"

static const struct admin_login one_each[] = {
	{ "clerk", "clerk", N_("clerk") },
	{ "reviewer", "reviewer", N_("reviewer") },
	{ "manager", "manager", N_("manager") },
	{ "policy", "policy", N_("policy officer") },
	{ "policy2", "policy", N_("second policy officer") },
	{ "admin", "admin", N_("administrator") },
	{ "auditor", "auditor", N_("auditor") },
	{ "batch", "batch", N_("scheduled work") },
	{ 0 }
};

#define READINGS_BYTES (2 << 20)
#define STAFF_MOST 200

static bool make_cluster(const char *folder, const struct admin_login *staff,
			 struct err *e)
{
	const char *logins[STAFF_MOST + 1] = { NULL };

	for (int i = 0; staff[i].login && i < STAFF_MOST; i++)
		logins[i] = staff[i].login;
	return (cluster_exists(folder) || cluster_create(folder, e)) &&
	       cluster_map_roles(folder, logins, e);
}

/* Texts of the folder that the office has no version of come into force. */
static bool install_texts(struct app *app, struct db *db, int *n, struct err *e)
{
	const struct rulebook *book = texts_read(app, e);

	return book && db_script(db, "set role steward_owner", e) &&
	       adoption_install(db, book, n, e) && db_script(db, "reset role", e);
}

/* How characters are read, for whoever types names by their sound. */
static bool install_readings(struct app *app, struct db *db, struct err *e)
{
	const struct readings_calls *calls;
	struct rows rows;
	struct buf lines;
	const char *text;
	bool ok;

	if (!db_run(db, app->arena, &READINGS_KNOWN, NULL, &rows, e))
		return false;
	if (row_text(&rows, 0, READINGS_KNOWN_KNOWN)[0] == 't')
		return true;
	calls = post_library(app->arena, "readings.so", "readings_calls", e);
	if (!calls)
		return false;
	buf_init(&lines, READINGS_BYTES);
	ok = calls->list(&lines, e);
	text = arena_strndup(app->arena, lines.data, lines.len);
	buf_done(&lines);
	return ok && db_run(db, app->arena, &READINGS_PUT, &text, NULL, e);
}

/* Everything the schema owns, by its owner: superuser of a private cluster, or a login
 * that the server's administrator has let be him for this. */
static bool make_schema(struct app *app, struct db *db, const char *region,
			const struct admin_login *staff, struct err *e)
{
	int applied, texts;

	if (!admin_check_encoding(db, app->arena, e) || !schema_init(db, e) ||
	    !schema_migrate(db, app->modules, app_option(app, "forget"), &applied, e) ||
	    !install_readings(app, db, e) || !install_texts(app, db, &texts, e) ||
	    !schema_begin(db, clock_today(), region, e))
		return false;
	for (; staff && staff->login; staff++)
		if (!schema_add_login(db, staff->login, staff->display, staff->job,
				      staff->region, e))
			return false;
	return true;
}

bool admin_make_private(struct app *app, const char *folder, const char *region,
			struct err *e)
{
	return admin_make_office(app, folder, region, one_each, e);
}

bool admin_make_office(struct app *app, const char *folder, const char *region,
		       const struct admin_login *staff, struct err *e)
{
	struct db *db;
	bool ok;

	if (!make_cluster(folder, staff, e))
		return false;
	db = cluster_open_owner(folder, e);
	ok = db && make_schema(app, db, region, staff, e) &&
	     keeper_prepare(app, db, folder, e);
	return cluster_close_owner(folder, db, e) && ok;
}

bool admin_check_encoding(struct db *db, struct arena *a, struct err *e)
{
	struct rows rows;

	if (!db_run(db, a, &SERVER_ENCODING, NULL, &rows, e))
		return false;
	if (strcmp(row_text(&rows, 0, 0), "UTF8") == 0)
		return true;
	ERR(e, ERR_DB, "the database's encoding is %s; names need UTF8",
	    row_text(&rows, 0, 0));
	return err_hint(e, "Make another: createdb -E UTF8 -T template0 --locale=C.UTF-8 "
			"NAME");
}

/* A folder becomes a private cluster with one login a job; a server gets roles and
 * schema. */
bool cmd_init(struct app *app, struct err *e)
{
	const char *target = connect_target(app), *region = app_option(app, "region");
	struct db *db;
	bool ok;

	if (connect_is_folder(target)) {
		ok = admin_make_private(app, target, region, e);
	} else {
		db = app_connect_any(app, "admin", e);
		ok = db && make_schema(app, db, region, NULL, e) && schema_leave(db, e);
		db_close(db);
	}
	if (ok)
		fputs(_("roles, schema and tables are there\n"), stderr);
	return ok;
}

/* Roles are brought up to date where we may. */
bool cmd_migrate(struct app *app, struct err *e)
{
	const char *target = connect_target(app);
	bool is_private = connect_is_folder(target), ok;
	struct db *db = !is_private ? app_connect_any(app, "admin", e) :
			cluster_exists(target) ? cluster_open_owner(target, e) : NULL;
	int n, texts;

	if (is_private && !db && e->code == ERR_NONE)
		return ERR(e, ERR_USAGE, "there is no database in \"%s\"", target);
	ok = db && (!is_private || schema_init(db, e)) &&
	     schema_migrate(db, app->modules, app_option(app, "forget"), &n, e) &&
	     install_readings(app, db, e) && install_texts(app, db, &texts, e) &&
	     (!is_private || keeper_prepare(app, db, target, e));
	if (ok)
		fprintf(stderr, _("migrations applied: %d, new policy texts: %d\n"), n,
			texts);
	ok = ok && newer_tell(app, db, stderr, e);
	if (is_private)
		return cluster_close_owner(target, db, e) && ok;
	db_close(db);
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

static int count_facts(const struct module *m)
{
	int n = 0;

	for (const struct fact_set *s = m->facts; s && s->subject; s++)
		n += COUNT(s->columns, struct fact_column, name);
	return n;
}

bool module_list(struct app *app, struct err *e)
{
	(void)e;
	for (const struct module *const *m = app->modules; *m; m++) {
		printf(_("%-12s %d facts, %d feeds, %d task types, %d screens, %d "
			 "commands, %d keys, "
			 "%d figures\n"),
		       (*m)->name, count_facts(*m),
		       COUNT((*m)->feeds, struct feed, name),
		       COUNT((*m)->task_types, struct task_type, name),
		       COUNT((*m)->screens, struct screen, name),
		       COUNT((*m)->commands, struct command, name),
		       COUNT((*m)->keys, struct key, key),
		       COUNT((*m)->indicators, struct indicator, id));
	}
	return true;
}
