#include "schema.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/digest.h"
#include "db/migrate.h"
#include "facts/facts.h"
#include "feed.h"
#include "feed_keep.h"
#include "feed_write.h"
#include "lookup.h"
#include "facts/subject.h"
#include "remit/remit.h"
#include "office/schema_sql.h"

extern const char core_office_init_text[];

bool schema_init(struct db *db, struct err *e)
{
	return db_script(db, core_office_init_text, e);
}

static const char *yes(bool b)
{
	return b ? "t" : "f";
}

static bool check_effect(struct db *db, struct arena *a, const struct task_type *t,
			 const struct move *m, struct err *e)
{
	struct rows rows;

	if (!m->effect)
		return true;
	if (!db_run(db, a, &SCHEMA_EFFECT, &m->effect, &rows, e))
		return false;
	return row_text(&rows, 0, 0)[0] == 't' ||
	       ERR(e, ERR_INPUT,
		   "the effect %s of task type \"%s\" is not a function of the schema",
		   m->effect, t->name);
}

static bool write_moves(struct db *db, struct arena *a, const struct task_type *t,
			struct err *e)
{
	static const char *const does[] = {
		[MOVE_STEP] = "step",		[MOVE_PROPOSE] = "propose",
		[MOVE_APPROVE] = "approve",	[MOVE_REFUSE] = "refuse",
		[MOVE_TAKE_BACK] = "take_back", [MOVE_CLOSE] = "close",
		[MOVE_REOPEN] = "reopen",
	};

	for (const struct move *m = t->moves; m && m->from; m++) {
		const char *params[] = {
			t->name, m->from, m->event, m->to, m->job, does[m->does],
			m->effect, m->key, m->label, m->denies
		};

		if (!check_effect(db, a, t, m, e) ||
		    !db_run(db, a, &SCHEMA_MOVE, params, NULL, e))
			return false;
	}
	return true;
}

static bool write_jobs(struct db *db, struct arena *a, const struct module *m,
		       struct err *e)
{
	static const char *const kinds[] = {
		[STATE_OPEN] = "open",
		[STATE_PROPOSED] = "proposed",
		[STATE_FINAL] = "final",
	};

	for (const struct job *j = m->jobs; j && j->name; j++) {
		const char *params[] = { j->name, m->name, j->title };

		if (!db_run(db, a, &SCHEMA_JOB, params, NULL, e))
			return false;
	}
	for (const struct task_state *s = m->states; s && s->name; s++) {
		const char *params[] = { s->name, m->name, s->title, kinds[s->kind] };

		if (!db_run(db, a, &SCHEMA_STATE, params, NULL, e))
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

static bool write_indicators(struct db *db, struct arena *a, const struct module *m,
			     int *sort, struct err *e)
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

static bool write_subjects(struct db *db, struct arena *a, const struct module *m,
			   struct err *e)
{
	for (const struct subject *s = m->subjects; s && s->name; s++) {
		const char *params[] = {
			s->name, m->name, s->title, s->table, yes(s->follows_person),
			s->screen, s->number
		};

		if (!db_run(db, a, &SCHEMA_SUBJECT, params, NULL, e))
			return false;
	}
	for (const struct finder *f = m->finders; f && f->rule; f++) {
		const char *params[] = {
			f->rule, m->name, f->title, f->basis, f->task_type,
			f->parameters ? f->parameters : "", f->stmt->text
		};

		if (!db_run(db, a, &SCHEMA_FINDER, params, NULL, e))
			return false;
	}
	return true;
}

static bool write_tables(struct db *db, struct arena *a,
			 const struct module *const *modules, struct err *e)
{
	/* What is decided can be taken back, where what it did can be. */
	static const char *const undo[] = { N_("undo: the decision was wrong"),
					    N_("approve: it is as it was before"),
					    N_("refuse: the decision stands"),
					    N_("take back: I proposed it too early") };
	int sort = 1;

	if (!db_run(db, a, &SCHEMA_MOVES_CLEAR, NULL, NULL, e) ||
	    !db_run(db, a, &SCHEMA_INDICATORS_CLEAR, NULL, NULL, e))
		return false;
	if (!feed_write(db, a, modules, e))
		return false;
	for (; *modules; modules++)
		if (!write_task_types(db, a, *modules, e) ||
		    !remit_write(db, a, *modules, e) ||
		    !write_indicators(db, a, *modules, &sort, e))
			return false;
	return db_run(db, a, &SCHEMA_UNDO, undo, NULL, e) &&
	       db_run(db, a, &SCHEMA_KEYS_WAIT, NULL, NULL, e) &&
	       db_run(db, a, &SCHEMA_SCOPE, NULL, NULL, e);
}

/* The tables of subjects, which functions of the modules may name. */
static bool make_subjects(struct db *db, struct arena *a,
			  const struct module *const *modules, struct err *e)
{
	const struct subject *s;

	for (const struct module *const *m = modules; *m; m++)
		if (!write_subjects(db, a, *m, e))
			return false;
	for (int i = 0; (s = subject_at(modules, i)); i++)
		if (!facts_make_tables(db, a, facts_of(a, modules, s), e))
			return false;
	return db_script(db, facts_source_view(a, modules), e);
}

static void add_body(struct buf *b, const char *name, const char *params,
		     const struct stmt *const *before, const char *kept,
		     const struct stmt *const *list)
{
	buf_printf(b, "create or replace function %s(%s) returns void language sql "
		   "set search_path = steward, pg_temp as $steward$ ", name, params);
	for (; before && *before; before++)
		buf_printf(b, "%s; ", (*before)->text);
	buf_text(b, kept);
	for (; list && *list; list++)
		buf_printf(b, "%s%s", (*list)->text, list[1] ? "; " : "");
	buf_printf(b, " $steward$; revoke execute on function %s from public;", name);
}

/* What follows the keeps is a function of its own, next by name: statements of one
 * function are planned before the first of them has filled its table. */
static void add_feed_body(struct buf *b, struct arena *a, const char *name,
			  const struct stmt *const *before, const char *kept,
			  const struct stmt *const *apply)
{
	add_body(b, name, "p_batch bigint", before, kept, NULL);
	if (apply && *apply)
		add_body(b, arena_printf(a, "%s$", name), "p_batch bigint", NULL, "",
			 apply);
}

/* Does a module other than its own keep something of this feed's rows as well? */
static bool has_steps(const struct module *const *modules, const char *feed)
{
	for (; *modules; modules++)
		for (const struct feed_step *s = (*modules)->feed_steps; s && s->feed;
		     s++)
			if (strcmp(s->feed, feed) == 0)
				return true;
	return false;
}

static const char *keeps_sql(struct arena *a, const struct module *const *modules,
			     const struct feed *feed, const struct keep *keeps)
{
	const struct match *main = feed_main(feed);
	const struct keep_ways ways = { feed->name, feed->fields, main && main->is_new,
					has_steps(modules, feed->name) ||
						(feed->keeps && feed->keeps[1].table) };
	const char *all = "", *one;

	for (; keeps && keeps->table; keeps++) {
		one = feed_keep_sql(a, keeps, &ways);
		all = arena_printf(a, "%s%s; ", all, one ? one : "too long");
	}
	return all;
}

static void add_module_steps(struct buf *b, struct arena *a,
			     const struct module *const *modules, const struct module *m)
{
	for (const struct feed *f = m->feeds; f && f->name; f++)
		add_feed_body(b, a, arena_printf(a, "feed_%s", f->name), f->before,
			      keeps_sql(a, modules, f, f->keeps), f->apply);
	for (const struct feed_step *s = m->feed_steps; s && s->feed; s++) {
		const struct feed *f = lookup_feed(modules, s->feed);

		if (f)
			add_feed_body(b, a,
				      arena_printf(a, "feed_%s$%s", s->feed, m->name),
				      s->before, keeps_sql(a, modules, f, s->keeps),
				      s->apply);
	}
	for (const struct task_type *t = m->task_types; t && t->name; t++)
		if (t->automatic) {
			add_body(b, arena_printf(a, "settle_%s", t->name), "", NULL, "",
				 (const struct stmt *const[]){ t->automatic, NULL });
			add_body(b, arena_printf(a, "unsettle_%s", t->name), "", NULL, "",
				 (const struct stmt *const[]){ t->reverse, NULL });
		}
}

/* What a feed does with its staged rows, and what a kind of task settled by a rule does,
 * as functions of the schema, called by its steps alone: scheduled work writes nothing
 * itself. */
static bool add_steps(struct db *db, struct arena *a, const struct module *const *modules,
		      struct err *e)
{
	struct rows none;
	struct buf b;
	bool ok;

	if (!db_run(db, a, &SCHEMA_STEPS_CLEAR, NULL, &none, e))
		return false;
	buf_init(&b, 1 << 18);
	/* Their tables are made by the session that calls them. */
	buf_text(&b, "set check_function_bodies = off;");
	for (const struct module *const *m = modules; *m; m++)
		add_module_steps(&b, a, modules, *m);
	buf_text(&b, "reset check_function_bodies");
	ok = b.full ? ERR(e, ERR_INPUT, "the modules' statements are too long") :
		      db_script(db, b.data, e);
	buf_done(&b);
	return ok;
}

/* Areas the schema counts on: those loaded are written down, forget is the one that shall
 * be none any more. */
static bool know_modules(struct db *db, struct arena *a,
			 const struct module *const *modules, const char *forget,
			 struct err *e)
{
	if (forget && !db_run(db, a, &SCHEMA_MODULE_FORGET, &forget, NULL, e))
		return false;
	for (; *modules; modules++)
		if (!db_run(db, a, &SCHEMA_MODULE, &(*modules)->name, NULL, e))
			return false;
	return true;
}

bool schema_knows_modules(struct db *db, struct arena *a,
			  const struct module *const *modules, struct err *e)
{
	struct rows rows;

	if (!db_run(db, a, &SCHEMA_MODULES, NULL, &rows, e))
		return false;
	for (int i = 0; i < rows.n; i++) {
		const char *name = row_text(&rows, i, 0);
		bool found = false;

		for (const struct module *const *m = modules; *m; m++)
			found |= strcmp((*m)->name, name) == 0;
		if (found)
			continue;
		ERR(e, ERR_SYSTEM,
		    "the module %s is part of this office and was not loaded", name);
		return err_hint(e, "steward doctor says why; if it shall be none any "
				"more: steward migrate --forget %s", name);
	}
	return true;
}

static bool make_functions_of(struct db *db, const struct module *m, int *applied,
			      struct err *e)
{
	return !m->functions || migrate_functions(db, m->name, m->functions, applied, e);
}

/* The core's own make the jobs, to which the others' give rights. */
static bool make_functions(struct db *db, struct arena *a,
			   const struct module *const *modules, int *applied,
			   struct err *e)
{
	if (!make_functions_of(db, modules[0], applied, e))
		return false;
	for (const struct module *const *m = modules; *m; m++)
		if (!write_jobs(db, a, *m, e) ||
		    (m > modules && !make_functions_of(db, *m, applied, e)))
			return false;
	return true;
}

static bool finish(struct db *db, const struct module *const *modules, const char *forget,
		   int *applied, struct err *e)
{
	struct arena *a = arena_new();
	bool ok;

	if (!db_begin(db, e)) {
		arena_free(a);
		return false;
	}
	ok = know_modules(db, a, modules, forget, e) &&
	     schema_knows_modules(db, a, modules, e) &&
	     make_subjects(db, a, modules, e) &&
	     make_functions(db, a, modules, applied, e) && add_steps(db, a, modules, e) &&
	     write_tables(db, a, modules, e) && db_commit(db, e);
	if (!ok)
		db_rollback(db);
	arena_free(a);
	return ok;
}

bool schema_migrate(struct db *db, const struct module *const *modules,
		    const char *forget, int *applied, struct err *e)
{
	*applied = 0;
	if (!db_script(db, "set role steward_owner", e)) {
		ERR(e, ERR_DENIED, "this login may not be the owner of the schema");
		return err_hint(e, "The server's administrator says: grant steward_owner "
				"to LOGIN (from version 16 on: with set true); and "
				"afterwards: revoke steward_owner from LOGIN");
	}
	/* A former function may name a table that core has renamed since; those of today
	 * are checked when they are made. */
	if (!db_script(db, "set check_function_bodies = off", e))
		return false;
	for (const struct module *const *m = modules; *m; m++)
		if (!migrate_module(db, (*m)->name, (*m)->migrations, applied, e))
			return false;
	if (!db_script(db, "reset check_function_bodies", e))
		return false;
	return finish(db, modules, forget, applied, e) && db_script(db, "reset role", e);
}

bool schema_begin(struct db *db, int32_t day, const char *region, struct err *e)
{
	struct arena *a = arena_new();
	const char *param = param_day(a, day);
	bool ok = db_script(db, "set role steward_owner", e) &&
		  db_run(db, a, &SCHEMA_BEGIN, &param, NULL, e) &&
		  db_run(db, a, &SCHEMA_REGION, &region, NULL, e) &&
		  db_script(db, "reset role", e);

	arena_free(a);
	return ok;
}

bool schema_leave(struct db *db, struct err *e)
{
	return db_script(db, "grant steward_admin to current_user; revoke steward_owner "
			 "from current_user", e);
}

bool schema_add_login(struct db *db, const char *login, const char *display,
		      const char *job, const char *region, struct err *e)
{
	struct arena *a = arena_new();
	const char *params[] = { login, display, job, region };
	bool ok = db_run(db, a, &SCHEMA_STAFF_PUT, params, NULL, e);

	arena_free(a);
	return ok;
}

/* What the program records under a number of the module; "" when it has none such.  0:
 * the functions. */
static const char *checksum_of(const struct module *m, int64_t number,
			       char digest[DIGEST_TEXT])
{
	if (number == 0 && m->functions)
		return migrate_functions_digest(m->functions, digest);
	for (const struct migration *k = m->migrations; k && k->number; k++)
		if (k->number == number)
			return digest_bytes(k->sql, strlen(k->sql), digest);
	return "";
}

/* How many of the module's migrations are among the rows; -1 with e when a row is none of
 * them, or another. */
static int count_applied(const struct rows *rows, const struct module *m, struct err *e)
{
	char now[DIGEST_TEXT];
	int n = 0;

	for (int i = 0; i < rows->n; i++) {
		const char *number = row_text(rows, i, SCHEMA_APPLIED_NUMBER);

		if (strcmp(row_text(rows, i, SCHEMA_APPLIED_MODULE), m->name) != 0)
			continue;
		n++;
		if (strcmp(row_text(rows, i, SCHEMA_APPLIED_CHECKSUM),
			   checksum_of(m, row_int(rows, i, SCHEMA_APPLIED_NUMBER),
				       now)) == 0)
			continue;
		if (strcmp(number, "0") == 0) {
			ERR(e, ERR_DB,
			    "the functions of %s in the schema are another program's",
			    m->name);
			err_hint(e, "Run steward migrate --as admin, with the newer "
				 "program of the two.");
			return -1;
		}
		ERR(e, ERR_DB,
		    "the schema was made by another program: %s %s is not of this one",
		    m->name, number);
		err_hint(e, "Use the program that made it, a newer one most likely.");
		return -1;
	}
	return n;
}

bool schema_is_of(const struct rows *rows, const struct module *const *modules,
		  struct err *e)
{
	for (; *modules; modules++) {
		int n = count_applied(rows, *modules, e), all = 0;

		while ((*modules)->migrations && (*modules)->migrations[all].number)
			all++;
		all += (*modules)->functions != NULL;
		if (n < 0)
			return false;
		if (n == all)
			continue;
		ERR(e, ERR_DB,
		    "the schema is older than this program: %d changes of %s are missing",
		    all - n, (*modules)->name);
		return err_hint(e, "Run: steward migrate --as admin");
	}
	return true;
}

bool schema_fits(struct db *db, const struct module *const *modules, struct err *e)
{
	struct arena *a = arena_new();
	struct rows rows;
	bool ok = db_run(db, a, &SCHEMA_APPLIED, NULL, &rows, e) &&
		  schema_is_of(&rows, modules, e);

	arena_free(a);
	return ok;
}
