#include "import_private.h"

#include <string.h>

#include "base/digest.h"
#include "office/import_sql.h"
#include "office/lookup.h"

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

static bool open_batch(struct db *db, struct arena *a, const struct import_options *o,
		       const char *digest, int64_t *batch_id, struct err *e)
{
	const char *params[] = { o->feed->name, digest, file_label(o->path),
				 param_day(a, o->day), o->is_forced ? "t" : "f" };
	struct rows rows;

	if (!db_run(db, a, &IMPORT_OPEN, params, &rows, e))
		return false;
	*batch_id = row_int(&rows, 0, IMPORT_OPEN_BATCH_ID);
	return true;
}

static bool close_batch(struct reading *r, struct arena *a, struct import_counts *n, struct err *e)
{
	const char *params[] = { param_int(a, r->batch_id), param_int(a, r->read) };
	struct rows rows;

	if (!db_run(r->db, a, &IMPORT_CLOSE, params, &rows, e))
		return false;
	n->read = r->read;
	n->accepted = row_int(&rows, 0, IMPORT_CLOSE_ROWS_ACCEPTED);
	n->rejected = row_int(&rows, 0, IMPORT_CLOSE_ROWS_REJECTED);
	n->doubtful = row_int(&rows, 0, IMPORT_CLOSE_ROWS_DOUBTFUL);
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

/* Matched, applied by the feed's own statements, and whom it was about. */
static bool apply_rows(struct reading *r, struct arena *a, struct err *e)
{
	static const struct stmt *const match[] = {
		[MATCH_NONE] = &IMPORT_MATCH_NONE, [MATCH_PERSON] = &IMPORT_MATCH_PERSON,
		[MATCH_NEW] = &IMPORT_MATCH_NEW,
	};
	const struct feed *feed = r->o->feed;
	const char *params[] = { param_int(a, r->batch_id), param_int(a, r->read),
				 feed->match == MATCH_NEW ? "t" : "f" };
	const char *apply[] = { params[0], feed->name };

	step(r, "match");
	if (!db_run(r->db, a, match[feed->match], params, NULL, e))
		return false;
	step(r, "apply");
	return db_run(r->db, a, &IMPORT_APPLY, apply, NULL, e) &&
	       (feed->match == MATCH_NONE || db_run(r->db, a, &IMPORT_TOUCH, params, NULL, e));
}

static bool run_import(struct reading *r, struct arena *a, const char *digest,
		       struct import_counts *n, struct err *e)
{
	struct err refused;
	bool rows_read;

	if (!db_script(r->db, "set local work_mem = '256MB'", e) ||
	    !open_batch(r->db, a, r->o, digest, &r->batch_id, e))
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
	return apply_rows(r, a, e) && close_batch(r, a, n, e) && tell_verdicts(r, a, e);
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

bool import_accepted(struct db *db, const struct module *const *modules, struct err *e)
{
	struct arena *a = arena_new();
	struct rows rows;
	bool ok = db_run(db, a, &IMPORT_ACCEPTED_BATCHES, NULL, &rows, e);

	for (int i = 0; ok && i < rows.n; i++) {
		const char *params[] = { row_text(&rows, i, 0),
					 row_text(&rows, i, IMPORT_ACCEPTED_BATCHES_FEED) };

		if (lookup_feed(modules, params[1]))
			ok = db_run(db, a, &IMPORT_ACCEPTED, params, NULL, e);
	}
	arena_free(a);
	return ok;
}
