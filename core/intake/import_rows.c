#include "import_private.h"

#include <string.h>

#include "base/buf.h"
#include "base/date.h"
#include "base/text.h"

#define COPY_PIECE 65536
#define PROGRESS_ROWS 16384

static bool is_hollow(const struct csv_row *row)
{
	for (int i = 0; i < row->n; i++)
		if (row->fields[i].len)
			return false;
	return true;
}

/* How a row is not as wide as it must be, as who sent it can see it. */
static void width_fault(const struct reading *r, const struct csv_row *row,
			const struct layout *l, struct complaint *c)
{
	const char *why = NULL;
	int columns = r->map ? l->plan.columns : l->columns;

	if (r->made.form == LINES_FIXED && row->n == 1)
		why = memchr(row->fields[0].text, '\t', row->fields[0].len)
			  ? "a tab stands in a line of fixed widths"
			  : "the line ends before its last column";
	else if (r->made.form == LINES_FIXED)
		why = "the line goes on behind its last column";
	if (why)
		snprintf(c->detail, sizeof(c->detail), "%s", why);
	else
		snprintf(c->detail, sizeof(c->detail), "%d columns instead of %d", row->n,
			 columns);
}

static bool row_is_whole(struct reading *r, const struct csv_row *row,
			 const struct layout *l)
{
	struct complaint c = { "columns", "" };

	if (row->fault == CSV_QUOTE)
		c = (struct complaint){ "quote",
					"a quotation mark is open or misplaced" };
	else if (row->fault == CSV_TOO_LONG)
		snprintf(c.detail, sizeof(c.detail), "the line is too long");
	else if (row->fault == CSV_COLUMNS || map_width(row, l->columns) != l->columns)
		width_fault(r, row, l, &c);
	else if (is_hollow(row))
		snprintf(c.detail, sizeof(c.detail), "all columns are empty");
	else
		return true;
	import_reject(r, row, l, "", &c);
	return false;
}

/* One row into the copy buffer; a row that is refused leaves the buffer as it was. */
static void take_row(struct reading *r, const struct csv_row *row, const struct layout *l,
		     struct buf *out)
{
	struct row_state state = { .today = r->o->day, .born = DATE_NONE };
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
	buf_u64(out, (uint64_t)import_line(r, row));
	for (int i = 0; i < l->n; i++) {
		const struct csv_field *v = layout_field(l, row, i);

		if (field_read(l->readers, i, v->text, v->len, &state, out, &c))
			continue;
		out->len = start;
		import_reject(r, row, l, l->readers[i].field->name, &c);
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
	       (!r->again && r->rejected >= IMPORT_REJECTS_FIRST &&
		r->rejected == r->read);
}

/* Looked at before the first row: whether the file is known.  What was read must be that
 * very file. */
static bool is_same_file(struct reading *r, struct csv *csv, struct err *e)
{
	char digest[DIGEST_TEXT];

	/* What was made of a file was compared when it was made. */
	if (r->made.form != LINES_AS_IT_IS)
		return true;
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
	while (!is_hopeless(r) && import_next(csv, r, l, &row, e)) {
		take_row(r, &row, l, out);
		if (!send_piece(r, out, COPY_PIECE, e))
			return false;
		if (row.line % PROGRESS_ROWS == 0 && r->o->progress)
			r->o->progress(r->o->ctx, "read", csv_position(csv, &total),
				       total);
	}
	if (!is_hopeless(r) &&
	    (e->code != ERR_NONE || (!r->again && !is_same_file(r, csv, e))))
		return false;
	buf_u16(out, UINT16_MAX);
	return send_piece(r, out, 0, e);
}

/* A file that was read and is a mistake as a whole.  Wrong bytes in every row are a wrong
 * declaration. */
static bool file_is_good(struct reading *r, struct err *e)
{
	r->is_refused = true;
	if (!r->again && r->misencoded && r->misencoded == r->read) {
		ERR(e, ERR_INPUT, "no row of the file is %s", r->encoding);
		return err_hint(e, "Ask the sender for the encoding, or try --encoding "
				"GB18030.");
	}
	if (r->rejected > IMPORT_REJECTS_MOST)
		ERR(e, ERR_INPUT, "more than %d rows are bad", IMPORT_REJECTS_MOST);
	else if (is_hopeless(r))
		ERR(e, ERR_INPUT, "none of the first %lld rows is good",
		    (long long)r->read);
	else
		r->is_refused = false;
	return !r->is_refused ||
	       err_hint(e, "Nothing was kept; mend the cause and import the file again.");
}

static bool copy_rows(struct reading *r, struct csv *csv, struct arena *a, struct err *e)
{
	struct layout l = { 0 };
	struct buf out;
	bool ok;

	if (!import_header(csv, r, &l, e))
		return false;
	if (!db_copy_start(r->db, import_copy_command(a, r->o->feed), e))
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
