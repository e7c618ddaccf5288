#include "judge.h"

#include <stdlib.h>
#include <string.h>

#include "adoption.h"
#include "askings.h"
#include "base/date.h"
#include "endings.h"
#include "finders.h"
#include "judge/judge_sql.h"
#include "office/lookup.h"
#include "office/schema.h"
#include "facts/subject.h"
#include "round.h"
#include "work.h"

static const char *setting(struct judging *r, const char *name, struct err *e)
{
	struct rows rows;

	if (!db_run(r->db, r->a, &JUDGE_SETTING, &name, &rows, e))
		return NULL;
	return rows.n ? row_text(&rows, 0, 0) : "";
}

static bool ask_day(struct db *db, struct arena *a, const struct stmt *stmt,
		    const struct judge_options *o, struct rows *rows, struct err *e)
{
	const char *params[] = { o->day == DATE_NONE ? NULL : param_day(a, o->day),
				 o->is_forced ? "t" : "f" };

	return db_run(db, a, stmt, params, rows, e);
}

bool judge_may(struct db *db, struct arena *a, const struct judge_options *o,
	       struct err *e)
{
	struct rows rows;

	return ask_day(db, a, &JUDGE_DAY, o, &rows, e);
}

/* From here on no other judge runs beside this one; imports and decisions do. */
static bool open_day(struct judging *r, struct err *e)
{
	struct rows rows;

	if (!ask_day(r->db, r->a, &JUDGE_OPEN, r->o, &rows, e))
		return false;
	r->day = row_text(&rows, 0, JUDGE_OPEN_DAY);
	return date_parse(r->day, strlen(r->day), &r->n->day) ||
	       ERR(e, ERR_DB, "the business day \"%s\" is not a day", r->day);
}

/* How rows are packed, and the columns of all subjects: with others every row is made
 * anew. */
static const char *all_columns(struct judging *r)
{
	const struct subject *s;
	const char *out = "packed by bytes";

	for (int i = 0; (s = subject_at(r->o->modules, i)); i++)
		out = arena_printf(r->a, "%s; %s: %s", out, s->name,
				   facts_of(r->a, r->o->modules, s)->columns);
	return out;
}

/* Another rule text, an edge of a parameter's validity passed, other modules: everyone
 * anew. */
static bool needs_all(struct judging *r, struct engine *engine, struct err *e)
{
	const char *hash = setting(r, "book_hash", e), *edge = setting(r, "next_edge", e);
	const char *columns = setting(r, "fact_columns", e);
	bool is_new, is_edge;
	int32_t day;

	if (!hash || !edge || !columns)
		return false;
	r->rebuilds =
	    r->o->rebuilds || (*columns && strcmp(columns, all_columns(r)) != 0);
	is_new = strcmp(hash, r->book->hash) != 0;
	is_edge = date_parse(edge, strlen(edge), &day) && day <= r->n->day;
	r->all = r->o->is_full || r->rebuilds || is_new || is_edge;
	return (!is_new || adoption_archive(r->db, r->a, r->book, r->o->jurisdiction,
					    r->n->day, e)) &&
	       ((!is_new && !is_edge) || work_load(r->db, engine, e));
}

static bool remember(struct judging *r, struct engine *engine, struct err *e)
{
	int32_t edge = engine_next_edge(engine);
	const char *params[] = { r->day, r->book->hash, all_columns(r),
				 edge == DATE_NONE ? NULL : param_day(r->a, edge) };
	struct rows rows;

	if (!db_run(r->db, r->a, &JUDGE_CLOSE, params, NULL, e) ||
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

/* Person comes first: whoever follows him is touched by then. */
static bool judge_subjects(struct judging *r, struct engine *engine, struct err *e)
{
	const struct subject *s;

	for (int i = 0; (s = subject_at(r->o->modules, i)); i++)
		if (!round_subject(r, facts_of(r->a, r->o->modules, s), i ? NULL : engine,
				   e))
			return false;
	return true;
}

static bool keep_endings(struct judging *r, struct engine *engine,
			 const struct engine_options *options, struct err *e)
{
	return endings_keep(r->db, r->a, engine, options,
			    lookup_module_names(r->a, r->o->modules), e);
}

static bool judge_all(struct judging *r, struct engine *engine,
		      const struct engine_options *options, struct err *e)
{
	if (!needs_all(r, engine, e))
		return false;
	r->n->was_full = r->all;
	return judge_subjects(r, engine, e) && keep_endings(r, engine, options, e) &&
	       askings_run(r, engine, e) && finders_run(r, e) &&
	       remember(r, engine, e);
}

static bool run_all(struct judging *r, struct err *e)
{
	struct engine_options options;
	struct engine *engine;
	bool ok;

	/* A clerk's decision in progress is waited for, not run away from. */
	if (!db_script(r->db,
		       "set local work_mem = '256MB'; set local lock_timeout = '5min'",
		       e) ||
	    !open_day(r, e) || !schema_knows_modules(r->db, r->a, r->o->modules, e))
		return false;
	r->book = adoption_book(r->db, r->a, r->n->day,
				lookup_module_names(r->a, r->o->modules), e);
	if (!r->book)
		return false;
	engine =
	    round_engine(r, facts_of(r->a, r->o->modules, subject_at(r->o->modules, 0)),
			 &options, e);
	ok = engine && judge_all(r, engine, &options, e);
	engine_stop(engine);
	return ok;
}

bool judge_run(struct db *db, const struct judge_options *o, struct judge_counts *n,
	       struct err *e)
{
	struct judging r = { .o = o, .n = n, .db = db };
	bool ok;

	memset(n, 0, sizeof(*n));
	if (!db_begin(db, e))
		return false;
	r.a = arena_new();
	buf_init(&r.failed, 65536);
	ok = run_all(&r, e);
	if (ok)
		ok = db_commit(db, e);
	else
		db_rollback(db);
	buf_done(&r.failed);
	arena_free(r.a);
	return ok;
}
