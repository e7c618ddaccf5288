#include "rehearse.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "adoption.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/date.h"
#include "judge/adoption_sql.h"
#include "judge/rehearse_sql.h"
#include "facts/facts.h"
#include "office/lookup.h"
#include "facts/subject.h"
#include "sweep.h"
#include "work.h"

struct run {
	const struct rehearse_options *o;
	struct rehearsed *all, *out;	/* of all days, of the day in progress */
	struct db *db;
	struct arena *a;
	struct rulebook *books[SWEEP_LANES];
	struct engine_options options[SWEEP_LANES];
	struct engine *engines[SWEEP_LANES];
	const struct rulebook *first;	/* the book in force on the first day */
	const char *base_hash, *totals;	/* of the first day */
	uint64_t facts, first_facts;
	struct buf later;		/* the results of later days, as JSON */
	struct buf told;	/* names of what has failed */
	bool has_failed;
};

/* The engines of several subjects load the same texts: what one has said is not told
 * again. */
static void tell_failed(struct run *r, const char *what, int64_t id, const char *message)
{
	if ((sweep_is_news(&r->told, what) || id != 0) && r->o->failed)
		r->o->failed(r->o->ctx, what, id, message);
}

/* A text in force may fail, and is told; one of the draft that does is none to adopt. */
static void on_base_failed(void *ctx, const char *what, int64_t id, const char *message)
{
	tell_failed(ctx, what, id, message);
}

static void on_failed(void *ctx, const char *what, int64_t id, const char *message)
{
	struct run *r = ctx;

	r->has_failed = true;
	tell_failed(r, arena_printf(r->a, "%s", what), id, message);
}

static bool start(struct run *r, int32_t day, struct err *e)
{
	const char *params[] = { param_day(r->a, day), r->o->region };
	struct rows rows;

	if (!db_run(r->db, r->a, &REHEARSE_START, params, &rows, e))
		return false;
	snprintf(r->out->day, sizeof(r->out->day), "%s",
		 row_text(&rows, 0, REHEARSE_START_DAY));
	if (r->out == r->all)
		r->base_hash = row_text(&rows, 0, REHEARSE_START_BASE_HASH);
	r->out->persons = row_int(&rows, 0, REHEARSE_START_PERSONS);
	r->out->unjudged = row_int(&rows, 0, REHEARSE_START_UNJUDGED);
	if (r->out->persons == row_int(&rows, 0, REHEARSE_START_REGISTERED))
		return true;
	ERR(e, ERR_DB, "%lld of %s persons have facts to be judged by",
	    (long long)r->out->persons, row_text(&rows, 0, REHEARSE_START_REGISTERED));
	return err_hint(e, "Run steward judge first; if it stays so: steward judge "
			"--rebuild.");
}

static bool unknown_place(const char *path, struct err *e)
{
	ERR(e, ERR_USAGE, "\"%s\" is of no module that is loaded", path);
	return err_hint(e, "A draft lies below a folder parameters/, calculations/ or "
			"rules/MODULE/.");
}

/* A text that is scheduled for a later day takes the place of the draft's then. */
static bool is_superseded(const struct rulebook *first, const struct rulebook *now,
			  const char *path)
{
	const struct rule_file *was = rulebook_find(first, path),
			       *is = rulebook_find(now, path);

	return !was != !is || (was && strcmp(was->hash, is->hash) != 0);
}

bool rehearse_books(struct db *db, struct arena *a, const struct rehearse_options *o,
		    int32_t day, const struct rulebook **first, struct rulebook **books,
		    struct err *e)
{
	const char *const *modules = lookup_module_names(a, o->modules);
	struct rulebook *draft = rulebook_new(a);

	books[0] = adoption_book(db, a, day, modules, e);
	if (!books[0])
		return false;
	*first = *first ? *first : books[0];
	for (int i = 0; i < o->draft->n; i++) {
		const struct rule_file *f = &o->draft->files[i];

		if (!rulebook_kind(modules, f->path))
			return unknown_place(f->path, e);
		if (!is_superseded(*first, books[0], f->path))
			rulebook_put(draft, f);
	}
	books[1] = rulebook_drafted(a, books[0], draft);
	return true;
}

static bool make_books(struct run *r, int32_t day, struct err *e)
{
	if (!rehearse_books(r->db, r->a, r->o, day, &r->first, r->books, e))
		return false;
	if (strcmp(r->books[0]->hash, r->books[1]->hash) != 0 || r->out != r->all)
		return true;
	ERR(e, ERR_USAGE, "the draft is what is in force already");
	return err_hint(e, "Change the text first; steward rules diff PATH shows the "
			"difference.");
}

/* A task of a kind that no module has could be opened, and never be closed. */
static bool check_types(struct run *r, struct err *e)
{
	const struct engine_rule *rules;
	int n = engine_rules(r->engines[1], &rules);
	struct rows rows;

	for (int i = 0; i < n; i++) {
		const char *params[] = { rules[i].type };

		if (!db_run(r->db, r->a, &REHEARSE_TYPE, params, &rows, e))
			return false;
		if (row_int(&rows, 0, REHEARSE_TYPE_N) == 0)
			return ERR(e, ERR_RULE, "%s: there is no kind of task \"%s\"",
				   rules[i].id, rules[i].type);
	}
	return true;
}

static bool start_engines(struct run *r, const struct facts *f, int32_t day,
			  struct err *e)
{
	for (int i = 0; i < SWEEP_LANES; i++) {
		r->options[i] = (struct engine_options){
			.worker = r->o->worker,
			.book = r->books[i],
			.today = day,
			.jurisdiction = r->o->jurisdiction,
			.failed = i ? on_failed : on_base_failed,
			.ctx = r,
		};
		facts_tell(f, &r->options[i]);
		r->engines[i] = engine_start(&r->options[i], e);
		if (!r->engines[i])
			return false;
	}
	return work_is_there(r->engines[1], e) && check_types(r, e);
}

static void stop_engines(struct run *r)
{
	for (int i = 0; i < SWEEP_LANES; i++) {
		engine_stop(r->engines[i]);
		r->engines[i] = NULL;
	}
}

/* Rows of a subject in the area asked for, as the sweep reads them. */
static const char *rows_sql(struct run *r, const struct facts *f, const char *columns)
{
	const char *where = "";

	if (r->o->region)
		where = arena_printf(r->a, " where region_code::text like '%lld%%'",
				     strtoll(r->o->region, NULL, 10));
	return arena_printf(r->a, "select %s from %s_pack%s", columns, f->subject->name,
			    where);
}

static bool sweep(struct run *r, const struct facts *f, struct err *e)
{
	struct sweep s = {
		.db = r->db,
		.total = r->out->persons,
		.n = SWEEP_LANES,
		.lanes = { { r->engines[0], NULL, SWEEP_FOUND },
			   { r->engines[1], NULL, SWEEP_INTO("found_draft") } },
		.progress = r->o->progress,
		.ctx = r->o->ctx,
		.stop = r->o->stop,
	};

	s.select = rows_sql(r, f,
			    arena_printf(r->a, "%s_id, null::bigint, body, region_code",
					 f->subject->name));
	if (!sweep_run(&s, e))
		return false;
	r->facts ^= s.facts;
	return db_run(r->db, r->a, subject_stmt(r->a, &REHEARSE_SAY, f->subject), NULL,
		      NULL, e) &&
	       db_script(r->db, "truncate found, found_draft", e);
}

/* Two workers that read both books judge a subject that has rows.  Persons come first and
 * always: a text that cannot be loaded is refused there.  What a rule of another subject
 * lacks was found by the checker before. */
static bool judge_subject(struct run *r, const struct subject *subject, int32_t day,
			  struct err *e)
{
	const struct facts *f = facts_of(r->a, r->o->modules, subject);
	const struct stmt any = {
		.name = "rehearse_any",
		.text = arena_printf(r->a, "select exists (%s)", rows_sql(r, f, "")),
	};
	struct rows rows;
	bool ok;

	if (strcmp(subject->name, SUBJECT_PERSON) != 0) {
		if (!db_run(r->db, r->a, &any, NULL, &rows, e))
			return false;
		if (row_text(&rows, 0, 0)[0] != 't')
			return true;
	}
	ok = start_engines(r, f, day, e) && sweep(r, f, e);
	stop_engines(r);
	return ok;
}

static bool sweep_subjects(struct run *r, int32_t day, struct err *e)
{
	const struct subject *s;

	if (!db_run(r->db, r->a, &REHEARSE_FOUND, NULL, NULL, e) ||
	    !db_run(r->db, r->a, &REHEARSE_FOUND_DRAFT, NULL, NULL, e) ||
	    !db_run(r->db, r->a, &REHEARSE_SAID, NULL, NULL, e))
		return false;
	for (int i = 0; (s = subject_at(r->o->modules, i)); i++)
		if (!judge_subject(r, s, day, e))
			return false;
	if (!r->has_failed)
		return true;
	ERR(e, ERR_RULE,
	    "the draft was not rehearsed: a text of it was refused or failed");
	return err_hint(e, "steward rules check and steward rules test find it without "
			"the city.");
}

static const char *draft_json(struct run *r)
{
	struct buf b;
	const char *s;

	buf_init(&b, 1 << 16);
	for (int i = 0; i < r->o->draft->n; i++)
		buf_printf(&b, "%s\"%s\": \"%s\"", i ? ", " : "{",
			   r->o->draft->files[i].path, r->o->draft->files[i].hash);
	buf_text(&b, "}");
	s = arena_strdup(r->a, b.data);
	buf_done(&b);
	return s;
}

static bool read_totals(struct run *r, struct rows *rows, struct err *e)
{
	struct rehearsed *n = r->out;
	const char *day = n->day;
	struct rows budget;

	if (!db_run(r->db, r->a, &REHEARSE_RESULT, NULL, rows, e) ||
	    !db_run(r->db, r->a, &REHEARSE_BUDGET, &day, &budget, e))
		return false;
	snprintf(n->result_hash, sizeof(n->result_hash), "%s", row_text(rows, 0, 0));
	n->arises = row_int(rows, 0, REHEARSE_RESULT_ARISES);
	n->vanishes = row_int(rows, 0, REHEARSE_RESULT_VANISHES);
	n->changes = row_int(rows, 0, REHEARSE_RESULT_CHANGES);
	n->touched = row_int(rows, 0, REHEARSE_RESULT_PERSONS);
	n->gains = row_int(rows, 0, REHEARSE_RESULT_GAINS);
	n->loses = row_int(rows, 0, REHEARSE_RESULT_LOSES);
	n->monthly_fen = row_int(rows, 0, REHEARSE_RESULT_MONTHLY_FEN);
	n->budget_fen = row_int(&budget, 0, 0);
	return true;
}

/* One row a day.  A later day's belongs to the first day's, which has the results of
 * all. */
static bool record(struct run *r, const struct rehearsed *day, const char *totals,
		   uint64_t facts, const char *more, struct err *e)
{
	int64_t checks = day != r->all		 ? r->all->id
			 : r->o->is_withdrawal && !r->o->checks ? day->id
								: r->o->checks;
	const char *params[11];

	params[0] = param_int(r->a, day->id);
	params[1] = day->day;
	params[2] = day->draft_hash;
	params[3] = r->base_hash;
	params[4] = draft_json(r);
	params[5] = r->o->region;
	params[6] = arena_printf(r->a, "%016llx", (unsigned long long)facts);
	params[7] = day->result_hash;
	params[8] = totals;
	params[9] = checks ? param_int(r->a, checks) : NULL;
	params[10] = more;
	return db_run(r->db, r->a, &REHEARSE_RECORD, params, NULL, e);
}

static bool archive(struct run *r, struct err *e)
{
	for (int i = 0; i < r->o->draft->n; i++) {
		const struct rule_file *f = &r->o->draft->files[i];
		const char *text[] = { f->hash, f->path, f->text };

		if (f->hash[0] && !db_run(r->db, r->a, &ADOPTION_ARCHIVE, text, NULL, e))
			return false;
	}
	return true;
}

static bool keep(struct run *r, struct err *e)
{
	const char *params[] = { NULL, r->out->day };
	struct rows rows;

	if (!db_run(r->db, r->a, &REHEARSE_ID, NULL, &rows, e))
		return false;
	r->out->id = row_int(&rows, 0, 0);
	memcpy(r->out->draft_hash, r->o->draft->hash, DIGEST_TEXT);
	params[0] = param_int(r->a, r->out->id);
	if (!db_run(r->db, r->a, &REHEARSE_ANALYZE, NULL, NULL, e) ||
	    !db_run(r->db, r->a, &REHEARSE_COMPARE, params, NULL, e) ||
	    !db_run(r->db, r->a, &REHEARSE_KEEP, NULL, NULL, e) ||
	    !read_totals(r, &rows, e) ||
	    !db_script(r->db, "drop table found, found_draft, said, changed", e))
		return false;
	if (r->out != r->all) {
		buf_printf(&r->later, "%s\"%s\": \"%s\"", r->later.len ? ", " : "",
			   r->out->day, r->out->result_hash);
		return record(r, r->out, row_text(&rows, 0, REHEARSE_RESULT_TOTALS),
			      r->facts, "{}", e);
	}
	r->totals = arena_strdup(r->a, row_text(&rows, 0, REHEARSE_RESULT_TOTALS));
	r->first_facts = r->facts;
	return archive(r, e);
}

static bool run_day(struct run *r, int i, struct err *e)
{
	int32_t day = r->o->days[i];

	r->out = &r->all[i];
	r->facts = 0;
	if (!start(r, day, e) || !make_books(r, day, e))
		return false;
	return strcmp(r->books[0]->hash, r->books[1]->hash) == 0 ||
	       (sweep_subjects(r, day, e) && keep(r, e));
}

/* The first day's row is written last, for it names the others. */
static bool run(struct run *r, struct err *e)
{
	if (!db_script(r->db, "set transaction isolation level repeatable read", e))
		return false;
	for (int i = 0; i < r->o->ndays; i++)
		if (!run_day(r, i, e))
			return false;
	return record(r, r->all, r->totals, r->first_facts,
		      r->later.len ? arena_printf(r->a, "{\"days\": {%s}}", r->later.data)
				   : "{}",
		      e);
}

bool rehearse_run(struct db *db, const struct rehearse_options *o, struct rehearsed *out,
		  struct err *e)
{
	struct run r = { .o = o, .all = out, .db = db };
	double start_ms = clock_ms();
	bool ok;

	memset(out, 0, sizeof(*out) * (size_t)o->ndays);
	if (!db_begin(db, e))
		return false;
	r.a = arena_new();
	buf_init(&r.told, 1 << 16);
	buf_init(&r.later, 1 << 16);
	ok = run(&r, e);
	ok = ok && db_commit(db, e);
	if (!ok)
		db_rollback(db);
	buf_done(&r.told);
	buf_done(&r.later);
	arena_free(r.a);
	out->ms = clock_ms() - start_ms;
	return ok;
}
