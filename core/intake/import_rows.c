#include "import_private.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/csv.h"
#include "base/text.h"
#include "field.h"
#include "office/feed.h"

#define COPY_PIECE 65536
#define PROGRESS_ROWS 16384

/* How each declared field is read, and where it stands in this file's rows. */
struct layout {
	int n, columns;
	int ids;		/* numbers of persons: each has a second column */
	int place[FEED_FIELDS_MOST];
	struct field_reader readers[FEED_FIELDS_MOST];
};

/* The loader has seen to it that all fields fit and what they name is there. */
static void plan_fields(const struct import_options *o, struct layout *l)
{
	const struct field *fields = o->feed->fields;

	for (; fields[l->n].name; l->n++) {
		const struct field *f = &fields[l->n];
		const struct field *born_by = feed_field(o->feed, f->birth_of);
		bool is_id = feed_is_id(f);

		l->ids += is_id;
		l->readers[l->n] = (struct field_reader){
			f, is_id ? feed_ident_kind(o->modules, feed_id_kind(f)) : NULL,
			born_by ? (int)(born_by - fields) : -1
		};
	}
}

static bool same(const struct csv_field *f, const char *name)
{
	return f->len == strlen(name) && memcmp(f->text, name, f->len) == 0;
}

static bool find_column(const struct csv_row *head, const char *name, int *place,
			struct err *e)
{
	*place = -1;
	for (int i = 0; i < head->n && i < CSV_FIELDS; i++) {
		if (!same(&head->fields[i], name))
			continue;
		if (*place >= 0)
			return ERR(e, ERR_INPUT,
				   "column \"%s\" appears more than once in the header",
				   name);
		*place = i;
	}
	if (*place >= 0)
		return true;
	return ERR(e, ERR_INPUT, "column \"%s\" is missing in the header", name);
}

static bool header_fault(const struct feed *feed, struct err *e)
{
	struct buf b;

	buf_init(&b, 4096);
	for (const struct field *f = feed->fields; f->name; f++)
		buf_printf(&b, "%s%s", b.len ? "," : "", f->name);
	err_hint(e, "The first line must be: %s", b.data);
	buf_done(&b);
	return false;
}

/* The columns of the feed in any order, each once, and no others. */
static bool read_header(struct csv *csv, const struct feed *feed, struct layout *l,
			struct err *e)
{
	struct csv_row head;

	if (!csv_next(csv, &head, e)) {
		if (e->code == ERR_NONE)
			ERR(e, ERR_INPUT, "the file is empty");
		return header_fault(feed, e);
	}
	for (int i = 0; i < l->n; i++)
		if (!find_column(&head, feed->fields[i].name, &l->place[i], e))
			return header_fault(feed, e);
	l->columns = head.n;
	if (head.n == l->n)
		return true;
	ERR(e, ERR_INPUT, "line 1 has %d columns instead of %d", head.n, l->n);
	return header_fault(feed, e);
}

/* The name of a bad field, cleaned, is not repeated: only where and why. */
static void reject(struct reading *r, int64_t line, const char *column,
		   const char *reason, const char *detail)
{
	struct buf b;

	buf_init(&b, 4096);
	buf_u16(&b, 5);
	buf_u32(&b, 8);
	buf_u64(&b, (uint64_t)r->batch_id);
	buf_u32(&b, 8);
	buf_u64(&b, (uint64_t)line);
	for (int i = 0; i < 3; i++) {
		const char *text = i == 0 ? column : i == 1 ? reason : detail;

		buf_u32(&b, (uint32_t)strlen(text));
		buf_text(&b, text);
	}
	fwrite(b.data, 1, b.len, r->rejects);
	buf_done(&b);
	r->rejected++;
	if (strcmp(reason, "encoding") == 0)
		r->misencoded++;
}

static bool is_hollow(const struct csv_row *row)
{
	for (int i = 0; i < row->n; i++)
		if (row->fields[i].len)
			return false;
	return true;
}

static bool row_is_whole(struct reading *r, const struct csv_row *row,
			 const struct layout *l)
{
	char detail[80];

	if (row->fault == CSV_QUOTE)
		reject(r, row->line, "", "quote",
		       "a quotation mark is open or misplaced");
	else if (row->fault == CSV_TOO_LONG)
		reject(r, row->line, "", "columns", "the line is too long");
	else if (row->n != l->columns) {
		snprintf(detail, sizeof(detail), "%d columns instead of %d", row->n,
			 l->columns);
		reject(r, row->line, "", "columns", detail);
	} else if (is_hollow(row))
		reject(r, row->line, "", "columns", "all columns are empty");
	else
		return true;
	return false;
}

/* One row into the copy buffer; a row that is refused leaves the buffer as it was. */
static void take_row(struct reading *r, const struct csv_row *row, const struct layout *l,
		     struct buf *out)
{
	struct row_state state = { .today = r->o->day };
	size_t start = out->len;
	struct complaint c;

	if (row->fault == CSV_BLANK) {
		r->blank++;
		return;
	}
	r->read++;
	if (!row_is_whole(r, row, l))
		return;
	buf_u16(out, (uint16_t)(1 + l->n + l->ids));
	buf_u32(out, 8);
	buf_u64(out, (uint64_t)row->line);
	for (int i = 0; i < l->n; i++) {
		const struct csv_field *v = &row->fields[l->place[i]];

		if (field_read(l->readers, i, v->text, v->len, &state, out, &c))
			continue;
		out->len = start;
		reject(r, row->line, r->o->feed->fields[i].name, c.reason, c.detail);
		return;
	}
}

static bool send_piece(struct reading *r, struct buf *out, size_t least, struct err *e)
{
	if (out->len < least || out->len == 0)
		return true;
	if (!db_copy_data(r->db, out->data, out->len, e))
		return false;
	buf_clear(out);
	return true;
}

static bool is_hopeless(const struct reading *r)
{
	return r->rejected > IMPORT_REJECTS_MOST ||
	       (r->rejected >= IMPORT_REJECTS_FIRST && r->rejected == r->read);
}

/* Looked at before the first row: whether the file is known.  What was read must be that
 * very file. */
static bool is_same_file(struct reading *r, struct csv *csv, struct err *e)
{
	char digest[DIGEST_TEXT];

	csv_digest(csv, digest);
	if (strcmp(digest, r->digest) == 0)
		return true;
	ERR(e, ERR_INPUT, "\"%s\" has changed while it was read", r->o->path);
	return err_hint(e, "Nothing was kept; import it once it is complete.");
}

static bool read_all(struct reading *r, struct csv *csv, const struct layout *l,
		     struct buf *out, struct err *e)
{
	struct csv_row row;
	int64_t total;

	buf_add(out, DB_COPY_HEADER, DB_COPY_HEADER_LEN);
	while (!is_hopeless(r) && csv_next(csv, &row, e)) {
		take_row(r, &row, l, out);
		if (!send_piece(r, out, COPY_PIECE, e))
			return false;
		if (row.line % PROGRESS_ROWS == 0 && r->o->progress)
			r->o->progress(r->o->ctx, "read", csv_position(csv, &total),
				       total);
	}
	if (!is_hopeless(r) && (e->code != ERR_NONE || !is_same_file(r, csv, e)))
		return false;
	buf_u16(out, UINT16_MAX);
	return send_piece(r, out, 0, e);
}

/* A file that was read and is a mistake as a whole.  Wrong bytes in every row are a wrong
 * declaration. */
static bool file_is_good(struct reading *r, struct err *e)
{
	r->is_refused = true;
	if (r->misencoded && r->misencoded == r->read) {
		ERR(e, ERR_INPUT, "no row of the file is %s", r->o->encoding);
		return err_hint(
		    e, "Ask the sender for the encoding, or try --encoding GB18030.");
	}
	if (r->rejected > IMPORT_REJECTS_MOST)
		ERR(e, ERR_INPUT, "more than %d rows are bad", IMPORT_REJECTS_MOST);
	else if (is_hopeless(r))
		ERR(e, ERR_INPUT, "none of the first %lld rows is good",
		    (long long)r->read);
	else if (r->read && r->rejected == r->read)
		ERR(e, ERR_INPUT, "none of the %lld rows is good", (long long)r->read);
	else
		r->is_refused = false;
	return !r->is_refused ||
	       err_hint(e, "Nothing was kept; mend the cause and import the file again.");
}

static char *copy_command(struct arena *a, const struct feed *feed)
{
	struct buf b;
	char *text;

	buf_init(&b, 8192);
	buf_text(&b, "copy stage_in (line");
	for (const struct field *f = feed->fields; f->name; f++) {
		buf_printf(&b, ", \"%s\"", f->name);
		if (feed_is_id(f))
			buf_printf(&b, ", \"%s_birth\"", f->name);
	}
	buf_text(&b, ") from stdin (format binary)");
	text = arena_strdup(a, b.data);
	buf_done(&b);
	return text;
}

static bool copy_rows(struct reading *r, struct csv *csv, struct arena *a, struct err *e)
{
	struct layout l = { 0 };
	struct buf out;
	bool ok;

	plan_fields(r->o, &l);
	if (!read_header(csv, r->o->feed, &l, e))
		return false;
	if (!db_copy_start(r->db, copy_command(a, r->o->feed), e))
		return false;
	buf_init(&out, COPY_PIECE + 2 * CSV_LINE_MAX);
	ok = read_all(r, csv, &l, &out, e);
	buf_done(&out);
	if (!ok) {
		db_copy_abort(r->db);
		return false;
	}
	return db_copy_end(r->db, NULL, e) && file_is_good(r, e);
}

struct csv *import_reader(struct reading *r, struct err *e)
{
	int fd = fcntl(r->fd, F_DUPFD_CLOEXEC, 0);

	if (fd >= 0 && lseek(fd, 0, SEEK_SET) == 0)
		return csv_open_descriptor(fd, r->o->encoding, r->o->separator, e);
	err_errno(e, "could not read the file");
	if (fd >= 0)
		close(fd);
	return NULL;
}

bool import_rows(struct reading *r, struct err *e)
{
	struct csv *csv = import_reader(r, e);
	struct arena *a;
	bool ok;

	if (!csv)
		return false;
	a = arena_new();
	ok = copy_rows(r, csv, a, e);
	arena_free(a);
	csv_close(csv);
	return ok;
}

bool import_rejects_store(struct reading *r, struct err *e)
{
	char piece[COPY_PIECE];
	size_t n;

	if (r->rejected == 0)
		return true;
	if (fflush(r->rejects) != 0 || fseek(r->rejects, 0, SEEK_SET) != 0)
		return err_errno(e, "could not read the rejected rows back");
	if (!db_copy_start(r->db, "copy reject from stdin (format binary)", e))
		return false;
	if (!db_copy_data(r->db, DB_COPY_HEADER, DB_COPY_HEADER_LEN, e))
		return false;
	while ((n = fread(piece, 1, sizeof(piece), r->rejects)) > 0)
		if (!db_copy_data(r->db, piece, n, e))
			return false;
	return db_copy_data(r->db, DB_COPY_END, DB_COPY_END_LEN, e) &&
	       db_copy_end(r->db, NULL, e);
}
