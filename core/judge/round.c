#include "round.h"

#include <sched.h>
#include <string.h>

#include "base/clock.h"
#include "judge/judge_sql.h"
#include "facts/subject.h"
#include "refresh.h"
#include "sweep.h"

#define ROUNDS_MOST 6	/* an automatic effect may make another rule speak, and so on */
#define SECOND_LANE 20000	/* rows from which a second worker is worth its start */

/* A subject in its turn. */
struct turn {
	struct judging *r;
	const struct facts *facts;
	struct engine *engine, *own;	/* who judges; the one this turn has started */
	struct engine_options o;	/* of its own one */
	bool all, rebuilds;
	int unmade;		/* those whose facts could not be made in this round */
	int64_t packed;		/* rows to judge by, counted when all are judged */
};

void run_step(const struct judging *r, const char *name)
{
	if (r->o->progress)
		r->o->progress(r->o->ctx, name, 0, 0);
}

static bool ask(struct turn *t, const struct stmt *s, const char *const *params,
		struct rows *rows, struct err *e)
{
	return db_run(t->r->db, t->r->a, subject_stmt(t->r->a, s, t->facts->subject),
		      params, rows, e);
}

/* Remembered, so that a failed rule withdraws nothing, then told. */
static void on_failed(void *ctx, const char *what, int64_t id, const char *message)
{
	struct judging *r = ctx;

	/* Several engines load the same texts; each row of facts is one of its own. */
	if (!sweep_is_news(&r->failed, what) &&
	    (id == 0 || strcmp(what, WIRE_FACTS) != 0))
		return;
	r->n->failed++;
	if (r->o->failed)
		r->o->failed(r->o->ctx, what, id, message);
}

struct engine *round_engine(struct judging *r, const struct facts *f,
			    struct engine_options *o, struct err *e)
{
	*o = (struct engine_options){
		.worker = r->o->worker, .book = r->book, .today = r->n->day,
		.jurisdiction = r->o->jurisdiction, .failed = on_failed, .ctx = r,
	};
	facts_tell(f, o);
	return engine_start(o, e);
}

static bool make_facts(struct turn *t, struct err *e)
{
	struct judging *r = t->r;
	struct refresh f = {
		.db = r->db, .a = r->a, .modules = r->o->modules, .facts = t->facts,
		.day = r->day, .everyone = t->rebuilds, .repacks = t->rebuilds,
		.failed = on_failed, .ctx = r,
	};
	double start = clock_ms();
	bool ok;

	run_step(r, "facts");
	ok = refresh_facts(&f, e);
	t->all |= f.everyone;
	r->finds_all |= t->all;
	t->unmade = f.nfailed;
	r->n->refreshed += f.n;
	r->n->facts_ms += clock_ms() - start;
	return ok;
}

static const char *packed_setting(const struct turn *t)
{
	return arena_printf(t->r->a, "packed.%s", t->facts->subject->name);
}

/* n: how many are judged; news: how many of them have other facts than before. */
static bool count(struct turn *t, int64_t *n, int64_t *news, struct err *e)
{
	const char *setting = packed_setting(t);
	struct rows rows;

	if (!t->all && !ask(t, &JUDGE_WHO, &t->r->day, NULL, e))
		return false;
	if (!ask(t, t->all ? &JUDGE_COUNT_ALL : &JUDGE_COUNT_WHO,
		 t->all ? &setting : NULL, &rows, e))
		return false;
	*n = row_int(&rows, 0, 0);
	*news = row_int(&rows, 0, 2);
	t->packed = t->all ? *n : 0;
	if (row_int(&rows, 0, 1) <= *n + (t->all ? t->unmade : 0))
		return true;
	ERR(e, ERR_DB, "%lld of %s persons have facts to be judged by", (long long)*n,
	    row_text(&rows, 0, 1));
	return err_hint(e, "Their facts were lost; make all of them anew: steward judge "
			"--rebuild.");
}

static bool has_two_processors(void)
{
	cpu_set_t ours;

	return sched_getaffinity(0, sizeof(ours), &ours) == 0 && CPU_COUNT(&ours) > 1;
}

/* Many rows are shared by two workers where there is a processor for each; without rows
 * none has to read the book. */
static bool sweep_rows(struct turn *t, struct sweep *s, struct err *e)
{
	struct engine_options o;
	bool ok = true;

	if (s->total == 0)
		return true;
	if (!t->engine)
		t->engine = t->own = round_engine(t->r, t->facts, &t->o, e);
	if (!t->engine)
		return false;
	s->lanes[0].engine = t->engine;
	if (s->total >= SECOND_LANE && has_two_processors()) {
		s->lanes[1] = s->lanes[0];
		s->lanes[1].engine = round_engine(t->r, t->facts, &o, e);
		s->apart = ok = s->lanes[1].engine;
		s->n = 2;
	}
	ok = ok && sweep_run(s, e);
	if (s->n == 2)
		engine_stop(s->lanes[1].engine);
	return ok;
}

static bool judge_rows(struct turn *t, struct sweep *out, struct err *e)
{
	struct judging *r = t->r;
	struct sweep s = {
		.db = r->db, .progress = r->o->progress, .ctx = r->o->ctx, .n = 1,
		.lanes = { { NULL, SWEEP_CHECKED, SWEEP_FOUND } },
	};
	double start = clock_ms();
	int64_t news;
	bool ok;

	run_step(r, "judge");
	if (!count(t, &s.total, &news, e))
		return false;
	s.select = facts_stream(r->a, t->facts, news > 0, !t->all);
	ok = sweep_rows(t, &s, e);
	*out = s;
	*(strcmp(t->facts->subject->name, SUBJECT_PERSON) == 0 ? &r->n->judged
							       : &r->n->others) +=
	    s.total;
	r->n->changed += s.changed;
	r->n->judge_ms += clock_ms() - start;
	return ok;
}

/* Names of the task types that rules settle alone, as an array literal. */
static const char *automatic_types(struct judging *r)
{
	const char *out = "";

	for (const struct module *const *m = r->o->modules; *m; m++)
		for (const struct task_type *t = (*m)->task_types; t && t->name; t++)
			if (t->automatic)
				out = arena_printf(r->a, "%s%s%s", out, *out ? "," : "",
						   t->name);
	return arena_printf(r->a, "{%s}", out);
}

static bool compare(struct turn *t, struct err *e)
{
	struct judging *r = t->r;
	const char *params[] = {
		t->facts->subject->name, r->day,
		arena_printf(r->a, "{%s}", r->failed.len ? r->failed.data : ""),
		automatic_types(r)
	};

	run_step(r, "tasks");
	return ask(t, &JUDGE_APPLY, params, NULL, e);
}

/* n: how many findings rules have settled alone. */
static bool settle(struct judging *r, int64_t *n, struct err *e)
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

static bool one_round(struct turn *t, int64_t *automatic, struct err *e)
{
	const char *subject = t->facts->subject->name;
	struct sweep s;
	double start;
	bool ok;

	if (!ask(t, &JUDGE_ROUND, &subject, NULL, e) || !make_facts(t, e) ||
	    !judge_rows(t, &s, e))
		return false;
	start = clock_ms();
	*automatic = 0;
	ok = compare(t, e) && (s.changed == 0 || settle(t->r, automatic, e)) &&
	     ask(t, &JUDGE_UNTOUCH, &subject, NULL, e);
	t->r->n->tasks_ms += clock_ms() - start;
	t->r->n->automatic += *automatic;
	return ok;
}

static bool all_rounds(struct turn *t, struct err *e)
{
	int64_t automatic = 1;

	for (int i = 0; automatic && i < ROUNDS_MOST; i++) {
		if (i > 0)
			t->all = t->rebuilds = false;
		if (!one_round(t, &automatic, e) ||
		    !db_script(t->r->db, "drop table if exists todo, who", e))
			return false;
		if (t->packed) {
			const char *params[] = {
				t->facts->subject->name, param_int(t->r->a, t->packed)
			};

			if (!ask(t, &JUDGE_PACKED, params, NULL, e))
				return false;
		}
	}
	return true;
}

static bool waits(struct turn *t, bool *is_any, struct err *e)
{
	const char *params[] = { t->r->day, t->facts->subject->name };
	struct rows rows;

	if (!ask(t, &JUDGE_WAITS, params, &rows, e))
		return false;
	*is_any = t->all || t->rebuilds || row_text(&rows, 0, 0)[0] == 't';
	return true;
}

bool round_subject(struct judging *r, const struct facts *f, struct engine *engine,
		   struct err *e)
{
	struct turn t = { .r = r, .facts = f, .engine = engine, .all = r->all,
			  .rebuilds = r->rebuilds };
	bool is_any, ok;

	if (!waits(&t, &is_any, e))
		return false;
	ok = !is_any || all_rounds(&t, e);
	engine_stop(t.own);
	return ok;
}
