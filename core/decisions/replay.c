#include "replay.h"

#include <string.h>

#include "judge/adoption.h"
#include "base/date.h"
#include "decisions/replay_sql.h"
#include "facts/facts.h"
#include "office/lookup.h"
#include "facts/subject.h"
#include "judge/sweep.h"

struct run {
	const struct replay_options *o;
	struct db *db;
	struct arena *a;
};

/* One book on one day over the rows of a select; a book that cannot run finds nothing. */
static bool judge(struct run *r, const struct facts *f, const struct rulebook *book,
		  const char *place, int32_t day, const char *select, struct err *e)
{
	struct engine_options o = {
		.worker = r->o->worker, .book = book, .today = day, .jurisdiction = place,
		.failed = r->o->failed, .ctx = r->o->ctx,
	};
	struct sweep s = { .db = r->db, .n = 1, .select = select, .stop = r->o->stop };
	bool ok;

	facts_tell(f, &o);
	s.lanes[0] = (struct lane){ .engine = engine_start(&o, e), .found = SWEEP_FOUND };
	ok = s.lanes[0].engine && sweep_run(&s, e);
	engine_stop(s.lanes[0].engine);
	return ok;
}

static const struct facts *facts_about(struct run *r, const char *subject)
{
	const struct subject *s = subject_find(r->o->modules, subject);

	return s ? facts_of(r->a, r->o->modules, s) : NULL;
}

static bool note_unread(struct run *r, const char *book_hash, const char *why,
			struct err *e)
{
	const char *params[] = { book_hash, why };

	return db_run(r->db, r->a, &REPLAY_NOTE_UNREAD, params, NULL, e);
}

/* The stored facts become a fact row again, and that is packed as every fact row is. */
static bool replay_group(struct run *r, const struct rows *groups, int i, struct err *e)
{
	const char *book_hash = row_text(groups, i, REPLAY_GROUPS_BOOK_HASH), *place;
	const char *day_text = row_text(groups, i, REPLAY_GROUPS_JUDGED_ON);
	const char *subject = row_text(groups, i, REPLAY_GROUPS_SUBJECT);
	const struct facts *f = facts_about(r, subject);
	int32_t day = DATE_NONE;
	struct rulebook *book;
	struct err why = { 0 };

	date_parse(day_text, strlen(day_text), &day);
	book = adoption_kept(r->db, r->a, book_hash, &place, &why);
	if (!book)
		return note_unread(r, book_hash, arena_strdup(r->a, why.message), e);
	if (!f)
		return note_unread(r, book_hash, "no loaded module has its subject", e);
	return judge(r, f, book, place, day,
		     arena_printf(r->a, "select s.seq, null::bigint, %s, s.region_code "
				  "from sample s cross join lateral "
				  "jsonb_populate_record(null::%s_fact, s.inputs -> "
				  "'facts') f where s.book_hash = '%.64s' and "
				  "s.judged_on = '%s' and s.subject = '%s'", f->body,
				  f->subject->name, book_hash, day_text,
				  f->subject->name), e);
}

/* Another book, or another day, than the group before: subjects share both. */
static bool is_other(const struct rows *groups, int i)
{
	return strcmp(row_text(groups, i, REPLAY_GROUPS_BOOK_HASH),
		      row_text(groups, i - 1, REPLAY_GROUPS_BOOK_HASH)) != 0 ||
	       strcmp(row_text(groups, i, REPLAY_GROUPS_JUDGED_ON),
		      row_text(groups, i - 1, REPLAY_GROUPS_JUDGED_ON)) != 0;
}

static bool replay_stored(struct run *r, struct replayed *out, struct err *e)
{
	struct rows groups;

	if (!db_run(r->db, r->a, &REPLAY_GROUPS, NULL, &groups, e))
		return false;
	for (int i = 0; i < groups.n; i++) {
		out->books += i == 0 || is_other(&groups, i);
		if (!replay_group(r, &groups, i, e))
			return false;
	}
	return db_run(r->db, r->a, &REPLAY_DIFFERENCES, NULL, &out->rows, e);
}

static bool judge_today(struct run *r, const struct facts *f, const struct rulebook *book,
			int32_t day, struct err *e)
{
	return judge(r, f, book, r->o->jurisdiction, day,
		     arena_printf(r->a, "select s.seq, null::bigint, k.body, "
				  "k.region_code from sample s join %1$s_pack k on "
				  "k.%1$s_id = case when s.subject_id = 0 then "
				  "s.person_id else s.subject_id end where s.subject = "
				  "'%1$s'", f->subject->name), e);
}

static bool replay_now(struct run *r, struct replayed *out, struct err *e)
{
	struct rulebook *book;
	struct rows rows, subjects;
	int32_t day = DATE_NONE;

	book = adoption_book(r->db, r->a, DATE_NONE,
			     lookup_module_names(r->a, r->o->modules), e);
	if (!book || !db_run(r->db, r->a, &REPLAY_TODAY, NULL, &rows, e) ||
	    !db_run(r->db, r->a, &REPLAY_SUBJECTS, NULL, &subjects, e))
		return false;
	date_parse(row_text(&rows, 0, 0), strlen(row_text(&rows, 0, 0)), &day);
	out->books = 1;
	for (int i = 0; i < subjects.n; i++) {
		const struct facts *f = facts_about(r, row_text(&subjects, i, 0));

		if (f && !judge_today(r, f, book, day, e))
			return false;
	}
	return db_run(r->db, r->a, &REPLAY_NEWS, NULL, &out->rows, e);
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
	ok = run(&r, out, e);
	db_rollback(db);
	return ok;
}
