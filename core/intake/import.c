#include "import_private.h"

#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/file.h"
#include "intake/import_sql.h"
#include "office/feed.h"
#include "office/lookup.h"

static bool find_known(struct reading *r, struct arena *a, struct import_counts *n,
		       struct err *e)
{
	const char *params[] = { r->o->feed->name, r->digest };
	struct rows rows;

	if (!db_run(r->db, a, &IMPORT_KNOWN, params, &rows, e))
		return false;
	n->is_known = rows.n > 0 && !(r->o->counts_anew &&
				      *row_text(&rows, 0, IMPORT_KNOWN_REPLACED) == 't');
	if (n->is_known) {
		n->batch_id = row_int(&rows, 0, IMPORT_KNOWN_BATCH_ID);
		n->open = row_int(&rows, 0, IMPORT_KNOWN_OPEN);
	}
	return true;
}

/* The day folder belongs to the name: inbox/2025-11-03/death.csv is
 * 2025-11-03/death.csv. */
static const char *file_label(const char *path)
{
	int slashes = 0;

	for (const char *p = path + strlen(path); p > path; p--)
		if (p[-1] == '/' && ++slashes == 2)
			return p;
	return path;
}

static bool open_batch(struct reading *r, struct arena *a, struct err *e)
{
	const char *params[] = { r->o->feed->name, r->digest, file_label(r->o->path),
				 param_day(a, r->o->day), r->o->is_forced ? "t" : "f" };
	struct rows rows;

	if (!db_run(r->db, a, &IMPORT_OPEN, params, &rows, e))
		return false;
	r->batch_id = row_int(&rows, 0, IMPORT_OPEN_BATCH_ID);
	return true;
}

static bool close_batch(struct reading *r, struct arena *a, struct import_counts *n,
			struct err *e)
{
	const char *params[] = { param_int(a, r->batch_id), param_int(a, r->read) };
	struct rows rows;

	if (!db_run(r->db, a, &IMPORT_CLOSE, params, &rows, e))
		return false;
	n->accepted = row_int(&rows, 0, IMPORT_CLOSE_ROWS_ACCEPTED);
	n->rejected = row_int(&rows, 0, IMPORT_CLOSE_ROWS_REJECTED);
	n->doubtful = row_int(&rows, 0, IMPORT_CLOSE_ROWS_DOUBTFUL);
	n->fresh = row_int(&rows, 0, IMPORT_CLOSE_ROWS_NEW);
	n->same = row_int(&rows, 0, IMPORT_CLOSE_ROWS_SAME);
	n->corrected = row_int(&rows, 0, IMPORT_CLOSE_ROWS_CORRECTED);
	n->contradictory = row_int(&rows, 0, IMPORT_CLOSE_ROWS_CONTRADICTORY);
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
	const struct feed *feed = r->o->feed;
	const struct match *main = feed_main(feed);
	const char *params[] = { param_int(a, r->batch_id), feed->name };
	const char *touch[] = { params[0], param_int(a, r->read),
				main && main->is_new ? "t" : "f" };

	step(r, "match");
	if (!db_run(r->db, a, &IMPORT_MATCH, params, NULL, e))
		return false;
	step(r, "apply");
	return db_run(r->db, a, &IMPORT_APPLY, params, NULL, e) &&
	       (!main || db_run(r->db, a, &IMPORT_TOUCH, touch, NULL, e));
}

/* What only the tables could tell: too many are not known. */
static bool enough_are_good(struct reading *r, const struct import_counts *n,
			    struct err *e)
{
	r->is_refused = n->rejected > IMPORT_REJECTS_MOST;
	if (!r->is_refused)
		return true;
	ERR(e, ERR_INPUT, "more than %d rows are bad", IMPORT_REJECTS_MOST);
	return err_hint(e, "Nothing was kept; mend the cause and import the file again.");
}

/* A new file, or what was refused of one that came before. */
static bool open_rows(struct reading *r, struct arena *a, struct err *e)
{
	return db_script(r->db, "set local work_mem = '256MB'", e) &&
	       (r->again || open_batch(r, a, e)) && import_rows(r, e);
}

static bool run_import(struct reading *r, struct arena *a, struct import_counts *n,
		       struct err *e)
{
	struct arena *own = arena_new();
	struct err other = { 0 };
	bool ok = open_rows(r, own, e);

	n->batch_id = r->batch_id;
	n->read = r->read;
	n->blank = r->blank;
	n->rejected = r->rejected;
	/* A refused file still says why, row by row. */
	if (ok || r->is_refused) {
		bool stored = import_rejects_store(r, ok ? e : &other);

		ok = ok && stored && apply_rows(r, own, e) &&
		     import_rejects_fetch(r, own, e) && close_batch(r, own, n, e) &&
		     enough_are_good(r, n, e);
		ok = (ok || (stored && r->is_refused)) &&
		     import_rejects_tell(r, a, n, ok ? e : &other) && ok;
	}
	n->is_refused = r->is_refused;
	arena_free(own);
	return ok;
}

/* In the transaction that has begun, which ends here. */
static bool import_whole(struct reading *r, struct arena *a, struct import_counts *n,
			 struct err *e)
{
	bool ok;

	r->rejects = tmpfile();
	buf_init(&r->mapped, (size_t)CSV_FIELDS * CSV_LINE_MAX);
	ok = r->rejects ? run_import(r, a, n, e)
			: err_errno(e, "could not make a temporary file");
	if (r->rejects)
		fclose(r->rejects);
	buf_done(&r->mapped);
	if (ok && !r->o->is_dry)
		return db_commit(r->db, e);
	db_rollback(r->db);
	return ok;
}

static bool has_changed(const struct reading *r, struct err *e)
{
	ERR(e, ERR_INPUT, "\"%s\" has changed while it was read", r->o->path);
	err_hint(e, "Nothing was kept; import it once it is complete.");
	return true;
}

/* A sheet, or a file of fixed widths, becomes lines in a file of their own, which are
 * read in its place; they are those of the file whose digest was taken. */
static bool make_lines(struct reading *r, struct arena *a, struct err *e)
{
	struct lines_shape shape = map_shape(r->map);
	char digest[DIGEST_TEXT];

	step(r, "read");
	shape.encoding = r->encoding;
	if (!lines_make(a, r->fd, &shape, 0, &r->made, e))
		return false;
	if (r->made.form == LINES_AS_IT_IS)
		return true;
	r->separator = ',';
	if (r->made.form == LINES_SHEET)
		r->encoding = "UTF-8";
	/* Whoever made them has left off at the end. */
	return (lseek(r->fd, 0, SEEK_SET) == 0 ||
		err_errno(e, "could not read the file")) &&
	       digest_descriptor(r->fd, digest, e) &&
	       (strcmp(digest, r->digest) == 0 || !has_changed(r, e));
}

static bool read_file(struct reading *r, struct arena *a, struct import_counts *n,
		      struct err *e)
{
	int whole = r->fd;
	bool ok;

	r->encoding = r->o->encoding;
	r->separator = r->o->separator;
	r->map = r->o->map;
	ok = make_lines(r, a, e);
	if (r->made.fd >= 0)
		r->fd = r->made.fd;
	ok = ok && db_begin(r->db, e) && import_whole(r, a, n, e);
	if (r->made.fd >= 0)
		close(r->made.fd);
	r->fd = whole;
	return ok;
}

/* What could not be taken is the administrator's to know of; false, as it was. */
static bool note_refused(struct reading *r, struct arena *a, const struct err *e)
{
	const char *params[] = { r->o->feed->name, r->digest, file_label(r->o->path),
				 param_day(a, r->o->day), e->message };
	struct err ignored;

	if (e->code == ERR_INPUT && !r->o->is_dry)
		db_run(r->db, a, &IMPORT_REFUSED, params, NULL, &ignored);
	return false;
}

/* The open rows of a batch, from the table; ready: those whose cause has gone alone. */
static bool read_again(struct db *db, struct arena *a, const struct import_options *o,
		       int64_t batch, bool ready, struct import_counts *n, struct err *e)
{
	const char *params[] = { param_int(a, batch), ready ? "t" : "f" };
	struct reading r = { .o = o, .db = db, .fd = -1, .batch_id = batch,
			     .encoding = "UTF-8", .separator = ',',
			     .made = { .fd = -1 } };
	struct rows rows;
	bool ok;

	if (!db_begin(db, e))
		return false;
	ok = db_run(db, a, &IMPORT_AGAIN, params, &rows, e);
	if (ok)
		r.fd = import_again_file(o->feed, &rows, e);
	r.again = &rows;
	if (r.fd < 0) {
		db_rollback(db);
		return false;
	}
	ok = import_whole(&r, a, n, e);
	close(r.fd);
	return ok;
}

bool import_file(struct db *db, struct arena *a, const struct import_options *o,
		 struct import_counts *n, struct err *e)
{
	struct reading r = { .o = o, .db = db, .fd = file_open(o->path, e),
			     .made = { .fd = -1 } };
	bool ok;

	memset(n, 0, sizeof(*n));
	if (r.fd < 0)
		return false;
	ok = digest_descriptor(r.fd, r.digest, e) && find_known(&r, a, n, e);
	if (ok && !n->is_known)
		ok = read_file(&r, a, n, e) || note_refused(&r, a, e);
	else if (ok && n->open)
		ok = read_again(db, a, o, n->batch_id, false, n, e);
	close(r.fd);
	return ok;
}

/* Rows of several files, each in a transaction of its own. */
static bool retry_ready(struct db *db, struct arena *a,
			const struct module *const *modules, int32_t day, int *n,
			struct err *e)
{
	struct rows rows;
	bool ok = db_run(db, a, &IMPORT_READY, NULL, &rows, e);

	*n = ok ? rows.n : 0;
	for (int i = 0; ok && i < rows.n; i++) {
		struct import_options o = {
			.feed = lookup_feed(modules,
					    row_text(&rows, i, IMPORT_READY_FEED)),
			.modules = modules,
			.day = day,
		};
		struct import_counts counts = { 0 };
		const char *today = row_text(&rows, i, IMPORT_READY_TODAY);

		if (day == DATE_NONE)
			date_parse(today, strlen(today), &o.day);

		ok = !o.feed ||
		     read_again(db, a, &o, row_int(&rows, i, IMPORT_READY_BATCH_ID), true,
				&counts, e);
	}
	return ok;
}

#define ROUNDS 3	/* areas bring persons, persons bring what is told of them */

bool import_retry(struct db *db, const struct module *const *modules, int32_t day,
		  struct err *e)
{
	struct arena *a = arena_new();
	bool ok = true;
	int n = 1;

	for (int i = 0; ok && n && i < ROUNDS; i++)
		ok = retry_ready(db, a, modules, day, &n, e);
	arena_free(a);
	return ok;
}

static bool apply_accepted(struct db *db, struct arena *a,
			   const struct module *const *modules, struct err *e)
{
	struct rows rows;

	if (!db_run(db, a, &IMPORT_ACCEPTED_BATCHES, NULL, &rows, e))
		return false;
	for (int i = 0; i < rows.n; i++) {
		const char *params[] = {
			row_text(&rows, i, 0),
			row_text(&rows, i, IMPORT_ACCEPTED_BATCHES_FEED)
		};

		if (lookup_feed(modules, params[1]) &&
		    !db_run(db, a, &IMPORT_ACCEPTED, params, NULL, e))
			return false;
	}
	return true;
}

bool import_accepted(struct db *db, const struct module *const *modules, struct err *e)
{
	struct arena *a = arena_new();
	bool ok = db_begin(db, e);

	if (ok) {
		ok = apply_accepted(db, a, modules, e) && db_commit(db, e);
		if (!ok)
			db_rollback(db);
	}
	arena_free(a);
	return ok;
}
