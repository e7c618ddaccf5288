#include "outlook.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/date.h"
#include "facts/facts.h"
#include "facts/subject.h"
#include "judge/rehearse_sql.h"
#include "judge/sweep.h"
#include "judge/work.h"
#include "once.h"
#include "outlook/outlook_sql.h"
#include "put.h"
#include "reach.h"

#define KINDS_MOST    200
#define SUBJECTS_MOST 64

/* A subject: by what it was judged last, until when nothing of that begins or ends, and
 * what came of it. */
struct seen {
	const struct subject *of;
	const struct rulebook *books[SWEEP_LANES];
	int32_t edge;
	struct spans spans;
};

struct look {
	const struct rehearse_options *o;
	struct outlook *out;
	struct db *db;
	struct arena *a;
	const struct rulebook *first; /* the book in force on the first day */
	struct rulebook *books[SWEEP_LANES];
	/* of the year before: all of the books, and what the draft reaches of them */
	struct rulebook *whole[SWEEP_LANES], *cut[SWEEP_LANES];
	struct engine_options options[SWEEP_LANES];
	struct engine *engines[SWEEP_LANES];
	struct seen seen[SUBJECTS_MOST], *now;
	int year;	 /* in progress, from 0 */
	bool is_same[OUTLOOK_YEARS]; /* both books say the same in that year */
	struct once once;
	struct buf told; /* names of what has failed */
	bool has_failed;
};

void outlook_days(int32_t first, int years, int32_t *days)
{
	days[0] = first;
	for (int i = 1; i < years; i++)
		days[i] = date_from_civil(date_to_civil(first).year + i, 1, 1);
}

/* A text in force may fail, and is told; one of the draft that does is none to reckon
 * with. */
static void tell_failed(struct look *l, const char *what, int64_t id, const char *message)
{
	if ((sweep_is_news(&l->told, what) || id != 0) && l->o->failed)
		l->o->failed(l->o->ctx, what, id, message);
}

static void on_base_failed(void *ctx, const char *what, int64_t id, const char *message)
{
	tell_failed(ctx, what, id, message);
}

static void on_failed(void *ctx, const char *what, int64_t id, const char *message)
{
	struct look *l = ctx;

	l->has_failed = true;
	tell_failed(l, what, id, message);
}

static bool run(struct look *l, const struct stmt *s, const char *const *params,
		struct err *e)
{
	return db_run(l->db, l->a, s, params, NULL, e);
}

static bool start_engines(struct look *l, const struct facts *f, struct err *e)
{
	for (int i = 0; i < SWEEP_LANES; i++) {
		l->options[i] = (struct engine_options){
			.worker = l->o->worker,
			.book = l->books[i],
			.today = l->o->days[l->year],
			.jurisdiction = l->o->jurisdiction,
			.failed = i ? on_failed : on_base_failed,
			.ctx = l,
		};
		facts_tell(f, &l->options[i]);
		l->engines[i] = engine_start(&l->options[i], e);
		if (!l->engines[i])
			return false;
	}
	return true;
}

static void stop_engines(struct look *l)
{
	for (int i = 0; i < SWEEP_LANES; i++) {
		engine_stop(l->engines[i]);
		l->engines[i] = NULL;
	}
}

/* work.once: kinds of task, and rules, whose money is paid once. */
static void read_kinds(struct look *l)
{
	struct work_pair *pairs = arena_alloc(l->a, sizeof(*pairs) * KINDS_MOST);
	struct err none;
	int n = 0;

	if (!work_ask(l->engines[1], l->a, "work.once", pairs, KINDS_MOST, &n, &none))
		return;
	for (int i = 0; i < n; i++)
		if (strcmp(pairs[i].value, "true") == 0)
			once_add(&l->once, pairs[i].key);
}

static void on_judged(void *ctx, int64_t id, int32_t next)
{
	struct look *l = ctx;

	l->out->looks++;
	if (next != DATE_NONE)
		spans_wait(&l->now->spans, id, next);
}

/* What is paid once counts in the first year in which the book finds it. */
static bool on_counts(void *ctx, bool is_draft, const struct finding *f)
{
	struct look *l = ctx;

	return !once_is(&l->once, f) ||
	       once_is_news(&l->once, l->now->of->name, is_draft, f);
}

static void on_differs(void *ctx, const struct finding *was, const struct finding *is)
{
	struct look *l = ctx;
	const struct finding *f = is ? is : was;

	spans_begin(&l->now->spans, f->id, l->year, once_is(&l->once, f),
		    (is ? piece_number(&is->monthly) : 0) -
			(was ? piece_number(&was->monthly) : 0));
}

static bool take(void *taker, const struct lane *lanes, struct err *e)
{
	const struct beside b = {
		.checked = { lanes[0].out.checked, lanes[1].out.checked },
		.found = { lanes[0].out.found, lanes[1].out.found },
		.judged = on_judged,
		.counts = on_counts,
		.differs = on_differs,
		.ctx = taker,
	};

	return beside_read(&b, e);
}

static bool sweep(struct look *l, const struct facts *f, bool is_full, struct err *e)
{
	const struct spans *waiting = &l->now->spans;
	struct sweep s = {
		.db = l->db,
		.total = is_full ? l->out->persons : (int64_t)waiting->ndue,
		.n = SWEEP_LANES,
		.lanes = { { l->engines[0], SWEEP_CHECKED, SWEEP_FOUND },
			   { l->engines[1], SWEEP_CHECKED, SWEEP_FOUND } },
		.progress = l->o->progress,
		.ctx = l->o->ctx,
		.stop = l->o->stop,
		.take = take,
		.taker = l,
	};
	const char *where = "";

	if (!is_full && !put_due(l->db, waiting->due, waiting->ndue, e))
		return false;
	if (!is_full)
		where = arena_printf(l->a, " where %s_id in (select id from outlook_due)",
				     f->subject->name);
	else if (l->o->region)
		where = arena_printf(l->a, " where region_code::text like '%lld%%'",
				     strtoll(l->o->region, NULL, 10));
	s.select = arena_printf(l->a,
				"select %1$s_id, null::bigint, body, region_code "
				"from %1$s_pack%2$s",
				f->subject->name, where);
	return sweep_run(&s, e);
}

static int count_rules(const struct rulebook *b)
{
	int n = 0;

	for (int i = 0; i < b->n; i++)
		n += b->files[i].kind == 'r';
	return n;
}

/* All of a subject when the texts are others than the year before, or a value of theirs
 * has begun or ended since; otherwise those whose own day has come.  False: nobody. */
static bool find_due(struct look *l, struct seen *s, bool *is_full)
{
	*is_full = s->books[0] != l->books[0] || s->books[1] != l->books[1] ||
		   s->edge <= l->o->days[l->year];
	if (*is_full)
		spans_close(&s->spans, l->year);
	else
		spans_take_due(&s->spans, l->o->days[l->year], l->year);
	return *is_full || s->spans.ndue;
}

static void note_seen(struct look *l, struct seen *s)
{
	s->edge = INT32_MAX;
	for (int i = 0; i < SWEEP_LANES; i++) {
		int32_t edge = engine_next_edge(l->engines[i]);

		s->books[i] = l->books[i];
		if (edge != DATE_NONE && edge < s->edge)
			s->edge = edge;
	}
}

static bool run_subject(struct look *l, struct seen *seen, struct err *e)
{
	const struct facts *f = facts_of(l->a, l->o->modules, seen->of);
	bool is_full, ok;

	l->now = seen;
	if (!reach_is_about(l->books[0], seen->of->name) &&
	    !reach_is_about(l->books[1], seen->of->name)) {
		spans_close(&seen->spans, l->year);
		return true;
	}
	if (!find_due(l, seen, &is_full))
		return true;
	ok = start_engines(l, f, e);
	if (ok)
		read_kinds(l);
	ok = ok && sweep(l, f, is_full, e);
	if (ok)
		note_seen(l, seen);
	stop_engines(l);
	return ok;
}

/* Most years are judged by the same two books as the one before. */
static bool cut(struct look *l, struct err *e)
{
	struct engine_options like = {
		.worker = l->o->worker,
		.today = l->o->days[l->year],
		.jurisdiction = l->o->jurisdiction,
	};
	bool is_same = true;

	for (int i = 0; i < SWEEP_LANES; i++)
		is_same = is_same && l->whole[i] &&
			  strcmp(l->whole[i]->hash, l->books[i]->hash) == 0;
	if (!is_same) {
		memcpy(l->whole, l->books, sizeof(l->whole));
		memcpy(l->cut, l->books, sizeof(l->cut));
		facts_tell(facts_of_all(l->a, l->o->modules), &like);
		if (!reach_cut(l->a, &like, l->cut, e))
			return false;
	}
	memcpy(l->books, l->cut, sizeof(l->books));
	return true;
}

static bool run_year(struct look *l, struct err *e)
{
	int32_t day = l->o->days[l->year];
	struct civil c = date_to_civil(day);
	const char *params[] = { param_int(l->a, l->year), param_int(l->a, c.year),
				 param_day(l->a, day), param_int(l->a, 13 - c.month) };
	int n[SWEEP_LANES];

	if (!run(l, &OUTLOOK_ADD_YEAR, params, e) ||
	    !rehearse_books(l->db, l->a, l->o, day, &l->first, l->books, e))
		return false;
	l->is_same[l->year] = strcmp(l->books[0]->hash, l->books[1]->hash) == 0;
	if (l->is_same[l->year])
		return true;
	if (!cut(l, e))
		return false;
	for (int i = 0; i < SWEEP_LANES; i++) {
		n[i] = count_rules(l->books[i]);
		l->out->rules = n[i] > l->out->rules ? n[i] : l->out->rules;
	}
	for (int i = 0; i < SUBJECTS_MOST && l->seen[i].of; i++)
		if (!run_subject(l, &l->seen[i], e))
			return false;
	if (!l->has_failed)
		return true;
	return ERR(e, ERR_RULE,
		   "the draft was not rehearsed: a text of it was refused or failed");
}

static bool begin(struct look *l, struct err *e)
{
	static const struct stmt *const tables[] = { &OUTLOOK_YEAR, &OUTLOOK_DUE,
						     &OUTLOOK_RUN };
	const char *params[] = { param_day(l->a, l->o->days[0]), l->o->region };
	struct rows rows;

	for (int i = 0; i < SUBJECTS_MOST; i++)
		if (!(l->seen[i].of = subject_at(l->o->modules, i)))
			break;
	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++)
		if (!run(l, tables[i], NULL, e))
			return false;
	if (!db_run(l->db, l->a, &REHEARSE_START, params, &rows, e))
		return false;
	l->out->persons = row_int(&rows, 0, REHEARSE_START_PERSONS);
	l->out->unjudged = row_int(&rows, 0, REHEARSE_START_UNJUDGED);
	if (!db_run(l->db, l->a, &REHEARSE_BUDGET, params, &rows, e))
		return false;
	l->out->budget_fen = row_int(&rows, 0, 0);
	return true;
}

/* All differences, each with the person whom it concerns. */
static bool sum(struct look *l, struct err *e)
{
	struct span_list all = { 0 };
	bool ok = true;

	for (int i = 0; ok && i < SUBJECTS_MOST && l->seen[i].of; i++) {
		struct span_list *own = spans_end(&l->seen[i].spans, l->o->ndays);

		ok = put_persons(l->db, l->a, l->seen[i].of, own, e);
		for (size_t k = 0; ok && k < own->n; k++)
			span_add(&all, &own->rows[k]);
	}
	ok = ok && put_runs(l->db, &all, l->o->ndays, l->is_same, e) &&
	     run(l, &OUTLOOK_SUM, &l->o->region, e);
	free(all.rows);
	return ok;
}

bool outlook_run(struct db *db, struct arena *a, const struct rehearse_options *o,
		 struct outlook *out, struct err *e)
{
	struct look l = { .o = o, .out = out, .db = db, .a = a };
	double start = clock_ms();
	bool ok;

	*out = (struct outlook){ 0 };
	buf_init(&l.told, 1 << 16);
	once_init(&l.once);
	ok = begin(&l, e);
	for (; ok && l.year < o->ndays; l.year++)
		ok = run_year(&l, e);
	ok = ok && sum(&l, e);
	for (int i = 0; i < SUBJECTS_MOST; i++)
		spans_done(&l.seen[i].spans);
	once_done(&l.once);
	buf_done(&l.told);
	out->ms = clock_ms() - start;
	return ok;
}
