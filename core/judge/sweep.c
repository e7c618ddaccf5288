#include "sweep.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/digest.h"

#define CHUNK_BYTES 65536
#define PROGRESS_ROWS 16384

/* Rows are gathered before they are handed over: a lot for each lane, or one for all. */
static int lots(const struct sweep *s)
{
	return s->apart ? s->n : 1;
}

static bool hand_over(struct sweep *s, int lot, size_t least, struct err *e)
{
	struct buf *rows = &s->lots[lot];

	if (rows->len < least || rows->len == 0)
		return true;
	if (s->stop && *s->stop)
		return ERR(e, ERR_CANCELLED, "stopped; nothing was kept");
	for (int i = 0; i < s->n; i++)
		if ((!s->apart || i == lot) &&
		    !engine_persons(s->lanes[i].engine, rows->data, rows->len,
				    &s->lanes[i].out, e))
			return false;
	buf_clear(rows);
	return true;
}

static uint32_t be32(const char *at)
{
	uint32_t n;

	memcpy(&n, at, sizeof(n));
	return ntohl(n);
}

/* Rows whose first fact is the same go the same way: a worker remembers what it answered
 * by it.  A row is its id, what was answered before and the packed facts. */
static int lot_of(const struct sweep *s, const char *data, size_t n)
{
	size_t at = 2 + 4 + 8, judged = at + 4 <= n ? be32(data + at) : 0;

	at += 4 + (judged == 8 ? judged : 0) + 4;
	if (!s->apart || at + 6 > n)
		return 0;
	return (int)(digest_mix(0, data + at, 6) % (uint64_t)s->n);
}

/* The first piece starts with the header; the last one is the end mark alone. */
static bool take_piece(struct sweep *s, const char *data, size_t n, bool is_first,
		       struct err *e)
{
	int lot;

	if (is_first) {
		data += DB_COPY_HEADER_LEN;
		n -= DB_COPY_HEADER_LEN;
	}
	if (n == DB_COPY_END_LEN && memcmp(data, DB_COPY_END, n) == 0)
		return true;
	lot = lot_of(s, data, n);
	buf_add(&s->lots[lot], data, n);
	if (s->n > 1 && !s->apart)
		s->facts += digest_mix(0x5747, data, n);
	s->done++;
	if (s->done % PROGRESS_ROWS == 0 && s->progress)
		s->progress(s->ctx, "judge", s->done, s->total);
	return hand_over(s, lot, CHUNK_BYTES, e);
}

static bool finish(struct sweep *s, struct err *e)
{
	for (int i = 0; i < lots(s); i++)
		if (!hand_over(s, i, 0, e))
			return false;
	for (int i = 0; i < s->n; i++)
		if (!engine_finish(s->lanes[i].engine, &s->lanes[i].out, e))
			return false;
	return true;
}

static bool stream(struct sweep *s, struct err *e)
{
	bool is_first = true, ok = true;
	char *data;
	size_t n;

	while (ok) {
		if (!db_copy_read(s->db, &data, &n, e))
			return false;
		if (n == 0)
			return finish(s, e);
		ok = take_piece(s, data, n, is_first, e);
		db_copy_done(data);
		is_first = false;
	}
	return false;
}

static bool read_persons(struct sweep *s, struct err *e)
{
	struct buf copy;
	bool ok;

	buf_init(&copy, 65536);
	for (int i = 0; i < lots(s); i++)
		buf_init(&s->lots[i], 8 * CHUNK_BYTES);
	buf_printf(&copy, "copy (%s) to stdout (format binary)", s->select);
	ok = db_copy_start(s->db, copy.data, e);
	if (ok) {
		ok = stream(s, e);
		if (!ok)
			db_copy_abort(s->db);
	}
	for (int i = 0; i < lots(s); i++)
		buf_done(&s->lots[i]);
	buf_done(&copy);
	return ok;
}

static bool store(struct sweep *s, FILE *rows, const char *copy, int64_t *n,
		  struct err *e)
{
	char piece[CHUNK_BYTES];
	size_t got;

	*n = 0;
	if (!copy || ftell(rows) == 0)
		return true;
	rewind(rows);
	if (!db_copy_start(s->db, copy, e) ||
	    !db_copy_data(s->db, DB_COPY_HEADER, DB_COPY_HEADER_LEN, e))
		return false;
	while ((got = fread(piece, 1, sizeof(piece), rows)) > 0)
		if (!db_copy_data(s->db, piece, got, e))
			return false;
	return db_copy_data(s->db, DB_COPY_END, DB_COPY_END_LEN, e) &&
	       db_copy_end(s->db, n, e);
}

static bool run(struct sweep *s, struct err *e)
{
	int64_t n;
	bool ok = read_persons(s, e);

	if (s->take)
		return ok && s->take(s->taker, s->lanes, e);
	for (int i = 0; ok && i < s->n; i++) {
		const struct lane *l = &s->lanes[i];

		ok = store(s, l->out.checked, l->checked, &n, e) &&
		     store(s, l->out.found, l->found, &(int64_t){ 0 }, e);
		if (i == 0 || s->apart)
			s->changed += n;
	}
	return ok;
}

bool sweep_run(struct sweep *s, struct err *e)
{
	bool ok = true;

	for (int i = 0; i < s->n; i++) {
		struct lane *l = &s->lanes[i];

		l->out.found = tmpfile();
		l->out.checked = l->checked ? tmpfile() : NULL;
		ok = ok && l->out.found && (l->out.checked || !l->checked);
	}
	ok = ok ? run(s, e) : err_errno(e, "could not make a temporary file");
	for (int i = 0; i < s->n; i++) {
		if (s->lanes[i].out.found)
			fclose(s->lanes[i].out.found);
		if (s->lanes[i].out.checked)
			fclose(s->lanes[i].out.checked);
	}
	return ok;
}

bool sweep_is_news(struct buf *failed, const char *what)
{
	char name[200];

	snprintf(name, sizeof(name), "\"%s\"", what);
	if (failed->len && strstr(failed->data, name))
		return false;
	buf_printf(failed, "%s%s", failed->len ? "," : "", name);
	return true;
}
