#include "judge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "adoption.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/date.h"
#include "endings.h"
#include "intake/import.h"
#include "judge/judge_sql.h"
#include "office/facts.h"
#include "office/lookup.h"
#include "office/schema.h"
#include "refresh.h"
#include "sweep.h"
#include "work.h"

#define ROUNDS_MOST 6	/* an automatic effect may make another rule speak, and so on */

/* One run. */
struct run {
	const struct judge_options *o;
	struct judge_counts *n;
	struct db *db;
	struct arena *a;
	struct facts *facts;
	struct rulebook *book;	/* the texts in force on the day */
	struct engine *engine;
	struct engine_options engine_options;
	struct buf failed;	/* names of failed rules as an array literal's inside */
	const char *day;
	int64_t packed;		/* rows to judge by, counted when everyone is judged */
	int unmade;		/* persons whose facts could not be made in this round */
};

static void step(const struct run *r, const char *name)
{
	if (r->o->progress)
		r->o->progress(r->o->ctx, name, 0, 0);
}

static bool run(struct run *r, const struct stmt *s, const char *const *params,
		struct err *e)
{
	return db_run(r->db, r->a, s, params, NULL, e);
}

static const char *setting(struct run *r, const char *name, struct err *e)
{
	struct rows rows;

	if (!db_run(r->db, r->a, &JUDGE_SETTING, &name, &rows, e))
		return NULL;
	return rows.n ? row_text(&rows, 0, 0) : "";
}

/* Remembered, so that a failed rule withdraws nothing, then told. */
static void on_failed(void *ctx, const char *what, int64_t person_id, const char *message)
{
	struct run *r = ctx;

	buf_printf(&r->failed, "%s\"%s\"", r->failed.len ? "," : "", what);
	r->n->failed++;
	if (r->o->failed)
		r->o->failed(r->o->ctx, what, person_id, message);
}

/* From here on no other judge runs beside this one; imports and decisions do. */
static bool open_day(struct run *r, struct err *e)
{
	const char *params[] = { r->o->day == DATE_NONE ? NULL
							: param_day(r->a, r->o->day),
				 r->o->is_forced ? "t" : "f" };
	struct rows rows;

	if (!db_run(r->db, r->a, &JUDGE_OPEN, params, &rows, e))
		return false;
	r->day = row_text(&rows, 0, JUDGE_OPEN_DAY);
	return date_parse(r->day, strlen(r->day), &r->n->day) ||
	       ERR(e, ERR_DB, "the business day \"%s\" is no day", r->day);
}

static bool start_engine(struct run *r, struct err *e)
{
	struct engine_options *o = &r->engine_options;

	r->book = adoption_book(r->db, r->a, r->n->day,
				lookup_module_names(r->a, r->o->modules), e);
	if (!r->book)
		return false;
	*o = (struct engine_options){
		.worker = r->o->worker, .book = r->book, .today = r->n->day,
		.jurisdiction = r->o->jurisdiction,
		.nfacts = r->facts->n, .fact_names = r->facts->names,
		.fact_types = r->facts->types, .failed = on_failed, .ctx = r,
	};
	r->engine = engine_start(o, e);
	return r->engine != NULL;
}

/* Another rule text, an edge of a parameter's validity passed, other modules: everyone
 * anew. */
static bool needs_all(struct run *r, bool *all, bool *rebuilds, struct err *e)
{
	const char *hash = setting(r, "book_hash", e), *edge = setting(r, "next_edge", e);
	const char *columns = setting(r, "fact_columns", e);
	bool is_new, is_edge;
	int32_t day;

	if (!hash || !edge || !columns)
		return false;
	/* The facts of other modules: every row is made anew, whoever was touched. */
	*rebuilds =
	    r->o->rebuilds || (*columns && strcmp(columns, r->facts->columns) != 0);
	is_new = strcmp(hash, r->book->hash) != 0;
	is_edge = date_parse(edge, strlen(edge), &day) && day <= r->n->day;
	*all = r->o->is_full || *rebuilds || is_new || is_edge;
	return (!is_new ||
		adoption_archive(r->db, r->a, r->book, r->engine_options.jurisdiction,
				 r->n->day, e)) &&
	       ((!is_new && !is_edge) || work_load(r->db, r->engine, e));
}

static bool make_facts(struct run *r, bool rebuilds, struct err *e)
{
	struct refresh f = {
		.db = r->db,
		.a = r->a,
		.facts = r->facts,
		.day = r->day,
		.rebuilds = rebuilds,
		.failed = on_failed,
		.ctx = r,
	};
	double start = clock_ms();
	bool ok;

	step(r, "facts");
	ok = refresh_facts(&f, e);
	r->unmade = f.nfailed;
	r->n->refreshed += f.n;
	r->n->facts_ms += clock_ms() - start;
	return ok;
}

static bool count_persons(struct run *r, bool all, int64_t *n, struct err *e)
{
	struct rows rows;

	if (!all && !run(r, &JUDGE_WHO, &r->day, e))
		return false;
	if (!db_run(r->db, r->a, all ? &JUDGE_COUNT_ALL : &JUDGE_COUNT_WHO, NULL, &rows,
		    e))
		return false;
	*n = row_int(&rows, 0, 0);
	r->packed = all ? *n : r->packed;
	if (row_int(&rows, 0, 1) <= *n + (all ? r->unmade : 0))
		return true;
	ERR(e, ERR_DB, "%lld of %s persons have facts to be judged by", (long long)*n,
	    row_text(&rows, 0, 1));
	return err_hint(
	    e, "Their facts were lost; make all of them anew: steward judge --rebuild.");
}

static bool judge_persons(struct run *r, bool all, struct sweep *out, struct err *e)
{
	struct sweep s = {
		.db = r->db, .progress = r->o->progress, .ctx = r->o->ctx, .n = 1,
		.lanes = { { r->engine, "copy checked from stdin (format binary)",
			     "copy found from stdin (format binary)" } },
	};
	double start = clock_ms();
	bool ok;

	step(r, "judge");
	if (!count_persons(r, all, &s.total, e))
		return false;
	s.select = all ? FACTS_STREAM : FACTS_STREAM " join who using (person_id)";
	ok = sweep_run(&s, e);
	*out = s;
	r->n->judged += s.total;
	r->n->changed += s.changed;
	r->n->judge_ms += clock_ms() - start;
	return ok;
}

/* Names of the task types that rules settle alone, as an array literal. */
static const char *automatic_types(struct run *r)
{
	struct buf b;
	const char *s;

	buf_init(&b, 4096);
	buf_text(&b, "{");
	for (const struct module *const *m = r->o->modules; *m; m++)
		for (const struct task_type *t = (*m)->task_types; t && t->name; t++)
			if (t->automatic)
				buf_printf(&b, "%s%s", b.len > 1 ? "," : "", t->name);
	buf_text(&b, "}");
	s = arena_strdup(r->a, b.data);
	buf_done(&b);
	return s;
}

static bool compare(struct run *r, struct err *e)
{
	const char *params[] = {
		r->day, arena_printf(r->a, "{%s}", r->failed.len ? r->failed.data : ""),
		automatic_types(r)
	};

	step(r, "tasks");
	return run(r, &JUDGE_APPLY, params, e);
}

/* n: how many findings rules have settled alone. */
static bool settle(struct run *r, int64_t *n, struct err *e)
{
	for (const struct module *const *m = r->o->modules; *m; m++)
		for (const struct task_type *t = (*m)->task_types; t && t->name; t++) {
			const char *params[] = { t->name, r->day, r->book->hash };
			struct rows rows;

			if (!t->automatic)
				continue;
			if (!db_run(r->db, r->a, &JUDGE_SETTLE, params, &rows, e))
				return false;
			*n += row_int(&rows, 0, JUDGE_SETTLE_N);
		}
	return true;
}

static bool one_round(struct run *r, bool all, bool rebuilds, int64_t *automatic,
		      struct err *e)
{
	struct sweep s;
	double start;
	bool ok;

	if (!run(r, &JUDGE_ROUND, NULL, e) || !make_facts(r, rebuilds, e) ||
	    !judge_persons(r, all, &s, e))
		return false;
	start = clock_ms();
	*automatic = 0;
	ok = endings_find(r->db, r->a, r->engine, &r->engine_options,
			  lookup_module_names(r->a, r->o->modules), e) &&
	     compare(r, e) && (s.changed == 0 || settle(r, automatic, e)) &&
	     run(r, &JUDGE_UNTOUCH, NULL, e);
	r->n->tasks_ms += clock_ms() - start;
	r->n->automatic += *automatic;
	return ok;
}

static bool all_rounds(struct run *r, bool all, bool rebuilds, struct err *e)
{
	int64_t automatic = 1;

	for (int i = 0; automatic && i < ROUNDS_MOST; i++) {
		if (i > 0 && !db_script(r->db, "drop table if exists todo, who", e))
			return false;
		if (!one_round(r, all && i == 0, rebuilds && i == 0, &automatic, e))
			return false;
	}
	return true;
}

static bool remember(struct run *r, struct err *e)
{
	int32_t edge = engine_next_edge(r->engine);
	const char *params[] = { r->day, r->book->hash, r->facts->columns,
				 edge == DATE_NONE ? NULL : param_day(r->a, edge),
				 r->packed ? param_int(r->a, r->packed) : NULL };
	struct rows rows;

	if (!run(r, &JUDGE_CLOSE, params, e) ||
	    !db_run(r->db, r->a, &JUDGE_COUNTS, NULL, &rows, e))
		return false;
	r->n->open_tasks = row_int(&rows, 0, JUDGE_COUNTS_OPEN_TASKS);
	if (!r->n->was_full)
		return true;
	if (!db_run(r->db, r->a, &JUDGE_COUNT_FINDINGS, NULL, &rows, e))
		return false;
	r->n->findings = row_int(&rows, 0, JUDGE_COUNT_FINDINGS_FINDINGS);
	return true;
}

static bool run_all(struct run *r, struct err *e)
{
	bool all, rebuilds;

	/* A clerk's decision in progress is waited for, not run away from. */
	if (!db_script(r->db,
		       "set local work_mem = '256MB'; set local lock_timeout = '5min'",
		       e) ||
	    !open_day(r, e) || !schema_knows_modules(r->db, r->a, r->o->modules, e) ||
	    !start_engine(r, e) || !import_accepted(r->db, r->o->modules, e) ||
	    !needs_all(r, &all, &rebuilds, e))
		return false;
	r->n->was_full = all;
	return all_rounds(r, all, rebuilds, e) && remember(r, e);
}

bool judge_run(struct db *db, const struct judge_options *o, struct judge_counts *n,
	       struct err *e)
{
	struct run r = { .o = o, .n = n, .db = db };
	bool ok;

	memset(n, 0, sizeof(*n));
	if (!db_begin(db, e))
		return false;
	r.a = arena_new();
	r.facts = facts_of(r.a, o->modules);
	buf_init(&r.failed, 65536);
	ok = run_all(&r, e);
	if (ok)
		ok = db_commit(db, e);
	else
		db_rollback(db);
	engine_stop(r.engine);
	buf_done(&r.failed);
	arena_free(r.a);
	return ok;
}
