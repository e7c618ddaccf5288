#include "schema.h"

#include <stdio.h>
#include <string.h>

#include "db/migrate.h"
#include "office/facts.h"
#include "office/schema_sql.h"

extern const char core_office_init_text[];

#define OFFICE_REGION 330681	/* the area the demo office serves */

bool schema_init(struct db *db, struct err *e)
{
	return db_script(db, core_office_init_text, e);
}

static const char *yes(bool b)
{
	return b ? "t" : "f";
}

static bool write_feeds(struct db *db, struct arena *a, const struct module *m, struct err *e)
{
	for (const struct feed *f = m->feeds; f && f->name; f++) {
		const char *params[] = { f->name, f->title, m->name,
					 param_int(a, f->every_days) };

		if (!db_run(db, a, &SCHEMA_FEED, params, NULL, e))
			return false;
	}
	return true;
}

static bool write_moves(struct db *db, struct arena *a, const struct task_type *t, struct err *e)
{
	for (const struct move *m = t->moves; m && m->from; m++) {
		const char *params[] = { t->name, m->from, m->event, m->to, m->job,
					 yes(m->by == BY_ANOTHER), m->effect, m->key,
					 m->label, yes(m->by == BY_AUTHOR) };

		if (!db_run(db, a, &SCHEMA_MOVE, params, NULL, e))
			return false;
	}
	return true;
}

static bool write_task_types(struct db *db, struct arena *a, const struct module *m,
			     struct err *e)
{
	for (const struct task_type *t = m->task_types; t && t->name; t++) {
		const char *params[] = { t->name, m->name, t->title, t->owner };

		if (!db_run(db, a, &SCHEMA_TASK_TYPE, params, NULL, e) ||
		    !write_moves(db, a, t, e))
			return false;
	}
	return true;
}

static bool write_indicators(struct db *db, struct arena *a, const struct module *m, int *sort,
			     struct err *e)
{
	for (const struct indicator *i = m->indicators; i && i->id; i++) {
		const char *params[] = {
			i->id, m->name, i->title, i->meaning ? i->meaning : "", i->unit,
			i->owner ? i->owner : "manager", yes(i->less_is_better),
			param_int(a, (*sort)++)
		};

		if (!db_run(db, a, &SCHEMA_INDICATOR, params, NULL, e))
			return false;
	}
	return true;
}

static bool write_tables(struct db *db, struct arena *a, const struct module *const *modules,
			 struct err *e)
{
	int sort = 1;

	if (!db_run(db, a, &SCHEMA_MOVES_CLEAR, NULL, NULL, e) ||
	    !db_run(db, a, &SCHEMA_INDICATORS_CLEAR, NULL, NULL, e))
		return false;
	for (; *modules; modules++)
		if (!write_feeds(db, a, *modules, e) || !write_task_types(db, a, *modules, e) ||
		    !write_indicators(db, a, *modules, &sort, e))
			return false;
	return true;
}

static bool add_facts(struct db *db, struct arena *a, const struct module *const *modules,
		      struct err *e)
{
	return facts_add_columns(db, a, facts_of(a, modules), e) &&
	       db_script(db, facts_source_view(a, modules), e);
}

static bool finish(struct db *db, const struct module *const *modules, struct err *e)
{
	struct arena *a = arena_new();
	bool ok;

	if (!db_begin(db, e)) {
		arena_free(a);
		return false;
	}
	ok = add_facts(db, a, modules, e) && write_tables(db, a, modules, e) && db_commit(db, e);
	if (!ok)
		db_rollback(db);
	arena_free(a);
	return ok;
}

bool schema_migrate(struct db *db, const struct module *const *modules, int *applied,
		    struct err *e)
{
	*applied = 0;
	if (!db_script(db, "set role steward_owner", e))
		return false;
	for (const struct module *const *m = modules; *m; m++)
		if (!migrate_module(db, (*m)->name, (*m)->migrations, applied, e))
			return false;
	return finish(db, modules, e) && db_script(db, "reset role", e);
}

static bool is_login(const char *s)
{
	return s[0] >= 'a' && s[0] <= 'z' && strlen(s) < 40 &&
	       strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(s);
}

/* Names of roles cannot be parameters: only plain ones are let through. */
bool schema_add_login(struct db *db, const char *login, const char *display, const char *job,
		      struct err *e)
{
	const char *params[] = { login, display, job, NULL };
	struct arena *a;
	bool ok;

	if (!is_login(login) || !is_login(job)) {
		ERR(e, ERR_USAGE, "\"%s\" is no login", login);
		return err_hint(e, "Use lower-case letters, digits and underscores.");
	}
	a = arena_new();
	params[3] = param_int(a, OFFICE_REGION);
	ok = db_script(db, arena_printf(a, "do $$ begin if not exists (select from pg_roles where "
					"rolname = '%s') then create role %s login; end if; end "
					"$$; grant steward_%s to %s", login, login, job, login), e);
	if (ok && strcmp(job, "batch") != 0)
		ok = db_script(db, "set role steward_owner", e) &&
		     db_run(db, a, &SCHEMA_STAFF, params, NULL, e) &&
		     db_script(db, "reset role", e);
	arena_free(a);
	return ok;
}
