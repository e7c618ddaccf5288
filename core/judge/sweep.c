#include "sweep.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/digest.h"

#define CHUNK_BYTES 65536
#define PROGRESS_ROWS 16384

static bool hand_over(struct sweep *s, struct buf *chunk, struct engine_results *out,
		      size_t least, struct err *e)
{
	if (chunk->len < least || chunk->len == 0)
		return true;
	if (s->stop && *s->stop)
		return ERR(e, ERR_CANCELLED, "stopped; nothing was kept");
	for (int i = 0; i < s->n; i++)
		if (!engine_persons(s->lanes[i].engine, chunk->data, chunk->len, &out[i],
				    e))
			return false;
	buf_clear(chunk);
	return true;
}

/* The first piece starts with the header; the last one is the end mark alone. */
static bool take_piece(struct sweep *s, const char *data, size_t n, bool is_first,
		       struct buf *chunk)
{
	if (is_first) {
		data += DB_COPY_HEADER_LEN;
		n -= DB_COPY_HEADER_LEN;
	}
	if (n == DB_COPY_END_LEN && memcmp(data, DB_COPY_END, n) == 0)
		return false;
	buf_add(chunk, data, n);
	if (s->n > 1)
		s->facts += digest_mix(0x5747, data, n);
	s->done++;
	if (s->done % PROGRESS_ROWS == 0 && s->progress)
		s->progress(s->ctx, "judge", s->done, s->total);
	return true;
}

static bool finish(struct sweep *s, struct engine_results *out, struct err *e)
{
	for (int i = 0; i < s->n; i++)
		if (!engine_finish(s->lanes[i].engine, &out[i], e))
			return false;
	return true;
}

static bool stream(struct sweep *s, struct buf *chunk, struct engine_results *out,
		   struct err *e)
{
	bool is_first = true, ok = true;
	char *data;
	size_t n;

	for (;;) {
		if (!db_copy_read(s->db, &data, &n, e))
			return false;
		if (n == 0)
			return finish(s, out, e);
		if (take_piece(s, data, n, is_first, chunk))
			ok = hand_over(s, chunk, out, CHUNK_BYTES, e);
		else
			ok = hand_over(s, chunk, out, 0, e);
		db_copy_done(data);
		is_first = false;
		if (!ok)
			return false;
	}
}

static bool read_persons(struct sweep *s, struct engine_results *out, struct err *e)
{
	struct buf copy, chunk;
	bool ok;

	buf_init(&copy, 65536);
	buf_init(&chunk, 8 * CHUNK_BYTES);
	buf_printf(&copy, "copy (%s) to stdout (format binary)", s->select);
	ok = db_copy_start(s->db, copy.data, e);
	if (ok) {
		ok = stream(s, &chunk, out, e);
		if (!ok)
			db_copy_abort(s->db);
	}
	buf_done(&copy);
	buf_done(&chunk);
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

static bool run(struct sweep *s, struct engine_results *out, struct err *e)
{
	int64_t n;
	bool ok = read_persons(s, out, e);

	for (int i = 0; ok && i < s->n; i++) {
		ok = store(s, out[i].checked, s->lanes[i].checked, &n, e) &&
		     store(s, out[i].found, s->lanes[i].found, &(int64_t){ 0 }, e);
		if (i == 0)
			s->changed = n;
	}
	return ok;
}

bool sweep_run(struct sweep *s, struct err *e)
{
	struct engine_results out[SWEEP_LANES] = { 0 };
	bool ok = true;

	for (int i = 0; i < s->n; i++) {
		out[i].found = tmpfile();
		out[i].checked = s->lanes[i].checked ? tmpfile() : NULL;
		ok = ok && out[i].found && (out[i].checked || !s->lanes[i].checked);
	}
	ok = ok ? run(s, out, e) : err_errno(e, "could not make a temporary file");
	for (int i = 0; i < s->n; i++) {
		if (out[i].found)
			fclose(out[i].found);
		if (out[i].checked)
			fclose(out[i].checked);
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
