#include "import_private.h"

#include <fcntl.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "intake/import_sql.h"

#define PIECE 65536
#define PAGE  "10000" /* rejects looked at in one piece */

int64_t import_line(const struct reading *r, const struct csv_row *row)
{
	int64_t i = row->line - 2;

	return r->again && i >= 0 && i < r->again->n
		   ? row_int(r->again, (int)i, IMPORT_AGAIN_LINE)
		   : row->line + r->made.shift;
}

/* Bytes that the server takes as text; what is wrong in them is told by the reason. */
static void put_clean(struct buf *b, const char *s, size_t n)
{
	uint32_t rune;
	size_t len;

	for (size_t i = 0; i < n; i += len) {
		len = text_decode(s + i, n - i, &rune);
		if (len == 0 || rune == 0)
			buf_text(b, "\xEF\xBF\xBD");
		else
			buf_add(b, s + i, len);
		len += len == 0;
	}
}

/* The fields as the server's array of texts, in the feed's own order; where the row has
 * others they stand as they came. */
static void put_raw(struct buf *b, const struct csv_row *row, const struct layout *l)
{
	bool is_whole =
	    row->fault == CSV_GOOD && map_width(row, l->columns) == l->columns;
	int n = is_whole ? l->n : row->n < CSV_FIELDS ? row->n : CSV_FIELDS;
	struct buf text;

	buf_u32(b, n > 0);
	buf_u32(b, 0);
	buf_u32(b, 25);
	if (n > 0) {
		buf_u32(b, (uint32_t)n);
		buf_u32(b, 1);
	}
	buf_init(&text, 3 * CSV_LINE_MAX);
	for (int i = 0; i < n; i++) {
		const struct csv_field *f =
		    is_whole ? layout_field(l, row, i) : &row->fields[i];

		buf_clear(&text);
		put_clean(&text, f->text, f->len);
		buf_u32(b, (uint32_t)text.len);
		buf_add(b, text.data, text.len);
	}
	buf_done(&text);
}

static void copy_text(struct buf *b, const char *s, size_t n)
{
	buf_u32(b, (uint32_t)n);
	buf_add(b, s, n);
}

#define VALUE_MOST 64 /* bytes of a value that is kept to be looked up again */

/* What the column had, if that is short. */
static void put_value(struct buf *b, const struct csv_row *row, const struct layout *l,
		      const char *column)
{
	for (int i = 0; *column && i < l->n; i++) {
		const struct csv_field *f = layout_field(l, row, i);

		if (strcmp(l->readers[i].field->name, column) == 0 &&
		    f->len <= VALUE_MOST)
			put_clean(b, f->text, f->len);
	}
}

void import_reject(struct reading *r, const struct csv_row *row, const struct layout *l,
		   const char *column, const struct complaint *c)
{
	struct buf b, text;

	buf_init(&b, 4 * CSV_LINE_MAX);
	buf_init(&text, 3 * CSV_LINE_MAX);
	buf_u16(&b, 7);
	buf_u32(&b, 8);
	buf_u64(&b, (uint64_t)r->batch_id);
	buf_u32(&b, 8);
	buf_u64(&b, (uint64_t)import_line(r, row));
	copy_text(&b, column, strlen(column));
	copy_text(&b, c->reason, strlen(c->reason));
	copy_text(&b, c->detail, strlen(c->detail));
	put_value(&text, row, l, column);
	copy_text(&b, text.data, text.len);
	buf_clear(&text);
	put_raw(&text, row, l);
	copy_text(&b, text.data, text.len);
	fwrite(b.data, 1, b.len, r->rejects);
	buf_done(&b);
	buf_done(&text);
	r->rejected++;
	if (strcmp(c->reason, "encoding") == 0)
		r->misencoded++;
}

bool import_rejects_store(struct reading *r, struct err *e)
{
	char piece[PIECE];
	size_t n;

	if (r->rejected == 0)
		return true;
	if (fflush(r->rejects) != 0 || fseek(r->rejects, 0, SEEK_SET) != 0)
		return err_errno(e, "could not read the rejected rows back");
	if (!db_run(r->db, NULL, &IMPORT_REJECTS_TABLE, NULL, NULL, e) ||
	    !db_copy_start(r->db, "copy reject_in from stdin (format binary)", e))
		return false;
	if (!db_copy_data(r->db, DB_COPY_HEADER, DB_COPY_HEADER_LEN, e))
		return false;
	while ((n = fread(piece, 1, sizeof(piece), r->rejects)) > 0)
		if (!db_copy_data(r->db, piece, n, e))
			return false;
	return db_copy_data(r->db, DB_COPY_END, DB_COPY_END_LEN, e) &&
	       db_copy_end(r->db, NULL, e) &&
	       db_run(r->db, NULL, &IMPORT_REJECTS_STORE, NULL, NULL, e);
}

/* Rejects in the order of their lines, a page at a time, however many there are. */
struct page {
	struct arena *arena;
	struct rows rows;
	int next;
};

static bool turn_page(struct reading *r, struct page *p, int64_t after, struct err *e)
{
	const char *params[3];

	arena_free(p->arena);
	p->arena = arena_new();
	p->next = 0;
	params[0] = param_int(p->arena, r->batch_id);
	params[1] = param_int(p->arena, after);
	params[2] = PAGE;
	return db_run(r->db, p->arena, &IMPORT_REJECTS, params, &p->rows, e);
}

static bool tell_verdict(struct reading *r, struct page *p, int64_t line, struct err *e)
{
	bool bad;

	if (p->next == p->rows.n && p->next && !turn_page(r, p, line - 1, e))
		return false;
	bad = p->next < p->rows.n &&
	      row_int(&p->rows, p->next, IMPORT_REJECTS_LINE) == line;
	r->o->verdict(r->o->ctx, line,
		      bad ? row_text(&p->rows, p->next, IMPORT_REJECTS_REASON) : NULL,
		      bad ? row_text(&p->rows, p->next, IMPORT_REJECTS_DETAIL) : NULL);
	p->next += bad;
	return true;
}

/* Every row in order, with the reason where it was refused.  The file is read once more:
 * which lines were blank is kept nowhere. */
static bool tell_verdicts(struct reading *r, struct err *e)
{
	struct csv *csv = import_reader(r, e);
	struct page page = { .arena = arena_new() };
	struct csv_row row;
	bool ok = csv && csv_head(csv, &row, e) && turn_page(r, &page, 0, e);

	for (int64_t told = 0; ok && told < r->read && csv_next(csv, &row, e);) {
		if (row.fault == CSV_BLANK)
			continue;
		ok = tell_verdict(r, &page, import_line(r, &row), e);
		told++;
	}
	arena_free(page.arena);
	csv_close(csv);
	return ok;
}

/* The rows of the file at these lines, which are in order, into the session's table. */
static bool send_bare(struct reading *r, struct csv *csv, const struct layout *l,
		      const struct rows *lines, struct err *e)
{
	struct csv_row row;
	struct buf b, text;
	bool ok = db_copy_data(r->db, DB_COPY_HEADER, DB_COPY_HEADER_LEN, e);

	buf_init(&b, 4 * CSV_LINE_MAX);
	buf_init(&text, 3 * CSV_LINE_MAX);
	for (int i = 0; ok && i < lines->n && import_next(csv, r, l, &row, e);) {
		int64_t line = import_line(r, &row);

		if (line != row_int(lines, i, 0))
			continue;
		buf_clear(&b);
		buf_clear(&text);
		buf_u16(&b, 2);
		buf_u32(&b, 8);
		buf_u64(&b, (uint64_t)line);
		put_raw(&text, &row, l);
		copy_text(&b, text.data, text.len);
		ok = db_copy_data(r->db, b.data, b.len, e);
		i++;
	}
	buf_done(&b);
	buf_done(&text);
	return ok && db_copy_data(r->db, DB_COPY_END, DB_COPY_END_LEN, e) &&
	       db_copy_end(r->db, NULL, e);
}

bool import_rejects_fetch(struct reading *r, struct arena *a, struct err *e)
{
	const char *params[] = { param_int(a, r->batch_id) };
	struct layout l = { 0 };
	struct rows lines;
	struct csv *csv;
	bool ok;

	if (!db_run(r->db, a, &IMPORT_BARE, params, &lines, e))
		return false;
	if (lines.n == 0)
		return true;
	csv = import_reader(r, e);
	ok = csv && import_header(csv, r, &l, e) &&
	     db_copy_start(r->db, "copy reject_raw from stdin (format binary)", e) &&
	     send_bare(r, csv, &l, &lines, e);
	csv_close(csv);
	return ok;
}

int import_again_file(const struct feed *feed, const struct rows *rows, struct err *e)
{
	FILE *f = tmpfile();
	int fd = -1;

	if (!f) {
		err_errno(e, "could not make a temporary file");
		return -1;
	}
	for (const struct field *c = feed->fields; c->name; c++)
		fprintf(f, "%s%s", c == feed->fields ? "" : ",", c->name);
	for (int i = 0; i < rows->n; i++)
		fprintf(f, "\n%s", row_text(rows, i, IMPORT_AGAIN_RAW));
	if (fputc('\n', f) == EOF || fflush(f) != 0 ||
	    (fd = fcntl(fileno(f), F_DUPFD_CLOEXEC, 0)) < 0)
		err_errno(e, "could not write a temporary file");
	fclose(f);
	return fd;
}

bool import_rejects_tell(struct reading *r, struct arena *a, struct import_counts *n,
			 struct err *e)
{
	const char *params[] = { param_int(a, r->batch_id), "0",
				 param_int(a, r->o->shown) };

	return db_run(r->db, a, &IMPORT_REASONS, params, &n->reasons, e) &&
	       db_run(r->db, a, &IMPORT_REJECTS, params, &n->first, e) &&
	       (!r->o->verdict || tell_verdicts(r, e));
}
