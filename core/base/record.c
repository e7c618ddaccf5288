#include "record.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define WINDOW (2 * RECORD_MOST)

struct records {
	int fd;
	bool at_end, has_begun;
	int64_t line;
	size_t start, len;		/* of what is in the window and not given out */
	char window[WINDOW];
	char plain[WINDOW];		/* fields whose quotes were doubled */
	int room;
	struct csv_field *fields;
	size_t *ends;
};

/* How a try to read one record came out. */
enum outcome { WHOLE, CUT_SHORT, BROKEN };

struct records *records_new(int fd)
{
	struct records *r = calloc(1, sizeof(*r));

	if (!r)
		abort();
	r->fd = fd;
	r->line = 1;
	return r;
}

void records_free(struct records *r)
{
	if (!r)
		return;
	free(r->fields);
	free(r->ends);
	free(r);
}

static bool fill(struct records *r, struct err *e)
{
	ssize_t got;

	memmove(r->window, r->window + r->start, r->len);
	r->start = 0;
	do {
		got = read(r->fd, r->window + r->len, WINDOW - r->len);
	} while (got < 0 && errno == EINTR);
	if (got < 0)
		return err_errno(e, "could not read the rows");
	r->at_end = got == 0;
	r->len += (size_t)got;
	return true;
}

static void add_field(struct records *r, struct record *out, const char *text, size_t len,
		      size_t end)
{
	if (out->n == r->room) {
		r->room = r->room ? r->room * 2 : 64;
		r->fields = realloc(r->fields, sizeof(*r->fields) * (size_t)r->room);
		r->ends = realloc(r->ends, sizeof(*r->ends) * (size_t)r->room);
		if (!r->fields || !r->ends)
			abort();
	}
	r->fields[out->n] = (struct csv_field){ text, len };
	r->ends[out->n++] = end;
}

/* From an opening quote to behind the closing one; NULL when there is none. */
static const char *skip_quoted(const char *s, const char *end, char **plain,
			       struct csv_field *f)
{
	bool is_doubled = false;
	const char *p = s + 1;

	for (;; p += 2) {
		p = memchr(p, '"', (size_t)(end - p));
		if (!p)
			return NULL;
		if (p + 1 == end || p[1] != '"')
			break;
		is_doubled = true;
	}
	*f = (struct csv_field){ s + 1, (size_t)(p - s - 1) };
	if (!is_doubled)
		return p + 1;
	f->text = *plain;
	for (const char *q = s + 1; q < p; q++) {
		q += *q == '"';
		*(*plain)++ = *q;
	}
	f->len = (size_t)(*plain - f->text);
	return p + 1;
}

static const char *field_end(const char *s, const char *end)
{
	while (s < end && *s != ',' && *s != '\n')
		s++;
	return s;
}

/* The record at s; whether its last line end is there is for the caller to say. */
static enum outcome split(struct records *r, const char *s, const char *end,
			  struct record *out)
{
	const char *p = s, *after;
	char *plain = r->plain;
	struct csv_field f;

	out->n = 0;
	for (;; p = after + 1) {
		if (p < end && *p == '"') {
			after = skip_quoted(p, end, &plain, &f);
			if (!after || (after + 1 == end && *after == '\r'))
				return CUT_SHORT;
			out->has_cr =
			    end - after >= 2 && after[0] == '\r' && after[1] == '\n';
		} else {
			after = field_end(p, end);
			out->has_cr = after < end && *after == '\n' && after > p &&
				      after[-1] == '\r';
			after -= out->has_cr;
			f = (struct csv_field){ p, (size_t)(after - p) };
		}
		add_field(r, out, f.text, f.len, (size_t)(after - s));
		out->len = (size_t)(after - s);
		after += out->has_cr;
		if (after == end)
			return r->at_end ? WHOLE : CUT_SHORT;
		if (*after == '\n')
			return WHOLE;
		if (*after != ',')
			return BROKEN;
	}
}

/* What is no record: its first line alone is given up. */
static void give_line(const char *s, size_t n, struct record *out)
{
	const char *nl = memchr(s, '\n', n);

	out->fault = n >= RECORD_MOST && !nl ? CSV_TOO_LONG : CSV_QUOTE;
	out->len = nl ? (size_t)(nl - s) : n;
	out->has_cr = nl && nl > s && nl[-1] == '\r';
	out->len -= out->has_cr;
	out->n = 0;
}

/* Counts the lines of the record and goes behind it and its line end. */
static void leave(struct records *r, const struct record *out)
{
	const char *s = r->window + r->start, *end = s + out->len;
	size_t taken = out->len + out->has_cr;

	if (out->fault != CSV_TOO_LONG)
		while ((s = memchr(s, '\n', (size_t)(end - s)))) {
			r->line++;
			s++;
		}
	taken += taken < r->len;
	r->line++;
	r->start += taken;
	r->len -= taken;
}

/* The rest of a line that is longer than the window. */
static bool skip_line(struct records *r, struct record *out, struct err *e)
{
	char *nl;

	out->len = 0;
	while (!(nl = memchr(r->window + r->start, '\n', r->len)) && !r->at_end) {
		r->len = 0;
		if (!fill(r, e))
			return false;
	}
	nl = nl ? nl + 1 : r->window + r->start + r->len;
	r->len -= (size_t)(nl - r->window) - r->start;
	r->start = (size_t)(nl - r->window);
	return true;
}

static bool begin(struct records *r, struct err *e)
{
	r->has_begun = true;
	while (r->len < 3 && !r->at_end)
		if (!fill(r, e))
			return false;
	if (r->len >= 3 && memcmp(r->window, "\xef\xbb\xbf", 3) == 0) {
		r->start = 3;
		r->len -= 3;
	}
	return true;
}

static bool read_record(struct records *r, struct record *out, struct err *e)
{
	enum outcome how;

	for (;;) {
		const char *s = r->window + r->start;

		if (r->len == 0 && r->at_end)
			return false;
		out->fault = CSV_GOOD;
		how = r->len ? split(r, s, s + r->len, out) : CUT_SHORT;
		out->raw = s;
		if (how == CUT_SHORT && !r->at_end && r->len < RECORD_MOST) {
			if (!fill(r, e))
				return false;
			continue;
		}
		if (how != WHOLE)
			give_line(s, r->len, out);
		return true;
	}
}

bool records_next(struct records *r, struct record *out, struct err *e)
{
	e->code = ERR_NONE;
	if (!r->has_begun && !begin(r, e))
		return false;
	do {
		if (!read_record(r, out, e))
			return false;
		out->line = r->line;
		out->fields = r->fields;
		out->ends = r->ends;
		leave(r, out);
		if (out->fault == CSV_TOO_LONG && !skip_line(r, out, e))
			return false;
	} while (out->len == 0 && out->fault == CSV_GOOD);
	return true;
}
