/* Is everything in its place, and what to do if not. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "admin.h"
#include "audit/watch_sql.h"
#include "base/date.h"
#include "base/file.h"
#include "base/text.h"
#include "host/app.h"
#include "host/cluster.h"
#include "host/config.h"
#include "host/connect.h"
#include "host/texts.h"
#include "judge/adoption.h"
#include "judge/endings.h"
#include "judge/judge_sql.h"
#include "newer.h"
#include "office/lookup.h"
#include "office/own.h"
#include "office/schema.h"
#include "office/schema_sql.h"
#include "people/people_sql.h"
#include "say/tr.h"

struct checkup { struct app *app; int bad; };

static bool report(struct checkup *c, const char *what, bool ok, const struct err *e)
{
	printf("%-4s %s%s%s\n", ok ? "ok" : "BAD", what, ok ? "" : ": ",
	       ok ? "" : text_clean(c->app->arena, e->message));
	if (!ok && e->hint[0])
		printf("     %s\n", text_clean(c->app->arena, e->hint));
	c->bad += !ok;
	return ok;
}

static bool check_file(const char *path, int mode, struct err *e)
{
	if (access(path, mode) == 0)
		return true;
	err_errno(e, "could not use \"%s\"", path);
	return err_hint(e, "Mend the path in the configuration file.");
}

static bool check_ours(const char *path, int mode, struct err *e)
{
	int fd = file_open_ours(path, e);

	if (fd < 0)
		return false;
	close(fd);
	return check_file(path, mode, e);
}

static void check_folders(struct checkup *c)
{
	const struct config *conf = c->app->config;
	struct err e = { 0 };

	report(c, _("rules folder"), check_file(config_rules(conf), R_OK | X_OK, &e), &e);
	report(c, _("modules folder"), check_file(config_modules(conf), R_OK | X_OK, &e),
	       &e);
	report(c, _("theme"), check_ours(config_theme(conf), R_OK, &e), &e);
	report(c, _("rule worker"), check_ours(config_worker(conf), X_OK, &e), &e);
}

static void check_modules(struct checkup *c)
{
	const char *const *names = config_module_names(c->app->config);

	for (; *names; names++) {
		struct err e = { 0 };
		bool found = false;

		for (const struct module *const *m = c->app->modules; *m; m++)
			found |= strcmp((*m)->name, *names) == 0;
		if (!found)
			ERR(&e, ERR_INPUT, "was left out when the program started");
		report(c, arena_printf(c->app->arena, _("module %s"), *names), found, &e);
	}
}

static void check_rules(struct checkup *c)
{
	struct engine_options o;
	struct err e = { 0 };
	struct engine *en = texts_engine(c->app, 9000, &o, &e);

	report(c, _("rule worker starts and takes parameters and calculations"),
	       en != NULL, &e);
	engine_stop(en);
}

static bool check_version(struct db *db, struct arena *a, struct err *e)
{
	struct rows rows;

	if (!db_run(db, a, &SERVER_VERSION, NULL, &rows, e))
		return false;
	if (row_int(&rows, 0, 0) >= 150000)
		return true;
	ERR(e, ERR_DB, "the server is older than PostgreSQL 15");
	return err_hint(e, "Use a server of version 15 or later.");
}

/* A second server that is waited for and is not there: decisions hang. */
static void check_servers(struct checkup *c, struct db *db)
{
	struct arena *a = c->app->arena;
	const char *waits_for;
	struct err e = { 0 };
	struct rows r;
	int64_t n;

	if (!db_run(db, a, &WATCH_SERVERS, NULL, &r, &e)) {
		report(c, _("servers"), false, &e);
		return;
	}
	n = row_int(&r, 0, WATCH_SERVERS_FOLLOWERS);
	waits_for = text_clean(a, row_text(&r, 0, WATCH_SERVERS_WAITS_FOR));
	if (row_text(&r, 0, WATCH_SERVERS_ONLY_READS)[0] == 't') {
		printf(_("note this server only reads; what it has is as of %s\n"),
		       row_text(&r, 0, WATCH_SERVERS_AS_OF));
	} else if (*waits_for && n == 0) {
		ERR(&e, ERR_DB, "decisions wait for %s, and no server follows this one",
		    waits_for);
		err_hint(&e, "Start it; if it is lost, take it out of "
			 "synchronous_standby_names (doc/admin.md, A second server).");
		report(c, _("servers"), false, &e);
	} else if (n) {
		report(c, arena_printf(a, _("servers that follow this one: %lld"),
				       (long long)n), true, &e);
	}
}

static void check_schema(struct checkup *c, struct db *db)
{
	struct err e = { 0 };
	struct rows rows;

	if (!db_run(db, c->app->arena, &SCHEMA_APPLIED, NULL, &rows, &e)) {
		report(c, _("schema"), false, &e);
		return;
	}
	for (const struct module *const *m = c->app->modules; *m; m++) {
		const struct module *one[] = { *m, NULL };
		struct err why = { 0 };
		bool ok = schema_is_of(&rows, one, &why);

		report(c, arena_printf(c->app->arena, _("schema of %s"), (*m)->name), ok,
		       &why);
	}
}

struct difference { struct checkup *c; int n; };

static void tell_difference(void *ctx, const char *kind, const char *name,
			    const char *how)
{
	struct difference *d = ctx;
	struct arena *a = d->c->app->arena;

	if (d->n++ == 0)
		printf("BAD  %s\n", _("schema as this program makes it"));
	printf("     %s %s %s\n", tr_label(kind), text_clean(a, name), tr_label(how));
	d->c->bad++;
}

/* Whoever may change everything may have changed what the program relies on. */
static void check_own(struct checkup *c, struct db *db)
{
	struct difference d = { .c = c };
	struct err e = { 0 };
	bool ok =
	    own_compare(db, c->app->arena, c->app->modules, tell_difference, &d, &e);

	if (!ok || d.n == 0)
		report(c, _("schema as this program makes it"), ok, &e);
	else
		printf("     %s\n", _("Ask who may change the server; steward migrate, "
				      "or a backup, mends it."));
}

static void check_roles(struct checkup *c, struct db *db)
{
	struct rows rows;
	struct err e = { 0 };
	bool ok = db_run(db, c->app->arena, &OFFICE_ROLES, NULL, &rows, &e);

	if (ok && row_int(&rows, 0, 0) < 9) {
		ERR(&e, ERR_DB, "groups of the office are missing");
		ok = err_hint(&e, "Run: steward init --as admin");
	}
	report(c, _("roles"), ok, &e);
}

static struct engine *start_adopted(struct checkup *c, struct db *db,
				    struct engine_options *o, struct err *e)
{
	struct arena *a = c->app->arena;
	const char *name = "business_day";
	struct rulebook *book =
	    adoption_book(db, a, DATE_NONE, lookup_module_names(a, c->app->modules), e);
	struct rows rows;

	*o = (struct engine_options){ .worker = config_worker(c->app->config),
				      .jurisdiction =
					  config_jurisdiction(c->app->config) };
	if (!book || !db_run(db, a, &JUDGE_SETTING, &name, &rows, e) || !rows.n ||
	    !date_parse(row_text(&rows, 0, 0), strlen(row_text(&rows, 0, 0)), &o->today))
		return NULL;
	o->book = rulebook_policy(a, book);
	return engine_start(o, e);
}

/* Nothing is broken when a value ends, but someone has to see to the next one. */
static void note_endings(struct checkup *c, struct db *db)
{
	struct arena *a = c->app->arena;
	struct ending *list;
	struct engine_options o;
	struct err e = { 0 };
	struct engine *en = start_adopted(c, db, &o, &e);
	int n = 0;
	bool ok = en && endings_ask(en, a, &list, &n, &e);

	report(c, _("policy texts in force"), ok, &e);
	for (int i = 0; ok && i < n; i++)
		printf(_("note %s for %s: the last value ends on %s\n"),
		       text_clean(a, list[i].name), text_clean(a, list[i].place),
		       list[i].last);
	engine_stop(en);
}

static void note_unused(struct checkup *c, struct db *db)
{
	struct rows rows;
	struct err e = { 0 };

	if (!db_run(db, c->app->arena, &PEOPLE_UNUSED, NULL, &rows, &e))
		report(c, _("staff"), false, &e);
	else if (*row_text(&rows, 0, PEOPLE_UNUSED_LOGINS))
		printf(_("note logins that nobody has used for 90 days: %s (steward "
			 "staff end LOGIN)\n"),
		       row_text(&rows, 0, PEOPLE_UNUSED_LOGINS));
}

static void note_newer(struct checkup *c, struct db *db)
{
	struct err e = { 0 };

	if (!newer_tell(c->app, db, stdout, &e))
		report(c, _("policy texts of the folder"), false, &e);
}

static void check_database(struct checkup *c)
{
	struct err e = { 0 };
	struct db *db = app_connect_any(c->app, "clerk", &e);

	if (!report(c, _("database answers"), db != NULL, &e))
		return;
	report(c, _("server version"), check_version(db, c->app->arena, &e), &e);
	report(c, _("encoding"), admin_check_encoding(db, c->app->arena, &e), &e);
	check_servers(c, db);
	check_roles(c, db);
	check_schema(c, db);
	check_own(c, db);
	note_endings(c, db);
	note_newer(c, db);
	note_unused(c, db);
	db_close(db);
}

/* For a program that watches; without a database that, too, is told. */
static bool print_metrics(struct app *app, struct err *e)
{
	struct db *db = app_connect_any(app, "clerk", e);
	struct rows r = { .n = 0 };
	bool ok = db && db_run(db, app->arena, &WATCH, NULL, &r, e);

	printf("# TYPE steward_up gauge\n# HELP steward_up 1: the database answers\n"
	       "steward_up %d\n", ok);
	for (int i = 0; ok && i < r.n; i++) {
		const char *name = row_text(&r, i, WATCH_NAME);

		printf("# TYPE steward_%s gauge\n# HELP steward_%s %s\nsteward_%s %s\n",
		       name, name, row_text(&r, i, WATCH_HELP), name,
		       row_text(&r, i, WATCH_VALUE));
	}
	puts("# EOF");
	db_close(db);
	return ok;
}

bool cmd_doctor(struct app *app, struct err *e)
{
	struct checkup c = { .app = app };

	if (app_flag(app, "conninfo")) {
		puts(connect_info(app, connect_target(app), "clerk"));
		return true;
	}
	if (app_flag(app, "metrics"))
		return print_metrics(app, e);
	printf("%-4s %s %s\n", "ok", _("configuration"), connect_config_path(app));
	check_folders(&c);
	check_modules(&c);
	check_rules(&c);
	check_database(&c);
	return c.bad == 0 ||
	       ERR(e, ERR_SYSTEM, "not in their place: %d", c.bad);
}
