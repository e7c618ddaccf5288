#include "import_private.h"

#include <string.h>

#include "base/buf.h"
#include "intake/import_sql.h"

#define PIECE 65536
#define PAGE "10000"	/* rejects looked at in one piece */

void import_reject(struct reading *r, int64_t line, const char *column,
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

bool import_rejects_store(struct reading *r, struct err *e)
{
	char piece[PIECE];
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
	bool ok = csv && csv_next(csv, &row, e) && turn_page(r, &page, 0, e);

	for (int64_t told = 0; ok && told < r->read && csv_next(csv, &row, e);) {
		if (row.fault == CSV_BLANK)
			continue;
		ok = tell_verdict(r, &page, row.line, e);
		told++;
	}
	arena_free(page.arena);
	csv_close(csv);
	return ok;
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
