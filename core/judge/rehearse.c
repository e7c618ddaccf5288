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
	struct rehearsed *out;
	struct db *db;
	struct arena *a;
	struct rulebook *books[SWEEP_LANES];
	struct engine_options options[SWEEP_LANES];
	struct engine *engines[SWEEP_LANES];
	const char *base_hash;
	uint64_t facts;
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

static bool start(struct run *r, struct err *e)
{
	const char *params[] = {
		r->o->day == DATE_NONE ? NULL : param_day(r->a, r->o->day), r->o->region
	};
	struct rows rows;

	if (!db_run(r->db, r->a, &REHEARSE_START, params, &rows, e))
		return false;
	snprintf(r->out->day, sizeof(r->out->day), "%s",
		 row_text(&rows, 0, REHEARSE_START_DAY));
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

/* The book in force, and the same with the draft's texts in their places. */
static bool make_books(struct run *r, int32_t day, struct err *e)
{
	const char *const *modules = lookup_module_names(r->a, r->o->modules);

	r->books[0] = adoption_book(r->db, r->a, day, modules, e);
	if (!r->books[0])
		return false;
	r->books[1] = r->books[0];
	for (int i = 0; i < r->o->draft->n; i++) {
		const struct rule_file *f = &r->o->draft->files[i];

		if (!rulebook_kind(modules, f->path))
			return unknown_place(f->path, e);
		r->books[1] = rulebook_with(r->a, r->books[1], f);
	}
	if (strcmp(r->books[0]->hash, r->books[1]->hash) != 0)
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
	const char *where = "";

	if (r->o->region)
		where = arena_printf(r->a, " where region_code::text like '%lld%%'",
				     strtoll(r->o->region, NULL, 10));
	s.select = arena_printf(r->a, "select %1$s_id, null::bigint, body, region_code "
				"from %1$s_pack%2$s", f->subject->name, where);
	if (!sweep_run(&s, e))
		return false;
	r->facts ^= s.facts;
	return db_run(r->db, r->a, subject_stmt(r->a, &REHEARSE_SAY, f->subject), NULL,
		      NULL, e) &&
	       db_script(r->db, "truncate found, found_draft", e);
}

static bool sweep_subjects(struct run *r, int32_t day, struct err *e)
{
	const struct subject *s;

	if (!db_run(r->db, r->a, &REHEARSE_FOUND, NULL, NULL, e) ||
	    !db_run(r->db, r->a, &REHEARSE_FOUND_DRAFT, NULL, NULL, e) ||
	    !db_run(r->db, r->a, &REHEARSE_SAID, NULL, NULL, e))
		return false;
	for (int i = 0; (s = subject_at(r->o->modules, i)); i++) {
		const struct facts *f = facts_of(r->a, r->o->modules, s);
		bool ok = start_engines(r, f, day, e) && sweep(r, f, e);

		stop_engines(r);
		if (!ok)
			return false;
	}
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

static bool record(struct run *r, struct err *e)
{
	struct rows rows;
	const char *params[10];

	if (!read_totals(r, &rows, e))
		return false;
	memcpy(r->out->draft_hash, r->o->draft->hash, DIGEST_TEXT);
	params[0] = param_int(r->a, r->out->id);
	params[1] = r->out->day;
	params[2] = r->out->draft_hash;
	params[3] = r->base_hash;
	params[4] = draft_json(r);
	params[5] = r->o->region;
	params[6] = arena_printf(r->a, "%016llx", (unsigned long long)r->facts);
	params[7] = r->out->result_hash;
	params[8] = row_text(&rows, 0, REHEARSE_RESULT_TOTALS);
	params[9] = r->o->checks ? param_int(r->a, r->o->checks) : NULL;
	return db_run(r->db, r->a, &REHEARSE_RECORD, params, NULL, e);
}

static bool keep(struct run *r, struct err *e)
{
	const char *params[] = { NULL, r->out->day };
	struct rows rows;

	if (!db_run(r->db, r->a, &REHEARSE_ID, NULL, &rows, e))
		return false;
	r->out->id = row_int(&rows, 0, 0);
	params[0] = param_int(r->a, r->out->id);
	for (int i = 0; i < r->o->draft->n; i++) {
		const struct rule_file *f = &r->o->draft->files[i];
		const char *text[] = { f->hash, f->path, f->text };

		if (!db_run(r->db, r->a, &ADOPTION_ARCHIVE, text, NULL, e))
			return false;
	}
	return db_run(r->db, r->a, &REHEARSE_ANALYZE, NULL, NULL, e) &&
	       db_run(r->db, r->a, &REHEARSE_COMPARE, params, NULL, e) &&
	       db_run(r->db, r->a, &REHEARSE_KEEP, NULL, NULL, e) && record(r, e);
}

static bool run(struct run *r, struct err *e)
{
	int32_t day = DATE_NONE;

	if (!db_script(r->db, "set transaction isolation level repeatable read", e) ||
	    !start(r, e))
		return false;
	date_parse(r->out->day, strlen(r->out->day), &day);
	return make_books(r, day, e) && sweep_subjects(r, day, e) && keep(r, e);
}

bool rehearse_run(struct db *db, const struct rehearse_options *o, struct rehearsed *out,
		  struct err *e)
{
	struct run r = { .o = o, .out = out, .db = db };
	double start_ms = clock_ms();
	bool ok;

	memset(out, 0, sizeof(*out));
	if (!db_begin(db, e))
		return false;
	r.a = arena_new();
	buf_init(&r.told, 1 << 16);
	ok = run(&r, e);
	ok = ok && db_commit(db, e);
	if (!ok)
		db_rollback(db);
	buf_done(&r.told);
	arena_free(r.a);
	out->ms = clock_ms() - start_ms;
	return ok;
}
