#include "replay.h"

#include <string.h>

#include "adoption.h"
#include "base/date.h"
#include "judge/replay_sql.h"
#include "office/facts.h"
#include "office/lookup.h"
#include "sweep.h"

#define FOUND "copy found from stdin (format binary)"

struct run {
	const struct replay_options *o;
	struct db *db;
	struct arena *a;
	const struct facts *facts;
};

/* One book on one day over the rows of a select; a book that cannot run finds nothing. */
static bool judge(struct run *r, const struct rulebook *book, const char *place,
		  int32_t day, const char *select, struct err *e)
{
	struct engine_options o = {
		.worker = r->o->worker, .book = book, .today = day, .jurisdiction = place,
		.nfacts = r->facts->n, .fact_names = r->facts->names,
		.fact_types = r->facts->types, .failed = r->o->failed, .ctx = r->o->ctx,
	};
	struct sweep s = { .db = r->db, .n = 1, .select = select, .stop = r->o->stop };
	bool ok;

	s.lanes[0] = (struct lane){ .engine = engine_start(&o, e), .found = FOUND };
	ok = s.lanes[0].engine && sweep_run(&s, e);
	engine_stop(s.lanes[0].engine);
	return ok;
}

/* The stored facts become a fact row again, and that is packed as every fact row is. */
static bool replay_group(struct run *r, const char *book_hash, const char *day_text,
			 struct err *e)
{
	const char *place, *params[2] = { book_hash, NULL };
	int32_t day = DATE_NONE;
	struct rulebook *book;
	struct err why = { 0 };

	date_parse(day_text, strlen(day_text), &day);
	book = adoption_kept(r->db, r->a, book_hash, &place, &why);
	if (!book) {
		params[1] = arena_strdup(r->a, why.message);
		return db_run(r->db, r->a, &REPLAY_NOTE_UNREAD, params, NULL, e);
	}
	return judge(r, book, place, day,
		     arena_printf(r->a,
				  "select s.seq, null::bigint, %s, "
				  "s.region_code from sample s cross join lateral "
				  "jsonb_populate_record(null::person_fact, "
				  "s.inputs -> 'facts') f where s.book_hash = "
				  "'%.64s' and s.judged_on = '%s'",
				  r->facts->body, book_hash, day_text),
		     e);
}

static bool replay_stored(struct run *r, struct replayed *out, struct err *e)
{
	struct rows groups;

	if (!db_run(r->db, r->a, &REPLAY_GROUPS, NULL, &groups, e))
		return false;
	out->books = groups.n;
	for (int i = 0; i < groups.n; i++)
		if (!replay_group(r, row_text(&groups, i, REPLAY_GROUPS_BOOK_HASH),
				  row_text(&groups, i, REPLAY_GROUPS_JUDGED_ON), e))
			return false;
	return db_run(r->db, r->a, &REPLAY_DIFFERENCES, NULL, &out->rows, e);
}

static bool replay_now(struct run *r, struct replayed *out, struct err *e)
{
	static const struct stmt today = {
		.name = "replay_today", .text = "select business_day()::text",
	};
	struct rulebook *book;
	struct rows rows;
	int32_t day = DATE_NONE;

	book = adoption_book(r->db, r->a, DATE_NONE,
			     lookup_module_names(r->a, r->o->modules), e);
	if (!book || !db_run(r->db, r->a, &today, NULL, &rows, e))
		return false;
	date_parse(row_text(&rows, 0, 0), strlen(row_text(&rows, 0, 0)), &day);
	out->books = 1;
	return judge(r, book, r->o->jurisdiction, day,
		     "select s.seq, null::bigint, k.body, "
		     "k.region_code from sample s "
		     "join person_pack k using (person_id)",
		     e) &&
	       db_run(r->db, r->a, &REPLAY_NEWS, NULL, &out->rows, e);
}

static bool run(struct run *r, struct replayed *out, struct err *e)
{
	const char *most = param_int(r->a, r->o->most);
	struct rows rows;

	if (!db_run(r->db, r->a, &REPLAY_SAMPLE, &most, &rows, e) ||
	    !db_run(r->db, r->a, &REPLAY_FOUND, NULL, NULL, e) ||
	    !db_run(r->db, r->a, &REPLAY_UNREAD, NULL, NULL, e))
		return false;
	out->decisions = rows.touched;
	return r->o->is_now ? replay_now(r, out, e) : replay_stored(r, out, e);
}

bool replay_run(struct db *db, struct arena *a, const struct replay_options *o,
		struct replayed *out, struct err *e)
{
	struct run r = { .o = o, .db = db, .a = a };
	bool ok;

	memset(out, 0, sizeof(*out));
	if (!db_begin(db, e))
		return false;
	r.facts = facts_of(a, o->modules);
	ok = run(&r, out, e);
	db_rollback(db);
	return ok;
}
