#include "import_private.h"

#include <string.h>

#include "base/digest.h"
#include "office/import_sql.h"
#include "office/lookup.h"

#define EVERYONE_LEAST 10000	/* rows from which on it is asked whether everyone is meant */

static bool find_known(struct db *db, struct arena *a, const struct import_options *o,
		       const char *digest, struct import_counts *n, struct err *e)
{
	const char *params[] = { o->feed->name, digest };
	struct rows rows;

	if (!db_run(db, a, &IMPORT_KNOWN, params, &rows, e))
		return false;
	n->is_known = rows.n > 0;
	if (n->is_known)
		n->batch_id = row_int(&rows, 0, IMPORT_KNOWN_BATCH_ID);
	return true;
}

/* The day folder belongs to the name: inbox/2025-11-03/death.csv is 2025-11-03/death.csv. */
static const char *file_label(const char *path)
{
	int slashes = 0;

	for (const char *p = path + strlen(path); p > path; p--)
		if (p[-1] == '/' && ++slashes == 2)
			return p;
	return path;
}

static bool new_batch(struct db *db, struct arena *a, const struct import_options *o,
		      const char *digest, int64_t *batch_id, struct err *e)
{
	const char *params[] = { o->feed->name, digest, file_label(o->path),
				 param_day(a, o->day) };
	struct rows rows;

	if (!db_run(db, a, &IMPORT_BATCH, params, &rows, e))
		return false;
	*batch_id = row_int(&rows, 0, IMPORT_BATCH_BATCH_ID);
	return true;
}

static bool run_batch(struct db *db, struct arena *a, int64_t batch_id,
		      const struct stmt *const *list, struct err *e)
{
	const char *params[] = { param_int(a, batch_id) };

	for (; *list; list++)
		if (!db_run(db, a, *list, params, NULL, e))
			return false;
	return true;
}

/* What stands between the staged rows and the feed's own apply statements. */
static bool match_rows(struct db *db, struct arena *a, enum feed_match match, int64_t batch_id,
		       struct err *e)
{
	static const struct stmt *const kept[] = { &IMPORT_STAGE_NONE, NULL };
	static const struct stmt *const new_ones[] = { &IMPORT_STAGE_NEW, &IMPORT_REJECT_NEW, NULL };
	static const struct stmt *const persons[] = {
		&IMPORT_MATCHED, &IMPORT_ANALYZE, &IMPORT_STAGE_PERSON,
		&IMPORT_DOUBT,
		&IMPORT_DOUBT_FINDINGS, &IMPORT_DOUBT_TASKS, &IMPORT_REJECT_UNKNOWN, NULL
	};

	return run_batch(db, a, batch_id, match == MATCH_NEW ? new_ones :
			 match == MATCH_PERSON ? persons : kept, e);
}

static bool count_rows(struct reading *r, struct arena *a, struct import_counts *n, struct err *e)
{
	const char *params[] = { param_int(a, r->batch_id), param_int(a, r->read) };
	struct rows rows;

	if (!db_run(r->db, a, &IMPORT_COUNTS, params, &rows, e))
		return false;
	n->read = r->read;
	n->accepted = row_int(&rows, 0, IMPORT_COUNTS_ROWS_ACCEPTED);
	n->rejected = row_int(&rows, 0, IMPORT_COUNTS_ROWS_REJECTED);
	n->doubtful = row_int(&rows, 0, IMPORT_COUNTS_ROWS_DOUBTFUL);
	return true;
}

/* Every line of the file in order, with the reason where it was refused. */
static bool tell_verdicts(struct reading *r, struct arena *a, struct err *e)
{
	const char *params[] = { param_int(a, r->batch_id) };
	struct rows rows;
	int next = 0;

	if (!r->o->verdict)
		return true;
	if (!db_run(r->db, a, &IMPORT_REJECTS, params, &rows, e))
		return false;
	for (int64_t line = 2; line < r->read + 2; line++) {
		bool bad = next < rows.n && row_int(&rows, next, IMPORT_REJECTS_LINE) == line;

		r->o->verdict(r->o->ctx, line,
			      bad ? row_text(&rows, next, IMPORT_REJECTS_REASON) : NULL,
			      bad ? row_text(&rows, next, IMPORT_REJECTS_DETAIL) : NULL);
		next += bad;
	}
	return true;
}

static void step(const struct reading *r, const char *name)
{
	if (r->o->progress)
		r->o->progress(r->o->ctx, name, 0, 0);
}

/* Small files are not counted: the list of their persons is short. */
static bool touch(struct reading *r, struct arena *a, struct err *e)
{
	const char *params[] = { param_int(a, r->batch_id), "f" };
	struct rows rows;

	if (r->read >= EVERYONE_LEAST) {
		const struct stmt *ask = r->o->feed->match == MATCH_NEW ?
			&IMPORT_TOUCH_EVERYONE_NEW : &IMPORT_TOUCH_EVERYONE;

		if (!db_run(r->db, a, ask, NULL, &rows, e))
			return false;
		params[1] = row_text(&rows, 0, 0);
	}
	return db_run(r->db, a, &IMPORT_TOUCH, params, NULL, e);
}

static bool apply_rows(struct reading *r, struct arena *a, struct err *e)
{
	const struct feed *feed = r->o->feed;

	step(r, "match");
	if (!match_rows(r->db, a, feed->match, r->batch_id, e))
		return false;
	step(r, "apply");
	if (!run_batch(r->db, a, r->batch_id, feed->apply, e))
		return false;
	return feed->match == MATCH_NONE || touch(r, a, e);
}

static bool run_import(struct reading *r, struct arena *a, const char *digest,
		       struct import_counts *n, struct err *e)
{
	static const struct stmt *const audit[] = { &IMPORT_AUDIT, NULL };
	struct err refused;
	bool rows_read;

	if (!db_script(r->db, "set local work_mem = '256MB'", e) ||
	    !db_run(r->db, a, &IMPORT_LOCK, &r->o->feed->name, NULL, e) ||
	    !new_batch(r->db, a, r->o, digest, &r->batch_id, e) ||
	    !db_run(r->db, a, &IMPORT_STAGE_IN, NULL, NULL, e))
		return false;
	n->batch_id = r->batch_id;
	rows_read = import_rows(r, e);
	if (!rows_read && r->misencoded == 0)
		return false;
	/* A file refused for its encoding still says so line by line. */
	if (!import_rejects_store(r, rows_read ? e : &refused))
		return false;
	if (!rows_read)
		return tell_verdicts(r, a, &refused) && false;
	return apply_rows(r, a, e) && count_rows(r, a, n, e) &&
	       run_batch(r->db, a, r->batch_id, audit, e) && tell_verdicts(r, a, e);
}

static bool import_new(struct reading *r, struct arena *a, const char *digest,
		       struct import_counts *n, struct err *e)
{
	bool ok;

	if (!db_begin(r->db, e))
		return false;
	r->rejects = tmpfile();
	ok = r->rejects ? run_import(r, a, digest, n, e) :
			  err_errno(e, "could not make a temporary file");
	if (r->rejects)
		fclose(r->rejects);
	if (ok && !r->o->is_dry)
		return db_commit(r->db, e);
	db_rollback(r->db);
	return ok;
}

bool import_file(struct db *db, const struct import_options *o, struct import_counts *n,
		 struct err *e)
{
	struct reading r = { .o = o, .db = db };
	struct arena *a = arena_new();
	char digest[DIGEST_TEXT];
	bool ok;

	memset(n, 0, sizeof(*n));
	ok = digest_file(o->path, digest, e) && find_known(db, a, o, digest, n, e);
	if (ok && !n->is_known)
		ok = import_new(&r, a, digest, n, e);
	arena_free(a);
	return ok;
}

static bool apply_accepted(struct db *db, struct arena *a, const struct feed *feed,
			   int64_t batch_id, struct err *e)
{
	static const struct stmt *const stage[] = { &IMPORT_STAGE_IN, &IMPORT_STAGE_NONE, NULL };
	static const struct stmt *const fill[] = { &IMPORT_STAGE_ACCEPTED, NULL };
	static const struct stmt *const finish[] = {
		&IMPORT_TOUCH_ACCEPTED, &IMPORT_ACCEPTED_DONE, NULL
	};

	return db_run(db, a, &IMPORT_LOCK, &feed->name, NULL, e) &&
	       run_batch(db, a, batch_id, stage, e) && run_batch(db, a, batch_id, fill, e) &&
	       run_batch(db, a, batch_id, feed->apply, e) &&
	       run_batch(db, a, batch_id, finish, e) &&
	       db_script(db, "drop table stage; drop table stage_in", e);
}

bool import_accepted(struct db *db, const struct module *const *modules, struct err *e)
{
	struct arena *a = arena_new();
	struct rows rows;
	bool ok = db_run(db, a, &IMPORT_ACCEPTED_BATCHES, NULL, &rows, e);

	for (int i = 0; ok && i < rows.n; i++) {
		const char *name = row_text(&rows, i, IMPORT_ACCEPTED_BATCHES_FEED);
		const struct feed *feed = lookup_feed(modules, name);

		if (feed)
			ok = apply_accepted(db, a, feed, row_int(&rows, i, 0), e);
	}
	arena_free(a);
	return ok;
}
